"""Documents: pairs become documents, and identifiers can be shown and stored."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from quoteattr import DocumentError, RecordError
from quoteattr.evaluation import evaluate
from quoteattr.formats import to_rows, write_csv, write_jsonl
from quoteattr.formats.documents import (
    Document,
    by_key,
    encodable,
    identifier,
    json_object,
    key,
    read_documents_given,
)
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


@given(json_values(), json_values())
def test_keys_tell_identifiers_apart(one: Any, other: Any) -> None:
    """Two identifiers have one key only where JSON writes them alike, whatever the order."""
    alike = json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
    assert (key(one) == key(other)) is alike


def test_what_json_does_not_know_has_a_key() -> None:
    """A path or a date will do; what holds itself will not."""
    assert key(Path("a")) != key(Path("b"))
    loop: list[Any] = []
    loop.append(loop)
    with pytest.raises(DocumentError, match="cannot be compared"):
        key(loop)


def test_documents_by_key() -> None:
    """Each stands under its key; the second of one identifier is refused."""
    assert list(by_key([(7, []), ("7", [])])) == ["7", '"7"']
    with pytest.raises(DocumentError, match="document 7 is there twice"):
        by_key([(7, []), Document(id=7, quotes=[])])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"page": NaN}', "no JSON: NaN is no number"),
        ('{"page": Infinity}', "no JSON: Infinity is no number"),
        ('{"page": -Infinity}', "no JSON: -Infinity is no number"),
        ('{"page": [1e999]}', "no JSON: 1e999 is no number"),
        ("{", "no JSON: "),
        ("[1]", "must be an object, not list"),
    ],
)
def test_a_line_of_no_object_is_refused(line: str, message: str) -> None:
    """So is one with a number that is none; as bytes it is the same."""
    for form in (line, line.encode()):
        with pytest.raises(RecordError, match=re.escape(message)):
            json_object(form)
    assert json_object('{"page": 1.5e3}') == {"page": 1500.0}


@pytest.mark.parametrize(
    "write",
    [
        lambda documents: write_jsonl(documents, io.StringIO()),
        lambda documents: write_csv(documents, io.StringIO()),
        lambda documents: list(to_rows(documents)),
        lambda documents: evaluate(documents, []),
    ],
)
@pytest.mark.parametrize(
    ("quotes", "message"),
    [
        ("abc", "a quotation must be Quote, not str"),
        ([1], "a quotation must be Quote, not int"),
        (None, "quotations must be iterable, not NoneType"),
    ],
)
def test_what_is_no_quotation_is_refused(
    write: Callable[[Any], object], quotes: object, message: str
) -> None:
    """Whatever is made of documents, the type that came is named."""
    with pytest.raises(TypeError, match=message):
        write([("a", quotes)])


def test_metadata_is_a_mapping() -> None:
    """It is refused where the document is made."""
    with pytest.raises(TypeError, match="metadata must be a mapping, not NoneType"):
        Document(id=1, quotes=[], metadata=None)  # type: ignore[arg-type]
