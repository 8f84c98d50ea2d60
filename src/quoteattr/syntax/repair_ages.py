"""Ages that stand for somebody, taken for adjectives: “the 33-year-old told police”."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.lexicon.noun_kinds import is_person_noun
from quoteattr.lexicon.reporting_words import reporting_class
from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.grammar import ALL_SUBJECTS, FINITE_TAGS, PLURAL_TAGS
from quoteattr.syntax.token_columns import ends_age
from quoteattr.syntax.tokens import TokenRange

__all__ = ["free_ages"]

_WITH_THE_AGE = frozenset({"det", "poss", "predet"})
_WITH_THE_VERB = frozenset({"advcl", "cc", "conj", "punct"})
_PAST = frozenset({"VBD", "VBN"})
_AGED = 5  # tokens before "old" in "the 23-year-old"
_RELATIVE = frozenset({"WDT", "WP"})


def free_ages(words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]) -> None:
    """Make an age the subject of the verb behind it; the columns are changed in place.

    The pipeline reads the verb as a participle of its own object, or the age as a modifier of the
    verb. A participle it is before a noun for one person: the 28-year-old accused man.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads.
        sentences: (first, behind last) token of each sentence.

    Examples:
        >>> words = ["The", "9", "-", "year", "-", "old", "told", "police"]
        >>> tags = ["DT", "CD", "HYPH", "NN", "HYPH", "JJ", "VBN", "NNS"]
        >>> deps = ["det", "nummod", "punct", "npadvmod", "punct", "amod", "amod", "ROOT"]
        >>> columns = Columns(tags, deps, [7, 3, 3, 5, 5, 7, 7, 7])
        >>> free_ages(words, columns, [TokenRange(0, 8)])
        >>> columns.deps[5:], columns.heads
        (['nsubj', 'ROOT', 'dobj'], [5, 3, 3, 5, 5, 6, 6, 6])
    """
    for first, last in sentences:
        for verb in range(first + 1, last):
            if words[verb - 1] != "old" or not ends_age(words, verb - 1):
                continue
            if _is_taken_for_adjective(words, columns, verb):
                _free(columns, verb, range(first, last))
            elif _is_taken_for_modifier(columns, verb, TokenRange(first, last)):
                columns.hang_phrase(range(max(first, verb - 1 - _AGED), verb))


def _is_taken_for_adjective(words: Sequence[str], columns: Columns, verb: int) -> bool:
    """Tell whether an age and a verb of saying were read as adjectives of a noun behind them."""
    tags, deps, heads = columns
    noun = heads[verb]
    one = tags[noun] not in PLURAL_TAGS and is_person_noun(words[noun].lower())
    return (
        tags[verb] in _PAST
        and bool(reporting_class(words[verb], "VBD"))
        and deps[verb] == deps[verb - 1] == "amod"
        and heads[verb - 1] == noun > verb
        and not one
    )


def _is_taken_for_modifier(columns: Columns, verb: int, sentence: TokenRange) -> bool:
    """Tell whether an age hangs on a finite verb behind it that has no subject."""
    age = verb - 1
    modifies = columns.heads[age] == verb and columns.tags[verb] in FINITE_TAGS
    return modifies and verb not in columns.with_subjects(sentence)


def _free(columns: Columns, verb: int, sentence: range) -> None:
    """Hang the age and the noun on the verb, and the verb where the noun hung.

    What is said, between marks before the age or in a clause behind the noun, hangs on the verb.
    """
    tags, deps, heads = columns
    age, noun = verb - 1, heads[verb]
    top = columns.root_above(noun)
    said = _said(columns, age, noun, top, sentence)
    for token in sentence:
        if heads[token] in (noun, top) and not age <= token <= noun and token != top:
            _hang_by_place(columns, token, verb, noun)
    deps[verb], heads[verb] = "ccomp", heads[noun]
    if said is not None or top == noun:
        columns.make_root(verb)
    tags[verb], tags[age] = "VBD", "NN"
    deps[age], heads[age] = "nsubj", verb
    deps[noun], heads[noun] = "dobj", verb
    if said is not None:
        deps[said], heads[said] = "ccomp", verb


def _said(columns: Columns, age: int, noun: int, top: int, sentence: range) -> int | None:
    """Give the verb of what is said: of the main clause behind the noun or before a closing mark.

    Where the noun is the root, it is that of a clause with a subject of its own behind it.
    """
    tags, deps, heads = columns
    if top > noun:
        return top
    if top < noun:
        opening = min([age, *(token for token in sentence if heads[token] == noun)])
        return top if top < opening and "''" in tags[top:age] else None
    subjects = (token for token in range(noun + 1, sentence.stop) if deps[token] in ALL_SUBJECTS)
    clauses = (heads[token] for token in subjects if tags[token] not in _RELATIVE)
    return next((verb for verb in clauses if heads[verb] == noun), None)


def _hang_by_place(columns: Columns, token: int, verb: int, noun: int) -> None:
    """Hang what hung on the noun, or on the main clause around it, where it belongs by its place.

    An article goes with the age, all else before it and what the verb is joined to with the verb.
    """
    _, deps, heads = columns
    if token < verb and (heads[token] == noun or heads[token] > noun):
        heads[token] = verb - 1 if deps[token] in _WITH_THE_AGE else verb
    elif heads[token] == noun and deps[token] in _WITH_THE_VERB:
        heads[token] = verb
