"""Continuations: whose a quotation is that hangs on no mention of its own."""

from __future__ import annotations

from quoteattr.attribution.attributions import Attribution, cue_token
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.speakers.scenes import Scene
from quoteattr.speakers.trails import Trail
from quoteattr.speakers.whereabouts import step_of
from quoteattr.syntax.tokens import Parse, paragraph_of, sentence_of, tokens_between

__all__ = ["continuation_features", "nobody_features", "who_reacts"]

_MARK = 2  # characters: a closing mark and a stop
_TOLD_WITH = frozenset({"acomp", "attr", "conj", "dobj", "oprd", "xcomp"})


def continuation_features(
    scene: Scene,
    attribution: Attribution,
    here: int,
    trail: Trail,
    followed: int | None,
    rank: int,
) -> list[str]:
    """Name what speaks for a candidate.

    Args:
        scene: where the walk stands.
        attribution: the quotation.
        here: its first token.
        trail: the candidate.
        followed: the trail of the quotation's speaker that this one goes on from, if known.
        rank: the candidate's place among all.
    """
    kind = attribution.kind.value
    extent, voice = _extent(scene, attribution, here), _voice(scene.parse, attribution)
    spoke = scene.when_spoke(trail)
    follows = _follows(trail, followed)
    last = trail.met[-1] if trail.met else here
    since = _paragraphs(scene, last, here)
    gap = _paragraphs(scene, trail.spoke[-1], here) if trail.spoke else "never"
    return [
        f"{follows}|{kind}",
        f"{follows}",
        f"{follows}|spoke={spoke}",
        f"spoke={spoke}|{kind}",
        f"spoke={spoke}|gap={gap}",
        f"spoke={spoke}|since={since}",
        f"{follows}|spoke={spoke}|gap={gap}",
        f"label={trail.label}",
        f"label={trail.label}|{kind}",
        f"form={trail.forms[-1] if trail.forms else ''}|since={since}",
        f"role={scene.role_at(last)}|since={since}",
        f"rank={min(rank, 4)}",
        f"marks={scene.quoted[last]}",
        f"mentions={min(len(trail.met), 4)}",
        f"says={step_of(trail.says)}",
        f"says={step_of(trail.says)}|spoke={spoke}",
        f"cue={attribution.cue is not None}|{follows}",
        f"cue={attribution.cue is not None}|spoke={spoke}",
        f"{extent}|{follows}|gap={gap}",
        f"{extent}|spoke={spoke}|{kind}",
        f"{extent}|spoke={spoke}|gap={gap}|since={since}",
        f"voice={voice}|label={trail.label}",
        f"voice={voice}|label={trail.label}|spoke={spoke}",
        f"voice={voice}|{follows}",
    ]


def _voice(parse: Parse, attribution: Attribution) -> str:
    """Tell whether the words speak of "I", of "we", or of neither."""
    ranges = (tokens_between(parse, start, end) for start, end in attribution.content)
    words = {word for start, end in ranges for word in parse.lowers[start:end]}
    if not words.isdisjoint(_SINGULAR):
        return "i"
    return "neither" if words.isdisjoint(_PLURAL) else "we"


_SINGULAR = frozenset({"i", "me", "my", "myself"})
_PLURAL = frozenset({"our", "us", "we"})


def _follows(trail: Trail, followed: int | None) -> str:
    """Tell whether the quotation goes on from one of this speaker's, another's or none."""
    if followed is None:
        return "none"
    return "followed" if followed == trail.number else "other"


def _paragraphs(scene: Scene, before: int, here: int) -> str:
    """Count the paragraphs between two tokens, up to many."""
    return str(min(scene.parse.paragraph[here] - scene.parse.paragraph[before], 4))


def nobody_features(
    scene: Scene, attribution: Attribution, here: int, followed: int | None
) -> list[str]:
    """Name what speaks for nobody whom the text tells of; arguments as above."""
    kind, voice = attribution.kind.value, _voice(scene.parse, attribution)
    token = cue_token(scene.parse, attribution)
    cue = "" if token is None else scene.parse.lowers[token]
    return [
        "nobody",
        f"nobody|{kind}",
        f"nobody|follows={followed is not None}",
        f"nobody|follows={followed is not None}|{kind}",
        f"nobody|anybody={bool(scene.last)}",
        f"nobody|cue={attribution.cue is not None}|{kind}",
        f"nobody|cue={cue}",
        f"nobody|voice={voice}",
        f"nobody|voice={voice}|{kind}",
        f"nobody|first={scene.parse.sentence[here] < scene.opening}",
        f"nobody|{_extent(scene, attribution, here)}|follows={followed is not None}",
        f"nobody|{_extent(scene, attribution, here)}|{kind}",
    ]


def _extent(scene: Scene, attribution: Attribution, here: int) -> str:
    """Tell how much of its paragraph a quotation is: all, the beginning, or a part."""
    first, last = paragraph_of(scene.parse, here)
    begins = here - first <= 1
    ends = scene.parse.ends[last - 1] - attribution.content[-1][1] <= _MARK
    return ("all" if ends else "beginning") if begins else "part"


def who_reacts(scene: Scene, attribution: Attribution, here: int) -> int | None:
    """Give the subject of a line that brings in whoever says the paragraph of words behind it.

    The baker, Ann Lee, shook her head. The sentence before reports nothing itself, and tells only
    how somebody took what was said.
    """
    parse = scene.parse
    start = paragraph_of(parse, here)[0]
    if not start or _extent(scene, attribution, here) == "part":
        return None
    line = range(*sentence_of(parse, start - 1))
    if not scene.words.holding.keys().isdisjoint(line):
        return None
    verb = next((token for token in line if parse.heads[token] == token), None)
    if verb is None or not _reacts(parse, verb):
        return None
    return next((child for child in parse.children[verb] if parse.deps[child] == "nsubj"), None)


def _reacts(parse: Parse, verb: int) -> bool:
    """Tell whether a verb tells of a reaction: nodded, agreed, paid tribute, was less kind."""
    if parse.reporting[verb] not in ("", "ask"):
        return True
    told = [child for child in parse.children[verb] if parse.deps[child] in _TOLD_WITH]
    words = {word for token in (verb, *told) for word in (parse.lowers[token], parse.stems[token])}
    return not marked_words("reacting").isdisjoint(words) or any(
        parse.tags[token] in ("JJR", "RBR")
        for quality in told
        if parse.deps[quality] == "acomp"
        for token in (quality, *parse.children[quality])
    )
