"""Outputs: a file is in place when it is complete, or not at all."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
import typer
from rich.table import Table

from quoteattr.cli.outputs import (
    check_errors,
    check_target,
    opened,
    print_table,
    read_already,
    refuse_inputs,
    resumable,
    target_of,
    width_of,
)
from quoteattr.formats.documents import Document
from quoteattr.formats.json_lines import document_line, read_jsonl


def test_permissions_are_kept(tmp_path: Path) -> None:
    """The new file may be read by whoever could read the old one."""
    target = tmp_path / "a"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    with opened(target) as file:
        file.write("new")
        assert target.read_text(encoding="utf-8") == "old"
    assert target.read_text(encoding="utf-8") == "new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What the link leads to is replaced."""
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with opened(tmp_path / "link") as file:
        file.write("new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "new"


def test_target_without_directory(tmp_path: Path) -> None:
    """A directory that is not there is wrong usage, and so is one in place of a file."""
    with pytest.raises(typer.BadParameter, match="no such directory"):
        check_target(tmp_path / "no" / "where")
    with pytest.raises(typer.BadParameter, match="Is a directory"):
        check_target(tmp_path)


def test_the_folder_has_to_take_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is there is replaced, whether it may be written to itself or not."""
    target = tmp_path.resolve() / "a"
    target.write_text("old", encoding="utf-8")
    monkeypatch.setattr("os.access", lambda path, _: Path(path) == target.parent)
    check_target(target)
    monkeypatch.setattr("os.access", lambda path, _: Path(path) == target)
    with pytest.raises(typer.BadParameter, match="Permission denied"):
        check_target(target)


def line(name: object) -> str:
    """Give the line of a document."""
    return document_line(Document(id=name, quotes=[]))


def test_a_run_that_ends_early_keeps_its_lines(tmp_path: Path) -> None:
    """Whole lines are counted by identifier, as often as they are there; half a line goes."""
    target = tmp_path / "a.jsonl"
    with pytest.raises(KeyboardInterrupt), resumable(target) as file:  # noqa: PT012
        file.writelines(map(line, (7, "7", 7)))
        file.write(line("8")[:30])
        raise KeyboardInterrupt
    assert not target.exists()
    with pytest.raises(typer.BadParameter, match="--resume"):
        read_already(target, resume=False)
    assert read_already(target, resume=True) == {"7": 2, '"7"': 1}
    with resumable(target) as file:
        file.write("last\n")
    assert target.read_text(encoding="utf-8") == "".join([*map(line, (7, "7", 7)), "last\n"])


@pytest.mark.parametrize("length", [1, 12, 40])
def test_a_first_line_that_was_only_begun_goes(tmp_path: Path, length: int) -> None:
    """However little of it was written."""
    part = tmp_path / "a.jsonl.part"
    part.write_text(line("a")[:length], encoding="utf-8")
    assert read_already(tmp_path / "a.jsonl", resume=True) == {}
    assert part.read_bytes() == b""


@pytest.mark.parametrize("suffix", ["", ".part"])
@pytest.mark.parametrize(
    "content",
    [
        "{broken\n" + line("a"),
        line("a") + '{"a": 1}\n' + line("b"),
        line("a") + "[1]\n",
        '{"a": 1}\n',
        '{"document": "a", "text": "an article"}\n',
        "notes",
        "\0\0\n",
    ],
)
def test_what_an_earlier_run_did_not_write_is_not_gone_on_with(
    tmp_path: Path, content: str, suffix: str
) -> None:
    """A file with any other line is refused, with the line, and stays as it is."""
    path = tmp_path / f"a.jsonl{suffix}"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(typer.BadParameter, match=r"line \d is none that extract"):
        read_already(tmp_path / "a.jsonl", resume=True)
    assert path.read_text(encoding="utf-8") == content
    assert list(tmp_path.iterdir()) == [path]


def test_what_an_editor_did_to_a_finished_file_is_borne(tmp_path: Path) -> None:
    """A blank line, and no line feed in the end: the next line stands by itself."""
    target = tmp_path / "a.jsonl"
    target.write_text(line("a") + "\n" + line("b").rstrip(), encoding="utf-8")
    assert read_already(target, resume=True) == {'"a"': 1, '"b"': 1}
    with resumable(target) as file:
        file.write(line("c"))
    with target.open(encoding="utf-8") as file:
        assert [name for name, _ in read_jsonl(file)] == ["a", "b", "c"]


def test_errors_have_a_file_of_their_own(tmp_path: Path) -> None:
    """Neither an input nor the output, nor what is kept for it; a new file and a device will do."""
    text, target = tmp_path / "a.txt", tmp_path / "a.jsonl"
    text.write_text("x", encoding="utf-8")
    (tmp_path / "link").symlink_to(text)
    for errors in (text, tmp_path / "link", target, Path(f"{target}.part")):
        for arguments in ([str(text)], [str(tmp_path)]):
            with pytest.raises(typer.BadParameter):
                check_errors(errors, arguments, target)
    check_errors(tmp_path / "errors.jsonl", [str(text)], target)
    check_errors(Path(os.devnull), [str(text)], Path(os.devnull))
    check_errors(None, [str(text)], target)


def test_standard_input_may_be_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the shell reads from a file is that file."""
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")
    with path.open(encoding="utf-8") as file:
        monkeypatch.setattr("sys.stdin", file)
        with pytest.raises(typer.BadParameter, match="is an input"):
            refuse_inputs(["-"], path)
    monkeypatch.setattr("sys.stdin", io.StringIO("x"))
    refuse_inputs(["-"], path)


def test_a_hyphen_is_standard_output() -> None:
    """As for inputs, it is no file."""
    assert target_of("-") is target_of(None) is None
    assert target_of("a") == Path("a")


def test_a_run_without_a_line_leaves_nothing(tmp_path: Path) -> None:
    """An empty part is no reason to ask for --resume."""
    with pytest.raises(KeyboardInterrupt), resumable(tmp_path / "a.jsonl"):
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_an_input_is_found_behind_a_missing_folder(tmp_path: Path) -> None:
    """Where a folder before ".." is not there, the file that would be written is what counts."""
    text = tmp_path / "a.txt"
    text.write_text("kept", encoding="utf-8")
    with pytest.raises(typer.BadParameter, match="would be overwritten"):
        refuse_inputs([str(text)], tmp_path / "nowhere" / ".." / "a.txt")


def test_a_link_that_leads_nowhere_is_no_output(tmp_path: Path) -> None:
    """Among the inputs it is passed over, and those behind it are looked at."""
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "b.txt").write_text("x", encoding="utf-8")
    (tmp_path / "out").write_text("x", encoding="utf-8")
    refuse_inputs([str(tmp_path)], tmp_path / "out")
    with pytest.raises(typer.BadParameter, match="is an input"):
        refuse_inputs([str(tmp_path)], tmp_path / "b.txt")


class Closed(io.StringIO):
    """A pipe whose reader has ended."""

    def write(self, text: str) -> int:
        """Fail as such a pipe does, which takes nothing but no characters."""
        if text:
            raise BrokenPipeError
        return 0


def test_a_table_is_as_wide_as_told() -> None:
    """It is cut to the width, which only a terminal tells by itself."""
    table, file = Table("Words", box=None), io.StringIO()
    table.add_row("one two three four")
    print_table(table, file, 10)
    assert file.getvalue().split() == ["Words", "one", "two", "three", "four"]
    assert max(map(len, file.getvalue().splitlines())) == 10
    assert width_of(file, 120) == 120


def test_a_closed_pipe_is_an_error_of_ours() -> None:
    """Who prints a table is told, and says itself how to end."""
    with pytest.raises(BrokenPipeError):
        print_table(Table(), Closed(), 80)
