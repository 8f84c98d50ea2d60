"""Who speaks: names, kinds and titles, with the sources taken from the golden cases."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from golden import Case, Expectation, read_cases
from quoteattr.attributions import Attribution
from quoteattr.mentions import Mention, find_mentions
from quoteattr.paragraphs import find_paragraphs
from quoteattr.parsing import Parse, load_pipeline, parse_texts
from quoteattr.records import QuoteKind, Speaker
from quoteattr.segments import find_segments
from quoteattr.speakers import resolve_speakers

GOLDEN = Path(__file__).parent / "golden" / "speakers"
CASES = [(file.stem, case) for file in sorted(GOLDEN.glob("*.txt")) for case in read_cases(file)]
KNOWN_FAILURES = "known-failures"


def _params(cases: Sequence[tuple[str, Case]]) -> list[object]:
    marks = {KNOWN_FAILURES: [pytest.mark.xfail(strict=True)]}
    return [
        pytest.param(case, id=f"{file}: {case.title}", marks=marks.get(file, []))
        for file, case in cases
    ]


def _parse(text: str) -> Parse:
    return next(parse_texts(load_pipeline(), [(text, find_paragraphs(text))]))


def _mention(parse: Parse, start: int, end: int) -> Mention:
    """Give the longest mention whose head stands in the marked span, its first one."""
    inside = [
        mention
        for mention in find_mentions(parse)
        if start <= parse.starts[mention.head] < end and start <= parse.starts[mention.start]
    ]
    outer = [
        m for m in inside if not any(m.head in range(o.start, o.end) for o in inside if o != m)
    ]
    return max(outer or inside, key=lambda mention: mention.end - mention.start)


def _attribution(case: Case, parse: Parse, line: Expectation, numbers: list[str]) -> Attribution:
    """Build what the stages before would hand over."""
    number = line.label[1:]
    sources = case.spans.get(line.fields.get("source") or f"s{number}")
    follows = line.fields.get("follows")
    words = tuple((start + 1, end - 1) for start, end in case.spans[line.label])
    return Attribution(
        kind=QuoteKind(line.kinds[0]),
        content=words,
        verbatim=words,
        cue=next(iter(case.spans.get(f"c{number}", ())), None),
        source=None if follows or not sources else _mention(parse, *sources[0]),
        follows=numbers.index(follows) if follows else None,
        links={"label": 1.0},
    )


def _speakers(case: Case) -> tuple[Speaker | None, ...]:
    parse = _parse(case.text)
    labels = [line.label for line in case.expected]
    attributions = [_attribution(case, parse, line, labels) for line in case.expected]
    return resolve_speakers(parse, attributions, find_segments(case.text).segments)


def _seen(speaker: Speaker | None, fields: Sequence[str]) -> dict[str, str | None]:
    """Give the expected fields as the speaker has them."""
    values = {
        "speaker": speaker and speaker.name,
        "title": speaker and speaker.title,
        "kind": speaker and speaker.kind.value,
    }
    return {name: values[name] for name in fields}


def _wanted(line: Expectation) -> dict[str, str | None]:
    wanted = ("speaker", "title", "kind")
    return {name: line.fields[name] for name in wanted if name in line.fields}


@pytest.mark.parametrize("case", _params(CASES))
def test_golden_case_by_the_stage_alone(case: Case) -> None:
    """The speakers of a golden case come out as written in it, given its sources."""
    found = _speakers(case)
    seen = [
        _seen(speaker, list(_wanted(line)))
        for speaker, line in zip(found, case.expected, strict=True)
    ]
    assert seen == [_wanted(line) for line in case.expected]


@pytest.mark.parametrize("case", _params(CASES))
def test_spans_of_a_speaker_slice_back(case: Case) -> None:
    """Titles and mentions are stretches of the text, in text order, and a title is one of them."""
    for speaker in _speakers(case):
        if speaker is None:
            continue
        for span in (*speaker.titles, *speaker.mentions):
            assert case.text[span.start : span.end] == span.text
        assert list(speaker.mentions) == sorted(speaker.mentions, key=lambda span: span.start)
        assert speaker.title in (None, *(span.text for span in speaker.titles))
