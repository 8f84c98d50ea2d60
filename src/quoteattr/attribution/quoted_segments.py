"""Quoted segments: whose words they are, if anybody's, and whether they stand for themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import attrs

from quoteattr.attribution.document_evidence import Evidence, own_cue
from quoteattr.attribution.explicit_sources import Sign
from quoteattr.attribution.naming_rules import naming_rule
from quoteattr.attribution.not_quotations import is_negated, is_nobody
from quoteattr.attribution.relaying_rules import without_relayer
from quoteattr.attribution.segment_features import directness_question, speech_question
from quoteattr.attribution.segment_sources import leads_in, segment_source_question
from quoteattr.scoring.choice import Choice, choose, overruled, settled
from quoteattr.scoring.linear_model import Model
from quoteattr.syntax.grammar import ALL_SUBJECTS, BREAK_TAGS, MARK_TAGS, PREMODIFIERS
from quoteattr.syntax.mentions import Mention, can_speak
from quoteattr.syntax.quoted_tokens import Alignment, stands_alone, token_before_marks
from quoteattr.syntax.tokens import Parse, roots_of, subtree

__all__ = ["Marked", "SegmentModels", "modifies", "read_segments"]

_WEAKEST_CUE = 0.1  # probability
_LIKELY = 0.55  # probability of speech
_EVEN = 0.5  # probability of clauses
_FEWEST_PULLED = 4  # words
_MOST_COMPARED = 20  # places with the same first words
_STOPS = frozenset({".", "!", "?", ";"})
_OPENING = frozenset({"“", '"', "‘", "'", "«", "``"})


@attrs.frozen(kw_only=True)
class Marked:
    """A segment that is somebody's words.

    Attributes:
        number: the segment's number in the alignment.
        source: whose words they are; None where the text does not say.
        cue: token of the cue that reports them, -1 for none.
        direct: clauses or sentences stand between the marks, no fragment.
        speech: probability (0-1) that the words are anybody's.
        share: probability (0-1) of the source.
        choices: how "speech", "whose" and "direct" were decided.
    """

    number: int
    source: Mention | None
    cue: int
    direct: bool
    speech: float
    share: float
    choices: Mapping[str, Choice[Any]] = attrs.field(factory=dict, eq=False, repr=False)


class SegmentModels(NamedTuple):
    """The models that decide of segments.

    Attributes:
        sources: chooses whose words they are.
        speech: tells speech from other marked words.
        directness: tells clauses from fragments.
    """

    sources: Model
    speech: Model
    directness: Model


def read_segments(
    parse: Parse,
    alignment: Alignment,
    mentions: Sequence[Mention],
    evidence: Evidence,
    signed: Mapping[int, Sign],
    models: SegmentModels,
) -> tuple[Marked, ...]:
    """Decide segment by segment whose words they are; leave out what is nobody's.

    Args:
        parse: the tokens.
        alignment: the segments laid over them.
        mentions: every mention of the text.
        evidence: what the document says.
        signed: the segments with a label or signature, which outweighs everything.
        models: those that decide of segments.
    """
    readings: list[Marked] = []
    previous = None
    for number in range(len(alignment.segments)):
        if number in signed:
            marked = _signed(parse, alignment, number, signed[number], models.directness)
        else:
            marked = _read(parse, alignment, mentions, evidence, number, previous, models)
            if readings and _is_joined(parse, alignment, readings[-1]):
                marked = _shared(readings[-1], marked)
        readings.append(marked)
        previous = marked.source or previous
    pulled = _pulled(parse, alignment) - signed.keys()
    return tuple(
        marked
        for chain in _chains(alignment, readings)
        for marked in chain
        if marked.speech >= _LIKELY and (marked.cue >= 0 or marked.number not in pulled)
    )


def _signed(parse: Parse, alignment: Alignment, number: int, sign: Sign, model: Model) -> Marked:
    direct = choose(directness_question(parse, alignment, number), model)
    return Marked(
        number=number,
        source=sign.source,
        cue=sign.token,
        direct=_is_direct(parse, alignment, number, direct),
        speech=1.0,
        share=1.0,
        choices={"whose": settled(sign.source, sign.rule), "direct": direct},
    )


def _read(
    parse: Parse,
    alignment: Alignment,
    mentions: Sequence[Mention],
    evidence: Evidence,
    number: int,
    previous: Mention | None,
    models: SegmentModels,
) -> Marked:
    sources, speech_model, directness = models
    question = segment_source_question(parse, alignment, mentions, evidence, number, previous)
    whose = without_relayer(parse, alignment, evidence, number, choose(question, sources))
    cue = _cue(parse, alignment, evidence, number, whose.best)
    if cue < 0 and _is_heading(parse, alignment, number):
        whose = overruled(whose, None, "heading")
    elif cue < 0 and whose.best is not None and not can_speak(parse, whose.best):
        whose = overruled(whose, None, "no cue, and a mere thing")
    speech = choose(
        speech_question(parse, alignment, evidence, number, whose.probability), speech_model
    )
    unsaid = naming_rule(parse, alignment, number) or _denial(parse, alignment, number, cue, whose)
    if unsaid is not None:
        speech = overruled(speech, False, unsaid)  # noqa: FBT003
    direct = choose(directness_question(parse, alignment, number), directness)
    return Marked(
        number=number,
        source=whose.best,
        cue=cue,
        direct=_is_direct(parse, alignment, number, direct),
        speech=0.0 if unsaid else speech.probability_of(candidate=True),
        share=whose.probability,
        choices={"speech": speech, "whose": whose, "direct": direct},
    )


def _is_joined(parse: Parse, alignment: Alignment, last: Marked) -> bool:
    """Tell whether “and” or “or” alone joins a reported segment to the one that ends its sentence.

    They shouted “No!” and “Shame!”
    """
    (_, end), (first, behind) = alignment.ranges[last.number : last.number + 2]
    between = [word for word in parse.lowers[end:first] if word[0].isalnum()]
    ends = {*parse.words[behind - 1 : behind + 2]} & _STOPS
    reported = 0 <= last.cue < alignment.ranges[last.number].start and last.speech >= _LIKELY
    return reported and bool(ends) and between in (["and"], ["or"])


def _shared(last: Marked, marked: Marked) -> Marked:
    """Give a segment the source and the cue of the one that it is joined to."""
    choices = {**marked.choices, "whose": overruled(marked.choices["whose"], last.source, "joined")}
    speech = max(last.speech, marked.speech)
    return attrs.evolve(marked, source=last.source, cue=last.cue, speech=speech, choices=choices)


def _denial(
    parse: Parse,
    alignment: Alignment,
    number: int,
    cue: int,
    whose: Choice[Mention | None],
) -> str | None:
    """Name why nobody said the words, if so: nobody said “stop”, she did not say “stop”.

    But: he did not hold back: “Stop!” Lee, who keeps a “lucky” stone, said: of what stands between
    a subject and its verb the verb reports nothing.
    """
    said = range(*alignment.ranges[number])
    before = token_before_marks(parse, said.start)
    if cue < 0 or not parse.reporting[cue] or (before >= 0 and parse.words[before] == ":"):
        return None
    if whose.best is not None and is_nobody(parse, cue, whose.best):
        return "nobody"
    if whose.best is not None and _is_in_subject(parse, cue, whose.best, said):
        return "within the source"
    return "negated" if is_negated(parse, cue, said) else None


def _is_in_subject(parse: Parse, cue: int, source: Mention, said: range) -> bool:
    """Tell whether words stand in a clause or phrase about the subject of their verb, before it."""
    noun = source.head
    subject = parse.heads[noun] == cue and parse.deps[noun] in ALL_SUBJECTS
    return subject and noun < said.start and said.stop <= min(cue, parse.rights[noun])


def _is_direct(parse: Parse, alignment: Alignment, number: int, direct: Choice[bool]) -> bool:
    """Tell whether the segment's words stand for themselves; one word can: “No.”, “Never,”."""
    first, last = alignment.ranges[number]
    if modifies(parse, first, last):
        return False
    if direct.probability_of(candidate=True) > _EVEN or _is_whole_clause(parse, first, last):
        return True
    words = [token for token in range(first, last) if parse.words[token][0].isalnum()]
    return (
        len(words) == 1
        and parse.words[words[0]][0].isupper()
        and parse.words[last - 1] in (".", ",", "!", "?")
        and _opens(parse, first)
    )


def modifies(parse: Parse, first: int, last: int) -> bool:
    """Tell whether the words narrow down a noun right behind them: “Serious” mistakes were made."""
    roots = roots_of(parse, first, last)
    noun = max(parse.heads[token] for token in roots)
    parted = any(parse.tags[token] in BREAK_TAGS - MARK_TAGS for token in range(last, noun))
    return not parted and all(
        parse.deps[token] in PREMODIFIERS and parse.heads[token] >= last for token in roots
    )


def _is_whole_clause(parse: Parse, first: int, last: int) -> bool:
    """Tell whether all that a reporting word governs stands between the marks, with its subject.

    He wrote “nobody was hurt”; she says that “it is over”; they sprayed “Come home” on a wall.
    """
    if parse.tags[first] == "VB" and parse.words[first][0].isupper():
        return last - first > 1
    verb = next((token for token in range(first, last) if parse.deps[token] == "ccomp"), -1)
    if verb < 0 or not parse.reporting[parse.heads[verb]] or first <= parse.heads[verb] < last:
        return False
    subject = any(parse.deps[child] in ALL_SUBJECTS for child in parse.children[verb])
    return subject and _lies_within(parse, subtree(parse, verb), first, last)


def _lies_within(parse: Parse, clause: tuple[int, int], first: int, last: int) -> bool:
    """Tell whether nothing of a clause but "that" stands outside the marks.

    Behind them it may go on if they open with a capital.
    """
    start, end = clause
    words, lowers = parse.words, parse.lowers
    if any(words[token][0].isalnum() and lowers[token] != "that" for token in range(start, first)):
        return False
    opens = words[first][0].isupper()
    return opens or not any(words[token][0].isalnum() for token in range(last, end))


def _opens(parse: Parse, first: int) -> bool:
    """Tell whether a segment opens its sentence, or stands behind a colon."""
    before = next(
        (place for place in range(first - 1, -1, -1) if parse.words[place] not in _OPENING), -1
    )
    beginning = before < 0 or parse.paragraph[before] != parse.paragraph[first]
    return beginning or parse.words[before] in (":", ".", "!", "?", "”", '"', "’")


def _pulled(parse: Parse, alignment: Alignment) -> frozenset[int]:
    """Number the paragraphs that only set off in marks what stands between others."""
    alone = [n for n in range(len(alignment.ranges)) if stands_alone(parse, alignment, n)]
    if not alone:
        return frozenset()
    texts = [
        [word for word in parse.lowers[first:last] if word[0].isalnum()]
        for first, last in alignment.ranges
    ]
    places: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for number, words in enumerate(texts):
        for start in range(len(words) - _FEWEST_PULLED + 1):
            key = tuple(words[start : start + _FEWEST_PULLED])
            places.setdefault(key, []).append((number, start))
    return frozenset(number for number in alone if _stands_elsewhere(texts, places, number))


def _stands_elsewhere(
    texts: Sequence[Sequence[str]],
    places: Mapping[tuple[str, ...], Sequence[tuple[int, int]]],
    number: int,
) -> bool:
    """Tell whether a longer segment holds the words of one, or an earlier one has the same."""
    own = texts[number]
    return any(
        other != number
        and texts[other][start : start + len(own)] == own
        and (len(texts[other]) > len(own) or other < number)
        for other, start in places.get(tuple(own[:_FEWEST_PULLED]), ())[:_MOST_COMPARED]
    )


def _is_heading(parse: Parse, alignment: Alignment, number: int) -> bool:
    """Tell whether the segment is a paragraph of its own that ends without a stop."""
    last = parse.words[alignment.ranges[number][1] - 1]
    closed = alignment.segments[number].closed
    return closed and last[-1].isalnum() and stands_alone(parse, alignment, number)


def _chains(alignment: Alignment, readings: Sequence[Marked]) -> Iterator[tuple[Marked, ...]]:
    """Let the paragraphs of one speech share its source and its likelihood.

    A speech runs on over paragraphs that each open and do not close; a paragraph with a cue of
    its own for another source begins a new one.
    """
    chain: list[Marked] = []
    for marked in readings:
        runs_on = alignment.segments[marked.number].continues
        if chain and not (runs_on and _agrees(chain, marked)):
            yield _level(chain)
            chain = []
        chain.append(marked)
    if chain:
        yield _level(chain)


def _agrees(chain: Sequence[Marked], marked: Marked) -> bool:
    """Tell whether the segment has no source of its own but the chain's."""
    heads = [part.source.head for part in chain if part.cue >= 0 and part.source is not None]
    if marked.cue < 0 or marked.source is None or not heads:
        return True
    return heads[-1] == marked.source.head


def _level(chain: Sequence[Marked]) -> tuple[Marked, ...]:
    """Give every part of a chain the chain's source and its highest likelihood."""
    if len(chain) == 1:
        return tuple(chain)
    best = max(chain, key=lambda part: (part.source is not None, part.cue >= 0, part.share))
    speech = max(part.speech for part in chain)
    return tuple(_leveled(part, part if part.cue >= 0 else best, speech) for part in chain)


def _leveled(part: Marked, best: Marked, speech: float) -> Marked:
    """Give a part of a chain the source of its best part, with how that was decided."""
    choices = dict(part.choices)
    if part is not best and "whose" in best.choices:
        whose = best.choices["whose"]
        choices["whose"] = attrs.evolve(whose, rules=(*whose.rules, "speech that runs on"))
    return attrs.evolve(
        part, source=best.source, share=best.share, speech=speech, direct=True, choices=choices
    )


def _cue(
    parse: Parse, alignment: Alignment, evidence: Evidence, number: int, source: Mention | None
) -> int:
    """Give the token of the source's cue, -1 for none.

    It stands in the segment's paragraph, or in the one before if that ends in a colon.
    """
    if source is None:
        return _governor(parse, alignment, evidence, number)
    own = own_cue(parse, alignment, evidence, number, source, least=_WEAKEST_CUE)
    if own is None or own[2] < _WEAKEST_CUE:
        return -1
    first = alignment.ranges[number][0]
    beside = parse.paragraph[own[0]] == parse.paragraph[first]
    return own[0] if beside or leads_in(parse, own[0], first) else -1


def _governor(parse: Parse, alignment: Alignment, evidence: Evidence, number: int) -> int:
    """Give the likeliest cue among the words that the segment hangs on, -1 for none."""
    first, last = alignment.ranges[number]
    above = {
        parse.heads[head]
        for head in (parse.heads[token] for token in range(first, last))
        if not first <= head < last
    } | {parse.heads[token] for token in range(first, last)}
    outside = [token for token in above if not first <= token < last]
    best = max(outside, key=lambda token: evidence.strength.get(token, 0.0), default=-1)
    return best if best >= 0 and evidence.strength.get(best, 0.0) >= _WEAKEST_CUE else -1
