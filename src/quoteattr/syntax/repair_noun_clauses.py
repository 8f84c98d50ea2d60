"""Clauses of nouns that the parser gave to a verb: “rejected his plea that …”."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.lexicon.reporting_words import reporting_class
from quoteattr.syntax.columns_under_repair import Columns, is_below
from quoteattr.syntax.grammar import COMMON_NOUN_TAGS, NOUN_TAGS, SUBJECTS

__all__ = ["hang_noun_clauses", "hang_relative_clauses"]


def hang_noun_clauses(words: Sequence[str], columns: Columns) -> None:
    """Hang a clause with "that" on the noun of saying before it, when both hang on one verb.

    Whoever rejects a plea that somebody slept does not say that somebody slept. The columns are
    changed in place.

    Args:
        words: the tokens.
        columns: Penn Treebank tags, dependency labels, and heads.

    Examples:
        >>> tags = ["PRP", "VBD", "PRP$", "NN", "IN", "PRP", "VBD"]
        >>> deps = ["nsubj", "ROOT", "poss", "dobj", "mark", "nsubj", "ccomp"]
        >>> columns = tags, deps, [1, 1, 3, 1, 6, 6, 1]
        >>> hang_noun_clauses(["They", "rejected", "his", "plea", "that", "he", "slept"], columns)
        >>> columns[1][6], columns[2][6]
        ('acl', 3)
    """
    tags, deps, heads = columns
    for token, dep in enumerate(deps):
        if dep != "mark" or words[token] != "that" or not token:
            continue
        noun, clause = token - 1, heads[token]
        of_one_verb = deps[noun] == "dobj" and heads[noun] == heads[clause] != clause
        said = tags[noun] in COMMON_NOUN_TAGS and reporting_class(words[noun].lower(), tags[noun])
        if of_one_verb and said and deps[clause] == "ccomp":
            deps[clause], heads[clause] = "acl", noun


def hang_relative_clauses(columns: Columns) -> None:
    """Hang a relative clause that a mark opens on the noun before the mark, not on who says so.

    She said it reached villages “that had no word for it”. The columns are changed in place.

    Args:
        columns: Penn Treebank tags, dependency labels, and heads.

    Examples:
        >>> tags = ["PRP", "VBD", "PRP", "VBD", "NNS", "``", "WDT", "VBD"]
        >>> deps = ["nsubj", "ROOT", "nsubj", "ccomp", "dobj", "punct", "nsubj", "ccomp"]
        >>> columns = tags, deps, [1, 1, 3, 1, 3, 7, 7, 1]
        >>> hang_relative_clauses(columns)
        >>> columns[1][7], columns[2][7]
        ('relcl', 4)
    """
    tags, deps, heads = columns
    for token in range(2, len(tags)):
        noun, clause = token - 2, heads[token]
        relative = tags[token] in ("WDT", "WP") and deps[token] in SUBJECTS
        if not relative or tags[token - 1] != "``" or tags[noun] not in NOUN_TAGS:
            continue
        within = heads[noun] != heads[clause] and is_below(heads, noun, heads[clause])
        if deps[clause] == "ccomp" and within and not is_below(heads, noun, clause):
            deps[clause], heads[clause] = "relcl", noun
