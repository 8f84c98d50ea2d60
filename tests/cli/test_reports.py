"""Reports: one line each on standard error, counted, and kept in a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer

from quoteattr.cli.reports import Reporter, reporting


def test_each_report_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Identifiers of any type are shown, an empty one too, and nothing steers the terminal."""
    report = Reporter()
    for name in ({"n": 1}, "", "two\nlines\x1b[2J"):
        report(name, "broken")
    assert report.count == 3
    assert capsys.readouterr().err.splitlines() == [
        'quoteattr: {"n": 1}: broken',
        "quoteattr: '': broken",
        "quoteattr: two lines\ufffd[2J: broken",
    ]


def test_a_file_holds_what_was_told(tmp_path: Path) -> None:
    """One JSON object a line; a run with reports ends with 2."""
    path = tmp_path / "errors.jsonl"
    with pytest.raises(typer.Exit) as caught, reporting(path) as report:
        report(7, "broken")
    assert caught.value.exit_code == 2
    assert json.loads(path.read_text(encoding="utf-8")) == {"document": 7, "error": "broken"}


def test_without_a_report_nothing_ends(tmp_path: Path) -> None:
    """The file is there and empty; one that cannot be made is wrong usage."""
    with reporting(tmp_path / "errors.jsonl"):
        pass
    assert (tmp_path / "errors.jsonl").read_bytes() == b""
    with pytest.raises(typer.BadParameter, match="No such file"), reporting(tmp_path / "a" / "b"):
        pass
