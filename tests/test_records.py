"""Records: plain dicts and back, and errors that name the field."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given

from quoteattr import Quote, QuoteKind, RecordError, Span, Speaker, SpeakerKind, group_by_speaker
from quoteattr.records import is_same_speaker
from strategies import quotes, spans

WORDS = Span(start=1, end=8, text="Go home")
ANN = Speaker(name="Ann Lee", kind=SpeakerKind.PERSON, title="mayor", mentions=(WORDS,))
QUOTE = Quote(
    kind=QuoteKind.DIRECT, content=(WORDS,), verbatim=(WORDS,), cue=WORDS, source=WORDS, speaker=ANN
)


@given(quotes())
def test_dict_round_trip(quote: Quote) -> None:
    """A quotation survives the way through JSON."""
    assert Quote.from_dict(json.loads(json.dumps(quote.to_dict()))) == quote


@given(quotes())
def test_pickle_round_trip(quote: Quote) -> None:
    """A quotation survives pickling, with its hash."""
    again = pickle.loads(pickle.dumps(quote))  # noqa: S301  # our own bytes
    assert again == quote
    assert hash(again) == hash(quote)


@given(spans())
def test_span_is_frozen(span: Span) -> None:
    """No field can be set."""
    with pytest.raises(AttributeError):
        span.start = 0  # type: ignore[misc]


def test_text_joins_the_content() -> None:
    """Several content spans are joined by a space."""
    more = Span(start=20, end=23, text="now")
    assert Quote(kind=QuoteKind.DIRECT, content=(WORDS, more)).text == "Go home now"


def changed(path: str, value: Any) -> dict[str, Any]:
    """Give the quotation's dict with one field replaced; `...` takes it out."""
    data = copy.deepcopy(QUOTE.to_dict())
    place: Any = data
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in way:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return data


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("kind", "loud", "kind must be one of direct, mixed, indirect, not 'loud'"),
        ("kind", ["direct"], "kind must be one of"),
        ("kind", ..., "Quote.kind is missing"),
        ("extra", 1, "Quote has no field 'extra'"),
        ("confidence", "high", "confidence must be a number from 0 to 1, not 'high'"),
        ("confidence", 1.5, "confidence must be a number from 0 to 1"),
        ("confidence", float("nan"), "confidence must be a number from 0 to 1"),
        ("confidence", True, "confidence must be a number from 0 to 1"),
        ("content", "Go home", "content must be a list, not str"),
        ("content", {"0": 1}, "content must be a list, not dict"),
        ("content.0", 7, "content[0] must be an object, not int"),
        ("content.0.start", "1", "content[0].start must be int, not str"),
        ("content.0.start", 1.0, "content[0].start must be int, not float"),
        ("content.0.start", -1, "content[0].start must not be negative"),
        ("content.0.end", 2, "content[0].text has 7 characters, its offsets say 1"),
        ("cue", "said", "cue must be an object, not str"),
        ("content", [], "content must not be empty"),
        ("verbatim", b"", "verbatim must be a list, not bytes"),
        ("setting", None, "setting must be an object, not NoneType"),
        ("setting.time", {}, "setting.time.end is missing"),
        ("source.text", None, "source.text must be str, not NoneType"),
        ("speaker.name", None, "speaker.name must be str, not NoneType"),
        ("speaker.kind", "robot", "speaker.kind must be one of person"),
        ("speaker.title", 3, "speaker.title must be str, not int"),
        ("speaker.mentions", None, "speaker.mentions must be a list"),
        ("speaker.titles", [{}], "speaker.titles[0].end is missing"),
        ("speaker.extra", 1, "speaker has no field 'extra'"),
        ("speaker.members", [ANN.to_dict() | {"kind": 1}], "speaker.members[0].kind must be one"),
    ],
)
def test_bad_field_is_named(path: str, value: Any, message: str) -> None:
    """A record that is none is refused, and the message names the field."""
    data = changed(path, value)
    with pytest.raises(RecordError) as caught:
        Quote.from_dict(data)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("data", [None, [], "x", 3])
def test_no_object(data: Any) -> None:
    """What is no mapping is no record."""
    with pytest.raises(RecordError, match="Quote must be an object"):
        Quote.from_dict(data)


def test_whole_number_is_a_confidence() -> None:
    """JSON writers may turn 1.0 into 1."""
    assert Quote.from_dict(changed("confidence", 1)).confidence == 1.0


def test_group_by_speaker_keeps_order() -> None:
    """Speakers come as they are first quoted, and none is a group of its own."""
    bob = Speaker(name="Bob", kind=SpeakerKind.PERSON)
    by = [
        Quote(kind=QuoteKind.DIRECT, content=(WORDS,), speaker=who, confidence=confidence)
        for who, confidence in ((bob, 0.1), (None, 0.2), (ANN, 0.3), (bob, 0.4))
    ]
    groups = group_by_speaker(by)
    assert list(groups) == [bob, None, ANN]
    assert groups[bob] == [by[0], by[3]]


def test_one_speaker_under_two_titles() -> None:
    """The entity tells whether two speakers are one; where there is none, the name does."""
    ann = Speaker(name="Ann Lee", kind=SpeakerKind.PERSON, entity=1)
    assert is_same_speaker(ann, attrs.evolve(ann, title="mayor"))
    assert not is_same_speaker(ann, attrs.evolve(ann, entity=2))
    assert is_same_speaker(ann, attrs.evolve(ann, entity=None))
    assert not is_same_speaker(ann, None)


def test_without_numbers_the_name_tells_who_speaks() -> None:
    """One name under two titles is one group where no entity has a number."""
    quotes = [
        attrs.evolve(QUOTE, speaker=attrs.evolve(ANN, title=title)) for title in ("mayor", None)
    ]
    assert list(group_by_speaker(quotes).values()) == [quotes]
    numbered = [attrs.evolve(QUOTE, speaker=attrs.evolve(ANN, entity=number)) for number in (1, 2)]
    assert len(group_by_speaker(numbered)) == 2


def test_what_is_no_quotation_has_no_speaker() -> None:
    """It is refused by its type."""
    with pytest.raises(TypeError, match="a quotation must be Quote, not int"):
        group_by_speaker([1])  # type: ignore[list-item]
