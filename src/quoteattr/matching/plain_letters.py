"""Plain letters: words without capitals and accents, and abbreviations without stops."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["ABBREVIATION", "plain_letters"]

ABBREVIATION = r"(?:[^\W\d_]\.){2,}"  # a pattern: U.S., N.A.T.O.

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
