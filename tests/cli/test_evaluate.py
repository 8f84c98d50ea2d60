"""`evaluate`: figures, and errors that name the file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner, Result

import quoteattr.cli
from quoteattr import RecordError, extract_quotes
from quoteattr.formats import read_jsonl, write_jsonl

if TYPE_CHECKING:
    from pathlib import Path

ANN = "“We have to wait,” said Ann Lee, the mayor of Springfield.\r\n\r\nIt rained on Monday."


def run(*arguments: str | Path) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(quoteattr.cli.app, [str(one) for one in arguments])


def test_evaluate(tmp_path: Path) -> None:
    """A reading judged by itself is right; a bad file is one line that names the field."""
    path = tmp_path / "a.jsonl"
    with path.open("w", encoding="utf-8") as file:
        write_jsonl([("a", extract_quotes(ANN)), ({"n": 1}, [])], file)
    assert "1.000" in run("evaluate", path, path).stdout
    assert json.loads(run("evaluate", "--json", path, path).stdout)["detection"]["f1"] == 1.0
    path.write_text('{"version": 1, "document": "a", "quotes": [{}]}', encoding="utf-8")
    with pytest.raises(RecordError):
        list(read_jsonl([path.read_text(encoding="utf-8")]))
    result = run("evaluate", path, path)
    assert result.exit_code == 1
    assert result.stderr == f"quoteattr: {path}: line 1: quotes[0]: Quote.confidence is missing\n"


def test_no_common_document(tmp_path: Path) -> None:
    """Two files about other documents are no measure: an error that names both."""
    paths = [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]
    for path in paths:
        with path.open("w", encoding="utf-8") as file:
            write_jsonl([(path.name, [])], file)
    result = run("evaluate", *paths)
    assert result.exit_code == 1
    message = f"quoteattr: {paths[0]} and {paths[1]} have no document in common\n"
    assert result.stderr == message


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    """Files that an editor has put a byte-order mark in front of are read."""
    path = tmp_path / "a.jsonl"
    with path.open("w", encoding="utf-8-sig") as file:
        write_jsonl([("a", extract_quotes(ANN))], file)
    assert "1.000" in run("evaluate", path, path).stdout


def test_a_document_twice(tmp_path: Path) -> None:
    """A document that stands twice in a file is an error that names the file and the document."""
    path = tmp_path / "a.jsonl"
    with path.open("w", encoding="utf-8") as file:
        write_jsonl([({"n": 1}, []), ({"n": 1}, [])], file)
    result = run("evaluate", path, path)
    assert result.exit_code == 1
    assert result.stderr == f"quoteattr: {path}: document {{'n': 1}} is there twice\n"


def test_standard_input(tmp_path: Path) -> None:
    """Records may come from another program."""
    path = tmp_path / "a.jsonl"
    with path.open("w", encoding="utf-8") as file:
        write_jsonl([("a", extract_quotes(ANN))], file)
    arguments = ["evaluate", str(path), "-"]
    result = CliRunner().invoke(quoteattr.cli.app, arguments, input=path.read_bytes())
    assert "1.000" in result.stdout
    assert run("evaluate", "-", "-").exit_code == 2
