"""Cross-fitting: what a model of a fold knows, and what the whole one tells of itself."""

from __future__ import annotations

from quoteattr.training.cross_fitting import Recipe, cross_fit, fit_model
from quoteattr.training.fitting import Group

RECIPE = Recipe(penalty=0.1, rarest=1, smallest=0.01)


def asked(word: str) -> list[Group]:
    """Ask which of two is right, that with this word in it or another."""
    return [Group([[word], ["other"]], frozenset({0}))]


def test_a_model_of_a_fold_knows_nothing_of_it() -> None:
    """A word that stands in the texts of one fold alone has no weight there, but in all others."""
    models, whole = cross_fit(RECIPE, [asked("cat"), asked("dog"), asked("cow")], count=3)
    known = [set(model.weights) - {"other"} for model in models]
    assert known == [{"dog", "cow"}, {"cat", "cow"}, {"cat", "dog"}]
    assert set(whole.weights) == {"cat", "dog", "cow", "other"}


def test_right_answers_are_counted_out_of_fold() -> None:
    """Of other questions than were learned from, if there are such; lines tell of the folds."""
    texts = [asked("cat"), asked("cat"), [*asked("cat"), *asked("cat")], asked("cat")]
    wrong = [[Group([["cat"], ["other"]], frozenset({1}))] for _ in texts]
    lines: list[str] = []
    _, whole = cross_fit(RECIPE, texts, count=2, progress=lines.append)
    assert whole.about == {"decisions": 5, "right, out of fold": 1.0}
    assert lines == ["fold 1 of 2", "fold 2 of 2"]
    _, whole = cross_fit(RECIPE, texts, count=2, counted=wrong)
    assert whole.about == {"decisions": 4, "right, out of fold": 0.0}


def test_the_fold_of_a_text_may_be_told() -> None:
    """By its place."""
    models, _ = cross_fit(RECIPE, [asked("cat"), asked("dog")], count=2, fold_of=lambda i: 1 - i)
    assert [set(model.weights) - {"other"} for model in models] == [{"cat"}, {"dog"}]


def test_of_nothing_nothing_is_learned() -> None:
    """A model without questions has no weights, and leaves none right."""
    assert fit_model(RECIPE, []).weights == {}
    models, whole = cross_fit(RECIPE, [[], []], count=2)
    assert [model.weights for model in models] == [{}, {}]
    assert whole.about == {"decisions": 0, "right, out of fold": 0.0}
