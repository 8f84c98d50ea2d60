"""The token table: a text's tokens as columns, made once and read by every later stage."""

from __future__ import annotations

import functools
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import attrs

from quoteattr.lexicon.reporting_words import stem
from quoteattr.syntax.grammar import STOP_TAGS
from quoteattr.syntax.token_columns import (
    left_edges,
    noun_kinds,
    plain_words,
    reporting_classes,
    right_edges,
)
from quoteattr.text.ranges import CharRange

__all__ = [
    "LONGEST_CHAIN",
    "LabelledRange",
    "Parse",
    "TokenRange",
    "ancestors",
    "chars_of",
    "lacks_stop",
    "lower_before",
    "paragraph_of",
    "roots_of",
    "sentence_of",
    "subtree",
    "token_at",
    "tokens_between",
    "with_entities",
    "without_punctuation",
]

# what ends a paragraph that is no headline
_LINE_END_TAGS = frozenset({*STOP_TAGS, ",", ":"})

LONGEST_CHAIN = 10  # steps up the tree


class TokenRange(NamedTuple):
    """Tokens start up to, not including, end."""

    start: int
    end: int


@attrs.frozen(kw_only=True)
class LabelledRange:
    """Tokens with a label: a name, a date, an amount; from start up to, not including, end."""

    start: int
    end: int
    label: str


@attrs.frozen(kw_only=True, eq=False)
class Parse:
    """A text's tokens as columns: entry i of every column belongs to token i.

    White-space tokens are left out. Only the paragraphs that were parsed have tokens. Columns
    that follow from others are computed when they are first asked for, all tokens at once.

    Attributes:
        text: the text as it was given.
        starts, ends: code-point offsets of each token in `text`.
        words: the tokens as the pipeline read them: as written, but for quotation marks, which
            all look like “ and ”, and for dashes, apostrophes and the like, which look as in most
            news; what is written stands in `text`. lowers: the same in lower case.
        tags: Penn Treebank tags; deps: dependency labels (ClearNLP style, as spaCy's).
        heads: index of the syntactic head; the token itself for a root, whose label is ROOT.
        children: indices of the dependents, in order.
        labels: entity label of each token, "" outside entities.
        entities: the entities in order; entity: number of each token's entity, -1 outside.
        sentences: the tokens of each sentence; sentence: its number, by token.
        paragraphs: the tokens of each paragraph; paragraph: its number, by token.
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
    entities: Sequence[LabelledRange]
    entity: Sequence[int]
    sentences: Sequence[TokenRange]
    sentence: Sequence[int]
    paragraphs: Sequence[TokenRange]
    paragraph: Sequence[int]

    def __len__(self) -> int:
        """Count the tokens."""
        return len(self.words)

    @functools.cached_property
    def stems(self) -> Sequence[str]:
        """Each word without the commonest endings."""
        return list(map(stem, self.lowers))

    @functools.cached_property
    def plain(self) -> Sequence[str]:
        """Each word in lower case, "NNP" for a name."""
        return plain_words(self.lowers, self.tags, self.labels)

    @functools.cached_property
    def reporting(self) -> Sequence[str]:
        """The class of each word that can report, "" for every other word."""
        return reporting_classes(self.lowers, self.tags)

    @functools.cached_property
    def noun_kinds(self) -> Sequence[str]:
        """The rough kind of what each noun or pronoun stands for."""
        return noun_kinds(self.lowers, self.tags, self.labels)

    @functools.cached_property
    def lefts(self) -> Sequence[int]:
        """The first of the tokens that each token governs, with itself."""
        return left_edges(self.children)

    @functools.cached_property
    def rights(self) -> Sequence[int]:
        """The token behind the last of those that each token governs, with itself."""
        return right_edges(self.children)


def with_entities(parse: Parse, entities: Iterable[LabelledRange]) -> Parse:
    """Give the table with these entities in place of those that it had; none may overlap."""
    ordered = sorted(entities, key=lambda entity: entity.start)
    labels, numbers = [""] * len(parse), array("q", [-1]) * len(parse)
    for number, entity in enumerate(ordered):
        for token in range(entity.start, entity.end):
            labels[token], numbers[token] = entity.label, number
    return attrs.evolve(parse, entities=ordered, entity=numbers, labels=labels)


def subtree(parse: Parse, token: int) -> TokenRange:
    """Give the tokens of what the token governs."""
    return TokenRange(parse.lefts[token], parse.rights[token])


def sentence_of(parse: Parse, token: int) -> TokenRange:
    """Give the tokens of the sentence that the token is in."""
    return parse.sentences[parse.sentence[token]]


def paragraph_of(parse: Parse, token: int) -> TokenRange:
    """Give the tokens of the paragraph that the token is in."""
    return parse.paragraphs[parse.paragraph[token]]


def lacks_stop(parse: Parse, token: int) -> bool:
    """Tell whether the token's paragraph ends without a stop, as headlines and captions do."""
    return parse.tags[paragraph_of(parse, token).end - 1] not in _LINE_END_TAGS


def lower_before(parse: Parse, token: int) -> str:
    """Give the lower-cased word before a token, "" before the first one."""
    return parse.lowers[token - 1] if token else ""


def chars_of(parse: Parse, start: int, end: int) -> CharRange:
    """Give the code-point offsets of tokens start up to, not including, end."""
    return CharRange(parse.starts[start], parse.ends[end - 1])


def tokens_between(parse: Parse, start: int, end: int) -> TokenRange:
    """Give the tokens that share characters with a stretch of text; start >= end for none."""
    return TokenRange(bisect_right(parse.ends, start), bisect_left(parse.starts, end))


def token_at(parse: Parse, offset: int) -> int:
    """Give the token at a code-point offset, or else the next one, or else the last."""
    return min(bisect_right(parse.ends, offset), len(parse) - 1)


def roots_of(parse: Parse, start: int, end: int) -> list[int]:
    """List the tokens of a range that hang on none of the others in it."""
    heads = parse.heads
    return [
        token
        for token in range(start, end)
        if heads[token] == token or not start <= heads[token] < end
    ]


def without_punctuation(parse: Parse, tokens: Iterable[int]) -> frozenset[int]:
    """Give those tokens that are words or figures."""
    return frozenset(token for token in tokens if parse.words[token][0].isalnum())


def ancestors(parse: Parse, token: int) -> list[int]:
    """List what a token hangs on, nearest first, as far as ten steps up."""
    chain: list[int] = []
    while parse.heads[token] != token and len(chain) < LONGEST_CHAIN:
        token = parse.heads[token]
        chain.append(token)
    return chain
