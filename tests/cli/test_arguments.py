"""Arguments: which files they stand for, and what is said of those that stand for none."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import typer

from quoteattr.cli.arguments import arguments_given, file_names


class Reported(list[tuple[str, str]]):
    """Keep what is reported."""

    def __call__(self, name: Any, message: str) -> None:  # noqa: D102
        self.append((name, message))


def test_arguments_stand_for_files(tmp_path: Path) -> None:
    """A directory for its text files, a pattern for what fits; what fits nothing is reported."""
    (tmp_path / "b").mkdir()
    for name in ("a.txt", "b/c.txt", "d.md"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    reported = Reported()
    arguments = [str(tmp_path), str(tmp_path / "*.md"), "-", str(tmp_path / "e"), "no*such", ""]
    names = list(file_names(arguments, reported))
    assert names == [*(str(tmp_path / name) for name in ("a.txt", "b/c.txt", "d.md")), "-"]
    assert reported == [
        (str(tmp_path / "e"), "no such file"),
        ("no*such", "no file fits this pattern"),
        ("", "empty file name"),
    ]


def test_a_directory_stands_for_files_with_endings(tmp_path: Path) -> None:
    """Capitals in an ending do not matter, and folders that a pattern fits are passed over."""
    (tmp_path / "b").mkdir()
    for name in ("A.TXT", "b/c.jsonl", "d.md"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    reported = Reported()
    endings = (".txt", ".jsonl")
    names = [str(tmp_path / name) for name in ("A.TXT", "b/c.jsonl")]
    assert list(file_names([str(tmp_path)], reported, endings)) == names
    assert list(file_names([str(tmp_path / "b*")], reported)) == []
    assert list(file_names([str(tmp_path / "b")], reported)) == []
    assert [message for _, message in reported] == [
        "no file fits this pattern",
        "no .txt file in this directory; a pattern names others, as in '*.html'",
    ]


def test_a_folder_that_cannot_be_listed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files beside it are read."""
    (tmp_path / "shut").mkdir()
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    listed = os.scandir

    def scandir(folder: str) -> Any:
        if Path(folder).name == "shut":
            raise PermissionError(13, "Permission denied", folder)
        return listed(folder)

    monkeypatch.setattr("os.scandir", scandir)
    reported = Reported()
    assert list(file_names([str(tmp_path)], reported)) == [str(tmp_path / "a.txt")]
    assert reported == [(str(tmp_path / "shut"), "Permission denied")]


def test_standard_input_stands_for_no_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless it is a terminal."""
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    assert arguments_given(None) == ["-"]
    assert arguments_given(["a.txt"]) == ["a.txt"]
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert arguments_given(["a.txt"]) == ["a.txt"]
    with pytest.raises(typer.BadParameter, match="give files"):
        arguments_given([])
