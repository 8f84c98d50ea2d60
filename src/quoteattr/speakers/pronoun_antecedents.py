"""Pronouns and roles to those that they stand for: "she", "the Danish striker"."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

import attrs

from quoteattr.speakers.named_later import answers
from quoteattr.syntax.tokens import Parse

__all__ = ["APART", "GENDERS", "Anaphor", "Candidate", "find_antecedents"]

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
_CLAUSES = frozenset({"ROOT", "advcl", "ccomp", "relcl", "xcomp", "csubj", "acl"})
_NOUNS = frozenset({"NN", "NNP"})
_BESIDE = frozenset({"appos", "conj"})
APART = frozenset({"assistant", "deputy", "opposition", "shadow", "vice"})
_MANY = 4
_REACH = 12
_SENTENCES = 8
_AHEAD = 60
_PRONOUN_WEIGHTS: Mapping[str, float] = {
    "sentences": -0.6,
    "paragraphs": -1.3,
    "subject": 1.2,
    "main subject": 0.6,
    "possessive": -0.3,
    "speaks": 0.6,
    "quoted": -2.3,
    "agrees": 1.0,
    "same sentence": 0.4,
    "modifier": -0.4,
    "mentions": 0.05,
    "indefinite": -1.0,
}
_ROLE_WEIGHTS: Mapping[str, float] = {
    **_PRONOUN_WEIGHTS,
    "sentences": -0.5,
    "mentions": 0.0,
    "holds": 4.0,
    "kin": 1.0,
    "shares modifier": 1.5,
    "other modifier": -1.5,
    "other role": -2.5,
    "other names": -4.0,
    "same clause": -3.0,
    "subject of the sentence": -5.0,
}
_LEAST_FOR_ROLE = -2.0
_NO_FIT = -8.0
_MOST_TORN = 3


@attrs.frozen(kw_only=True)
class Candidate:
    """A mention that an anaphor may take up.

    Attributes:
        token: the head of the mention.
        referent: whom it means.
        gender: "m", "f", or "" where unknown.
        words: lower-cased words of the titles that the text applies to the referent.
        names: those of the words that name a place or a body: Acme chief executive.
        called: lower-cased words of the role phrases that took the referent up so far.
        speaks: the mention is the source of a quotation.
        indefinite: it is no name: "a surgeon".
    """

    token: int
    referent: Hashable
    gender: str
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    speaks: bool = False
    indefinite: bool = False


@attrs.frozen(kw_only=True)
class Anaphor:
    """A pronoun, or a definite noun phrase of a role.

    Attributes:
        token: its head.
        gender: "m", "f", or "" where it tells none.
        role: for a role, its head noun in lower case; "" for a pronoun.
        kin: for a role, the nouns that may name it too.
        modifiers: for a role, the words before its head.
        names: those of the modifiers that name a place or a body.
        apart: those of the modifiers that make another office of it: deputy, opposition.
        vague: a role without modifiers, which fits only somebody known to hold it.
        epithet: a vague role that also fits somebody named without any role.
        serving: a role in somebody else's affair, which fits nobody but who is known to hold it.
        owned: for a possessive, the role that is owned: "lawyer" in "his lawyer".
        descriptive: a role with what news varies a name by, which fits holders of others too.
        speaks: it is the source of a quotation.
    """

    token: int
    gender: str
    role: str = ""
    kin: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    vague: bool = False
    epithet: bool = False
    serving: bool = False
    owned: str = ""
    descriptive: bool = False
    speaks: bool = False


def find_antecedents(
    parse: Parse,
    candidates: Iterable[Candidate],
    anaphors: Iterable[Anaphor],
    quoted: Sequence[bool],
) -> dict[int, Hashable]:
    """Map anaphors, by token, to their referents.

    Walks through the text and scores, for each anaphor, the last mentions of the referents
    before it; a resolved one counts as a mention for those behind. A pronoun with nobody before
    it takes the next mention behind. Where "he" and "she" came out as one person, both genders
    are tried, and the one that suits the pronouns of the text better is that person's.

    Args:
        parse: the text's tokens.
        candidates: mentions by name or noun phrase.
        anaphors: what to resolve.
        quoted: by token, whether it stands between quotation marks.
    """
    mentions = sorted(candidates, key=lambda candidate: candidate.token)
    ordered = sorted(anaphors, key=lambda anaphor: anaphor.token)
    told = _told_sentences(parse, quoted)
    walk = _Walk(parse=parse, quoted=quoted, told=told, mentions=mentions)
    _resolve(walk, ordered)
    for _ in range(_MOST_TORN):
        torn = next((one for one, genders in walk.given.items() if len(set(genders)) > 1), None)
        if torn is None:
            break
        sure = {one: genders[0] for one, genders in walk.given.items() if len(genders) > 1}
        both = dict.fromkeys(walk.given[torn])  # where both suit as well, the first is right
        tried = [_with_genders(walk, {**sure, torn: gender}) for gender in both]
        walk = max(tried, key=lambda other: round(_resolve(other, ordered), 6))
    return walk.found


def _with_genders(walk: _Walk, genders: Mapping[Hashable, str]) -> _Walk:
    """Begin anew, with the genders of some referents settled."""
    mentions = [
        attrs.evolve(mention, gender=genders[mention.referent])
        if not mention.gender and mention.referent in genders
        else mention
        for mention in walk.mentions
    ]
    return _Walk(parse=walk.parse, quoted=walk.quoted, told=walk.told, mentions=mentions)


def _resolve(walk: _Walk, anaphors: Iterable[Anaphor]) -> float:
    """Walk once through the text, and tell how well it suits the pronouns."""
    fit = 0.0
    place = 0
    for anaphor in anaphors:
        while place < len(walk.mentions) and walk.mentions[place].token < anaphor.token:
            if walk.mentions[place].token not in walk.found:
                _note(walk, walk.mentions[place])
            place += 1
        score, chosen = _best(walk, anaphor)
        fit += max(score, _NO_FIT) if anaphor.gender else 0.0
        chosen = chosen or _ahead(walk, anaphor, walk.mentions[place : place + 4])
        if chosen is not None:
            _take(walk, chosen, anaphor)
    return fit


def _take(walk: _Walk, chosen: Candidate, anaphor: Anaphor) -> None:
    """Note that the anaphor means what the candidate does."""
    walk.found[anaphor.token] = chosen.referent
    if anaphor.gender and not chosen.gender:
        walk.given.setdefault(chosen.referent, []).append(anaphor.gender)
    _note(walk, _taken_up(chosen, anaphor))


def _taken_up(candidate: Candidate, anaphor: Anaphor) -> Candidate:
    """Give the mention that the anaphor is of the candidate's referent."""
    called = candidate.called | anaphor.modifiers | ({anaphor.role} - {""})
    return attrs.evolve(candidate, token=anaphor.token, called=called, speaks=anaphor.speaks)


@attrs.frozen(kw_only=True, eq=False)
class _Walk:
    """Where a walk through the text stands: the last mention of each referent so far.

    Attributes:
        told: by sentence, how many before it are the reporter's own and not a quotation.
        mentions: all mentions, in text order.
        latest: the last mention by referent, the referent mentioned last at the end.
        counts: how often each referent was mentioned so far.
        found: the referents of the anaphors so far, by token.
        given: the genders of the anaphors that each referent of unknown gender was given to.
    """

    parse: Parse
    quoted: Sequence[bool]
    told: Sequence[int]
    mentions: Sequence[Candidate]
    latest: dict[Hashable, Candidate] = attrs.field(factory=dict)
    counts: dict[Hashable, int] = attrs.field(factory=dict)
    found: dict[int, Hashable] = attrs.field(factory=dict)
    given: dict[Hashable, list[str]] = attrs.field(factory=dict)


def _told_sentences(parse: Parse, quoted: Sequence[bool]) -> list[int]:
    told = []
    count = 0
    for start, end in parse.sentences:
        told.append(count)
        count += not all(quoted[start + 1 : end - 1])
    return told


def _note(walk: _Walk, candidate: Candidate) -> None:
    """Make the candidate its referent's last mention, and the last of all.

    A mention inside quotation marks does not hide one outside, nor "his" its subject.
    """
    walk.counts[candidate.referent] = walk.counts.get(candidate.referent, 0) + 1
    before = walk.latest.get(candidate.referent)
    if before is not None and walk.quoted[candidate.token] and not walk.quoted[before.token]:
        return
    walk.latest.pop(candidate.referent, None)
    if before is not None:
        called = before.called | candidate.called
        candidate = before if _outranks(walk.parse, before, candidate) else candidate
        if candidate.called != called:
            candidate = attrs.evolve(candidate, called=called)
    walk.latest[candidate.referent] = candidate


def _outranks(parse: Parse, before: Candidate, candidate: Candidate) -> bool:
    """Tell whether the earlier mention is the subject of the same sentence."""
    return (
        parse.sentence[before.token] == parse.sentence[candidate.token]
        and parse.deps[_place(parse, before.token)] in _SUBJECTS
        and parse.deps[_place(parse, candidate.token)] not in _SUBJECTS
    )


def _place(parse: Parse, token: int) -> int:
    """Give the noun that a name is put beside or joined to: his lawyer, Jane Doe."""
    while parse.deps[token] in _BESIDE and parse.tags[parse.heads[token]] in _NOUNS:
        token = parse.heads[token]
    return token


def _best(walk: _Walk, anaphor: Anaphor) -> tuple[float, Candidate | None]:
    """Give the fittest candidate, if any, and how well it fits."""
    scored = [(_score(walk, anaphor, candidate), candidate) for candidate in _near(walk, anaphor)]
    best = max(scored, key=lambda pair: pair[0], default=None)
    if best is None or (anaphor.role and best[0] < _LEAST_FOR_ROLE):
        return _NO_FIT, None
    return best


def _near(walk: _Walk, anaphor: Anaphor) -> Iterator[Candidate]:
    for _, candidate in zip(range(_REACH), reversed(walk.latest.values()), strict=False):
        if not _agree(anaphor.gender, candidate.gender) or _excluded(walk, anaphor, candidate):
            continue
        holds = bool(anaphor.role) and not anaphor.kin.isdisjoint(
            candidate.words | candidate.called
        )
        far = _distance(walk, anaphor, candidate) > _SENTENCES
        if holds or not (far or _is_other(anaphor, candidate)):
            yield candidate


def _excluded(walk: _Walk, anaphor: Anaphor, candidate: Candidate) -> bool:
    """Tell whether the candidate owns the anaphor, is what it owns, or has another office."""
    if walk.parse.heads[candidate.token] == anaphor.token:
        return True
    if not (anaphor.role or anaphor.owned):
        return False
    roles = candidate.words | candidate.called
    deputy = bool(candidate.words and anaphor.apart - roles)
    chief = candidate.indefinite and bool(anaphor.role and (roles & APART) - anaphor.apart)
    return anaphor.owned in roles or deputy or chief


def _is_other(anaphor: Anaphor, candidate: Candidate) -> bool:
    """Tell whether a role does not fit somebody not known to hold it.

    A bare one fits nobody but an untitled person in an epithet; one with modifiers fits an
    untitled person, or somebody whose titles share one of them; a descriptive one fits anybody
    with a name.
    """
    if anaphor.descriptive:
        return candidate.indefinite
    if anaphor.vague:
        return candidate.indefinite or bool(candidate.words) or not anaphor.epithet
    shared = not anaphor.modifiers.isdisjoint(candidate.words | candidate.called)
    return bool(anaphor.role) and (anaphor.serving or bool(candidate.words)) and not shared


def _distance(walk: _Walk, anaphor: Anaphor, candidate: Candidate) -> int:
    """Count the reporter's sentences between the two."""
    sentence = walk.parse.sentence
    return walk.told[sentence[anaphor.token]] - walk.told[sentence[candidate.token]]


def _agree(one: str, two: str) -> bool:
    return not one or not two or one == two


def _score(walk: _Walk, anaphor: Anaphor, candidate: Candidate) -> float:
    features = _features(walk, anaphor, candidate)
    weights = _PRONOUN_WEIGHTS
    if anaphor.role:
        features |= _role_features(walk.parse, anaphor, candidate)
        weights = _ROLE_WEIGHTS
    return sum(weights[name] * value for name, value in features.items() if value)


def _features(walk: _Walk, anaphor: Anaphor, candidate: Candidate) -> dict[str, float]:
    parse, quoted = walk.parse, walk.quoted
    token, other = anaphor.token, candidate.token
    place = _place(parse, other)
    dep = parse.deps[place]
    return {
        "sentences": min(_distance(walk, anaphor, candidate), _SENTENCES),
        "paragraphs": min(3, parse.paragraph[token] - parse.paragraph[other]),
        "subject": dep in _SUBJECTS,
        "main subject": dep in _SUBJECTS and parse.deps[parse.heads[place]] == "ROOT",
        "possessive": dep == "poss",
        "speaks": candidate.speaks,
        "quoted": quoted[other] and not quoted[token],
        "agrees": candidate.gender != "" and candidate.gender == anaphor.gender,
        "same sentence": parse.sentence[token] == parse.sentence[other],
        "indefinite": candidate.indefinite and not candidate.speaks,
        "mentions": min(walk.counts[candidate.referent], _MANY),
        "modifier": dep in ("compound", "nmod", "pobj"),
    }


def _role_features(parse: Parse, anaphor: Anaphor, candidate: Candidate) -> dict[str, float]:
    token, other = anaphor.token, candidate.token
    words = candidate.words | candidate.called
    holds = anaphor.role in words
    kin = not holds and not anaphor.kin.isdisjoint(words)
    same_sentence = parse.sentence[token] == parse.sentence[other]
    return {
        "holds": holds,
        "kin": kin,
        "other modifier": holds and bool(anaphor.modifiers) and anaphor.modifiers.isdisjoint(words),
        "shares modifier": not anaphor.modifiers.isdisjoint(words),
        "other names": bool(anaphor.names and candidate.names)
        and anaphor.names.isdisjoint(candidate.names),
        "other role": bool(candidate.words) and not (holds or kin),
        "same clause": same_sentence
        and parse.deps[other] != "poss"
        and _verb(parse, token) == _verb(parse, other),
        "subject of the sentence": same_sentence and parse.deps[other] in _SUBJECTS,
    }


def _verb(parse: Parse, token: int) -> int:
    while parse.tags[token][:2] != "VB" and parse.deps[token] not in _CLAUSES:
        token = parse.heads[token]
    return token


def _ahead(walk: _Walk, anaphor: Anaphor, following: Sequence[Candidate]) -> Candidate | None:
    """Look forward: a lead may name its speaker only in the next sentence."""
    for candidate in following:
        if candidate.token - anaphor.token > _AHEAD:
            return None
        if candidate.token == anaphor.token or not _may_follow(walk, anaphor, candidate):
            continue
        if _excluded(walk, anaphor, candidate):
            continue
        if not walk.quoted[candidate.token] and _agree(candidate.gender, anaphor.gender):
            return candidate
    return None


def _may_follow(walk: _Walk, anaphor: Anaphor, candidate: Candidate) -> bool:
    """Tell whether a role may be told ahead: by a title, or by a new speaker without one.

    Who answers is another than who spoke before.
    """
    if not anaphor.role or not anaphor.kin.isdisjoint(candidate.words):
        return True
    parse = walk.parse
    new = candidate.referent not in walk.latest and not candidate.words
    near = parse.paragraph[anaphor.token] == parse.paragraph[candidate.token]
    named = candidate.speaks and not candidate.indefinite
    return new and near and named and not (anaphor.serving or answers(parse, candidate.token))
