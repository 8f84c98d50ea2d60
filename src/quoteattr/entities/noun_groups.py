"""Noun groups: which tokens one is made of, hyphens, owners and cut abbreviations among them."""

from __future__ import annotations

from quoteattr.lexicon.name_words import is_title_word
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.syntax.capital_runs import touches
from quoteattr.syntax.grammar import HYPHENS
from quoteattr.syntax.tokens import Parse

__all__ = ["ADVERBS", "DETERMINERS", "ends_short_title", "glued", "in_group"]

_NOMINAL = frozenset({
    "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "POS", "HYPH", "VBN", "VBG", "CD", "AFX",
    "ADD", "FW",
})  # fmt: skip
DETERMINERS = marked_words("determiner") | marked_words("possessive")
ADVERBS = marked_words("title-adverb")
_JOINING = HYPHENS | {"/"}
_GRADED_BY = {"RB": frozenset({"VBG", "VBN"}), "RBS": frozenset({"JJ", "VBG", "VBN"})}
_MODIFIED = frozenset({"JJ", "NN", "NNP", "NNPS", "NNS"})
_ENDS = frozenset(",.;:!?()[]\"'“”‘’—–-") | {"--", "''", "``", "..."}


def in_group(parse: Parse, token: int) -> bool:
    """Tell whether the token may be part of a noun group; "well" is one in "well-known mayor".

    So is "newly" in "newly elected mayor".
    """
    if ends_short_title(parse, token) or _owns(parse, token):
        return True
    if parse.tags[token] in _NOMINAL:
        return parse.words[token] not in _ENDS or parse.tags[token] == "POS" or glued(parse, token)
    if parse.tags[token] in _GRADED_BY:
        return token + 1 < len(parse) and (glued(parse, token + 1) or _grades(parse, token))
    return glued(parse, token)


def _grades(parse: Parse, token: int) -> bool:
    """Tell whether an adverb goes with what is said of the noun behind it: newly elected mayor.

    "So happy" and "long been out" are said of nothing that follows.
    """
    graded = _GRADED_BY.get(parse.tags[token], frozenset())
    behind = parse.tags[token + 1 : token + 3]
    fits = len(behind) > 1 and behind[0] in graded and behind[1] in _MODIFIED
    return fits and parse.lowers[token] not in ADVERBS


def ends_short_title(parse: Parse, token: int) -> bool:
    """Tell whether the token is the full stop of a title that was cut in two: "Cpl" "."."""
    return (
        token > 0
        and parse.words[token] == "."
        and parse.ends[token - 1] == parse.starts[token]
        and is_title_word(parse.lowers[token - 1] + ".")
    )


def _owns(parse: Parse, token: int) -> bool:
    """Tell whether the token is a plural owner's apostrophe, which may be tagged a quote mark."""
    return (
        0 < token < len(parse) - 1
        and parse.words[token] in ("'", "’")
        and parse.ends[token - 1] == parse.starts[token]
        and parse.tags[token - 1] in ("NNS", "NNPS")
        and parse.tags[token + 1] in _NOMINAL
    )


def glued(parse: Parse, token: int) -> bool:
    """Tell whether the token is a hyphen or slash inside a word."""
    return parse.words[token] in _JOINING and 0 < token < len(parse) - 1 and touches(parse, token)
