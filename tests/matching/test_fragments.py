"""Fragments: a few marked words and the one quotation of their speaker that holds them."""

from __future__ import annotations

from quoteattr.matching.comparison import Wording, read_wording
from quoteattr.matching.fragments import block_keys, fragment_targets, same_fragments
from versions import said

WHOLE = "This election was rigged from the start, my friends"


def wordings(*records: tuple[str, str | None]) -> list[Wording]:
    """Read the words of records, each with its speaker."""
    read = [read_wording(said(words, name)) for words, name in records]
    return [one for one in read if one is not None]


def test_the_same_fragment_of_one_speaker() -> None:
    """A surname alone agrees with a full name; what another said is apart, however alike."""
    some = wordings(("rigged", "Ann Lee"), ("rigged", "Lee"), ("rigged", "Bo Ek"), ("a", "Lee"))
    pairs = {pair for pair in same_fragments(some) if len(set(pair)) > 1}
    assert pairs == {(0, 1)}


def test_a_fragment_goes_to_whom_its_speaker_is() -> None:
    """Each wording that has one comes with its component and those that hold it."""
    some = wordings((WHOLE, "Ann Lee"), ("rigged", "Lee"), (WHOLE, "Bo Ek"), ("rigged", None))
    found = set(fragment_targets(some, range(len(some))))
    assert {pair for pair in found if len(set(pair)) > 1} == {(1, 0)}


def test_a_fragment_stands_word_for_word() -> None:
    """Part of a word, or words with another between, hold none."""
    some = wordings((WHOLE, "Ann Lee"), ("rig", "Lee"), ("election rigged", "Lee"))
    found = fragment_targets(some, range(len(some)))
    assert not {pair for pair in found if len(set(pair)) > 1}


def test_keys_are_the_first_and_the_last_name() -> None:
    """Nobody has none."""
    one, other, nobody = wordings((WHOLE, "Ann Lee"), (WHOLE, "Lee"), (WHOLE, None))
    assert block_keys(one) == {("person", "ann"), ("person", "lee")}
    assert block_keys(other) == {("person", "lee")}
    assert block_keys(nobody) == set()
