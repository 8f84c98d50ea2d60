"""Weight files: what is written is what the package reads, one weight a line."""

from __future__ import annotations

import json
from pathlib import Path

from quoteattr.scoring.linear_model import Model
from quoteattr.training.rebuild import RECIPES
from quoteattr.training.weight_files import write_weights


def test_weights_are_read_back(tmp_path: Path) -> None:
    """Names are in order, and the head tells the data and what was found out of fold."""
    model = Model(weights={"b=“": -0.25, "a=x": 1.5}, about={"decisions": 7})
    path = tmp_path / "cues.json"
    write_weights(path, "cues", RECIPES["cues"], model, "two articles")
    text = path.read_text(encoding="utf-8")
    read = json.loads(text)
    assert read["weights"] == model.weights
    assert list(read["weights"]) == ["a=x", "b=“"]
    assert read["about"]["trained on"] == "two articles"
    assert read["about"]["decisions"] == 7
    assert read["about"]["weights"] == 2
    assert '\n"a=x":1.5,\n"b=“":-0.25\n' in text
