"""Streams: batches, and one bad text at a time, whatever the reader does."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import TextError
from quoteattr.batches import read_in_processes, read_stream

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


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


@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
@pytest.mark.parametrize("size", [1, 2])
def test_what_no_process_can_be_given_costs_no_other_text(size: int) -> None:
    """What cannot be pickled is an error in its place, as in one process."""
    texts: list[Any] = ["a", "four", (letter for letter in "ab"), "bad", "four", "a"]
    alone = list(read_stream(lengths, texts, size))
    shared = list(read_in_processes(lengths, texts, size, 2))
    assert list(map(str, shared)) == list(map(str, alone))
    assert [result for result in shared if not isinstance(result, TextError)] == [1, 4, 4, 1]


@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
@pytest.mark.parametrize("read", [read_stream, lambda *given: read_in_processes(*given, 2)])
@pytest.mark.parametrize("size", [1, 2, 100])
def test_what_came_before_a_stream_broke_is_given(read: Any, size: int) -> None:
    """Its error comes behind the results of all texts before it."""

    def stream() -> Iterator[str]:
        yield from ["a", "bad", "four", "four", "four"]
        raise OSError("disk")

    results = read(lengths, stream(), size)
    assert [str(next(results))[:6] for _ in range(5)] == ["1", "text 1", "4", "4", "4"]
    with pytest.raises(OSError, match="disk"):
        next(results)


def interrupted(_: Sequence[str]) -> list[int]:
    """Stand for Ctrl-C while a text is read."""
    raise KeyboardInterrupt


def test_interrupt_is_no_bad_text() -> None:
    """Ctrl-C ends the stream."""
    with pytest.raises(KeyboardInterrupt):
        list(read_stream(interrupted, ["a"], 1))


def deadly(texts: Sequence[str]) -> list[int]:
    """Read texts: their lengths; some kill the process that reads them, always or once."""
    for text in texts:
        once = text.startswith("once ") and not Path(text.removeprefix("once ")).exists()
        if once:
            Path(text.removeprefix("once ")).touch()
        if once or text == "kills":
            os.kill(os.getpid(), signal.SIGKILL)
    return lengths(texts)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal")
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
@pytest.mark.parametrize("size", [1, 3])
def test_a_process_that_dies_costs_no_other_text(tmp_path: Path, size: int) -> None:
    """What killed twice is an error in its place; all else is read, in order, nothing twice."""
    once = f"once {tmp_path / 'killed'}"
    texts = ["a", "kills", "bad", "four", once, *["four"] * 5, "kills", "kills", "a", "a", "kills"]
    results = list(read_in_processes(deadly, texts, size, 2))
    assert len(results) == len(texts)
    for index, (text, result) in enumerate(zip(texts, results, strict=True)):
        if text in ("kills", "bad"):
            assert isinstance(result, TextError)
            assert result.index == index
            assert ("died" in result.reason) == (text == "kills")
        else:
            assert result == len(text)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal")
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_processes_killed_from_outside() -> None:
    """A process that somebody kills between two texts is replaced, whatever it was doing."""

    def stream() -> Iterator[str]:
        for number in range(40):
            if number in {10, 25}:
                os.kill(multiprocessing.active_children()[0].pid or 0, signal.SIGKILL)
            yield "x" * number

    assert list(read_in_processes(lengths, stream(), 2, 2)) == list(range(40))


KILLED = """
import multiprocessing, os, signal, time
from quoteattr.batches import read_in_processes

multiprocessing.set_start_method("fork")  # else this text would have to be a file

def slow_lengths(texts):
    time.sleep(0.05)
    return [len(text) for text in texts]

def stream():
    for number in range(40):
        if number in {10, 25}:
            os.kill(multiprocessing.active_children()[0].pid, signal.SIGKILL)
        yield "x" * 1_000_000

assert list(read_in_processes(slow_lengths, stream(), 2, 2)) == [1_000_000] * 40
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal")
def test_processes_killed_with_more_than_a_pipe_holds_on_the_way() -> None:
    """Nobody waits for ever to write what a dead process was to read; all texts are read."""
    subprocess.run([sys.executable, "-c", KILLED], check=True, timeout=60)  # noqa: S603


@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_a_stream_that_is_left_leaves_no_process() -> None:
    """Whoever stops taking results ends the processes, whatever they are at."""
    results = read_in_processes(lengths, iter(lambda: "x" * 1_000_000, None), 2, 2)
    assert next(results) == 1_000_000
    before = set(multiprocessing.active_children())
    results.close()
    assert before
    assert not before & set(multiprocessing.active_children())
