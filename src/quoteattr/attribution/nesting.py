"""Nesting: in whose content each attribution stands."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.attribution.attributions import Attribution

__all__ = ["find_holders"]


def find_holders(attributions: Sequence[Attribution]) -> tuple[frozenset[int], ...]:
    """Give for each attribution the numbers of the others that hold the start of its content.

    That is its first stretch, which stands in one stretch of theirs. The time grows with the
    number of attributions and with how many stretches lie over one another.
    """
    stretches = sorted(
        (start, end, number)
        for number, attribution in enumerate(attributions)
        for start, end in attribution.content
    )
    firsts = sorted((one.content[0], number) for number, one in enumerate(attributions))
    holders: list[frozenset[int]] = [frozenset()] * len(attributions)
    around: list[tuple[int, int]] = []
    reached = 0
    for (start, end), number in firsts:
        while reached < len(stretches) and stretches[reached][0] <= start:
            around.append(stretches[reached][1:])
            reached += 1
        around = [(behind, other) for behind, other in around if behind >= start]
        holding = {other for behind, other in around if behind >= end}
        holders[number] = frozenset(holding - {number})
    return tuple(holders)
