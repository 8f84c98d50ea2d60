"""Documents: the quotations of one text with its identifier and whatever else belongs to it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from quoteattr.records import Quote

__all__ = ["Document", "Documents", "encodable", "identifier", "read_documents_given"]

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
    metadata: Mapping[str, Any] = attrs.Factory(dict)
    text: str | None = None


Documents: TypeAlias = Iterable[Document | tuple[Any, Sequence[Quote]]]


def read_documents_given(documents: Documents) -> Iterator[Document]:
    """Give documents, also for pairs of an identifier and quotations.

    Raises:
        TypeError: one is neither, but a quotation, say.
    """
    for one in documents:
        yield one if isinstance(one, Document) else _of_pair(one)


def _of_pair(one: object) -> Document:
    if not isinstance(one, tuple | list) or len(one) != 2:  # noqa: PLR2004
        raise TypeError(f"a document must be a pair of id and quotations, not {one!r:.80}")
    return Document(id=one[0], quotes=one[1])


def identifier(value: Any) -> str:
    """Give an identifier as one text: a string as it stands, anything else as JSON.

    Examples:
        >>> identifier("a.txt"), identifier(7), identifier({"b": 1})
        ('a.txt', '7', '{"b": 1}')
    """
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def encodable(text: str) -> str:
    """Give a text that UTF-8 can hold: lone surrogates become replacement characters."""
    return _SURROGATE.sub("\ufffd", text)
