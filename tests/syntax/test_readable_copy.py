"""The reading copy: as long as the text, alike in its marks, and cut where it is too long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies
from quoteattr.syntax.readable_copy import find_pieces, readable_copy
from quoteattr.text.segments import find_segments


def copied(text: str) -> str:
    """Give what the parser reads of a text."""
    return readable_copy(text, find_segments(text).segments)


@given(strategies.texts())
def test_a_copy_keeps_its_length(text: str) -> None:
    """What the parser sees is as long as the text, and can be encoded."""
    assert len(copied(text)) == len(text)
    copied(text).encode("utf-8")


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("'Go,' she said.", "“Go,” she said."),
        ("«Go», she said.", "“Go”, she said."),
        ("``Go,'' she said.", "“ Go, ” she said."),
        ("It’s late ― very\N{NO-BREAK SPACE}late.", "It's late — very late."),
        ("It is late - very late.", "It is late – very late."),
        ("well-known", "well-known"),
        ("a\0b\ud800", "a\ufffdb\ufffd"),
    ],
)
def test_marks_look_as_they_mostly_do(text: str, copy: str) -> None:
    """Segments have double curly marks, apostrophes are straight, dashes and spaces common."""
    assert copied(text) == copy


@pytest.mark.parametrize(
    "dateline",
    [
        "PARIS (Reuters) - ",
        "ROME, May 3 — ",
        "Lagos, Nigeria – ",
        "NEW YORK -- ",
        "Lima, Jul 1 2022 (IPS)-",
        "GULU, Uganda (IPS)—",
    ],
)
def test_a_dateline_is_a_piece_of_its_own(dateline: str) -> None:
    """It would be read as the subject of the first sentence."""
    text = f"{dateline}The bridge is shut."
    bounds = [(0, len(dateline), 0), (len(dateline), len(text), 0)]
    assert find_pieces(text, [(0, len(text))]) == bounds


def test_a_place_with_a_colon_before_a_report_is_a_dateline() -> None:
    """It is no subject of the sentence behind it, which says whose words it reports."""
    text = "Nairobi: Ann Lee announced on Friday that the bridge was shut. It fell."
    assert find_pieces(text, [(0, len(text))]) == [(0, 9, 0), (9, len(text), 0)]


@pytest.mark.parametrize(
    "text",
    [
        "Nairobi: The bridge must be shut.",
        "Nairobi: No talks, minister said",
        "Nairobi: “Ann Lee said so.”",
        "Ann Lee: The minister said the bridge was shut.",
    ],
)
def test_a_place_that_speaks_for_its_government_is_no_dateline(text: str) -> None:
    """Without a full sentence of reporting behind it, the colon may say whose words follow."""
    assert find_pieces(text, [(0, len(text))]) == [(0, len(text), 0)]


def test_a_dash_in_a_sentence_parts_nothing() -> None:
    """Only what stands in front of the text is a dateline."""
    text = "Ann Lee - the mayor - left."
    assert find_pieces(text, [(0, len(text))]) == [(0, len(text), 0)]


def test_what_has_no_word_is_left_out() -> None:
    """A range of marks alone has nothing to parse; the others keep their numbers."""
    text = "* * *\nBo left."
    assert find_pieces(text, [(0, 5), (6, len(text))]) == [(6, len(text), 1)]


@given(st.lists(st.sampled_from(["a", "word ", "x" * 450, ". ", "\n"]), min_size=1, max_size=80))
def test_pieces_lie_in_their_range(parts: list[str]) -> None:
    """They are in order and apart, and no word in them is endless."""
    text = "".join(parts)
    pieces = find_pieces(text, [(0, len(text))])
    places = [place for start, end, _ in pieces for place in (start, end)]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end, _ in pieces)
    assert all(len(word) <= 200 for start, end, _ in pieces for word in text[start:end].split())
    covered = sum(character.isalnum() for start, end, _ in pieces for character in text[start:end])
    assert covered == sum(map(str.isalnum, text))
