"""`explain`: what decided each quotation."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from typer.testing import CliRunner, Result

import quoteattr.cli
from quoteattr import Quote, QuoteExtractor, extract_quotes

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from quoteattr.explanations import Explanation

ANN = "“We have to wait,” said Ann Lee, the mayor of Springfield.\r\n\r\nIt rained on Monday."


def run(*arguments: str | Path) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(quoteattr.cli.app, [str(one) for one in arguments])


def test_explain(tmp_path: Path) -> None:
    """Each quotation comes with its candidates; with --json, with everything there is."""
    (tmp_path / "ann.txt").write_bytes(ANN.encode())
    printed = run("explain", tmp_path / "ann.txt").stdout
    assert printed.startswith(
        f"{tmp_path / 'ann.txt'}\n\nWe have to wait,\n  direct, speaker Ann Lee, confidence "
    )
    assert "% Ann Lee" in printed
    [quote] = json.loads(run("explain", "--json", tmp_path / "ann.txt").stdout)["quotes"]
    assert Quote.from_dict(quote["quote"]) == extract_quotes(ANN)[0]
    assert run("explain", tmp_path / "no.txt", tmp_path / "ann.txt").exit_code == 2


def test_each_document_has_a_heading(tmp_path: Path) -> None:
    """Quotations stand under the name of their document; where there are none, that is said."""
    (tmp_path / "ann.txt").write_bytes(ANN.encode())
    (tmp_path / "none.txt").write_text("It rained.", encoding="utf-8")
    lines = run("explain", tmp_path / "none.txt", tmp_path / "ann.txt").stdout.splitlines()
    assert lines[:3] == [str(tmp_path / "none.txt"), "", "(no quotations)"]
    assert lines[4:7] == [str(tmp_path / "ann.txt"), "", "We have to wait,"]


def test_texts_are_read_as_for_extract(tmp_path: Path) -> None:
    """A table with other columns can be explained, and a model that is missing is named."""
    path = tmp_path / "in.csv"
    path.write_text(f'url,body\nu1,"{ANN}"\n', encoding="utf-8")
    fields = ("--text-field", "body", "--id-field", "url")
    assert json.loads(run("explain", "--json", *fields, path).stdout)["document"] == "u1"
    missing = run("explain", "--model", "no_such", path)
    assert missing.exit_code == 1
    assert "'no_such' is not installed" in missing.stderr


def test_a_text_that_cannot_be_explained_loses_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told in one line, as by `extract`, and the command ends with 2."""
    for name, text in (("a", ANN), ("b", "bad"), ("c", ANN)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    sound = QuoteExtractor.explain

    def explain(extractor: QuoteExtractor, text: str) -> list[Explanation]:
        if text == "bad":
            raise RuntimeError("out of\nmemory")
        return sound(extractor, text)

    monkeypatch.setattr(QuoteExtractor, "explain", explain)
    result = run("explain", "--json", tmp_path)
    documents = [json.loads(line)["document"] for line in result.stdout.splitlines()]
    assert documents == [str(tmp_path / "a.txt"), str(tmp_path / "c.txt")]
    assert result.stderr.count("\n") == 1
    assert "b.txt: RuntimeError: out of" in result.stderr
    assert result.exit_code == 2
