"""Sequence model: named features of tokens in a row to the labels that fit best together."""

from __future__ import annotations

import functools
import itertools
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import resources

import attrs
import numpy as np
from numpy.typing import NDArray

__all__ = [
    "OUTSIDE",
    "FeatureWeights",
    "SequenceModel",
    "can_follow",
    "join_models",
    "label_chains",
    "labelled_spans",
    "load_sequence_model",
    "make_sequence_model",
    "read_sequence_model",
    "rows_of",
    "score_rows",
    "write_sequence_model",
]

Scores = NDArray[np.float64]

OUTSIDE = "O"
_NEVER = -1e4
_UNITS = 100


@attrs.frozen(kw_only=True, eq=False)
class FeatureWeights:
    """What features weigh for labels.

    Attributes:
        rows: the row of each feature in `weights`.
        weights: a feature a row, a label a column.
    """

    rows: Mapping[str, int]
    weights: Scores


@attrs.frozen(kw_only=True, eq=False)
class SequenceModel(FeatureWeights):
    """A linear-chain model whose labels say where a span begins, goes on, or is not (BIO).

    Attributes:
        rows: the row of each feature in `weights`.
        weights: a feature a row, a label a column.
        labels: the labels, `OUTSIDE` first.
        transitions: what it weighs that the label of the column follows the one of the row.
        about: what the model was trained on, when, and how well it does.
    """

    labels: tuple[str, ...]
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
    steps = [[transitions.get(before, {}).get(label, 0.0) for label in labels] for before in labels]
    return _model(labels, weights, table, np.array(steps), about)


def _model(
    labels: Sequence[str],
    features: Iterable[str],
    weights: Scores,
    steps: Scores,
    about: Mapping[str, object],
) -> SequenceModel:
    """Make a model in which no label stands where it cannot."""
    legal = [[can_follow(label, before) for label in labels] for before in labels]
    return SequenceModel(
        labels=tuple(labels),
        rows={name: row for row, name in enumerate(features)},
        weights=weights,
        transitions=np.where(legal, steps, _NEVER),
        about=about,
    )


@functools.cache
def load_sequence_model(name: str) -> SequenceModel:
    """Read the model `name` from the package's data."""
    file = resources.files("quoteattr").joinpath("data", "en", f"{name}.json")
    return read_sequence_model(file.read_text(encoding="utf-8"))


def read_sequence_model(text: str) -> SequenceModel:
    """Read a model from JSON, whose weights are whole hundredths by the sign of their label.

    Examples:
        >>> text = write_sequence_model(
        ...     make_sequence_model(["O", "B-PER"], {"titled": {"B-PER": 1.25}}, {}, {})
        ... )
        >>> read_sequence_model(text).weights
        array([[0.  , 1.25]])
    """
    data = json.loads(text)
    labels = list(data["labels"].values())
    places = {sign: place for place, sign in enumerate(data["labels"])}
    weights, steps = (_table(data[key], places) / _UNITS for key in ("weights", "transitions"))
    return _model(labels, data["weights"], weights, steps, data["about"])


def _table(entries: Mapping[str, str], places: Mapping[str, int]) -> Scores:
    """Read the weights of all entries at once, as pairs of a column and a number."""
    written = " -1 0 ".join(entries.values())
    for sign, place in places.items():
        written = written.replace(sign, f" {place} ")
    pairs = np.fromstring(written, dtype=np.int64, sep=" ").reshape(-1, 2)
    weighed = pairs[:, 0] >= 0
    rows = np.cumsum(~weighed)
    table = np.zeros((len(entries), len(places)))
    table[rows[weighed], pairs[weighed, 0]] = pairs[weighed, 1]
    return table


def write_sequence_model(model: SequenceModel) -> str:
    """Write a model as JSON, one feature a line, each label's sign with its weight: "P125p-40".

    The file lists what sign stands for each label: `P` for B-PER, `p` for I-PER.
    """
    signs = {label: _sign(label) for label in model.labels}
    steps = np.where(model.transitions > _NEVER, model.transitions, 0)
    parts = [
        f'"about":{json.dumps(dict(model.about), ensure_ascii=False, indent=1)}',
        f'"labels":{json.dumps({sign: label for label, sign in signs.items()})}',
        f'"transitions":{_lines(signs.values(), steps, signs)}',
        f'"weights":{_lines(model.rows, model.weights, signs)}',
    ]
    return "{" + ",\n".join(parts) + "}\n"


def _sign(label: str) -> str:
    """Give P for B-PER, p for I-PER, a dot for the label outside spans."""
    letter = {"ORG": "G", "PRODUCT": "T"}.get(label[2:], label[2:3])
    return {"B": letter.upper(), "I": letter.lower()}.get(label[0], ".")


def _lines(names: Iterable[str], table: Scores, signs: Mapping[str, str]) -> str:
    lines = []
    for name, row in zip(names, table, strict=True):
        units = [round(float(value) * _UNITS) for value in row]
        entries = zip(signs.values(), units, strict=True)
        written = "".join(f"{sign}{unit}" for sign, unit in entries if unit)
        lines.append(f'{json.dumps(name, ensure_ascii=False)}:"{written}"')
    return "{\n" + ",\n".join(lines) + "\n}"


def rows_of(model: FeatureWeights, features: Iterable[str]) -> tuple[int, ...]:
    """Give the rows of the features in the model's weights; a feature not listed has none."""
    return tuple([row for row in map(model.rows.get, features) if row is not None])


def score_rows(model: FeatureWeights, groups: Sequence[Sequence[int]]) -> Scores:
    """Add up the weights of the rows of each group: a group a row, a label a column.

    Examples:
        >>> model = make_sequence_model(["O", "B-PER"], {"a": {"O": 1}, "b": {"B-PER": 2}}, {}, {})
        >>> score_rows(model, [rows_of(model, ["a", "b", "c"]), ()])
        array([[1., 2.],
               [0., 0.]])
    """
    sizes = np.array(list(map(len, groups)))
    total = np.zeros((len(groups), model.weights.shape[1]))
    flat = list(itertools.chain.from_iterable(groups))
    filled = sizes > 0
    if flat:
        starts = (np.cumsum(sizes) - sizes)[filled]
        total[filled] = np.add.reduceat(model.weights[flat], starts)
    return total


def label_chains(model: SequenceModel, scores: Scores, lengths: Sequence[int]) -> list[list[str]]:
    """Give the labels of the highest total score (Viterbi) of each of many chains.

    `OUTSIDE` stands on either side of a chain.

    Args:
        model: the model.
        scores: what each label (column) scores on each token (row), chain after chain.
        lengths: how many tokens each chain has, one at least.

    Examples:
        >>> model = make_sequence_model(["O", "B-PER", "I-PER"], {}, {"O": {"B-PER": -1.0}}, {})
        >>> label_chains(model, np.array([[0.0, 0.5, 0.0], [0.0, 0.0, 1.0]]), [2])
        [['B-PER', 'I-PER']]
    """
    sizes = np.array(lengths, dtype=np.int64)
    starts = np.cumsum(sizes) - sizes
    found: list[list[str]] = [[] for _ in lengths]
    for length in np.unique(sizes):
        (chosen,) = np.nonzero(sizes == length)
        paths = _best_paths(model, scores[starts[chosen][:, None] + np.arange(length)])
        for number, path in zip(chosen.tolist(), paths, strict=True):
            found[number] = [model.labels[label] for label in path]
    return found


def _best_paths(model: SequenceModel, scores: Scores) -> list[list[int]]:
    """Give the numbers of the best labels of chains (rows) of equal length."""
    steps = model.transitions
    total = scores[:, 0] + steps[0]
    behind = []
    for place in range(1, scores.shape[1]):
        paths = total[:, :, None] + steps
        behind.append(paths.argmax(axis=1))
        total = paths.max(axis=1) + scores[:, place]
    labels = (total + steps[:, 0]).argmax(axis=1)
    found = [labels]
    rows = np.arange(len(labels))
    for choice in reversed(behind):
        labels = choice[rows, labels]
        found.append(labels)
    rows_of_labels: list[list[int]] = np.array(found[::-1]).T.tolist()
    return rows_of_labels


def join_models(first: SequenceModel, second: SequenceModel) -> FeatureWeights:
    """Lay the weights of two models side by side, so that features are looked up once for both."""
    names = dict.fromkeys([*first.rows, *second.rows])
    rows = {name: row for row, name in enumerate(names)}
    width = len(first.labels)
    table = np.zeros((len(rows), width + len(second.labels)))
    for model, columns in ((first, slice(None, width)), (second, slice(width, None))):
        table[[rows[name] for name in model.rows], columns] = model.weights[[*model.rows.values()]]
    return FeatureWeights(rows=rows, weights=table)


def labelled_spans(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Give start, end and label of each span that labels spell out.

    Examples:
        >>> list(labelled_spans(["O", "B-PER", "I-PER", "B-LOC"]))
        [(1, 3, 'PER'), (3, 4, 'LOC')]
    """
    start = 0
    for place, label in enumerate([*labels, OUTSIDE]):
        if label.startswith("I-"):
            continue
        if start < place and labels[start] != OUTSIDE:
            yield start, place, labels[start][2:]
        start = place
