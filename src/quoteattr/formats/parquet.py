"""Parquet: one row a quotation, with the whole record in nested columns."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from quoteattr.errors import RecordError
from quoteattr.formats.documents import (
    Document,
    Documents,
    encodable,
    identifier,
    json_text,
    read_documents_given,
)
from quoteattr.formats.extras import optional_import
from quoteattr.formats.json_lines import read_quote
from quoteattr.formats.schemas import SCHEMA_VERSION, arrow_type
from quoteattr.records import Quote

__all__ = ["read_parquet", "write_parquet"]

_ROWS_AT_ONCE = 10_000
_OWN = ("document", "document_json", "metadata")


def write_parquet(documents: Documents, file: str | Path | BinaryIO) -> None:
    """Write one row for each quotation: the document's identifier and the whole record.

    An identifier that is no text stands in `document` as JSON, and in `document_json` once more;
    metadata is JSON. Ten thousand rows are held at a time, however many documents there are.

    Raises:
        TypeError: a document is neither a `Document` nor a pair, or holds what is no quotation.
        RecordError: an identifier or metadata is nothing that JSON can hold.
        MissingExtraError: pyarrow is not installed.
    """
    pa, parquet = _arrow()
    own = [(name, pa.string()) for name in _OWN]
    schema = pa.schema([*own, *arrow_type()])
    schema = schema.with_metadata({"quoteattr": str(SCHEMA_VERSION)})
    rows = itertools.chain.from_iterable(map(_rows, read_documents_given(documents)))
    with parquet.ParquetWriter(file, schema) as writer:
        while some := list(itertools.islice(rows, _ROWS_AT_ONCE)):
            writer.write_table(pa.Table.from_pylist([_clean(row) for row in some], schema))


def _arrow() -> tuple[Any, Any]:
    return optional_import("pyarrow", "parquet"), optional_import("pyarrow.parquet", "parquet")


def _rows(document: Document) -> Iterator[dict[str, Any]]:
    name, text, others = document.id, identifier(document.id), dict(document.metadata)
    own = {
        "document": text,
        "document_json": None if isinstance(name, str) else text,
        "metadata": json_text(others, ensure_ascii=True) if others else None,
    }
    for quote in document.quotes:
        yield own | quote.to_dict()


def _clean(value: Any) -> Any:
    """Replace what UTF-8 cannot hold, anywhere inside."""
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_clean(item) for item in value]
    return encodable(value) if isinstance(value, str) else value


def read_parquet(file: str | Path | BinaryIO) -> Iterator[tuple[Any, list[Quote]]]:
    """Read what `write_parquet` wrote; documents without quotations left no trace in it.

    Raises:
        OSError: the file cannot be opened.
        RecordError: it is no Parquet, or does not hold such rows.
        MissingExtraError: pyarrow is not installed.
    """
    pa, parquet = _arrow()
    try:
        opened = parquet.ParquetFile(file)
    except pa.ArrowInvalid as error:
        raise RecordError(f"no Parquet: {error}") from error
    with opened as table:
        for (name, written), group in itertools.groupby(_rows_in(table, pa), key=_pop_document):
            quotes = [read_quote(number, row) for number, row in enumerate(group)]
            yield name if written is None else _read_json(written), quotes


def _rows_in(table: Any, pa: Any) -> Iterator[dict[str, Any]]:
    try:
        for batch in table.iter_batches(batch_size=_ROWS_AT_ONCE):
            yield from batch.to_pylist()
    except (pa.ArrowInvalid, OSError) as error:
        raise RecordError(f"broken Parquet: {error}") from error


def _pop_document(row: dict[str, Any]) -> tuple[str, str | None]:
    """Take the identifier out of a row: as text, and as JSON where it is no text."""
    name, written, _ = (row.pop(column, None) for column in _OWN)
    if not isinstance(name, str):
        raise RecordError("document is missing")
    return name, written


def _read_json(written: str) -> Any:
    try:
        return json.loads(written)
    except ValueError as error:
        raise RecordError(f"document_json is no JSON: {error}") from error
