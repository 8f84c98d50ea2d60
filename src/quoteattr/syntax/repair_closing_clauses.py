"""Reporting clauses that close a sentence: “The ban was unlawful, the court held”."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.lexicon.noun_kinds import is_body, is_document, is_person_noun
from quoteattr.lexicon.reporting_words import reporting_class
from quoteattr.lexicon.word_lists import marked_words, read_table
from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.grammar import (
    BASE_VERB_TAGS,
    FINITE_TAGS,
    NOMINAL_SUBJECTS,
    NOUN_PHRASE_TAGS,
    PROPER_NOUN_TAGS,
    STOP_TAGS,
)
from quoteattr.syntax.token_columns import ends_age
from quoteattr.syntax.tokens import TokenRange

__all__ = ["restore_closing_clauses"]

_LONGEST_NOUN = 12  # tokens
_LONGEST_REST = 9
_TAKING_CLAUSES = frozenset({"claim", "manner", "promise", "say", "write"})
_OWN_WORDS = frozenset({"claim", "say"})
_NOUN_TAGS = NOUN_PHRASE_TAGS | {"HYPH"}
_IN_NOUN = frozenset({"at", "for", "in", "of", "(", ")"})
_LEADING_IN = frozenset({"IN", "RB"})
_SHOWING = {
    form + ending: tag
    for form in ("indicate", "reveal", "show", "state", "suggest")
    for ending, tag in (("", "VBP"), ("s", "VBZ"))
}  # present verbs of texts, with their tags


def restore_closing_clauses(
    words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]
) -> None:
    """Make a reporting clause of a noun and a verb of saying behind a sentence's last comma.

    The parser takes the rarer verbs there for participles, nouns, or one more verb of whoever
    is the subject before the comma. What is said has to be a clause, and the noun one that can
    speak; behind the verb nothing may follow but when, where, how and in what. Behind the present
    verb of a text, which looks like a noun, nothing follows: data from the office show. The columns
    are changed.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads.
        sentences: (first, behind last) token of each sentence.

    Examples:
        >>> words = "The ban was unlawful , the court held .".split()
        >>> tags = ["DT", "NN", "VBD", "JJ", ",", "DT", "NN", "VBN", "."]
        >>> deps = ["det", "nsubj", "ROOT", "acomp", "punct", "det", "appos", "acl", "punct"]
        >>> columns = Columns(tags, deps, [1, 2, 2, 2, 2, 6, 1, 6, 2])
        >>> restore_closing_clauses(words, columns, [TokenRange(0, 9)])
        >>> columns[1:]
        (['det', 'nsubj', 'ccomp', 'acomp', 'punct', 'det', 'nsubj', 'ROOT', 'punct'],
         [1, 2, 7, 2, 7, 6, 7, 7, 7])
    """
    tags = columns.tags
    for first, last in sentences:
        stop = last - 1
        comma = _comma_before_clause(words, first, last) if tags[stop] in STOP_TAGS else None
        if comma is None:
            continue
        tail = range(comma + 1, stop)
        verb = _showing_verb(words, columns, tail) or _closing_verb(words, columns, tail)
        if verb is None:
            continue
        clause, noun = range(first, comma), range(comma + 1, verb)
        if not _is_right(words, columns, noun, verb) and _is_clause(columns, clause):
            _end_before_verb(columns, noun, verb)
            columns.hang_clause(clause, noun, verb)
            _hang_rest(columns, noun, verb, stop)
            tags[verb] = _SHOWING.get(words[verb], "VBD")


def _comma_before_clause(words: Sequence[str], first: int, last: int) -> int | None:
    """Give the last comma of a sentence, unless too much stands behind it."""
    lowest = max(first + 2, last - _LONGEST_NOUN - _LONGEST_REST)
    return next((token for token in range(last - 3, lowest, -1) if words[token] == ","), None)


def _is_clause(columns: Columns, front: range) -> bool:
    """Tell whether a finite verb that has a subject stands before the comma."""
    tags, deps, heads = columns
    subjects = {heads[token] for token in front if deps[token] in NOMINAL_SUBJECTS}
    return any(tags[t] in FINITE_TAGS and not subjects.isdisjoint((t, heads[t])) for t in front)


def _closing_verb(words: Sequence[str], columns: Columns, tail: range) -> int | None:
    """Give the verb of saying that follows a noun which can speak, if the rest is circumstance."""
    for token in tail[1 : _LONGEST_NOUN + 1]:
        if _may_be_said(words[token]):
            noun, rest = range(tail.start, token), range(token + 1, tail.stop)
            able = _speaks(words, columns, noun, token) and _is_rest(words, columns.tags, rest)
            return token if able else None
    return None


def _showing_verb(words: Sequence[str], columns: Columns, tail: range) -> int | None:
    """Give the present verb of a text that ends the sentence: papers seen by Lee show."""
    verb = tail.stop - 1
    noun = range(tail.start, verb)
    if words[verb] not in _SHOWING or not noun:
        return None
    head = columns.last_of_noun(noun)
    plain = all(columns.tags[token] in NOUN_PHRASE_TAGS for token in range(tail.start, head + 1))
    finite = any(columns.tags[token] in FINITE_TAGS for token in noun)
    lower = words[head].lower()
    text = head in noun and (is_document(lower) or lower in marked_words("figures"))
    return verb if text and plain and not finite else None


def _may_be_said(word: str) -> bool:
    return word in marked_words("closing-finds") or _takes_clause(word) or _is_bodys(word)


def _is_bodys(word: str) -> bool:
    """Tell whether a body, of which nobody says so, says what a word in the past tense reports.

    “…, the ministry announced”: a person may be the one reported, announced or confirmed.
    """
    said = word.endswith("ed") and reporting_class(word, "VBD") in _OWN_WORDS
    return said and word in marked_words("of-persons") and word not in marked_words("made-known")


def _takes_clause(word: str) -> bool:
    """Tell whether the object of a word in the past tense is what is said, not who is told it."""
    said = word.endswith("ed") and reporting_class(word, "VBD") in _TAKING_CLAUSES
    said = said and word not in marked_words("of-persons")
    return said or word in marked_words("closing-says")


def _speaks(words: Sequence[str], columns: Columns, noun: range, verb: int) -> bool:
    """Tell whether words are one noun phrase for who can say so; some verbs are a body's alone."""
    tags = columns.tags
    misread = tags[noun.start] in BASE_VERB_TAGS and len(noun) > 1
    whole = noun[1:] if misread else noun
    if not all(_is_within(words, tags, token) for token in whole):
        return False
    head = columns.last_of_noun(noun)
    lower = words[head].lower()
    body = is_body(lower) or is_document(lower)
    named = _ends_name(tags, head) or is_person_noun(lower) or ends_age(words, head)
    anybodys = _takes_clause(words[verb]) and words[verb] not in marked_words("closing-finds")
    return head >= noun.start and (body or (named and anybodys))


def _ends_name(tags: Sequence[str], token: int) -> bool:
    """Tell whether a word is a name, or the last part of one with a hyphen: Lee Min-ho."""
    behind_hyphen = token > 1 and tags[token - 1] == "HYPH"
    return tags[token - 2 if behind_hyphen else token] in PROPER_NOUN_TAGS


def _is_within(words: Sequence[str], tags: Sequence[str], token: int) -> bool:
    """Tell whether a word can stand in a noun phrase: the Bureau of Law and Order (BLO)."""
    joins = words[token] == "and" and words[token - 1][0].isupper()
    return joins or tags[token] in _NOUN_TAGS or words[token] in _IN_NOUN


def _is_rest(words: Sequence[str], tags: Sequence[str], rest: range) -> bool:
    """Tell whether words say no more than when, where, in what and how; not by whom."""
    if not rest:
        return True
    verbal = any(tags[token][0] == "V" or tags[token] == "MD" for token in rest)
    timed = words[rest[0]].lower() in read_table("time_words")
    led_in = timed or tags[rest[0]] in _LEADING_IN
    return len(rest) <= _LONGEST_REST and not verbal and led_in and words[rest[0]] != "by"


def _is_right(words: Sequence[str], columns: Columns, noun: range, verb: int) -> bool:
    """Tell whether the parser has a verb there, with a subject, that hangs on no other clause."""
    tags, deps, heads = columns
    free = (
        tags[verb] == _SHOWING.get(words[verb], "VBD")
        and tags[noun.start] not in BASE_VERB_TAGS
        and (heads[verb] == verb or deps[verb] == "parataxis")
    )
    return free and any(heads[t] == verb and deps[t] in NOMINAL_SUBJECTS for t in noun)


def _end_before_verb(columns: Columns, noun: range, verb: int) -> None:
    """Let a preposition that was to govern the verb govern the noun before it: by the Herald."""
    link, last = columns.heads[verb], verb - 1
    if link in noun and columns.tags[link] == "IN" and link < last:
        for token in range(link + 1, last):
            if columns.heads[token] == verb:
                columns.hang(token, columns.deps[token], last)
        columns.hang(last, "pobj", link)


def _hang_rest(columns: Columns, noun: range, verb: int, stop: int) -> None:
    """Set the tags of the reporting clause right, and hang all that follows on its verb."""
    tags, deps, _ = columns
    if tags[noun.start] in BASE_VERB_TAGS:
        tags[noun.start], deps[noun.start] = "NN", "compound"
    for token in (*columns.loose(range(verb + 1, stop)), stop):
        columns.move(token, verb)
