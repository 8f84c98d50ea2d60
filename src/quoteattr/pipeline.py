"""Texts or Docs to quotations: the stages, called in their order."""

from __future__ import annotations

import functools
import itertools
import operator
from typing import TYPE_CHECKING

import attrs

from quoteattr.attribution.attributions import Attribution, attribute
from quoteattr.attribution.polarity import polarity_of
from quoteattr.attribution.setting_scenes import set_scenes
from quoteattr.attribution.settings import find_settings, hold_settings
from quoteattr.entities.given_clusters import Clusters, Coreference, find_clusters
from quoteattr.moved_records import as_given, entities_of, moved
from quoteattr.records import Quote, QuoteKind, Span, Speaker
from quoteattr.scoring.confidence import SpeakerLink, confidence, speaker_confidence
from quoteattr.scoring.linear_model import load_model
from quoteattr.speakers.relays import find_relays
from quoteattr.speakers.resolve import Referents, resolve_speakers
from quoteattr.syntax.paragraphs_to_parse import find_excerpts
from quoteattr.syntax.spacy_parser import parse_doc, parse_texts
from quoteattr.syntax.tokens import Parse, chars_of
from quoteattr.text.long_texts import find_parts
from quoteattr.text.paragraphs import find_paragraphs
from quoteattr.text.plain_text import PlainText, plain_text
from quoteattr.text.segments import Segment, find_segments

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Made", "Traced", "make_quotes", "read_doc", "read_parts", "read_texts", "trace_text"]


@attrs.frozen(kw_only=True, eq=False)
class Made:
    """A quotation with the decisions that made it.

    Attributes:
        quote: the quotation, with offsets into the table's text.
        attribution: how it was found, with the rules and choices that decided.
        referents: who was chosen from for its speaker, None where nothing was weighed.
    """

    quote: Quote
    attribution: Attribution
    referents: Referents | None


@attrs.frozen(kw_only=True, eq=False)
class Traced:
    """A quotation with what led to it.

    Attributes:
        quote: the quotation, with offsets into the text as it was given.
        made: the same quotation as its part of the text has it, with the decisions.
        entities: what its speakers' numbers are more than those of that part.
        parse: the tokens of the part of the text that it stands in.
        start: code-point offset of that part in the plain text.
        plain: the plain text, which knows where its characters lie in the given one.
    """

    quote: Quote
    made: Made
    entities: int
    parse: Parse
    start: int
    plain: PlainText


def read_texts(
    nlp: Language,
    texts: Sequence[str],
    kinds: Collection[QuoteKind],
    coreference: Coreference | None = None,
) -> Iterator[list[Quote]]:
    """Give the quotations of each text; the paragraphs of all share the pipeline's batches.

    Where no indirect speech is asked for, excerpts are parsed. A very long text is read part by
    part.
    """
    plains = [plain_text(text) for text in texts]
    assemble = functools.partial(_quotes, kinds=kinds, coreference=coreference)
    # A loop would hold one part's table until the next one is made; map lets go of it.
    found = map(assemble, _parts(plains), *_tables(nlp, [plain.text for plain in plains], kinds))
    for plain in plains:
        quotes: list[Quote] = []
        for start, _ in find_parts(plain.text):
            quotes += moved(next(found), start, entities_of(quotes))
        yield list(as_given(quotes, plain))


def read_parts(
    nlp: Language,
    text: str,
    kinds: Collection[QuoteKind],
    coreference: Coreference | None = None,
) -> Iterator[tuple[int, list[Quote]]]:
    """Give the quotations of each part of a text as soon as it is read, with the part's end."""
    plain = plain_text(text)
    assemble = functools.partial(_quotes, kinds=kinds, coreference=coreference)
    entities = 0
    for start, end in find_parts(plain.text):
        part = plain.part(start, end)
        [quotes] = map(assemble, [part], *_tables(nlp, [part.text], kinds))
        found = moved(quotes, start, entities)
        entities = max(entities, entities_of(found))
        whole = end == len(plain.text)
        yield len(text) if whole else plain.source_span(start, end)[1], list(as_given(found, plain))


def trace_text(
    nlp: Language,
    text: str,
    kinds: Collection[QuoteKind],
    coreference: Coreference | None = None,
) -> Iterator[Traced]:
    """Give the quotations of a text, the same as `read_texts`, with what led to each."""
    plain = plain_text(text)
    quotes: list[Quote] = []
    for (start, end), parse, segments in zip(
        find_parts(plain.text), *_tables(nlp, [plain.text], kinds), strict=True
    ):
        made = _assemble(plain.part(start, end), parse, segments, kinds, coreference)
        entities = entities_of(quotes)
        quotes += moved([one.quote for one in made], start, entities)
        latest = as_given(quotes[len(quotes) - len(made) :], plain)
        for one, quote in zip(made, latest, strict=True):
            yield Traced(
                quote=quote, made=one, entities=entities, parse=parse, start=start, plain=plain
            )


def read_doc(
    doc: Doc, kinds: Collection[QuoteKind], coreference: Coreference | None = None
) -> list[Quote]:
    """Give the quotations of a Doc that is already parsed."""
    segments = find_segments(doc.text).segments
    return _quotes(None, parse_doc(doc), segments, kinds, coreference)


def _parts(plains: Iterable[PlainText]) -> Iterator[PlainText]:
    """Give the parts of all texts, in order."""
    for plain in plains:
        yield from (plain.part(start, end) for start, end in find_parts(plain.text))


def _tables(
    nlp: Language, texts: Sequence[str], kinds: Collection[QuoteKind]
) -> tuple[Iterator[Parse], Iterator[Sequence[Segment]]]:
    """Give the table of each part of each text, and its segments."""
    whole = QuoteKind.INDIRECT in kinds
    parts = (text[start:end] for text in texts for start, end in find_parts(text))
    work, kept = itertools.tee(_prepared(part, whole=whole) for part in parts)
    return parse_texts(nlp, work), map(operator.itemgetter(1), kept)


def _prepared(
    text: str, *, whole: bool
) -> tuple[str, Sequence[Segment], Sequence[tuple[int, int]]]:
    """Give a text with its segments and with the paragraphs of it that are to be parsed."""
    segments = find_segments(text).segments
    return text, segments, find_paragraphs(text) if whole else find_excerpts(text, segments)


def _quotes(
    plain: PlainText | None,
    parse: Parse,
    segments: Sequence[Segment],
    kinds: Collection[QuoteKind],
    coreference: Coreference | None,
) -> list[Quote]:
    return [made.quote for made in _assemble(plain, parse, segments, kinds, coreference)]


def _assemble(
    plain: PlainText | None,
    parse: Parse,
    segments: Sequence[Segment],
    kinds: Collection[QuoteKind],
    coreference: Coreference | None,
) -> list[Made]:
    attributions = attribute(parse, segments)
    clusters = find_clusters(parse, coreference, plain)
    made = make_quotes(parse, segments, attributions, clusters)
    return [one for one in made if one.attribution.kind in kinds]


def make_quotes(
    parse: Parse,
    segments: Sequence[Segment],
    attributions: Sequence[Attribution],
    clusters: Clusters = (),
) -> list[Made]:
    """Resolve the speakers of attributions and make a record of each, in text order."""
    resolution = resolve_speakers(parse, attributions, segments, clusters)
    speakers = resolution.speakers
    settings = find_settings(parse, attributions)
    settings = set_scenes(parse, attributions, speakers, settings)
    settings = hold_settings(parse, attributions, speakers, settings)
    relays = find_relays(parse, attributions, speakers, resolution.named_at)
    polarities = [polarity_of(parse, attribution) for attribution in attributions]
    records = (
        _record(parse, attribution, speaker, link)
        for attribution, speaker, link in zip(attributions, speakers, resolution.links, strict=True)
    )
    quotes = (
        attrs.evolve(quote, setting=setting, relayed_by=relay, polarity=polarity)
        for quote, setting, relay, polarity in zip(
            records, settings, relays, polarities, strict=True
        )
    )
    made = [
        Made(quote=quote, attribution=attribution, referents=referents)
        for quote, attribution, referents in zip(
            quotes, attributions, resolution.referents(), strict=True
        )
    ]
    return sorted(made, key=lambda one: one.quote.content[0].start)


def _record(
    parse: Parse, attribution: Attribution, speaker: Speaker | None, link: SpeakerLink
) -> Quote:
    text, cue, source = parse.text, attribution.cue, attribution.source
    links = attribution.links
    known = confidence(attribution.kind, links, load_model("confidence"))
    sure = speaker_confidence(known, link, load_model("speaker_confidence"))
    return Quote(
        kind=attribution.kind,
        content=tuple(_span(text, *bounds) for bounds in attribution.content),
        verbatim=tuple(_span(text, *bounds) for bounds in attribution.verbatim),
        cue=_span(text, *cue) if cue else None,
        source=_span(text, *chars_of(parse, source.start, source.end)) if source else None,
        speaker=speaker,
        confidence=sure,
        source_confidence=max(known, sure),  # the two are fitted on different articles
    )


def _span(text: str, start: int, end: int) -> Span:
    return Span(start=start, end=end, text=text[start:end])
