"""A stream of texts to a stream of results, in batches, in this process or in several."""

from __future__ import annotations

import contextlib
import itertools
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
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

    Where a process dies, as when it is killed for want of memory, new ones are started, and the
    texts of the batch at hand are read one by one; a text whose process dies, and dies again, gives
    a TextError.
    """
    batches = _batches(texts, batch_size)
    waiting: _Waiting[_Result] = deque()
    while (yield from _read_until_death(reader, batches, waiting, n_process)):
        work, _ = waiting.popleft()
        yield from _read_one_by_one(reader, *work)


_Work = tuple[int, list[str]]  # the place of the first text, and the texts
_Waiting = deque[tuple[_Work, "Future[list[_Result | TextError]] | None"]]


def _read_until_death(
    reader: Reader[_Result],
    batches: Iterator[_Work],
    waiting: _Waiting[_Result],
    n_process: int,
) -> Generator[_Result | TextError, None, bool]:
    """Read batches in new processes; end with True where one dies, the work at hand in front."""
    most = _AHEAD * n_process
    with _processes(reader, n_process) as pool:
        try:
            _hand_over(pool, waiting)
            for work in batches:
                waiting.append((work, None))
                _hand_over(pool, waiting)
                if len(waiting) == most:
                    yield from _first_results(reader, waiting)
            while waiting:
                yield from _first_results(reader, waiting)
        except BrokenProcessPool:
            return True
        finally:
            for _, future in waiting:
                if future:
                    future.cancel()
    return False


def _processes(reader: Reader[_Result], number: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(number, initializer=_adopt, initargs=(reader,))


def _hand_over(pool: ProcessPoolExecutor, waiting: _Waiting[_Result]) -> None:
    """Hand what nobody has read, or is reading, to the processes."""
    for place, (work, future) in enumerate(waiting):
        if future is None or _is_lost(future):
            waiting[place] = (work, pool.submit(_read_adopted, *work))


def _is_lost(future: Future[Any]) -> bool:
    """Tell whether the process that was to read died before it had."""
    if not future.done():
        return False
    return future.cancelled() or isinstance(future.exception(), BrokenProcessPool)


def _first_results(
    reader: Reader[_Result], waiting: _Waiting[_Result]
) -> Generator[_Result | TextError]:
    """Give the results of the work in front, and take it away.

    What cannot be handed to another process, as what is no text may be, is read in this one.
    """
    work, future = waiting[0]
    assert future is not None  # noqa: S101  # it was handed over
    try:
        results = future.result()
    except BrokenProcessPool:
        raise
    except Exception:  # noqa: BLE001  # whatever it was, reading tells
        results = _read_batch(reader, *work)
    waiting.popleft()
    yield from results


_DEATHS = 2


def _read_one_by_one(
    reader: Reader[_Result], first: int, texts: Sequence[str]
) -> Generator[_Result | TextError]:
    """Read each text by itself in one other process, anew where that dies of it."""
    rest = deque(enumerate(texts, first))
    deaths = 0
    while rest:
        with _processes(reader, 1) as pool, contextlib.suppress(BrokenProcessPool):
            while rest:
                index, text = rest[0]
                try:
                    [result] = pool.submit(_read_adopted, index, [text]).result()
                except BrokenProcessPool:
                    raise
                except Exception:  # noqa: BLE001  # it cannot be handed over, as above
                    result = _read_alone(reader, index, text)
                rest.popleft()
                deaths = 0
                yield result
        deaths += bool(rest)
        if deaths == _DEATHS:
            index, _ = rest.popleft()
            deaths = 0
            yield TextError(index, "the process that read it died, and so did the next")


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
