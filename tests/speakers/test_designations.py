"""Designations: what titles and phrases call somebody, and how they go together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parses import build
from quoteattr.speakers.designations import (
    Designation,
    Owning,
    Relation,
    best_relation,
    designation_at,
    owning_among,
    relation_to,
)

WORDS = st.frozensets(st.sampled_from(["deputy", "former", "prime", "trade"]))
DESIGNATIONS = st.builds(
    Designation, st.sampled_from(["minister", "envoy"]), WORDS, st.frozensets(st.just("chad"))
)


def test_words_and_names_around_a_noun() -> None:
    """Common words and offices narrow a noun down, names own it; a people stands for its land."""
    parse = build(
        "The/DT/det/minister Chadian/JJ/amod/minister deputy/NN/compound/minister "
        "trade/NN/compound/minister minister/NN/nsubj/spoke of/IN/prep/minister "
        "state/NN/pobj/of spoke/VBD/ROOT",
        Chadian="NORP",
    )
    assert designation_at(parse, 0, 4) == Designation(
        "minister", frozenset({"deputy", "trade", "state"}), frozenset({"chad"})
    )


@pytest.mark.parametrize(
    ("asked", "known", "relation"),
    [
        ("prime minister", "prime minister", "same"),
        ("trade minister", "deputy trade minister", "part"),
        ("minister", "minister", "bare"),
        ("deputy trade minister", "trade minister", "whole"),
        ("minister", "prime minister", "shorter"),
        ("former trade minister", "deputy trade minister", "crossing"),
        ("prime minister", "minister", "longer"),
        ("prime minister", "trade minister", "clash"),
        ("minister", "minister envoy", "inside"),
        ("minister", "envoy", "none"),
    ],
)
def test_two_designations_go_together(asked: str, known: str, relation: Relation) -> None:
    """What the words before two nouns have in common tells how one designation fits the other."""
    one, other = (
        Designation(phrase.split()[-1], frozenset(phrase.split()[:-1])) for phrase in (asked, known)
    )
    assert relation_to(one, [other]) == relation


@pytest.mark.parametrize(
    ("asked", "known", "owning"),
    [
        ({"chad"}, {"chad"}, "same"),
        ({"chad", "mali"}, {"chad"}, "shared"),
        (set(), set(), "neither"),
        (set(), {"chad"}, "told"),
        ({"chad"}, set(), "asked"),
        ({"chad"}, {"mali"}, "clash"),
    ],
)
def test_owners_agree_or_not(asked: set[str], known: set[str], owning: Owning) -> None:
    """The minister of one country is not that of another; other nouns tell nothing."""
    one, other = (Designation("minister", owners=frozenset(owners)) for owners in (asked, known))
    assert owning_among(one, [other]) == owning
    assert owning_among(one, [Designation("envoy", owners=other.owners)]) == "none"


@given(DESIGNATIONS, st.lists(DESIGNATIONS))
def test_more_that_is_known_fits_no_worse(asked: Designation, known: list[Designation]) -> None:
    """The best relation to many is that to one of them, and the same phrase fits best."""
    relation = relation_to(asked, known)
    assert relation == best_relation(relation_to(asked, [one]) for one in known)
    assert relation_to(asked, [*known, asked]) in ("same", "part", "bare")
