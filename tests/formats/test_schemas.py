"""The published JSON Schema and the Arrow type describe what is written."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from quoteattr import Quote, QuoteKind, Span
from quoteattr.formats.json_lines import read_jsonl, write_jsonl
from quoteattr.formats.schemas import SCHEMA_VERSION, arrow_type, json_schema
from strategies import documents

PUBLISHED = Path(__file__).parents[2] / "docs" / f"quoteattr-{SCHEMA_VERSION}.schema.json"
VALIDATOR = jsonschema.Draft202012Validator(json_schema())


def test_schema_is_one() -> None:
    """The schema itself is valid."""
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_published_schema_is_current() -> None:
    """The file in the docs is what `quoteattr schema` prints; a change needs a new version."""
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == json_schema()


@given(documents())
def test_every_line_is_valid(some: list[tuple[str, list[Quote]]]) -> None:
    """Whatever the records hold, their lines fit the schema."""
    file = io.StringIO()
    write_jsonl(some, file)
    for line in file.getvalue().split("\n")[:-1]:
        VALIDATOR.validate(json.loads(line))


QUOTE = Quote(
    kind=QuoteKind.DIRECT, content=(Span(start=0, end=1, text="x"),), confidence=0.5
).to_dict()
LINE = {"version": 2, "document": [1], "metadata": {}, "speakers": [], "quotes": [QUOTE]}


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "loud"},
        {"confidence": 2},
        {"content": None},
        {"cue": "said"},
        {"extra": 1},
        {"polarity": "loud"},
        {"setting": {"time": None}},
        {"speaker": {"name": "Ann"}},
        {"speaker": {"id": -1, "title": None}},
        {"content": [{"start": -1, "end": 1, "text": "x"}]},
    ],
)
def test_schema_refuses(change: dict[str, Any]) -> None:
    """The schema says no to what the reader refuses."""
    VALIDATOR.validate(LINE)
    assert not VALIDATOR.is_valid(LINE | {"quotes": [QUOTE | change]})


def test_arrow_type_has_the_fields() -> None:
    """The Arrow struct has a record's fields, nested as they are."""
    pytest.importorskip("pyarrow")
    quote = arrow_type()
    assert [field.name for field in quote] == list(QUOTE)
    assert str(quote.field("cue").type) == "struct<start: int64, end: int64, text: string>"
    speaker = quote.field("speaker").type
    assert [field.name for field in speaker][:3] == ["name", "kind", "title"]
    member = speaker.field("members").type.value_type
    assert "members" not in [field.name for field in member]


def test_the_first_version_stays_as_it_was() -> None:
    """Lines of version 1 have a schema of their own, which nothing changes any more."""
    first = json.loads((PUBLISHED.parent / "quoteattr-1.schema.json").read_text(encoding="utf-8"))
    quote = {name: QUOTE[name] for name in first["$defs"]["Quote"]["required"]}
    assert len(quote) == 7
    line = {"version": 1, "document": "a", "quotes": [quote]}
    jsonschema.Draft202012Validator(first).validate(line)
    assert [one.to_dict() for _, quotes in read_jsonl([json.dumps(line)]) for one in quotes] == [
        QUOTE
    ]
