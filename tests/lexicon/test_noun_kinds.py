"""What a noun stands for, also in the plural and in compounds."""

from __future__ import annotations

import pytest

from quoteattr.lexicon.name_words import is_title_word
from quoteattr.lexicon.noun_kinds import (
    common_noun_kind,
    gender_of_role,
    is_body,
    is_document,
    is_medium,
    is_people_noun,
    is_person_noun,
    is_role,
    is_seat,
)


@pytest.mark.parametrize(
    ("word", "gender"), [("actress", "f"), ("policeman", "m"), ("aunt", "f"), ("judge", "")]
)
def test_nouns_that_tell_a_gender(word: str, gender: str) -> None:
    """Some nouns for persons tell a gender, most do not."""
    assert is_person_noun(word)
    assert gender_of_role(word) == gender


def test_heads_of_organisations() -> None:
    """Common nouns for bodies are known in singular and plural."""
    assert is_body("council")
    assert is_body("agencies")
    assert is_body("churches")
    assert not is_body("river")
    assert is_seat("Downing Street")


@pytest.mark.parametrize(
    "word", ["vice-chairs", "head-coaches", "bosses", "midwife", "astrobiologist", "women"]
)
def test_roles_by_their_last_part(word: str) -> None:
    """A compound is the role that it ends in, and some endings tell a trade."""
    assert is_person_noun(word)


def test_a_role_is_no_table() -> None:
    """Words for things are neither roles nor persons nor titles."""
    assert not any(test("table") for test in (is_role, is_person_noun, is_title_word, is_document))
    assert is_document("verdicts")


def test_nouns_for_texts_and_talks() -> None:
    """What can be said in a text or talk is said in it; a place is neither."""
    assert is_medium("letter")
    assert is_medium("interview")
    assert not is_medium("harbour")


@pytest.mark.parametrize(
    ("word", "people"),
    [("tongan", True), ("uzbek", True), ("pole", True), ("dutch", False), ("chinese", False)],
)
def test_nouns_for_one_of_a_people(word: str, people: bool) -> None:  # noqa: FBT001
    """With an article some words of a country mean one of its people, others all of them."""
    assert is_people_noun(word) is people


@pytest.mark.parametrize("word", ["studies", "dispatches", "verdicts", "study"])
def test_documents_in_singular_and_plural(word: str) -> None:
    """A noun for several texts is one for a text, whatever its plural ends in."""
    assert is_document(word)


@pytest.mark.parametrize(
    ("word", "gender"),
    [("huntsmen", ""), ("laypersons", ""), ("huntswomen", "f"), ("spokeswomen", "f")],
)
def test_compound_roles_in_the_plural(word: str, gender: str) -> None:
    """Their endings tell a role, and some a gender, as those of one person do."""
    assert is_role(word)
    assert gender_of_role(word) == gender


@pytest.mark.parametrize(
    ("word", "kind"),
    [("team", "person"), ("magazine", "body"), ("report", "document"), ("quoggle", "thing")],
)
def test_the_kinds_of_common_nouns_have_an_order(word: str, kind: str) -> None:
    """A word for both is for people before bodies and for these before texts, else for a thing."""
    assert common_noun_kind(word) == kind
