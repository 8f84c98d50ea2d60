"""Shared titles: what stands before or behind several names is said of each."""

from __future__ import annotations

import pytest

from quoteattr.entities.cast import build_cast
from quoteattr.text.segments import find_segments
from reading import read


def _titles(text: str) -> dict[str, list[str]]:
    """Give the titles of each person of a text."""
    parse = read(text)
    cast = build_cast(parse, find_segments(text).segments, [])
    return {
        person.name: [" ".join(parse.words[title.start : title.end]) for title in titles]
        for person, titles in zip(cast.entities, cast.titles, strict=False)
    }


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Senators Ann Lee and Bo Ek left.", "Senators"),
        ("“No,” said Sens. Ann Lee of Ohio and Bo Ek.", "Sens."),
        ("The finance ministers Ann Lee, Cy Orr and Bo Ek left.", "finance ministers"),
        ("Ann Lee and Bo Ek, the finance ministers, left.", "finance ministers"),
    ],
)
def test_a_title_of_several_is_everybodys(text: str, title: str) -> None:
    """A plural before the first name or behind the last is said of all that are joined there."""
    titles = _titles(text)
    assert [title in titles[name] for name in ("Ann Lee", "Bo Ek")] == [True, True]


def test_who_has_a_title_of_their_own_shares_none() -> None:
    """Behind “and” a mayor is no senator, and one senator's title is hers alone."""
    assert "Senators" not in _titles("Senators Ann Lee and Mayor Bo Ek left.")["Bo Ek"]
    assert _titles("Senator Ann Lee and Bo Ek left.")["Bo Ek"] == []


def test_names_that_nothing_joins_share_nothing() -> None:
    """The one who is met is not one of the ministers."""
    assert _titles("The finance ministers Ann Lee and Cy Orr met Bo Ek.")["Bo Ek"] == []


def test_the_words_of_a_shared_title_mean_nobody_alone() -> None:
    """A token of it belongs to no single person, that of another title does."""
    text = "Senators Ann Lee and Bo Ek met Mayor Cy Orr."
    parse = read(text)
    cast = build_cast(parse, (), [])
    told = {parse.words[token] for token in cast.title_at}
    assert told == {"Mayor"}
