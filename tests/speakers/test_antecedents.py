"""Antecedents: a walk through a text chooses who is meant, and keeps how."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import extract_quotes
from quoteattr.attribution.attributions import attribute
from quoteattr.entities.cast import build_cast
from quoteattr.scoring.choice import Choice
from quoteattr.scoring.linear_model import Model
from quoteattr.speakers.antecedents import walk_through
from quoteattr.speakers.resolve import name_of
from quoteattr.speakers.walks import NOBODY, Asked, Walk, by_weights
from quoteattr.text.segments import find_segments
from reading import WITH_A_FOX, read
from strategies import news_texts

LAST = "Mayor Lena Fox met Bo Ek. “It holds,” he said."


def walk_over(text: str, decide: object = None) -> Walk:
    """Walk through a text with everything that the package finds in it."""
    parse, segments = read(text), find_segments(text).segments
    attributions = attribute(parse, segments)
    heads = [attribution.source.head for attribution in attributions if attribution.source]
    cast = build_cast(parse, segments, heads)
    return walk_through(cast, attributions, decide or by_weights())  # type: ignore[arg-type]


def test_every_question_ends_in_somebody_new_or_nobody() -> None:
    """The last candidate of each is NOBODY, no candidate stands twice, and each has features."""
    asked: list[Asked] = []

    def last(_: Walk, one: Asked) -> Choice[int]:
        asked.append(one)
        ranked = [(NOBODY, 1.0), *((n, 0.0) for n in one.question.candidates if n != NOBODY)]
        return Choice(question=one.question, ranked=ranked)

    walk_over(LAST, last)
    assert asked
    for one in asked:
        candidates = list(one.question.candidates)
        assert candidates[-1] == NOBODY
        assert len(set(candidates)) == len(candidates)
        assert all(one.question.features(number) for number in candidates)


@WITH_A_FOX
def test_the_weights_decide(name: str) -> None:
    """A weight for being met first makes another person of "he" than one for being met last."""
    far = {"antecedents_pronouns": Model(weights={"rank=1": 9.0}, about={})}
    near = {"antecedents_pronouns": Model(weights={"rank=0": 9.0}, about={})}
    names = []
    for models in (near, far):
        walk = walk_over(f"{name} met Bo Ek. “It holds,” he said.", by_weights(models))
        names += [name_of(walk, number) for number in walk.speakers.values()]
    assert names == ["Bo Ek", name]


def test_a_choice_is_kept_with_its_candidates() -> None:
    """Who "he" is can be asked again: candidates, probabilities, reasons."""
    walk = walk_over(LAST)
    (token,) = [t for t, word in enumerate(walk.cast.parse.lowers) if word == "he"]
    choice = walk.answers[token]
    assert abs(sum(share for _, share in choice.ranked) - 1) < 1e-9
    assert choice.reasons(choice.best)


def test_two_together_are_one_with_members() -> None:
    """Two names joined by "and" speak as one, and each is a member."""
    walk = walk_over("Lena Fox and Bo Ek said that the bridge holds.")
    (number,) = set(walk.speakers.values())
    members = walk.trails[number].members
    assert [name_of(walk, member) for member in members] == ["Lena Fox", "Bo Ek"]
    assert name_of(walk, number) == "Lena Fox and Bo Ek"


@given(news_texts() | st.text(max_size=80))
def test_any_text_is_walked_through_alike(text: str) -> None:
    """In any text mentions are tokens, in order, and a second walk finds the same."""
    one, two = walk_over(text), walk_over(text)
    assert one.found == two.found
    assert one.speakers == two.speakers
    for trail in one.trails:
        assert all(0 <= token < len(one.cast.parse) for token in trail.met)


def test_each_mention_is_met_once() -> None:
    """No token stands in a trail twice, though its name also speaks."""
    for trail in walk_over("“No,” said Ann Lee. “We,” she said, “will not.”").trails:
        assert len(set(trail.met)) == len(trail.met) == len(trail.forms)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Miners Union (MUL) President Lena Fox said that pay was low.", "Lena Fox"),
        ("Vatican spokesman the Rev. Lena Fox said that pay was low.", "Lena Fox"),
        ("The FBI in a report on gunman Bo Ek said that pay was low.", "FBI"),
        ("Hezbollah in a letter to Prime Minister Bo Ek said that pay was low.", "Hezbollah"),
    ],
)
def test_a_body_speaks_unless_its_name_opens_an_office(text: str, name: str) -> None:
    """Behind the name of a body a person speaks whose office it opens, none of whom it speaks."""
    walk = walk_over(text)
    assert [name_of(walk, number) for number in walk.speakers.values()] == [name]


def test_a_relative_clause_tells_of_no_day() -> None:
    """The reply that was posted on Monday called the plan brave, not Monday."""
    [quote] = extract_quotes("It came in a reply posted on Monday, which called the plan “brave”.")
    assert quote.speaker is not None
    assert quote.speaker.name.startswith("a reply")


@pytest.mark.parametrize(
    ("told_of", "name"),
    [
        ("a surgeon at a clinic in Leeds", "a surgeon at a clinic in Leeds"),
        ("a woman with a shop in Leeds", "a woman with a shop in Leeds"),
        ("the owner of the boat", "the owner of the boat"),
        ("a teacher close to the committee", "a teacher close to the committee"),
        ("a friend of Ann Lee", "Ann Lee"),
    ],
)
def test_who_is_whom_a_place_or_a_thing_tells_of(told_of: str, name: str) -> None:
    """A clinic, a shop and a boat are no *who*: the person before them is."""
    [quote] = extract_quotes(f"The order came from {told_of}, who said that it would sail.")
    assert quote.speaker is not None
    assert quote.speaker.name == name


@pytest.mark.parametrize(
    "opening", ["As for David Oho", "For Oho", "As for the comedian David Oho"]
)
def test_whom_a_sentence_is_about_is_he(opening: str) -> None:
    """Whoever was met last is not."""
    text = f"Eric Moe spoke before David Oho. Moe laughed. {opening}, he said it was late."
    [quote] = extract_quotes(text)
    assert quote.speaker is not None
    assert quote.speaker.name == "David Oho"


def test_what_the_whole_text_tells_of_a_name() -> None:
    """A person's trail knows the titles as designations, and how often the name speaks."""
    walk = walk_over("Deputy mayor Ann Lee met Bo Ek. “It holds,” Lee said. “It does,” said Lee.")
    lee, ek = walk.trails[:2]
    assert [(one.head, one.words) for one in lee.designations] == [("mayor", frozenset({"deputy"}))]
    assert (lee.says, ek.says) == (2, 0)


@pytest.mark.parametrize(
    ("text", "genders", "guessed"),
    [
        ("Ann Lee spoke.", ["f"], ""),
        ("Dalisay Cruz spoke.", [], "f"),
        ("Mr Ann Lee spoke.", ["m"], ""),
        ("Lee spoke.", [], ""),
    ],
)
def test_a_given_name_makes_a_gender_a_guess(text: str, genders: list[str], guessed: str) -> None:
    """A courtesy or a common given name tells a gender; a rarer one lets guess it."""
    trail = walk_over(text).trails[0]
    assert (trail.genders, trail.guessed) == (genders, guessed)
