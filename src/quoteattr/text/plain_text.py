"""Plain text: what a reader sees of a text as it was stored, and where each character of it lies.

Characters come coded, names in tags, sentences in wrapped lines, speeches with a page's furniture
between their paragraphs. Everything behind this stage reads the plain text; offsets are put back
into the text as given at the end. Most texts are plain already, and cost one search.
"""

from __future__ import annotations

import bisect
import re
from array import array
from collections.abc import Callable, Iterable

import attrs

from quoteattr.text.character_codes import find_coded_characters
from quoteattr.text.edits import Edit
from quoteattr.text.line_wraps import find_line_wraps, find_reply_signs
from quoteattr.text.markup import find_markup
from quoteattr.text.page_furniture import find_page_furniture

__all__ = ["PlainText", "plain_text"]

_WORD = re.compile(r"\w+")
_HYPHEN_AT_END = re.compile(r"\w-\r?\n")

# Each looks at what the ones before it have left.
_CLEANERS: tuple[Callable[[str], list[Edit]], ...] = (
    find_coded_characters,
    find_markup,
    find_reply_signs,
    find_page_furniture,
    find_line_wraps,
)


@attrs.frozen(kw_only=True, eq=False)
class PlainText:
    """A plain text, with the place of each of its characters in the text as given.

    Attributes:
        given: the text as given.
        text: the plain one.
        starts, ends: where the source of each plain character starts and ends; empty where the
            two texts are equal.
    """

    given: str
    text: str
    starts: array[int] = attrs.field(factory=lambda: array("q"))
    ends: array[int] = attrs.field(factory=lambda: array("q"))

    def source_spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """Give the places of a plain stretch, parted where paragraphs were left out inside it."""
        if not self.starts:
            return [(start, end)]
        bounds = [start]
        for place in range(start, end):
            if self.text[place].isspace() and _is_interruption(
                self.given[self.starts[place] : self.ends[place]]
            ):
                bounds += [place, place + 1]
        bounds.append(end)
        return [
            (self.starts[first], self.ends[last - 1])
            for first, last in zip(bounds[::2], bounds[1::2], strict=True)
            if first < last
        ]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Give the place of a plain stretch, whatever was left out inside it."""
        return (self.starts[start], self.ends[end - 1]) if self.starts else (start, end)

    def plain_span(self, start: int, end: int) -> tuple[int, int]:
        """Give the plain stretch whose source shares characters with a stretch of the given text.

        It is empty where all of that was left out.
        """
        if self.text == self.given:
            return start, end
        first = bisect.bisect_right(self.ends, start)
        return first, max(first, bisect.bisect_left(self.starts, end))

    def part(self, start: int, end: int) -> PlainText:
        """Give a stretch of the plain text as one of its own, with its stretch of the given one."""
        whole = end == len(self.text)
        if whole and start == 0:
            return self
        first = self.source_span(start, end)[0] if start else 0
        last = len(self.given) if whole else self.source_span(start, end)[1]
        starts, ends = self.starts[start:end], self.ends[start:end]
        return PlainText(
            given=self.given[first:last],
            text=self.text[start:end],
            starts=array("q", [place - first for place in starts]),
            ends=array("q", [place - first for place in ends]),
        )

    def broken_words(self) -> dict[str, str]:
        """Give the words that stand only with a hyphen at a line's end, as they stand there.

        Keys are the words joined.
        """
        found: dict[str, str] = {}
        for word in _WORD.finditer(self.text) if _HYPHEN_AT_END.search(self.given) else ():
            given = self.given[slice(*self.source_span(*word.span()))]
            if "\n" in given and not any(map(str.isspace, word.group())):
                found[word.group()] = given
        whole = frozenset(_WORD.findall(self.given)) if found else ()
        return {word: given for word, given in found.items() if word not in whole}


def plain_text(text: str) -> PlainText:
    r"""Take out of a text what is no word of it.

    Examples:
        >>> plain = plain_text("&ldquo;Go,&rdquo; said <b>Ann</b> Lee.")
        >>> plain.text
        '“Go,” said Ann Lee.'
        >>> plain.source_span(0, 5)
        (0, 17)
    """
    plain = PlainText(given=text, text=text)
    for find in _CLEANERS:
        edits = find(plain.text)
        if edits:
            plain = _edited(plain, edits)
    return plain


def _edited(plain: PlainText, edits: Iterable[Edit]) -> PlainText:
    """Apply edits, in order and apart."""
    old_starts = plain.starts or array("q", range(len(plain.text)))
    old_ends = plain.ends or array("q", range(1, len(plain.text) + 1))
    pieces: list[str] = []
    starts, ends = array("q"), array("q")
    last = 0
    for edit in edits:
        pieces += [plain.text[last : edit.start], edit.replacement]
        starts += old_starts[last : edit.start]
        ends += old_ends[last : edit.start]
        if edit.replacement:
            starts += array("q", [old_starts[edit.start]]) * len(edit.replacement)
            ends += array("q", [old_ends[edit.end - 1]]) * len(edit.replacement)
        last = edit.end
    pieces.append(plain.text[last:])
    starts += old_starts[last:]
    ends += old_ends[last:]
    return PlainText(given=plain.given, text="".join(pieces), starts=starts, ends=ends)


def _is_interruption(source: str) -> bool:
    """Tell whether a plain white space stands for lines with words in them."""
    return "\n" in source and any(map(str.isalnum, source))
