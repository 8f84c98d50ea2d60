"""Files and tables: what is written can be read, and bad files name the line and the field."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import Quote, QuoteKind, RecordError, Span, Speaker, SpeakerKind
from quoteattr.formats.export import (
    COLUMNS,
    read_jsonl,
    read_parquet,
    to_brat,
    to_pandas,
    to_polars,
    to_rows,
    write_csv,
    write_jsonl,
    write_parquet,
)
from strategies import documents, quotes, read_texts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Documents = list[tuple[str, list[Quote]]]

WORDS = Span(start=1, end=8, text="Go home")
ANN = Speaker(name="Ann Lee", kind=SpeakerKind.PERSON, title="mayor")
QUOTE = Quote(kind=QuoteKind.DIRECT, content=(WORDS,), verbatim=(WORDS,), speaker=ANN)


def lines_of(some: Documents) -> str:
    """Give what `write_jsonl` writes."""
    file = io.StringIO()
    write_jsonl(some, file)
    return file.getvalue()


@given(documents())
def test_jsonl_round_trip(some: Documents) -> None:
    """Documents with and without quotations come back, in order."""
    assert list(read_jsonl(io.StringIO(lines_of(some), newline="\n"))) == some


@given(documents())
def test_jsonl_is_utf8(some: Documents) -> None:
    """Every line can be encoded, lone surrogates too, and holds one document."""
    written = lines_of(some)
    assert len(written.encode("utf-8").split(b"\n")) == len(some) + 1


def test_jsonl_is_readable() -> None:
    """Letters beyond ASCII stand as they are."""
    assert "“é”" in lines_of([("“é”", [])])


def test_blank_lines_are_passed_over() -> None:
    """A blank line is no document."""
    written = lines_of([("a", [QUOTE])])
    assert list(read_jsonl(["\n", written, " \n", ""])) == [("a", [QUOTE])]


def bad_line(**changes: Any) -> str:
    """Give a line with fields replaced; `...` takes one out."""
    data = {"version": 1, "document": "a", "quotes": [QUOTE.to_dict()]} | changes
    return json.dumps({name: value for name, value in data.items() if value is not ...})


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 2: no JSON"),
        ("[" * 100_000, "line 2: no JSON"),
        ("9" * 5000, "line 2: no JSON"),
        ("[]", "line 2: must be an object, not list"),
        ("NaN", "line 2: must be an object, not float"),
        (bad_line(version=2), "line 2: version must be 1, not 2"),
        (bad_line(version=True), "line 2: version must be int, not bool"),
        (bad_line(version=...), "line 2: version is missing"),
        (bad_line(document=None), "line 2: document must be str, not NoneType"),
        (bad_line(text="x"), "line 2: no field 'text'"),
        (bad_line(quotes={}), "line 2: quotes must be list, not dict"),
        (bad_line(quotes=[None]), "line 2: quotes[0]: Quote must be an object"),
        (
            bad_line(quotes=[QUOTE.to_dict(), QUOTE.to_dict() | {"kind": "x"}]),
            "line 2: quotes[1]: kind must be one of",
        ),
        (bad_line(quotes=[QUOTE.to_dict() | {"confidence": 2}]), "confidence must be"),
        (bad_line(quotes=[QUOTE.to_dict() | {"confidence": float("inf")}]), "confidence must be"),
        (bad_line(quotes=["__import__('os').abort()"]), "quotes[0]: Quote must be an object"),
    ],
)
def test_bad_line_is_named(line: str, message: str) -> None:
    """The message names the line, the quotation and the field."""
    reader = read_jsonl([lines_of([("a", [])]), line])
    assert next(reader) == ("a", [])
    with pytest.raises(RecordError, match=re.escape(message)):
        next(reader)


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


@pytest.mark.parametrize("convert", [to_pandas, to_polars])
def test_frames(convert: Any) -> None:
    """One call gives a frame with the rows, and with the columns where there is no row."""
    pytest.importorskip(convert.__name__.removeprefix("to_"))
    frame = convert([("a.txt", [QUOTE, QUOTE])])
    assert list(frame.columns) == list(COLUMNS)
    assert list(frame["text"]) == ["Go home", "Go home"]
    assert list(convert([]).columns) == list(COLUMNS)


@given(documents(st.characters(codec="utf-8")))
def test_parquet_round_trip(some: Documents) -> None:
    """Quotations come back whole, in order, under their documents' names."""
    pytest.importorskip("pyarrow")
    buffer = io.BytesIO()
    write_parquet(some, buffer)
    buffer.seek(0)
    assert flat(read_parquet(buffer)) == flat(some)


def flat(some: Iterable[tuple[str, list[Quote]]]) -> list[tuple[str, Quote]]:
    """Give pairs of a document's name and a quotation."""
    return [(name, quote) for name, group in some for quote in group]


def test_parquet_replaces_lone_surrogates() -> None:
    """What UTF-8 cannot hold becomes a replacement character."""
    pytest.importorskip("pyarrow")
    buffer = io.BytesIO()
    write_parquet([("\ud800", [QUOTE])], buffer)
    buffer.seek(0)
    assert flat(read_parquet(buffer)) == [("\ufffd", QUOTE)]


def test_parquet_in_a_file(tmp_path: Path) -> None:
    """A path will do, and the rows that a foreign file holds are refused."""
    parquet = pytest.importorskip("pyarrow.parquet")
    import pyarrow as pa  # noqa: PLC0415

    path = tmp_path / "quotes.parquet"
    some = [("a", [QUOTE]), ("b", []), ("c", [QUOTE, QUOTE])]
    write_parquet(some, path)
    assert list(read_parquet(path)) == [some[0], some[2]]
    parquet.write_table(pa.table({"x": [1]}), path)
    with pytest.raises(RecordError, match="document is missing"):
        list(read_parquet(path))


def read_standoff(annotations: str) -> dict[str, tuple[str, list[tuple[int, int]], str]]:
    """Read the text-bound lines of standoff: label, offsets and words by identifier."""
    bound = {}
    for line in annotations.split("\n"):
        if line.startswith("T"):
            name, where, words = line.split("\t")
            label, offsets = where.split(" ", 1)
            pairs = [tuple(map(int, pair.split())) for pair in offsets.split(";")]
            bound[name] = (label, pairs, words)
    return bound


@given(read_texts())
def test_brat_offsets_slice_back(read: tuple[str, list[Quote]]) -> None:
    """Every line is well formed, and its offsets give its words; no words lie across a line."""
    text, found = read
    annotations = to_brat(text, found)
    assert annotations == "" or annotations.endswith("\n")
    for line in annotations.removesuffix("\n").split("\n"):
        assert re.match(r"(T\d+\t(Source|Cue|Content|Attribution) [\d ;]+\t.|[EA#]\d+\t|$)", line)
    for _, pairs, words in read_standoff(annotations).values():
        sliced = " ".join(text[start:end] for start, end in pairs)
        assert re.sub("[\ud800-\udfff]", "\ufffd", sliced) == words
        assert "\n" not in words


def test_brat_roles() -> None:
    """An event joins the four parts of an attribution."""
    text = "“Go home\nnow,” said Ann."
    quote = Quote(
        kind=QuoteKind.MIXED,
        content=(Span(start=1, end=13, text=text[1:13]),),
        cue=Span(start=15, end=19, text="said"),
        source=Span(start=20, end=23, text="Ann"),
        speaker=Speaker(name="Ann\tLee", kind=SpeakerKind.PERSON, title="mayor"),
    )
    assert to_brat(text, [quote]).split("\n") == [
        "T1\tSource 20 23\tAnn",
        "T2\tCue 15 19\tsaid",
        "T3\tContent 1 8;9 13\tGo home now,",
        "T4\tAttribution 15 19\tsaid",
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
        "A1\tKind E1 mixed",
        "#1\tAnnotatorNotes E1\tAnn Lee, mayor",
        "",
    ]


def test_brat_without_cue() -> None:
    """Without a cue the event stands on the content."""
    annotations = to_brat("“Go home”", [QUOTE])
    assert "T2\tAttribution 1 8\tGo home" in annotations
    assert "E1\tAttribution:T2 Content:T1" in annotations


@given(quotes())
def test_rows_hold_plain_values(quote: Quote) -> None:
    """Every value of a row is text, a number or nothing, and can be encoded."""
    for value in next(iter(to_rows([("a", [quote])]))).values():
        assert isinstance(value, str | int | float | None)
        str(value).encode("utf-8")
