"""Name signs: what a word by itself says of names: its capitals, its shape, the lists it is in."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from quoteattr.lexicon.word_lists import read_table, read_words

__all__ = ["Run", "has_capital", "kinds", "runs_of", "shape", "spread"]

_SHAPES = (
    (re.compile("[A-Z\N{LATIN CAPITAL LETTER A WITH GRAVE}-\N{LATIN CAPITAL LETTER THORN}]"), "X"),
    (re.compile(r"[^\W\d_X]"), "x"),
    (re.compile("XX+"), "XX"),
    (re.compile("x+"), "x"),
    (re.compile(r"\d+"), "0"),
)
_T = TypeVar("_T")


class Run(NamedTuple):
    """Words in a row, `start` up to, not including, `end`, that all have a capital, or none has."""

    start: int
    end: int
    capital: bool


def runs_of(words: Iterable[str]) -> list[Run]:
    """Part words into runs with a capital and runs without.

    Examples:
        >>> [tuple(run) for run in runs_of(["Bank", "of", "New", "Oz"])]
        [(0, 1, True), (1, 2, False), (2, 4, True)]
    """
    found: list[Run] = []
    start = 0
    for capital, group in itertools.groupby(words, has_capital):
        end = start + sum(1 for _ in group)
        found.append(Run(start, end, capital))
        start = end
    return found


def spread(runs: Sequence[Run], tell: Callable[[Run], _T], otherwise: _T) -> list[_T]:
    """Give for each word what is told of its run, if that has capitals.

    Examples:
        >>> spread(runs_of(["Bank", "of", "New", "Oz"]), lambda run: run.end, 0)
        [1, 0, 4, 4]
    """
    found: list[_T] = []
    for run in runs:
        found += [tell(run) if run.capital else otherwise] * (run.end - run.start)
    return found


@functools.lru_cache(maxsize=1 << 16)
def has_capital(word: str) -> bool:
    """Tell whether a letter of the word is a capital.

    Examples:
        >>> has_capital("iPhone"), has_capital("phone"), has_capital("2030")
        (True, False, False)
    """
    return word != word.lower()


@functools.lru_cache(maxsize=1 << 15)
def shape(word: str) -> str:
    """Give the word's letters by their case, runs of them shortened.

    Examples:
        >>> shape("McDonald"), shape("B.Ganbold"), shape("UN"), shape("al-Sisi"), shape("2030")
        ('XxXx', 'X.Xx', 'XX', 'x-Xx', '0')
    """
    for pattern, sign in _SHAPES:
        word = pattern.sub(sign, word)
    return word[:8]


@functools.lru_cache(maxsize=1 << 15)
def kinds(word: str) -> str:
    """Give the letters of the lists that have the word: see `_lists`."""
    lower = word.lower()
    found = "".join(letter for letter, words in _lists().items() if lower in words)
    return found if has_capital(word) else found.translate(_NO_NAMES)


_NO_NAMES = str.maketrans("", "", "gspq")


@functools.cache
def _lists() -> dict[str, frozenset[str]]:
    """Read the lists: given names, family names that come first, honorifics, titles and more."""
    places = read_words("places")
    reporting = (entry.partition(":")[2] for entry in read_table("reporting_words"))
    return {
        "g": frozenset(read_table("given_names")),
        "s": read_words("surnames_first"),
        "h": frozenset(read_table("honorifics")),
        "t": read_words("title_words"),
        "o": read_words("organization_words"),
        "b": read_words("organization_heads"),
        "r": frozenset(read_table("role_heads")),
        "f": read_words("function_words"),
        "p": frozenset(place for place in places if " " not in place),
        "q": frozenset(part for place in places if " " in place for part in place.split()),
        "v": _verb_forms(reporting),
    }


def _verb_forms(verbs: Iterator[str]) -> frozenset[str]:
    stems = [verb for verb in verbs if verb]
    return frozenset(
        form for verb in stems for form in (verb, verb + "s", verb + "ed", verb.rstrip("e") + "ed")
    )
