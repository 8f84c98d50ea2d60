"""Title comparison: whether the titles that two documents give can be one person's."""

from __future__ import annotations

import enum
import functools
import re

import attrs

from quoteattr.lexicon.noun_kinds import is_role, is_title_word
from quoteattr.lexicon.word_lists import read_groups, read_words
from quoteattr.matching.spelling import same_spelling

__all__ = ["Standing", "TitleWords", "body_keys", "compare_titles", "read_title"]

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*\.?")
_RANKS = frozenset(
    [
        "vice",
        "deputy",
        "assistant",
        "associate",
        "former",
        "ex",
        "acting",
        "interim",
        "senior",
        "junior",
        "chief",
        "executive",
        "general",
        "principal",
        "lead",
        "head",
        "managing",
        "founding",
        "then",
        "late",
        "current",
        "longtime",
        "new",
    ]
)
_COUNTRIES = {
    "united": "us",
    "states": "us",
    "american": "us",
    "america": "us",
    "british": "uk",
    "britain": "uk",
    "french": "france",
    "dutch": "netherlands",
    "chinese": "china",
    "kingdom": "uk",
}
_PREFIX = 5  # Russian and Russia, Germany and German


class Standing(enum.Enum):
    """What two titles say of the people who have them.

    SAME: one role or body, named more closely than by the role alone. ALIKE: one role, which one
    of them names without more. APART: nothing in common, or one role in two places.
    """

    SAME = "same"
    ALIKE = "alike"
    APART = "apart"


@attrs.frozen
class TitleWords:
    """The words of a title that tell something.

    Attributes:
        roles: what the person is: *minister*, *economist*.
        bodies: where, or of what: *transport*, *kenya*, *grain*, *board*.
    """

    roles: frozenset[str]
    bodies: frozenset[str]


@functools.lru_cache(maxsize=1 << 16)
def read_title(title: str) -> TitleWords:
    """Sort the words of a title.

    Examples:
        >>> words = read_title("South Africa’s vice minister of transport")
        >>> sorted(words.roles), sorted(words.bodies)
        (['minister'], ['africa', 'south', 'transport'])
    """
    found = [_plain(word) for word in _WORD.findall(title.replace("U.S.", "US"))]
    told = [word for word in found if word and (word == "us" or word not in _light())]
    roles = {word for word in told if is_role(word) or is_title_word(word)}
    bodies = {_COUNTRIES.get(word, word) for word in told} - roles - _RANKS
    return TitleWords(frozenset(roles or set(told) & _RANKS), frozenset(bodies))


def _light() -> frozenset[str]:
    return read_words("light_words")


def _plain(word: str) -> str:
    word = re.sub("['\u2019]s$", "", word).casefold()
    if is_title_word(word):
        return word
    return same_spelling(re.sub("['\u2019.]", "", word))


def compare_titles(one: TitleWords, other: TitleWords) -> Standing:
    """Tell what two titles say of the people who have them.

    Examples:
        >>> def standing(one, other):
        ...     return compare_titles(read_title(one), read_title(other)).value
        >>> standing("chief executive of Acme", "the founder and chief executive of Acme")
        'same'
        >>> standing("mayor", "mayor of Springfield"), standing("mayor of A", "mayor of B")
        ('alike', 'apart')
    """
    if body_keys(one) & body_keys(other):
        return Standing.SAME
    if one.bodies and other.bodies:
        return Standing.APART
    kin = _share_roles(one.roles, other.roles)
    return Standing.ALIKE if kin else Standing.APART


def body_keys(title: TitleWords) -> set[str]:
    """Give the keys of the bodies that a title names; one in common is the same body."""
    return {word[:_PREFIX] for word in title.bodies}


def _share_roles(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    kin = read_groups("role_kin")
    return any(word in theirs or kin.get(word, frozenset()) & theirs for word in ours)
