"""Matches on a page, in a table, and as JSON Lines."""

from __future__ import annotations

import io
import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from rich.console import Console

from quoteattr import Quote, RecordError, match_quotations
from quoteattr.formats.json_lines import read_jsonl
from quoteattr.formats.matches import (
    MATCHES_VERSION,
    matches_schema,
    matches_to_html,
    matches_to_table,
    write_matches,
)
from strategies import retold
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


VALIDATOR = jsonschema.Draft202012Validator(matches_schema())
PUBLISHED = f"quoteattr-matches-{MATCHES_VERSION}.schema.json"


def lines_of(some: list[tuple[object, list[Quote]]]) -> list[str]:
    """Give the lines of what documents share."""
    file = io.StringIO()
    write_matches(match_quotations(some), file)
    return file.getvalue().splitlines()


@given(retold())
def test_every_line_is_valid(some: list[tuple[object, list[Quote]]]) -> None:
    """Whatever documents share, the lines fit the schema."""
    for line in lines_of(some):
        VALIDATOR.validate(json.loads(line))


def test_the_schema_refuses_other_lines() -> None:
    """A line of another version, or without a field, is none."""
    jsonschema.Draft202012Validator.check_schema(matches_schema())
    file = io.StringIO()
    write_matches(MATCHES, file)
    for line in map(json.loads, file.getvalue().splitlines()):
        VALIDATOR.validate(line)
        assert not VALIDATOR.is_valid(line | {"version": 2})
        assert not VALIDATOR.is_valid({name: line[name] for name in list(line)[:-1]})


def test_published_schema_is_current() -> None:
    """The file in the docs is what `quoteattr schema --matches` prints."""
    path = Path(__file__).parents[2] / "docs" / PUBLISHED
    assert json.loads(path.read_text(encoding="utf-8")) == matches_schema()


def test_matches_are_not_taken_for_documents() -> None:
    """Who reads them as the quotations of documents is told what they are."""
    file = io.StringIO()
    write_matches(MATCHES, file)
    with pytest.raises(RecordError, match="line 1: holds what documents share"):
        list(read_jsonl(file.getvalue().splitlines()))
