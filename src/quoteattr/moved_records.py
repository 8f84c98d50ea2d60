"""Moved records: what was found in a part of a long text, as it stands in the whole."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from quoteattr.records import Quote, Setting, Span, Speaker

__all__ = ["entities_of", "moved"]


def moved(quotes: Sequence[Quote], step: int, entities: int = 0) -> Sequence[Quote]:
    """Add `step` to every offset of the quotations, and `entities` to the speakers' numbers.

    The mentions and titles of a speaker stay one object that all of the speaker's quotations share.
    """
    if not step and not entities:
        return quotes
    lists = [spans for one in _everybody(quotes) for spans in (one.titles, one.mentions)]
    shared = {id(spans): _moved(spans, step) for spans in lists}
    move = functools.partial(_moved_speaker, shared=shared, entities=entities)
    return [
        attrs.evolve(
            quote,
            content=_moved(quote.content, step),
            verbatim=_moved(quote.verbatim, step),
            cue=_moved_span(quote.cue, step),
            source=_moved_span(quote.source, step),
            speaker=quote.speaker and move(quote.speaker),
            setting=_moved_setting(quote.setting, step),
            relayed_by=quote.relayed_by and move(quote.relayed_by),
        )
        for quote in quotes
    ]


def entities_of(quotes: Iterable[Quote]) -> int:
    """Give the first number that no speaker of the quotations has."""
    numbers = [-1 if one.entity is None else one.entity for one in _everybody(quotes)]
    return 1 + max(numbers, default=-1)


def _everybody(quotes: Iterable[Quote]) -> Iterator[Speaker]:
    """Give every speaker, whoever passes words on, and the members of both."""
    for quote in quotes:
        for speaker in (quote.speaker, quote.relayed_by):
            yield from _with_members(speaker) if speaker else ()


def _with_members(speaker: Speaker) -> Iterator[Speaker]:
    yield speaker
    for member in speaker.members:
        yield from _with_members(member)


def _moved_speaker(
    speaker: Speaker, shared: Mapping[int, tuple[Span, ...]], entities: int
) -> Speaker:
    return attrs.evolve(
        speaker,
        titles=shared[id(speaker.titles)],
        mentions=shared[id(speaker.mentions)],
        members=tuple(_moved_speaker(member, shared, entities) for member in speaker.members),
        entity=None if speaker.entity is None else speaker.entity + entities,
    )


def _moved_setting(setting: Setting, step: int) -> Setting:
    spans = attrs.asdict(setting, recurse=False)
    return Setting(**{name: _moved_span(span, step) for name, span in spans.items()})


def _moved(spans: Iterable[Span], step: int) -> tuple[Span, ...]:
    return tuple(_shift(span, step) for span in spans)


def _moved_span(span: Span | None, step: int) -> Span | None:
    return None if span is None else _shift(span, step)


def _shift(span: Span, step: int) -> Span:
    return Span(start=span.start + step, end=span.end + step, text=span.text)
