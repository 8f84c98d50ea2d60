"""Title comparison: whether the titles that two documents give can be one person's."""

from __future__ import annotations

import enum
import functools
import re
from collections.abc import Iterator, Sequence

import attrs

from quoteattr.lexicon.name_words import is_title_word
from quoteattr.lexicon.noun_kinds import is_role
from quoteattr.lexicon.word_lists import marked_words, read_groups, read_table, read_words
from quoteattr.matching.plain_letters import ABBREVIATION, APOSTROPHE, plain_letters, without_owner
from quoteattr.matching.spelling import same_spelling

__all__ = ["Standing", "TitleWords", "compare_titles", "name_one_body", "read_title"]

_WORD = re.compile(rf"{ABBREVIATION}|[^\W_]+(?:{APOSTROPHE}[^\W_]+)*\.?")


class Standing(enum.Enum):
    """What two titles say of the people who have them.

    SAME: one body or place, all of whose words the one has that the other has. ALIKE: one role,
    which one of them names without more. APART: nothing in common, or one role in two places.
    """

    SAME = "same"
    ALIKE = "alike"
    APART = "apart"


@attrs.frozen
class TitleWords:
    """The words of a title that tell something.

    Attributes:
        roles: what the person is: *minister*, *economist*.
        bodies: where, or of what: *transport*, *kenya*, *grain*; without words that many bodies
            have, and none where nothing but a direction would be left (*south*).
        common: words that many bodies have: *university*, *state*, *police*.
    """

    roles: frozenset[str]
    bodies: frozenset[str]
    common: frozenset[str]


@functools.lru_cache(maxsize=1 << 16)
def read_title(title: str) -> TitleWords:
    """Sort the words of a title.

    Examples:
        >>> words = read_title("South Africa’s vice minister of transport")
        >>> sorted(words.roles), sorted(words.bodies)
        (['minister'], ['africa', 'south', 'transport'])
    """
    words = list(_same_places([_plain(word) for word in _WORD.findall(title)]))
    roles = {word for word in words if is_role(word) or is_title_word(word)}
    ranks = marked_words("title-rank")
    rest = {plain_letters(word) for word in words if word not in roles | ranks}
    bodies, common = rest - _common(), rest & _common()
    named = bodies - marked_words("direction")
    return TitleWords(
        frozenset(roles or ranks.intersection(words)),
        frozenset(bodies if named else ()),
        frozenset(common),
    )


@functools.cache
def _common() -> frozenset[str]:
    """Give the words that many bodies have in their names."""
    return marked_words("title-common") | read_words("organization_heads")


def _same_places(words: Sequence[str]) -> Iterator[str]:
    """Give the words that tell something, one for all names of a country (*Turkish*)."""
    places, light = read_table("demonyms"), read_words("light_words")
    rest = list(words)
    while rest:
        size = next((size for size in (2, 1) if "-".join(rest[:size]) in places), 0)
        if size:
            yield places["-".join(rest[:size])]
        elif rest[0] and rest[0] not in light:
            yield rest[0]
        del rest[: size or 1]


def _plain(word: str) -> str:
    word = without_owner(word).casefold()
    if is_title_word(word):
        return word
    return same_spelling(re.sub(rf"{APOSTROPHE}|\.", "", word))


def compare_titles(one: TitleWords, other: TitleWords) -> Standing:
    """Tell what two titles say of the people who have them.

    Examples:
        >>> def standing(one, other):
        ...     return compare_titles(read_title(one), read_title(other)).value
        >>> standing("chief executive of Acme", "the founder and chief executive of Acme")
        'same'
        >>> standing("mayor", "mayor of Leeds"), standing("mayor of Hull", "mayor of Leeds")
        ('alike', 'apart')
    """
    if name_one_body(one, other):
        return Standing.SAME
    if one.bodies and other.bodies:
        return Standing.APART
    kin = _share_roles(one.roles, other.roles)
    return Standing.ALIKE if kin else Standing.APART


def name_one_body(one: TitleWords, other: TitleWords) -> bool:
    """Tell whether the bodies or places that the one names are among those of the other.

    Words that many bodies have tell something only where the titles have nothing else and are equal
    (*secretary of state*).
    """
    few, many = sorted((one.bodies, other.bodies), key=len)
    return few <= many if few else bool(one.common) and one == other


def _share_roles(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    kin = read_groups("role_kin")
    return any(word in theirs or kin.get(word, frozenset()) & theirs for word in ours)
