"""Paragraphs: the units in which marks pair."""

from __future__ import annotations

import pytest
from hypothesis import given

import strategies
from quoteattr.text.paragraphs import cut, find_paragraphs

LONG = "The council voted on the new plan late on Monday night"


def slices(text: str) -> list[str]:
    """Give the paragraphs themselves."""
    return [text[start:end] for start, end in find_paragraphs(text)]


@pytest.mark.parametrize(
    "line_break",
    ["\n", "\n\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"],
)
def test_every_line_break_ends_a_paragraph(line_break: str) -> None:
    """Whatever breaks a line for `str.splitlines` ends a paragraph."""
    assert slices(f"One.{line_break}Two.") == ["One.", "Two."]


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_a_wrapped_line_goes_on(line_break: str) -> None:
    """A break inside a hard-wrapped sentence is no end."""
    wrapped = f"{LONG}{line_break}sent it back."
    assert slices(wrapped) == [wrapped]


def test_three_wrapped_lines_are_one_paragraph() -> None:
    """Each break is judged by the line before it, not by the whole paragraph so far."""
    wrapped = f"{LONG}\n{LONG.lower()}\nsent it back."
    assert slices(wrapped) == [wrapped]
    assert slices(f"{LONG}\nat ten\n\nit passed.") == [f"{LONG}\nat ten", "it passed."]


@pytest.mark.parametrize(
    "text",
    [f"{LONG}\nSent it back.", f"{LONG}\n\nsent it back.", "The council\nsent it back."],
)
def test_what_looks_like_an_end_is_one(text: str) -> None:
    """A capital, an empty line or a short line before the break make it an end."""
    assert len(slices(text)) == 2


@pytest.mark.parametrize("text", ["", " ", "\n", "\r\n \t\u00a0\n"])
def test_white_space_has_no_paragraphs(text: str) -> None:
    """Nothing visible, no paragraph."""
    assert find_paragraphs(text) == ()


@given(strategies.texts())
def test_paragraphs_hold_all_that_is_visible(text: str) -> None:
    """Paragraphs come in order, and only white space stands before, between and behind them."""
    behind = 0
    for start, end in find_paragraphs(text):
        assert behind <= start < end
        assert not text[behind:start].strip()
        assert text[start:end] == text[start:end].strip()
        behind = end
    assert not text[behind:].strip()


@given(strategies.texts(), strategies.neutral_paragraphs())
def test_a_paragraph_in_front_only_shifts(text: str, front: str) -> None:
    """What stands in an earlier paragraph does not move a later boundary."""
    shift = len(front) + 2
    shifted = [(start + shift, end + shift) for start, end in find_paragraphs(text)]
    assert find_paragraphs(f"{front}\n\n{text}") == ((0, len(front)), *shifted)


def pieces(text: str, longest: int) -> list[str]:
    """Give the pieces themselves."""
    return [text[start:end] for start, end in cut(text, 0, len(text), longest)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It rained. We left.\nThen it", "It rained. We left.\n"),
        ("It rained. We left at", "It rained. "),
        ("It rained all day and", "It rained all "),
        ("It rained.\nwe left at", "It rained.\n"),
        ("x" * 20, "x" * 16),
    ],
)
def test_cuts_fall_between_paragraphs_sentences_words(text: str, first: str) -> None:
    """The best place of the second half counts; a wrapped line is no end of a paragraph."""
    longest = 22 if "Then" in text else 16
    assert pieces(text, longest)[0] == first


@given(strategies.texts())
def test_cutting_loses_nothing(text: str) -> None:
    """Pieces join to the text, and none is too long."""
    cuts = pieces(text, 10)
    assert "".join(cuts) == text
    assert all(len(piece) <= 10 for piece in cuts)
