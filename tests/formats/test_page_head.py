"""The head of pages: nothing from outside, and no word of a text that a browser obeys."""

from __future__ import annotations

import html

from hypothesis import given
from hypothesis import strategies as st

from quoteattr.formats.page_head import escape, page_head


def test_a_page_asks_for_nothing_from_outside() -> None:
    """The style stands in the page, and the policy forbids everything else."""
    head = page_head("Ann", "page")
    assert "default-src 'none'" in head
    assert "<style>\n" in head
    assert "http://" not in head
    assert "https://" not in head
    assert "<script" not in head


def test_a_title_is_plain_text() -> None:
    """Markup in a title is shown, not obeyed."""
    assert "<title>&lt;b&gt;Ann&lt;/b&gt;</title>" in page_head("<b>Ann</b>", "page")


@given(st.text(st.characters(exclude_categories=["C"])))
def test_what_is_escaped_is_shown_as_it_is(text: str) -> None:
    """A browser shows the words that were given, and sees no tag."""
    escaped = escape(text)
    assert "<" not in escaped
    assert ">" not in escaped
    assert html.unescape(escaped) == html.unescape(html.escape(text)) == text
