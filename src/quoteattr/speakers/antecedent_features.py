"""Antecedent features: what speaks for each candidate that a reference may mean, by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import attrs

from quoteattr.lexicon.word_lists import marked_words, read_groups, read_words
from quoteattr.speakers.designations import owning_among, relation_to
from quoteattr.speakers.prohibitions import doubts_about
from quoteattr.speakers.references import Reference
from quoteattr.speakers.scenes import Scene
from quoteattr.speakers.trails import Trail, is_told_of
from quoteattr.speakers.whereabouts import (
    Whereabouts,
    governs,
    spoken_words_features,
    step_of,
    whereabouts_features,
    whereabouts_of,
)

__all__ = [
    "Way",
    "ahead_features",
    "best_way",
    "new_features",
    "noun_features",
    "noun_of",
    "pronoun_features",
    "way_of",
]

Way = Literal["name", "title", "called", "text", "kin", "body kin", "akin name", "none"]
_SUITED = 2  # candidates that agree, or more
_WAYS: tuple[Way, ...] = (
    "name",
    "title",
    "called",
    "text",
    "kin",
    "body kin",
    "akin name",
)  # the best first


def _gender(reference: Reference, trail: Trail) -> str:
    """Tell whether the gender agrees that was told of a candidate, or else that of its name."""
    if not reference.gender or not (trail.genders or trail.guessed):
        return "unknown"
    if trail.genders:
        return "agrees" if reference.gender == trail.genders[0] else "clashes"
    return "likely" if reference.gender == trail.guessed else "unlikely"


def pronoun_features(
    scene: Scene, reference: Reference, trail: Trail, rank: int, suited: int
) -> list[str]:
    """Name what speaks for a candidate that was met before a pronoun.

    Args:
        scene: where the walk stands.
        reference: the pronoun.
        trail: the candidate.
        rank: how many others were met later.
        suited: how many candidates agree with the pronoun.
    """
    word = reference.pronoun
    gender = _gender(reference, trail)
    at = whereabouts_of(scene, reference, trail, rank)
    features = [
        *whereabouts_features(scene, reference, trail, at),
        *spoken_words_features(scene, reference, trail.number),
        f"gender={gender}",
        f"gender={gender}|suited={min(suited, _SUITED)}",
        f"{word}|label={trail.label}",
        f"{word}|label={trail.label}|{gender}",
        f"{word}|plural={trail.plural}",
        f"{word}|sentences={at.sentences}",
        f"{word}|role={at.role}",
        f"{word}|spoke={at.spoke}",
        f"{scene.role_at(reference.token)}|role={at.role}",
        f"{word}|form={trail.forms[-1]}",
    ]
    if suited == 1 and gender not in ("clashes", "unlikely"):
        features.append(f"{word}|the only one|{trail.label}")
    if trail.members:
        features.append(f"{word}|together")
    return features


def _serves(reference: Reference) -> bool:
    """Tell whether a role is one in somebody else's affair, which brings in somebody new."""
    return reference.word in read_words("serving_roles")


def _is_apart(reference: Reference, trail: Trail) -> bool:
    """Tell whether one of the two is a deputy or the like, and the other not known as one."""
    deputy = marked_words("deputy")
    known = (deputy & trail.titles) | (deputy & trail.called)
    return (deputy & reference.modifiers) != known


def noun_of(reference: Reference) -> str:
    """Give the head of a noun phrase in lower case, "NNP" for a name."""
    return "NNP" if reference.sort == "name" else reference.word


def way_of(reference: Reference, trail: Trail) -> Way:
    """Tell in which way a noun fits what is known of a candidate."""
    word = reference.word
    if word in trail.words:
        return "name"
    if word in trail.titles:
        return "title"
    if word in trail.called:
        return "called"
    if word in trail.texts:
        return "text"
    if is_told_of(trail, read_groups("role_kin").get(word, ())):
        return "kin"
    return "none" if trail.human else _way_of_body(word, trail)


def _way_of_body(word: str, trail: Trail) -> Way:
    """Tell in which way a noun is akin to what a body or a text is called."""
    akin = read_groups("body_kin").get(word, ())
    if is_told_of(trail, akin):
        return "body kin"
    return "none" if trail.words.isdisjoint(akin) else "akin name"


def best_way(ways: Iterable[Way]) -> Way:
    """Give the best of the ways in which candidates fit a noun.

    Examples:
        >>> best_way(["none", "kin", "title"])
        'title'
    """
    found = frozenset(ways)
    return next((way for way in _WAYS if way in found), "none")


@attrs.frozen(kw_only=True)
class _Fit:
    """How a noun phrase and a candidate go together.

    Attributes:
        match: how the noun fits what is known of the candidate.
        modifiers: whether words before the noun are known of it: "shared", "other", "none".
        determiner: the article or the like, "bare" for none.
        sort: what the noun is for.
        head: the noun, "NNP" for a name.
        label: what the candidate is.
        titled: whether a title of the candidate is known.
    """

    match: Way
    modifiers: str
    determiner: str
    sort: str
    head: str
    label: str
    titled: bool


def _fit(reference: Reference, trail: Trail) -> _Fit:
    return _Fit(
        match=way_of(reference, trail),
        modifiers=_modifiers(reference, trail),
        determiner=_determiner(reference),
        sort=reference.sort,
        head=noun_of(reference),
        label=trail.label,
        titled=bool(trail.titles),
    )


def _modifiers(reference: Reference, trail: Trail) -> str:
    """Tell whether a noun has modifiers, and any that is known of a candidate."""
    modifiers = reference.modifiers
    if not modifiers:
        return "none"
    known = (trail.words, trail.titles, trail.called)
    return "other" if all(map(modifiers.isdisjoint, known)) else "shared"


def _determiner(reference: Reference) -> str:
    return reference.determiner or "bare"


def noun_features(
    scene: Scene,
    reference: Reference,
    trail: Trail,
    rank: int,
    ties: Sequence[str],
) -> list[str]:
    """Name what speaks for a candidate that was met before a noun phrase, or in it.

    Args:
        scene: where the walk stands.
        reference: the noun phrase.
        trail: the candidate.
        rank: how many others were met later, at most.
        ties: how grammar ties the candidate's mention to the phrase, if it does.
    """
    fit = _fit(reference, trail)
    at = whereabouts_of(scene, reference, trail, rank) if trail.met and not ties else None
    features: list[str] = []
    if at is not None:
        features += whereabouts_features(scene, reference, trail, at)
        features += spoken_words_features(scene, reference, trail.number)
    features += _fit_features(reference, trail, fit)
    features += _designation_features(reference, trail, fit)
    features += _doubts(scene, reference, trail, fit)
    if at is not None:
        features += _afar_features(fit, at)
        if fit.sort == "person":
            features.append(f"governs={governs(scene.parse, trail, reference)}")
    features += _tie_features(ties, fit)
    features += _office_features(reference, trail, fit)
    if ties:
        features += _tied_features("+".join(ties), fit)
    if trail.members:
        features += (f"together|{fit.head}", f"together|{reference.determiner}|{reference.plural}")
    return features


def _fit_features(reference: Reference, trail: Trail, fit: _Fit) -> list[str]:
    """Name how the noun and its modifiers go with what is known of the candidate."""
    features = [
        f"match={fit.match}",
        f"match={fit.match}|{fit.label}",
        f"match={fit.match}|{fit.determiner}",
        f"match={fit.match}|{fit.sort}|{fit.label}",
        f"modifiers={fit.modifiers}|{fit.match}",
        f"modifiers={fit.modifiers}|{fit.sort}|{fit.label}",
        f"gender={_gender(reference, trail)}",
        f"{fit.sort}|{fit.label}",
        f"{fit.determiner}|{fit.sort}|{fit.label}",
        f"{fit.head}|{fit.label}",
        f"plural={reference.plural}|{trail.plural}|{fit.label}",
        f"titled={fit.titled}|{fit.match}|{fit.sort}",
        f"narrowed={reference.narrowed}|{fit.match}",
        f"speaks={reference.speaks}|{fit.sort}|{fit.determiner}",
        f"speaks={reference.speaks}|{fit.match}|{fit.sort}",
    ]
    if fit.sort == "person":
        features += [
            f"prominence={trail.prominence}|{fit.determiner}",
            f"prominence={trail.prominence}|{fit.match}",
            f"prominence={trail.prominence}|narrowed={reference.narrowed}",
        ]
    return features


def _designation_features(reference: Reference, trail: Trail, fit: _Fit) -> list[str]:
    """Name how what the phrase calls somebody goes with titles and phrases of the candidate."""
    relation = relation_to(reference.designation, trail.designations)
    owning = owning_among(reference.designation, trail.designations)
    features = [
        f"relation={relation}",
        f"relation={relation}|{fit.label}",
        f"relation={relation}|{fit.determiner}",
        f"relation={relation}|{fit.determiner}|{fit.label}",
        f"relation={relation}|{fit.match}",
        f"owning={owning}",
        f"owning={owning}|{fit.label}",
        f"owning={owning}|{relation}",
    ]
    if fit.sort == "document":
        wrote = bool(trail.texts)
        features += [
            f"wrote={wrote}|{fit.match}",
            f"wrote={wrote}|{fit.label}|{fit.determiner}",
        ]
    return features


def _doubts(scene: Scene, reference: Reference, trail: Trail, fit: _Fit) -> Iterator[str]:
    """Name the rules that make it doubtful that the noun means the candidate."""
    for doubt in doubts_about(scene.parse, reference, trail):
        yield f"doubt={doubt}"
        yield f"doubt={doubt}|{fit.match}"
        yield f"doubt={doubt}|{fit.determiner}"


def _afar_features(fit: _Fit, at: Whereabouts) -> list[str]:
    """Name how the noun goes with a candidate met so far off."""
    return [
        f"match={fit.match}|sentences={at.sentences}",
        f"match={fit.match}|paragraphs={at.paragraphs}",
        f"match={fit.match}|rank={at.rank}|{fit.label}",
        f"{fit.sort}|sentences={at.sentences}|{fit.label}",
        f"{fit.sort}|spoke={at.spoke}",
        f"{fit.sort}|rank={at.rank}|{fit.label}",
        f"{fit.determiner}|rank={at.rank}",
    ]


def _tie_features(ties: Sequence[str], fit: _Fit) -> Iterator[str]:
    """Name each way in which grammar ties the candidate to the phrase."""
    for tie in ties:
        yield f"tie={tie}"
        yield f"tie={tie}|{fit.label}"
        yield f"tie={tie}|{fit.sort}|{fit.label}"
        yield f"tie={tie}|{fit.head}"
        yield f"tie={tie}|{fit.head}|{fit.label}"
        yield f"tie={tie}|{fit.match}"
        yield f"tie={tie}|{fit.determiner}|{fit.sort}"


def _office_features(reference: Reference, trail: Trail, fit: _Fit) -> list[str]:
    """Name whether the noun is a servant or deputy, as the candidate is known to be."""
    serving = _serves(reference)
    return [
        f"serving={serving}|{fit.match}|{fit.determiner}",
        f"serving={serving}|titled={fit.titled}|{fit.label}",
        f"apart={_is_apart(reference, trail)}|{fit.match}",
    ]


def _tied_features(tied: str, fit: _Fit) -> list[str]:
    """Name all ways in which grammar ties the candidate to the phrase together."""
    return [
        f"tied={tied}",
        f"tied={tied}|{fit.head}",
        f"tied={tied}|{fit.sort}|{fit.label}",
    ]


def ahead_features(
    scene: Scene, reference: Reference, trail: Trail, token: int, rank: int
) -> list[str]:
    """Name what speaks for somebody that the text names only behind the reference.

    Args:
        scene: where the walk stands.
        reference: the pronoun or noun phrase.
        trail: the candidate.
        token: where it is named first.
        rank: how many others are named before that.
    """
    parse = scene.parse
    here = reference.token
    word = reference.pronoun or reference.sort
    paragraphs = min(parse.paragraph[token] - parse.paragraph[here], _AHEAD)
    features = [
        "ahead",
        f"ahead|{word}|{trail.label}",
        f"ahead|{word}|{step_of(parse.sentence[token] - parse.sentence[here])}",
        f"ahead|{word}|{paragraphs}|{rank}",
        f"ahead|{scene.role_at(token)}",
        f"ahead|gender={_gender(reference, trail)}|{word}",
        f"ahead|marks={scene.quoted[token]}",
        f"ahead|anybody before={bool(scene.last)}|{word}",
        f"ahead|first={parse.sentence[here] < scene.opening}|{word}",
        f"ahead|says={step_of(trail.says)}",
        f"ahead|says={step_of(trail.says)}|{word}",
        *(f"ahead|{feature}" for feature in spoken_words_features(scene, reference, trail.number)),
    ]
    if not reference.pronoun:
        features += _fit_ahead(_fit(reference, trail), paragraphs)
        features += _designated_ahead(reference, trail, paragraphs)
        features += (f"ahead|doubt={doubt}" for doubt in doubts_about(parse, reference, trail))
        if reference.sort == "person":
            features.append(f"ahead|prominence={trail.prominence}|{_determiner(reference)}")
    return features


_AHEAD = 3  # paragraphs


def _fit_ahead(fit: _Fit, paragraphs: int) -> list[str]:
    """Name how a noun goes with somebody who is named that far behind it."""
    return [
        f"ahead|match={fit.match}|{fit.determiner}",
        f"ahead|match={fit.match}|{fit.sort}|{paragraphs}",
        f"ahead|titled={fit.titled}|{fit.match}|{fit.sort}|{fit.determiner}",
        f"ahead|{fit.determiner}|{fit.sort}|{paragraphs}",
    ]


def _designated_ahead(reference: Reference, trail: Trail, paragraphs: int) -> list[str]:
    """Name how what a noun calls somebody goes with the titles of who is named so far behind it."""
    relation = relation_to(reference.designation, trail.designations)
    return [
        f"ahead|relation={relation}",
        f"ahead|relation={relation}|{_determiner(reference)}",
        f"ahead|relation={relation}|{paragraphs}",
        f"ahead|owning={owning_among(reference.designation, trail.designations)}",
    ]


def new_features(
    scene: Scene, reference: Reference, best: Way, ties: Sequence[str]
) -> Iterator[str]:
    """Name what speaks for somebody whom the text has not met, or nobody behind a pronoun.

    Args:
        scene: where the walk stands.
        reference: the pronoun or noun phrase.
        best: the best way in which a candidate fits the noun.
        ties: how grammar ties candidates to the phrase.
    """
    word = reference.pronoun or reference.sort
    yield "new"
    yield f"new|{word}"
    yield f"new|{word}|{scene.role_at(reference.token)}"
    if reference.pronoun:
        yield f"new|{reference.word}"
        yield f"new|{word}|anybody before={bool(scene.last)}"
        return
    yield from _phrase_of_somebody_new(reference)
    yield from _others_fit(reference, best)
    opens = scene.parse.sentence[reference.token] < scene.opening
    yield f"new|first={opens}|{_determiner(reference)}"
    for tie in ties:
        yield f"new|tie={tie}|{word}"
        yield f"new|tie={tie}|{noun_of(reference)}"


def _phrase_of_somebody_new(reference: Reference) -> Iterator[str]:
    """Name the noun that may bring somebody in, and its article."""
    head, sort, determiner = noun_of(reference), reference.sort, _determiner(reference)
    yield f"new|{determiner}"
    yield f"new|{determiner}|{sort}"
    yield f"new|{determiner}|{sort}|{reference.speaks}"
    yield f"new|{head}"
    yield f"new|{head}|{determiner}"
    yield f"new|plural={reference.plural}|{determiner}|{sort}"


def _others_fit(reference: Reference, best: Way) -> Iterator[str]:
    """Name how well others fit the noun, and what it tells that may set somebody apart."""
    sort, determiner = reference.sort, _determiner(reference)
    yield f"new|best={best}|{determiner}"
    yield f"new|best={best}|{sort}"
    yield f"new|narrowed={reference.narrowed}|{determiner}"
    yield f"new|modifiers={min(len(reference.modifiers), 2)}|{determiner}"
    yield f"new|speaks={reference.speaks}|{sort}"
    yield f"new|serving={_serves(reference)}|{determiner}|{best}"
    yield f"new|apart={bool(marked_words('deputy') & reference.modifiers)}|{best}"
