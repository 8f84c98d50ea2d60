"""Folds: every text is in one, and the same text always in the same."""

from __future__ import annotations

import pytest

from quoteattr.training.folds import FOLDS, fold_of_name, folds


@pytest.mark.parametrize("size", [0, 3, 5, 12])
def test_each_item_is_held_out_once(size: int) -> None:
    """What is outside of a fold and what is in it are all, in their order."""
    items = list(range(size))
    parted = list(folds(items))
    assert len(parted) == FOLDS
    assert sorted(item for _, held_out in parted for item in held_out) == items
    for rest, held_out in parted:
        assert sorted([*rest, *held_out]) == items
        assert (rest, held_out) == (sorted(rest), sorted(held_out))


def test_items_are_dealt_out_in_turn() -> None:
    """The first fold has the first item and every one that is as many behind it as folds are."""
    assert [held_out for _, held_out in folds("abcdefg", 3)] == [
        ["a", "d", "g"],
        ["b", "e"],
        ["c", "f"],
    ]


def test_the_fold_may_be_told() -> None:
    """A function gives it, whatever the place."""
    assert list(folds([5, 2, 8], 2, lambda item: item % 2)) == [([5], [2, 8]), ([2, 8], [5])]


def test_the_fold_of_a_name_stays() -> None:
    """It rests on the name alone, so that a text more or less moves no other one."""
    assert [fold_of_name(name) for name in ("a.txt", "b.txt", "c.txt")] == [1, 1, 2]
    assert [fold_of_name(name, 3) for name in ("a.txt", "b.txt", "c.txt")] == [0, 0, 0]
