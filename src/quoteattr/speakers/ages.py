"""Ages: how old the text says somebody is, which tells whom “the 34-year-old” means."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from quoteattr.speakers.references import Reference
from quoteattr.syntax.grammar import NOUN_PHRASE_TAGS
from quoteattr.syntax.token_columns import ends_age
from quoteattr.syntax.tokens import Parse, paragraph_of

__all__ = ["age_asked", "age_of", "ages_beside", "tells_age"]

_CLOSING = frozenset({",", ".", ")", ";"})
_LONGEST = 3  # digits
_YEARS_OLD = ["years", "old"]
_YEARS = -4  # from "old" to the number in “34-year-old”
_FARTHEST = 8  # tokens between a name and an age in a phrase beside it


def tells_age(words: Collection[str]) -> bool:
    """Tell whether an age is among the words of a phrase, be it a figure or not.

    Examples:
        >>> tells_age({"twenty", "-", "year", "old"}), tells_age({"old", "baker"})
        (True, False)
    """
    return "old" in words and "year" in words


def age_of(words: Collection[str]) -> str:
    """Give the age that the words of a phrase tell, "" where they tell none.

    Examples:
        >>> age_of({"34", "-", "year", "old", "baker"}), age_of({"34", "bakers"})
        ('34', '')
    """
    if not tells_age(words):
        return ""
    return min((word for word in words if word.isdigit()), default="")


def age_asked(reference: Reference) -> str:
    """Give the age by which a noun phrase calls somebody, "" for none."""
    return age_of({reference.word, *reference.modifiers}) if reference.modifiers else ""


def ages_beside(parse: Parse, names: Iterable[tuple[int, int]]) -> set[str]:
    """Give the ages that stand beside somebody's name: Ann Lee, 34, or 34-year-old baker Ann Lee.

    Args:
        parse: the tokens.
        names: (first, behind last) token of each mention by name.
    """
    return {age for name in names for age in _beside(parse, *name)}


def _beside(parse: Parse, start: int, end: int) -> Iterator[str]:
    """Give the ages beside one mention: Lee, aged 34; Lee (34); Lee, a 34-year-old baker."""
    words = parse.lowers
    place = end + (words[end : end + 1] in ([","], ["("]))
    place += words[place : place + 1] in (["age"], ["aged"])
    age = words[place] if end < place < paragraph_of(parse, end - 1).end else ""
    if age.isdigit() and len(age) <= _LONGEST and _closes_age(parse, place + 1):
        yield age
    yield from _in_phrase(parse, range(start - 1, max(start - _FARTHEST, -1), -1))
    if words[end : end + 1] == [","]:
        yield from _in_phrase(parse, range(end + 1, min(end + _FARTHEST, len(parse))))


def _closes_age(parse: Parse, place: int) -> bool:
    """Tell whether an age beside a name ends before a token: 34, 34 years old; or on the line."""
    at_end = place == paragraph_of(parse, place - 1).end
    return at_end or parse.words[place] in _CLOSING or parse.lowers[place : place + 2] == _YEARS_OLD


def _in_phrase(parse: Parse, tokens: Iterable[int]) -> Iterator[str]:
    """Give the age in the words of one noun phrase, as far as they are of one."""
    for token in tokens:
        if ends_age(parse.lowers, token):
            yield parse.lowers[token + _YEARS]
        if parse.tags[token] not in NOUN_PHRASE_TAGS:
            return
