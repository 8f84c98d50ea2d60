"""Components: what links hold together, with the first for all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quoteattr.matching.components import join, join_all, root_of, roots_of

LINKS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12)


def test_the_first_stands_for_all() -> None:
    """By way of others too, and in whatever order the links come."""
    assert join_all(6, [(4, 2), (5, 4), (1, 3)]) == [0, 1, 2, 1, 2, 2]
    assert join_all(6, [(5, 4), (3, 1), (2, 4)]) == [0, 1, 2, 1, 2, 2]


def test_without_links_each_stands_alone() -> None:
    """A link to itself is none."""
    assert join_all(3, [(1, 1)]) == [0, 1, 2]
    assert join_all(0, []) == []


def test_the_way_to_the_root_is_shortened() -> None:
    """An item at the end of a chain is nearer to the root when it was asked for."""
    parents = [0, 0, 1, 2]
    assert root_of(parents, 3) == 0
    assert parents[3] == 1


@given(LINKS)
def test_a_link_joins_two_components_and_no_others(links: list[tuple[int, int]]) -> None:
    """Whoever was with one or the other is with both; what was apart from them is as before."""
    parents = list(range(10))
    for one, other in links:
        before = roots_of(parents)
        join(parents, one, other)
        after = roots_of(parents)
        joined = {before[one], before[other]}
        for item in range(10):
            assert after[item] == (min(joined) if before[item] in joined else before[item])
