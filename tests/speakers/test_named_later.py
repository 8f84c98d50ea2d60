"""Leads: a role first, the name a little later."""

from __future__ import annotations

import pytest

from quoteattr.entities.inventory import build_index
from quoteattr.speakers.named_later import find_leads
from quoteattr.text.segments import find_segments
from reading import read


def _leads(text: str, role: str, speaker: str) -> list[str]:
    """Give the names that the role is found to lead to, with one speaker known."""
    parse = read(text)
    speaking = frozenset({parse.words.index(speaker)})
    index = build_index(parse, find_segments(text).segments, sorted(speaking))
    found = find_leads(index, [parse.words.index(role)], speaking)
    return [referent.name for _, referent in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A nurse wept.\n\nThe nurse, Ann Lee, sat down.\n\nBob Hale spoke.", ["Ann Lee"]),
        ("The nurse wept.\n\nBob Hale spoke.", ["Bob Hale"]),
        ("The nurse wept.\n\nIt rained.\n\nIt froze.\n\nBob Hale spoke.", []),
        ("The nurse wept.\n\nThe mayor, Bob Hale, spoke.", []),
        ("The actress wept.\n\nMr Bob Hale spoke.", []),
        ("Bob Hale spoke.\n\nThe nurse wept.", []),
    ],
)
def test_a_role_leads_to_the_name_behind_it(text: str, names: list[str]) -> None:
    """The same role named, or somebody without one: near, behind, and of no other gender."""
    role = "actress" if "actress" in text else "nurse"
    assert _leads(text, role, "Hale") == names
