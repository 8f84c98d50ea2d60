"""Data folder: it is the one that the package reads."""

from __future__ import annotations

import json

from quoteattr.scoring.linear_model import load_model
from quoteattr.training.data_folder import DATA


def test_weights_go_where_the_package_reads_them() -> None:
    """A file of weights in it holds what is loaded by its name."""
    written = json.loads((DATA / "cues.json").read_text("utf-8"))
    assert load_model("cues").weights == written["weights"]
