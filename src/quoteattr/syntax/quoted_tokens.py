"""Segments laid over tokens: which tokens stand between which marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import attrs

from quoteattr.syntax.tokens import Parse
from quoteattr.text.segments import Segment

__all__ = ["Alignment", "align", "stands_alone"]


_VISIBLE = re.compile(r"\S")


@attrs.frozen(kw_only=True, eq=False)
class Alignment:
    """Where the outermost segments lie among the tokens.

    Attributes:
        segments: the outermost segments that hold at least one token.
        ranges: (first, behind last) token between the marks of each of these segments.
        quoted: for each token the number of the segment that it stands in, -1 outside.
        nested: the segments inside of others, and the (first, behind last) token of each.
    """

    segments: Sequence[Segment]
    ranges: Sequence[tuple[int, int]]
    quoted: Sequence[int]
    nested: Sequence[tuple[Segment, tuple[int, int]]]


def align(parse: Parse, segments: Sequence[Segment]) -> Alignment:
    """Find the tokens of each outermost segment; a token cut by a mark counts as inside.

    A segment with nothing between its marks has none, also where a token spans it.
    """
    kept: list[Segment] = []
    ranges: list[tuple[int, int]] = []
    nested: list[tuple[Segment, tuple[int, int]]] = []
    quoted = [-1] * len(parse)
    for segment in segments:
        first = bisect_right(parse.ends, segment.inner_start)
        last = bisect_left(parse.starts, segment.inner_end)
        if first >= last or not _VISIBLE.search(parse.text, segment.inner_start, segment.inner_end):
            continue
        if segment.depth:
            nested.append((segment, (first, last)))
        else:
            quoted[first:last] = [len(kept)] * (last - first)
            kept.append(segment)
            ranges.append((first, last))
    return Alignment(segments=kept, ranges=ranges, quoted=quoted, nested=nested)


def stands_alone(parse: Parse, alignment: Alignment, number: int) -> bool:
    """Tell whether a segment and its marks are all that is in their paragraph."""
    first, last = alignment.ranges[number]
    start, end = parse.paragraphs[parse.paragraph[first]]
    return first - start <= 1 and end - last <= 1
