"""Surnames: names that the tagger took for common words, as in “Will urged”, “From said”.

Letters that spell a pronoun are set right too: “WHO said”, “the US”.
"""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterator, Sequence

from quoteattr.lexicon.noun_kinds import common_noun_kind
from quoteattr.lexicon.word_lists import read_table, read_words
from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.grammar import ALL_SUBJECTS, INDICATIVE_TAGS, NOMINAL_SUBJECTS
from quoteattr.syntax.tokens import TokenRange

__all__ = ["restore_surnames"]

# verbs that a name can be the subject of
_THIRD_PERSON_TAGS = frozenset({"VBD", "VBN", "VBZ"})
# places of a noun
_NOMINAL_DEPS = frozenset(
    {*ALL_SUBJECTS, "appos", "attr", "conj", "dative", "dobj", "pobj", "poss"}
)

_NAME = "NNP"
_STOPS = frozenset(".!?")
_OPENERS = frozenset("“(:")
_LONG_WORD = 4  # letters
_NEAR = 8  # tokens
_FAR = 25
_PRONOUNS = frozenset({"PRP", "WP"})
_QUOTED_LINE = [":", "“"]  # behind a name: Petrov: “No”


def restore_surnames(
    words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]
) -> None:
    """Make nouns and subjects of the surnames that were read as other words.

    A surname is known where it stands behind a given name (“George Will”). Elsewhere in the text
    the word with a capital is that name, if it has the place of a noun, or if a verb that
    lacks a subject follows. A verb with a capital whose subject is the given name before it is one,
    too, unless the words behind it have capitals, as in a headline; an auxiliary with a capital
    before a name is a given name. A pronoun in capitals beside words in small letters is an
    acronym.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads, changed in place.
        sentences: (first, behind last) token of each sentence.

    Examples:
        >>> words = ["Ann", "Will", "left", "Will", "sighed"]
        >>> tags = ["NNP", "NNP", "VBD", "MD", "VBD"]
        >>> columns = Columns(tags, ["compound", "nsubj", "ROOT", "aux", "ROOT"], [1, 2, 2, 4, 4])
        >>> restore_surnames(words, columns, [TokenRange(0, 3), TokenRange(3, 5)])
        >>> columns.tags[3], columns.deps[3]
        ('NNP', 'nsubj')
    """
    tags = columns.tags
    for sentence in sentences:
        for token in [*_verbs_behind_given_names(words, columns, sentence)]:
            _take_for_surname(words, columns, token, sentence)
        _join_auxiliaries(words, columns, sentence)
    surnames = _surnames(words, tags)
    for sentence in sentences if surnames else ():
        _restore_known(words, columns, sentence, surnames)
    for token, tag in enumerate(tags):
        if tag in _PRONOUNS and _is_acronym(words, token):
            tags[token] = _NAME
    for first, last in sentences:
        if list(words[first + 1 : min(last, first + 3)]) == _QUOTED_LINE and _is_rare(words[first]):
            tags[first] = _NAME


def _restore_known(
    words: Sequence[str], columns: Columns, sentence: TokenRange, surnames: Container[str]
) -> None:
    """Make names of the words that are somebody's surname elsewhere in the text."""
    tags, deps, _ = columns
    subjects = columns.with_subjects(sentence)
    for token in range(*sentence):
        if words[token] not in surnames or tags[token].startswith(_NAME):
            continue
        verb = token + 1
        if deps[token] in _NOMINAL_DEPS:
            _take_for_name(columns, token)
        elif verb < sentence.end and tags[verb] in _THIRD_PERSON_TAGS and verb not in subjects:
            _take_for_name(columns, token)
            columns.hang_subject(token, verb)


def _take_for_name(columns: Columns, token: int) -> None:
    """Make a name of a word, and a part of it of the name that was its subject."""
    tags, deps, heads = columns
    tags[token] = _NAME
    subject = heads[token - 1] == token and deps[token - 1] in NOMINAL_SUBJECTS
    if token and subject and tags[token - 1] == _NAME:
        deps[token - 1] = "compound"


def _verbs_behind_given_names(
    words: Sequence[str], columns: Columns, sentence: TokenRange
) -> Iterator[int]:
    """Give the verbs with a capital that have the name before them for a subject.

    Either is a given name.
    """
    tags, deps, heads = columns
    given = read_table("given_names")
    for token in range(sentence.start + 1, sentence.end):
        if tags[token][0] != "V" or not words[token].istitle():
            continue
        subject = heads[token - 1] == token and deps[token - 1] in NOMINAL_SUBJECTS
        known = given.keys() & {words[token - 1].lower(), words[token].lower()}
        named = tags[token - 1] == _NAME and known
        if subject and named and _in_small_letters(words[token + 1 : token + 1 + _NEAR]):
            yield token


def _join_auxiliaries(words: Sequence[str], columns: Columns, sentence: TokenRange) -> None:
    """Make given names of auxiliaries, and hang them on the names behind them."""
    for token in [*_auxiliaries_before_names(words, columns.tags, sentence)]:
        columns.tags[token] = _NAME
        columns.hang(token, "compound", columns.last_of_name(token, sentence.end))


def _auxiliaries_before_names(
    words: Sequence[str], tags: Sequence[str], sentence: TokenRange
) -> Iterator[int]:
    """Give the auxiliaries with a capital that are given names: “It is late,” Will Lee said.

    At the opening they may ask: Will Lee say so? But not: Will Lee said so.
    """
    for token in range(sentence.start, sentence.end - 2):
        named = tags[token] == "MD" and words[token].istitle() and tags[token + 1] == _NAME
        if not named or words[token].lower() not in read_table("given_names"):
            continue
        verb = next((t for t in range(token + 1, sentence.end - 1) if tags[t] != _NAME), token)
        inside = token > sentence.start and words[token - 1] not in _OPENERS
        told = inside or tags[verb] in INDICATIVE_TAGS
        if told and _in_small_letters(words[token + 2 : token + 2 + _NEAR]):
            yield token


def _in_small_letters(words: Sequence[str]) -> bool:
    """Tell whether half of the words that a headline has capitals for have none."""
    long = [word for word in words if len(word) >= _LONG_WORD and word.isalpha()]
    return bool(long) and sum(map(str.islower, long)) * 2 >= len(long)


def _take_for_surname(
    words: Sequence[str], columns: Columns, token: int, sentence: TokenRange
) -> None:
    """Join a word to the given name before it, and make both the subject of the next verb."""
    tags, deps, _ = columns
    _take_for_name(columns, token)
    subjects = columns.with_subjects(sentence)
    behind = range(token + 1, min(sentence.end, token + _FAR))
    verbs = (
        place
        for place in itertools.takewhile(lambda place: words[place] not in _STOPS, behind)
        if tags[place] in _THIRD_PERSON_TAGS and place not in subjects and deps[place] != "aux"
    )
    verb = next(verbs, None)
    if verb is not None:
        columns.hang_subject(token, verb)


def _is_acronym(words: Sequence[str], token: int) -> bool:
    """Tell whether a word is in capitals, and the words around it are not."""
    near = (*words[max(0, token - 2) : token], *words[token + 1 : token + 3])
    return len(words[token]) > 1 and words[token].isupper() and not any(map(str.isupper, near))


def _is_rare(word: str) -> bool:
    """Tell whether a word with a capital is no common one."""
    lower = word.lower()
    common = lower in read_words("common_words") or common_noun_kind(lower) != "thing"
    return word.istitle() and not common


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
