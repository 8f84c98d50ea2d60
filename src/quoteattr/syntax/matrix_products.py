"""Matrix products: how a pipeline multiplies, which is most of what a parse costs."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from quoteattr.syntax.shared_settings import SharedSetting

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["multiply_by_numpy", "one_thread"]


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


@functools.cache
def one_thread() -> SharedSetting:
    """Give the setting, which all share, in which numpy multiplies on one thread.

    The products of a parse are too small to share: threads would wait for each other, and take the
    processor from the other processes of a pool.
    """
    from threadpoolctl import ThreadpoolController  # noqa: PLC0415  # looks for BLAS only now

    controller = ThreadpoolController()

    def limit() -> Callable[[], object]:
        return controller.limit(limits=1, user_api="blas").restore_original_limits  # type: ignore[no-any-return]

    return SharedSetting(limit)
