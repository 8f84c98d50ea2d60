"""Who speaks: names, kinds and titles, with the sources taken from the golden cases."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from golden import Case, Expectation, differences, known_failures, read_cases
from quoteattr import extract_quotes
from quoteattr.attribution.attributions import Attribution, attribute
from quoteattr.records import QuoteKind, Speaker
from quoteattr.speakers.resolve import resolve_speakers
from quoteattr.syntax.mentions import Mention, find_mentions
from quoteattr.syntax.tokens import Parse
from quoteattr.text.ranges import CharRange
from quoteattr.text.segments import find_segments
from reading import read

GOLDEN = Path(__file__).parents[1] / "golden" / "speakers"
CASES = [(file.stem, case) for file in sorted(GOLDEN.glob("*.txt")) for case in read_cases(file)]
ABOUT_SPEAKERS = re.compile(r"q\d+ (?:speaker|title|kind) is (?:'|\"|None)")


def _params(cases: Sequence[tuple[str, Case]], *, failing: bool = True) -> list[object]:
    """Give every case as a test parameter; a known failure must fail where any can."""
    known = known_failures() if failing else frozenset()
    mark = pytest.mark.xfail(strict=True)
    names = [f"{file}: {case.title}" for file, case in cases]
    return [
        pytest.param(case, id=name, marks=[mark] if name in known else [])
        for name, (_, case) in zip(names, cases, strict=True)
    ]


def _mention(parse: Parse, start: int, end: int) -> Mention:
    """Give the longest mention in the marked span, of those that hang on nothing in it if any."""
    inside = [
        mention
        for mention in find_mentions(parse)
        if start <= parse.starts[mention.head] < end and start <= parse.starts[mention.start]
    ]
    outer = [
        m for m in inside if not any(m.head in range(o.start, o.end) for o in inside if o != m)
    ]
    free = [m for m in inside if not start <= parse.starts[parse.heads[m.head]] < end]
    return max(free or outer or inside, key=lambda mention: mention.end - mention.start)


def _attribution(case: Case, parse: Parse, line: Expectation, numbers: list[str]) -> Attribution:
    """Build what the stages before would hand over."""
    number = line.label[1:]
    sources = case.spans.get(line.fields.get("source") or f"s{number}")
    follows = line.fields.get("follows")
    words = case.spans[line.label]
    return Attribution(
        kind=QuoteKind(line.kinds[0]),
        content=words,
        verbatim=words,
        cue=next((CharRange(*span) for span in case.spans.get(f"c{number}", ())), None),
        source=None if follows or not sources else _mention(parse, *sources[0]),
        follows=numbers.index(follows) if follows else None,
        links={"label": 1.0},
    )


def _speakers(case: Case) -> tuple[Speaker | None, ...]:
    parse = read(case.text)
    labels = [line.label for line in case.expected]
    attributions = [_attribution(case, parse, line, labels) for line in case.expected]
    return resolve_speakers(parse, attributions, find_segments(case.text).segments).speakers


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


@pytest.mark.parametrize("case", _params(CASES, failing=False))
def test_spans_of_a_speaker_slice_back(case: Case) -> None:
    """Titles and mentions are stretches of the text, in text order, and a title is one of them."""
    for speaker in _speakers(case):
        if speaker is None:
            continue
        for span in (*speaker.titles, *speaker.mentions):
            assert case.text[span.start : span.end] == span.text
        assert list(speaker.mentions) == sorted(speaker.mentions, key=lambda span: span.start)
        assert speaker.title in (None, *(span.text for span in speaker.titles))


@pytest.mark.parametrize("case", _params(CASES))
def test_golden_case_over_the_whole_pipeline(case: Case) -> None:
    """The speakers of the records found by all stages are those of the golden case."""
    found = differences(case, extract_quotes(case.text))
    assert [difference for difference in found if ABOUT_SPEAKERS.match(difference)] == []


@pytest.mark.parametrize(
    "text", ["", "“”", "“ ” he said.", "\x00“x” \ud800 said", "— “a” — “b” —" * 50]
)
def test_odd_text_has_speakers_or_none(text: str) -> None:
    """Text without words, with NUL or lone surrogates, or all marks, raises nothing."""
    for quote in extract_quotes(text):
        assert quote.speaker is None or quote.speaker.name


def test_mentions_count_every_way_to_refer() -> None:
    """Names, pronouns and role phrases of one speaker are all among its mentions."""
    text = (
        "Mayor Lena Fox opened the bridge. She wore boots. “It holds,” the mayor said. "
        "“It does,” Fox said."
    )
    speakers = [quote.speaker for quote in extract_quotes(text)]
    assert {speaker.name for speaker in speakers if speaker} == {"Lena Fox"}
    assert speakers[0] is not None
    assert [span.text for span in speakers[0].mentions] == ["Lena Fox", "She", "the mayor", "Fox"]


def test_the_title_is_the_one_near_the_attribution() -> None:
    """Of two offices in one text, each quotation takes the role that stands by it."""
    text = (
        "“I resign,” said Jo Abebe, chairman of the port authority.\n\n"
        "Years later Jo Abebe, chairman of the rail board, spoke again. “I am back,” Abebe said."
    )
    titles = [quote.speaker and quote.speaker.title for quote in extract_quotes(text)]
    assert titles == ["chairman of the port authority", "chairman of the rail board"]


def test_i_inside_the_marks_is_a_mention() -> None:
    """First persons of a quotation are its speaker, but for those of another one quoted in it."""
    text = (
        "“I told my son to wait, and he said, ‘I am late.’ So I left,” Lena Fox said. "
        "“We are tired,” she said."
    )
    speaker, *_ = [quote.speaker for quote in extract_quotes(text) if quote.source]
    assert speaker is not None
    assert [span.text for span in speaker.mentions] == ["I", "my", "I", "Lena Fox", "she"]
    assert [text[: span.start].count("‘") for span in speaker.mentions] == [0, 0, 1, 1, 1]


def test_a_name_without_a_quotation_has_a_speaker_too() -> None:
    """Whoever passes words on is called by the name that the text has for them."""
    text = "“It is over,” the envoy told them, prosecutor Helen Marsh said."
    parse, segments = read(text), find_segments(text).segments
    resolution = resolve_speakers(parse, attribute(parse, segments), segments)
    helen, envoy = parse.words.index("Helen"), parse.words.index("envoy")
    named = resolution.named_at(helen)
    assert named is not None
    assert (named.name, named.kind.value) == ("Helen Marsh", "person")
    assert resolution.named_at(envoy) is None


@pytest.mark.parametrize(
    ("source", "name", "members"),
    [
        ("Mr and Mrs Lund", "Mr and Mrs Lund", ["Lund"]),
        ("Both Mr and Mrs Bo Lund", "Mr and Mrs Bo Lund", ["Bo Lund"]),
        ("Mr Lund and Mrs Lund", "Mr Lund and Mrs Lund", ["Lund", "Lund"]),
        ("Mr. Lund, Mrs. Lund and their son", None, ["Lund", "Lund", "their son"]),
        ("Ms Lund and Cy Orr", "Lund and Cy Orr", ["Lund", "Cy Orr"]),
        ("Ms Lund or Cy Orr", "Lund or Cy Orr", ["Lund", "Cy Orr"]),
    ],
)
def test_the_name_of_several(source: str, name: str | None, members: list[str]) -> None:
    """Different names stand joined, else the phrase; a bare courtesy is no member."""
    (quote,) = extract_quotes(f"{source} said the house was cold.")
    assert quote.speaker is not None
    assert quote.speaker.name == (name or source)
    assert [member.name for member in quote.speaker.members] == members
    assert len({member.entity for member in quote.speaker.members}) == len(members)


@pytest.mark.parametrize("signs", [("Q", "A"), ("Q 1", "A 1"), ("Q1", "A1")])
def test_who_answers_is_who_the_text_is_about(signs: tuple[str, str]) -> None:
    """An answer is the guest's, whether signs have numbers or not; nobody is named as asking."""
    asks, answers = signs
    text = (
        "The paper spoke to Lena Frost, who runs the plant.\n\n"
        f"{asks}: How many people work there?\n\n{answers}: Forty. We hope for more."
    )
    speakers = [quote.speaker and quote.speaker.name for quote in extract_quotes(text)]
    assert speakers == [None, "Lena Frost"]
