"""Word alignment: the longest stretch that two quotations share, small alterations allowed.

A local alignment of words. Each word that both have counts one; each word that only one of them
has costs one, where a gap costs as many as its longer side. Words that the reporter put in brackets
cost nothing, and whatever an ellipsis or a gap between marks may stand for costs one. Nothing
bridges a contradiction: another numeral, another name, or a negation on one side alone.
"""

from __future__ import annotations

import bisect
import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence

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
        >>> one, other = "we lost it all last night".split(), "that we lost it last".split()
        >>> align_words(one, bytes(6), other, bytes(5)).pairs
        ((0, 1), (1, 2), (2, 3))
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


@attrs.define(eq=False)
class _Line:
    """The cells of one word of a quotation, in the order of the other’s words."""

    places: list[int] = attrs.Factory(list)
    best: list[_Cell] = attrs.Factory(list)  # of all cells up to each place

    def add(self, place: int, cell: _Cell, *, keep: bool) -> None:
        """Add a cell behind the others; of equals the first is the best if it is to be kept."""
        if self.best and cell.score < self.best[-1].score + keep:
            cell = self.best[-1]
        self.places.append(place)
        self.best.append(cell)

    def best_before(self, place: int) -> _Cell | None:
        """Give the best cell of all before a place."""
        number = bisect.bisect_left(self.places, place)
        return self.best[number - 1] if number else None


@attrs.frozen(eq=False)
class _Grid:
    """The cells so far: by the words of both quotations, and in lines along each of them."""

    cells: dict[tuple[int, int], _Cell] = attrs.Factory(dict)
    rows: dict[int, _Line] = attrs.Factory(lambda: defaultdict(_Line))
    columns: dict[int, _Line] = attrs.Factory(lambda: defaultdict(_Line))

    def add(self, cell: _Cell) -> None:
        """Add a cell, row by row."""
        i, j = cell.place
        self.cells[cell.place] = cell
        self.rows[i].add(j, cell, keep=True)
        self.columns[j].add(i, cell, keep=False)


def _best_chain(one: _Side, other: _Side) -> list[tuple[int, int]]:
    """Give the pairs of equal words with the best score; of equals the first.

    Where the words before are a pair too, a pair goes on from there.
    """
    places: dict[str, list[int]] = {}
    for place, word in enumerate(other.words):
        places.setdefault(word, []).append(place)
    grid = _Grid()
    reaches = [list(_reaches(side.flags)) for side in (one, other)]
    best: _Cell | None = None
    for i, word in enumerate(one.words):
        for j in places.get(word, ()):
            before = grid.cells.get((i - 1, j - 1))
            cell = (
                _Cell((i, j), before.score + 1, before)
                if before
                else _best_cell(one, other, (i, j), grid, (reaches[0][i], reaches[1][j]))
            )
            grid.add(cell)
            if best is None or cell.score > best.score:
                best = cell
    chain = []
    while best:
        chain.append(best.place)
        best = best.before
    return chain[::-1]


def _reaches(flags: bytes) -> Iterator[int]:
    """Give for each word the first one from which a gap to it may be counted word by word.

    What is farther away has words of the text between, and more than a gap may have.
    """
    unbracketed = -1  # the last such word before
    for place, flag in enumerate(flags):
        yield max(0, min(place - _LONGEST_GAP - 1, unbracketed))
        if not flag & BRACKETED:
            unbracketed = place


def _best_cell(
    one: _Side, other: _Side, place: tuple[int, int], grid: _Grid, reach: tuple[int, int]
) -> _Cell:
    """Make the cell of a place, with the best chain before it that a gap can reach.

    Behind an opening in the other quotation the gap in this one may have any length.
    """
    i, j = place
    opened = any(flag & OPEN for flag in other.flags[max(0, j - _LONGEST_GAP) : j + 1])
    first = reach[0] if opened else max(0, i - _LONGEST_GAP - 1)
    best = _Cell(place, 1, None)
    for row in range(i - 1, first - 1, -1):
        if row in grid.rows:
            best = _best_of_row(one, other, grid, row, best, reach[1])
    if opened:
        far = [
            cell
            for column in range(reach[1], j)
            if column in grid.columns and _leaves_open(other.flags, column, j)
            if (cell := grid.columns[column].best_before(reach[0]))
        ]
        for cell in sorted(far, key=lambda cell: (-cell.place[0], cell.place[1])):
            best = _better(best, cell, _OPEN_COST)
    return best


def _best_of_row(one: _Side, other: _Side, grid: _Grid, row: int, best: _Cell, reach: int) -> _Cell:
    """Give the best of a cell and what it would be behind the cells of a row."""
    i, j = best.place
    line = grid.rows[row]
    far = line.best_before(reach)
    if far and _leaves_open(one.flags, row, i):
        best = _better(best, far, _OPEN_COST)
    places = line.places
    for column in places[bisect.bisect_left(places, reach) : bisect.bisect_left(places, j)]:
        cell = grid.cells[row, column]
        if cell.score >= best.score:
            found = _gap_cost(one, other, cell.place, best.place)
            if found:
                best = _better(best, cell, found[0])
    return best


def _better(best: _Cell, before: _Cell, cost: int) -> _Cell:
    score = before.score + 1 - cost
    return _Cell(best.place, score, before) if score > best.score else best


def _gap_cost(
    one: _Side, other: _Side, before: tuple[int, int], behind: tuple[int, int]
) -> tuple[int, int] | None:
    """Give the cost of the words between two pairs, and how many tell; None if nothing bridges."""
    ours = one.flags[before[0] + 1 : behind[0]]
    theirs = other.flags[before[1] + 1 : behind[1]]
    opened = _leaves_open(one.flags, before[0], behind[0])
    if opened != _leaves_open(other.flags, before[1], behind[1]):
        return _OPEN_COST, 0
    if max(len(ours), len(theirs)) > _LONGEST_GAP:
        return None
    our_words = one.words[before[0] + 1 : behind[0]]
    their_words = other.words[before[1] + 1 : behind[1]]
    if "".join(our_words) == "".join(their_words):  # email, e-mail
        return 0, 0
    if contradicts(our_words, ours, their_words, theirs):
        return None
    cost = max(_count(ours, BRACKETED), _count(theirs, BRACKETED))
    return cost, max(_count(ours, BRACKETED | LIGHT), _count(theirs, BRACKETED | LIGHT))


def _leaves_open(flags: bytes, before: int, behind: int) -> bool:
    """Tell whether nothing but an ellipsis, or a gap between marks, parts two words."""
    return any(flag & OPEN for flag in flags[before + 1 : behind + 1]) and all(
        flag & BRACKETED for flag in flags[before + 1 : behind]
    )


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
