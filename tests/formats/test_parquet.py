"""Parquet: whole records come back, in order."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import Quote, QuoteKind, RecordError, Span, Speaker, SpeakerKind
from quoteattr.formats.documents import Document
from quoteattr.formats.parquet import read_parquet, write_parquet
from strategies import documents

Documents = list[tuple[str, list[Quote]]]

WORDS = Span(start=1, end=8, text="Go home")
ANN = Speaker(name="Ann Lee", kind=SpeakerKind.PERSON, title="mayor")
QUOTE = Quote(kind=QuoteKind.DIRECT, content=(WORDS,), verbatim=(WORDS,), speaker=ANN)


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


def test_identifiers_and_metadata(tmp_path: Path) -> None:
    """An identifier of any type comes back; metadata stands beside it as JSON."""
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    names = ["7", 7, {"n": [1]}, None]
    write_parquet([Document(id=name, quotes=[QUOTE], metadata={"page": 3}) for name in names], path)
    assert [name for name, _ in read_parquet(path)] == names
    assert parquet.read_table(path)["metadata"].to_pylist() == ['{"page": 3}'] * 4


def test_another_file_is_refused(tmp_path: Path) -> None:
    """A file without documents is none of ours."""
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(pa.table({"a": [1]}), tmp_path / "a.parquet")
    with pytest.raises(RecordError, match="document is missing"):
        list(read_parquet(tmp_path / "a.parquet"))


def test_no_parquet(tmp_path: Path) -> None:
    """A file of another kind, or a part of one, is named as such."""
    pytest.importorskip("pyarrow")
    path = tmp_path / "quotes.parquet"
    for content in (b"", b"id,text\n" * 10):
        path.write_bytes(content)
        with pytest.raises(RecordError, match="no Parquet"):
            list(read_parquet(path))


def test_parquet_refuses_what_json_cannot_hold() -> None:
    """Metadata that is no JSON value is named."""
    pytest.importorskip("pyarrow")
    document = Document(id="a", quotes=[QUOTE], metadata={"tags": {1, 2}})
    with pytest.raises(RecordError, match="JSON cannot hold"):
        write_parquet([document], io.BytesIO())


def test_identifiers_that_are_equal_but_no_one(tmp_path: Path) -> None:
    """A number and a truth value side by side are two documents."""
    pytest.importorskip("pyarrow")
    path = tmp_path / "a.parquet"
    write_parquet([Document(id=name, quotes=[QUOTE]) for name in (1, True)], path)
    assert [(repr(name), quotes) for name, quotes in read_parquet(path)] == [
        ("1", [QUOTE]),
        ("True", [QUOTE]),
    ]


def test_an_identifier_that_is_no_json(tmp_path: Path) -> None:
    """What stands in the column for identifiers of other types is refused by name."""
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    write_parquet([Document(id=7, quotes=[QUOTE])], path)
    table = parquet.read_table(path)
    column = table.column_names.index("document_json")
    broken = table.set_column(column, table.schema.field(column), [pa.array(["{"])])
    parquet.write_table(broken, path)
    with pytest.raises(RecordError, match="document_json is no JSON"):
        list(read_parquet(path))
