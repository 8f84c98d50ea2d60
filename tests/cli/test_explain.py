"""`explain`: what decided each quotation."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from typer.testing import CliRunner, Result

import quoteattr.cli
from quoteattr import Quote, extract_quotes

if TYPE_CHECKING:
    from pathlib import Path

ANN = "“We have to wait,” said Ann Lee, the mayor of Springfield.\r\n\r\nIt rained on Monday."


def run(*arguments: str | Path) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(quoteattr.cli.app, [str(one) for one in arguments])


def test_explain(tmp_path: Path) -> None:
    """Each quotation comes with its candidates; with --json, with everything there is."""
    (tmp_path / "ann.txt").write_bytes(ANN.encode())
    printed = run("explain", tmp_path / "ann.txt").stdout
    assert printed.startswith("We have to wait,\n  direct, speaker Ann Lee, confidence ")
    assert "% Ann Lee" in printed
    [quote] = json.loads(run("explain", "--json", tmp_path / "ann.txt").stdout)["quotes"]
    assert Quote.from_dict(quote["quote"]) == extract_quotes(ANN)[0]
    assert run("explain", tmp_path / "no.txt", tmp_path / "ann.txt").exit_code == 2
