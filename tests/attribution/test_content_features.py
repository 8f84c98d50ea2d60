"""Extents: the features that tell how far what a cue reports reaches."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings

import strategies
from parses import build
from quoteattr.attribution.content_candidates import Content, find_contents
from quoteattr.attribution.content_features import content_features
from quoteattr.syntax.tokens import Parse, TokenRange
from reading import laid, read

TWO_CLAUSES = (
    "She/PRP/nsubj/said said/VBD/ROOT it/PRP/nsubj/rained rained/VBD/ccomp/said ,/,/punct/said "
    "but/CC/cc/said he/PRP/nsubj/thinks thinks/VBZ/conj/said not/RB/neg/thinks ././punct/said"
)


def seen(
    parse: Parse, stretch: tuple[int, int], cues: Sequence[int] = (), cue: int = 1
) -> set[str]:
    """Name the features of a stretch that the cue may report."""
    content = Content(ranges=(stretch,), origin="behind", root=3)
    return set(content_features(parse, laid(parse), cues, cue, content))


@pytest.mark.parametrize(
    ("stretch", "cues", "feature"),
    [
        ((2, 4), [], "rest=clause|,"),
        ((2, 4), [7], "rest=clause+cue|,"),
        ((2, 8), [], "rest=phrase|"),
        ((2, 9), [], "rest=none|."),
    ],
)
def test_what_follows_is_seen(stretch: tuple[int, int], cues: Sequence[int], feature: str) -> None:
    """Behind a candidate goes on a clause, a phrase or nothing, that may report."""
    assert feature in seen(build(TWO_CLAUSES), stretch, cues)


def test_what_goes_on_hangs_on_something() -> None:
    """The word behind a candidate hangs on the cue, on the candidate, or elsewhere."""
    parse = build(TWO_CLAUSES)
    assert "rest+dep=cc|cue|behind" in seen(parse, (2, 4))
    assert "rest+dep=neg|content|behind" in seen(parse, (2, 8))


def test_what_leads_up_is_seen() -> None:
    """A candidate before the cue knows what the sentence began with."""
    parse = build(
        "But/CC/cc/said it/PRP/nsubj/rained rained/VBD/ccomp/said ,/,/punct/said "
        "Ann/NNP/nsubj/said said/VBD/ROOT ././punct/said"
    )
    assert "lead=none|" in seen(parse, (0, 3), cue=5)
    assert {"lead=phrase|", "lead+first=but|behind"} <= seen(parse, (1, 3), cue=5)


@pytest.mark.parametrize("taken", [False, True])
def test_what_stands_behind_an_inserted_clause_is_seen(*, taken: bool) -> None:
    """A candidate before the cue knows what the sentence goes on with, and whether it takes it."""
    parse = build(
        "It/PRP/nsubj/rained rained/VBD/ccomp/said ,/,/punct/said Ann/NNP/nsubj/said "
        "said/VBD/ROOT ,/,/punct/said until/IN/prep/said noon/NN/pobj/until ././punct/said"
    )
    ranges = [TokenRange(0, 2), TokenRange(6, 8)][: 1 + taken]
    content = Content(ranges=tuple(ranges), origin="around", root=4)
    names = set(content_features(parse, laid(parse), [], 4, content))
    assert {f"beyond={taken}|phrase", f"beyond={taken}|prep|until"} <= names


def test_cues_inside_are_seen_but_for_marked_ones() -> None:
    """A likely cue in a candidate is named with its place; one between marks is not."""
    parse = build(TWO_CLAUSES)
    assert "holds+head=conj|cue|True" in seen(parse, (2, 9), [7])
    marked = build(
        "She/PRP/nsubj/said said/VBD/ROOT “/``/punct/thinks he/PRP/nsubj/thinks "
        "thinks/VBZ/ccomp/said ”/''/punct/thinks ././punct/said"
    )
    assert not any(name.startswith("holds") for name in seen(marked, (2, 6), [4]))


@given(strategies.news_texts())
@settings(max_examples=20)
def test_every_candidate_has_features(text: str) -> None:
    """Candidates at either end of a text are described like any other."""
    parse = read(text)
    alignment = laid(parse)
    for cue in range(len(parse)):
        for content in find_contents(parse, alignment, cue):
            names = set(content_features(parse, alignment, [], cue, content))
            assert f"origin={content.origin}" in names
            assert ("uncut" in names) is (content.cut is None)


@pytest.mark.parametrize(
    ("words", "seen", "unseen"),
    [
        ("Never again", {"marks=whole", "marked=all"}, {"marks=broken"}),
        ("it would Never again", {"marked=part"}, {"marked=all"}),
        ("it would", set(), {"marks=whole", "marks=broken"}),
    ],
)
def test_marks_inside_a_candidate_are_seen(words: str, seen: set[str], unseen: set[str]) -> None:
    """Features tell whether a candidate holds marked words only, partly, or not at all."""
    parse = build(
        "He/PRP/nsubj/said said/VBD/ROOT it/PRP/nsubj/rain would/MD/aux/rain “/``/punct/rain "
        "Never/RB/advmod/rain again/RB/advmod/rain ”/''/punct/rain rain/VB/ccomp/said"
    )
    ends = {"Never again": (5, 7), "it would Never again": (2, 7), "it would": (2, 4)}
    content = Content(ranges=(ends[words],), origin="behind", root=1)
    names = set(content_features(parse, laid(parse), [], 1, content))
    assert seen <= names
    assert not unseen & names
