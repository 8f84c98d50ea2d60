"""Time phrases: which tokens give a date, a time of day, an amount or a rank.

Each token is read as a sign of what it can be in such a phrase (a weekday, a month, a small
number, a unit); a phrase is a run of signs that a pattern describes. No recogniser is needed.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from quoteattr.lexicon.word_lists import read_table
from quoteattr.syntax.tokens import LabelledRange, Parse

__all__ = ["find_time_phrases"]

# What signs are called in the word list and in the patterns; each is read as one letter.
_SIGNS = (
    "about", "after", "article", "clock", "comma", "currency", "day", "days", "daypart", "decade",
    "deictic", "doubtful", "edge", "few", "hours", "hyphen", "in", "kind", "measure", "month",
    "more", "nth", "number", "numeric", "oclock", "of", "old", "part", "percent", "rank", "scale",
    "season", "sign", "than", "to", "today", "tonight", "unit", "weekday", "year", "zone",
)  # fmt: skip
_LETTERS: Mapping[str, str] = {name: chr(0x100 + place) for place, name in enumerate(_SIGNS)}
_OTHER = "."
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("year", re.compile(r"(?:1[1-9]|20)\d\d")),
    ("decade", re.compile(r"(?:1[1-9]|20)\d0s|['’]?\d0s")),
    ("nth", re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)")),
    ("rank", re.compile(r"\d+(?:st|nd|rd|th)")),
    ("day", re.compile(r"0?[1-9]|[12]\d|3[01]")),
    ("numeric", re.compile(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}")),
    ("clock", re.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?:[ap]\.?m\.?)|\d{1,2}[ap]\.?m\.?")),
    ("clock", re.compile(r"(?:[01]?\d|2[0-4])(?::[0-5]\d){1,2}")),
)
_PIECES: Mapping[str, str] = {
    "ROUGHLY": "(about|article? more? (about|than)|more to)",
    "AMOUNT": "(article? scale|FIGURE|clock) (hyphen? (FIGURE|scale))* (of scale)?",
    "FIGURE": "(number|day|year)",
    "DAY": "article? (day|nth) (hyphen (day|nth))?",
    "MONTH": "(month|doubtful(?=article?(day|nth|year))|(?<=in)doubtful|(?<=day)doubtful)",
    "WHICH": "article? deictic",
    "UNIT": "(unit|days)",
    "PART": "(article part of)",
    "BEHIND": "(after|edge)",
}
_PHRASES: tuple[tuple[str, str], ...] = (
    ("DATE", "numeric"),
    ("DATE", "AMOUNT hyphen UNIT (hyphen old)?|AMOUNT UNIT old"),
    ("TIME", "ROUGHLY? (clock|(day|number)(?=oclock)) oclock? (to (clock|day) oclock)? zone?"),
    ("DATE", "(weekday comma?)? edge? MONTH DAY (hyphen MONTH? DAY)? (comma? year)?"),
    ("DATE", "(weekday comma?)? DAY of? MONTH (comma? year)?"),
    ("DATE", "PART? edge? MONTH ((of|comma)? year)?"),
    ("TIME", "(WHICH? weekday|today|edge|WHICH|article)? daypart|tonight"),
    ("DATE", "WHICH? weekday"),
    ("PERCENT", "ROUGHLY? AMOUNT (to AMOUNT|percent to AMOUNT)? hyphen? percent"),
    ("MONEY", "ROUGHLY? sign AMOUNT (to sign AMOUNT)? (hyphen? currency)?"),
    ("MONEY", "ROUGHLY? AMOUNT of? hyphen? kind? currency"),
    ("QUANTITY", "ROUGHLY? AMOUNT (to AMOUNT)? hyphen? measure+"),
    ("TIME", "(ROUGHLY? AMOUNT (to AMOUNT)?|article? few|article) hyphen? hours BEHIND?"),
    ("TIME", "WHICH (AMOUNT|few)? hours"),
    ("DATE", "PART? (edge? WHICH (AMOUNT|few)? (UNIT|season)|edge (UNIT|season))"),
    ("DATE", "(ROUGHLY? AMOUNT (to AMOUNT)?|article? few|article) hyphen? UNIT BEHIND?"),
    ("DATE", "PART (article? (UNIT|season|weekday)|year)|article rank UNIT (of year)?"),
    ("DATE", "article? edge? decade|edge? year (hyphen (year|day))?|today|days BEHIND?"),
    ("ORDINAL", "rank|nth"),
    ("CARDINAL", "ROUGHLY? AMOUNT ((to|hyphen) AMOUNT)?"),
)


def find_time_phrases(parse: Parse) -> tuple[LabelledRange, ...]:
    """Find every date, time of day, amount and rank, in order; none overlaps another.

    The labels are DATE, TIME, MONEY, PERCENT, QUANTITY, ORDINAL and CARDINAL.
    """
    signs = _signs(parse)
    return tuple(
        LabelledRange(
            start=match.start(), end=match.end(), label=_PHRASES[int(match.lastgroup[1:])][0]
        )
        for start, end in parse.sentences
        if signs.count(_OTHER, start, end) < end - start
        for match in _pattern().finditer(signs, start, end)
        if match.lastgroup
    )


def _signs(parse: Parse) -> str:
    """Give the letter of what each token can be in a phrase; most can be nothing there."""
    return "".join(map(_sign, parse.words, parse.lowers, parse.tags, parse.deps))


@functools.lru_cache(maxsize=1 << 14)
def _sign(word: str, lower: str, tag: str, dep: str) -> str:
    """Give the letter of what a token can be in a phrase."""
    if lower[0].isdigit() or lower[0] in "'’":
        return _letter_of_number(lower)
    name = read_table("time_words").get(lower)
    if name is None:
        counted = tag == "CD" and (lower != "one" or dep == "nummod")
        return _LETTERS["number"] if counted else _OTHER
    if name in ("weekday", "month", "doubtful") and word.islower():
        return _OTHER
    return _LETTERS[name]


@functools.lru_cache(maxsize=4096)
def _letter_of_number(word: str) -> str:
    for name, form in _FORMS:
        if form.fullmatch(word):
            return _LETTERS[name]
    return _LETTERS["number"] if word[0].isdigit() else _OTHER


@functools.cache
def _pattern() -> re.Pattern[str]:
    """Write the phrases with the letters of the signs, the first that fits first."""
    rows = (f"(?P<p{number}>{_written(phrase)})" for number, (_, phrase) in enumerate(_PHRASES))
    return re.compile(rf"(?!\{_OTHER})(?:{'|'.join(rows)})")


def _written(phrase: str) -> str:
    """Replace the names in a pattern by what they stand for."""
    for name, piece in _PIECES.items():
        phrase = phrase.replace(name, f"({piece})")
    phrase = re.sub(r"[a-z]+", lambda name: _LETTERS[name[0]], phrase)
    return re.sub(r"\((?!\?)", "(?:", phrase.replace(" ", ""))
