"""Ranking: named features and weights to scores, and scores to probabilities."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.scoring.linear_model import Model, load_model, logistic, score, softmax

MODEL = Model(weights={"short": 1.5, "verb": -0.5}, about={})
NAMES = [
    *("cues", "contents", "cue_sources", "segment_sources"),
    *("speech", "directness", "reporting", "scopes", "confidence"),
]
SCORES = st.floats(min_value=-1e6, max_value=1e6)


def test_unknown_features_weigh_nothing() -> None:
    """A feature that the model does not list changes no score, and none at all scores zero."""
    assert score(MODEL, ["short", "never seen"]) == score(MODEL, ["short"]) == 1.5
    assert score(MODEL, []) == 0


def test_a_feature_counts_as_often_as_it_is_named() -> None:
    """Weights add up, repeated features too."""
    assert score(MODEL, iter(["verb", "verb", "short"])) == 0.5


@given(SCORES, SCORES)
def test_logistic_is_monotone(one: float, two: float) -> None:
    """A higher score is never less probable, and every probability lies between 0 and 1."""
    low, high = sorted((one, two))
    assert 0 <= logistic(low) <= logistic(high) <= 1


@given(SCORES)
def test_logistic_is_symmetric(value: float) -> None:
    """A score and its negative are the probabilities of yes and no."""
    assert logistic(value) + logistic(-value) == pytest.approx(1)


@given(st.lists(SCORES, min_size=1, max_size=30))
def test_softmax_gives_probabilities(values: list[float]) -> None:
    """Shares sum to 1, lie between 0 and 1, and keep the order of the scores."""
    shares = softmax(values)
    assert math.fsum(shares) == pytest.approx(1)
    assert all(0 <= share <= 1 for share in shares)
    ranked = [share for _, share in sorted(zip(values, shares, strict=True))]
    assert ranked == sorted(shares)


@given(st.lists(st.integers(-100, 100), min_size=1, max_size=8), st.integers(-1000, 1000))
def test_softmax_counts_differences(values: list[int], shift: int) -> None:
    """Adding the same to every score changes no share."""
    assert softmax([value + shift for value in values]) == pytest.approx(softmax(values))


def test_softmax_of_nothing() -> None:
    """Without candidates there are no shares."""
    assert softmax([]) == []


@pytest.mark.parametrize("value", [-1e308, 1e308, -800.0, 800.0])
def test_extreme_scores_do_not_overflow(value: float) -> None:
    """Scores far beyond what `math.exp` bears are sure, not errors."""
    assert logistic(value) == pytest.approx(float(value > 0))
    assert softmax([value, 0.0])[0] == pytest.approx(float(value > 0))


@pytest.mark.parametrize("name", NAMES)
def test_weights_are_finite(name: str) -> None:
    """Every model of the package has weights, each a finite number other than zero."""
    weights = load_model(name).weights
    assert weights
    assert all(math.isfinite(weight) and weight for weight in weights.values())


@pytest.mark.parametrize("name", NAMES)
def test_models_say_what_they_are(name: str) -> None:
    """Every model names its training data, date, pipeline and features, and counts its weights."""
    model = load_model(name)
    assert {"model", "trained on", "date", "pipeline", "features"} <= set(model.about)
    assert model.about["weights"] == len(model.weights)


def test_a_model_is_read_once() -> None:
    """The same name gives the same object."""
    assert load_model("cues") is load_model("cues")
