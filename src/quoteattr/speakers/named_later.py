"""Leads: whoever is brought in by a role first, and named a little later."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence

from quoteattr.entities.inventory import Index
from quoteattr.entities.titles import Place
from quoteattr.lexicon.noun_kinds import gender_of_role, is_role
from quoteattr.speakers.noun_referents import named_person
from quoteattr.syntax.capital_runs import title_cased
from quoteattr.syntax.noun_phrases import Referent, article_of
from quoteattr.syntax.tokens import Parse

__all__ = ["answers", "find_leads"]

_INDEFINITE = frozenset({"a", "an", "one", "another"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ANSWERING = frozenset({"answered", "countered", "replied", "responded", "retorted"})
_SOON = 2


def find_leads(
    index: Index, heads: Iterable[int], speaking: frozenset[int]
) -> Iterator[tuple[int, Referent]]:
    """Give those whom the text brings in by a role and names a little later, by the role's token.

    A lead may begin with "A nurse" or "The head of the bank". Behind it comes "The nurse, Jane
    Doe," or somebody by name who speaks and of whom no role is told.

    Args:
        index: the document.
        heads: tokens of nouns for persons, in text order.
        speaking: head tokens of all sources.
    """
    parse = index.parse
    reappearing = _reappearing(index)
    newcomer = _first_named(index, speaking)
    for token in heads:
        article = article_of(parse, token)
        if index.quoted[token] or parse.deps[token] not in _SUBJECTS:
            continue
        number = None
        if parse.lowers[article] in _INDEFINITE:
            number = _next_named(index, token, reappearing.get(parse.lowers[token], ()))
        if number is None and newcomer is not None and is_role(parse.lowers[token]):
            number = _next_named(index, token, [newcomer]) if token < newcomer[0] else None
            newcomer = None
        if number is not None:
            yield token, named_person(index, number)


def _reappearing(index: Index) -> dict[str, list[tuple[int, int]]]:
    """Give the (token, person) of "the nurse, Jane Doe" by the role's words."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, titles in enumerate(index.titles):
        for title in titles:
            if title.place is Place.PREPOSED and index.parse.lowers[
                title.start - 1 : title.start
            ] == ["the"]:
                for word in index.parse.lowers[title.start : title.end]:
                    found.setdefault(word, []).append((title.start, number))
    return {word: sorted(places) for word, places in found.items()}


def _first_named(index: Index, speaking: frozenset[int]) -> tuple[int, int] | None:
    """Give the (token, person) of the first name below the headlines, if without a role."""
    parse = index.parse
    for token in sorted(index.person_at):
        if title_cased(parse, *parse.sentences[parse.sentence[token]]):
            continue
        number = index.person_at[token]
        said = not speaking.isdisjoint(range(token, token + 4))
        end = next((end for end in range(token, len(parse)) if end not in index.person_at), token)
        said = said or parse.deps[end - 1] in _SUBJECTS
        known = bool(index.titles[number]) or answers(parse, end - 1)
        return (token, number) if said and not known else None
    return None


def answers(parse: Parse, name: int) -> bool:
    """Tell whether somebody is the subject of an answer, and so not who spoke before."""
    return parse.lowers[parse.heads[name]] in _ANSWERING


def _next_named(index: Index, token: int, named: Sequence[tuple[int, int]]) -> int | None:
    """Give the person of the first naming behind the token, if it is near and fits."""
    paragraph = index.parse.paragraph
    place = bisect.bisect_left(named, (token, 0))
    if place == len(named) or paragraph[named[place][0]] - paragraph[token] > _SOON:
        return None
    number = named[place][1]
    genders = {index.people[number].gender, gender_of_role(index.parse.lowers[token])}
    return number if genders != {"m", "f"} else None
