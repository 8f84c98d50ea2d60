"""Word alignment: the longest stretch that two quotations share, small alterations allowed.

A local alignment of words. Each word that both have counts one; each word that only one of them
has costs one, where a gap costs as many as its longer side. Words that the reporter put in brackets
cost nothing, and whatever an ellipsis or a gap between marks may stand for costs one. Nothing
bridges a contradiction: another numeral, another name, or a negation on one side alone.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import attrs

from quoteattr.matching.quoted_words import BRACKETED, LIGHT, NAME, NEGATION, NUMERAL, OPEN

__all__ = ["Alignment", "align_words", "contradicts"]

_LONGEST_GAP = 4  # words left out or changed in a row, unless an ellipsis says so
_OPEN_COST = 1
_SHORTEST_MISSPELT = 5  # letters of a name in which a slip is forgiven
_FIXED = NAME | NEGATION | NUMERAL

Words = Sequence[str]


@attrs.frozen
class Alignment:
    """What two quotations share.

    Attributes:
        pairs: for each shared word its number in the one and in the other, in order.
        altered: the words that stand within on one side alone, or otherwise on the other.
        altered_telling: those among them that tell what was said.
        contradicted: whether a contradiction ends the stretch, before or behind it.
    """

    pairs: tuple[tuple[int, int], ...]
    altered: int = 0
    altered_telling: int = 0
    contradicted: bool = False


@attrs.frozen
class _Side:
    words: Words
    flags: bytes


def align_words(one: Words, one_flags: bytes, other: Words, other_flags: bytes) -> Alignment:
    """Align two quotations.

    Args:
        one: the words of the one, in the form in which they are compared.
        one_flags: what is known of each, as `quoted_words` tells.
        other: the words of the other.
        other_flags: what is known of each.

    Examples:
        >>> one, other = "we all lost it last night".split(), "that we lost it".split()
        >>> align_words(one, bytes(6), other, bytes(4)).pairs
        ((0, 1), (2, 2), (3, 3))
    """
    sides = _Side(one, one_flags), _Side(other, other_flags)
    chain = _one_gap(*sides) or _best_chain(*sides)
    if not chain:
        return Alignment(())
    altered = telling = 0
    for before, behind in itertools.pairwise(chain):
        if behind[0] - before[0] != 1 or behind[1] - before[1] != 1:
            cost, tells = _gap_cost(*sides, before, behind) or (0, 0)
            altered, telling = altered + cost, telling + tells
    return Alignment(tuple(chain), altered, telling, _contradicted(*sides, chain[0], chain[-1]))


def _one_gap(one: _Side, other: _Side) -> list[tuple[int, int]]:
    """Give the pairs where one word or one gap is all that parts beginnings and ends; else none."""
    ours, theirs = len(one.words), len(other.words)
    shorter = min(ours, theirs)
    front = _common(one.words, other.words)
    back = min(_common(one.words[::-1], other.words[::-1]), shorter - front)
    rest = ours - front - back, theirs - front - back
    if not front or not back or (min(rest) and max(rest) > 1):
        return []
    if sum(rest):
        found = _gap_cost(one, other, (front - 1, front - 1), (ours - back, theirs - back))
        if found is None or found[0] >= min(front, back):
            return []
    ends = ((ours - back + k, theirs - back + k) for k in range(back))
    return [*((k, k) for k in range(front)), *ends]


def _common(one: Words, other: Words) -> int:
    """Count the equal words at the beginning."""
    return next(
        (k for k, (word, same) in enumerate(zip(one, other, strict=False)) if word != same),
        min(len(one), len(other)),
    )


@attrs.define(eq=False)
class _Cell:
    """A pair of equal words, and the best chain that ends in it."""

    place: tuple[int, int]
    score: int
    before: _Cell | None


def _best_chain(one: _Side, other: _Side) -> list[tuple[int, int]]:
    """Give the pairs of equal words with the best score; of equals the first.

    Where the words before are a pair too, a pair goes on from there.
    """
    places: dict[str, list[int]] = {}
    for place, word in enumerate(other.words):
        places.setdefault(word, []).append(place)
    openings = [place for place, flag in enumerate(other.flags) if flag & OPEN]
    rows: list[dict[int, _Cell]] = [{}]
    best: _Cell | None = None
    for i, word in enumerate(one.words):
        row = {}
        for j in places.get(word, ()):
            before = rows[-1].get(j - 1)
            row[j] = (
                _Cell((i, j), before.score + 1, before)
                if before
                else _best_cell(one, other, (i, j), rows, openings)
            )
            if best is None or row[j].score > best.score:
                best = row[j]
        rows.append(row)
    chain = []
    while best:
        chain.append(best.place)
        best = best.before
    return chain[::-1]


def _best_cell(
    one: _Side,
    other: _Side,
    place: tuple[int, int],
    rows: Sequence[dict[int, _Cell]],
    openings: Sequence[int],
) -> _Cell:
    """Make the cell of a place, with the best chain before it that a gap can reach.

    Behind an opening in the other quotation the gap in this one may have any length.
    """
    opened = any(place[1] - _LONGEST_GAP <= opening <= place[1] for opening in openings)
    reach = len(rows) if opened else _LONGEST_GAP + 1
    best = _Cell(place, 1, None)
    for row in itertools.islice(reversed(rows), reach):
        for j, cell in row.items():
            if j < place[1] and cell.score >= best.score:
                found = _gap_cost(one, other, cell.place, place)
                if found and cell.score + 1 - found[0] > best.score:
                    best = _Cell(place, cell.score + 1 - found[0], cell)
    return best


def _gap_cost(
    one: _Side, other: _Side, before: tuple[int, int], behind: tuple[int, int]
) -> tuple[int, int] | None:
    """Give the cost of the words between two pairs, and how many tell; None if nothing bridges."""
    ours = one.flags[before[0] + 1 : behind[0]]
    theirs = other.flags[before[1] + 1 : behind[1]]
    opened = _is_open(one.flags[before[0] + 1 : behind[0] + 1], ours)
    if opened != _is_open(other.flags[before[1] + 1 : behind[1] + 1], theirs):
        return _OPEN_COST, 0
    if max(len(ours), len(theirs)) > _LONGEST_GAP or contradicts(
        one.words[before[0] + 1 : behind[0]], ours, other.words[before[1] + 1 : behind[1]], theirs
    ):
        return None
    cost = max(_count(ours, BRACKETED), _count(theirs, BRACKETED))
    return cost, max(_count(ours, BRACKETED | LIGHT), _count(theirs, BRACKETED | LIGHT))


def _is_open(through: bytes, gap: bytes) -> bool:
    """Tell whether nothing but an ellipsis, or a gap between marks, parts two words."""
    return any(flag & OPEN for flag in through) and all(flag & BRACKETED for flag in gap)


def _count(flags: bytes, without: int) -> int:
    return sum(not flag & without for flag in flags)


def contradicts(ours: Words, our_flags: bytes, theirs: Words, their_flags: bytes) -> bool:
    """Tell whether words that stand in the same place say two things.

    Examples:
        >>> contradicts(["5"], bytes([NUMERAL]), ["7"], bytes([NUMERAL]))
        True
        >>> contradicts(["not"], bytes([NEGATION]), [], b"")
        True
        >>> contradicts(["he"], bytes(1), ["lee"], bytes([NAME | BRACKETED]))
        False
    """
    if not any(flag & _FIXED for flag in our_flags) and not any(
        flag & _FIXED for flag in their_flags
    ):
        return False
    if _negations(our_flags) != _negations(their_flags):
        return True
    return any(
        _differ(_of_kind(ours, our_flags, kind), _of_kind(theirs, their_flags, kind))
        for kind in (NUMERAL, NAME)
    )


def _negations(flags: bytes) -> int:
    return sum(1 for flag in flags if flag & NEGATION) % 2


def _of_kind(words: Words, flags: bytes, kind: int) -> list[str]:
    return [
        word
        for word, flag in zip(words, flags, strict=True)
        if flag & kind and not flag & BRACKETED
    ]


def _differ(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Tell whether both sides have such words, and not the same."""
    return bool(ours) and bool(theirs) and not _alike(ours[0], theirs[0])


def _alike(one: str, other: str) -> bool:
    """Tell whether two names may be one, misspelt (*Liason*)."""
    return (
        not one[:1].isdigit()
        and len(one) >= _SHORTEST_MISSPELT
        and one[:3] == other[:3]
        and one[-2:] == other[-2:]
    )


def _contradicted(one: _Side, other: _Side, first: tuple[int, int], last: tuple[int, int]) -> bool:
    """Tell whether the words right before or behind the stretch contradict each other."""
    edges = (
        (slice(max(0, first[0] - 1), first[0]), slice(max(0, first[1] - 1), first[1])),
        (slice(last[0] + 1, last[0] + 2), slice(last[1] + 1, last[1] + 2)),
    )
    return any(
        bool(one.flags[ours])
        and bool(other.flags[theirs])
        and contradicts(one.words[ours], one.flags[ours], other.words[theirs], other.flags[theirs])
        for ours, theirs in edges
    )
