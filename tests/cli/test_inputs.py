"""Inputs: what each file holds, and what is said of those that cannot be read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import typer

from quoteattr.cli.inputs import (
    InputFormat,
    InputOptions,
    check_encoding,
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
    assert InputOptions().form_of(name).value == form
    assert InputOptions(form=InputFormat.CSV).form_of(name) is InputFormat.CSV


def test_encodings_are_those_of_text() -> None:
    """UTF-8 may begin with a byte-order mark; what is no encoding of text is refused."""
    assert check_encoding("utf8") == "utf-8-sig"
    assert check_encoding("latin1") == "iso8859-1"
    for name in ("base64", "no-such"):
        with pytest.raises(typer.BadParameter):
            check_encoding(name)


def test_what_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    """Bytes of another encoding are told with what may help, and the next file is read."""
    latin, wide, plain = (tmp_path / name for name in ("latin.txt", "wide.txt", "plain.txt"))
    latin.write_bytes("café".encode("latin-1"))
    wide.write_bytes("caf".encode("utf-16-le"))
    plain.write_bytes("café".encode())
    reported = Reported()
    options = InputOptions()
    articles = list(read_articles(map(str, (latin, wide, plain)), options, reported))
    assert [(article.id, article.text) for article in articles] == [(str(plain), "café")]
    assert [name for name, _ in reported] == [str(latin), str(wide)]
    assert "byte 0xe9 at offset 3" in reported[0][1]
    assert "--encoding cp1252" in reported[0][1]
    assert "--encoding utf-16-le" in reported[1][1]


def test_a_line_of_other_bytes_costs_no_other_line(tmp_path: Path) -> None:
    """It is told with its number; a lone surrogate that JSON spells out is none."""
    path = tmp_path / "in.jsonl"
    lines = [b'{"text": "caf\xe9"}', b'{"text": "\\udce9"}', b'{"text": "caf\xc3\xa9"}']
    path.write_bytes(b"\n".join(lines))
    reported = Reported()
    articles = list(read_articles(iter([str(path)]), InputOptions(), reported))
    assert [article.text for article in articles] == ["\udce9", "café"]
    [(name, message)] = reported
    assert name == str(path)
    assert message.startswith("line 1: not UTF-8 text (byte 0xe9 at offset 13)")


def test_a_row_of_other_bytes_costs_no_other_row(tmp_path: Path) -> None:
    """It is told by its identifier."""
    path = tmp_path / "in.csv"
    path.write_bytes(b"id,text\n1,caf\xe9\n2,caf\xc3\xa9\n")
    reported = Reported()
    articles = list(read_articles(iter([str(path)]), InputOptions(), reported))
    assert [(article.id, article.text) for article in articles] == [("2", "café")]
    [(name, message)] = reported
    assert name == "1"
    assert "--encoding cp1252" in message


@pytest.mark.parametrize("name", ["in.jsonl", "in.csv", "in.txt"])
def test_two_bytes_a_character_are_told_at_once(tmp_path: Path, name: str) -> None:
    """Whatever the file holds, the encoding is named in one message."""
    path = tmp_path / name
    path.write_bytes('{"id": 1, "text": "It rained."}\n'.encode("utf-16-le") * 5)
    reported = Reported()
    assert list(read_articles(iter([str(path)]), InputOptions(), reported)) == []
    assert reported == [(str(path), "looks like UTF-16; try --encoding utf-16-le")]


@pytest.mark.parametrize("name", ["in.jsonl", "in.csv", "in.txt"])
def test_an_encoding_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    """Plain bytes are no UTF-16, whatever the file holds."""
    path = tmp_path / name
    path.write_bytes(b"text\n1\n")
    reported = Reported()
    assert list(read_articles(iter([str(path)]), InputOptions(encoding="utf-16"), reported)) == []
    assert len(reported) == 1


def test_a_table_without_the_column_is_told_once(tmp_path: Path) -> None:
    """However many rows it has, and though it has none."""
    for rows in ("", "1,x\n2,y\n"):
        path = tmp_path / "in.csv"
        path.write_text(f"id,body\n{rows}", encoding="utf-8")
        reported = Reported()
        assert list(read_articles(iter([str(path)]), InputOptions(), reported)) == []
        assert len(reported) == 1


def test_utf_8_is_named_where_the_bytes_are_that(tmp_path: Path) -> None:
    """The hint names the encoding that the bytes show, not the commonest other one."""
    file = tmp_path / "a.txt"
    file.write_text("“Né,” said Ann Lee.", encoding="utf-8")
    reported = Reported()
    assert list(read_articles(iter([str(file)]), InputOptions(encoding="ascii"), reported)) == []
    assert "--encoding utf-8" in reported[0][1]
