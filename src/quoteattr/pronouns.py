"""Personal pronouns to the people that they stand for."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import attrs

from quoteattr.parsing import Parse

__all__ = ["GENDERS", "Candidate", "find_antecedents"]

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
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "ROOT"})
_REACH = 12
_SENTENCES = 8
_AHEAD = 60
_WEIGHTS: Mapping[str, float] = {
    "sentences": -0.8,
    "paragraphs": -0.25,
    "subject": 1.2,
    "possessive": -0.6,
    "speaks": 1.0,
    "quoted": -2.0,
    "agrees": 0.8,
    "mentions": 0.5,
    "same sentence": 0.2,
    "inside": -0.4,
}


@attrs.frozen(kw_only=True)
class Candidate:
    """A mention that a pronoun may take up.

    Attributes:
        token: the head of the mention.
        referent: whom it means; any hashable value that is equal for equal referents.
        gender: "m", "f", or "" where unknown.
        speaks: the mention is the source of a quotation.
    """

    token: int
    referent: int
    gender: str
    speaks: bool = False


def find_antecedents(
    parse: Parse,
    candidates: Iterable[Candidate],
    quoted: Sequence[bool],
    speaking: Collection[int],
) -> dict[int, int]:
    """Map each third-person singular pronoun to its referent.

    Walks through the text once and scores, for each pronoun, the last mentions of the referents
    before it; a resolved pronoun counts as a mention for those behind. With nobody before, the
    next mention behind is taken.

    Args:
        parse: the text's tokens.
        candidates: mentions by name or noun phrase.
        quoted: by token, whether it stands between quotation marks.
        speaking: tokens that are sources of quotations.
    """
    mentions = sorted(candidates, key=lambda candidate: candidate.token)
    pronouns = list(_pronouns(parse, quoted, speaking))
    counts: dict[int, int] = {}
    latest: dict[int, Candidate] = {}
    found: dict[int, int] = {}
    place = 0
    for token in pronouns:
        while place < len(mentions) and mentions[place].token < token:
            _note(mentions[place], latest, counts)
            place += 1
        gender = GENDERS[parse.lowers[token]]
        chosen = _best(parse, token, gender, latest, counts, quoted) or _ahead(
            parse, token, gender, mentions[place : place + 4], quoted
        )
        if chosen is not None:
            found[token] = chosen.referent
            again = Candidate(
                token=token,
                referent=chosen.referent,
                gender=gender,
                speaks=token in speaking,
            )
            _note(again, latest, counts)
    return found


def _pronouns(
    parse: Parse, quoted: Sequence[bool], speaking: Collection[int]
) -> Iterator[int]:
    for token, word in enumerate(parse.lowers):
        if word in GENDERS and (not quoted[token] or token in speaking):
            yield token


def _note(
    candidate: Candidate, latest: dict[int, Candidate], counts: dict[int, int]
) -> None:
    """Make the candidate its referent's last mention, and the last of all."""
    before = latest.pop(candidate.referent, None)
    if before is not None and before.gender and not candidate.gender:
        candidate = attrs.evolve(candidate, gender=before.gender)
    latest[candidate.referent] = candidate
    counts[candidate.referent] = counts.get(candidate.referent, 0) + 1


def _best(
    parse: Parse,
    token: int,
    gender: str,
    latest: Mapping[int, Candidate],
    counts: Mapping[int, int],
    quoted: Sequence[bool],
) -> Candidate | None:
    near = []
    for _, candidate in zip(range(_REACH), reversed(latest.values())):
        if parse.sentence[token] - parse.sentence[candidate.token] > _SENTENCES:
            break
        if not candidate.gender or candidate.gender == gender:
            near.append(candidate)
    return max(
        near,
        key=lambda candidate: _score(parse, token, gender, candidate, counts, quoted),
        default=None,
    )


def _score(
    parse: Parse,
    token: int,
    gender: str,
    candidate: Candidate,
    counts: Mapping[int, int],
    quoted: Sequence[bool],
) -> float:
    other = candidate.token
    dep = parse.deps[other]
    sentences = parse.sentence[token] - parse.sentence[other]
    features = {
        "sentences": sentences,
        "paragraphs": min(3, parse.paragraph[token] - parse.paragraph[other]),
        "subject": dep in _SUBJECTS,
        "possessive": dep == "poss",
        "speaks": candidate.speaks,
        "quoted": quoted[other] and not quoted[token],
        "agrees": candidate.gender == gender,
        "mentions": math.log(counts[candidate.referent]),
        "same sentence": sentences == 0,
        "inside": dep in ("compound", "nmod", "pobj"),
    }
    return sum(_WEIGHTS[name] * value for name, value in features.items())


def _ahead(
    parse: Parse,
    token: int,
    gender: str,
    following: Sequence[Candidate],
    quoted: Sequence[bool],
) -> Candidate | None:
    """Look forward: a lead may name its speaker only in the next sentence."""
    for candidate in following:
        if candidate.token - token > _AHEAD:
            return None
        if not quoted[candidate.token] and (not candidate.gender or candidate.gender == gender):
            return candidate
    return None
