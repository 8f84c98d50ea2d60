"""Bins: numbers as the few names that features have for them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.scoring.binned_numbers import clip, distance_bin, probability_bin, size_bin


@pytest.mark.parametrize(
    ("tokens", "name"),
    [
        (0, "behind1"), (1, "behind1"), (2, "behind2"), (4, "behind5"), (-3, "before3"),
        (-4, "before5"), (40, "behind40"), (41, "behindfar"), (-41, "beforefar"),
    ],
)  # fmt: skip
def test_distances(tokens: int, name: str) -> None:
    """A distance belongs to the next limit from it on, that limit included, on its own side."""
    assert distance_bin(tokens) == name


@given(st.integers(0, 50), st.lists(st.integers(0, 40), unique=True).map(sorted))
def test_sizes(count: int, limits: list[int]) -> None:
    """A count has the name of the least limit not below it, and of what is beyond if none is."""
    name = size_bin(count, limits, "more")
    reached = [limit for limit in limits if limit >= count]
    assert name == (str(min(reached)) if reached else "more")


@pytest.mark.parametrize(
    ("probability", "name"),
    [(0.0, "0.05"), (0.05, "0.15"), (0.49, "0.5"), (0.5, "0.7"), (0.95, "sure"), (1.0, "sure")],
)
def test_probabilities(probability: float, name: str) -> None:
    """A probability is named by the limit above it; one on a limit belongs to the next."""
    assert probability_bin(probability) == name


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_higher_probability_has_no_lower_name(one: float, two: float) -> None:
    """The order of probabilities is the order of their names."""
    low, high = sorted((one, two))
    limits = [
        math.inf if name == "sure" else float(name) for name in map(probability_bin, (low, high))
    ]
    assert limits == sorted(limits)


@given(st.integers(), st.integers(0, 5))
def test_clipping(number: int, limit: int) -> None:
    """A number within the limits stays, any other becomes the limit on its side of zero."""
    assert clip(number, limit) == (
        number if abs(number) <= limit else limit if number > 0 else -limit
    )
