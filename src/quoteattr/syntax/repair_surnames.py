"""Surnames: names that the tagger took for common words, as in “Will urged”, “From said”.

Letters that spell a pronoun are set right too: “WHO said”, “the US”.
"""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.lexicon.word_lists import read_table
from quoteattr.syntax.columns_under_repair import Columns, hang_subject, with_subjects
from quoteattr.syntax.grammar import NOMINAL_DEPS, THIRD_PERSON_TAGS

__all__ = ["restore_surnames"]

_NAME = "NNP"
_PRONOUNS = frozenset({"PRP", "WP"})


def restore_surnames(
    words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]
) -> Columns:
    """Make nouns and subjects of the surnames that were read as other words.

    A surname is known where it stands behind a given name (“George Will”). Elsewhere in the text
    the word with a capital is that name, if it has the place of a noun, or if a verb that
    lacks a subject follows. A pronoun in capitals beside words in small letters is an acronym.

    Args:
        words: the tokens.
        tags: their Penn Treebank tags.
        deps: their dependency labels.
        heads: index of the head of each; the token itself for a root.

    Returns:
        The tags, labels and heads, set right.

    Examples:
        >>> restore_surnames(
        ...     ["Ann", "Will", "left", "Will", "sighed"],
        ...     ["NNP", "NNP", "VBD", "MD", "VBD"],
        ...     ["compound", "nsubj", "ROOT", "aux", "ROOT"],
        ...     [1, 2, 2, 4, 4],
        ... )[:2]
        (['NNP', 'NNP', 'VBD', 'NNP', 'VBD'], ['compound', 'nsubj', 'ROOT', 'nsubj', 'ROOT'])
    """
    columns = list(tags), list(deps), list(heads)
    for token, tag in enumerate(tags):
        if tag in _PRONOUNS and _is_acronym(words, token):
            columns[0][token] = _NAME
    surnames = _surnames(words, tags)
    subjects = with_subjects(deps, heads)
    for token, word in enumerate(words):
        if word not in surnames or tags[token].startswith(_NAME):
            continue
        verb = token + 1
        if deps[token] in NOMINAL_DEPS:
            columns[0][token] = _NAME
        elif verb < len(words) and tags[verb] in THIRD_PERSON_TAGS and verb not in subjects:
            columns[0][token] = _NAME
            hang_subject(columns, token, verb)
    return columns


def _is_acronym(words: Sequence[str], token: int) -> bool:
    """Tell whether a word is in capitals, and the words around it are not."""
    near = (*words[max(0, token - 2) : token], *words[token + 1 : token + 3])
    return len(words[token]) > 1 and words[token].isupper() and not any(map(str.isupper, near))


def _surnames(words: Sequence[str], tags: Sequence[str]) -> set[str]:
    """Collect the last words of the names that have a given name before them."""
    given = read_table("given_names")
    found: set[str] = set()
    behind_given = False
    for token in range(1, len(words)):
        behind_given = tags[token - 1] == _NAME and (
            behind_given or words[token - 1].lower() in given
        )
        ends = token + 1 == len(words) or tags[token + 1] != _NAME
        if behind_given and ends and tags[token] == _NAME and words[token][0].isupper():
            found.add(words[token])
    return found
