"""Lead verbs: verbs of saying before their subject, as in *Said Ann Lee: “Go.”*.

A tagger takes them for parts of the name or the title behind, and *Said* is a given name, too.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from typing import Literal

from quoteattr.lexicon.name_words import is_given_name, is_title_word
from quoteattr.lexicon.noun_kinds import is_role
from quoteattr.lexicon.word_lists import marked_words, read_table
from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.grammar import FINITE_TAGS, NOUN_TAGS
from quoteattr.syntax.tokens import TokenRange

__all__ = ["restore_lead_verbs"]

_WITHIN_SUBJECT = frozenset({*NOUN_TAGS, "JJ", "HYPH", "POS"})
_OPENS_CLAUSE = frozenset({"IN", "WDT", "WP", "WRB"})
_MARKS = frozenset({":", "“"})
_OWNS = (["'s"], ["’s"], ["'"], ["’"])


def restore_lead_verbs(
    words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]
) -> None:
    """Part the verbs that open sentences from the names behind; the columns are changed in place.

    A name, alone or behind a role, follows such a verb, and no other finite verb stands before a
    colon, a mark or the sentence's end. *Said* is a person's name where another verb follows, or
    where the text has the same two words elsewhere as a name.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads.
        sentences: (first, behind last) token of each sentence.

    Examples:
        >>> words = ["Said", "mayor", "Lee", ":", "“", "Go", "”"]
        >>> tags = ["NNP", "NN", "NNP", ":", "``", "VB", "''"]
        >>> deps = ["amod", "compound", "ROOT", "punct", "punct", "acl", "punct"]
        >>> columns = Columns(tags, deps, [2, 2, 2, 2, 2, 2, 2])
        >>> restore_lead_verbs(words, columns, [TokenRange(0, 7)])
        >>> columns.tags[0], columns.deps[:3], columns.heads
        ('VBD', ['ROOT', 'compound', 'nsubj'], [0, 2, 0, 0, 0, 0, 0])
    """
    tags = columns.tags
    led = {
        first: (
            subject,
            _reading(words, tags, TokenRange(subject + 1, last), words[first - 1 : first]),
        )
        for first, last in sentences
        if words[first].istitle() and words[first].lower() in marked_words("lead-verb")
        for subject in [_last_of_name(words, tags, first, last)]
        if subject > first
    }
    verbs = {first: subject for first, (subject, reading) in led.items() if reading == "verb"}
    people = _people(words, led, verbs)
    for first, last in sentences if led else ():
        subject, reading = led.get(first, (first, ""))
        owns = first in verbs and words[first + 2 : first + 3] in _OWNS
        if reading and not owns and tuple(words[first : first + 2]) in people:
            _join_name(columns, first, range(first, last))
        elif reading == "verb":
            _part(words, columns, subject, range(first, last))


def _reading(
    words: Sequence[str], tags: Sequence[str], behind: TokenRange, before: Sequence[str]
) -> Literal["", "name", "verb"]:
    """Tell what a sentence's first word is, by what stands behind the name that follows it."""
    if not _leads(words, tags, behind):
        return "name"
    if "”" in before or not _MARKS.isdisjoint(words[slice(*behind)]):
        return "verb"
    return "" if any(tags[token] in FINITE_TAGS for token in range(*behind)) else "name"


def _last_of_name(words: Sequence[str], tags: Sequence[str], first: int, last: int) -> int:
    """Give the last token of the name behind a verb, with roles before it; else the verb."""
    token = first + 1
    while token < last and _is_within_subject(words, tags, token):
        token += 1
    name = token - 1
    owned = "POS" in tags[first:name] and tags[name] in NOUN_TAGS  # Ann Lee's mother
    named = (words[name][0].isupper() or owned) and words[name].lower() not in _TIMES
    role = any(is_role(word) for word in words[first + 1 : name])
    return name if name > first and named and (role or words[first + 1][0].isupper()) else first


_TIMES = frozenset(read_table("time_words"))


def _is_within_subject(words: Sequence[str], tags: Sequence[str], token: int) -> bool:
    """Tell whether a word may belong to a name or a role; a capital makes any word one."""
    dotted = words[token] == "." and is_title_word(words[token - 1].lower() + ".")
    capital = words[token][0].isupper()
    return dotted or capital or tags[token] in _WITHIN_SUBJECT


def _leads(words: Sequence[str], tags: Sequence[str], behind: TokenRange) -> bool:
    """Tell whether no finite verb but those of clauses stands behind a name up to a colon."""
    clause = False
    for token in range(*behind):
        if words[token] in _MARKS:
            return True
        clause = (clause and words[token] != ",") or tags[token] in _OPENS_CLAUSE
        if tags[token] in FINITE_TAGS and not clause:
            return False
    return True


def _people(
    words: Sequence[str], led: Iterable[int], verbs: Container[int]
) -> frozenset[tuple[str, str]]:
    """Give the pairs of words at the places led that are a person's name by all the text shows."""
    places: dict[tuple[str, str], list[int]] = {
        (words[first], words[first + 1]): []
        for first in led
        if is_given_name(words[first].lower()) and words[first + 1][0].isupper()
    }
    if not places:
        return frozenset()
    counts = Counter(words)
    for place, pair in enumerate(itertools.pairwise(words)):
        if pair in places:
            places[pair].append(place)
    return frozenset(
        pair for pair, at in places.items() if _is_person(words, at, verbs, counts[pair[1]])
    )


def _is_person(
    words: Sequence[str], places: Sequence[int], verbs: Container[int], family: int
) -> bool:
    """Tell whether a verb that is a given name, too, is one, by all the places that it has.

    Args:
        words: the tokens.
        places: where the verb stands before the name.
        verbs: the places at which it is read as a verb.
        family: how often the name stands anywhere.
    """
    if any(place not in verbs for place in places):
        return True
    label = all(words[place + 2 : place + 3] == [":"] for place in places)
    return len(places) > 1 and label and family == len(places)


def _part(words: Sequence[str], columns: Columns, subject: int, sentence: range) -> None:
    """Make the first word of a sentence its verb, and hang the name and what is said on it."""
    tags, deps, heads = columns
    verb = sentence.start
    tags[verb] = "VBZ" if words[verb].endswith("s") else "VBD"
    columns.make_root(verb)
    columns.hang(subject, "nsubj", verb)
    for token in range(verb + 1, subject):
        if not verb < heads[token] <= subject or heads[token] == token:
            columns.hang(token, "compound", subject)
    colon = next((token for token in sentence if words[token] in _MARKS), sentence.stop)
    for token in range(subject + 1, sentence.stop):
        if heads[token] == token or (heads[token] <= subject and token >= colon):
            columns.move(token, verb)
            deps[token] = "ccomp" if tags[token][0] == "V" else deps[token]


def _join_name(columns: Columns, first: int, sentence: range) -> None:
    """Make the first word of a sentence part of the name behind it."""
    tags, deps, heads = columns
    name = first + 1
    top = name if heads[name] == first else heads[name]
    columns.put_above(top, first)
    for token in sentence:
        if heads[token] == first and token != first:
            heads[token] = top
    tags[first], deps[first], heads[first] = "NNP", "compound", name
