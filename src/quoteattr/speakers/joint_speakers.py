"""Joint speakers: those whom a text takes together, as in "Ann Lee and Bo Ek said"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from quoteattr.entities.cast import Cast
from quoteattr.entities.person_names import couple_start, joins_courtesies
from quoteattr.lexicon.noun_kinds import is_singular_role
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.speakers.references import Reference
from quoteattr.syntax.grammar import FINITE_TAGS, NOUN_TAGS
from quoteattr.syntax.noun_phrases import article_of
from quoteattr.syntax.tokens import Parse

__all__ = ["joined_heads", "named_pairs"]

_SPEAKING_PARTS = frozenset({"nsubj", "pobj", "ROOT", "nsubjpass"})
_NOMINAL = frozenset({*NOUN_TAGS, "PRP"})
_FAR_CONJUNCT = 12  # tokens


def named_pairs(cast: Cast) -> Iterator[tuple[int, int]]:
    """Give the (first, behind last) token of two that "and" joins: two names, Mr and Mrs Lee."""
    spans = sorted(span for person in cast.entities[: len(cast.people)] for span in person.spans)
    for (start, end), (following, last) in itertools.pairwise(spans):
        joined = following == end + 1 and cast.parse.lowers[end] == "and"
        if joined and cast.at[end - 1] != cast.at[following] and not cast.quoted[end]:
            yield start, last
    for start, end in spans:
        first = couple_start(cast.parse, start)
        if first is not None and not cast.quoted[first]:
            yield first, end


def joined_heads(cast: Cast, reference: Reference) -> Sequence[int]:
    """Give the heads of those that a source takes together, none where it means one alone."""
    if reference.pronoun or cast.parse.deps[reference.token] not in _SPEAKING_PARTS:
        return []
    if (first := _couple(cast, reference.token)) is not None:
        return [first, reference.token]
    heads = _hung_on_name(cast, reference.token)
    heads += _conjuncts(cast.parse, _first(cast, reference))
    several = len(heads) > 1 and _links(cast.parse, heads)
    if not several or _is_parted(cast.parse, heads) or _runs_into_subject(cast.parse, heads):
        return []
    return [] if _is_one(cast, heads) or _is_far(cast, heads) else heads


def _couple(cast: Cast, token: int) -> int | None:
    """Give the first of two courtesies before the name that a token ends: Dr and Mrs Bo Lee."""
    start = token
    while start > 0 and cast.at.get(start - 1, -1) == cast.at.get(token):
        start -= 1
    return couple_start(cast.parse, start) if token in cast.at else None


def _is_parted(parse: Parse, heads: Sequence[int]) -> bool:
    """Tell whether the first stands alone: before a colon, or before its apposition.

    No comma parts a list from its verb: Ann Lee, Ayton and Beeford's mayor, said.
    """
    first, *_, last = heads
    owned = len(heads) > 2 and "POS" in parse.tags[heads[-2] + 1 : last + 2]  # noqa: PLR2004
    apposed = parse.words[first + 1] == parse.words[parse.heads[first] - 1] == ","
    return (owned and apposed) or ":" in parse.words[first:last]


def _runs_into_subject(parse: Parse, heads: Sequence[int]) -> bool:
    """Tell whether a verb behind them needs all but the first: according to Ann, Bo and Cy left."""
    behind = parse.rights[heads[-1]]
    verb = parse.tags[behind : behind + 1]
    told = parse.lowers[parse.heads[parse.heads[heads[0]]]] == "according"
    return told and verb != [] and verb[0] in FINITE_TAGS


def _hung_on_name(cast: Cast, token: int) -> list[int]:
    """Give the persons whom the parse hangs on the name that "and" joins them to.

    Union chairman Peter Vele and party president Ana Kalai.
    """
    parse, own = cast.parse, cast.person_at(token)
    return [
        child
        for child in parse.children[token]
        if own is not None
        and parse.deps[child] in ("nmod", "compound")
        and cast.person_at(child) not in (None, own)
        and any(parse.lowers[inner] == "and" for inner in parse.children[child])
    ]


def _first(cast: Cast, reference: Reference) -> int:
    """Give the first head; a plural noun gives way to names behind it: the brothers Al and Bo.

    So does a number: two of the brothers, Al and Bo.
    """
    parse, token = cast.parse, reference.token
    beside = (child for child in parse.children[token] if parse.deps[child] == "appos")
    named = (child for child in beside if child in cast.at)
    counted = parse.tags[token] == "CD" and reference.word != "one"
    return next(named, token) if reference.plural or counted else token


def _conjuncts(parse: Parse, head: int) -> Iterator[int]:
    """Give a head, and the first noun behind each that is joined to it."""
    following: int | None = head
    while following is not None:
        yield following
        joined = (
            child
            for child in parse.children[following]
            if child > following and parse.deps[child] == "conj" and parse.tags[child] in _NOMINAL
        )
        following = next(joined, None)


def _links(parse: Parse, heads: Sequence[int]) -> bool:
    """Tell whether "and" or "or" stands before the last of them."""
    between = parse.lowers[heads[-2] + 1 : heads[-1]]
    return "and" in between or "or" in between or joins_courtesies(parse, heads[-2])


def _is_one(cast: Cast, heads: Sequence[int]) -> bool:
    """Tell whether all are one: one person's roles, with the name or not; the words of one name."""
    shared = _share_an_article(cast, heads) or _share_a_name(cast, heads)
    return shared or _mean_one(cast, heads)


def _mean_one(cast: Cast, heads: Sequence[int]) -> bool:
    """Tell whether names and titles are one person's: Chad's envoy and party leader Ann Lee.

    Behind an article the role is hardly hers: the mayor and police chief Ann Lee.
    """
    numbers = {cast.at.get(head, cast.title_at.get(head)) for head in heads}
    own = cast.at.keys().isdisjoint(heads[1:]) or heads[0] in cast.at
    return len(numbers) == 1 and None not in numbers and (own or _is_bare(cast.parse, heads[0]))


def _is_bare(parse: Parse, head: int) -> bool:
    """Tell whether a noun has no article."""
    return article_of(parse, head) == head


def _share_an_article(cast: Cast, heads: Sequence[int]) -> bool:
    """Tell whether roles of one person have one article or owner: the novelist and former minister.

    Its founder and director is one, too, and a teacher and mother; Iran's king and premier are two.
    So is whoever is named behind a comma: his brother and agent, Bo Ek.
    """
    parse = cast.parse
    first, *others = (_determiner(parse, head) for head in heads)
    if first is None or others.count(None) < len(others) or any(head in cast.at for head in heads):
        return False
    words = {parse.lowers[head] for head in heads}
    if parse.lowers[first] in ("a", "an"):
        words -= marked_words("kin")
    offices = len(words) > 1 and words <= marked_words("single-office")
    if words == set() or (offices and parse.deps[first] == "poss"):
        return False
    return all(map(is_singular_role, words)) or _are_named(cast, heads)


def _are_named(cast: Cast, heads: Sequence[int]) -> bool:
    """Tell whether one person's name, joined to no other, stands beside nouns, behind them."""
    parse = cast.parse
    behind = (child for head in heads for child in parse.children[head] if child > heads[-1])
    names = [child for child in behind if parse.deps[child] == "appos"]
    return len(names) == 1 and names[0] in cast.at and not _links_on(parse, names[0])


def _links_on(parse: Parse, name: int) -> bool:
    """Tell whether another name is joined to one."""
    return any(parse.deps[child] == "conj" for child in parse.children[name])


def _determiner(parse: Parse, head: int) -> int | None:
    """Give the article or the owner of a noun: the chair, its chair, Acme's chair."""
    children = parse.children[head]
    return next((child for child in children if parse.deps[child] in ("det", "poss")), None)


def _share_a_name(cast: Cast, heads: Sequence[int]) -> bool:
    """Tell whether a name ends the roles before it: club chair and tax lawyer Ann Lee said."""
    parse = cast.parse
    if any(head in cast.at or article_of(parse, head) != head for head in heads):
        return False
    behind = (child for head in heads for child in parse.children[head] if child > heads[-1])
    return any(
        cast.person_at(child) is not None and parse.words[parse.lefts[child] - 1] != ","
        for child in behind
        if parse.deps[child] == "appos"
    )


def _is_far(cast: Cast, heads: Sequence[int]) -> bool:
    """Tell whether the second of two has no name and stands far off, where parses go wrong."""
    first, *others = heads
    nameless = len(others) == 1 and cast.at.get(others[0]) is None
    return nameless and cast.parse.lefts[others[0]] - first > _FAR_CONJUNCT
