"""Somebody else's coreference: clusters of spans, checked and laid over the tokens."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Sequence

from quoteattr.errors import CoreferenceError
from quoteattr.syntax.tokens import Parse, roots_of, tokens_between
from quoteattr.text.plain_text import PlainText

__all__ = ["Clusters", "Coreference", "find_clusters"]

Coreference = Callable[[str], Iterable[Iterable[tuple[int, int]]]]
"""Gives the clusters of a text: each the (start, end) offsets, in code points, of its mentions."""

Clusters = Sequence[Sequence[int]]
"""By cluster, the head token of each mention."""


def find_clusters(
    parse: Parse, coreference: Coreference | None, plain: PlainText | None = None
) -> Clusters:
    """Ask for the clusters of a text, and give the head token of each mention.

    What stands in a paragraph that was not parsed is left out.

    Args:
        parse: the text's tokens.
        coreference: what finds clusters in a text, if anything does.
        plain: the text of the table with the one that it was made of, which is the one that the
            function gets and counts offsets in; the text of the table where None.

    Raises:
        CoreferenceError: a cluster is no list, or a mention no pair of offsets of the text.
    """
    if coreference is None:
        return ()
    plain = plain or PlainText(given=parse.text, text=parse.text)
    return tuple(
        tuple(_heads(parse, [_checked(plain, mention) for mention in cluster]))
        for cluster in _listed(coreference(plain.given))
    )


def _listed(clusters: object) -> Iterator[list[object]]:
    """Give each cluster as a list of its mentions, whatever these are."""
    try:
        yield from map(list, clusters)  # type: ignore[call-overload]
    except TypeError:
        raise CoreferenceError(
            f"clusters must be lists of (start, end), not {clusters!r}"
        ) from None


def _checked(plain: PlainText, mention: object) -> tuple[int, int]:
    """Give the place in the plain text of a mention in the given one."""
    try:
        start, end = map(operator.index, mention)  # type: ignore[call-overload]
    except (TypeError, ValueError):
        raise CoreferenceError(f"a mention must be (start, end), not {mention!r}") from None
    size = len(plain.given)
    if not 0 <= start < end <= size:
        raise CoreferenceError(f"{(start, end)} is no span of a text of {size} characters")
    return plain.plain_span(start, end)


def _heads(parse: Parse, mentions: Iterable[tuple[int, int]]) -> Iterator[int]:
    for start, end in mentions:
        heads = roots_of(parse, *tokens_between(parse, start, end)) if start < end else []
        head = next((i for i in heads if parse.words[i][0].isalnum()), None)
        if head is not None:
            yield head
