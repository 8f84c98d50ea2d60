"""Columns of a parse that is being set right, and the ways in which tokens are hung anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quoteattr.syntax.grammar import (
    ALL_SUBJECTS,
    AUXILIARIES,
    NOUN_PHRASE_TAGS,
    NOUN_TAGS,
)
from quoteattr.syntax.tokens import TokenRange

__all__ = ["Columns", "closes_speech", "is_noun_phrase"]

_ROOT = "ROOT"
# what stands before closing marks where the sentence goes on behind them
_INNER_STOPS = frozenset({",", "?", "!"})


class Columns(NamedTuple):
    """The tag, the dependency and the head of each token; a root is its own head.

    Repairs change the lists in place.
    """

    tags: list[str]
    deps: list[str]
    heads: list[int]

    def hang(self, token: int, dep: str, head: int) -> None:
        """Hang a token on another, unless that one hangs on it: no heads form a circle."""
        if token != head and not self.is_below(head, token):
            self.deps[token], self.heads[token] = dep, head

    def move(self, token: int, head: int) -> None:
        """Hang a token on another with the dependency that it had, if it was no root."""
        self.hang(token, "dep" if self.heads[token] == token else self.deps[token], head)

    def make_root(self, token: int) -> None:
        """Let a token hang on nothing."""
        self.deps[token], self.heads[token] = _ROOT, token

    def put_above(self, token: int, other: int) -> None:
        """Give a token the place of another that it hangs on, through whatever stands between."""
        if self.is_below(token, other):
            if self.heads[other] == other:
                self.make_root(token)
            else:
                self.deps[token], self.heads[token] = self.deps[other], self.heads[other]

    def hang_subject(self, token: int, verb: int, dep: str = "nsubj") -> None:
        """Hang a noun on a verb as its subject; a verb below the noun takes its place."""
        self.put_above(verb, token)
        self.hang(token, dep, verb)

    def hang_phrase(self, phrase: range) -> None:
        """Hang the last word of a phrase on the verb behind it, and on that word what hung there.

        The phrase is an age, say, with the article and the years.
        """
        noun, verb = phrase[-1], phrase.stop
        for token in phrase[:-1]:
            self.heads[token] = noun if self.heads[token] == verb else self.heads[token]
        self.hang_subject(noun, verb)

    def hang_clause(self, clause: range, noun: range, verb: int) -> None:
        """Make a verb the root of what it reports, which stands before a comma, and of who says so.

        Args:
            clause: the tokens up to the comma.
            noun: those of the noun phrase for who says so.
            verb: the verb.
        """
        loose, parts = self.loose(clause), self.loose(noun)
        said = next((token for token in loose if self.tags[token][0] == "V"), loose[0])
        subject, root = self.last_of_noun(noun), self.root_above(verb)
        self.make_root(verb)
        self.hang(root, "dep", verb)
        for token in loose:
            self.hang(token, "ccomp" if token == said else "dep", verb)
        self.hang(clause.stop, "punct", verb)
        self.hang(subject, "nsubj", verb)
        for token in parts:
            self.move(token, subject)

    def loose(self, tokens: range) -> list[int]:
        """Give the tokens among some that hang on none of them."""
        heads = self.heads
        return [token for token in tokens if heads[token] not in tokens or heads[token] == token]

    def last_of_noun(self, noun: range) -> int:
        """Give the last token of a noun phrase before what narrows it, which is mostly its head.

        That is a preposition, or a participle behind a noun: papers seen by the club.
        """
        tags = self.tags
        narrows = (
            token
            for token in noun
            if tags[token] == "IN" or (tags[token] == "VBN" and tags[token - 1] in NOUN_TAGS)
        )
        return next(narrows, noun.stop) - 1

    def last_of_name(self, before: int, end: int) -> int:
        """Give the last word of the name right behind a token, or the token if none is there."""
        while before + 1 < end and self.tags[before + 1] == "NNP":
            before += 1
        return before

    def main_verb(self, token: int) -> int:
        """Give the verb that an auxiliary helps, or the token where it is none."""
        return self.heads[token] if self.deps[token] in AUXILIARIES else token

    def root_above(self, token: int) -> int:
        """Give the root that a token hangs on, through whatever stands between."""
        while self.heads[token] != token:
            token = self.heads[token]
        return token

    def is_below(self, token: int, top: int) -> bool:
        """Tell whether a token hangs on another, through whatever stands between."""
        heads = self.heads
        while heads[token] not in (token, top):
            token = heads[token]
        return heads[token] == top != token

    def cut_circles(self) -> None:
        """Let a token of each circle of heads hang on nothing, so that all lead up to a root.

        Examples:
            >>> columns = Columns(["NN", "NN"], ["dep", "dep"], [1, 0])
            >>> columns.cut_circles()
            >>> columns.heads
            [0, 0]
        """
        seen: dict[int, int] = {}  # token to the token at which the walk that met it began
        for first in range(len(self.heads)):
            token = first
            while token not in seen:
                seen[token] = first
                token = self.heads[token]
            if seen[token] == first and self.heads[token] != token:
                self.make_root(token)

    def with_subjects(self, sentence: TokenRange) -> set[int]:
        """Give the tokens of a sentence that have a subject."""
        return {self.heads[token] for token in range(*sentence) if self.deps[token] in ALL_SUBJECTS}


def closes_speech(words: Sequence[str], token: int) -> bool:
    """Tell whether a token is the mark behind words whose sentence goes on: “Go,” said Lee."""
    return words[token] == "”" and words[token - 1] in _INNER_STOPS


def is_noun_phrase(words: Sequence[str], tags: Sequence[str], tokens: range) -> bool:
    """Tell whether the tokens are one noun with what stands before it or behind "of"."""
    plain = all(tags[token] in NOUN_PHRASE_TAGS or words[token] == "of" for token in tokens)
    return plain and tags[tokens[-1]][:2] == "NN"
