"""Clauses behind a noun, which the parser gave to the verb before it."""

from __future__ import annotations

import pytest

from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.repair_adnominal_clauses import hang_noun_clauses, hang_relative_clauses
from quoteattr.syntax.tokens import TokenRange
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
    columns = Columns(tags, deps, [1, 1, 3, head, 6, 6, 1])
    words = ["They", "told", "the", noun, "that", "he", "slept"]
    hang_noun_clauses(words, columns, [TokenRange(0, 7)])
    assert (columns[1][6], columns[2][6]) == ("ccomp", 1)


def test_a_relative_clause_between_marks_is_about_the_noun() -> None:
    """What is said of the villages is not all that is said."""
    parse = read("Lee said it was reaching villages “that did not even have a word for it”.")
    clause = parse.heads[list(parse.words).index("that")]
    assert (parse.deps[clause], parse.words[parse.heads[clause]]) == ("relcl", "villages")


@pytest.mark.parametrize(
    ("tag", "mark", "head"),
    [("IN", "``", 3), ("WDT", ",", 3), ("WDT", "``", 1)],
)
def test_other_marked_clauses_stay(tag: str, mark: str, head: int) -> None:
    """Nothing changes without a relative pronoun, without a mark, or behind who is told."""
    tags = ["PRP", "VBD", "PRP", "VBD", "NNS", mark, tag, "VBD"]
    deps = ["nsubj", "ROOT", "nsubj", "ccomp", "dobj", "punct", "nsubj", "ccomp"]
    columns = Columns(tags, deps, [1, 1, 3, 1, head, 7, 7, 1])
    words = ["She", "said", "it", "reached", "towns", mark, "that", "slept"]
    hang_relative_clauses(words, columns, [TokenRange(0, 8)])
    assert (columns[1][7], columns[2][7]) == ("ccomp", 1)
