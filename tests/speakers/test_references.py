"""References: which words may mean somebody, and what they tell."""

from __future__ import annotations

import pytest

from parses import build
from quoteattr import SpeakerKind, extract_quotes
from quoteattr.speakers.references import reference_to
from reading import read


def test_a_noun_tells_gender_number_and_determiner() -> None:
    """The words around a noun are read off the tree."""
    parse = build(
        "The/DT/det/spokeswoman new/JJ/amod/spokeswoman spokeswoman/NN/nsubj/left left/VBD/ROOT"
    )
    reference = reference_to(parse, 2, speaks=True)
    assert (reference.gender, reference.plural, reference.determiner) == ("f", False, "the")
    assert reference.modifiers == {"new"}
    assert (reference.start, reference.end, reference.sort) == (0, 3, "person")


@pytest.mark.parametrize(
    ("word", "pronoun", "gender"), [("She", "she", "f"), ("him", "he", "m"), ("their", "they", "")]
)
def test_a_pronoun_tells_its_gender(word: str, pronoun: str, gender: str) -> None:
    """Forms of one pronoun are one."""
    reference = reference_to(build(f"{word}/PRP/nsubj/left left/VBD/ROOT"), 0, speaks=False)
    assert (reference.pronoun, reference.gender) == (pronoun, gender)


@pytest.mark.parametrize(
    ("word", "tag", "sort"),
    [("nurses", "NNS", "group"), ("bank", "NN", "body"), ("report", "NN", "document"),
     ("table", "NN", "thing"), ("Zarya", "NNP", "name")],
)  # fmt: skip
def test_what_a_noun_is_for(word: str, tag: str, sort: str) -> None:
    """The lists of words say what sort of thing a noun names."""
    parse = build(f"{word}/{tag}/nsubj/left left/VBD/ROOT")
    assert reference_to(parse, 0, speaks=False).sort == sort


@pytest.mark.parametrize("word", ["country", "village", "management"])
def test_what_speaks_for_its_people_is_a_body(word: str) -> None:
    """A country that says something is its government; elsewhere it is a place."""
    parse = build(f"the/DT/det/{word} {word}/NN/nsubj/said said/VBD/ROOT")
    assert reference_to(parse, 1, speaks=True).sort == "body"
    assert reference_to(parse, 1, speaks=False).sort == "thing"
    [quote] = extract_quotes(f"The {word} said on Friday that the plan was bad.")
    assert quote.speaker is not None
    assert quote.speaker.kind == SpeakerKind.ORGANIZATION


@pytest.mark.parametrize("word", ["jury", "clergy"])
def test_what_is_several_people_is_a_group(word: str) -> None:
    """A jury that says something is neither a body nor a text."""
    [quote] = extract_quotes(f"The {word} said on Friday that the plan was bad.")
    assert quote.speaker is not None
    assert quote.speaker.kind == SpeakerKind.GROUP


def test_an_owner_is_a_determiner() -> None:
    """A possessive pronoun is named itself; a name that owns is "poss"."""
    parse = build("his/PRP$/poss/son son/NN/nsubj/left left/VBD/ROOT")
    assert reference_to(parse, 1, speaks=False).determiner == "his"
    parse = build("Lee/NNP/poss/son 's/POS/case/Lee son/NN/nsubj/left left/VBD/ROOT")
    assert reference_to(parse, 2, speaks=False).determiner == "poss"


def test_a_shouted_role_is_one_person() -> None:
    """A role that the tagger takes for a plural is nevertheless one person."""
    parse = build("THE/DT/det/CLERK CLERK/NNS/ROOT :/:/punct/CLERK")
    assert not reference_to(parse, 1, speaks=True).plural


@pytest.mark.parametrize("word", ["US", "WHO"])
def test_a_name_spelt_as_a_pronoun(word: str) -> None:
    """A country or a body whose letters spell a pronoun is no pronoun."""
    reference = reference_to(build(f"{word}/NNP/nsubj/left left/VBD/ROOT"), 0, speaks=True)
    assert (reference.word, reference.pronoun) == (word, "")


@pytest.mark.parametrize(("word", "sort"), [("PM", "person"), ("UN", "name")])
def test_an_office_in_letters_is_a_person(word: str, sort: str) -> None:
    """Letters that stand for an office mean somebody."""
    parse = build(f"The/DT/det/{word} {word}/NNP/nsubj/left left/VBD/ROOT")
    assert reference_to(parse, 1, speaks=True).sort == sort


@pytest.mark.parametrize(
    ("text", "determiner"),
    [
        ("The injured 34-year-old said no.", "the"),
        ("A badly injured 34-year-old said no.", "a"),
        ("The 34-year-old said no.", "the"),
    ],
)
def test_an_age_has_its_article(text: str, determiner: str) -> None:
    """It opens the phrase, whatever stands between it and the age."""
    parse = read(text)
    reference = reference_to(parse, parse.words.index("old"), speaks=True)
    assert (reference.start, reference.determiner) == (0, determiner)
