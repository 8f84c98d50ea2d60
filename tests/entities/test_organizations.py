"""Organisations: what their name is, and its fullest form."""

from __future__ import annotations

import pytest

from quoteattr.entities.organizations import body_name, find_bodies, fullest_name
from reading import read


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the Ministry of Fisheries", "Ministry of Fisheries"),
        ("Norway's Fisheries Ministry", "Fisheries Ministry"),
        ("the state-run Zarya news agency", "Zarya"),
        ("the Oslo ministry", "Oslo ministry"),
        ("the ministry", "ministry"),
    ],
)
def test_what_is_no_part_of_the_name(phrase: str, name: str) -> None:
    """Articles, the country that owns a body, and class nouns are left out."""
    parse = read(f"{phrase} said so")
    assert body_name(parse, 0, len(parse) - 2) == name


def test_an_acronym_leads_to_the_full_name() -> None:
    """Letters in brackets behind a name stand for it from then on."""
    bodies = find_bodies(read("The World Health Organization (WHO) met. The WHO agreed."))
    assert fullest_name(bodies, "WHO") == "World Health Organization"


def test_the_only_longer_name_is_the_fullest() -> None:
    """A name that ends another one is short for it; a seat of government never is."""
    bodies = find_bodies(read("The University of Ghent met The Washington Post in Washington."))
    assert fullest_name(bodies, "Post") == "Washington Post"
    assert fullest_name(bodies, "Washington") == "Washington"
