"""Speech: whose words a segment holds, if anybody's, and whether they stand for themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from quoteattr.attribution.cues import is_headline
from quoteattr.attribution.document_evidence import Evidence, own_cue
from quoteattr.attribution.explicit_sources import Sign
from quoteattr.attribution.segment_sources import leads_in, segment_source_question
from quoteattr.lexicon.reporting_words import stem
from quoteattr.lexicon.word_lists import marked_words, read_table
from quoteattr.scoring.binned_numbers import size_bin
from quoteattr.scoring.choice import Choice, Question, choose, overruled, settled, yes_or_no
from quoteattr.scoring.linear_model import Model
from quoteattr.syntax.grammar import ALL_SUBJECTS, FINITE_TAGS, MARK_TAGS, STATED_SUBJECTS
from quoteattr.syntax.mentions import Mention, can_speak
from quoteattr.syntax.quoted_tokens import Alignment, stands_alone
from quoteattr.syntax.tokens import Parse, ancestors, paragraph_of, sentence_of, subtree

__all__ = [
    "NAMING_RULES",
    "RELAYING_RULES",
    "Marked",
    "directness_features",
    "directness_question",
    "naming_rule",
    "read_segments",
    "speech_features",
    "speech_question",
]

_LENGTHS = (1, 2, 3, 4, 6, 9, 14)  # tokens
_WEAKEST_CUE = 0.1  # probability
_LIKELY = 0.55  # probability of speech
_EVEN = 0.5  # probability of clauses
_LONGEST_NAME = 8  # tokens
_LONGEST_NICKNAME = 3  # tokens
_MARKS = frozenset({"“", "”", '"', "‘", "’", "'", "«", "»", "``", "''"})
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
        choices: how "speech", "share" and "direct" were decided.
    """

    number: int
    source: Mention | None
    cue: int
    direct: bool
    speech: float
    share: float
    choices: Mapping[str, Choice[Any]] = attrs.field(factory=dict, eq=False, repr=False)


def read_segments(
    parse: Parse,
    alignment: Alignment,
    mentions: Sequence[Mention],
    evidence: Evidence,
    signed: Mapping[int, Sign],
    models: tuple[Model, Model, Model],
) -> tuple[Marked, ...]:
    """Decide segment by segment whose words they are; leave out what is nobody's.

    Args:
        parse: the tokens.
        alignment: the segments laid over them.
        mentions: every mention of the text.
        evidence: what the document says.
        signed: the segments with a label or signature, which outweighs everything.
        models: they choose the source, tell speech from other marked words, and clauses from
            fragments.
    """
    readings: list[Marked] = []
    previous = None
    for number in range(len(alignment.segments)):
        if number in signed:
            marked = _signed(parse, alignment, number, signed[number], models[2])
        else:
            marked = _read(parse, alignment, mentions, evidence, number, previous, models)
        readings.append(marked)
        previous = marked.source or previous
    return tuple(
        marked
        for chain in _chains(alignment, readings)
        for marked in chain
        if marked.speech >= _LIKELY
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
        choices={"share": settled(sign.source, sign.rule), "direct": direct},
    )


def _read(
    parse: Parse,
    alignment: Alignment,
    mentions: Sequence[Mention],
    evidence: Evidence,
    number: int,
    previous: Mention | None,
    models: tuple[Model, Model, Model],
) -> Marked:
    sources, speech_model, directness = models
    question = segment_source_question(parse, alignment, mentions, evidence, number, previous)
    whose = _inner(parse, alignment, evidence, number, choose(question, sources))
    cue = _cue(parse, alignment, evidence, number, whose.best)
    if cue < 0 and _is_heading(parse, alignment, number):
        whose = overruled(whose, None, "heading")
    elif cue < 0 and whose.best is not None and not can_speak(parse, whose.best):
        whose = overruled(whose, None, "no cue, and a mere thing")
    speech = choose(
        speech_question(parse, alignment, evidence, number, whose.probability), speech_model
    )
    naming = naming_rule(parse, alignment, number)
    if naming is not None:
        speech = overruled(speech, False, naming)  # noqa: FBT003
    direct = choose(directness_question(parse, alignment, number), directness)
    return Marked(
        number=number,
        source=whose.best,
        cue=cue,
        direct=_is_direct(parse, alignment, number, direct),
        speech=0.0 if naming else speech.probability_of(candidate=True),
        share=whose.probability,
        choices={"speech": speech, "share": whose, "direct": direct},
    )


def _is_direct(parse: Parse, alignment: Alignment, number: int, direct: Choice[bool]) -> bool:
    """Tell whether the segment's words stand for themselves; one word can: “No.”, “Never,”."""
    if direct.probability_of(candidate=True) > _EVEN:
        return True
    first, last = alignment.ranges[number]
    if _is_whole_clause(parse, first, last):
        return True
    words = [token for token in range(first, last) if parse.words[token][0].isalnum()]
    return (
        len(words) == 1
        and parse.words[words[0]][0].isupper()
        and parse.words[last - 1] in (".", ",", "!", "?")
        and _opens(parse, first)
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


def _is_heading(parse: Parse, alignment: Alignment, number: int) -> bool:
    """Tell whether the segment is a paragraph of its own that ends without a stop."""
    last = parse.words[alignment.ranges[number][1] - 1]
    closed = alignment.segments[number].closed
    return closed and last[-1].isalnum() and stands_alone(parse, alignment, number)


def _inner(
    parse: Parse,
    alignment: Alignment,
    evidence: Evidence,
    number: int,
    whose: Choice[Mention | None],
) -> Choice[Mention | None]:
    """Let the best source that a rule of relayed speech names take the relayer's place."""
    best = whose.best
    own = None if best is None else own_cue(parse, alignment, evidence, number, best)
    if own is None:
        return whose
    for mention, _ in whose.ranked[1:]:
        for name, applies in RELAYING_RULES:
            if mention is not None and applies(parse, alignment, evidence, number, mention, own[0]):
                return overruled(whose, mention, name)
    return whose


def _is_reported_inside(
    parse: Parse,
    alignment: Alignment,
    evidence: Evidence,
    number: int,
    mention: Mention,
    relay: int,
) -> bool:
    """The council called it “…”, the Herald reported: the words are the council's."""
    first, behind = alignment.ranges[number]
    innermost, _ = evidence.reported.get(first, (-1, 0.0))
    if mention.head != innermost or not 0 <= innermost < first or relay < behind:
        return False
    return relay in ancestors(parse, innermost) and _says(parse, evidence, mention)


def _says(parse: Parse, evidence: Evidence, mention: Mention) -> bool:
    """Tell whether the mention stands with a listed word of reporting."""
    held = evidence.held.get(mention.head, ())
    return any(parse.reporting[cue] for cue, _, _ in held)


def _speaks_before_according(
    parse: Parse,
    _alignment: Alignment,
    evidence: Evidence,
    _number: int,
    mention: Mention,
    relay: int,
) -> bool:
    """The council said on Friday, according to the Herald: “…”: the council's words."""
    return parse.lowers[relay] == "according" and any(
        parse.sentence[cue] == parse.sentence[relay]
        and cue < relay
        and role == "nsubj"
        and parse.reporting[cue] == "say"
        for cue, role, _ in evidence.held.get(mention.head, ())
    )


_RelayingRule = Callable[[Parse, Alignment, Evidence, int, Mention, int], bool]

RELAYING_RULES: tuple[tuple[str, _RelayingRule], ...] = (
    ("reported inside", _is_reported_inside),
    ("speaks before according to", _speaks_before_according),
)


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
    if part is not best and "share" in best.choices:
        whose = best.choices["share"]
        choices["share"] = attrs.evolve(whose, rules=(*whose.rules, "speech that runs on"))
    return attrs.evolve(
        part, source=best.source, share=best.share, speech=speech, direct=True, choices=choices
    )


def naming_rule(parse: Parse, alignment: Alignment, number: int) -> str | None:
    """Name the first rule by which the marks set off a name, title, term or letter, if one does.

    What they set off is nobody's words then.
    """
    bounds = alignment.ranges[number]
    return next((name for name, applies in NAMING_RULES if applies(parse, *bounds)), None)


def _is_letter(parse: Parse, first: int, last: int) -> bool:
    """The plate began with an “X”."""
    return last - first == 1 and len(parse.words[first]) == 1


def _follows_naming_word(parse: Parse, first: int, last: int) -> bool:
    """The novel “Night Boats”; the password “tulip”; but not: the boat “leaks”."""
    place = _place_before(parse, first)
    if last - first > _LONGEST_NAME or place < 0 or parse.tags[place][0] != "N":
        return False
    entry = read_table("naming_words").get(parse.lowers[place])
    titled = _titled(parse, first, last) == "all" or parse.words[first][0].isdigit()
    return entry == "any" or (entry == "titled" and titled)


def _follows_naming_verb(parse: Parse, first: int, last: int) -> bool:
    """A machine called “Big Greta”; she was named “Beekeeper of the Year”."""
    place = _place_before(parse, first)
    if last - first > _LONGEST_NAME or place < 0 or parse.tags[place] != "VBN":
        return False
    agent = any(parse.deps[child] in ("nsubj", "agent", "aux") for child in parse.children[place])
    agent = agent or "by" in parse.lowers[last : last + 2]
    return not agent and parse.lowers[place] in read_table("naming_words")


def _is_known_as(parse: Parse, first: int, last: int) -> bool:
    """The pass, known as “the Needle”."""
    place = _place_before(parse, first)
    known = place > 0 and parse.lowers[place - 1] in ("known", "nicknamed", "dubbed")
    return last - first <= _LONGEST_NAME and known and parse.lowers[place] == "as"


def _completes_naming_word(parse: Parse, first: int, last: int) -> bool:
    """The regiment’s motto is “Always ready”."""
    place = _place_before(parse, first)
    if last - first > _LONGEST_NAME or place < 0 or parse.lowers[place] not in ("is", "was"):
        return False
    return any(
        parse.deps[child] == "nsubj" and parse.lowers[child] in read_table("naming_words")
        for child in parse.children[place]
    )


def _place_before(parse: Parse, first: int) -> int:
    """Give the token before the segment's mark, -1 at the start of a paragraph."""
    start = paragraph_of(parse, first)[0]
    place = first - 1
    while place >= start and parse.tags[place] in MARK_TAGS:
        place -= 1
    return place if place >= start else -1


def _is_nickname(parse: Parse, first: int, last: int) -> bool:
    """Jo “Anvil” Marsh: a short word inside a name."""
    before = _place_before(parse, first)
    behind = next(
        (
            token
            for token in range(last, min(last + 2, len(parse)))
            if parse.words[token] not in _MARKS
        ),
        -1,
    )
    if last - first > _LONGEST_NICKNAME or min(before, behind) < 0:
        return False
    one_name = (
        parse.sentence[before] == parse.sentence[behind] and behind - before <= last - first + 3
    )
    return one_name and all(parse.tags[token] == "NNP" for token in (before, behind))


NAMING_RULES: tuple[tuple[str, Callable[[Parse, int, int], bool]], ...] = (
    ("letter", _is_letter),
    ("follows naming word", _follows_naming_word),
    ("follows naming verb", _follows_naming_verb),
    ("known as", _is_known_as),
    ("completes naming word", _completes_naming_word),
    ("nickname", _is_nickname),
)


def speech_question(
    parse: Parse, alignment: Alignment, evidence: Evidence, number: int, share: float
) -> Question[bool]:
    """Ask whether a segment is somebody's words; `share` is the probability of its source."""
    return yes_or_no(lambda: speech_features(parse, alignment, evidence, number, share))


def directness_question(parse: Parse, alignment: Alignment, number: int) -> Question[bool]:
    """Ask whether clauses or sentences stand between the marks, and no fragment."""
    return yes_or_no(lambda: directness_features(parse, alignment, number))


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


def speech_features(
    parse: Parse, alignment: Alignment, evidence: Evidence, number: int, share: float
) -> Iterator[str]:
    """Name what speaks for the segment's being somebody's words.

    Args:
        parse: the tokens.
        alignment: the segments laid over them.
        evidence: what the document says.
        number: the segment's number.
        share: probability (0-1) of its best source.
    """
    first, last = alignment.ranges[number]
    yield "bias"
    yield f"source={_tenths(share)}"
    yield from _size(parse, first, last)
    yield from _context(parse, alignment, evidence, number)
    _, reported = evidence.reported.get(first, (-1, 0.0))
    yield f"reported={_tenths(reported)}"
    strongest = _strongest(parse, evidence, alignment, number)
    yield f"cue={_tenths(strongest)}"
    yield f"cue+size={_tenths(strongest)}|{_words(last - first)}"


def directness_features(parse: Parse, alignment: Alignment, number: int) -> Iterator[str]:
    """Name what speaks for clauses or sentences between the marks, against a fragment."""
    first, last = alignment.ranges[number]
    yield "bias"
    yield from _size(parse, first, last)
    before = _before(parse, first)
    yield f"before={before if before in (':', ',', '.', 'that', '#') else 'word'}"
    subject = any(parse.deps[token] in STATED_SUBJECTS for token in range(first, last))
    finite = any(parse.tags[token] in FINITE_TAGS for token in range(first, last))
    yield f"clause={subject}|{finite}"
    yield f"clause+before={subject and finite}|{before in (':', ',', '.', '#')}"
    lead = before if before in (":", ",", ".", "#") else "word"
    upper = parse.words[first][:1].isupper()
    ends = parse.words[last - 1] in (".", "?", "!", ",")
    yield f"lead={lead}|{upper}|{ends}"
    yield f"lead+clause={lead}|{upper}|{subject and finite}"
    yield f"clause+upper={subject and finite}|{parse.words[first][:1].isupper()}"


def _size(parse: Parse, first: int, last: int) -> Iterator[str]:
    yield f"words={_words(last - first)}"
    upper = parse.words[first][:1].isupper()
    yield f"upper={upper}"
    ends = parse.words[last - 1]
    yield f"ends={ends if ends in ('.', ',', '?', '!') else 'word'}"
    yield f"words+upper={_words(last - first)}|{upper}"
    yield f"words+ends={_words(last - first)}|{ends if ends in '.,?!' else 'word'}"
    share = _titled(parse, first, last)
    yield f"titled={share}"
    yield f"titled+words={share != 'few'}|{_words(last - first)}"
    yield f"verb={any(parse.tags[token][0] == 'V' for token in range(first, last))}"
    person = not marked_words("speaking-person").isdisjoint(parse.lowers[first:last])
    yield f"person={person}"
    yield f"firsttag={parse.tags[first]}"


def _titled(parse: Parse, first: int, last: int) -> str:
    """Tell whether all words, most or few have a capital; short words between them have none."""
    words = [parse.words[token] for token in range(first, last) if parse.words[token][0].isalpha()]
    lower = [word for word in words if not word[0].isupper()]
    if all(word in marked_words("title-small") for word in lower) and len(lower) < len(words):
        return "all"
    return "most" if len(words) > 2 * len(lower) else "few"


def _context(parse: Parse, alignment: Alignment, evidence: Evidence, number: int) -> Iterator[str]:
    first, last = alignment.ranges[number]
    before = _before(parse, first)
    yield f"before={before}"
    yield f"before+words={before}|{_words(last - first)}"
    start, end = paragraph_of(parse, first)
    place = _place_before(parse, first)
    yield f"before2={parse.plain[place - 1] if place > start else '#'}"
    yield f"beforetag={parse.tags[place] if place >= 0 else '#'}"
    after = last
    while after < end and parse.tags[after] in MARK_TAGS:
        after += 1
    yield f"after={parse.plain[after] if after < end else '#'}"
    yield f"aftertag={parse.tags[after] if after < end else '#'}"
    segment = alignment.segments[number]
    yield f"closed={segment.closed}"
    yield f"mark={parse.text[segment.start]}"
    yield f"headline={is_headline(parse, first)}"
    heads = {
        parse.heads[token] for token in range(first, last) if not first <= parse.heads[token] < last
    }
    yield f"roots={min(len(heads), 3)}"
    for head in heads:
        yield f"governor={stem(parse.plain[head])}"
        yield f"governortag={parse.tags[head]}"
        yield f"governor-cue={_tenths(evidence.strength.get(head, 0.0))}"


def _strongest(parse: Parse, evidence: Evidence, alignment: Alignment, number: int) -> float:
    """Give the probability of the likeliest cue in the sentences that the segment touches."""
    first, last = alignment.ranges[number]
    start = sentence_of(parse, first)[0]
    end = sentence_of(parse, last - 1)[1]
    return max(
        (
            evidence.strength.get(token, 0.0)
            for token in (*range(start, first), *range(last, end))
            if alignment.quoted[token] < 0
        ),
        default=0.0,
    )


def _before(parse: Parse, first: int) -> str:
    """Give the word before the segment's mark, "#" at the start of a paragraph."""
    place = _place_before(parse, first)
    return parse.plain[place] if place >= 0 else "#"


def _words(count: int) -> str:
    return size_bin(count, _LENGTHS, "many")


def _tenths(probability: float) -> int:
    return int(probability * 10)


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
