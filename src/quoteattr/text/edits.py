"""Edits: stretches of a text and what to read in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Edit", "apart", "replaced"]


class Edit(NamedTuple):
    """Read `replacement` in place of the characters from `start` to `end`, which are some."""

    start: int
    end: int
    replacement: str


def apart(edits: Iterable[Edit]) -> list[Edit]:
    """Sort edits, and drop those that begin inside an earlier one.

    Examples:
        >>> apart([Edit(4, 6, ""), Edit(0, 5, ""), Edit(5, 6, "")])
        [Edit(start=0, end=5, replacement=''), Edit(start=5, end=6, replacement='')]
    """
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if edit.start < edit.end and (not kept or edit.start >= kept[-1].end):
            kept.append(edit)
    return kept


def replaced(match: re.Match[str], replacement: str, group: int | str = 0) -> Edit:
    """Make the edit that replaces what a pattern, or a group of it, has matched."""
    return Edit(match.start(group), match.end(group), replacement)
