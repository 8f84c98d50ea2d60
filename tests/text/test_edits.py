"""Edits: those that are kept lie apart, and those that are dropped would overlap them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from quoteattr.text.edits import Edit, apart, replaced

EDITS = st.lists(
    st.builds(
        lambda start, size, new: Edit(start, start + size, new),
        st.integers(0, 20),
        st.integers(0, 6),
        st.sampled_from(["", "x"]),
    )
)


@given(EDITS)
def test_edits_are_in_order_and_apart(edits: list[Edit]) -> None:
    """No edit begins before the one in front of it ends, and none is empty."""
    kept = apart(edits)
    places = [place for edit in kept for place in (edit.start, edit.end)]
    assert places == sorted(places)
    assert all(edit in edits and edit.start < edit.end for edit in kept)


@given(EDITS)
def test_only_what_begins_inside_another_is_dropped(edits: list[Edit]) -> None:
    """Each edit that replaces anything is kept, or begins inside one that is."""
    kept = apart(edits)
    for edit in edits:
        inside = any(one.start <= edit.start < one.end for one in kept)
        assert edit in kept or inside or edit.start == edit.end


@given(EDITS)
def test_edits_that_are_apart_stay(edits: list[Edit]) -> None:
    """Once apart they are so for good."""
    assert apart(apart(edits)) == apart(edits)


def test_of_two_that_begin_together_the_longer_is_kept() -> None:
    """Else the longer one would begin inside the shorter."""
    assert apart([Edit(2, 3, "a"), Edit(2, 6, "b")]) == [Edit(2, 6, "b")]


def test_a_group_of_a_match_is_replaced() -> None:
    """The whole match, or a group by its number or name."""
    match = re.search(r"b(?P<name>cd)e", "abcdef")
    assert match is not None
    assert replaced(match, "x") == Edit(1, 5, "x")
    assert replaced(match, "", "name") == replaced(match, "", 1) == Edit(2, 4, "")
