"""Grammar: sets of tags and dependencies, each there once."""

from __future__ import annotations

import itertools

from quoteattr.syntax import grammar


def test_no_set_is_there_twice() -> None:
    """Two names for one set would hide that two rules ask for the same."""
    sets = {name: getattr(grammar, name) for name in grammar.__all__}
    for (one, first), (other, second) in itertools.combinations(sets.items(), 2):
        assert first != second, f"{one} and {other}"
