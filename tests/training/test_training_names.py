"""Training of names: labelled texts to a model that finds names in other texts."""

from __future__ import annotations

import pytest

from quoteattr.corpora.named_texts import compose
from quoteattr.scoring.sequence_model import load_sequence_model
from quoteattr.syntax.name_likeness import likeness_by
from quoteattr.training.folds import fold_of_name
from quoteattr.training.names import (
    NamedParse,
    fit_letters,
    likeness_of_others,
    measure_names,
    naming_words,
    parse_named_texts,
    token_labels,
    train_names,
)

PEOPLE = ["Ann Lund", "Bo Marsh", "Eva Stone", "Jan Field", "Kim Wood", "Lea Hill", "Max Dale"]
TOWNS = ["Zedton", "Quarton", "Marlton", "Belton", "Carlton", "Dorton", "Fenton"]


def labelled(person: str, town: str) -> list[tuple[str, str]]:
    """Give a sentence with a person and a town in it."""
    first, last = person.split()
    words = [("Mr", "O"), (first, "B-PER"), (last, "I-PER"), ("lives", "O"), ("in", "O")]
    return [*words, (town, "B-LOC"), (".", "O")]


def examples() -> list[NamedParse]:
    """Parse a few texts of invented people and towns."""
    texts = [
        compose(f"text {i}", [labelled(person, TOWNS[(i + k) % 7]) for k in range(2)])
        for i, person in enumerate(PEOPLE)
    ]
    return parse_named_texts(texts, coarse=False)


def test_labels_of_tokens() -> None:
    """A name labels the tokens that it covers, its first one as the beginning."""
    (example,) = parse_named_texts([compose("x", [labelled("Ann Lund", "Zedton")])], coarse=False)
    assert token_labels(example) == ["O", "B-PER", "I-PER", "O", "O", "B-LOC", "O"]


def test_it_learns_and_names_nobody() -> None:
    """A model finds what it was shown, and none of its features holds a word of a person's name."""
    given = examples()
    models = train_names(given, lambda _: None)
    assert set(models) == {"names_first", "names"}
    words = naming_words(given)
    assert {"lund", "stone"} <= words
    for model in models.values():
        parts = {part for feature in model.rows for part in feature.partition("=")[2].split("|")}
        assert not words & parts


def test_coarse_labels_leave_finer_ones_open() -> None:
    """Where only persons, organisations and places were labelled, other names may stand too."""
    pytest.importorskip("scipy")
    coarse = [NamedParse(e.text, e.parse, coarse=True) for e in examples()]
    assert train_names(coarse, lambda _: None)["names"].labels[0] == "O"


def test_figures() -> None:
    """Names found with both ends and label right count, against all found and all given."""
    text = compose("x", [[("“", "O"), *labelled("Ann Lund", "Nairobi")]])
    (example,) = parse_named_texts([text], coarse=False)
    figures = measure_names([example])
    assert figures["PER"]["names"] == figures["LOC"]["names"] == 1
    assert load_sequence_model("names").labels


def test_letters_are_told_by_a_model_that_did_not_see_the_word() -> None:
    """A word of the other half of all words tells nothing of itself."""
    given = examples()
    alike = likeness_of_others(given)
    for word in ("Lund", "Zedton"):
        unseen = likeness_by(fit_letters(given, fold_of_name(word.lower(), 2)))
        assert alike(word) == unseen(word)
    assert fit_letters(given).weights
