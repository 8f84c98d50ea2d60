"""Settings: which circumstances the words around a cue tell, and what they hold for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import strategies
from quoteattr import extract_quotes
from quoteattr.attribution.attributions import attribute
from quoteattr.attribution.setting_phrases import find_phrases
from quoteattr.attribution.settings import (
    CIRCUMSTANCES,
    allowed,
    find_settings,
    hold_settings,
    phrase_features,
)
from quoteattr.records import Quote, Setting
from quoteattr.scoring.linear_model import Model
from quoteattr.text.segments import find_segments
from reading import read

TOLD = "Ann Lee told reporters in Ayton on Monday that the club would move."
HELD = "“We lost,” Ann Lee told reporters on Monday. “We go on,” she said."


def told(quote: Quote) -> dict[str, str]:
    """Give the words of each circumstance that a record tells."""
    spans = {name: getattr(quote.setting, name) for name in CIRCUMSTANCES}
    return {name: span.text for name, span in spans.items() if span}


def test_each_circumstance_has_its_phrase() -> None:
    """An object is told, a town is a place, a day is a time."""
    (quote,) = extract_quotes(TOLD)
    assert told(quote) == {"addressee": "reporters", "place": "Ayton", "time": "Monday"}


def test_a_setting_holds_until_something_ends_it() -> None:
    """It holds for the next sentence of the speaker, not behind a sentence of the reporter's."""
    first, second = extract_quotes(HELD)
    assert told(first) == told(second) == {"addressee": "reporters", "time": "Monday"}
    between = HELD.replace(" “We go on", " It had rained all night. “We go on")
    assert told(extract_quotes(between)[1]) == {}


def test_nobody_is_held_to_what_another_was_told() -> None:
    """Without a known speaker, and with another one, nothing is passed on."""
    parse = read(HELD)
    attributions = attribute(parse, find_segments(HELD).segments)
    found = find_settings(parse, attributions)
    nobody = hold_settings(parse, attributions, [None, None], found)
    assert nobody == found
    assert nobody[1] == Setting()


def test_weights_decide() -> None:
    """Without weights no phrase is likely enough; with a bias every phrase tells what it may."""
    parse = read(TOLD)
    attributions = attribute(parse, find_segments(TOLD).segments)
    (none,) = find_settings(parse, attributions, Model(weights={}, about={}))
    assert none.addressee is None
    assert none.place is None
    (every,) = find_settings(parse, attributions, Model(weights={"time|bias": 9.0}, about={}))
    assert every.time is not None


def test_grammar_says_what_a_phrase_may_tell() -> None:
    """A date tells the time alone; an object is no place; features name no name."""
    parse = read(TOLD)
    attributions = attribute(parse, find_segments(TOLD).segments)
    phrases = {parse.lowers[phrase.head]: phrase for phrase in find_phrases(parse, attributions)[0]}
    assert allowed(parse, phrases["monday"]) == ("time",)
    assert allowed(parse, phrases["reporters"]) == ("addressee", "medium")
    assert allowed(parse, phrases["ayton"]) == ("medium", "place")
    features = list(phrase_features(parse, attributions[0], phrases["ayton"]))
    assert not any("ayton" in feature for feature in features)


@pytest.mark.parametrize(
    "text",
    [
        "“We lost,” said Ann Lee, who has led the club in Ayton since May.",
        "“We lost,” said Ann Lee, a coach at a school in Ayton.",
        "Ann Lee praised the players as “the best”.",
        "For months Ann Lee said that the club would move.",
        "Ann Lee said the club would move to Ayton on Monday.",
    ],
)
def test_what_tells_no_setting(text: str) -> None:
    """Relative clauses, appositions, praised people, durations and contents are left alone."""
    assert [told(quote) for quote in extract_quotes(text)] == [{}]


@given(strategies.articles())
@settings(max_examples=40)
def test_spans_slice_back_and_stay_outside_of_the_content(text: str) -> None:
    """Every span gives its own words, and shares no character with the quotation's content."""
    for quote in extract_quotes(text):
        for span in (getattr(quote.setting, name) for name in CIRCUMSTANCES):
            if span is not None:
                assert text[span.start : span.end] == span.text != ""
                assert all(span.end <= c.start or c.end <= span.start for c in quote.content)
