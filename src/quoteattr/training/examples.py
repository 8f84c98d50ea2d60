"""Training groups: for each model, the candidates with their features and the right one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from quoteattr.contents import Content, content_features, find_contents
from quoteattr.cues import Cue, cue_features, is_candidate
from quoteattr.reports import Report
from quoteattr.sources import (
    Evidence,
    cue_candidates,
    cue_source_features,
    no_cue_source_features,
    no_segment_source_features,
    relations,
    segment_candidates,
    segment_source_features,
)
from quoteattr.training.fitting import Group, binary
from quoteattr.training.gold import Example, GoldReport, right_mentions

__all__ = [
    "content_groups",
    "cue_groups",
    "cue_source_groups",
    "segment_source_groups",
]

_CLOSE = 0.02


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


def content_groups(example: Example) -> Iterator[Group]:
    """Ask which of its candidate contents an annotated cue reports."""
    for report in example.reports:
        candidates = find_contents(example.parse, example.alignment, report.cue)
        fits = [agreement(content, report.content) for content in candidates]
        best = max(fits, default=0.0)
        if best >= 0.5:  # noqa: PLR2004
            yield Group(
                [
                    list(content_features(example.parse, example.alignment, report.cue, content))
                    for content in candidates
                ],
                frozenset(i for i, fit in enumerate(fits) if fit >= best - _CLOSE),
            )


def agreement(content: Content, gold: frozenset[int]) -> float:
    """Give the shared tokens of two contents, as a part of all their tokens."""
    own = {token for start, end in content.ranges for token in range(start, end)}
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


def _right(example: Example, candidates: Sequence, report: GoldReport) -> frozenset[int]:
    if not report.source:
        return frozenset({len(candidates)})
    return right_mentions(example.parse, candidates, report.source)


def _runs(tokens: frozenset[int]) -> list[tuple[int, int]]:
    """Join neighbouring tokens to ranges."""
    runs: list[list[int]] = []
    for token in sorted(tokens):
        if runs and runs[-1][1] == token:
            runs[-1][1] = token + 1
        else:
            runs.append([token, token + 1])
    return [(start, end) for start, end in runs]


def segment_source_groups(
    example: Example, evidence: Evidence
) -> Iterator[Group]:
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
