"""Stretches of text: where they start, and where they end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

__all__ = ["CharRange", "overlap", "shared"]


class CharRange(NamedTuple):
    """Code-point offsets into a text, from start up to, not including, end."""

    start: int
    end: int


def overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Tell how much two stretches, of characters or of tokens, have in common.

    Examples:
        >>> overlap((0, 5), (3, 9)), overlap((0, 3), (3, 9))
        (2, 0)
    """
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def shared(ranges: Iterable[tuple[int, int]], others: Sequence[tuple[int, int]]) -> int:
    """Tell how much some stretches, apart from each other, have in common with others.

    Examples:
        >>> shared([(0, 2), (4, 9)], [(1, 6)])
        3
    """
    return sum(overlap(one, other) for one in ranges for other in others)
