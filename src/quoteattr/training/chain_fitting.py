"""Conditional random fields over chains of named features, each token with the labels allowed."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

import attrs
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from quoteattr.scoring.sequence_model import SequenceModel, can_follow, make_sequence_model

__all__ = ["Chain", "Search", "fit_chains"]

_Floats = NDArray[np.float64]
_START = 1e-3
_TINY = 1e-300
_DIGITS = 2


@attrs.frozen(kw_only=True)
class Search:
    """How weights are looked for.

    Attributes:
        sparsity: strength of the penalty on the size of weights, which makes most of them zero.
        penalty: strength of the quadratic penalty.
        rarest: features seen on fewer tokens than this are left out,
        documents: and those seen in fewer documents than this.
        rounds: how often all chains are gone through.
        batch: the chains between two steps.
        pace: the length of a step.
        smallest: weights of features closer to zero than this are dropped.
        hidden: share of all features, drawn anew at each step, that the step does not see, so
            that what tells alone gets its weight beside what mostly goes with it.
    """

    sparsity: float
    penalty: float = 0.05
    rarest: int = 4
    documents: int = 2
    rounds: int = 7
    batch: int = 1500
    pace: float = 0.3
    smallest: float = 0.1
    hidden: float = 0.0


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
    chains: Sequence[Chain], labels: Sequence[str], search: Search, about: Mapping[str, object]
) -> SequenceModel:
    """Fit the weights that make the allowed labels of all chains most probable.

    Args:
        chains: the training examples.
        labels: the labels, the one outside all spans first.
        search: how the weights are looked for.
        about: what the model shall say of itself.
    """
    names = _names(chains, search)
    width = len(labels)
    order = np.random.default_rng(0).permutation(len(chains))
    batches = [
        _problem([chains[i] for i in order[first : first + search.batch]], labels, names)
        for first in range(0, len(chains), search.batch)
    ]
    point = _descend(batches, (len(names) + width, width), search)
    weights, steps = np.split(np.round(point, _DIGITS), [len(names)])
    weights[np.abs(weights) < search.smallest] = 0
    table = {name: _entries(row, labels) for name, row in zip(names, weights, strict=True)}
    return make_sequence_model(
        labels,
        {name: entries for name, entries in table.items() if entries},
        {label: _entries(row, labels) for label, row in zip(labels, steps, strict=True)},
        about,
    )


def _entries(row: _Floats, labels: Sequence[str]) -> dict[str, float]:
    return {label: float(value) for label, value in zip(labels, row, strict=True) if value}


def _names(chains: Sequence[Chain], search: Search) -> list[str]:
    counts: dict[str, int] = defaultdict(int)
    seen: dict[str, set[str]] = defaultdict(set)
    for chain in chains:
        for name in itertools.chain.from_iterable(chain.features):
            counts[name] += 1
            if len(seen[name]) < search.documents:
                seen[name].add(chain.document)
    return sorted(
        name
        for name, count in counts.items()
        if count >= search.rarest and len(seen[name]) >= search.documents
    )


def _problem(chains: Sequence[Chain], labels: Sequence[str], names: Sequence[str]) -> _Problem:
    design = _design(chains, names)
    allowed = [[label in may for label in labels] for chain in chains for may in chain.allowed]
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


def _design(chains: Sequence[Chain], names: Sequence[str]) -> sparse.csr_matrix:
    """Put a one wherever a token, a row, has a feature, a column."""
    index = {name: number for number, name in enumerate(names)}
    columns: list[int] = []
    ends = [0]
    for features in itertools.chain.from_iterable(chain.features for chain in chains):
        columns += {index[name] for name in features if name in index}
        ends.append(len(columns))
    ones = np.ones(len(columns), dtype=np.float32)
    return sparse.csr_matrix((ones, columns, ends), shape=(len(ends) - 1, len(index)))


def _groups(
    lengths: NDArray[np.int64], weights: _Floats
) -> Iterator[tuple[NDArray[np.int64], _Floats]]:
    """Give the rows of all chains of one length, a chain a row, with the chains' weights."""
    starts = np.cumsum(lengths) - lengths
    for length in np.unique(lengths):
        chosen = lengths == length
        yield starts[chosen][:, None] + np.arange(length), weights[chosen]


def _gradient(problem: _Problem, weights: _Floats, steps: _Floats) -> tuple[_Floats, _Floats]:
    """Give the slopes of the negative log-likelihood by feature weights and by transitions."""
    scores = (problem.design @ weights.astype(np.float32)).astype(float)
    powers = np.exp(scores - scores.max(axis=1, keepdims=True)) + _TINY
    factors = np.exp(steps) * problem.steps
    shares, pairs = _expect(powers, factors, problem)
    right, right_pairs = _expect(powers * problem.allowed, factors, problem)
    excess = (shares - right) * problem.token_weights[:, None]
    slope = (problem.transposed @ excess.astype(np.float32)).astype(float)
    return slope, pairs - right_pairs


def _expect(powers: _Floats, factors: _Floats, problem: _Problem) -> tuple[_Floats, _Floats]:
    """Give each token's share of each label over all labellings, and the shares of pairs."""
    shares = np.empty_like(powers)
    pairs = np.zeros_like(factors)
    for rows, weights in problem.groups:
        forward, scales = _forward(powers[rows], factors)
        last = forward[:, -1] @ factors[:, 0]
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
    return shares, pairs


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


def _thinned(problem: _Problem, hidden: float, draw: np.random.Generator) -> _Problem:
    """Hide a share of the features; those left weigh more, so that sums stay as large."""
    if not hidden:
        return problem
    design = problem.design.copy()
    design.data *= (draw.random(design.nnz, dtype=np.float32) >= hidden) / np.float32(1 - hidden)
    return attrs.evolve(problem, design=design, transposed=design.T)


def _descend(batches: Sequence[_Problem], shape: tuple[int, int], search: Search) -> _Floats:
    """Walk downhill batch by batch (AdaGrad), shrinking weights towards zero at each step.

    The last steps still go to and fro; the mean of the second half of them is given.
    """
    point, total = np.zeros(shape), np.zeros(shape)
    past = np.full(shape, _START)
    draw = np.random.default_rng(1)
    size = shape[0] - shape[1]
    sparsity = search.sparsity / len(batches) * (np.arange(shape[0]) < size)[:, None]
    unsettled = search.rounds // 2
    for number in range(search.rounds):
        for batch in batches:
            seen = _thinned(batch, search.hidden, draw)
            slope = np.concatenate(_gradient(seen, point[:size], point[size:]))
            slope += search.penalty / len(batches) * point
            past += slope * slope
            pace = search.pace / np.sqrt(past)
            point -= pace * slope
            point = np.sign(point) * np.maximum(np.abs(point) - pace * sparsity, 0)
            total += point * (number >= unsettled)
    mean: _Floats = total / (len(batches) * (search.rounds - unsettled))
    return mean
