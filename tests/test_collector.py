"""The collector: it rests while texts are read, and is left as it was."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from quoteattr.collector import uncollected

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
    resting = uncollected()
    for _ in range(2):
        with pytest.raises(RuntimeError), resting:  # noqa: PT012
            assert not gc.isenabled()
            raise RuntimeError
        assert gc.isenabled()


def test_it_stays_off() -> None:
    """Who had switched it off finds it so."""
    gc.disable()
    resting = uncollected()
    with resting, resting:
        pass
    assert not gc.isenabled()
