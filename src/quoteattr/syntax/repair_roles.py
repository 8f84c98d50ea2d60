"""Roles between a team and a name: “Rangers goalie Ann Lee said”, where *goalie* was no noun."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.lexicon.noun_kinds import is_role
from quoteattr.lexicon.reporting_words import reporting_class
from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.grammar import INDICATIVE_TAGS, NOUN_TAGS, WITHIN_NOUN
from quoteattr.syntax.tokens import TokenRange

__all__ = ["restore_roles"]


def restore_roles(words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]) -> None:
    """Make nouns of the roles that stand between a team and a name; the columns are changed.

    The parser took them for verbs or adverbs. A role that is also a verb is one only before a name
    with a verb of its own behind it.

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
        for token in range(first + 1, last - 1):
            if tags[token + 1] == "NNP" and tags[token] not in NOUN_TAGS:
                _restore_role(words, columns, token, range(first, last))


def _restore_role(words: Sequence[str], columns: Columns, role: int, sentence: range) -> None:
    """Make a noun of a role before a name that the parser took for a verb or an adverb."""
    tags, deps, heads = columns
    team, name = role - 1, role + 1
    named = tags[team] in NOUN_TAGS and words[team][0].isupper()
    if not named or not _is_mere_role(words[role]):
        return
    while name + 1 < sentence.stop and tags[name + 1] == "NNP":
        name += 1
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


def _is_mere_role(word: str) -> bool:
    """Tell whether a word is for a role and no verb of saying: goalie, but not judge."""
    return is_role(word) and not reporting_class(word, "VB")
