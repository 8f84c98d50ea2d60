"""Mentions to speakers: names, kinds and titles of those behind the quotations."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator, Mapping, Sequence

import attrs

from quoteattr.attribution.attributions import Attribution
from quoteattr.entities.given_clusters import Clusters
from quoteattr.entities.inventory import Index, build_index
from quoteattr.entities.organizations import fullest_name
from quoteattr.entities.title_features import head_of, noun_kind
from quoteattr.entities.titles import Title, title_of_phrase
from quoteattr.lexicon.noun_kinds import is_body, is_person_noun
from quoteattr.records import Span, Speaker, SpeakerKind
from quoteattr.speakers.best_title import best_title
from quoteattr.speakers.noun_anaphors import resolve_anaphors, with_titles_of_anaphors
from quoteattr.speakers.noun_referents import find_referent, named_person, person_beside, text_owner
from quoteattr.speakers.pronoun_antecedents import GENDERS
from quoteattr.syntax.mentions import Mention, can_speak
from quoteattr.syntax.noun_phrases import Referent, phrase_of, phrase_referent
from quoteattr.syntax.tokens import Parse, subtree
from quoteattr.text.segments import Segment

__all__ = ["resolve_speakers"]

_FIRST_PERSON = frozenset({"i", "me", "my", "we", "us", "our", "myself", "ourselves"})
_I = frozenset({"i", "me", "mine", "my", "myself"})
_SINGLE = frozenset({SpeakerKind.PERSON, SpeakerKind.UNNAMED})
_ANSWERS = {
    "it": (SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT),
    "they": (SpeakerKind.GROUP, SpeakerKind.ORGANIZATION),
}
_GROUP_REACH = 60
_NEAR = 2
_WINDOW = 20
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_NEUTRAL = frozenset({"it", "its", "they", "them", "their", "this"})


def resolve_speakers(
    parse: Parse,
    attributions: Sequence[Attribution],
    segments: Sequence[Segment],
    clusters: Clusters = (),
) -> tuple[Speaker | None, ...]:
    """Give the speaker of each attribution, None where the text does not tell.

    Args:
        parse: the text's tokens.
        attributions: what was said, each with the mention that it hangs on.
        segments: the quote-marked stretches of the text.
        clusters: tokens that are known to refer to the same, which outweighs all but names.
    """
    heads = [attribution.source.head for attribution in attributions if attribution.source]
    index = build_index(parse, segments, heads, clusters)
    plain = {
        attribution.source.head: find_referent(index, attribution.source)
        for attribution in attributions
        if attribution.source and not _is_pronoun(parse, attribution.source)
    }
    resolved = resolve_anaphors(index, plain, frozenset(heads))
    resolved |= dict(_told(index, clusters))
    index = with_titles_of_anaphors(index, resolved)
    referents = _referents(index, attributions, {**plain, **resolved})
    mentions = _mentions(index, attributions, referents, resolved, segments)
    portraits = _portraits(index, referents, mentions)
    return tuple(
        None
        if referent is None
        else _speaker(index, referent, _token_of(parse, attribution), portraits[_key(referent)])
        for referent, attribution in zip(referents, attributions, strict=True)
    )


def _told(index: Index, clusters: Clusters) -> Iterator[tuple[int, Referent]]:
    """Give what each token of a cluster refers to: its person by name, else its first noun."""
    parse = index.parse
    for cluster in clusters:
        named = next((token for token in cluster if token in index.person_at), None)
        noun = next((token for token in cluster if parse.tags[token][:2] == "NN"), named)
        if noun is None:
            continue
        first = min([noun, *parse.children[noun]])
        referent = (
            find_referent(index, Mention(start=first, end=subtree(parse, noun)[1], head=noun))
            if named is None
            else named_person(index, index.person_at[named])
        )
        yield from ((token, referent) for token in cluster)


def _is_pronoun(parse: Parse, mention: Mention) -> bool:
    word = parse.lowers[mention.head]
    return word in GENDERS or word in _FIRST_PERSON | _RELATIVE | _NEUTRAL


def _token_of(parse: Parse, attribution: Attribution) -> int:
    """Give the token that titles are measured from: the source, else the words' first."""
    if attribution.source:
        return attribution.source.head
    return min(bisect.bisect_left(parse.starts, attribution.content[0][0]), len(parse) - 1)


# --- one referent for each attribution ---------------------------------------------------------


def _referents(
    index: Index,
    attributions: Sequence[Attribution],
    resolved: Mapping[int, Referent],
) -> list[Referent | None]:
    found: list[Referent | None] = []
    for attribution in attributions:
        source = attribution.source
        if source is None:
            follows = attribution.follows
            found.append(None if follows is None or follows >= len(found) else found[follows])
        elif _is_pronoun(index.parse, source) and source.head not in resolved:
            found.append(_pronoun(index, attributions, source, resolved, found))
        else:
            found.append(_author(index, source, resolved) or resolved[source.head])
    return found


def _author(index: Index, source: Mention, resolved: Mapping[int, Referent]) -> Referent | None:
    """Give the person behind "her letter" or "his office", but not "his equal, Ann Lee"."""
    if person_beside(index, source.head) is not None:
        return None
    for child in text_owner(index.parse, source):
        if child in resolved:
            return resolved[child]
    return None


def _pronoun(
    index: Index,
    attributions: Sequence[Attribution],
    source: Mention,
    resolved: Mapping[int, Referent],
    found: Sequence[Referent | None],
) -> Referent | None:
    word = index.parse.lowers[source.head]
    if word in GENDERS:
        return None
    if word in _FIRST_PERSON:
        return _outer(index.parse, attributions, source, found)
    if word in _NEUTRAL:
        return _latest_body(index, attributions, source, found)
    return _antecedent(index, source, resolved)


def _outer(
    parse: Parse,
    attributions: Sequence[Attribution],
    source: Mention,
    found: Sequence[Referent | None],
) -> Referent | None:
    """Give the speaker of the quotation that "I" stands in."""
    place = parse.starts[source.head]
    for number in range(len(found) - 1, max(-1, len(found) - _WINDOW), -1):
        if any(start <= place < end for start, end in attributions[number].content):
            return found[number]
    return None


def _latest_body(
    index: Index,
    attributions: Sequence[Attribution],
    source: Mention,
    found: Sequence[Referent | None],
) -> Referent | None:
    """Give the last organisation, group or document that spoke, else was named, before "it"."""
    kinds = _ANSWERS["they" if index.parse.lowers[source.head][:2] == "th" else "it"]
    near = [
        referent
        for attribution, referent in zip(
            attributions[max(0, len(found) - _WINDOW) : len(found)], found[-_WINDOW:], strict=True
        )
        if referent is not None
        and not (attribution.source and _far(index.parse, attribution.source.head, source.head))
    ]
    for kind in kinds:
        for referent in reversed(near):
            if referent.kind is kind:
                return referent
    if kinds[0] is SpeakerKind.GROUP:
        return _latest_group(index, source)
    place = bisect.bisect_left(index.bodies.latest, (source.head, ""))
    if not place or _far(index.parse, index.bodies.latest[place - 1][0], source.head):
        return _latest_subject(index, source)
    name = index.bodies.latest[place - 1][1]
    return Referent(name=fullest_name(index.bodies, name), kind=SpeakerKind.ORGANIZATION)


def _latest_subject(index: Index, source: Mention) -> Referent | None:
    """Give the last subject before "it" that is named, or a body; far off it must speak."""
    parse = index.parse
    for head in range(source.head - 1, max(-1, source.head - _GROUP_REACH), -1):
        named = parse.words[head][0].isupper() and parse.tags[head][:2] == "NN"
        body = parse.tags[head] == "NN" and is_body(parse.lowers[head])
        subject = parse.deps[head] in ("nsubj", "nsubjpass") and not index.quoted[head]
        if (named or body) and subject and head not in index.person_at:
            first = min([head, *parse.children[head]])
            found = Mention(start=first, end=head + 1, head=head)
            beside = parse.paragraph[head] == parse.paragraph[source.head]
            if beside or can_speak(parse, found):
                return find_referent(index, found)
    return None


def _latest_group(index: Index, source: Mention) -> Referent | None:
    """Give the last subject of the reporter's before "they" that is several, and can speak."""
    parse = index.parse
    for head in range(source.head - 1, max(-1, source.head - _GROUP_REACH), -1):
        if parse.deps[head] not in ("nsubj", "nsubjpass") or index.quoted[head]:
            continue
        first = min([head, *parse.children[head]])
        group = Mention(start=first, end=subtree(parse, head)[1], head=head)
        if any(parse.deps[child] == "conj" for child in parse.children[head]):
            referent = find_referent(index, group)
            if referent.kind is SpeakerKind.GROUP:
                return referent
        speaks = is_person_noun(parse.lowers[head]) or can_speak(parse, group)
        if parse.tags[head] in ("NNS", "NNPS") and speaks:
            return phrase_referent(parse, group)
    return None


def _far(parse: Parse, one: int, two: int) -> bool:
    return abs(parse.paragraph[two] - parse.paragraph[one]) > _NEAR


def _antecedent(index: Index, source: Mention, resolved: Mapping[int, Referent]) -> Referent | None:
    """Give the noun of the same paragraph that a relative pronoun belongs to."""
    parse = index.parse
    opening = parse.paragraphs[parse.paragraph[source.head]][0]
    verb = parse.heads[source.head]
    while parse.deps[verb] != "relcl" and parse.heads[verb] != verb and parse.heads[verb] < verb:
        verb = parse.heads[verb]
    head = parse.heads[verb] if parse.deps[verb] == "relcl" else source.start - 1
    if head >= source.start or head < 0:
        head = source.start - 1
    while head > opening and not parse.words[head][0].isalnum():
        head -= 1
    if head < opening:
        return None
    if head in resolved:
        return resolved[head]
    if parse.tags[head][:2] != "NN" and head not in index.person_at:
        return None
    first = min([head, *parse.children[head]])
    return find_referent(index, Mention(start=first, end=head + 1, head=head))


# --- records -----------------------------------------------------------------------------------


def _mentions(
    index: Index,
    attributions: Sequence[Attribution],
    referents: Sequence[Referent | None],
    resolved: Mapping[int, Referent],
    segments: Sequence[Segment],
) -> dict[str | int, tuple[Span, ...]]:
    """Collect the spans of each speaker that is needed."""
    spans: dict[str | int, set[tuple[int, int]]] = {
        _key(referent): set() for referent in referents if referent is not None
    }
    everything = itertools.chain(
        _all_mentions(index, attributions, referents, resolved),
        _first_persons(index, attributions, referents, segments),
    )
    for key, start, end in everything:
        if key in spans:
            spans[key].add((start, end))
    return {
        key: tuple(_span(index.parse, start, end) for start, end in sorted(found))
        for key, found in spans.items()
    }


def _all_mentions(
    index: Index,
    attributions: Sequence[Attribution],
    referents: Sequence[Referent | None],
    resolved: Mapping[int, Referent],
) -> Iterator[tuple[str | int, int, int]]:
    """Give names, pronouns, and sources that are neither, each with its speaker's key."""
    for number, person in enumerate(index.people):
        for name in person.names:
            yield number, name.start, name.end
    yield from _body_mentions(index)
    for token, referent in resolved.items():
        if index.parse.tags[token] in ("PRP", "PRP$"):
            yield _key(referent), token, token + 1
    for attribution, speaker in zip(attributions, referents, strict=True):
        source = attribution.source
        if source and speaker is not None and source.head not in index.person_at:
            yield _key(speaker), *phrase_of(index.parse, source)


def _first_persons(
    index: Index,
    attributions: Sequence[Attribution],
    referents: Sequence[Referent | None],
    segments: Sequence[Segment],
) -> Iterator[tuple[str | int, int, int]]:
    """Give "I" and "my" between a single speaker's marks, but for what is quoted in there."""
    parse = index.parse
    inner = [(segment.start, segment.end) for segment in segments if segment.depth]
    for attribution, speaker in zip(attributions, referents, strict=True):
        if speaker is None or speaker.kind not in _SINGLE:
            continue
        for start, end in attribution.verbatim:
            first = bisect.bisect_left(parse.starts, start)
            for token in range(first, bisect.bisect_left(parse.starts, end)):
                own = parse.lowers[token] in _I and parse.tags[token][:3] == "PRP"
                if own and not _within(inner, parse.starts[token]):
                    yield _key(speaker), token, token + 1


def _within(spans: Sequence[tuple[int, int]], place: int) -> bool:
    """Tell whether the last of the spans that begins up to the place holds it."""
    number = bisect.bisect_right(spans, (place, place))
    return number > 0 and place < spans[number - 1][1]


def _body_mentions(index: Index) -> Iterator[tuple[str | int, int, int]]:
    """Give the organisations' names, each with its fullest form."""
    parse = index.parse
    for token, body in index.bodies.latest:
        first = parse.ends[token] - len(body)
        if parse.text.startswith(body, max(0, first)):
            start = bisect.bisect_left(parse.starts, first)
            yield fullest_name(index.bodies, body), start, token + 1


def _key(referent: Referent) -> str | int:
    return referent.name if referent.person is None else referent.person


def _span(parse: Parse, start: int, end: int) -> Span:
    first, last = parse.starts[start], parse.ends[end - 1]
    return Span(start=first, end=last, text=parse.text[first:last])


@attrs.frozen(kw_only=True, eq=False)
class _Portrait:
    """What every quotation of one speaker shares.

    Attributes:
        titles: in text order.
        spans: the distinct titles.
        mentions: whatever refers to the speaker.
    """

    titles: Sequence[Title]
    spans: tuple[Span, ...]
    mentions: tuple[Span, ...]


def _portraits(
    index: Index,
    referents: Sequence[Referent | None],
    mentions: Mapping[str | int, tuple[Span, ...]],
) -> dict[str | int, _Portrait]:
    distinct = {_key(referent): referent for referent in referents if referent is not None}
    return {key: _portrait(index, one, mentions[key]) for key, one in distinct.items()}


def _portrait(index: Index, referent: Referent, mentions: tuple[Span, ...]) -> _Portrait:
    titles = _titles(index, referent)
    spans: dict[str, Span] = {}
    for title in titles:
        span = _span(index.parse, title.start, title.end)
        spans.setdefault(span.text, span)
    return _Portrait(titles=titles, spans=tuple(spans.values()), mentions=mentions)


def _speaker(index: Index, referent: Referent, token: int, portrait: _Portrait) -> Speaker:
    best = best_title(index.parse, portrait.titles, token)
    return Speaker(
        name=referent.name,
        kind=referent.kind,
        title=None if best is None else _span(index.parse, best.start, best.end).text,
        titles=portrait.spans,
        mentions=portrait.mentions,
    )


def _titles(index: Index, referent: Referent) -> Sequence[Title]:
    if referent.person is not None:
        return sorted(index.titles[referent.person], key=lambda title: title.start)
    if referent.kind is SpeakerKind.UNNAMED and referent.phrase:
        return list(_own_title(index.parse, *referent.phrase))
    return ()


def _own_title(parse: Parse, start: int, end: int) -> Iterator[Title]:
    """Give the role that a speaker without a name is called by, if it says more than one noun."""
    head = head_of(parse, start, end)
    title = title_of_phrase(parse, start, head)
    if title and title.end - title.start > 1 and noun_kind(parse.lowers[head]) != "kin":
        yield title
