"""Moved records: offsets and speakers' numbers of what stands in a later part of a long text."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies
from quoteattr import QuoteKind, extract_quotes
from quoteattr.moved_records import entities_of, moved
from quoteattr.records import Quote, Span

MARKED = {QuoteKind.DIRECT, QuoteKind.MIXED}
SAID = "“We have to wait,” said Ann Lee. “Nobody knows,” she added."


def spans(record: object) -> Iterator[Span]:
    """Give every span of a record, also of those that it holds."""
    if isinstance(record, Span):
        yield record
    elif isinstance(record, tuple):
        yield from itertools.chain.from_iterable(map(spans, record))
    elif attrs.has(type(record)):
        yield from spans(attrs.astuple(record, recurse=False))


@pytest.mark.parametrize("kinds", [set(QuoteKind), MARKED])
def test_a_later_part_gives_what_it_gives_alone(kinds: set[QuoteKind]) -> None:
    """The quotations of a late part are its own, but for the offsets, which fit the whole text."""
    front = "\n" * 250_000
    found = extract_quotes(f"{front}{SAID}", kinds=kinds)
    assert found == moved(extract_quotes(SAID, kinds=kinds), len(front))
    assert len(found) == 2
    mentions = {id(quote.speaker.mentions) for quote in found if quote.speaker}
    assert len(mentions) == 1


@given(strategies.quotes(), st.integers(min_value=0, max_value=5))
def test_there_and_back(quote: Quote, entities: int) -> None:
    """Moved and moved back, a quotation is what it was, and every span of it has moved."""
    [there] = moved([quote], 7, entities)
    assert [span.start - 7 for span in spans(there)] == [span.start for span in spans(quote)]
    assert moved([there], -7, -entities) == [quote]
    assert there.text == quote.text


@given(st.lists(strategies.quotes(), max_size=3), st.lists(strategies.quotes(), max_size=3))
def test_no_two_parts_share_a_speaker(first: list[Quote], second: list[Quote]) -> None:
    """Behind another part, no speaker has a number that the part before has."""
    behind = moved(second, 0, entities_of(first))
    numbers = [
        {quote.speaker.entity for quote in part if quote.speaker} - {None}
        for part in (first, behind)
    ]
    assert not numbers[0] & numbers[1]
