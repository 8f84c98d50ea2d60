"""Nouns in brackets that the parser took for the subject of the verb behind them."""

from __future__ import annotations

import pytest
from hypothesis import given

import strategies
from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.grammar import ALL_SUBJECTS
from quoteattr.syntax.repair_brackets import free_bracketed_subjects
from quoteattr.syntax.tokens import TokenRange
from reading import check_rooted, read


@pytest.mark.parametrize("bracket", ["Labour, Leeds East", "Conservative", "Lab, Leeds East"])
def test_who_stands_before_a_bracket_speaks(bracket: str) -> None:
    """A party and a seat in brackets say nothing; the member before them does."""
    parse = read(f"Jo Day ({bracket}) said the bill would fail.")
    said = list(parse.words).index("said")
    subjects = [token for token in parse.children[said] if parse.deps[token] in ALL_SUBJECTS]
    assert [parse.words[token] for token in subjects] == ["Day"]


def test_an_editor_in_brackets_leaves_the_subject() -> None:
    """Without a noun before it a bracket holds the subject itself."""
    words = ["“", "(", "They", ")", "left"]
    tags = ["``", "-LRB-", "PRP", "-RRB-", "VBD"]
    columns = Columns(tags, ["punct", "punct", "nsubj", "punct", "ROOT"], [4, 4, 4, 4, 4])
    free_bracketed_subjects(words, columns, [TokenRange(0, 5)])
    assert columns[1][2] == "nsubj"


def test_a_verb_below_the_noun_rises() -> None:
    """A verb that hung on the noun takes its place, so that no head goes round in a circle."""
    words = ["Lee", "(", "Labour", ")", "left"]
    deps = ["ROOT", "punct", "nsubj", "punct", "relcl"]
    columns = Columns(["NNP", "-LRB-", "NNP", "-RRB-", "VBD"], deps, [0, 0, 4, 0, 0])
    free_bracketed_subjects(words, columns, [TokenRange(0, 5)])
    assert columns[1:] == (["nsubj", "punct", "appos", "punct", "ROOT"], [4, 0, 0, 0, 4])


def test_a_bracket_above_the_noun_stays_there() -> None:
    """A bracket that the noun hangs on is not hung on the noun."""
    words = ["Lee", "(", "Labour", ")", "left"]
    deps = ["dep", "ROOT", "nsubj", "punct", "ccomp"]
    columns = Columns(["NNP", "-LRB-", "NNP", "-RRB-", "VBD"], deps, [1, 1, 4, 2, 1])
    free_bracketed_subjects(words, columns, [TokenRange(0, 5)])
    assert columns[1:] == (["nsubj", "ROOT", "appos", "punct", "ccomp"], [4, 1, 0, 0, 1])


@given(strategies.texts())
def test_every_token_leads_up_to_a_root(text: str) -> None:
    """Whatever stands in brackets, no head goes round in a circle."""
    check_rooted(read(text.replace("“", "(").replace("”", ")")))
