"""Extras: packages that are asked for only where a format needs them."""

from __future__ import annotations

import importlib
from typing import Any

from quoteattr.errors import MissingExtraError

__all__ = ["optional_import"]


def optional_import(module: str, extra: str) -> Any:
    """Import a module that an extra brings.

    Raises:
        MissingExtraError: it is not installed; the message names the command that brings it.

    Examples:
        >>> optional_import("json", "none").loads("[1]")
        [1]
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise MissingExtraError(module, extra) from error
