"""Plurals: the nouns that a word may be the plural of, by its ending alone."""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["singulars"]

_SIBILANTS = ("ches", "shes", "sses", "xes")  # bosses, coaches


def singulars(word: str) -> Iterator[str]:
    """Give a lower-cased noun as it is, then what it may be the plural of.

    Examples:
        >>> list(singulars("studies")), list(singulars("boss"))
        (['studies', 'study'], ['boss'])
    """
    yield word
    if word.endswith("men"):
        yield word[:-2] + "an"
    if word.endswith("ies"):
        yield word[:-3] + "y"
    elif word.endswith(_SIBILANTS):
        yield word[:-2]
    elif word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
