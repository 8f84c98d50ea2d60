"""Reported clauses without "that" that were cut or hung wrong: “argued the studies were poor”.

Their subject was taken for an object, or they for a clause about the time before them.
"""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.lexicon.reporting_words import reporting_class, stem, telling_stems
from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.grammar import ALL_SUBJECTS, AUXILIARIES, FINITE_TAGS
from quoteattr.syntax.tokens import TokenRange

__all__ = ["free_clauses_behind_times", "free_reported_subjects"]

_SAYING = frozenset({"claim", "say", "write"})
_IRREGULAR = frozenset({"tells", "told"})
_OPENS_CLAUSE = ALL_SUBJECTS | {"mark"}
_REPORTED = frozenset({"ccomp", "dobj", "xcomp"})
_ABOUT_NOUN = frozenset({"acl", "relcl"})


def free_reported_subjects(
    words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]
) -> None:
    """Give the verb of a reported clause without a subject the object of the verb that reports it.

    Whoever argues, argues no studies; who tells somebody does have an object, and keeps it. What
    stands between noun and verb is part of the clause: said the club in June had won.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads, changed in place.
        sentences: (first, behind last) token of each sentence.

    Examples:
        >>> words = "Lee argued the studies were poor".split()
        >>> deps = ["nsubj", "ROOT", "det", "dobj", "ccomp", "acomp"]
        >>> columns = Columns(["NNP", "VBD", "DT", "NNS", "VBD", "JJ"], deps, [1, 1, 3, 1, 1, 4])
        >>> free_reported_subjects(words, columns, [TokenRange(0, 6)])
        >>> columns[1:]
        (['nsubj', 'ROOT', 'det', 'nsubj', 'ccomp', 'acomp'], [1, 1, 3, 4, 1, 4])
    """
    for sentence in sentences:
        for verb in range(sentence.start + 2, sentence.end):
            said = columns.heads[verb]
            if columns.deps[verb] == "ccomp" and sentence.start <= said < verb - 1:
                _free_subject(words, columns, said, verb, sentence)


def _free_subject(
    words: Sequence[str], columns: Columns, said: int, verb: int, sentence: TokenRange
) -> None:
    tags, deps, heads = columns
    if not _takes_a_clause(words[said].lower(), tags[said]) or "," in words[said:verb]:
        return
    parts = [token for token in range(*sentence) if heads[token] == verb != token]
    opened = any(deps[token] in _OPENS_CLAUSE for token in parts)
    helpers = [token for token in parts if deps[token] in AUXILIARIES and token < verb]
    finite = any(tags[token] in FINITE_TAGS for token in (*helpers, verb))
    between = [token for token in range(said + 1, verb) if heads[token] == said]
    nouns = [token for token in between if deps[token] == "dobj"]
    if opened or not finite or len(nouns) != 1:
        return
    passive = any(deps[token] == "auxpass" for token in helpers)
    columns.hang(nouns[0], "nsubjpass" if passive else "nsubj", verb)
    for token in between:
        if token > nouns[0]:
            columns.hang(token, deps[token], verb)


def free_clauses_behind_times(
    words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]
) -> None:
    """Hang on a verb of saying the clause behind "at the time" or "for the first time".

    It says what was said then, not which time it was.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads, changed in place.
        sentences: (first, behind last) token of each sentence.

    Examples:
        >>> words = "Lee said at the time he slept".split()
        >>> deps = ["nsubj", "ROOT", "prep", "det", "pobj", "nsubj", "relcl"]
        >>> columns = Columns(["NNP", "VBD", "IN", "DT", "NN", "PRP", "VBD"], deps,
        ...                   [1, 1, 1, 4, 2, 6, 4])
        >>> free_clauses_behind_times(words, columns, [TokenRange(0, 7)])
        >>> columns.deps[6], columns.heads[6]
        ('ccomp', 1)
    """
    for sentence in sentences:
        for noun in range(sentence.start + 3, sentence.end - 2):
            if words[noun] == "time" and columns.deps[noun] == "pobj":
                _free_clause(words, columns, noun, sentence)


def _free_clause(words: Sequence[str], columns: Columns, noun: int, sentence: TokenRange) -> None:
    tags, deps, heads = columns
    said = heads[heads[noun]]
    parts = [token for token in range(*sentence) if heads[token] == said]
    if not _takes_a_clause(words[said].lower(), tags[said]) or said > noun:
        return
    if any(deps[token] in _REPORTED for token in parts):
        return
    for verb in range(noun + 1, sentence.end):
        if heads[verb] == noun and deps[verb] in _ABOUT_NOUN and _has_subject(columns, noun, verb):
            columns.hang(verb, "ccomp", said)
            if words[noun + 1] == "that":
                tags[noun + 1], deps[noun + 1] = "IN", "mark"


def _has_subject(columns: Columns, noun: int, verb: int) -> bool:
    """Tell whether a noun that is no relative pronoun is the subject of a verb behind a noun."""
    return any(
        columns.heads[token] == verb
        and columns.deps[token] in ALL_SUBJECTS
        and columns.tags[token][0] != "W"
        for token in range(noun + 1, verb)
    )


def _takes_a_clause(word: str, tag: str) -> bool:
    """Tell whether a verb reports what is said, and its object is nobody who is told."""
    told = word in _IRREGULAR or stem(word) in telling_stems()
    return reporting_class(word, tag) in _SAYING and not told
