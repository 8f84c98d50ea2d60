"""The repairs of a parse, one behind another."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given

from misreadings import MISREADINGS, misreading, misreadings
from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.repair_lead_verbs import restore_lead_verbs
from quoteattr.syntax.repair_surnames import restore_surnames
from quoteattr.syntax.repairs import REPAIRS, repair
from quoteattr.syntax.tokens import TokenRange
from reading import check_tree

OF_THE_TEXT = {restore_surnames, restore_lead_verbs}  # these look for a name in other sentences

Repair = Callable[[Sequence[str], Columns, Sequence[TokenRange]], None]


def repair_all(words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]) -> None:
    """Take all steps, as if a space stood before all but hyphens and what follows them."""
    glued = ["-" in words[max(token - 1, 0) : token + 1] for token in range(len(words))]
    repair(words, columns, sentences, glued)


def test_every_repair_has_its_sentence() -> None:
    """Sentences that a parser misread stand in the order of the repairs, by their names."""
    assert [step.__name__ for step in REPAIRS] == list(MISREADINGS)


@pytest.mark.parametrize("step", REPAIRS)
def test_a_repair_changes_its_sentence_once(step: Repair) -> None:
    """What has been set right stays as it is."""
    words, columns, sentences = misreading(MISREADINGS[step.__name__])
    before = copy.deepcopy(columns)
    step(words, columns, sentences)
    assert columns != before
    repaired = copy.deepcopy(columns)
    step(words, columns, sentences)
    assert columns == repaired


@pytest.mark.parametrize("step", [*REPAIRS, repair_all])
@given(misreadings())
def test_sentences_stay_trees(
    step: Repair, parsed: tuple[list[str], Columns, list[TokenRange]]
) -> None:
    """Every token still leads up to the one root of its sentence; a root is its own head."""
    words, columns, sentences = copy.deepcopy(parsed)
    step(words, columns, sentences)
    assert {len(words)} == {*map(len, columns)}
    check_tree(columns.deps, columns.heads)
    for sentence in sentences:
        inside = range(*sentence)
        assert all(columns.heads[token] in inside for token in inside)
        assert sum(columns.heads[token] == token for token in inside) == 1


@pytest.mark.parametrize("step", [step for step in REPAIRS if step not in OF_THE_TEXT])
@given(misreadings())
def test_a_repair_looks_no_farther_than_its_sentence(
    step: Repair, parsed: tuple[list[str], Columns, list[TokenRange]]
) -> None:
    """A sentence by itself is repaired as it is among others."""
    words, columns, sentences = copy.deepcopy(parsed)
    alone = [cut(columns, sentence) for sentence in sentences]
    step(words, columns, sentences)
    for sentence, part in zip(sentences, alone, strict=True):
        inside = words[slice(*sentence)]
        step(inside, part, [TokenRange(0, len(inside))])
        assert part == cut(columns, sentence)


def cut(columns: Columns, sentence: TokenRange) -> Columns:
    """Give the columns of a sentence alone."""
    tags, deps, heads = (column[slice(*sentence)] for column in columns)
    return Columns(tags, deps, [head - sentence.start for head in heads])
