"""Reporting clauses behind what is said, and what the parser made of them."""

from __future__ import annotations

import copy

import pytest

from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.repair_reporting_clauses import restore_inverted_subjects
from quoteattr.syntax.tokens import TokenRange
from reading import read, said


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("“We need rain,” the farm's owner, Mr Gus Noble, said.", "said", "owner"),
        ("“It's late,” the crew's captain, Will Moss, told fans.", "told", "captain"),
        ("Asked if it was safe, the ferry's boss, Kim Yule, replied: “Yes.”", "replied", "boss"),
        ("“I hope,” the crew's captain, Will Moss, has told fans.", "told", "captain"),
        ("They met the farm's owner, Gus Noble, who said it was dry.", "met", "They"),
    ],
)
def test_a_noun_with_a_name_beside_it_is_the_subject(text: str, verb: str, subject: str) -> None:
    """A noun and a name between commas are no object of what stands before the first comma."""
    assert f"{subject}/nsubj" in said(read(text))[verb]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("“We regret it,” said a spokesman in a statement.", "said"),
        ("“We regret it,” said the striker in an interview with Radio Oslo.", "said"),
        ("“We regret it,” said a line in the letter.", "line"),
        ("“We regret it,” said a waiter in the village.", "waiter"),
    ],
)
def test_in_what_text_somebody_says_it_belongs_to_the_verb(text: str, head: str) -> None:
    """A statement tells where it was said, not which spokesman said so."""
    parse = read(text)
    assert parse.words[parse.heads[list(parse.words).index("in")]] == head


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("“Pay your dues by Friday,” read the notice.", "read", "notice"),
        ("“Nobody sleeps here,” added a Leeds baker.", "added", "baker"),
        ("“Sell the boats now,” tweeted club spokesman Ian Orr.", "tweeted", "Orr"),
        (
            "“The catch,” said Ilse Maurer, a broker who is the head of the desk, “is the price.”",
            "said",
            "Maurer",
        ),
    ],
)
def test_a_noun_behind_marks_and_verb_is_the_subject(text: str, verb: str, subject: str) -> None:
    """Whatever the parser made of it, a verb behind marks has the next noun as its subject."""
    parse = read(text)
    token = list(parse.words).index(verb)
    subjects = [child for child in parse.children[token] if parse.deps[child] == "nsubj"]
    assert [parse.words[child] for child in subjects] == [subject]


def test_a_verb_that_joins_another_keeps_its_object() -> None:
    """Of “called it “bad,” denounced the plan” the plan is denounced."""
    words = ["She", "was", "“", "bad", ",", "”", "denounced", "plans"]
    tags = ["PRP", "VBD", "``", "JJ", ",", "''", "VBD", "NNS"]
    deps = ["nsubj", "ROOT", "punct", "acomp", "punct", "punct", "conj", "dobj"]
    columns = Columns(tags, deps, [1, 1, 3, 1, 1, 1, 1, 6])
    before = copy.deepcopy(columns)
    restore_inverted_subjects(words, columns, [TokenRange(0, 8)])
    assert columns == before


def test_a_role_before_a_name_is_no_verb() -> None:
    """An officer in front of a name behind the marks is part of the subject."""
    parse = read("“We counted eleven,” said fisheries officer Achieng Odera, standing on the pier.")
    assert "Odera/nsubj" in said(parse)["said"]
    assert parse.tags[parse.words.index("officer")] == "NN"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("A banner read: “Justice for Ines”.", "banner"),
        ("The headline read: “Dam at risk”.", "headline"),
        ("His T-shirt read: “Made in Kisumu”.", "shirt"),
        ("A good read: “The Long Ebb”.", None),
    ],
)
def test_what_a_text_says_is_read(text: str, subject: str | None) -> None:
    """Between a noun and its words “read” is a verb; behind an adjective it is what one reads."""
    parse = read(text)
    verb = parse.words.index("read")
    subjects = [parse.words[c] for c in parse.children[verb] if parse.deps[c] == "nsubj"]
    assert subjects == ([subject] if subject else [])


def test_a_participle_with_a_subject_behind_it_is_a_verb() -> None:
    """What a goalkeeper joked is no joked goalkeeper."""
    parse = read("“I have played in three wars,” joked Luque goalkeeper Arnaldo Ramos.")
    assert parse.tags[parse.words.index("joked")] == "VBD"
