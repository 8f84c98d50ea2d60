"""Name finder: the names of persons, organisations, places and more in a token table."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import attrs
import numpy as np

from quoteattr.lexicon.word_lists import read_table
from quoteattr.scoring.sequence_model import (
    OUTSIDE,
    SequenceModel,
    best_labels,
    load_sequence_model,
    score_features,
)
from quoteattr.syntax.name_features import Clue, Stretch, features, read_stretches, reread

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from quoteattr.syntax.tokens import Parse

__all__ = ["NAME_LABELS", "NamedSpan", "find_names", "label_stretch", "name_column", "spans_of"]

NAME_LABELS = ("PER", "ORG", "LOC", "FAC", "NORP", "PRODUCT", "MISC")


@attrs.frozen
class NamedSpan:
    """A name: tokens `start` up to, not including, `end`.

    Attributes:
        start, end: the tokens of the name alone, without honorific or title.
        label: PER (person), ORG (organisation), LOC (place), FAC (building), NORP (people, faith
            or party: *Kenyans*), PRODUCT, or MISC (event, work, programme, law).
    """

    start: int
    end: int
    label: str


def find_names(parse: Parse) -> list[NamedSpan]:
    """Find the names in a token table; they stand in order and do not overlap.

    Only words, tags, sentences and the white space between tokens are looked at.
    """
    found = read_stretches(parse)
    first = [label_stretch(load_sequence_model("names_first"), stretch) for stretch in found]
    again = reread(parse, found, first)
    model = load_sequence_model("names")
    return [
        _without_honorifics(parse, span)
        for stretch in again
        for span in spans_of(label_stretch(model, stretch), stretch.start)
    ]


def _without_honorifics(parse: Parse, name: NamedSpan) -> NamedSpan:
    """Leave out an honorific that was taken for the beginning of a person's name."""
    start = name.start
    if name.label == "PER":
        while start + 1 < name.end and _is_honorific(parse.lowers[start]):
            start += 1
    return attrs.evolve(name, start=start)


def _is_honorific(word: str) -> bool:
    return word in read_table("honorifics") and word not in read_table("given_names")


def name_column(names: Sequence[NamedSpan], size: int) -> list[str]:
    """Give the label of the name that each of `size` tokens is in, "" outside names.

    Examples:
        >>> name_column([NamedSpan(1, 3, "PER")], 4)
        ['', 'PER', 'PER', '']
    """
    column = [""] * size
    for name in names:
        column[name.start : name.end] = [name.label] * (name.end - name.start)
    return column


def label_stretch(model: SequenceModel, stretch: Stretch) -> list[str]:
    """Give the best label of each token of a stretch: B-PER, I-PER, O and so on."""
    rows = [np.add.reduce([_score(model, clue) for clue in clues]) for clues in stretch.clues]
    return best_labels(model, np.array(rows))


@functools.lru_cache(maxsize=1 << 16)
def _score(model: SequenceModel, clue: Clue) -> NDArray[np.float64]:
    return score_features(model, features(clue))


def spans_of(labels: Sequence[str], offset: int = 0) -> Iterator[NamedSpan]:
    """Give the names that labels spell out.

    Examples:
        >>> list(spans_of(["O", "B-PER", "I-PER", "B-LOC"], offset=5))
        [NamedSpan(start=6, end=8, label='PER'), NamedSpan(start=8, end=9, label='LOC')]
    """
    start = 0
    for place, label in enumerate([*labels, OUTSIDE]):
        if label.startswith("I-"):
            continue
        if start < place and labels[start] != OUTSIDE:
            yield NamedSpan(offset + start, offset + place, labels[start][2:])
        start = place
