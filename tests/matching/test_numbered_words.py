"""Numbered words: one array for all wordings, which gives back each of them."""

from __future__ import annotations

import numpy as np

from quoteattr.matching.comparison import Wording
from quoteattr.matching.numbered_words import number_words, ranges
from quoteattr.matching.quoted_words import LIGHT

WORDINGS = [Wording("we have to wait", bytes([LIGHT, LIGHT, 0, 0])), Wording("to wait", bytes(2))]


def test_equal_words_have_one_number() -> None:
    """They are numbered as they come, and stand one wording after the other."""
    numbered = number_words(WORDINGS)
    assert numbered.words.tolist() == [0, 1, 2, 3, 2, 3]
    assert numbered.different == 4
    assert numbered.lengths.tolist() == [4, 2]
    assert numbered.owners().tolist() == [0, 0, 0, 0, 1, 1]


def test_light_words_do_not_tell() -> None:
    """What is known of a word holds where it stands alone."""
    assert number_words(WORDINGS).telling.tolist() == [False, False, True, True, True, True]


def test_no_wordings_have_no_words() -> None:
    """Of none, all arrays are empty."""
    numbered = number_words([])
    assert (numbered.words.size, numbered.owners().size, numbered.different) == (0, 0, 0)


def test_ranges_follow_each_other() -> None:
    """Each is as long as told, one of no length is left out."""
    assert ranges(np.array([5, 0, 9]), np.array([2, 0, 3])).tolist() == [5, 6, 9, 10, 11]
    assert ranges(np.array([], int), np.array([], int)).tolist() == []
