"""Scopes: whether the words between marks are all that is said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from parses import build
from quoteattr.attribution.content_candidates import Content
from quoteattr.attribution.cue_reports import Report
from quoteattr.attribution.cues import Cue
from quoteattr.attribution.decisions import load_models, read
from quoteattr.attribution.joining import scope_questions
from quoteattr.attribution.quoted_segments import Marked
from quoteattr.attribution.scopes import Scope, scope_question
from quoteattr.scoring.choice import Question
from quoteattr.syntax.mentions import Mention
from quoteattr.syntax.quoted_tokens import align
from quoteattr.syntax.tokens import Parse, TokenRange
from quoteattr.text.segments import find_segments
from reading import read as parse_text
from strategies import news_texts

BAD = (
    "The/DT/det/milk milk/NN/nsubj/was was/VBD/ROOT “/``/punct/bad bad/JJ/acomp/was ”/''/punct/bad"
)


def asked(
    parse: Parse,
    cue: int = -1,
    source: int = -1,
    reports: tuple[Report, ...] = (),
    *,
    alone: bool = False,
) -> Question[Scope]:
    """Ask what is said where the first segment stands."""
    marked = Marked(
        number=0,
        source=None if source < 0 else Mention(start=source, end=source + 1, head=source),
        cue=cue,
        direct=False,
        speech=1.0,
        share=1.0,
    )
    alignment = align(parse, find_segments(parse.text).segments)
    return scope_question(parse, alignment, [marked], [(one, 0.75) for one in reports], alone=alone)


def said(parse: Parse, question: Question[Scope]) -> list[tuple[str, str]]:
    """Give the sort and the words of each scope."""
    return [
        (scope.sort, " ".join(parse.words[token] for token in sorted(scope.words)))
        for scope in question.candidates
    ]


@pytest.mark.parametrize(
    ("rest", "cue", "source"),
    [
        ("././punct/was", -1, -1),
        (",/,/punct/was as/IN/mark/said Lee/NNP/nsubj/said said/VBD/advcl/was ././punct/was", 9, 8),
        (",/,/punct/was for/IN/prep/was Lee/NNP/pobj/for ././punct/was", -1, 8),
    ],
)
def test_the_clause_around_the_marks(rest: str, cue: int, source: int) -> None:
    """The clause that the marked words stand in is a candidate, without who said it."""
    parse = build(f"{BAD} {rest}")
    assert said(parse, asked(parse, cue, source)) == [
        ("marks", "bad"), ("clause", "The milk was bad"),
    ]  # fmt: skip


def test_half_of_a_bracket_and_a_label_add_nothing() -> None:
    """No candidate has one of two brackets; behind a label the marked words are all there is."""
    parse = build(
        "The/DT/det/line line/NN/nsubj/shut (/-LRB-/punct/line “/``/punct/toy a/DT/det/toy "
        "toy/NN/appos/line ”/''/punct/toy )/-RRB-/punct/line shut/VBD/ROOT ././punct/shut"
    )
    assert said(parse, asked(parse)) == [("marks", "a toy"), ("clause", "The line a toy shut")]
    assert said(parse, asked(parse, alone=True)) == [("marks", "a toy")]


def test_what_reports_is_no_part_of_what_is_said() -> None:
    """The clause of the cue that the marked words hang on is no candidate."""
    parse = build(
        "Lee/NNP/nsubj/called called/VBD/ROOT it/PRP/dobj/called “/``/punct/bad bad/JJ/oprd/called "
        "”/''/punct/bad ././punct/called"
    )
    assert said(parse, asked(parse, 1, 0)) == [("marks", "bad")]


def test_a_report_is_named_by_cue_form_and_object() -> None:
    """What a cue reports is a candidate, once, with how the marks stand to its object."""
    parse = build(
        "Lee/NNP/nsubj/blamed blamed/VBD/ROOT rain/NN/dobj/blamed for/IN/prep/blamed "
        "“/``/punct/bad bad/JJ/pobj/for ”/''/punct/bad ././punct/blamed"
    )
    report = reported(TokenRange(2, 6), 5)
    question = asked(parse, 1, 0, (report, report))
    assert said(parse, question)[:2] == [("marks", "bad"), ("report", "rain for bad")]
    named = set(question.features(question.candidates[1]))
    assert {"report", "report|object=beside|phrase", "report|reporting=7|phrase"} <= named
    assert {"marks", "marks|cue=blam"} <= set(question.features(question.candidates[0]))


def reported(content: TokenRange, root: int) -> Report:
    """Give what the second token reports."""
    return Report(
        cue=Cue(token=1, probability=0.95),
        content=Content(ranges=(content,), origin="ccomp", root=root),
        content_share=1.0,
        source=None,
        source_share=1.0,
    )


@pytest.mark.parametrize(
    ("behind", "end", "scopes"),
    [
        ("“/``/punct/odd odd/JJ/oprd/called ”/''/punct/odd", 5, ["odd"]),
        ("as/IN/prep/called “/``/punct/odd odd/JJ/pobj/as ”/''/punct/odd", 6, ["odd", "as odd"]),
        (
            "“/``/punct/odd odd/JJ/oprd/called ”/''/punct/odd we/PRP/nsubj/left left/VBD/ccomp/odd",
            8,
            ["odd", "it odd we left", "odd we left"],
        ),
    ],
)
def test_what_something_is_called_is_said_alone(behind: str, end: int, scopes: list[str]) -> None:
    """The object goes with the marked words only where a clause does, too."""
    parse = build(f"Lee/NNP/nsubj/called called/VBD/ROOT it/PRP/dobj/called {behind}")
    question = asked(parse, 1, 0, (reported(TokenRange(2, end), 4),))
    assert [words for _, words in said(parse, question)] == scopes


@settings(max_examples=30)
@given(news_texts())
def test_every_scope_holds_the_marked_words(text: str) -> None:
    """The first scope is the marks alone; all others have more words, and none stands twice."""
    for _, question in scope_questions(
        read(parse_text(text), find_segments(text).segments, load_models())
    ):
        first, *others = question.candidates
        assert first.sort == "marks"
        assert all(first.words < other.words for other in others)
        assert len({scope.words for scope in question.candidates}) == len(question.candidates)
        assert all(list(question.features(scope)) for scope in question.candidates)
