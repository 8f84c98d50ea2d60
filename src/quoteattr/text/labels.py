"""Labels: names set apart from the words they speak, in transcripts and under quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence

import attrs

from quoteattr.text.paragraphs import find_paragraphs
from quoteattr.text.segments import Segment

__all__ = ["Signature", "Turn", "find_signatures", "find_turns"]

_NAME = r"[^\W\d_a-zß-ÿ][\w.'’-]*"
_TURN = re.compile(
    rf"[\"“”‘'«„*_\[(]*((?:Q|A|{_NAME}(?:[ \u00a0](?:{_NAME}|of|de|van|von|the)){{0,5}})"
    rf"(?: ?\([^()\n]{{1,40}}\))?)[*_\])]*:[*_]*(?:\s+|$)"
)
_CAPITALS = re.compile(r"[^\W\d_a-zß-ÿ]{2}")
_SMALL = re.compile(r"[a-zß-ÿ]")
_DASH = "\u2010-\u2015\u2212-"
_SIGNATURE = re.compile(
    rf"[\s\"“”’'.,]{{0,20}}(?P<dash>[{_DASH}])[{_DASH}]{{0,5}}[ \u00a0]*(?=[@\w])"
    rf"(?P<name>[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029{_DASH}]{{2,90}})"
)
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?][\"”’']?\s+\S")  # but not: Ann P. Lee
_CARRY = 2


@attrs.frozen(kw_only=True)
class Turn:
    """One speaker's turn in a transcript.

    Attributes:
        label: (start, end) of the name, in code points.
        colon: offset of the colon behind it.
        stretches: (start, end) of what is said, a stretch a paragraph.
    """

    label: tuple[int, int]
    colon: int
    stretches: tuple[tuple[int, int], ...]


@attrs.frozen(kw_only=True)
class Signature:
    """A name behind a dash that closes the quotation before it.

    Attributes:
        name: (start, end) of the words behind the dash, in code points.
        dash: offset of the dash.
        signed: (start, end) of the text whose segments are signed.
    """

    name: tuple[int, int]
    dash: int
    signed: tuple[int, int]


def find_turns(text: str) -> tuple[Turn, ...]:
    r"""Find the turns of a transcript; a label carries on until the next one.

    A line "NAME: words" is a turn when its name stands in capitals, or when names before a colon
    open at least three paragraphs of the text and take turns.

    Examples:
        >>> [turn.colon for turn in find_turns("LEE: Is it safe?\n\nORR: It is.")]
        [3, 21]
    """
    paragraphs = find_paragraphs(text)
    matches = [_TURN.match(text, start, end) for start, end in paragraphs]
    names = [match.group(1) for match in matches if match]
    alternating = len(names) >= 3 and 1 < len(set(names)) < len(names)  # noqa: PLR2004
    opens = [
        match is not None and (alternating or _in_capitals(match.group(1), names))
        for match in matches
    ]
    return tuple(_turns(text, paragraphs, matches, opens))


def _in_capitals(name: str, names: Sequence[str]) -> bool:
    """Tell whether a name, but for what is added in brackets, has capitals and no small letters."""
    plain = name.partition("(")[0] if _SMALL.search(name) else name
    return len(names) > 1 and not _SMALL.search(plain) and bool(_CAPITALS.search(plain))


def _turns(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    matches: Sequence[re.Match[str] | None],
    opens: Sequence[bool],
) -> Iterator[Turn]:
    for number, match in enumerate(matches):
        if not opens[number] or match is None:
            continue
        follow = number + 1
        while follow < len(paragraphs) and not opens[follow]:
            follow += 1
        carried = (
            follow if follow < len(paragraphs) and follow - number <= _CARRY + 1 else number + 1
        )
        stretches = [(match.end(), paragraphs[number][1]), *paragraphs[number + 1 : carried]]
        yield Turn(
            label=match.span(1),
            colon=text.index(":", match.end(1)),
            stretches=tuple(stretch for stretch in stretches if stretch[0] < stretch[1]),
        )


def find_signatures(text: str, segments: Sequence[Segment]) -> tuple[Signature, ...]:
    """Find the names behind a dash that sign the segments before them.

    They end a paragraph that a segment or a label opens: behind “He said it was "over." —” stands
    who wrote it.

    Examples:
        >>> from quoteattr.text.segments import find_segments
        >>> text = "“A true expert.” — Ann Lee"
        >>> signature, = find_signatures(text, find_segments(text).segments)
        >>> text[slice(*signature.name)]
        'Ann Lee'
    """
    paragraphs = find_paragraphs(text)
    ends = frozenset(end for _, end in paragraphs)
    starts = [start for start, _ in paragraphs]
    outer = [segment for segment in segments if segment.depth == 0]
    opened = {segment.start for segment in outer}
    found = []
    for segment in outer:
        start = starts[bisect_right(starts, segment.start) - 1]
        match = _SIGNATURE.match(text, segment.end)
        if match and _signs(match, ends) and _is_opened(text, start, opened):
            found.append(_signature(match, (start, segment.end)))
    return tuple(found)


def _is_opened(text: str, start: int, opened: Container[int]) -> bool:
    """Tell whether a paragraph begins with a segment, or with a label and a segment."""
    label = _TURN.match(text, start)
    return start in opened or (label is not None and label.end() in opened)


def _signs(match: re.Match[str], ends: Container[int]) -> bool:
    """Tell whether the words behind the dash are a name that ends its paragraph."""
    name = match["name"]
    last = match.start("name") + len(name.rstrip())
    named = name[:1].isupper() or name[:1] == "@"
    return last in ends and named and not _SENTENCE_END.search(name)


def _signature(match: re.Match[str], signed: tuple[int, int]) -> Signature:
    start = match.start("name")
    return Signature(
        name=(start, start + len(match["name"].rstrip())), dash=match.start("dash"), signed=signed
    )
