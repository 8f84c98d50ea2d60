"""The garbage collector, which rests while texts are read."""

from __future__ import annotations

import gc
from collections.abc import Callable

from quoteattr.syntax.shared_settings import SharedSetting

__all__ = ["uncollected"]


def uncollected() -> SharedSetting:
    """Give a setting in which the collector does not run, if it runs at all.

    Stages make tables and records and no cycles, so that it would find nothing, and look for that
    through the whole pipeline in a tenth of the time.
    """
    return SharedSetting(_let_rest)


def _let_rest() -> Callable[[], object]:
    ran = gc.isenabled()
    gc.disable()
    return gc.enable if ran else _nothing


def _nothing() -> None:
    """Leave it off."""
