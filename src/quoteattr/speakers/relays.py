"""Relays: who passes words on, where that is somebody else than their speaker.

It is the speaker of the smallest other quotation whose content holds these words; or else the
outlet or person that a phrase beside the cue names: *the mayor said …, according to the Courier*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TypeAlias

import attrs

from quoteattr.attribution.attributions import Attribution, cue_token
from quoteattr.attribution.nesting import find_holders
from quoteattr.attribution.setting_phrases import contents_by_sentence, free_tokens
from quoteattr.records import (
    Span,
    Speaker,
    SpeakerKind,
    free_entity,
    is_same_speaker,
    with_members,
)
from quoteattr.speakers.relay_phrases import relay_heads
from quoteattr.syntax.mentions import Mention, mention_of
from quoteattr.syntax.noun_phrases import phrase_referent
from quoteattr.syntax.tokens import Parse, chars_of

__all__ = ["find_relays"]

NamedAt: TypeAlias = Callable[[int], Speaker | None]

_SOURCE_PHRASES = frozenset({"according", "per"})
_BESIDE = frozenset({"appos", "npadvmod"})
_NAME_REACH = 6  # tokens behind a noun
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


def find_relays(
    parse: Parse,
    attributions: Sequence[Attribution],
    speakers: Sequence[Speaker | None],
    named_at: NamedAt = lambda _: None,
) -> tuple[Speaker | None, ...]:
    """Give for each attribution who passes its words on, where that is not its own speaker.

    Args:
        parse: the text's tokens.
        attributions: all attributions of the text.
        speakers: the speaker of each.
        named_at: gives whoever the text names at a token.
    """
    holders = find_holders(attributions)
    contents = contents_by_sentence(parse, attributions)
    cues = [cue_token(parse, attribution) for attribution in attributions]
    taken = frozenset(cue for cue in cues if cue is not None)
    phrases = _source_phrases(parse, cues)

    def relay_of(number: int) -> Speaker | None:
        cue = cues[number]
        outer = _holder(attributions, number, holders[number])
        if outer is None and cue is not None:
            outer = _around_cue(attributions, number, phrases.get(parse.sentence[cue], ()))
        if outer is not None or cue is None or speakers[number] is None:
            return None if outer is None else speakers[outer]
        free = free_tokens(parse, contents, cue) - taken | {cue}
        return _beside(parse, cue, free, speakers, named_at)

    relays = _numbered([relay_of(number) for number in range(len(speakers))], speakers)
    return tuple(
        None if relay is None or is_same_speaker(relay, speaker) else relay
        for relay, speaker in zip(relays, speakers, strict=True)
    )


def _numbered(
    relays: Sequence[Speaker | None], speakers: Iterable[Speaker | None]
) -> Iterator[Speaker | None]:
    """Give who speaks nowhere a number, the same for the same words of the text."""
    named = filter(None, (*speakers, *relays))
    first = free_entity(one for speaker in named for one in with_members(speaker))
    numbers: dict[tuple[Span, ...], int] = {}
    for relay in relays:
        if relay is None or relay.entity is not None:
            yield relay
        else:
            number = numbers.setdefault(relay.mentions, first + len(numbers))
            yield attrs.evolve(relay, entity=number)


def _holder(attributions: Sequence[Attribution], number: int, holders: Iterable[int]) -> int | None:
    """Number the attribution of the smallest content that holds another with its cue."""
    inner = attributions[number]
    ranges = [*inner.content, *([inner.cue] if inner.cue else [])]
    holding = [
        other
        for other in sorted(holders)
        if _holds(attributions[other], ranges) and _size(attributions[other]) > _size(inner)
    ]
    return min(holding, key=lambda other: _size(attributions[other]), default=None)


def _holds(outer: Attribution, ranges: Sequence[tuple[int, int]]) -> bool:
    return all(
        any(start <= first and last <= end for start, end in outer.content)
        for first, last in ranges
    )


def _size(attribution: Attribution) -> int:
    return sum(end - start for start, end in attribution.content)


def _source_phrases(parse: Parse, cues: Sequence[int | None]) -> dict[int, list[int]]:
    """Number by sentence the attributions whose cue is "according to"."""
    found: dict[int, list[int]] = {}
    for number, cue in enumerate(cues):
        if cue is not None and parse.lowers[cue] in _SOURCE_PHRASES:
            found.setdefault(parse.sentence[cue], []).append(number)
    return found


def _around_cue(
    attributions: Sequence[Attribution], number: int, others: Iterable[int]
) -> int | None:
    """Number whoever reports a cue without all it reports: he said, according to her, that …."""
    inner = attributions[number]
    for other in others:
        outer = attributions[other]
        if not inner.cue or not outer.cue or outer.cue[0] > inner.content[-1][1]:
            continue
        if any(start <= inner.cue[0] < end for start, end in outer.content):
            return other
    return None


def _beside(
    parse: Parse,
    cue: int,
    free: Collection[int],
    speakers: Sequence[Speaker | None],
    named_at: NamedAt,
) -> Speaker | None:
    """Give whoever a phrase in the cue's sentence names: according to Reuters, Reuters reported."""
    heads = () if parse.lowers[cue] in _SOURCE_PHRASES else relay_heads(parse, cue, free)
    if not heads:
        return None
    mention = mention_of(parse, _name_beside(parse, heads[0]))
    return _speaker(parse, mention, speakers, named_at(mention.head))


def _name_beside(parse: Parse, head: int) -> int:
    """Give the name in apposition to a common noun, or the noun itself: her lawyer, Jan Vos."""
    if parse.tags[head].startswith("NNP"):
        return head
    for name in range(head + 1, min(head + _NAME_REACH, len(parse))):
        if parse.tags[name] == "NNP" and parse.deps[name] in _BESIDE:
            behind = parse.lefts[name] - (parse.words[head + 1] == ",")
            return name if behind == head + 1 else head
    return head


def _speaker(
    parse: Parse, mention: Mention, speakers: Sequence[Speaker | None], named: Speaker | None
) -> Speaker:
    """Give the speaker that a mention is known to refer to, or else one of the name it gives."""
    start, end = chars_of(parse, mention.start, mention.end)
    head = parse.starts[mention.head]
    for speaker in speakers:
        if speaker is not None and _is_meant(speaker, head, named):
            return speaker
    span = Span(start=start, end=end, text=parse.text[start:end])
    if named is not None:
        return attrs.evolve(named, mentions=(span,))
    referent = phrase_referent(parse, mention)
    proper = parse.tags[mention.head].startswith("NNP")
    name = _ARTICLE.sub("", referent.name) if proper else referent.name
    kind = SpeakerKind.ORGANIZATION if proper else referent.kind
    return Speaker(name=name, kind=kind, mentions=(span,))


def _is_meant(speaker: Speaker, head: int, named: Speaker | None) -> bool:
    """Tell whether a speaker is whom the text names at a place, or mentions there."""
    if named is not None:
        return speaker.entity == named.entity
    return any(span.start <= head < span.end for span in speaker.mentions)
