"""Readings: the stages in a row, and what each hands on to the next."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings

import strategies
from parses import build
from quoteattr.attribution.decisions import (
    FAINT_REPORT,
    FAINTEST_CUE,
    Models,
    Reading,
    load_models,
    read,
)
from quoteattr.scoring.linear_model import Model
from quoteattr.syntax.tokens import Parse
from quoteattr.text.segments import find_segments
from reading import read as parse_text

MODELS = Models(
    cues=Model(weights={"bias": -9.0, "form=said": 13.0}, about={}),
    contents=Model(weights={"origin=ccomp": 6.0, "uncut": 3.0}, about={}),
    cue_sources=Model(weights={"role=nsubj": 6.0}, about={}),
    segment_sources=Model(weights={"role=nsubj": 3.0, "governs=direct": 3.0}, about={}),
    speech=Model(weights={"bias": 2.0}, about={}),
    directness=Model(weights={"bias": 1.0}, about={}),
    scopes=Model(weights={"report": 1.0}, about={}),
    reporting=Model(weights={}, about={}),
)
SAID = (
    "Ann/NNP/nsubj/said said/VBD/ROOT they/PRP/nsubj/lost “/``/punct/lost badly/RB/advmod/lost "
    "”/''/punct/lost lost/VBD/ccomp/said ././punct/said"
)
LOST = "“/``/punct/lost We/PRP/nsubj/lost lost/VBD/ROOT ././punct/lost ”/''/punct/lost"


def built(parse: Parse, **weights: dict[str, float]) -> Reading:
    """Read a parse with models that know one verb and its subject, some weights replaced."""
    models = {name: Model(weights=own, about={}) for name, own in weights.items()}
    return read(parse, find_segments(parse.text).segments, attrs.evolve(MODELS, **models))


def test_the_stages_meet() -> None:
    """A cue, the report that it makes, and the segment in it name one source."""
    parse = build(SAID)
    reading = built(parse)
    (report,), (marked,) = reading.reports, reading.marked
    assert report.cue.token == marked.cue == 1
    assert report.source is not None
    assert report.source == marked.source
    assert parse.words[report.source.head] == "Ann"
    assert report.source in reading.mentions
    assert (reading.parse, reading.models.speech) == (parse, MODELS.speech)


def test_evidence_knows_the_reports() -> None:
    """The tokens of a report, and the segment that it holds, are evidence for its source."""
    reading = built(build(SAID))
    (report,) = reading.reports
    ((start, end),) = report.content.ranges
    assert set(reading.evidence.reported) == set(range(start, end))
    assert {head for head, _ in reading.evidence.reported.values()} == {0}
    assert list(reading.evidence.support) == [0]
    assert list(reading.evidence.support[0]) == [0]


@pytest.mark.parametrize(
    ("weight", "known", "reported"),
    [(-4.0, False, False), (-2.0, True, False), (0.0, True, True)],
)
def test_faint_cues(weight: float, *, known: bool, reported: bool) -> None:
    """A faint cue is evidence but reports nothing; the faintest is not even that."""
    reading = built(build(SAID), cues={"bias": -9.0, "form=said": weight + 9.0})
    assert list(reading.evidence.strength) == ([1] if known else [])
    assert [report.cue.token for report in reading.reports] == ([1] if reported else [])


def test_what_is_nobodys_is_left_out() -> None:
    """A segment that is no speech stays in the alignment only."""
    reading = built(build(SAID), speech={"bias": -2.0})
    assert reading.marked == ()
    assert len(reading.alignment.segments) == 1


def test_signs_outweigh_the_models() -> None:
    """A line that leads in makes a segment speech, whatever the models make of it."""
    lead = "From/IN/ROOT Ann/NNP/pobj/From :/:/punct/From"
    nobody: dict[str, dict[str, float]] = {
        "speech": {"bias": -2.0}, "segment_sources": {"none": 9.0},
    }  # fmt: skip
    parse = build(lead, "", LOST)
    (marked,) = built(parse, **nobody).marked
    assert marked.source is not None
    assert parse.words[marked.source.head] == "Ann"
    assert built(build(LOST), **nobody).marked == ()


def test_the_packages_models_are_read_once() -> None:
    """Every model that decides is there, and the same for every text."""
    assert load_models() is load_models()
    assert all(getattr(load_models(), field.name).weights for field in attrs.fields(Models))


@pytest.mark.parametrize("models", [None, MODELS])
@given(text=strategies.news_texts() | strategies.transcripts())
@settings(max_examples=30)
def test_readings_are_sound(text: str, models: Models | None) -> None:
    """On any text cues and reports are likely enough, and segments come in order, each once."""
    parse = parse_text(text)
    reading = read(parse, find_segments(text).segments, models or load_models())
    assert all(value >= FAINTEST_CUE for value in reading.evidence.strength.values())
    assert all(report.cue.probability >= FAINT_REPORT for report in reading.reports)
    assert {report.cue.token for report in reading.reports} <= set(reading.evidence.strength)
    numbers = [marked.number for marked in reading.marked]
    assert numbers == sorted(set(numbers))
    assert set(numbers) <= set(range(len(reading.alignment.segments)))
    assert set(reading.signs.segments) <= set(numbers)
