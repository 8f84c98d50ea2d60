"""Participles that the parser took for verbs of their own."""

from __future__ import annotations

import pytest

from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.repair_participles import restore_participles
from quoteattr.syntax.tokens import Parse, TokenRange
from reading import read


def subjects(parse: Parse) -> dict[str, str]:
    """Give the verb that each subject hangs on."""
    return {
        word: parse.words[parse.heads[token]]
        for token, word in enumerate(parse.words)
        if parse.deps[token] in ("nsubj", "nsubjpass")
    }


@pytest.mark.parametrize(
    ("text", "subject", "participle", "verb"),
    [
        ("But Otieno, asked whether she would resign, laughed.", "Otieno", "asked", "laughed"),
        ("Falk, asked if he was sorry, shook his head.", "Falk", "asked", "shook"),
        ("The mayor of Leeds, asked why she left, said no.", "mayor", "asked", "said"),
        ("Orr, told that the vote was lost, said he would appeal.", "Orr", "told", "said"),
    ],
)
def test_who_is_asked_between_commas_does_what_follows(
    text: str, subject: str, participle: str, verb: str
) -> None:
    """The noun before is the subject of the verb behind the second comma."""
    parse = read(text)
    assert subjects(parse)[subject] == verb
    token = list(parse.words).index(participle)
    assert (parse.tags[token], parse.deps[token]) == ("VBN", "acl")


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, the mayor, asked whether the bridge was safe.",
        "Lee asked why she left, and then went home.",
        "Falk, the owner, asked residents to wait.",
    ],
)
def test_who_asks_goes_on_asking(text: str) -> None:
    """Without a verb behind a second comma, or with somebody who is asked, the verb is active."""
    parse = read(text)
    assert "asked" in subjects(parse).values()


def test_a_court_is_told_in_a_headline() -> None:
    """Behind the last comma of a headline the noun before “told” is who was told."""
    parse = read("Man killed wife over dinner, court told")
    assert (parse.deps[-2], parse.tags[-1]) == ("nsubjpass", "VBN")


def test_no_head_hangs_in_the_air() -> None:
    """Every token still leads up to a root."""
    parse = read("But Otieno, asked whether she would go if the law changed, laughed and left.")
    for token in range(len(parse)):
        seen = set()
        while parse.heads[token] != token:
            assert token not in seen
            seen.add(token)
            token = parse.heads[token]  # noqa: PLW2901
        assert parse.deps[token] == "ROOT"


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("Told by doctors that her leg was broken, Orr wept.", "broken", "Told"),
        ("Criticised by residents over the noise, the club moved.", "over", "Criticised"),
        ("He was moved by the claim that they had lost.", "lost", "claim"),
    ],
)
def test_what_somebody_is_told_is_not_about_who_tells_it(text: str, word: str, head: str) -> None:
    """A clause behind whoever tells it, and what it is about, hang on the participle."""
    parse = read(text)
    assert parse.words[parse.heads[list(parse.words).index(word)]] == head


def test_a_past_tense_is_no_participle() -> None:
    """The noun before it is its subject, and what stood beside the noun behind it is the verb's."""
    words = ["Resident", "called", "it", "hell"]
    deps = ["ROOT", "acl", "dobj", "appos"]
    columns = Columns(["NN", "VBD", "PRP", "NN"], deps, [0, 0, 1, 0])
    restore_participles(words, columns, [TokenRange(0, 4)])
    assert columns[1:] == (["nsubj", "ROOT", "dobj", "appos"], [1, 1, 1, 1])
