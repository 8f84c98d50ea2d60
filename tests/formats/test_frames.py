"""Frames: the flat table in pandas and Polars."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from quoteattr import MissingExtraError, Quote, QuoteKind, Span, Speaker, SpeakerKind
from quoteattr.formats.csv_tables import COLUMNS
from quoteattr.formats.documents import Document
from quoteattr.formats.frames import to_pandas, to_polars

Documents = list[tuple[str, list[Quote]]]

WORDS = Span(start=1, end=8, text="Go home")
ANN = Speaker(name="Ann Lee", kind=SpeakerKind.PERSON, title="mayor")
QUOTE = Quote(kind=QuoteKind.DIRECT, content=(WORDS,), verbatim=(WORDS,), speaker=ANN)


@pytest.mark.parametrize("convert", [to_pandas, to_polars])
def test_frames(convert: Any) -> None:
    """One call gives a frame with the rows, and with the columns where there is no row."""
    pytest.importorskip(convert.__name__.removeprefix("to_"))
    frame = convert([("a.txt", [QUOTE, QUOTE])])
    assert list(frame.columns) == list(COLUMNS)
    assert list(frame["text"]) == ["Go home", "Go home"]
    assert list(convert([]).columns) == list(COLUMNS)


@pytest.mark.parametrize("convert", [to_pandas, to_polars])
def test_metadata_has_columns(convert: Any) -> None:
    """Every field of every document is a column, numbers stay numbers, and mixtures are text."""
    pytest.importorskip(convert.__name__.removeprefix("to_"))
    some = [
        Document(id=1, quotes=[QUOTE], metadata={"page": 3, "mixed": 1}),
        Document(id=2, quotes=[QUOTE], metadata={"outlet": "Gazette", "mixed": "a"}),
    ]
    frame = convert(some)
    assert list(frame.columns[-3:]) == ["document_page", "document_mixed", "document_outlet"]
    assert next(iter(frame["document_page"])) == 3
    assert [str(one) for one in frame["document_mixed"]] == ["1", "a"]
    assert list(frame["document_outlet"])[1] == "Gazette"


@pytest.mark.parametrize("convert", [to_pandas, to_polars])
def test_missing_extra(convert: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package, the error names the command that brings it."""
    name = convert.__name__.removeprefix("to_")
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingExtraError, match=rf"pip install '\.\[{name}\]'"):
        convert([])


@pytest.mark.parametrize(
    ("numbers", "kind", "column"),
    [
        ([1, 2.5], "Float64", [1.0, 2.5]),
        ([1, 2**70], "String", ["1", "1180591620717411303424"]),
        ([1, None], "Int64", [1, None]),
    ],
)
def test_numbers_have_the_narrowest_column(
    numbers: list[Any], kind: str, column: list[Any]
) -> None:
    """Whole ones beside others are fractions; those that no column of numbers holds are text."""
    pytest.importorskip("polars")
    some = [Document(id=1, quotes=[QUOTE], metadata={"page": number}) for number in numbers]
    found = to_polars(some)["document_page"]
    assert (str(found.dtype), list(found)) == (kind, column)
