"""Word lists and tables of the package, read once and kept."""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["marked_words", "read_groups", "read_table", "read_words"]


@functools.cache
def read_table(name: str) -> Mapping[str, str]:
    """Read ``data/en/<name>.txt``: a word, a space, and what the list says about it, one a line.

    Words are lower-cased. A word with nothing behind it has the value "".

    Examples:
        >>> read_table("honorifics")["mrs."]
        'f'
    """
    entries = (line.partition(" ") for line in _read_lines(name))
    return MappingProxyType({word.lower(): rest for word, _, rest in entries})


@functools.cache
def read_words(name: str) -> frozenset[str]:
    """Read ``data/en/<name>.txt`` as a set of lower-case entries; an entry may hold spaces.

    Examples:
        >>> "buckingham palace" in read_words("seats")
        True
    """
    return frozenset(line.lower() for line in _read_lines(name))


@functools.cache
def marked_words(mark: str) -> frozenset[str]:
    """Give the words of ``data/en/marked_words.txt`` that bear a mark.

    Examples:
        >>> "never" in marked_words("negation")
        True
    """
    table = read_table("marked_words")
    return frozenset(word for word, marks in table.items() if mark in marks.split())


@functools.cache
def read_groups(name: str) -> Mapping[str, frozenset[str]]:
    """Read ``data/en/<name>.txt``, a group of words a line: each word with all of its groups.

    Examples:
        >>> "senator" in read_groups("role_kin")["sen."]
        True
    """
    groups: dict[str, set[str]] = {}
    for line in _read_lines(name):
        for word in line.lower().split():
            groups.setdefault(word, set()).update(line.lower().split())
    return MappingProxyType({word: frozenset(group) for word, group in groups.items()})


def _read_lines(name: str) -> list[str]:
    """Give the lines of a list without its comments."""
    file = importlib.resources.files("quoteattr") / "data" / "en" / f"{name}.txt"
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
