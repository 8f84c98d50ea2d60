"""Sequence model: named features of tokens in a row to the labels that fit best together."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources

import attrs
import numpy as np
from numpy.typing import NDArray

__all__ = [
    "OUTSIDE",
    "SequenceModel",
    "best_labels",
    "can_follow",
    "load_sequence_model",
    "make_sequence_model",
    "score_features",
]

Scores = NDArray[np.float64]

OUTSIDE = "O"
_NEVER = -1e4


@attrs.frozen(kw_only=True, eq=False)
class SequenceModel:
    """A linear-chain model whose labels say where a span begins, goes on, or is not (BIO).

    Attributes:
        labels: the labels, `OUTSIDE` first.
        rows: the row of each feature in `weights`.
        weights: a feature a row, a label a column.
        transitions: what it weighs that the label of the column follows the one of the row.
        about: what the model was trained on, when, and how well it does.
    """

    labels: tuple[str, ...]
    rows: Mapping[str, int]
    weights: Scores
    transitions: Scores
    about: Mapping[str, object]


def can_follow(label: str, before: str) -> bool:
    """Tell whether a label may stand behind another: only what began can go on.

    Examples:
        >>> can_follow("I-PER", "B-PER"), can_follow("I-PER", "B-ORG"), can_follow("B-PER", "O")
        (True, False, True)
    """
    return not label.startswith("I-") or before[2:] == label[2:]


def make_sequence_model(
    labels: Sequence[str],
    weights: Mapping[str, Mapping[str, float]],
    transitions: Mapping[str, Mapping[str, float]],
    about: Mapping[str, object],
) -> SequenceModel:
    """Build a model from weights by feature and label, and by label and the label behind it."""
    columns = {label: number for number, label in enumerate(labels)}
    table = np.zeros((len(weights), len(labels)))
    for row, by_label in enumerate(weights.values()):
        for label, weight in by_label.items():
            table[row, columns[label]] = weight
    steps = [
        [
            transitions.get(before, {}).get(label, 0.0) if can_follow(label, before) else _NEVER
            for label in labels
        ]
        for before in labels
    ]
    return SequenceModel(
        labels=tuple(labels),
        rows={name: row for row, name in enumerate(weights)},
        weights=table,
        transitions=np.array(steps),
        about=about,
    )


@functools.cache
def load_sequence_model(name: str) -> SequenceModel:
    """Read the model `name` from the package's data."""
    file = resources.files("quoteattr").joinpath("data", "en", f"{name}.json")
    data = json.loads(file.read_text(encoding="utf-8"))
    return make_sequence_model(data["labels"], data["weights"], data["transitions"], data["about"])


def score_features(model: SequenceModel, features: Iterable[str]) -> Scores:
    """Add up what the features weigh for each label; a feature not listed weighs nothing."""
    rows = [model.rows[name] for name in features if name in model.rows]
    total: Scores = model.weights[rows].sum(axis=0)
    return total


def best_labels(model: SequenceModel, scores: Scores) -> list[str]:
    """Give the labels of the highest total score (Viterbi); `OUTSIDE` stands on either side.

    Args:
        model: the model.
        scores: what each label (column) scores on each token (row).

    Examples:
        >>> model = make_sequence_model(["O", "B-PER", "I-PER"], {}, {"O": {"B-PER": -1.0}}, {})
        >>> best_labels(model, np.array([[0.0, 0.5, 0.0], [0.0, 0.0, 1.0]]))
        ['B-PER', 'I-PER']
    """
    if not len(scores):
        return []
    steps = model.transitions
    total = scores[0] + steps[0]
    behind = []
    for row in scores[1:]:
        paths = total[:, None] + steps
        behind.append(paths.argmax(axis=0))
        total = paths.max(axis=0) + row
    label = int((total + steps[:, 0]).argmax())
    found = [label]
    for choice in reversed(behind):
        label = int(choice[label])
        found.append(label)
    return [model.labels[label] for label in reversed(found)]
