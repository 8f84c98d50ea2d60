"""Sources of segments: who can have said the words between two marks, and what speaks for each."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from quoteattr.attribution.cues import LIKELY_CUE
from quoteattr.attribution.document_evidence import Evidence, likely_cues, own_cue
from quoteattr.scoring.binned_numbers import clip, distance_bin, probability_bin
from quoteattr.scoring.choice import Question
from quoteattr.syntax.mentions import Mention, between, can_speak, mention_features, sort_of
from quoteattr.syntax.quoted_tokens import Alignment, stands_alone
from quoteattr.syntax.tokens import Parse, TokenRange, ancestors, paragraph_of, roots_of

__all__ = [
    "leads_in",
    "no_segment_source_features",
    "segment_candidates",
    "segment_source_features",
    "segment_source_question",
]

_WINDOW = 150  # tokens
_TOUCHING = 3  # tokens
_SHORT_GAP = 8  # tokens, all of which are named
_NEAR_GAP = 12  # tokens
_FAR = 60  # tokens, among which cues are not counted


def segment_source_question(
    parse: Parse,
    alignment: Alignment,
    mentions: Sequence[Mention],
    evidence: Evidence,
    number: int,
    previous: Mention | None,
) -> Question[Mention | None]:
    """Ask whose words a segment holds; that the text does not say is a candidate too.

    Args:
        parse: the tokens.
        alignment: the segments laid over them.
        mentions: every mention of the text.
        evidence: what the document says.
        number: the segment's number.
        previous: the source of the segment before this one.
    """
    candidates = segment_candidates(parse, alignment, mentions, number, previous)
    seen = _Segment(
        parse=parse, alignment=alignment, evidence=evidence, number=number, previous=previous
    )

    def features(mention: Mention | None) -> Iterable[str]:
        if mention is None:
            return no_segment_source_features(parse, alignment, evidence, number)
        return _features(seen, mention)

    return Question((*candidates, None), features)


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


def segment_source_features(
    parse: Parse,
    alignment: Alignment,
    evidence: Evidence,
    number: int,
    previous: Mention | None,
    mention: Mention,
) -> list[str]:
    """Name what speaks for or against the mention's being the source of a segment.

    Args:
        parse: the tokens.
        alignment: the segments laid over them.
        evidence: what the document says.
        number: the segment's number.
        previous: the source of the segment before this one.
        mention: the candidate.
    """
    seen = _Segment(
        parse=parse, alignment=alignment, evidence=evidence, number=number, previous=previous
    )
    return _features(seen, mention)


@attrs.frozen(kw_only=True, eq=False)
class _Segment:
    """A segment, with what all candidates for its source share.

    Attributes:
        parse, alignment, evidence, number, previous: see `segment_source_features`.
    """

    parse: Parse
    alignment: Alignment
    evidence: Evidence
    number: int
    previous: Mention | None

    @functools.cached_property
    def tokens(self) -> TokenRange:
        """Its tokens."""
        return self.alignment.ranges[self.number]

    @functools.cached_property
    def edges(self) -> Mapping[str, str]:
        """Says how it ends, and what leads up to it."""
        return {side: _edge(self.parse, *self.tokens, side) for side in ("before", "behind")}

    @functools.cached_property
    def roots(self) -> Mapping[int, Sequence[int]]:
        """Its loose ends, and what each of them hangs on."""
        return {token: ancestors(self.parse, token) for token in roots_of(self.parse, *self.tokens)}

    @functools.cached_property
    def alone(self) -> str:
        """Says whether it is all that is in its paragraph."""
        return f"alone={stands_alone(self.parse, self.alignment, self.number)}"

    @functools.cached_property
    def continuity(self) -> Mapping[bool, Sequence[str]]:
        """Names how the segment before lies to it, by whether that has the same source."""
        if self.previous is None:
            return {True: (), False: ()}
        return {same: list(_continuity(self, same=same)) for same in (True, False)}


def _features(seen: _Segment, mention: Mention) -> list[str]:
    parse, evidence, previous = seen.parse, seen.evidence, seen.previous
    sort = sort_of(parse, mention)
    names = [
        f"sort={sort}",
        f"dep={parse.deps[mention.head]}",
        *mention_features(parse, mention),
        *_place(seen, mention, sort),
        *_bridge(seen, mention),
        *_cue_evidence(seen, mention),
        *_reported(seen, mention),
        *_support(evidence, seen.number, mention.head),
        *_document(parse, evidence, mention),
    ]
    if previous is not None:
        same = mention.head == previous.head
        names += seen.continuity[same]
        if not same and parse.lowers[mention.head] == parse.lowers[previous.head]:
            names.append("previous-name")
    return names


def _place(seen: _Segment, mention: Mention, sort: str) -> list[str]:
    """Where the mention stands as seen from the segment."""
    parse, head = seen.parse, mention.head
    first, last = seen.tokens
    if first <= head < last:
        return ["inside", f"inside+sort={sort}"]
    names = ["other-segment"] if seen.alignment.quoted[head] >= 0 else []
    steps = head - last + 1 if head >= last else head - first
    paragraphs = parse.paragraph[first] - parse.paragraph[head]
    edge = last - 1 if head >= last else first
    sentences = parse.sentence[head] - parse.sentence[edge]
    if paragraphs:
        names.append(f"elsewhere+dep={paragraphs > 0}|{parse.deps[head]}")
    else:
        names.append(seen.alone)
    names += _distance(
        distance_bin(steps),
        clip(paragraphs, 3),
        clip(sentences, 3),
        parse.deps[head],
        parse.noun_kinds[head],
    )
    if leads_in(parse, head, first):
        names += (f"led-in+dep={parse.deps[head]}", f"led-in+sort={sort}")
    if sentences and paragraphs == 0:
        names.append(f"elsewhere+sort={'before' if steps < 0 else 'behind'}|{sort}")
    return names


@functools.lru_cache(maxsize=1 << 14)
def _distance(steps: str, paragraphs: int, sentences: int, dep: str, kind: str) -> tuple[str, ...]:
    return (
        f"distance={steps}",
        f"paragraphs={paragraphs}",
        f"sentences={sentences}",
        f"sentences+dep={clip(sentences, 2)}|{dep}",
        f"sentences+class={clip(sentences, 2)}|{kind}",
    )


def leads_in(parse: Parse, token: int, first: int) -> bool:
    """Tell whether the token is in the paragraph before, and that ends in a colon."""
    return parse.paragraph[token] == parse.paragraph[first] - 1 and _is_led(parse, first)


def _is_led(parse: Parse, first: int) -> bool:
    """Tell whether the token is in a paragraph that a colon leads up to, in the one before."""
    start = paragraph_of(parse, first)[0]
    return start > 0 and parse.words[start - 1] == ":"


def _bridge(seen: _Segment, mention: Mention) -> list[str]:
    """What stands between the segment and the mention, when it is little."""
    first, last = seen.tokens
    if mention.head >= last:
        gap, side = range(last, mention.start), "behind"
    elif mention.end <= first:
        gap, side = range(mention.end, first), "before"
    else:
        return []
    names = _short_bridge(seen, mention, gap, side) if len(gap) <= _SHORT_GAP else []
    if len(gap) > _FAR:
        return [f"between={side}:much"]
    cues = likely_cues(seen.evidence, gap.start, gap.stop)
    names.append(f"cues-between={side}:{min(len(cues), 3)}")
    if max(seen.alignment.quoted[gap.start : gap.stop], default=-1) >= 0:
        names.append(f"segment-between={side}")
    return names


def _short_bridge(seen: _Segment, mention: Mention, gap: range, side: str) -> list[str]:
    """Name the few words between the segment and the mention."""
    parse, after = seen.parse, mention.end
    shape = " ".join(_shape(parse, seen.evidence, token) for token in gap)
    names = [f"bridge={side}:{shape}", f"edge={side}|{seen.edges[side]}|{len(gap) <= _TOUCHING}"]
    if side == "behind" and after < len(parse):
        names.append(f"bridge+after={shape}|{_shape(parse, seen.evidence, after)}")
    return names


def _edge(parse: Parse, first: int, last: int, side: str) -> str:
    """Give how the segment ends, or what leads up to it."""
    if side == "behind":
        word = parse.words[last - 1]
        return word if not word[0].isalnum() else "word"
    start = paragraph_of(parse, first)[0]
    place = first - 2
    upper = "Upper" if parse.words[first][:1].isupper() else "lower"
    if place < start:
        return f"#{upper}"
    word = parse.words[place]
    return f"{word if not word[0].isalnum() else parse.tags[place]}{upper}"


def _shape(parse: Parse, evidence: Evidence, token: int) -> str:
    probability = evidence.strength.get(token, 0.0)
    if probability > LIKELY_CUE:
        return "CUE"
    tag = parse.tags[token]
    return tag if tag[0].isalpha() else parse.words[token]


def _cue_evidence(seen: _Segment, mention: Mention) -> list[str]:
    """How the mention's own cue relates to the segment."""
    parse, alignment = seen.parse, seen.alignment
    own = own_cue(parse, alignment, seen.evidence, seen.number, mention)
    if own is None:
        return ["no-cue"]
    cue, role, probability = own
    first, last = seen.tokens
    level = probability_bin(probability)
    governs = _governs(seen, cue)
    side = "behind" if cue >= last else "before"
    closer = _closer_cues(seen, cue)
    edge = seen.edges[side]
    distance = distance_bin(cue - last + 1 if cue >= last else cue - first)
    same = parse.sentence[cue] == parse.sentence[last - 1 if cue >= last else first]
    names = [
        f"cue={level}",
        f"role={role}",
        f"role+cue={role}|{level}",
        f"role+class={role}|{parse.reporting[cue]}|{parse.tags[cue]}",
        f"governs={governs}",
        f"governs+cue={governs}|{level}",
        f"governs+role={governs}|{role}",
        f"closer-cues={side}|{closer}|{level}",
        f"edge+cue={side}|{edge}|{level}|{min(closer, 1)}",
        f"cue-distance={distance}",
        f"cue-sentence={side}|{same}|{level}",
    ]
    if not same and parse.paragraph[cue] == parse.paragraph[first]:
        names.append(f"follow-on={side}|{level}")
    if leads_in(parse, cue, first):
        names.append(f"led-in+cue={role}|{level}|{min(closer, 1)}")
    if alignment.quoted[cue] >= 0:
        names.append("cue-quoted")
    where = f"{side}|{same}"
    names += (
        f"own={role}|{governs}|{side}|{min(closer, 2)}",
        f"own+level={role}|{level}|{where}",
        f"own+stem={parse.stems[cue]}|{where}",
        f"own+distance={role}|{distance}",
        f"own+edge={role}|{edge}|{where}",
        f"own+sort={role}|{sort_of(parse, mention)}|{governs}",
        f"own+class={role}|{parse.noun_kinds[mention.head]}|{governs}",
    )
    return names


def _closer_cues(seen: _Segment, cue: int) -> int:
    """Count the likely cues between the segment and a cue, up to three."""
    first, last = seen.tokens
    gap = range(last, cue) if cue >= last else range(cue + 1, first)
    if len(gap) > _FAR:
        return 3
    quoted = seen.alignment.quoted
    closer = sum(quoted[token] < 0 for token in likely_cues(seen.evidence, gap.start, gap.stop))
    return min(closer, 3)


def _governs(seen: _Segment, cue: int) -> str:
    """Tell whether the segment hangs on the cue, and how many of its loose ends do."""
    first, last = seen.tokens
    if any(seen.parse.heads[token] == cue for token in seen.roots):
        return "direct"
    if any(cue in above for above in seen.roots.values()):
        return "reached"
    hangs = any(first <= token < last for token in ancestors(seen.parse, cue))
    return "hangs" if hangs else "no"


def _reported(seen: _Segment, mention: Mention) -> list[str]:
    """Whether the segment lies in what a cue reports, and the mention is that cue's source."""
    head, probability = seen.evidence.reported.get(seen.tokens.start, (-1, 0.0))
    if not probability:
        return []
    return [f"reported={head == mention.head}|{probability_bin(probability)}"]


def _support(evidence: Evidence, number: int, head: int) -> list[str]:
    """How likely the source's own report holds the segment, and how likely another's does."""
    support = evidence.support.get(number, {})
    own = support.get(head, 0.0)
    others = max((rival for other, rival in support.items() if other != head), default=0.0)
    sort = "none:" if head < 0 else ""
    level = probability_bin(own)
    return [
        f"{sort}support={level}",
        f"{sort}support+others={level}|{probability_bin(others)}",
        f"{sort}supported={own > others}|{others > 0}",
    ]


def _document(parse: Parse, evidence: Evidence, mention: Mention) -> list[str]:
    """How often the name occurs and speaks in the document."""
    if not parse.tags[mention.head].startswith("NNP"):
        return []
    name = parse.lowers[mention.head]
    return [
        f"frequency={min(evidence.frequency[name], 5)}",
        f"voice={min(int(evidence.voice.get(name, 0.0) * 2), 8)}",
    ]


def _continuity(seen: _Segment, *, same: bool) -> Iterator[str]:
    """How near the segment before is, for a mention that was its source and for any other."""
    parse, first = seen.parse, seen.tokens[0]
    before = seen.alignment.ranges[seen.number - 1]
    paragraphs = clip(parse.paragraph[first] - parse.paragraph[before[0]], 2)
    gap = first - before[1]
    near = "joined" if gap <= _TOUCHING else "near" if gap <= _NEAR_GAP else "far"
    yield f"previous={same}|{paragraphs}"
    yield f"previous+led-in={same}|{_is_led(parse, first)}"
    yield f"previous+near={same}|{paragraphs}|{near}"
    ends = parse.words[before[1] - 1]
    yield f"previous+ends={same}|{paragraphs}|{ends if not ends[0].isalnum() else 'word'}"
    if same:
        opens = first == paragraph_of(parse, first)[0] + 1
        alone = seen.alignment.segments[seen.number].continues
        yield f"same|opens={opens}|continues={alone}"


def no_segment_source_features(
    parse: Parse, alignment: Alignment, evidence: Evidence, number: int
) -> Iterator[str]:
    """Name what speaks for the segment's having no source in the text."""
    first, last = alignment.ranges[number]
    yield "none"
    yield f"none:length={distance_bin(last - first)}"
    yield f"none:led-in={_is_led(parse, first)}"
    yield from _support(evidence, number, -1)
    roots = {
        parse.heads[token] for token in range(first, last) if not first <= parse.heads[token] < last
    }
    for root in roots:
        yield f"none:governor={probability_bin(evidence.strength.get(root, 0.0))}"
        yield f"none:tag={parse.tags[root]}"
        yield f"none:class={parse.reporting[root]}|{parse.tags[root]}"
        for child in parse.children[root]:
            if parse.deps[child] in ("nsubj", "nsubjpass", "auxpass", "agent", "poss"):
                yield f"none:has={parse.deps[child]}"
