"""Name signs: what a word by itself says of names."""

from __future__ import annotations

from quoteattr.syntax.name_signs import kinds, runs_of, spread


def test_a_given_name_is_one_with_a_capital_only() -> None:
    """The lists of names and places say nothing of a word in small letters."""
    assert "g" in kinds("Ann")
    assert "g" not in kinds("ann")
    assert "r" in kinds("minister")


def test_runs_part_all_words() -> None:
    """Every word is in one run, and what is told of runs goes to the words with a capital."""
    runs = runs_of(["the", "Bank", "of", "New", "Oz"])
    assert [run.capital for run in runs] == [False, True, False, True]
    assert spread(runs, lambda run: run.start, None) == [None, 1, None, 3, 3]
    assert runs_of([]) == []
