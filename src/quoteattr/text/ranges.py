"""Stretches of text: where they start, and where they end."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["CharRange"]


class CharRange(NamedTuple):
    """Code-point offsets into a text, from start up to, not including, end."""

    start: int
    end: int
