"""Names beside who is named as the source: “According to the mayor, Ann Lee, the road is shut”."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.grammar import NOMINAL_SUBJECTS, NOUN_PHRASE_TAGS
from quoteattr.syntax.tokens import TokenRange

__all__ = ["restore_appositions"]

_OPENINGS = (["According", "to"], ["In", "the", "words", "of"])
_LONGEST = max(map(len, _OPENINGS))
_PHRASE_TAGS = NOUN_PHRASE_TAGS | {"IN", "PRP"}


def restore_appositions(
    words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]
) -> None:
    """Hang names on the source before them where the parser took them for the subject.

    No single comma parts a subject from its verb. So where a sentence opens with *According to* or
    *In the words of*, and its verb has two nouns between commas before it, the first of them stands
    beside the source.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads, changed in place.
        sentences: (first, behind last) token of each sentence.

    Examples:
        >>> words = ["According", "to", "aides", ",", "Lee", ",", "it", "ended"]
        >>> tags = ["VBG", "IN", "NNS", ",", "NNP", ",", "PRP", "VBD"]
        >>> deps = ["prep", "prep", "pobj", "punct", "nsubj", "punct", "nsubj", "ROOT"]
        >>> columns = Columns(tags, deps, [7, 0, 1, 7, 7, 4, 7, 7])
        >>> restore_appositions(words, columns, [TokenRange(0, 8)])
        >>> columns.deps[4], columns.heads
        ('appos', [7, 0, 1, 7, 2, 7, 7, 7])
    """
    for first, last in sentences:
        opening = list(words[first : first + _LONGEST])
        link = next((first + len(o) - 1 for o in _OPENINGS if opening[: len(o)] == o), last)
        commas = [token for token in range(link, last) if words[token] == ","]
        if len(commas) > 1:
            beside = range(commas[0] + 1, commas[1])
            _hang_beside(words, columns, link, beside, TokenRange(first, last))


def _hang_beside(
    words: Sequence[str], columns: Columns, link: int, beside: range, sentence: TokenRange
) -> None:
    """Hang what stands beside the source on it, and all else that hung there on the verb."""
    _, deps, heads = columns
    first, last = sentence
    noun = _only_root(columns, beside)
    named = (t for t in range(link, beside.start) if deps[t] == "pobj" and heads[t] == link)
    source = next(named, None)
    subject = None if noun is None else _subject_behind(columns, noun, beside.stop + 1, last)
    if noun is None or source is None or subject is None:
        return
    verb = heads[noun] if heads[subject] == noun else heads[subject]
    if verb < subject or "," in words[subject:verb] or columns.is_below(verb, first):
        return
    columns.put_above(verb, noun)
    for token in range(first, last):
        if heads[token] == noun and token not in beside:
            columns.move(token, verb)
    columns.hang(first, "prep", verb)
    columns.hang(subject, "nsubj", verb)
    columns.hang(noun, "appos", source)


def _only_root(columns: Columns, phrase: range) -> int | None:
    """Give the word of a noun phrase on which all others hang, if there is one."""
    loose = columns.loose(phrase)
    plain = all(columns.tags[token] in _PHRASE_TAGS for token in phrase)
    return loose[0] if plain and len(loose) == 1 else None


def _subject_behind(columns: Columns, noun: int, start: int, last: int) -> int | None:
    """Give the noun behind the second comma that shares the verb of another, or is beside it."""
    tags, deps, heads = columns
    for token in range(start, last):
        if tags[token] not in _PHRASE_TAGS:
            return None
        shares = deps[token] in NOMINAL_SUBJECTS and (
            heads[token] == heads[noun] or columns.is_below(heads[token], noun)
        )
        if shares or (deps[token] == "appos" and heads[token] == noun):
            return token
    return None
