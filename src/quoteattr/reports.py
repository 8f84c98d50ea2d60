"""Reports: each cue with the content and the source that fit it best."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quoteattr.alignment import Alignment
from quoteattr.contents import Content, content_features, find_contents
from quoteattr.cues import Cue
from quoteattr.mentions import Mention
from quoteattr.parsing import Parse
from quoteattr.ranking import Model, score, softmax
from quoteattr.sources import (
    cue_candidates,
    cue_source_features,
    no_cue_source_features,
    relations,
)

__all__ = ["Report", "find_reports", "reported_tokens", "rank_contents", "rank_cue_sources"]


@attrs.frozen(kw_only=True)
class Report:
    """A cue with what it reports.

    Attributes:
        cue: the reporting token and the probability that it reports.
        content: the stretches that it reports, and the probability (0-1) that they are right.
        source: whose words they are, None where the text does not say, and its probability.
    """

    cue: Cue
    content: Content
    content_share: float
    source: Mention | None
    source_share: float


def find_reports(
    parse: Parse,
    alignment: Alignment,
    mentions: Sequence[Mention],
    cues: Sequence[Cue],
    contents_model: Model,
    sources_model: Model,
) -> tuple[Report, ...]:
    """Choose content and source of every cue that has a candidate content, in order."""
    reports = []
    for cue in cues:
        contents = rank_contents(parse, alignment, cue.token, contents_model)
        if not contents:
            continue
        content, content_share = contents[0]
        sources = rank_cue_sources(parse, alignment, mentions, cue.token, content, sources_model)
        source, source_share = sources[0]
        reports.append(
            Report(
                cue=cue,
                content=content,
                content_share=content_share,
                source=source,
                source_share=source_share,
            )
        )
    return tuple(reports)


def reported_tokens(reports: Sequence[Report]) -> dict[int, tuple[int, float]]:
    """Map each reported token to its source's head (-1 for none) and the report's probability.

    Where reports nest, the shortest counts.
    """
    reported: dict[int, tuple[int, float]] = {}
    for report in sorted(reports, key=_length, reverse=True):
        head = report.source.head if report.source else -1
        for start, end in report.content.ranges:
            for token in range(start, end):
                reported[token] = (head, report.cue.probability)
    return reported


def _length(report: Report) -> int:
    return sum(end - start for start, end in report.content.ranges)


def rank_contents(
    parse: Parse, alignment: Alignment, cue: int, model: Model
) -> list[tuple[Content, float]]:
    """Give the candidate contents of a cue with their probabilities, best first."""
    candidates = find_contents(parse, alignment, cue)
    shares = softmax(
        [score(model, content_features(parse, alignment, cue, content)) for content in candidates]
    )
    return sorted(zip(candidates, shares, strict=True), key=_share, reverse=True)


def rank_cue_sources(
    parse: Parse,
    alignment: Alignment,
    mentions: Sequence[Mention],
    cue: int,
    content: Content,
    model: Model,
) -> list[tuple[Mention | None, float]]:
    """Give the candidate sources of a cue, no source among them, with probabilities."""
    candidates = cue_candidates(parse, mentions, cue)
    roles = relations(parse, cue)
    scores = [
        score(model, cue_source_features(parse, alignment, cue, content.ranges, roles, mention))
        for mention in candidates
    ]
    scores.append(score(model, no_cue_source_features(parse, cue, roles)))
    ranked = zip([*candidates, None], softmax(scores), strict=True)
    return sorted(ranked, key=_share, reverse=True)


def _share(entry: tuple[object, float]) -> float:
    return entry[1]
