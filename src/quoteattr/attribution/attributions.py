"""Attributions: drafts finished, with the offsets of source, cue and content."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

import attrs

from quoteattr.attribution.content_candidates import Content
from quoteattr.attribution.cue_reports import Report, form_of, held_in, held_segments
from quoteattr.attribution.decisions import Models, Reading, load_models, read
from quoteattr.attribution.explicit_sources import Sign
from quoteattr.attribution.inner_speech import InnerSpeech, marked_inside, reported_inside
from quoteattr.attribution.joining import Draft, draft_quotations, splits
from quoteattr.attribution.quoted_segments import Marked
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.records import QuoteKind
from quoteattr.scoring.choice import Choice, overruled, settled
from quoteattr.syntax.mentions import Mention, can_speak, mention_of
from quoteattr.syntax.tokens import Parse, chars_of, token_at
from quoteattr.text.ranges import CharRange
from quoteattr.text.segments import Segment, words_between_marks
from quoteattr.text.turns import Turn

__all__ = ["Attribution", "attribute", "cue_token", "finish"]


_RELAYED = "reported inside a report"
_FAR, _NESTED = "goes on from an earlier quotation", "marks within marks"
_HEARING = marked_words("hearing")


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
        links: the probability (0-1) of each decision behind it: that marked words are "speech",
            and "whose" they are; that the "cue" reports, that "content" and "source" are the right
            ones, that the "reporting" is of words; that it is "nested", or told by a "label".
        whose: how its source was decided: the best candidate is the source, its probability the
            one among the links.
        rules: names of the rules that decided anything of it in place of a model.
    """

    kind: QuoteKind
    content: tuple[CharRange, ...]
    verbatim: tuple[CharRange, ...]
    cue: CharRange | None
    source: Mention | None
    follows: int | None
    links: Mapping[str, float]
    whose: Choice[Mention | None] | None = attrs.field(default=None, eq=False, repr=False)
    rules: tuple[str, ...] = ()


def cue_token(parse: Parse, attribution: Attribution) -> int | None:
    """Give the token of an attribution's cue, None where there is none."""
    return None if attribution.cue is None else token_at(parse, attribution.cue.start)


def attribute(
    parse: Parse, segments: Sequence[Segment], models: Models | None = None
) -> tuple[Attribution, ...]:
    """Find who is said to have said what.

    Args:
        parse: the text's tokens.
        segments: its quote-marked stretches.
        models: the models that decide; by default those of the package.
    """
    return finish(read(parse, segments, models or load_models()))


def finish(reading: Reading) -> tuple[Attribution, ...]:
    """Join what the models decided: drafts in text order, then turns, then marks within marks."""
    nested = tuple(
        _inner(reading.parse, one, QuoteKind.DIRECT, _NESTED) for one in marked_inside(reading)
    )
    drafts = draft_quotations(_without_cues(reading, nested))
    owners = {marked.number: draft for draft in drafts for marked in draft.marked}
    finished = [_finish(reading, owners, draft) for draft in drafts]
    order = sorted(range(len(drafts)), key=lambda number: finished[number].content[0])
    places = {number: place for place, number in enumerate(order)}
    linked = [
        attrs.evolve(finished[number], follows=_followed(drafts[number], places, number))
        for number in order
    ]
    turns = [_turn(turn, sign) for turn, sign in reading.signs.turns]
    return (*linked, *turns, *nested, *_relayed(reading, [*linked, *nested]))


def _relayed(reading: Reading, outer: Sequence[Attribution]) -> Iterator[Attribution]:
    """Attribute what is reported inside of attributions."""
    contents = [chars for one in outer for chars in one.content]
    taken = [one.cue.start for one in outer if one.cue is not None]
    for found in reported_inside(reading, contents, taken):
        yield _inner(reading.parse, found, QuoteKind.INDIRECT, _RELAYED)


def _inner(parse: Parse, found: InnerSpeech, kind: QuoteKind, rule: str) -> Attribution:
    """Make an attribution of speech inside of a quotation."""
    return Attribution(
        kind=kind,
        content=(found.content,),
        verbatim=(found.content,) if kind is QuoteKind.DIRECT else (),
        cue=_cue_span(parse, found.cue),
        source=found.source,
        follows=None,
        links={"nested": 1.0},
        whose=settled(found.source, rule),
        rules=(rule,),
    )


def _without_cues(reading: Reading, nested: Sequence[Attribution]) -> Reading:
    """Leave out the reports of cues whose words stand in marks within marks: nothing twice."""
    taken = {one.cue[0] for one in nested if one.cue is not None}
    starts = reading.parse.starts
    reports = tuple(one for one in reading.reports if starts[one.cue.token] not in taken)
    return attrs.evolve(reading, reports=reports) if taken else reading


def _followed(draft: Draft, places: Mapping[int, int], number: int) -> int | None:
    """Give the place in the result of what a draft follows, where that stands before its own."""
    if draft.follows is None or places[draft.follows] >= places[number]:
        return None
    return places[draft.follows]


def _finish(reading: Reading, owners: Mapping[int, Draft], draft: Draft) -> Attribution:
    """Turn a draft into an attribution with offsets into the text."""
    segments = [reading.alignment.segments[number] for number in _held(reading, owners, draft)]
    inner = tuple(words_between_marks(reading.parse.text, segment) for segment in segments)
    if draft.content is None:
        content = inner
        kind = QuoteKind.DIRECT if _is_direct(reading, draft.marked) else QuoteKind.MIXED
    else:
        content = _widened(reading.parse, draft.content, segments)
        kind = QuoteKind.MIXED if inner else QuoteKind.INDIRECT
    cue, far = _cue_of(draft), _is_far(reading, draft)
    source, rule = _settled_source(reading.parse, draft, cue)
    whose = _whose(draft, source, rule)
    return Attribution(
        kind=kind,
        content=content,
        verbatim=inner,
        cue=_cue_span(reading.parse, cue),
        source=None if far or source is None else _before_cue(reading.parse, source, cue),
        follows=None,
        links=_links(draft),
        whose=whose,
        rules=(*whose.rules, *([_FAR] if far else [])) if whose else (),
    )


def _is_direct(reading: Reading, marked: Sequence[Marked]) -> bool:
    """Tell whether clauses stand between the marks; the parts of a split one count together."""
    if all(part.direct for part in marked):
        return True
    return any(splits(reading, *pair) for pair in itertools.pairwise(marked))


def _held(reading: Reading, owners: Mapping[int, Draft], draft: Draft) -> list[int]:
    """Number the segments that are the draft's: its own, and in its report those of no other.

    Relayed speech shares the segments that it and the report around it hold.
    """
    own = {marked.number for marked in draft.marked}
    if draft.report is None:
        within = held_in(reading.parse, reading.alignment, draft.content) if draft.content else ()
        return sorted(own.union(within) - (owners.keys() - own))
    held = held_segments(reading.parse, reading.alignment, draft.report)
    shared = {
        number
        for number in held
        if number not in owners or _is_relayed(reading.parse, draft.report, owners[number])
    }
    return sorted(own | shared)


def _is_relayed(parse: Parse, report: Report, draft: Draft) -> bool:
    """Tell whether one of the two reports the other, with words of somebody else's.

    “The paper says that Marsh told aides that she would ‘sign it’.” A pronoun is mostly the outer
    speaker again: “Marsh said that she recalled it as ‘bleak’.”
    """
    cue, source = report.cue.token, report.source
    if source is None:
        return _is_below(report, draft)
    if draft.report is None:
        inner = _cue_of(draft)
        above = parse.heads[inner]
        return report.content.holds(inner) and (above == inner or not report.content.holds(above))
    if report.content.holds(draft.report.cue.token):
        return True
    if not draft.report.content.holds(cue):
        return False
    other = can_speak(parse, source) and parse.noun_kinds[source.head] != "pronoun"
    said = form_of(parse, report.content) in ("clause", "infinitive")
    return other and said and bool(parse.reporting[cue])


def _is_below(report: Report, draft: Draft) -> bool:
    """Tell whether what nobody is said to report has the draft in it, cue, source and words."""
    cue, source = _cue_of(draft), _first_source(draft)
    return source is not None and {cue, source.head} <= set(report.content.tokens)


def _widened(parse: Parse, content: Content, segments: Sequence[Segment]) -> tuple[CharRange, ...]:
    """Give a content's characters, with the marks of the segments in it and those beyond it."""
    ranges = [
        chars_of(parse, _opened(parse, start, end), _closed(parse, start, end))
        for start, end in content.ranges
    ]
    ranges += [CharRange(segment.start, segment.end) for segment in segments]
    merged: list[CharRange] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = CharRange(merged[-1].start, max(merged[-1].end, end))
        else:
            merged.append(CharRange(start, end))
    return tuple(merged)


def _opened(parse: Parse, start: int, end: int) -> int:
    """Take in the mark before a content that opens what closes in it."""
    words = parse.words[start:end]
    closed_before = words.count("”") > words.count("“")
    return start - 1 if closed_before and parse.words[start - 1 : start] == ["“"] else start


def _closed(parse: Parse, start: int, end: int) -> int:
    """Take in the mark behind a content that closes what opens in it, with a stop before it."""
    words = parse.words[start:end]
    mark = end + (parse.tags[end : end + 1] == ["."])
    open_still = words.count("“") > words.count("”")
    return mark + 1 if open_still and parse.words[mark : mark + 1] == ["”"] else end


def _cue_of(draft: Draft) -> int:
    if draft.report:
        return draft.report.cue.token
    return next((marked.cue for marked in draft.marked if marked.cue >= 0), -1)


def _cue_span(parse: Parse, token: int) -> CharRange | None:
    """Give the cue with the particle or preposition that makes it one word."""
    if token < 0:
        return None
    last = token
    follows = token + 1 < len(parse) and parse.heads[token + 1] == token
    if follows and (parse.deps[token + 1] == "prt" or parse.lowers[token] == "according"):
        last += 1
    return chars_of(parse, token, last + 1)


def _is_far(reading: Reading, draft: Draft) -> bool:
    """Tell whether a quotation fills paragraphs of its own and only goes on from an earlier one."""
    source = None if draft.follows is None else draft.marked[0].source
    if source is None:
        return False
    paragraph = reading.parse.paragraph
    first = reading.alignment.ranges[draft.marked[0].number][0]
    return paragraph[source.head] < paragraph[first]


def _whose(draft: Draft, source: Mention | None, rule: str) -> Choice[Mention | None] | None:
    """Give how the draft's source was decided: of its segments the least certain counts.

    Where that has no source, or another one, the settled source does, by its rule.
    """
    if draft.marked:
        whose = min(draft.marked, key=lambda marked: marked.share).choices.get("whose")
    else:
        whose = draft.report.choices.get("source") if draft.report else None
    if whose is None or whose.best == source:
        return whose
    return overruled(whose, source, rule)


def _settled_source(parse: Parse, draft: Draft, cue: int) -> tuple[Mention | None, str]:
    """Give whose words a draft is, and the rule that says so if no model does."""
    quoted = _quoted_mention(parse, cue)
    source = quoted or _first_source(draft)
    if source is not None and _hears(parse, source, cue):
        return None, "who hears"
    return source, "one source for all" if quoted is None else "who is quoted"


def _first_source(draft: Draft) -> Mention | None:
    sources = [marked.source for marked in draft.marked]
    sources += [draft.report.source] if draft.report else []
    return next((source for source in sources if source is not None), None)


def _hears(parse: Parse, source: Mention, cue: int) -> bool:
    """Tell whether the source is who was told or asked: the court heard that …; Lee, asked why."""
    dep, above = parse.deps[source.head], parse.heads[source.head]
    if parse.lowers[cue] in _HEARING:
        return dep == "nsubj" and above == cue
    elsewhere = marked_words("addressing").isdisjoint((parse.stems[cue], parse.lowers[cue]))
    if parse.tags[cue] != "VBN" or elsewhere:
        return False
    inserted = parse.deps[cue] == "acl" and parse.heads[cue] == source.head
    return inserted or (dep == "nsubjpass" and above == cue)


def _quoted_mention(parse: Parse, cue: int) -> Mention | None:
    """Give who is quoted: the paper quoted him as saying …, he was quoted as telling them …."""
    if cue < 0 or parse.stems[cue] not in marked_words("quoting"):
        return None
    children = parse.children[cue]
    nouns = {parse.deps[child]: child for child in children}
    said = any(
        parse.lowers[child] == "as" and parse.deps[inner] == "pcomp"
        for child in children
        for inner in parse.children[child]
    )
    head = nouns.get("dobj", nouns.get("nsubjpass"))
    return None if head is None or not said else mention_of(parse, head)


def _before_cue(parse: Parse, source: Mention, cue: int) -> Mention:
    """Let a source end before the clause that its own cue stands in: a letter saying that ….

    Where a whole headline was taken for one name, its head may stand behind the cue.
    """
    if source.start < cue < source.head:
        return attrs.evolve(source, end=cue, head=cue - 1)
    if not source.head < cue < source.end:
        return source
    clause = cue
    while parse.heads[clause] not in (source.head, clause):
        clause = parse.heads[clause]
    end = parse.lefts[clause] if parse.lefts[clause] > source.head else cue
    while end > source.head + 1 and not parse.words[end - 1][0].isalnum():
        end -= 1
    return attrs.evolve(source, end=end) if source.head < end else source


def _links(draft: Draft) -> dict[str, float]:
    """Name the decisions behind a draft; of several segments the least certain counts."""
    if draft.report is None or draft.marked:
        return {
            "speech": min(marked.speech for marked in draft.marked),
            "whose": min(marked.share for marked in draft.marked),
        }
    return {
        "cue": draft.report.cue.probability,
        "content": draft.report.content_share,
        "source": draft.report.source_share,
        "reporting": draft.reporting.probability_of(candidate=True) if draft.reporting else 1.0,
    }


def _turn(turn: Turn, sign: Sign) -> Attribution:
    """Make an attribution of an unmarked turn."""
    colon = CharRange(turn.colon, turn.colon + 1) if turn.colon >= 0 else None
    return Attribution(
        kind=QuoteKind.DIRECT,
        content=turn.stretches,
        verbatim=turn.stretches,
        cue=turn.verb or colon,
        source=sign.source,
        follows=None,
        links={"label": 1.0},
        whose=settled(sign.source, sign.rule),
        rules=(sign.rule,),
    )
