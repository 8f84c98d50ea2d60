"""Long texts: where a text as long as a book is cut."""

from __future__ import annotations

from quoteattr.text.long_texts import find_parts
from quoteattr.text.paragraphs import find_paragraphs

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
