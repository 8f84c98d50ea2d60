"""Columns of a parse that is being set right, and how a subject is hung on its verb."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.syntax.grammar import ALL_SUBJECTS
from quoteattr.syntax.tokens import TokenRange

__all__ = [
    "Columns",
    "hang_clause",
    "hang_subject",
    "head_of",
    "is_below",
    "put_above",
    "with_subjects",
]

Columns = tuple[list[str], list[str], list[int]]
"""The tag, the dependency and the head of each token; a root is its own head."""


def with_subjects(columns: Columns, sentence: TokenRange) -> set[int]:
    """Give the tokens of a sentence that have a subject."""
    _, deps, heads = columns
    return {heads[token] for token in range(*sentence) if deps[token] in ALL_SUBJECTS}


def hang_subject(columns: Columns, token: int, verb: int) -> None:
    """Hang a noun on a verb as its subject, and the verb where the noun hung if it was below it.

    The columns are changed in place.
    """
    _, deps, heads = columns
    put_above(columns, verb, token)
    deps[token], heads[token] = "nsubj", verb


def hang_clause(columns: Columns, clause: range, noun: range, verb: int) -> None:
    """Make a verb the root of what it reports, which stands before a comma, and of who says so.

    The columns are changed in place.

    Args:
        columns: tags, dependencies and heads.
        clause: the tokens up to the comma.
        noun: those of the noun phrase for who says so.
        verb: the verb.
    """
    tags, deps, heads = columns
    loose = [token for token in clause if heads[token] not in clause or heads[token] == token]
    said = next((token for token in loose if tags[token][0] == "V"), loose[0])
    subject = head_of(tags, noun)
    for token in loose:
        deps[token], heads[token] = "ccomp" if token == said else "dep", verb
    for token in noun:
        if heads[token] not in noun:
            heads[token] = subject
    deps[clause.stop], heads[clause.stop] = "punct", verb
    deps[subject], heads[subject] = "nsubj", verb
    deps[verb], heads[verb] = "ROOT", verb


def head_of(tags: Sequence[str], noun: range) -> int:
    """Give the last token of a noun phrase before a preposition."""
    prepositions = (token for token in noun if tags[token] == "IN")
    return next(prepositions, noun.stop) - 1


def put_above(columns: Columns, token: int, other: int) -> None:
    """Give a token the place of another that it hangs on, through whatever stands between.

    The columns are changed in place.
    """
    _, deps, heads = columns
    if is_below(heads, token, other):
        root = heads[other] == other
        deps[token], heads[token] = ("ROOT", token) if root else (deps[other], heads[other])


def is_below(heads: Sequence[int], token: int, top: int) -> bool:
    """Tell whether a token hangs on another, through whatever stands between."""
    while heads[token] not in (token, top):
        token = heads[token]
    return heads[token] == top != token
