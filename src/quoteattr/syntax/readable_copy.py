"""The reading copy: a text of the same length that the pipeline reads well, and its pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quoteattr.syntax.datelines import behind_dateline
from quoteattr.text.paragraphs import cut
from quoteattr.text.segments import Segment

__all__ = ["Piece", "find_pieces", "readable_copy"]

_LONGEST_PIECE = 5_000  # characters: the parser's time and memory grow with them
_LONGEST_WORD = 200  # characters: a word costs their square
_ENDLESS_WORD = re.compile(rf"(?<!\S)\S{{{_LONGEST_WORD + 1},}}")
_WORDLIKE = re.compile(r"[^\W_]")
_UNREADABLE = re.compile("[\ud800-\udfff\0]")
_WIDE = "utf-32-le"  # four bytes for any character
_READ_AS = str.maketrans(
    {
        "’": "'",
        "\N{HORIZONTAL BAR}": "—",
        **dict.fromkeys("\t\n\r\xa0\u2009\u202f", " "),
    }
)
_SPACED_HYPHEN = re.compile(r"(?<=\s)-(?=\s)")
_MILLIONS = re.compile(r"(?<=\d)[mM](?=\.\s+[A-Z“\"'])")  # £3m. Then a sentence begins.

Piece = tuple[int, int, int]  # start, end, number of the range


def readable_copy(text: str, segments: Sequence[Segment]) -> str:
    """Give a text of the same length that a pipeline trained on American news reads well.

    The marks of every segment look like double curly ones, apostrophes are straight, dashes and
    spaces are common ones, and what cannot be encoded is masked. Millions at a sentence's end look
    like thousands, since a tokenizer takes “m.” for an abbreviation.
    """
    plain = _SPACED_HYPHEN.sub("–", _UNREADABLE.sub("\ufffd", text).translate(_READ_AS))
    plain = _MILLIONS.sub("k", plain)
    codes = bytearray(plain.encode(_WIDE))
    for segment in segments:
        opener = segment.inner_start - segment.start
        _put(codes, segment.start, "“".ljust(opener)[:opener])
        if segment.closed:
            _put(codes, segment.inner_end, "”".rjust(segment.end - segment.inner_end))
    return codes.decode(_WIDE)


def _put(codes: bytearray, start: int, characters: str) -> None:
    codes[4 * start : 4 * (start + len(characters))] = characters.encode(_WIDE)


def find_pieces(text: str, ranges: Sequence[tuple[int, int]]) -> list[Piece]:
    """Cut ranges that are too long for one parse; give (start, end, number of the range).

    A piece without a letter or digit has nothing to parse, and is left out.
    """
    return [
        (start, end, number)
        for number, (first, last) in enumerate(ranges)
        for start, end in _cut_behind_dateline(text, first, last)
        if _WORDLIKE.search(text, start, end)
    ]


def _cut_behind_dateline(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut "PARIS (Reuters) - " off, which would be read as the sentence's subject."""
    behind = behind_dateline(text, start, end)
    if behind < end:
        yield start, behind
        start = behind
    yield from _cut(text, start, end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long for one parse, endless words first: they cost their length squared."""
    for match in _ENDLESS_WORD.finditer(text, start, end):
        for stop in range(match.start() + _LONGEST_WORD, match.end(), _LONGEST_WORD):
            yield from cut(text, start, stop, _LONGEST_PIECE)
            start = stop
    yield from cut(text, start, end, _LONGEST_PIECE)
