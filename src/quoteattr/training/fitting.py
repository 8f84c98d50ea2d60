"""Conditional logistic regression over groups of candidates, each a list of named features."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import attrs
import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse

__all__ = ["Group", "count_right", "fit"]

_Floats = NDArray[np.float64]


@attrs.frozen
class Group:
    """Candidates of which at least one is right.

    Attributes:
        candidates: the features of each candidate.
        right: the numbers of the right ones.
        weight: how much the group counts.
    """

    candidates: Sequence[Sequence[str]]
    right: frozenset[int]
    weight: float = 1.0


def fit(
    groups: Sequence[Group], *, penalty: float, rarest: int = 3, smallest: float = 0.01
) -> dict[str, float]:
    """Fit the weights that make the right candidates most probable.

    Args:
        groups: the training examples.
        penalty: strength of the quadratic penalty on the weights.
        rarest: features seen in fewer candidates than this are left out.
        smallest: weights closer to zero than this are dropped from the result.

    Returns:
        Weights by feature name, ordered by name.
    """
    names = _names(groups, rarest)
    index = {name: number for number, name in enumerate(names)}
    design = _design(groups, index)
    starts = np.cumsum([0] + [len(group.candidates) for group in groups[:-1]])
    right = np.concatenate(
        [[i in group.right for i in range(len(group.candidates))] for group in groups]
    )
    weights = np.array([group.weight for group in groups])
    result = optimize.minimize(
        _objective,
        np.zeros(len(names)),
        args=(design, design.T.tocsr(), starts, right, weights, penalty),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": 150},
    )
    return {
        name: round(float(weight), 3)
        for name, weight in zip(names, result.x, strict=True)
        if abs(weight) >= smallest
    }


def count_right(groups: Sequence[Group], weights: Mapping[str, float]) -> int:
    """Count the groups in which the candidate of the highest score, the first of several, is right.

    Examples:
        >>> group = Group([["short"], ["long"]], frozenset({1}))
        >>> count_right([group], {"long": 0.5}), count_right([group], {})
        (1, 0)
    """
    right = 0
    for group in groups:
        scores = [sum(weights.get(name, 0.0) for name in names) for names in group.candidates]
        right += scores.index(max(scores)) in group.right
    return right


def _names(groups: Sequence[Group], rarest: int) -> list[str]:
    counts = Counter(
        name for group in groups for candidate in group.candidates for name in set(candidate)
    )
    return sorted(name for name, count in counts.items() if count >= rarest)


def _design(groups: Sequence[Group], index: dict[str, int]) -> sparse.csr_matrix:
    columns: list[int] = []
    ends = [0]
    for group in groups:
        for candidate in group.candidates:
            columns += [index[name] for name in candidate if name in index]
            ends.append(len(columns))
    shape = (len(ends) - 1, len(index))
    return sparse.csr_matrix((np.ones(len(columns)), columns, ends), shape=shape)


def _objective(
    point: _Floats,
    design: sparse.csr_matrix,
    transposed: sparse.csr_matrix,
    starts: NDArray[np.int64],
    right: NDArray[np.bool_],
    weights: _Floats,
    penalty: float,
) -> tuple[float, _Floats]:
    """Give the penalised negative log-likelihood and its gradient."""
    scores = design @ point
    total, shares = _normalised(scores, starts)
    won, right_shares = _normalised(np.where(right, scores, -np.inf), starts)
    sizes = np.diff(np.append(starts, len(scores)))
    slope = (shares - right_shares) * np.repeat(weights, sizes)
    loss = float(weights @ (total - won)) + penalty / 2 * float(point @ point)
    return loss, transposed @ slope + penalty * point


def _normalised(scores: _Floats, starts: NDArray[np.int64]) -> tuple[_Floats, _Floats]:
    """Give each group's log-sum and every candidate's share of it."""
    sizes = np.diff(np.append(starts, len(scores)))
    highest = np.maximum.reduceat(scores, starts)
    powers = np.exp(scores - np.repeat(highest, sizes))
    sums = np.add.reduceat(powers, starts)
    return highest + np.log(sums), powers / np.repeat(sums, sizes)
