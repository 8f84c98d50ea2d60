"""Documents: the quotations of one text with its identifier and whatever else belongs to it."""

from __future__ import annotations

import itertools
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NoReturn, TypeAlias

import attrs

from quoteattr.errors import DocumentError, RecordError
from quoteattr.records import Quote, check_quotes

__all__ = [
    "Document",
    "Documents",
    "by_key",
    "encodable",
    "identifier",
    "json_object",
    "json_text",
    "key",
    "read_documents_given",
    "without_mark",
]

_SURROGATE = re.compile("[\ud800-\udfff]")


@attrs.frozen(kw_only=True)
class Document:
    """What was found in one text, and what belongs to the text.

    Attributes:
        id: identifier of the text, any JSON value: a file's name, a number, an object.
        quotes: its quotations, in text order.
        metadata: further fields that travel along, JSON values by name.
        text: the text that the offsets count in, where it has to be written along, or None.

    Examples:
        >>> Document(id=7, quotes=[], metadata={"outlet": "Gazette"}).metadata["outlet"]
        'Gazette'
    """

    id: Any
    quotes: Sequence[Quote]
    metadata: Mapping[str, Any] = attrs.field(factory=dict)
    text: str | None = None

    @metadata.validator
    def _check_metadata(self, _: object, metadata: object) -> None:
        if not isinstance(metadata, Mapping):
            raise TypeError(f"metadata must be a mapping, not {type(metadata).__name__}")


Documents: TypeAlias = Iterable[Document | tuple[Any, Sequence[Quote]]]


def read_documents_given(documents: Documents) -> Iterator[Document]:
    """Give documents, also for pairs of an identifier and quotations.

    Raises:
        TypeError: one is neither, but a quotation, say, or holds what is no quotation.
    """
    for one in documents:
        document = one if isinstance(one, Document) else _of_pair(one)
        yield attrs.evolve(document, quotes=list(check_quotes(document.quotes)))


def _of_pair(one: object) -> Document:
    if not isinstance(one, tuple | list) or len(one) != 2:  # noqa: PLR2004
        raise TypeError(f"a document must be a pair of id and quotations, not {one!r:.80}")
    return Document(id=one[0], quotes=one[1])


def identifier(value: Any) -> str:
    """Give an identifier as one text: a string as it stands, anything else as JSON.

    Raises:
        RecordError: it is none that JSON can hold.

    Examples:
        >>> identifier("a.txt"), identifier(7), identifier({"b": 1})
        ('a.txt', '7', '{"b": 1}')
    """
    return value if isinstance(value, str) else json_text(value)


def json_text(value: Any, *, ensure_ascii: bool = False, allow_nan: bool = True) -> str:
    """Give what belongs to a document as JSON.

    Raises:
        RecordError: JSON cannot hold it.

    Examples:
        >>> json_text({"outlet": "Gazette"})
        '{"outlet": "Gazette"}'
    """
    try:
        return json.dumps(value, ensure_ascii=ensure_ascii, allow_nan=allow_nan)
    except (TypeError, ValueError, RecursionError) as error:
        raise RecordError(f"an identifier or metadata that JSON cannot hold: {error}") from error


def without_mark(lines: Iterable[Any]) -> Iterator[Any]:
    r"""Give lines without the byte-order mark that may stand in front of the first.

    Lines of bytes stay as they are: JSON is read with the mark.

    Examples:
        >>> list(without_mark(["\ufeffid,text\n", "1,x\n"]))
        ['id,text\n', '1,x\n']
    """
    stream = iter(lines)
    for first in itertools.islice(stream, 1):
        yield first.removeprefix("\ufeff") if isinstance(first, str) else first
    yield from stream


def json_object(line: str | bytes) -> dict[str, Any]:
    """Read a line of JSON that holds an object.

    Raises:
        RecordError: it does not, or holds a number that is none, as NaN.

    Examples:
        >>> json_object('{"id": 7}')
        {'id': 7}
    """
    try:
        data = json.loads(line, parse_constant=_refuse, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise RecordError(f"no JSON: {error}") from error
    if not isinstance(data, dict):
        raise RecordError(f"must be an object, not {type(data).__name__}")
    return data


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        _refuse(digits)
    return number


def key(value: Any) -> str:
    """Give an identifier of any type in a form that can be compared and hashed.

    Raises:
        DocumentError: it is none that JSON can hold.

    Examples:
        >>> key({"b": 1, "a": 2}) == key({"a": 2, "b": 1}), key(7) == key("7")
        (True, False)
    """
    try:
        return json.dumps(value, sort_keys=True, default=repr)
    except (TypeError, ValueError, RecursionError) as error:
        raise DocumentError(f"document id {value!r:.80} cannot be compared: {error}") from error


def by_key(documents: Documents) -> dict[str, Document]:
    """Give documents by the keys of their identifiers.

    Raises:
        DocumentError: an identifier stands twice.
        TypeError: one is neither a document nor a pair.

    Examples:
        >>> list(by_key([(7, []), ("a.txt", [])]))
        ['7', '"a.txt"']
    """
    found: dict[str, Document] = {}
    for document in read_documents_given(documents):
        name = key(document.id)
        if name in found:
            raise DocumentError(f"document {document.id!r} is there twice")
        found[name] = document
    return found


def encodable(text: str) -> str:
    """Give a text that UTF-8 can hold: lone surrogates become replacement characters."""
    return _SURROGATE.sub("\ufffd", text)
