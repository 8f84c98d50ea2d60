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
