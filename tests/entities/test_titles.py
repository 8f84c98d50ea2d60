"""Titles: which phrases at a name are titles of its bearer."""

from __future__ import annotations

import pytest

from quoteattr.entities.title_sites import Place, find_sites, said_sites
from quoteattr.entities.titles import (
    find_titles,
    read_extents,
    title_at,
    title_of_phrase,
)
from quoteattr.syntax.tokens import Parse, TokenRange
from reading import read


def _spans(parse: Parse, names: tuple[str, ...]) -> list[tuple[int, int]]:
    found = []
    for name in names:
        parts = name.split()
        places = range(len(parse))
        found += [
            (token, token + len(parts))
            for token in places
            if list(parse.words[token : token + len(parts)]) == parts
        ]
    return sorted(found)


def _titles(text: str, *names: str) -> list[tuple[str, str]]:
    """Give (name, title) of each title."""
    parse = read(text)

    def words(start: int, end: int) -> str:
        return parse.text[parse.starts[start] : parse.ends[end - 1]]

    return [
        (words(*title.mention), words(title.start, title.end))
        for title in find_titles(parse, _spans(parse, names))
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Finance Minister Jane Doe left.", "Finance Minister"),
        ("The coach, Jane Doe, left.", "coach"),
        ("Jane Doe, the coach, left.", "coach"),
        ("Jane Doe (chief chemist) left.", "chief chemist"),
        ("Jane Doe is a pilot.", "pilot"),
        ("Jane Doe, who was a pilot, left.", "pilot"),
        ("They met Jane Doe of the University of Ghent.", "University of Ghent"),
        ("Jane Doe, an actor and singer, left.", "actor and singer"),
        ("Pensioner Jane Doe said it was cold.", "Pensioner"),
        ("“It was cold,” said tenant Jane Doe.", "tenant"),
        ("Jane Doe, a shopper, said it was cold.", "shopper"),
        ("Jane Doe, the village quilter, said it was cold.", "village quilter"),
        ("Jane Doe, one half of the duo, said it was cold.", "one half of the duo"),
        ("Sheikh Jane Doe left.", "Sheikh"),
        ("The minister for roads, Rt. Hon. Jane Doe, left.", "minister for roads"),
        ("Jane Doe, chairman of the Board of Trade, left.", "chairman of the Board of Trade"),
        ("Jane Doe, the bank’s head of research who left in May, wept.", "bank’s head of research"),
    ],
)  # fmt: skip
def test_titles_are_complete_and_tight(text: str, title: str) -> None:
    """The title stands in every place, with its complements, without article or clause."""
    assert ("Jane Doe", title) in _titles(text, "Jane Doe")


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe, her sister, left.",
        "Jane Doe, in a hurry, left.",
        "Jane Doe was happy.",
        "Jane Doe met the judge.",
        "On Friday, Jane Doe left.",
        "The Doe campaign thanked Jane Doe.",
        "Jane Doe’s lawyer left.",
        "Datuk Jane Doe OBE left.",
        "Riga-based Jane Doe left.",
        "Jane Doe is not the mayor.",
    ],
)
def test_what_is_no_title(text: str) -> None:
    """Kin of a pronoun, adverbials, states and other people's roles are no titles."""
    assert _titles(text, "Jane Doe") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Doe, mayor John Roe and teacher Ada Poe left.",
         [("John Roe", "mayor"), ("Ada Poe", "teacher")]),
        ("Jane Doe, a dentist, and John Roe, a baker, left.",
         [("Jane Doe", "dentist"), ("John Roe", "baker")]),
        ("Jane Doe, head of the mission, and Bishop John Roe left.",
         [("Jane Doe", "head of the mission"), ("John Roe", "Bishop")]),
        ("John Roe’s lawyer Jane Doe left.", [("Jane Doe", "John Roe’s lawyer")]),
        ("The Planning Board and Sen. Jane Doe left.", [("Jane Doe", "Sen.")]),
        ("Jane Doe met Prime Minister John Roe.", [("John Roe", "Prime Minister")]),
        ("Jane Doe left the Courier, a weekly newspaper, to John Roe.", []),
    ],
)  # fmt: skip
def test_never_the_neighbours(text: str, expected: list[tuple[str, str]]) -> None:
    """In lists, couples and possessives each has what is his, and an organisation's is nobody's."""
    assert _titles(text, "Jane Doe", "John Roe", "Ada Poe") == expected


def test_what_was_and_what_may_be() -> None:
    """A title tells whether the office is over or still to come, and whether it is quoted."""
    parse = read("Former mayor Jane Doe, a presidential candidate, left.")
    first, second = find_titles(parse, _spans(parse, ("Jane Doe",)), [True] * len(parse))
    assert (first.former, first.designate) == (True, False)
    assert (second.former, second.designate) == (False, True)
    assert first.quoted


def test_titles_of_phrases_and_predicates() -> None:
    """A role mention is a title by itself, and a pronoun has the one that is said of it."""
    parse = read("She is the mayor of Riga. The woman left.")
    [site] = said_sites(parse, TokenRange(0, 1), {})
    predicate = title_at(parse, site)
    assert predicate is not None
    assert predicate.place is Place.PREDICATE
    assert parse.words[predicate.start] == "mayor"
    mayor = parse.words.index("mayor")
    phrase = title_of_phrase(parse, mayor - 1, mayor)
    assert phrase is not None
    assert phrase.start == mayor
    woman = parse.words.index("woman")
    assert title_of_phrase(parse, woman - 1, woman) is None
    assert list(said_sites(parse, TokenRange(woman, woman + 1), {})) == []


@pytest.mark.parametrize(
    ("text", "head", "title"),
    [
        ("The minister for roads, Hon. Jane Doe, left.", "minister", "minister for roads"),
        (
            "The head of health, roads and care, Dr. Jane Doe, left.",
            "head",
            "head of health, roads and care",
        ),
        ("The study, by Jane Doe, is out.", "study", None),
        ("The Anchor report of the ministry is out.", "report", None),
        ("The report writer left.", "writer", "report writer"),
    ],
)
def test_a_phrase_ends_before_a_short_title_and_a_document_is_none(
    text: str, head: str, title: str | None
) -> None:
    """What stands straight before a name is no part of a phrase before it; no one is a report."""
    parse = read(text)
    found = title_of_phrase(parse, 0, list(parse.words).index(head))
    words = found and parse.text[parse.starts[found.start] : parse.ends[found.end - 1]]
    assert words == title


def test_what_a_headline_runs_together_is_no_title() -> None:
    """In a line of capitals nothing but a known role stands beside a name: not “Chief Praises”."""
    assert _titles("Super Bank Chief Praises Jane Doe Donor", "Jane Doe") == []


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe, a 44-year-old nurse from Riga, left.",
        "Jane Doe, head of the Port Board (PB), left.",
        "Jane Doe (nurse) left.",
    ],
)
def test_every_extent_is_whole(text: str) -> None:
    """No title may hold a bracket without its partner, or an age."""
    parse = read(text)
    name = TokenRange(*_spans(parse, ("Jane Doe",))[0])
    named = dict.fromkeys(range(*name), name)
    for site in find_sites(parse, [name], named):
        for start, end in read_extents(parse, site, named)[0]:
            words = list(parse.words[start:end])
            assert words.count("(") == words.count(")")
            assert "old" not in words


def test_a_name_or_a_comparison_is_no_title() -> None:
    """Whoever is identified as somebody has no title by that; the elder Doe has none either."""
    assert _titles("Jane Doe was identified as Ann Lee.", "Jane Doe", "Ann Lee") == []
    assert _titles("They met the elder Doe.", "Doe") == []


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("Jane Doe, mayor of Leeds from 2011 to 2014, left.", True),
        ("Jane Doe, mayor of Leeds until 2014, left.", True),
        ("Jane Doe, once a teacher, left.", True),
        ("Jane Doe, mayor of Leeds since 2014, left.", False),
        ("The board replaced Jane Doe as mayor of Leeds.", True),
        ("The board chose Jane Doe as mayor of Leeds.", False),
    ],
)
def test_a_time_or_an_adverb_tells_that_an_office_is_over(text: str, *, former: bool) -> None:
    """From one year to another, until a year, once: it is held no longer; since: it is."""
    parse = read(text)
    (title,) = find_titles(parse, _spans(parse, ("Jane Doe",)))
    assert title.former is former


@pytest.mark.parametrize("word", ["once", "formerly"])
def test_another_paragraph_ends_no_office(word: str) -> None:
    """An adverb in the sentence before tells nothing of a title."""
    parse = read(f"He had been mayor {word}\n\nMayor Jane Doe left.")
    (title,) = find_titles(parse, _spans(parse, ("Jane Doe",)))
    assert not title.former


def test_now_tells_of_an_office() -> None:
    """What somebody "is now" is an office, though the weights alone would doubt it."""
    text = "Jane Doe, who was a judge in Riga from 2009 to 2015 and is now envoy to Peru, left."
    assert ("Jane Doe", "envoy to Peru") in _titles(text, "Jane Doe")


def test_an_excellency_is_no_title() -> None:
    """Her Excellency belongs to the mention, not to the title."""
    assert _titles("Her Excellency Jane Doe left.", "Jane Doe") == []
