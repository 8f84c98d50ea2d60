"""Parts: a text as long as a book is read part by part, so that memory stays bounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from quoteattr.records import Quote, Span, Speaker
from quoteattr.text.paragraphs import cut

__all__ = ["find_parts", "moved"]

_LONGEST = 250_000


def find_parts(text: str) -> Iterator[tuple[int, int]]:
    """Give the (start, end) offsets of the parts, which end with a paragraph wherever they can.

    A part is longer than any article: 250,000 code points.

    Examples:
        >>> list(find_parts("We have to wait."))
        [(0, 16)]
    """
    return cut(text, 0, len(text), _LONGEST)


def moved(quotes: Sequence[Quote], step: int) -> Sequence[Quote]:
    """Add `step` to every offset of the quotations.

    The mentions and titles of a speaker stay one object that all of the speaker's quotations share.
    """
    if not step:
        return quotes
    speakers = [quote.speaker for quote in quotes if quote.speaker]
    spans = {id(one): one for speaker in speakers for one in (speaker.titles, speaker.mentions)}
    shared = {key: _moved(one, step) for key, one in spans.items()}
    return [
        attrs.evolve(
            quote,
            content=_moved(quote.content, step),
            verbatim=_moved(quote.verbatim, step),
            cue=quote.cue and _moved_span(quote.cue, step),
            source=quote.source and _moved_span(quote.source, step),
            speaker=quote.speaker and _moved_speaker(quote.speaker, shared),
        )
        for quote in quotes
    ]


def _moved_speaker(speaker: Speaker, shared: Mapping[int, tuple[Span, ...]]) -> Speaker:
    titles, mentions = shared[id(speaker.titles)], shared[id(speaker.mentions)]
    return attrs.evolve(speaker, titles=titles, mentions=mentions)


def _moved(spans: Iterable[Span], step: int) -> tuple[Span, ...]:
    return tuple(_moved_span(span, step) for span in spans)


def _moved_span(span: Span, step: int) -> Span:
    return Span(start=span.start + step, end=span.end + step, text=span.text)
