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
_STOP = re.compile(rf"\.\s+(?=({_CAPITAL}\w*))")
_WORD = re.compile(r"[\w.]+\Z")  # what ends with the full stop: Insp., K.V., a.m.
_INITIALS = re.compile(rf"(?:{_CAPITAL}\.){{2,}}")
_NAMED = re.compile(rf"\b({_CAPITAL}\w+)\s+\Z")
_ON_PLATFORM = re.compile(r"\b(?:on|to|via) X\.(?=\s|\Z)")
_HOURS = frozenset({"a.m.", "p.m."})
_FARTHEST = 60  # characters that are looked at before a full stop


@functools.cache
def short_titles() -> frozenset[str]:
    """Give the titles that end with a full stop, as they are written: Eng.; but not Esq., Sr."""
    return frozenset(
        word.title()
        for word in read_words("title_words") | read_table("honorifics").keys()
        if word.endswith(".") and not (letters_kind(word) or word.rstrip(".") in SUFFIXES)
    )


def find_hints(text: str) -> Iterator[tuple[int, bool]]:
    """Give the offsets of words behind a full stop, each with whether a sentence begins there.

    None does behind a short title, or behind initials that stand between two names; one does
    where a function word has a capital behind an hour.

    Examples:
        >>> list(find_hints("It fell at 3 a.m. The dog left, Insp. Lee told Mayor K.V. Rao."))
        [(18, True), (38, False), (58, False)]
    """
    for match in _STOP.finditer(text):
        before = text[max(0, match.start() - _FARTHEST) : match.start() + 1]
        begins = _begins(before, match[1])
        if begins is not None:
            yield match.end(), begins


def _begins(before: str, behind: str) -> bool | None:
    """Tell whether a sentence begins behind a full stop, None where that is not sure.

    Args:
        before: the text up to the full stop.
        behind: the word behind it, which has a capital.
    """
    word = _WORD.search(before)
    if word is None:
        return None
    if word[0] in _HOURS:  # At 3 a.m. The fire spread.
        return True if _is_small(behind) else None
    if word[0][word[0].rfind(".", 0, -1) + 1 :] in short_titles():
        return False
    named = _INITIALS.fullmatch(word[0]) and _NAMED.search(before, 0, word.start())
    if not named or behind[1:2].isupper() or not behind[1:2].isalpha():
        return None
    # Governor K.V. Rao; but not: In B.C. The fire spread.
    return None if _is_small(named[1]) or _is_small(behind) else False


def _is_small(word: str) -> bool:
    lower = word.lower()
    return lower in read_words("function_words") or lower in read_words("light_words")


def give_hints(doc: Doc, text: str) -> Doc:
    """Give the Doc of a text that nobody has parsed, told where sentences begin, or do not."""
    parted = _parted_from_stops(doc, text)
    for offset, begins in find_hints(text):
        word = parted.char_span(offset, offset + 1, alignment_mode="expand")
        if word is not None and word[0].idx == offset:
            word[0].is_sent_start = begins
    return parted


def _parted_from_stops(doc: Doc, text: str) -> Doc:
    """Part the name of the platform X from a full stop, with which it looks like an initial."""
    places = {match.end() - len("X.") for match in _ON_PLATFORM.finditer(text)}
    if not places:
        return doc
    pieces = [
        piece
        for token in doc
        for piece in (
            [("X", False), (".", bool(token.whitespace_))]
            if token.idx in places and token.text == "X."
            else [(token.text, bool(token.whitespace_))]
        )
    ]
    words, spaces = zip(*pieces, strict=True)
    return type(doc)(doc.vocab, words=list(words), spaces=list(spaces))
