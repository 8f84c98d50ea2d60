"""Sequence model: scores of tokens and steps between labels to the best row of labels."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.scoring.sequence_model import (
    SequenceModel,
    best_labels,
    can_follow,
    load_sequence_model,
    make_sequence_model,
    score_features,
)

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")
WEIGHTS = st.integers(min_value=-40, max_value=40).map(lambda n: n / 8)
STEPS = st.fixed_dictionaries(
    {before: st.fixed_dictionaries(dict.fromkeys(LABELS, WEIGHTS)) for before in LABELS}
)
ROWS = st.lists(st.lists(WEIGHTS, min_size=5, max_size=5), min_size=1, max_size=4)


def total(model: SequenceModel, rows: list[list[float]], path: tuple[int, ...]) -> float:
    """Add up what a row of labels scores, with the outside on either side."""
    steps = itertools.pairwise((0, *path, 0))
    return sum(row[label] for row, label in zip(rows, path, strict=True)) + sum(
        float(model.transitions[step]) for step in steps
    )


@given(STEPS, ROWS)
def test_viterbi_finds_the_best_of_all_rows(
    steps: dict[str, dict[str, float]], rows: list[list[float]]
) -> None:
    """No row of labels scores more than the one that is given."""
    model = make_sequence_model(LABELS, {}, steps, {})
    found = tuple(LABELS.index(label) for label in best_labels(model, np.array(rows)))
    every = itertools.product(range(len(LABELS)), repeat=len(rows))
    assert total(model, rows, found) == max(total(model, rows, path) for path in every)


@given(STEPS, ROWS)
def test_what_did_not_begin_does_not_go_on(
    steps: dict[str, dict[str, float]], rows: list[list[float]]
) -> None:
    """However much it weighs, no label stands where it cannot."""
    model = make_sequence_model(LABELS, {}, steps, {})
    found = best_labels(model, np.array(rows))
    pairs = itertools.pairwise(["O", *found])
    assert all(can_follow(label, before) for before, label in pairs)


def test_no_tokens_have_no_labels() -> None:
    """An empty stretch gives an empty row."""
    assert best_labels(make_sequence_model(LABELS, {}, {}, {}), np.zeros((0, 5))) == []


def test_unknown_features_weigh_nothing() -> None:
    """Weights add up by label, and a feature that the model does not list changes none."""
    model = make_sequence_model(LABELS, {"a": {"O": 1.0}, "b": {"O": 0.5, "I-LOC": 2.0}}, {}, {})
    assert score_features(model, ["a", "never seen", "b"]).tolist() == [1.5, 0, 0, 0, 2.0]
    assert not score_features(model, ["never seen"]).any()


@pytest.mark.parametrize("name", ["names_first", "names"])
def test_weights_tell_where_they_come_from(name: str) -> None:
    """The package's models say what they learned from, and every label is outside or in BIO."""
    model = load_sequence_model(name)
    assert {"trained on", "date", "features"} <= set(model.about)
    assert model.labels[0] == "O"
    assert all(label[:2] in {"B-", "I-"} for label in model.labels[1:])
    assert model.weights.shape == (len(model.rows), len(model.labels))
