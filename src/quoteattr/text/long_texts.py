"""Long texts: one as long as a book is read part by part, so that memory stays bounded."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.text.paragraphs import cut

__all__ = ["LONGEST_PART", "find_parts"]

LONGEST_PART = 250_000  # code points; longer than any article


def find_parts(text: str) -> Iterator[tuple[int, int]]:
    """Give the (start, end) offsets of the parts, which end with a paragraph wherever they can.

    A part is longer than any article: 250,000 code points.

    Examples:
        >>> list(find_parts("We have to wait."))
        [(0, 16)]
    """
    return cut(text, 0, len(text), LONGEST_PART)
