"""Compared words: names and titles as they are held against annotated ones."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Sequence

__all__ = ["normal_words", "word_f1"]

_WORD = re.compile(r"[\w'.@&-]+")
_DROPPED = frozenset({"mr", "mrs", "ms", "miss", "mx", "the", "a", "an"})


def normal_words(phrase: str | None, dropped: Container[str] = _DROPPED) -> tuple[str, ...]:
    """Give the words of a title or name as they are compared.

    Examples:
        >>> normal_words("the Club’s Head")
        ('club', 'head')
    """
    plain = unicodedata.normalize("NFC", phrase or "").replace("’", "'").casefold()
    words = (re.sub(r"'s?$", "", word).strip(".'-") for word in _WORD.findall(plain))
    return tuple(word for word in words if word and word not in dropped)


def word_f1(one: Sequence[str], other: Sequence[str]) -> float:
    """Give the shared words of two phrases as an F1.

    Examples:
        >>> word_f1(("club", "head"), ("head",))
        0.6666666666666666
    """
    shared = sum((Counter(one) & Counter(other)).values())
    return 2 * shared / (len(one) + len(other)) if one and other else 0.0
