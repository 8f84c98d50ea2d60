"""Relays: who passes words on, where that is somebody else than their speaker.

It is the speaker of the smallest other quotation whose content holds these words; or else the
outlet or person that a phrase beside the cue names: *the mayor said …, according to the Courier*.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from quoteattr.attribution.attributions import Attribution
from quoteattr.attribution.nesting import find_holders
from quoteattr.attribution.setting_phrases import contents_by_sentence, cue_token, free_tokens
from quoteattr.lexicon.word_lists import marked_words, read_table
from quoteattr.records import Span, Speaker, SpeakerKind
from quoteattr.syntax.mentions import Mention, can_speak, find_mentions
from quoteattr.syntax.noun_phrases import phrase_referent
from quoteattr.syntax.tokens import Parse, chars_of

__all__ = ["find_relays", "is_same"]

_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_OUTLET_VERBS = marked_words("outlet-says")


def find_relays(
    parse: Parse, attributions: Sequence[Attribution], speakers: Sequence[Speaker | None]
) -> tuple[Speaker | None, ...]:
    """Give for each attribution who passes its words on, where that is not its own speaker.

    Args:
        parse: the text's tokens.
        attributions: all attributions of the text.
        speakers: the speaker of each.
    """
    relays: list[Speaker | None] = []
    holders = find_holders(attributions)
    contents = contents_by_sentence(parse, attributions)
    cues = [cue_token(parse, attribution) for attribution in attributions]
    others = frozenset(cue for cue in cues if cue is not None)
    for number, speaker in enumerate(speakers):
        outer = _holder(attributions, number, holders[number])
        relay = speakers[outer] if outer is not None else None
        if outer is None and speaker is not None:
            relay = _beside(parse, cues[number], others, contents, speakers)
        relays.append(None if relay is None or is_same(relay, speaker) else relay)
    return tuple(relays)


def is_same(one: Speaker, other: Speaker | None) -> bool:
    """Tell whether two speakers of a text are one entity, whichever title fits each best."""
    if other is None:
        return False
    if one.entity is None or other.entity is None:
        return one.name == other.name
    return one.entity == other.entity


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


def _beside(
    parse: Parse,
    cue: int | None,
    cues: Collection[int],
    contents: Mapping[int, Sequence[frozenset[int]]],
    speakers: Sequence[Speaker | None],
) -> Speaker | None:
    """Give whoever a phrase in the cue's sentence names: according to Reuters, Reuters reported."""
    if cue is None or parse.lowers[cue] in ("according", "per"):
        return None
    free = free_tokens(parse, contents, cue).difference(cues)
    heads = [head for token in sorted(free) for head in _named_by(parse, token, cue)]
    for mention in find_mentions(parse) if heads else ():
        if mention.head in heads and (can_speak(parse, mention) or _is_outlet(parse, mention)):
            return _speaker(parse, mention, speakers)
    return None


def _is_outlet(parse: Parse, mention: Mention) -> bool:
    """Tell whether a common noun stands for an outlet: state television."""
    return "outlet" in read_table("setting_nouns").get(parse.lowers[mention.head], "")


def _named_by(parse: Parse, token: int, cue: int) -> Iterator[int]:
    """Give the noun behind "according to" and "per", and the subject of a verb of reporting."""
    word = parse.lowers[token]
    if word == "according" or (word == "per" and parse.words[token - 1] == ","):
        yield from _with_dependency(parse, _below(parse, token), "pobj")
    elif word in _OUTLET_VERBS and token != cue:
        yield from _with_dependency(parse, parse.children[token], "nsubj")


def _below(parse: Parse, token: int) -> list[int]:
    """Give what hangs on a token, but for marks, and what hangs on that."""
    children = [child for child in parse.children[token] if parse.deps[child] != "punct"]
    return [*children, *(grand for child in children for grand in parse.children[child])]


def _with_dependency(parse: Parse, tokens: Iterable[int], dependency: str) -> Iterator[int]:
    return (token for token in tokens if parse.deps[token] == dependency)


def _speaker(parse: Parse, mention: Mention, speakers: Sequence[Speaker | None]) -> Speaker:
    """Give the speaker that a mention is known to refer to, or else one of the name it gives."""
    start, end = chars_of(parse, mention.start, mention.end)
    head = parse.starts[mention.head]
    known = (speaker for speaker in speakers if speaker is not None)
    for speaker in known:
        if any(span.start <= head < span.end for span in speaker.mentions):
            return speaker
    referent = phrase_referent(parse, mention)
    named = parse.tags[mention.head].startswith("NNP")
    span = Span(start=start, end=end, text=parse.text[start:end])
    name = _ARTICLE.sub("", referent.name) if named else referent.name
    kind = SpeakerKind.ORGANIZATION if named else referent.kind
    return Speaker(name=name, kind=kind, mentions=(span,))
