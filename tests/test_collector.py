"""The collector: it rests while anybody reads, and is left as it was."""

from __future__ import annotations

import concurrent.futures
import gc
import threading
from typing import TYPE_CHECKING

import pytest

from quoteattr.collector import Uncollected

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _running() -> Iterator[None]:
    """Let the collector run before a test and after it."""
    gc.enable()
    yield
    gc.enable()


def test_it_rests_inside() -> None:
    """It runs again afterwards, also where an error ends the work, as often as this is done."""
    uncollected = Uncollected()
    for _ in range(2):
        with pytest.raises(RuntimeError), uncollected:  # noqa: PT012
            assert not gc.isenabled()
            raise RuntimeError
        assert gc.isenabled()


def test_it_rests_until_the_last_has_left() -> None:
    """Of two threads inside, the one that leaves first does not let it run."""
    uncollected, met, leave = Uncollected(), threading.Barrier(2), threading.Event()

    def stay() -> None:
        with uncollected:
            met.wait(60)
            leave.wait(60)

    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        with uncollected:
            other = pool.submit(stay)
            met.wait(60)
        between = gc.isenabled()
        leave.set()
        other.result()
    assert not between
    assert gc.isenabled()


def test_it_stays_off() -> None:
    """Who had switched it off finds it so."""
    gc.disable()
    uncollected = Uncollected()
    with uncollected, uncollected:
        pass
    assert not gc.isenabled()
