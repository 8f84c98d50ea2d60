"""Quotations to files and tables, and back from JSON Lines and Parquet."""

from __future__ import annotations

import csv
import itertools
import json
import re
from typing import TYPE_CHECKING, Any, TextIO

from quoteattr.errors import RecordError
from quoteattr.formats.schemas import SCHEMA_VERSION, arrow_type
from quoteattr.records import Quote, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    import pandas as pd
    import polars as pl

    Documents = Iterable[tuple[str, Sequence[Quote]]]

__all__ = [
    "COLUMNS",
    "read_jsonl",
    "read_parquet",
    "to_brat",
    "to_pandas",
    "to_polars",
    "to_rows",
    "write_csv",
    "write_jsonl",
    "write_parquet",
]

_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_FIELDS = {"version": int, "document": str, "quotes": list}


# JSON Lines: one document a line.


def write_jsonl(documents: Documents, file: TextIO) -> None:
    r"""Write one line for each document: its name and its quotations, as the JSON Schema says.

    Args:
        documents: pairs of a document's name and its quotations.
        file: a text file opened for writing, in UTF-8.

    Examples:
        >>> import io
        >>> file = io.StringIO()
        >>> write_jsonl([("a.txt", [])], file)
        >>> file.getvalue()
        '{"version": 1, "document": "a.txt", "quotes": []}\n'
    """
    for name, quotes in documents:
        line = {
            "version": SCHEMA_VERSION,
            "document": name,
            "quotes": [quote.to_dict() for quote in quotes],
        }
        file.write(_json(line) + "\n")


def _json(value: object) -> str:
    """Write plain characters, and escapes where UTF-8 has no form for them."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return json.dumps(value, allow_nan=False) if _SURROGATE.search(text) else text


def read_jsonl(lines: Iterable[str]) -> Iterator[tuple[str, list[Quote]]]:
    """Read what `write_jsonl` wrote, one document at a time; blank lines are passed over.

    Args:
        lines: an open text file, or any lines.

    Raises:
        RecordError: a line is no record; the message names the line, the quotation and the field.

    Examples:
        >>> list(read_jsonl(['{"version": 1, "document": "a.txt", "quotes": []}']))
        [('a.txt', [])]
    """
    for number, line in enumerate(lines, 1):
        if not line.isspace() and line:
            try:
                yield _read_line(line)
            except RecordError as error:
                raise RecordError(f"line {number}: {error}") from error


def _read_line(line: str) -> tuple[str, list[Quote]]:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RecordError(f"no JSON: {error}") from error
    if not isinstance(data, dict):
        raise RecordError(f"must be an object, not {type(data).__name__}")
    for name in sorted(_LINE_FIELDS.keys() ^ data.keys()):
        raise RecordError(f"{name} is missing" if name in _LINE_FIELDS else f"no field {name!r}")
    for name, kind in _LINE_FIELDS.items():
        if type(data[name]) is not kind:
            found = type(data[name]).__name__
            raise RecordError(f"{name} must be {kind.__name__}, not {found}")
    if data["version"] != SCHEMA_VERSION:
        raise RecordError(f"version must be {SCHEMA_VERSION}, not {data['version']}")
    return data["document"], [_read_quote(*item) for item in enumerate(data["quotes"])]


def _read_quote(number: int, data: Any) -> Quote:
    try:
        return Quote.from_dict(data)
    except RecordError as error:
        raise RecordError(f"quotes[{number}]: {error}") from error


# Tables: one row a quotation.

COLUMNS = (
    "document",
    "kind",
    "text",
    "speaker",
    "speaker_kind",
    "title",
    "source",
    "cue",
    "start",
    "end",
    "confidence",
)


def to_rows(documents: Documents) -> Iterator[dict[str, Any]]:
    """Give one flat row for each quotation, with the columns that `COLUMNS` names.

    `start` and `end` bound the content, which may have gaps. NUL and lone surrogates, which
    tables cannot hold, become replacement characters.

    Examples:
        >>> from quoteattr import extract_quotes
        >>> rows = to_rows([("a.txt", extract_quotes("“We have to wait,” said Ann Lee."))])
        >>> [(row["speaker"], row["start"], row["end"]) for row in rows]
        [('Ann Lee', 1, 17)]
    """
    for name, quotes in documents:
        for quote in quotes:
            yield {column: _flat(value) for column, value in _row(name, quote).items()}


def _row(name: str, quote: Quote) -> dict[str, Any]:
    speaker, content = quote.speaker, quote.content
    return {
        "document": name,
        "kind": quote.kind.value,
        "text": quote.text,
        "speaker": speaker.name if speaker else None,
        "speaker_kind": speaker.kind.value if speaker else None,
        "title": speaker.title if speaker else None,
        "source": quote.source.text if quote.source else None,
        "cue": quote.cue.text if quote.cue else None,
        "start": content[0].start if content else None,
        "end": content[-1].end if content else None,
        "confidence": quote.confidence,
    }


def _flat(value: Any) -> Any:
    return _encodable(value).replace("\0", "\ufffd") if isinstance(value, str) else value


def _clean(value: Any) -> Any:
    return _encodable(value) if isinstance(value, str) else value


def _encodable(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)


def write_csv(documents: Documents, file: TextIO) -> None:
    """Write a header and one row for each quotation.

    Args:
        documents: pairs of a document's name and its quotations.
        file: a text file opened for writing, in UTF-8, with `newline=""`.

    Examples:
        >>> import io
        >>> file = io.StringIO()
        >>> write_csv([], file)
        >>> file.getvalue().split(",")[:3]
        ['document', 'kind', 'text']
    """
    writer = csv.DictWriter(file, COLUMNS)
    writer.writeheader()
    writer.writerows(to_rows(documents))


def to_pandas(documents: Documents) -> pd.DataFrame:
    """Give a pandas frame with one row for each quotation; needs pandas.

    Examples:
        >>> to_pandas([("a.txt", [])]).columns[0]
        'document'
    """
    import pandas as pd  # noqa: PLC0415  # an extra

    return pd.DataFrame(list(to_rows(documents)), columns=list(COLUMNS))


def to_polars(documents: Documents) -> pl.DataFrame:
    """Give a Polars frame with one row for each quotation; needs polars.

    Examples:
        >>> to_polars([("a.txt", [])]).columns[0]
        'document'
    """
    import polars as pl  # noqa: PLC0415  # an extra

    kinds = {"start": pl.Int64, "end": pl.Int64, "confidence": pl.Float64}
    schema = {column: kinds.get(column, pl.String) for column in COLUMNS}
    return pl.DataFrame(list(to_rows(documents)), schema=schema, orient="row")


# Parquet: one row a quotation, with the whole record.

_ROWS_AT_ONCE = 10_000


def write_parquet(documents: Documents, file: str | Path | BinaryIO) -> None:
    """Write one row for each quotation: the document's name and the whole record; needs pyarrow.

    Ten thousand rows are held at a time, however many documents there are.
    """
    import pyarrow as pa  # noqa: PLC0415  # an extra
    from pyarrow import parquet  # noqa: PLC0415

    schema = pa.schema([("document", pa.string()), *arrow_type()])
    schema = schema.with_metadata({"quoteattr": str(SCHEMA_VERSION)})
    rows = ({"document": name} | quote.to_dict() for name, quotes in documents for quote in quotes)
    with parquet.ParquetWriter(file, schema) as writer:
        while some := list(itertools.islice(rows, _ROWS_AT_ONCE)):
            writer.write_table(pa.Table.from_pylist([_deep_clean(row) for row in some], schema))


def _deep_clean(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _deep_clean(item) for key, item in value.items()}
    return [_deep_clean(item) for item in value] if isinstance(value, list) else _clean(value)


def read_parquet(file: str | Path | BinaryIO) -> Iterator[tuple[str, list[Quote]]]:
    """Read what `write_parquet` wrote; documents without quotations left no trace in it.

    Raises:
        RecordError: the file does not hold such rows.
    """
    from pyarrow import parquet  # noqa: PLC0415  # an extra

    with parquet.ParquetFile(file) as table:
        batches = table.iter_batches(batch_size=_ROWS_AT_ONCE)
        rows = itertools.chain.from_iterable(batch.to_pylist() for batch in batches)
        for name, group in itertools.groupby(rows, key=_pop_document):
            yield name, [_read_quote(number, row) for number, row in enumerate(group)]


def _pop_document(row: dict[str, Any]) -> str:
    if not isinstance(row.get("document"), str):
        raise RecordError("document is missing")
    name: str = row.pop("document")
    return name


# brat standoff, in the form of the PolNeAR corpus.


def to_brat(text: str, quotes: Sequence[Quote]) -> str:
    r"""Give brat standoff annotation (an .ann file) of a text's quotations.

    Source, Cue and Content are text-bound, an Attribution event on the cue joins them, and a note
    on it gives the speaker. Without a cue the event stands on the content.

    Examples:
        >>> from quoteattr import extract_quotes
        >>> text = "“We have to wait,” said Ann Lee."
        >>> print(to_brat(text, extract_quotes(text)), end="")
        T1	Source 24 31	Ann Lee
        T2	Cue 19 23	said
        T3	Content 1 17	We have to wait,
        T4	Attribution 19 23	said
        E1	Attribution:T4 Content:T3 Cue:T2 Source:T1
        A1	Kind E1 direct
        #1	AnnotatorNotes E1	Ann Lee
    """
    lines: list[str] = []
    first = 1
    for number, quote in enumerate(quotes, 1):
        bound = _bound(text, quote)
        if not bound:  # nothing but white space
            continue
        lines += [f"T{k}\t{label} {words}" for k, (label, words) in enumerate(bound, first)]
        roles = {label: f"{label}:T{k}" for k, (label, _) in enumerate(bound, first)}
        order = [
            roles[role] for role in ("Attribution", "Content", "Cue", "Source") if role in roles
        ]
        lines.append(f"E{number}\t{' '.join(order)}")
        lines.append(f"A{number}\tKind E{number} {quote.kind.value}")
        if quote.speaker:
            lines.append(f"#{number}\tAnnotatorNotes E{number}\t{_note(quote.speaker)}")
        first += len(bound)
    return _encodable("".join(f"{line}\n" for line in lines))


def _bound(text: str, quote: Quote) -> list[tuple[str, str]]:
    """Give label and "offsets TAB words" of each part; a line break cuts a part in two."""
    cue = [quote.cue] if quote.cue else []
    parts = {
        "Source": [quote.source] if quote.source else [],
        "Cue": cue,
        "Content": quote.content,
        "Attribution": cue or quote.content,
    }
    bound = []
    for label, spans in parts.items():
        pieces = [piece for span in spans for piece in _lines(text, span.start, span.end)]
        if pieces:
            offsets = ";".join(f"{start} {end}" for start, end in pieces)
            words = " ".join(text[start:end] for start, end in pieces)
            bound.append((label, f"{offsets}\t{words}"))
    return bound


_ONE_LINE = re.compile(r"[^\s](?:[^\n\r\t\v\f\x1c-\x1e\x85\u2028\u2029]*[^\s])?")


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a stretch where a line breaks, as standoff must."""
    return [match.span() for match in _ONE_LINE.finditer(text, start, end)]


def _note(speaker: Speaker) -> str:
    """Give name and title on one line."""
    parts = [speaker.name, speaker.title]
    return " ".join(", ".join(part for part in parts if part).split())
