"""Reports: each cue with its best content and source."""

from __future__ import annotations

import math

import attrs
import pytest
from hypothesis import given, settings

import strategies
from parses import build
from quoteattr.attribution.content_candidates import Content
from quoteattr.attribution.content_features import content_question
from quoteattr.attribution.cue_reports import (
    Report,
    _most_agreed,
    find_reports,
    form_of,
    leaves_to_inner_cue,
    report_features,
    reported_tokens,
)
from quoteattr.attribution.cue_sources import cue_source_question
from quoteattr.attribution.cues import Cue
from quoteattr.scoring.choice import Choice, Question, choose
from quoteattr.scoring.linear_model import Model
from quoteattr.syntax.mentions import Mention, find_mentions
from quoteattr.syntax.tokens import Parse
from reading import laid, read

NOTHING = Model(weights={}, about={})
CLAUSES = Model(weights={"origin=ccomp": 4.0, "uncut": 2.0}, about={})
SUBJECTS = Model(weights={"role=nsubj": 4.0}, about={})
SAID = (
    "Ann/NNP/nsubj/said said/VBD/ROOT Bo/NNP/nsubj/left left/VBD/ccomp/said "
    "after/IN/prep/left noon/NN/pobj/after ././punct/said"
)
PASSIVE = "Ann/NNP/nsubjpass/{0} was/VBD/auxpass/{0} {0}/VBN/ROOT"
SAYING = "as/IN/prep/{0} saying/VBG/pcomp/as"


def found(parse: Parse, *cues: Cue, sources: Model = SUBJECTS) -> tuple[Report, ...]:
    """Find the reports of some cues with models that like clauses and subjects."""
    mentions = find_mentions(parse)
    return find_reports(parse, laid(parse), mentions, cues, CLAUSES, sources, threshold=0.2)


def made(start: int, end: int, source: Mention | None, probability: float) -> Report:
    """Make a report of some tokens by hand."""
    return Report(
        cue=Cue(token=0, probability=probability),
        content=Content(ranges=((start, end),), origin="ccomp", root=start),
        content_share=1.0,
        source=source,
        source_share=1.0,
    )


def test_the_best_content_and_source_are_chosen() -> None:
    """A cue reports what the models rank first, for whom they rank first."""
    parse = build(SAID)
    (report,) = found(parse, Cue(token=1, probability=0.9))
    assert report.content.ranges == ((2, 6),)
    assert report.source is not None
    assert parse.words[report.source.head] == "Ann"
    assert 0.5 < report.content_share < 1
    assert 0.5 < report.source_share < 1


def test_contents_that_agree_outweigh_one_apart() -> None:
    """Of three likely contents two differ by a word; the best of them wins over the likeliest."""
    parts = [((2, 4), 0.4), ((5, 10), 0.3), ((5, 9), 0.3)]
    contents = [(Content(ranges=(part,), origin="ccomp", root=part[0]), p) for part, p in parts]
    question = Question([content for content, _ in contents], lambda _: ())
    choice = _most_agreed(Choice(question=question, ranked=contents))
    assert choice.best.ranges == ((5, 10),)
    assert [share for _, share in choice.ranked] == [0.3, 0.4, 0.3]


def test_unlikely_cues_report_nothing() -> None:
    """A cue below the threshold makes no report, nor does one with nothing to report."""
    parse = build(SAID)
    assert found(parse, Cue(token=1, probability=0.1)) == ()
    alone = build("Said/VBD/ROOT")
    assert found(alone, Cue(token=0, probability=0.9)) == ()


def test_nobody_can_be_the_source() -> None:
    """Where the model prefers no source, the report has none."""
    (report,) = found(
        build(SAID),
        Cue(token=1, probability=0.9),
        sources=Model(weights={"none": 4.0}, about={}),
    )
    assert report.source is None
    assert report.source_share > 0.5


@pytest.mark.parametrize(
    ("sentence", "form"),
    [
        ("He/PRP/nsubj/left left/VBD/ROOT", "clause"),
        ("to/TO/aux/leave leave/VB/ROOT", "infinitive"),
        ("leaving/VBG/ROOT now/RB/advmod/leaving", "participle"),
        ("a/DT/det/table table/NN/ROOT", "phrase"),
        ("a/DT/det/table table/NN/ROOT he/PRP/nsubj/table", "phrase"),
    ],
)
def test_form(sentence: str, form: str) -> None:
    """A clause has the subject of a verb; what opens with to or -ing is named so."""
    parse = build(sentence)
    content = Content(ranges=((0, len(parse)),), origin="ccomp", root=0)
    assert form_of(parse, content) == form


def test_the_shortest_of_nested_reports_counts() -> None:
    """A token in two reports belongs to the inner one."""
    ann, bo = Mention(start=1, end=2, head=1), Mention(start=3, end=4, head=3)
    reports = [made(4, 6, bo, 0.5), made(2, 8, ann, 0.9), made(8, 9, None, 0.7)]
    reported = reported_tokens(reports)
    assert [reported[token] for token in range(2, 9)] == [
        (1, 0.9), (1, 0.9), (3, 0.5), (3, 0.5), (1, 0.9), (1, 0.9), (-1, 0.7),
    ]  # fmt: skip
    assert 0 not in reported


def test_what_is_seen_of_a_report() -> None:
    """The form of its content, the sort of its source and helping words are named."""
    parse = build(
        "He/PRP/nsubj/said has/VBZ/aux/said said/VBN/ROOT it/PRP/nsubj/rained rained/VBD/ccomp/said"
    )
    (report,) = found(parse, Cue(token=2, probability=0.9))
    names = set(report_features(parse, laid(parse), {}, report))
    assert {"form=clause", "whose=PRP", "aux=has", "quoted=False", "origin=ccomp"} <= names


@given(strategies.news_texts())
@settings(max_examples=25)
def test_rankings_are_probabilities_best_first(text: str) -> None:
    """On any text the shares of a cue's contents, and of its sources, sum to 1 and fall."""
    parse = read(text)
    mentions = find_mentions(parse)
    for cue in range(len(parse)):
        question = content_question(parse, laid(parse), [], cue)
        if not question.candidates:
            continue
        contents = choose(question, CLAUSES)
        ranges = contents.best.ranges
        sources = choose(cue_source_question(parse, laid(parse), mentions, cue, ranges), SUBJECTS)
        assert [source for source, _ in sources.ranked].count(None) == 1
        for choice in (contents, sources):
            shares = [share for _, share in choice.ranked]
            assert shares == sorted(shares, reverse=True)
            assert math.fsum(shares) == pytest.approx(1)


def test_without_weights_all_candidates_are_alike() -> None:
    """A model that knows nothing gives every source the same share, in the order of the text."""
    parse = build(SAID)
    question = cue_source_question(parse, laid(parse), find_mentions(parse), 1, [(2, 6)])
    ranked = choose(question, NOTHING).ranked
    assert [source and parse.words[source.head] for source, _ in ranked] == [
        "Ann", "Bo", "noon", None,
    ]  # fmt: skip
    assert {share for _, share in ranked} == {0.25}


@pytest.mark.parametrize(
    ("cue", "rest", "passes"),
    [
        ("quoted", f"{PASSIVE} {SAYING}", True),
        ("saying", f"{PASSIVE} {SAYING}", False),
        ("reported", f"{PASSIVE} to/TO/aux/say say/VB/xcomp/{{0}}", True),
        ("told", f"{PASSIVE} to/TO/aux/leave leave/VB/xcomp/{{0}}", False),
        ("cited", f"Bo/NNP/nsubj/{{0}} {{0}}/VBD/ROOT Ann/NNP/dobj/{{0}} {SAYING}", True),
        ("promised", "Ann/NNP/nsubj/{0} {0}/VBD/ROOT to/TO/aux/say say/VB/xcomp/{0}", False),
    ],
)
def test_words_that_are_passed_on(cue: str, rest: str, *, passes: bool) -> None:
    """Of “was quoted as saying” only the saying counts, and so of “cited her as saying”."""
    parse = build(rest.format("quoted" if cue == "saying" else cue))
    assert leaves_to_inner_cue(parse, list(parse.words).index(cue)) is passes


def test_what_is_passed_on_is_no_report() -> None:
    """A cue that passes its words on makes no report of its own."""
    parse = build(f"{PASSIVE} {SAYING}".format("quoted"))
    assert found(parse, Cue(token=2, probability=0.9)) == ()


@pytest.mark.parametrize(
    ("sentence", "main"),
    [
        (SAID, "finite"),
        ("Ann/NNP/nsubj/told told/VBD/ROOT us/PRP/dobj/told to/TO/aux/leave leave/VB/xcomp/told",
         "to"),
        ("Ann/NNP/nsubj/told told/VBD/ROOT the/DT/det/story story/NN/dobj/told", "none"),
    ],
)  # fmt: skip
def test_the_main_verb_is_named(sentence: str, main: str) -> None:
    """Whether a clause, an infinitive or a mere thing is reported is told by the main verb."""
    parse = build(sentence)
    clause = parse.words[1] == "said"
    first, root = (2, 3) if clause else (len(parse) - 2, len(parse) - 1)
    content = Content(ranges=((first, root + 1),), origin="ccomp", root=root)
    report = attrs.evolve(made(0, 1, None, 0.9), content=content, cue=Cue(token=1, probability=0.9))
    features = set(report_features(parse, laid(parse), {}, report))
    form = form_of(parse, content)
    assert f"main={main}|{form}" in features


@pytest.mark.parametrize(
    ("sentence", "first", "form"),
    [
        (
            (
                "He/PRP/nsubj/said said/VBD/ROOT men/NNS/dobj/said are/VBP/auxpass/held "
                "held/VBN/ccomp/said"
            ),
            2,
            "clause",
        ),
        (
            "It/PRP/nsubj/says says/VBZ/ROOT that/IN/prep/says five/CD/pobj/that had/VBD/dep/five",
            3,
            "clause",
        ),
        (
            "She/PRP/nsubj/saw saw/VBD/ROOT men/NNS/dobj/saw who/WP/nsubj/ran ran/VBD/relcl/men",
            2,
            "",
        ),
    ],
)
def test_a_clause_whose_subject_is_lost(sentence: str, first: int, form: str) -> None:
    """A finite verb that is not subordinate makes a clause; that of a relative clause does not."""
    parse = build(sentence)
    content = Content(ranges=((first, len(parse)),), origin="dobj+", root=first)
    assert form_of(parse, content) == (form or "phrase")


def test_what_a_colon_ends_is_described() -> None:
    """A place in capitals before a colon is told from a name."""
    for word, label in (("ROME", "GPE"), ("Ann", "PERSON")):
        sentence = f"{word}/NNP/ROOT :/:/punct/{word} It/PRP/nsubj/rained rained/VBD/acl/{word}"
        parse = build(sentence, **{word: label})
        report = attrs.evolve(made(2, 4, None, 0.9), cue=Cue(token=1, probability=0.9))
        features = set(report_features(parse, laid(parse), {}, report))
        assert f"label={label}|{label}" in features
        assert f"label+verb=False|{word.isupper()}|True" in features
