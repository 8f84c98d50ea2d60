"""Bins: the few names that features have for distances, differences and probabilities."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

__all__ = ["clip", "distance_bin", "probability_bin", "size_bin"]

_DISTANCES = (1, 2, 3, 5, 8, 12, 20, 40)  # tokens
_PROBABILITIES = (0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95)
_BELOW = (*map(str, _PROBABILITIES), "sure")


def distance_bin(tokens: int) -> str:
    """Name a distance in tokens, which is negative for what stands before.

    Examples:
        >>> distance_bin(-1), distance_bin(4), distance_bin(100)
        ('before1', 'behind5', 'behindfar')
    """
    side = "before" if tokens < 0 else "behind"
    return side + size_bin(abs(tokens), _DISTANCES, "far")


def size_bin(count: int, limits: Sequence[int], beyond: str) -> str:
    """Name a count by the first limit that it does not exceed.

    Examples:
        >>> size_bin(3, (1, 2, 4), "many"), size_bin(5, (1, 2, 4), "many")
        ('4', 'many')
    """
    place = bisect_left(limits, count)
    return str(limits[place]) if place < len(limits) else beyond


def probability_bin(probability: float) -> str:
    """Name a probability (0-1) by the limit that it stays below.

    Examples:
        >>> probability_bin(0.0), probability_bin(0.3), probability_bin(0.99)
        ('0.05', '0.5', 'sure')
    """
    return _BELOW[bisect_right(_PROBABILITIES, probability)]


def clip(number: int, limit: int) -> int:
    """Cut a number off at a limit on either side of zero.

    Examples:
        >>> clip(-7, 3), clip(2, 3), clip(7, 3)
        (-3, 2, 3)
    """
    return max(-limit, min(limit, number))
