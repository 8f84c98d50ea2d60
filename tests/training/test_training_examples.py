"""Training, examples: candidates with their features, and which of them are right."""

from __future__ import annotations

import attrs
import pytest

from parses import build
from quoteattr.attribution.attributions import Attribution
from quoteattr.attribution.content_candidates import Content
from quoteattr.attribution.cue_reports import Report
from quoteattr.attribution.cues import Cue
from quoteattr.attribution.decisions import load_models, read
from quoteattr.attribution.document_evidence import gather_evidence
from quoteattr.corpora.polnear import AttributedArticle, Triple
from quoteattr.records import QuoteKind
from quoteattr.syntax.mentions import Mention, find_mentions
from quoteattr.syntax.tokens import Parse
from quoteattr.training.examples import (
    agreement,
    content_groups,
    cue_groups,
    cue_source_groups,
    directness_groups,
    is_right,
    reporting_groups,
    scope_groups,
    segment_source_groups,
    speech_groups,
)
from quoteattr.training.fitting import Group
from quoteattr.training.gold import Example, make_example
from reading import read as read_text

SAID = (
    "Ann/NNP/nsubj/said said/VBD/ROOT that/IN/mark/rained it/PRP/nsubj/rained "
    "rained/VBD/ccomp/said ././punct/said"
)
LOST = (
    "“/``/punct/said We/PRP/nsubj/lost lost/VBD/ccomp/said ,/,/punct/said ”/''/punct/said "
    "Bo/NNP/nsubj/said said/VBD/ROOT ././punct/said"
)
QUIET = "It/PRP/nsubj/hung hung/VBD/ROOT “/``/punct/low low/RB/advmod/hung ”/''/punct/low"


def spans(parse: Parse, words: str) -> tuple[tuple[int, int], ...]:
    """Give the span of some words, none for no words."""
    start = parse.text.index(words)
    return ((start, start + len(words)),) if words else ()


def example(sentence: str, source: str = "", cue: str = "", content: str = "") -> Example:
    """Lay one triple, or none, over a sentence."""
    parse = build(sentence)
    parts = [spans(parse, words) for words in (source, cue, content)]
    triple = Triple(source=parts[0], cue=parts[1], content=parts[2])
    triples = (triple,) if content else ()
    return make_example(AttributedArticle(name="one", text=parse.text, triples=triples), parse)


def right(group: Group) -> set[str]:
    """Give the features that every right candidate has."""
    return set.intersection(*(set(group.candidates[i]) for i in group.right))


def holds(group: Group) -> bool:
    """Tell whether a yes-or-no question is answered with yes."""
    assert len(group.candidates) == 2
    return group.right == {0}


def test_cues_are_asked_of_every_candidate() -> None:
    """Each verb is a question, answered with yes for the annotated cue alone."""
    one = example(SAID, "Ann", "said", "that it rained")
    asked = {one.parse.words[token]: holds(group) for token, group in cue_groups(one, ())}
    assert asked == {"said": True, "rained": False}


def test_contents_that_agree_best_are_right() -> None:
    """Among the candidates those that are the annotated words are right."""
    sentence = SAID.replace(" ././", " after/IN/prep/rained noon/NN/pobj/after ././")
    (group,) = content_groups(example(sentence, "Ann", "said", "that it rained"), {})
    assert {"origin=ccomp", "cut=prep:after"} <= right(group)
    assert 0 < len(group.right) < len(group.candidates)


def test_unreachable_contents_teach_nothing() -> None:
    """Where no candidate is half of what was annotated, there is no group."""
    assert list(content_groups(example(SAID, "Ann", "said", "Ann"), {})) == []


@pytest.mark.parametrize(
    ("ranges", "share"),
    [(((0, 4),), 1.0), (((0, 2),), 0.5), (((0, 2), (2, 4)), 1.0), (((4, 6),), 0)],
)
def test_agreement(ranges: tuple[tuple[int, int], ...], share: float) -> None:
    """Agreement is the shared part of all tokens."""
    content = Content(ranges=ranges, origin="ccomp", root=0)
    assert agreement(content, frozenset(range(4))) == share


def test_the_source_of_a_cue_is_one_of_its_candidates() -> None:
    """The annotated mention is right; where none was annotated, nobody is."""
    (group,) = cue_source_groups(example(SAID, "Ann", "said", "that it rained"))
    assert "role=nsubj" in right(group)
    (group,) = cue_source_groups(example(SAID, "", "said", "that it rained"))
    assert "none" in right(group)


def test_the_source_of_a_segment() -> None:
    """Only attributed segments are asked about; the annotated mention is right."""
    one = example(LOST, "Bo", "said", "“We lost,”")
    cues = [Cue(token=6, probability=0.9)]
    evidence = gather_evidence(one.parse, one.mentions, cues, {}, {})
    (group,) = segment_source_groups(one, evidence)
    assert "dep=nsubj" in right(group)
    assert "inside" not in right(group)
    assert list(segment_source_groups(example(LOST), evidence)) == []


def test_what_is_speech() -> None:
    """Every segment is a question: was it attributed to anybody?"""
    for one, answer in ((example(LOST, "Bo", "said", "“We lost,”"), True), (example(QUIET), False)):
        evidence = gather_evidence(one.parse, one.mentions, [], {}, {})
        assert [holds(group) for group in speech_groups(one, evidence, [0.5])] == [answer]


@pytest.mark.parametrize(
    ("sentence", "content", "answers"),
    [(LOST, "We lost", [True]), (QUIET, "It hung “low”", [False]), (QUIET, "", [])],
)
def test_what_is_direct(sentence: str, content: str, answers: list[bool]) -> None:
    """A segment is direct where its content lies between marks, not where it reaches beyond."""
    one = example(sentence, "", "hung" if "hung" in sentence else "said", content)
    assert [holds(group) for group in directness_groups(one)] == answers


@pytest.mark.parametrize(
    ("content", "sorts"),
    [
        ("bad and old", {"marks"}),
        ("The milk was “bad and old", {"clause", "report"}),
        ("", set()),
    ],
)
def test_what_is_said_around_marks(content: str, sorts: set[str]) -> None:
    """The right scope is the one that is most like the annotated content, whose cue may lack."""
    parse = read_text("The milk was “bad and old,” Ann Lee told the inspector.")
    triple = Triple(source=(), cue=(), content=spans(parse, content))
    article = AttributedArticle(name="one", text=parse.text, triples=(triple,) if content else ())
    one = make_example(article, parse)
    assert not one.reports
    groups = list(scope_groups(one, read(parse, one.all_segments, load_models())))
    assert len(groups) == bool(sorts)
    for group in groups:
        assert right(group) & {"marks", "clause", "report"} <= sorts


def report(parse: Parse, words: str, cue: str) -> Report:
    """Make a report of some words by a cue, without a source."""
    (span,) = spans(parse, words)
    start, end = list(parse.starts).index(span[0]), list(parse.ends).index(span[1]) + 1
    token = list(parse.words).index(cue)
    return Report(
        cue=Cue(token=token, probability=0.9),
        content=Content(ranges=((start, end),), origin="ccomp", root=start),
        content_share=0.9,
        source=None,
        source_share=0.9,
    )


def test_which_reports_are_quotations() -> None:
    """A report is a quotation where its words were annotated; one all in marks is not asked."""
    one = example(SAID, "Ann", "said", "that it rained")
    asked = [report(one.parse, "it rained", "said"), report(one.parse, "Ann said", "rained")]
    assert [holds(group) for group in reporting_groups(one, asked, {})] == [True, False]
    marked = example(LOST, "Bo", "said", "We lost")
    assert list(reporting_groups(marked, [report(marked.parse, "We lost", "said")], {})) == []


def attribution(one: Example, words: str, source: Mention | None) -> Attribution:
    """Attribute some words to a mention."""
    content = spans(one.parse, words)
    return Attribution(
        kind=QuoteKind.INDIRECT,
        content=content,
        verbatim=(),
        cue=None,
        source=source,
        follows=None,
        links={},
    )


def test_what_is_right() -> None:
    """An attribution is right with the annotated words and source, or half of the words."""
    one = example(SAID, "Ann", "said", "that it rained")
    ann, it = find_mentions(one.parse)
    assert is_right(one, attribution(one, "it rained", ann))
    assert not is_right(one, attribution(one, "it rained", it))
    assert not is_right(one, attribution(one, "it rained", None))
    assert not is_right(one, attribution(one, "it", ann))
    direct = attrs.evolve(attribution(one, "it", ann), kind=QuoteKind.DIRECT)
    assert is_right(one, direct)
    assert not is_right(one, attribution(one, "Ann said", ann))
