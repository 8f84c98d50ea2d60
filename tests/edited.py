"""A text with edits made in it, for tests of what finds them."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.text.edits import Edit

__all__ = ["edited"]


def edited(text: str, edits: Sequence[Edit]) -> str:
    """Make edits that are apart, the last one first."""
    for edit in reversed(edits):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text
