"""Quoted words: the words between marks in the form in which documents are compared."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quoteattr.lexicon.word_lists import read_words
from quoteattr.matching.plain_letters import ABBREVIATION, APOSTROPHE, without_apostrophes
from quoteattr.matching.spelling import same_spelling
from quoteattr.records import Span

__all__ = [
    "BRACKETED",
    "LIGHT",
    "NAME",
    "NEGATION",
    "NUMERAL",
    "OPEN",
    "START",
    "Word",
    "count_telling",
    "read_quoted_words",
]

# What is known of a word besides its form; each is one bit.
LIGHT = 1  # tells little of what was said
NUMERAL = 2
NEGATION = 4
NAME = 8  # has a capital that no sentence's beginning explains; may be light too (May, US)
BRACKETED = 16  # put in by the reporter
OPEN = 32  # behind an ellipsis or a gap between marks, where words may be left out
START = 64  # first between its marks

_WORD = re.compile(
    rf"(?P<abbreviation>{ABBREVIATION})"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<percent>%|per\s+cent\b)"
    r"|(?P<word>[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_]*)*"
    rf"(?:{APOSTROPHE}[^\W\d_]+)*)"
    r"|(?P<ellipsis>\u2026|\.\s?\.(?:\s?\.)*)"
    r"|(?P<bracket>[\[(])|(?P<unbracket>[\])])|(?P<stop>[.?!:;])|(?P<and>&)",
    re.IGNORECASE,
)
_ACROSS = re.compile(r"\. \.|per\s+cent", re.IGNORECASE)  # where a space parts no words
_MARKUP = frozenset({"ellipsis", "stop", "bracket", "unbracket"})
_APOSTROPHES = re.compile(APOSTROPHE)
_CONTRACTION = re.compile(f"{APOSTROPHE}(?:m|re|ll|ve)$", re.IGNORECASE)
_CONTRACTED = {"m": "am", "re": "are", "ll": "will", "ve": "have"}
_NUMERALS = {
    word: str(number)
    for number, word in enumerate(  # without "one", which is as often a pronoun
        [
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
        ],
        2,
    )
}
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_NUMERALS |= {"zero": "0"} | {
    word: str(tens) for tens, word in zip(range(30, 100, 10), _TENS.split(), strict=True)
}
_POWERS = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
_NUMBER_WORDS = frozenset(_NUMERALS) | _POWERS
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
        found += _read_span(span, START | OPEN if number else START)
    return found


def _read_span(span: Span, flags: int) -> list[Word]:
    """Read one stretch; `flags` go to its first word."""
    found = []
    begins, inside, place = True, 0, span.start
    for chunk in _chunks(span.text):
        for kind, form, known, start, end in _read_chunk(chunk):
            if not kind:
                bits = (known & ~NAME if begins else known) | inside | flags
                found.append(Word(form, bits, place + start, place + end))
                begins, flags = False, 0
            elif kind == "ellipsis":
                flags |= OPEN
            elif kind == "stop":
                begins = True
            else:
                inside = BRACKETED if kind == "bracket" else 0
        place += len(chunk) + 1
    return found


def _chunks(text: str) -> list[str]:
    """Cut a text at its spaces, unless one stands within what is read as one."""
    return [text] if _ACROSS.search(text) else text.split(" ")


@functools.lru_cache(maxsize=1 << 17)
def _read_chunk(chunk: str) -> list[tuple[str, str, int, int, int]]:
    """Give kind (of what is no word), form, what is known, and place of each piece of a chunk."""
    found = []
    for match in _WORD.finditer(chunk):
        kind = match.lastgroup if match.lastgroup in _MARKUP else ""
        for start, end in _parts(chunk, *match.span()):
            form, known = ("", 0) if kind else _form(chunk[start:end])
            found.append((kind or "", form, known, start, end))
    return found


def _parts(chunk: str, start: int, end: int) -> list[tuple[int, int]]:
    """Take a contracted verb from its pronoun (*I’m*), which another report may not contract."""
    cut = _CONTRACTION.search(chunk, start, end)
    return [(start, cut.start()), (cut.start(), end)] if cut else [(start, end)]


def _form(word: str) -> tuple[str, int]:
    """Give a word's form and what is known of it by itself."""
    plain = _plain(word)
    number = plain[:1].isdigit() or plain in _NUMBER_WORDS
    form = _NUMERALS.get(plain, plain)
    flags = NUMERAL if number else 0
    if _negates(plain):
        flags |= NEGATION
    if word[0].isupper() and not flags and len(plain) > 1:
        flags |= NAME
    if plain in read_words("light_words"):
        flags |= LIGHT
        if _APOSTROPHES.search(word):  # I’d
            flags &= ~NAME
    return form, flags


def _plain(word: str) -> str:
    """Lower-case a word and take from it what only style changes."""
    if word == "&":
        return "and"
    if word[0] == "%" or (word[-4:].lower() == "cent" and word[:3].lower() == "per"):
        return "percent"
    plain = without_apostrophes(word)
    if _CONTRACTION.fullmatch(word):
        return _CONTRACTED[plain]
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
        "sha",
        "ought",
        "dare",
        "may",
    ]
)


def count_telling(flags: Sequence[int]) -> int:
    """Count the words that tell what was said."""
    return sum(not flag & LIGHT for flag in flags)
