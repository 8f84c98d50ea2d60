"""Spoken words: who is named inside which quotation, and which named speaker comes next."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence

import attrs

from quoteattr.attribution.attributions import Attribution
from quoteattr.entities.cast import Cast
from quoteattr.entities.label_names import turn_labels
from quoteattr.syntax.mentions import Mention
from quoteattr.syntax.tokens import Parse, paragraph_of, tokens_between

__all__ = ["SpokenWords", "next_speaker", "read_spoken_words"]


@attrs.frozen(kw_only=True, eq=False)
class SpokenWords:
    """What a text's quotations tell before anybody knows whose they are.

    Attributes:
        holding: by token, the numbers of the quotations in whose words it stands.
        named: by the head token of a source, the entities named in what hangs on it.
        speaking: (token, entity) of the sources that are names, in text order.
        labels: the head token of each label that opens a turn of a transcript or an interview, and
            that of the first such label with the same word.
        labelled: the entities that such a label names.
    """

    holding: Mapping[int, Sequence[int]] = attrs.field(factory=dict)
    named: Mapping[int, frozenset[int]] = attrs.field(factory=dict)
    speaking: Sequence[tuple[int, int]] = ()
    labels: Mapping[int, int] = attrs.field(factory=dict)
    labelled: frozenset[int] = frozenset()


def read_spoken_words(cast: Cast, attributions: Sequence[Attribution]) -> SpokenWords:
    """Read off the quotations of a text who is named in them and who speaks by name."""
    said = [frozenset(_tokens(cast.parse, attribution)) for attribution in attributions]
    sources = {one.source for one in attributions if one.source}
    turned = {token for label in turn_labels(cast.parse) for token in range(*label)}
    labels = sorted(
        source.head for source in sources if source.head in turned or _is_label(cast.parse, source)
    )
    speaking = {(one.head, cast.at[one.head]) for one in sources if one.head in cast.at}
    return SpokenWords(
        holding=_holding(said),
        named=_named(cast, attributions, said),
        speaking=sorted(speaking),
        labels=_first_alike(cast.parse, labels),
        labelled=frozenset(cast.at[head] for head in labels if head in cast.at),
    )


def _named(
    cast: Cast, attributions: Sequence[Attribution], said: Sequence[frozenset[int]]
) -> dict[int, frozenset[int]]:
    """Give, by the head token of a source, the entities named in what hangs on it."""
    named: dict[int, frozenset[int]] = {}
    for attribution, tokens in zip(attributions, said, strict=True):
        head = _head(attributions, attribution)
        if head is not None:
            inside = frozenset(cast.at[token] for token in tokens if token in cast.at)
            named[head] = named.get(head, frozenset()) | inside
    return named


def _holding(said: Sequence[frozenset[int]]) -> dict[int, list[int]]:
    """Give, by token, the numbers of the quotations in whose words it stands."""
    holding: dict[int, list[int]] = {}
    for number, tokens in enumerate(said):
        for token in tokens:
            holding.setdefault(token, []).append(number)
    return holding


def _tokens(parse: Parse, attribution: Attribution) -> Iterator[int]:
    """Give the tokens of what was said."""
    for start, end in attribution.content:
        yield from range(*tokens_between(parse, start, end))


def _is_label(parse: Parse, source: Mention) -> bool:
    """Tell whether a source opens its paragraph and a colon follows it, or brackets and a colon."""
    opens, end = paragraph_of(parse, source.head)
    if source.start != opens:
        return False
    behind = source.end
    while parse.words[behind : behind + 1] == ["("] and ")" in parse.words[behind:end]:
        behind = parse.words.index(")", behind) + 1
    return parse.words[behind : behind + 1] == [":"]


def _first_alike(parse: Parse, labels: Sequence[int]) -> dict[int, int]:
    """Give for each label, in text order, the first one with the same word."""
    first: dict[str, int] = {}
    return {token: first.setdefault(parse.lowers[token], token) for token in labels}


def _head(attributions: Sequence[Attribution], attribution: Attribution) -> int | None:
    """Give the head token of the source that a quotation hangs on, or goes on from."""
    while attribution.source is None and attribution.follows is not None:
        attribution = attributions[attribution.follows]
    return attribution.source.head if attribution.source else None


def next_speaker(words: SpokenWords, token: int) -> tuple[int, int] | None:
    """Give the first (token, entity) behind a token that speaks by name.

    Examples:
        >>> next_speaker(SpokenWords(speaking=[(3, 0), (9, 1)]), 3)
        (9, 1)
    """
    place = bisect.bisect_left(words.speaking, (token + 1, 0))
    return words.speaking[place] if place < len(words.speaking) else None
