"""Who passes words on: the speaker of the smallest other quotation that holds them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from quoteattr import extract_quotes
from quoteattr.attribution.attributions import Attribution
from quoteattr.records import QuoteKind, Speaker, SpeakerKind
from quoteattr.speakers.relays import find_relays
from quoteattr.text.ranges import CharRange
from reading import read


def said(start: int, end: int, cue: tuple[int, int] | None = None) -> Attribution:
    """Attribute a stretch of text to anybody."""
    return Attribution(
        kind=QuoteKind.INDIRECT,
        content=(CharRange(start, end),),
        verbatim=(),
        cue=CharRange(*cue) if cue else None,
        source=None,
        follows=None,
        links={},
    )


def speaker(name: str, entity: int | None) -> Speaker:
    """Name a speaker."""
    return Speaker(name=name, kind=SpeakerKind.PERSON, entity=entity)


def relays(attributions: Sequence[Attribution], speakers: Sequence[Speaker]) -> list[str | None]:
    """Name who relays each."""
    parse = read("She said it. " * 8)
    return [one and one.name for one in find_relays(parse, attributions, speakers)]


def test_the_smallest_content_around_counts() -> None:
    """Of two contents around a quotation the inner one passes it on, the outer one that."""
    layers = [said(0, 90), said(20, 80, (12, 16)), said(50, 70, (40, 44))]
    people = [speaker("Ann", 0), speaker("Bo", 1), speaker("Cy", 2)]
    assert relays(layers, people) == [None, "Ann", "Bo"]


def test_nobody_relays_their_own_words() -> None:
    """One entity under two titles is one speaker; equal names alone make nobody one."""
    layers = [said(0, 90), said(20, 80, (12, 16))]
    assert relays(layers, [speaker("Ann", 0), speaker("Ann Lee", 0)]) == [None, None]
    assert relays(layers, [speaker("Ann", 0), speaker("Ann", 1)]) == [None, "Ann"]


def test_a_cue_outside_of_the_content_is_not_relayed() -> None:
    """Words that a content shares are not relayed where their cue stands beside it."""
    layers = [said(10, 90), said(20, 80, (0, 4))]
    assert relays(layers, [speaker("Ann", 0), speaker("Bo", 1)]) == [None, None]


@pytest.mark.parametrize(
    ("text", "relay"),
    [
        ("The envoy said the talks were over, Lagoon News reported.", "Lagoon News"),
        ("“It is over,” the envoy said on Monday, according to the Delta Post.", "Delta Post"),
        ("“It is over,” the envoy said on Monday.", None),
        ("“It is over,” the envoy was quoted as saying by Interfax.", "Interfax"),
        ("“It is over,” Interfax quoted the envoy as saying.", "Interfax"),
        ("“It is over,” an envoy told them, said prosecutor Helen Marsh.", "Helen Marsh"),
        ("“It is over,” the envoy told them, said prosecutor Helen Marsh.", "Helen Marsh"),
        ("“It is over,” the envoy said in a note read out by his aide, Jon Vik.", "Jon Vik"),
        (
            "The envoy said on Monday, according to the Delta Post, that the talks were over.",
            "Delta Post",
        ),
        ("The envoy said, according to the Delta Post, that it was over.", "Delta Post"),
    ],
)
def test_outlets_pass_words_on(text: str, relay: str | None) -> None:
    """An outlet that the sentence names beside the cue relays what its speaker said."""
    (quote,) = (
        q for q in extract_quotes(text) if q.source and q.source.text.lower().endswith(" envoy")
    )
    assert (quote.relayed_by and quote.relayed_by.name) == relay


def test_who_tells_what_somebody_told_relays_it() -> None:
    """Words at the end of a report between marks are passed on by who makes the report."""
    *_, inner = extract_quotes("Prosecutors said Ida Ray told a clerk, “I sold the boat.”")
    assert inner.text == "I sold the boat."
    assert inner.relayed_by is not None
    assert inner.relayed_by.name == "Prosecutors"
