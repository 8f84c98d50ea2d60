"""Body descriptions: the nouns that a text puts beside the name of a body or a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoteattr.syntax.grammar import COMMON_NOUN_TAGS
from quoteattr.syntax.tokens import Parse, roots_of

__all__ = ["description_words", "nouns_beside"]

_BEFORE = frozenset({"compound", "nmod"})


def description_words(parse: Parse, spans: Iterable[tuple[int, int]]) -> frozenset[str]:
    """Give the lower-cased nouns that say what bears a name.

    These are *insurer* and *subsidiary* in "the insurer Zedcare, a subsidiary of a bank", and
    *bank* in "Acme is a bank".

    Args:
        parse: the text's tokens.
        spans: (first, behind last) token of each mention by name.
    """
    return frozenset(
        parse.lowers[word]
        for start, end in spans
        for noun in nouns_beside(parse, start, end)
        for word in _with_compounds(parse, noun, start, end)
    )


def nouns_beside(parse: Parse, start: int, end: int) -> Iterator[int]:
    """Give the common nouns that stand beside a name, modify it or are equated with it."""
    head = roots_of(parse, start, end)[-1]
    near = [*_near_below(parse, head, start), *_near_above(parse, head)]
    return (token for token in near if parse.tags[token] in COMMON_NOUN_TAGS)


def _near_below(parse: Parse, head: int, start: int) -> Iterator[int]:
    """Give what stands in apposition to a name, and what modifies it from outside."""
    for child in parse.children[head]:
        if parse.deps[child] == "appos" or (child < start and parse.deps[child] in _BEFORE):
            yield child


def _near_above(parse: Parse, head: int) -> Iterator[int]:
    """Give what a name is in apposition to, and what it is said to be."""
    above = parse.heads[head]
    if parse.deps[head] == "appos":
        yield above
    if parse.deps[head] == "nsubj" and parse.lowers[above] in _EQUATES:
        yield from (child for child in parse.children[above] if parse.deps[child] == "attr")


_EQUATES = frozenset({"are", "is", "was", "were"})


def _with_compounds(parse: Parse, noun: int, start: int, end: int) -> Iterator[int]:
    """Give a noun and the common nouns before it that belong to it, but for the name's own."""
    yield noun
    for child in parse.children[noun]:
        common = parse.deps[child] == "compound" and parse.tags[child] in COMMON_NOUN_TAGS
        if common and not start <= child < end:
            yield child
