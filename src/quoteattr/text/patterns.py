"""Patterns: parts of regular expressions that several stages have in theirs, and lists of words."""

from __future__ import annotations

__all__ = ["CAPITAL", "LINE_BREAKS", "NAME", "SMALL", "words_of"]

SMALL = "a-zß-ÿ"
"""Small letters of western Europe; stands within the brackets of a class."""

CAPITAL = rf"[^\W\d_{SMALL}]"
"""A letter that is none of these, as one of a script without capitals."""

NAME = rf"{CAPITAL}[\w.'’-]*"
"""A word with a capital."""

LINE_BREAKS = r"\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
"""What ends a line, as `str.splitlines` knows it; stands within the brackets of a class."""


def words_of(listed: str) -> frozenset[str]:
    """Give the words of a list, which white space parts.

    Examples:
        >>> sorted(words_of("said told"))
        ['said', 'told']
    """
    return frozenset(listed.split())
