"""Antecedent features: what speaks for each candidate that a reference may mean, by name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import attrs

from quoteattr.lexicon.word_lists import read_groups, read_words
from quoteattr.speakers.prohibitions import APART
from quoteattr.speakers.references import Reference
from quoteattr.speakers.trails import Trail, clause_of, role_of
from quoteattr.syntax.tokens import Parse

__all__ = [
    "Scene",
    "ahead_features",
    "match_of",
    "new_features",
    "noun_features",
    "noun_of",
    "pronoun_features",
]

_STEPS = (0, 1, 2, 3, 5, 8, 15)
_WAYS = ("name", "title", "called", "text", "kin")
_SUBJECT = ("subject", "main subject")


@attrs.frozen(kw_only=True, eq=False)
class Scene:
    """Where a walk through the text stands, as features need it.

    Attributes:
        parse: the text's tokens.
        quoted: by token, whether it stands between quotation marks.
        told: by sentence, how many of the reporter's own stand before it.
        opening: the first sentence behind the opening of the text, a headline and what follows.
        roles: by token, its part in the clause, as far as it was asked.
        last: the trails that spoke last, the latest at the end.
    """

    parse: Parse
    quoted: Sequence[bool]
    told: Sequence[int]
    opening: int = 2
    last: list[int] = attrs.field(factory=list)
    roles: dict[int, str] = attrs.field(factory=dict)
    clauses: dict[int, int] = attrs.field(factory=dict)


def role_at(scene: Scene, token: int) -> str:
    role = scene.roles.get(token)
    if role is None:
        role = scene.roles[token] = role_of(scene.parse, token)
    return role


def clause_at(scene: Scene, token: int) -> int:
    clause = scene.clauses.get(token)
    if clause is None:
        clause = scene.clauses[token] = clause_of(scene.parse, token)
    return clause


def _step(value: int) -> int:
    for step in reversed(_STEPS):
        if value >= step:
            return step
    return 0


def _gender(reference: Reference, trail: Trail) -> str:
    if not reference.gender or not trail.genders:
        return "unknown"
    return "agrees" if reference.gender == trail.genders[0] else "clashes"


def _standing(scene: Scene, reference: Reference, trail: Trail, rank: int) -> list[str]:
    """Say how far off a candidate was met, in what part, and how much the text is about it."""
    parse = scene.parse
    last = trail.met[-1]
    token = reference.token
    role = role_at(scene, last)
    sentences = scene.told[parse.sentence[token]] - scene.told[parse.sentence[last]]
    same = parse.sentence[token] == parse.sentence[last]
    paragraphs = min(parse.paragraph[token] - parse.paragraph[last], 4)
    distance = "same" if same else _step(max(sentences, 0))
    spoke = (
        "last" if scene.last and scene.last[-1] == trail.number
        else "before last" if scene.last[-2:-1] == [trail.number]
        else "once" if trail.spoke
        else "never"
    )  # fmt: skip
    marks = ("in" if scene.quoted[token] else "out") + ("in" if scene.quoted[last] else "out")
    features = [
        f"sentences={distance}",
        f"paragraphs={paragraphs}",
        f"rank={min(rank, 5)}",
        f"role={role}",
        f"role={role}|{distance}",
        f"form={trail.forms[-1]}",
        f"marks={marks}",
        f"mentions={_step(len(trail.met))}",
        f"spoke={spoke}",
        f"spoke={spoke}|{paragraphs}",
        f"rank={min(rank, 5)}|{role}",
        f"label={trail.label}",
    ]
    if not trail.spoke and reference.speaks:
        features.append("speaks, never spoke")
    if parse.sentence[trail.met[0]] < scene.opening:
        features.append("opens the text")
    if role in _SUBJECT and role_at(scene, token) in _SUBJECT:
        features.append("both subjects")
    if same and clause_at(scene, last) == clause_at(scene, token):
        features.append("same clause")
        features.append(f"same clause|{role}")
    if trail.spoke and parse.sentence[trail.spoke[-1]] == parse.sentence[last]:
        features.append(f"spoke when met|{distance}")
    if reference.speaks:
        features.append(f"speaks|spoke={spoke}")
    return features


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
    features = _standing(scene, reference, trail, rank)
    features += [
        f"gender={gender}",
        f"{word}|label={trail.label}",
        f"{word}|label={trail.label}|{gender}",
        f"{word}|plural={trail.plural}",
        f"{word}|{features[0]}",
        f"{word}|role={features[3]}",
        f"{word}|spoke={features[8]}",
        f"{role_at(scene, reference.token)}|{features[3]}",
        f"{word}|form={trail.forms[-1]}",
    ]
    if suited == 1 and gender != "clashes":
        features.append(f"{word}|the only one|{trail.label}")
    if trail.members:
        features.append(f"{word}|together")
    return features


def _serves(reference: Reference) -> bool:
    """Tell whether a role is one in somebody else's affair, which brings in somebody new."""
    return reference.word in read_words("serving_roles")


def _is_apart(reference: Reference, trail: Trail) -> bool:
    """Tell whether one of the two is a deputy or the like, and the other not known as one."""
    known = (APART & trail.titles) | (APART & trail.called)
    return (APART & reference.modifiers) != known


def noun_of(reference: Reference) -> str:
    """Give the head of a noun phrase in lower case, "NNP" for a name."""
    return "NNP" if reference.sort == "name" else reference.word


def match_of(reference: Reference, trail: Trail) -> str:
    """Tell how the noun fits what is known of a candidate."""
    word = reference.word
    if word in trail.words:
        return "name"
    if word in trail.titles:
        return "title"
    if word in trail.called:
        return "called"
    if word in trail.texts:
        return "text"
    kin = read_groups("role_kin").get(word)
    if kin and not (kin.isdisjoint(trail.titles) and kin.isdisjoint(trail.called)):
        return "kin"
    return "none"


def _modifiers(reference: Reference, trail: Trail) -> str:
    """Tell whether a noun has modifiers, and any that is known of a candidate."""
    modifiers = reference.modifiers
    if not modifiers:
        return "none"
    known = (trail.words, trail.titles, trail.called)
    return "other" if all(map(modifiers.isdisjoint, known)) else "shared"


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
        rank: how many others were met later, -1 for one that is not met yet.
        ties: how grammar ties the candidate's mention to the phrase, if it does.
    """
    features: list[str] = []
    if trail.met and not ties:
        features += _standing(scene, reference, trail, rank)
    match = match_of(reference, trail)
    gender = _gender(reference, trail)
    modifiers = _modifiers(reference, trail)
    determiner = reference.determiner or "bare"
    sort, label, head = reference.sort, trail.label, noun_of(reference)
    features += [
        f"match={match}",
        f"match={match}|{label}",
        f"match={match}|{determiner}",
        f"match={match}|{sort}|{label}",
        f"modifiers={modifiers}|{match}",
        f"modifiers={modifiers}|{sort}|{label}",
        f"gender={gender}",
        f"{sort}|{label}",
        f"{determiner}|{sort}|{label}",
        f"{head}|{label}",
        f"plural={reference.plural}|{trail.plural}|{label}",
        f"titled={bool(trail.titles)}|{match}|{sort}",
        f"narrowed={reference.narrowed}|{match}",
    ]
    if trail.met and not ties:
        features += [
            f"match={match}|{features[0]}",
            f"match={match}|{features[1]}",
            f"match={match}|{features[2]}|{label}",
            f"{sort}|{features[0]}|{label}",
            f"{sort}|{features[8]}",
            f"{sort}|{features[2]}|{label}",
            f"{determiner}|{features[2]}",
        ]
    for tie in ties:
        features += [
            f"tie={tie}",
            f"tie={tie}|{label}",
            f"tie={tie}|{sort}|{label}",
            f"tie={tie}|{head}",
            f"tie={tie}|{head}|{label}",
            f"tie={tie}|{match}",
            f"tie={tie}|{determiner}|{sort}",
        ]
    serving, apart = _serves(reference), _is_apart(reference, trail)
    features += [
        f"serving={serving}|{match}|{determiner}",
        f"serving={serving}|titled={bool(trail.titles)}|{label}",
        f"apart={apart}|{match}",
    ]
    if ties:
        tied = "+".join(ties)
        features += [f"tied={tied}", f"tied={tied}|{head}", f"tied={tied}|{sort}|{label}"]
    if trail.members:
        features.append(f"together|{head}")
        features.append(f"together|{reference.determiner}|{reference.plural}")
    return features


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
    sentences = _step(parse.sentence[token] - parse.sentence[here])
    paragraphs = min(parse.paragraph[token] - parse.paragraph[here], 3)
    role = role_at(scene, token)
    gender = _gender(reference, trail)
    match = "" if reference.pronoun else match_of(reference, trail)
    features = [
        "ahead",
        f"ahead|{word}|{trail.label}",
        f"ahead|{word}|{sentences}",
        f"ahead|{word}|{paragraphs}|{rank}",
        f"ahead|{role}",
        f"ahead|gender={gender}|{word}",
        f"ahead|marks={scene.quoted[token]}",
        f"ahead|anybody before={bool(scene.last)}|{word}",
        f"ahead|first={parse.sentence[here] < scene.opening}|{word}",
    ]
    if match:
        determiner = reference.determiner or "bare"
        features += [
            f"ahead|match={match}|{determiner}",
            f"ahead|match={match}|{word}|{paragraphs}",
            f"ahead|titled={bool(trail.titles)}|{match}|{word}|{determiner}",
            f"ahead|{determiner}|{word}|{paragraphs}",
        ]
    return features


def new_features(
    scene: Scene, reference: Reference, ways: Collection[str], ties: Sequence[str]
) -> Iterator[str]:
    """Name what speaks for somebody whom the text has not met, or nobody behind a pronoun.

    Args:
        scene: where the walk stands.
        reference: the pronoun or noun phrase.
        ways: in which ways candidates fit the noun.
        ties: how grammar ties candidates to the phrase.
    """
    word = reference.pronoun or reference.sort
    determiner = reference.determiner or "bare"
    yield "new"
    yield f"new|{word}"
    yield f"new|{word}|{role_at(scene, reference.token)}"
    if reference.pronoun:
        yield f"new|{reference.word}"
        yield f"new|{word}|anybody before={bool(scene.last)}"
        return
    best = next((way for way in _WAYS if way in ways), "none")
    yield f"new|{determiner}"
    yield f"new|{determiner}|{word}"
    yield f"new|{determiner}|{word}|{reference.speaks}"
    head = noun_of(reference)
    yield f"new|{head}"
    yield f"new|{head}|{determiner}"
    yield f"new|plural={reference.plural}|{determiner}|{word}"
    yield f"new|best={best}|{determiner}"
    yield f"new|best={best}|{word}"
    yield f"new|narrowed={reference.narrowed}|{determiner}"
    yield f"new|modifiers={min(len(reference.modifiers), 2)}|{determiner}"
    yield f"new|speaks={reference.speaks}|{word}"
    yield f"new|serving={_serves(reference)}|{determiner}|{best}"
    yield f"new|apart={not APART.isdisjoint(reference.modifiers)}|{best}"
    yield f"new|first={scene.parse.sentence[reference.token] < scene.opening}|{determiner}"
    for tie in ties:
        yield f"new|tie={tie}|{word}"
        yield f"new|tie={tie}|{head}"
