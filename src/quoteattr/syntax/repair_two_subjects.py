"""Two subjects side by side: “Health Agency (HA) director Ann Lee said”, “Lt Gen (retd) Lee said”.

A phrase or bracket inside a long title parts it from the name for the parser.
"""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.grammar import NOMINAL_SUBJECTS, NOUN_TAGS, PROPER_NOUN_TAGS

__all__ = ["join_two_subjects"]


def join_two_subjects(columns: Columns) -> None:
    """Make a subject a part of the name right behind it that has the same verb.

    The columns are changed in place.

    Args:
        columns: Penn Treebank tags, dependency labels, and heads.

    Examples:
        >>> tags = ["NNP", "IN", "NNP", "NNP", "NNP", "VBD"]
        >>> deps = ["nsubj", "prep", "pobj", "compound", "nsubj", "ROOT"]
        >>> columns = tags, deps, [5, 0, 1, 4, 5, 5]  # Director for Peru Ann Lee left
        >>> join_two_subjects(columns)
        >>> columns[1:]
        (['nmod', 'prep', 'pobj', 'compound', 'nsubj', 'ROOT'], [4, 0, 1, 4, 5, 5])
    """
    tags, deps, heads = columns
    former: dict[int, int] = {}
    for token, dep in enumerate(deps):
        verb = heads[token]
        if dep not in NOMINAL_SUBJECTS or tags[token] not in NOUN_TAGS or token > verb:
            continue
        noun = former.get(verb)
        if noun is not None and tags[token] in PROPER_NOUN_TAGS and _touch(heads, noun, token):
            deps[noun], heads[noun] = "nmod", token
        former[verb] = token


def _touch(heads: Sequence[int], noun: int, name: int) -> bool:
    """Tell whether all words from a noun to a name behind it belong to one of both."""
    return all(_leads_to(heads, token, noun, name) for token in range(noun + 1, name))


def _leads_to(heads: Sequence[int], token: int, noun: int, name: int) -> bool:
    while token not in (noun, name) and noun < token < name:
        token = heads[token] if heads[token] != token else -1
    return token in (noun, name)
