"""Shared shingles: exactly the pairs whose containment is enough, however rare their words."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from quoteattr.matching.comparison import LEAST_CONTAINMENT, Wording, shingles
from quoteattr.matching.numbered_words import number_words
from quoteattr.matching.shared_shingles import pairs_sharing_shingles

WORDS = st.lists(st.sampled_from("abcde"), min_size=1, max_size=12)


def contained(one: Wording, other: Wording) -> bool:
    """Tell whether the one with fewer shingles has enough of them in the other."""
    few, many = sorted((set(shingles(one.words)), set(shingles(other.words))), key=len)
    return bool(few & many) and len(few & many) >= LEAST_CONTAINMENT * len(few)


@given(st.lists(WORDS, max_size=9))
def test_all_pairs_are_found(some: list[list[str]]) -> None:
    """What every pair by itself says is what the index finds."""
    wordings = [Wording(" ".join(words), bytes(len(words))) for words in some]
    found = list(pairs_sharing_shingles(number_words(wordings), list(range(len(wordings)))))
    wanted = {
        frozenset(pair)
        for pair in itertools.combinations(range(len(wordings)), 2)
        if contained(*(wordings[number] for number in pair))
    }
    assert {frozenset(pair) for pair in found} == wanted
    assert len(found) == len(wanted)


def test_joined_pairs_are_left_out() -> None:
    """Within one component nothing is left to compare."""
    wordings = [Wording("a b c d", bytes(4)), Wording("a b c d e", bytes(5))]
    assert list(pairs_sharing_shingles(number_words(wordings), [0, 0])) == []
