"""Confidence: how sure the decisions behind an attribution make it, as a probability."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

import attrs

from quoteattr.records import QuoteKind
from quoteattr.scoring.linear_model import Model, logistic, score

__all__ = [
    "SpeakerLink",
    "confidence",
    "confidence_features",
    "speaker_confidence",
    "speaker_confidence_features",
]

_STEPS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.87, 0.92, 0.96, 0.98, 0.99)  # probability


def confidence(kind: QuoteKind, links: Mapping[str, float], model: Model) -> float:
    """Give the probability (0-1) that content and source are right.

    Args:
        kind: how the words are given.
        links: the probability of each decision that led to the attribution, by its name.
        model: logistic regression on the links, fitted on articles that had no part in the
            decisions (Platt scaling, with a step function for each link).
    """
    return logistic(score(model, confidence_features(kind, links)))


def confidence_features(kind: QuoteKind, links: Mapping[str, float]) -> Iterator[str]:
    """Name the kind and the height of every link."""
    yield "bias"
    yield f"kind={kind.value}"
    for name, value in links.items():
        yield f"{name}>{_step(value)}"
    yield f"{kind.value}|weakest>{_step(min(links.values(), default=1.0))}"
    yield f"weakest>{_step(min(links.values(), default=1.0))}"


@attrs.frozen(kw_only=True)
class SpeakerLink:
    """The last decision behind a quotation: who is meant by its source.

    Attributes:
        sort: how the source refers: "name", "pronoun", "noun", "none", "nobody" where no speaker
            was found.
        label: what the speaker's name or noun is for.
        share: the probability (0-1) of the candidate that was chosen.
    """

    sort: str
    label: str
    share: float


def speaker_confidence(known: float, link: SpeakerLink, model: Model) -> float:
    """Give the probability (0-1) that content, source and speaker are right.

    Args:
        known: the probability that content and source are.
        link: how the speaker was chosen.
        model: logistic regression on both, fitted on articles that had no part in the decisions.
    """
    return logistic(score(model, speaker_confidence_features(known, link)))


def speaker_confidence_features(known: float, link: SpeakerLink) -> Iterator[str]:
    """Name how the source refers, and the heights of both probabilities."""
    sure, share = _step(known), _step(link.share)
    yield "bias"
    yield f"sort={link.sort}"
    yield f"label={link.label}"
    yield f"sort={link.sort}|{link.label}"
    yield f"source>{sure}"
    yield f"speaker>{share}"
    yield f"sort={link.sort}|speaker>{share}"
    yield f"sort={link.sort}|source>{sure}"
    yield f"weakest>{min(sure, share)}"


def _step(value: float) -> float:
    place = bisect_left(_STEPS, value)
    return _STEPS[place - 1] if place else 0.0
