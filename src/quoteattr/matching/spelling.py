"""Spelling: one form for the British and the American way to write a word."""

from __future__ import annotations

import re

from quoteattr.lexicon.word_lists import read_table

__all__ = ["same_spelling"]

# Endings behind at least two letters; the forms are keys to compare by, not words to print.
_ENDINGS = (
    (re.compile(r"(?<=[a-z]{3})is(e[drs]?|ers|ing|ings|ations?|able)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{2})ys(e[drs]?|ing)$"), r"yz\1"),
    (
        re.compile(
            r"(?<=[a-z]{2})our(s|ed|ing|er|ers|able|ably|ful|fully|less|ite|ites|hoods?|ism|ist"
            r"|ists|y|ly)?$"
        ),
        r"or\1",
    ),
    (re.compile(r"(?<=[a-z]{2})([tb])re(s?)$"), r"\1er\2"),
    (re.compile(r"(?<=[a-z])([aeiou][a-z]*[aeiou])ll(ed|ing|ings|ers?|ors?|ists?)$"), r"\1l\2"),
)


def same_spelling(word: str) -> str:
    """Give one form for all spellings of a lower-case word.

    Examples:
        >>> same_spelling("organised") == same_spelling("organized")
        True
        >>> same_spelling("labour"), same_spelling("hour")
        ('labor', 'hour')
    """
    listed = read_table("spelling_variants").get(word)
    if listed:
        return listed
    for ending, replacement in _ENDINGS:
        word = ending.sub(replacement, word)
    return word
