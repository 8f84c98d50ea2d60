"""Training, the command: a folder in, a weight file for every model out."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from annotated import NAMES, write_corpus
from quoteattr.training.__main__ import main
from quoteattr.training.rebuild import RECIPES

ABOUT = {
    *("model", "trained on", "date", "pipeline", "features"),
    *("penalty", "rarest feature", "weights"),
    "decisions",
    "right, out of fold",
}
STORY = """Rain
.
⟦s1 Bo⟧ ⟦c1 said⟧ ⟦q1 it snowed⟧.
.
q1 indirect speaker="Bo" kind=person
.
"""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run the command on the made-up corpus."""
    corpus = write_corpus(tmp_path_factory.mktemp("corpus"))
    passages = tmp_path_factory.mktemp("passages")
    (passages / "own.txt").write_text("⟦s1 Ann⟧ ⟦c1 said⟧ ⟦q1 it rained⟧.", encoding="utf-8")
    stories = tmp_path_factory.mktemp("stories")
    (stories / "told.txt").write_text(STORY, encoding="utf-8")
    folder = tmp_path_factory.mktemp("weights")
    arguments = [str(corpus), "--passages", str(passages), "--stories", str(stories)]
    arguments += ["--output", str(folder), "--predictions", str(folder / "found.jsonl")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["quoteattr.training", *arguments])
        main()
    return folder


def test_every_model_has_a_file_that_says_what_it_is(output: Path) -> None:
    """Each file names data, date, pipeline, features and recipe, how right it is, and its size."""
    assert {path.stem for path in output.glob("*.json")} == set(RECIPES)
    for name, recipe in RECIPES.items():
        data = json.loads((output / f"{name}.json").read_text(encoding="utf-8"))
        assert set(data) == {"about", "weights"}
        assert set(data["about"]) == ABOUT
        assert (
            f"{len(NAMES)} articles; 0 articles of the world; 1 passages; 1 stories"
            in data["about"]["trained on"]
        )
        assert data["about"]["weights"] == len(data["weights"])
        assert data["about"]["penalty"] == recipe.penalty
        assert data["about"]["decisions"] > 0
        assert 0 <= data["about"]["right, out of fold"] <= 1


def test_one_weight_a_line(output: Path) -> None:
    """A changed weight shows as one changed line; weights are finite and in order of name."""
    paths = list(output.glob("*.json"))
    assert paths
    for path in paths:
        text = path.read_text(encoding="utf-8")
        weights = json.loads(text)["weights"]
        assert list(weights) == sorted(weights)
        assert all(math.isfinite(weight) for weight in weights.values())
        lines = text.split('"weights":{\n')[1].splitlines()
        assert len(lines) == len(weights) + 1


def test_what_was_found_out_of_fold(output: Path) -> None:
    """The predictions are JSON Lines: a text a line, with kinds and offsets."""
    lines = (output / "found.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    names = [*(f"article{n}" for n in range(len(NAMES))), "own-000", "told-000"]
    assert [entry["article"] for entry in found] == names
    quotes = [quote for entry in found for quote in entry["quotes"]]
    assert {quote["kind"] for quote in quotes} <= {"direct", "mixed", "indirect"}
    assert all(start < end for quote in quotes for start, end in quote["segments"])


def test_a_folder_without_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written where nothing can be read."""
    monkeypatch.setattr(
        "sys.argv", ["quoteattr.training", str(tmp_path), "--output", str(tmp_path)]
    )
    with pytest.raises(FileNotFoundError, match="no articles"):
        main()
    assert list(tmp_path.iterdir()) == []
