"""Inserted reporting clauses whose verb the parser gave to what stands before them."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies
from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.repair_inserted_clauses import restore_inserted_clauses
from quoteattr.syntax.tokens import Parse, TokenRange
from reading import check_tree, read

WORDS = {
    "rain": "NN",
    "doctors": "NNS",
    ",": ",",
    "says": "VBZ",
    "is": "VBZ",
    "could": "MD",
    "often": "RB",
    "seen": "VBN",
    "“": "``",
}


def subjects(parse: Parse) -> set[tuple[str, str]]:
    """Give each subject with its verb."""
    return {
        (word, parse.words[parse.heads[token]])
        for token, word in enumerate(parse.words)
        if parse.deps[token] == "nsubj"
    }


@pytest.mark.parametrize(
    ("text", "speaker", "subject"),
    [
        ("The trees, says forester Ida Holm, remember every fire.", "Holm says", "trees remember"),
        ("The ruling, his widow said through a friend, was late.", "widow said", "ruling was"),
        (
            "Thrift, wrote the baker Una Holm in 1961, is “a cold stove”.",
            "Holm wrote",
            "Thrift is",
        ),
        ("The lamp, claimed the collector Abe Frost, was fake.", "Frost claimed", "lamp was"),
        ("Hay fever, warns Dr Odile Marsh, could be worse.", "Marsh warns", "fever be"),
        ("Envy, the nun Pia Lund once said, is “a long walk”.", "Lund said", "Envy is"),
        ("Rust, explains mechanic Tim Ash, never sleeps.", "Ash explains", "Rust sleeps"),
        ("The vaccine, said Una Holm, a doctor, is safe.", "Holm said", "vaccine is"),
        ("The vaccine, said Una Holm, who runs the clinic, is safe.", "Holm said", "vaccine is"),
    ],
)
def test_who_says_so_stands_in_the_clause(text: str, speaker: str, subject: str) -> None:
    """The noun before the first comma belongs to the verb behind the second."""
    found = subjects(read(text))
    assert {tuple(speaker.split()), tuple(subject.split())} <= found


@pytest.mark.parametrize(
    "text",
    [
        "Holm, the mayor, said the plan, which he backs, is good.",
        "Holm said the plan, one of the oldest, was sound.",
        "Holm, said to be ill, is at home.",
        "The bill, dubbed the “Big Net”, is late.",
        "Holm says the mayor, a baker, is late.",
    ],
)
def test_who_says_so_before_the_clause_stays(text: str) -> None:
    """An apposition, a participle, and a clause that is reported as usual change nothing."""
    parse = read(text)
    columns = Columns(list(parse.tags), list(parse.deps), list(parse.heads))
    before = copy.deepcopy(columns)
    restore_inserted_clauses(parse.words, columns, parse.sentences)
    assert columns == before


@given(st.lists(st.sampled_from(sorted(WORDS)), min_size=5, max_size=12), st.data())
def test_every_token_still_leads_to_a_root(words: list[str], data: st.DataObject) -> None:
    """Whatever the tree, heads form no circle and a root is its own head."""
    size = len(words)
    labels = ["nsubj", "dobj", "appos", "conj", "aux", "relcl"]
    deps, heads = data.draw(strategies.trees(size, labels))
    columns = Columns([WORDS[word] for word in words], deps, heads)
    restore_inserted_clauses(words, columns, [TokenRange(0, size)])
    check_tree(deps, heads)
