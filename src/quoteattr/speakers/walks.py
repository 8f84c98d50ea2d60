"""Walks: what a walk through a text knows so far, what it asks, and what each answer changes."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence

import attrs

from quoteattr.attribution.attributions import Attribution
from quoteattr.entities.cast import Cast
from quoteattr.scoring.choice import Choice, Question, choose
from quoteattr.scoring.linear_model import Model, load_model
from quoteattr.speakers.ages import age_asked
from quoteattr.speakers.references import Reference
from quoteattr.speakers.scenes import Scene
from quoteattr.speakers.trails import Trail

__all__ = [
    "NOBODY",
    "Asked",
    "Decide",
    "Walk",
    "by_weights",
]

NOBODY = -1
"""The candidate that stands for somebody new, or for nobody that the text tells of."""


@attrs.frozen(kw_only=True, eq=False)
class Asked:
    """The question who is meant.

    Attributes:
        model: name of the model that weighs the features.
        reference: the words that mean somebody, None for a quotation that hangs on none.
        attribution: number of the quotation, None where no quotation hangs on the words.
        question: the candidates, numbers of trails or NOBODY, and the features of each.
    """

    model: str
    reference: Reference | None
    attribution: int | None
    question: Question[int]


Decide = Callable[["Walk", Asked], Choice[int]]


@attrs.define(kw_only=True, eq=False)
class Walk:
    """Where a walk through a text stands; each step changes it.

    Attributes:
        cast: who has a name in the text.
        attributions: what was said.
        scene: what features are made of.
        trails: all who were met or have a name, by number.
        met: numbers of the trails, the one met last at the end.
        found: the trail that each reference means, by its head token.
        answers: how each was chosen.
        continued: how the speaker of each quotation was chosen that hangs on no mention.
        speakers: the trail of each attribution's speaker, as far as the walk came.
        by_word: numbers of trails by words of their names, titles and phrases.
        firsts: (token, trail) of each first mention by name, in text order.
        prominent: numbers of the persons whom the text names most.
        speaking: by head token, the quotations that hang on it.
        open: the references that are being resolved, each inside the one before.
        references: by head token.
        decide: answers a question.
        cluster_of: the number of the given cluster that a token is in.
        told: the trail of each given cluster, as soon as it is known.
        joint: the trail of those who were taken together, by their numbers.
    """

    cast: Cast
    attributions: Sequence[Attribution]
    scene: Scene
    references: Mapping[int, Reference]
    decide: Decide
    cluster_of: Mapping[int, int]
    told: dict[int, int]
    trails: list[Trail] = attrs.field(factory=list)
    met: dict[int, None] = attrs.field(factory=dict)
    found: dict[int, int] = attrs.field(factory=dict)
    answers: dict[int, Choice[int]] = attrs.field(factory=dict)
    continued: dict[int, Choice[int]] = attrs.field(factory=dict)
    speakers: dict[int, int] = attrs.field(factory=dict)
    by_word: dict[str, dict[int, None]] = attrs.field(factory=dict)
    firsts: list[tuple[int, int]] = attrs.field(factory=list)
    prominent: list[int] = attrs.field(factory=list)
    speaking: dict[int, list[int]] = attrs.field(factory=dict)
    open: dict[int, None] = attrs.field(factory=dict)
    joint: dict[tuple[int, ...], int] = attrs.field(factory=dict)

    def latest(self, most: int) -> Iterator[int]:
        """Number the trails that were met last, the last one first."""
        return itertools.islice(reversed(self.met), most)

    def known_at(self, token: int) -> int | None:
        """Give who is named at a token, or was found to be meant by it."""
        return self.cast.at.get(token, self.found.get(token))

    def meet(self, number: int, token: int, form: str) -> None:
        """Note that the text meets somebody at a token, by a "name", "pronoun" or "noun"."""
        self.trails[number].note_mention(token, form)
        self.met.pop(number, None)
        self.met[number] = None

    def settle(self, reference: Reference, number: int) -> None:
        """Note whom a reference means, and what it tells of them."""
        token = reference.token
        named = token in self.cast.at
        self.found[token] = number
        if token in self.cluster_of:
            self.told.setdefault(self.cluster_of[token], number)
        _learn_gender(self.trails[number], reference)
        if not reference.pronoun and not named:
            self._learn_words(number, reference)
        self.meet(number, token, "name" if named else "pronoun" if reference.pronoun else "noun")
        for attribution in self.speaking.get(token, ()):
            self.note_speaker(attribution, number, token)

    def _learn_words(self, number: int, reference: Reference) -> None:
        """Remember what a noun phrase called somebody."""
        told = {reference.word, *reference.modifiers}
        self.trails[number].called.update(told)
        self.trails[number].designations.append(reference.designation)
        self.trails[number].ages.update({age_asked(reference)} - {""})
        for word in told:
            self.by_word.setdefault(word, {})[number] = None

    def note_speaker(self, attribution: int, number: int, token: int) -> None:
        """Note whose a quotation is."""
        self.speakers[attribution] = number
        self.trails[number].spoke.append(token)
        self.scene.note_speaker(number)

    def take_together(self, members: tuple[int, ...], phrase: tuple[int, int]) -> int:
        """Give the trail of several who are taken together, a new one if they never were."""
        known = self.joint.get(members)
        if known is None:
            known = self.joint[members] = len(self.trails)
            self.trails.append(
                Trail(number=known, kind="joint", phrase=phrase, members=members, plural=True)
            )
        return known


def by_weights(models: Mapping[str, Model] | None = None) -> Decide:
    """Give what answers questions by learned weights, those of the package by default."""

    def decide(_: Walk, asked: Asked) -> Choice[int]:
        model = (models or {}).get(asked.model) or load_model(asked.model)
        return choose(asked.question, model)

    return decide


def _learn_gender(trail: Trail, reference: Reference) -> None:
    """Remember a gender, but not of a name from “a man”, who may be somebody else."""
    if reference.determiner in _BRINGING_IN and trail.words:
        return
    if reference.gender and (not trail.genders or trail.genders[0] != reference.gender):
        trail.genders.append(reference.gender)


_BRINGING_IN = frozenset({"a", "an", "another", "one"})
