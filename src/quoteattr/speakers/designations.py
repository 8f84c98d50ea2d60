"""Designations: what titles and noun phrases call somebody, and how one goes with another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

import attrs

from quoteattr.lexicon.noun_kinds import is_role
from quoteattr.lexicon.word_lists import read_table
from quoteattr.syntax.tokens import Parse

__all__ = [
    "Designation",
    "Owning",
    "Relation",
    "best_relation",
    "designation_at",
    "owning_among",
    "relation_to",
]

Relation = Literal[
    "same", "part", "bare", "whole", "shorter", "crossing", "longer", "clash", "inside", "none"
]
Owning = Literal["same", "shared", "neither", "told", "asked", "clash", "none"]

_RELATIONS: tuple[Relation, ...] = get_args(Relation)  # the best first
_OWNINGS: tuple[Owning, ...] = get_args(Owning)
_COMMON = frozenset({"JJ", "NN", "NNP", "NNS", "VBG", "VBN"})


@attrs.frozen
class Designation:
    """What a title or a noun phrase calls somebody, all words in lower case.

    Attributes:
        head: its noun.
        words: the common words that narrow it down, before the noun and in a phrase behind it.
        owners: the names there, a country for its people: Iraq in "the Iraqi minister".
    """

    head: str
    words: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()


def designation_at(parse: Parse, start: int, head: int) -> Designation:
    """Read the designation with its noun at a token.

    Args:
        parse: the tokens.
        start: the first token that belongs to it.
        head: its noun.
    """
    around = tuple(_around(parse, start, head))
    return Designation(
        head=parse.lowers[head],
        words=frozenset(parse.lowers[token] for token in around if _narrows(parse, token)),
        owners=frozenset(_owner(parse, token) for token in around if _names(parse, token)),
    )


def _around(parse: Parse, start: int, head: int) -> Iterator[int]:
    yield from range(start, head)
    for child in parse.children[head]:
        if child == head + 1 and parse.deps[child] == "prep":
            yield from range(child, parse.rights[child])


def _narrows(parse: Parse, token: int) -> bool:
    """Tell whether a token is a common word of content, or an office with a capital."""
    if parse.tags[token] not in _COMMON:
        return False
    return not parse.words[token][0].isupper() or is_role(parse.lowers[token])


def _names(parse: Parse, token: int) -> bool:
    """Tell whether a token is part of a name."""
    capital = parse.words[token][0].isupper() and parse.tags[token][:2] in ("NN", "JJ")
    return capital and parse.labels[token] != ""


def _owner(parse: Parse, token: int) -> str:
    word = parse.lowers[token]
    return read_table("demonyms").get(word, word)


def relation_to(asked: Designation, known: Iterable[Designation]) -> Relation:
    """Tell how what somebody is called now goes with what they were called, at best.

    Examples:
        >>> mayor = Designation("mayor", frozenset({"deputy"}))
        >>> relation_to(Designation("mayor"), [mayor]), relation_to(mayor, [mayor])
        ('shorter', 'same')
        >>> relation_to(Designation("mayor", frozenset({"former"})), [mayor])
        'clash'
    """
    return best_relation(_relation(asked, one) for one in known)


def best_relation(relations: Iterable[Relation]) -> Relation:
    """Give the closest of some relations.

    Examples:
        >>> best_relation(["none", "clash", "part"])
        'part'
    """
    found = frozenset(relations)
    return next((one for one in _RELATIONS if one in found), "none")


def _relation(asked: Designation, known: Designation) -> Relation:
    if asked.head != known.head:
        return "inside" if asked.head in known.words else "none"
    own, other = asked.words, known.words
    if not own or not other:
        return "bare" if own == other else "longer" if own else "shorter"
    if own == other:
        return "same"
    if own < other:
        return "part"
    if other < own:
        return "whole"
    return "clash" if own.isdisjoint(other) else "crossing"


def owning_among(asked: Designation, known: Iterable[Designation]) -> Owning:
    """Tell how the names in a designation go with those in others that have its noun, at best.

    Examples:
        >>> envoy, other = (Designation("envoy", owners=frozenset({x})) for x in ("chad", "mali"))
        >>> owning_among(envoy, [other]), owning_among(envoy, [other, Designation("envoy")])
        ('clash', 'asked')
    """
    found = {_owning(asked.owners, one.owners) for one in known if one.head == asked.head}
    return next((one for one in _OWNINGS if one in found), "none")


def _owning(own: frozenset[str], other: frozenset[str]) -> Owning:
    if not own or not other:
        return "neither" if own == other else "asked" if own else "told"
    if own == other:
        return "same"
    return "clash" if own.isdisjoint(other) else "shared"
