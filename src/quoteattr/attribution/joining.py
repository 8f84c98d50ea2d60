"""Joining: segments and reports sorted into quotations, each word claimed once a layer."""

from __future__ import annotations

import functools
import itertools
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

import attrs

from quoteattr.attribution.content_candidates import Content
from quoteattr.attribution.cue_reports import Report, form_of, held_segments, report_question
from quoteattr.attribution.decisions import Reading
from quoteattr.attribution.not_quotations import exclusion_of
from quoteattr.attribution.quoted_segments import Marked
from quoteattr.attribution.scopes import Scope, scope_question
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.scoring.choice import Choice, Question, choose
from quoteattr.syntax.tokens import Parse, TokenRange
from quoteattr.text.ranges import shared

__all__ = ["Draft", "draft_quotations", "scope_questions", "splits"]

# Least probability of a report without marks, by whether its cue is a listed reporting word and
# whether its content is a clause.
_LEAST = {(True, True): 0.25, (True, False): 0.43, (False, True): 0.55, (False, False): 0.7}
_LIKELY = 0.5  # probability of a cue
_MOST = 0.8  # part of a report's words that a draft has
_MUCH = 0.6  # part of a draft's words that a report has
_CUE_PHRASES = marked_words("source-led") | {":"}


@attrs.frozen(kw_only=True, eq=False)
class Draft:
    """One quotation in the making.

    Attributes:
        marked: its segments.
        content: what is said where that is not the words between marks alone.
        report: the report whose content it is, if a cue reports it.
        scope: how it was decided what is said, where words stand between marks.
        follows: number of the earlier draft whose speaker this one shares.
        reporting: how likely a report without segments is a quotation.
    """

    marked: tuple[Marked, ...] = ()
    content: Content | None = None
    report: Report | None = None
    scope: Choice[Scope] | None = None
    follows: int | None = None
    reporting: Choice[bool] | None = None


def draft_quotations(reading: Reading) -> list[Draft]:
    """Join the segments of one quotation, then give each report to the draft that it belongs to."""
    reports = _unsigned_reports(reading)
    drafts = _united(
        _with_scope(draft, choose(question, reading.models.scopes))
        for draft, question in _questions(reading, reports)
    )
    claims = _claims(reading, drafts)
    for report, held in reports:
        touched = _touched(claims, report)
        if any(_is_owner(reading, drafts[number], report, held) for number in touched):
            continue
        reporting = _reporting(reading, report)
        rivals = [drafts[number] for number in touched]
        if _stands_alone(reading, rivals, report, reporting):
            _claim(claims, len(drafts), report.content.tokens)
            drafts.append(Draft(content=report.content, report=report, reporting=reporting))
    return drafts


def _unsigned_reports(reading: Reading) -> list[tuple[Report, list[int]]]:
    """Give the reports but those of labels and signatures, each with the segments that it holds.

    The surest come first.
    """
    signs = {sign.token for _, sign in reading.signs.turns}
    signs |= {sign.token for sign in reading.signs.segments.values()}
    reports = [report for report in reading.reports if report.cue.token not in signs]
    return [
        (report, held_segments(reading.parse, reading.alignment, report))
        for report in sorted(reports, key=functools.partial(_rank, reading.parse))
    ]


def scope_questions(reading: Reading) -> Iterator[tuple[Draft, Question[Scope]]]:
    """Ask of each quotation between marks what is said there: these words, or more around them."""
    return _questions(reading, _unsigned_reports(reading))


def _questions(
    reading: Reading, unsigned: Iterable[tuple[Report, list[int]]]
) -> Iterator[tuple[Draft, Question[Scope]]]:
    holding: defaultdict[int, list[tuple[Report, list[int]]]] = defaultdict(list)
    for report, held in unsigned:
        for number in held:
            holding[number].append((report, held))
    for draft in _group(reading):
        reports = [
            (report, _reporting(reading, report).probability_of(candidate=True))
            for report in _owned(reading, draft, holding)
        ]
        signed = all(one.number in reading.signs.segments for one in draft.marked)
        yield (
            draft,
            scope_question(reading.parse, reading.alignment, draft.marked, reports, alone=signed),
        )


def _owned(
    reading: Reading, draft: Draft, holding: Mapping[int, Sequence[tuple[Report, list[int]]]]
) -> Iterable[Report]:
    """Give the reports that are a draft's own, of those that hold each segment, each once."""
    owned: dict[tuple[int, tuple[TokenRange, ...]], Report] = {}
    for report, held in itertools.chain(*(holding.get(one.number, ()) for one in draft.marked)):
        if _is_owner(reading, draft, report, held) and not _interrupts(reading, draft, report):
            owned.setdefault((report.cue.token, report.content.ranges), report)
    return owned.values()


def _with_scope(draft: Draft, choice: Choice[Scope]) -> Draft:
    return attrs.evolve(draft, content=choice.best.content, report=choice.best.report, scope=choice)


def _united(drafts: Iterable[Draft]) -> list[Draft]:
    """Make one draft of those of which the same words around their marks are said."""
    united: list[Draft] = []
    places: list[int] = []  # of each draft among the united ones
    for draft in drafts:
        last = united[-1].content if united else None
        if last and draft.content and last.ranges == draft.content.ranges:
            united[-1] = attrs.evolve(united[-1], marked=united[-1].marked + draft.marked)
        else:
            follows = None if draft.follows is None else places[draft.follows]
            united.append(attrs.evolve(draft, follows=follows))
        places.append(len(united) - 1)
    return united


def _rank(parse: Parse, report: Report) -> tuple[bool, float]:
    """Rank the surest first, but last what says where it was read: …, as reported by Reuters."""
    cue = report.cue.token
    before = (parse.lowers[child] for child in parse.children[cue] if child < cue)
    echoes = parse.tags[cue] == "VBN" and "as" in before
    return echoes, -report.cue.probability * report.content_share


def _group(reading: Reading) -> list[Draft]:
    """Join the segments of one quotation; link what only shares its speaker."""
    groups: list[list[Marked]] = []
    for marked in reading.marked:
        if groups and _resumes(reading, groups[-1][-1], marked):
            groups[-1].append(attrs.evolve(marked, cue=groups[-1][-1].cue))
        elif groups and _joins(reading, groups[-1][-1], marked):
            groups[-1].append(marked)
        else:
            groups.append([marked])
    return [
        Draft(marked=tuple(group), follows=_followed(groups, number))
        for number, group in enumerate(groups)
    ]


def _followed(groups: Sequence[Sequence[Marked]], number: int) -> int | None:
    """Give the number of the group before, where this one only shares its speaker."""
    if not number or not _follows(groups[number - 1][-1], groups[number][0]):
        return None
    return number - 1


def _joins(reading: Reading, last: Marked, marked: Marked) -> bool:
    """Tell whether a segment goes on with the quotation of the one before it."""
    segments = reading.alignment.segments
    segment = segments[marked.number]
    if segment.continues and last.number == marked.number - 1:
        opened = segment.inner_start > segment.start
        unlike = marked.cue >= 0 and last.source is not None and not _same_source(last, marked)
        return not (opened and unlike)
    if last.cue < 0 or last.cue != marked.cue or _is_reported_anew(reading, last, marked):
        return False
    if splits(reading, last, marked):
        return True
    both = last.direct and marked.direct
    return not both and _same_sentence(reading, last, marked)


def _resumes(reading: Reading, last: Marked, marked: Marked) -> bool:
    """Tell whether a split quotation goes on behind what else was done meanwhile.

    “A,” she said, pointing at the hill; “b.”: no participle reports over a semicolon. “A,” she
    said, grinning, “b.”: nor does one alone that tells at most the manner.
    """
    parse, segments = reading.parse, reading.alignment.segments
    before = parse.text[: segments[marked.number].start].rstrip()[-1:]
    silent = parse.tags[marked.cue] == "VBG" and parse.reporting[marked.cue] in ("", "manner")
    behind = parse.words[marked.cue + 1 : marked.cue + 2]
    between = last.cue <= marked.cue < reading.alignment.ranges[marked.number].start
    goes_on = before == ";" or (silent and last.cue < marked.cue and behind == [","])
    return goes_on and between and _same_source(last, marked) and splits(reading, last, marked)


def _is_reported_anew(reading: Reading, last: Marked, marked: Marked) -> bool:
    """Tell whether a second cue between the two reports the later: it was “bad”, adding “Go”."""
    ranges = reading.alignment.ranges
    between = range(ranges[last.number][1], ranges[marked.number][0])
    return any(
        report.cue.token in between
        and report.cue.token != last.cue
        and report.cue.probability >= _LIKELY
        and report.content.ranges[0].start > report.cue.token
        and marked.number in held_segments(reading.parse, reading.alignment, report)
        for report in reading.reports
    )


def splits(reading: Reading, last: Marked, marked: Marked) -> bool:
    """Tell whether the cue stands between the two as in “A,” she said, “b.”.

    Behind the end of a sentence another begins: “A,” she said. The mayor, “b,” ….
    """
    segments, ranges = reading.alignment.segments, reading.alignment.ranges
    gap = reading.parse.text[segments[last.number].end : segments[marked.number].start]
    first, behind = ranges[last.number][1], ranges[marked.number][0]
    ends = "." in reading.parse.tags[max(first, last.cue) : behind]
    return (
        first <= last.cue < behind and not ends and gap.strip().endswith((",", ";", "-", "–", "—"))
    )


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


def _claims(reading: Reading, drafts: Sequence[Draft]) -> defaultdict[int, list[int]]:
    """Number, for each token, the drafts that have it among their words or as their cue."""
    claims: defaultdict[int, list[int]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        _claim(claims, number, _draft_tokens(reading, draft))
        _claim(claims, number, {marked.cue for marked in draft.marked})
    return claims


def _claim(claims: defaultdict[int, list[int]], number: int, tokens: Iterable[int]) -> None:
    for token in tokens:
        if not claims[token] or claims[token][-1] != number:
            claims[token].append(number)


def _touched(claims: defaultdict[int, list[int]], report: Report) -> list[int]:
    """Number the drafts that share a word with the report, or its cue."""
    tokens = itertools.chain([report.cue.token], report.content.tokens)
    return sorted({number for token in tokens if token in claims for number in claims[token]})


def _draft_tokens(reading: Reading, draft: Draft) -> set[int]:
    tokens = set(draft.content.tokens) if draft.content else set()
    for marked in draft.marked:
        tokens.update(range(*reading.alignment.ranges[marked.number]))
    return tokens


def _is_owner(reading: Reading, draft: Draft, report: Report, held: Container[int]) -> bool:
    """Tell whether a draft has the report's cue, or its source and some of its words."""
    for marked in draft.marked:
        covered = marked.number in held
        if marked.cue == report.cue.token and (covered or _is_idle(reading, marked, report)):
            return True
        if covered and _shares_source(report, marked):
            return True
    return False


def _is_idle(reading: Reading, marked: Marked, report: Report) -> bool:
    """Tell whether a cue in or beside its segment's sentence reports no more than some phrase.

    “Was it worth it?” a reporter asked him at the end.
    """
    first, last = reading.alignment.ranges[marked.number]
    sentence = reading.parse.sentence
    beside = sentence[first] - 1 <= sentence[marked.cue] <= sentence[last - 1] + 1
    return beside and form_of(reading.parse, report.content) == "phrase"


def _shares_source(report: Report, marked: Marked) -> bool:
    """Tell whether the two have one source, or only one of them has any.

    What nobody is said to report may hold somebody who speaks: the court heard Lee called it “it”.
    """
    if report.source is None and marked.source is not None and marked.cue != report.cue.token:
        return not {marked.cue, marked.source.head} <= set(report.content.tokens)
    if report.source is None or marked.source is None:
        return True
    return report.source.head == marked.source.head


def _interrupts(reading: Reading, draft: Draft, report: Report) -> bool:
    """Tell whether a cue only stands behind the one that splits a quotation: said, pointing at."""
    ranges, cue = reading.alignment.ranges, report.cue.token
    return any(
        last.cue == marked.cue < cue < ranges[marked.number].start and splits(reading, last, marked)
        for last, marked in itertools.pairwise(draft.marked)
    )


def _stands_alone(
    reading: Reading, touched: Sequence[Draft], report: Report, reporting: Choice[bool]
) -> bool:
    """Tell whether the report is a quotation of its own that no draft has already."""
    if exclusion_of(reading.parse, report) or not _is_likely(reading, report, reporting):
        return False
    if _holds_title(reading, report) or _is_own(reading, report) or _is_circular(reading, report):
        return False
    return not any(_repeats(reading, draft, report) for draft in touched)


def _is_own(reading: Reading, report: Report) -> bool:
    """Tell whether a speaker reports herself: “I told them that it was over,” she said."""
    number, source = reading.alignment.quoted[report.cue.token], report.source
    if source is None or number not in {marked.number for marked in reading.marked}:
        return False
    return reading.parse.lowers[source.head] in marked_words("speaking-person")


def _is_circular(reading: Reading, report: Report) -> bool:
    """Tell whether a report holds who says its own words: “People say that,” she said."""
    number = reading.alignment.quoted[report.cue.token]
    return any(
        marked.number == number and report.content.holds(marked.cue) for marked in reading.marked
    )


def _holds_title(reading: Reading, report: Report) -> bool:
    """Tell whether a mere phrase has marks that are nobody's words: wrote the column “Notes”."""
    if form_of(reading.parse, report.content) != "phrase":
        return False
    held = held_segments(reading.parse, reading.alignment, report)
    return not {marked.number for marked in reading.marked}.issuperset(held)


def _is_likely(reading: Reading, report: Report, reporting: Choice[bool]) -> bool:
    token = report.cue.token
    listed = reading.parse.lowers[token] in _CUE_PHRASES or reading.parse.reporting[token]
    least = _LEAST[bool(listed), form_of(reading.parse, report.content) == "clause"]
    return reporting.probability_of(candidate=True) >= least


def _reporting(reading: Reading, report: Report) -> Choice[bool]:
    """Decide whether the report is a quotation."""
    reported = reading.evidence.reported
    question = report_question(reading.parse, reading.alignment, reported, report)
    return choose(question, reading.models.reporting)


def _repeats(reading: Reading, draft: Draft, report: Report) -> bool:
    """Tell whether the draft has the report's words already.

    Most of them in a segment that the cue stands outside of, or most of each other's; but a report
    whose own cue is among the draft's words is a layer below.
    """
    own, cue = report.content.size, report.cue.token
    quoted = reading.alignment.quoted
    numbers = {marked.number for marked in draft.marked} - {quoted[cue]}
    if sum(quoted[token] in numbers for token in report.content.tokens) >= _MOST * own:
        return True
    ranges = _draft_ranges(reading, draft)
    if draft.content and shared(ranges, [TokenRange(cue, cue + 1)]):
        return False
    if draft.report and _relays(report, draft.report):
        return False
    both = shared(ranges, report.content.ranges)
    return both >= _MOST * own and both >= _MUCH * _size(ranges)


def _relays(outer: Report, inner: Report) -> bool:
    """Tell whether one report passes another's words on: Ann said it was lost, Bo reported."""
    if outer.source is None or inner.source is None:
        return False
    return (
        outer.content.holds(inner.cue.token)
        and outer.content.holds(inner.source.head)
        and not inner.content.holds(outer.source.head)
    )


def _draft_ranges(reading: Reading, draft: Draft) -> list[TokenRange]:
    """Give the draft's token ranges, merged, in order."""
    ranges = [reading.alignment.ranges[marked.number] for marked in draft.marked]
    merged: list[TokenRange] = []
    for start, end in sorted([*ranges, *(draft.content.ranges if draft.content else ())]):
        if merged and start <= merged[-1][1]:
            merged[-1] = TokenRange(merged[-1].start, max(merged[-1].end, end))
        else:
            merged.append(TokenRange(start, end))
    return merged


def _size(ranges: Iterable[TokenRange]) -> int:
    return sum(end - start for start, end in ranges)
