"""Choices: candidates, the named features of each, and a ranked record of what was decided.

Deciding, explaining and training ask the same `Question`: `choose` scores its candidates,
`Choice.reasons` names what weighed in that very decision, and training fits weights to the
features of the same candidates.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

import attrs

from quoteattr.scoring.linear_model import Model, logistic, score, softmax

__all__ = ["Choice", "Question", "choose", "overruled", "settled", "yes_or_no"]

_Candidate = TypeVar("_Candidate")

_YES_OR_NO = (True, False)


@attrs.frozen(eq=False)
class Question(Generic[_Candidate]):
    """What is to be decided.

    Attributes:
        candidates: all that can be chosen.
        features: names what speaks for or against one of them.
    """

    candidates: Sequence[_Candidate]
    features: Callable[[_Candidate], Iterable[str]]


@attrs.frozen(kw_only=True, eq=False)
class Choice(Generic[_Candidate]):
    """A decision as it was made.

    Attributes:
        question: what was asked; its features are named anew when reasons are asked for.
        ranked: the candidates with their probabilities (0-1), best first.
        model: the weights that decided, None where nothing was weighed.
        rules: names of the rules that put the best candidate in its place, the first first.
    """

    question: Question[_Candidate]
    ranked: Sequence[tuple[_Candidate, float]]
    model: Model | None = None
    rules: tuple[str, ...] = ()

    @property
    def best(self) -> _Candidate:
        """The candidate that was chosen."""
        return self.ranked[0][0]

    @property
    def probability(self) -> float:
        """The probability (0-1) of the candidate that was chosen."""
        return self.ranked[0][1]

    def probability_of(self, candidate: _Candidate) -> float:
        """Give the probability (0-1) of a candidate, 0 for what is none."""
        return next((share for other, share in self.ranked if other == candidate), 0.0)

    def reasons(self, candidate: _Candidate) -> list[tuple[str, float]]:
        """Give the features of a candidate that weigh anything, the heaviest first."""
        if self.model is None or candidate not in self.question.candidates:
            return []
        weights = self.model.weights
        known = [name for name in self.question.features(candidate) if name in weights]
        return sorted(((name, weights[name]) for name in known), key=lambda pair: -abs(pair[1]))


def choose(question: Question[_Candidate], model: Model) -> Choice[_Candidate]:
    """Rank the candidates by the model; of equals the earlier one comes first.

    Examples:
        >>> question = Question(("he", "Ann Lee"), lambda words: [f"words={len(words.split())}"])
        >>> choice = choose(question, Model(weights={"words=2": 1.5}, about={}))
        >>> choice.best, round(choice.probability, 2), choice.reasons("Ann Lee")
        ('Ann Lee', 0.82, [('words=2', 1.5)])
    """
    candidates = question.candidates
    if candidates is _YES_OR_NO:
        yes = logistic(score(model, question.features(candidates[0])))
        shares = [yes, 1 - yes]
    else:
        features = question.features
        alone = len(candidates) == 1  # it is sure, whatever speaks for it
        shares = [1.0] if alone else softmax([score(model, features(one)) for one in candidates])
    ranked = sorted(zip(candidates, shares, strict=True), key=operator.itemgetter(1), reverse=True)
    return Choice(question=question, ranked=ranked, model=model)


def yes_or_no(features: Callable[[], Iterable[str]]) -> Question[bool]:
    """Ask whether something holds: what speaks for it is weighed against nothing.

    Examples:
        >>> choose(yes_or_no(lambda: ["sure"]), Model(weights={"sure": 9.0}, about={})).best
        True
    """
    return Question(_YES_OR_NO, lambda yes: features() if yes else ())


def settled(candidate: _Candidate, rule: str) -> Choice[_Candidate]:
    """Record what a rule settles alone: one candidate, sure, and nothing weighed.

    Examples:
        >>> settled("Ann Lee", "turn").ranked, settled("Ann Lee", "turn").rules
        ((('Ann Lee', 1.0),), ('turn',))
    """
    return Choice(
        question=Question((candidate,), lambda _: ()), ranked=((candidate, 1.0),), rules=(rule,)
    )


def overruled(choice: Choice[_Candidate], candidate: _Candidate, rule: str) -> Choice[_Candidate]:
    """Let a rule put another candidate first: it trades places and probabilities with the best.

    Examples:
        >>> choice = Choice(question=Question("ab", str), ranked=[("a", 0.75), ("b", 0.25)])
        >>> overruled(choice, "b", "inner speaker").ranked
        [('b', 0.75), ('a', 0.25)]
    """
    if candidate == choice.best:
        return attrs.evolve(choice, rules=(*choice.rules, rule))
    beaten = (choice.best, choice.probability_of(candidate))
    others = [pair for pair in choice.ranked[1:] if pair[0] != candidate]
    rest = sorted([beaten, *others], key=operator.itemgetter(1), reverse=True)
    return attrs.evolve(
        choice, ranked=[(candidate, choice.probability), *rest], rules=(*choice.rules, rule)
    )
