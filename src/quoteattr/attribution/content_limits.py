"""Content limits: where a content goes on, where the reporter takes over, and what is two."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Container, Iterator, Mapping

import attrs

from quoteattr.attribution.content_candidates import Content, trim
from quoteattr.attribution.cue_sources import agents_behind_marks
from quoteattr.lexicon.noun_kinds import is_medium
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.syntax.grammar import ALL_SUBJECTS, AUXILIARIES, NOMINAL_SUBJECTS, SUBJECTS
from quoteattr.syntax.mentions import leads_to_speaker
from quoteattr.syntax.quoted_tokens import Alignment
from quoteattr.syntax.tokens import Parse, TokenRange, ancestors, sentence_of
from quoteattr.text.ranges import overlap

__all__ = [
    "ENDINGS",
    "EXTENSIONS",
    "around_inserted_clause",
    "before_own_words",
    "bound",
    "to_closing_mark",
]

# what shows a clause to be one of its own
_SUBJECTS_OR_MARKER = frozenset({*NOMINAL_SUBJECTS, "mark"})

_SOURCE_LED = marked_words("source-led")
_COMPLEMENTS = frozenset({"acomp", "attr"})
_PAUSES = frozenset({",", ";", "-", "–", "—"})
_NEAR = 5  # tokens from "but" to its verb
_LONGEST_INSERTED = 12  # tokens from a cue to marked words
_LIKELY = 0.5  # probability of a cue that takes over from a clause
_SURE = 0.7  # probability of a cue that is no joined clause


def bound(
    parse: Parse, strength: Mapping[int, float], cue: int, content: Content
) -> tuple[Content, ...]:
    """Let a content go on or end where a rule says so; part it where a second "that" begins.

    Args:
        parse: the tokens.
        strength: probability (0-1) of each likely cue, by token.
        cue: the cue's token.
        content: what the cue reports, as scored.
    """
    start, end = content.ranges[-1]
    if start <= cue:
        return (content,)
    ends = [goes_on(parse, strength, cue, TokenRange(start, end)) for _, goes_on in EXTENSIONS]
    end = max([end, *ends])
    around = len(content.ranges) > 1 and content.ranges[-2].end <= cue
    endings = (
        place
        for _, ending in ENDINGS
        for place in ending(parse, strength, cue, TokenRange(start, end))
        if (cue if around else start) < place < end
    )
    end = min(endings, default=end)
    if end <= start:
        return (attrs.evolve(content, ranges=content.ranges[:-1]),)
    parts = [trim(parse, *part) for part in _parts(parse, (content.root, cue), start, end)]
    first, *rest = [part for part in parts if part[0] < part[1]] or [TokenRange(start, end)]
    return (
        attrs.evolve(content, ranges=(*content.ranges[:-1], first)),
        *(attrs.evolve(content, ranges=(part,)) for part in rest),
    )


def to_closing_mark(parse: Parse, alignment: Alignment, cue: int, content: Content) -> Content:
    """Let marks that open in a content and go on behind its sentence end it: “a loss. A rout”."""
    start, end = content.ranges[-1]
    number = alignment.quoted[end - 1]
    if number in (-1, alignment.quoted[cue]):
        return content
    first, last = alignment.ranges[number]
    behind = sentence_of(parse, end - 1)[1]
    if (
        not start < first
        or last <= behind
        or any(parse.words[token][0].isalnum() for token in range(end, behind))
    ):
        return content
    return attrs.evolve(content, ranges=(*content.ranges[:-1], trim(parse, start, last)))


def before_own_words(parse: Parse, alignment: Alignment, cue: int, content: Content) -> Content:
    """Let a clause end at the colon behind which it is said in so many words.

    She said that the dam was safe: “Nobody needs to leave.” Those are two quotations, of which the
    marked one needs no report.
    """
    number = alignment.quoted[content.ranges[-1].end - 1]
    if number < 0 or alignment.quoted[cue] == number:
        return content
    first = alignment.ranges[number].start
    colon = first - 2
    if colon <= cue or parse.words[colon] != ":" or not parse.words[first][0].isupper():
        return content
    start = content.ranges[-1].start
    start = start if start < colon else _clause_behind(parse, cue, colon)
    if not cue < start < colon or not _is_told(parse, start, colon):
        return content
    return attrs.evolve(content, ranges=(*content.ranges[:-1], trim(parse, start, colon)))


def _clause_behind(parse: Parse, cue: int, limit: int) -> int:
    """Give where the clause that a cue governs before a token begins, -1 for none."""
    clauses = (child for child in parse.children[cue] if parse.deps[child] == "ccomp")
    return next((parse.lefts[child] for child in clauses if cue < child < limit), -1)


def _is_told(parse: Parse, start: int, end: int) -> bool:
    """Tell whether a stretch is a clause that is whole, unlike “the sign said” and “it was”."""
    subject = not SUBJECTS.isdisjoint(parse.deps[start:end])
    return subject and parse.lowers[end - 1] not in _LACKING and not parse.reporting[end - 1]


_LACKING = frozenset({"is", "was", "are", "were", "be", "been"})


def around_inserted_clause(
    parse: Parse, alignment: Alignment, strength: Mapping[int, float], cue: int, content: Content
) -> Content:
    """Join words to the clause that they complete: The trip was, she said, “long and wet”.

    They stand between marks, or are all that is said of the subject: It was, she said, a joke. The
    clause stands before the cue's own one, which commas or dashes set off.
    """
    clause = _clause_before(parse, strength, cue)
    marked = _marked_behind(parse, alignment, cue)
    if marked is None and clause is not None:
        marked = _complement_behind(parse, clause, cue)
    if clause is None or marked is None:
        return content
    touched = any(overlap(part, one) for part in content.ranges for one in (clause, marked))
    if not touched or any(alignment.quoted[token] >= 0 for token in range(*clause)):
        return content
    first, last = content.ranges[0], content.ranges[-1]
    before = TokenRange(min(first.start, clause.start), clause.end)
    behind = TokenRange(marked.start, max(last.end, marked.end))
    return attrs.evolve(content, ranges=(before, behind))


def _marked_behind(parse: Parse, alignment: Alignment, cue: int) -> TokenRange | None:
    """Give the marked words behind a cue's clause; not a sentence, which would stand by itself."""
    place = bisect.bisect_right(alignment.ranges, cue, key=lambda words: words.start)
    marked = alignment.ranges[place] if place < len(alignment.ranges) else TokenRange(cue, cue)
    near = cue < marked.start <= min(cue + _LONGEST_INSERTED, sentence_of(parse, cue).end)
    set_off = near and parse.words[marked.start - 2] in _PAUSES
    return marked if set_off and parse.words[marked.start].islower() else None


def _complement_behind(parse: Parse, clause: TokenRange, cue: int) -> TokenRange | None:
    """Give what a form of "be" that ends a clause says of the subject, behind a cue's clause."""
    verb = clause.end - 1
    for child in parse.children[verb]:
        start, end = parse.lefts[child], parse.rights[child]
        set_off = start > cue and parse.words[start - 1] in _PAUSES
        if parse.deps[child] in _COMPLEMENTS and set_off:
            return TokenRange(start, end)
    return None


def _clause_before(parse: Parse, strength: Mapping[int, float], cue: int) -> TokenRange | None:
    """Give the clause before the one of a cue, unless it reports itself."""
    first, inserted = sentence_of(parse, cue).start, _inserted_start(parse, cue)
    verb = _verb_before(parse, cue, inserted) if inserted - 1 > first else -1
    set_off = verb >= 0 and parse.words[inserted - 1] in _PAUSES
    if not set_off or strength.get(verb, 0.0) >= _LIKELY:
        return None
    return trim(parse, max(first, parse.lefts[verb]), inserted)


def _inserted_start(parse: Parse, cue: int) -> int:
    """Give where the clause or phrase of a cue begins, without what it reports; -1 for none.

    She said; as she put it; according to her; in her words.
    """
    phrase = parse.heads[cue] if parse.deps[cue] == "pobj" else cue
    if parse.deps[phrase] == "prep":
        return parse.lefts[phrase]
    own = [child for child in parse.children[cue] if parse.deps[child] not in _NOT_ITS_OWN]
    if not any(parse.deps[child] in NOMINAL_SUBJECTS for child in own):
        return -1
    return min(cue, *(parse.lefts[child] for child in own))


_NOT_ITS_OWN = frozenset({"ccomp", "punct"})


def _verb_before(parse: Parse, cue: int, inserted: int) -> int:
    """Give the verb of the clause before an inserted one, which has a subject; -1 for none."""
    reported = [child for child in parse.children[cue] if parse.deps[child] == "ccomp"]
    for verb in (*reported, *ancestors(parse, cue)):
        subjects = [child for child in parse.children[verb] if parse.deps[child] in ALL_SUBJECTS]
        if parse.tags[verb][0] == "V" and verb < inserted and subjects:
            return verb if subjects[0] < verb else -1
    return -1


def _second_that(parse: Parse, _: Mapping[int, float], cue: int, stretch: TokenRange) -> int:
    """She said that the road is shut, *and that* the school is open."""
    token = _behind_punctuation(parse, cue, stretch[1])
    if parse.tags[token] != "CC" or parse.lowers[token + 1 : token + 2] != ["that"]:
        return stretch[1]
    marks = parse.deps[token + 1] == "mark"
    return parse.rights[parse.heads[token + 1]] if marks else stretch[1]


def _joined_clause(
    parse: Parse, strength: Mapping[int, float], cue: int, stretch: TokenRange
) -> int:
    """She said that the firm had offered to pay, *but* the village wanted its water back."""
    token = _behind_punctuation(parse, cue, stretch[1])
    if parse.lowers[stretch[0] - 1] != "that" or parse.lowers[token] != "but":
        return stretch[1]
    verb = parse.heads[token]
    joined = (child for child in parse.children[verb] if child > token)
    clause = next((child for child in joined if parse.deps[child] == "conj"), token)
    reports = strength.get(clause, 0.0) >= _SURE
    subject = any(parse.deps[child] in _SUBJECTS_OR_MARKER for child in parse.children[clause])
    if reports or not subject or (verb != cue and parse.deps[verb] != "ccomp"):
        return stretch[1]
    return parse.rights[clause]


def _behind_punctuation(parse: Parse, cue: int, token: int) -> int:
    """Give the next word of the cue's sentence, or its last token."""
    last = sentence_of(parse, cue)[1] - 1
    while token < last and (parse.tags[token] == "''" or parse.words[token] in _PAUSES):
        token += 1
    return min(token, last)


_Extension = Callable[[Parse, Mapping[int, float], int, TokenRange], int]

EXTENSIONS: tuple[tuple[str, _Extension], ...] = (
    ("second that", _second_that),
    ("joined clause", _joined_clause),
)


def _relative_behind_marks(
    parse: Parse, _: Mapping[int, float], __: int, stretch: TokenRange
) -> Iterator[int]:
    """… “staying on the farm,” which lies in Meru; but not: “the reasons” which ….

    Nor where the clause goes on behind it: the “Copa,” which begins in May, will go ahead.
    """
    for token in range(stretch[0] + 2, stretch[1]):
        if _is_set_off(parse, token) and parse.lowers[token] in marked_words("relative"):
            behind = range(_end_from(parse, token), stretch[1])
            if not any(parse.words[place][0].isalnum() for place in behind):
                yield token


def _end_from(parse: Parse, token: int) -> int:
    """Give the end of the largest clause or phrase that begins with a token."""
    root = token
    while parse.lefts[parse.heads[root]] == token and parse.heads[root] != root:
        root = parse.heads[root]
    return parse.rights[root]


def _is_set_off(parse: Parse, token: int) -> bool:
    """Tell whether marks with a comma inside close before the token."""
    return parse.tags[token - 1] == "''" and parse.words[token - 2] == ","


def _sister_cue(
    parse: Parse, strength: Mapping[int, float], cue: int, stretch: TokenRange
) -> Iterator[int]:
    """She said the road is shut and urged drivers to wait: "urged" goes with "said"."""
    clause = any(parse.deps[child] == "ccomp" for child in parse.children[cue])
    for token in range(stretch[0] + 1, stretch[1]):
        if parse.deps[token] != "conj" or parse.tags[token][0] != "V":
            continue
        if any(parse.deps[child] in _SUBJECTS_OR_MARKER for child in parse.children[token]):
            continue
        reports = strength.get(token, 0.0) >= _LIKELY
        alike = parse.tags[token] == parse.tags[cue] != parse.tags[parse.heads[token]]
        if (alike and reports) or (parse.heads[token] == cue and (reports or not clause)):
            yield _conjunction_before(parse, token)


def _said_no_more(
    parse: Parse, _: Mapping[int, float], __: int, stretch: TokenRange
) -> Iterator[int]:
    """She said the road is shut but would not say why; but declined to tell how long."""
    for token in range(stretch[0] + 2, stretch[1]):
        if parse.lowers[token] == "but":
            verbs = range(token + 1, min(token + 1 + _NEAR, stretch[1]))
            verb = next((place for place in verbs if parse.deps[place] == "conj"), token)
            if verb > token and _keeps_silent(parse, verb):
                yield token


def _keeps_silent(parse: Parse, verb: int) -> bool:
    """Tell whether a verb without a subject of its own says that no more was told."""
    children = parse.children[verb]
    deps = {parse.deps[child] for child in children}
    avoided = parse.stems[verb] in marked_words("avoiding")
    told = [child for child in children if parse.deps[child] == "xcomp"] if avoided else [verb]
    silent = avoided or "neg" in deps
    telling = any(parse.lowers[word] in marked_words("telling-more") for word in told)
    return silent and telling and deps.isdisjoint(_SUBJECTS_OR_MARKER)


def _another_speaker(
    parse: Parse, strength: Mapping[int, float], cue: int, stretch: TokenRange
) -> Iterator[int]:
    """She said the road is shut, while the mayor, Ann Lee, said it is open; , but Ann Lee said.

    Or: The road is shut, she said, but the mayor said it is open.
    """
    said = [child for child in parse.children[cue] if parse.deps[child] == "ccomp"]
    said += [parse.heads[cue]] if parse.deps[cue] == "parataxis" else []
    for token in (child for head in (cue, *said) for child in parse.children[head]):
        own = any(parse.deps[child] in NOMINAL_SUBJECTS for child in parse.children[token])
        likely = strength.get(token, 0.0) >= _LIKELY and _goes_with(parse, token, cue)
        if token < stretch[0] or not own or not likely:
            continue
        joint = _conjunction_before(parse, token)
        if parse.deps[token] == "advcl" and parse.lowers[parse.lefts[token]] in _CONTRASTS:
            joint = parse.lefts[token]
        elif parse.deps[token] != "conj" or joint == token:
            continue
        if parse.words[joint - 1] in _PAUSES or _is_set_off(parse, joint):
            yield joint


def _goes_with(parse: Parse, verb: int, cue: int) -> bool:
    """Tell whether a verb has the cue's tense, and not that of what is said: it would say so."""
    helped = any(parse.deps[child] in AUXILIARIES for child in parse.children[verb])
    head = parse.heads[verb]
    joined = parse.deps[verb] == "conj" and head != cue
    return parse.tags[verb] == parse.tags[cue] and not (
        helped or (joined and parse.tags[head] == parse.tags[verb])
    )


_CONTRASTS = ("while", "whereas")


def _in_remarks(
    parse: Parse, _: Mapping[int, float], __: int, stretch: TokenRange
) -> Iterator[int]:
    """… that the toll “may rise”, in remarks carried by state television."""
    for token in range(stretch[0] + 2, stretch[1]):
        before = {parse.words[token - 1], parse.tags[token - 1], parse.tags[token - 2]}
        if parse.lowers[token] != "in" or not before >= {",", "''"}:
            continue
        if _tells_medium(parse, token) and parse.rights[token] >= stretch[1] - 1:
            yield token


def _tells_medium(parse: Parse, preposition: int) -> bool:
    """Tell whether a preposition leads in what was talked or written: in remarks, in a letter."""
    return any(
        parse.deps[child] == "pobj" and is_medium(parse.lowers[child])
        for child in parse.children[preposition]
    )


def _told_how(parse: Parse, _: Mapping[int, float], cue: int, stretch: TokenRange) -> Iterator[int]:
    """The road is shut, she said, in a letter; …, she said, speaking on condition of anonymity."""
    first, end = stretch
    if first <= cue or parse.words[first - 1] != ",":
        return
    nameless = not marked_words("nameless").isdisjoint(parse.lowers[first:end])
    if (nameless and parse.tags[first] in ("IN", "VBG")) or _tells_medium(parse, first):
        yield first


def _conjunction_before(parse: Parse, token: int) -> int:
    """Give the "and" in front of a conjunct, or the conjunct itself."""
    head = parse.heads[token]
    between = [child for child in parse.children[head] if child < token]
    return next((child for child in reversed(between) if parse.deps[child] == "cc"), token)


def _chained_cue(
    parse: Parse, strength: Mapping[int, float], cue: int, stretch: TokenRange
) -> Iterator[int]:
    """She said the road is shut, adding that …; before adding: …; but not behind “according to”.

    Nor before what is no listed word of saying: a scan on Monday before deciding about the tour.
    """
    verb = parse.lowers[cue] not in _SOURCE_LED
    for token in range(stretch[0] + 1, stretch[1]) if verb else ():
        if parse.tags[token] != "VBG" or strength.get(token, 0.0) < _LIKELY:
            continue
        head = parse.heads[token]
        listed = parse.deps[token] == "pcomp" and parse.reporting[token]
        led = listed and parse.lowers[head] in ("before", "after", "while")
        set_off = parse.deps[token] in ("acl", "advcl") and parse.words[token - 1] == ","
        if led or set_off:
            yield head if led else token


def _according_to(
    parse: Parse, _: Mapping[int, float], __: int, stretch: TokenRange
) -> Iterator[int]:
    """… that it needs more time, according to the paper; per the paper."""
    for token in range(stretch[0] + 1, stretch[1]):
        last = parse.rights[token]
        leads = parse.lowers[token] == "according" or leads_to_speaker(parse, token)
        if leads and last >= stretch[1] - 1:
            nouns = [parse.noun_kinds[t] for t in range(token, last) if parse.deps[t] == "pobj"]
            if nouns[:1] != ["thing"]:
                yield token


def _agent_behind_marks(
    parse: Parse, _: Mapping[int, float], cue: int, stretch: TokenRange
) -> Iterator[int]:
    """She was urged to “come clean” by its voters."""
    return (token for token in agents_behind_marks(parse, cue) if token in range(*stretch))


_Ending = Callable[[Parse, Mapping[int, float], int, TokenRange], Iterator[int]]

ENDINGS: tuple[tuple[str, _Ending], ...] = (
    ("relative behind marks", _relative_behind_marks),
    ("sister cue", _sister_cue),
    ("said no more", _said_no_more),
    ("another speaker", _another_speaker),
    ("in remarks", _in_remarks),
    ("told how", _told_how),
    ("chained cue", _chained_cue),
    ("according to", _according_to),
    ("agent behind marks", _agent_behind_marks),
)


def _parts(parse: Parse, heads: Container[int], start: int, end: int) -> Iterator[TokenRange]:
    """Part "that A “b,” and that C" where C is a sister of the reported clause itself.

    Without a comma inside the marks before the “and”, both are one content.
    """
    for token in range(start + 1, end - 1):
        if parse.tags[token] != "CC" or parse.lowers[token + 1] != "that":
            continue
        if not _is_set_off(parse, token):
            continue
        clause = parse.heads[token + 1]
        if parse.deps[clause] == "conj" and parse.heads[clause] in heads:
            yield TokenRange(start, token)
            start = token + 2
    yield TokenRange(start, end)
