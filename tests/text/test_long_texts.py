"""Parts: very long texts, and the offsets of what stands in their later parts."""

from __future__ import annotations

import pytest
from hypothesis import given

import strategies
from quoteattr import QuoteKind, extract_quotes
from quoteattr.records import Quote
from quoteattr.text.long_texts import find_parts, moved
from quoteattr.text.paragraphs import find_paragraphs

MARKED = {QuoteKind.DIRECT, QuoteKind.MIXED}
SAID = "“We have to wait,” said Ann Lee. “Nobody knows,” she added."
FAR = "It rained on the roofs of the houses all night.\n"


def test_articles_are_one_part() -> None:
    """What is no longer than 250,000 code points stays whole, the empty text too."""
    assert list(find_parts("")) == [(0, 0)]
    assert list(find_parts("x" * 250_000)) == [(0, 250_000)]


def test_parts_end_with_paragraphs() -> None:
    """Parts join to the text, and cut no paragraph in two."""
    text = FAR * 20_000
    parts = list(find_parts(text))
    assert "".join(text[start:end] for start, end in parts) == text
    assert len(parts) > len(text) // 250_000
    starts = {start for start, _ in find_paragraphs(text)}
    assert {start for start, _ in parts} <= starts


@pytest.mark.parametrize("kinds", [set(QuoteKind), MARKED])
def test_a_later_part_gives_what_it_gives_alone(kinds: set[QuoteKind]) -> None:
    """The quotations of a late part are its own, but for the offsets, which fit the whole text."""
    front = "\n" * 250_000
    found = extract_quotes(f"{front}{SAID}", kinds=kinds)
    assert found == moved(extract_quotes(SAID, kinds=kinds), len(front))
    assert len(found) == 2
    mentions = {id(quote.speaker.mentions) for quote in found if quote.speaker}
    assert len(mentions) == 1


@given(strategies.quotes())
def test_there_and_back(quote: Quote) -> None:
    """Moved and moved back, a quotation is what it was."""
    [there] = moved([quote], 7)
    assert [span.start - 7 for span in there.content] == [span.start for span in quote.content]
    assert moved([there], -7) == [quote]
    assert there.text == quote.text
