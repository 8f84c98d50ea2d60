"""Subjects of reported clauses that were taken for objects of the verb before them."""

from __future__ import annotations

import pytest
from hypothesis import given

import strategies
from quoteattr import extract_quotes
from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.repair_reported_subjects import (
    free_clauses_behind_times,
    free_reported_subjects,
)
from quoteattr.syntax.tokens import TokenRange
from reading import check_rooted, read


def _repaired(words: str, tags: str, deps: str, heads: list[int]) -> Columns:
    columns = Columns(tags.split(), deps.split(), heads)
    free_reported_subjects(words.split(), columns, [TokenRange(0, len(heads))])
    return columns


@pytest.mark.parametrize(
    ("said", "dep"),
    [
        ("argued", "nsubj"),
        ("added", "nsubj"),
        ("told", "dobj"),
        ("warned", "dobj"),
        ("had", "dobj"),
    ],
)
def test_what_is_argued_is_the_subject_of_the_clause(said: str, dep: str) -> None:
    """Whoever is told or warned is no subject, nor is the object of a verb that reports nothing."""
    columns = _repaired(
        f"Lee {said} the clubs in Leeds had won",
        "NNP VBD DT NNS IN NNP VBD VBN",
        "nsubj ROOT det dobj prep pobj aux ccomp",
        [1, 1, 3, 1, 1, 4, 7, 1],
    )
    assert columns.deps[3] == dep
    assert columns.heads[3] == (7 if dep == "nsubj" else 1)
    assert columns.heads[4] == columns.heads[3]


def test_the_subject_of_a_passive() -> None:
    """It has the label of one."""
    columns = _repaired(
        "Lee argued the wall was built",
        "NNP VBD DT NN VBD VBN",
        "nsubj ROOT det dobj auxpass ccomp",
        [1, 1, 3, 1, 5, 1],
    )
    assert (columns.deps[3], columns.heads[3]) == ("nsubjpass", 5)


@pytest.mark.parametrize(
    ("words", "tags", "deps", "heads"),
    [
        (
            "Lee added notes that we won",
            "NNP VBD NNS IN PRP VBD",
            "nsubj ROOT dobj mark nsubj ccomp",
            [1, 1, 1, 5, 5, 1],
        ),
        (
            "Lee said grace , won",
            "NNP VBD NN , VBD",
            "nsubj ROOT dobj punct ccomp",
            [1, 1, 1, 1, 1],
        ),
        ("Lee said it go", "NNP VBD PRP VB", "nsubj ROOT dobj ccomp", [1, 1, 1, 1]),
    ],
)
def test_an_object_stays_one(words: str, tags: str, deps: str, heads: list[int]) -> None:
    """The clause has a subject or "that" of its own, a comma parts it, or it is not finite."""
    assert _repaired(words, tags, deps, list(heads)) == (tags.split(), deps.split(), heads)


def test_a_text_that_was_misread_so() -> None:
    """The whole clause is there to be quoted."""
    parse = read("The officials argued the studies they were presented were not credible.")
    studies = parse.words.index("studies")
    assert parse.deps[studies] in ("nsubj", "nsubjpass")
    assert parse.heads[studies] > studies


@given(strategies.news_texts())
def test_every_token_leads_up_to_a_root(text: str) -> None:
    """No head hangs in the air, and none goes round in a circle."""
    check_rooted(read(f"{text}\n\nBo Ek added the cup had proved to be a lesson. {text}"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Police said at the time the man had been drinking.", "the man had been drinking"),
        ("The minister admitted for the first time that the plan had failed.", "the plan had"),
    ],
)
def test_what_was_said_at_the_time(text: str, said: str) -> None:
    """The clause behind a time is what was said then."""
    [quote] = extract_quotes(text)
    assert quote.content[0].text.startswith(said)


def test_a_clause_about_a_time_stays() -> None:
    """Behind what reports nothing, and where something else is reported, it tells which time."""
    for words, tags, deps, heads in (
        (
            "Lee left at the time he slept",
            "NNP VBD IN DT NN PRP VBD",
            "nsubj ROOT prep det pobj nsubj relcl",
            [1, 1, 1, 4, 2, 6, 4],
        ),
        (
            "Lee said so at the time he slept",
            "NNP VBD RB IN DT NN PRP VBD",
            "nsubj ROOT dobj prep det pobj nsubj relcl",
            [1, 1, 1, 1, 5, 3, 7, 5],
        ),
    ):
        columns = Columns(tags.split(), deps.split(), heads)
        free_clauses_behind_times(words.split(), columns, [TokenRange(0, len(heads))])
        assert columns.deps == deps.split()
