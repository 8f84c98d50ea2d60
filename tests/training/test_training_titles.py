"""Training of titles: texts with annotated persons in, two models out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quoteattr.scoring.linear_model import score
from quoteattr.training.titled_texts import (
    TitledText,
    last_token_up_to,
    mentions_by_name,
    read_titled_texts,
)
from quoteattr.training.titles import (
    TITLE_RECIPES,
    choice_groups,
    extent_groups,
    fit_titles,
    reference_groups,
)
from quoteattr.training.weight_files import write_weights


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> list[TitledText]:
    """Read a few passages, each several times over."""
    folder = tmp_path_factory.mktemp("titled")
    lines = [
        "⟦m1 Mayor⟧ ⟦n1 Ann Lee⟧ left.",
        "⟦n1 Ann Lee⟧, a ⟦m1 baker⟧, left.",
        "⟦n1 Ann Lee⟧, in a hurry, left.",
        "⟦t1 Dr⟧ ⟦n1 Ann Lee⟧, the ⟦m1 head of the bank⟧, left.",
        "⟦n1 Ann Lee⟧ is a ⟦m1 baker⟧. The baker left.",
        "⟦n1 Ann Lee⟧ wept.",
    ]
    (folder / "own.txt").write_text("\n".join(lines * 6), encoding="utf-8")
    return read_titled_texts(passages=folder)


def test_the_right_extent_is_the_annotated_one(texts: list[TitledText]) -> None:
    """At a site with a title its extents are right, at one without that there is none."""
    [before, *_] = extent_groups(texts[0])
    [right] = before.right
    assert "head=mayor" in before.candidates[right]
    for group in extent_groups(texts[2]):
        assert group.right == {len(group.candidates) - 1}


def test_role_mentions_are_asked_about(texts: list[TitledText]) -> None:
    """A baker is a title where somebody in the text is annotated as one."""
    [*_, group] = reference_groups(texts[4])
    assert group.right != {len(group.candidates) - 1}


def test_models_learn_and_are_written(texts: list[TitledText], tmp_path: Path) -> None:
    """The head of the bank outranks Dr, and the file says what the weights are."""
    models = fit_titles(texts)
    assert set(models) == set(TITLE_RECIPES)
    [choice] = choice_groups(texts[3], models["title_extents"])
    scores = [score(models["best_title"], names) for names in choice.candidates]
    assert scores.index(max(scores)) in choice.right
    path = tmp_path / "best_title.json"
    write_weights(path, "best_title", TITLE_RECIPES["best_title"], models["best_title"], "none")
    written = json.loads(path.read_text(encoding="utf-8"))
    assert written["weights"] == models["best_title"].weights
    assert written["about"]["trained on"] == "none"
    assert written["about"]["decisions"] > 0


def test_whose_names_are_whose(texts: list[TitledText]) -> None:
    """A person's names are found by their words."""
    text = texts[0]
    [span] = mentions_by_name(text, text.speakers[0])
    assert list(text.parse.words[span.start : span.end]) == ["Ann", "Lee"]
    assert [last_token_up_to(text.parse, place) for place in (0, 7)] == [0, 1]
