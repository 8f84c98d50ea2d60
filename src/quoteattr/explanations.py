"""Explanations: for each quotation the candidates that there were, and what decided."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from quoteattr.attribution.attributions import Attribution, finish
from quoteattr.attribution.cue_sources import (
    cue_candidates,
    cue_source_features,
    no_cue_source_features,
    relations,
)
from quoteattr.attribution.decisions import Models, Reading, load_models, read
from quoteattr.attribution.segment_sources import (
    no_segment_source_features,
    segment_candidates,
    segment_source_features,
)
from quoteattr.input_checks import check_text
from quoteattr.pipeline import make_quotes
from quoteattr.records import Quote, QuoteKind, Span
from quoteattr.scoring.linear_model import Model, softmax
from quoteattr.syntax.mentions import Mention
from quoteattr.syntax.spacy_parser import load_pipeline, parse_texts
from quoteattr.text.paragraphs import find_paragraphs
from quoteattr.text.segments import find_segments

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Candidate", "Explanation", "explain"]

_MOST_FEATURES = 8


@attrs.frozen(kw_only=True)
class Candidate:
    """Somebody who could have said the words.

    Attributes:
        mention: the words that refer to them, None for "nobody in the text".
        probability: of being the source (0-1), as the model sees it.
        features: the weightiest reasons for and against, each with its weight (log-odds).
    """

    mention: Span | None
    probability: float
    features: tuple[tuple[str, float], ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the candidate as plain JSON values."""
        return {
            "mention": self.mention and self.mention.to_dict(),
            "probability": self.probability,
            "features": [{"name": name, "weight": weight} for name, weight in self.features],
        }


@attrs.frozen(kw_only=True)
class Explanation:
    """How a quotation came about.

    Attributes:
        quote: the quotation.
        decisions: probability (0-1) of each decision behind it, by name: that the marked words
            are "speech", that the "cue" reports, that the "content" is the right one, and so on.
        candidates: who could have said it, likeliest first.
    """

    quote: Quote
    decisions: tuple[tuple[str, float], ...]
    candidates: tuple[Candidate, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the explanation as plain JSON values."""
        return {
            "quote": self.quote.to_dict(),
            "decisions": dict(self.decisions),
            "candidates": [candidate.to_dict() for candidate in self.candidates],
        }


def explain(text: str, *, nlp: Language | None = None) -> list[Explanation]:
    """Explain every quotation of a text, in text order.

    Args:
        text: an English news text.
        nlp: a pipeline with tagger, parser and entity recogniser; by default the one that comes
            along.

    Raises:
        TypeError: `text` is no `str`.
        ModelNotFoundError: the English pipeline is not installed.

    Examples:
        >>> explanation, = explain("“We lost,” coach Ann Lee told Bo Ek.")
        >>> explanation.candidates[0].mention.text
        'coach Ann Lee'
    """
    check_text(text)
    nlp = load_pipeline() if nlp is None else nlp
    segments = find_segments(text).segments
    (parse,) = parse_texts(nlp, [(text, segments, find_paragraphs(text))])
    models = load_models()
    reading = read(parse, segments, models)
    return [
        Explanation(
            quote=quote,
            decisions=tuple(attribution.links.items()),
            candidates=tuple(_candidates(reading, models, attribution)),
        )
        for attribution, quote in make_quotes(parse, segments, finish(reading))
    ]


def _candidates(reading: Reading, models: Models, attribution: Attribution) -> Iterable[Candidate]:
    """Score everybody who could be the source once more, keeping the reasons."""
    if "label" in attribution.links:
        return ()
    if attribution.kind is QuoteKind.INDIRECT or "speech" not in attribution.links:
        named, model = list(_for_cue(reading, attribution)), models.cue_sources
    else:
        named, model = list(_for_segment(reading, attribution)), models.segment_sources
    return _ranked(reading, model, named)


def _for_cue(
    reading: Reading, attribution: Attribution
) -> Iterator[tuple[Mention | None, Sequence[str]]]:
    parse = reading.parse
    if attribution.cue is None:
        return
    cue = _token_at(reading, attribution.cue[0])
    report = next((r for r in reading.reports if r.cue.token == cue), None)
    if report is None:
        return
    roles = relations(parse, cue)
    ranges = report.content.ranges
    for mention in cue_candidates(parse, reading.mentions, cue):
        yield (
            mention,
            list(cue_source_features(parse, reading.alignment, cue, ranges, roles, mention)),
        )
    yield None, list(no_cue_source_features(parse, cue, roles))


def _for_segment(
    reading: Reading, attribution: Attribution
) -> Iterator[tuple[Mention | None, Sequence[str]]]:
    parse, alignment, evidence = reading.parse, reading.alignment, reading.evidence
    number = alignment.quoted[_token_at(reading, attribution.verbatim[0][0])]
    before = [marked.source for marked in reading.marked if marked.number < number]
    previous = next((source for source in reversed(before) if source), None)
    for mention in segment_candidates(parse, alignment, reading.mentions, number, previous):
        features = segment_source_features(parse, alignment, evidence, number, previous, mention)
        yield mention, list(features)
    yield None, list(no_segment_source_features(parse, alignment, evidence, number))


def _token_at(reading: Reading, offset: int) -> int:
    return min(bisect_right(reading.parse.ends, offset), len(reading.parse) - 1)


def _ranked(
    reading: Reading, model: Model, named: Sequence[tuple[Mention | None, Sequence[str]]]
) -> Iterable[Candidate]:
    weighed = [
        (mention, [(name, model.weights[name]) for name in names if name in model.weights])
        for mention, names in named
    ]
    shares = softmax([sum(weight for _, weight in features) for _, features in weighed])
    candidates = (
        Candidate(
            mention=None if mention is None else _span(reading, mention),
            probability=share,
            features=tuple(sorted(features, key=_heaviest)[:_MOST_FEATURES]),
        )
        for (mention, features), share in zip(weighed, shares, strict=True)
    )
    return sorted(candidates, key=lambda candidate: -candidate.probability)


def _heaviest(feature: tuple[str, float]) -> float:
    return -abs(feature[1])


def _span(reading: Reading, mention: Mention) -> Span:
    start = reading.parse.starts[mention.start]
    end = reading.parse.ends[mention.end - 1]
    return Span(start=start, end=end, text=reading.parse.text[start:end])
