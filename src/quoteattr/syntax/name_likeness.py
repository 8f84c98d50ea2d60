"""Name likeness: how far the letters of a word are those of persons' names."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

from quoteattr.scoring.linear_model import Model, load_model, score

__all__ = ["Likeness", "letter_groups", "likeness", "likeness_by", "own_likeness"]

Likeness = Callable[[str], str]

_SIZES = (1, 2, 3, 4)
_MOST = 4
_SOUNDS = ((re.compile("[aeiouyà-öø-ýāēīōūăőũơư]"), "a"), (re.compile(r"[^\W\d_a]"), "b"))


def letter_groups(word: str) -> tuple[str, ...]:
    """Name the groups of letters in a word, with its edges, and what its ends sound like.

    None of them is the whole word.

    Examples:
        >>> letter_groups("Bo")
        ('$', '$b', '$bo', '^', 'b', 'bo^', 'o', 'o^', 'sounds=ba', 'size=2')
    """
    lower = word.lower()
    marked = f"${lower}^"
    groups = {marked[i : i + size] for size in _SIZES for i in range(len(marked) - size + 1)}
    sounds = lower
    for pattern, sign in _SOUNDS:
        sounds = pattern.sub(sign, sounds)
    ends = f"sounds={sounds}" if len(sounds) <= _MOST else f"sounds={sounds[:3]}-{sounds[-3:]}"
    return (*sorted(groups - {marked, lower}), ends, f"size={min(len(lower), 10)}")


def likeness(word: str) -> str:
    """Tell how far a word with a capital is built like a person's name, from "0" to "8".

    It is "" for a word without a capital, and for one with other signs than letters.
    """
    return own_likeness()(word)


@functools.cache
def own_likeness() -> Likeness:
    """Give the function that tells it by the model of the package."""
    return likeness_by(load_model("name_letters"))


def likeness_by(model: Model) -> Likeness:
    """Give a function that tells the same by another model, and remembers the latest words."""
    return functools.lru_cache(maxsize=1 << 15)(functools.partial(_likeness, model))


def _likeness(model: Model, word: str) -> str:
    if not word.isalpha() or word == word.lower():
        return ""
    value = score(model, letter_groups(word))
    return str(round(max(-_MOST, min(_MOST, value))) + _MOST)
