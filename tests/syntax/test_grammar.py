"""Grammar: sets of tags and dependencies, each there once."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

from quoteattr.syntax import grammar

SOURCE = Path(__file__).parents[2] / "src" / "quoteattr"


def test_no_set_is_there_twice() -> None:
    """Two names for one set would hide that two rules ask for the same."""
    sets = {name: getattr(grammar, name) for name in grammar.__all__}
    for (one, first), (other, second) in itertools.combinations(sets.items(), 2):
        assert first != second, f"{one} and {other}"


def test_every_set_is_asked_for() -> None:
    """No set lies in the table that no module asks for."""
    code = "".join(file.read_text(encoding="utf-8") for file in SOURCE.rglob("*.py"))
    for name in grammar.__all__:
        assert len(re.findall(rf"\b{name}\b", code)) > 2, name  # its entry, and where it stands
