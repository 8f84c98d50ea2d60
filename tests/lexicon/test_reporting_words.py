"""Reporting words: stems, and the classes of words that can report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.lexicon.reporting_words import (
    is_lead_verb,
    reporting_class,
    stem,
    telling_stems,
)


@pytest.mark.parametrize(
    "forms",
    [
        ("announce", "announces", "announced", "announcing"),
        ("warn", "warns", "warned", "warning"),
        ("claim", "claims", "claimed", "claiming"),
    ],
)
def test_forms_of_a_regular_verb_share_a_stem(forms: tuple[str, ...]) -> None:
    """Endings are cut off, so that what is learned of one form holds of the others."""
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("word", "told"),
    [("warned", True), ("assuring", True), ("tell", True), ("argued", False), ("said", False)],
)
def test_a_verb_of_telling_is_known_by_its_stem(word: str, *, told: bool) -> None:
    """Its object is whoever is spoken to, in every regular form."""
    assert (stem(word) in telling_stems()) is told


@given(st.text(max_size=12))
def test_a_stem_begins_its_word(word: str) -> None:
    """A stem is a start of the word, and short words are left alone."""
    assert word.startswith(stem(word))
    assert len(stem(word)) >= min(3, len(word))


def test_reporting_words_have_a_class_as_verb_and_noun() -> None:
    """The lexicon tells verbs from nouns, finds plurals, and knows nothing of other words."""
    pairs = [("they", "PRP"), ("said", "VBD"), ("statements", "NNS"), ("tables", "NNS")]
    classes = [reporting_class(word, tag) for word, tag in pairs]
    assert [bool(name) for name in classes] == [False, True, True, False]


@pytest.mark.parametrize(
    ("noun", "plural"), [("reply", "replies"), ("speech", "speeches"), ("claim", "claims")]
)
def test_a_plural_has_the_class_of_its_noun(noun: str, plural: str) -> None:
    """A noun that can report does so in the plural, whatever that ends in."""
    assert reporting_class(plural, "NNS") == reporting_class(noun, "NN") != ""


@pytest.mark.parametrize(
    ("word", "tag", "leads"),
    [("adds", "VBZ", True), ("said", "VBN", False), ("said", "NNP", False), ("went", "VBD", False)],
)
def test_a_verb_that_may_lead_in_a_name(word: str, tag: str, *, leads: bool) -> None:
    """It is listed, and tagged as a past or a present tense."""
    assert is_lead_verb(word, tag) is leads
