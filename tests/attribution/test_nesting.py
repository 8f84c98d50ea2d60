"""Nesting: in whose content each attribution stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quoteattr.attribution.attributions import Attribution
from quoteattr.attribution.nesting import find_holders
from quoteattr.records import QuoteKind
from quoteattr.syntax.tokens import CharRange

stretches = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(
    lambda pair: CharRange(pair[0], pair[0] + pair[1])
)


def attribution(*content: CharRange) -> Attribution:
    """Make an attribution of some stretches of a text."""
    return Attribution(
        kind=QuoteKind.INDIRECT,
        content=content,
        verbatim=(),
        cue=None,
        source=None,
        follows=None,
        links={},
    )


def test_what_lies_around() -> None:
    """An inner content has both that lie around it, the outer one only what holds it whole."""
    outer, middle = attribution(CharRange(0, 40)), attribution(CharRange(5, 30))
    inner, beside = attribution(CharRange(10, 20)), attribution(CharRange(28, 35))
    assert find_holders([inner, outer, beside, middle]) == ({1, 3}, set(), {1}, {1})


@given(st.lists(st.lists(stretches, min_size=1, max_size=3), max_size=8))
def test_every_pair(contents: list[list[CharRange]]) -> None:
    """The holders are those that a look at every pair finds, whatever overlaps."""
    attributions = [attribution(*content) for content in contents]
    for number, found in enumerate(find_holders(attributions)):
        start, end = attributions[number].content[0]
        assert found == {
            other
            for other, one in enumerate(attributions)
            if other != number
            and any(left <= start and end <= right for left, right in one.content)
        }
