"""Subjects that stand right behind a day or a hearer, and were one noun with it."""

from __future__ import annotations

import pytest
from hypothesis import given

import strategies
from reading import check_rooted, read


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("The clerk said on Monday rents rose.", "rents", "rose"),
        ("The bank said on Tuesday long-term savers would get more.", "savers", "get"),
        ("The bank said in a statement on Tuesday savers would get more.", "savers", "get"),
        ("The bank announced on Friday loans worth $5 had been repaid.", "loans", "repaid"),
        ("The weaver said on Sunday buyers would get a chair each.", "buyers", "get"),
    ],
)
def test_a_noun_behind_a_day_is_the_subject_of_the_verb_behind(
    text: str, subject: str, verb: str
) -> None:
    """The day hangs on its preposition, and that on the word of saying."""
    parse = read(text)
    noun = parse.words.index(subject)
    day = next(t for t, word in enumerate(parse.words) if word.endswith("day"))
    link = parse.heads[day]
    assert parse.words[parse.heads[noun]] == verb
    assert parse.deps[noun] in ("nsubj", "nsubjpass")
    assert (parse.words[link], parse.deps[day]) == ("on", "pobj")
    assert parse.words[parse.heads[link]] in ("said", "announced")


@pytest.mark.parametrize(
    "text",
    ["Bo Ek told the court Orr was armed.", "The clerk had told the panel Orr drove to a quarry."],
)
def test_a_name_behind_a_hearer_is_the_subject_of_the_verb_behind(text: str) -> None:
    """Who is told has an article; the name behind it has none."""
    parse = read(text)
    name, told = parse.words.index("Orr"), parse.words.index("told")
    assert parse.deps[name] in ("nsubj", "nsubjpass")
    assert parse.heads[name - 1] == told != parse.heads[name]
    assert parse.heads[parse.heads[name]] == told


def test_a_day_right_behind_a_verb_hangs_on_it() -> None:
    """The noun behind is no Monday's noun."""
    parse = read("The clerk said Monday rents rose.")
    day = parse.words.index("Monday")
    assert (parse.deps[day], parse.words[parse.heads[day]]) == ("npadvmod", "said")


def test_a_time_of_a_day_stays_whole() -> None:
    """Behind Saturday, *evening* tells when."""
    parse = read("It ran on Saturday evening titled “Go.”")
    assert parse.words[parse.heads[parse.words.index("Saturday")]] == "evening"


@given(strategies.news_texts())
def test_every_token_leads_up_to_a_root(text: str) -> None:
    """No head hangs in the air, and none goes round in a circle."""
    check_rooted(read(f"{text}\n\nThe clerk said on Monday rents rose. {text}"))
