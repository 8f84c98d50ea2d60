"""Reports: each cue with the content and the source that fit it best."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

import attrs

from quoteattr.alignment import Alignment
from quoteattr.boundaries import bound
from quoteattr.contents import Content, content_features, find_contents
from quoteattr.cues import Cue, stem
from quoteattr.mentions import Mention
from quoteattr.parsing import Parse
from quoteattr.ranking import Model, score, softmax
from quoteattr.sources import (
    cue_candidates,
    cue_source_features,
    no_cue_source_features,
    relations,
)

__all__ = [
    "Report",
    "find_reports",
    "form_of",
    "rank_contents",
    "rank_cue_sources",
    "report_features",
    "reported_tokens",
]

_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


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
    *,
    threshold: float,
) -> tuple[Report, ...]:
    """Choose content and source of every cue that is likely enough and reports something."""
    reports = []
    strength = {cue.token: cue.probability for cue in cues}
    for cue in cues:
        if cue.probability < threshold:
            continue
        contents = rank_contents(parse, alignment, strength, cue.token, contents_model)
        if not contents:
            continue
        best, content_share = contents[0]
        for content in bound(parse, strength, cue.token, best):
            sources = rank_cue_sources(
                parse, alignment, mentions, cue.token, content, sources_model
            )
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


def report_features(parse: Parse, alignment: Alignment, report: Report) -> Iterator[str]:
    """Name what speaks for the report's being a quotation with the right words and source."""
    cue, content = report.cue.token, report.content
    root = stem(parse.lowers[cue])
    yield "bias"
    yield f"cue={int(report.cue.probability * 20)}"
    yield f"content={int(report.content_share * 10)}"
    yield f"source={int(report.source_share * 10)}"
    yield f"stem={root}"
    yield f"tag={parse.tags[cue]}"
    sort = form_of(parse, content)
    yield f"form={sort}"
    yield f"form+stem={sort}|{root}"
    yield f"form+tag={sort}|{parse.tags[cue]}"
    yield f"form+cue={sort}|{int(report.cue.probability * 5)}"
    yield f"origin={content.origin}"
    yield f"quoted={alignment.quoted[cue] >= 0}"
    yield f"whose={_whose(parse, report)}"
    yield f"whose+form={_whose(parse, report)}|{sort}"
    length = sum(end - start for start, end in content.ranges)
    yield f"length={min(length, 12)}"
    for child in parse.children[cue]:
        if parse.deps[child] in ("aux", "auxpass", "neg", "mark"):
            yield f"{parse.deps[child]}={parse.lowers[child]}"


def form_of(parse: Parse, content: Content) -> str:
    """Tell whether a content is a clause, an infinitive, or a phrase."""
    tokens = {token for start, end in content.ranges for token in range(start, end)}
    first = content.ranges[0][0]
    if any(_heads_clause(parse, token, tokens, content.root) for token in tokens):
        return "clause"
    if parse.tags[first] == "TO":
        return "infinitive"
    return "participle" if parse.tags[first] == "VBG" else "phrase"


def _heads_clause(parse: Parse, token: int, tokens: Container[int], root: int) -> bool:
    """Tell whether the token is the subject of a verb that hangs on nothing in the content."""
    verb = parse.heads[token]
    if parse.deps[token] not in _SUBJECT or parse.tags[verb][0] not in "VM":
        return False
    return verb == root or parse.heads[verb] == verb or parse.heads[verb] not in tokens


def _whose(parse: Parse, report: Report) -> str:
    """Give the rough sort of the source."""
    if report.source is None:
        return "none"
    head = report.source.head
    return parse.labels[head] or parse.tags[head]


def reported_tokens(reports: Sequence[Report]) -> dict[int, tuple[int, float]]:
    """Map each reported token to its source's head (-1 for none) and its cue's probability.

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
    parse: Parse, alignment: Alignment, strength: Mapping[int, float], cue: int, model: Model
) -> list[tuple[Content, float]]:
    """Give the candidate contents of a cue with their probabilities, best first."""
    candidates = find_contents(parse, alignment, cue)
    shares = softmax(
        [
            score(model, content_features(parse, alignment, strength, cue, content))
            for content in candidates
        ]
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
