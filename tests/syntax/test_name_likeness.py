"""Name likeness: letters of a word, and how far they are those of persons' names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.scoring.linear_model import Model
from quoteattr.syntax.name_likeness import letter_groups, likeness, likeness_by

ENDS_IN_SON = Model(weights={"son^": 9.0, "$": -1.5}, about={})


@given(st.text(alphabet="abcdefghijkåéñö", min_size=1, max_size=12))
def test_no_group_is_the_whole_word(word: str) -> None:
    """The groups of letters are parts of the word, so that a weight is about many words."""
    assert not {word, f"${word}^"} & set(letter_groups(word))


def test_case_changes_nothing() -> None:
    """A word in capitals has the groups of the same word in small letters."""
    assert letter_groups("MARLOW") == letter_groups("Marlow")


@pytest.mark.parametrize(
    ("word", "found"),
    [("Zedson", "8"), ("Zedton", "2"), ("zedson", ""), ("Zed2son", ""), ("-", "")],
)
def test_degrees(word: str, found: str) -> None:
    """The score of a word with a capital is cut to nine degrees; other words have none."""
    assert likeness_by(ENDS_IN_SON)(word) == found


def test_invented_names() -> None:
    """An invented family name is built more like a person's name than a common word."""
    assert likeness("Petrovansky") > likeness("Infrastructure")
