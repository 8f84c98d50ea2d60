"""Sources: whom a cue or a segment can be attributed to, and what speaks for each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import attrs

from quoteattr.alignment import Alignment
from quoteattr.cues import Cue, plain, reporting_class, stem
from quoteattr.mentions import Mention, between, can_speak
from quoteattr.parsing import Parse

__all__ = [
    "Evidence",
    "ancestors",
    "cue_candidates",
    "cue_source_features",
    "gather_evidence",
    "no_cue_source_features",
    "no_segment_source_features",
    "own_cue",
    "relations",
    "segment_candidates",
    "segment_source_features",
]

_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
_HEIR = frozenset({"xcomp", "conj", "advcl", "pcomp", "ccomp", "prep", "acl", "relcl", "dep"})
_MOST_STEPS = 4
_CHAINS = frozenset({"conj>", "advcl>", "prep>", "pcomp>prep>"})
_WINDOW = 150  # tokens
_LIKELY = 0.3
_TOUCHING = 3
_SHORT_GAP = 8
_NEAR_GAP = 12
_FAR = 60
_LONGEST_CHAIN = 10


def relations(parse: Parse, cue: int) -> dict[int, str]:
    """Name how nouns stand to a reporting word, by their head token.

    A word without a subject of its own inherits one: a participle or infinitive from the verb
    that it depends on, a conjunct from its sister, a relative clause from its antecedent.
    """
    found: dict[int, str] = {}
    path = ""
    token = cue
    for _ in range(_MOST_STEPS):
        subjects = _own(parse, token, path, found)
        dep, head = parse.deps[token], parse.heads[token]
        if parse.lowers[cue] == "according":
            break
        if dep in ("acl", "relcl", "amod", "appos"):
            found.setdefault(head, f"{path}{dep}^")
        goes_on = dep in ("relcl", "conj") or (dep == "ccomp" and path in _CHAINS)
        if head == token or dep not in _HEIR or (subjects and not goes_on):
            break
        path += f"{dep}>"
        token = head
    return found


def _own(parse: Parse, token: int, path: str, found: dict[int, str]) -> bool:
    """Collect the nouns that stand with the word itself; tell whether one is its subject."""
    subjects = False
    for child in parse.children[token]:
        dep = parse.deps[child]
        if dep in _SUBJECT:
            subjects = True
            found.setdefault(child, f"{path}{dep}")
        elif dep in ("agent", "prep"):
            for inner in parse.children[child]:
                if parse.deps[inner] == "pobj":
                    found.setdefault(inner, f"{path}{parse.lowers[child]}:pobj")
        elif dep in ("poss", "dobj", "attr", "pobj", "compound", "dative", "npadvmod"):
            found.setdefault(child, f"{path}{dep}")
    return subjects


def cue_candidates(parse: Parse, mentions: Sequence[Mention], cue: int) -> tuple[Mention, ...]:
    """Give the mentions in the cue's sentence and the one before, within its paragraph."""
    sentence = parse.sentence[cue]
    start = parse.sentences[max(0, sentence - 1)][0]
    start = max(start, parse.paragraphs[parse.paragraph[cue]][0])
    end = parse.sentences[sentence][1]
    return tuple(m for m in between(mentions, start, end) if m.head != cue)


def segment_candidates(
    parse: Parse,
    alignment: Alignment,
    mentions: Sequence[Mention],
    number: int,
    previous: Mention | None,
) -> tuple[Mention, ...]:
    """Give the mentions in the segment's paragraph and the one before, and the last source.

    In another paragraph only mentions that can speak count. For a segment that runs on, those in
    the next paragraph count too.
    """
    first, behind = alignment.ranges[number]
    paragraph = parse.paragraph[first]
    start = max(parse.paragraphs[max(0, paragraph - 1)][0], first - _WINDOW)
    following = alignment.segments[number + 1 : number + 2]
    last = paragraph + 1 if following and following[0].continues else paragraph
    end = min(parse.paragraphs[min(last, len(parse.paragraphs) - 1)][1], behind + _WINDOW)
    near = (
        *between(mentions, start, min(end, first + _WINDOW)),
        *between(mentions, max(first + _WINDOW, behind - _WINDOW), end),
    )
    found = tuple(m for m in near if parse.paragraph[m.head] == paragraph or can_speak(parse, m))
    if previous is not None and previous not in found:
        return (*found, previous)
    return found


def cue_source_features(
    parse: Parse,
    alignment: Alignment,
    cue: int,
    content: Sequence[tuple[int, int]],
    roles: Mapping[int, str],
    mention: Mention,
) -> Iterator[str]:
    """Name what speaks for or against the mention's being the source of the cue."""
    head = mention.head
    role = roles.get(head, "-")
    sort = _sort(parse, mention)
    yield f"role={role}"
    yield f"role+tag={role}|{parse.tags[cue]}"
    yield f"role+stem={role}|{stem(parse.lowers[cue])}"
    yield f"role+sort={role}|{sort}"
    if parse.deps[cue] == "conj":
        alike = parse.tags[cue] == parse.tags[parse.heads[cue]]
        yield f"role+alike={role}|{alike}"
    yield f"sort={sort}"
    yield f"dep={parse.deps[head]}"
    yield from _mention_words(parse, mention)
    yield f"distance={_distance(head - cue)}"
    if parse.sentence[head] != parse.sentence[cue]:
        yield f"sentences={_clip(parse.sentence[cue] - parse.sentence[head], 3)}"
    if alignment.quoted[head] != alignment.quoted[cue]:
        yield "other-segment"
    if any(start <= head < end for start, end in content):
        yield "in-content"
        yield f"in-content+role={role}"
    _, closing = parse.paragraphs[parse.paragraph[head]]
    after = plain(parse, mention.end) if mention.end < closing else "#"
    yield f"after={after}"
    if mention.end == cue:
        yield f"touches+cue={stem(parse.lowers[cue])}"


def no_cue_source_features(parse: Parse, cue: int, roles: Mapping[int, str]) -> Iterator[str]:
    """Name what speaks for the cue's having no source in the text."""
    yield "none"
    yield f"none:tag={parse.tags[cue]}"
    yield f"none:dep={parse.deps[cue]}"
    yield f"none:stem={stem(parse.lowers[cue])}"
    yield f"none:roles={'+'.join(sorted(set(roles.values()))[:3])}"
    for child in parse.children[cue]:
        if parse.deps[child] in ("auxpass", "agent", "poss", "det"):
            yield f"none:has={parse.deps[child]}"


@attrs.frozen(kw_only=True, eq=False)
class Evidence:
    """What the whole document says about its cues and names.

    Attributes:
        strength: probability (0-1) of each likely cue, by token.
        held: for each noun the cues that it stands with, as (cue, role, probability).
        frequency: how often each name's last word occurs as a mention.
        voice: summed probability of the cues that each name's last word stands with.
        reported: for each token in a reported content, the source's head (-1 for none) and the
            probability of the report.
        support: for each segment in a reported content, the probability of the likeliest report
            of each source, by its head (-1 for none).
    """

    strength: Mapping[int, float]
    held: Mapping[int, Sequence[tuple[int, str, float]]]
    frequency: Mapping[str, int]
    voice: Mapping[str, float]
    reported: Mapping[int, tuple[int, float]]
    support: Mapping[int, Mapping[int, float]]


def gather_evidence(
    parse: Parse,
    mentions: Sequence[Mention],
    cues: Sequence[Cue],
    reported: Mapping[int, tuple[int, float]],
    support: Mapping[int, Mapping[int, float]],
) -> Evidence:
    """Collect which nouns stand with which cues, and which names speak often."""
    held: dict[int, list[tuple[int, str, float]]] = {}
    for cue in cues:
        for head, role in relations(parse, cue.token).items():
            held.setdefault(head, []).append((cue.token, role, cue.probability))
    frequency: Counter[str] = Counter()
    voice: defaultdict[str, float] = defaultdict(float)
    for mention in mentions:
        if parse.tags[mention.head].startswith("NNP"):
            name = parse.lowers[mention.head]
            frequency[name] += 1
            voice[name] += max((p for _, _, p in held.get(mention.head, ())), default=0.0)
    return Evidence(
        strength={cue.token: cue.probability for cue in cues},
        held=held,
        frequency=frequency,
        voice=voice,
        reported=reported,
        support=support,
    )


def segment_source_features(
    parse: Parse,
    alignment: Alignment,
    evidence: Evidence,
    number: int,
    previous: Mention | None,
    mention: Mention,
) -> Iterator[str]:
    """Name what speaks for or against the mention's being the source of a segment.

    Args:
        parse: the tokens.
        alignment: the segments laid over them.
        evidence: what the document says.
        number: the segment's number.
        previous: the source of the segment before this one.
        mention: the candidate.
    """
    sort = _sort(parse, mention)
    yield f"sort={sort}"
    yield f"dep={parse.deps[mention.head]}"
    yield from _mention_words(parse, mention)
    yield from _place(parse, alignment, number, mention, sort)
    yield from _bridge(parse, alignment, evidence, number, mention)
    yield from _cue_evidence(parse, alignment, evidence, number, mention)
    yield from _reported(alignment, evidence, number, mention)
    yield from _support(evidence, number, mention.head)
    yield from _document(parse, evidence, mention)
    if previous is not None:
        yield from _continuity(parse, alignment, number, previous, mention)


def _place(
    parse: Parse, alignment: Alignment, number: int, mention: Mention, sort: str
) -> Iterator[str]:
    """Where the mention stands as seen from the segment."""
    first, last = alignment.ranges[number]
    head = mention.head
    if first <= head < last:
        yield "inside"
        yield f"inside+sort={sort}"
        return
    if alignment.quoted[head] >= 0:
        yield "other-segment"
    steps = head - last + 1 if head >= last else head - first
    paragraphs = parse.paragraph[first] - parse.paragraph[head]
    edge = last - 1 if head >= last else first
    sentences = parse.sentence[head] - parse.sentence[edge]
    if paragraphs:
        yield f"elsewhere+dep={paragraphs > 0}|{parse.deps[head]}"
    else:
        start, end = parse.paragraphs[parse.paragraph[first]]
        yield f"alone={first - start <= 1 and end - last <= 1}"
    yield f"distance={_distance(steps)}"
    yield f"paragraphs={_clip(paragraphs, 3)}"
    yield f"sentences={_clip(sentences, 3)}"
    yield f"sentences+dep={_clip(sentences, 2)}|{parse.deps[head]}"
    if paragraphs == 1 and _is_led(parse, first):
        yield f"led-in+dep={parse.deps[head]}"
        yield f"led-in+sort={sort}"
    if sentences and paragraphs == 0:
        yield f"elsewhere+sort={'before' if steps < 0 else 'behind'}|{sort}"


def _is_led(parse: Parse, first: int) -> bool:
    """Tell whether the paragraph before ends in a colon."""
    start = parse.paragraphs[parse.paragraph[first]][0]
    return start > 0 and parse.words[start - 1] == ":"


def _bridge(
    parse: Parse, alignment: Alignment, evidence: Evidence, number: int, mention: Mention
) -> Iterator[str]:
    """What stands between the segment and the mention, when it is little."""
    first, last = alignment.ranges[number]
    if mention.head >= last:
        gap = range(last, mention.start)
        side = "behind"
    elif mention.end <= first:
        gap = range(mention.end, first)
        side = "before"
    else:
        return
    if len(gap) <= _SHORT_GAP:
        shape = " ".join(_shape(parse, evidence, token) for token in gap)
        yield f"bridge={side}:{shape}"
        yield f"edge={side}|{_edge(parse, first, last, side)}|{len(gap) <= _TOUCHING}"
        after = mention.end
        if side == "behind" and after < len(parse):
            yield f"bridge+after={shape}|{_shape(parse, evidence, after)}"
    if len(gap) > _FAR:
        yield f"between={side}:much"
        return
    cues = sum(1 for token in gap if evidence.strength.get(token, 0.0) > _LIKELY)
    yield f"cues-between={side}:{min(cues, 3)}"
    if any(alignment.quoted[token] >= 0 for token in gap):
        yield f"segment-between={side}"


def _edge(parse: Parse, first: int, last: int, side: str) -> str:
    """Give how the segment ends, or what leads up to it."""
    if side == "behind":
        word = parse.words[last - 1]
        return word if not word[0].isalnum() else "word"
    start = parse.paragraphs[parse.paragraph[first]][0]
    place = first - 2
    upper = "Upper" if parse.words[first][:1].isupper() else "lower"
    if place < start:
        return f"#{upper}"
    word = parse.words[place]
    return f"{word if not word[0].isalnum() else parse.tags[place]}{upper}"


def _shape(parse: Parse, evidence: Evidence, token: int) -> str:
    probability = evidence.strength.get(token, 0.0)
    if probability > _LIKELY:
        return "CUE"
    tag = parse.tags[token]
    return tag if tag[0].isalpha() else parse.words[token]


def _cue_evidence(
    parse: Parse, alignment: Alignment, evidence: Evidence, number: int, mention: Mention
) -> Iterator[str]:
    """How the mention's own cue relates to the segment."""
    own = own_cue(parse, alignment, evidence, number, mention)
    if own is None:
        yield "no-cue"
        return
    cue, role, probability = own
    first, last = alignment.ranges[number]
    level = _level(probability)
    yield f"cue={level}"
    yield f"role={role}"
    yield f"role+cue={role}|{level}"
    yield f"role+class={role}|{reporting_class(parse, cue)}|{parse.tags[cue]}"
    governs = _governs(parse, alignment, number, cue)
    yield f"governs={governs}"
    yield f"governs+cue={governs}|{level}"
    yield f"governs+role={governs}|{role}"
    side = "behind" if cue >= last else "before"
    closer = _closer_cues(alignment, evidence, number, cue)
    yield f"closer-cues={side}|{closer}|{level}"
    yield f"edge+cue={side}|{_edge(parse, first, last, side)}|{level}|{min(closer, 1)}"
    distance = _distance(cue - last + 1 if cue >= last else cue - first)
    yield f"cue-distance={distance}"
    same = parse.sentence[cue] == parse.sentence[last - 1 if cue >= last else first]
    yield f"cue-sentence={side}|{same}|{level}"
    if not same and parse.paragraph[cue] == parse.paragraph[first]:
        yield f"follow-on={side}|{level}"
    if alignment.quoted[cue] >= 0:
        yield "cue-quoted"
    where = f"{side}|{same}"
    yield f"own={role}|{governs}|{side}|{min(closer, 2)}"
    yield f"own+level={role}|{level}|{where}"
    yield f"own+stem={stem(parse.lowers[cue])}|{where}"
    yield f"own+distance={role}|{distance}"
    yield f"own+edge={role}|{_edge(parse, first, last, side)}|{where}"
    yield f"own+sort={role}|{_sort(parse, mention)}|{governs}"


def _closer_cues(alignment: Alignment, evidence: Evidence, number: int, cue: int) -> int:
    """Count the likely cues between the segment and a cue, up to three."""
    first, last = alignment.ranges[number]
    gap = range(last, cue) if cue >= last else range(cue + 1, first)
    if len(gap) > _FAR:
        return 3
    closer = [
        token
        for token in gap
        if evidence.strength.get(token, 0.0) > _LIKELY and alignment.quoted[token] < 0
    ]
    return min(len(closer), 3)


def own_cue(
    parse: Parse, alignment: Alignment, evidence: Evidence, number: int, mention: Mention
) -> tuple[int, str, float] | None:
    """Give the cue outside the segment that the mention stands with: token, role, probability.

    Where there are several, the likely and near one in the segment's paragraph counts.
    """
    first, last = alignment.ranges[number]
    return max(
        (
            entry
            for entry in evidence.held.get(mention.head, ())
            if alignment.quoted[entry[0]] != number
        ),
        key=lambda entry: _closeness(parse, first, last, entry),
        default=None,
    )


def _closeness(
    parse: Parse, first: int, last: int, entry: tuple[int, str, float]
) -> tuple[bool, int, float]:
    """Rate a cue by paragraph, by how directly the segment hangs on it, and by nearness."""
    cue, _, probability = entry
    gap = first - cue if cue < first else cue - last
    while last - 1 > first and not parse.words[last - 1][0].isalnum():
        last -= 1
    chains = (ancestors(parse, first), ancestors(parse, last - 1))
    steps = min((chain.index(cue) for chain in chains if cue in chain), default=_LONGEST_CHAIN)
    directness = _LONGEST_CHAIN - steps if probability >= _LIKELY else 0
    return parse.paragraph[cue] == parse.paragraph[first], directness, probability - gap / 30


def _governs(parse: Parse, alignment: Alignment, number: int, cue: int) -> str:
    """Tell whether the segment hangs on the cue, and how many of its loose ends do."""
    first, last = alignment.ranges[number]
    roots = [
        token
        for token in range(first, last)
        if not first <= parse.heads[token] < last or parse.heads[token] == token
    ]
    direct = sum(1 for token in roots if parse.heads[token] == cue)
    if direct:
        return "direct"
    reached = any(cue in ancestors(parse, token) for token in roots)
    hangs = any(first <= token < last for token in ancestors(parse, cue))
    return "reached" if reached else "hangs" if hangs else "no"


def ancestors(parse: Parse, token: int) -> list[int]:
    """List what a token hangs on, nearest first, as far as ten steps up."""
    chain: list[int] = []
    while parse.heads[token] != token and len(chain) < _LONGEST_CHAIN:
        token = parse.heads[token]
        chain.append(token)
    return chain


def _reported(
    alignment: Alignment, evidence: Evidence, number: int, mention: Mention
) -> Iterator[str]:
    """Whether the segment lies in what a cue reports, and the mention is that cue's source."""
    head, probability = evidence.reported.get(alignment.ranges[number][0], (-1, 0.0))
    if probability:
        yield f"reported={head == mention.head}|{_level(probability)}"


def _support(evidence: Evidence, number: int, head: int) -> Iterator[str]:
    """How likely the source's own report holds the segment, and how likely another's does."""
    support = evidence.support.get(number, {})
    own = support.get(head, 0.0)
    others = max((rival for other, rival in support.items() if other != head), default=0.0)
    sort = "none:" if head < 0 else ""
    yield f"{sort}support={_level(own)}"
    yield f"{sort}support+others={_level(own)}|{_level(others)}"
    yield f"{sort}supported={own > others}|{others > 0}"


def _document(parse: Parse, evidence: Evidence, mention: Mention) -> Iterator[str]:
    """How often the name occurs and speaks in the document."""
    if not parse.tags[mention.head].startswith("NNP"):
        return
    name = parse.lowers[mention.head]
    yield f"frequency={min(evidence.frequency[name], 5)}"
    yield f"voice={min(int(evidence.voice.get(name, 0.0) * 2), 8)}"


def _continuity(
    parse: Parse, alignment: Alignment, number: int, previous: Mention, mention: Mention
) -> Iterator[str]:
    """Whether the mention was the source of the segment before, and how near that segment is."""
    first = alignment.ranges[number][0]
    before = alignment.ranges[number - 1]
    paragraphs = _clip(parse.paragraph[first] - parse.paragraph[before[0]], 2)
    same = mention.head == previous.head
    gap = first - before[1]
    near = "joined" if gap <= _TOUCHING else "near" if gap <= _NEAR_GAP else "far"
    yield f"previous={same}|{paragraphs}"
    yield f"previous+near={same}|{paragraphs}|{near}"
    ends = parse.words[before[1] - 1]
    yield f"previous+ends={same}|{paragraphs}|{ends if not ends[0].isalnum() else 'word'}"
    if same:
        opens = first == parse.paragraphs[parse.paragraph[first]][0] + 1
        alone = alignment.segments[number].continues
        yield f"same|opens={opens}|continues={alone}"
    elif parse.lowers[mention.head] == parse.lowers[previous.head]:
        yield "previous-name"


def no_segment_source_features(
    parse: Parse, alignment: Alignment, evidence: Evidence, number: int
) -> Iterator[str]:
    """Name what speaks for the segment's having no source in the text."""
    first, last = alignment.ranges[number]
    yield "none"
    yield f"none:length={_distance(last - first)}"
    yield f"none:led-in={_is_led(parse, first)}"
    yield from _support(evidence, number, -1)
    roots = {
        parse.heads[token] for token in range(first, last) if not first <= parse.heads[token] < last
    }
    for root in roots:
        yield f"none:governor={_level(evidence.strength.get(root, 0.0))}"
        yield f"none:tag={parse.tags[root]}"
        yield f"none:class={reporting_class(parse, root)}|{parse.tags[root]}"
        for child in parse.children[root]:
            if parse.deps[child] in ("nsubj", "nsubjpass", "auxpass", "agent", "poss"):
                yield f"none:has={parse.deps[child]}"


def _level(probability: float) -> str:
    for limit in (0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95):
        if probability < limit:
            return str(limit)
    return "sure"


def _mention_words(parse: Parse, mention: Mention) -> Iterator[str]:
    head = mention.head
    if parse.tags[head][:3] != "NNP":
        yield f"head={parse.lowers[head]}"
    first = parse.lowers[mention.start]
    if mention.start < head and parse.tags[mention.start] in ("DT", "PRP$", "CD"):
        yield f"determiner={first}"
    if parse.tags[mention.end - 1] == "POS" or parse.deps[head] == "poss":
        yield "possessive"


def _sort(parse: Parse, mention: Mention) -> str:
    head = mention.head
    tag = parse.tags[head]
    if tag in ("PRP", "WP", "WDT", "PRP$", "WP$", "DT", "EX"):
        return parse.lowers[head]
    return parse.labels[head] or tag


def _distance(tokens: int) -> str:
    side = "before" if tokens < 0 else "behind"
    for limit in (1, 2, 3, 5, 8, 12, 20, 40):
        if abs(tokens) <= limit:
            return f"{side}{limit}"
    return f"{side}far"


def _clip(number: int, limit: int) -> int:
    return max(-limit, min(limit, number))
