"""Character codes: what was stored as a code is read as the character that it stands for."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edited import edited
from quoteattr.text.character_codes import find_coded_characters

PLAIN = st.text(alphabet="abc <>&\"'“”’é–…\n", max_size=40)
MISREAD = st.text(alphabet="“”‘’–—…éèüñçß€£", max_size=20)


def decoded(text: str) -> str:
    """Read the codes of a text."""
    return edited(text, find_coded_characters(text))


def misread(text: str) -> str:
    """Read the bytes of UTF-8 as Windows-1252, undefined ones as control characters."""
    return "".join(
        bytes([value]).decode("cp1252" if value not in UNDEFINED else "latin-1")
        for value in text.encode("utf-8")
    )


UNDEFINED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("&ldquo;Go,&rdquo; said Ann.", "“Go,” said Ann."),
        ("It&#8217;s late, &#x201C;late&#x201d;.", "It’s late, “late”."),
        ("Pike &amp;amp; Sons", "Pike & Sons"),
        ("&amp;quot;Go&amp;quot;", '"Go"'),
        ("caf\u00c3\u00a9", "café"),
        ("She said \u00e2\u20ac\u0153go\u00e2\u20ac and left.", "She said “go” and left."),
        ("\ufeffIt was co\u00adop\u200berative.", "It was cooperative."),
        ("late&shy;r &#0;", "later \ufffd"),
        ("\u00c5\u201cuvre, \u00c4\u2018", "œuvre, đ"),
        ("\u00c3\u00a0 Paris, \u00c2\u00abnon\u00c2\u00a0\u00c2\u00bb", "à Paris, «non\u00a0»"),
        ("It rained.&#13;&#10;&#xD;", "It rained.\r\n\r"),
    ],
)
def test_codes_are_read(text: str, read: str) -> None:
    """Entities, once or twice coded, bytes read wrongly, and characters that nobody sees."""
    assert decoded(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "AT&T; then",
        "R&D",
        "&nosuchname;",
        "â€tre",
        "“BEYONCÉ” and “Strauß”",
        "“I saw the café—” and “‘the café’”",
        "naïve…",
        "Jan Groß\u00a0left the “café”\u00a0and the «\u00a0clé\u00a0»",
        "«\u00a0ÉGALITÉ», «CLÉ»\u00a0and RENÉ™",
    ],
)
def test_what_is_no_code_stays(text: str) -> None:
    """An ampersand, an unknown name, and letters that have a mark of their own behind them."""
    assert decoded(text) == text


@given(PLAIN)
def test_what_was_escaped_is_read_back(text: str) -> None:
    """What the standard library escapes comes back, escaped once or twice."""
    assert decoded(html.escape(text)) == text
    assert decoded(html.escape(html.escape(text))) == text


@given(MISREAD)
def test_what_was_misread_is_read_back(text: str) -> None:
    """Characters of UTF-8 that were read as Windows-1252 are themselves again."""
    assert decoded(misread(text)) == text


@given(st.text(max_size=60))
def test_any_text_has_edits_apart(text: str) -> None:
    """Edits lie in the text, in order, and each changes something."""
    edits = find_coded_characters(text)
    places = [place for edit in edits for place in (edit.start, edit.end)]
    assert places == sorted(places)
    assert all(text[edit.start : edit.end] != edit.replacement for edit in edits)
