"""Extras: what is missing is named with the command that brings it."""

from __future__ import annotations

import json

import pytest

from quoteattr import MissingExtraError
from quoteattr.formats.extras import optional_import


def test_what_is_there_is_imported() -> None:
    """The module itself is given."""
    assert optional_import("json", "none") is json


def test_what_is_missing_is_named() -> None:
    """The error holds the module and the extra, and its message the command."""
    with pytest.raises(MissingExtraError, match=r"pip install '\.\[sums\]'") as caught:
        optional_import("no_such_module", "sums")
    assert (caught.value.module, caught.value.extra) == ("no_such_module", "sums")
