"""Columns of the token table that follow from its other columns: kinds, classes, plain words."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from quoteattr.lexicon.noun_kinds import common_noun_kind, is_body, is_role
from quoteattr.lexicon.reporting_words import reporting_class
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.syntax.grammar import (
    AMOUNT_LABELS,
    HYPHENS,
    PERSONAL_TAGS,
    PROFORM_TAGS,
    TIME_LABELS,
)

__all__ = [
    "ends_age",
    "left_edges",
    "noun_kinds",
    "plain_words",
    "reporting_classes",
    "right_edges",
    "telling_word",
]

_AGE = len(("23", "-", "year", "-"))
_TOLD_BY_ANOTHER = frozenset({"general", "guard"})


def reporting_classes(lowers: Sequence[str], tags: Sequence[str]) -> list[str]:
    """Give the class of each word that can report, "" for every other word."""
    return list(map(reporting_class, lowers, tags))


def noun_kinds(lowers: Sequence[str], tags: Sequence[str], labels: Sequence[str]) -> list[str]:
    """Give the rough kind of what each noun or pronoun stands for.

    It is "pronoun" for one of a person, "it", "proform" for any other; "time" for a date or an
    amount; the label of an entity; "name"; or what a common noun says: "person", "body",
    "document", "thing". The last word of "the 23-year-old" is a person.
    """
    kinds = list(map(_noun_kind, lowers, tags, labels))
    for token, word in enumerate(lowers):
        if word == "old" and tags[token] not in PROFORM_TAGS and ends_age(lowers, token):
            kinds[token] = "person"
        elif word in _TOLD_BY_ANOTHER and kinds[token] == "person":
            kinds[token] = common_noun_kind(telling_word(lowers, token))
    return kinds


def telling_word(lowers: Sequence[str], token: int) -> str:
    """Give the word by which a noun's kind is told: of a Directorate General the first.

    A coast guard is a force, and a film maker a filmmaker, but a cement maker a firm.

    Examples:
        >>> telling_word(["the", "directorate", "general"], 2), telling_word(["a", "general"], 1)
        ('directorate', 'general')
        >>> telling_word(["the", "coast", "guard"], 2), telling_word(["the", "guard"], 1)
        ('force', 'guard')
    """
    word, before = lowers[token], lowers[token - 1] if token else ""
    if word == "general" and is_body(before):
        return before
    if word == "maker" and is_role(before + word):
        return before + word
    return "force" if word == "guard" and before in marked_words("guarded") else word


def ends_age(lowers: Sequence[str], token: int) -> bool:
    """Tell whether a token is the last of "23-year-old", which looks like a date.

    Examples:
        >>> words = ["the", "23", "-", "year", "-", "old"]
        >>> ends_age(words, 5), ends_age(["how", "old"], 1)
        (True, False)
    """
    return (
        lowers[token] == "old"
        and token >= _AGE
        and lowers[token - 2] == "year"
        and lowers[token - 1] in HYPHENS
        and lowers[token - 3] in HYPHENS
    )


@functools.lru_cache(maxsize=16_384)
def _noun_kind(word: str, tag: str, label: str) -> str:
    if tag in PERSONAL_TAGS:
        return "it" if word in ("it", "its") else "pronoun"
    if tag in PROFORM_TAGS:
        return "proform"
    if label:
        return "time" if label in AMOUNT_LABELS else label
    return "name" if tag.startswith("NNP") else common_noun_kind(word)


def plain_words(lowers: Sequence[str], tags: Sequence[str], labels: Sequence[str]) -> list[str]:
    """Give each word in lower case, "NNP" for a name, so that no feature names anybody."""
    return [
        "NNP" if tag[:3] == "NNP" and label not in TIME_LABELS else word
        for word, tag, label in zip(lowers, tags, labels, strict=True)
    ]


def left_edges(children: Sequence[Sequence[int]]) -> list[int]:
    """Give the first token of what each token governs through its first child."""
    edges = list(range(len(children)))
    for token, below in enumerate(children):
        if below and below[0] < token:
            edges[token] = edges[below[0]]
    return edges


def right_edges(children: Sequence[Sequence[int]]) -> list[int]:
    """Give the token behind the last of what each token governs through its last child."""
    edges = list(range(1, len(children) + 1))
    for token in range(len(children) - 1, -1, -1):
        below = children[token]
        if below and below[-1] > token:
            edges[token] = edges[below[-1]]
    return edges
