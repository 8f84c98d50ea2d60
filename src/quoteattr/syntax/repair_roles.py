"""Roles before a name: “Rangers goalie Ann Lee said”, “coach Bo Ek left”, where they were no nouns.

A role is also a verb or an adverb to the parser, or a noun that hangs on something else.
"""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.lexicon.noun_kinds import is_role
from quoteattr.lexicon.reporting_words import reporting_class
from quoteattr.syntax.columns_under_repair import Columns, closes_speech
from quoteattr.syntax.grammar import (
    BASE_VERB_TAGS,
    INDICATIVE_TAGS,
    NOUN_PHRASE_TAGS,
    NOUN_TAGS,
    WITHIN_NOUN,
)
from quoteattr.syntax.tokens import TokenRange

__all__ = ["restore_roles"]

# words before a role that opens a clause
_OPENERS = frozenset({",", ";", "that", "while"})


def restore_roles(words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]) -> None:
    """Make nouns of the roles between a team and a name, or between a clause's start and a name.

    The parser took them for verbs or adverbs. A role that is also a verb is one only before a name
    with a verb of its own behind it, and so is every one that opens a clause. Right behind speech
    and a verb of saying any such word is a noun: said cook Lee. Nor is "lead" a verb between the
    comma behind a name and a noun: Lee, lead weaver. The columns are changed in place.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads.
        sentences: (first, behind last) token of each sentence.

    Examples:
        >>> words = ["Rangers", "forward", "Lee", "left"]
        >>> tags, deps = ["NNPS", "RB", "NNP", "VBD"], ["nsubj", "advmod", "nsubj", "ROOT"]
        >>> columns = Columns(tags, deps, [3, 3, 3, 3])
        >>> restore_roles(words, columns, [TokenRange(0, 4)])
        >>> columns.tags[1], columns.deps, columns.heads
        ('NN', ['compound', 'compound', 'nsubj', 'ROOT'], [2, 2, 3, 3])
    """
    tags = columns.tags
    for first, last in sentences:
        for role in range(first, last - 1):
            if tags[role + 1] == "NNP" and is_role(words[role].lower()):
                _restore_role(words, columns, role, range(first, last))
            elif tags[role] in BASE_VERB_TAGS and columns.deps[role] in ("amod", "compound"):
                tags[role] = "NN"
            elif tags[role] in BASE_VERB_TAGS and role - 2 >= first:
                _join_behind_speech(words, columns, role, range(first, last))
                _appose_lead(words, columns, role, range(first, last))


def _restore_role(words: Sequence[str], columns: Columns, role: int, sentence: range) -> None:
    """Join a role with the name behind it, and with the team before it if one stands there."""
    opens = role == sentence.start
    if not opens and columns.tags[role] not in NOUN_TAGS and _is_name(words, columns, role - 1):
        _join_with_team(words, columns, role, sentence)
    elif _opens_clause(words, role, sentence.start):
        _join_with_name(columns, role, sentence)


def _is_name(words: Sequence[str], columns: Columns, token: int) -> bool:
    return columns.tags[token] in NOUN_TAGS and words[token][0].isupper()


def _opens_clause(words: Sequence[str], token: int, first: int) -> bool:
    """Tell whether a clause starts with a word: behind closing marks, a comma, or "that"."""
    opens = token == first or words[token - 1] in _OPENERS
    return opens or closes_speech(words, token - 1)


def _join_with_team(words: Sequence[str], columns: Columns, role: int, sentence: range) -> None:
    """Make a noun of a role before a name that the parser took for a verb or an adverb."""
    tags, deps, heads = columns
    team, name = role - 1, columns.last_of_name(role, sentence.stop)
    if not _is_mere_role(words[role]):
        return
    finite = name + 1 < sentence.stop and tags[name + 1] in INDICATIVE_TAGS
    if tags[role][0] == "V" and not finite:
        return
    for other in (role, team, role):
        columns.put_above(name + finite, other)
    if finite:
        columns.hang_subject(name, name + 1)
    for token in sentence:
        if heads[token] in (team, role) and deps[token] not in WITHIN_NOUN:
            heads[token] = heads[name]
    tags[role] = "NN"
    deps[team] = deps[role] = "compound"
    heads[team] = heads[role] = name


def _join_with_name(columns: Columns, role: int, sentence: range) -> None:
    """Make a part of a name's phrase of the role before it, and its verb's subject of the name."""
    tags, _, heads = columns
    name = columns.last_of_name(role, sentence.stop)
    verb = name + 1
    joined = heads[role] in range(role + 1, verb)
    if joined or verb == sentence.stop or tags[verb] not in INDICATIVE_TAGS:
        return
    main = columns.main_verb(verb)
    columns.put_above(main, role)
    columns.hang_subject(name, main)
    for token in sentence:
        if heads[token] == role != token:
            columns.move(token, main)
    tags[role] = "NN"
    columns.hang(role, "compound", name)


def _join_behind_speech(
    words: Sequence[str], columns: Columns, trade: int, sentence: range
) -> None:
    """Make a noun of what stands between a verb right behind speech and a name: said cook Lee."""
    said = trade - 1
    says = reporting_class(words[said].lower(), columns.tags[said]) == "say"
    named = columns.tags[trade + 1] == "NNP" and columns.heads[trade] == said
    if not says or not named or not closes_speech(words, said - 1):
        return
    name = columns.last_of_name(trade, sentence.stop)
    columns.hang_subject(name, said)
    for token in sentence:
        if columns.heads[token] == trade != token:
            columns.move(token, said)
    columns.tags[trade] = "NN"
    columns.hang(trade, "compound", name)


def _appose_lead(words: Sequence[str], columns: Columns, lead: int, sentence: range) -> None:
    """Put the noun behind "lead" beside the name before the comma."""
    tags, deps, heads = columns
    noun = next((t for t in sentence if heads[t] == lead and deps[t] == "dobj"), lead)
    beside = words[lead - 1] == "," and tags[lead - 2] == "NNP"
    if words[lead] != "lead" or noun <= lead or not beside:
        return
    if not all(tags[token] in NOUN_PHRASE_TAGS - {"DT"} for token in range(lead + 1, noun + 1)):
        return
    columns.put_above(noun, lead)
    columns.hang(noun, "appos", lead - 2)
    for token in sentence:
        if heads[token] == lead != token:
            columns.move(token, noun)
    tags[lead] = "NN"
    columns.hang(lead, "compound", noun)


def _is_mere_role(word: str) -> bool:
    """Tell whether a word is for a role and no verb of saying: goalie, but not judge."""
    return is_role(word) and not reporting_class(word, "VB")
