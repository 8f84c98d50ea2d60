"""Evidence: what the document says of its names, and which cue is a mention's own."""

from __future__ import annotations

from parses import build
from quoteattr.attribution.cues import Cue
from quoteattr.attribution.document_evidence import (
    Evidence,
    gather_evidence,
    likely_cues,
    own_cue,
)
from quoteattr.syntax.mentions import find_mentions
from quoteattr.syntax.quoted_tokens import align
from quoteattr.syntax.tokens import Parse
from quoteattr.text.segments import find_segments


def gathered(parse: Parse, *cues: tuple[str, float]) -> Evidence:
    """Gather the evidence of some cues with their probabilities."""
    found = [Cue(token=list(parse.words).index(w), probability=p) for w, p in cues]
    return gather_evidence(parse, find_mentions(parse), found, {}, {})


def test_names_are_counted_and_heard() -> None:
    """A name's mentions add up, and so do the probabilities of the cues that they stand with."""
    parse = build(
        "Bo/NNP/nsubj/said said/VBD/ROOT so/RB/advmod/said",
        "Bo/NNP/nsubj/added added/VBD/ROOT more/JJR/dobj/added",
        "Bo/NNP/nsubj/left left/VBD/ROOT",
        "she/PRP/nsubj/left left/VBD/ROOT",
    )
    evidence = gathered(parse, ("said", 0.75), ("added", 0.5))
    assert evidence.frequency == {"bo": 3}
    assert evidence.voice == {"bo": 1.25}
    assert evidence.strength == {1: 0.75, 4: 0.5}
    assert evidence.held[0] == [(1, "nsubj", 0.75)]


def test_likely_cues_of_a_stretch() -> None:
    """Cues above .3 count as likely, those from the first token up to the last, in order."""
    parse = build(
        "Bo/NNP/nsubj/said said/VBD/ROOT it/PRP/dobj/said", "Bo/NNP/nsubj/left left/VBD/ROOT"
    )
    evidence = gathered(parse, ("left", 0.9), ("said", 0.75), ("it", 0.3))
    assert [list(likely_cues(evidence, *bounds)) for bounds in ((0, 5), (1, 4), (2, 4))] == [
        [1, 4],
        [1],
        [],
    ]


def test_a_mentions_own_cue() -> None:
    """Of several cues the likely one near the segment counts; a cue between the marks does not."""
    parse = build(
        "Bo/NNP/nsubj/rose rose/VBD/ROOT and/CC/cc/rose asked/VBD/conj/rose ././punct/rose",
        "“/``/punct/says Bo/NNP/nsubj/says says/VBZ/ROOT ”/''/punct/says",
    )
    alignment = align(parse, find_segments(parse.text).segments)
    evidence = gathered(parse, ("rose", 0.1), ("asked", 0.9), ("says", 0.99))
    outer, inner = find_mentions(parse)
    found = own_cue(parse, alignment, evidence, 0, outer)
    assert found is not None
    assert parse.words[found[0]] == "asked"
    assert own_cue(parse, alignment, evidence, 0, inner) is None


def test_what_is_known_of_reports_is_kept() -> None:
    """What the reports say of tokens and segments is handed on as it is."""
    parse = build("Bo/NNP/nsubj/left left/VBD/ROOT")
    reported, support = {1: (0, 0.5)}, {0: {0: 0.7}}
    evidence = gather_evidence(parse, find_mentions(parse), (), reported, support)
    assert (evidence.reported, evidence.support) == (reported, support)
