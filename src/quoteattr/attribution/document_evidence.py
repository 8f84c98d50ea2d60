"""Document evidence: what the whole document says about its cues and names."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import attrs

from quoteattr.attribution.cue_sources import relations
from quoteattr.attribution.cues import LIKELY_CUE, Cue, likely_tokens, within
from quoteattr.syntax.mentions import Mention
from quoteattr.syntax.quoted_tokens import Alignment
from quoteattr.syntax.tokens import LONGEST_CHAIN, Parse, ancestors

__all__ = ["Evidence", "gather_evidence", "likely_cues", "own_cue"]

_FAR_OFF = 30  # tokens that outweigh a probability of one


@attrs.frozen(kw_only=True, eq=False)
class Evidence:
    """What the whole document says about its cues and names.

    Attributes:
        strength: probability (0-1) of each likely cue, by token.
        held: for each noun the cues that it stands with, as (cue, role, probability).
        frequency: how often each name's last word occurs as a mention.
        voice: summed probability of the cues that each name's last word stands with.
        reported: for each token in a reported content, the source's head (-1 for none) and the
            probability of the report.
        support: for each segment in a reported content, the probability of the likeliest report
            of each source, by its head (-1 for none).
    """

    strength: Mapping[int, float]
    held: Mapping[int, Sequence[tuple[int, str, float]]]
    frequency: Mapping[str, int]
    voice: Mapping[str, float]
    reported: Mapping[int, tuple[int, float]]
    support: Mapping[int, Mapping[int, float]]

    @functools.cached_property
    def likely(self) -> Sequence[int]:
        """The tokens of the likely cues, in order."""
        return likely_tokens(self.strength)


def likely_cues(evidence: Evidence, start: int, end: int) -> Sequence[int]:
    """Give the likely cues among the tokens from `start` up to `end`."""
    return within(evidence.likely, start, end)


def gather_evidence(
    parse: Parse,
    mentions: Sequence[Mention],
    cues: Sequence[Cue],
    reported: Mapping[int, tuple[int, float]],
    support: Mapping[int, Mapping[int, float]],
) -> Evidence:
    """Collect which nouns stand with which cues, and which names speak often."""
    held: dict[int, list[tuple[int, str, float]]] = {}
    for cue in cues:
        for head, role in relations(parse, cue.token).items():
            held.setdefault(head, []).append((cue.token, role, cue.probability))
    frequency: Counter[str] = Counter()
    voice: defaultdict[str, float] = defaultdict(float)
    for mention in mentions:
        if parse.tags[mention.head].startswith("NNP"):
            name = parse.lowers[mention.head]
            frequency[name] += 1
            voice[name] += max((p for _, _, p in held.get(mention.head, ())), default=0.0)
    return Evidence(
        strength={cue.token: cue.probability for cue in cues},
        held=held,
        frequency=frequency,
        voice=voice,
        reported=reported,
        support=support,
    )


def own_cue(
    parse: Parse,
    alignment: Alignment,
    evidence: Evidence,
    number: int,
    mention: Mention,
    *,
    least: float = LIKELY_CUE,
) -> tuple[int, str, float] | None:
    """Give the cue outside the segment that the mention stands with: token, role, probability.

    Where there are several, the likely and near one in the segment's paragraph counts; that the
    segment hangs on a cue counts where it is likely by at least `least`.
    """
    held = evidence.held.get(mention.head, ())
    outside = [entry for entry in held if alignment.quoted[entry[0]] != number]
    if len(outside) <= 1:
        return outside[0] if outside else None
    first, last = alignment.ranges[number]
    return max(outside, key=lambda entry: _closeness(parse, first, last, entry, least))


def _closeness(
    parse: Parse, first: int, last: int, entry: tuple[int, str, float], least: float
) -> tuple[bool, int, float]:
    """Rate a cue by paragraph, by how directly the segment hangs on it, and by nearness."""
    cue, _, probability = entry
    gap = first - cue if cue < first else cue - last
    while last - 1 > first and not parse.words[last - 1][0].isalnum():
        last -= 1
    chains = (ancestors(parse, first), ancestors(parse, last - 1))
    steps = min((chain.index(cue) for chain in chains if cue in chain), default=LONGEST_CHAIN)
    directness = LONGEST_CHAIN - steps if probability >= least else 0
    return parse.paragraph[cue] == parse.paragraph[first], directness, probability - gap / _FAR_OFF
