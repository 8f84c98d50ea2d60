"""Body signs: what refers back to a name and shows its bearer to be no person."""

from __future__ import annotations

from quoteattr.lexicon.noun_kinds import is_body, is_role
from quoteattr.lexicon.word_lists import marked_words, read_table
from quoteattr.syntax.grammar import ALL_SUBJECTS
from quoteattr.syntax.tokens import Parse

__all__ = ["is_meant_as_body"]

_PERSONAL = marked_words("personal")
_ARTICLES = frozenset({"the", "this"})
# Of these there is one in every place, so that they need not mean what was named before.
_KNOWN_TO_ALL = marked_words("in-every-place")
_REACH = 2  # sentences


def is_meant_as_body(parse: Parse, start: int, end: int) -> bool:
    """Tell whether “the club” or “its founder” stands behind a subject that nobody is called by.

    The text names no organisation that could be meant instead.
    """
    if parse.deps[end - 1] != "nsubj" or _is_personal(parse, start, end):
        return False
    behind = _behind(parse, end)
    if not _PERSONAL.isdisjoint(parse.lowers[behind.start : behind.stop]):
        return False
    # The whole text is searched for an organisation last, as few names come so far.
    return any(_means_body(parse, token) for token in behind) and not any(
        entity.label == "ORG" for entity in parse.entities
    )


def _is_personal(parse: Parse, start: int, end: int) -> bool:
    """Tell whether a given name is among the words, or a courtesy or a role in front."""
    before = parse.lowers[start - 1] if start else ""
    given = not read_table("given_names").keys().isdisjoint(parse.lowers[start:end])
    return given or before in read_table("honorifics") or is_role(before)


def _behind(parse: Parse, end: int) -> range:
    """Give the tokens behind a name up to the end of the next sentence."""
    last = min(parse.sentence[end - 1] + _REACH, len(parse.sentences)) - 1
    return range(end, parse.sentences[last][1])


def _means_body(parse: Parse, token: int) -> bool:
    """Tell a noun for a body behind “the” that acts, and “its” before a role."""
    if parse.lowers[token] == "its":
        return is_role(parse.lowers[parse.heads[token]])
    return (
        is_body(parse.lowers[token])
        and parse.lowers[token] not in _KNOWN_TO_ALL
        and parse.deps[token] in ALL_SUBJECTS
        and parse.words[token].islower()
        and parse.lowers[token - 1] in _ARTICLES
    )
