"""Body descriptions: the nouns that a text puts beside the name of a body or a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoteattr.syntax.tokens import Parse

__all__ = ["description_words"]

_COMMON = frozenset({"NN", "NNS"})
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
        for noun in _nouns_beside(parse, start, end)
        for word in _with_compounds(parse, noun, start, end)
    )


def _nouns_beside(parse: Parse, start: int, end: int) -> Iterator[int]:
    """Give the common nouns that a name stands in apposition to, is headed by or equated with."""
    head = next((t for t in range(end - 1, start - 1, -1) if not start <= parse.heads[t] < end), end - 1)
    near = [child for child in parse.children[head] if parse.deps[child] == "appos" or (child < start and parse.deps[child] in _BEFORE)]
    above = parse.heads[head]
    if parse.deps[head] == "appos":
        near.append(above)
    if parse.deps[head] == "nsubj" and parse.lowers[above] in _EQUAL:
        near += [child for child in parse.children[above] if parse.deps[child] == "attr"]
    return (token for token in near if parse.tags[token] in _COMMON)


_EQUAL = frozenset({"is", "was", "are", "were"})


def _with_compounds(parse: Parse, noun: int, start: int, end: int) -> Iterator[int]:
    """Give a noun and the common nouns that modify it."""
    yield noun
    for child in parse.children[noun]:
        if parse.deps[child] == "compound" and parse.tags[child] in _COMMON and not start <= child < end:
            yield child
