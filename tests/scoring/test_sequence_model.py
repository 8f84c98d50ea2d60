"""Sequence model: scores of tokens and steps between labels to the best row of labels."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.scoring.sequence_model import (
    SequenceModel,
    can_follow,
    join_models,
    label_chains,
    load_sequence_model,
    make_sequence_model,
    read_sequence_model,
    rows_of,
    score_rows,
    write_sequence_model,
)

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")
WEIGHTS = st.integers(min_value=-40, max_value=40).map(lambda n: n / 8)
STEPS = st.fixed_dictionaries(
    {before: st.fixed_dictionaries(dict.fromkeys(LABELS, WEIGHTS)) for before in LABELS}
)
ROWS = st.lists(st.lists(WEIGHTS, min_size=5, max_size=5), min_size=1, max_size=4)


def best_labels(model: SequenceModel, rows: list[list[float]]) -> list[str]:
    """Give the labels of one chain."""
    return label_chains(model, np.array(rows), [len(rows)])[0]


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
    found = tuple(LABELS.index(label) for label in best_labels(model, rows))
    every = itertools.product(range(len(LABELS)), repeat=len(rows))
    assert total(model, rows, found) == max(total(model, rows, path) for path in every)


@given(STEPS, ROWS)
def test_what_did_not_begin_does_not_go_on(
    steps: dict[str, dict[str, float]], rows: list[list[float]]
) -> None:
    """However much it weighs, no label stands where it cannot."""
    model = make_sequence_model(LABELS, {}, steps, {})
    found = best_labels(model, rows)
    pairs = itertools.pairwise(["O", *found])
    assert all(can_follow(label, before) for before, label in pairs)


def test_unknown_features_weigh_nothing() -> None:
    """Weights add up by label, and a feature that the model does not list changes none."""
    model = make_sequence_model(LABELS, {"a": {"O": 1.0}, "b": {"O": 0.5, "I-LOC": 2.0}}, {}, {})
    groups = [rows_of(model, names) for names in (["never seen"], ["a", "never seen", "b"], [])]
    assert score_rows(model, groups).tolist() == [[0] * 5, [1.5, 0, 0, 0, 2.0], [0] * 5]


@given(STEPS, st.lists(ROWS, min_size=1, max_size=4))
def test_chains_are_labelled_each_for_itself(
    steps: dict[str, dict[str, float]], chains: list[list[list[float]]]
) -> None:
    """Labels of many chains at once are the labels of each of them."""
    model = make_sequence_model(LABELS, {}, steps, {})
    scores = np.array([row for chain in chains for row in chain])
    found = label_chains(model, scores, list(map(len, chains)))
    assert found == [best_labels(model, chain) for chain in chains]


def test_joined_models_score_as_each_does() -> None:
    """The weights of two models side by side score what each of them scores."""
    first = make_sequence_model(LABELS, {"a": {"O": 1.0}, "b": {"I-LOC": 2.0}}, {}, {})
    second = make_sequence_model(LABELS, {"b": {"O": 3.0}, "c": {"B-PER": 4.0}}, {}, {})
    joined = join_models(first, second)
    for names in (["a"], ["b", "c"], ["never seen"]):
        apart = [score_rows(model, [rows_of(model, names)])[0] for model in (first, second)]
        assert score_rows(joined, [rows_of(joined, names)])[0].tolist() == [*apart[0], *apart[1]]


def test_a_model_comes_back_from_its_file() -> None:
    """Weights in hundredths, transitions and labels are read as they were written."""
    labels = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-PRODUCT", "I-PRODUCT")
    weights = {"a|é": {"B-PER": -1.25, "I-PRODUCT": 0.01}, "b": {"O": 3.0}}
    model = make_sequence_model(labels, weights, {"O": {"B-ORG": 0.5}}, {"date": "today"})
    back = read_sequence_model(write_sequence_model(model))
    assert (back.labels, back.rows, back.about) == (model.labels, model.rows, model.about)
    assert np.array_equal(back.weights, model.weights)
    assert np.array_equal(back.transitions, model.transitions)


@pytest.mark.parametrize("name", ["names_first", "names"])
def test_weights_tell_where_they_come_from(name: str) -> None:
    """The package's models say what they learned from, and every label is outside or in BIO."""
    model = load_sequence_model(name)
    assert {"trained on", "date", "features"} <= set(model.about)
    assert model.labels[0] == "O"
    assert all(label[:2] in {"B-", "I-"} for label in model.labels[1:])
    assert model.weights.shape == (len(model.rows), len(model.labels))
