"""Subjects in brackets: “Ann Lee (Labour, Leeds East) said”, where Labour was taken to speak."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.grammar import ALL_SUBJECTS, NOUN_TAGS
from quoteattr.syntax.tokens import TokenRange

__all__ = ["free_bracketed_subjects"]


def free_bracketed_subjects(
    words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]
) -> None:
    """Make the noun before a bracket the subject of the verb behind it; the columns are changed.

    What stands in the bracket is put beside that noun.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads.
        sentences: (first, behind last) token of each sentence.

    Examples:
        >>> words = ["Lee", "(", "Labour", ")", "left"]
        >>> deps = ["npadvmod", "punct", "nsubj", "punct", "ROOT"]
        >>> columns = Columns(["NNP", "-LRB-", "NNP", "-RRB-", "VBD"], deps, [4, 4, 4, 2, 4])
        >>> free_bracketed_subjects(words, columns, [TokenRange(0, 5)])
        >>> columns[1:]
        (['nsubj', 'punct', 'appos', 'punct', 'ROOT'], [4, 0, 0, 0, 4])
    """
    tags, deps, heads = columns
    for opening, closing in _brackets(words, sentences):
        noun = opening - 1
        inside = range(opening + 1, closing)
        subject = next((token for token in inside if deps[token] in ALL_SUBJECTS), noun)
        verb = heads[subject]
        if tags[noun] not in NOUN_TAGS or verb <= closing or subject == noun:
            continue
        columns.hang_subject(noun, verb, deps[subject])
        columns.hang(subject, "appos", noun)
        columns.move(opening, noun)
        columns.move(closing, noun)


def _brackets(words: Sequence[str], sentences: Sequence[TokenRange]) -> Iterator[tuple[int, int]]:
    """Give the opening and the closing bracket of each pair that stands behind a word."""
    for first, last in sentences:
        opening = first
        for token in range(first + 1, last):
            if words[token] == "(":
                opening = token
            elif words[token] == ")" and opening > first:
                yield opening, token
                opening = first
