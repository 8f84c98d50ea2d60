"""Speaker kinds: what a speaker is, by its name and by what refers to it."""

from __future__ import annotations

import pytest

from quoteattr.records import SpeakerKind
from quoteattr.scoring.linear_model import Model
from quoteattr.speakers.speaker_kinds import kind_of, kind_question
from speakers.test_antecedents import walk_over


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“It holds,” Lena Fox said.", SpeakerKind.PERSON),
        ("“It holds,” a nurse said.", SpeakerKind.UNNAMED),
        ("“It holds,” the 26-year-old right-back said.", SpeakerKind.UNNAMED),
        ("“It holds,” the 150-year-old firm said.", SpeakerKind.ORGANIZATION),
        ("“It holds,” residents said.", SpeakerKind.GROUP),
        ("Lena Fox and Bo Ek said that the bridge holds.", SpeakerKind.GROUP),
        ("“It holds,” the Fisheries Ministry said.", SpeakerKind.ORGANIZATION),
    ],
)
def test_kinds(text: str, kind: SpeakerKind) -> None:
    """A name, a role, a plural, two names, a ministry."""
    walk = walk_over(text)
    (number,) = set(walk.speakers.values())
    assert kind_of(walk, number) is kind


def test_a_name_is_no_unnamed_and_a_noun_no_person() -> None:
    """Whatever the weights, who has a name is not unnamed, and the other way round."""
    for text, never in (
        ("“It holds,” Lena Fox said.", SpeakerKind.UNNAMED),
        ("“It holds,” a nurse said.", SpeakerKind.PERSON),
    ):
        walk = walk_over(text)
        (number,) = set(walk.speakers.values())
        assert never not in kind_question(walk, number).candidates
        pushed = Model(weights={f"{never.value}|any": 99.0}, about={})
        assert kind_of(walk, number, pushed) is not never


def test_a_role_is_no_body() -> None:
    """Whatever the weights, a clerk is neither an organisation nor a text; a regulator may be."""
    for text, bodily in (("“It holds,” a clerk said.", False), ("“No,” the regulator said.", True)):
        walk = walk_over(text)
        (number,) = set(walk.speakers.values())
        assert (SpeakerKind.ORGANIZATION in kind_question(walk, number).candidates) is bodily


def test_whom_it_means_is_no_person() -> None:
    """Whatever the weights, a name that "it" goes on from is no person's."""
    walk = walk_over("Zedcare said sales were up. “It will go on,” it added.")
    numbers = set(walk.speakers.values())
    assert len(numbers) == 1
    assert SpeakerKind.PERSON not in kind_question(walk, *numbers).candidates


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("“It holds,” Mr Mills said.", [SpeakerKind.PERSON]),
        ("Ms Church left. “It holds,” Church said.", [SpeakerKind.PERSON]),
        ("Lena Fox left. “It holds,” she said.", [SpeakerKind.PERSON]),
    ],
)
def test_a_courtesy_is_a_persons(text: str, kinds: list[SpeakerKind]) -> None:
    """Whatever the weights, whoever is "Mr" or "she" is a person, though mills may be a firm."""
    walk = walk_over(text)
    (number,) = set(walk.speakers.values())
    assert list(kind_question(walk, number).candidates) == kinds


def test_it_may_be_a_persons_letter() -> None:
    """Whose letter "it" is may be a person still."""
    walk = walk_over("A letter by Lena Fox said it was late. “It holds,” it said.")
    (number,) = set(walk.speakers.values())
    assert SpeakerKind.PERSON in kind_question(walk, number).candidates


def test_an_excellency_is_somebody() -> None:
    """Whatever the weights, Her Excellency without a name is one person."""
    walk = walk_over("“It holds,” Her Excellency said.")
    (number,) = set(walk.speakers.values())
    assert kind_question(walk, number).candidates == (SpeakerKind.UNNAMED,)
