"""Labels: names set apart from the words they speak, in transcripts and under quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from quoteattr.paragraphs import find_paragraphs
from quoteattr.segments import Segment

__all__ = ["Signature", "Turn", "find_signatures", "find_turns"]

_NAME = r"[^\W\d_a-zß-ÿ][\w.'’-]*"
_TURN = re.compile(
    rf"[\"“”‘'«„*_\[(]*((?:Q|A|{_NAME}(?:[ \u00a0](?:{_NAME}|of|de|van|von|the)){{0,5}})"
    rf"(?: ?\([^()\n]{{1,40}}\))?)[*_\])]*:[*_]*(?:\s+|$)"
)
_CAPITALS = re.compile(r"[^a-zß-ÿ]*[^\W\d_a-zß-ÿ]{2}[^a-zß-ÿ]*(?:\([^()]*\))?")
_DASH = "\u2010-\u2015\u2212-"
_SIGNATURE = re.compile(rf"[\s\"“”’'.,]*[{_DASH}]+\s*(?=\w)([^\n{_DASH}]{{2,90}})")
_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s+\S")
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
        paragraphs: the span of text whose segments are signed.
    """

    name: tuple[int, int]
    dash: int
    signed: tuple[int, int]


def find_turns(text: str) -> tuple[Turn, ...]:
    """Find the turns of a transcript; a label carries on until the next one.

    A line "NAME: words" is a turn when its name stands in capitals, or when names before a colon
    open at least three paragraphs of the text and take turns.

    Examples:
        >>> [turn.colon for turn in find_turns("LEE: Is it safe?\\n\\nORR: It is.")]
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
    return bool(_CAPITALS.fullmatch(name)) and len(names) > 1


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

    Examples:
        >>> from quoteattr.segments import find_segments
        >>> text = "“A true expert.” — Ann Lee"
        >>> signature, = find_signatures(text, find_segments(text).segments)
        >>> text[slice(*signature.name)]
        'Ann Lee'
    """
    paragraphs = find_paragraphs(text)
    found = []
    for segment in segments:
        if segment.depth == 0:
            match = _SIGNATURE.match(text, segment.end)
            if match and _signs(text, match, paragraphs):
                found.append(_signature(text, segment, match, paragraphs))
    return tuple(found)


def _signs(text: str, match: re.Match[str], paragraphs: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the words behind the dash are a name that ends its paragraph."""
    name = match.group(1)
    last = match.start(1) + len(name.rstrip())
    return (
        any(end == last for _, end in paragraphs)
        and name[:1].isupper()
        and not _SENTENCE_END.search(name)
    )


def _signature(
    text: str,
    segment: Segment,
    match: re.Match[str],
    paragraphs: Sequence[tuple[int, int]],
) -> Signature:
    start = next(first for first, last in paragraphs if first <= segment.start < last)
    name = match.group(1).rstrip()
    dash = match.start(1) - 1
    while text[dash].isspace():
        dash -= 1
    return Signature(
        name=(match.start(1), match.start(1) + len(name)), dash=dash, signed=(start, segment.end)
    )
