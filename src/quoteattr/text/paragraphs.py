"""Text to paragraphs: the units in which marks pair and sentences are parsed."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from quoteattr.text.line_wraps import find_line_wraps
from quoteattr.text.patterns import LINE_BREAKS
from quoteattr.text.ranges import CharRange

__all__ = ["cut", "find_paragraphs"]

_BREAK = re.compile(rf"[{LINE_BREAKS}]+")
_GAP = re.compile(r"([.!?][\"'”’)\]]*)?(?<!\s)\s+(?=\S)")


# Four stages ask for the paragraphs of a text while its batch is read.
@functools.lru_cache(maxsize=16)
def find_paragraphs(text: str) -> tuple[CharRange, ...]:
    r"""Give the paragraphs, without the white space around them.

    Every line break ends a paragraph, except the one that only wraps a line.

    Examples:
        >>> find_paragraphs("One.\n\n Two. \n")
        (CharRange(start=0, end=4), CharRange(start=7, end=11))
    """
    return tuple(_stripped(text))


def _stripped(text: str) -> Iterator[CharRange]:
    for start, end in _lines(text):
        body = text[start:end]
        left = len(body) - len(body.lstrip())
        right = len(body.rstrip())
        if left < right:
            yield CharRange(start + left, start + right)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    wraps = {place for edit in find_line_wraps(text) for place in range(edit.start, edit.end)}
    start = 0
    for match in _BREAK.finditer(text):
        if match.start() not in wraps:
            yield start, match.start()
            start = match.end()
    yield start, len(text)


def cut(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    """Cut a stretch of text that is longer than `longest` code points.

    Every piece but the last ends in its second half: at the last paragraph end there, else at a
    sentence end, else at white space, else anywhere.

    Examples:
        >>> list(cut("It rained. We left.", 0, 19, 16))
        [(0, 11), (11, 19)]
    """
    while end - start > longest:
        limit = start + longest
        stops = {
            _rank(match): match.end() for match in _GAP.finditer(text, limit - longest // 2, limit)
        }
        stop = stops[max(stops)] if stops else limit
        yield start, stop
        start = stop
    yield start, end


def _rank(gap: re.Match[str]) -> int:
    """Rate the end of a paragraph above that of a sentence, and that above any white space."""
    if _BREAK.search(gap.group()) and not gap.string[gap.end()].islower():
        return 2
    return 1 if gap[1] else 0
