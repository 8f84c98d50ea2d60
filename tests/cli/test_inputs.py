"""Inputs: what files are read, what each holds, and what is said of those that cannot be read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import typer

from quoteattr.cli.inputs import (
    InputFormat,
    Reading,
    check_encoding,
    file_names,
    read_articles,
)


class Reported(list[tuple[str, str]]):
    """Keep what is reported."""

    def __call__(self, name: Any, message: str) -> None:  # noqa: D102
        self.append((name, message))


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.txt", "text"), ("a.JSONL", "jsonl"), ("a.ndjson", "jsonl"), ("a.csv", "csv"),
     ("a.htm", "html"), ("a", "text"), ("-", "text")],
)  # fmt: skip
def test_a_name_tells_what_a_file_holds(name: str, form: str) -> None:
    """By its ending, unless one form is asked for."""
    assert Reading().form_of(name).value == form
    assert Reading(form=InputFormat.CSV).form_of(name) is InputFormat.CSV


def test_encodings_are_those_of_text() -> None:
    """UTF-8 may begin with a byte-order mark; what is no encoding of text is refused."""
    assert check_encoding("utf8") == "utf-8-sig"
    assert check_encoding("latin1") == "iso8859-1"
    for name in ("base64", "no-such"):
        with pytest.raises(typer.BadParameter):
            check_encoding(name)


def test_arguments_stand_for_files(tmp_path: Path) -> None:
    """A directory for its text files, a pattern for what fits; what fits nothing is reported."""
    (tmp_path / "b").mkdir()
    for name in ("a.txt", "b/c.txt", "d.md"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    reported = Reported()
    arguments = [str(tmp_path), str(tmp_path / "*.md"), "-", str(tmp_path / "e"), "no*such"]
    names = list(file_names(arguments, reported))
    assert names == [*(str(tmp_path / name) for name in ("a.txt", "b/c.txt", "d.md")), "-"]
    assert reported == [
        (str(tmp_path / "e"), "no such file"),
        ("no*such", "no file fits this pattern"),
    ]


def test_what_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    """Bytes of another encoding are told with what may help, and the next file is read."""
    latin, wide, plain = (tmp_path / name for name in ("latin.txt", "wide.txt", "plain.txt"))
    latin.write_bytes("café".encode("latin-1"))
    wide.write_bytes("caf".encode("utf-16-le"))
    plain.write_bytes("café".encode())
    reported = Reported()
    reading = Reading(encoding=check_encoding("utf-8"))
    articles = list(read_articles(map(str, (latin, wide, plain)), reading, reported))
    assert [(article.id, article.text) for article in articles] == [(str(plain), "café")]
    assert [name for name, _ in reported] == [str(latin), str(wide)]
    assert "byte 0xe9 at offset 3" in reported[0][1]
    assert "--encoding cp1252" in reported[0][1]
    assert "--encoding utf-16-le" in reported[1][1]
