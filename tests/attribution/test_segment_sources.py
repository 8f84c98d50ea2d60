"""Sources of segments: who can be meant, and what speaks for each."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings

import strategies
from parses import build
from quoteattr.attribution.cues import Cue
from quoteattr.attribution.document_evidence import Evidence, gather_evidence
from quoteattr.attribution.segment_sources import (
    no_segment_source_features,
    segment_candidates,
    segment_source_features,
)
from quoteattr.syntax.mentions import Mention, find_mentions
from quoteattr.syntax.quoted_tokens import align
from quoteattr.syntax.tokens import Parse
from quoteattr.text.segments import find_segments
from reading import evidence_of_verbs, laid, read

LEFT = "Ann/NNP/nsubj/left left/VBD/ROOT ././punct/left"
SAID = (
    "“/``/punct/said Never/RB/ccomp/said ,/,/punct/said ”/''/punct/said Bo/NNP/nsubj/said "
    "said/VBD/ROOT ././punct/said"
)


def words(parse: Parse, mentions: tuple[Mention, ...]) -> list[str]:
    """Give the words of mentions."""
    return [" ".join(parse.words[m.start : m.end]) for m in mentions]


def gathered(
    parse: Parse, *cues: tuple[str, float], support: Mapping[int, Mapping[int, float]] | None = None
) -> Evidence:
    """Gather the evidence of some cues with their probabilities, and of what reports hold."""
    found = [Cue(token=list(parse.words).index(w), probability=p) for w, p in cues]
    return gather_evidence(parse, find_mentions(parse), found, {}, support or {})


def test_candidates_of_a_segment() -> None:
    """They stand in its paragraph and the one before; the last source comes along from afar."""
    cy = "Cy/NNP/nsubj/sang sang/VBD/ROOT"
    parse = build(
        cy, "", LEFT, "", SAID, "", "Di/NNP/nsubj/wept wept/VBD/ROOT", Ann="PERSON", Cy="PERSON"
    )
    alignment = align(parse, find_segments(parse.text).segments)
    mentions = find_mentions(parse)
    alone = segment_candidates(parse, alignment, mentions, 0, None)
    assert words(parse, alone) == ["Ann", "Bo"]
    after = segment_candidates(parse, alignment, mentions, 0, mentions[0])
    assert words(parse, after) == ["Ann", "Bo", "Cy"]
    assert segment_candidates(parse, alignment, mentions, 0, alone[0]) == alone


def test_an_unclosed_segment_looks_ahead() -> None:
    """For a speech that runs on, whoever stands in the next paragraph counts too."""
    parse = build("“/``/punct/left They/PRP/nsubj/left left/VBD/ROOT", "", SAID)
    alignment = align(parse, find_segments(parse.text).segments)
    assert not alignment.segments[0].closed
    assert "Bo" in words(parse, segment_candidates(parse, alignment, find_mentions(parse), 0, None))


def test_in_another_paragraph_only_what_can_speak_is_a_candidate() -> None:
    """Things and "it" count beside the segment alone; persons and pronouns also from afar."""
    others = (
        "The/DT/det/rain rain/NN/nsubj/hit hit/VBD/ROOT her/PRP/dobj/hit ././punct/hit",
        "It/PRP/nsubj/met met/VBD/ROOT the/DT/det/mayor mayor/NN/dobj/met ././punct/met",
    )
    here = build(*others, SAID)
    found = segment_candidates(here, laid(here), find_mentions(here), 0, None)
    assert words(here, found) == ["The rain", "her", "It", "the mayor", "Bo"]
    apart = build(*others, "", SAID)
    found = segment_candidates(apart, laid(apart), find_mentions(apart), 0, None)
    assert words(apart, found) == ["her", "the mayor", "Bo"]


def test_the_last_source_is_a_candidate_whatever_it_is() -> None:
    """Who spoke before can speak again, also where only its being the source tells that it can."""
    parse = build("It/PRP/nsubj/left left/VBD/ROOT ././punct/left", "", SAID)
    it, bo = find_mentions(parse)
    assert segment_candidates(parse, laid(parse), (it, bo), 0, None) == (bo,)
    assert segment_candidates(parse, laid(parse), (it, bo), 0, it) == (bo, it)


def test_the_mention_beside_a_segment_is_seen_as_such() -> None:
    """Segment, name, cue: the bridge is short, the cue is the mention's own."""
    parse = build(SAID)
    alignment = align(parse, find_segments(parse.text).segments)
    evidence = gathered(parse, ("said", 0.99))
    (bo,) = find_mentions(parse)
    names = set(segment_source_features(parse, alignment, evidence, 0, None, bo))
    assert {"role=nsubj", "cue=sure", "governs=direct", "cues-between=behind:0"} <= names
    assert "no-cue" not in names


@pytest.mark.parametrize(
    ("support", "names"),
    [
        ({}, {"support=0.05", "support+others=0.05|0.05", "supported=False|False"}),
        ({4: 0.9}, {"support=0.95", "support+others=0.95|0.05", "supported=True|False"}),
        ({0: 0.6}, {"support=0.05", "support+others=0.05|0.7", "supported=False|True"}),
        ({4: 0.9, 0: 0.6}, {"support=0.95", "support+others=0.95|0.7", "supported=True|True"}),
        (
            {4: 0.4, 0: 0.6, -1: 0.2},
            {"support=0.5", "support+others=0.5|0.7", "supported=False|True"},
        ),
    ],
)
def test_reports_support_their_source(support: dict[int, float], names: set[str]) -> None:
    """The likeliest report of the candidate is weighed against the likeliest of anybody else."""
    parse = build(SAID)
    (bo,) = find_mentions(parse)
    assert bo.head == 4
    evidence = gathered(parse, support={0: support})
    found = segment_source_features(parse, laid(parse), evidence, 0, None, bo)
    assert {name for name in found if name.startswith("support")} == names


def test_reports_without_a_source_support_nobody() -> None:
    """A report whose source the text does not name speaks for there being none."""
    parse = build(SAID)
    evidence = gathered(parse, support={0: {-1: 0.9, 4: 0.2}})
    names = set(no_segment_source_features(parse, laid(parse), evidence, 0))
    assert {name for name in names if name.startswith("none:support")} == {
        "none:support=0.95", "none:support+others=0.95|0.3", "none:supported=True|True",
    }  # fmt: skip


def test_reports_of_other_segments_do_not_count() -> None:
    """What supports a source of another segment says nothing about this one."""
    parse = build(SAID, SAID)
    evidence = gathered(parse, support={0: {4: 0.9}})
    bo = find_mentions(parse)[0]
    for number, name in enumerate(("supported=True|False", "supported=False|False")):
        names = set(segment_source_features(parse, laid(parse), evidence, number, None, bo))
        assert name in names


@given(strategies.news_texts())
@settings(max_examples=25)
def test_every_candidate_can_be_described(text: str) -> None:
    """On any text what speaks for every candidate of every segment is told once, and for nobody."""
    parse = read(text)
    alignment = laid(parse)
    mentions = find_mentions(parse)
    evidence = evidence_of_verbs(parse, mentions)
    previous = None
    for number in range(len(alignment.segments)):
        assert "none" in set(no_segment_source_features(parse, alignment, evidence, number))
        for mention in segment_candidates(parse, alignment, mentions, number, previous):
            names = list(
                segment_source_features(parse, alignment, evidence, number, previous, mention)
            )
            assert sum(name.startswith("supported=") for name in names) == 1
            previous = mention
