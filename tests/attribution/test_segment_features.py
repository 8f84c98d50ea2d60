"""Segment features: every segment has some, wherever it stands."""

from __future__ import annotations

from hypothesis import given, settings

import strategies
from quoteattr.attribution.document_evidence import gather_evidence
from quoteattr.attribution.segment_features import directness_features, speech_features
from quoteattr.syntax.mentions import find_mentions
from reading import laid, read


def features(text: str, number: int) -> tuple[set[str], set[str]]:
    """Name what speaks for speech, and for clauses, in one segment of a text."""
    parse = read(text)
    evidence = gather_evidence(parse, find_mentions(parse), [], {}, {})
    return (
        set(speech_features(parse, laid(parse), evidence, number, 0.5)),
        set(directness_features(parse, laid(parse), number)),
    )


def test_a_clause_behind_a_colon() -> None:
    """What leads up to the marks, who acts between them and how they end is told of a segment."""
    speech, direct = features("Ann Lee said: “We lost the vote.”", 0)
    assert {"before=:", "upper=True", "ends=.", "titled=few", "verb=True"} <= speech
    assert {"clause=True|True", "lead=:|True|True"} <= direct


def test_a_name_between_marks() -> None:
    """Capitals without a verb look like a title."""
    speech, direct = features("She read “Night Boats” twice.", 0)
    assert {"titled=all", "verb=False", "before=read"} <= speech
    assert "clause=False|False" in direct


@given(strategies.news_texts())
@settings(max_examples=20)
def test_any_segment_can_be_described(text: str) -> None:
    """Segments at either end of a text have features, and somebody or nobody as a source."""
    parse = read(text)
    alignment = laid(parse)
    evidence = gather_evidence(parse, find_mentions(parse), [], {}, {})
    for number in range(len(alignment.segments)):
        assert "bias" in set(speech_features(parse, alignment, evidence, number, 0.5))
        assert "bias" in set(directness_features(parse, alignment, number))
