"""Antecedent features: what is named for and against a candidate."""

from __future__ import annotations

import attrs

from parses import build
from quoteattr.speakers.antecedent_features import (
    ahead_features,
    best_way,
    new_features,
    noun_features,
    noun_of,
    pronoun_features,
    way_of,
)
from quoteattr.speakers.designations import Designation
from quoteattr.speakers.references import reference_to
from quoteattr.speakers.scenes import Scene
from quoteattr.speakers.trails import Trail

PARSE = build(
    "Lee/NNP/nsubj/left left/VBD/ROOT ././punct/left",
    "She/PRP/nsubj/wept wept/VBD/ROOT the/DT/det/judge judge/NN/dobj/wept ././punct/wept",
)
SCENE = Scene(parse=PARSE, quoted=[False] * len(PARSE), told=[0, 1])


def trail(gender: str, titles: frozenset[str] = frozenset()) -> Trail:
    """Make a person who was met at the first token."""
    made = Trail(number=0, kind="PERSON", words=frozenset({"lee"}), titles=titles)
    made.met.append(0)
    made.forms.append("name")
    made.genders.append(gender)
    return made


def test_gender_and_distance_of_a_candidate() -> None:
    """A pronoun's candidate is named by agreement, sentences between, and part in the clause."""
    she = reference_to(PARSE, 3, speaks=False)
    named = pronoun_features(SCENE, she, trail("f"), 0, 1)
    assert {"gender=agrees", "sentences=1", "rank=0", "role=main subject"} <= set(named)
    assert "she|the only one|PERSON" in named
    assert "gender=clashes" in pronoun_features(SCENE, she, trail("m"), 0, 0)


def test_a_guessed_gender_is_weaker() -> None:
    """A gender that only the given name tells makes a candidate likely or not."""
    she = reference_to(PARSE, 3, speaks=False)
    guessed = trail("f")
    guessed.genders.clear()
    for gender, name in (("f", "likely"), ("m", "unlikely"), ("", "unknown")):
        one = attrs.evolve(guessed, guessed=gender)
        assert f"gender={name}" in pronoun_features(SCENE, she, one, 0, 1)
    told = attrs.evolve(guessed, guessed="m", genders=["f"])
    assert "gender=agrees" in pronoun_features(SCENE, she, told, 0, 1)


def test_titles_are_compared_as_wholes() -> None:
    """The trade minister is the holder of that title rather than of another minister's."""
    parse = build(
        "Lee/NNP/nsubj/left left/VBD/ROOT",
        "The/DT/det/minister trade/NN/compound/minister minister/NN/nsubj/wept wept/VBD/ROOT",
    )
    scene = Scene(parse=parse, quoted=[False] * len(parse), told=[0, 1])
    minister = reference_to(parse, 4, speaks=True)
    for word, relation in (("trade", "same"), ("prime", "clash")):
        holder = trail("", frozenset({word, "minister"}))
        holder.designations.append(Designation("minister", frozenset({word})))
        assert f"relation={relation}" in noun_features(scene, minister, holder, 0, ())
        assert f"ahead|relation={relation}" in ahead_features(scene, minister, holder, 0, 0)


def test_the_best_way_is_the_surest() -> None:
    """A name fits better than a title, a title better than kin, anything better than nothing."""
    assert best_way(["kin", "title", "none", "name"]) == "name"
    assert best_way(["none", "kin", "title"]) == "title"
    assert best_way(["none"]) == best_way([]) == "none"


def test_a_role_that_somebody_holds_matches() -> None:
    """The judge fits who has that title, and nothing known of others."""
    judge = reference_to(PARSE, 6, speaks=False)
    held = noun_features(SCENE, judge, trail("", frozenset({"judge"})), 0, ())
    assert "match=title" in held
    assert "match=none" in noun_features(SCENE, judge, trail(""), 0, ())


def test_a_noun_is_akin_to_a_body() -> None:
    """An airline fits Airways by name, and what was called a carrier; no person is either."""
    airline = attrs.evolve(reference_to(PARSE, 6, speaks=False), word="airline")
    named = Trail(number=0, kind="ORG", words=frozenset({"harbour", "airways"}))
    told = Trail(number=1, kind="ORG", titles=frozenset({"carrier"}))
    person = Trail(number=2, kind="PERSON", words=frozenset({"airways"}))
    assert [way_of(airline, one) for one in (named, told, person)] == [
        "akin name", "body kin", "none",
    ]  # fmt: skip


def test_a_tie_of_grammar_is_named() -> None:
    """What stands beside the noun is named with the noun, and without distances."""
    judge = reference_to(PARSE, 6, speaks=False)
    named = noun_features(SCENE, judge, trail(""), 0, ["beside"])
    assert {"tie=beside", "tie=beside|judge|PERSON"} <= set(named)
    assert not any(name.startswith("sentences=") for name in named)


def test_somebody_new_is_named_by_the_phrase() -> None:
    """The noun, its article, and whether anybody fits speak for somebody new."""
    judge = reference_to(PARSE, 6, speaks=False)
    named = set(new_features(SCENE, judge, "title", ()))
    assert {"new|judge", "new|the", "new|best=title|the"} <= named


def test_who_is_named_ahead_has_features_of_its_own() -> None:
    """Nothing of a candidate behind the words is mixed up with one before them."""
    judge = reference_to(PARSE, 6, speaks=False)
    assert all(name.startswith("ahead") for name in ahead_features(SCENE, judge, trail(""), 0, 0))


def test_names_are_not_named() -> None:
    """The head of a name is "NNP", so that no weight is about somebody."""
    parse = build("Zarya/NNP/nsubj/left left/VBD/ROOT")
    assert noun_of(reference_to(parse, 0, speaks=True)) == "NNP"


def test_prominence_is_named_of_persons() -> None:
    """Whom the text names most is told of a noun for a person."""
    judge = reference_to(PARSE, 6, speaks=False)
    known = attrs.evolve(trail(""), prominence="most")
    assert "prominence=most|the" in noun_features(SCENE, judge, known, 0, ())
    assert "ahead|prominence=most|the" in ahead_features(SCENE, judge, known, 0, 0)
