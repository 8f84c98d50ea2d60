"""Training groups: for each model, the candidates with their features and the right one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from quoteattr.attribution.attributions import Attribution
from quoteattr.attribution.content_candidates import Content
from quoteattr.attribution.content_features import content_question
from quoteattr.attribution.cue_reports import Report, report_question, share_half
from quoteattr.attribution.cue_sources import cue_source_question
from quoteattr.attribution.cues import cue_question, is_candidate, likely_tokens
from quoteattr.attribution.decisions import Reading
from quoteattr.attribution.document_evidence import Evidence
from quoteattr.attribution.joining import scope_questions
from quoteattr.attribution.not_quotations import exclusion_of
from quoteattr.attribution.segment_features import directness_question, speech_question
from quoteattr.attribution.segment_sources import segment_source_question
from quoteattr.lexicon.word_lists import read_words
from quoteattr.records import QuoteKind
from quoteattr.scoring.choice import Question
from quoteattr.syntax.mentions import Mention
from quoteattr.syntax.tokens import (
    Parse,
    TokenRange,
    chars_of,
    lacks_stop,
    sentence_of,
    without_punctuation,
)
from quoteattr.text.ranges import overlap
from quoteattr.training.fitting import Group
from quoteattr.training.gold import Example, GoldReport, right_mentions

__all__ = [
    "agreement",
    "answer",
    "content_groups",
    "cue_groups",
    "cue_source_groups",
    "directness_groups",
    "group",
    "is_right",
    "reporting_groups",
    "scope_groups",
    "segment_source_groups",
    "speech_groups",
]

_LEAST_AGREEMENT = 0.5  # shared part of the words, for a content to be learned from
_CLOSE = 0.02  # of that, by which a content is as right as the best
_LOOSE = 0.15  # part of the words outside of the marks that a direct quotation may have

_Candidate = TypeVar("_Candidate")


def group(question: Question[_Candidate], right: Iterable[int]) -> Group:
    """Name the features of all candidates of a question, of which those of the numbers are right.

    Examples:
        >>> group(Question(("a", "b"), lambda letter: [f"letter={letter}"]), [1])
        Group(candidates=[['letter=a'], ['letter=b']], right=frozenset({1}), weight=1.0)
    """
    return Group(
        [list(question.features(candidate)) for candidate in question.candidates], frozenset(right)
    )


def answer(question: Question[bool], *, holds: bool) -> Group:
    """Answer a question of yes or no."""
    return group(question, [question.candidates.index(holds)])


def cue_groups(example: Example, known: Collection[str]) -> list[tuple[int, Group]]:
    """Ask of every candidate token whether it is a cue, where the annotation tells."""
    cues = {report.cue: report.doubtful for report in example.reports}
    return [
        (
            token,
            answer(cue_question(example.parse, example.alignment, token), holds=token in cues),
        )
        for token in range(len(example.parse))
        if is_candidate(example.parse, token, known)
        and not cues.get(token, example.speech_only and _tells_belief(example.parse, token))
    ]


def _tells_belief(parse: Parse, token: int) -> bool:
    """Tell whether a word is one of thinking or wanting, which some corpora leave unannotated."""
    return parse.stems[token] in read_words("states_of_mind")


def content_groups(example: Example, strength: Mapping[int, float]) -> Iterator[Group]:
    """Ask which of its candidate contents an annotated cue reports."""
    likely = likely_tokens(strength)
    for report in example.reports:
        question = content_question(example.parse, example.alignment, likely, report.cue)
        sentence = sentence_of(example.parse, report.cue)
        near = report.content.intersection(range(*sentence)) or report.content
        fits = [agreement(content, near) for content in question.candidates]
        best = max(fits, default=0.0)
        if best >= _LEAST_AGREEMENT:
            yield group(question, (i for i, fit in enumerate(fits) if fit >= best - _CLOSE))


def agreement(content: Content, gold: frozenset[int]) -> float:
    """Give the shared tokens of two contents, as a part of all their tokens."""
    own = set(content.tokens)
    return len(own & gold) / len(own | gold)


def cue_source_groups(example: Example) -> Iterator[Group]:
    """Ask which mention is the source of an annotated cue with its annotated content."""
    for report in example.reports:
        question = cue_source_question(
            example.parse, example.alignment, example.mentions, report.cue, _runs(report.content)
        )
        right = _right(example, question, report.source)
        if right:
            yield group(question, right)


def _right(
    example: Example, question: Question[Mention | None], source: Sequence[tuple[int, int]]
) -> frozenset[int]:
    """Number the candidate that an annotated source means; no source is the last one."""
    if not source:
        return frozenset({len(question.candidates) - 1})
    mentions = [mention for mention in question.candidates if mention is not None]
    return right_mentions(example.parse, mentions, source)


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
    previous = None
    for number, gold in enumerate(example.segments):
        if not gold.attributed:
            continue
        question = segment_source_question(
            example.parse, example.alignment, example.mentions, evidence, number, previous
        )
        right = _right(example, question, gold.source)
        if right:
            previous = question.candidates[min(right)] or previous
            yield group(question, right)


def speech_groups(example: Example, evidence: Evidence, shares: Sequence[float]) -> Iterator[Group]:
    """Ask of every segment whether it is somebody's words, where the annotation tells."""
    for number, (gold, share) in enumerate(zip(example.segments, shares, strict=True)):
        if gold.doubtful:
            continue
        question = speech_question(example.parse, example.alignment, evidence, number, share)
        yield answer(question, holds=gold.attributed)


def directness_groups(example: Example) -> Iterator[Group]:
    """Ask of every attributed segment whether its content reaches beyond the marks.

    A content that lies in segments but for a word or two is direct. Headlines do not count: what
    is annotated there is often the line without its label.
    """
    quoted = example.alignment.quoted
    for number, gold in enumerate(example.segments):
        content = _content_of(example, number)
        first = example.alignment.ranges[number][0]
        if gold.attributed and content and not lacks_stop(example.parse, first):
            outside = sum(1 for token in content if quoted[token] < 0)
            question = directness_question(example.parse, example.alignment, number)
            yield answer(question, holds=outside <= len(content) * _LOOSE)


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
    """Ask of every report that is not all between marks whether it was annotated beyond doubt."""
    quoted = example.alignment.quoted
    for report in reports:
        own = set(report.content.tokens)
        marked = sum(1 for token in own if quoted[token] >= 0)
        if marked < len(own) and not exclusion_of(example.parse, report):
            question = report_question(example.parse, example.alignment, reported, report)
            doubtful = [gold.doubtful for gold in example.reports if share_half(own, gold.content)]
            if not all(doubtful) or not doubtful:
                yield answer(question, holds=bool(doubtful))


def scope_groups(example: Example, reading: Reading) -> Iterator[Group]:
    """Ask of the segments of each quotation which scope is most like what was annotated there.

    That is the smallest content that holds more than half of their words, without punctuation.
    """
    contents = [without_punctuation(example.parse, content) for content in example.contents]
    for _, question in scope_questions(reading):
        marked = question.candidates[0].words
        holding = [content for content in contents if len(content & marked) * 2 > len(marked)]
        gold = min(holding, key=len, default=frozenset())
        fits = [
            len(scope.words & gold) / max(1, len(scope.words | gold))
            for scope in question.candidates
        ]
        if max(fits) >= _LEAST_AGREEMENT:
            yield group(question, (i for i, fit in enumerate(fits) if fit >= max(fits) - _CLOSE))


def is_right(example: Example, attribution: Attribution) -> bool:
    """Tell whether some annotated attribution has these words and this source.

    The words are right when what is shared is half of both; a direct quotation may also be a
    part of an annotated one. The source is right when it meets the annotated one and is not
    over twice its length and twelve characters.
    """
    own = sum(end - start for start, end in attribution.content)
    for gold in example.reports:
        whole = sum(end - start for start, end in gold.spans)
        shared = sum(overlap(one, other) for one in attribution.content for other in gold.spans)
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
    meets = any(overlap(span, other) for other in gold.source)
    return meets and span[1] - span[0] <= longest
