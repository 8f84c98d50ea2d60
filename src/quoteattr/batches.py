"""A stream of texts to a stream of results, in batches, in this process or in several."""

from __future__ import annotations

import itertools
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any, TypeVar

from quoteattr.errors import TextError

__all__ = ["read_in_processes", "read_stream"]

_Result = TypeVar("_Result")
Reader = Callable[[Sequence[str]], Sequence[_Result]]

_AHEAD = 2  # batches that each process may have waiting


def read_stream(
    reader: Reader[_Result], texts: Iterable[str], batch_size: int
) -> Generator[_Result | TextError]:
    """Give one result for each text, in order; a text that cannot be read gives a TextError.

    No more than one batch is taken from `texts` before its results are given.
    """
    for first, batch in _batches(texts, batch_size):
        yield from _read_batch(reader, first, batch)


def read_in_processes(
    reader: Reader[_Result], texts: Iterable[str], batch_size: int, n_process: int
) -> Generator[_Result | TextError]:
    """Do what `read_stream` does in `n_process` processes, each of which holds the whole reader.

    The reader is inherited where processes are forked, pickled once for each where they are
    spawned. At most two batches for each process are taken from `texts` ahead of the results.
    """
    waiting: deque[Future[list[_Result | TextError]]] = deque()
    with ProcessPoolExecutor(n_process, initializer=_adopt, initargs=(reader,)) as pool:
        try:
            for first, batch in _batches(texts, batch_size):
                waiting.append(pool.submit(_read_adopted, first, batch))
                if len(waiting) == _AHEAD * n_process:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _batches(texts: Iterable[str], size: int) -> Iterator[tuple[int, list[str]]]:
    """Cut the stream; each batch comes with the place of its first text."""
    stream = iter(texts)
    for first in itertools.count(0, size):
        batch = list(itertools.islice(stream, size))
        if not batch:
            return
        yield first, batch


def _read_batch(
    reader: Reader[_Result], first: int, texts: Sequence[str]
) -> list[_Result | TextError]:
    """Read the texts together; where that fails, each alone, so that only the bad one is lost."""
    try:
        return list(reader(texts))
    except Exception:  # noqa: BLE001  # whatever it was, reading each text alone tells
        return [_read_alone(reader, index, text) for index, text in enumerate(texts, first)]


def _read_alone(reader: Reader[_Result], index: int, text: str) -> _Result | TextError:
    try:
        return reader([text])[0]
    except Exception as cause:  # noqa: BLE001  # the error record names it
        error = TextError(index, f"{type(cause).__name__}: {cause}")
        error.__cause__ = cause
        return error


# Each worker process holds the reader that it was started with; it is set once and only read.
_adopted: list[Reader[Any]] = []


def _adopt(reader: Reader[Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends a worker without a traceback
    _adopted[:] = [reader]


def _read_adopted(first: int, texts: Sequence[str]) -> list[Any]:
    return _read_batch(_adopted[0], first, texts)
