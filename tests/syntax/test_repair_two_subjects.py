"""A long title that the parser took for one subject, and the name behind it for another."""

from __future__ import annotations

import pytest
from hypothesis import given

import strategies
from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.grammar import SUBJECTS
from quoteattr.syntax.repair_two_subjects import join_two_subjects
from quoteattr.syntax.tokens import TokenRange
from reading import check_rooted, check_tree, read


@pytest.mark.parametrize(
    "title",
    [
        "The National Harvest Control Agency (NHCA) spokesman",
        "World Harvest Organization Regional Director for Africa Dr.",
        "Home Adviser Lt Gen (retd) Jahangir",
        "The Eastern Fleet Command spokesperson for naval affairs Captain",
    ],
)
def test_a_title_and_the_name_behind_it_are_one_subject(title: str) -> None:
    """The name is the subject, and the title with its brackets and phrases a part of it."""
    parse = read(f"{title} Matshidiso Moeti said the river had risen.")
    name = parse.words.index("Moeti")
    said = parse.words.index("said")
    subjects = [token for token in parse.children[said] if parse.deps[token] in SUBJECTS]
    assert subjects == [name]
    assert parse.lefts[name] == 0


@pytest.mark.parametrize(
    ("tags", "deps", "heads"),
    [
        (["NNP", ",", "NNP", "VBD"], ["nsubj", "punct", "nsubj", "ROOT"], [3, 3, 3, 3]),
        (["NNP", "NN", "VBD"], ["nsubj", "nsubj", "ROOT"], [2, 2, 2]),
        (["WDT", "NNP", "VBD"], ["nsubj", "nsubj", "ROOT"], [2, 2, 2]),
        (["NNP", "VBD", "NNP"], ["nsubj", "ROOT", "nsubj"], [1, 1, 1]),
    ],
    ids=["set off by a comma", "no name behind it", "no noun", "behind the verb"],
)
def test_other_subjects_stay_two(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """What a comma sets off, what is no noun and what no name follows is no title."""
    columns = Columns([*tags], [*deps], [*heads])
    join_two_subjects(["Word"] * len(tags), columns, [TokenRange(0, len(tags))])
    assert columns == (tags, deps, heads)


@pytest.mark.parametrize(
    ("phrase", "tie", "head"),
    [
        ("The FBI in a letter to lawyer Bo Ek", "pobj", "to"),
        ("The FBI in a report on gunman Bo Ek", "appos", "gunman"),
    ],
)
def test_a_name_in_the_phrase_of_a_subject_is_none(phrase: str, tie: str, head: str) -> None:
    """Behind a preposition that belongs to no role the name is part of what it leads in."""
    parse = read(f"{phrase} said that pay was low.")
    name, said = parse.words.index("Ek"), parse.words.index("said")
    subjects = [token for token in parse.children[said] if parse.deps[token] in SUBJECTS]
    assert [parse.words[token] for token in subjects] == ["FBI"]
    assert (parse.deps[name], parse.words[parse.heads[name]]) == (tie, head)


@given(strategies.news_texts())
def test_every_token_leads_up_to_a_root(text: str) -> None:
    """No head hangs in the air, and none goes round in a circle."""
    check_rooted(read(text))


def test_what_a_clause_is_about_stands_beside_the_name_before_it() -> None:
    """Between commas a noun for the bearer of the name is no second subject."""
    parse = read("COVAG, the local body that oversees affairs in the port, said it was shut.")
    name, noun = parse.words.index("COVAG"), parse.words.index("body")
    assert (parse.deps[noun], parse.heads[noun]) == ("appos", name)
    said = parse.words.index("said")
    assert [t for t in parse.children[said] if parse.deps[t] in SUBJECTS] == [name]


def test_a_plural_before_another_noun_is_no_subject_of_it() -> None:
    """The fisheries office is one body."""
    parse = read("The fisheries directorate said the whale was thin.")
    assert [parse.deps[1], parse.words[parse.heads[1]]] == ["compound", "directorate"]


def test_a_name_is_hung_on_nothing_below_it() -> None:
    """Heads never form a circle, whatever hangs on the name."""
    heads, deps = [5, 4, 1, 4, 5, 5], ["nsubj", "compound", "prep", "compound", "nsubj", "ROOT"]
    columns = Columns(["NNP", "NN", "IN", "NNP", "NNP", "VBD"], deps, heads)
    words = ["FBI", "note", "on", "Ann", "Lee", "said"]
    join_two_subjects(words, columns, [TokenRange(0, 6)])
    check_tree(columns.deps, columns.heads)
