"""Ranks: the courtesies and ranks before a name, and where an office of its own begins there."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.entities.title_extents import Named, starts_before
from quoteattr.lexicon.name_words import is_honorific, is_rank, is_title_word
from quoteattr.lexicon.noun_kinds import is_role, is_singular_role
from quoteattr.lexicon.plurals import singulars
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.syntax.capital_runs import behind_excellency
from quoteattr.syntax.tokens import Parse, lower_before

__all__ = [
    "behind_patron",
    "courtesies_start",
    "ends_sentence",
    "has_office_before",
    "is_rank_apart",
    "prolongs_role",
    "rank_start",
]

_PART_OF_RANK = marked_words("rank-part")
_PART_OF_OFFICE = marked_words("title-rank") | _PART_OF_RANK
_OF_STAFF = frozenset({"sergeant", "sgt", "sgt.", "captain", "capt", "capt."})
_SERVING = marked_words("in-service") | marked_words("unnamed-voice") | marked_words("kin")
_LINK_TAGS = frozenset({"IN", "TO"})
_LONGEST_RANK = 5


def behind_patron(parse: Parse, start: int, first: int) -> int:
    """Give the first token of the office of whom somebody serves: a lawyer for | Gov. Jane Doe.

    Other words before an office belong to it: Bank of Ghana governor Jane Doe; chief of staff
    General Jane Doe.
    """
    link = _link_before(parse, start, first)
    if link <= first or parse.tags[link] not in _LINK_TAGS:
        return first
    rank = _mere_rank_start(parse, start, link + 1)
    if rank == link + 1:
        return rank if rank < start else first
    own = is_singular_role(parse.lowers[rank - 1]) and _serves(parse.lowers[link - 1])
    return link + 1 if own else first


def _link_before(parse: Parse, start: int, first: int) -> int:
    """Give the nearest preposition before a token, or where the search for it ends."""
    link = start - 1
    while link > first and parse.tags[link] not in _LINK_TAGS and link > start - _LONGEST_RANK:
        link -= 1
    return link


def _mere_rank_start(parse: Parse, start: int, first: int) -> int:
    """Step left over courtesies and short titles, and over the adjectives before them."""
    rank = start
    while rank > first and _is_mere_rank(parse, rank - 1):
        rank -= 1
    while first < rank < start and parse.tags[rank - 1] == "JJ":
        rank -= 1
    return rank


def _serves(word: str) -> bool:
    """Tell whether a noun is for somebody who speaks for another or is akin to another."""
    return not _SERVING.isdisjoint(singulars(word))


def _is_mere_rank(parse: Parse, token: int) -> bool:
    """Tell whether a word is a courtesy or a short title, or the full stop of one."""
    word = parse.lowers[token]
    return word == "." or _is_courtesy(parse, token) or (is_rank(word) and not is_role(word))


def courtesies_start(parse: Parse, start: int, named: Named) -> int:
    """Step left over "Mr" and the like."""
    first = parse.paragraphs[parse.paragraph[start]][0]
    while start > first and start - 1 not in named and _is_courtesy(parse, start - 1):
        start -= 1
    return start


def _is_courtesy(parse: Parse, token: int) -> bool:
    word = parse.lowers[token]
    if word == "." and token:
        word = parse.lowers[token - 1] + "."
    return is_honorific(word) or _is_excellency(parse.words, token)


def _is_excellency(words: Sequence[str], token: int) -> bool:
    """Tell whether a token is HE, or one of the letters of H E."""
    return any(behind_excellency(words, start) > token for start in (max(0, token - 1), token))


def ends_sentence(parse: Parse, end: int) -> bool:
    """Tell whether a full stop that is no abbreviation's stands before a token."""
    stop = parse.words[end - 1]
    return stop in ("!", "?") or (stop == "." and not is_rank(parse.lowers[end - 2]))


def rank_start(parse: Parse, end: int, first: int) -> int:
    """Give the start of the rank in front of `end`, or `end` where nothing stands before it."""
    token = _before_bracket(parse, end) - 1
    if parse.words[token] == "." and token > first:
        token -= 1
    if token <= first or not is_rank(parse.lowers[token]):
        return end
    while token - 1 > first and _prolongs_rank(parse, token - 1):
        token -= 1
    return token


def _before_bracket(parse: Parse, end: int) -> int:
    """Step left over one word in brackets: Major General (retd)."""
    bracketed = parse.words[max(0, end - 3) : end][::2] == ["(", ")"]
    return end - 3 if bracketed else end


def is_rank_apart(role: str, rank: str) -> bool:
    """Tell whether a lower-cased word behind a role is a rank beside it, and no part of it.

    Examples:
        >>> is_rank_apart("spokesman", "colonel"), is_rank_apart("attorney", "general")
        (True, False)
        >>> is_rank_apart("director", "dr"), is_rank_apart("chief", "inspector")
        (True, False)
    """
    short = is_title_word(rank) and not (is_role(rank) and rank.isalpha())
    beside = rank in marked_words("rank-behind-role") and role not in _PART_OF_OFFICE
    return is_role(role) and (short or beside or rank == "rear" or is_honorific(rank))


def has_office_before(parse: Parse, rank: int, end: int, first: int, named: Named) -> bool:
    """Tell whether an office stands before a rank: Secretary of Defense Gen. Jane Doe."""
    word = parse.lowers[end - 1]
    starts = starts_before(parse, rank, first, named) if word.endswith(".") else ()
    office = any(is_role(parse.lowers[token]) for token in starts)
    return office or is_rank_apart(lower_before(parse, rank), word)


def _prolongs_rank(parse: Parse, token: int) -> bool:
    word = parse.lowers[token]
    if ends_sentence(parse, token + 1):
        return False
    if word == "staff" and parse.lowers[token + 1] not in _OF_STAFF:  # Chief of Army Staff Gen.
        return False
    rank = word in _PART_OF_RANK or (is_rank(word) and not is_role(word))
    return rank and not parse.words[token].islower()


def prolongs_role(parse: Parse, rank: int, end: int) -> bool:
    """Tell whether a rank is the head of a role that begins before it: finance minister."""
    hangs = rank > 0 and parse.heads[rank - 1] in range(rank, end)
    return hangs and is_role(parse.lowers[end - 1]) and not is_role(lower_before(parse, rank))
