"""Decisions: what every model decides about a document, before its quotations are joined."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import attrs

from quoteattr.attribution.cue_reports import Report, find_reports, reported_tokens, segment_support
from quoteattr.attribution.cues import Cue, find_cues
from quoteattr.attribution.document_evidence import Evidence, gather_evidence
from quoteattr.attribution.explicit_sources import Signs, find_signs
from quoteattr.attribution.quoted_segments import Marked, SegmentModels, read_segments
from quoteattr.scoring.linear_model import Model, load_model
from quoteattr.syntax.mentions import Mention, find_mentions
from quoteattr.syntax.quoted_tokens import Alignment, align
from quoteattr.syntax.tokens import Parse
from quoteattr.text.segments import Segment

__all__ = [
    "FAINTEST_CUE",
    "FAINT_REPORT",
    "Models",
    "Reading",
    "load_models",
    "read",
    "read_cues",
]

FAINTEST_CUE = 0.05  # probability of what is evidence at all
FAINT_REPORT = 0.2  # probability of a cue whose report is read


@attrs.frozen(kw_only=True, eq=False)
class Models:
    """The linear models that decide.

    Attributes:
        cues: whether a word reports.
        contents: which stretch a cue reports.
        cue_sources: which mention a cue is attributed to.
        segment_sources: which mention a segment is attributed to.
        speech: whether a segment is anybody's words.
        directness: whether clauses or sentences stand between the marks, and no fragment.
        reporting: whether a report without marks is a quotation.
        scopes: whether marked words are all that is said, or more around them is.
    """

    cues: Model
    contents: Model
    cue_sources: Model
    segment_sources: Model
    speech: Model
    directness: Model
    reporting: Model
    scopes: Model


@functools.cache
def load_models() -> Models:
    """Read every model from the package's data."""
    return Models(**{field.name: load_model(field.name) for field in attrs.fields(Models)})


@attrs.frozen(kw_only=True, eq=False)
class Reading:
    """What each stage has found in a document.

    Attributes:
        parse: the tokens.
        alignment: the segments laid over them.
        mentions: everything that words could be attributed to.
        evidence: cues, names and contents of the whole document.
        reports: each likely cue with its content and source.
        signs: labels, lead-in lines and signatures.
        marked: the segments that are somebody's words.
        models: the models that decided.
    """

    parse: Parse
    alignment: Alignment
    mentions: Sequence[Mention]
    evidence: Evidence
    reports: Sequence[Report]
    signs: Signs
    marked: Sequence[Marked]
    models: Models


def read_cues(
    parse: Parse,
    alignment: Alignment,
    mentions: Sequence[Mention],
    cues: Sequence[Cue],
    contents: Model,
    cue_sources: Model,
) -> tuple[tuple[Report, ...], Evidence]:
    """Find what the likelier cues report, and what the whole document says with them."""
    reports = find_reports(
        parse, alignment, mentions, cues, contents, cue_sources, threshold=FAINT_REPORT
    )
    support = segment_support(parse, alignment, reports)
    return reports, gather_evidence(parse, mentions, cues, reported_tokens(reports), support)


def read(parse: Parse, segments: Sequence[Segment], models: Models) -> Reading:
    """Let every model decide, stage by stage."""
    alignment = align(parse, segments)
    mentions = find_mentions(parse)
    cues = find_cues(parse, alignment, models.cues, threshold=FAINTEST_CUE)
    reports, evidence = read_cues(
        parse, alignment, mentions, cues, models.contents, models.cue_sources
    )
    signs = find_signs(parse, alignment, mentions)
    marked = read_segments(
        parse,
        alignment,
        mentions,
        evidence,
        signs.segments,
        SegmentModels(models.segment_sources, models.speech, models.directness),
    )
    return Reading(
        parse=parse,
        alignment=alignment,
        mentions=mentions,
        evidence=evidence,
        reports=reports,
        signs=signs,
        marked=marked,
        models=models,
    )
