"""Ranks: the courtesies and ranks before a name, and the office that is parted from them."""

from __future__ import annotations

import pytest

from parses import build
from quoteattr.entities.ranks import (
    behind_patron,
    courtesies_start,
    is_rank_apart,
    rank_start,
)
from quoteattr.lexicon.name_words import is_rank


@pytest.mark.parametrize(
    ("role", "rank", "apart"),
    [
        ("spokeswoman", "rear", True),
        ("commander", "superintendent", True),
        ("director", "dr.", True),
        ("mayor", "councillor", True),
        ("attorney", "general", False),
        ("chief", "inspector", False),
        ("prime", "minister", False),
    ],
)
def test_what_is_beside_an_office(role: str, rank: str, apart: bool) -> None:  # noqa: FBT001
    """A rank stands beside the office before it, unless both are one office."""
    assert is_rank_apart(role, rank) is apart


@pytest.mark.parametrize(
    ("before", "first"),
    [
        ("spokesman/NN/ROOT for/IN/prep/spokesman Gov./NNP/compound/Lee", 2),
        ("widow/NN/ROOT of/IN/prep/widow Sgt./NNP/compound/Lee", 2),
        ("adviser/NN/ROOT to/IN/prep/adviser Mayor/NNP/compound/Lee", 2),
        ("head/NN/ROOT of/IN/prep/head surgery/NN/pobj/of Dr./NNP/compound/Lee", 0),
        ("chief/NN/ROOT of/IN/prep/chief staff/NN/pobj/of General/NNP/compound/Lee", 0),
        ("Bank/NNP/ROOT of/IN/prep/Bank Ghana/NNP/pobj/of governor/NN/compound/Lee", 0),
    ],
)
def test_whom_somebody_serves(before: str, first: int) -> None:
    """No words before the one whom a spokesman or kin stands for belong to the title behind."""
    parse = build(f"{before} Lee/NNP/pobj/{before.split('/', maxsplit=1)[0]}")
    assert behind_patron(parse, len(parse) - 1, 0) == first


def test_where_a_rank_starts() -> None:
    """“Lt.” belongs to “Gen.”, “Staff” to no general; “Mr” is stepped over."""
    parse = build(
        "Army/NNP/compound/Lee Staff/NNP/compound/Lee Lt./NNP/compound/Lee Gen./NNP/compound/Lee "
        "Mr/NNP/compound/Lee Lee/NNP/ROOT"
    )
    assert rank_start(parse, 4, 0) == 2
    assert courtesies_start(parse, 5, {}) == 4
    assert is_rank("gen")
    assert not is_rank("army")
