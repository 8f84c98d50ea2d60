"""Title extents: first and last tokens that a title may have."""

from __future__ import annotations

import pytest

from parses import build
from quoteattr.entities.title_extents import (
    ends_behind,
    group_end,
    opening,
    runs_into_neighbour,
    starts_before,
    starts_within,
)
from quoteattr.syntax.tokens import TokenRange
from reading import read


@pytest.mark.parametrize(
    ("text", "first_words"),
    [
        ("the head of sales Doe", ["head", "sales"]),
        ("then the judge Doe", ["judge"]),
        ("he met chief judge Doe", ["chief", "judge"]),
        ("She left, vice-captain Doe", ["vice"]),
        ("the acting police chief Doe", ["acting"]),
        ("the first lady Doe", ["first"]),
        ("the caucus and Sen. Doe", ["Sen."]),
    ],
)
def test_first_tokens_before_a_name(text: str, first_words: list[str]) -> None:
    """They reach over complements to the article, verb or comma in front, not into a word."""
    parse = read(text)
    starts = starts_before(parse, len(parse) - 1, 0, {})
    assert [parse.words[start] for start in starts] == first_words


def test_last_tokens_behind_a_head() -> None:
    """They reach over complements up to a clause; a comma that ends the phrase ends them."""
    parse = read("the head of sales at the bank who left")
    ends = ends_behind(parse, 1, len(parse), {})
    assert [parse.words[end - 1] for end in ends] == ["head", "sales", "bank"]
    listed = read("a senator, his aides said")
    assert ends_behind(listed, 1, len(listed), {}) == (2,)


def test_another_title_begins_with_an_article_of_its_own() -> None:
    """What "and a" leads to is one more title where it is for a person, else a part of the same."""
    parse = read("Jane Doe, a critic of the bank and a former judge, left.")
    ends = ends_behind(parse, parse.words.index("critic"), len(parse) - 1, {})
    assert [parse.words[end - 1] for end in ends] == ["critic", "bank"]
    parse = read("Jane Doe, a critic of the bank and a mill, left.")
    ends = ends_behind(parse, parse.words.index("critic"), len(parse) - 1, {})
    assert "mill" in [parse.words[end - 1] for end in ends]


def test_what_somebody_has_is_no_part_of_a_title() -> None:
    """A title goes on with whom somebody works for, and not with what he has."""
    served, owned = read("an analyst with Nusa Bank"), read("a grower with two acres")
    assert ends_behind(served, 1, len(served), {})[-1] == len(served)
    assert ends_behind(owned, 1, len(owned), {}) == (2,)


@pytest.mark.parametrize("courtesy", ["", "Mr"])
def test_no_title_goes_on_with_a_name_behind_a_comma(courtesy: str) -> None:
    """In “the purser, Mr Odo Kray” the name is whose title it is."""
    parse = build(
        f"purser/NN/ROOT ,/,/punct/purser {courtesy and 'Mr/NNP/compound/Kray'} "
        "Odo/NNP/compound/Kray Kray/NNP/appos/purser",
        Odo="PERSON",
        Kray="PERSON",
    )
    assert ends_behind(parse, 0, len(parse), {}) == (1,)


def test_no_title_goes_on_with_a_text_in_which_something_was_said() -> None:
    """Said a spokesman in a letter: the letter is where it was said."""
    parse = build(
        "said/VBD/ROOT spokesman/NN/nsubj/said in/IN/prep/said a/DT/det/letter letter/NN/pobj/in"
    )
    assert ends_behind(parse, 1, len(parse), {}) == (2,)


def test_a_noun_group_and_its_first_tokens() -> None:
    """Articles and adverbs come before it; an age may be left out of the title."""
    parse = read("now a 34-year-old shop clerk in Riga")
    first = opening(parse, 0, len(parse))
    core = group_end(parse, first, len(parse), {})
    assert parse.words[core - 1] == "clerk"
    assert parse.words.index("shop") in starts_within(parse, first, core)


def test_one_of_several_opens_with_one() -> None:
    """The word stays where "of" follows."""
    parse = read("one of the founders")
    assert opening(parse, 0, len(parse)) == 0


def test_running_into_a_neighbour() -> None:
    """A noun phrase that the next name heads belongs to it; one that only names him does not."""
    parse = read("Doe, mayor John Roe and Ada Poe left.")
    name = TokenRange(3, 5)
    assert runs_into_neighbour(parse, 2, len(parse), {3: name, 4: name})
    parse = read("Doe, a lawyer for John Roe, left.")
    name = TokenRange(5, 7)
    assert not runs_into_neighbour(parse, 3, len(parse), {5: name, 6: name})


@pytest.mark.parametrize(
    ("text", "last_words"),
    [
        ("the coach after eight defeats", ["coach"]),
        ("the head of sales since May", ["head", "sales"]),
        ("the widow of a miner killed at Tarkwa", ["widow", "miner"]),
        ("a teacher and now mayor of Riga", ["teacher"]),
        ("the rector nor the dean", ["rector"]),
    ],
)
def test_no_title_goes_on_with_a_time_or_what_was_done(text: str, last_words: list[str]) -> None:
    """A temporal phrase, a participle behind a noun and an adverb of time end what goes before."""
    parse = read(text)
    ends = ends_behind(parse, 1, len(parse), {})
    assert [parse.words[end - 1] for end in ends] == last_words


def test_a_capital_of_a_name_is_no_verb() -> None:
    """The first word of Can Gio ends no title, whatever its tag."""
    parse = build(
        "head/NN/appos/head of/IN/prep/head the/DT/det/port Can/MD/aux/port "
        "Gio/NNP/compound/port port/NN/pobj/of",
        Can_Gio="ORG",
    )
    ends = ends_behind(parse, 0, len(parse), {})
    assert [parse.words[end - 1] for end in ends][-1] == "port"
