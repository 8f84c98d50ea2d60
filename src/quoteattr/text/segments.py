"""Marks to segments: what stands between two marks, nested, unclosed or running on."""

from __future__ import annotations

import bisect
import collections
import enum
import itertools
import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from quoteattr.text.marks import Family, Mark, Role, Shape, find_marks
from quoteattr.text.paragraphs import find_paragraphs
from quoteattr.text.ranges import CharRange

__all__ = ["Reason", "Segment", "Segments", "Unpaired", "find_segments", "words_between_marks"]


@attrs.frozen(kw_only=True)
class Segment:
    """A quote-marked stretch of one paragraph.

    Attributes:
        start, end: code-point offsets, the marks included.
        inner_start, inner_end: offsets of what stands between the marks, white space as it is.
        depth: how many segments it stands in; 0 is outermost.
        closed: False where the paragraph ends before a mark closes the segment.
        continues: it takes up the unclosed segment of the paragraph before, with an opening mark
            or with none.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    closed: bool
    continues: bool


class Reason(enum.Enum):
    """Why a mark that could open or close bounds no segment."""

    APOSTROPHE = "apostrophe"
    MEASURE = "measure"
    UNOPENED = "closes, but nothing is open"
    UNCLOSED = "opens, but nothing closes it"


@attrs.frozen(kw_only=True)
class Unpaired:
    """A mark that bounds no segment, and why."""

    mark: Mark
    reason: Reason


@attrs.frozen(kw_only=True)
class Segments:
    """The segments of a text and the marks left over, both in text order.

    Every mark of the text bounds exactly one segment, or is listed as unpaired, or could never be
    more than an apostrophe or a measure.
    """

    segments: tuple[Segment, ...]
    unpaired: tuple[Unpaired, ...]


def find_segments(text: str) -> Segments:
    """Pair the marks of each paragraph.

    Examples:
        >>> found = find_segments('"We lost," he said, "by 6 votes."')
        >>> [(segment.start, segment.end) for segment in found.segments]
        [(0, 10), (20, 33)]
    """
    segments: list[Segment] = []
    unpaired: list[Unpaired] = []
    running: tuple[Family, ...] = ()
    unmarked: list[_Paragraph] = []
    for paragraph, pairing in _pairings(text, _marked_paragraphs(text, find_marks(text))):
        resumed = _resumed(paragraph, pairing, running)
        goes_on = resumed is not pairing or not unmarked
        segments += [_whole(one) for one in unmarked if goes_on]
        segments += _segments(paragraph, resumed.pairs, running if goes_on else ())
        unpaired += sorted(resumed.loose, key=lambda loose: loose.mark.start)
        if running and len(unmarked) < _MOST_UNMARKED and _bounds_nothing(resumed):
            unmarked.append(paragraph)
            continue
        unmarked.clear()
        running = tuple(opener.family for opener, closer in resumed.pairs if closer is None)
    return Segments(segments=tuple(segments), unpaired=tuple(unpaired))


@attrs.frozen
class _Paragraph:
    """A paragraph's offsets and its marks."""

    start: int
    end: int
    marks: Sequence[Mark]


_NOTHING = _Paragraph(0, 0, ())


def _marked_paragraphs(text: str, marks: Sequence[Mark]) -> list[_Paragraph]:
    starts = [mark.start for mark in marks]
    return [
        _Paragraph(
            start, end, marks[bisect.bisect_left(starts, start) : bisect.bisect_left(starts, end)]
        )
        for start, end in find_paragraphs(text)
    ]


_Roles = tuple[Role, ...]
_Pair = tuple[Mark, Mark | None]


@attrs.frozen
class _Pairing:
    """A paragraph's marks sorted out.

    Attributes:
        pairs: opener and closer of each segment; no closer where the segment is unclosed.
        pending: openers that the paragraph's end leaves open, outermost first.
        loose: the marks that bound nothing.
    """

    pairs: list[_Pair]
    pending: list[Mark]
    loose: list[Unpaired]


def _pairings(text: str, paragraphs: Sequence[_Paragraph]) -> Iterator[tuple[_Paragraph, _Pairing]]:
    """Give each paragraph with its marks paired."""
    turned = list(map(_turned, paragraphs)) if _face_wrong_way(paragraphs) else paragraphs
    for paragraph, following in itertools.zip_longest(turned, turned[1:], fillvalue=_NOTHING):
        yield paragraph, _pair_paragraph(text, paragraph, following)


def _face_wrong_way(paragraphs: Sequence[_Paragraph]) -> bool:
    """Tell whether more paragraphs begin with a closing mark, or end with an opener, than not."""
    edges = collections.Counter(
        (mark.shape, mark.start == paragraph.start)
        for paragraph in paragraphs
        for mark in paragraph.marks
        if _is_double(mark) and (mark.start == paragraph.start or mark.end == paragraph.end)
    )
    wrong = edges[Shape.RIGHT, True] + edges[Shape.LEFT, False]
    return wrong > edges[Shape.LEFT, True] + edges[Shape.RIGHT, False]


def _turned(paragraph: _Paragraph) -> _Paragraph:
    """Let double marks that alternate, a closing one first, open and close by turns.

    ” I never asked for it, “she said.
    """
    double = list(filter(_is_double, paragraph.marks))
    shapes = itertools.cycle([Shape.RIGHT, Shape.LEFT])
    if any(mark.shape is not shape for mark, shape in zip(double, shapes, strict=False)):
        return paragraph
    roles = _by_turns(paragraph.marks, _is_double)
    marks = [
        attrs.evolve(mark, roles=able) for mark, able in zip(paragraph.marks, roles, strict=True)
    ]
    return attrs.evolve(paragraph, marks=marks)


def _pair_paragraph(text: str, paragraph: _Paragraph, following: _Paragraph) -> _Pairing:
    """Pair by side; where that strands straight marks, pair them by turns; then judge the rest."""
    pairing = _pair(paragraph.marks, [mark.roles for mark in paragraph.marks])
    turns = _turns(paragraph.marks) if _strands_straight(pairing) else []
    if turns:
        by_turns = _pair(paragraph.marks, turns)
        pairing = pairing if _strands_straight(by_turns) else by_turns
    return _judge_pending(text, paragraph, following, pairing)


def _resumed(paragraph: _Paragraph, pairing: _Pairing, running: Sequence[Family]) -> _Pairing:
    """Let a closer without opener end what the paragraph before left open, from its own start on.

    ... said, “It is a burden. ⏎ We all work hard,” he said.
    """
    if running[:1] != (Family.DOUBLE,) or _leads(paragraph):
        return pairing
    closer = next(filter(_is_unopened_double, pairing.loose), None)
    if closer is None or closer.mark.start - paragraph.start < _SHORTEST_RESUMED:
        return pairing
    if any(_straddles(pair, closer.mark) for pair in pairing.pairs):
        return pairing
    opener = attrs.evolve(closer.mark, start=paragraph.start, end=paragraph.start)
    return attrs.evolve(
        pairing,
        pairs=[(opener, closer.mark), *pairing.pairs],
        loose=[loose for loose in pairing.loose if loose is not closer],
    )


def _bounds_nothing(pairing: _Pairing) -> bool:
    """Tell whether a paragraph has no pair, nor a double mark that could be half of one."""
    return not pairing.pairs and not any(
        _is_double(loose.mark) and loose.reason is not Reason.MEASURE for loose in pairing.loose
    )


def _whole(paragraph: _Paragraph) -> Segment:
    """Give a paragraph without marks between one that leaves words open and one that ends them."""
    return Segment(
        start=paragraph.start,
        end=paragraph.end,
        inner_start=paragraph.start,
        inner_end=paragraph.end,
        depth=0,
        closed=False,
        continues=True,
    )


def _is_unopened_double(loose: Unpaired) -> bool:
    return loose.reason is Reason.UNOPENED and _is_double(loose.mark)


def _straddles(pair: _Pair, mark: Mark) -> bool:
    """Tell whether a mark stands between an opener and its closer, or behind an open one."""
    opener, closer = pair
    return opener.start < mark.start and (closer is None or closer.start > mark.start)


def _is_double(mark: Mark) -> bool:
    return mark.family is Family.DOUBLE


def _is_straight(mark: Mark) -> bool:
    return _is_double(mark) and mark.shape is Shape.NEUTRAL


def _strands_straight(pairing: _Pairing) -> bool:
    """Tell whether a straight double mark is left without a partner."""
    return any(map(_is_straight, pairing.pending)) or any(
        _is_straight(loose.mark) and loose.reason is not Reason.MEASURE for loose in pairing.loose
    )


def _turns(marks: Sequence[Mark]) -> list[_Roles]:
    """Let straight double marks open and close by turns; nothing where they cannot all pair."""
    turning = list(filter(_takes_turns, marks))
    curly = any(_is_double(mark) and not _is_straight(mark) for mark in marks)
    return [] if curly or len(turning) % 2 else _by_turns(marks, _takes_turns)


def _takes_turns(mark: Mark) -> bool:
    return _is_straight(mark) and mark.role is not Role.MEASURE


def _by_turns(marks: Sequence[Mark], takes: Callable[[Mark], bool]) -> list[_Roles]:
    """Let those marks that take turns open and close, the first one opening."""
    turn = itertools.cycle([(Role.OPENS,), (Role.CLOSES,)])
    return [next(turn) if takes(mark) else mark.roles for mark in marks]


def _pair(marks: Sequence[Mark], roles: Sequence[_Roles]) -> _Pairing:
    """Pair the marks with a stack of the open ones."""
    pairing = _Pairing([], [], [])
    opened: collections.Counter[Family] = collections.Counter()
    last = {
        mark.family: mark for mark, able in zip(marks, roles, strict=True) if Role.CLOSES in able
    }
    for mark, able, coming in zip(marks, roles, _coming(marks, roles), strict=True):
        closable = opened[mark.family] > 0 and _reaches(mark, pairing.pending[-1], last)
        role = _settle(able, coming, closable=closable)
        if role is Role.OPENS:
            pairing.pending.append(mark)
            opened[mark.family] += 1
        elif role is Role.CLOSES and closable:
            _close(mark, pairing, opened)
        elif len(able) > 1 or role is Role.CLOSES:
            pairing.loose.append(Unpaired(mark=mark, reason=_REASONS[role]))
    return pairing


_REASONS = {
    Role.APOSTROPHE: Reason.APOSTROPHE,
    Role.MEASURE: Reason.MEASURE,
    Role.CLOSES: Reason.UNOPENED,
}


def _coming(marks: Sequence[Mark], roles: Sequence[_Roles]) -> list[_Roles]:
    """Give, for each mark, the roles of the next one of its family that likely opens or closes.

    A sure closer counts although closers that may be apostrophes come before it.
    """
    nearest: dict[Family, _Roles] = {}
    coming: list[_Roles] = []
    for mark, able in zip(reversed(marks), reversed(roles), strict=True):
        coming.append(nearest.get(mark.family, ()))
        doubtful = able == (Role.CLOSES, Role.APOSTROPHE) and coming[-1] == (Role.CLOSES,)
        if able[0] in (Role.OPENS, Role.CLOSES) and not doubtful:
            nearest[mark.family] = able
    return coming[::-1]


def _reaches(mark: Mark, innermost: Mark, last: Mapping[Family, Mark]) -> bool:
    """Tell whether the mark may close a segment although another, innermost, is open in it.

    A single mark is often no mark at all, so it ends a segment of another family only where
    nothing else can.
    """
    if mark.family in (innermost.family, Family.DOUBLE):
        return True
    closer = last.get(innermost.family)
    return closer is None or closer.start < mark.start


def _settle(able: _Roles, coming: _Roles, *, closable: bool) -> Role:
    """Choose among the roles that a mark's sides leave it."""
    if len(able) == 1:
        return able[0]
    return able[_TAKES_SECOND[able](coming, closable)]


_TAKES_SECOND: dict[_Roles, Callable[[_Roles, bool], bool]] = {
    (Role.CLOSES, Role.OPENS): lambda _, closable: not closable,
    (Role.CLOSES, Role.APOSTROPHE): lambda coming, closable: (
        not closable or coming == (Role.CLOSES,)
    ),
    (Role.APOSTROPHE, Role.CLOSES): lambda coming, closable: (
        closable and coming[:1] != (Role.CLOSES,)
    ),
    (Role.MEASURE, Role.CLOSES): lambda coming, closable: closable and coming[:1] != (Role.CLOSES,),
    (Role.APOSTROPHE, Role.OPENS): lambda coming, closable: (
        not closable and coming == (Role.CLOSES,)
    ),
}


def _close(mark: Mark, pairing: _Pairing, opened: collections.Counter[Family]) -> None:
    """Pair a closer with the innermost opener of its family; what is open inside stays unclosed."""
    while True:
        opener = pairing.pending.pop()
        opened[opener.family] -= 1
        if opener.family is mark.family:
            break
        pairing.loose.append(Unpaired(mark=opener, reason=Reason.UNCLOSED))
    pairing.pairs.append((opener, mark))


def _judge_pending(
    text: str, paragraph: _Paragraph, following: _Paragraph, pairing: _Pairing
) -> _Pairing:
    """Let the paragraph's end bound the openers that plausibly run on to it; drop the others."""
    latest: dict[tuple[Family, bool], Mark] = {}
    for opener in itertools.chain((opener for opener, _ in pairing.pairs), pairing.pending):
        latest[_style(opener)] = max(
            opener, latest.get(_style(opener), opener), key=operator.attrgetter("start")
        )
    pairs, loose = list(pairing.pairs), list(pairing.loose)
    for opener in pairing.pending:
        if latest[_style(opener)] is opener and _runs_on(text, opener, paragraph, following):
            pairs.append((opener, None))
        else:
            loose.append(Unpaired(mark=opener, reason=Reason.UNCLOSED))
    pairs.sort(key=lambda pair: pair[0].start)
    return _Pairing(pairs, [], loose)


def _style(mark: Mark) -> tuple[Family, bool]:
    """Tell straight marks from curly ones: a segment may hold another of the other style."""
    return mark.family, mark.shape is Shape.NEUTRAL


_SHORTEST_TAIL = 3
_SHORTEST_RESUMED = 20  # characters that no mark of their own opens
_MOST_UNMARKED = 5  # paragraphs that words run over without a mark


def _runs_on(text: str, opener: Mark, paragraph: _Paragraph, following: _Paragraph) -> bool:
    """Tell whether an opener without closer plausibly opens a segment to the paragraph's end.

    A double mark does at the start of a word. A single one may be a stray apostrophe: it must
    open the paragraph or the next one too.
    """
    if paragraph.end - opener.end < _SHORTEST_TAIL or text[opener.end].isspace():
        return False
    if opener.start == paragraph.start or opener.family in _leads(following):
        return True
    return opener.family is not Family.SINGLE and not text[opener.start - 1].isalnum()


def _leads(paragraph: _Paragraph) -> tuple[Family, ...]:
    """Give the families of the opening marks that a paragraph starts with."""
    start, families = paragraph.start, []
    for mark in paragraph.marks:
        if mark.start != start or Role.OPENS not in mark.roles:
            break
        families.append(mark.family)
        start = mark.end
    return tuple(families)


def _segments(
    paragraph: _Paragraph, pairs: Iterable[_Pair], running: Sequence[Family]
) -> Iterator[Segment]:
    """Turn pairs, in order of their openers, into segments.

    Args:
        paragraph: where they stand.
        pairs: opener and closer of each.
        running: families of the unclosed segments of the paragraph before, outermost first.
    """
    ends: list[int] = []
    leads = paragraph.start
    for opener, closer in pairs:
        end = closer.end if closer else paragraph.end
        while ends and ends[-1] <= opener.start:
            ends.pop()
        continues = opener.start == leads and running[len(ends) :][:1] == (opener.family,)
        leads = opener.end if continues else -1
        yield Segment(
            start=opener.start,
            end=end,
            inner_start=opener.end,
            inner_end=closer.start if closer else end,
            depth=len(ends),
            closed=closer is not None,
            continues=continues,
        )
        ends.append(end)


def words_between_marks(text: str, segment: Segment) -> CharRange:
    """Give what stands between the marks, without white space at the edges."""
    start, end = segment.inner_start, segment.inner_end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return CharRange(start, end)
