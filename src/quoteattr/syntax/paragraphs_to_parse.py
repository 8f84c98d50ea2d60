"""Paragraphs to parse: those that say whose words stand between marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from quoteattr.lexicon.name_words import is_address, is_given_name
from quoteattr.lexicon.noun_kinds import is_role
from quoteattr.lexicon.word_lists import read_words
from quoteattr.text.paragraphs import find_paragraphs
from quoteattr.text.ranges import CharRange
from quoteattr.text.segments import Segment
from quoteattr.text.turns import find_turns

__all__ = ["find_excerpts"]


_CAPITALISED = r"(?<![\w'’-])[^\W\d_a-zß-ÿ][\w'’-]*"
_NAME = re.compile(_CAPITALISED)
_LAST_NAME = re.compile(rf"({_CAPITALISED})\.?[ \u00a0](?=({_CAPITALISED}))")
_OWNER = ("'s", "’s")


def find_excerpts(text: str, segments: Sequence[Segment]) -> tuple[CharRange, ...]:
    r"""Give the (start, end) offsets of the paragraphs to parse where only marked words count.

    These are the paragraphs with marks or a label, the one before each, and the first that gives
    in full a name which stands beside the marks, or else with a title.

    Args:
        text: the text.
        segments: its quote-marked stretches, in order.

    Examples:
        >>> from quoteattr.text.segments import find_segments
        >>> text = "Ann Lee met us.\nIt rained.\nAnn Lee left.\n“No,” said Lee."
        >>> [tuple(excerpt) for excerpt in find_excerpts(text, find_segments(text).segments)]
        [(0, 15), (27, 40), (41, 56)]
    """
    paragraphs = find_paragraphs(text)
    starts = [start for start, _ in paragraphs]
    spoken = {bisect_right(starts, segment.start) - 1 for segment in segments}
    spoken |= {bisect_right(starts, turn.label[0]) - 1 for turn in find_turns(text)}
    names = {name for number in spoken for name in _names(text, segments, *paragraphs[number])}
    led = {number - 1 for number in spoken if number}
    kept = spoken | led | _naming(text, paragraphs, names)
    return tuple(paragraphs[number] for number in sorted(kept))


def _names(text: str, segments: Sequence[Segment], start: int, end: int) -> set[str]:
    """Give the words of a paragraph that look like names, but for those between marks."""
    return {
        name
        for stretch in _unmarked(segments, start, end)
        for name in _owners(_NAME.findall(text, *stretch))
        if name.lower() not in read_words("function_words")
    }


def _unmarked(segments: Sequence[Segment], start: int, end: int) -> Iterator[CharRange]:
    """Give the stretches of a paragraph that stand outside of its segments."""
    first = bisect_left(segments, start, key=lambda segment: segment.start)
    last = bisect_left(segments, end, key=lambda segment: segment.start)
    for segment in segments[first:last]:
        if start < segment.start:
            yield CharRange(start, segment.start)
        start = max(start, segment.end)
    yield CharRange(start, end)


def _naming(text: str, paragraphs: Sequence[CharRange], names: AbstractSet[str]) -> set[int]:
    """Number the paragraphs in which a name first stands behind a given name, else a title."""
    full: dict[str, int] = {}
    titled: dict[str, int] = {}
    for number, bounds in enumerate(paragraphs):
        for before, word in _LAST_NAME.findall(text, *bounds):
            (name,) = _owners([word])
            if name in names:
                places = titled if _is_no_given_name(before.lower()) else full
                places.setdefault(name, number)
    return {*{**titled, **full}.values()}


def _is_no_given_name(word: str) -> bool:
    """Tell whether a lower-cased word is a title, a role or the like: Mayor Lee."""
    other = is_address(word) or is_role(word) or word in read_words("function_words")
    return other and not is_given_name(word)


def _owners(words: Iterable[str]) -> Iterator[str]:
    """Give each word without the ending of an owner."""
    return (word[:-2] if word.endswith(_OWNER) else word for word in words)
