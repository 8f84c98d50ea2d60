"""Scopes: whether the words between marks are all that is said, or a clause or phrase around."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

import attrs

from quoteattr.attribution.content_candidates import Content
from quoteattr.attribution.cue_reports import Report, form_of, held_segments
from quoteattr.attribution.quoted_segments import Marked
from quoteattr.scoring.binned_numbers import size_bin
from quoteattr.scoring.choice import Question
from quoteattr.syntax.grammar import ALL_SUBJECTS, FINITE_TAGS, MARK_TAGS
from quoteattr.syntax.quoted_tokens import Alignment
from quoteattr.syntax.tokens import (
    Parse,
    TokenRange,
    roots_of,
    sentence_of,
    subtree,
    without_punctuation,
)

__all__ = ["Scope", "scope_question"]

_SIZES = (0, 1, 2, 3, 5, 8, 12, 20)  # words
_OBJECTS = frozenset({"dative", "dobj"})
_MOST_HOPS = 4
_END = 3  # tokens before the end of a sentence: a stop and marks


@attrs.frozen(kw_only=True, eq=False)
class Scope:
    """What is said where words stand between marks.

    Attributes:
        words: the tokens of what is said, without punctuation, the marked ones among them.
        content: the stretches, None for the words between the marks alone.
        report: the report whose content they are, None for a clause or phrase around the marks
            that no cue reports.
        reporting: probability (0-1) that the report is a quotation.
        hops: how many heads lie between the marked words and the head of the clause.
    """

    words: frozenset[int]
    content: Content | None = None
    report: Report | None = None
    reporting: float = 0.0
    hops: int = 0

    @property
    def sort(self) -> str:
        """Tell what it is: "marks", "report" or "clause"."""
        if self.content is None:
            return "marks"
        return "clause" if self.report is None else "report"


@attrs.frozen(kw_only=True, eq=False)
class _Place:
    """Where the marked words stand.

    Attributes:
        marked: the segments.
        stretch: from their first token to behind their last.
        words: their words, without punctuation.
        sentence: the sentence in which they begin.
        cue: the token that reports them, -1 for none.
        cue_class: the class of saying that it belongs to, "none" for no cue.
        source: the head of the mention that they hang on, -1 for none.
    """

    marked: Sequence[Marked]
    stretch: TokenRange
    words: frozenset[int]
    sentence: TokenRange
    cue: int
    cue_class: str
    source: int

    @functools.cached_property
    def context(self) -> str:
        """Tells whether cue and source stand in the sentence, elsewhere or nowhere."""
        cue, source = (
            "none" if token < 0 else "here" if token in range(*self.sentence) else "away"
            for token in (self.cue, self.source)
        )
        return f"{cue}|{source}"

    @functools.cached_property
    def side(self) -> str:
        """Tells where the cue stands."""
        if self.cue < 0:
            return "none"
        if self.cue < self.stretch.start:
            return "before"
        return "in" if self.cue < self.stretch.end else "behind"

    @functools.cached_property
    def direct(self) -> bool:
        """Tells whether clauses stand between all of the marks."""
        return all(one.direct for one in self.marked)


def scope_question(
    parse: Parse,
    alignment: Alignment,
    marked: Sequence[Marked],
    reports: Sequence[tuple[Report, float]],
    *,
    alone: bool = False,
) -> Question[Scope]:
    """Ask what is said where some segments stand.

    Args:
        parse: the tokens.
        alignment: the segments laid over them.
        marked: the segments of one quotation, in order.
        reports: what cues report of it, each with the probability that it is a quotation.
        alone: no phrase or clause around the marks is asked about, as behind a label.
    """
    place = _place(parse, alignment, marked)
    found: dict[frozenset[int], Scope] = {}
    clauses = () if alone else _clauses_around(parse, place)
    for scope in (*_reported(parse, place, reports), *clauses):
        found.setdefault(scope.words, scope)
    return Question(
        list(found.values()), lambda scope: list(_features(parse, alignment, place, scope))
    )


def _place(parse: Parse, alignment: Alignment, marked: Sequence[Marked]) -> _Place:
    ranges = [alignment.ranges[one.number] for one in marked]
    stretch = TokenRange(ranges[0].start, ranges[-1].end)
    sources = (one.source.head for one in marked if one.source is not None)
    cue = next((one.cue for one in marked if one.cue >= 0), -1)
    return _Place(
        marked=marked,
        stretch=stretch,
        words=without_punctuation(parse, (token for one in ranges for token in range(*one))),
        sentence=sentence_of(parse, stretch.start),
        cue=cue,
        cue_class="none" if cue < 0 else parse.reporting[cue] or "other",
        source=next(sources, -1),
    )


# --- candidates --------------------------------------------------------------------------------


def _reported(
    parse: Parse, place: _Place, reports: Sequence[tuple[Report, float]]
) -> Iterator[Scope]:
    """Give the marked words alone, then what is reported around them."""
    yield Scope(words=place.words)
    for report, reporting in reports:
        if _names_object(parse, place, report):
            continue
        words = _with_words(parse, place, report.content)
        yield Scope(words=words, content=report.content, report=report, reporting=reporting)


def _names_object(parse: Parse, place: _Place, report: Report) -> bool:
    """Tell whether the marked words are what a cue calls its object, with no clause around them.

    She called it “a farce” that day, described the talks as a “farce”; but: called it “odd” that
    nobody came.
    """
    return (
        form_of(parse, report.content) == "phrase"
        and _object_of(parse, place, report) == "said of it"
        and not any(parse.tags[token] in FINITE_TAGS for token in report.content.tokens)
    )


def _clauses_around(parse: Parse, place: _Place) -> Iterator[Scope]:
    """Give the phrases and clauses around the marked words, if these stand in one sentence."""
    if place.stretch.end <= place.sentence.end:
        for root in roots_of(parse, *place.stretch):
            yield from _clauses(parse, place, root)


def _clauses(parse: Parse, place: _Place, root: int) -> Iterator[Scope]:
    """Give the phrases and clauses that hold one of the heads of the words, the smallest first."""
    for hops, head in enumerate(_upwards(parse, root)):
        if head == place.cue or not place.sentence.start <= head < place.sentence.end:
            return
        bounds = _trimmed(parse, place, _without_source(parse, place, subtree(parse, head)))
        if bounds is not None and bounds != place.stretch:
            content = Content(ranges=(bounds,), origin="clause", root=head)
            yield Scope(words=_with_words(parse, place, content), content=content, hops=hops)


def _with_words(parse: Parse, place: _Place, content: Content) -> frozenset[int]:
    return place.words | without_punctuation(parse, content.tokens)


def _upwards(parse: Parse, token: int) -> Iterator[int]:
    """Give a token and what it hangs on, up to the root."""
    yield token
    while parse.heads[token] != token:
        token = parse.heads[token]
        yield token


def _without_source(parse: Parse, place: _Place, bounds: tuple[int, int]) -> tuple[int, int] | None:
    """Cut off an end of a clause who says it and how; None where that stands inside of it."""
    start, end = max(bounds[0], place.sentence.start), min(bounds[1], place.sentence.end)
    told = start <= place.cue < end
    if told:
        first, last = subtree(parse, place.cue)
        if start <= place.source < end:
            above, below = subtree(parse, place.source)
            first, last = min(first, above), max(last, below)
    elif start <= place.source < end:
        linked = parse.deps[place.source] == "pobj"
        first, last = subtree(parse, parse.heads[place.source] if linked else place.source)
    else:
        return start, end
    if last <= place.stretch.start and (told or first <= start + 1):
        return max(start, last), end
    if first >= place.stretch.end:
        return start, min(end, first)
    return None if told else (start, end)


def _trimmed(parse: Parse, place: _Place, bounds: tuple[int, int] | None) -> TokenRange | None:
    """Leave out what joins a clause to others.

    None where it does not hold the marked words, or only one of two brackets.
    """
    if bounds is None:
        return None
    start, end = bounds
    while start < place.stretch.start and _joins(parse, start):
        start += 1
    while end > place.stretch.end and not parse.words[end - 1][0].isalnum():
        end -= 1
    holds = start <= place.stretch.start and place.stretch.end <= end
    words = parse.words[start:end]
    whole = words.count("(") == words.count(")")
    return TokenRange(start, end) if holds and whole else None


def _joins(parse: Parse, token: int) -> bool:
    that = parse.lowers[token] == "that" and parse.tags[token] == "IN"
    return that or parse.tags[token] == "CC" or not parse.words[token][0].isalnum()


# --- features ----------------------------------------------------------------------------------


def _features(parse: Parse, alignment: Alignment, place: _Place, scope: Scope) -> Iterator[str]:
    """Name what speaks for a scope."""
    yield scope.sort
    yield from _standing(place, scope)
    yield from _edges(parse, place, scope)
    yield from _verbs(parse, place, scope)
    if scope.report is not None:
        yield from _report_features(parse, alignment, place, scope.report, scope.reporting)
    elif scope.content is not None:
        yield from _clause_features(parse, place, scope, scope.content.root)
    else:
        yield from _marks_features(parse, place)


def _size(count: int) -> str:
    return size_bin(count, _SIZES, "many")


def _standing(place: _Place, scope: Scope) -> Iterator[str]:
    """Name how the marked words stand to their cue, and how much more than them is said."""
    sort, context, direct = scope.sort, place.context, place.direct
    clausal = min(map(_clausal_share, place.marked))
    before = sum(token < place.stretch.start for token in scope.words)
    behind = sum(token >= place.stretch.end for token in scope.words)
    yield f"{sort}|context={context}"
    yield f"{sort}|direct={direct}|{int(10 * clausal)}"
    yield f"{sort}|direct={int(10 * clausal)}|{context}"
    yield f"{sort}|{place.side}|{place.cue_class}"
    yield f"{sort}|size={_size(len(place.words))}"
    yield f"{sort}|segments={min(len(place.marked), 3)}"
    yield f"{sort}|before={_size(before)}"
    yield f"{sort}|behind={_size(behind)}"
    yield f"{sort}|more={min(before, 2)}|{min(behind, 2)}|{context}"


def _clausal_share(one: Marked) -> float:
    """Give the probability (0-1) that clauses stand between the marks."""
    choice = one.choices.get("direct")
    return float(one.direct) if choice is None else choice.probability_of(candidate=True)


def _edges(parse: Parse, place: _Place, scope: Scope) -> Iterator[str]:
    """Name where a scope begins and ends, and the words on both sides of its ends."""
    sort, context = scope.sort, place.context
    (start, end), words = place.sentence, scope.words or place.stretch
    first, last = min(words), max(words)
    ends = f"{first <= start + 1}|{last >= end - _END}"
    wider = sort != "marks"
    inside = first > start, last + 1 < end
    yield f"{sort}|ends={ends}|{context}"
    yield f"{sort}|ends={ends}|{place.direct}|{place.side}"
    yield f"before={parse.plain[first - 1] if inside[0] else '#'}|{wider}"
    yield f"tags={parse.tags[first - 1] if inside[0] else '#'}|{parse.tags[first]}|{wider}"
    yield f"behind={parse.plain[last + 1] if inside[1] else '#'}|{wider}"
    yield f"tag behind={parse.tags[last + 1] if inside[1] else '#'}|{wider}"
    yield f"tag={parse.tags[first]}|{sort}|{place.cue_class}"


def _verbs(parse: Parse, place: _Place, scope: Scope) -> Iterator[str]:
    """Name whether a scope has a finite verb and a subject, and whether the marks have the verb."""
    sort, words = scope.sort, scope.words
    finite = any(parse.tags[token] in FINITE_TAGS for token in words)
    subject = any(parse.deps[token] in ALL_SUBJECTS for token in words)
    marked = any(parse.tags[token] in FINITE_TAGS for token in place.words)
    yield f"{sort}|finite={finite}|{subject}|{place.context}"
    yield f"{sort}|finite={finite}|{subject}|{place.side}|{place.cue_class}"
    yield f"{sort}|finite={finite}|marked={marked}|{place.direct}"


def _marks_features(parse: Parse, place: _Place) -> Iterator[str]:
    """Name how the marked words hang on what is around them."""
    context, direct = place.context, place.direct
    start, first = place.sentence.start, place.stretch.start
    before = first - 1
    while before >= start and parse.tags[before] in MARK_TAGS:
        before -= 1
    root = roots_of(parse, *place.stretch)[0]
    head = parse.heads[root]
    yield f"marks|before={parse.lowers[before] if before >= start else '#'}"
    yield f"marks|tag before={parse.tags[before] if before >= start else '#'}|{direct}"
    yield f"marks|root={parse.deps[root]}|{direct}"
    yield f"marks|root={parse.deps[root]}|{place.side}"
    yield f"marks|root={parse.deps[root]}|{context}"
    yield f"marks|hangs={head == place.cue}|{place.cue_class}"
    yield f"marks|head={parse.tags[head]}|{context}"
    yield f"marks|cue={parse.stems[place.cue] if place.cue >= 0 else 'none'}"
    for child in parse.children[head]:
        if parse.deps[child] in ALL_SUBJECTS:
            yield f"marks|subject={child == place.source}|{parse.tags[child]}|{context}"
            break


def _report_features(
    parse: Parse, alignment: Alignment, place: _Place, report: Report, reporting: float
) -> Iterator[str]:
    """Name what speaks for all that a cue reports."""
    form, cue, content = form_of(parse, report.content), report.cue.token, report.content
    first, start = place.stretch.start, content.ranges[0].start
    direct, stem = place.direct, parse.stems[cue]
    led = start > 0 and parse.lowers[start - 1] == "that"
    goes_on = parse.words[first][0].islower()
    subject = any(parse.deps[token] in ALL_SUBJECTS for token in range(start, first))
    objects = _object_of(parse, place, report)
    held = len(held_segments(parse, alignment, report))
    yield f"report|same={cue == place.cue}|{form}"
    yield f"report|form={form}|{parse.reporting[cue] or 'other'}"
    yield f"report|form={form}|{direct}|{led}|{goes_on}"
    yield f"report|object={objects}|{form}"
    yield f"report|object={objects}|{place.cue_class}|{form}"
    yield f"report|subject={subject}|{direct}|{form}"
    yield f"report|reporting={int(10 * reporting)}|{form}"
    yield f"report|cue={int(10 * report.cue.probability)}|{cue == place.cue}"
    yield f"report|content={int(10 * report.content_share)}|{form}"
    yield f"report|stem={stem}|{form}"
    yield f"report|stem={stem}"
    yield f"report|origin={content.origin}|{form}"
    yield f"report|context={place.context}|{form}|{cue == place.cue}"
    yield f"report|held={min(held, 3)}|{len(place.marked)}"


def _object_of(parse: Parse, place: _Place, report: Report) -> str:
    """Tell whether the marked words are said of the cue's object, or stand in it.

    He called the talks “a farce”, accused her of “lying”; he praised her “long work”.
    """
    cue, first = report.cue.token, place.stretch.start
    if any(_is_said_of_object(parse, token, cue) for token in range(*place.stretch)):
        return "said of it"
    objects = [
        child
        for child in parse.children[cue]
        if parse.deps[child] in _OBJECTS and report.content.holds(child)
    ]
    if not objects:
        return "none"
    within = all(first in range(*subtree(parse, child)) for child in objects)
    return "within" if within else "beside"


def _is_said_of_object(parse: Parse, token: int, cue: int) -> bool:
    """Tell whether a token completes a cue beside its object: called it odd, cast it as odd."""
    head = parse.heads[token]
    if parse.deps[token] == "oprd":
        return head == cue
    linked = parse.deps[token] in ("pobj", "amod") and parse.lowers[head] == "as"
    return linked and parse.heads[head] == cue


def _clause_features(parse: Parse, place: _Place, scope: Scope, head: int) -> Iterator[str]:
    """Name what kind of clause or phrase stands around the marked words."""
    context, dep, tag = place.context, parse.deps[head], parse.tags[head]
    sort = "V" if tag[0] in "VM" else tag[:2]
    root = parse.heads[head] == head
    subject = next((c for c in parse.children[head] if parse.deps[c] in ALL_SUBJECTS), None)
    link = next((parse.lowers[c] for c in parse.children[head] if parse.deps[c] == "mark"), "")
    yield f"clause|head={sort}|{dep}|{context}"
    yield f"clause|tag={tag}|{subject is not None}|{context}"
    yield f"clause|dep={dep}|{subject is not None}"
    yield f"clause|hops={min(scope.hops, _MOST_HOPS)}|{sort}"
    yield f"clause|root={root}|{context}|{subject is not None}"
    yield f"clause|root={root}|{place.side}|{place.cue_class}"
    yield f"clause|root={root}|{place.direct}|{context}"
    yield f"clause|stem={parse.stems[head]}"
    yield f"clause|reports={parse.reporting[head]}|{context}"
    yield f"clause|mark={link}"
    if subject is not None:
        pronoun = parse.plain[subject] if parse.tags[subject] == "PRP" else ""
        yield f"clause|subject={parse.tags[subject]}|{pronoun}|{context}"
        yield f"clause|subject is source={subject == place.source}|{context}"
        yield f"clause|subject={parse.noun_kinds[subject]}|{parse.labels[subject]}|{context}"
