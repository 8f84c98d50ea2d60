"""Cues: which words can report, and what is seen of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import strategies
from parses import build
from quoteattr import extract_quotes
from quoteattr.attribution.cues import cue_features, find_cues, is_candidate
from quoteattr.scoring.linear_model import Model
from quoteattr.syntax.quoted_tokens import align
from quoteattr.syntax.tokens import Parse
from quoteattr.text.segments import find_segments
from reading import read

SAID = (
    "“/``/punct/said We/PRP/nsubj/lost lost/VBD/ccomp/said ,/,/punct/said ”/''/punct/said "
    "she/PRP/nsubj/said said/VBD/ROOT ././punct/said"
)
NOTHING = Model(weights={}, about={})


def features(parse: Parse, word: str) -> set[str]:
    """Give the features of a word's first occurrence."""
    alignment = align(parse, find_segments(parse.text).segments)
    return set(cue_features(parse, alignment, list(parse.words).index(word)))


def test_verbs_are_candidates_and_auxiliaries_are_not() -> None:
    """Any full verb can be a cue, whatever the lexicon knows; auxiliaries cannot."""
    parse = build(
        "He/PRP/nsubj/blurted had/VBD/aux/blurted been/VBN/auxpass/blurted blurted/VBN/ROOT"
    )
    assert [t for t in range(len(parse)) if is_candidate(parse, t, ())] == [3]


def test_other_words_must_be_known() -> None:
    """A noun is a candidate where the lexicon or the model lists it, unless it modifies a noun."""
    parse = build(
        "the/DT/det/statement statement/NN/nsubj/came came/VBD/ROOT",
        "his/PRP$/poss/banter banter/NN/ROOT",
        "a/DT/det/draft statement/NN/compound/draft draft/NN/ROOT",
    )
    nouns = [token for token in range(len(parse)) if parse.tags[token] == "NN"]
    known = {"form=banter"}
    assert [parse.words[t] for t in nouns if is_candidate(parse, t, known)] == [
        "statement",
        "banter",
    ]
    assert parse.words[nouns[2]] == "statement"
    assert not is_candidate(parse, nouns[2], known)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The road was closed on Friday, per the police.", "the police"),
        ("Per the report, the road was closed on Friday.", "the report"),
        ("As per the ministry, the road was closed on Friday.", "the ministry"),
        ("The clerk told the council the road is shut, per the ministry.", "the ministry"),
    ],
)
def test_per_leads_to_who_says_it(text: str, name: str) -> None:
    """At the opening, behind a comma or "as" it is a cue like "according to"."""
    quote, *_ = extract_quotes(text)
    assert quote.cue is not None
    assert quote.cue.text.lower() == "per"
    assert quote.speaker is not None
    assert quote.speaker.name == name


@pytest.mark.parametrize(
    "text",
    ["They earn $4 per day, per head.", "Per capita, they earn little.", "It is $4 per teacher."],
)
def test_per_may_count(text: str) -> None:
    """Before what cannot speak, and inside a clause, it is no cue."""
    parse = read(text)
    cues = find_cues(parse, align(parse, ()), NOTHING, threshold=0.9)
    assert "per" not in [parse.lowers[cue.token] for cue in cues]


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("Nairobi: The minister said the bridge would close.", False),
        ("Nairobi: The bridge must close.", True),
        ("Ann Lee: I said the bridge must close.", True),
    ],
)
def test_the_colon_of_a_dateline_is_no_candidate(text: str, *, possible: bool) -> None:
    """A place that was cut off the sentence behind it says nothing."""
    parse = read(text)
    assert is_candidate(parse, list(parse.words).index(":"), ()) == possible


def test_the_threshold_bounds_the_probability() -> None:
    """Every candidate is a cue at threshold 0; a higher one keeps what reaches it, in order."""
    parse = build(SAID)
    alignment = align(parse, find_segments(parse.text).segments)
    even = find_cues(parse, alignment, NOTHING, threshold=0.5)
    assert [(cue.token, cue.probability) for cue in even] == [(2, 0.5), (6, 0.5)]
    assert find_cues(parse, alignment, NOTHING, threshold=0.51) == ()
    model = Model(weights={"form=said": 5.0}, about={})
    assert [c.token for c in find_cues(parse, alignment, model, threshold=0.51)] == [6]


def test_the_frame_is_seen() -> None:
    """Subject, complement and their sides are named, and what is missing as well."""
    seen = features(build(SAID), "said")
    assert {"subject=PRP", "subjectword=she", "ccomp:before", "has=ccomp", "no=dobj"} <= seen
    assert "no=ccomp" not in seen


def test_marks_are_seen_from_outside_and_inside() -> None:
    """A cue sees how far the marks are; a word between them sees that it is quoted."""
    parse = build(SAID)
    assert "marks:before=close" in features(parse, "said")
    assert "marks:behind=none" in features(parse, "said")
    assert "quoted" in features(parse, "lost")
    assert "quoted" not in features(parse, "said")


def test_neighbours_end_with_the_paragraph() -> None:
    """What stands in another paragraph is no neighbour."""
    parse = build("It/PRP/nsubj/rained rained/VBD/ROOT", "", "Say/VB/ROOT it/PRP/dobj/Say")
    assert {"-1=#", "1=it", "first", "headline=True"} <= features(parse, "Say")


@given(strategies.news_texts())
@settings(max_examples=30)
def test_cues_are_in_order_and_probable(text: str) -> None:
    """On any text cues come in order, each once, as candidates, with a probability."""
    parse = read(text)
    alignment = align(parse, find_segments(text).segments)
    cues = find_cues(parse, alignment, NOTHING, threshold=0.0)
    assert [cue.token for cue in cues] == [
        token for token in range(len(parse)) if is_candidate(parse, token, ())
    ]
    assert {cue.probability for cue in cues} <= {0.5}
