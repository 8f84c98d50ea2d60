"""Noun groups: which tokens belong to one."""

from __future__ import annotations

import pytest

from parses import build
from quoteattr.entities.noun_groups import ends_short_title, glued, in_group
from reading import read


@pytest.mark.parametrize(
    ("word", "holds"),
    [("the", False), ("players", True), ("'", True), ("well", True), ("-", True), ("of", False)],
)
def test_what_a_noun_group_is_made_of(word: str, *, holds: bool) -> None:
    """Nouns, owners' apostrophes and the parts of hyphened words are; articles and links not."""
    parse = read("the players’ well-known coach of Riga left")
    assert in_group(parse, parse.words.index(word)) is holds


def test_a_hyphen_inside_a_word_is_glued() -> None:
    """A dash between two words with spaces around it is not."""
    parse = read("The vice-captain - her cousin - left.")
    dashes = [token for token, word in enumerate(parse.words) if word in ("-", "–")]
    assert [glued(parse, token) for token in dashes] == [True, False, False]


def test_the_full_stop_of_a_short_title() -> None:
    """It belongs to the title where nothing parts the two; one that ends a sentence does not."""
    parse = build("Cpl/NNP/compound/Lee ./././. Lee/NNP/nsubj/left left/VBD/ROOT ././punct/left")
    full_stops = [token for token, word in enumerate(parse.words) if word == "."]
    assert not ends_short_title(parse, full_stops[-1])


@pytest.mark.parametrize(
    ("text", "adverb", "holds"),
    [
        ("the newly elected mayor of Riga", "newly", True),
        ("the best known baker of Riga", "best", True),
        ("the now retired baker of Riga", "now", False),
        ("the mayor left early", "early", False),
        ("Workers are so happy now", "so", False),
        ("She had long been out in Riga", "long", False),
    ],
)
def test_an_adverb_belongs_to_the_adjective_behind_it(
    text: str, adverb: str, *, holds: bool
) -> None:
    """Where a noun follows them, and but for "now", which tells when, not how."""
    parse = read(text)
    assert in_group(parse, parse.words.index(adverb)) is holds
