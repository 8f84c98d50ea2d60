"""Moved records: what was found in a part of a text, or in its plain form, as the whole has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from quoteattr.records import Quote, Setting, Span, Speaker, free_entity, with_members
from quoteattr.text.plain_text import PlainText

__all__ = ["as_given", "entities_of", "moved"]


@attrs.frozen(kw_only=True)
class _Move:
    """How records move.

    Attributes:
        parts: where the stretches of a content go; one may be parted.
        whole: where any other span goes.
        words: how a name or a title is written there.
        entities: what is added to the speakers' numbers.
    """

    parts: Callable[[Span], Iterable[Span]]
    whole: Callable[[Span], Span]
    words: Callable[[str], str] = str
    entities: int = 0


_Shared = Mapping[int, tuple[Span, ...]]  # by the identity of a list of spans, where they go


def moved(quotes: Sequence[Quote], step: int, entities: int = 0) -> Sequence[Quote]:
    """Add `step` to every offset of the quotations, and `entities` to the speakers' numbers.

    The mentions and titles of a speaker stay one object that all of the speaker's quotations share.
    """
    if not step and not entities:
        return quotes

    def shift(span: Span) -> Span:
        return Span(start=span.start + step, end=span.end + step, text=span.text)

    return _moved(quotes, _Move(parts=lambda span: [shift(span)], whole=shift, entities=entities))


def as_given(quotes: Sequence[Quote], plain: PlainText) -> Sequence[Quote]:
    """Give quotations found in a plain text the offsets and words of the text as it was given.

    Contents are parted where lines were left out inside them. A word that the text has with a
    hyphen at a line's end, and nowhere whole, stays so in names and titles.
    """
    if not plain.starts:
        return quotes
    broken = plain.broken_words()

    def span_of(bounds: tuple[int, int]) -> Span:
        return Span(start=bounds[0], end=bounds[1], text=plain.given[slice(*bounds)])

    def spell(words: str) -> str:
        return re.sub(r"\w+", lambda word: broken.get(word.group(), word.group()), words)

    return _moved(
        quotes,
        _Move(
            parts=lambda span: map(span_of, plain.source_spans(span.start, span.end)),
            whole=lambda span: span_of(plain.source_span(span.start, span.end)),
            words=spell if broken else str,
        ),
    )


def _moved(quotes: Sequence[Quote], move: _Move) -> list[Quote]:
    lists = {id(spans): spans for one in _everybody(quotes) for spans in (one.titles, one.mentions)}
    shared = {key: tuple(map(move.whole, spans)) for key, spans in lists.items()}
    return [_moved_quote(quote, move, shared) for quote in quotes]


def _moved_quote(quote: Quote, move: _Move, shared: _Shared) -> Quote:
    return attrs.evolve(
        quote,
        content=_moved_parts(quote.content, move),
        verbatim=_moved_parts(quote.verbatim, move),
        cue=quote.cue and move.whole(quote.cue),
        source=quote.source and move.whole(quote.source),
        speaker=quote.speaker and _moved_speaker(quote.speaker, move, shared),
        setting=_moved_setting(quote.setting, move),
        relayed_by=quote.relayed_by and _moved_speaker(quote.relayed_by, move, shared),
    )


def _moved_parts(spans: Iterable[Span], move: _Move) -> tuple[Span, ...]:
    return tuple(part for span in spans for part in move.parts(span))


def entities_of(quotes: Iterable[Quote]) -> int:
    """Give the first number that no speaker of the quotations has."""
    return free_entity(_everybody(quotes))


def _everybody(quotes: Iterable[Quote]) -> Iterator[Speaker]:
    """Give every speaker, whoever passes words on, and the members of both."""
    for quote in quotes:
        for speaker in (quote.speaker, quote.relayed_by):
            yield from with_members(speaker) if speaker else ()


def _moved_speaker(speaker: Speaker, move: _Move, shared: _Shared) -> Speaker:
    return attrs.evolve(
        speaker,
        name=move.words(speaker.name),
        title=None if speaker.title is None else move.words(speaker.title),
        titles=shared[id(speaker.titles)],
        mentions=shared[id(speaker.mentions)],
        members=tuple(_moved_speaker(member, move, shared) for member in speaker.members),
        entity=None if speaker.entity is None else speaker.entity + move.entities,
    )


def _moved_setting(setting: Setting, move: _Move) -> Setting:
    spans = attrs.asdict(setting, recurse=False)
    return Setting(**{name: span and move.whole(span) for name, span in spans.items()})
