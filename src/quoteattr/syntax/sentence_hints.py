"""Sentence hints: where a full stop ends no sentence, and where one does, told before the parse."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quoteattr.lexicon.noun_kinds import letters_kind
from quoteattr.lexicon.word_lists import read_table, read_words
from quoteattr.syntax.capital_runs import SUFFIXES

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_hints", "give_hints", "short_titles"]

_CAPITAL = "[^\\W\\d_a-zß-ÿ]"
_INITIALS = re.compile(  # Governor K.V. Rao; but not: In B.C. The fire spread.
    rf"\b({_CAPITAL}\w+)\s+(?:{_CAPITAL}\.){{2,}}\s+(?=({_CAPITAL}[^\W\d_A-Z]\w*))"
)
_HOUR = re.compile(rf"\b[ap]\.m\.\s+(?=({_CAPITAL}\w*))")  # At 3 a.m. The fire spread.


@functools.cache
def short_titles() -> frozenset[str]:
    """Give the titles that end with a full stop, as they are written: Eng.; but not Esq., Sr."""
    return frozenset(
        word.title()
        for word in read_words("title_words") | read_table("honorifics").keys()
        if word.endswith(".") and not (letters_kind(word) or word.rstrip(".") in SUFFIXES)
    )


@functools.cache
def _titled() -> re.Pattern[str]:
    titles = "|".join(map(re.escape, sorted(short_titles())))
    return re.compile(rf"\b(?:{titles})\s+(?={_CAPITAL})")


def find_hints(text: str) -> Iterator[tuple[int, bool]]:
    """Give the offsets of words behind a full stop, each with whether a sentence begins there.

    None does behind a short title, or behind initials that stand between two names; one does
    where a function word has a capital behind an hour.

    Examples:
        >>> list(find_hints("It fell at 3 a.m. The dog left, Insp. Lee told Mayor K.V. Rao."))
        [(18, True), (38, False), (58, False)]
    """
    small = read_words("function_words") | read_words("light_words")
    for match in _HOUR.finditer(text):
        if match[1].lower() in small:
            yield match.end(), True
    for match in _titled().finditer(text):
        yield match.end(), False
    for match in _INITIALS.finditer(text):
        if small.isdisjoint(word.lower() for word in match.groups()):
            yield match.end(), False


def give_hints(doc: Doc) -> Doc:
    """Set on a Doc that nobody has parsed yet where sentences begin, as far as that is sure."""
    for offset, begins in find_hints(doc.text):
        word = doc.char_span(offset, offset + 1, alignment_mode="expand")
        if word is not None and word[0].idx == offset:
            word[0].is_sent_start = begins
    return doc
