"""Speaker names: whether the names that two documents give can be one speaker's."""

from __future__ import annotations

import enum
import functools
import itertools
import re
from collections.abc import Mapping, Sequence

import attrs

from quoteattr.lexicon.word_lists import marked_words, read_table, read_words
from quoteattr.matching.components import join_all
from quoteattr.matching.plain_letters import (
    ABBREVIATION,
    APOSTROPHE,
    without_apostrophes,
    without_owner,
)
from quoteattr.records import Speaker, SpeakerKind

__all__ = [
    "Naming",
    "SpeakerName",
    "compare_speakers",
    "given_name_key",
    "is_full_name",
    "name_of",
    "same_person",
]

_NAME_WORD = re.compile(rf"[^\W_]+(?:{APOSTROPHE}s?[^\W_]*)*")
_NAME_WORDS = {  # initials of a person stand for a name each
    SpeakerKind.PERSON: _NAME_WORD,
    SpeakerKind.ORGANIZATION: re.compile(f"{ABBREVIATION}|{_NAME_WORD.pattern}"),
}
_SMALL_WORDS = frozenset({"the", "of", "for", "and"})


class Naming(enum.Enum):
    """What the names of two speakers say: one speaker, two, or nothing, as one has no name."""

    SAME = "same"
    UNKNOWN = "unknown"
    OTHER = "other"


@attrs.frozen
class SpeakerName:
    """The name of a person or an organisation as names are compared.

    Attributes:
        kind: person or organization.
        words: lower-case words without accents and apostrophes; initials that a name begins with
            are one word.
        suffix: what tells father and son apart: *jr*, *iii*.
    """

    kind: SpeakerKind
    words: tuple[str, ...]
    suffix: str = ""


def name_of(speaker: Speaker | None) -> SpeakerName | None:
    """Give the name to compare; None for whoever has none of his own, such as *officials*.

    Examples:
        >>> name_of(Speaker(name="Zoë O’Hara", kind=SpeakerKind.PERSON)).words
        ('zoe', 'ohara')
        >>> name_of(Speaker(name="J. K. Rowling", kind=SpeakerKind.PERSON)).words
        ('jk', 'rowling')
        >>> name_of(Speaker(name="officials", kind=SpeakerKind.GROUP))
    """
    if speaker is None or speaker.kind not in _NAME_WORDS:
        return None
    return _read_name(speaker.name, speaker.kind)


@functools.lru_cache(maxsize=1 << 16)
def _read_name(name: str, kind: SpeakerKind) -> SpeakerName | None:
    plain = [_plain(word) for word in _NAME_WORDS[kind].findall(name)]
    is_person = kind is SpeakerKind.PERSON
    left_out = marked_words("name-suffix") if is_person else _SMALL_WORDS
    words = _join_initials([word for word in plain if word and word not in left_out])
    suffix = next((word for word in plain[:0:-1] if is_person and word in left_out), "")
    return SpeakerName(kind, words, suffix) if words else None


def _join_initials(words: Sequence[str]) -> tuple[str, ...]:
    """Make one word of the initials that a name begins with (*J. D.*, *JD*)."""
    initials = list(itertools.takewhile(lambda word: len(word) == 1, words))
    first = ["".join(initials)] if initials else []
    return (*first, *words[len(initials) :])


def _plain(word: str) -> str:
    """Lower-case a word; a possessive (*Korea’s*) loses its ending."""
    plain = without_apostrophes(without_owner(word))
    return "".join(letter for letter in plain if letter.isalnum())


@functools.lru_cache(maxsize=1 << 16)
def compare_speakers(one: SpeakerName | None, other: SpeakerName | None) -> Naming:
    """Tell whether two names can be one speaker's; a surname may stand for the full name.

    Only for who is supposed to have said the same words: a surname alone tells no two people apart.

    Examples:
        >>> full = SpeakerName(SpeakerKind.PERSON, ("liam", "obrien"))
        >>> compare_speakers(full, SpeakerName(SpeakerKind.PERSON, ("obrien",))).value
        'same'
        >>> compare_speakers(full, SpeakerName(SpeakerKind.PERSON, ("jo", "obrien"))).value
        'other'
        >>> compare_speakers(full, None).value
        'unknown'
    """
    if one is None or other is None:
        return Naming.UNKNOWN
    if one == other:
        return Naming.SAME
    if one.kind is not other.kind:
        return Naming.OTHER
    short, long = sorted((one.words, other.words), key=len)
    if one.kind is SpeakerKind.ORGANIZATION:
        same = _is_subsequence(short, long)
    elif len(short) == 1:
        same = short[0] in (_surname(long), long[-1]) and not _are_father_and_son(one, other)
    else:
        same = same_person(one, other)
    return Naming.SAME if same else Naming.OTHER


def _is_subsequence(short: Sequence[str], long: Sequence[str]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def _surname(words: Sequence[str]) -> str:
    """Give the family name, which stands first in Chinese, Korean and Vietnamese names."""
    return words[0] if words[0] in read_words("surnames_first") else words[-1]


def is_full_name(name: SpeakerName) -> bool:
    """Tell whether a person's name has a given name and a surname, neither an initial."""
    words = name.words
    return (
        name.kind is SpeakerKind.PERSON
        and len(words) > 1
        and len(words[0]) > 1
        and len(words[-1]) > 1
    )


def same_person(one: SpeakerName, other: SpeakerName) -> bool:
    """Tell whether two full names are forms of one: middle names and initials may be left out.

    Examples:
        >>> def names(*some):
        ...     return [SpeakerName(SpeakerKind.PERSON, tuple(name.split())) for name in some]
        >>> same_person(*names("joseph m hale", "joe hale"))
        True
        >>> same_person(*names("john a smith", "john b smith"))
        False
    """
    short, long = sorted((one.words, other.words), key=len)
    if short[-1] != long[-1] or not _same_given(short[0], long[0]):
        return False
    middle = iter(long[1:-1])
    return not _are_father_and_son(one, other) and all(
        any(_is_form(word, given) for given in middle) for word in short[1:-1]
    )


def _are_father_and_son(one: SpeakerName, other: SpeakerName) -> bool:
    return bool(one.suffix and other.suffix) and one.suffix != other.suffix


def _is_form(one: str, other: str) -> bool:
    """Tell whether two given names are one, which may have its initial alone."""
    initials = min(len(one), len(other)) == 1
    return one[0] == other[0] if initials else one == other


def _same_given(one: str, other: str) -> bool:
    """Compare given names, of which one may be the short form of the other."""
    full = read_table("short_names")
    return (
        _is_form(one, other)
        or other in full.get(one, "").split()
        or one in full.get(other, "").split()
    )


def given_name_key(name: SpeakerName) -> str:
    """Give a key that all forms of a full name's given name have in common, and maybe others.

    Examples:
        >>> full = SpeakerName(SpeakerKind.PERSON, ("william", "hale"))
        >>> given_name_key(full) == given_name_key(SpeakerName(full.kind, ("bill", "hale")))
        True
    """
    return _given_name_keys().get(name.words[0], name.words[0])


@functools.cache
def _given_name_keys() -> Mapping[str, str]:
    """Give all given names that short forms connect one of them."""
    table = read_table("short_names")
    names = sorted({*table, *(full for some in table.values() for full in some.split())})
    numbers = {name: number for number, name in enumerate(names)}
    links = (
        (numbers[short], numbers[full]) for short, some in table.items() for full in some.split()
    )
    return dict(zip(names, (names[root] for root in join_all(len(names), links)), strict=True))
