"""Walks: what is remembered of whom the text has met."""

from __future__ import annotations

from quoteattr.entities.cast import build_cast
from quoteattr.speakers.references import reference_to
from quoteattr.speakers.scenes import Scene
from quoteattr.speakers.trails import Trail
from quoteattr.speakers.walks import Walk, by_weights
from reading import read


def walk_with(*labels: str) -> Walk:
    """Make a walk that knows somebody of each label, and has met nobody."""
    parse = read("Somebody called. The mayor wept. She left.")
    walk = Walk(
        cast=build_cast(parse, [], []),
        attributions=[],
        scene=Scene(parse=parse, quoted=[False] * len(parse), told=[0, 1, 2]),
        references={},
        decide=by_weights(),
        cluster_of={},
        told={},
    )
    walk.trails.extend(Trail(number=number, kind=label) for number, label in enumerate(labels))
    return walk


def test_who_is_met_again_is_the_latest() -> None:
    """The last one met comes first, each once."""
    walk = walk_with("PERSON", "PERSON", "ORG")
    for token, number in enumerate((0, 1, 2, 0)):
        walk.meet(number, token, "name")
    assert list(walk.latest(5)) == [0, 2, 1]
    assert list(walk.latest(1)) == [0]
    assert walk.trails[0].met == [0, 3]


def test_a_reference_tells_of_whom_it_means() -> None:
    """What a noun called somebody and the gender of a pronoun are remembered."""
    walk = walk_with("PERSON")
    parse = walk.cast.parse
    for word in ("mayor", "She"):
        token = parse.words.index(word)
        walk.settle(reference_to(parse, token, speaks=False), 0)
        assert walk.found[token] == 0
    assert walk.trails[0].called == {"mayor"}
    assert walk.trails[0].genders == ["f"]
    assert walk.trails[0].forms == ["noun", "pronoun"]
    assert 0 in walk.by_word["mayor"]


def test_the_same_two_are_one_trail() -> None:
    """Whoever was taken together once is found again, in the same order."""
    walk = walk_with("PERSON", "PERSON")
    pair = walk.take_together((0, 1), (0, 3))
    assert walk.take_together((0, 1), (5, 8)) == pair
    assert walk.take_together((1, 0), (5, 8)) != pair
    assert walk.trails[pair].plural


def test_who_is_met_at_one_token_is_met_once() -> None:
    """A second form of the same mention adds nothing."""
    walk = walk_with("PERSON")
    for token, form in ((3, "name"), (3, "noun"), (5, "pronoun")):
        walk.meet(0, token, form)
    assert walk.trails[0].met == [3, 5]
    assert walk.trails[0].forms == ["name", "pronoun"]


def test_an_age_is_told_by_one_phrase() -> None:
    """A number in another phrase for the same person, as a year, is no age."""
    walk = walk_with("PERSON")
    parse = read("The 34-year-old left. The 2012 baker slept.")
    for word in ("old", "baker"):
        walk.settle(reference_to(parse, parse.words.index(word), speaks=False), 0)
    assert walk.trails[0].ages == {"34"}
