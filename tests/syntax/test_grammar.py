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


def test_several_ask_for_every_set() -> None:
    """A set that one module alone asks for stands there, unless another set is made of it."""
    codes = {file: file.read_text(encoding="utf-8") for file in SOURCE.rglob("*.py")}
    table = codes.pop(Path(grammar.__file__))
    for name in grammar.__all__:
        whole = re.compile(rf"\b{name}\b")
        asking = sum(bool(whole.search(code)) for code in codes.values())
        in_sets = len(whole.findall(table)) - 2  # but for its entry, and where it stands
        assert asking + in_sets > 1, name
        assert asking, name
