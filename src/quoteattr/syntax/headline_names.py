"""Headline names: the persons in a headline of which the name finder made one name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import attrs

from quoteattr.lexicon.name_words import is_given_name
from quoteattr.syntax.capital_runs import title_cased
from quoteattr.syntax.name_likeness import likeness
from quoteattr.syntax.tokens import LabelledRange, Parse, TokenRange

__all__ = ["cut_headline_names"]

_Words = tuple[str, ...]

_FEWEST_WORDS = 2  # of a full name
_LEAST_LIKE = "4"  # of "8"


def cut_headline_names(parse: Parse, names: Sequence[LabelledRange]) -> list[LabelledRange]:
    """Cut a name in a headline to the persons whom the text names elsewhere in full.

    All words of "Ann Lee Slams Bo Ek" have a capital, but a text that tells of Ann Lee and of
    Bo Ek leaves "Slams" to no name. The family names of such persons are cut out of the same name.
    A name whose other words are built like names stays, being the longer name of somebody.

    Args:
        parse: the token table.
        names: the names in it, in order, persons with the label PER.

    Returns:
        The names in order.
    """
    headlines = {n for n, bounds in enumerate(parse.sentences) if title_cased(parse, *bounds)}
    below = [name for name in names if parse.sentence[name.start] not in headlines]
    if not headlines or not below:
        return [*names]
    persons = _named_in_full(parse, below)
    found: list[LabelledRange] = []
    for name in names:
        in_headline = parse.sentence[name.start] in headlines
        found += (in_headline and _persons_in(parse, name, persons)) or [name]
    return found


def _named_in_full(parse: Parse, names: Sequence[LabelledRange]) -> frozenset[_Words]:
    """Give the persons' names of two words and more, in lower case."""
    return frozenset(
        _lowers(parse, name)
        for name in names
        if name.label == "PER" and name.end - name.start >= _FEWEST_WORDS
    )


def _lowers(parse: Parse, name: TokenRange | LabelledRange) -> _Words:
    return tuple(parse.lowers[name.start : name.end])


def _persons_in(
    parse: Parse, name: LabelledRange, persons: Collection[_Words]
) -> list[LabelledRange]:
    """Give the persons in a name, none if it holds no full name or nothing but names."""
    if _lowers(parse, name) in persons:
        return []
    full = [*_occurrences(parse, name, persons)]
    rest = {*range(name.start, name.end)}.difference(*(range(*part) for part in full))
    if not full or all(_is_like_a_name(parse.words[token]) for token in rest):
        return []
    family = {(person[-1],) for person in persons}
    return [
        attrs.evolve(name, start=start, end=end, label="PER")
        for start, end in _occurrences(parse, name, {*persons, *family})
    ]


def _occurrences(
    parse: Parse, name: LabelledRange, persons: Collection[_Words]
) -> Iterator[TokenRange]:
    """Give where persons' names stand in a name, the longest at each place; none overlap."""
    sizes = sorted({len(words) for words in persons}, reverse=True)
    start = name.start
    while start < name.end:
        ends = (start + size for size in sizes if start + size <= name.end)
        end = next((e for e in ends if tuple(parse.lowers[start:e]) in persons), None)
        if end is not None:
            yield TokenRange(start, end)
        start = end or start + 1


def _is_like_a_name(word: str) -> bool:
    """Tell whether a word with a capital may be part of a person's name, by list or letters."""
    return is_given_name(word.lower()) or likeness(word) >= _LEAST_LIKE or not word.isalpha()
