"""Explanations: who could have said it, and what decided."""

from __future__ import annotations

import json
import math
import os
from pathlib import Path

import pytest
from hypothesis import given, settings

import strategies
from golden import read_cases
from quoteattr import QuoteExtractor, explain, extract_quotes
from quoteattr.explanations import Candidate, Explanation
from quoteattr.syntax.spacy_parser import load_pipeline

ROOT = Path(__file__).parent.parent
WHOSE = ("whose", "source", "label", "nested")  # the decisions that say who it was
RULED = [
    ("LEE: Is it safe?\n\nORR: It is.", "turn"),
    (
        "“We have won.”\n\n“It was a long night, and I am tired.” — Ann Lee",
        "signature",
    ),
    (
        "Ann Lee said: “We lost the crops.”\n\n“Then the sheep died.”",
        "goes on from an earlier quotation",
    ),
    ("She said: “He told me, ‘Go home now,’ and I went.”", "marks within marks"),
]
TEXTS = [
    "“We lost,” coach Ann Lee told Bo Ek.",
    "Ann Lee said that they had lost. Bo Ek wept.",
    "Ann Lee said they were “very good” at it.",
    "“We lost the vote.",
    "LEE: Is it safe?\n\nORR: It is.",
]


def check(explanation: Explanation) -> None:
    """Check what holds of every explanation."""
    assert all(0 <= probability <= 1 for _, probability in explanation.decisions)
    assert explanation.decisions
    shares = [candidate.probability for candidate in explanation.candidates]
    assert shares == sorted(shares, reverse=True)
    assert math.fsum(shares) == pytest.approx(1)
    mentions = [candidate.mention for candidate in explanation.candidates]
    assert len(shares) == 1 or mentions.count(None) == 1
    check_decision(explanation)
    for candidate in explanation.candidates:
        sizes = [abs(weight) for _, weight in candidate.features]
        assert sizes == sorted(sizes, reverse=True)
        assert len(sizes) <= 8


def check_decision(explanation: Explanation) -> None:
    """Check that the first candidate is the source, with the probability that was counted."""
    decisions, best = dict(explanation.decisions), explanation.candidates[0]
    counted = next(decisions[name] for name in WHOSE if name in decisions)
    assert best.probability == counted
    if explanation.referents:
        check_referents(explanation)
    if "goes on from an earlier quotation" in explanation.rules:
        assert explanation.quote.source is None
    else:
        assert best.mention == explanation.quote.source


def check_referents(explanation: Explanation) -> None:
    """Check that the first of those who could be meant is the speaker given."""
    first, speaker = explanation.referents[0], explanation.quote.speaker
    assert (first.name, first.entity) == (
        (None, None) if speaker is None else (speaker.name, speaker.entity)
    )
    shares = [referent.probability for referent in explanation.referents]
    assert math.fsum(shares) == pytest.approx(1)
    assert shares[1:] == sorted(shares[1:], reverse=True)


@pytest.mark.parametrize("text", TEXTS)
def test_the_quotations_are_those_of_the_extractor(text: str) -> None:
    """Explaining a text changes nothing of what is found in it."""
    assert [explanation.quote for explanation in explain(text)] == extract_quotes(text)


@pytest.mark.parametrize("text", TEXTS[:3])
def test_the_likeliest_candidate_is_the_source(text: str) -> None:
    """Where one word of mouth is explained, the first candidate is the quotation's own source."""
    explanations = explain(text)
    assert explanations
    for explanation in explanations:
        assert explanation.candidates[0].mention == explanation.quote.source
        assert len(explanation.candidates) > 1


def test_candidates_are_spans_of_the_text() -> None:
    """Each candidate's mention slices out of the text; nobody is one of them."""
    text = TEXTS[0]
    (explanation,) = explain(text)
    for candidate in explanation.candidates:
        if candidate.mention:
            assert text[candidate.mention.start : candidate.mention.end] == candidate.mention.text
    assert {c.mention and c.mention.text for c in explanation.candidates} >= {None, "Bo Ek"}


def test_whom_the_source_could_mean() -> None:
    """Where a pronoun is chosen for, others whom it could mean are shown with their reasons."""
    text = "Ann Lee met Robin Ek in Graz. “The bridge is safe,” she said."
    (explanation,) = explain(text)
    names = [referent.name for referent in explanation.referents]
    assert names[0] == "Ann Lee"
    assert {"Robin Ek", None} <= set(names)
    assert all(referent.features for referent in explanation.referents)


def test_whom_the_source_could_mean_in_a_later_part() -> None:
    """In a text as long as a book the numbers of those who could be meant are the speakers'."""
    part = "Ann Lee met Bo Ek. “The bridge is safe,” she said.\n\n"
    filler = "It rained.\n\n" * (250_000 // 12)
    explanations = QuoteExtractor(kinds=["direct"]).explain(part + filler + part)
    for explanation in explanations:
        check_referents(explanation)
    assert [
        [one.entity for one in each.referents if one.entity is not None] for each in explanations
    ] == [[0], [1]]


def test_a_label_leaves_no_choice() -> None:
    """In a transcript the label decides, so there is one candidate and nothing to weigh."""
    question, reply = explain(TEXTS[4])
    for explanation in (question, reply):
        (candidate,) = explanation.candidates
        assert (candidate.mention, candidate.features) == (explanation.quote.source, ())
        assert dict(explanation.decisions) == {"label": 1.0}
        assert explanation.rules == ("turn",)


@pytest.mark.parametrize(("text", "rule"), RULED)
def test_a_rule_is_named(text: str, rule: str) -> None:
    """What a rule decided in place of a model says so, by the rule's name."""
    assert rule in [name for explanation in explain(text) for name in explanation.rules]


def test_the_seeds() -> None:
    """In the seed documents every explanation is of the decision that was made."""
    paths = sorted((ROOT / "seeds").glob("0*.txt"))
    if not paths:
        pytest.skip("the seed documents are not here")
    weighed = 0
    for path in paths:
        for explanation in explain(path.read_bytes().decode("utf-8")):
            check(explanation)
            weighed += bool(explanation.referents)
    assert weighed


def test_the_golden_passages() -> None:
    """In every golden passage the explanation is of the decision that was made."""
    for path in sorted((ROOT / "tests" / "golden").glob("*/*.txt")):
        for case in read_cases(path):
            for explanation in explain(case.text):
                check(explanation)


def test_a_corpus() -> None:
    """The same in the texts of a folder that the environment names: QUOTEATTR_CORPUS."""
    folder = os.environ.get("QUOTEATTR_CORPUS")
    if not folder:
        pytest.skip("QUOTEATTR_CORPUS names no folder of texts")
    for path in sorted(Path(folder).glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        explanations = explain(text)
        assert [explanation.quote for explanation in explanations] == extract_quotes(text)
        for explanation in explanations:
            check(explanation)


def test_plain_values() -> None:
    """An explanation is plain JSON values, the quotation as it gives itself."""
    (explanation,) = explain(TEXTS[0])
    data = json.loads(json.dumps(explanation.to_dict()))
    assert data["quote"] == explanation.quote.to_dict()
    assert set(data["decisions"]) == {"speech", "whose"}
    assert data["rules"] == []
    assert data["referents"][0]["name"] == data["quote"]["speaker"]["name"]
    nobody = Candidate(mention=None, probability=0.25, features=(("none", -1.5),))
    assert nobody.to_dict() == {
        "mention": None,
        "probability": 0.25,
        "features": [{"name": "none", "weight": -1.5}],
    }


def test_a_pipeline_of_ones_own() -> None:
    """A given pipeline takes the place of the one that comes along."""
    assert explain(TEXTS[0], nlp=load_pipeline()) == explain(TEXTS[0])


def test_nothing_to_explain() -> None:
    """A text without quotations has no explanations; what is no text is refused by name."""
    assert explain("") == explain("It rained.") == []
    with pytest.raises(TypeError, match="text must be str, not bytes"):
        explain(b"She said no.")  # type: ignore[arg-type]


@given(strategies.texts() | strategies.articles())
@settings(max_examples=40)
def test_any_text_can_be_explained(text: str) -> None:
    """Whatever the text, shares fall and sum to 1, the weightiest reasons stand first."""
    explanations = explain(text)
    assert [explanation.quote for explanation in explanations] == extract_quotes(text)
    for explanation in explanations:
        check(explanation)
