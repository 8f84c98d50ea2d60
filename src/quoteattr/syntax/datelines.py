"""Datelines: where and when a report was written, in front of its first sentence."""

from __future__ import annotations

import re

from quoteattr.lexicon.reporting_words import reporting_class
from quoteattr.lexicon.word_lists import read_words

__all__ = ["behind_dateline"]

_DASH = "(?:\N{EM DASH}|\N{EN DASH}|--|-)"
_CAPITAL = "[A-Z\N{LATIN CAPITAL LETTER A WITH GRAVE}-\N{LATIN CAPITAL LETTER THORN}]"
_SHOUTED = rf"{_CAPITAL}(?:{_CAPITAL}|[.'’])+"
_TITLED = rf"{_CAPITAL}[\w.'’]*"
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[.]?"
_YEAR = r"(?:,? \d{4})?"
_DATE = rf"(?:\d\d? {_TITLED}|{_TITLED} \d\d?)"
_AGENCY = r"(?:\([A-Z][\w ]{1,20}\)|/[A-Z][\w ]{1,20}/)"
_DATELINE = re.compile(
    # ROME, May 3 (AP) - ; OSLO, Norway, May 6, 2024 -- ; GOMA, Democratic Republic of Congo —
    rf"{_SHOUTED}(?:[ /-]{_SHOUTED}){{0,3}}(?:,(?: {_TITLED}| of| \d{{1,4}}){{1,4}}){{0,4}}"
    rf"(?: {_AGENCY})? ?{_DASH} (?=\S)"
    # Lagos (Reuters) -- ; Lagos, Nigeria - Up to here.
    rf"|{_TITLED}(?: {_TITLED}){{0,2}}(?:, {_TITLED}(?: {_TITLED})?)?"
    rf"(?: {_AGENCY} {_DASH} (?=\S)"
    rf"| {_DASH} (?={_CAPITAL})(?![^\n]* {_DASH} ))"
    # Agency, 5 February -
    rf"|\w[\w.]*(?: {_TITLED}){{0,3}}, {_DATE}{_YEAR}(?: {_AGENCY})? {_DASH} (?=\S)"
    # Lima, Jul 1 2022 (IPS)-The
    rf"|{_TITLED}(?:[ -]{_TITLED}){{0,3}}(?:,? (?:{_TITLED}|\d{{1,4}})){{0,6}} {_AGENCY} ?{_DASH}"
    rf"(?={_CAPITAL}|[“\"])"
    # Lima, Aug 9:
    rf"|{_TITLED}(?:[ -]{_TITLED}){{0,3}}, (?:\d\d? {_MONTH}|{_MONTH} \d\d?){_YEAR}"
    rf"(?: {_AGENCY})?: (?=\S)"
)
_PLACE = re.compile(rf"({_TITLED}(?:[ -]{_TITLED}){{0,3}}): (?={_CAPITAL}\w)")
_SENTENCE = re.compile(r"[^\n]*?[.!?](?=\s|$)")
_PAST = re.compile(r"\w+ed\b|\bsaid\b|\btold\b")


def behind_dateline(text: str, start: int, end: int) -> int:
    """Give the offset behind the dateline that opens a stretch of text, its start if none does.

    A place with a colon is one before a sentence that reports. Nairobi: The minister said the
    bridge would close; but not: Nairobi: The bridge must close.

    Args:
        text: the text.
        start: code-point offset of the stretch, a paragraph, say.
        end: the same of its end.

    Examples:
        >>> behind_dateline("PARIS (Reuters) - It rained.", 0, 28)
        18
        >>> behind_dateline("It rained in Paris.", 0, 19)
        0
    """
    dateline = _DATELINE.match(text, start, end) or _place_before_report(text, start, end)
    return dateline.end() if dateline else start


def _place_before_report(text: str, start: int, end: int) -> re.Match[str] | None:
    """Match a place with a colon before a sentence that reports."""
    place = _PLACE.match(text, start, end)
    if place is None or place[1].lower() not in read_words("places"):
        return None
    sentence = _SENTENCE.match(text, place.end(), end)
    told = _PAST.findall(sentence[0].lower()) if sentence else ()
    return place if any(reporting_class(word, "VBD") for word in told) else None
