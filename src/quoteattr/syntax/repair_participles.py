"""Participles taken for verbs, and the reverse: “Lee, asked why, left”, “one called it a trap”."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.lexicon.noun_kinds import is_person_noun
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.grammar import ALL_SUBJECTS, INDICATIVE_TAGS, NOUN_TAGS
from quoteattr.syntax.tokens import TokenRange

__all__ = ["restore_participles"]

# what follows the participle where it is no active verb with an object
_PASSIVE = {"asked": marked_words("behind-asked"), "told": marked_words("behind-told")}
_TOPICS = frozenset({"about", "as", "over"})
_CLAUSES = frozenset({"acl", "relcl"})
_OPENERS = frozenset({"if", "that", "whether"})


def restore_participles(
    words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]
) -> None:
    """Make participles of *asked* and *told* where nobody asks or tells; the columns are changed.

    Between commas behind a noun they are participles, and the noun is the subject of the verb
    behind the second comma: no single comma parts a subject from its verb. At the end of a
    headline *told* is one, too, since whoever tells something tells it to somebody. What is told or
    asked by somebody, and about what, hangs on the participle: told by him that they had lost.
    A past tense is no participle: one resident called it a trap.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads.
        sentences: (first, behind last) token of each sentence.

    Examples:
        >>> words = ["Lee", ",", "asked", "why", ",", "laughed"]
        >>> tags = ["NNP", ",", "VBD", "WRB", ",", "VBD"]
        >>> deps = ["nsubj", "punct", "ROOT", "dep", "punct", "dep"]
        >>> columns = Columns(tags, deps, [2, 2, 2, 2, 2, 2])
        >>> restore_participles(words, columns, [TokenRange(0, 6)])
        >>> columns[1:]
        (['nsubj', 'punct', 'acl', 'dep', 'punct', 'ROOT'], [5, 2, 0, 2, 5, 5])
    """
    tags, deps, _ = columns
    for first, last in sentences:
        for token in range(first + 1, last):
            _free_agent(words, columns, token, range(first, last))
            _free_verb(columns, token, range(token + 1, last))
        for token in range(first + 2, last):
            if tags[token] not in ("VBD", "VBN"):
                continue
            if _ends_headline(words, deps, token, last):
                tags[token], deps[token - 1] = "VBN", "nsubjpass"
            elif _is_inserted(words, tags, token, last):
                _set_right(words, columns, token, range(first, last))


def _free_agent(words: Sequence[str], columns: Columns, by: int, sentence: range) -> None:
    """Hang on a participle what the parser hung on the one by whom it was done."""
    tags, deps, heads = columns
    if deps[by] != "agent" or tags[heads[by]] != "VBN":
        return
    for token in range(by + 1, sentence.stop):
        noun = heads[token]
        if heads[noun] != by or not (is_person_noun(words[noun]) or tags[noun] == "NNP"):
            continue
        if deps[token] == "prep" and words[token] in _TOPICS:
            heads[token] = heads[by]
        elif deps[token] in _CLAUSES and _is_opened(words, columns, token, sentence.start):
            deps[token], heads[token] = "ccomp", heads[by]


def _free_verb(columns: Columns, verb: int, behind: range) -> None:
    """Make a past tense that hangs on the noun before it as a participle the noun's own verb."""
    tags, deps, heads = columns
    noun = heads[verb]
    if tags[verb] == "VBD" and deps[verb] == "acl" and heads[noun] == noun < verb:
        columns.hang_subject(noun, verb)
        for token in behind:
            heads[token] = verb if heads[token] == noun else heads[token]


def _is_opened(words: Sequence[str], columns: Columns, verb: int, first: int) -> bool:
    """Tell whether a conjunction opens a verb's clause: that they had lost, if they had won."""
    _, deps, heads = columns
    before = (t for t in range(first, verb) if heads[t] == verb and deps[t] == "mark")
    return any(words[token] in _OPENERS for token in before)


def _ends_headline(words: Sequence[str], deps: Sequence[str], token: int, last: int) -> bool:
    """Tell whether “told” stands behind its noun at the end of a sentence without a stop."""
    return token + 1 == last and words[token] == "told" and deps[token - 1] == "nsubj"


def _is_inserted(words: Sequence[str], tags: Sequence[str], token: int, last: int) -> bool:
    """Tell whether a noun and a comma stand before the word, and no object behind it."""
    noun = words[token - 1] == "," and tags[token - 2] in NOUN_TAGS
    return noun and token + 1 < last and words[token + 1] in _PASSIVE.get(words[token], ())


def _set_right(words: Sequence[str], columns: Columns, token: int, sentence: range) -> None:
    """Hang the word on the noun before it, and that noun and all the rest on the verb behind."""
    tags, deps, heads = columns
    if deps[token] == "acl":
        tags[token] = "VBN"
        return
    verb = _verb_behind_comma(words, columns, token, sentence)
    if verb is None:
        return
    subject = _subject_before(columns, token, verb, sentence)
    columns.hang_subject(token, verb)
    for place in sentence:
        if heads[place] == token and not token - 1 <= place < verb - 1:
            heads[place] = verb
    columns.hang_subject(subject, verb)
    tags[token], deps[token], heads[token] = "VBN", "acl", subject


def _verb_behind_comma(
    words: Sequence[str], columns: Columns, token: int, sentence: range
) -> int | None:
    """Give the first finite verb right behind a later comma that has no subject in between."""
    tags, deps, heads = columns
    inside = range(token + 2, sentence.stop)
    subjects = {heads[place] for place in inside if deps[place] in ALL_SUBJECTS}
    behind = (place for place in inside if words[place - 1] == ",")
    return next((p for p in behind if tags[p] in INDICATIVE_TAGS and p not in subjects), None)


def _subject_before(columns: Columns, token: int, verb: int, sentence: range) -> int:
    """Give the subject of the word or of the verb that stands before it, else the noun there."""
    _, deps, heads = columns
    before = range(token - 2, sentence.start - 1, -1)
    ruled = (p for p in before if deps[p] in ALL_SUBJECTS and heads[p] in (token, verb))
    return next(ruled, token - 2)
