"""Conditional random fields over chains of named features, each token with the labels allowed."""

from __future__ import annotations

import itertools
from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

import attrs
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from quoteattr.scoring.sequence_model import SequenceModel, can_follow, make_sequence_model

__all__ = ["Chain", "fit_chains", "minimize"]

_Floats = NDArray[np.float64]
_Objective = Callable[[_Floats], tuple[float, _Floats]]
_Memory = deque[tuple[_Floats, _Floats]]
_REMEMBERED = 8
_SUFFICIENT = 1e-4
_SETTLED = 1e-4
_TRIALS = 20
_LOOK_BACK = 10
_DIGITS = 2


@attrs.frozen
class Chain:
    """Tokens in a row; outside them the label is the first, as before and behind a sentence.

    Attributes:
        features: the features of each token.
        allowed: the labels that each token may have; one alone where it is known.
        document: the text that the chain stands in.
        weight: how often the chain counts.
    """

    features: Sequence[Sequence[str]]
    allowed: Sequence[Collection[str]]
    document: str
    weight: float = 1.0


@attrs.frozen(eq=False)
class _Problem:
    """All chains as matrices: a token a row; chains of equal length stand together in `groups`."""

    design: sparse.csr_matrix
    transposed: sparse.csr_matrix
    allowed: _Floats
    token_weights: _Floats
    groups: Sequence[tuple[NDArray[np.int64], _Floats]]
    steps: _Floats


def fit_chains(
    chains: Sequence[Chain],
    labels: Sequence[str],
    *,
    sparsity: float,
    penalty: float,
    rarest: int = 4,
    documents: int = 2,
    rounds: int = 80,
    about: Mapping[str, object] | None = None,
) -> SequenceModel:
    """Fit the weights that make the allowed labels of all chains most probable.

    Args:
        chains: the training examples.
        labels: the labels, the one outside all spans first.
        sparsity: strength of the penalty on the size of weights, which makes most of them zero.
        penalty: strength of the quadratic penalty.
        rarest: features seen on fewer tokens than this are left out,
        documents: and those seen in fewer documents than this.
        rounds: how many steps the search may take.
        about: what the model shall say of itself.
    """
    names = _names(chains, rarest, documents)
    problem = _state(chains, labels, names)
    size, width = len(names), len(labels)
    sparsities = np.full((size + width) * width, sparsity)
    sparsities[size * width :] = 0
    point = minimize(_objective(problem, size, penalty), sparsities, rounds=rounds)
    weights, steps = np.split(np.round(point, _DIGITS).reshape(-1, width), [size])
    table = {name: _entries(row, labels) for name, row in zip(names, weights, strict=True)}
    return make_sequence_model(
        labels,
        {name: entries for name, entries in table.items() if entries},
        {label: _entries(row, labels) for label, row in zip(labels, steps, strict=True)},
        about or {},
    )


def _entries(row: _Floats, labels: Sequence[str]) -> dict[str, float]:
    return {label: float(value) for label, value in zip(labels, row, strict=True) if value}


def _names(chains: Sequence[Chain], rarest: int, documents: int) -> list[str]:
    counts: dict[str, int] = defaultdict(int)
    seen: dict[str, set[str]] = defaultdict(set)
    for chain in chains:
        for name in itertools.chain.from_iterable(chain.features):
            counts[name] += 1
            if len(seen[name]) < documents:
                seen[name].add(chain.document)
    return sorted(
        name
        for name, count in counts.items()
        if count >= rarest and len(seen[name]) >= documents
    )


def _state(chains: Sequence[Chain], labels: Sequence[str], names: Sequence[str]) -> _Problem:
    index = {name: number for number, name in enumerate(names)}
    columns: list[int] = []
    ends = [0]
    for features in itertools.chain.from_iterable(chain.features for chain in chains):
        columns += {index[name] for name in features if name in index}
        ends.append(len(columns))
    design = sparse.csr_matrix(
        (np.ones(len(columns)), columns, ends), shape=(len(ends) - 1, len(index))
    )
    allowed = [
        [label in may for label in labels] for chain in chains for may in chain.allowed
    ]
    lengths = np.array([len(chain.features) for chain in chains])
    weights = np.array([chain.weight for chain in chains])
    return _Problem(
        design=design,
        transposed=design.T.tocsr(),
        allowed=np.array(allowed, dtype=float),
        token_weights=np.repeat(weights, lengths),
        groups=list(_groups(lengths, weights)),
        steps=np.array([[can_follow(label, before) for label in labels] for before in labels]),
    )


def _groups(
    lengths: NDArray[np.int64], weights: _Floats
) -> Iterator[tuple[NDArray[np.int64], _Floats]]:
    """Give the rows of all chains of one length, a chain a row, with the chains' weights."""
    starts = np.cumsum(lengths) - lengths
    for length in np.unique(lengths):
        chosen = lengths == length
        yield starts[chosen][:, None] + np.arange(length), weights[chosen]


def _objective(problem: _Problem, size: int, penalty: float) -> _Objective:
    """Make the function that gives the penalised negative log-likelihood and its gradient."""

    def value(point: _Floats) -> tuple[float, _Floats]:
        weights, steps = np.split(point.reshape(-1, problem.allowed.shape[1]), [size])
        scores = problem.design @ weights
        powers = np.exp(scores - scores.max(axis=1, keepdims=True)) + 1e-300
        factors = np.exp(steps) * problem.steps
        total, shares, pairs = _expect(powers, factors, problem)
        right, right_shares, right_pairs = _expect(powers * problem.allowed, factors, problem)
        slope = problem.transposed @ ((shares - right_shares) * problem.token_weights[:, None])
        gradient = np.concatenate([slope.ravel(), (pairs - right_pairs).ravel()])
        loss = total - right + penalty / 2 * float(point @ point)
        return loss, gradient + penalty * point

    return value


def _expect(
    powers: _Floats, factors: _Floats, problem: _Problem
) -> tuple[float, _Floats, _Floats]:
    """Give the log-sum over all labellings, each token's label shares, and those of pairs."""
    shares = np.empty_like(powers)
    pairs = np.zeros_like(factors)
    total = 0.0
    for rows, weights in problem.groups:
        forward, scales = _forward(powers[rows], factors)
        last = forward[:, -1] @ factors[:, 0]
        total += float(weights @ (np.log(scales).sum(axis=1) + np.log(last)))
        backward = np.broadcast_to(factors[:, 0], forward[:, -1].shape) / last[:, None]
        for place in range(rows.shape[1] - 1, -1, -1):
            shares[rows[:, place]] = forward[:, place] * backward
            if place:
                ahead = powers[rows[:, place]] * backward / scales[:, place, None]
                weighted = ahead * weights[:, None]
                pairs += factors * (forward[:, place - 1].T @ weighted)
                backward = ahead @ factors.T
        pairs[0] += weights @ shares[rows[:, 0]]
        pairs[:, 0] += weights @ shares[rows[:, -1]]
    return total, shares, pairs


def _forward(powers: _Floats, factors: _Floats) -> tuple[_Floats, _Floats]:
    """Run through chains of one length; every step is scaled to sum to 1."""
    found = np.empty_like(powers)
    scales = np.empty(powers.shape[:2])
    state = factors[0] * powers[:, 0]
    for place in range(powers.shape[1]):
        if place:
            state = (found[:, place - 1] @ factors) * powers[:, place]
        scales[:, place] = state.sum(axis=1)
        found[:, place] = state / scales[:, place, None]
    return found, scales


def minimize(objective: _Objective, sparsities: _Floats, *, rounds: int) -> _Floats:
    """Minimise a smooth function plus the sizes of its arguments (OWL-QN, from all zero).

    Args:
        objective: gives the smooth function's value and gradient.
        sparsities: what a unit of each argument costs; 0 for one that is free.
        rounds: the most steps to take; fewer once the last ten have gained next to nothing.

    Examples:
        >>> def bowl(point):
        ...     return float((point - 3) @ (point - 3)) / 2, point - 3
        >>> minimize(bowl, np.array([0.0, 1.0, 5.0]), rounds=20).round(3).tolist()
        [3.0, 2.0, 0.0]
    """
    point = np.zeros_like(sparsities)
    value, gradient = objective(point)
    memory: _Memory = deque(maxlen=_REMEMBERED)
    history = [value]
    for _ in range(rounds):
        slope = _slope(point, gradient, sparsities)
        if not slope.any():
            break
        found, smooth, after = _step(objective, point, slope, sparsities, memory, history[-1])
        moved, turned = found - point, after - gradient
        if moved @ turned > 0:
            memory.append((moved, turned))
        point, gradient = found, after
        history.append(smooth + float(sparsities @ np.abs(point)))
        if _has_settled(history):
            break
    return point


def _has_settled(history: Sequence[float]) -> bool:
    if len(history) <= _LOOK_BACK:
        return False
    return history[-_LOOK_BACK] - history[-1] < _SETTLED * abs(history[-1])


def _slope(point: _Floats, gradient: _Floats, sparsities: _Floats) -> _Floats:
    """Give the gradient with the sizes' share; at zero none where neither side leads down."""
    at_zero = np.sign(gradient) * np.maximum(np.abs(gradient) - sparsities, 0)
    return np.where(point == 0, at_zero, gradient + np.sign(point) * sparsities)


def _step(
    objective: _Objective,
    point: _Floats,
    slope: _Floats,
    sparsities: _Floats,
    memory: _Memory,
    value: float,
) -> tuple[_Floats, float, _Floats]:
    """Go downhill, half as far each time until it is far enough down; no argument crosses zero."""
    direction = -_newton(slope, memory)
    direction[direction * slope >= 0] = 0
    orthant = np.where(point == 0, -np.sign(slope), np.sign(point))
    length = 1.0 if memory else 1.0 / float(np.sqrt(slope @ slope))
    for _ in range(_TRIALS):
        found = point + length * direction
        found[found * orthant < 0] = 0
        smooth, gradient = objective(found)
        gain = value - smooth - float(sparsities @ np.abs(found))
        if gain >= -_SUFFICIENT * float(slope @ (found - point)):
            break
        length /= 2
    return found, smooth, gradient


def _newton(slope: _Floats, memory: _Memory) -> _Floats:
    """Bend the slope by what the last steps told of the curvature (L-BFGS)."""
    bent = slope.copy()
    factors = []
    for moved, turned in reversed(memory):
        factor = float(moved @ bent) / float(moved @ turned)
        bent -= factor * turned
        factors.append(factor)
    if memory:
        moved, turned = memory[-1]
        bent *= float(moved @ turned) / float(turned @ turned)
    for (moved, turned), factor in zip(memory, reversed(factors), strict=True):
        bent += (factor - float(turned @ bent) / float(moved @ turned)) * moved
    return bent
