"""Articles: texts to read and what belongs to them, from JSON Lines, CSV and HTML."""

from __future__ import annotations

import contextlib
import csv
import itertools
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from quoteattr.errors import RecordError
from quoteattr.formats.documents import json_object, without_mark
from quoteattr.formats.extras import optional_import

__all__ = ["Article", "articles_from_csv", "articles_from_jsonl", "text_of_html"]

_LONGEST_CELL = 2**31 - 1

OnError = Callable[[RecordError], object]


@attrs.frozen(kw_only=True)
class Article:
    """A text with its identifier and whatever else belongs to it.

    Attributes:
        id: any JSON value.
        text: the text to read.
        metadata: all other fields, JSON values by name.
        extracted: whether the text was taken out of a page, so that it has to be written along
            for the offsets to mean something.
    """

    id: Any
    text: str
    metadata: Mapping[str, Any] = attrs.Factory(dict)
    extracted: bool = False


def articles_from_jsonl(
    lines: Iterable[str],
    *,
    name: str = "",
    text_field: str = "text",
    id_field: str = "id",
    on_error: OnError | None = None,
) -> Iterator[Article]:
    r"""Read one article a line: a JSON object with a text and anything else.

    Args:
        lines: an open text file, or any lines; blank ones are passed over.
        name: what the lines are called; an article without an identifier is named after it and
            the number of its line.
        text_field: the field that holds the text.
        id_field: the field that holds the identifier, any JSON value.
        on_error: is given the error of a line that is no article, and the next is read; without
            it the error is raised.

    Raises:
        RecordError: a line is no such object; the message names the line.

    Examples:
        >>> [one] = articles_from_jsonl(['{"id": 7, "text": "It rained.", "outlet": "Gazette"}'])
        >>> one.id, one.text, one.metadata
        (7, 'It rained.', {'outlet': 'Gazette'})
    """
    for number, line in enumerate(without_mark(lines), 1):
        if line.strip():
            with _passing_over(on_error):
                fields = _object(line, f"line {number}")
                named = (f"line {number}", f"{name}:{number}")
                yield _article(fields, *named, text_field, id_field)


@contextlib.contextmanager
def _passing_over(on_error: OnError | None) -> Iterator[None]:
    try:
        yield
    except RecordError as error:
        if on_error is None:
            raise
        on_error(error)


def _object(line: str, where: str) -> dict[str, Any]:
    try:
        return json_object(line)
    except RecordError as error:
        raise RecordError(f"{where}: {error}") from error.__cause__


def articles_from_csv(
    lines: Iterable[str],
    *,
    name: str = "",
    text_field: str = "text",
    id_field: str = "id",
    on_error: OnError | None = None,
) -> Iterator[Article]:
    r"""Read one article a row of a CSV table with a header.

    Args:
        lines: a text file opened with `newline=""`, or any lines.
        name: as for `articles_from_jsonl`; an empty cell is no identifier.
        text_field: the column that holds the text.
        id_field: the column that holds the identifier.
        on_error: as for `articles_from_jsonl`.

    Raises:
        RecordError: the header names no such column, or one twice, or a row is broken; the message
            names it.

    Examples:
        >>> [one] = articles_from_csv(["id,outlet,text\n", "7,Gazette,It rained.\n"])
        >>> one.id, one.text, one.metadata
        ('7', 'It rained.', {'outlet': 'Gazette'})
    """
    reader = csv.DictReader(without_mark(lines), strict=True)
    with _reading_csv(reader):
        header = reader.fieldnames
    _check_header(header or (), text_field)  # without one there is no line at all
    for number in itertools.count(1):
        with _passing_over(on_error):
            with _reading_csv(reader):
                row = next(reader, None)
            if row is None:
                return
            named = (f"row {number}", f"{name}:{number}")
            fields = _fields(row, named[0])
            if fields.get(id_field) == "":
                del fields[id_field]
            yield _article(fields, *named, text_field, id_field)


def _check_header(header: Sequence[str], text_field: str) -> None:
    """Ask for a column with the text, and for names that stand once; columns may have none."""
    if header:
        _check_field(text_field, header, "line 1")
    for name, times in Counter(filter(None, header)).items():
        if times > 1:
            raise RecordError(f"line 1: the field {name!r} stands there {times} times")


@contextlib.contextmanager
def _reading_csv(reader: csv.DictReader[str]) -> Iterator[None]:
    """Let cells be as long as articles are, and tell what is no CSV."""
    before = csv.field_size_limit(_LONGEST_CELL)  # it is the whole process's
    try:
        yield
    except csv.Error as error:
        raise RecordError(f"line {reader.reader.line_num}: no CSV: {error}") from error
    finally:
        csv.field_size_limit(before)


def _fields(row: dict[Any, Any], where: str) -> dict[str, Any]:
    """Give the cells of a row that stand under a name; empty ones may stand behind the last."""
    if any(row.pop(None, ())):
        raise RecordError(f"{where} has more fields than the header")
    return {key: value for key, value in row.items() if value is not None and key != ""}


def _article(
    fields: dict[str, Any], where: str, name: str, text_field: str, id_field: str
) -> Article:
    _check_field(text_field, fields, where)
    text = fields.pop(text_field)
    if not isinstance(text, str):
        raise RecordError(f"{where}: field {text_field!r} must be str, not {type(text).__name__}")
    return Article(id=fields.pop(id_field, name), text=text, metadata=fields)


def _check_field(text_field: str, fields: Collection[str], where: str) -> None:
    if text_field not in fields:
        there = ", ".join(map(repr, fields)) or "none"
        raise RecordError(f"{where}: there is no field {text_field!r}; the fields are {there}")


def text_of_html(markup: str | bytes) -> str:
    """Give the main text of an HTML page, a paragraph a line, without menus and comments.

    Raises:
        MissingExtraError: trafilatura, which finds the text, is not installed.
        RecordError: the page holds no text.

    Examples:
        >>> text_of_html("<html><body><article><p>“No,” said Ann Lee.</p></article></body></html>")
        '“No,” said Ann Lee.'
    """
    trafilatura = optional_import("trafilatura", "html")
    text = trafilatura.extract(
        markup, include_comments=False, include_tables=False, favor_precision=True
    )
    if not text:
        raise RecordError("no main text found in this page")
    return str(text)
