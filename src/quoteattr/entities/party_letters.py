"""Party letters: what a name’s bracket or comma tells of its bearer: Ann Lee (R-Texas)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quoteattr.lexicon.word_lists import read_table
from quoteattr.syntax.tokens import Parse

__all__ = ["party_words"]

_LETTERS = re.compile(  # Ann Lee, R-Texas, … (D–Ohio) … (Lab, Leeds) … (Con)
    r"(?: [(\[]|, )(?P<seated>[A-Za-z]{1,3})[-–—](?=[A-Z])| [(\[](?P<alone>[A-Za-z]{1,3})[,)\]]"
)


def party_words(parse: Parse, spans: Iterable[tuple[int, int]]) -> Iterator[str]:
    """Give the lower-cased nouns for a member of the party whose letters stand behind a name.

    Args:
        parse: the text's tokens.
        spans: (first, behind last) token of each mention by name.
    """
    for _, end in spans:
        letters = _LETTERS.match(parse.text, parse.ends[end - 1])
        if letters:
            word = (letters["seated"] or letters["alone"]).lower()
            yield from read_table("party_letters").get(word, "").split()
