"""Aliases: the other name that a text says somebody is known by."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from quoteattr.entities.person_names import Name
from quoteattr.lexicon.name_words import is_honorific
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.syntax.tokens import Parse

__all__ = ["find_aliases"]

_FARTHEST = 12  # tokens between the two names
_STOP_TAGS = frozenset({",", "-LRB-"})
_LINKS = frozenset({"is", "was"})
_OPENING_TAGS = _STOP_TAGS | {"RB", "RBR", "WP", "JJ"}
_MARKS = frozenset({"“", '"', "‘", "``", "the"})


def find_aliases(parse: Parse, names: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """Give the last tokens of a name and of an alias that follows it.

    “Maria Lee, known in the port as Doña Auxi, …”, “Bo Lund (alias Tin Tin)”, “Ann Lee, born Ann
    Orr”.

    Args:
        parse: the text's tokens.
        names: the persons' names in text order.
    """
    for name, following in itertools.pairwise(names):
        between = range(name.end, following.outset)
        if 0 < len(between) <= _FARTHEST and _says_known_as(parse, between):
            yield name.end - 1, following.end - 1


def _says_known_as(parse: Parse, between: range) -> bool:
    """Tell whether the tokens between two names say that the second is another of the first."""
    end = between.stop
    while end > between.start and _opens_name(parse, end - 1):
        end -= 1
    trigger = next((t for t in between if parse.lowers[t] in marked_words("alias")), end)
    if trigger >= end or not _leads_to(parse, range(between.start, trigger), trigger):
        return False
    rest = range(trigger + 1, end)
    if parse.lowers[trigger] != "known":
        return not rest
    verbs = any(parse.tags[token][:2] == "VB" for token in rest)
    return bool(rest) and parse.lowers[rest[-1]] == "as" and not verbs


def _leads_to(parse: Parse, opening: range, trigger: int) -> bool:
    """Tell whether a trigger is told of the name before it, which does not call anybody itself."""
    links = [token for token in opening if parse.lowers[token] in _LINKS]
    tags = [parse.tags[token] for token in opening if token not in links]
    parted = tags[:1] and tags[0] in _STOP_TAGS and "WP" not in tags
    passive = parse.tags[trigger] == "VBN" and bool(links or parted)
    return _OPENING_TAGS.issuperset(tags) and (passive or parse.tags[trigger][:2] != "VB")


def _opens_name(parse: Parse, token: int) -> bool:
    """Tell whether a token is a mark, an article or a courtesy before a name."""
    word = parse.lowers[token]
    return word in _MARKS or is_honorific(word)
