"""Relays: who passes words on, where that is somebody else than their speaker."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.attribution.attributions import Attribution
from quoteattr.records import Speaker

__all__ = ["find_relays", "is_same"]


def find_relays(
    attributions: Sequence[Attribution], speakers: Sequence[Speaker | None]
) -> tuple[Speaker | None, ...]:
    """Give for each attribution the speaker of the smallest other one whose content holds it.

    None where no content holds it, where nobody is known to say that content, and where it is
    the same entity that speaks in both.
    """
    relays = []
    for number, speaker in enumerate(speakers):
        outer = _holder(attributions, number)
        relay = None if outer is None else speakers[outer]
        relays.append(None if relay is None or is_same(relay, speaker) else relay)
    return tuple(relays)


def is_same(one: Speaker, other: Speaker | None) -> bool:
    """Tell whether two speakers of a text are one entity, whichever title fits each best."""
    if other is None:
        return False
    return one == other if one.entity is None else one.entity == other.entity


def _holder(attributions: Sequence[Attribution], number: int) -> int | None:
    """Number the attribution of the smallest content that holds another with its cue."""
    inner = attributions[number]
    ranges = [*inner.content, *([inner.cue] if inner.cue else [])]
    holding = [
        other
        for other, outer in enumerate(attributions)
        if other != number and _holds(outer, ranges) and _size(outer) > _size(inner)
    ]
    return min(holding, key=lambda other: _size(attributions[other]), default=None)


def _holds(outer: Attribution, ranges: Sequence[tuple[int, int]]) -> bool:
    return all(
        any(start <= first and last <= end for start, end in outer.content)
        for first, last in ranges
    )


def _size(attribution: Attribution) -> int:
    return sum(end - start for start, end in attribution.content)
