"""Names beside the source of a sentence that opens with “According to”."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies
from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.repair_appositions import restore_appositions
from quoteattr.syntax.tokens import Parse, TokenRange
from reading import check_tree, read

WORDS = {",": ",", "Lee": "NNP", "baker": "NN", "she": "PRP", "will": "MD", "go": "VB"}


def heads_of(parse: Parse, dep: str) -> dict[str, str]:
    """Give the words with a dependency, and what each hangs on."""
    return {
        word: parse.words[parse.heads[token]]
        for token, word in enumerate(parse.words)
        if parse.deps[token] == dep
    }


@pytest.mark.parametrize(
    ("text", "name", "source", "subject", "verb"),
    [
        ("According to the baker, Una Holm, the oven is cold.", "Holm", "baker", "oven", "is"),
        (
            "According to the club’s captain, Abe Frost, players will vote in May.",
            "Frost",
            "captain",
            "players",
            "vote",
        ),
        (
            "According to its owner, Dr Odile Marsh, the inn is for sale.",
            "Marsh",
            "owner",
            "inn",
            "is",
        ),
        (
            "In the words of the captain, Abe Frost, the season was “one long walk”.",
            "Frost",
            "captain",
            "season",
            "was",
        ),
        ("According to her agent, Mr Ash, she will retire.", "Ash", "agent", "she", "retire"),
    ],
)
def test_the_name_stands_beside_the_source(
    text: str, name: str, source: str, subject: str, verb: str
) -> None:
    """Of two nouns between commas before one verb the second is its subject."""
    parse = read(text)
    assert heads_of(parse, "appos")[name] == source
    assert heads_of(parse, "nsubj")[subject] == verb


@pytest.mark.parametrize(
    "text",
    [
        "According to the coach, Holm, the captain, will start.",
        "According to the coach, Holm, Frost and Ash will start.",
        "According to the coach, Holm is fit.",
        "According to reports, Holm, 40, is fit.",
    ],
)
def test_a_subject_with_something_beside_it_stays(text: str) -> None:
    """A subject with an apposition or an age, and a list of subjects, are not the source's."""
    parse = read(text)
    columns = Columns(list(parse.tags), list(parse.deps), list(parse.heads))
    before = copy.deepcopy(columns)
    restore_appositions(parse.words, columns, parse.sentences)
    assert columns == before


@given(st.lists(st.sampled_from(sorted(WORDS)), min_size=4, max_size=10), st.data())
def test_every_token_still_leads_to_a_root(behind: list[str], data: st.DataObject) -> None:
    """Whatever the tree, heads form no circle and a root is its own head."""
    words = ["According", "to", "aides", ",", *behind]
    tags = ["VBG", "IN", "NNS", ",", *(WORDS[word] for word in behind)]
    size = len(words)
    labels = ["nsubj", "pobj", "appos", "prep", "relcl"]
    deps, heads = data.draw(strategies.trees(size, labels))
    restore_appositions(words, Columns(tags, deps, heads), [TokenRange(0, size)])
    check_tree(deps, heads)
