"""Subjects of reporting clauses that the parser took for objects: “Pay now,” read the notice.

What else belongs to such a clause's verb: the noun before a name, and the text it is said in.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from quoteattr.lexicon.noun_kinds import is_body, is_medium, is_person_noun, is_role
from quoteattr.syntax.columns_under_repair import Columns, closes_speech, is_noun_phrase
from quoteattr.syntax.grammar import (
    COMMON_NOUN_TAGS,
    FINITE_TAGS,
    INDICATIVE_TAGS,
    NOMINAL_SUBJECTS,
    NOUN_PHRASE_TAGS,
    PROPER_NOUN_TAGS,
    UNTAKEN_VERB_TAGS,
    WITHIN_NOUN,
)
from quoteattr.syntax.tokens import TokenRange

__all__ = [
    "free_media",
    "restore_apposed_subjects",
    "restore_inverted_subjects",
    "restore_readings",
]

_OPENING = frozenset({":", "“"})
_LONGEST_NOUN = 8  # tokens


def restore_readings(
    words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]
) -> None:
    """Make a verb of “read” between a text and its words: A banner read: “Go.”.

    The text is a noun that opens the sentence. The columns are changed in place.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads.
        sentences: (first, behind last) token of each sentence.

    Examples:
        >>> words = ["Banners", "read", ":", "Go"]
        >>> columns = Columns(["NNS", "VBN", ":", "VB"], ["ROOT", "acl", "punct", "dep"], [0] * 4)
        >>> restore_readings(words, columns, [TokenRange(0, 4)])
        >>> columns.tags[1], columns.deps[:2], columns.heads
        ('VBD', ['nsubj', 'ROOT'], [1, 1, 0, 0])
    """
    tags = columns.tags
    for first, last in sentences:
        for verb in range(first + 1, last - 1):
            opens = words[verb] == "read" and words[verb + 1] in _OPENING
            if opens and tags[verb] not in FINITE_TAGS:
                phrase = range(first, verb)
                if is_noun_phrase(words, tags, phrase):
                    _hang_reading(columns, phrase)


def restore_apposed_subjects(
    words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]
) -> None:
    """Give a verb the noun that has a name beside it: “Go,” the town's clerk, Ann Lee, said.

    Both are set off by commas, and the verb has no other subject. The columns are changed in place.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads.
        sentences: (first, behind last) token of each sentence.

    Examples:
        >>> words = ["Its", "clerk", ",", "Lee", ",", "left", "."]
        >>> tags = ["PRP$", "NN", ",", "NNP", ",", "VBD", "."]
        >>> columns = Columns(tags, ["poss", *["dep"] * 4, "ROOT", "punct"], [1, 5, 5, 5, 5, 5, 5])
        >>> restore_apposed_subjects(words, columns, [TokenRange(0, 7)])
        >>> columns.deps[1], columns.deps[3], columns.heads
        ('nsubj', 'appos', [1, 5, 1, 1, 1, 5, 5])
    """
    for first, last in sentences:
        for verb in range(first + 2, last - 1):
            if words[verb - 1] == ",":
                _hang_apposed(words, columns, verb, first)


def free_media(words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]) -> None:
    """Hang on a verb the text or talk in which somebody says so: “No,” said Lee in a letter.

    The columns are changed in place.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads.
        sentences: (first, behind last) token of each sentence.

    Examples:
        >>> words, tags = ["said", "Lee", "in", "a", "letter"], ["VBD", "NNP", "IN", "DT", "NN"]
        >>> columns = Columns(tags, ["ROOT", "nsubj", "prep", "det", "pobj"], [0, 0, 1, 4, 2])
        >>> free_media(words, columns, [TokenRange(0, 5)])
        >>> columns.heads
        [0, 0, 0, 4, 2]
    """
    for first, last in sentences:
        for link in range(first + 2, last - 1):
            _free_medium(words, columns, link, last)


def restore_inverted_subjects(
    words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]
) -> None:
    """Give a verb behind closing marks the noun behind it: “Pay now,” read the notice.

    The verb has no subject, and a comma stands inside the marks. A role before a name there is no
    verb: “Pay now,” said tax officer Jane Doe. The columns are changed in place.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads.
        sentences: (first, behind last) token of each sentence.

    Examples:
        >>> words = ["Pay", ",", "”", "read", "signs", "."]
        >>> tags = ["VB", ",", "''", "VBD", "NNS", "."]
        >>> columns = Columns(tags, ["ccomp", *["punct"] * 2, "ROOT", "dobj", "punct"], [3] * 6)
        >>> restore_inverted_subjects(words, columns, [TokenRange(0, 6)])
        >>> columns.deps[4]
        'nsubj'
    """
    for first, last in sentences:
        for verb in range(first + 2, last - 1):
            if closes_speech(words, verb - 1):
                _make_past(columns, verb, last)
                noun = _inverted(words, columns, verb, TokenRange(first, last))
                if noun is not None:
                    _join_roles(columns, range(verb + 1, noun))
                    columns.hang_subject(noun, verb)


def _hang_reading(columns: Columns, phrase: range) -> None:
    """Make a verb of the word behind a noun phrase, and the phrase its subject."""
    tags, deps, heads = columns
    verb = phrase.stop
    for token in phrase[:-1]:
        if heads[token] == verb and deps[token] in NOMINAL_SUBJECTS:
            deps[token] = "compound"
    tags[verb] = "VBD"
    columns.hang_phrase(phrase)


def _free_medium(words: Sequence[str], columns: Columns, link: int, last: int) -> None:
    """Hang on a verb the text or talk in which somebody behind it says so: said Lee in a letter."""
    tags, deps, heads = columns
    noun, verb = heads[link], heads[heads[link]]
    inverted = deps[noun] in NOMINAL_SUBJECTS and verb < noun < link
    if not inverted or deps[link] != "prep" or words[link] not in ("in", "during"):
        return
    lower = words[noun].lower()
    able = is_person_noun(lower) or is_body(lower) or tags[noun] in PROPER_NOUN_TAGS
    objects = (t for t in range(link + 1, last) if heads[t] == link and deps[t] == "pobj")
    if able and is_medium(words[next(objects, link)]):
        heads[link] = verb


def _hang_apposed(words: Sequence[str], columns: Columns, verb: int, first: int) -> None:
    """Hang on a verb without a subject the noun before it that has a name beside it."""
    tags, deps, heads = columns
    name = _behind_comma(words, tags, verb - 1, first, PROPER_NOUN_TAGS)
    phrase = _behind_comma(words, tags, name.start - 1, first, NOUN_PHRASE_TAGS)
    noun = phrase.stop - 1
    if not (name and phrase and tags[verb] in INDICATIVE_TAGS and tags[noun] in COMMON_NOUN_TAGS):
        return
    verb = columns.main_verb(verb)
    above = [token for token in range(first, verb) if heads[token] == verb]
    if not NOMINAL_SUBJECTS.isdisjoint(deps[token] for token in above):
        return
    for token in above:
        deps[token] = "advcl" if deps[token] == "csubj" else deps[token]
    columns.hang_subject(noun, verb)
    columns.hang(name[-1], "appos", noun)
    for comma in (name.start - 1, name.stop):
        columns.move(comma, noun)


def _behind_comma(
    words: Sequence[str], tags: Sequence[str], end: int, first: int, allowed: Container[str]
) -> range:
    """Give the words with allowed tags from a comma or closing mark to the comma at the end."""
    start = end
    while start > first and tags[start - 1] in allowed:
        start -= 1
    begun = start == first or words[start - 1] in (",", "”")
    return range(start, end if begun and words[end] == "," else start)


def _make_past(columns: Columns, verb: int, last: int) -> None:
    """Take what looks like a participle, but has a subject behind it, for a verb: joked Lee."""
    tags, deps, heads = columns
    behind = range(verb + 1, min(last, verb + _LONGEST_NOUN))
    if tags[verb] == "VBN" and any(heads[t] == verb and deps[t] == "nsubj" for t in behind):
        tags[verb] = "VBD"


def _inverted(
    words: Sequence[str], columns: Columns, verb: int, sentence: TokenRange
) -> int | None:
    """Give the noun right behind a verb that has no subject and joins no other verb."""
    tags, deps, _ = columns
    if tags[verb] not in UNTAKEN_VERB_TAGS or deps[verb] == "conj":
        return None
    if verb in columns.with_subjects(sentence):
        return None
    named = _named_behind_role(words, columns, verb, sentence.end)
    return _noun_behind(columns, verb, sentence.end) if named is None else named


def _named_behind_role(words: Sequence[str], columns: Columns, verb: int, last: int) -> int | None:
    """Give the last word of a name that has a role before it which is tagged as a verb."""
    tags = columns.tags
    role = verb + 2
    while role < last and tags[role] in ("NN", "NNS"):
        role += 1
    if not (role + 1 < last and tags[role][:2] == "VB" and is_role(words[role])):
        return None
    name = columns.last_of_name(role, last)
    return name if name > role and tags[verb + 1] in ("NN", "NNS") else None


def _join_roles(columns: Columns, before: range) -> None:
    """Make nouns that hang on the name of the verbs among the words before it."""
    tags = columns.tags
    if any(tags[token][:2] == "VB" for token in before):
        for token in before:
            tags[token] = "NN" if tags[token][:2] == "VB" else tags[token]
            columns.hang(token, "compound", before.stop)


def _noun_behind(columns: Columns, verb: int, last: int) -> int | None:
    """Give the head of the noun phrase that starts right behind the verb."""
    tags, deps, heads = columns
    noun = verb + 1
    while deps[noun] in WITHIN_NOUN and noun < heads[noun] < min(last, verb + _LONGEST_NOUN):
        noun = heads[noun]
    named = all(tags[token] in NOUN_PHRASE_TAGS for token in range(verb + 1, noun + 1))
    return noun if named and tags[noun][:2] == "NN" and tags[verb + 1] != "PRP$" else None
