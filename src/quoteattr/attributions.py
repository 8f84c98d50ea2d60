"""Attributions: source, cue and content joined; split and run-on quotations made one."""

from __future__ import annotations

import functools
import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from quoteattr.alignment import Alignment, align
from quoteattr.cues import find_cues, reporting_class
from quoteattr.exclusions import exclusion_of
from quoteattr.labels import Turn, find_signatures, find_turns
from quoteattr.mentions import Mention, find_mentions
from quoteattr.parsing import Parse
from quoteattr.ranking import Model, load_model, logistic, score
from quoteattr.records import QuoteKind
from quoteattr.reports import (
    Report,
    find_reports,
    form_of,
    report_features,
    reported_tokens,
)
from quoteattr.segments import Segment
from quoteattr.sources import Evidence, gather_evidence, relations
from quoteattr.speech import Marked, Signed, read_segments

__all__ = [
    "FAINTEST_CUE",
    "FAINT_REPORT",
    "Attribution",
    "Models",
    "Reading",
    "attribute",
    "load_models",
    "read",
]

Range = tuple[int, int]

_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})

FAINTEST_CUE = 0.05
FAINT_REPORT = 0.2
_ADJOINING = 6
_LONGEST_LEAD = 14
CLAUSE = 0.5
PHRASE = 0.6


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
        links: the probability (0-1) of each decision behind it: that the marked words are
            "speech", that the "cue" reports, that "content" and "source" are the right ones.
    """

    kind: QuoteKind
    content: tuple[tuple[int, int], ...]
    verbatim: tuple[tuple[int, int], ...]
    cue: tuple[int, int] | None
    source: Mention | None
    follows: int | None
    links: Mapping[str, float]


@attrs.frozen(kw_only=True, eq=False)
class Models:
    """The linear models that decide."""

    cues: Model
    contents: Model
    cue_sources: Model
    segment_sources: Model
    speech: Model
    directness: Model
    reporting: Model


@functools.cache
def load_models() -> Models:
    """Read every model from the package's data."""
    return Models(**{field.name: load_model(field.name) for field in attrs.fields(Models)})


@attrs.frozen(kw_only=True, eq=False)
class Reading:
    """A document as the joining sees it: what each model has decided about it."""

    parse: Parse
    alignment: Alignment
    mentions: Sequence[Mention]
    evidence: Evidence
    reports: Sequence[Report]
    marked: Sequence[Marked]
    turns: Sequence[Turn]
    reporting: Model


@attrs.frozen(kw_only=True, eq=False)
class _Draft:
    """One attribution in the making: its segments, and the report that holds them."""

    marked: tuple[Marked, ...] = ()
    report: Report | None = None
    follows: _Draft | None = None
    reporting: float = 1.0


def attribute(
    parse: Parse, segments: Sequence[Segment], models: Models | None = None
) -> tuple[Attribution, ...]:
    """Find who is said to have said what, in text order.

    Args:
        parse: the text's tokens.
        segments: its quote-marked stretches.
        models: the models that decide; by default those of the package.
    """
    reading = read(parse, segments, models or load_models())
    drafts = _with_reports(reading, _group(reading))
    finished = {id(draft): _finish(reading, draft) for draft in drafts}
    order = sorted(drafts, key=lambda draft: finished[id(draft)].content[0])
    places = {id(draft): place for place, draft in enumerate(order)}
    turns = [_turn(parse, turn) for turn in reading.turns]
    nested = list(_nested(reading))
    linked = [
        attrs.evolve(finished[id(draft)], follows=places[id(draft.follows)])
        if draft.follows
        else finished[id(draft)]
        for draft in order
    ]
    return (*linked, *turns, *nested)


def read(parse: Parse, segments: Sequence[Segment], models: Models) -> Reading:
    """Let every model decide, stage by stage."""
    alignment = align(parse, segments)
    mentions = find_mentions(parse)
    cues = find_cues(parse, alignment, models.cues, threshold=FAINTEST_CUE)
    reports = find_reports(
        parse,
        alignment,
        mentions,
        cues,
        models.contents,
        models.cue_sources,
        threshold=FAINT_REPORT,
    )
    evidence = gather_evidence(parse, mentions, cues, reported_tokens(reports))
    turns = find_turns(parse.text)
    signed = {**_led(parse, alignment, mentions), **dict(_signed(parse, alignment, turns))}
    marked = read_segments(
        parse,
        alignment,
        mentions,
        evidence,
        signed,
        (models.segment_sources, models.speech, models.directness),
    )
    spoken = [turn for turn in turns if turn.stretches and not _is_marked(alignment, turn)]
    return Reading(
        parse=parse,
        alignment=alignment,
        mentions=mentions,
        evidence=evidence,
        reports=reports,
        marked=marked,
        turns=spoken,
        reporting=models.reporting,
    )


def _signed(
    parse: Parse, alignment: Alignment, turns: Sequence[Turn]
) -> Iterator[tuple[int, Signed]]:
    """Tell which segments stand under a label or above a signature."""
    signatures = find_signatures(parse.text, alignment.segments)
    for number, segment in enumerate(alignment.segments):
        for turn in turns:
            if _shares(segment, turn.stretches) and _is_marked(alignment, turn):
                yield number, _sign(parse, turn.label, turn.colon)
        for signature in signatures:
            if signature.signed[0] <= segment.start < signature.signed[1]:
                yield number, _sign(parse, signature.name, signature.dash)


def _led(parse: Parse, alignment: Alignment, mentions: Sequence[Mention]) -> dict[int, Signed]:
    """Tell which segments open a paragraph behind a line like "From Archbishop Prates:"."""
    led = {}
    for number, (first, _) in enumerate(alignment.ranges):
        paragraph = parse.paragraph[first]
        start, end = parse.paragraphs[paragraph - 1] if paragraph else (0, 0)
        opens = first <= parse.paragraphs[paragraph][0] + 1
        if opens and _is_lead(parse, start, end):
            names = [
                m for m in mentions if start <= m.head < end and parse.tags[m.head][:3] == "NNP"
            ]
            if names:
                led[number] = Signed(source=names[-1], sign=end - 1)
    return led


def _is_lead(parse: Parse, start: int, end: int) -> bool:
    """Tell whether a paragraph is a short line without a verb that ends in a colon."""
    if not 1 < end - start <= _LONGEST_LEAD or parse.words[end - 1] != ":":
        return False
    return not any(parse.tags[token] in _FINITE for token in range(start, end))


def _shares(segment: Segment, stretches: Iterable[Range]) -> bool:
    return any(segment.start < end and start < segment.end for start, end in stretches)


def _is_marked(alignment: Alignment, turn: Turn) -> bool:
    """Tell whether most of what is said in the turn stands between marks."""
    inside = sum(
        max(0, min(end, segment.end) - max(start, segment.start))
        for start, end in turn.stretches
        for segment in alignment.segments
    )
    return inside * 2 > sum(end - start for start, end in turn.stretches)


def _sign(parse: Parse, name: Range, sign: int) -> Signed:
    """Make the mention that a label or signature names; what follows a comma is its title."""
    first, last = _tokens(parse, name)
    end = next(
        (token for token in range(first + 1, last) if parse.words[token] in (",", "(")), last
    )
    mention = Mention(start=first, end=end, head=end - 1)
    return Signed(source=mention, sign=_tokens(parse, (sign, sign + 1))[0])


def _tokens(parse: Parse, span: Range) -> Range:
    """Give the (first, behind last) tokens of a stretch of text; at least one token."""
    first = min(bisect_right(parse.ends, span[0]), len(parse) - 1)
    return first, max(first + 1, bisect_left(parse.starts, span[1]))


def _group(reading: Reading) -> list[_Draft]:
    """Join the segments of one quotation; link what only shares its speaker."""
    drafts: list[_Draft] = []
    for marked in reading.marked:
        last = drafts[-1] if drafts else None
        if last and _joins(reading, last.marked[-1], marked):
            drafts[-1] = attrs.evolve(last, marked=(*last.marked, marked))
        else:
            follows = last if last and _follows(last.marked[-1], marked) else None
            drafts.append(_Draft(marked=(marked,), follows=follows))
    return drafts


def _joins(reading: Reading, last: Marked, marked: Marked) -> bool:
    """Tell whether a segment goes on with the quotation of the one before it."""
    segments = reading.alignment.segments
    if segments[marked.number].continues and last.number == marked.number - 1:
        return marked.cue < 0 or last.source is None or _same_source(last, marked)
    if last.cue < 0 or last.cue != marked.cue:
        return False
    if _splits(reading, last, marked):
        return True
    both = last.direct and marked.direct
    return not both and _same_sentence(reading, last, marked)


def _splits(reading: Reading, last: Marked, marked: Marked) -> bool:
    """Tell whether the cue stands between the two as in “A,” she said, “b.”."""
    segments, ranges = reading.alignment.segments, reading.alignment.ranges
    gap = reading.parse.text[segments[last.number].end : segments[marked.number].start]
    between = ranges[last.number][1] <= last.cue < ranges[marked.number][0]
    return between and gap.strip().endswith((",", "-", "–", "—"))


def _same_sentence(reading: Reading, last: Marked, marked: Marked) -> bool:
    sentence = reading.parse.sentence
    ranges = reading.alignment.ranges
    return sentence[ranges[last.number][1] - 1] == sentence[ranges[marked.number][0]]


def _follows(last: Marked, marked: Marked) -> bool:
    return _same_source(last, marked) and marked.cue in (last.cue, -1)


def _same_source(last: Marked, marked: Marked) -> bool:
    if last.source is None or marked.source is None:
        return False
    return last.source.head == marked.source.head


def _with_reports(reading: Reading, drafts: Sequence[_Draft]) -> list[_Draft]:
    """Give each report to the draft whose words it holds, or a draft of its own."""
    result = list(drafts)
    for report in sorted(reading.reports, key=lambda report: -report.cue.probability):
        owner = _owner(reading, result, report)
        if owner is not None:
            if owner.report is None and _widens(reading, owner, report):
                _replace(result, owner, attrs.evolve(owner, report=report))
        elif _stands_alone(reading, result, report):
            result.append(_Draft(report=report, reporting=_reporting(reading, report)))
    return result


def _owner(reading: Reading, drafts: Sequence[_Draft], report: Report) -> _Draft | None:
    """Find the draft that has the report's cue, or its source and some of its words."""
    for draft in drafts:
        for marked in draft.marked:
            covered = _covers(reading, report, marked.number)
            if marked.cue == report.cue.token and (covered or _is_idle(reading, marked, report)):
                return draft
            if covered and _shares_source(report, marked):
                return draft
    return None


def _is_idle(reading: Reading, marked: Marked, report: Report) -> bool:
    """Tell whether a cue beside its segment reports nothing more than some phrase."""
    first, last = reading.alignment.ranges[marked.number]
    sentence = reading.parse.sentence
    beside = sentence[marked.cue] in (sentence[first], sentence[last - 1])
    return beside and form_of(reading.parse, report.content) == "phrase"


def _shares_source(report: Report, marked: Marked) -> bool:
    """Tell whether the two have one source, or only one of them has any."""
    if report.source is None or marked.source is None:
        return True
    return report.source.head == marked.source.head


def _covers(reading: Reading, report: Report, number: int) -> bool:
    """Tell whether the report's content holds most of the segment."""
    first, last = reading.alignment.ranges[number]
    shared = sum(max(0, min(end, last) - max(start, first)) for start, end in report.content.ranges)
    return shared * 5 >= (last - first) * 4


def _widens(reading: Reading, draft: _Draft, report: Report) -> bool:
    """Tell whether the report's clause holds the draft's fragments and more."""
    if form_of(reading.parse, report.content) == "phrase":
        return False
    held = [marked for marked in draft.marked if _covers(reading, report, marked.number)]
    outside = sum(
        1
        for start, end in report.content.ranges
        for token in range(start, end)
        if reading.alignment.quoted[token] < 0
    )
    return bool(held) and outside > 0 and not all(marked.direct for marked in draft.marked)


def _replace(drafts: list[_Draft], old: _Draft, new: _Draft) -> None:
    """Put a new draft in the place of an old one, also where others follow it."""
    for place, draft in enumerate(drafts):
        if draft is old:
            drafts[place] = new
        elif draft.follows is old:
            _replace(drafts, draft, attrs.evolve(draft, follows=new))


def _stands_alone(reading: Reading, drafts: Sequence[_Draft], report: Report) -> bool:
    """Tell whether the report is a quotation of its own that no draft has already."""
    if exclusion_of(reading.parse, report) or not _is_likely(reading, report):
        return False
    return not any(_repeats(reading, draft, report) for draft in drafts)


def _is_likely(reading: Reading, report: Report) -> bool:
    phrase = form_of(reading.parse, report.content) == "phrase"
    if phrase and report.content.origin == "subject":
        return False
    return _reporting(reading, report) >= (PHRASE if phrase else CLAUSE)


def _reporting(reading: Reading, report: Report) -> float:
    """Give the probability that the report is a quotation."""
    features = report_features(reading.parse, reading.alignment, report)
    return logistic(score(reading.reporting, features))


def _repeats(reading: Reading, draft: _Draft, report: Report) -> bool:
    """Tell whether the draft has most of the report's words, and not as a part of more."""
    if draft.report and _inside(report.cue.token, draft.report.content.ranges):
        return False
    own = {token for start, end in report.content.ranges for token in range(start, end)}
    other = _token_set(reading, draft)
    shared = len(own & other)
    return shared * 5 >= len(own) * 4 and shared * 5 >= len(other) * 3


def _inside(token: int, ranges: Iterable[Range]) -> bool:
    return any(start <= token < end for start, end in ranges)


def _token_set(reading: Reading, draft: _Draft) -> set[int]:
    ranges = [reading.alignment.ranges[marked.number] for marked in draft.marked]
    if draft.report:
        ranges += draft.report.content.ranges
    return {token for start, end in ranges for token in range(start, end)}


def _finish(reading: Reading, draft: _Draft) -> Attribution:
    """Turn a draft into an attribution with offsets into the text."""
    segments = [reading.alignment.segments[number] for number in _held(reading, draft)]
    inner = tuple(_inner(reading.parse.text, segment) for segment in segments)
    if draft.report is None:
        content = inner
        kind = QuoteKind.DIRECT if _is_direct(reading, draft.marked) else QuoteKind.MIXED
    else:
        content = _widened(reading, draft.report, segments)
        kind = QuoteKind.MIXED if inner else QuoteKind.INDIRECT
    return Attribution(
        kind=kind,
        content=content,
        verbatim=inner,
        cue=_cue_span(reading.parse, _cue_of(draft)),
        source=None if _is_far(reading, draft) else _source_of(draft),
        follows=None,
        links=_links(draft),
    )


def _is_direct(reading: Reading, marked: Sequence[Marked]) -> bool:
    """Tell whether clauses stand between the marks; the parts of a split one count together."""
    if all(part.direct for part in marked):
        return True
    return any(_splits(reading, *pair) for pair in itertools.pairwise(marked))


def _held(reading: Reading, draft: _Draft) -> list[int]:
    """Number the segments that are the draft's: its own, and unclaimed ones in its report."""
    own = {marked.number for marked in draft.marked}
    if draft.report and draft.report.cue.token not in {
        token for number in own for token in range(*reading.alignment.ranges[number])
    }:
        claimed = {marked.number for marked in reading.marked}
        cue_segment = reading.alignment.quoted[draft.report.cue.token]
        touched = {
            reading.alignment.quoted[token]
            for start, end in draft.report.content.ranges
            for token in range(start, end)
        }
        for number in touched - claimed - {-1, cue_segment}:
            if _covers(reading, draft.report, number):
                own.add(number)
    return sorted(own)


def _inner(text: str, segment: Segment) -> Range:
    """Give what stands between the marks, without white space at the edges."""
    start, end = segment.inner_start, segment.inner_end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _widened(reading: Reading, report: Report, segments: Sequence[Segment]) -> tuple[Range, ...]:
    """Give the report's content, with the marks of the segments in it and those beyond it."""
    parse = reading.parse
    ranges = [(parse.starts[start], parse.ends[end - 1]) for start, end in report.content.ranges]
    ranges += [(segment.start, segment.end) for segment in segments]
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)


def _cue_of(draft: _Draft) -> int:
    if draft.report:
        return draft.report.cue.token
    return draft.marked[0].cue


def _is_far(reading: Reading, draft: _Draft) -> bool:
    """Tell whether a quotation fills paragraphs of its own and only goes on from an earlier one."""
    source = draft.marked[0].source if draft.follows else None
    if source is None:
        return False
    paragraph = reading.parse.paragraph
    first = reading.alignment.ranges[draft.marked[0].number][0]
    return paragraph[source.head] < paragraph[first]


def _source_of(draft: _Draft) -> Mention | None:
    sources = [marked.source for marked in draft.marked]
    sources += [draft.report.source] if draft.report else []
    return next((source for source in sources if source), None)


def _cue_span(parse: Parse, token: int) -> Range | None:
    """Give the cue with the particle or preposition that makes it one word."""
    if token < 0:
        return None
    last = token
    follows = token + 1 < len(parse) and parse.heads[token + 1] == token
    if follows and (parse.deps[token + 1] == "prt" or parse.lowers[token] == "according"):
        last += 1
    return parse.starts[token], parse.ends[last]


def _links(draft: _Draft) -> dict[str, float]:
    """Name the decisions behind a draft; of several segments the least certain counts."""
    if draft.marked:
        return {
            "speech": min(marked.speech for marked in draft.marked),
            "share": min(marked.share for marked in draft.marked),
        }
    report = draft.report
    return {
        "cue": report.cue.probability if report else 0.0,
        "content": report.content_share if report else 0.0,
        "source": report.source_share if report else 0.0,
        "reporting": draft.reporting,
    }


def _nested(reading: Reading) -> Iterator[Attribution]:
    """Attribute marks within marks: “He told me, ‘Go home,’ and I went,” she said.

    Weights know little of speech inside quotations, so a reporting word has to stand next to the
    inner marks, with a subject of its own.
    """
    parse = reading.parse
    for segment, (first, last) in reading.alignment.nested:
        cue = next(iter(_adjoining_cues(parse, first, last)), None)
        source = None if cue is None else _subject_mention(reading, cue)
        if cue is not None and source is not None:
            span = _inner(parse.text, segment)
            yield Attribution(
                kind=QuoteKind.DIRECT,
                content=(span,),
                verbatim=(span,),
                cue=_cue_span(parse, cue),
                source=source,
                follows=None,
                links={"nested": 1.0},
            )


def _adjoining_cues(parse: Parse, first: int, last: int) -> Iterator[int]:
    """Give the reporting verbs close before or behind the inner marks."""
    start, end = parse.paragraphs[parse.paragraph[first]]
    before = range(first - 1, max(start, first - _ADJOINING) - 1, -1)
    behind = range(last, min(end, last + _ADJOINING))
    for token in (*before, *behind):
        if parse.tags[token][0] == "V" and reporting_class(parse, token):
            yield token


def _subject_mention(reading: Reading, cue: int) -> Mention | None:
    """Give the mention that is the cue's own or inherited subject."""
    roles = relations(reading.parse, cue)
    subjects = {head for head, role in roles.items() if role.endswith("nsubj")}
    return next((mention for mention in reading.mentions if mention.head in subjects), None)


def _turn(parse: Parse, turn: Turn) -> Attribution:
    """Make an attribution of an unmarked turn in a transcript."""
    signed = _sign(parse, turn.label, turn.colon)
    return Attribution(
        kind=QuoteKind.DIRECT,
        content=turn.stretches,
        verbatim=turn.stretches,
        cue=(turn.colon, turn.colon + 1),
        source=signed.source,
        follows=None,
        links={"label": 1.0},
    )
