"""Reporting clauses that close a sentence, with verbs that the parser does not take for such."""

from __future__ import annotations

import pytest
from hypothesis import given

import strategies
from quoteattr.syntax.grammar import NOMINAL_SUBJECTS
from reading import check_rooted, read


@pytest.mark.parametrize(
    ("text", "verb", "subject", "said"),
    [
        ("The ban was unlawful, the court held on Tuesday.", "held", "court", "was"),
        (
            "Fishermen were mending nets when the wave struck, harbour master Ana Tuila noted.",
            "noted",
            "Tuila",
            "mending",
        ),
        ("Sales fell by a tenth, the High Court in Nakuru forecast.", "forecast", "Court", "fell"),
        ("Farmers will get seed, the ministry decreed.", "decreed", "ministry", "get"),
        (
            "The flu has reached Phuket, the Department of Animal Health (DAH) reported on Monday.",
            "reported",
            "Department",
            "reached",
        ),
        ("The fence came down in the storm, Kay Orr lamented.", "lamented", "Orr", "came"),
        ("The mill will employ 90 people, Chief Clerk Yu Min-ho said.", "said", "ho", "employ"),
    ],
)
def test_a_verb_of_saying_behind_the_last_comma_has_its_subject_there(
    text: str, verb: str, subject: str, said: str
) -> None:
    """It is a past tense, the root of the sentence, and what stands before the comma is said."""
    parse = read(text)
    words = list(parse.words)
    token = words.index(verb)
    assert (parse.tags[token], parse.heads[token]) == ("VBD", token)
    below = {parse.words[child]: parse.deps[child] for child in parse.children[token]}
    assert (below[subject], below[said]) == ("nsubj", "ccomp")


@pytest.mark.parametrize(
    ("text", "participle"),
    [
        ("Police freed Ann Lee, the woman held in Lima.", "held"),
        ("The match was won by Kenya, a team observed by scouts.", "observed"),
        ("The city fined Acme, the company reckoned in March to be the largest.", "reckoned"),
        ("They went on without Jane Doe, the officer injured in the crash.", "injured"),
    ],
)
def test_a_participle_behind_a_noun_beside_another_stays(text: str, participle: str) -> None:
    """Who is held, observed by somebody, or reckoned to be something, says nothing."""
    parse = read(text)
    token = list(parse.words).index(participle)
    below = {parse.deps[child] for child in parse.children[token] if child < token}
    assert parse.heads[token] != token or not below & NOMINAL_SUBJECTS


@pytest.mark.parametrize(
    ("text", "verb", "subject", "tag"),
    [
        ("Rents rose by a tenth, official data show.", "show", "data", "VBP"),
        (
            "The club paid 40 million, papers seen by Acme suggest.",
            "suggest",
            "papers",
            "VBP",
        ),
        ("Rents have fallen again, a report from the office shows.", "shows", "report", "VBZ"),
    ],
)
def test_a_text_shows_what_stands_before_the_last_comma(
    text: str, verb: str, subject: str, tag: str
) -> None:
    """Its present verb, which looks like a noun, ends the sentence."""
    parse = read(text)
    token = parse.words.index(verb)
    assert (parse.tags[token], parse.heads[token]) == (tag, token)
    below = {parse.words[child]: parse.deps[child] for child in parse.children[token]}
    assert below[subject] == "nsubj"


def test_shows_that_are_no_verb() -> None:
    """What closes a list of things is one of them."""
    parse = read("The firm ran theatres, art galleries, and book shows.")
    assert parse.tags[parse.words.index("shows")] == "NNS"


@given(strategies.news_texts())
def test_every_token_leads_up_to_a_root(text: str) -> None:
    """No head hangs in the air, and none goes round in a circle."""
    check_rooted(read(f"{text}\n\nThe ban was unlawful, the court held on Tuesday. {text}"))
