"""Cue reports: each cue with the content and the source that fit it best."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import attrs

from quoteattr.attribution.content_candidates import Content
from quoteattr.attribution.content_features import content_question
from quoteattr.attribution.content_limits import (
    around_inserted_clause,
    before_own_words,
    bound,
    to_closing_mark,
)
from quoteattr.attribution.cue_sources import cue_source_question
from quoteattr.attribution.cues import Cue, likely_tokens
from quoteattr.scoring.choice import Choice, Question, choose, overruled, yes_or_no
from quoteattr.scoring.linear_model import Model
from quoteattr.syntax.grammar import ALL_SUBJECTS, AUXILIARIES, FINITE_TAGS, PARTICLES
from quoteattr.syntax.mentions import Mention
from quoteattr.syntax.quoted_tokens import Alignment
from quoteattr.syntax.tokens import Parse, lacks_stop, paragraph_of
from quoteattr.text.ranges import shared

__all__ = [
    "Report",
    "find_reports",
    "form_of",
    "held_in",
    "held_segments",
    "leaves_to_inner_cue",
    "report_features",
    "report_question",
    "reported_tokens",
    "segment_support",
    "share_half",
]

_FEW = 2  # tokens
_MOST = 0.8  # part of a segment's words
_FAINT = 0.01  # probability of a content that is worth comparing
_MOST_LIKELY = 12  # contents that are compared
_SUBORDINATE = frozenset({"acl", "advcl", "pcomp", "relcl"})
_SIDE_VERBS = AUXILIARIES | {"acl", "advcl", "amod", "relcl"}


@attrs.frozen(kw_only=True)
class Report:
    """A cue with what it reports.

    Attributes:
        cue: the reporting token and the probability that it reports.
        content: the stretches that it reports.
        content_share: probability (0-1) that they are right, or share half of their words with
            what is.
        source: whose words they are, None where the text does not say.
        source_share: probability (0-1) of the source.
        choices: how "content" and "source" were decided.
    """

    cue: Cue
    content: Content
    content_share: float
    source: Mention | None
    source_share: float
    choices: Mapping[str, Choice[Any]] = attrs.field(factory=dict, eq=False, repr=False)


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
    likely = likely_tokens(strength)
    for cue in cues:
        if cue.probability < threshold or leaves_to_inner_cue(parse, cue.token):
            continue
        contents = content_question(parse, alignment, likely, cue.token)
        if not contents.candidates:
            continue
        choice = _with_verb(parse, _most_agreed(choose(contents, contents_model)))
        for stretch in bound(parse, strength, cue.token, choice.best):
            content = to_closing_mark(parse, alignment, cue.token, stretch)
            content = before_own_words(parse, alignment, cue.token, content)
            content = around_inserted_clause(parse, alignment, strength, cue.token, content)
            question = cue_source_question(parse, alignment, mentions, cue.token, content.ranges)
            whose = choose(question, sources_model)
            reports.append(
                Report(
                    cue=cue,
                    content=content,
                    content_share=_agreed_share(choice),
                    source=whose.best,
                    source_share=whose.probability,
                    choices={"content": choice, "source": whose},
                )
            )
    return tuple(reports)


def leaves_to_inner_cue(parse: Parse, cue: int) -> bool:
    """Tell whether another word of saying hangs on a cue, and is the one that counts.

    He was quoted as saying …, is reported to have said …; the paper quoted him as saying ….
    """
    children = parse.children[cue]
    passive = any(parse.deps[child] == "auxpass" for child in children)
    below = [child for child in children if passive and parse.deps[child] == "xcomp"]
    for child in children:
        if parse.lowers[child] == "as":
            below += [inner for inner in parse.children[child] if parse.deps[inner] == "pcomp"]
    return any(parse.reporting[inner] for inner in below)


def _most_agreed(choice: Choice[Content]) -> Choice[Content]:
    """Put the content first that shares most with what may be right, not the likeliest alone.

    Several likely contents that differ by a word outweigh one that stands apart.
    """
    likely = [pair for pair in choice.ranked if pair[1] > _FAINT][:_MOST_LIKELY] or choice.ranked
    agreed = [sum(rate * _agreement(one, other) for other, rate in likely) for one, _ in likely]
    ranked = list(choice.ranked)
    return attrs.evolve(choice, ranked=[ranked.pop(agreed.index(max(agreed))), *ranked])


def _with_verb(parse: Parse, choice: Choice[Content]) -> Choice[Content]:
    """Let a subject before an inserted phrase keep its verb: The road, as per Ann Lee, is shut."""
    best = choice.best
    if best.origin != "before" or not FINITE_TAGS.isdisjoint(best.column(parse.tags)):
        return choice
    verbs = {parse.heads[token] for token in best.tokens if parse.deps[token] in ALL_SUBJECTS}
    for content, _ in choice.ranked:
        around = content.origin == "around" and content.ranges[0] == best.ranges[0]
        if around and any(map(content.holds, verbs)):
            return overruled(choice, content, "verb behind")
    return choice


def _agreed_share(choice: Choice[Content]) -> float:
    """Give the probability of all candidates that share half of their words with the best."""
    best = choice.best
    alike = [share for content, share in choice.ranked if _overlap_half(best, content)]
    return min(1.0, sum(alike))


def _overlap_half(one: Content, other: Content) -> bool:
    """Tell whether the tokens that both contents have are half of each."""
    return 2 * shared(one.ranges, other.ranges) >= max(one.size, other.size)


def _agreement(one: Content, other: Content) -> float:
    """Give the tokens that both contents have, as a part of all that either has."""
    both = shared(one.ranges, other.ranges)
    return both / (one.size + other.size - both)


def share_half(one: AbstractSet[int], other: AbstractSet[int]) -> bool:
    """Tell whether the tokens that both have are half of each."""
    return 2 * len(one & other) >= max(len(one), len(other))


def report_question(
    parse: Parse, alignment: Alignment, reported: Mapping[int, tuple[int, float]], report: Report
) -> Question[bool]:
    """Ask whether a report is a quotation."""
    return yes_or_no(lambda: report_features(parse, alignment, reported, report))


def report_features(
    parse: Parse, alignment: Alignment, reported: Mapping[int, tuple[int, float]], report: Report
) -> Iterator[str]:
    """Name what speaks for the report's being a quotation with the right words and source.

    Args:
        parse: the tokens.
        alignment: the segments laid over them.
        reported: what `reported_tokens` says of all reports.
        report: the report.
    """
    form = form_of(parse, report.content)
    yield "bias"
    yield f"form={form}"
    yield from _label_features(parse, report.cue.token)
    yield from _cue_features(parse, alignment, reported, report, form)
    yield from _content_features(parse, alignment, report, form)
    yield from _whose_features(parse, alignment, report, form)


def _label_features(parse: Parse, token: int) -> Iterator[str]:
    """Name what a colon ends that may be a label: a name, a place in capitals, a clause."""
    if parse.words[token] != ":":
        return
    start = paragraph_of(parse, token)[0]
    last = max(start, token - 1)
    capitals = all(word.upper() == word for word in parse.words[start:token])
    verb = any(parse.tags[place] in FINITE_TAGS for place in range(start, token))
    rough = parse.labels[last] or parse.tags[last][:3]
    sort = f"{rough}|{parse.noun_kinds[last]}"
    yield f"label={sort}"
    yield f"label+line={sort}|{lacks_stop(parse, token)}|{capitals}"
    yield f"label+verb={verb}|{capitals}|{lacks_stop(parse, token)}"
    yield f"label+size={min(token - start, 5)}|{verb}"
    yield f"label+first={parse.tags[start]}|{verb}"


def _cue_features(
    parse: Parse,
    alignment: Alignment,
    reported: Mapping[int, tuple[int, float]],
    report: Report,
    form: str,
) -> Iterator[str]:
    cue = report.cue.token
    root, sort = parse.stems[cue], parse.reporting[cue] or "other"
    level = int(report.cue.probability * 20)
    yield f"cue={level}"
    yield f"form+cue={form}|{level // 4}"
    yield f"class+cue={sort}|{level // 2}|{form}"
    yield f"listed+cue={sort != 'other'}|{level}|{form}"
    yield f"class={sort}|{form}|{parse.tags[cue][0]}"
    yield f"stem={root}"
    yield f"form+stem={form}|{root}"
    yield f"tag={parse.tags[cue]}"
    yield f"form+tag={form}|{parse.tags[cue]}"
    yield f"dep={parse.deps[cue]}|{form}"
    yield f"headline={lacks_stop(parse, cue)}|{form}"
    yield f"quoted={alignment.quoted[cue] >= 0}"
    _, outer = reported.get(cue, (-1, 0.0))
    yield f"inside={int(outer * 10)}|{form}"
    for child in parse.children[cue]:
        dep, word = parse.deps[child], parse.lowers[child]
        if dep in PARTICLES:
            yield f"{dep}={word}"
            yield f"{dep}+form={word}|{form}"


def _content_features(
    parse: Parse, alignment: Alignment, report: Report, form: str
) -> Iterator[str]:
    cue, content = report.cue.token, report.content
    start, end = content.ranges[0][0], content.ranges[-1][1]
    share = int(report.content_share * 10)
    sort = parse.reporting[cue] or "other"
    yield f"content={share}"
    yield f"content+form={share}|{form}"
    yield f"origin={content.origin}"
    yield f"form+origin={form}|{content.origin}"
    yield f"length={min(content.size, 12)}"
    yield f"side={'behind' if start > cue else 'before'}|{form}|{sort}"
    yield f"cut={content.cut[0] if content.cut else 'no'}|{form}"
    yield f"first={parse.plain[start]}|{form}"
    yield f"firsttag={parse.tags[start]}|{form}"
    opening = paragraph_of(parse, start)[0]
    yield f"before={parse.plain[start - 1] if start > opening else '#'}|{form}"
    yield f"roottag={parse.tags[content.root]}|{form}"
    yield f"rootdep={parse.deps[content.root]}|{parse.tags[cue]}"
    about = parse.noun_kinds[content.root]
    yield f"about={about}|{form}|{sort}"
    yield f"about+stem={about}|{form}|{parse.stems[cue]}"
    marked = any(alignment.quoted[token] >= 0 for token in range(start, end))
    yield f"marked={marked}|{form}|{alignment.quoted[cue] >= 0}"
    tags = {parse.tags[token] for token in content.tokens}
    yield f"finite={not tags.isdisjoint(FINITE_TAGS)}|{form}"
    main = _main_verb(parse, content)
    yield f"main={main}|{form}"
    yield f"main+class={main}|{sort}|{form}"
    yield f"main+stem={main}|{parse.stems[cue]}"
    yield from _phrase_features(parse, cue, content, form)


def _main_verb(parse: Parse, content: Content) -> str:
    """Tell how the verb that the content hangs on is said: finite, modal, to or bare; or none."""
    tokens = set(content.tokens)
    verbs = [
        token
        for token in content.tokens
        if _can_lead(parse, token) and (parse.heads[token] not in tokens or token == content.root)
    ]
    if not verbs:
        return "none"
    verb = verbs[0]
    around = (verb, *(t for t in parse.children[verb] if parse.deps[t] in AUXILIARIES))
    if any(parse.tags[token] in FINITE_TAGS for token in around):
        return "finite"
    return "to" if any(parse.tags[token] == "TO" for token in around) else parse.tags[verb]


def _can_lead(parse: Parse, token: int) -> bool:
    """Tell whether a token is a verb that neither helps another one nor adds to something."""
    return parse.tags[token][0] == "V" and parse.deps[token] not in _SIDE_VERBS


def _phrase_features(parse: Parse, cue: int, content: Content, form: str) -> Iterator[str]:
    """Name what kind of thing a content without a verb of its own is, and how it hangs."""
    if form == "clause":
        return
    sort = parse.reporting[cue] or "other"
    root = content.root
    said = parse.reporting[root]
    yield f"noun={said}|{sort}|{parse.deps[root]}"
    yield f"label={parse.labels[root]}|{form}|{sort}"
    yield f"opener={parse.lowers[content.ranges[0][0]]}|{sort}"
    inside = {parse.deps[token] for token in content.tokens}
    yield f"holds={'relcl' in inside}|{'acl' in inside}|{'ccomp' in inside}|{form}|{sort}"
    yield f"roottag+stem={parse.tags[root]}|{parse.stems[cue]}|{content.origin}"
    yield f"places={parse.labels[root] != ''}|{content.size <= _FEW}|{sort}"


def _whose_features(parse: Parse, alignment: Alignment, report: Report, form: str) -> Iterator[str]:
    cue, whose = report.cue.token, _whose(parse, report)
    listed = parse.reporting[cue]
    yield f"source={int(report.source_share * 10)}"
    yield f"whose={whose}"
    yield f"whose+form={whose}|{form}"
    yield f"whose+class={whose}|{listed or 'other'}|{form}"
    if report.source is not None:
        head = report.source.head
        quoted = alignment.quoted
        yield f"source+quoted={quoted[head] >= 0}|{quoted[cue] >= 0}"
        yield f"source+dep={parse.deps[head]}|{parse.heads[head] == cue}|{form}"
        voice = parse.noun_kinds[head]
        yield f"voice={voice}|{form}"
        yield f"voice+class={voice}|{listed}|{form}"
        yield f"voice+stem={voice}|{parse.stems[cue]}"
        yield f"voice+dep={voice}|{parse.deps[head]}|{form}"


def form_of(parse: Parse, content: Content) -> str:
    """Tell whether a content is a clause, an infinitive, a participle, or a mere phrase."""
    first = content.ranges[0][0]
    if _is_clause(parse, content, first):
        return "clause"
    if parse.tags[first] == "TO":
        return "infinitive"
    return "participle" if parse.tags[first] == "VBG" else "phrase"


def _is_clause(parse: Parse, content: Content, first: int) -> bool:
    subjects = not ALL_SUBJECTS.isdisjoint(content.column(parse.deps))
    if not subjects and FINITE_TAGS.isdisjoint(content.column(parse.tags)):
        return False
    tokens = set(content.tokens)
    return any(
        _heads_clause(parse, token, tokens, content.root)
        or _stands_for_itself(parse, token, tokens, first)
        for token in tokens
    )


def _heads_clause(parse: Parse, token: int, tokens: Container[int], root: int) -> bool:
    """Tell whether the token is the subject of a verb that hangs on nothing in the content."""
    verb = parse.heads[token]
    if (
        parse.deps[token] not in ALL_SUBJECTS
        or parse.tags[verb][0] not in "VM"
        or verb not in tokens
    ):
        return False
    return verb == root or parse.heads[verb] == verb or parse.heads[verb] not in tokens


def _stands_for_itself(parse: Parse, token: int, tokens: Container[int], first: int) -> bool:
    """Tell whether a finite verb is the content's own, though the parse has lost its subject.

    She said a dozen men, some armed, *were* held; the text says that of these, five *had* failed.
    """
    if parse.tags[token] not in FINITE_TAGS or token == first:
        return False
    verb = parse.heads[token] if parse.deps[token] in AUXILIARIES else token
    dep, head = parse.deps[verb], parse.heads[verb]
    if first and parse.lowers[first - 1] == "that" and parse.tags[first - 1] == "IN":
        return dep not in _SUBORDINATE
    return dep in ("ROOT", "ccomp") and (head == verb or head not in tokens)


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
    for report in sorted(reports, key=lambda report: report.content.size, reverse=True):
        head = report.source.head if report.source else -1
        for token in report.content.tokens:
            reported[token] = (head, report.cue.probability)
    return reported


def segment_support(
    parse: Parse, alignment: Alignment, reports: Sequence[Report]
) -> dict[int, dict[int, float]]:
    """Rate each source of a report that holds most of a segment, by segment and source's head.

    The rate is the probability (0-1) of cue, content and source; -1 stands for no source.
    """
    support: dict[int, dict[int, float]] = {}
    for report in reports:
        head = report.source.head if report.source else -1
        rate = report.cue.probability * report.content_share * report.source_share
        for number in held_segments(parse, alignment, report):
            rates = support.setdefault(number, {})
            rates[head] = max(rates.get(head, 0.0), rate)
    return support


def held_segments(parse: Parse, alignment: Alignment, report: Report) -> list[int]:
    """Number the segments that the content holds most words of, but the one around the cue."""
    around = alignment.quoted[report.cue.token]
    return [number for number in held_in(parse, alignment, report.content) if number != around]


def held_in(parse: Parse, alignment: Alignment, content: Content) -> list[int]:
    """Number the segments that a content holds most words of."""
    held: Counter[int] = Counter(
        alignment.quoted[token] for token in content.tokens if parse.words[token][0].isalnum()
    )
    del held[-1]
    return sorted(
        number
        for number, count in held.items()
        if count
        >= _MOST
        * sum(parse.words[token][0].isalnum() for token in range(*alignment.ranges[number]))
    )
