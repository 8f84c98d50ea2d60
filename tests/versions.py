"""Quotations for tests of matching: records made of the words between marks."""

from __future__ import annotations

from quoteattr import Quote, QuoteKind, Span, Speaker, SpeakerKind

__all__ = ["person", "said", "shared"]


def person(name: str, title: str | None = None) -> Speaker:
    """Make a person with a title."""
    titles = () if title is None else (Span(start=0, end=len(title), text=title),)
    return Speaker(name=name, kind=SpeakerKind.PERSON, title=title, titles=titles)


def said(words: str, name: str | Speaker | None = None, kind: str = "direct") -> Quote:
    """Make a record; `|` parts stretches between marks, which indirect speech has none of."""
    spans, start = [], 1
    for part in words.split("|"):
        spans.append(Span(start=start, end=start + len(part), text=part))
        start += len(part) + 9
    speaker = person(name) if isinstance(name, str) else name
    marked = () if kind == "indirect" else tuple(spans)
    return Quote(kind=QuoteKind(kind), content=tuple(spans), verbatim=marked, speaker=speaker)


def shared(match: object) -> list[tuple[object, list[str]]]:
    """Give document and shared words of each occurrence."""
    occurrences = match.occurrences  # type: ignore[attr-defined]
    return [(one.document, [span.text for span in one.shared]) for one in occurrences]
