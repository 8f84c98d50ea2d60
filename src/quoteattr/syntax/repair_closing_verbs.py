"""Verbs behind closing marks that look like nouns: “It is late,” Ann Lee grins, a sign read."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.lexicon.noun_kinds import is_body, is_document, is_person_noun, is_singular_role
from quoteattr.lexicon.reporting_words import reporting_class
from quoteattr.syntax.columns_under_repair import Columns, closes_speech
from quoteattr.syntax.grammar import NOUN_PHRASE_TAGS
from quoteattr.syntax.tokens import TokenRange

__all__ = ["restore_closing_verbs"]

_PAUSES = frozenset({".", ",", ";", ":", "—", "–"})
_READ = "read"
_LONGEST_NOUN = 8  # tokens


def restore_closing_verbs(
    words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]
) -> None:
    """Make a verb of a plural noun that stands between somebody behind closing marks and a pause.

    A comma or the like inside the marks says that the sentence goes on, and it needs a verb. So is
    “read” one behind a text. The columns are changed in place.

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
            if closes_speech(words, mark):
                verb = _verb(words, columns.tags, mark + 1, last)
                if verb is not None:
                    columns.tags[verb] = "VBD" if words[verb] == _READ else "VBZ"
                    if columns.tags[verb - 1] == "VBG":
                        columns.tags[verb - 1] = "NN"
                    columns.hang_clause(range(first, mark - 1), range(mark + 1, verb), verb)
                    columns.hang(mark, "punct", verb)


def _verb(words: Sequence[str], tags: Sequence[str], start: int, last: int) -> int | None:
    """Give the plural noun before a pause that follows a name or a word for one person.

    Behind a text or body it has to be a word of saying, or "read".
    """
    end = start
    while end < min(last, start + _LONGEST_NOUN) and _in_noun_phrase(tags, end):
        end += 1
    verb, noun = end - 1, end - 2
    if noun < start or not (end == last or words[end] in _PAUSES):
        return None
    lower = words[noun].lower()
    body = is_document(lower) or is_body(lower)
    if words[verb] == _READ:
        return verb if body else None
    somebody = words[noun][0].isupper() or is_singular_role(lower)
    able = somebody or (body and reporting_class(words[verb], "VBZ"))
    plural = tags[verb] == "NNS" and words[verb].islower() and not is_person_noun(words[verb])
    return verb if able and plural else None


def _in_noun_phrase(tags: Sequence[str], token: int) -> bool:
    """Tell whether a word can stand in a noun phrase; behind an article, "ruling" can."""
    return tags[token] in NOUN_PHRASE_TAGS or (tags[token] == "VBG" and tags[token - 1] == "DT")
