"""Trails: where somebody was met, and in what part."""

from __future__ import annotations

import pytest

from parses import build
from quoteattr.speakers.trails import (
    Trail,
    clause_of,
    in_dateline,
    place_of,
    reporters_sentences,
    role_of,
)
from reading import read

PARSE = build(
    "cousin/NN/nsubj/said Jane/NNP/appos/cousin said/VBD/ROOT he/PRP/nsubj/left left/VBD/ccomp/said"
)


def test_a_name_beside_a_noun_takes_its_part() -> None:
    """The cousin is the main subject, and so is Jane; "he" is a subject within."""
    assert place_of(PARSE, 1) == 0
    assert role_of(PARSE, 1) == "main subject"
    assert role_of(PARSE, 3) == "subject"


def test_the_clause_of_a_token() -> None:
    """Each noun belongs to the verb above it."""
    assert clause_of(PARSE, 0) == 2
    assert clause_of(PARSE, 3) == 4


def test_a_label_tells_the_kind_and_whether_there_is_a_name() -> None:
    """Who has no name is told by a noun, and only one person is a human being."""
    named = Trail(number=0, kind="PERSON")
    man = Trail(number=1, kind="person", phrase=(0, 2))
    men = Trail(number=2, kind="person", phrase=(0, 2), plural=True)
    pair = Trail(number=3, kind="joint", phrase=(0, 3), plural=True, members=(0, 1))
    trails = (named, man, men, pair)
    assert [trail.label for trail in trails] == [
        "PERSON",
        "a person",
        "a person several",
        "together",
    ]
    assert [trail.human for trail in trails] == [True, True, False, False]
    assert [trail.nameless for trail in trails] == [False, True, True, False]


def test_quoted_sentences_are_not_counted() -> None:
    """A sentence wholly between marks is not the reporter's."""
    parse = build(*["Lee/NNP/nsubj/left left/VBD/ROOT now/RB/advmod/left ././punct/left"] * 3)
    quoted = [4 <= token < 8 for token in range(len(parse))]
    assert reporters_sentences(parse, quoted) == [0, 1, 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RIYADH — Saudis left.", True),
        ("Harbour News, 5 February - Saudis left.", True),
        ("Nairobi, May 3 (Newswire) -- Saudis left.", True),
        ("Ann Lee - she left - came back.", False),
    ],
)
def test_where_a_report_was_written(text: str, expected: bool) -> None:  # noqa: FBT001
    """Place, agency and date before the first sentence are a dateline; a name and an aside not."""
    assert in_dateline(read(text), 0) == expected
