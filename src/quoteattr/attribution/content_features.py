"""Content features: what speaks for each stretch that a cue may report, and against it."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import attrs

from quoteattr.attribution.content_candidates import Content, find_contents, next_pause
from quoteattr.attribution.cues import within
from quoteattr.scoring.binned_numbers import size_bin
from quoteattr.scoring.choice import Question
from quoteattr.syntax.grammar import (
    MARK_TAGS,
    NOMINAL_SUBJECTS,
    PREMODIFIERS,
    SUBJECTS,
    TIME_LABELS,
)
from quoteattr.syntax.quoted_tokens import Alignment
from quoteattr.syntax.tokens import Parse, TokenRange, paragraph_of, sentence_of
from quoteattr.text.ranges import shared

__all__ = ["content_features", "content_question"]

# what the rest of a sentence opens with, where it is a clause
_CLAUSE_OPENERS = frozenset({*NOMINAL_SUBJECTS, "aux", "cc", "mark"})

_PUNCTUATION = frozenset({",", ".", ":", ";", "-", "–", "—", "--", "?", "!"})
_SIZES = (0, 1, 2, 3, 5, 8, 12, 20, 35)  # tokens
_PREMODIFIED = 6  # tokens before the noun that they belong to


def content_question(
    parse: Parse, alignment: Alignment, likely: Sequence[int], cue: int
) -> Question[Content]:
    """Ask which of its candidate contents a cue reports; `content_features` says of what."""
    seen = _seen(parse, alignment, likely, cue)
    return Question(find_contents(parse, alignment, cue), lambda content: _features(seen, content))


def content_features(
    parse: Parse,
    alignment: Alignment,
    likely: Sequence[int],
    cue: int,
    content: Content,
) -> list[str]:
    """Name what speaks for or against the candidate's being what the cue reports.

    Args:
        parse: the tokens.
        alignment: the segments laid over them.
        likely: the tokens that are likely enough to report, in order.
        cue: the cue's token.
        content: the candidate.
    """
    return _features(_seen(parse, alignment, likely, cue), content)


@attrs.frozen(kw_only=True, eq=False)
class _Cue:
    """A cue, with what all candidates for its content share.

    Attributes:
        parse, alignment, likely: see `content_features`.
        token: the cue's token.
        sentence, paragraph: those that the cue stands in.
    """

    parse: Parse
    alignment: Alignment
    token: int
    likely: Sequence[int]
    sentence: TokenRange
    paragraph: TokenRange

    @functools.cached_property
    def frame(self) -> str:
        """Says where the subject stands and what the clause follows: “…, said the mayor”."""
        parse, cue = self.parse, self.token
        subjects = [child for child in parse.children[cue] if parse.deps[child] in SUBJECTS]
        side = "none" if not subjects else "before" if subjects[0] < cue else "behind"
        first = min([cue, *(parse.lefts[child] for child in subjects)])
        before = parse.words[first - 1] if first > self.sentence.start else "#"
        return f"{side}|{'word' if before.isalnum() else before}"

    @functools.cached_property
    def beyond(self) -> tuple[str, ...]:
        """Says what the sentence goes on with behind the cue's clause: “…, she said, until May”."""
        parse, last = self.parse, self.sentence.end
        start = _behind_punctuation(parse, next_pause(parse, self.token, last), last)
        sort = _sort(self, start, last)
        if start >= last:
            return (sort,)
        dep, word = parse.deps[start], parse.plain[start]
        return sort, f"{sort}|{dep}", f"{sort}|{parse.tags[start]}", f"{dep}|{word}"

    def reports(self, start: int, end: int) -> bool:
        """Tell whether one of the tokens from `start` up to `end` is likely to report."""
        return bool(within(self.likely, start, end))


def _seen(parse: Parse, alignment: Alignment, likely: Sequence[int], cue: int) -> _Cue:
    return _Cue(
        parse=parse,
        alignment=alignment,
        token=cue,
        likely=likely,
        sentence=sentence_of(parse, cue),
        paragraph=paragraph_of(parse, cue),
    )


def _features(seen: _Cue, content: Content) -> list[str]:
    parse, cue, origin = seen.parse, seen.token, content.origin
    deps = content.column(parse.deps)
    names = [
        f"origin={origin}",
        f"tag+origin={parse.tags[cue]}|{origin}",
        f"dep+origin={parse.deps[cue]}|{origin}",
        f"stem+origin={parse.stems[cue]}|{origin}",
        f"frame+origin={seen.frame}|{origin}",
        f"frame+class+origin={seen.frame}|{parse.reporting[cue] or 'other'}|{origin}",
        f"stretches={len(content.ranges)}",
        *_cut_features(seen, content),
        *_edges(seen, content),
        *_inside(seen, content, deps),
    ]
    if content.ranges[-1][1] > cue:
        names += _rest(seen, content)
    if content.ranges[0][0] < cue:
        names += _lead(seen, content)
        taken = content.ranges[-1][0] > cue
        names += [f"beyond={taken}|{what}" for what in seen.beyond]
    return names + _held_cues(seen, content) + _joined_words(seen, content, deps)


def _cut_features(seen: _Cue, content: Content) -> list[str]:
    names = []
    if content.headed:
        names += [f"headed={content.headed}", f"headed={content.headed.partition(':')[0]}"]
    if not content.cut:
        return [*names, "uncut"]
    parse = seen.parse
    dep, word, token = content.cut
    subject = any(parse.deps[child] in SUBJECTS for child in parse.children[token])
    names += [
        f"cut={dep}",
        f"cut={dep}:{word}",
        f"cut+origin={dep}|{content.origin}",
        f"cut+tag={dep}|{parse.tags[token]}",
        f"cut+alike={dep}|{parse.tags[token] == parse.tags[seen.token]}",
        f"cut+reports={dep}|{seen.reports(token, token + 3)}",
        f"cut+subject={dep}|{subject}",
    ]
    end = content.ranges[-1][1]
    if end < len(parse):
        names.append(f"cut+after={dep}|{parse.tags[end]}|{_is_marked_end(seen.alignment, end)}")
    return names


def _is_marked_end(alignment: Alignment, end: int) -> bool:
    """Tell whether a segment ends where the candidate does, but for a stop."""
    quoted = alignment.quoted
    inside = quoted[end - 1]
    return inside >= 0 and alignment.ranges[inside][1] - end in (0, 1)


def _edges(seen: _Cue, content: Content) -> list[str]:
    parse, cue = seen.parse, seen.token
    start, end = content.ranges[0][0], content.ranges[-1][1]
    first, last = seen.sentence
    opening, closing = seen.paragraph
    after = (parse.plain[end], parse.tags[end], parse.deps[end]) if end < closing else "###"
    names = [
        f"before={parse.plain[start - 1] if start > opening else '#'}",
        f"first={parse.plain[start]}",
        f"firsttag={parse.tags[start]}",
        f"lasttag={parse.tags[end - 1]}",
        f"after={after[0]}",
        f"aftertag={after[1]}",
        f"afterdep={after[2]}",
        f"toend={_bin(max(0, last - end))}",
        f"gap={_bin(start - cue - 1) if start > cue else 'back' + _bin(cue - end)}",
    ]
    if start <= first:
        names.append("fromstart")
    if start > cue:
        names += _skipped(parse, cue, start)
    if content.in_core:
        names.append(f"in-core={content.origin}")
    return names


def _skipped(parse: Parse, cue: int, start: int) -> list[str]:
    """Name what stands between the cue and a candidate behind it, but for “that” and marks."""
    between = range(cue + 1, start)

    def counts(token: int) -> bool:
        return parse.tags[token] not in MARK_TAGS and parse.lowers[token] != "that"

    first = next(filter(counts, between), None)
    if first is None:
        return ["skipped=nothing"]
    last = next(filter(counts, reversed(between)), first)
    dated = not TIME_LABELS.isdisjoint(parse.labels[cue + 1 : start])
    pauses = [parse.words[place] in _PUNCTUATION for place in (first, last)]
    that = parse.lowers[start - 1] == "that"
    sort = f"{parse.deps[first]}|{pauses[0]}|{pauses[1]}|{that}"
    return [
        f"skipped={sort}",
        f"skipped+dated={sort}|{dated}",
        f"skipped+word={parse.plain[first]}|{pauses[0]}|{pauses[1]}",
    ]


def _inside(seen: _Cue, content: Content, deps: Sequence[str]) -> list[str]:
    parse, cue = seen.parse, seen.token
    origin = content.origin.partition("-")[0]
    subjects = not SUBJECTS.isdisjoint(deps)
    governed = content.holds(parse.heads[cue])
    names = [f"length={_bin(len(deps))}", f"governor={governed}|{parse.deps[cue]}|{origin}"]
    if any(parse.deps[child] in SUBJECTS and content.holds(child) for child in parse.children[cue]):
        names += ["own-subject", f"own-subject={parse.tags[cue]}|{content.origin}"]
    names += [
        f"roottag={parse.tags[content.root]}",
        f"clause={subjects}",
        f"clause+origin={subjects}|{content.origin}",
        *_held_marks(seen.alignment, cue, content),
    ]
    if not PREMODIFIERS.isdisjoint(deps[-_PREMODIFIED:]) and _is_torn(parse, content):
        names += ["torn", f"torn={origin}"]
    if content.ranges[0][0] <= cue < content.ranges[-1][1]:
        names.append("spans-cue")
    return names


def _is_torn(parse: Parse, content: Content) -> bool:
    """Tell whether words at the end of the candidate belong to a noun behind it."""
    end = content.ranges[-1][1]
    return any(
        parse.deps[token] in PREMODIFIERS and parse.heads[token] >= end
        for token in content.tokens[-_PREMODIFIED:]
    )


def _held_marks(alignment: Alignment, cue: int, content: Content) -> list[str]:
    """Name how the candidate lies to the segments that it touches."""
    quoted = set(content.column(alignment.quoted))
    inside = quoted - {-1, alignment.quoted[cue]}
    names = []
    if inside:
        broken = any(not _holds(content, alignment.ranges[number]) for number in inside)
        names.append(f"marks={'broken' if broken else 'whole'}")
        names.append(f"marked={'all' if quoted == inside else 'part'}")
    if len(quoted) > 1 and alignment.quoted[cue] >= 0:
        names.append("leaves-segment")
    return names


def _holds(content: Content, stretch: TokenRange) -> bool:
    """Tell whether the candidate covers the whole segment but for its edges."""
    return shared(content.ranges, [stretch]) >= stretch[1] - stretch[0] - 2


def _bin(number: int) -> str:
    """Sort a count of tokens into a few sizes."""
    return size_bin(number, _SIZES, "more")


def _rest(seen: _Cue, content: Content) -> list[str]:
    """Name what the sentence goes on with behind the candidate."""
    parse, cue = seen.parse, seen.token
    start, end = content.ranges[0][0], content.ranges[-1][1]
    last = seen.sentence.end
    opening = _behind_punctuation(parse, end, last)
    stop = parse.words[end] if end < opening else ""
    sort = _sort(seen, opening, last)
    names = [f"rest={sort}|{stop}", f"rest+origin={sort}|{content.origin}|{stop}"]
    if opening >= last:
        return names
    dep, head, word = parse.deps[opening], parse.heads[opening], parse.plain[opening]
    names += [
        f"rest+word={sort}|{word}",
        f"rest+tag={sort}|{parse.tags[opening]}|{stop}",
        f"rest+next={word}|{parse.plain[opening + 1] if opening + 1 < last else '#'}",
        f"rest+dep={dep}|{_place(head, start, end, cue)}|{content.origin}",
    ]
    if dep in _CLAUSE_OPENERS:
        above = _place(parse.heads[head], start, end, cue)
        names.append(f"rest+clause={dep}|{parse.deps[head]}|{above}")
    return names


def _behind_punctuation(parse: Parse, token: int, last: int) -> int:
    while token < last and (parse.tags[token] in MARK_TAGS or parse.words[token] in _PUNCTUATION):
        token += 1
    return token


def _place(head: int, start: int, end: int, cue: int) -> str:
    """Tell where what goes on hangs: on the candidate, on the cue, or elsewhere."""
    return "content" if start <= head < end else "cue" if head == cue else "else"


def _sort(seen: _Cue, start: int, end: int) -> str:
    """Tell whether tokens are no words, a phrase or a clause, and whether they report."""
    if start >= end:
        return "none"
    clause = not SUBJECTS.isdisjoint(seen.parse.deps[start:end])
    return f"{'clause' if clause else 'phrase'}{'+cue' if seen.reports(start, end) else ''}"


def _lead(seen: _Cue, content: Content) -> list[str]:
    """Name what the sentence begins with before the candidate."""
    parse, origin = seen.parse, content.origin
    start, first = content.ranges[0][0], seen.sentence.start
    sort = _sort(seen, first, start)
    before = parse.words[start - 1] if start > first else ""
    stop = "" if before.isalnum() else before
    names = [
        f"lead={sort}|{stop}",
        f"lead+origin={sort}|{origin}|{stop}",
        f"lead+last={sort}|{parse.plain[start - 1] if before else '#'}|{origin}",
    ]
    if start > first:
        names.append(f"lead+first={parse.plain[first]}|{origin}")
    return names


def _held_cues(seen: _Cue, content: Content) -> list[str]:
    """Name the likely cues inside of the candidate, but those between marks."""
    parse, quoted = seen.parse, seen.alignment.quoted
    last = content.ranges[-1][1] - 1
    names = []
    if quoted[last] < 0 and parse.tags[last][0] == "V":
        names.append(f"ends={seen.reports(last, last + 1)}|{parse.reporting[last]}")
    for start, end in content.ranges:
        for token in within(seen.likely, start, end):
            if quoted[token] < 0:
                names += _held_cue(parse, token, seen.token, content)
    return names


def _held_cue(parse: Parse, token: int, cue: int, content: Content) -> list[str]:
    """Name how a likely cue inside of the candidate hangs, and whether it has a subject."""
    dep, head = parse.deps[token], parse.heads[token]
    subject = any(parse.deps[child] in SUBJECTS for child in parse.children[token])
    hangs = "root" if head == content.root else "cue" if head == cue else "else"
    return [
        f"holds={dep}|{subject}|{parse.tags[token] == parse.tags[cue]}",
        f"holds+head={dep}|{hangs}|{subject}",
    ]


def _joined_words(seen: _Cue, content: Content, deps: Sequence[str]) -> list[str]:
    """Name the joined words of saying inside of the candidate."""
    if "conj" not in deps:
        return []
    parse, quoted = seen.parse, seen.alignment.quoted
    return [
        f"joins={_is_denied(parse, token)}|{quoted[token] >= 0}"
        for token in content.tokens
        if parse.deps[token] == "conj" and parse.reporting[token]
    ]


def _is_denied(parse: Parse, token: int) -> bool:
    """Tell whether a joined word of saying is denied, as in “but did not say when”."""
    return any(parse.deps[child] == "neg" for child in parse.children[token])
