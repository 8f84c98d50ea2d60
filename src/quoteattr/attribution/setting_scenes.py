"""Setting scenes: a sentence beside a quotation that only tells on what occasion its speaker spoke.

*Ann Lee spoke to reporters in Izmir on Sunday. “We lost,” she said.* The sentence reports nothing
itself, and stands right before the quotation or, in its paragraph, right behind it. A talk with
anybody but an audience or an outlet is another one: *She spoke to her lawyer.*
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from quoteattr.attribution.attributions import Attribution, cue_token
from quoteattr.attribution.not_quotations import is_negated, is_supposed
from quoteattr.attribution.settings import find_settings, sentences_said, sorts_of
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.records import QuoteKind, Setting, Speaker
from quoteattr.syntax.mentions import mention_of
from quoteattr.syntax.tokens import Parse, chars_of, tokens_between

__all__ = ["set_scenes"]


def set_scenes(
    parse: Parse,
    attributions: Sequence[Attribution],
    speakers: Sequence[Speaker | None],
    settings: Sequence[Setting],
) -> tuple[Setting, ...]:
    """Give what tells no circumstance of its own those that a sentence beside it tells.

    Args:
        parse: the text's tokens.
        attributions: all attributions of the text.
        speakers: the speaker of each.
        settings: what each one's own sentence tells.
    """
    places = [sentences_said(parse, attribution) for attribution in attributions]
    scenes = list(_scenes(parse, places))
    told = find_settings(parse, scenes) if scenes else ()
    beside = _beside(parse, places)
    found = list(settings)
    for scene, setting in zip(scenes, told, strict=True):
        verb = _verb(parse, scene)
        for number in beside[parse.sentence[verb]] if _is_public(parse, verb, setting) else ():
            if settings[number] == Setting() and _speaks(parse, scene, speakers[number]):
                found[number] = setting
    return tuple(found)


def _scenes(parse: Parse, places: Sequence[tuple[int, int]]) -> Iterator[Attribution]:
    """Make an attribution without content of each sentence beside others that tells of speaking."""
    told = {number for first, last in places for number in range(first, last + 1)}
    near = {number for first, last in places for number in (first - 1, last + 1)} - told
    for number in sorted(near):
        if not 0 <= number < len(parse.sentences):
            continue
        for token in range(*parse.sentences[number]):
            root = parse.heads[token] == token
            if root and parse.stems[token] in marked_words("speaking") and _is_done(parse, token):
                yield from _scene(parse, token)


def _is_done(parse: Parse, verb: int) -> bool:
    """Tell whether somebody spoke: not: will speak, did not speak."""
    return not is_supposed(parse, verb, marked_words("modal")) and not is_negated(parse, verb, ())


def _scene(parse: Parse, verb: int) -> Iterator[Attribution]:
    for child in parse.children[verb]:
        if parse.deps[child] == "nsubj":
            yield Attribution(
                kind=QuoteKind.INDIRECT,
                content=(),
                verbatim=(),
                cue=chars_of(parse, verb, verb + 1),
                source=mention_of(parse, child),
                follows=None,
                links={},
            )


def _beside(parse: Parse, places: Sequence[tuple[int, int]]) -> Mapping[int, Sequence[int]]:
    """Number by sentence the attributions that begin right behind it, or end right before it.

    What stands behind a quotation counts in its paragraph only.
    """
    found: dict[int, list[int]] = defaultdict(list)
    for number, (first, last) in enumerate(places):
        found[first - 1].append(number)
        paragraphs = {parse.paragraph[one.start] for one in parse.sentences[last : last + 2]}
        if len(paragraphs) == 1:
            found[last + 1].append(number)
    return found


def _is_public(parse: Parse, verb: int, setting: Setting) -> bool:
    """Tell whether a scene tells of a speech or an interview, and not of another talk."""
    if setting.addressee is None or parse.tags[verb] == "VBG":
        return True
    tokens = range(*tokens_between(parse, setting.addressee.start, setting.addressee.end))
    sorts = {sort for token in tokens for sort in sorts_of(parse.lowers[token])}
    return not sorts.isdisjoint(("audience", "outlet"))


def _speaks(parse: Parse, scene: Attribution, speaker: Speaker | None) -> bool:
    """Tell whether somebody is mentioned as the one who spoke."""
    source = scene.source
    place = parse.starts[source.head] if source else -1
    spans = speaker.mentions if speaker else ()
    return any(span.start <= place < span.end for span in spans)


def _verb(parse: Parse, scene: Attribution) -> int:
    verb = cue_token(parse, scene)
    assert verb is not None  # noqa: S101  # scenes are made of verbs
    return verb
