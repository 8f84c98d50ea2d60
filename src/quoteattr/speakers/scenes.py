"""Scenes: what the features of a reference are made of: the tokens, their parts, who spoke last."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quoteattr.speakers.spoken_words import SpokenWords
from quoteattr.speakers.trails import Trail, clause_of, role_of
from quoteattr.syntax.tokens import Parse

__all__ = ["Scene", "clause_at", "role_at", "when_spoke"]


@attrs.frozen(kw_only=True, eq=False)
class Scene:
    """What features need of the text, and of the walk through it.

    Attributes:
        parse: the text's tokens.
        quoted: by token, whether it stands between quotation marks.
        told: by sentence, how many of the reporter's own stand before it.
        words: who is named in the quotations, and who speaks by name.
        opening: the first sentence behind the opening of the text, a headline and what follows.
        last: the trails that spoke last, the latest at the end.
        roles: by token, its part in the clause, as far as it was asked.
        clauses: by token, the head of its clause, as far as it was asked.
    """

    parse: Parse
    quoted: Sequence[bool]
    told: Sequence[int]
    words: SpokenWords = attrs.field(factory=SpokenWords)
    opening: int = 2
    last: list[int] = attrs.field(factory=list)
    roles: dict[int, str] = attrs.field(factory=dict)
    clauses: dict[int, int] = attrs.field(factory=dict)


def role_at(scene: Scene, token: int) -> str:
    """Give a token's part in its clause, asked once."""
    role = scene.roles.get(token)
    if role is None:
        role = scene.roles[token] = role_of(scene.parse, token)
    return role


def clause_at(scene: Scene, token: int) -> int:
    """Give the head of a token's clause, asked once."""
    clause = scene.clauses.get(token)
    if clause is None:
        clause = scene.clauses[token] = clause_of(scene.parse, token)
    return clause


def when_spoke(scene: Scene, trail: Trail) -> str:
    """Tell whether somebody spoke last, before the last, ever or never."""
    if scene.last[-1:] == [trail.number]:
        return "last"
    if scene.last[-2:-1] == [trail.number]:
        return "before last"
    return "once" if trail.spoke else "never"
