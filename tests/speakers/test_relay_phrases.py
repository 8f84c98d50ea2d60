"""Relay phrases: the nouns around a cue that name who passes its words on."""

from __future__ import annotations

import pytest

from quoteattr.speakers.relay_phrases import relay_heads
from reading import read


def heads(text: str, cue: str) -> list[str]:
    """Give the head nouns that one cue of a text finds in its sentence."""
    parse = read(text)
    return [
        parse.words[head] for head in relay_heads(parse, parse.words.index(cue), range(len(parse)))
    ]


@pytest.mark.parametrize(
    ("text", "cue", "found"),
    [
        ("The envoy was quoted by Interfax as saying it was over.", "saying", ["Interfax"]),
        ("The envoy was quoted as saying by Interfax that it was over.", "saying", ["Interfax"]),
        ("Interfax quoted the envoy as saying it was over.", "saying", ["Interfax"]),
        ("Local media cited the envoy as saying it was over.", "saying", ["media"]),
        ("It was over, the envoy said, as quoted by Interfax.", "said", ["Interfax"]),
        ("The agency Sahel Press quoted him as saying it was over.", "saying", ["Press"]),
        ("It was over, the envoy said in remarks carried by state radio.", "said", ["radio"]),
        ("In a letter read by his son, the envoy wrote it was over.", "wrote", ["son"]),
        ("It was over, the envoy said in a letter signed by his son.", "said", []),
        ("It was over, the envoy said in a meeting called by Interfax.", "said", []),
    ],
)
def test_who_quotes_passes_on(text: str, cue: str, found: list[str]) -> None:
    """The agent of quoting, carrying and reading out, and the subject of an active verb."""
    assert heads(text, cue) == found


def test_a_verb_that_closes_the_sentence_has_the_relay_for_its_subject() -> None:
    """He told them …, survivors said; one that joins by a conjunction reports on its own."""
    assert heads("“Let us pray,” the priest told them, survivors said.", "told") == ["survivors"]
    assert heads("“Let us pray,” the priest told them, and survivors said amen.", "told") == []


def test_a_pronoun_names_nobody() -> None:
    """Whoever "him" is, no name can be given."""
    assert heads("The envoy was quoted by him as saying it was over.", "saying") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Per the Courier, the envoy said it was over.", ["Courier"]),
        ("It rained. Per Interfax, the envoy said it was over.", ["Interfax"]),
        ("It was over, the envoy said, per Interfax.", ["Interfax"]),
        ("He earns 40 crowns per hour, the envoy said.", []),
    ],
)
def test_per_names_who_passes_on(text: str, found: list[str]) -> None:
    """It does where it opens a sentence or stands behind a comma, but not in a rate."""
    assert heads(text, "said") == found
