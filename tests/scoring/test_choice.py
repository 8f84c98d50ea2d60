"""Choices: ranked records of what was decided, and what rules make of them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.scoring.choice import Choice, Question, choose, overruled, settled, yes_or_no
from quoteattr.scoring.linear_model import Model, logistic

WEIGHTS = Model(weights={"long": 2.0, "short": -1.0, "old": 0.5}, about={})
FEATURES = {"a": ["short", "unknown"], "b": ["long", "old"], "c": ["long"]}


def asked(letters: str = "abc") -> Choice[str]:
    """Choose among letters."""
    return choose(Question(letters, FEATURES.__getitem__), WEIGHTS)


def test_candidates_are_ranked() -> None:
    """The best comes first with its probability, and the record keeps all others."""
    choice = asked()
    assert [candidate for candidate, _ in choice.ranked] == ["b", "c", "a"]
    assert (choice.best, choice.probability) == ("b", choice.probability_of("b"))
    assert math.fsum(share for _, share in choice.ranked) == pytest.approx(1)
    assert choice.probability_of("d") == 0


def test_reasons_are_those_of_the_decision() -> None:
    """Reasons are the features that weigh anything, the heaviest first."""
    assert asked().reasons("b") == [("long", 2.0), ("old", 0.5)]
    assert asked().reasons("a") == [("short", -1.0)]
    assert asked().reasons("d") == []


def test_equals_keep_their_order() -> None:
    """Without weights the first candidate is chosen."""
    choice = choose(Question("cab", FEATURES.__getitem__), Model(weights={}, about={}))
    assert [candidate for candidate, _ in choice.ranked] == list("cab")


@given(st.floats(-50, 50))
def test_yes_or_no_is_logistic(weight: float) -> None:
    """What speaks for yes is weighed against nothing, as in logistic regression."""
    choice = choose(yes_or_no(lambda: ["it"]), Model(weights={"it": weight}, about={}))
    assert choice.probability_of(candidate=True) == logistic(weight)


@pytest.mark.parametrize("letter", ["a", "c"])
def test_a_rule_trades_places(letter: str) -> None:
    """The candidate of a rule takes the best one's probability, which takes its; all else stays."""
    before = asked()
    after = overruled(before, letter, "because")
    assert (after.best, after.probability, after.rules) == (
        letter,
        before.probability,
        ("because",),
    )
    assert after.probability_of("b") == before.probability_of(letter)
    assert sorted(share for _, share in after.ranked) == sorted(s for _, s in before.ranked)
    shares = [share for _, share in after.ranked[1:]]
    assert shares == sorted(shares, reverse=True)


def test_a_rule_that_agrees_changes_nothing_and_is_named() -> None:
    """Where the rule and the model agree, the ranks stay as they are."""
    after = overruled(asked(), "b", "because")
    assert (after.ranked, after.rules) == (asked().ranked, ("because",))


def test_a_stranger_takes_all() -> None:
    """Who was no candidate can still be put first."""
    after = overruled(asked(), "d", "because")
    assert (after.best, after.probability_of("b"), len(after.ranked)) == ("d", 0, 4)


def test_what_a_rule_settles_is_sure() -> None:
    """Nothing is weighed, so there are no reasons but the rule's name."""
    choice = settled("a", "turn")
    assert (choice.best, choice.probability, choice.rules) == ("a", 1.0, ("turn",))
    assert choice.reasons("a") == []
