"""Compared words: what of a name or title counts, and how much of it is shared."""

from __future__ import annotations

import pytest

from quoteattr.training.compared_words import normal_words, word_f1


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("the Club’s Head", ("club", "head")),
        ("Mr. J. P. Marsh", ("j", "p", "marsh")),
        ("vice-president", ("vice-president",)),
        (None, ()),
    ],
)
def test_words_are_compared_without_case_and_courtesies(
    phrase: str | None, words: tuple[str, ...]
) -> None:
    """Articles, courtesies, genitives and stops go."""
    assert normal_words(phrase) == words


def test_f1_is_the_share_of_shared_words() -> None:
    """All words shared is 1, none is 0, and a repeated word counts as often as both have it."""
    assert word_f1(("club", "head"), ("head", "club")) == 1
    assert word_f1(("club",), ("head",)) == word_f1((), ("head",)) == 0
    assert word_f1(("a", "a"), ("a",)) == pytest.approx(2 / 3)


def test_what_is_dropped_can_be_told() -> None:
    """A courtesy that counts elsewhere does not here, or the other way round."""
    assert normal_words("Sir An Lee", {"sir"}) == ("an", "lee")
    assert normal_words("Mr A", ()) == ("mr", "a")


def test_accents_are_composed() -> None:
    """A letter with its accent behind it is the letter with the accent."""
    assert normal_words("Iba\u0301n\u0303ez") == normal_words("Ibáñez")
