"""Stretches: what two of them have in common."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quoteattr.text.ranges import overlap

STRETCHES = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda ends: tuple(sorted(ends)))


@given(STRETCHES, STRETCHES)
def test_overlap_counts_what_is_in_both(one: tuple[int, int], other: tuple[int, int]) -> None:
    """It is how many places lie in both, whichever comes first."""
    assert overlap(one, other) == len(set(range(*one)) & set(range(*other))) == overlap(other, one)
