"""Roles between a team and a name, which the parser took for verbs."""

from __future__ import annotations

import pytest

from reading import read


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Rangers goalie Igor Petrov said he was tired.", "said"),
        ("“It held,” Penguins forward Cody Larsson said.", "said"),
        ("“It held,” said Flames forward Blake Colter.", "said"),
        ("Lions fullback Hugo Keen made one tackle and left.", "made"),
    ],
)
def test_a_role_between_a_team_and_a_name_is_a_noun(text: str, verb: str) -> None:
    """The name is the subject, and team and role are part of its phrase."""
    parse = read(text)
    name = next(
        t for t, w in enumerate(parse.words) if w in ("Petrov", "Larsson", "Colter", "Keen")
    )
    assert (parse.deps[name], parse.words[parse.heads[name]]) == ("nsubj", verb)
    assert [parse.heads[name - 3], parse.heads[name - 2]] == [name, name]
    assert parse.tags[name - 2] == "NN"


@pytest.mark.parametrize(
    ("text", "role", "verb"),
    [
        ("“It held,” defender Cody Larsson protested.", "defender", "protested"),
        ("“Go,” warden Hugo Keen told a visitor on Sunday.", "warden", "told"),
        ("The Echo wrote that goalkeeper Igor Petrov had left.", "goalkeeper", "left"),
        (
            "Aboard the Sedna, oceanographer Blake Colter explained it.",
            "oceanographer",
            "explained",
        ),
    ],
)
def test_a_role_that_opens_a_clause_before_a_name_is_a_noun(
    text: str, role: str, verb: str
) -> None:
    """The role is a part of the name's phrase, and the name the subject of the verb behind it."""
    parse = read(text)
    token = parse.words.index(role)
    name = token + 2
    assert (parse.tags[token], parse.heads[token]) == ("NN", name)
    assert (parse.deps[name], parse.words[parse.heads[name]]) == ("nsubj", verb)


@pytest.mark.parametrize("trade", ["cook", "guide"])
def test_what_stands_behind_speech_and_said_is_a_noun(trade: str) -> None:
    """The name behind it is who says so."""
    parse = read(f"“It held,” said {trade} Igor Petrov.")
    token, name = parse.words.index(trade), parse.words.index("Petrov")
    assert (parse.tags[token], parse.heads[token]) == ("NN", name)
    assert (parse.deps[name], parse.words[parse.heads[name]]) == ("nsubj", "said")


@pytest.mark.parametrize("noun", ["historian", "stoker", "weaver"])
def test_lead_behind_a_name_is_part_of_a_role(noun: str) -> None:
    """The role is put beside the name."""
    parse = read(f"“It held,” said Aputi Olsen, lead {noun} at Nuuk Works.")
    role = parse.words.index(noun)
    assert (parse.deps[role], parse.words[parse.heads[role]]) == ("appos", "Olsen")
    assert parse.heads[role - 1] == role


def test_a_noun_before_a_role_is_no_verb() -> None:
    """Harbour at the start of a sentence is a part of the title."""
    parse = read("Harbour master Ioane Leota told the inquiry about it.")
    assert (parse.tags[0], parse.deps[0]) == ("NN", "compound")
