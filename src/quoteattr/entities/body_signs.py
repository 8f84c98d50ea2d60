"""Body signs: what refers to a name, or goes on from it, and shows its bearer to be no person."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from quoteattr.entities.body_descriptions import nouns_beside
from quoteattr.lexicon.name_words import is_given_name, is_honorific
from quoteattr.lexicon.noun_kinds import is_body, is_person_noun, is_role
from quoteattr.lexicon.word_lists import marked_words, read_words
from quoteattr.syntax.grammar import ALL_SUBJECTS
from quoteattr.syntax.tokens import Parse, lower_before

__all__ = [
    "body_openings",
    "has_trade_of_firms",
    "is_meant_as_body",
    "is_short_for_body",
    "is_told_of",
    "says_i",
]

_PERSONAL = marked_words("personal")
_ARTICLES = frozenset({"the", "this"})
# Of these there is one in every place, so that they need not mean what was named before.
_KNOWN_TO_ALL = marked_words("in-every-place")
_OWNED = marked_words("owned-by-firms")
_PLIED_ALONE = marked_words("plied-alone")
_REACH = 2  # sentences


def is_meant_as_body(parse: Parse, start: int, end: int) -> bool:
    """Tell whether “the club” or “its founder” stands behind a subject that nobody is called by.

    The text names no organisation that could be meant instead.
    """
    if parse.deps[end - 1] != "nsubj" or _is_personal(parse, start, end):
        return False
    if _goes_on_about_person(parse, end):
        return False
    # The whole text is searched for an organisation last, as few names come so far.
    return any(_means_body(parse, token) for token in _behind(parse, end)) and not any(
        entity.label == "ORG" for entity in parse.entities
    )


def has_trade_of_firms(parse: Parse, start: int, end: int) -> bool:
    """Tell whether a trade stands beside a name that is no person's: the retailer Zed Brook.

    That is one that tells of "its profit", or one without a given name, which is not used again
    without its first word, where the trade is not often a person's: the film producer Zed Brook.
    """
    trades = [noun for noun in _nouns_at(parse, start, end) if _is_trade(parse.lowers[noun])]
    if not trades or _has_age_behind(parse, end):
        return False
    if any(_owns(parse, token) for token in _behind(parse, end)):
        return True
    plied = _PLIED_ALONE.issuperset(parse.lowers[noun] for noun in trades)
    if plied or _is_courteous(parse, start, end) or _has_family_name(parse, start, end):
        return False
    owned = any(parse.tags[child] == "PRP$" for noun in trades for child in parse.children[noun])
    return owned or not _goes_on_about_person(parse, end)


def _has_family_name(parse: Parse, start: int, end: int) -> bool:
    """Tell whether the last of several words is a person's name elsewhere."""
    alone = (
        one.start for one in parse.entities if one.label == "PERSON" and one.end - one.start == 1
    )
    return end - start > 1 and any(parse.lowers[one] == parse.lowers[end - 1] for one in alone)


def _nouns_at(parse: Parse, start: int, end: int) -> Iterator[int]:
    """Give the nouns beside a name, and a word with a capital that opens the sentence before it."""
    yield from nouns_beside(parse, start, end)
    if start and parse.tags[start - 1] == "NNP" and parse.heads[start - 1] in range(start, end):
        yield start - 1


def _is_trade(word: str) -> bool:
    """Tell whether a noun is for one who does what firms do more often than people: retailer."""
    return word in read_words("firm_roles") or (is_body(word) and not is_role(word))


def body_openings(parse: Parse) -> frozenset[str]:
    """Give the lower-cased words that open a body's longer name: Arno, of Arno Ferries.

    That of a foundation, a council or the like is more often a person's, who gave it the name.
    """
    return frozenset(
        parse.lowers[entity.start]
        for entity in parse.entities
        if entity.label == "ORG"
        and entity.end > entity.start + 1
        and not any(map(is_body, parse.lowers[entity.start + 1 : entity.end]))
    )


def is_short_for_body(parse: Parse, start: int, end: int, openings: Collection[str]) -> bool:
    """Tell whether a word alone, of which nothing is said as of a person, opens a body's name."""
    opens = end == start + 1 and parse.lowers[start] in openings
    return opens and not _is_personal(parse, start, end) and not _goes_on_about_person(parse, end)


def _is_personal(parse: Parse, start: int, end: int) -> bool:
    """Tell whether a given name is among the words, or a courtesy or a role in front."""
    return _is_courteous(parse, start, end) or is_role(lower_before(parse, start))


def _is_courteous(parse: Parse, start: int, end: int) -> bool:
    """Tell whether a given name is among the words, or a courtesy in front."""
    given = any(map(is_given_name, parse.lowers[start:end]))
    return given or is_honorific(lower_before(parse, start))


def says_i(parse: Parse, start: int, end: int) -> bool:
    """Tell whether a name is the subject of a sentence with “I” in it, which no body says."""
    sentence = parse.sentences[parse.sentence[start]]
    verb = parse.heads[end - 1]
    subject = parse.deps[end - 1] == "nsubj" and parse.deps[verb] == "ROOT"
    return subject and "I" in parse.words[slice(*sentence)]


def is_told_of(parse: Parse, start: int, end: int) -> bool:
    """Tell whether an age or a person's noun stands beside a name, or “he” or “she” behind it."""
    return (
        _has_age_behind(parse, end)
        or _goes_on_about_person(parse, end)
        or any(is_person_noun(parse.lowers[noun]) for noun in nouns_beside(parse, start, end))
    )


def _has_age_behind(parse: Parse, end: int) -> bool:
    return parse.tags[end : end + 2] == [",", "CD"]


def _goes_on_about_person(parse: Parse, end: int) -> bool:
    """Tell whether "he" or "she" stands behind a name."""
    behind = _behind(parse, end)
    return not _PERSONAL.isdisjoint(parse.lowers[behind.start : behind.stop])


def _behind(parse: Parse, end: int) -> range:
    """Give the tokens behind a name up to the end of the next sentence."""
    last = min(parse.sentence[end - 1] + _REACH, len(parse.sentences)) - 1
    return range(end, parse.sentences[last][1])


def _means_body(parse: Parse, token: int) -> bool:
    """Tell a noun for a body behind “the” that acts, and “its” before a role or a firm's profit."""
    if parse.lowers[token] == "its":
        return is_role(parse.lowers[parse.heads[token]]) or _owns(parse, token)
    return (
        is_body(parse.lowers[token])
        and parse.lowers[token] not in _KNOWN_TO_ALL
        and parse.deps[token] in ALL_SUBJECTS
        and parse.words[token].islower()
        and lower_before(parse, token) in _ARTICLES
    )


def _owns(parse: Parse, token: int) -> bool:
    """Tell whether a word is "its" before what a firm has: its full-year profit."""
    return parse.lowers[token] == "its" and parse.lowers[parse.heads[token]] in _OWNED
