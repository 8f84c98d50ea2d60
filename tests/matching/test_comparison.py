"""Comparison: how two wordings hang together, and which words they share."""

from __future__ import annotations

import pytest

from quoteattr.matching.comparison import (
    Link,
    Wording,
    compare,
    find_fragments,
    holds_fragment,
    part_first,
    read_wording,
    shared_words,
)
from versions import said

WHOLE = "The old stone bridge over the river was closed after engineers found cracks"


def wording(words: str, name: str | None = "Ann Lee") -> Wording:
    """Read the marked words of a record."""
    read = read_wording(said(words, name))
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("other", "name", "link"),
    [
        (WHOLE, "Bo Ek", Link.CORE),
        ("bridge over the river was closed after engineers", "Ann Lee", Link.CORE),
        ("closed after engineers found cracks", "Ann Lee", Link.PART),
        ("closed after engineers found cracks", "Bo Ek", Link.NONE),
        ("engineers found cracks", "Ann Lee", Link.NONE),
        ("A new school beside the church was opened in the spring", "Ann Lee", Link.NONE),
    ],
)
def test_how_two_hang_together(other: str, name: str, link: Link) -> None:
    """It depends on how many words are shared, of how many, and on whose they are."""
    one, two = wording(WHOLE), wording(other, name)
    assert (compare(one, two)[0], compare(two, one)[0]) == (link, link)


def test_the_part_is_the_shorter_one() -> None:
    """Of two that are as long, one and the same is first in either order."""
    short, long = wording("closed after engineers found cracks"), wording(WHOLE)
    assert part_first(short, long)
    assert not part_first(long, short)
    one, two = wording("a b c"), wording("a b d")
    assert part_first(one, two) is not part_first(two, one)


def test_nothing_marked_is_no_wording() -> None:
    """Indirect speech has none, nor have marks around nothing."""
    assert read_wording(said(WHOLE, "Ann Lee", "indirect")) is None
    assert read_wording(said("…")) is None


def test_fragments_are_the_short_stretches() -> None:
    """Each comes with its place; words that tell nothing, or nobody's, are none."""
    parted = wording(f"cracks|{WHOLE}|it")
    assert list(find_fragments(parted)) == [(0, "cracks")]
    assert list(find_fragments(wording(WHOLE))) == []
    assert list(find_fragments(wording("cracks", None))) == []


def test_a_fragment_is_held_word_for_word_by_its_speaker() -> None:
    """The number of its first word is given."""
    whole, lee = wording(WHOLE), wording("x", "Lee").speaker
    assert holds_fragment(whole, "found cracks", lee) == 11
    assert holds_fragment(whole, "found crack", lee) is None
    assert holds_fragment(whole, "found cracks", wording("x", "Bo Ek").speaker) is None


def test_words_that_two_share() -> None:
    """Those of the alignment, or of a fragment; None where nothing is shared."""
    whole = wording(WHOLE)
    assert shared_words(whole, wording("found cracks")) == ({11, 12}, {0, 1})
    part = wording("closed after engineers found cracks")
    assert shared_words(part, whole) == (set(range(5)), set(range(8, 13)))
    assert shared_words(whole, wording("an open window")) is None
