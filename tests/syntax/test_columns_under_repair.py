"""Columns under repair: how a subject is hung on its verb."""

from __future__ import annotations

from quoteattr.syntax.columns_under_repair import (
    hang_subject,
    put_above,
    with_subjects,
)
from quoteattr.syntax.tokens import TokenRange


def test_a_noun_becomes_the_subject_of_the_verb_below_it() -> None:
    """The verb takes the place of a noun that it hung on, here of the root."""
    tags, deps, heads = ["NNP", "VBD"], ["ROOT", "acl"], [0, 0]
    hang_subject((tags, deps, heads), 0, 1)
    assert (deps, heads) == (["nsubj", "ROOT"], [1, 1])


def test_a_noun_elsewhere_only_moves() -> None:
    """Where the verb does not hang on the noun, it stays where it is."""
    tags, deps, heads = ["NNP", "VBD", "VBD"], ["dobj", "conj", "ROOT"], [2, 2, 2]
    hang_subject((tags, deps, heads), 0, 1)
    assert (deps, heads) == (["nsubj", "conj", "ROOT"], [1, 2, 2])


def test_which_tokens_have_a_subject() -> None:
    """A passive subject and “there” are subjects, too; those of other sentences do not count."""
    columns = [""] * 5, ["nsubj", "ROOT", "dobj", "expl", "nsubj"], [1, 1, 1, 2, 4]
    assert with_subjects(columns, TokenRange(0, 4)) == {1, 2}


def test_a_token_takes_the_place_of_one_it_hangs_on() -> None:
    """Also through another; what hangs elsewhere stays, and who takes a root's place is one."""
    tags, deps, heads = ["VBD", "NNP", "NN"], ["ROOT", "dobj", "appos"], [0, 0, 1]
    put_above((tags, deps, heads), 1, 2)
    assert (deps, heads) == (["ROOT", "dobj", "appos"], [0, 0, 1])
    put_above((tags, deps, heads), 2, 0)
    assert (deps[2], heads[2]) == ("ROOT", 2)
