"""Inserted reporting clauses: “Sleep, says Ann Lee, is a luxury”, where *sleep* was to say it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from quoteattr.lexicon.reporting_words import reporting_class
from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.grammar import (
    ALL_SUBJECTS,
    FINITE_TAGS,
    INDICATIVE_TAGS,
    NOMINAL_SUBJECTS,
)
from quoteattr.syntax.tokens import TokenRange

__all__ = ["restore_inserted_clauses"]

_SAYING = frozenset({"claim", "say", "write"})  # not dubbed, promised, which may be participles
_SPEAKERS = frozenset({*NOMINAL_SUBJECTS, "dobj", "oprd"})
_BESIDE = frozenset({"appos", "relcl"})
_BEFORE_VERB = frozenset({"RB", "``"})


def restore_inserted_clauses(
    words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]
) -> None:
    """Give the clauses between commas their speaker, and the verb behind them its subject.

    No single comma parts a subject from its verb. So where a noun and a comma stand before a verb
    of saying, and a comma and a finite verb without a subject behind its clause, the noun is the
    subject of that verb. Who says so stands right behind the verb of saying, or between comma and
    verb, where the parser took the two nouns for one person; what is put beside it belongs to the
    clause: Sleep, says Ann Lee, a nurse, is good.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads, changed in place.
        sentences: (first, behind last) token of each sentence.

    Examples:
        >>> words = ["Sleep", ",", "says", "Lee", ",", "is", "good"]
        >>> tags = ["NN", ",", "VBZ", "NNP", ",", "VBZ", "JJ"]
        >>> deps = ["nsubj", "punct", "ROOT", "dobj", "punct", "conj", "acomp"]
        >>> columns = Columns(tags, deps, [2, 0, 2, 2, 2, 2, 5])
        >>> restore_inserted_clauses(words, columns, [TokenRange(0, 7)])
        >>> columns[1:]
        (['nsubj', 'punct', 'parataxis', 'nsubj', 'punct', 'ROOT', 'acomp'], [5, 0, 5, 2, 2, 5, 5])
    """
    tags = columns.tags
    for first, last in sentences:
        for verb in range(first + 2, last - 2):
            if tags[verb] not in INDICATIVE_TAGS:
                continue
            if reporting_class(words[verb].lower(), tags[verb]) in _SAYING:
                _restore_inserted(words, columns, verb, TokenRange(first, last))


def _restore_inserted(
    words: Sequence[str], columns: Columns, verb: int, sentence: TokenRange
) -> None:
    """Hang what stands before a clause on the verb behind it, if the clause has its own speaker."""
    _, deps, heads = columns
    subject = _subject_before_comma(words, columns, sentence.start, verb)
    speaker = None if subject is None else _speaker(words, columns, subject, verb, sentence.end)
    if subject is None or speaker is None:
        return
    behind = _verb_behind_clause(words, columns, verb, speaker, sentence)
    if behind is None:
        return
    if deps[behind] != "ccomp" and columns.is_below(behind, verb):
        columns.put_above(behind, verb)
        deps[verb], heads[verb] = "parataxis", behind
    columns.hang_subject(speaker, verb)
    columns.hang_subject(subject, behind)


def _subject_before_comma(
    words: Sequence[str], columns: Columns, first: int, verb: int
) -> int | None:
    """Give the subject of a verb that a single comma parts from it."""
    _, deps, heads = columns
    before = (t for t in range(first, verb) if heads[t] == verb and deps[t] in NOMINAL_SUBJECTS)
    subject = next(before, verb)
    return subject if list(words[subject:verb]).count(",") == 1 else None


def _speaker(
    words: Sequence[str], columns: Columns, subject: int, verb: int, last: int
) -> int | None:
    """Give the noun behind the verb, or the one that stands between comma and verb."""
    _, deps, heads = columns
    comma = words.index(",", subject)
    if comma < verb - 1:
        between = range(comma + 1, verb)
        beside = (t for t in between if heads[t] == subject and deps[t] == "appos")
        own = (t for t in between if heads[t] == verb and deps[t] in NOMINAL_SUBJECTS)
        return next(itertools.chain(beside, own), None)
    clause = itertools.takewhile(lambda token: words[token] != ",", range(verb + 1, last))
    return next((t for t in clause if deps[t] in _SPEAKERS), None)


def _verb_behind_clause(
    words: Sequence[str], columns: Columns, verb: int, speaker: int, sentence: TokenRange
) -> int | None:
    """Give the verb right behind the comma that ends the clause, if no other noun is its subject.

    To the parser the speaker may be its subject: claimed [Ann Lee, was late].
    """
    tags, deps, heads = columns
    token = _end_of_clause(words, columns, max(verb, speaker), speaker, sentence.end) + 1
    while token < sentence.end and tags[token] in _BEFORE_VERB:
        token += 1
    if token >= sentence.end or not _is_finite(columns, token, verb):
        return None
    main = max(token, columns.main_verb(token))
    subjects = (t for t in range(*sentence) if deps[t] in ALL_SUBJECTS and heads[t] == main)
    return main if {*subjects} <= {speaker} else None


def _is_finite(columns: Columns, token: int, verb: int) -> bool:
    """Tell whether a verb is finite; behind plural nouns the base form is: trees remember."""
    tags, deps, heads = columns
    plural = any(
        tags[t] == "NNS" and heads[t] == verb and deps[t] in NOMINAL_SUBJECTS for t in range(verb)
    )
    return tags[token] in FINITE_TAGS or (tags[token] == "VB" and plural)


def _end_of_clause(
    words: Sequence[str], columns: Columns, token: int, speaker: int, last: int
) -> int:
    """Give the comma that ends a clause, behind what is put beside its speaker: Lee, a doctor,."""
    commas = [place for place in range(token + 1, last) if words[place] == ","][:2]
    if len(commas) > 1:
        beside = range(commas[0] + 1, commas[1])
        if any(columns.heads[t] == speaker and columns.deps[t] in _BESIDE for t in beside):
            return commas[1]
    return commas[0] if commas else last
