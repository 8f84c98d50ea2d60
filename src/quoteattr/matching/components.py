"""Connected components: what hangs together by links, directly or by way of others."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["join", "join_all", "root_of", "roots_of"]


def root_of(parents: list[int], item: int) -> int:
    """Give the item that stands for the component of an item; the way there is shortened."""
    while parents[item] != item:
        parents[item] = parents[parents[item]]
        item = parents[item]
    return item


def join(parents: list[int], one: int, other: int) -> None:
    """Make one component of two; `parents` is changed in place.

    Examples:
        >>> parents = [0, 1, 2]
        >>> join(parents, 1, 2)
        >>> roots_of(parents)
        [0, 1, 1]
    """
    one, other = root_of(parents, one), root_of(parents, other)
    if one != other:
        parents[max(one, other)] = min(one, other)


def roots_of(parents: list[int]) -> list[int]:
    """Give for every item the one that stands for its component, always the first in it."""
    return [root_of(parents, item) for item in range(len(parents))]


def join_all(number: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """Give the components of so many items under these links."""
    parents = list(range(number))
    for one, other in pairs:
        join(parents, one, other)
    return roots_of(parents)
