"""Attributions: source, cue and content joined; split and run-on quotations made one."""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

import attrs

from quoteattr.alignment import Alignment, align
from quoteattr.cues import find_cues
from quoteattr.exclusions import is_excluded
from quoteattr.labels import find_signatures, find_turns
from quoteattr.mentions import Mention, find_mentions
from quoteattr.parsing import Parse
from quoteattr.ranking import Model, load_model, logistic, score, softmax
from quoteattr.records import QuoteKind
from quoteattr.reports import Report, find_reports, reported_tokens
from quoteattr.segments import Segments
from quoteattr.sources import (
    Evidence,
    gather_evidence,
    no_segment_source_features,
    segment_candidates,
    segment_source_features,
)
from quoteattr.speech import directness_features, speech_features

__all__ = ["Attribution", "Models", "attribute", "load_models"]

_FAINTEST_CUE = 0.05
_FAINT_REPORT = 0.2
_REPORT = 0.4
_SPEECH = 0.5
_OWN_CUE = 0.1


@attrs.frozen(kw_only=True)
class Attribution:
    """One triple of source, cue and content.

    Attributes:
        kind: direct, mixed or indirect.
        content: (start, end) code-point offsets of the attributed words.
        verbatim: the same of the stretches between marks.
        cue: the same of the reporting words, None where there are none.
        source: the mention that the words hang on.
        follows: number of the earlier attribution whose speaker this one shares.
        probability: how likely content and source are right (0-1).
    """

    kind: QuoteKind
    content: tuple[tuple[int, int], ...]
    verbatim: tuple[tuple[int, int], ...]
    cue: tuple[int, int] | None
    source: Mention | None
    follows: int | None
    probability: float


@attrs.frozen(kw_only=True, eq=False)
class Models:
    """The linear models that decide."""

    cues: Model
    contents: Model
    cue_sources: Model
    segment_sources: Model
    speech: Model
    directness: Model


@functools.cache
def load_models() -> Models:
    """Read every model from the package's data."""
    return Models(**{field.name: load_model(field.name) for field in attrs.fields(Models)})


@attrs.frozen(kw_only=True, eq=False)
class _Reading:
    """A document as the joining sees it."""

    parse: Parse
    alignment: Alignment
    mentions: Sequence[Mention]
    evidence: Evidence
    reports: Sequence[Report]


@attrs.frozen(kw_only=True)
class _Marked:
    """An attributed segment: its source and cue, and the probability of the decision."""

    number: int
    source: Mention | None
    cue: tuple[int, int] | None
    cue_token: int
    direct: bool
    probability: float


@attrs.frozen(kw_only=True)
class _Draft:
    """One attribution in the making: its segments, and the report whose content they are in."""

    marked: tuple[_Marked, ...]
    follows: int | None = None
    report: Report | None = None
