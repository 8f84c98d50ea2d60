"""Present verbs behind closing marks that look like nouns: “It is late,” Ann Lee grins."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.lexicon.noun_kinds import is_person_noun, is_singular_role
from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.grammar import NOUN_PHRASE_TAGS
from quoteattr.syntax.tokens import TokenRange

__all__ = ["restore_closing_verbs"]

_INNER_STOPS = frozenset({",", "?", "!"})
_PAUSES = frozenset({".", ",", ";", ":", "—", "–"})
_LONGEST_NOUN = 8  # tokens


def restore_closing_verbs(
    words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]
) -> None:
    """Make a verb of a plural noun that stands between somebody behind closing marks and a pause.

    A comma or the like inside the marks says that the sentence goes on, and it needs a verb. The
    columns are changed in place.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads.
        sentences: (first, behind last) token of each sentence.

    Examples:
        >>> words, tags = "Late , ” Lee grins .".split(), ["RB", ",", "''", "NNP", "NNS", "."]
        >>> deps = ["advmod", "punct", "punct", "compound", "ROOT", "punct"]
        >>> columns = Columns(tags, deps, [4, 4, 4, 4, 4, 4])
        >>> restore_closing_verbs(words, columns, [TokenRange(0, 6)])
        >>> columns.tags[4], columns.deps[3]
        ('VBZ', 'nsubj')
    """
    for first, last in sentences:
        for mark in range(first + 2, last - 2):
            if words[mark] == "”" and words[mark - 1] in _INNER_STOPS:
                verb = _verb(words, columns.tags, mark + 1, last)
                if verb is not None:
                    columns.tags[verb] = "VBZ"
                    columns.hang_clause(range(first, mark - 1), range(mark + 1, verb), verb)
                    columns.hang(mark, "punct", verb)


def _verb(words: Sequence[str], tags: Sequence[str], start: int, last: int) -> int | None:
    """Give the plural noun before a pause that follows a name or a word for one person."""
    end = start
    while end < min(last, start + _LONGEST_NOUN) and tags[end] in NOUN_PHRASE_TAGS:
        end += 1
    verb, noun = end - 1, end - 2
    if noun < start or tags[verb] != "NNS" or not words[verb].islower():
        return None
    somebody = words[noun][0].isupper() or is_singular_role(words[noun].lower())
    paused = end == last or words[end] in _PAUSES
    return verb if somebody and paused and not is_person_noun(words[verb]) else None
