"""JSON Lines: what is written can be read, and bad lines name the line and the field."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import Quote, QuoteKind, RecordError, Span, Speaker, SpeakerKind
from quoteattr.formats.documents import Document
from quoteattr.formats.json_lines import read_documents, read_jsonl, write_jsonl
from strategies import documents, json_values

Documents = list[tuple[str, list[Quote]]]

WORDS = Span(start=1, end=8, text="Go home")
ANN = Speaker(name="Ann Lee", kind=SpeakerKind.PERSON, title="mayor")
QUOTE = Quote(kind=QuoteKind.DIRECT, content=(WORDS,), verbatim=(WORDS,), speaker=ANN)


def lines_of(some: Documents) -> str:
    """Give what `write_jsonl` writes."""
    file = io.StringIO()
    write_jsonl(some, file)
    return file.getvalue()


@given(documents())
def test_jsonl_round_trip(some: Documents) -> None:
    """Documents with and without quotations come back, in order."""
    assert list(read_jsonl(io.StringIO(lines_of(some), newline="\n"))) == some


@given(documents())
def test_jsonl_is_utf8(some: Documents) -> None:
    """Every line can be encoded, lone surrogates too, and holds one document."""
    written = lines_of(some)
    assert len(written.encode("utf-8").split(b"\n")) == len(some) + 1


def test_jsonl_is_readable() -> None:
    """Letters beyond ASCII stand as they are."""
    assert "“é”" in lines_of([("“é”", [])])


def test_blank_lines_are_passed_over() -> None:
    """A blank line is no document."""
    written = lines_of([("a", [QUOTE])])
    assert list(read_jsonl(["\n", written, " \n", ""])) == [("a", [QUOTE])]


def bad_line(**changes: Any) -> str:
    """Give a line with fields replaced; `...` takes one out."""
    data = {"version": 1, "document": "a", "quotes": [QUOTE.to_dict()]} | changes
    return json.dumps({name: value for name, value in data.items() if value is not ...})


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 2: no JSON"),
        ("[" * 100_000, "line 2: no JSON"),
        ("9" * 5000, "line 2: no JSON"),
        ("[]", "line 2: must be an object, not list"),
        ("7", "line 2: must be an object, not int"),
        (bad_line(version=3), "line 2: version must be 1 or 2, not 3"),
        (bad_line(version=True), "line 2: version must be int, not bool"),
        (bad_line(version=...), "line 2: version is missing"),
        (bad_line(document=...), "line 2: document is missing"),
        (bad_line(version=2), "line 2: metadata is missing"),
        (bad_line(text="x"), "line 2: no field 'text'"),
        (bad_line(quotes={}), "line 2: quotes must be list, not dict"),
        (bad_line(quotes=[None]), "line 2: quotes[0]: Quote must be an object"),
        (
            bad_line(quotes=[QUOTE.to_dict(), QUOTE.to_dict() | {"kind": "x"}]),
            "line 2: quotes[1]: kind must be one of",
        ),
        (bad_line(quotes=[QUOTE.to_dict() | {"confidence": 2}]), "confidence must be"),
        (bad_line(document=float("nan")), "line 2: no JSON: NaN is no number"),
        (
            bad_line(quotes=[QUOTE.to_dict() | {"confidence": float("inf")}]),
            "line 2: no JSON: Infinity is no number",
        ),
        (bad_line(quotes=["__import__('os').abort()"]), "quotes[0]: Quote must be an object"),
    ],
)
def test_bad_line_is_named(line: str, message: str) -> None:
    """The message names the line, the quotation and the field."""
    reader = read_jsonl([lines_of([("a", [])]), line])
    assert next(reader) == ("a", [])
    with pytest.raises(RecordError, match=re.escape(message)):
        next(reader)


def second(**changes: Any) -> str:
    """Give a line of version 2 with fields replaced."""
    return json.dumps(json.loads(lines_of([("a", [QUOTE])])) | changes)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (second(speakers=[]), "quotes[0]: there is no speaker with the id 0"),
        (second(speakers={}), "speakers must be list, not dict"),
        (second(speakers=[{"id": 0, "members": []}]), "speakers[0]: Speaker."),
        (second(speakers=[{"id": -1, **ANN.to_dict()}]), "speakers[0]: no field 'title'"),
        (second(metadata=[]), "metadata must be dict, not list"),
        (second(text=None), "text must be str, not NoneType"),
        (second(extra=1), "no field 'extra'"),
    ],
)
def test_bad_reference_is_named(line: str, message: str) -> None:
    """A line whose speakers do not hold who its quotations refer to is refused."""
    with pytest.raises(RecordError, match=re.escape(message)):
        list(read_jsonl([line]))


def test_members_stand_before_their_group() -> None:
    """No speaker can be a member of itself."""
    line = json.loads(lines_of([("a", [QUOTE])]))
    line["speakers"][0]["members"] = [{"id": 0, "title": None}]
    with pytest.raises(RecordError, match=r"speakers\[0\]: there is no speaker with the id 0"):
        list(read_jsonl([json.dumps(line)]))


def test_version_1_still_reads() -> None:
    """A line of version 1, as it was written before records grew, gives today's records."""
    old = QUOTE.to_dict()
    for later in ("source_confidence", "setting", "relayed_by", "polarity"):
        del old[later]
    for later in ("members", "entity"):
        del old["speaker"][later]
    line = json.dumps({"version": 1, "document": "a", "quotes": [old]})
    assert list(read_jsonl([line])) == [("a", [QUOTE])]


@given(json_values(), json_values(), st.none() | st.text(st.characters()))
def test_what_belongs_to_a_text_comes_back(identifier: Any, value: Any, text: str | None) -> None:
    """Identifier and metadata of any JSON type, and the text, are read as they were written."""
    document = Document(id=identifier, quotes=[QUOTE], metadata={"any": value}, text=text)
    file = io.StringIO()
    write_jsonl([document], file)
    assert list(read_documents([file.getvalue()])) == [document]


def test_what_json_cannot_hold_is_refused() -> None:
    """An identifier that is no JSON value is named, not written in some other form."""
    with pytest.raises(RecordError, match="JSON cannot hold"):
        lines_of([({1, 2}, [])])  # type: ignore[list-item]


def spoken(number: int) -> list[Quote]:
    """Give quotations of one speaker, who is mentioned at each and has two titles in turn."""
    mentions = tuple(Span(start=i, end=i + 3, text="Ann") for i in range(number))
    return [
        attrs.evolve(QUOTE, speaker=attrs.evolve(ANN, mentions=mentions, title=title, entity=5))
        for title in ("mayor", "chair") * (number // 2)
    ]


def test_lines_grow_with_the_quotations() -> None:
    """Ten times as many quotations of one speaker take ten times the room, not a hundred times."""
    few, many = (len(lines_of([("a", spoken(number))])) for number in (20, 200))
    assert many < 12 * few


def test_a_speaker_stands_once() -> None:
    """Two titles of one speaker are one entry, under the number of the entity."""
    line = json.loads(lines_of([("a", spoken(4))]))
    assert [speaker["id"] for speaker in line["speakers"]] == [5]
    assert [quote["speaker"] for quote in line["quotes"]] == [
        {"id": 5, "title": title} for title in ("mayor", "chair", "mayor", "chair")
    ]


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    """Records that some other program stored again can be read."""
    line = '\ufeff{"version": 1, "document": 7, "quotes": []}'
    for one in (line, line.encode()):
        assert list(read_jsonl([one])) == [(7, [])]  # type: ignore[list-item]
