"""The token table: ranges of tokens and characters, and the columns that follow from others."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import strategies
from parses import build
from quoteattr.syntax.tokens import (
    LabelledRange,
    Parse,
    ancestors,
    chars_of,
    lower_before,
    paragraph_of,
    roots_of,
    sentence_of,
    subtree,
    token_at,
    tokens_between,
    with_entities,
    without_punctuation,
)
from reading import read

ROWS = (
    "Ann/NNP/compound/Lee Lee/NNP/nsubj/said said/VBD/ROOT no/UH/intj/said ././punct/said",
    "",
    "It/PRP/nsubj/rained rained/VBD/ROOT ././punct/rained",
)


@pytest.fixture(scope="module")
def table() -> Parse:
    """Build two paragraphs of a sentence each."""
    return build(*ROWS, Ann_Lee="PERSON")


def test_a_token_knows_its_sentence_and_paragraph(table: Parse) -> None:
    """The bounds of both are those of the tokens that share their number."""
    assert sentence_of(table, 3) == paragraph_of(table, 0) == (0, 5)
    assert sentence_of(table, 6) == paragraph_of(table, 7) == (5, 8)


def test_characters_and_tokens_lead_to_each_other(table: Parse) -> None:
    """The offsets of tokens slice out of the text, and give these tokens back."""
    chars = chars_of(table, 0, 2)
    assert table.text[chars.start : chars.end] == "Ann Lee"
    assert tokens_between(table, *chars) == (0, 2)
    assert token_at(table, chars.end) == token_at(table, table.starts[2]) == 2
    assert token_at(table, len(table.text) + 5) == len(table) - 1


def test_before_the_first_word_is_none(table: Parse) -> None:
    """The first token has no word before it, as little as the last one's."""
    assert [lower_before(table, token) for token in range(3)] == ["", "ann", "lee"]


def test_nothing_lies_between_two_words(table: Parse) -> None:
    """White space alone has no tokens."""
    start, end = tokens_between(table, table.ends[0], table.starts[1])
    assert start >= end


def test_roots(table: Parse) -> None:
    """What hangs on nothing in its range is a root of it."""
    assert roots_of(table, 0, 2) == [1]
    assert roots_of(table, 0, 5) == [2]
    assert roots_of(table, 3, 5) == [3, 4]


def test_other_entities_change_what_follows_from_them(table: Parse) -> None:
    """Entities are laid over the table in one place; columns that depend on them follow."""
    assert table.noun_kinds[1] == "PERSON"
    named = with_entities(table, [LabelledRange(start=1, end=2, label="ORG")])
    assert (named.labels[0], named.labels[1], named.entity[1]) == ("", "ORG", 0)
    assert (named.noun_kinds[0], named.noun_kinds[1]) == ("name", "ORG")
    assert table.noun_kinds[1] == "PERSON"


def test_columns_of_words(table: Parse) -> None:
    """Names are hidden from features, reporting words have a class, verbs a stem."""
    assert list(table.plain[:3]) == ["NNP", "NNP", "said"]
    assert [bool(sort) for sort in table.reporting[:3]] == [False, False, True]
    assert table.stems[6] == "rain"


def test_words_and_figures_are_no_punctuation() -> None:
    """Commas and marks go, a word and a figure stay."""
    parse = read("“No,” he said, 12 times.")
    kept = sorted(without_punctuation(parse, range(len(parse))))
    assert [parse.words[token] for token in kept] == ["No", "he", "said", "12", "times"]


def test_ancestors() -> None:
    """What a token hangs on comes nearest first, the root last; a root hangs on nothing."""
    parse = build(
        "Ann/NNP/nsubj/said said/VBD/ROOT Bo/NNP/nsubj/left left/VBD/ccomp/said "
        "the/DT/det/town town/NN/dobj/left"
    )
    assert [parse.words[token] for token in ancestors(parse, 4)] == ["town", "left", "said"]
    assert ancestors(parse, 1) == []


def test_ancestors_are_followed_ten_steps() -> None:
    """However deep a token hangs, ten words above it are looked at."""
    words = ["w0/VB/ROOT", *(f"w{n}/VB/xcomp/w{n - 1}" for n in range(1, 15))]
    parse = build(" ".join(words))
    assert ancestors(parse, 14) == list(range(13, 3, -1))


@given(strategies.articles())
@settings(max_examples=20)
def test_subtrees_hold_their_children(text: str) -> None:
    """Whatever the text, a token governs itself, and its children's first and last words."""
    parse = read(text)
    for token in range(len(parse)):
        start, end = subtree(parse, token)
        assert start <= token < end
        for child in parse.children[token]:
            assert start <= child < end
