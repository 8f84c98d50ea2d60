"""The token table: a text's tokens as columns, made once and read by every later stage."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

__all__ = ["Entity", "Parse", "subtree"]


@attrs.frozen(kw_only=True)
class Entity:
    """A named entity: tokens `start` up to, not including, `end`, and the recogniser's label."""

    start: int
    end: int
    label: str


@attrs.frozen(kw_only=True, eq=False)
class Parse:
    """A text's tokens as columns: entry i of every column belongs to token i.

    White-space tokens are left out. Only the paragraphs that were parsed have tokens.

    Attributes:
        text: the text as it was given.
        starts, ends: code-point offsets of each token in `text`.
        words: the tokens as the pipeline read them: as written, but for quotation marks, which
            all look like “ and ”, and for rare dashes; lowers: the same in lower case, curly
            apostrophes straight.
        tags: Penn Treebank tags; deps: dependency labels (ClearNLP style, as spaCy's).
        heads: index of the syntactic head; the token itself for a root, whose label is ROOT.
        children: indices of the dependents, in order.
        labels: entity label of each token, "" outside entities.
        entities: the entities in order; entity: number of each token's entity, -1 outside.
        sentences: (first, behind last) token of each sentence; sentence: its number, by token.
        paragraphs: (first, behind last) token of each paragraph; paragraph: its number, by token.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]
    lowers: Sequence[str]
    tags: Sequence[str]
    deps: Sequence[str]
    heads: Sequence[int]
    children: Sequence[Sequence[int]]
    labels: Sequence[str]
    entities: Sequence[Entity]
    entity: Sequence[int]
    sentences: Sequence[tuple[int, int]]
    sentence: Sequence[int]
    paragraphs: Sequence[tuple[int, int]]
    paragraph: Sequence[int]

    def __len__(self) -> int:
        """Count the tokens."""
        return len(self.words)


def subtree(parse: Parse, token: int) -> tuple[int, int]:
    """Give the (first, behind last) tokens of what the token governs."""
    left = right = token
    while parse.children[left] and parse.children[left][0] < left:
        left = parse.children[left][0]
    while parse.children[right] and parse.children[right][-1] > right:
        right = parse.children[right][-1]
    return left, right + 1
