"""Columns under repair: how a subject is hung on its verb."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quoteattr.syntax.columns_under_repair import Columns, closes_speech, is_noun_phrase
from quoteattr.syntax.tokens import TokenRange


def test_a_noun_becomes_the_subject_of_the_verb_below_it() -> None:
    """The verb takes the place of a noun that it hung on, here of the root."""
    columns = Columns(["NNP", "VBD"], ["ROOT", "acl"], [0, 0])
    columns.hang_subject(0, 1)
    assert columns[1:] == (["nsubj", "ROOT"], [1, 1])


def test_a_noun_elsewhere_only_moves() -> None:
    """Where the verb does not hang on the noun, it stays where it is."""
    columns = Columns(["NNP", "VBD", "VBD"], ["dobj", "conj", "ROOT"], [2, 2, 2])
    columns.hang_subject(0, 1)
    assert columns[1:] == (["nsubj", "conj", "ROOT"], [1, 2, 2])


def test_which_tokens_have_a_subject() -> None:
    """A passive subject and “there” are subjects, too; those of other sentences do not count."""
    columns = Columns([""] * 5, ["nsubj", "ROOT", "dobj", "expl", "nsubj"], [1, 1, 1, 2, 4])
    assert columns.with_subjects(TokenRange(0, 4)) == {1, 2}


def test_a_token_takes_the_place_of_one_it_hangs_on() -> None:
    """Also through another; what hangs elsewhere stays, and who takes a root's place is one."""
    columns = Columns(["VBD", "NNP", "NN"], ["ROOT", "dobj", "appos"], [0, 0, 1])
    columns.put_above(1, 2)
    assert columns[1:] == (["ROOT", "dobj", "appos"], [0, 0, 1])
    columns.put_above(2, 0)
    assert (columns.deps[2], columns.heads[2]) == ("ROOT", 2)


def test_nothing_hangs_on_what_is_below_it() -> None:
    """Neither on a token that hangs on it through another, nor on itself."""
    columns = Columns(["VBD", "NNP", "NN"], ["ROOT", "dobj", "appos"], [0, 0, 1])
    for head in (0, 2):
        columns.hang(0, "nsubj", head)
    columns.hang(1, "nsubj", 2)
    assert columns[1:] == (["ROOT", "dobj", "appos"], [0, 0, 1])


def test_a_root_that_moves_is_none() -> None:
    """It has no dependency that it could keep; all else does."""
    columns = Columns(["VBD", "NNP", "NN"], ["ROOT", "ROOT", "appos"], [0, 1, 1])
    columns.move(1, 0)
    columns.move(2, 0)
    assert columns[1:] == (["ROOT", "dep", "appos"], [0, 0, 0])


def test_the_last_word_of_a_phrase_takes_what_hung_on_the_verb() -> None:
    """Of [the old] said the last word is the subject, and the article goes with it."""
    columns = Columns(["DT", "JJ", "VBD"], ["det", "amod", "ROOT"], [2, 2, 2])
    columns.hang_phrase(range(2))
    assert columns[1:] == (["det", "nsubj", "ROOT"], [1, 2, 2])


def test_a_noun_phrase_is_plain() -> None:
    """It ends in a noun, with articles, adjectives and “of” before it, and no other words."""
    words, tags = ["the", "mayor", "of", "Rome", "slept"], ["DT", "NN", "IN", "NNP", "VBD"]
    assert is_noun_phrase(words, tags, range(4))
    assert not is_noun_phrase(words, tags, range(3))
    assert not is_noun_phrase(words, tags, range(5))


def test_a_name_ends_before_what_is_none() -> None:
    """Behind “nurse” the name is Ann Lee, within the sentence; behind Lee there is none."""
    columns = Columns(["NN", "NNP", "NNP", "VBD"], ["dep"] * 4, [3] * 4)
    assert columns.last_of_name(0, 4) == 2
    assert columns.last_of_name(0, 2) == 1
    assert columns.last_of_name(2, 4) == 2


def test_an_auxiliary_helps_its_verb() -> None:
    """Of “had left” the verb is “left”, which is its own."""
    columns = Columns(["VBD", "VBN"], ["aux", "ROOT"], [1, 1])
    assert [columns.main_verb(0), columns.main_verb(1)] == [1, 1]


def test_a_mark_behind_a_comma_closes_speech() -> None:
    """Behind a stop it closes a sentence, and an opening mark closes nothing."""
    words = ["“", "Go", ",", "”", "“", "Go", ".", "”"]
    assert [token for token in range(len(words)) if closes_speech(words, token)] == [3]


@given(st.lists(st.integers(0, 7), min_size=8, max_size=8))
def test_no_circle_is_left(heads: list[int]) -> None:
    """Whatever hangs on what, every token leads up to a root; a tree stays as it is."""
    columns = Columns(["NN"] * 8, ["dep"] * 8, list(heads))
    columns.cut_circles()
    for token in range(8):
        assert columns.heads[columns.root_above(token)] == columns.root_above(token)
    again = list(columns.heads)
    columns.cut_circles()
    assert columns.heads == again
