"""Stretches: what two of them have in common."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quoteattr.text.ranges import overlap, shared

STRETCHES = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda ends: tuple(sorted(ends)))
APART = st.sets(st.integers(0, 20)).map(lambda ends: list(pairwise(sorted(ends)))[::2])


@given(STRETCHES, STRETCHES)
def test_overlap_counts_what_is_in_both(one: tuple[int, int], other: tuple[int, int]) -> None:
    """It is how many places lie in both, whichever comes first."""
    assert overlap(one, other) == len(set(range(*one)) & set(range(*other))) == overlap(other, one)


@given(APART, APART)
def test_shared_counts_what_is_in_both_lists(
    ranges: list[tuple[int, int]], others: list[tuple[int, int]]
) -> None:
    """It is how many places lie in a stretch of either list."""
    places, those = ({place for one in some for place in range(*one)} for some in (ranges, others))
    assert shared(ranges, others) == len(places & those)
