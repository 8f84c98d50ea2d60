"""Name zones: the stretches of a sentence in which names can stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoteattr.lexicon.word_lists import read_words
from quoteattr.syntax.capital_runs import touches
from quoteattr.syntax.grammar import HYPHENS, PROPER_NOUN_TAGS
from quoteattr.syntax.name_signs import has_capital, kinds
from quoteattr.syntax.tokens import Parse, TokenRange

__all__ = ["LONGEST_LINK", "find_zones"]

LONGEST_LINK = 3  # words in a row that link names
_LINKS = read_words("name_links")


def find_zones(parse: Parse) -> Iterator[TokenRange]:
    """Give every zone that can hold names.

    A zone lies within a sentence. It begins and ends with a word that has a capital or is tagged
    as a name (a figure may follow: *Agenda 2030*), and holds up to three linking words in a row
    (*of the*, *bin*, *“*). No zone is a function word alone, as *The* mostly is.
    """
    begins = [
        has_capital(word) or (tag in PROPER_NOUN_TAGS and word[0].isalpha())
        for word, tag in zip(parse.words, parse.tags, strict=True)
    ]
    for sentence in parse.sentences:
        for start, end in _zones_in(parse, begins, sentence):
            if end - start > 1 or not _is_mere_beginning(parse.words[start]):
                yield TokenRange(start, end)


def _is_mere_beginning(word: str) -> bool:
    """Tell whether a word is a function word with a capital in front alone: The; but not: WHO."""
    return "f" in kinds(word) and not has_capital(word[1:])


def _zones_in(
    parse: Parse, begins: Sequence[bool], sentence: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """Find the zones of a sentence; `begins` tells of each token whether one can begin there."""
    start = last = -1
    for token in range(*sentence):
        if begins[token]:
            start, last = (token if start < 0 else start), token
        elif start < 0:
            continue
        elif _can_end(parse, token, last):
            last = token
        elif token - last > LONGEST_LINK or parse.lowers[token] not in _LINKS:
            yield start, last + 1
            start = -1
    if start >= 0:
        yield start, last + 1


def _can_end(parse: Parse, token: int, last: int) -> bool:
    """Tell whether a figure behind a capital, or the end of *Suk-yeol*, stands here."""
    if parse.words[token][0].isdigit():
        return last == token - 1
    return last == token - 2 and parse.words[token - 1] in HYPHENS and touches(parse, token - 1)
