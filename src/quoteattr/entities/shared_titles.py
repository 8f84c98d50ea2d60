"""Shared titles: a role of several is that of each whom "and" joins there: Sens. Lee and Ek."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import attrs

from quoteattr.entities.title_features import head_of
from quoteattr.entities.title_sites import Place
from quoteattr.entities.titles import Title
from quoteattr.lexicon.name_words import is_title_word
from quoteattr.lexicon.plurals import singulars
from quoteattr.syntax.grammar import PLURAL_TAGS
from quoteattr.syntax.tokens import Parse, TokenRange

__all__ = ["shared_titles"]

_BEFORE = frozenset({Place.BEFORE, Place.PREPOSED, Place.EARLIER})
_BEHIND = frozenset({Place.BEHIND, Place.BRACKETS, Place.NEXT})
_LINKS = frozenset({",", "and", "&"})


def shared_titles(
    parse: Parse, titles: Sequence[Title], names: Sequence[TokenRange]
) -> Iterator[Title]:
    """Give each title of several once more for every other name that it stands before or behind.

    Whoever has a title of their own on that side does not share it.

    Args:
        parse: the text's tokens.
        titles: the titles found at single names.
        names: the names of persons, in text order.
    """
    for group in _joined_names(parse, names):
        for places in (_BEFORE, _BEHIND):
            own = [one for one in titles if one.mention in group and one.place in places]
            held = {title.mention for title in own}
            for title, name in itertools.product(own, group):
                if name not in held and _is_of_several(parse, title):
                    yield attrs.evolve(title, mention=name)


def _joined_names(parse: Parse, names: Sequence[TokenRange]) -> list[list[TokenRange]]:
    """List the names of each list of several: Ann Lee, Bo Ek and Cy Orr."""
    groups = [list(names[:1])]
    for one, other in itertools.pairwise(names):
        if _are_joined(parse, one, other):
            groups[-1].append(other)
        else:
            groups.append([other])
    return [group for group in groups if len(group) > 1]


def _are_joined(parse: Parse, one: TokenRange, other: TokenRange) -> bool:
    """Tell whether nothing but a link stands between two names, or the parse joins them."""
    between = parse.lowers[one.end : other.start]
    heads = [parse.heads[token] for token in range(*other) if parse.deps[token] == "conj"]
    adjacent = bool(between) and _LINKS.issuperset(between)
    return adjacent or any(one.start <= head < one.end for head in heads)


def _is_of_several(parse: Parse, title: Title) -> bool:
    """Tell whether the head noun of a title is a plural, or short for one: ministers; Sens."""
    head = head_of(parse, title.start, title.end)
    word = parse.lowers[head]
    short = word.endswith("s.") and is_title_word(word.removesuffix("s.") + ".")
    return short or (parse.tags[head] in PLURAL_TAGS and len([*singulars(word)]) > 1)
