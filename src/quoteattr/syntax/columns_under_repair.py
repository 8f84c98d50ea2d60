"""Columns of a parse that is being set right, and how a subject is hung on its verb."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.syntax.grammar import ALL_SUBJECTS

__all__ = ["Columns", "hang_subject", "is_below", "with_subjects"]

Columns = tuple[list[str], list[str], list[int]]
"""The tag, the dependency and the head of each token; a root is its own head."""


def with_subjects(deps: Sequence[str], heads: Sequence[int]) -> set[int]:
    """Give the tokens that have a subject."""
    return {head for head, dep in zip(heads, deps, strict=True) if dep in ALL_SUBJECTS}


def hang_subject(columns: Columns, token: int, verb: int) -> None:
    """Hang a noun on a verb as its subject, and the verb where the noun hung if it was below it.

    The columns are changed in place.
    """
    _, deps, heads = columns
    above = verb
    while heads[above] not in (above, token):
        above = heads[above]
    if heads[above] == token:
        heads[verb], deps[verb] = heads[token], deps[token]
        if heads[token] == token:
            heads[verb], deps[verb] = verb, "ROOT"
    deps[token], heads[token] = "nsubj", verb


def is_below(heads: Sequence[int], token: int, top: int) -> bool:
    """Tell whether a token hangs on another, through whatever stands between."""
    while heads[token] not in (token, top):
        token = heads[token]
    return heads[token] == top != token
