"""Segments laid over tokens: which tokens stand between which marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from quoteattr.syntax.grammar import MARK_TAGS
from quoteattr.syntax.tokens import Parse, TokenRange, paragraph_of, tokens_between
from quoteattr.text.segments import Segment

__all__ = ["Alignment", "align", "stands_alone", "token_before_marks"]


_VISIBLE = re.compile(r"\S")


@attrs.frozen(kw_only=True, eq=False)
class Alignment:
    """Where the outermost segments lie among the tokens.

    Attributes:
        segments: the outermost segments that hold at least one token.
        ranges: the tokens between the marks of each of these segments.
        quoted: for each token the number of the segment that it stands in, -1 outside.
        nested: the segments inside of others, and the tokens of each.
    """

    segments: Sequence[Segment]
    ranges: Sequence[TokenRange]
    quoted: Sequence[int]
    nested: Sequence[tuple[Segment, TokenRange]]


def align(parse: Parse, segments: Sequence[Segment]) -> Alignment:
    """Find the tokens of each outermost segment; a token cut by a mark counts as inside.

    A segment with nothing between its marks has none, also where a token spans it.
    """
    kept: list[Segment] = []
    ranges: list[TokenRange] = []
    nested: list[tuple[Segment, TokenRange]] = []
    quoted = [-1] * len(parse)
    for segment in segments:
        first, last = tokens_between(parse, segment.inner_start, segment.inner_end)
        if first >= last or not _VISIBLE.search(parse.text, segment.inner_start, segment.inner_end):
            continue
        if segment.depth:
            nested.append((segment, TokenRange(first, last)))
        else:
            quoted[first:last] = [len(kept)] * (last - first)
            kept.append(segment)
            ranges.append(TokenRange(first, last))
    return Alignment(segments=kept, ranges=ranges, quoted=quoted, nested=nested)


def stands_alone(parse: Parse, alignment: Alignment, number: int) -> bool:
    """Tell whether a segment and its marks are all that is in their paragraph."""
    first, last = alignment.ranges[number]
    start, end = paragraph_of(parse, first)
    return first - start <= 1 and end - last <= 1


def token_before_marks(parse: Parse, first: int) -> int:
    """Give the token before the segment's mark, -1 at the start of a paragraph."""
    start = paragraph_of(parse, first)[0]
    place = first - 1
    while place >= start and parse.tags[place] in MARK_TAGS:
        place -= 1
    return place if place >= start else -1
