"""Hyphenated nouns that the parser took apart: “the vice-president said”."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.grammar import HYPHENS, NOUN_TAGS, PREMODIFIERS

__all__ = ["join_hyphenated"]

_HYPHEN_TAG = "HYPH"


def join_hyphenated(words: Sequence[str], columns: Columns, glued: Sequence[bool]) -> None:
    """Make one noun of a word, a hyphen and a noun that hang side by side; the columns are changed.

    The pipeline knows such words as wholes (*vice president*, *cofounder*) and takes each part of
    the unknown spelling, the hyphen too, for the noun itself. A hyphen that hangs as punctuation is
    no word, whatever its tag.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads.
        glued: whether no space stands before each token.

    Examples:
        >>> deps = ["nsubj", "nsubj", "nsubj", "ROOT"]
        >>> columns = Columns(["NN", "NN", "NN", "VBD"], deps, [3, 3, 3, 3])
        >>> join_hyphenated(["ex", "-", "mayor", "said"], columns, [False, True, True, False])
        >>> columns.tags[1], columns.deps, columns.heads
        ('HYPH', ['compound', 'punct', 'nsubj', 'ROOT'], [2, 2, 3, 3])
    """
    hyphens = [
        token
        for token in range(1, len(words) - 1)
        if words[token] in HYPHENS and glued[token] and glued[token + 1]
    ]
    apart = [token for token in hyphens if _is_taken_apart(columns, token)]
    for hyphen in apart:
        _join(columns, hyphen)
    for hyphen in hyphens:
        if columns.deps[hyphen] == "punct":
            columns.tags[hyphen] = _HYPHEN_TAG
    nouns = {part: hyphen + 1 for hyphen in apart for part in (hyphen - 1, hyphen)}
    columns.heads[:] = [nouns.get(head, head) for head in columns.heads]


def _is_taken_apart(columns: Columns, hyphen: int) -> bool:
    """Tell whether a hyphen was read as a noun, and hangs where the word before it does."""
    tags, deps, heads = columns
    before, noun = hyphen - 1, hyphen + 1
    above = heads[hyphen]
    return (
        tags[hyphen] in NOUN_TAGS
        and tags[noun] in NOUN_TAGS
        and heads[before] == above
        and heads[noun] in (above, hyphen)
        and above not in (before, hyphen, noun)
        and deps[hyphen] not in PREMODIFIERS
    )


def _join(columns: Columns, hyphen: int) -> None:
    """Hang the noun where the word before the hyphen hung, and that and the hyphen on the noun."""
    tags, deps, heads = columns
    before, noun = hyphen - 1, hyphen + 1
    deps[noun], heads[noun] = deps[before], heads[before]
    deps[before], heads[before] = "compound", noun
    tags[hyphen], deps[hyphen], heads[hyphen] = _HYPHEN_TAG, "punct", noun
