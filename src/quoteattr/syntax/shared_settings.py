"""Shared settings: a setting of the whole process, which holds while anybody needs it."""

from __future__ import annotations

import threading
from collections.abc import Callable

import attrs

__all__ = ["SharedSetting"]


@attrs.define(eq=False)
class SharedSetting:
    """A context manager for many threads: whoever enters first sets it, who leaves last undoes it.

    Attributes:
        set_it: sets it, and gives what makes it again as it was.

    Examples:
        >>> log = []
        >>> def shut():
        ...     log.append("shut")
        ...     return lambda: log.append("open")
        >>> door = SharedSetting(shut)
        >>> with door, door:
        ...     log.append("work")
        >>> log
        ['shut', 'work', 'open']
    """

    set_it: Callable[[], Callable[[], object]]
    _lock: threading.Lock = attrs.field(factory=threading.Lock, init=False)
    _inside: int = attrs.field(default=0, init=False)
    _undo: Callable[[], object] | None = attrs.field(default=None, init=False)

    def __enter__(self) -> None:
        """Set it, unless somebody has."""
        with self._lock:
            if not self._inside:
                self._undo = self.set_it()
            self._inside += 1

    def __exit__(self, *_: object) -> None:
        """Undo it, unless somebody is still inside."""
        with self._lock:
            self._inside -= 1
            self._undo_if_free()

    def begin_anew(self) -> None:
        """Forget, in a process that was forked, who was inside in the other one."""
        self._lock = threading.Lock()
        self._inside = 0
        self._undo_if_free()

    def _undo_if_free(self) -> None:
        if not self._inside and self._undo is not None:
            self._undo()
            self._undo = None
