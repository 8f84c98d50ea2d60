"""Documents: pairs become documents, and identifiers can be shown and stored."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from quoteattr.formats.documents import Document, encodable, identifier, read_documents_given
from strategies import json_values, texts


def test_pairs_and_documents() -> None:
    """A pair is a document without metadata; a document stays as it is."""
    document = Document(id=7, quotes=[], metadata={"page": 3})
    assert list(read_documents_given([("a", []), document])) == [
        Document(id="a", quotes=[]),
        document,
    ]


@given(json_values())
def test_identifier_is_text_or_json(value: Any) -> None:
    """Text stands as it is, and everything else can be read as JSON."""
    written = identifier(value)
    assert written == value if isinstance(value, str) else json.loads(written) == value


@given(texts())
def test_encodable(text: str) -> None:
    """Only lone surrogates change, each to one character."""
    clean = encodable(text)
    clean.encode("utf-8")
    assert len(clean) == len(text)
    assert all(a == b or "\ud800" <= a <= "\udfff" for a, b in zip(text, clean, strict=True))


def test_quotations_alone_are_no_document() -> None:
    """The message says what was left out: the identifier."""
    with pytest.raises(TypeError, match="a pair of id and quotations"):
        list(read_documents_given(["a quotation"]))  # type: ignore[list-item]
