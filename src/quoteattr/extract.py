"""Texts or Docs to quotations: the stages, called in their order."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from quoteattr.attributions import Attribution, attribute
from quoteattr.confidence import confidence
from quoteattr.coreference import Clusters, Coreference, find_clusters
from quoteattr.labels import find_turns
from quoteattr.paragraphs import find_paragraphs
from quoteattr.parsing import Parse, parse_doc, parse_texts
from quoteattr.ranking import load_model
from quoteattr.records import Quote, QuoteKind, Span, Speaker
from quoteattr.segments import Segment, find_segments
from quoteattr.speakers import resolve_speakers

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["make_quotes", "read_doc", "read_texts"]


def read_texts(
    nlp: Language,
    texts: Sequence[str],
    kinds: Collection[QuoteKind],
    coreference: Coreference | None = None,
) -> Iterator[list[Quote]]:
    """Give the quotations of each text; the paragraphs of all share the pipeline's batches."""
    marked = [(text, find_segments(text).segments) for text in texts]
    parses = parse_texts(
        nlp, [(text, segments, _ranges(text, segments, kinds)) for text, segments in marked]
    )
    for parse, (_, segments) in zip(parses, marked, strict=True):
        yield _assemble(parse, segments, kinds, coreference)


def read_doc(
    doc: Doc, kinds: Collection[QuoteKind], coreference: Coreference | None = None
) -> list[Quote]:
    """Give the quotations of a Doc that is already parsed."""
    return _assemble(parse_doc(doc), find_segments(doc.text).segments, kinds, coreference)


def _ranges(
    text: str, segments: Sequence[Segment], kinds: Collection[QuoteKind]
) -> Sequence[tuple[int, int]]:
    """Give the paragraphs to parse: only those around marks and labels without indirect speech."""
    paragraphs = find_paragraphs(text)
    if QuoteKind.INDIRECT in kinds:
        return paragraphs
    starts = [segment.start for segment in segments]
    marked = [
        number
        for number, (start, end) in enumerate(paragraphs)
        if bisect.bisect_left(starts, start) < bisect.bisect_left(starts, end)
    ]
    turns = [turn.label[0] for turn in find_turns(text)]
    marked += [bisect.bisect_right(paragraphs, (turn, len(text))) - 1 for turn in turns]
    near = {number + step for number in marked for step in (-1, 0, 1)}
    return [bounds for number, bounds in enumerate(paragraphs) if number in near]


def _assemble(
    parse: Parse,
    segments: Sequence[Segment],
    kinds: Collection[QuoteKind],
    coreference: Coreference | None,
) -> list[Quote]:
    attributions = attribute(parse, segments)
    clusters = find_clusters(parse, coreference)
    return [
        quote
        for attribution, quote in make_quotes(parse, segments, attributions, clusters)
        if attribution.kind in kinds
    ]


def make_quotes(
    parse: Parse,
    segments: Sequence[Segment],
    attributions: Sequence[Attribution],
    clusters: Clusters = (),
) -> list[tuple[Attribution, Quote]]:
    """Resolve the speakers of attributions and make a record of each, in text order."""
    speakers = resolve_speakers(parse, attributions, segments, clusters)
    made = [
        (attribution, _record(parse, attribution, speaker))
        for attribution, speaker in zip(attributions, speakers, strict=True)
    ]
    return sorted(made, key=lambda pair: pair[1].content[0].start)


def _record(parse: Parse, attribution: Attribution, speaker: Speaker | None) -> Quote:
    text, cue, source = parse.text, attribution.cue, attribution.source
    return Quote(
        kind=attribution.kind,
        content=tuple(_span(text, *bounds) for bounds in attribution.content),
        verbatim=tuple(_span(text, *bounds) for bounds in attribution.verbatim),
        cue=_span(text, *cue) if cue else None,
        source=_span(text, parse.starts[source.start], parse.ends[source.end - 1])
        if source
        else None,
        speaker=speaker,
        confidence=confidence(attribution.kind, attribution.links, load_model("confidence")),
    )


def _span(text: str, start: int, end: int) -> Span:
    return Span(start=start, end=end, text=text[start:end])
