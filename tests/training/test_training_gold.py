"""Training, gold: annotations laid over tokens."""

from __future__ import annotations

import pytest

from parses import build
from quoteattr.corpora.polnear import AttributedArticle, Triple
from quoteattr.syntax.mentions import find_mentions
from quoteattr.syntax.tokens import Parse
from quoteattr.training.gold import Example, make_example, right_mentions

LOST = (
    "“/``/punct/told We/PRP/nsubj/lost lost/VBD/ccomp/told ,/,/punct/told ”/''/punct/told "
    "Ann/NNP/compound/Lee Lee/NNP/nsubj/told has/VBZ/aux/told told/VBN/ROOT us/PRP/dobj/told "
    "././punct/told"
)


def spans(parse: Parse, words: str) -> tuple[tuple[int, int], ...]:
    """Give the span of some words, none for no words."""
    start = parse.text.index(words)
    return ((start, start + len(words)),) if words else ()


def example(parse: Parse, source: str, cue: str, content: str) -> Example:
    """Lay one triple over a parse."""
    triple = Triple(
        source=spans(parse, source), cue=spans(parse, cue), content=spans(parse, content)
    )
    return make_example(AttributedArticle(name="one", text=parse.text, triples=(triple,)), parse)


def test_the_head_of_an_annotated_cue() -> None:
    """Of several words annotated as the cue, the one that governs the others stands for them."""
    parse = build(LOST)
    (report,) = example(parse, "Ann Lee", "has told", "We lost").reports
    assert parse.words[report.cue] == "told"


def test_marks_at_the_edges_are_no_content() -> None:
    """Marks and stops at either end of an annotated content are left out of its tokens."""
    parse = build(LOST)
    (report,) = example(parse, "Ann Lee", "told", "“We lost,”").reports
    assert sorted(report.content) == [1, 2]
    assert report.spans == spans(parse, "“We lost,”")


def test_without_a_cue_there_is_no_report() -> None:
    """A triple without a cue says something of segments only."""
    made = example(build(LOST), "Ann Lee", "", "“We lost,”")
    assert made.reports == ()
    assert made.segments[0].attributed


@pytest.mark.parametrize(
    ("content", "attributed"),
    [("“We lost,”", True), ("We lost", True), ("us", False), ("“We", False)],
)
def test_a_segment_is_attributed_where_half_of_it_is(content: str, attributed: bool) -> None:  # noqa: FBT001
    """What was annotated must cover half of a segment; its source comes along."""
    parse = build(LOST)
    (segment,) = example(parse, "Ann Lee", "told", content).segments
    assert segment.attributed is attributed
    assert segment.source == (spans(parse, "Ann Lee") if attributed else ())


@pytest.mark.parametrize(
    ("source", "mention"),
    [("Ann Lee", "Ann Lee"), ("Lee", "Ann Lee"), ("us", "us"), ("lost", None)],
)
def test_the_mention_that_an_annotated_source_means(source: str, mention: str | None) -> None:
    """The mention with the same head is right, longer or shorter; words without one have none."""
    parse = build(LOST)
    candidates = find_mentions(parse)
    right = right_mentions(parse, candidates, spans(parse, source))
    found = [" ".join(parse.words[candidates[i].start : candidates[i].end]) for i in right]
    assert found == [mention] * (mention is not None)


def test_the_name_counts_not_its_apposition() -> None:
    """Of a source with a role behind the name, the name is the mention."""
    parse = build(
        "Lee/NNP/nsubj/said ,/,/punct/Lee the/DT/det/mayor mayor/NN/appos/Lee ,/,/punct/Lee "
        "said/VBD/ROOT so/RB/advmod/said"
    )
    candidates = find_mentions(parse)
    (right,) = right_mentions(parse, candidates, spans(parse, "Lee, the mayor"))
    assert parse.words[candidates[right].head] == "Lee"


def test_no_candidates() -> None:
    """Where nobody is mentioned nobody is right."""
    assert right_mentions(build(LOST), [], [(0, 5)]) == frozenset()
