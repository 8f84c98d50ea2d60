"""Bounds: no pair that an alignment joins is left out, and few others stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.matching.bounds import Bounds
from quoteattr.matching.comparison import Link, Wording, compare
from quoteattr.matching.numbered_words import number_words
from quoteattr.matching.quoted_words import LIGHT
from quoteattr.matching.speaker_names import SpeakerName
from quoteattr.records import SpeakerKind

NAMES = [
    ("ann", "lee"),
    ("ann", "b", "lee"),
    ("lee",),
    ("kim", "jong", "un"),
    ("kim",),
    ("bo", "ek"),
]
BODIES = [("bank", "england"), ("england",), ("old", "bank", "england", "north")]
SPEAKERS = st.none() | st.one_of(
    st.builds(SpeakerName, st.just(SpeakerKind.PERSON), st.sampled_from(NAMES)),
    st.builds(SpeakerName, st.just(SpeakerKind.ORGANIZATION), st.sampled_from(BODIES)),
)


@st.composite
def wordings(draw: st.DrawFn) -> Wording:
    """Give a wording of few different words, of which those in the first half are light."""
    words = draw(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=16))
    return Wording(" ".join(words), bytes(LIGHT * (word < "d") for word in words), draw(SPEAKERS))


def may_match(some: list[Wording], one: int, other: int) -> bool:
    """Ask for one pair."""
    import numpy as np  # noqa: PLC0415

    bounds = Bounds.of(some, number_words(some))
    return bool(bounds.may_match(np.array([one]), np.array([other]))[0])


@given(st.lists(wordings(), min_size=2, max_size=5))
def test_nothing_is_left_out(some: list[Wording]) -> None:
    """Whatever two quotations are linked may match, in either order."""
    for one, ours in enumerate(some):
        for other, theirs in enumerate(some):
            if compare(ours, theirs)[0] is not Link.NONE:
                assert may_match(some, one, other)


def pair(one: str, other: str, names: tuple[str | None, str | None]) -> list[Wording]:
    """Give two wordings all of whose words tell something."""
    speakers = [SpeakerName(SpeakerKind.PERSON, (name,)) if name else None for name in names]
    return [
        Wording(text, bytes(len(text.split())), speaker)
        for text, speaker in zip((one, other), speakers, strict=True)
    ]


WAIT = "we have to wait for the rain"


@pytest.mark.parametrize(
    ("other", "names"),
    [
        ("we have to wait and see the man", ("lee", "lee")),
        ("we have to wait and see the man", ("lee", None)),
        ("the rain that we have to wait for now", ("lee", "lee")),
        (f"{WAIT} today", (None, None)),
    ],
)
def test_enough(other: str, names: tuple[str | None, str | None]) -> None:
    """Five words in both may be a match where nothing says that two people spoke."""
    assert may_match(pair(WAIT, other, names), 0, 1)


@pytest.mark.parametrize(
    ("other", "names"),
    [
        ("we have to wait and see who comes", ("lee", "lee")),
        ("they have to wait there", ("lee", None)),
        (f"{WAIT} today", ("lee", "ek")),
    ],
)
def test_too_few(other: str, names: tuple[str | None, str | None]) -> None:
    """Four words never are, and seven of two people are not."""
    assert not may_match(pair(WAIT, other, names), 0, 1)
