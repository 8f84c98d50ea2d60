"""Whereabouts: how far before a reference a candidate was met, in what part, and when it spoke."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import attrs

from quoteattr.speakers.references import Reference
from quoteattr.speakers.scenes import Scene
from quoteattr.speakers.spoken_words import next_speaker
from quoteattr.speakers.trails import Trail, place_of
from quoteattr.syntax.grammar import NOMINAL_SUBJECTS
from quoteattr.syntax.tokens import Parse

__all__ = [
    "Whereabouts",
    "governs",
    "spoken_words_features",
    "step_of",
    "whereabouts_features",
    "whereabouts_of",
]

_STEPS = (0, 1, 2, 3, 5, 8, 15)
_PARAGRAPHS = 4
_RANKS = 5
_SUBJECT = ("subject", "main subject")


@attrs.frozen(kw_only=True)
class Whereabouts:
    """Where a candidate was met last, as a reference sees it.

    Attributes:
        token: the head of the mention.
        sentences: "same", or about how many of the reporter's sentences lie between.
        paragraphs: how many paragraphs lie between, or many.
        rank: how many others were met later, or many.
        role: the mention's part in its clause.
        spoke: "last", "before last", "once" or "never".
    """

    token: int
    sentences: str
    paragraphs: int
    rank: int
    role: str
    spoke: str


def whereabouts_of(scene: Scene, reference: Reference, trail: Trail, rank: int) -> Whereabouts:
    """Look back from a reference to where a candidate was met last."""
    paragraph = scene.parse.paragraph
    last = trail.met[-1]
    return Whereabouts(
        token=last,
        sentences=_sentences(scene, last, reference.token),
        paragraphs=min(paragraph[reference.token] - paragraph[last], _PARAGRAPHS),
        rank=min(rank, _RANKS),
        role=scene.role_at(last),
        spoke=scene.when_spoke(trail),
    )


def _sentences(scene: Scene, last: int, token: int) -> str:
    if _in_one_sentence(scene, last, token):
        return "same"
    first, second = scene.parse.sentence[last], scene.parse.sentence[token]
    return str(step_of(scene.told[second] - scene.told[first]))


def step_of(value: int) -> int:
    """Round a number down to one of a few, so that far is far."""
    return _STEPS[max(0, bisect_right(_STEPS, value) - 1)]


def whereabouts_features(
    scene: Scene, reference: Reference, trail: Trail, at: Whereabouts
) -> list[str]:
    """Name how far off a candidate was met, in what part, and how much the text is about it."""
    inside = at.token in scene.words.holding
    return [
        f"sentences={at.sentences}",
        f"paragraphs={at.paragraphs}",
        f"rank={at.rank}",
        f"role={at.role}",
        f"role={at.role}|{at.sentences}",
        f"form={trail.forms[-1]}",
        f"marks={_in_or_out(scene, reference.token)}{_in_or_out(scene, at.token)}",
        f"mentions={step_of(len(trail.met))}",
        f"spoke={at.spoke}",
        f"spoke={at.spoke}|{at.paragraphs}",
        f"rank={at.rank}|{at.role}",
        f"label={trail.label}",
        *_says_features(reference, trail, at),
        *(["speaks, never spoke"] if reference.speaks and not trail.spoke else ()),
        *(["opens the text"] if scene.parse.sentence[trail.met[0]] < scene.opening else ()),
        *_clause_features(scene, reference, at),
        *_spoken_features(scene, reference, trail, at),
        f"inside={inside}",
        f"inside={inside}|spoke={at.spoke}",
        f"inside={inside}|{at.sentences}",
    ]


def _says_features(reference: Reference, trail: Trail, at: Whereabouts) -> list[str]:
    """Name how many quotations of the whole text hang on a candidate's name."""
    says = step_of(trail.says)
    return [
        f"says={says}|{trail.label}",
        f"says={says}|{reference.speaks}",
        f"says={says}|spoke={at.spoke}",
    ]


def _spoken_features(
    scene: Scene, reference: Reference, trail: Trail, at: Whereabouts
) -> list[str]:
    """Name whether the candidate spoke when it was met last, and when, for a source."""
    then = trail.spoke and _in_one_sentence(scene, trail.spoke[-1], at.token)
    return [
        *([f"spoke when met|{at.sentences}"] if then else ()),
        *([f"speaks|spoke={at.spoke}"] if reference.speaks else ()),
    ]


def spoken_words_features(scene: Scene, reference: Reference, number: int) -> list[str]:
    """Name whether the words that hang on a reference name a candidate, and who speaks next."""
    what = reference.pronoun or reference.sort
    names = []
    if number in scene.words.named.get(reference.token, ()):
        names += ["named in own words", f"named in own words|{what}"]
    following = next_speaker(scene.words, reference.token)
    if following is not None and following[1] == number:
        paragraphs = scene.parse.paragraph[following[0]] - scene.parse.paragraph[reference.token]
        names += [f"speaks next|{min(paragraphs, _PARAGRAPHS)}", f"speaks next|{what}"]
    return names


def governs(parse: Parse, trail: Trail, reference: Reference) -> str:
    """Tell whether a candidate is the subject of a clause that a noun phrase stands in.

    Lee in "Lee praised the work of the minister" is hardly the minister, nor in "Lee said that the
    minister lied".

    Returns:
        "near" for the subject of the phrase's own clause, "far" for one of a clause around it,
        "no" for all else.
    """
    verbs = list(_verbs_above(parse, reference.token))
    own = verbs[:1]
    opening = parse.sentences[parse.sentence[reference.token]][0]
    for token in reversed(trail.met):
        if token < opening:
            break
        place = place_of(parse, token)
        if parse.deps[place] in NOMINAL_SUBJECTS and parse.heads[place] in verbs:
            return "near" if parse.heads[place] in own else "far"
    return "no"


def _verbs_above(parse: Parse, token: int) -> Iterator[int]:
    """Give the verbs that a token hangs on, the nearest first."""
    while parse.heads[token] != token:
        token = parse.heads[token]
        if parse.tags[token][:2] == "VB":
            yield token


def _in_or_out(scene: Scene, token: int) -> str:
    """Tell whether a token stands between marks."""
    return "in" if scene.quoted[token] else "out"


def _in_one_sentence(scene: Scene, one: int, other: int) -> bool:
    return scene.parse.sentence[one] == scene.parse.sentence[other]


def _clause_features(scene: Scene, reference: Reference, at: Whereabouts) -> list[str]:
    """Name what the two mentions have in common in their clauses."""
    names = []
    if at.role in _SUBJECT and scene.role_at(reference.token) in _SUBJECT:
        names.append("both subjects")
    same = at.sentences == "same"
    if same and scene.clause_at(at.token) == scene.clause_at(reference.token):
        names += ["same clause", f"same clause|{at.role}"]
    return names
