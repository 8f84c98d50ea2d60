"""Signatures: the names under quotations, behind a dash, in brackets or on a line's end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Sequence

import attrs

from quoteattr.text.paragraphs import find_paragraphs
from quoteattr.text.patterns import CAPITAL, LINE_BREAKS, NAME, SMALL
from quoteattr.text.ranges import CharRange
from quoteattr.text.segments import Segment
from quoteattr.text.turns import LEAD_VERB, label_end

__all__ = ["Signature", "find_signatures"]

_DASH = "\u2010-\u2015\u2212-"
_SIGNATURE = re.compile(
    rf"[\s\"“”’'.,]{{0,20}}(?P<dash>[{_DASH}])[{_DASH}]{{0,5}}[ \u00a0]*(?=[@\w])"
    rf"(?P<name>[^{LINE_BREAKS}{_DASH}]{{2,90}})"
)
_FULL_NAME = rf"{NAME}(?:[ \u00a0](?:de |van |von |al |bin )?{NAME}){{1,3}}"
_ROLE = r"(?:,[ \u00a0][^.!?:;“”\"()\n\r]{1,60})?"
_BRACKETED = re.compile(rf"[\s.,]{{0,3}}\((?P<name>{_FULL_NAME}{_ROLE})\)[.]?")
_NEXT_LINE = re.compile(  # Ann Lee, farmer; but not: What Happens Next
    rf"[ \t]*\r?\n[ \t]*(?P<name>{_FULL_NAME}(?:(?=, [a-z\d]){_ROLE}[ \t]*(?=[\r\n]|$)"
    rf"|{_ROLE}[ \t]*(?=\s*$|\r?\n[ \t]*(?:[\r\n]|[“\"‘'«]))))"
)
_SAME_LINE = re.compile(
    rf"[ \t]+(?!{LEAD_VERB})"
    rf"(?P<name>{_FULL_NAME}{_ROLE}(?:[ \u00a0]\([^()\n]{{1,40}}\))?)[ \t]*(?=[\r\n]|$)"
)
_ONE_OF_SEVERAL = re.compile(
    rf"[\s.,]{{0,3}}\((?P<name>{_FULL_NAME},[ \u00a0][^.!?:;“”\"()\n\r]{{1,60}})\)"
    rf"[.;,]?(?=\s+(?:{CAPITAL}|[“\"‘'«])|\s*$)"
)
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?][\"”’']?\s+\S")  # but not: Ann P. Lee
_FINITE = re.compile(r"\b(?<!who )(?:are|can|has|have|is|was|were|will|would)\b")
_OF_WORK = rf"(?:[^\W_{SMALL}][^\s.!?…]*|&|a|an|and|at|by|for|from|in|of|on|or|the|to|with)"
_WORK = re.compile(rf"{_OF_WORK}(?:[ \u00a0]{_OF_WORK})*")  # Pride and Prejudice, without a stop
_OF_SOMEBODY = re.compile(rf"[^,]*['’]s?(?:[ \u00a0][{SMALL}][\w-]*){{2}}")  # Ann Lee’s hit film
_STOPPED = re.compile(r"(?:[.!?…][\"”’')\]]*|\)[.;,]?)\s+$")
_NEAR = 8


@attrs.frozen(kw_only=True)
class Signature:
    """A name that closes the quotation before it.

    Attributes:
        name: the name with its role.
        dash: offset of the dash before it, -1 where there is none.
        signed: the text whose segments are signed.
    """

    name: CharRange
    dash: int
    signed: CharRange


def find_signatures(text: str, segments: Sequence[Segment]) -> tuple[Signature, ...]:
    """Find the names that sign the segments before them.

    They end a paragraph that a segment or a label opens: behind “He said it was "over." —” stands
    who wrote it. Without a dash, the segment is the whole line; but behind a segment that opens a
    sentence, a full name with a role in brackets signs in the middle of a paragraph too.

    Examples:
        >>> from quoteattr.text.segments import find_segments
        >>> text = "“A true expert.” — Ann Lee"
        >>> signature, = find_signatures(text, find_segments(text).segments)
        >>> text[slice(*signature.name)]
        'Ann Lee'
    """
    paragraphs = find_paragraphs(text)
    ends = frozenset(end for _, end in paragraphs)
    starts = [start for start, _ in paragraphs]
    outer = [segment for segment in segments if segment.depth == 0]
    opened = {segment.start for segment in outer}
    found: list[Signature] = []
    for segment in outer:
        start = starts[bisect_right(starts, segment.start) - 1]
        match = _behind_dash(text, segment, ends)
        if not match or not _is_opened(text, start, opened):
            whole = start == segment.start and segment.closed
            match = _without_dash(text, segment, ends) if whole else None
        if match and not _is_made(text, segment, match["name"]):
            found.append(_signature(match, CharRange(start, segment.end)))
            continue
        match = _ONE_OF_SEVERAL.match(text, segment.end)
        if match and _opens_sentence(text, start, segment):
            found.append(_signature(match, CharRange(segment.start, segment.end)))
    return tuple(found)


def _is_made(text: str, segment: Segment, name: str) -> bool:
    """Tell whether marks hold the name of a work, or what stands behind them says whose it is."""
    words = segment.inner_start, segment.inner_end
    return bool(_OF_SOMEBODY.match(name) or ("," not in name and _WORK.fullmatch(text, *words)))


def _opens_sentence(text: str, start: int, segment: Segment) -> bool:
    """Tell whether a segment opens its paragraph, or a stop or a bracket stands before it."""
    before = text[max(start, segment.start - _NEAR) : segment.start]
    return not before or bool(_STOPPED.search(before))


def _behind_dash(text: str, segment: Segment, ends: Container[int]) -> re.Match[str] | None:
    """Match the name that a dash sets behind a segment, if it ends its paragraph."""
    match = _SIGNATURE.match(text, segment.end)
    return match if match and _signs(match, ends) else None


def _without_dash(text: str, segment: Segment, ends: Container[int]) -> re.Match[str] | None:
    """Match the name in brackets, behind the words or on the next line, if it ends a paragraph."""
    matches = (form.match(text, segment.end) for form in (_BRACKETED, _SAME_LINE, _NEXT_LINE))
    return next((match for match in matches if match and match.end() in ends), None)


def _is_opened(text: str, start: int, opened: Container[int]) -> bool:
    """Tell whether a paragraph begins with a segment, or with a label and a segment."""
    return start in opened or label_end(text, start) in opened


def _signs(match: re.Match[str], ends: Container[int]) -> bool:
    """Tell whether the words behind the dash are a name that ends its paragraph."""
    name = match["name"]
    last = match.start("name") + len(name.rstrip())
    named = name[:1].isupper() or name[:1] == "@"
    sentence = _SENTENCE_END.search(name) or _FINITE.search(name)
    return last in ends and named and not sentence


def _signature(match: re.Match[str], signed: CharRange) -> Signature:
    start = match.start("name")
    dash = match.start("dash") if "dash" in match.groupdict() else -1
    name = CharRange(start, start + len(match["name"].rstrip()))
    return Signature(name=name, dash=dash, signed=signed)
