"""Comparison: whether two quotations hold the same words, and which.

Every threshold stands here. Two quotations are compared by what is marked in them (`Wording`):

1. Shingles: runs of three words. One at least must be in both.
2. Containment: a quarter of the shingles of the one with fewer must be in the other.
3. Alignment: the best local alignment of their words decides (`word_alignment`).

Of fewer than five words a stretch between marks is a fragment, and goes another way: it must stand
in the other quotation word for word, and the speaker must be the same.
"""

from __future__ import annotations

import enum
import functools
from collections.abc import Iterable, Iterator, Sequence

import attrs

from quoteattr.matching.quoted_words import LIGHT, START, Word, count_telling, read_quoted_words
from quoteattr.matching.speaker_names import Naming, SpeakerName, compare_speakers, name_of
from quoteattr.matching.word_alignment import Alignment, align_words
from quoteattr.records import Quote

__all__ = [
    "FRAGMENT_WORDS",
    "LEAST",
    "LEAST_CONTAINMENT",
    "SHINGLE_WORDS",
    "Link",
    "Wording",
    "compare",
    "find_fragments",
    "holds_fragment",
    "part_first",
    "read_wording",
    "shared_words",
    "shingles",
    "wording_of",
]

SHINGLE_WORDS = 3
LEAST_CONTAINMENT = 0.25  # of the shingles of the quotation with fewer
FRAGMENT_WORDS = 5  # what has fewer is a fragment
WHOLE = 0.8  # a quotation is shared as a whole if this part of its words is
LONG_WORDS = 10  # so many shared words need not be a whole quotation
LONG_TELLING = 5  # and of these so many must tell
CORE_WORDS = 8  # so many shared words hold a match together by themselves
CONTRADICTED_WORDS = 16  # so many must stand beside another numeral, name or negation
WORDS_PER_ALTERED = 5  # one word in so many may be altered
TELLING_PER_ALTERED = 2  # and one telling word in so many
# Least shared words, and least telling ones among them, by what the speakers' names say: the more
# words there are, the fewer must tell.
LEAST = {
    Naming.SAME: ((5, 1), (8, 0)),
    Naming.UNKNOWN: ((5, 3), (8, 2), (12, 1)),
    Naming.OTHER: ((8, 4), (10, 3), (14, 2)),
}


class Link(enum.IntEnum):
    """How two quotations hang together.

    NONE: not the same words. PART: the one is a part of the other, and too short to show by itself
    which quotation it was cut from. CORE: the same words beyond doubt.
    """

    NONE = 0
    PART = 1
    CORE = 2


@attrs.frozen
class Wording:
    """The marked words of a quotation and whose they are, as quotations are compared.

    Attributes:
        text: the words' forms, with a space between them.
        flags: what is known of each word, one byte a word.
        speaker: the name of the speaker; None where there is none to compare.
    """

    text: str
    flags: bytes
    speaker: SpeakerName | None = None

    @property
    def words(self) -> list[str]:
        """The words' forms."""
        return self.text.split(" ")


def read_wording(quote: Quote) -> Wording | None:
    """Give what is compared of a quotation; None where nothing is marked."""
    return wording_of(read_quoted_words(quote.verbatim), name_of(quote.speaker))


def wording_of(words: Sequence[Word], speaker: SpeakerName | None) -> Wording | None:
    """Give the wording of words that were read; None where there are none."""
    if not words:
        return None
    text = " ".join([word.form for word in words])
    return Wording(text, bytes([word.flags for word in words]), speaker)


def shingles(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Give the runs of three words.

    Examples:
        >>> list(shingles(["we", "have", "to", "wait"]))
        [('we', 'have', 'to'), ('have', 'to', 'wait')]
    """
    return zip(*(words[start:] for start in range(SHINGLE_WORDS)), strict=False)


def compare(one: Wording, other: Wording) -> tuple[Link, Alignment]:
    """Tell how two quotations hang together, and which words they share.

    Examples:
        >>> one = Wording("we will rebuild the old bridge by spring", bytes(8))
        >>> compare(one, Wording("we will rebuild the old bridge", bytes(6)))[0].name
        'PART'
    """
    alignment = _align(one, other)
    naming = compare_speakers(one.speaker, other.speaker)
    if not _is_enough(alignment, one, naming):
        return Link.NONE, alignment
    shared = len(alignment.pairs)
    wholes = [
        shared
        >= WHOLE * _touched(wording.flags, alignment.pairs[0][side], alignment.pairs[-1][side])
        for side, wording in enumerate((one, other))
    ]
    if all(wholes) or (any(wholes) and shared >= CORE_WORDS) or _is_long(alignment, one):
        return Link.CORE, alignment
    return (Link.PART if any(wholes) else Link.NONE), alignment


def part_first(one: Wording, other: Wording) -> bool:
    """Tell whether the first of two wordings is the part, where one is a part of the other."""
    if one.text == other.text:
        return (one.flags, repr(one.speaker)) <= (other.flags, repr(other.speaker))
    return (len(one.flags), one.text) <= (len(other.flags), other.text)


def _align(one: Wording, other: Wording) -> Alignment:
    """Align two wordings, in either order alike.

    Where the one stands in the other word for word no search is needed.
    """
    if not part_first(one, other):
        swapped = _align(other, one)
        return attrs.evolve(swapped, pairs=tuple((i, j) for j, i in swapped.pairs))
    place = find_words(one.text, other.text)
    if place is not None:
        return Alignment(tuple((number, place + number) for number in range(len(one.flags))))
    return align_words(one.words, one.flags, other.words, other.flags)


def find_words(short: str, long: str) -> int | None:
    """Give the number of the word in `long` at which all of `short` stands.

    Examples:
        >>> find_words("to wait", "we have to wait"), find_words("to wait", "to waiters")
        (2, None)
    """
    if len(short) > len(long):
        return None
    place = f" {long} ".find(f" {short} ")
    return None if place < 0 else long.count(" ", 0, place)


def _is_enough(alignment: Alignment, one: Wording, naming: Naming) -> bool:
    """Tell whether enough is shared, and little enough altered."""
    shared = len(alignment.pairs)
    if alignment.altered * WORDS_PER_ALTERED > shared:
        return False
    if alignment.contradicted and shared < CONTRADICTED_WORDS:
        return False
    telling = _telling(alignment, one)
    if alignment.altered_telling * TELLING_PER_ALTERED > telling:
        return False
    return any(shared >= words and telling >= told for words, told in LEAST[naming])


def _telling(alignment: Alignment, one: Wording) -> int:
    return count_telling([one.flags[pair[0]] for pair in alignment.pairs])


def _is_long(alignment: Alignment, one: Wording) -> bool:
    return len(alignment.pairs) >= LONG_WORDS and _telling(alignment, one) >= LONG_TELLING


def _touched(flags: bytes, first: int, last: int) -> int:
    """Count the words of the stretches between marks in which shared words stand."""
    while first and not flags[first] & START:
        first -= 1
    last += 1
    while last < len(flags) and not flags[last] & START:
        last += 1
    return last - first


# Fragments.


def find_fragments(wording: Wording) -> Iterator[tuple[int, str]]:
    """Give the stretches between marks that are fragments: where each begins, and its words.

    One of its words at least must tell something, and somebody with a name must have said it.
    """
    flags = wording.flags
    if wording.speaker is None or not (len(flags) < FRAGMENT_WORDS or _is_parted(flags)):
        return
    words = wording.words
    starts = [place for place, flag in enumerate(flags) if flag & START or not place]
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        if end - start < FRAGMENT_WORDS and any(not flag & LIGHT for flag in flags[start:end]):
            yield start, " ".join(words[start:end])


def _is_parted(flags: bytes) -> bool:
    """Tell whether there are several stretches between marks."""
    return flags.translate(_STARTS).rfind(1) > 0


_STARTS = bytes(bool(flag & START) for flag in range(256))


def holds_fragment(whole: Wording, fragment: str, speaker: SpeakerName | None) -> int | None:
    """Give the number of the word at which a speaker's fragment stands in a quotation of his."""
    if compare_speakers(whole.speaker, speaker) is not Naming.SAME:
        return None
    return find_words(fragment, whole.text)


def shared_words(one: Wording, other: Wording) -> tuple[set[int], set[int]] | None:
    """Give the numbers of the words that two quotations of one match share; None if they do not."""
    link, alignment = compare(one, other)
    if link:
        ours, theirs = zip(*alignment.pairs, strict=True)
        return set(range(ours[0], ours[-1] + 1)), set(range(theirs[0], theirs[-1] + 1))
    found = [
        *_shared_fragments(one, other),
        *(pair[::-1] for pair in _shared_fragments(other, one)),
    ]
    if not found:
        return None
    return _union(pair[0] for pair in found), _union(pair[1] for pair in found)


def _shared_fragments(one: Wording, other: Wording) -> Iterator[tuple[set[int], set[int]]]:
    for start, fragment in find_fragments(one):
        place = holds_fragment(other, fragment, one.speaker)
        if place is not None:
            number = fragment.count(" ") + 1
            yield set(range(start, start + number)), set(range(place, place + number))


def _union(sets: Iterable[set[int]]) -> set[int]:
    return functools.reduce(set.__or__, sets, set())
