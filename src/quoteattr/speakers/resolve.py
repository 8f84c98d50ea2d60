"""Mentions to speakers: names, kinds, titles and members of those behind the quotations."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence

import attrs

from quoteattr.attribution.attributions import Attribution
from quoteattr.entities.cast import build_cast
from quoteattr.entities.given_clusters import Clusters
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.records import Span, Speaker, SpeakerKind
from quoteattr.scoring.choice import Choice
from quoteattr.scoring.confidence import SpeakerLink
from quoteattr.speakers.antecedents import walk_through
from quoteattr.speakers.best_title import best_title
from quoteattr.speakers.speaker_kinds import kind_of
from quoteattr.speakers.speaker_titles import SpeakerTitle, titles_of_speakers
from quoteattr.speakers.walks import Decide, Walk, by_weights
from quoteattr.syntax.mentions import Mention
from quoteattr.syntax.noun_phrases import phrase_of, phrase_text
from quoteattr.syntax.tokens import Parse, chars_of, tokens_between
from quoteattr.text.segments import Segment

__all__ = ["Referents", "Resolution", "link_of", "name_of", "resolve_speakers"]

_I = marked_words("narrator")
_SINGLE = frozenset({SpeakerKind.PERSON, SpeakerKind.UNNAMED})


@attrs.frozen(kw_only=True, eq=False)
class Referents:
    """Whom a source, or a quotation without one, could mean.

    Attributes:
        choice: the record of the decision, by numbers of trails.
        walk: the walk through the text, which knows the trails.
    """

    choice: Choice[int]
    walk: Walk


@attrs.frozen(kw_only=True, eq=False)
class Resolution:
    """Who is behind the quotations of a text.

    Attributes:
        speakers: the speaker of each attribution, None where the text does not tell.
        choices: how each was chosen, None where grammar alone tells.
        links: how sure that is.
        walk: the walk through the text that chose them.
    """

    speakers: tuple[Speaker | None, ...]
    choices: tuple[Choice[int] | None, ...]
    links: tuple[SpeakerLink, ...]
    walk: Walk

    def referents(self) -> Iterator[Referents | None]:
        """Give for each attribution whom its words could mean, None where nothing was chosen."""
        for choice in self.choices:
            yield None if choice is None else Referents(choice=choice, walk=self.walk)

    def named_at(self, token: int) -> Speaker | None:
        """Give whoever the text names at a token, whether a quotation is theirs or not."""
        number = self.walk.cast.at.get(token)
        if number is None:
            return None
        kind = kind_of(self.walk, number)
        return Speaker(name=name_of(self.walk, number), kind=kind, entity=number)


def resolve_speakers(
    parse: Parse,
    attributions: Sequence[Attribution],
    segments: Sequence[Segment],
    clusters: Clusters = (),
    decide: Decide | None = None,
) -> Resolution:
    """Resolve the speaker of each attribution.

    Args:
        parse: the text's tokens.
        attributions: what was said, each with the mention that it hangs on.
        segments: the quote-marked stretches of the text.
        clusters: tokens that are known to refer to the same, which outweighs all but names.
        decide: answers the questions of the walk, by default with the weights of the package.
    """
    heads = [attribution.source.head for attribution in attributions if attribution.source]
    spoken = [bounds for attribution in attributions for bounds in attribution.verbatim]
    cast = build_cast(parse, segments, heads, clusters, spoken)
    walk = walk_through(cast, attributions, decide or by_weights(), clusters)
    return Resolution(
        speakers=tuple(_speakers(walk, segments)),
        choices=tuple(_choice(walk, number) for number in range(len(attributions))),
        links=tuple(link_of(walk, number) for number in range(len(attributions))),
        walk=walk,
    )


def link_of(walk: Walk, number: int) -> SpeakerLink:
    """Say how sure the choice of an attribution's speaker is."""
    source, speaker = walk.attributions[number].source, walk.speakers.get(number)
    choice = _choice(walk, number)
    if speaker is None:
        sort = "nobody"
    elif source is None:
        sort = "none"
    elif source.head in walk.cast.at:
        sort = "name"
    else:
        sort = "noun" if walk.cast.parse.tags[source.head][:2] == "NN" else "pronoun"
    return SpeakerLink(
        sort=sort,
        label="" if speaker is None else walk.trails[speaker].label,
        share=1.0 if choice is None else choice.probability,
    )


def _choice(walk: Walk, number: int) -> Choice[int] | None:
    source = walk.attributions[number].source
    return walk.continued.get(number) if source is None else walk.answers.get(source.head)


# --- records -----------------------------------------------------------------------------------


@attrs.frozen(kw_only=True, eq=False)
class _Portrait:
    """What every quotation of one speaker shares.

    Attributes:
        speaker: the record, but for the best title.
        titles: in text order.
        members: those who speak together.
    """

    speaker: Speaker
    titles: Sequence[SpeakerTitle]
    members: Sequence[int]


def _speakers(walk: Walk, segments: Sequence[Segment]) -> Iterator[Speaker | None]:
    """Give the speaker of each attribution, with the title that fits best there."""
    needed = dict.fromkeys(walk.speakers[number] for number in sorted(walk.speakers))
    asked = list(needed)
    for number in asked:
        asked += (member for member in walk.trails[number].members if member not in needed)
        needed.update(dict.fromkeys(walk.trails[number].members))
    kinds = {number: kind_of(walk, number) for number in needed}
    mentions = _mentions(walk, kinds, segments)
    titles = titles_of_speakers(walk, kinds)
    portraits = {
        number: _portrait(walk, number, kinds[number], titles[number], mentions[number])
        for number in needed
    }
    for number, attribution in enumerate(walk.attributions):
        speaker = walk.speakers.get(number)
        token = _token_of(walk.cast.parse, attribution)
        yield None if speaker is None else _speaker(walk, portraits, speaker, token)


def _speaker(walk: Walk, portraits: Mapping[int, _Portrait], number: int, token: int) -> Speaker:
    portrait = portraits[number]
    parse, speaker, titles = walk.cast.parse, portrait.speaker, portrait.titles
    best = best_title(parse, titles, token, required=number >= len(walk.cast.people))
    if best is not None and not best.settled:
        told = [title for title in titles if title.settled or title is best]
        speaker = attrs.evolve(speaker, titles=_each_once(parse, told))
    return attrs.evolve(
        speaker,
        title=None if best is None else _span(parse, best.start, best.end).text,
        members=tuple(_speaker(walk, portraits, member, token) for member in portrait.members),
    )


def _portrait(
    walk: Walk,
    number: int,
    kind: SpeakerKind,
    titles: Sequence[SpeakerTitle],
    mentions: tuple[Span, ...],
) -> _Portrait:
    settled = [title for title in titles if title.settled]
    speaker = Speaker(
        name=name_of(walk, number),
        kind=kind,
        titles=_each_once(walk.cast.parse, settled),
        mentions=mentions,
        entity=number,
    )
    return _Portrait(speaker=speaker, titles=titles, members=walk.trails[number].members)


def _each_once(parse: Parse, titles: Sequence[SpeakerTitle]) -> tuple[Span, ...]:
    spans: dict[str, Span] = {}
    for title in titles:
        span = _span(parse, title.start, title.end)
        spans.setdefault(span.text.lower(), span)
    return tuple(spans.values())


def name_of(walk: Walk, number: int) -> str:
    """Give the fullest name, or those of all, else the noun phrase: Bo Ek and Ann Lee."""
    trail = walk.trails[number]
    if trail.phrase is None:
        return walk.cast.entities[number].name
    names = [
        walk.cast.entities[one].name for one in trail.members if walk.trails[one].phrase is None
    ]
    if 1 < len(names) == len(trail.members) == len({*names}):
        either = "or" in walk.cast.parse.lowers[slice(*trail.phrase)]
        return (" or " if either else " and ").join([", ".join(names[:-1]), names[-1]])
    return phrase_text(walk.cast.parse, *trail.phrase)


def _token_of(parse: Parse, attribution: Attribution) -> int:
    """Give the token that titles are measured from: the source, else the words' first."""
    if attribution.source:
        return attribution.source.head
    return min(bisect.bisect_left(parse.starts, attribution.content[0][0]), len(parse) - 1)


def _mentions(
    walk: Walk, kinds: Mapping[int, SpeakerKind], segments: Sequence[Segment]
) -> dict[int, tuple[Span, ...]]:
    """Collect the spans that refer to each speaker: names, references, and "I" in its words."""
    spans: dict[int, set[tuple[int, int]]] = {number: set() for number in kinds}
    for number, found in spans.items():
        if walk.trails[number].phrase is None:
            found.update(walk.cast.entities[number].spans)
    for token, number in walk.found.items():
        if number in spans and token not in walk.cast.at:
            spans[number].add(_extent(walk, token))
    for number, token in _first_persons(walk, kinds, segments):
        spans[number].add((token, token + 1))
    return {
        number: tuple(_span(walk.cast.parse, start, end) for start, end in sorted(found))
        for number, found in spans.items()
    }


def _extent(walk: Walk, token: int) -> tuple[int, int]:
    """Give the tokens of a reference."""
    number, reference = walk.found[token], walk.references.get(token)
    phrase = walk.trails[number].phrase
    if phrase and phrase[0] <= token < phrase[1]:
        return phrase
    if reference is None or reference.pronoun:
        return token, token + 1
    mention = Mention(start=reference.start, end=reference.end, head=token)
    return phrase_of(walk.cast.parse, mention)


def _first_persons(
    walk: Walk, kinds: Mapping[int, SpeakerKind], segments: Sequence[Segment]
) -> Iterator[tuple[int, int]]:
    """Give "I" and "my" between a single speaker's marks, but for what is quoted in there."""
    parse = walk.cast.parse
    inner = [(segment.start, segment.end) for segment in segments if segment.depth]
    for number, speaker in walk.speakers.items():
        if kinds[speaker] not in _SINGLE:
            continue
        for start, end in walk.attributions[number].verbatim:
            for token in range(*tokens_between(parse, start, end)):
                own = parse.lowers[token] in _I and parse.tags[token][:3] == "PRP"
                if own and not _within(inner, parse.starts[token]):
                    yield speaker, token


def _within(spans: Sequence[tuple[int, int]], place: int) -> bool:
    """Tell whether the last of the spans that begins up to the place holds it."""
    number = bisect.bisect_right(spans, (place, place))
    return number > 0 and place < spans[number - 1][1]


def _span(parse: Parse, start: int, end: int) -> Span:
    first, last = chars_of(parse, start, end)
    return Span(start=first, end=last, text=parse.text[first:last])
