"""Pronouns and roles to those that they stand for: "she", "the Danish striker"."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

import attrs

from quoteattr.parsing import Parse

__all__ = ["GENDERS", "Anaphor", "Candidate", "find_antecedents"]

GENDERS: Mapping[str, str] = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_REACH = 12
_SENTENCES = 8
_AHEAD = 60
_PRONOUN_WEIGHTS: Mapping[str, float] = {
    "sentences": -0.8,
    "paragraphs": -0.25,
    "subject": 1.2,
    "possessive": -0.6,
    "speaks": 1.0,
    "quoted": -2.0,
    "agrees": 0.8,
    "mentions": 0.5,
    "same sentence": 0.2,
    "modifier": -0.4,
}
_ROLE_WEIGHTS: Mapping[str, float] = {
    **_PRONOUN_WEIGHTS,
    "holds": 3.0,
    "kin": 1.5,
    "shares modifier": 1.5,
    "other role": -1.0,
    "same clause": -3.0,
    "subject of the sentence": -1.5,
}
_LEAST_FOR_ROLE = -1.0


@attrs.frozen(kw_only=True)
class Candidate:
    """A mention that an anaphor may take up.

    Attributes:
        token: the head of the mention.
        referent: whom it means.
        gender: "m", "f", or "" where unknown.
        words: lower-cased words of the titles that the text applies to the referent.
        speaks: the mention is the source of a quotation.
    """

    token: int
    referent: Hashable
    gender: str
    words: frozenset[str] = frozenset()
    speaks: bool = False


@attrs.frozen(kw_only=True)
class Anaphor:
    """A pronoun, or a definite noun phrase of a role.

    Attributes:
        token: its head.
        gender: "m", "f", or "" where it tells none.
        role: for a role, its head noun in lower case; "" for a pronoun.
        kin: for a role, the nouns that may name it too.
        modifiers: for a role, the words before its head.
        vague: a role without modifiers, which fits only somebody known to hold it.
        speaks: it is the source of a quotation.
    """

    token: int
    gender: str
    role: str = ""
    kin: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    vague: bool = False
    speaks: bool = False


def find_antecedents(
    parse: Parse,
    candidates: Iterable[Candidate],
    anaphors: Iterable[Anaphor],
    quoted: Sequence[bool],
) -> dict[int, Hashable]:
    """Map anaphors, by token, to their referents.

    Walks through the text once and scores, for each anaphor, the last mentions of the referents
    before it; a resolved one counts as a mention for those behind. A pronoun with nobody before
    it takes the next mention behind.

    Args:
        parse: the text's tokens.
        candidates: mentions by name or noun phrase.
        anaphors: what to resolve.
        quoted: by token, whether it stands between quotation marks.
    """
    mentions = sorted(candidates, key=lambda candidate: candidate.token)
    counts: dict[Hashable, int] = {}
    latest: dict[Hashable, Candidate] = {}
    found: dict[int, Hashable] = {}
    place = 0
    for anaphor in sorted(anaphors, key=lambda anaphor: anaphor.token):
        while place < len(mentions) and mentions[place].token < anaphor.token:
            _note(mentions[place], latest, counts)
            place += 1
        chosen = _best(parse, anaphor, latest, counts, quoted) or _ahead(
            anaphor, mentions[place : place + 4], quoted
        )
        if chosen is not None:
            found[anaphor.token] = chosen.referent
            again = attrs.evolve(chosen, token=anaphor.token, speaks=anaphor.speaks)
            _note(again, latest, counts)
    return found


def _note(
    candidate: Candidate,
    latest: dict[Hashable, Candidate],
    counts: dict[Hashable, int],
) -> None:
    """Make the candidate its referent's last mention, and the last of all."""
    latest.pop(candidate.referent, None)
    latest[candidate.referent] = candidate
    counts[candidate.referent] = counts.get(candidate.referent, 0) + 1


def _best(
    parse: Parse,
    anaphor: Anaphor,
    latest: Mapping[Hashable, Candidate],
    counts: Mapping[Hashable, int],
    quoted: Sequence[bool],
) -> Candidate | None:
    scored = [
        (_score(parse, anaphor, candidate, counts[candidate.referent], quoted), candidate)
        for candidate in _near(parse, anaphor, latest)
    ]
    best = max(scored, key=lambda pair: pair[0], default=None)
    if best is None or (anaphor.role and best[0] < _LEAST_FOR_ROLE):
        return None
    return best[1]


def _near(
    parse: Parse, anaphor: Anaphor, latest: Mapping[Hashable, Candidate]
) -> Iterator[Candidate]:
    for _, candidate in zip(range(_REACH), reversed(latest.values()), strict=False):
        holds = not anaphor.kin.isdisjoint(candidate.words)
        if parse.sentence[anaphor.token] - parse.sentence[candidate.token] > _SENTENCES:
            if not holds:
                continue
        if _agree(anaphor.gender, candidate.gender) and (holds or not anaphor.vague):
            yield candidate


def _agree(one: str, two: str) -> bool:
    return not one or not two or one == two


def _score(
    parse: Parse,
    anaphor: Anaphor,
    candidate: Candidate,
    mentions: int,
    quoted: Sequence[bool],
) -> float:
    token, other = anaphor.token, candidate.token
    dep = parse.deps[other]
    sentences = parse.sentence[token] - parse.sentence[other]
    features: dict[str, float] = {
        "sentences": min(sentences, _SENTENCES),
        "paragraphs": min(3, parse.paragraph[token] - parse.paragraph[other]),
        "subject": dep in _SUBJECTS,
        "possessive": dep == "poss",
        "speaks": candidate.speaks,
        "quoted": quoted[other] and not quoted[token],
        "agrees": candidate.gender != "" and candidate.gender == anaphor.gender,
        "mentions": math.log(mentions),
        "same sentence": sentences == 0,
        "modifier": dep in ("compound", "nmod", "pobj"),
    }
    if not anaphor.role:
        return sum(_PRONOUN_WEIGHTS[name] * value for name, value in features.items())
    features |= _role_features(parse, anaphor, candidate)
    return sum(_ROLE_WEIGHTS[name] * value for name, value in features.items())


def _role_features(parse: Parse, anaphor: Anaphor, candidate: Candidate) -> dict[str, float]:
    token, other = anaphor.token, candidate.token
    holds = anaphor.role in candidate.words
    kin = not holds and not anaphor.kin.isdisjoint(candidate.words)
    same_sentence = parse.sentence[token] == parse.sentence[other]
    return {
        "holds": holds,
        "kin": kin,
        "shares modifier": not anaphor.modifiers.isdisjoint(candidate.words),
        "other role": bool(candidate.words) and not (holds or kin),
        "same clause": same_sentence and _verb(parse, token) == _verb(parse, other),
        "subject of the sentence": same_sentence and parse.deps[other] in _SUBJECTS,
    }


def _verb(parse: Parse, token: int) -> int:
    while parse.tags[token][:2] != "VB" and parse.heads[token] != token:
        token = parse.heads[token]
    return token


def _ahead(
    anaphor: Anaphor, following: Sequence[Candidate], quoted: Sequence[bool]
) -> Candidate | None:
    """Look forward: a lead may name its speaker only in the next sentence."""
    if anaphor.role:
        return None
    for candidate in following:
        if candidate.token - anaphor.token > _AHEAD:
            return None
        if not quoted[candidate.token] and _agree(candidate.gender, anaphor.gender):
            return candidate
    return None
