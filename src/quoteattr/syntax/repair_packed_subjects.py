"""Subjects packed against a day or a hearer: “said (on) Monday rents rose”, “told a jury Lee fell”.

Without "that" between both, the parser takes the two nouns for one.
"""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.lexicon.word_lists import read_table
from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.grammar import (
    ALL_SUBJECTS,
    COMMON_NOUN_TAGS,
    FINITE_TAGS,
    PROPER_NOUN_TAGS,
    TOLD,
)
from quoteattr.syntax.tokens import TokenRange

__all__ = ["free_packed_subjects"]

_TELLING = frozenset({"tell", "telling", "tells", "told"})  # nobody tells without a hearer
_DETERMINERS = frozenset({"DT", "PRP$"})
_MODIFIES = frozenset({"compound", "nmod"})
_PHRASAL = frozenset({"pobj", "prep"})
_LONGEST_NOUN = 6  # tokens


def free_packed_subjects(
    words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]
) -> None:
    """Give a verb without a subject the noun behind a day, or the name behind a hearer.

    The columns are changed in place.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads.
        sentences: (first, behind last) token of each sentence.

    Examples:
        >>> words = "Lee said on Monday rents rose".split()
        >>> deps = ["nsubj", "ROOT", "prep", "compound", "pobj", "ccomp"]
        >>> tags = ["NNP", "VBD", "IN", "NNP", "NNS", "VBD"]
        >>> columns = Columns(tags, deps, [1, 1, 1, 4, 2, 1])
        >>> free_packed_subjects(words, columns, [TokenRange(0, 6)])
        >>> columns[1:]
        (['nsubj', 'ROOT', 'prep', 'pobj', 'nsubj', 'ccomp'], [1, 1, 1, 2, 5, 1])
    """
    for sentence in sentences:
        for token in range(sentence.start + 1, sentence.end - 2):
            if words[token] in _TELLING:
                _free_behind_hearer(columns, token, sentence)
            elif columns.tags[token] == "NNP" and _is_day(words, columns.heads[token], token):
                if words[token - 1] == "on":
                    _free_behind_day(columns, token, sentence)
                else:
                    _hang_day_on_verb(columns, token)


def _is_day(words: Sequence[str], noun: int, token: int) -> bool:
    """Tell whether a word is a weekday before a noun that tells no time: not Monday evening."""
    times = read_table("time_words")
    return times.get(words[token].lower()) == "weekday" and words[noun].lower() not in times


def _free_behind_day(columns: Columns, day: int, sentence: TokenRange) -> None:
    """Part a day from the noun behind it that is the subject of a verb: on Monday rents rose."""
    tags, deps, heads = columns
    link, noun = day - 1, heads[day]
    if noun == link and heads[heads[link]] == link - 1:
        columns.hang(link, "prep", link - 1)
        return
    if noun == link:
        noun = next((t for t in range(day + 1, sentence.end) if heads[t] == link), day)
    elif deps[day] not in _MODIFIES:
        return
    if noun <= day or tags[noun] not in COMMON_NOUN_TAGS:
        return
    verb = _verb_of(columns, noun, sentence)
    said = heads[verb] if heads[link] == verb else _verb_above(columns, link)
    if verb == noun or said >= link or tags[said][0] != "V":
        return
    columns.hang(link, "prep", said)
    _make_subject(columns, noun, verb)
    columns.hang(day, "pobj", link)


def _verb_above(columns: Columns, token: int) -> int:
    """Give the verb that a phrase hangs on through other phrases: said in a statement on."""
    while columns.deps[token] in _PHRASAL and columns.heads[token] != token:
        token = columns.heads[token]
    return token


def _hang_day_on_verb(columns: Columns, day: int) -> None:
    """Hang on a verb the day right behind it, not on the subject of what it reports."""
    tags, deps, heads = columns
    verb, noun = day - 1, heads[day]
    said = tags[verb][0] == "V" and heads[heads[noun]] == verb and deps[noun] in ALL_SUBJECTS
    if said and deps[day] in _MODIFIES:
        columns.hang(day, "npadvmod", verb)


def _free_behind_hearer(columns: Columns, telling: int, sentence: TokenRange) -> None:
    """Part a hearer from the name behind that is the subject of a verb: told a court Lee slept."""
    tags, deps, _ = columns
    if tags[telling + 1] not in _DETERMINERS:
        return
    name = telling + 2
    while name < min(sentence.end, telling + _LONGEST_NOUN) and tags[name] in COMMON_NOUN_TAGS:
        name += 1
    hearer = name - 1
    while name < sentence.end and tags[name] in PROPER_NOUN_TAGS:
        name += 1
    name -= 1
    verb = _verb_of(columns, name, sentence) if telling + 1 < hearer < name else name
    if verb == name or (deps[name] in ALL_SUBJECTS and deps[hearer] in TOLD):
        return
    _make_subject(columns, name, verb)
    columns.hang(hearer, "dobj", telling)
    for token in range(telling + 1, hearer):
        columns.hang(token, "det" if token == telling + 1 else "compound", hearer)
    columns.hang(verb, "ccomp", telling)


def _verb_of(columns: Columns, noun: int, sentence: TokenRange) -> int:
    """Give the finite verb behind a noun and what narrows it that has no other subject.

    The noun itself stands for none.
    """
    tags, deps, heads = columns
    finite = noun + 1
    while finite < sentence.end and columns.is_below(finite, noun) and tags[finite] != ",":
        finite += 1
    while finite < sentence.end and tags[finite] == "RB":
        finite += 1
    if finite >= sentence.end or tags[finite] not in FINITE_TAGS:
        return noun
    verb = columns.main_verb(finite)
    others = (t for t in range(*sentence) if heads[t] == verb and deps[t] in ALL_SUBJECTS)
    return verb if verb > noun and {*others} <= {noun} else noun


def _make_subject(columns: Columns, noun: int, verb: int) -> None:
    helpers = (columns.deps[t] for t in range(noun + 1, verb) if columns.heads[t] == verb)
    passive = "auxpass" in helpers
    columns.hang_subject(noun, verb, "nsubjpass" if passive else "nsubj")
