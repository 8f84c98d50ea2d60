"""Titles: what stands before, behind and is said of a name."""

from __future__ import annotations

import pytest

from quoteattr.entities.person_names import find_names
from quoteattr.entities.titles import Place, find_titles
from quoteattr.syntax.capital_runs import find_runs
from quoteattr.syntax.tokens import Parse
from reading import read


def _words(parse: Parse, start: int, end: int) -> str:
    return parse.text[parse.starts[start] : parse.ends[end - 1]]


def _titles(text: str) -> list[tuple[str, str, Place]]:
    parse = read(text)
    return [
        (_words(parse, name.start, name.end), _words(parse, title.start, title.end), title.place)
        for name in find_names(parse, list(find_runs(parse)))
        for title in find_titles(parse, name)
    ]


@pytest.mark.parametrize(
    ("text", "name", "title", "place"),
    [
        ("Finance Minister Jane Doe left.", "Jane Doe", "Finance Minister", Place.BEFORE),
        ("The coach, Jane Doe, left.", "Jane Doe", "coach", Place.PREPOSED),
        ("Jane Doe, the coach, left.", "Jane Doe", "coach", Place.BEHIND),
        ("Jane Doe (chief chemist) left.", "Jane Doe", "chief chemist", Place.BEHIND),
        ("Jane Doe is a pilot.", "Jane Doe", "pilot", Place.PREDICATE),
        ("Jane Doe, who was a pilot, left.", "Jane Doe", "pilot", Place.PREDICATE),
        ("Rep. Jane Doe (R-Ky.) left.", "Jane Doe", "R-Ky.", Place.SEAT),
        ("They met Jane Doe of the University of Ghent.", "Jane Doe", "University of Ghent",
         Place.AFFILIATION),
        ("The actor and singer Jane Doe left.", "Jane Doe", "singer", Place.BEFORE),
        ("Actor and singer Jane Doe left.", "Jane Doe", "Actor and singer", Place.BEFORE),
    ],
)  # fmt: skip
def test_where_titles_stand(text: str, name: str, title: str, place: Place) -> None:
    """Each place beside a name gives its title, the article left out."""
    assert (name, title, place) in _titles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe, her sister, left.",
        "Mr Ray Stone and Mrs Jane Stone left.",
        "Jane Doe, in a hurry, left.",
        "Jane Doe was happy.",
        "Jane Doe met the judge.",
    ],
)
def test_what_is_no_title(text: str) -> None:
    """Kin, courtesies, adverbials and other people's roles are no titles."""
    assert _titles(text) == []
