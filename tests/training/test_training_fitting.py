"""Training, fitting: weights that make the right candidates probable."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.scoring.choice import yes_or_no
from quoteattr.scoring.linear_model import Model, logistic, score, softmax
from quoteattr.training.examples import answer
from quoteattr.training.fitting import (
    Group,
    _design,
    _names,
    _objective,
    count_right,
    fit,
)

NAMES = ["near", "far", "verb", "noun"]
FEATURES = st.lists(st.sampled_from(NAMES), max_size=4)


@st.composite
def groups(draw: st.DrawFn) -> Group:
    """Draw candidates, at least one of them right."""
    candidates = draw(st.lists(FEATURES, min_size=1, max_size=4))
    right = draw(st.sets(st.integers(0, len(candidates) - 1), min_size=1))
    return Group(candidates, frozenset(right), draw(st.floats(0.5, 2)))


def binary(names: list[str], *, holds: bool) -> Group:
    """Answer a question of yes or no."""
    return answer(yes_or_no(lambda: names), holds=holds)


def probability(weights: dict[str, float], features: list[str]) -> float:
    """Give the probability of a yes-or-no question."""
    return logistic(score(Model(weights=weights, about={}), features))


def test_the_right_candidate_becomes_probable() -> None:
    """What the right candidates share gains weight, what the wrong ones share loses it."""
    pair = Group([["near"], ["far"]], frozenset({0}))
    weights = fit([pair] * 20, penalty=1.0)
    assert weights["near"] > 0 > weights["far"]
    shares = softmax([weights["near"], weights["far"]])
    assert shares[0] > 0.8


def test_a_question_is_a_choice_against_nothing() -> None:
    """What mostly holds is probable, what mostly fails is not, at about their rates."""
    asked = [binary(["verb"], holds=n % 4 > 0) for n in range(400)]
    asked += [binary(["noun"], holds=n % 4 == 0) for n in range(400)]
    weights = fit(asked, penalty=0.01)
    assert probability(weights, ["verb"]) == pytest.approx(0.75, abs=0.01)
    assert probability(weights, ["noun"]) == pytest.approx(0.25, abs=0.01)


def test_any_right_candidate_will_do() -> None:
    """With several right candidates, weight goes to what sets them off from the wrong one."""
    group = Group([["near", "verb"], ["near", "noun"], ["far"]], frozenset({0, 1}))
    weights = fit([group] * 20, penalty=1.0)
    assert weights["near"] > 0 > weights["far"]
    assert weights.get("verb", 0) == pytest.approx(weights.get("noun", 0), abs=0.01)


def test_a_higher_penalty_gives_smaller_weights() -> None:
    """The penalty holds weights near zero."""
    pair = Group([["near"], ["far"]], frozenset({0}))
    light, heavy = (fit([pair] * 9, penalty=penalty) for penalty in (0.1, 10.0))
    assert 0 < heavy["near"] < light["near"]


def test_a_groups_weight_counts_like_repetition() -> None:
    """A group that weighs three is three groups."""
    candidates = [["near"], ["far"]]
    once = fit([Group(candidates, frozenset({0}), 3.0)], penalty=1.0, rarest=1)
    thrice = fit([Group(candidates, frozenset({0}))] * 3, penalty=1.0, rarest=1)
    assert once == pytest.approx(thrice, abs=0.01)


def test_rare_and_light_features_are_left_out() -> None:
    """Too rare to be known, or too light to matter: neither comes into the result."""
    asked = [binary(["verb", "noun"], holds=True)] * 9 + [binary(["near"], holds=True)] * 2
    assert set(fit(asked, penalty=1.0, rarest=3)) == {"verb", "noun"}
    assert set(fit(asked, penalty=1.0, rarest=1)) == {"verb", "noun", "near"}
    assert fit(asked, penalty=1.0, rarest=1, smallest=100.0) == {}


def test_names_are_in_order() -> None:
    """The same groups in another order give the same weights, listed by name."""
    asked = [binary([name], holds=n % 2 == 0) for n in range(9) for name in NAMES]
    weights = fit(asked, penalty=1.0, rarest=1)
    assert list(weights) == sorted(weights)
    again = fit(asked[::-1], penalty=1.0, rarest=1)
    assert again == pytest.approx(weights, abs=0.01)


@pytest.mark.parametrize(
    ("candidates", "right", "count"),
    [
        pytest.param([["far"], ["near"]], {1}, 1, id="the best is right"),
        pytest.param([["far"], ["near"]], {0}, 0, id="the best is wrong"),
        pytest.param([["near", "far"], ["verb"]], {1}, 1, id="weights add up"),
        pytest.param([["noun"], []], {0}, 1, id="of equals the first counts"),
        pytest.param([["noun"], []], {1}, 0, id="of equals no other counts"),
        pytest.param([["far"], ["near"], []], {1, 2}, 1, id="any right one will do"),
    ],
)
def test_counting_what_is_right(candidates: list[list[str]], right: set[int], count: int) -> None:
    """A group counts where its candidate of the highest score, the first of equals, is right."""
    weights = {"near": 2.0, "verb": 1.0, "far": -1.5}
    assert count_right([Group(candidates, frozenset(right))], weights) == count


def test_a_groups_weight_does_not_count() -> None:
    """Groups are counted one by one, however much they weigh in fitting; no groups are none."""
    right, wrong = (Group([["near"], []], frozenset({n}), 5.0) for n in (0, 1))
    assert count_right([right, wrong, right], {"near": 1.0}) == 2
    assert count_right([], {"near": 1.0}) == 0


@given(st.lists(groups(), max_size=5))
def test_groups_of_right_candidates_all_count(drawn: list[Group]) -> None:
    """Where every candidate is right, every group counts, whatever the weights."""
    all_right = [Group(g.candidates, frozenset(range(len(g.candidates)))) for g in drawn]
    assert count_right(all_right, {"near": 1.0, "far": -1.0}) == len(drawn)


@given(
    st.lists(groups(), min_size=1, max_size=5), st.lists(st.floats(-2, 2), min_size=4, max_size=4)
)
def test_the_gradient_is_the_losss_slope(drawn: list[Group], values: list[float]) -> None:
    """At any point the gradient agrees with differences of the loss."""
    names = _names(drawn, 1)
    design = _design(drawn, {name: number for number, name in enumerate(names)})
    starts = np.cumsum([0] + [len(group.candidates) for group in drawn[:-1]])
    right = np.array([i in group.right for group in drawn for i in range(len(group.candidates))])
    fixed = (design, design.T.tocsr(), starts, right, np.array([g.weight for g in drawn]), 0.5)
    point = np.array(values[: len(names)])
    loss, gradient = _objective(point, *fixed)
    for place in range(len(names)):
        step = np.zeros(len(names))
        step[place] = 1e-6
        slope = (_objective(point + step, *fixed)[0] - loss) / 1e-6
        assert slope == pytest.approx(gradient[place], abs=1e-3)
