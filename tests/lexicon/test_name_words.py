"""Name words: honorifics, titles and given names, with their stops and their genders."""

from __future__ import annotations

import pytest

from quoteattr.lexicon.name_words import (
    gender_of_given_name,
    gender_of_honorific,
    is_address,
    is_honorific,
    is_rank,
)
from quoteattr.lexicon.word_lists import read_table, read_words


@pytest.mark.parametrize("word", sorted(read_table("honorifics")))
def test_an_honorific_is_an_address_with_its_stop_and_without(word: str) -> None:
    """Mr and Mr. are the same honorific, and none is told by a word of it alone."""
    assert is_honorific(word)
    assert is_address(word)
    assert is_address(word.removesuffix("."))


@pytest.mark.parametrize("word", sorted(read_words("title_words")))
def test_a_title_is_a_rank_with_its_stop_and_without(word: str) -> None:
    """A title that was cut in two, Cpl and its full stop, is one as well."""
    assert is_rank(word)
    assert is_rank(word.removesuffix("."))


def test_what_either_may_bear_tells_no_gender() -> None:
    """The lists' "u" is for both, so it tells as little as a word that is in none."""
    assert {gender_of_honorific(word) for word in read_table("honorifics")} == {"m", "f", ""}
    assert {gender_of_given_name(word) for word in read_table("given_names")} == {"m", "f", ""}
