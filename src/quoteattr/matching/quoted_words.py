"""Quoted words: the words between marks in the form in which documents are compared."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quoteattr.lexicon.word_lists import read_words
from quoteattr.matching.spelling import same_spelling
from quoteattr.records import Span

__all__ = ["BRACKETED", "LIGHT", "NAME", "NEGATION", "NUMERAL", "OPEN", "Word", "read_quoted_words"]

# What is known of a word besides its form; each is one bit.
LIGHT = 1  # tells little of what was said
NUMERAL = 2
NEGATION = 4
NAME = 8  # has a capital that no sentence's beginning explains
BRACKETED = 16  # put in by the reporter
OPEN = 32  # behind an ellipsis or a gap between marks, where words may be left out
START = 64  # first between its marks

_WORD = re.compile(
    r"(?P<abbreviation>(?:[^\W\d_]\.){2,})"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<percent>%|per\s+cent\b)"
    r"|(?P<word>[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_]*)*"
    r"(?:['\u2019\u02bc\u2018`\u00b4\uff07][^\W\d_]+)*)"
    r"|(?P<ellipsis>\u2026|\.\s?\.(?:\s?\.)*)"
    r"|(?P<bracket>[\[(])|(?P<unbracket>[\])])|(?P<stop>[.?!:;])|(?P<and>&)",
    re.IGNORECASE,
)
_APOSTROPHES = re.compile("['\u2019\u02bc\u2018`\u00b4\uff07\u0300-\u036f]")
_NUMERALS = {
    word: str(number)
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
}
_TENS = "thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion"
_NUMBER_WORDS = frozenset([*_NUMERALS, *_TENS.split()]) - {"one"}
_NEGATIONS = frozenset({"not", "no", "never", "nobody", "nothing", "none", "neither", "nor"})
_NEGATED = frozenset({"cannot", "cant", "wont", "dont", "aint"})


class Word(NamedTuple):
    """A word as it is compared.

    Attributes:
        form: lower-case, one spelling for British and American, without apostrophe and accent.
        flags: what is known of it, in bits.
        start: offset of its first character in the text.
        end: offset behind its last character.
    """

    form: str
    flags: int
    start: int
    end: int


def read_quoted_words(spans: Iterable[Span]) -> list[Word]:
    """Give the words of stretches between marks, as they are compared.

    Quotation marks, dashes, stops and brackets are left out; so is what only style changes.

    Examples:
        >>> words = "Don’t … [organise] FIVE"
        >>> [word.form for word in read_quoted_words([Span(start=3, end=26, text=words)])]
        ['dont', 'organize', '5']
    """
    found: list[Word] = []
    for number, span in enumerate(spans):
        found += _read_span(span, OPEN if number else 0)
    return found


def _read_span(span: Span, flags: int) -> Iterator[Word]:
    """Read one stretch; `flags` go to its first word."""
    begins, inside, flags, offset = True, 0, flags | START, span.start
    for match in _WORD.finditer(span.text):
        kind = match.lastgroup
        if kind in _MARKUP:
            flags |= OPEN if kind == "ellipsis" else 0
            begins |= kind == "stop"
            inside = {"bracket": BRACKETED, "unbracket": 0}.get(kind, inside)
            continue
        form, known = _form(match[0])
        if begins:
            known &= ~NAME
        start, end = match.span()
        yield Word(form, known | inside | flags, offset + start, offset + end)
        begins, flags = False, 0


_MARKUP = frozenset({"ellipsis", "stop", "bracket", "unbracket"})


@functools.lru_cache(maxsize=1 << 17)
def _form(word: str) -> tuple[str, int]:
    """Give a word's form and what is known of it by itself."""
    plain = _plain(word)
    number = plain[:1].isdigit() or plain in _NUMBER_WORDS
    form = _NUMERALS.get(plain, plain) if plain != "one" else plain
    flags = NUMERAL if number else 0
    if plain in read_words("light_words"):
        flags |= LIGHT
    if _negates(plain):
        flags |= NEGATION
    if word[0].isupper() and not flags and len(plain) > 1:
        flags |= NAME
    return form, flags


def _plain(word: str) -> str:
    """Lower-case a word and take from it what only style changes."""
    if word == "&":
        return "and"
    if word[0] == "%" or (word[-4:].lower() == "cent" and word[:3].lower() == "per"):
        return "percent"
    plain = _APOSTROPHES.sub("", unicodedata.normalize("NFKD", word)).casefold()
    plain = "".join(plain.split())  # what one character stands for can be several words
    if plain[:1].isdigit():
        return re.sub(r"[.,](?=\d{3}(?:[.,]|$))", "", plain)
    return same_spelling(plain.replace(".", "")) or plain or word


def _negates(plain: str) -> bool:
    return (
        plain in _NEGATIONS
        or plain in _NEGATED
        or (plain.endswith("nt") and plain[:-2] in _AUXILIARIES)
    )


_AUXILIARIES = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "do",
        "does",
        "did",
        "has",
        "have",
        "had",
        "could",
        "would",
        "should",
        "might",
        "must",
        "need",
    ]
)


def count_telling(flags: Sequence[int]) -> int:
    """Count the words that tell what was said."""
    return sum(not flag & LIGHT for flag in flags)
