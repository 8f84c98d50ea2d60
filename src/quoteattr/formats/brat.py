"""brat standoff: the annotation of one text, in the form of the PolNeAR corpus."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quoteattr.formats.documents import encodable
from quoteattr.input_checks import check_quotes_of
from quoteattr.records import Quote, Speaker
from quoteattr.text.patterns import LINE_BREAKS

__all__ = ["to_brat"]


def to_brat(text: str, quotes: Iterable[Quote]) -> str:
    r"""Give brat standoff annotation (an .ann file) of a text's quotations.

    Source, Cue and Content are text-bound, an Attribution event on the cue joins them, and a note
    on it gives the speaker. Without a cue the event stands on the content.

    Raises:
        TypeError: `text` is no `str`, or what is given are no quotations.
        ValueError: the quotations are of another text.

    Examples:
        >>> from quoteattr import extract_quotes
        >>> text = "“We have to wait,” said Ann Lee."
        >>> print(to_brat(text, extract_quotes(text)), end="")
        T1	Source 24 31	Ann Lee
        T2	Cue 19 23	said
        T3	Content 1 17	We have to wait,
        T4	Attribution 19 23	said
        E1	Attribution:T4 Content:T3 Cue:T2 Source:T1
        A1	Kind E1 direct
        #1	AnnotatorNotes E1	Ann Lee
    """
    lines: list[str] = []
    first = 1
    for number, quote in enumerate(check_quotes_of(text, quotes), 1):
        bound = _bound(text, quote)
        if not bound:  # nothing but white space
            continue
        lines += [f"T{k}\t{label} {words}" for k, (label, words) in enumerate(bound, first)]
        roles = {label: f"{label}:T{k}" for k, (label, _) in enumerate(bound, first)}
        order = [
            roles[role] for role in ("Attribution", "Content", "Cue", "Source") if role in roles
        ]
        lines.append(f"E{number}\t{' '.join(order)}")
        lines.append(f"A{number}\tKind E{number} {quote.kind.value}")
        if quote.speaker:
            lines.append(f"#{number}\tAnnotatorNotes E{number}\t{_note(quote.speaker)}")
        first += len(bound)
    return encodable("".join(f"{line}\n" for line in lines))


def _bound(text: str, quote: Quote) -> list[tuple[str, str]]:
    """Give label and "offsets TAB words" of each part; a line break cuts a part in two."""
    cue = [quote.cue] if quote.cue else []
    parts = {
        "Source": [quote.source] if quote.source else [],
        "Cue": cue,
        "Content": quote.content,
        "Attribution": cue or quote.content,
    }
    bound = []
    for label, spans in parts.items():
        pieces = [piece for span in spans for piece in _lines(text, span.start, span.end)]
        if pieces:
            offsets = ";".join(f"{start} {end}" for start, end in pieces)
            words = " ".join(text[start:end] for start, end in pieces)
            bound.append((label, f"{offsets}\t{words}"))
    return bound


_ONE_LINE = re.compile(rf"[^\s](?:[^\t{LINE_BREAKS}]*[^\s])?")


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a stretch where a line breaks, as standoff must."""
    return [match.span() for match in _ONE_LINE.finditer(text, start, end)]


def _note(speaker: Speaker) -> str:
    """Give name and title on one line."""
    parts = [speaker.name, speaker.title]
    return " ".join(", ".join(part for part in parts if part).split())
