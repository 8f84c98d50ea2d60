"""Flat tables: one row a quotation, with what people count in columns; CSV files of them."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TextIO

from quoteattr.formats.documents import (
    Document,
    Documents,
    encodable,
    identifier,
    json_text,
    read_documents_given,
)
from quoteattr.records import Quote, Span

__all__ = ["COLUMNS", "columns", "to_rows", "write_csv"]

COLUMNS = (
    "document",
    "kind",
    "polarity",
    "text",
    "verbatim",
    "speaker",
    "speaker_kind",
    "speaker_id",
    "title",
    "source",
    "cue",
    "addressee",
    "medium",
    "place",
    "time",
    "relayed_by",
    "start",
    "end",
    "confidence",
    "source_confidence",
    "metadata",
)
_VERBATIM_JOINT = " … "


def columns(fields: Sequence[str] = ()) -> tuple[str, ...]:
    """Give the names of a table's columns, of which the fields of the documents are the last.

    Examples:
        >>> columns(["outlet"])[-2:]
        ('metadata', 'document_outlet')
    """
    return (*COLUMNS, *(f"document_{field}" for field in fields))


def to_rows(documents: Documents, fields: Sequence[str] = ()) -> Iterator[dict[str, Any]]:
    """Give one flat row for each quotation, with the columns that `columns` names.

    NUL and lone surrogates, which tables cannot hold, become replacement characters.

    Args:
        documents: documents, or pairs of an identifier and quotations.
        fields: the fields of the documents' metadata that have a column of their own; all others
            stand in the column `metadata`, as JSON.

    Raises:
        TypeError: a document is neither a `Document` nor a pair, or holds what is no quotation.
        RecordError: an identifier or metadata is nothing that JSON can hold.

    Examples:
        >>> from quoteattr import extract_quotes
        >>> rows = to_rows([("a.txt", extract_quotes("“We have to wait,” said Ann Lee."))])
        >>> [(row["speaker"], row["start"], row["end"]) for row in rows]
        [('Ann Lee', 1, 17)]
    """
    for document in read_documents_given(documents):
        belongs = _belongings(document, fields)
        for quote in document.quotes:
            row = {"document": identifier(document.id), **_row(quote), **belongs}
            yield {name: _flat(value) for name, value in row.items()}


def _row(quote: Quote) -> dict[str, Any]:
    speaker, content, setting = quote.speaker, quote.content, quote.setting
    return {
        "kind": quote.kind.value,
        "polarity": quote.polarity.value,
        "text": quote.text,
        "verbatim": _VERBATIM_JOINT.join(span.text for span in quote.verbatim) or None,
        "speaker": speaker.name if speaker else None,
        "speaker_kind": speaker.kind.value if speaker else None,
        "speaker_id": speaker.entity if speaker else None,
        "title": speaker.title if speaker else None,
        "source": _words(quote.source),
        "cue": _words(quote.cue),
        "addressee": _words(setting.addressee),
        "medium": _words(setting.medium),
        "place": _words(setting.place),
        "time": _words(setting.time),
        "relayed_by": quote.relayed_by.name if quote.relayed_by else None,
        "start": content[0].start if content else None,
        "end": content[-1].end if content else None,
        "confidence": quote.confidence,
        "source_confidence": quote.source_confidence,
    }


def _words(span: Span | None) -> str | None:
    return span.text if span else None


def _belongings(document: Document, fields: Sequence[str]) -> dict[str, Any]:
    """Give the columns of a document's own fields."""
    others = {name: value for name, value in document.metadata.items() if name not in fields}
    own = {f"document_{name}": _cell(document.metadata, name) for name in fields}
    return {"metadata": json_text(others) if others else None, **own}


def _cell(metadata: Mapping[str, Any], name: str) -> Any:
    """Give text, numbers and nothing as they are, and what else JSON knows as JSON."""
    value = metadata.get(name)
    plain = value is None or isinstance(value, str | int | float)
    return value if plain else json_text(value)


def _flat(value: Any) -> Any:
    return encodable(value).replace("\0", "\ufffd") if isinstance(value, str) else value


def write_csv(documents: Documents, file: TextIO, fields: Sequence[str] | None = None) -> None:
    """Write a header and one row for each quotation.

    Args:
        documents: documents, or pairs of an identifier and quotations.
        file: a text file opened for writing, in UTF-8, with `newline=""`.
        fields: the metadata that has columns of its own; by default that of the first document.

    Raises:
        TypeError, RecordError: as `to_rows`.

    Examples:
        >>> import io
        >>> file = io.StringIO()
        >>> write_csv([], file)
        >>> file.getvalue().split(",")[:3]
        ['document', 'kind', 'polarity']
    """
    stream = read_documents_given(documents)
    first = list(itertools.islice(stream, 1))
    if fields is None:
        fields = [name for document in first for name in document.metadata]
    writer = csv.DictWriter(file, columns(fields))
    writer.writeheader()
    for document in itertools.chain(first, stream):
        writer.writerows(to_rows([document], fields))
