"""The garbage collector, which rests while texts are read."""

from __future__ import annotations

import gc
import threading

import attrs

__all__ = ["Uncollected"]


@attrs.define(eq=False)
class Uncollected:
    """While anybody is inside, the collector does not run; whoever leaves last lets it run again.

    Stages make tables and records and no cycles, so that it would find nothing, and look for that
    through the whole pipeline in a tenth of the time.
    """

    _lock: threading.Lock = attrs.field(factory=threading.Lock, init=False)
    _inside: int = attrs.field(default=0, init=False)
    _enabled: bool = attrs.field(default=False, init=False)

    def __enter__(self) -> None:
        """Let the collector rest."""
        with self._lock:
            if not self._inside:
                self._enabled = gc.isenabled()
                gc.disable()
            self._inside += 1

    def begin_anew(self) -> None:
        """Forget, in a process that was forked, who was inside in the other one."""
        self._lock = threading.Lock()
        if self._inside and self._enabled:
            gc.enable()
        self._inside = 0

    def __exit__(self, *_: object) -> None:
        """Let it run again, if nobody else is inside and it ran before."""
        with self._lock:
            self._inside -= 1
            if not self._inside and self._enabled:
                gc.enable()
