"""People: a full name and what supports it make one person; titles keep namesakes apart."""

from __future__ import annotations

import pytest

from quoteattr.matching.people import Appearance, match_persons
from versions import person


def people(*some: tuple[str, str | None]) -> list[list[object]]:
    """Give the documents of each person; every name and title stands in a document of its own."""
    appearances = [
        Appearance(number, person(name, title)) for number, (name, title) in enumerate(some)
    ]
    return [[document for document, _ in one.speakers] for one in match_persons(appearances)]


LEE = "Ann Lee"


@pytest.mark.parametrize(
    ("some", "found"),
    [
        ([(LEE, "mayor of Rotham"), (LEE, "Rotham’s mayor")], [[0, 1]]),
        ([(LEE, "founder of Acme"), (LEE, "analyst and chief executive of Acme")], [[0, 1]]),
        ([(LEE, "mayor of Rotham"), (LEE, "mayor")], [[0, 1]]),
        ([(LEE, "mayor of Rotham"), (LEE, None)], [[0, 1]]),
        ([(LEE, None), (LEE, None)], [[0, 1]]),
        ([("Joe Dunn", "Sen."), ("Joseph F. Dunn", "senator")], [[0, 1]]),
        ([("Chad O’Hara", "chef"), ("Chad O'Hara", "chef")], [[0, 1]]),
        ([(LEE, "mayor of Rotham"), (LEE, "mayor of Selby")], []),
        ([(LEE, "nurse"), (LEE, "farmer")], []),
        ([(LEE, "mayor of Rotham"), (LEE, "judge in Selby"), (LEE, None)], []),
        ([(LEE, "mayor of Rotham"), (LEE, "judge in Selby"), (LEE, "mayor")], [[0, 2]]),
        ([("Lee", "mayor of Rotham"), ("Lee", "mayor of Rotham")], []),
        ([("A. Lee", "mayor of Rotham"), (LEE, "mayor of Rotham")], []),
        ([("Bill Fox", "mayor of Rotham"), ("William Fox", "Rotham mayor")], [[0, 1]]),
        ([("Tony Fox", None), ("Anthony Fox", None)], [[0, 1]]),
        ([("T.J. Fox", None), ("T. J. Fox", None), ("TJ Fox", None)], [[0, 1, 2]]),
        ([("Bill Fox", None), ("James Fox", "mayor"), ("William Fox", None)], [[0, 2]]),
        ([("Bob Fox", "mayor of Selby"), ("Bob Fox Jr.", "Selby mayor")], [[0, 1]]),
        ([("Bob Fox", "mayor"), ("Bob Fox Jr.", "mayor")], [[0, 1]]),
        ([("Bob Fox", None), ("Bob Fox Jr.", None)], []),
        ([("Bob Fox", None), ("Bob Fox Jr.", "mayor")], []),
        ([("Bob Fox Sr.", "mayor of Selby"), ("Bob Fox Jr.", "Selby mayor")], []),
        (
            [(f"Bob Fox{end}", "mayor of Selby") for end in (" Sr.", " Jr.", "")],
            [],
        ),
        ([(LEE, "senator from North Dakota"), (LEE, "governor of North Carolina")], []),
        ([(LEE, "Selby University dean"), (LEE, "Rotham University dean")], []),
        ([("John A. Fox", None), ("John B. Fox", None)], []),
        ([("John A. Fox", None), ("John B. Fox", None), ("John Fox", None)], []),
    ],
)
def test_who_is_one(some: list[tuple[str, str | None]], found: list[list[int]]) -> None:
    """One body or place in the titles joins; other bodies, other roles and surnames do not."""
    assert people(*some) == found


def test_a_shared_quotation_joins() -> None:
    """Titles that have nothing in common are one person’s where the words are."""
    appearances = [
        Appearance(1, person(LEE, "nurse"), (7,)),
        Appearance(2, person(LEE, "union leader"), (7,)),
    ]
    [match] = match_persons(appearances)
    assert match.support == ("quotation",)


def test_titles_with_their_documents() -> None:
    """Every title stands once, with all documents that give it; the fullest name is given."""
    some = [("Ann Lee", "Mayor of Rotham"), ("Ann B. Lee", "mayor of Rotham"), ("Ann Lee", "mayor")]
    [match] = match_persons([Appearance(k, person(*one)) for k, one in enumerate(some)])
    assert match.name == "Ann B. Lee"
    assert [(use.title, use.documents) for use in match.titles] == [
        ("Mayor of Rotham", (0, 1)),
        ("mayor", (2,)),
    ]
    assert match.support == ("title", "organization")


def test_only_one_body_supports() -> None:
    """A word that many bodies have, such as a direction, is not named as support."""
    titles = ["mayor of North Selby", "North Selby mayor", "North Rotham mayor"]
    [match] = match_persons(
        [Appearance(k, person(LEE, title), (7,)) for k, title in enumerate(titles[1:])]
    )
    assert match.support == ("title", "quotation")
    [match] = match_persons(
        [Appearance(k, person(LEE, title)) for k, title in enumerate(titles[:2])]
    )
    assert match.support == ("title", "organization")
