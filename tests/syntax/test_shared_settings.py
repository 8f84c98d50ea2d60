"""Shared settings: set by the first who enters, undone by the last who leaves."""

from __future__ import annotations

import concurrent.futures
import threading

import pytest

from quoteattr.syntax.shared_settings import SharedSetting


@pytest.fixture
def log() -> list[str]:
    """Give what was done, in order."""
    return []


@pytest.fixture
def setting(log: list[str]) -> SharedSetting:
    """Give a setting that notes what is done to it."""

    def switch_on() -> object:
        log.append("on")
        return lambda: log.append("off")

    return SharedSetting(switch_on)  # type: ignore[arg-type]


def test_it_holds_until_the_last_has_left(setting: SharedSetting, log: list[str]) -> None:
    """Of two threads inside, the one that leaves first does not undo it."""
    met, leave = threading.Barrier(2), threading.Event()

    def stay() -> None:
        with setting:
            met.wait(60)
            leave.wait(60)

    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        with setting:
            other = pool.submit(stay)
            met.wait(60)
        between = list(log)
        leave.set()
        other.result()
    assert between == ["on"]
    assert log == ["on", "off"]


def test_whoever_leaves_by_an_error_leaves(setting: SharedSetting, log: list[str]) -> None:
    """It is undone, and can be set again."""
    for _ in range(2):
        with pytest.raises(ValueError, match="lost"), setting:
            raise ValueError("lost")
    assert log == ["on", "off"] * 2


def test_a_forked_process_begins_anew(setting: SharedSetting, log: list[str]) -> None:
    """Who was inside in the other process is forgotten, and what was set undone, once."""
    setting.__enter__()
    setting.begin_anew()
    assert log == ["on", "off"]
    with setting:
        assert log == ["on", "off", "on"]
    setting.begin_anew()
    assert log == ["on", "off"] * 2
