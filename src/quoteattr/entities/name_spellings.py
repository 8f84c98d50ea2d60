"""Spellings of names: which two words may be one name, written in two ways."""

from __future__ import annotations

import functools
import re
import unicodedata

__all__ = ["differ_in_accents", "is_slip", "is_variant", "spelling_keys", "without_accents"]

_LONG_NAME = 6
_VERY_LONG_NAME = 8
_SOUNDS = str.maketrans({
    "c": "k", "q": "k", "x": "ks", "w": "v", "z": "s", "j": "i", "y": "i", "ı": "i", "ł": "l",
    "đ": "d", "ø": "o", "æ": "e", "œ": "e", "ß": "s",
})  # fmt: skip
_VOWELS = re.compile(r"(?<!^)[aeiou]")
_HYPHENED_ARTICLE = re.compile("^[ae]l-")
_ARTICLE = re.compile("^[ae]l(?:-|(?=[^aeioul].{5}))")
_TWICE = re.compile(r"(.)\1+")


def is_variant(one: str, two: str) -> bool:
    """Tell whether two lower-cased words may be one name, spelt in two ways.

    Long words differ in one letter, or in two if they are very long, and in nothing but what
    writers of other alphabets choose between: vowels, doubled letters, an h, k for q or c, v for w,
    an accent. A consonant more or another one makes another name, so does another first letter.
    Al- before one only is left out, Al and El before both. Short words differ in nothing else
    but accents, of which any word may have any number.

    Examples:
        >>> is_variant("lukashenko", "lukashenka"), is_variant("johnson", "johnston")
        (True, False)
    """
    if one == two or differ_in_accents(*(_HYPHENED_ARTICLE.sub("", word) for word in (one, two))):
        return one != two
    if min(len(one), len(two)) < _LONG_NAME:
        return False
    article = _ARTICLE if one[1] == two[1] == "l" else _HYPHENED_ARTICLE
    one, two = (article.sub("", word) for word in (one, two))
    most = 1 + (min(len(one), len(two)) >= _VERY_LONG_NAME)
    alike = abs(len(one) - len(two)) <= most and _consonants(one) == _consonants(two)
    return alike and _edits(one, two) <= most


def is_slip(one: str, two: str) -> bool:
    """Tell whether two long lower-cased words differ as by a slip of the pen.

    That is in one letter behind the first, but no s at the end, or in two neighbours that changed
    places.

    Examples:
        >>> is_slip("eldrige", "eldridge"), is_slip("hasian", "hasina"), is_slip("hansen", "jansen")
        (True, True, False)
    """
    if one[0] != two[0] or min(len(one), len(two)) < _LONG_NAME:
        return False
    if len(one) != len(two):
        return _edits(one, two) == 1 and f"{one}s" != two and f"{two}s" != one
    places = [place for place, pair in enumerate(zip(one, two, strict=True)) if pair[0] != pair[1]]
    if len(places) <= 1:
        return bool(places)
    pair = slice(places[0], places[0] + 2)
    return places == [pair.start, pair.start + 1] and one[pair] == two[pair][::-1]


def spelling_keys(word: str) -> frozenset[str]:
    """Give keys to look a lower-cased word up by: variants and slips of it have one in common.

    Examples:
        >>> spelling_keys("lukashenko") & spelling_keys("lukashenka") != frozenset()
        True
    """
    variants = {_consonants(article.sub("", word)) for article in (_ARTICLE, _HYPHENED_ARTICLE)}
    if len(word) < _LONG_NAME:
        return frozenset(variants)
    shorter = (word[:place] + word[place + 1 :] for place in range(1, len(word)))
    return frozenset({*variants, word, *shorter})


def differ_in_accents(one: str, two: str) -> bool:
    """Tell whether two lower-cased names have the same letters, but for accents and marks.

    Examples:
        >>> differ_in_accents("césar", "cesar"), differ_in_accents("cesar", "cesare")
        (True, False)
    """
    return without_accents(one) == without_accents(two) != ""


def without_accents(word: str) -> str:
    """Leave out accents and whatever else is no letter.

    Examples:
        >>> without_accents("peña-nieto")
        'penanieto'
    """
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if letter.isalpha())


@functools.lru_cache(maxsize=1 << 12)
def _consonants(word: str) -> str:
    """Give the first letter and the consonants behind it, those that sound alike as one."""
    letters = without_accents(word)
    first, behind = letters[:1], letters[1:].replace("h", "")
    return _VOWELS.sub("", _TWICE.sub(r"\1", (first + behind).translate(_SOUNDS)))


def _edits(one: str, two: str) -> int:
    """Count the letters to change, add or drop; a swap of neighbours counts two."""
    row = list(range(len(two) + 1))
    for i, letter in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(two, 1):
            change = before + (letter != other)
            before, row[j] = row[j], min(change, row[j] + 1, row[j - 1] + 1)
    return row[-1]
