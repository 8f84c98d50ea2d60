"""Word lists and tables of the package, read once and kept."""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["read_table", "read_words"]


@functools.cache
def read_table(name: str) -> Mapping[str, str]:
    """Read ``data/en/<name>.txt``: a word, a space, and what the list says about it, one a line.

    Words are lower-cased. A word with nothing behind it has the value "".

    Examples:
        >>> read_table("honorifics")["mrs."]
        'f'
    """
    folder = importlib.resources.files("quoteattr") / "data" / "en"
    lines = (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.partition(" ") for line in lines if line and not line.startswith("#"))
    return MappingProxyType({word.lower(): rest for word, _, rest in entries})


@functools.cache
def read_words(name: str) -> frozenset[str]:
    """Read ``data/en/<name>.txt`` as a set of lower-case entries; an entry may hold spaces.

    Examples:
        >>> "buckingham palace" in read_words("seats")
        True
    """
    folder = importlib.resources.files("quoteattr") / "data" / "en"
    lines = (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.lower() for line in lines if line and not line.startswith("#"))
