"""Aliases: the other name that somebody is known by."""

from __future__ import annotations

import pytest

from quoteattr.entities.aliases import find_aliases
from quoteattr.entities.person_names import find_names
from quoteattr.syntax.capital_runs import find_runs
from reading import read


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Maria Lee, known in the port as Doña Rosa, cooks.", [("Lee", "Rosa")]),
        ("Singer Ibrahim Sesay, better known as Kao Denero, arrived.", [("Sesay", "Denero")]),
        pytest.param(
            "Bo Lund (alias “Tin Moe”) was arrested.",
            [("Lund", "Moe")],
            marks=pytest.mark.xfail(strict=True, reason="the name finder takes Tin Moe for a work"),
        ),
        ("Bo Lund (alias “Tom Moe”) was arrested.", [("Lund", "Moe")]),
        ("Bo Lund, also called “Tom Moe”, was arrested.", [("Lund", "Moe")]),
        ("Bo Lund, who is nicknamed Tom Moe, was arrested.", [("Lund", "Moe")]),
        ("Bo Lund alias Tino Varga was arrested.", [("Lund", "Varga")]),
        ("Bo Lund was born Tom Moe.", [("Lund", "Moe")]),
        ("Ann Lee then called Bo Orr.", []),
        ("Ann Lee, who called Bo Orr on Friday, left.", []),
        ("Ann Lee, who has dubbed Bo Orr a thief, left.", []),
        ("Ann Lee has called Bo Orr a thief.", []),
        ("Ann Lee, known for her temper, met Bo Orr.", []),
        ("Ann Lee met a man called Bo Orr.", []),
        ("Ann Lee and Bo Orr are known.", []),
    ],
)
def test_who_is_known_by_another_name(text: str, pairs: list[tuple[str, str]]) -> None:
    """A clause of naming joins two names; two who meet stay two, as does who calls somebody."""
    parse = read(text)
    found = find_aliases(parse, find_names(parse, list(find_runs(parse))))
    assert [(parse.words[one], parse.words[other]) for one, other in found] == pairs
