"""quoteattr match: texts and stored records in, and what cannot be read told."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner, Result

import quoteattr.cli
from quoteattr.formats import write_jsonl
from versions import said

WORDS = "We will rebuild the old bridge and open it by spring"


def run(*arguments: str | Path) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(quoteattr.cli.app, ["match", *map(str, arguments)])


def stored(path: Path, name: str) -> Path:
    """Store a document with the words."""
    with path.open("w", encoding="utf-8") as file:
        write_jsonl([(name, [said(WORDS, "Ann Lee")])], file)
    return path


def test_texts_and_records(tmp_path: Path) -> None:
    """A text and the records of an earlier run are matched with each other."""
    (tmp_path / "a.txt").write_text(f"“{WORDS},” said Ann Lee.", "utf-8")
    result = run("-f", "jsonl", tmp_path / "a.txt", stored(tmp_path / "b.jsonl", "b"))
    assert result.exit_code == 0
    quotation, person = map(json.loads, result.stdout.splitlines())
    assert [one["document"] for one in quotation["occurrences"]] == [str(tmp_path / "a.txt"), "b"]
    assert person["name"] == "Ann Lee"


def test_a_bad_line_loses_nothing_else(tmp_path: Path) -> None:
    """A record of another version is told with file and line; the other lines are matched."""
    path = stored(tmp_path / "a.jsonl", "a")
    other = path.read_text("utf-8").replace('"version": 2', '"version": 99')
    path.write_text(other + path.read_text("utf-8"), "utf-8")
    result = run("-f", "jsonl", path, stored(tmp_path / "b.jsonl", "b"))
    assert result.exit_code == 2
    assert "a.jsonl: line 1: version must be 1 or 2, not 99" in result.stderr
    assert len(result.stdout.splitlines()) == 2


def test_a_document_twice(tmp_path: Path) -> None:
    """One id in two files is told in one line."""
    paths = stored(tmp_path / "a.jsonl", "a"), stored(tmp_path / "b.jsonl", "a")
    result = run(*paths)
    assert result.exit_code == 1
    assert result.stderr == "quoteattr: document 'a' is there twice\n"


def test_page(tmp_path: Path) -> None:
    """The page goes where it is told to."""
    paths = stored(tmp_path / "a.jsonl", "a"), stored(tmp_path / "b.jsonl", "b")
    assert run("-f", "html", "-o", tmp_path / "page.html", *paths).exit_code == 0
    assert WORDS in (tmp_path / "page.html").read_text("utf-8")
