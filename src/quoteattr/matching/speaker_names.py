"""Speaker names: whether the names that two documents give can be one speaker's."""

from __future__ import annotations

import enum
import functools
import re
import unicodedata
from collections.abc import Sequence

import attrs

from quoteattr.lexicon.word_lists import read_table, read_words
from quoteattr.records import Speaker, SpeakerKind

__all__ = ["Naming", "SpeakerName", "compare_speakers", "is_full_name", "name_of", "same_person"]

_NAMED = (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION)
_NAME_WORD = re.compile(r"[^\W_]+(?:['\u2019\u2018`\u00b4]s?[^\W_]*)*")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_ARTICLES = frozenset({"the", "of", "for", "and"})


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
        words: lower-case words without accents and apostrophes.
    """

    kind: SpeakerKind
    words: tuple[str, ...]


def name_of(speaker: Speaker | None) -> SpeakerName | None:
    """Give the name to compare; None for whoever has none of his own, such as *officials*.

    Examples:
        >>> name_of(Speaker(name="Zoë O’Hara", kind=SpeakerKind.PERSON)).words
        ('zoe', 'ohara')
        >>> name_of(Speaker(name="officials", kind=SpeakerKind.GROUP))
    """
    if speaker is None or speaker.kind not in _NAMED:
        return None
    return _read_name(speaker.name, speaker.kind)


@functools.lru_cache(maxsize=1 << 16)
def _read_name(name: str, kind: SpeakerKind) -> SpeakerName | None:
    plain = [_plain(word) for word in _NAME_WORD.findall(name)]
    left_out = _SUFFIXES if kind is SpeakerKind.PERSON else _ARTICLES
    words = tuple(word for word in plain if word and word not in left_out)
    return SpeakerName(kind, words) if words else None


def _plain(word: str) -> str:
    """Lower-case a word; a possessive (*Korea’s*) loses its ending."""
    word = re.sub("['\u2019\u2018`\u00b4]s$", "", word)
    letters = unicodedata.normalize("NFKD", word).casefold()
    return "".join(letter for letter in letters if letter.isalnum())


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
        same = short[0] == _surname(long) or short[0] == long[-1]
    else:
        same = same_person(short, long)
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


def same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two full names are forms of one: middle names and initials may be left out.

    Examples:
        >>> same_person(("joseph", "m", "hale"), ("joe", "hale"))
        True
        >>> same_person(("john", "a", "smith"), ("john", "b", "smith"))
        False
    """
    short, long = sorted((one, other), key=len)
    if short[-1] != long[-1] or not _same_given(short[0], long[0]):
        return False
    middle = iter(long[1:-1])
    return all(any(_same_middle(word, given) for given in middle) for word in short[1:-1])


def _same_middle(one: str, other: str) -> bool:
    initials = min(len(one), len(other)) == 1
    return one[0] == other[0] if initials else one == other


def _same_given(one: str, other: str) -> bool:
    """Compare given names, of which one may be the short form of the other."""
    full = read_table("short_names")
    return one == other or other in full.get(one, "").split() or one in full.get(other, "").split()
