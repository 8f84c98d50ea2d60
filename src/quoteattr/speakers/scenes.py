"""Scenes: what the features of a reference are made of: the tokens, their parts, who spoke last."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quoteattr.speakers.spoken_words import SpokenWords
from quoteattr.speakers.trails import Trail, clause_of, role_of
from quoteattr.syntax.tokens import Parse

__all__ = ["Scene"]


@attrs.define(kw_only=True, eq=False)
class Scene:
    """What features need of the text, and of the walk through it, which keeps it up to date.

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

    def role_at(self, token: int) -> str:
        """Give a token's part in its clause, found once."""
        role = self.roles.get(token)
        if role is None:
            role = self.roles[token] = role_of(self.parse, token)
        return role

    def clause_at(self, token: int) -> int:
        """Give the head of a token's clause, found once."""
        clause = self.clauses.get(token)
        if clause is None:
            clause = self.clauses[token] = clause_of(self.parse, token)
        return clause

    def note_speaker(self, number: int) -> None:
        """Note the trail that spoke last."""
        if self.last[-1:] != [number]:
            self.last.append(number)

    def when_spoke(self, trail: Trail) -> str:
        """Tell whether somebody spoke last, before the last, ever or never."""
        if self.last[-1:] == [trail.number]:
            return "last"
        if self.last[-2:-1] == [trail.number]:
            return "before last"
        return "once" if trail.spoke else "never"
