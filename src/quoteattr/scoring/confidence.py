"""Confidence: how sure the decisions behind an attribution make it, as a probability."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quoteattr.records import QuoteKind
from quoteattr.scoring.linear_model import Model, logistic, score

__all__ = ["confidence", "confidence_features"]

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


def _step(value: float) -> float:
    return max((step for step in _STEPS if value > step), default=0.0)
