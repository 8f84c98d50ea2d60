"""Matrix products: how a pipeline multiplies, which is most of what a parse costs."""

from __future__ import annotations

import functools
import threading
from types import TracebackType
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from spacy.language import Language
    from threadpoolctl import ThreadpoolController, threadpool_limits

__all__ = ["OneThread", "multiply_by_numpy", "one_thread"]


def multiply_by_numpy(nlp: Language) -> None:
    """Let the models of a pipeline multiply by numpy's BLAS instead of thinc's own.

    That is tuned to the processor, and half as fast again. Models on other devices stay as they
    are.
    """
    from thinc.api import NumpyOps  # noqa: PLC0415  # importing quoteattr must not import spaCy

    by_numpy = NumpyOps(use_blis=False)
    for _, component in nlp.components:
        nodes = component.model.walk() if hasattr(component, "model") else ()
        for node in nodes:
            if type(node.ops) is NumpyOps:
                node.ops = by_numpy


@attrs.define(eq=False)
class OneThread:
    """While anybody is inside, numpy multiplies on one thread.

    The products of a parse are too small to share: threads would wait for each other, and take the
    processor from the other processes of a pool. The limit is the whole process's; whoever leaves
    last lifts it.
    """

    _controller: ThreadpoolController
    _lock: threading.Lock = attrs.field(factory=threading.Lock, init=False)
    _inside: int = attrs.field(default=0, init=False)
    _limit: threadpool_limits | None = attrs.field(default=None, init=False)

    def __enter__(self) -> None:
        """Set the limit, unless somebody has."""
        with self._lock:
            if not self._inside:
                self._limit = self._controller.limit(limits=1, user_api="blas")
            self._inside += 1

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Lift the limit, unless somebody is still inside."""
        with self._lock:
            self._inside -= 1
            if not self._inside and self._limit is not None:
                self._limit.restore_original_limits()
                self._limit = None


@functools.cache
def one_thread() -> OneThread:
    """Give the limit that all share."""
    from threadpoolctl import ThreadpoolController  # noqa: PLC0415  # looks for BLAS only now

    return OneThread(ThreadpoolController())
