"""Explanations: for each quotation the candidates that there were, and what decided."""

from __future__ import annotations

from typing import Any

import attrs

from quoteattr.pipeline import Traced
from quoteattr.records import Quote, Span
from quoteattr.scoring.choice import Choice
from quoteattr.speakers.resolve import Referents, name_of
from quoteattr.speakers.walks import NOBODY
from quoteattr.syntax.mentions import Mention
from quoteattr.syntax.tokens import chars_of

__all__ = ["Candidate", "Explanation", "Referent", "account_for"]

_MOST_FEATURES = 8  # shown of each candidate


@attrs.frozen(kw_only=True)
class Candidate:
    """Somebody who could have said the words.

    Attributes:
        mention: the words that refer to them, None for "nobody in the text".
        probability: of being the source (0-1), as the model sees it.
        features: the weightiest reasons for and against, each with its weight (log-odds).
    """

    mention: Span | None
    probability: float
    features: tuple[tuple[str, float], ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the candidate as plain JSON values."""
        return {
            "mention": self.mention and self.mention.to_dict(),
            "probability": self.probability,
            "features": _plain(self.features),
        }


@attrs.frozen(kw_only=True)
class Referent:
    """Somebody whom the source of a quotation could mean.

    Attributes:
        name: the fullest name, else the noun phrase; None for "somebody new, or nobody".
        entity: the number that tells speakers of one text apart, as in `Speaker.entity`; None for
            somebody who says nothing.
        probability: of being meant (0-1), as the model sees it.
        features: the weightiest reasons for and against, each with its weight (log-odds).
    """

    name: str | None
    entity: int | None
    probability: float
    features: tuple[tuple[str, float], ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the referent as plain JSON values."""
        return {
            "name": self.name,
            "entity": self.entity,
            "probability": self.probability,
            "features": _plain(self.features),
        }


@attrs.frozen(kw_only=True)
class Explanation:
    """How a quotation came about.

    Attributes:
        quote: the quotation.
        decisions: probability (0-1) of each decision behind it, by name. Of words in marks: that
            they are "speech", and "whose" they are. Of a report: that its "cue" reports, that
            "content" and "source" are the right ones, and, without marks, that the "reporting" is
            of words. That it is "nested" in what somebody says, or told by a "label".
        candidates: who could have said it, as it was decided: the source first, with the
            probability that went into the confidence.
        rules: names of the rules that decided in place of a model, such as "turn" in a transcript
            or "speech that runs on".
        referents: whom the source could mean, as it was decided: the speaker first. Empty where
            nothing was weighed, as for "I" and for two who speak together.
    """

    quote: Quote
    decisions: tuple[tuple[str, float], ...]
    candidates: tuple[Candidate, ...]
    rules: tuple[str, ...] = ()
    referents: tuple[Referent, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Give the explanation as plain JSON values."""
        return {
            "quote": self.quote.to_dict(),
            "decisions": dict(self.decisions),
            "candidates": [candidate.to_dict() for candidate in self.candidates],
            "rules": list(self.rules),
            "referents": [referent.to_dict() for referent in self.referents],
        }


def account_for(traced: Traced) -> Explanation:
    """Give the record of how a quotation was decided, with the reasons for each candidate."""
    attribution, referents = traced.made.attribution, traced.made.referents
    return Explanation(
        quote=traced.quote,
        decisions=tuple(attribution.links.items()),
        candidates=_candidates(traced, attribution.whose) if attribution.whose else (),
        rules=attribution.rules,
        referents=_referents(traced, referents) if referents else (),
    )


def _candidates(traced: Traced, whose: Choice[Mention | None]) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(
            mention=_span(traced, whose, mention),
            probability=probability,
            features=tuple(whose.reasons(mention)[:_MOST_FEATURES]),
        )
        for mention, probability in whose.ranked
    )


def _span(traced: Traced, whose: Choice[Mention | None], mention: Mention | None) -> Span | None:
    """Give the words of a mention; those of the source are the quotation's own, if it has any."""
    if mention is None:
        return None
    if mention == whose.best and traced.quote.source is not None:
        return traced.quote.source
    start, end = chars_of(traced.parse, mention.start, mention.end)
    plain = traced.plain
    first, last = plain.source_span(traced.start + start, traced.start + end)
    return Span(start=first, end=last, text=plain.given[first:last])


def _referents(traced: Traced, referents: Referents) -> tuple[Referent, ...]:
    choice = referents.choice
    named = ((_who(traced, referents, number), number, share) for number, share in choice.ranked)
    return tuple(
        Referent(
            name=name,
            entity=entity,
            probability=share,
            features=tuple(choice.reasons(number)[:_MOST_FEATURES]),
        )
        for (name, entity), number, share in named
    )


def _who(traced: Traced, referents: Referents, number: int) -> tuple[str | None, int | None]:
    """Give name and number of a trail; those of the one chosen are the speaker's own."""
    speaker = traced.quote.speaker
    if number == referents.choice.best and speaker is not None:
        return speaker.name, speaker.entity
    if number == NOBODY:
        return None, None
    walk = referents.walk
    speaks = number in walk.speakers.values()
    return name_of(walk, number), number + traced.entities if speaks else None


def _plain(features: tuple[tuple[str, float], ...]) -> list[dict[str, Any]]:
    return [{"name": name, "weight": weight} for name, weight in features]
