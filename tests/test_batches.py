"""Streams: batches, and one bad text at a time, whatever the reader does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import TextError
from quoteattr.batches import read_in_processes, read_stream

if TYPE_CHECKING:
    from collections.abc import Sequence


def lengths(texts: Sequence[str]) -> list[int]:
    """Read texts: their lengths, where none of them is bad."""
    if "bad" in texts:
        raise RuntimeError("cannot read this")
    return [len(text) for text in texts]


@given(st.lists(st.sampled_from(["", "a", "four", "bad"])), st.integers(1, 5))
def test_one_result_for_each_text(texts: list[str], size: int) -> None:
    """Results come in order, one a text; a bad text costs no other, and is named by its place."""
    results = list(read_stream(lengths, texts, size))
    assert len(results) == len(texts)
    for index, (text, result) in enumerate(zip(texts, results, strict=True)):
        if text == "bad":
            assert isinstance(result, TextError)
            assert (result.index, result.reason) == (index, "RuntimeError: cannot read this")
        else:
            assert result == len(text)


@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_processes_give_the_same() -> None:
    """Places are counted over the whole stream, in whatever process a text is read."""
    texts = ["a", "bad", "four"] * 5
    alone = list(read_stream(lengths, texts, 2))
    shared = list(read_in_processes(lengths, texts, 2, 2))
    assert list(map(str, shared)) == list(map(str, alone))


def interrupted(_: Sequence[str]) -> list[int]:
    """Stand for Ctrl-C while a text is read."""
    raise KeyboardInterrupt


def test_interrupt_is_no_bad_text() -> None:
    """Ctrl-C ends the stream."""
    with pytest.raises(KeyboardInterrupt):
        list(read_stream(interrupted, ["a"], 1))
