"""Adnominal clauses that the parser hung on a verb: “rejected his plea that he slept”."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.lexicon.reporting_words import reporting_class
from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.grammar import COMMON_NOUN_TAGS, NOUN_TAGS, SUBJECTS
from quoteattr.syntax.tokens import TokenRange

__all__ = ["hang_noun_clauses", "hang_relative_clauses"]

_RELATIVE = frozenset({"WDT", "WP"})


def hang_noun_clauses(
    words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]
) -> None:
    """Hang a clause with "that" on the noun of saying before it, when both hang on one verb.

    Whoever rejects a plea that somebody slept does not say that somebody slept. The columns are
    changed in place.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads.
        sentences: (first, behind last) token of each sentence.

    Examples:
        >>> tags = ["PRP", "VBD", "PRP$", "NN", "IN", "PRP", "VBD"]
        >>> deps = ["nsubj", "ROOT", "poss", "dobj", "mark", "nsubj", "ccomp"]
        >>> columns = Columns(tags, deps, [1, 1, 3, 1, 6, 6, 1])
        >>> words = ["They", "rejected", "his", "plea", "that", "he", "slept"]
        >>> hang_noun_clauses(words, columns, [TokenRange(0, 7)])
        >>> columns.deps[6], columns.heads[6]
        ('acl', 3)
    """
    for first, last in sentences:
        for mark in range(first + 1, last):
            if words[mark] == "that" and columns.deps[mark] == "mark":
                _hang_noun_clause(words, columns, mark)


def _hang_noun_clause(words: Sequence[str], columns: Columns, mark: int) -> None:
    tags, deps, heads = columns
    noun, clause = mark - 1, heads[mark]
    of_one_verb = deps[noun] == "dobj" and heads[noun] == heads[clause] != clause
    said = tags[noun] in COMMON_NOUN_TAGS and reporting_class(words[noun].lower(), tags[noun])
    if of_one_verb and said and deps[clause] == "ccomp":
        columns.hang(clause, "acl", noun)


def hang_relative_clauses(
    words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]
) -> None:
    """Hang a relative clause that a mark opens on the noun before the mark, not on who says so.

    She said it reached villages “that had no word for it”. The columns are changed in place.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads.
        sentences: (first, behind last) token of each sentence.

    Examples:
        >>> tags = ["PRP", "VBD", "PRP", "VBD", "NNS", "``", "WDT", "VBD"]
        >>> deps = ["nsubj", "ROOT", "nsubj", "ccomp", "dobj", "punct", "nsubj", "ccomp"]
        >>> columns = Columns(tags, deps, [1, 1, 3, 1, 3, 7, 7, 1])
        >>> words = ["She", "said", "it", "reached", "towns", "“", "that", "slept"]
        >>> hang_relative_clauses(words, columns, [TokenRange(0, 8)])
        >>> columns.deps[7], columns.heads[7]
        ('relcl', 4)
    """
    tags, deps, _ = columns
    for first, last in sentences:
        for token in range(first + 2, last):
            relative = tags[token] in _RELATIVE and deps[token] in SUBJECTS
            if relative and words[token - 1] == "“":
                _hang_relative_clause(columns, token)


def _hang_relative_clause(columns: Columns, pronoun: int) -> None:
    tags, deps, heads = columns
    noun, clause = pronoun - 2, heads[pronoun]
    within = heads[noun] != heads[clause] and columns.is_below(noun, heads[clause])
    if tags[noun] in NOUN_TAGS and deps[clause] == "ccomp" and within:
        columns.hang(clause, "relcl", noun)
