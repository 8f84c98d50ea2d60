"""A stream of texts to a stream of results, in batches, in this process or in several."""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

import attrs

from quoteattr.errors import TextError

__all__ = ["read_in_processes", "read_stream"]

_Result = TypeVar("_Result")
Reader = Callable[[Sequence[str]], Sequence[_Result]]

_AHEAD = 2  # batches for each process that are taken before their results are given
_DEATHS = 2  # of processes that read one text


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

    Where a process dies, as when it is killed for want of memory, another is started, and the
    texts of its batch are read one by one; a text whose process dies, and dies again, gives a
    TextError.
    """
    pool = _Pool(reader=reader, number=n_process, most=_AHEAD * n_process * batch_size)
    with contextlib.closing(pool):
        try:
            for first, batch in _batches(texts, batch_size):
                pool.take(first, batch)
                yield from pool.results(until=lambda: pool.has_room(batch_size))
        except Exception:
            yield from pool.results()  # of what came before the stream broke
            raise
        yield from pool.results()


@attrs.define(eq=False)
class _Work:
    """Texts to read; `first` is the place of the first one in the stream."""

    first: int
    texts: Sequence[str]
    deaths: int = 0


@attrs.define(eq=False)
class _Worker:
    """A process that reads, with the connection to it and the work that it has in hand."""

    process: BaseProcess
    connection: Connection
    work: _Work | None = None

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


@attrs.define(eq=False, kw_only=True)
class _Pool:
    """Processes that read, driven by whoever takes the results: there is no thread besides.

    Work is sent to nobody but a process that waits for it, and each pipe has one process at its
    other end. So neither side can be stuck in a pipe that nobody reads, whoever dies.
    """

    reader: Reader[Any]
    number: int
    most: int  # texts taken whose results are not given
    taken: int = 0
    given: int = 0
    workers: list[_Worker] = attrs.field(factory=list)
    todo: deque[_Work] = attrs.field(factory=deque)
    found: dict[int, Any] = attrs.field(factory=dict)

    def take(self, first: int, texts: Sequence[str]) -> None:
        """Take texts to read."""
        self.taken = first + len(texts)
        self.todo.append(_Work(first, texts))
        self._hand_over()

    def results(self, until: Callable[[], bool] = lambda: False) -> Generator[Any]:
        """Give results in order."""
        while self.given < self.taken and not until():
            if self.given in self.found:
                yield self.found.pop(self.given)
                self.given += 1
            else:
                self._collect(None)

    def has_room(self, size: int) -> bool:
        """Tell whether so many more texts may be taken, and a process would read them at once."""
        self._collect(0)
        idle = any(worker.work is None for worker in self.workers)
        free = not self.todo and (idle or len(self.workers) < self.number)
        return free and self.taken - self.given + size <= self.most

    def close(self) -> None:
        """End all processes, whatever they are at."""
        for worker in self.workers:
            worker.process.kill()
        while self.workers:
            self.workers.pop().end()

    def _collect(self, seconds: float | None) -> None:
        """Take in what has been read, waiting so long for it, or until there is something."""
        signs = [(worker.connection, worker.process.sentinel) for worker in self.workers]
        ready = set(wait(itertools.chain.from_iterable(signs), seconds)) if signs else set()
        for worker, own in zip(list(self.workers), signs, strict=True):
            if not ready.isdisjoint(own):
                self._take_in(worker)
        self._hand_over()

    def _take_in(self, worker: _Worker) -> None:
        work = worker.work
        try:
            results = _receive(worker.connection)
        except (EOFError, OSError):
            self._bury(worker)
        else:
            assert work is not None  # noqa: S101  # else there is nothing to receive
            worker.work = None
            self._keep(work, results)

    def _keep(self, work: _Work, results: Sequence[Any] | None) -> None:
        """Keep results; what could not be sent to or fro is read in this process."""
        if results is None:
            results = _read_batch(self.reader, work.first, work.texts)
        self.found.update(enumerate(results, work.first))

    def _bury(self, worker: _Worker) -> None:
        """Put what a dead process had in hand in front of all else, each text by itself."""
        self.workers.remove(worker)
        worker.end()
        if worker.work is not None:
            self._read_again(worker.work)

    def _read_again(self, work: _Work) -> None:
        if len(work.texts) > 1:
            alone = [_Work(place, [text]) for place, text in enumerate(work.texts, work.first)]
            self.todo.extendleft(reversed(alone))
            return
        work.deaths += 1
        if work.deaths < _DEATHS:
            self.todo.appendleft(work)
        else:
            reason = "the process that read it died, and so did the next"
            self.found[work.first] = TextError(work.first, reason)

    def _hand_over(self) -> None:
        """Give what is to do to those who have nothing to do."""
        while self.todo and (worker := self._idle_worker()):
            work = self.todo.popleft()
            packed = _packed(work)
            if packed is None:
                self._keep(work, None)
                continue
            worker.work = work
            try:
                worker.connection.send_bytes(packed)
            except OSError:
                self._bury(worker)

    def _idle_worker(self) -> _Worker | None:
        """Give a process that waits for work, a new one if there may be more."""
        for worker in self.workers:
            if worker.work is None:
                return worker
        if len(self.workers) == self.number:
            return None
        self.workers.append(_started(self.reader))
        return self.workers[-1]


# A process inherits what is open when it is forked: if that were the far end of another's pipe, the
# pipe would stay open when that one dies.
_STARTING = threading.Lock()


def _started(reader: Reader[Any]) -> _Worker:
    with _STARTING:
        near, far = multiprocessing.Pipe()
        process = multiprocessing.Process(target=_serve, args=(reader, far, near), daemon=True)
        process.start()
        far.close()
    return _Worker(process, near)


def _packed(work: _Work) -> bytes | None:
    """Give work as bytes, None where it cannot be sent, as what is no text may be."""
    try:
        return pickle.dumps((work.first, work.texts))
    except Exception:  # noqa: BLE001  # whatever it was, reading it tells
        return None


def _receive(connection: Connection) -> list[Any] | None:
    """Give results, None where they cannot be sent; the process at the other end may be dead."""
    if not connection.poll():
        raise EOFError
    packed = connection.recv_bytes()
    try:
        return list(pickle.loads(packed))  # noqa: S301  # our own process packed it
    except Exception:  # noqa: BLE001  # whatever it was, reading the texts here tells
        return None


def _serve(reader: Reader[Any], far: Connection, near: Connection) -> None:
    """Read what comes until nothing can come any more."""
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, signal.SIG_DFL)  # Ctrl-C ends a worker without a traceback
    near.close()
    with contextlib.suppress(EOFError, OSError):
        while True:
            far.send_bytes(_answer(reader, far.recv_bytes()))


def _answer(reader: Reader[Any], packed: bytes) -> bytes:
    try:
        first, texts = pickle.loads(packed)  # noqa: S301  # our own process packed it
        return pickle.dumps(_read_batch(reader, first, texts))
    except Exception:  # noqa: BLE001  # no results: the other process reads the texts itself
        return b""


def _batches(texts: Iterable[str], size: int) -> Iterator[tuple[int, list[str]]]:
    """Cut the stream; each batch comes with the place of its first text.

    Where the stream breaks, what came before is the last batch.
    """
    first = 0
    batch: list[str] = []
    try:
        for text in texts:
            batch.append(text)
            if len(batch) == size:
                yield first, batch
                first, batch = first + size, []
    except Exception:
        if batch:
            yield first, batch
        raise
    if batch:
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
