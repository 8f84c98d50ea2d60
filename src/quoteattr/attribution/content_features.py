"""Content features: what speaks for each stretch that a cue may report, and against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quoteattr.attribution.content_candidates import Content, find_contents
from quoteattr.scoring.binned_numbers import size_bin
from quoteattr.scoring.choice import Question
from quoteattr.syntax.grammar import CLAUSE_OPENERS, MARK_TAGS, PREMODIFIERS, SUBJECTS, TIME_LABELS
from quoteattr.syntax.quoted_tokens import Alignment
from quoteattr.syntax.tokens import Parse, TokenRange, paragraph_of, sentence_of

__all__ = ["content_features", "content_question"]

_PUNCTUATION = frozenset({",", ".", ":", ";", "-", "–", "—", "--", "?", "!"})
_SIZES = (0, 1, 2, 3, 5, 8, 12, 20, 35)  # tokens
_PREMODIFIED = 6  # tokens before the noun that they belong to
_REPORTS = 0.3  # probability from which a word counts as a cue


def content_question(
    parse: Parse, alignment: Alignment, strength: Mapping[int, float], cue: int
) -> Question[Content]:
    """Ask which of its candidate contents a cue reports; `content_features` says of what."""
    return Question(
        find_contents(parse, alignment, cue),
        lambda content: content_features(parse, alignment, strength, cue, content),
    )


def content_features(
    parse: Parse,
    alignment: Alignment,
    strength: Mapping[int, float],
    cue: int,
    content: Content,
) -> Iterator[str]:
    """Name what speaks for or against the candidate's being what the cue reports.

    Args:
        parse: the tokens.
        alignment: the segments laid over them.
        strength: probability (0-1) of each likely cue, by token.
        cue: the cue's token.
        content: the candidate.
    """
    root = parse.stems[cue]
    origin = content.origin
    yield f"origin={origin}"
    yield f"tag+origin={parse.tags[cue]}|{origin}"
    yield f"dep+origin={parse.deps[cue]}|{origin}"
    yield f"stem+origin={root}|{origin}"
    yield from _frame(parse, cue, origin)
    yield f"stretches={len(content.ranges)}"
    yield from _cut_features(parse, alignment, strength, cue, content)
    yield from _edges(parse, cue, content)
    yield from _inside(parse, alignment, cue, content)
    if content.ranges[-1][1] > cue:
        yield from _rest(parse, strength, cue, content)
    if content.ranges[0][0] < cue:
        yield from _lead(parse, strength, cue, content)
    yield from _held_cues(parse, alignment, strength, cue, content)


def _frame(parse: Parse, cue: int, origin: str) -> Iterator[str]:
    """Name where the cue's subject stands and what its clause follows: “…, said the mayor”."""
    subjects = [child for child in parse.children[cue] if parse.deps[child] in SUBJECTS]
    side = "none" if not subjects else "before" if subjects[0] < cue else "behind"
    first = min([cue, *(parse.lefts[child] for child in subjects)])
    before = parse.words[first - 1] if first > sentence_of(parse, cue)[0] else "#"
    stop = "word" if before.isalnum() else before
    sort = parse.reporting[cue] or "other"
    yield f"frame+origin={side}|{stop}|{origin}"
    yield f"frame+class+origin={side}|{stop}|{sort}|{origin}"


def _cut_features(
    parse: Parse,
    alignment: Alignment,
    strength: Mapping[int, float],
    cue: int,
    content: Content,
) -> Iterator[str]:
    if content.headed:
        yield f"headed={content.headed}"
        yield f"headed={content.headed.partition(':')[0]}"
    if not content.cut:
        yield "uncut"
        return
    dep, word, token = content.cut
    yield f"cut={dep}"
    yield f"cut={dep}:{word}"
    yield f"cut+origin={dep}|{content.origin}"
    yield f"cut+tag={dep}|{parse.tags[token]}"
    yield f"cut+alike={dep}|{parse.tags[token] == parse.tags[cue]}"
    reports = any(strength.get(near, 0.0) > _REPORTS for near in (token, token + 1, token + 2))
    yield f"cut+reports={dep}|{reports}"
    subject = any(parse.deps[child] in SUBJECTS for child in parse.children[token])
    yield f"cut+subject={dep}|{subject}"
    end = content.ranges[-1][1]
    if end < len(parse):
        yield f"cut+after={dep}|{parse.tags[end]}|{_is_marked_end(alignment, end)}"


def _is_marked_end(alignment: Alignment, end: int) -> bool:
    """Tell whether a segment ends where the candidate does, but for a stop."""
    quoted = alignment.quoted
    inside = quoted[end - 1]
    return inside >= 0 and alignment.ranges[inside][1] - end in (0, 1)


def _edges(parse: Parse, cue: int, content: Content) -> Iterator[str]:
    start, end = content.ranges[0][0], content.ranges[-1][1]
    first, last = sentence_of(parse, cue)
    opening, closing = paragraph_of(parse, cue)
    yield f"before={parse.plain[start - 1] if start > opening else '#'}"
    yield f"first={parse.plain[start]}"
    yield f"firsttag={parse.tags[start]}"
    yield f"lasttag={parse.tags[end - 1]}"
    yield f"after={parse.plain[end] if end < closing else '#'}"
    yield f"aftertag={parse.tags[end] if end < closing else '#'}"
    yield f"afterdep={parse.deps[end] if end < closing else '#'}"
    yield f"toend={_bin(max(0, last - end))}"
    yield f"gap={_bin(start - cue - 1) if start > cue else 'back' + _bin(cue - end)}"
    if start <= first:
        yield "fromstart"
    if start > cue:
        yield from _skipped(parse, cue, start)
    if content.in_core:
        yield f"in-core={content.origin}"


def _skipped(parse: Parse, cue: int, start: int) -> Iterator[str]:
    """Name what stands between the cue and a candidate behind it, but for “that” and marks."""
    between = [
        token
        for token in range(cue + 1, start)
        if parse.tags[token] not in MARK_TAGS and parse.lowers[token] != "that"
    ]
    if not between:
        yield "skipped=nothing"
        return
    dated = any(parse.labels[token] in TIME_LABELS for token in between)
    pauses = [parse.words[place] in _PUNCTUATION for place in (between[0], between[-1])]
    that = parse.lowers[start - 1] == "that"
    sort = f"{parse.deps[between[0]]}|{pauses[0]}|{pauses[1]}|{that}"
    yield f"skipped={sort}"
    yield f"skipped+dated={sort}|{dated}"
    yield f"skipped+word={parse.plain[between[0]]}|{pauses[0]}|{pauses[1]}"


def _inside(parse: Parse, alignment: Alignment, cue: int, content: Content) -> Iterator[str]:
    yield f"length={_bin(content.size)}"
    origin = content.origin.partition("-")[0]
    yield f"governor={content.holds(parse.heads[cue])}|{parse.deps[cue]}|{origin}"
    if any(parse.deps[child] in SUBJECTS and content.holds(child) for child in parse.children[cue]):
        yield "own-subject"
        yield f"own-subject={parse.tags[cue]}|{content.origin}"
    yield f"roottag={parse.tags[content.root]}"
    deps = content.column(parse.deps)
    subjects = not SUBJECTS.isdisjoint(deps)
    yield f"clause={subjects}"
    yield f"clause+origin={subjects}|{content.origin}"
    yield from _held_marks(alignment, cue, content)
    if not PREMODIFIERS.isdisjoint(deps[-_PREMODIFIED:]) and _is_torn(parse, content):
        yield "torn"
        yield f"torn={origin}"
    if content.ranges[0][0] <= cue < content.ranges[-1][1]:
        yield "spans-cue"


def _is_torn(parse: Parse, content: Content) -> bool:
    """Tell whether words at the end of the candidate belong to a noun behind it."""
    end = content.ranges[-1][1]
    return any(
        parse.deps[token] in PREMODIFIERS and parse.heads[token] >= end
        for token in content.tokens[-_PREMODIFIED:]
    )


def _held_marks(alignment: Alignment, cue: int, content: Content) -> Iterator[str]:
    """Name how the candidate lies to the segments that it touches."""
    quoted = set(content.column(alignment.quoted))
    inside = quoted - {-1, alignment.quoted[cue]}
    if inside:
        broken = any(not _holds(content, alignment.ranges[number]) for number in inside)
        yield f"marks={'broken' if broken else 'whole'}"
        yield f"marked={'all' if quoted == inside else 'part'}"
    if len(quoted) > 1 and alignment.quoted[cue] >= 0:
        yield "leaves-segment"


def _holds(content: Content, stretch: TokenRange) -> bool:
    """Tell whether the candidate covers the whole segment but for its edges."""
    covered = sum(
        max(0, min(end, stretch[1]) - max(start, stretch[0])) for start, end in content.ranges
    )
    return covered >= stretch[1] - stretch[0] - 2


def _bin(number: int) -> str:
    """Sort a count of tokens into a few sizes."""
    return size_bin(number, _SIZES, "more")


def _rest(parse: Parse, strength: Mapping[int, float], cue: int, content: Content) -> Iterator[str]:
    """Name what the sentence goes on with behind the candidate."""
    start, end = content.ranges[0][0], content.ranges[-1][1]
    last = sentence_of(parse, cue)[1]
    opening = _behind_punctuation(parse, end, last)
    stop = parse.words[end] if end < opening else ""
    sort = _sort(parse, strength, range(opening, last))
    yield f"rest={sort}|{stop}"
    yield f"rest+origin={sort}|{content.origin}|{stop}"
    if opening >= last:
        return
    dep, head = parse.deps[opening], parse.heads[opening]
    following = parse.plain[opening + 1] if opening + 1 < last else "#"
    yield f"rest+word={sort}|{parse.plain[opening]}"
    yield f"rest+tag={sort}|{parse.tags[opening]}|{stop}"
    yield f"rest+next={parse.plain[opening]}|{following}"
    yield f"rest+dep={dep}|{_place(head, start, end, cue)}|{content.origin}"
    if dep in CLAUSE_OPENERS:
        yield f"rest+clause={dep}|{parse.deps[head]}|{_place(parse.heads[head], start, end, cue)}"


def _behind_punctuation(parse: Parse, token: int, last: int) -> int:
    while token < last and (parse.tags[token] in MARK_TAGS or parse.words[token] in _PUNCTUATION):
        token += 1
    return token


def _place(head: int, start: int, end: int, cue: int) -> str:
    """Tell where what goes on hangs: on the candidate, on the cue, or elsewhere."""
    return "content" if start <= head < end else "cue" if head == cue else "else"


def _sort(parse: Parse, strength: Mapping[int, float], tokens: range) -> str:
    """Tell whether tokens are no words, a phrase or a clause, and whether they report."""
    if not tokens:
        return "none"
    clause = not SUBJECTS.isdisjoint(parse.deps[tokens.start : tokens.stop])
    reports = any(strength[token] > _REPORTS for token in strength.keys() & tokens)
    return f"{'clause' if clause else 'phrase'}{'+cue' if reports else ''}"


def _lead(parse: Parse, strength: Mapping[int, float], cue: int, content: Content) -> Iterator[str]:
    """Name what the sentence begins with before the candidate."""
    start = content.ranges[0][0]
    first = sentence_of(parse, cue)[0]
    sort = _sort(parse, strength, range(first, start))
    before = parse.words[start - 1] if start > first else ""
    stop = "" if before.isalnum() else before
    yield f"lead={sort}|{stop}"
    yield f"lead+origin={sort}|{content.origin}|{stop}"
    yield f"lead+last={sort}|{parse.plain[start - 1] if before else '#'}|{content.origin}"
    if start > first:
        yield f"lead+first={parse.plain[first]}|{content.origin}"


def _held_cues(
    parse: Parse,
    alignment: Alignment,
    strength: Mapping[int, float],
    cue: int,
    content: Content,
) -> Iterator[str]:
    """Name the likely cues inside of the candidate, but those between marks."""
    last = content.ranges[-1][1] - 1
    if alignment.quoted[last] < 0 and parse.tags[last][0] == "V":
        yield f"ends={strength.get(last, 0.0) > _REPORTS}|{parse.reporting[last]}"
    for token in _held(strength, content):
        if strength[token] > _REPORTS and alignment.quoted[token] < 0:
            yield from _held_cue(parse, token, cue, content)
    yield from _joined_words(parse, alignment, content)


def _held_cue(parse: Parse, token: int, cue: int, content: Content) -> Iterator[str]:
    """Name how a likely cue inside of the candidate hangs, and whether it has a subject."""
    dep, head = parse.deps[token], parse.heads[token]
    subject = any(parse.deps[child] in SUBJECTS for child in parse.children[token])
    hangs = "root" if head == content.root else "cue" if head == cue else "else"
    yield f"holds={dep}|{subject}|{parse.tags[token] == parse.tags[cue]}"
    yield f"holds+head={dep}|{hangs}|{subject}"


def _joined_words(parse: Parse, alignment: Alignment, content: Content) -> Iterator[str]:
    """Name the joined words of saying inside of the candidate."""
    for token in content.tokens if "conj" in content.column(parse.deps) else ():
        if parse.deps[token] == "conj" and parse.reporting[token]:
            yield f"joins={_is_denied(parse, token)}|{alignment.quoted[token] >= 0}"


def _held(strength: Mapping[int, float], content: Content) -> list[int]:
    """List the tokens of the candidate that may be cues."""
    return [
        token for stretch in content.ranges for token in sorted(strength.keys() & range(*stretch))
    ]


def _is_denied(parse: Parse, token: int) -> bool:
    """Tell whether a joined word of saying is denied, as in “but did not say when”."""
    return any(parse.deps[child] == "neg" for child in parse.children[token])
