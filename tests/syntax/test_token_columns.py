"""Columns that follow from others: kinds of nouns."""

from __future__ import annotations

import pytest

from quoteattr.syntax.token_columns import (
    ends_age,
    left_edges,
    noun_kinds,
    plain_words,
    right_edges,
)

KINDS = [
    ("his", "PRP$", "", "pronoun"),
    ("its", "PRP$", "", "it"),
    ("which", "WDT", "", "proform"),
    ("monday", "NNP", "DATE", "time"),
    ("acme", "NNP", "ORG", "ORG"),
    ("lee", "NNP", "", "name"),
    ("ministry", "NN", "", "body"),
    ("surgeon", "NN", "", "person"),
    ("report", "NN", "", "document"),
    ("river", "NN", "", "thing"),
]


@pytest.mark.parametrize(("word", "tag", "label", "kind"), KINDS)
def test_kinds(word: str, tag: str, label: str, kind: str) -> None:
    """A pronoun, a name, an entity and a common noun each say what they stand for."""
    assert noun_kinds([word], [tag], [label]) == [kind]


def test_an_age_is_a_person() -> None:
    """The last word of "the 23-year-old" is no date, wherever the recogniser sees one."""
    words = ["23", "-", "year", "-", "old"]
    labels = ["DATE"] * 5
    assert noun_kinds(words, ["CD", "HYPH", "NN", "HYPH", "JJ"], labels)[-1] == "person"


@pytest.mark.parametrize("hyphen", "-–‐‑")
def test_an_age_ends(hyphen: str) -> None:
    """Any hyphen joins it, and its number stands in the text."""
    words = ["a", "23", hyphen, "year", hyphen, "old"]
    assert [ends_age(words, token) for token in range(6)] == [False] * 5 + [True]
    assert not ends_age(words[2:], 3)
    assert not ends_age(["a", "decades", hyphen, "old"], 3)


def test_names_are_hidden_but_days_are_not() -> None:
    """A feature may say that something is a name, and which day it was, not whose name."""
    words = plain_words(["ann", "monday", "said"], ["NNP", "NNP", "VBD"], ["", "DATE", ""])
    assert words == ["NNP", "monday", "said"]


def test_edges_reach_over_chains() -> None:
    """The first and last words of a phrase may hang on its first and last children."""
    children = [[], [0, 2], [3], [], [1]]
    assert left_edges(children) == [0, 0, 2, 3, 0]
    assert right_edges(children) == [1, 4, 4, 4, 5]
