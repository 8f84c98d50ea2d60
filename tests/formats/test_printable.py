"""Printable text: nothing that could steer a page or a terminal."""

from __future__ import annotations

from hypothesis import given

from quoteattr.formats.printable import one_line, printable
from strategies import texts


@given(texts())
def test_printable(text: str) -> None:
    """Every character is kept or replaced by one; control characters are gone."""
    shown = printable(text)
    assert len(shown) == len(text)
    assert not set(shown) & {"\0", "\x1b", "\x07", "\x9b", "\ud800"}
    shown.encode("utf-8")


@given(texts())
def test_one_line(text: str) -> None:
    """No line break and no change of direction is left."""
    assert not set(one_line(text)) & set("\n\r\v\f\x85\u2028\u2029\u202e\u2066")


def test_no_escape_sequence_is_left_on_a_line() -> None:
    """What would ring, colour or retitle a terminal is replaced."""
    assert one_line("a\x1b]0;x\x07b\nc\x9b") == "a\ufffd]0;x\ufffdb c\ufffd"
