"""Title sites: where a title may stand, and the extents it may have there."""

from __future__ import annotations

import pytest

from quoteattr.entities.title_sites import (
    Place,
    find_sites,
    next_site,
    phrase_site,
    said_sites,
)
from quoteattr.syntax.tokens import Parse, TokenRange
from reading import read


def _name(parse: Parse, words: str) -> TokenRange:
    parts = words.split()
    start = next(
        token
        for token in range(len(parse))
        if list(parse.words[token : token + len(parts)]) == parts
    )
    return TokenRange(start, start + len(parts))


def _extents(text: str, *names: str) -> dict[Place, list[str]]:
    """Give the extents at the first name, by place."""
    parse = read(text)
    ranges = [_name(parse, name) for name in names]
    named = {token: name for name in ranges for token in range(*name)}
    found: dict[Place, list[str]] = {}
    for site in find_sites(parse, ranges, named):
        if site.name == ranges[0]:
            found.setdefault(site.place, []).extend(_texts(parse, site.extents()))
    return found


def _texts(parse: Parse, extents: object) -> list[str]:
    return [parse.text[parse.starts[a] : parse.ends[b - 1]] for a, b in extents]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "place", "title"),
    [
        ("Beekeeper Jane Doe left.", Place.BEFORE, "Beekeeper"),
        ("Minister for Trade Jane Doe left.", Place.BEFORE, "Minister for Trade"),
        ("The Port Authority (PA) chief Jane Doe left.", Place.BEFORE, "Port Authority (PA) chief"),
        ("A village quilter named Jane Doe left.", Place.BEFORE, "village quilter"),
        ("The village quilter, Jane Doe, left.", Place.PREPOSED, "village quilter"),
        ("Jane Doe, 34, a quilter from Riga, left.", Place.BEHIND, "quilter"),
        ("Jane Doe, one half of the duo, left.", Place.BEHIND, "one half of the duo"),
        ("“No,” said Jane Doe former minister of trade.", Place.BARE, "former minister of trade"),
        ("Jane Doe (head of sales) left.", Place.BRACKETS, "head of sales"),
        ("Jane Doe (34), a quilter from Riga, left.", Place.BEHIND, "quilter"),
        ("Jane Doe (34) of the Chamber of Trade left.", Place.AFFILIATION, "Chamber of Trade"),
        ("Jane Doe (34), who is the head of the bank, left.", Place.PREDICATE, "head of the bank"),
        ("Jane Doe, MP for Leeds North, left.", Place.BEHIND, "MP for Leeds North"),
        ("Jane Doe is a quilter.", Place.PREDICATE, "quilter"),
        ("Jane Doe, who is the head of the bank, left.", Place.PREDICATE, "head of the bank"),
        ("Jane Doe has served as head of the bank.", Place.AS, "head of the bank"),
        ("Sen. Jane Doe (R-Ky.) left.", Place.SEAT, "R-Ky."),
        ("Jane Doe, of the Chamber of Trade, left.", Place.AFFILIATION, "Chamber of Trade"),
        ("Jane Doe MP left.", Place.LETTERS, "MP"),
        ("Jane Doe, San Remo mayor, left.", Place.BEHIND, "San Remo mayor"),
        ("Jane Doe\n\nHead of Sales\n\nThe shop is shut.", Place.BYLINE, "Head of Sales"),
    ],
)
def test_where_a_title_may_stand(text: str, place: Place, title: str) -> None:
    """The title is among the extents, whatever its noun, and its article is left out."""
    assert title in _extents(text, "Jane Doe")[place]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe, mayor John Roe and Ada Poe left.",
        "Jane Doe, secretary of state John Roe and Ada Poe left.",
    ],
)
def test_the_neighbours_title_is_no_candidate(text: str) -> None:
    """What governs the next name in a list is the next one's."""
    assert Place.BEHIND not in _extents(text, "Jane Doe", "John Roe", "Ada Poe")


@pytest.mark.parametrize(
    ("text", "apposed"),
    [
        ("In a talk with Jane Doe, the mayor said no.", False),
        ("In a talk with Jane Doe, the mayor, we said no.", True),
        ("Jane Doe, the mayor, said no.", True),
    ],
)
def test_the_subject_behind_a_fronted_phrase_is_no_title(text: str, *, apposed: bool) -> None:
    """No comma parts it from its verb, so it is not put beside the name."""
    assert (Place.BEHIND in _extents(text, "Jane Doe")) is apposed


def test_somebody_else_may_be_named_inside_a_title() -> None:
    """An owner, or the one whom an adviser advises, is part of the title."""
    owned = _extents("Roe’s lawyer Jane Doe left.", "Jane Doe", "Roe")
    assert owned[Place.BEFORE] == ["Roe’s lawyer", "lawyer"]
    served = _extents("Jane Doe, a lawyer for John Roe, left.", "Jane Doe", "John Roe")
    assert "lawyer for John Roe" in served[Place.BEHIND]


def test_honours_and_possessives_are_no_sites() -> None:
    """Letters of honour are no title, nor is what somebody owns."""
    assert Place.LETTERS not in _extents("Jane Doe OBE left.", "Jane Doe")
    assert _extents("They met Jane Doe’s lawyer.", "Jane Doe") == {}


def test_an_address_is_no_site() -> None:
    """Somebody may be of a body, but a street is nobody's title."""
    assert Place.AFFILIATION in _extents("Jane Doe of Acme Steel left.", "Jane Doe")
    assert Place.AFFILIATION not in _extents("Jane Doe, of Pine Street, left.", "Jane Doe")


def test_one_more_title_follows_a_comma() -> None:
    """The next site begins behind the comma or "and" that follows a title."""
    parse = read("Jane Doe, a quilter and head of sales, left.")
    name = _name(parse, "Jane Doe")
    site = next_site(parse, name, parse.words.index("and"), {})
    assert site is not None
    assert "head of sales" in _texts(parse, site.extents())
    assert next_site(parse, name, parse.words.index("quilter"), {}) is None


def test_a_phrase_is_its_own_site() -> None:
    """Its extents begin with its words and end at its head or behind its complements."""
    parse = read("The new head of sales’s desk was empty. The quilter’s desk was full.")
    site = phrase_site(parse, TokenRange(0, parse.words.index("head") + 1))
    assert "head" in _texts(parse, site.extents())
    quilter = parse.words.index("quilter")
    owner = phrase_site(parse, TokenRange(quilter - 1, quilter + 1))
    assert _texts(parse, owner.extents()) == ["quilter"]
    parse = read("They endorsed the former secretary of state’s bid.")
    site = phrase_site(parse, TokenRange(4, parse.words.index("secretary") + 1))
    assert _texts(parse, site.extents()) == ["secretary", "secretary of state"]


def test_only_a_predicate_has_a_predicate_site() -> None:
    """A verb that says nothing about who somebody is opens none."""
    parse = read("She is the mayor. She left the mayor.")
    said, left = (TokenRange(token, token + 1) for token in (0, parse.words.index("left") - 1))
    assert len(list(said_sites(parse, said, {}))) == 1
    assert list(said_sites(parse, left, {})) == []


def test_a_title_stays_in_its_sentence() -> None:
    """What ends the sentence before a rank is no part of the title; an abbreviation ends none."""
    parse = read("He met members of the Harbour Board. Minister Ann Lee left.")
    name = TokenRange(parse.words.index("Ann"), parse.words.index("left"))
    sites = list(find_sites(parse, [name], dict.fromkeys(range(*name), name)))
    assert min(start for site in sites for start in site.starts) == parse.words.index("Minister")


def test_a_minister_is_no_rank_behind_a_role() -> None:
    """Part of a role before the name is no title by itself; a whole role before a rank is."""
    assert (
        "Finance"
        not in _extents("Chad’s Finance Minister Jane Doe left.", "Jane Doe")[Place.BEFORE]
    )
    found = _extents("The press secretary Gen. Jane Doe left.", "Jane Doe")[Place.BEFORE]
    assert "press secretary" in found


def test_where_somebody_speaks_is_no_title() -> None:
    """A phrase behind “at” or “in” stands beside the name without being a title's place."""
    found = _extents("At Leeds Crown Court, Judge Jane Doe said no.", "Jane Doe")
    assert not [words for extents in found.values() for words in extents if "Court" in words]
    found = _extents("The head of surgery at Leeds General, Jane Doe, said no.", "Jane Doe")
    assert "head of surgery at Leeds General" in found[Place.PREPOSED]


@pytest.mark.parametrize(
    ("text", "extents"),
    [
        ("A spokesman for Gov. Jane Doe left.", ["Gov."]),
        ("An aide to Sen. Jane Doe left.", ["Sen."]),
        ("A lawyer for Prime Minister Jane Doe left.", ["Prime Minister", "Minister"]),
    ],
)
def test_who_serves_an_office_does_not_hold_it(text: str, extents: list[str]) -> None:
    """Whoever speaks for a name with its own title has none of the words before that."""
    assert _extents(text, "Jane Doe")[Place.BEFORE] == extents


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Bank of Ghana governor Jane Doe left.", "Bank of Ghana governor"),
        ("Head of surgery Dr. Jane Doe left.", "Head of surgery"),
    ],
)
def test_a_preposition_may_stand_in_an_office(text: str, title: str) -> None:
    """A body's name and an office before a courtesy belong to the name behind them."""
    assert title in _extents(text, "Jane Doe")[Place.BEFORE]
