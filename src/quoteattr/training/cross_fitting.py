"""Cross-fitting: one model on all texts, and one for each fold, on the texts outside of it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs

from quoteattr.scoring.linear_model import Model
from quoteattr.training.fitting import Group, count_right, fit
from quoteattr.training.folds import FOLDS, folds

__all__ = ["Recipe", "cross_fit", "fit_model"]


@attrs.frozen(kw_only=True)
class Recipe:
    """How a model is fitted.

    Attributes:
        penalty: strength of the quadratic penalty on the weights.
        rarest: features seen in fewer candidates than this are left out.
        smallest: weights closer to zero than this are left out.
        counts: how much an example of a corpus counts, 0 to leave the corpus out; one of a corpus
            not named here is 1.
    """

    penalty: float
    rarest: int
    smallest: float
    counts: Mapping[str, float] = attrs.Factory(dict)


def cross_fit(  # two things to learn from, and how
    recipe: Recipe,
    asked: Sequence[Sequence[Group]],
    *,
    count: int = FOLDS,
    fold_of: Callable[[int], int] | None = None,
    counted: Sequence[Sequence[Group]] | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> tuple[list[Model], Model]:
    """Fit a model without each fold, and one on all.

    Args:
        recipe: how they are fitted.
        asked: the questions of each text.
        count: how many folds there are.
        fold_of: gives the fold of a text by its place; without it they are dealt out in turn.
        counted: the questions of each text to count right answers of, by default the same.
        progress: called with a line for each fold.

    Returns:
        The models of the folds, and that of all, which tells in its `about` how many decisions
        there are and how many of them were right by the models that did not see them.
    """
    tested = asked if counted is None else counted
    models: list[Model] = []
    right = 0
    for rest, held_out in folds(range(len(asked)), count, fold_of):
        models.append(fit_model(recipe, _of_texts(asked, rest)))
        right += count_right(_of_texts(tested, held_out), models[-1].weights)
        progress(f"fold {len(models)} of {count}")
    total = sum(map(len, tested))
    about = {"decisions": total, "right, out of fold": round(right / max(1, total), 4)}
    return models, attrs.evolve(fit_model(recipe, _of_texts(asked, range(len(asked)))), about=about)


def _of_texts(asked: Sequence[Sequence[Group]], places: Iterable[int]) -> list[Group]:
    return list(itertools.chain.from_iterable(asked[place] for place in places))


def fit_model(recipe: Recipe, groups: Sequence[Group]) -> Model:
    """Fit a model as the recipe says; of no questions there is one without weights."""
    if not groups:
        return Model(weights={}, about={})
    weights = fit(groups, penalty=recipe.penalty, rarest=recipe.rarest, smallest=recipe.smallest)
    return Model(weights=weights, about={})
