"""Clauses with "that" behind a noun of saying, which the parser gave to the verb before it."""

from __future__ import annotations

import pytest

from quoteattr.syntax.repair_noun_clauses import hang_noun_clauses
from reading import read


@pytest.mark.parametrize("noun", ["plea", "claim", "promise"])
def test_the_clause_is_that_of_the_noun(noun: str) -> None:
    """What somebody's plea says is not said by the court that dismisses it."""
    parse = read(f"The court dismissed his {noun} that he had been asleep.")
    clause = parse.heads[list(parse.words).index("that")]
    assert (parse.deps[clause], parse.words[parse.heads[clause]]) == ("acl", noun)


@pytest.mark.parametrize(
    ("noun", "label", "head"),
    [("court", "dobj", 1), ("plea", "dative", 1), ("plea", "dobj", 0)],
)
def test_other_clauses_stay_with_the_verb(noun: str, label: str, head: int) -> None:
    """Whoever is told something, and a noun of another verb, has no such clause."""
    tags = ["PRP", "VBD", "DT", "NN", "IN", "PRP", "VBD"]
    deps = ["nsubj", "ROOT", "det", label, "mark", "nsubj", "ccomp"]
    columns = tags, deps, [1, 1, 3, head, 6, 6, 1]
    hang_noun_clauses(["They", "told", "the", noun, "that", "he", "slept"], columns)
    assert (columns[1][6], columns[2][6]) == ("ccomp", 1)
