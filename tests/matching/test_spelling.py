"""Spelling: British and American forms are one, and other words keep theirs."""

from __future__ import annotations

import pytest

from quoteattr.matching.spelling import same_spelling


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organisation", "organization"),
        ("realised", "realized"),
        ("analysed", "analyzed"),
        ("neighbourhoods", "neighborhoods"),
        ("harbour", "harbor"),
        ("centre", "center"),
        ("fibres", "fibers"),
        ("travelled", "traveled"),
        ("counsellors", "counselors"),
        ("grey", "gray"),
        ("defence", "defense"),
    ],
)
def test_two_ways_to_write_a_word(british: str, american: str) -> None:
    """Endings and listed words have one form."""
    assert same_spelling(british) == same_spelling(american)


@pytest.mark.parametrize("word", ["hour", "our", "wise", "rise", "tre", "called", "told", ""])
def test_other_words_stay(word: str) -> None:
    """What only ends alike is no other spelling."""
    assert same_spelling(word) == word


@pytest.mark.parametrize(("one", "other"), [("tour", "tore"), ("metre", "meted"), ("is", "iz")])
def test_other_words_are_not_one(one: str, other: str) -> None:
    """Words that mean something else keep apart."""
    assert same_spelling(one) != same_spelling(other)
