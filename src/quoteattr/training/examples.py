"""Training groups: for each model, the candidates with their features and the right one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from quoteattr.attribution.attributions import Attribution
from quoteattr.attribution.content_candidates import Content, find_contents
from quoteattr.attribution.content_features import content_features
from quoteattr.attribution.cue_reports import Report, report_features, share_half
from quoteattr.attribution.cue_sources import (
    cue_candidates,
    cue_source_features,
    no_cue_source_features,
    relations,
)
from quoteattr.attribution.cues import cue_features, is_candidate, is_headline
from quoteattr.attribution.document_evidence import Evidence
from quoteattr.attribution.not_quotations import exclusion_of
from quoteattr.attribution.quoted_segments import directness_features, speech_features
from quoteattr.attribution.segment_sources import (
    no_segment_source_features,
    segment_candidates,
    segment_source_features,
)
from quoteattr.records import QuoteKind
from quoteattr.syntax.mentions import Mention
from quoteattr.syntax.tokens import TokenRange, chars_of
from quoteattr.training.fitting import Group, binary
from quoteattr.training.gold import Example, GoldReport, right_mentions

__all__ = [
    "agreement",
    "content_groups",
    "cue_groups",
    "cue_source_groups",
    "directness_groups",
    "is_right",
    "reporting_groups",
    "segment_source_groups",
    "speech_groups",
]

_CLOSE = 0.02
_LOOSE = 0.15


def cue_groups(example: Example, known: Collection[str]) -> list[tuple[int, Group]]:
    """Ask of every candidate token whether it is a cue."""
    cues = {report.cue for report in example.reports}
    return [
        (
            token,
            binary(
                list(cue_features(example.parse, example.alignment, token)), holds=token in cues
            ),
        )
        for token in range(len(example.parse))
        if is_candidate(example.parse, token, known)
    ]


def content_groups(example: Example, strength: Mapping[int, float]) -> Iterator[Group]:
    """Ask which of its candidate contents an annotated cue reports."""
    for report in example.reports:
        candidates = find_contents(example.parse, example.alignment, report.cue)
        sentence = example.parse.sentences[example.parse.sentence[report.cue]]
        near = report.content.intersection(range(*sentence)) or report.content
        fits = [agreement(content, near) for content in candidates]
        best = max(fits, default=0.0)
        if best >= 0.5:  # noqa: PLR2004
            yield Group(
                [
                    list(
                        content_features(
                            example.parse, example.alignment, strength, report.cue, content
                        )
                    )
                    for content in candidates
                ],
                frozenset(i for i, fit in enumerate(fits) if fit >= best - _CLOSE),
            )


def agreement(content: Content, gold: frozenset[int]) -> float:
    """Give the shared tokens of two contents, as a part of all their tokens."""
    own = set(content.tokens)
    return len(own & gold) / len(own | gold)


def cue_source_groups(example: Example) -> Iterator[Group]:
    """Ask which mention is the source of an annotated cue with its annotated content."""
    parse = example.parse
    for report in example.reports:
        candidates = cue_candidates(parse, example.mentions, report.cue)
        roles = relations(parse, report.cue)
        content = _runs(report.content)
        right = _right(example, candidates, report)
        if right:
            features = [
                list(
                    cue_source_features(
                        parse, example.alignment, report.cue, content, roles, mention
                    )
                )
                for mention in candidates
            ]
            features.append(list(no_cue_source_features(parse, report.cue, roles)))
            yield Group(features, right)


def _right(example: Example, candidates: Sequence[Mention], report: GoldReport) -> frozenset[int]:
    if not report.source:
        return frozenset({len(candidates)})
    return right_mentions(example.parse, candidates, report.source)


def _runs(tokens: frozenset[int]) -> list[TokenRange]:
    """Join neighbouring tokens to ranges."""
    runs: list[list[int]] = []
    for token in sorted(tokens):
        if runs and runs[-1][1] == token:
            runs[-1][1] = token + 1
        else:
            runs.append([token, token + 1])
    return [TokenRange(start, end) for start, end in runs]


def segment_source_groups(example: Example, evidence: Evidence) -> Iterator[Group]:
    """Ask which mention is the source of a segment, given the true source of the one before."""
    parse, alignment = example.parse, example.alignment
    previous = None
    for number, gold in enumerate(example.segments):
        if not gold.attributed:
            continue
        candidates = segment_candidates(parse, alignment, example.mentions, number, previous)
        features = [
            list(segment_source_features(parse, alignment, evidence, number, previous, mention))
            for mention in candidates
        ]
        features.append(list(no_segment_source_features(parse, alignment, evidence, number)))
        if gold.source:
            right = right_mentions(parse, candidates, gold.source)
            previous = candidates[next(iter(right))] if right else previous
        else:
            right = frozenset({len(candidates)})
        if right:
            yield Group(features, right)


def speech_groups(example: Example, evidence: Evidence, shares: Sequence[float]) -> Iterator[Group]:
    """Ask of every segment whether it is somebody's words."""
    for number, (gold, share) in enumerate(zip(example.segments, shares, strict=True)):
        features = speech_features(example.parse, example.alignment, evidence, number, share)
        yield binary(list(features), holds=gold.attributed)


def directness_groups(example: Example) -> Iterator[Group]:
    """Ask of every attributed segment whether its content reaches beyond the marks.

    A content that lies in segments but for a word or two is direct. Headlines do not count: what
    is annotated there is often the line without its label.
    """
    quoted = example.alignment.quoted
    for number, gold in enumerate(example.segments):
        content = _content_of(example, number)
        first = example.alignment.ranges[number][0]
        if gold.attributed and content and not is_headline(example.parse, first):
            outside = sum(1 for token in content if quoted[token] < 0)
            features = directness_features(example.parse, example.alignment, number)
            yield binary(list(features), holds=outside <= len(content) * _LOOSE)


def _content_of(example: Example, number: int) -> frozenset[int]:
    """Give the smallest annotated content that holds most of the segment."""
    first, last = example.alignment.ranges[number]
    tokens = set(range(first, last))
    holding = [
        report.content
        for report in example.reports
        if len(report.content & tokens) * 2 > len(tokens)
    ]
    return min(holding, key=len, default=frozenset())


def reporting_groups(
    example: Example, reports: Sequence[Report], reported: Mapping[int, tuple[int, float]]
) -> Iterator[Group]:
    """Ask of every report that is not all between marks whether it was annotated."""
    quoted = example.alignment.quoted
    for report in reports:
        own = set(report.content.tokens)
        marked = sum(1 for token in own if quoted[token] >= 0)
        if marked < len(own) and not exclusion_of(example.parse, report):
            features = report_features(example.parse, example.alignment, reported, report)
            yield binary(list(features), holds=_is_annotated(example, own))


def _is_annotated(example: Example, own: set[int]) -> bool:
    """Tell whether the words and some annotated content are half of each other."""
    return any(share_half(own, gold.content) for gold in example.reports)


def is_right(example: Example, attribution: Attribution) -> bool:
    """Tell whether some annotated attribution has these words and this source.

    The words are right when what is shared is half of both; a direct quotation may also be a
    part of an annotated one. The source is right when it meets the annotated one and is not
    over twice its length and twelve characters.
    """
    own = sum(end - start for start, end in attribution.content)
    for gold in example.reports:
        whole = sum(end - start for start, end in gold.spans)
        shared = sum(_overlap(one, other) for one in attribution.content for other in gold.spans)
        part = attribution.kind is QuoteKind.DIRECT or shared * 2 >= whole
        if shared * 2 >= own and part and _same_source(example, attribution, gold):
            return True
    return False


def _same_source(example: Example, attribution: Attribution, gold: GoldReport) -> bool:
    source = attribution.source
    if source is None or not gold.source:
        return source is None and not gold.source
    span = chars_of(example.parse, source.start, source.end)
    longest = 2 * sum(end - start for start, end in gold.source) + 12
    meets = any(_overlap(span, other) for other in gold.source)
    return meets and span[1] - span[0] <= longest


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
