"""Flat tables: one row a quotation, with all that people count, in any text."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given

from quoteattr import Polarity, Quote, QuoteKind, RecordError, Setting, Span, Speaker, SpeakerKind
from quoteattr.formats.csv_tables import COLUMNS, columns, to_rows, write_csv
from quoteattr.formats.documents import Document
from strategies import documents, quotes

Documents = list[tuple[str, list[Quote]]]

WORDS = Span(start=1, end=8, text="Go home")
ANN = Speaker(name="Ann Lee", kind=SpeakerKind.PERSON, title="mayor")
QUOTE = Quote(kind=QuoteKind.DIRECT, content=(WORDS,), verbatim=(WORDS,), speaker=ANN)


@given(documents())
def test_csv_has_a_row_for_each_quotation(some: Documents) -> None:
    """A reader of CSV sees the text of every quotation, whatever is in it."""
    file = io.StringIO(newline="")
    write_csv(some, file)
    file.getvalue().encode("utf-8")
    rows = list(csv.DictReader(io.StringIO(file.getvalue(), newline="")))
    assert [row["text"] for row in rows] == [row["text"] for row in to_rows(some)]


def test_row() -> None:
    """A row is flat, and empty where there is nothing to say."""
    [row] = to_rows([("a.txt", [QUOTE])])
    assert tuple(row) == COLUMNS
    assert (row["document"], row["kind"], row["text"]) == ("a.txt", "direct", "Go home")
    assert (row["speaker"], row["title"], row["source"]) == ("Ann Lee", "mayor", None)
    assert (row["start"], row["end"]) == (1, 8)


@given(quotes())
def test_rows_hold_plain_values(quote: Quote) -> None:
    """Every value of a row is text, a number or nothing, and can be encoded."""
    for value in next(iter(to_rows([("a", [quote])]))).values():
        assert isinstance(value, str | int | float | None)
        str(value).encode("utf-8")


def test_row_holds_what_people_count() -> None:
    """Words between marks, cue, source, circumstances and who passes it on have columns."""
    quote = Quote(
        kind=QuoteKind.MIXED,
        content=(Span(start=10, end=14, text="left"), Span(start=20, end=24, text="soon")),
        verbatim=(Span(start=10, end=11, text="l"), Span(start=20, end=21, text="s")),
        cue=Span(start=4, end=8, text="said"),
        source=Span(start=0, end=3, text="Ann"),
        speaker=Speaker(name="Ann Lee", kind=SpeakerKind.PERSON, entity=3),
        setting=Setting(time=Span(start=30, end=36, text="Friday")),
        relayed_by=Speaker(name="Gazette", kind=SpeakerKind.ORGANIZATION),
        polarity=Polarity.DENIES,
    )
    [row] = to_rows([("a", [quote])])
    assert row == {
        **dict.fromkeys(COLUMNS),
        "document": "a",
        "kind": "mixed",
        "polarity": "denies",
        "text": "left soon",
        "verbatim": "l … s",
        "speaker": "Ann Lee",
        "speaker_kind": "person",
        "speaker_id": 3,
        "source": "Ann",
        "cue": "said",
        "time": "Friday",
        "relayed_by": "Gazette",
        "start": 10,
        "end": 24,
        "confidence": 1.0,
        "source_confidence": 1.0,
    }


def test_end_is_that_of_the_last_span() -> None:
    """A quotation that its cue splits ends where its last stretch does."""
    parts = tuple(Span(start=i, end=i + 1, text="x") for i in (1, 5, 9))
    [row] = to_rows([("a", [Quote(kind=QuoteKind.DIRECT, content=parts)])])
    assert (row["start"], row["end"]) == (1, 10)


def test_metadata_travels() -> None:
    """Fields of the first document have columns; what only later ones have is not lost."""
    some = [
        Document(id=7, quotes=[QUOTE], metadata={"outlet": "Gazette", "tags": ["a"]}),
        Document(id={"n": 1}, quotes=[QUOTE], metadata={"outlet": None, "page": 3}),
    ]
    file = io.StringIO()
    write_csv(some, file)
    first, second = csv.DictReader(io.StringIO(file.getvalue()))
    assert tuple(first) == columns(["outlet", "tags"])
    assert (first["document"], first["document_outlet"], first["document_tags"]) == (
        *("7", "Gazette", '["a"]'),
    )
    assert (second["document"], json.loads(second["metadata"])) == ('{"n": 1}', {"page": 3})


@pytest.mark.parametrize("fields", [(), ("tags",)])
def test_what_json_cannot_hold_is_refused(fields: tuple[str, ...]) -> None:
    """Metadata that is no JSON value is named, in a column of its own or among others."""
    quote = Quote(kind=QuoteKind.INDIRECT, content=())
    document = Document(id="a", quotes=[quote], metadata={"tags": {1, 2}})
    with pytest.raises(RecordError, match="JSON cannot hold"):
        list(to_rows([document], fields))
