"""Named features and learned weights to scores: dot products, and nothing else."""

from __future__ import annotations

import functools
import itertools
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources

import attrs

__all__ = ["Model", "load_model", "logistic", "score", "softmax"]


@attrs.frozen(kw_only=True, eq=False)
class Model:
    """A linear model.

    Attributes:
        weights: weight of each feature by its name; a feature not listed weighs nothing.
        about: what the model was trained on, when, and how well it does.
    """

    weights: Mapping[str, float]
    about: Mapping[str, object]


@functools.cache
def load_model(name: str) -> Model:
    """Read the model `name` from the package's data."""
    file = resources.files("quoteattr").joinpath("data", "en", f"{name}.json")
    data = json.loads(file.read_text(encoding="utf-8"))
    return Model(weights=data["weights"], about=data["about"])


def score(model: Model, features: Iterable[str]) -> float:
    """Add up the weights of the features.

    Examples:
        >>> score(Model(weights={"short": 1.5, "verb": -0.5}, about={}), ["verb", "short", "new"])
        1.0
    """
    return sum(map(model.weights.get, features, itertools.repeat(0.0)))


def logistic(value: float) -> float:
    """Turn a score into a probability.

    Examples:
        >>> logistic(0.0)
        0.5
    """
    if value >= 0:
        return 1 / (1 + math.exp(-value))
    power = math.exp(value)
    return power / (1 + power)


def softmax(values: Sequence[float]) -> list[float]:
    """Turn the scores of candidates, of which one is right, into probabilities.

    Examples:
        >>> softmax([1.0, 1.0])
        [0.5, 0.5]
    """
    highest = max(values, default=0.0)
    powers = [math.exp(value - highest) for value in values]
    total = sum(powers)
    return [power / total for power in powers]
