"""Matches on a page, in a table, and as JSON Lines."""

from __future__ import annotations

import io
import json

from rich.console import Console

from quoteattr import match_quotations
from quoteattr.formats.matches import matches_to_html, matches_to_table, write_matches
from versions import person, said

ANN = person("Ann Lee", "mayor of <Rotham>")
MATCHES = match_quotations(
    [
        ("a.txt", [said("We will rebuild the old bridge and open it by spring", ANN)]),
        ("b.txt", [said("We will rebuild the big old bridge and open it", "Bo Ek")]),
        ("c.txt", [said("We shall be there, and that is that", ANN)]),
    ]
)


def test_page_marks_differences() -> None:
    """Words of its own and words left out are marked; who disagrees is told; all is escaped."""
    page = matches_to_html(MATCHES)
    assert "We will rebuild the <ins>big</ins> old bridge and open it <del>by spring</del>" in page
    assert "The texts name different speakers." in page
    assert "mayor of &lt;Rotham&gt;" in page
    assert "<script" not in page


def test_table() -> None:
    """Each occurrence has a row with its document."""
    console = Console(width=160, file=io.StringIO())
    with console.capture() as printed:
        console.print(matches_to_table(MATCHES))
    assert printed.get().count(".txt") == 4
    assert "(speakers" in printed.get()


def test_json_lines() -> None:
    """Quotations come first, then people; each line tells which it is."""
    file = io.StringIO()
    write_matches(MATCHES, file)
    lines = [json.loads(line) for line in file.getvalue().splitlines()]
    assert [line["match"] for line in lines] == ["quotation", "person"]
    assert [one["document"] for one in lines[0]["occurrences"]] == ["a.txt", "b.txt"]
    assert lines[1]["titles"] == [{"title": "mayor of <Rotham>", "documents": ["a.txt", "c.txt"]}]
