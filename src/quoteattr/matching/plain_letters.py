"""Plain letters: words without capitals and accents, and abbreviations without stops."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["ABBREVIATION", "APOSTROPHE", "plain_letters", "without_apostrophes", "without_owner"]

ABBREVIATION = r"(?:[^\W\d_]\.){2,}"  # a pattern: U.S., N.A.T.O.

APOSTROPHE = "['\u2019\u02bc\u2018`\u00b4\uff07]"  # a pattern

_APOSTROPHES = re.compile(APOSTROPHE)
_OWNER = re.compile(f"{APOSTROPHE}s$", re.IGNORECASE)
_ACCENTS = re.compile("[\u0300-\u036f]")
# Letters that no normal form of Unicode takes apart.
_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
    }
)


def plain_letters(word: str) -> str:
    """Give a word in small letters of the English alphabet.

    Examples:
        >>> plain_letters("Łódź"), plain_letters("Straße")
        ('lodz', 'strasse')
    """
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", word).casefold().translate(_LETTERS))


def without_apostrophes(word: str) -> str:
    """Give a word in plain letters, without any sign that stands for an apostrophe.

    Examples:
        >>> without_apostrophes("Don\u2019t"), without_apostrophes("we\u00b4re")
        ('dont', 'were')
    """
    return plain_letters(_APOSTROPHES.sub("", word))


def without_owner(word: str) -> str:
    """Give a word without the ending of an owner.

    Examples:
        >>> without_owner("Korea\u02bcs"), without_owner("Seas")
        ('Korea', 'Seas')
    """
    return _OWNER.sub("", word)
