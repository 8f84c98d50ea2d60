"""Texts: whose the letters, statements and reports are that a text tells of."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.lexicon.noun_kinds import is_document
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.speakers.phrase_relations import agents_of
from quoteattr.syntax.grammar import NOMINAL_SUBJECTS
from quoteattr.syntax.tokens import Parse

__all__ = ["text_authors"]

_OWNING = frozenset({"compound", "nmod", "poss"})
_BY = frozenset({"by", "from", "of"})
_IN = frozenset({"in", "through", "via", "with"})


def text_authors(parse: Parse) -> Iterator[tuple[int, int]]:
    """Give the (token, token of its author) of each text that is said to be somebody's.

    An author owns it ("Lee's letter"), stands behind it ("a letter from Lee"), says something in
    it ("Lee wrote in a letter"), or sends it ("Lee published a letter").
    """
    for token, word in enumerate(parse.lowers):
        if parse.tags[token] in ("NN", "NNS") and is_document(word):
            for author in _authors(parse, token):
                yield token, author


def _authors(parse: Parse, token: int) -> Iterator[int]:
    for child in parse.children[token]:
        if parse.deps[child] in _OWNING:
            yield child
        elif parse.lowers[child] in _BY:
            yield from parse.children[child]
        elif parse.deps[child] == "acl":
            yield from _makers(parse, child)
    head = parse.heads[token]
    if parse.deps[token] == "pobj" and parse.lowers[head] in _IN:
        yield from _subjects(parse, parse.heads[head])
    elif parse.deps[token] == "dobj":
        yield from _subjects(parse, head)


def _makers(parse: Parse, participle: int) -> Iterator[int]:
    """Give whom a participle names: a letter written by Lee; but not: seen by Lee."""
    if parse.lowers[participle] in marked_words("second-hand"):
        return
    yield from agents_of(parse, participle)


def _subjects(parse: Parse, verb: int) -> Iterator[int]:
    return (child for child in parse.children[verb] if parse.deps[child] in NOMINAL_SUBJECTS)
