"""Differences: what one version of a quotation has otherwise than another."""

from __future__ import annotations

import enum
import itertools
from collections.abc import Iterator, Sequence

from quoteattr.matching.comparison import Wording, wording_of
from quoteattr.matching.quoted_words import Word, read_quoted_words
from quoteattr.matching.word_alignment import align_words
from quoteattr.records import Quote, Span

__all__ = ["Side", "find_differences"]


class Side(enum.Enum):
    """Which version words stand in: both, the version looked at, or only the full one."""

    BOTH = "both"
    OWN = "own"
    LEFT_OUT = "left out"


def find_differences(quote: Quote, full: Quote) -> list[tuple[Side, str]]:
    """Give the marked words of a quotation with what it has and lacks beside a fuller version.

    Args:
        quote: the version looked at.
        full: the version it is held against.

    Returns:
        Stretches in reading order, with the stops behind their words: those of both as `quote` has
        them, its own ones, and those of `full` alone.

    Examples:
        >>> from quoteattr import QuoteKind, Span
        >>> def said(words):
        ...     span = Span(start=0, end=len(words), text=words)
        ...     return Quote(kind=QuoteKind.DIRECT, content=(span,), verbatim=(span,))
        >>> for side, words in find_differences(said("We lost badly."), said("Yes, we lost.")):
        ...     print(side.value, "|", words)
        left out | Yes,
        both | We lost
        own | badly.
    """
    ours, theirs = _read(quote), _read(full)
    own, other = (wording_of([word for word, _ in side], None) for side in (ours, theirs))
    pieces = _pieces(_pairs(own, other), [text for _, text in ours], [text for _, text in theirs])
    return [
        (side, "".join(text for _, text in group).strip())
        for side, group in itertools.groupby(pieces, key=lambda piece: piece[0])
    ]


def _read(quote: Quote) -> list[tuple[Word, str]]:
    """Give the words with what stands behind them up to the next."""
    found = []
    read = read_quoted_words(quote.verbatim)
    for span in quote.verbatim:
        words = [word for word in read if span.start <= word.start < span.end]
        starts = [span.start, *(_beginning(span, word) for word in words[1:]), span.end]
        for word, start, end in zip(words, starts, starts[1:], strict=False):
            found.append((word, span.text[start - span.start : end - span.start]))
        if found:
            found[-1] = found[-1][0], f"{found[-1][1]} "
    return found


def _beginning(span: Span, word: Word) -> int:
    """Give the offset of a word with the bracket or mark before it."""
    before = span.text[: word.start - span.start]
    return word.start - len(before) + len(before.rstrip("([“‘\"'"))


def _pairs(own: Wording | None, other: Wording | None) -> Sequence[tuple[int, int]]:
    if own is None or other is None:
        return ()
    return align_words(own.words, own.flags, other.words, other.flags).pairs


def _pieces(
    pairs: Sequence[tuple[int, int]], ours: Sequence[str], theirs: Sequence[str]
) -> Iterator[tuple[Side, str]]:
    own = full = 0
    for i, j in [*pairs, (len(ours), len(theirs))]:
        yield from ((Side.LEFT_OUT, text) for text in theirs[full:j])
        yield from ((Side.OWN, text) for text in ours[own:i])
        if i < len(ours):
            yield Side.BOTH, ours[i]
        own, full = i + 1, j + 1
