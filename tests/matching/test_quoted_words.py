"""Quoted words: the form of each word, what is known of it, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.matching.quoted_words import (
    BRACKETED,
    NAME,
    NEGATION,
    OPEN,
    START,
    Word,
    read_quoted_words,
)
from quoteattr.records import Span

PIECES = [
    " ",
    "  ",
    "\t",
    "\u00a0",
    ".",
    "…",
    ". .",
    "per",
    "cent",
    "%",
    "U.S.",
    "[",
    ")",
    "Lee’s",
    "3.5",
]


def read(text: str) -> list[Word]:
    """Read one stretch."""
    return read_quoted_words([Span(start=0, end=len(text), text=text)])


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("five per cent of it", ["5", "percent", "of", "it"]),
        ("five Per \n cent & more", ["5", "percent", "and", "more"]),
        ("super centre", ["super", "center"]),
        ("the U.S. . . . can’t", ["the", "us", "cant"]),
        ("  labour —\u00a0and  [honour]", ["labor", "and", "honor"]),
        (
            "I’m sure we'll say they’ve won",
            ["i", "am", "sure", "we", "will", "say", "they", "have", "won"],
        ),
        ("y'all said it’s the Lee’s", ["yall", "said", "its", "the", "lees"]),
        ("thirty or forty", ["30", "or", "40"]),
        ("Łódź and Tromsø", ["lodz", "and", "tromso"]),
        ("— …", []),
    ],
)
def test_forms(text: str, forms: list[str]) -> None:
    """Spaces within a percentage or an ellipsis part nothing; style is left out."""
    assert [word.form for word in read(text)] == forms


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("Lee lost", [START, 0]),
        ("lost Lee", [START, NAME]),
        ("lost. Lee", [START, 0]),
        ("lost in May", [START, 0, NAME]),
        ("lost, I’d say, I’m told", [START, 0, 0, 0, 0, 0]),
        ("lost . . . it", [START, OPEN]),
        ("lost [the cup] it", [START, BRACKETED, BRACKETED, 0]),
        ("lost [the", [START, BRACKETED]),
    ],
)
def test_flags(text: str, flags: list[int]) -> None:
    """Brackets, ellipses and stops tell of the words behind them."""
    kept = NAME | OPEN | BRACKETED | START
    assert [word.flags & kept for word in read(text)] == flags


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_places(text: str) -> None:
    """Words stand one behind the other, and each reads alike by itself."""
    end = 0
    for word in read(text):
        assert end <= word.start < word.end <= len(text)
        [alone] = read(text[word.start : word.end])
        assert alone.form == word.form
        end = word.end


@pytest.mark.parametrize("sign", ["'", "\u2019", "\u02bc", "\u2018", "`", "\u00b4", "\uff07"])
def test_any_apostrophe_contracts(sign: str) -> None:
    """Whatever sign stands for it, the verb is parted from its pronoun."""
    forms = [word.form for word in read(f"I{sign}m we{sign}re they{sign}ll you{sign}ve")]
    assert forms == ["i", "am", "we", "are", "they", "will", "you", "have"]


@pytest.mark.parametrize("word", ["shan't", "daren\u2019t", "oughtn't", "mayn\u00b4t", "don't"])
def test_contracted_negations(word: str) -> None:
    """A rare auxiliary with its negation negates as others do."""
    assert [bool(one.flags & NEGATION) for one in read(f"we {word} go")] == [False, True, False]
