"""Segments: golden cases by phenomenon, and what holds for any text."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import attrs
import pytest
from hypothesis import given

import strategies
from quoteattr.text.marks import Role, find_marks
from quoteattr.text.paragraphs import find_paragraphs
from quoteattr.text.segments import (
    Reason,
    Segment,
    Segments,
    Unpaired,
    find_segments,
    words_between_marks,
)

GOLDEN = Path(__file__).parents[1] / "golden"
CONTEXT = 4


def read_cases(name: str) -> list[object]:
    """Read title, text and expected lines of each case; a full stop alone ends each part."""
    parts = (GOLDEN / name).read_text(encoding="utf-8").split("\n.\n")
    return [
        pytest.param(text, expected, id=title.strip())
        for title, text, expected in zip(parts[0::3], parts[1::3], parts[2::3], strict=False)
    ]


def render(text: str, found: Segments) -> str:
    """Write a segment as depth, flags and words, an unpaired mark as reason and neighbours."""
    lines = [_render_segment(text, segment) for segment in found.segments]
    return "\n".join(lines + [_render_unpaired(text, loose) for loose in found.unpaired])


def _render_segment(text: str, segment: Segment) -> str:
    flags = " open" * (not segment.closed) + " continues" * segment.continues
    return f"{segment.depth}{flags} {text[segment.start : segment.end]}"


def _render_unpaired(text: str, loose: Unpaired) -> str:
    start, end = loose.mark.start, loose.mark.end
    before = text[max(0, start - CONTEXT) : start].rpartition("\n")[2]
    behind = text[end : end + CONTEXT].partition("\n")[0]
    return f"- {loose.reason.name.lower()} {before}⟦{text[start:end]}⟧{behind}".rstrip()


@pytest.mark.parametrize(("text", "expected"), read_cases("segments.txt"))
def test_golden(text: str, expected: str) -> None:
    """Segments and unpaired marks of each case are as written down."""
    assert render(text, find_segments(text)) == expected


@pytest.mark.xfail(strict=True, reason="known failures: a fix moves its case to segments.txt")
@pytest.mark.parametrize(("text", "expected"), read_cases("segments_known_failures.txt"))
def test_known_failures(text: str, expected: str) -> None:
    """What pairing still gets wrong."""
    assert render(text, find_segments(text)) == expected


def test_words_between_marks_have_no_white_space_at_the_edges() -> None:
    """Spaces beside the marks, as in French, are left out."""
    text = "« Non, » dit-il."
    [segment] = find_segments(text).segments
    assert text[slice(*words_between_marks(text, segment))] == "Non,"


def test_inner_offsets_leave_the_marks_out() -> None:
    """Between the marks white space stays; an unclosed segment has an opener to leave out alone."""
    text = "« Oui, » ``No,'' “So"
    inner = [text[part.inner_start : part.inner_end] for part in find_segments(text).segments]
    assert inner == [" Oui, ", "No,"]
    (tail,) = find_segments("“So it goes.").segments
    assert (tail.inner_start, tail.inner_end, tail.end) == (1, 12, 12)


def test_line_ends_of_other_systems() -> None:
    """Carriage returns neither stand in a segment nor hide that a speech runs on."""
    text = "“We go.\r\n\r\n“And go,” he said.\r\n"
    assert render(text, find_segments(text)) == "0 open “We go.\n0 continues “And go,”"


def test_a_paragraph_without_marks_ends_a_run() -> None:
    """Only the very next paragraph can take a speech up."""
    found = find_segments("“We go.\n\nHe paused.\n\n“And go,” he said.")
    assert [segment.continues for segment in found.segments] == [False, False]


def test_a_closer_alone_ends_what_the_paragraph_before_left_open() -> None:
    """Without an opening mark the speech is taken up from the paragraph's first letter on."""
    text = "She said, “We go.\n\nWe went to the fair,” and went."
    assert render(text, find_segments(text)) == "0 open “We go.\n0 continues We went to the fair,”"
    assert not find_segments(text.replace("“", "")).segments


def test_only_the_paragraphs_first_mark_takes_a_speech_up() -> None:
    """A later opener of the next paragraph starts a segment of its own."""
    found = find_segments("“We go.\n\nHe said: “And go,” and went.")
    assert [segment.continues for segment in found.segments] == [False, False]


@pytest.mark.parametrize("depth", [1, 2, 50_000])
def test_nesting_has_no_limit(depth: int) -> None:
    """Any number of openers may stand open; depth counts them."""
    found = find_segments("“a " * depth + "”" * depth)
    assert [segment.depth for segment in found.segments] == list(range(depth))
    assert not found.unpaired


@pytest.mark.parametrize(
    ("text", "segments", "unpaired"),
    [
        ("“a”" * 100_000, 100_000, 0),
        ('"a" ' * 100_000, 100_000, 0),
        ("“a " * 50_000, 0, 50_000),
        ("a’ " * 50_000, 0, 50_000),
        ("“‘" * 50_000 + "a" + "’”" * 50_000, 100_000, 0),
        ("“a\n" * 100_000, 0, 100_000),
        ("“" + "\u0301" * 1_000_000 + "”", 1, 0),
        ("'" * 100_000, 25_000, 0),
        ("s' " + " " * 1_000_000 + "'s", 0, 2),
    ],
    ids=["curly", "straight", "open", "closed", "nested", "lines", "accents", "quotes", "spaces"],
)
def test_hostile_sizes(text: str, segments: int, unpaired: int) -> None:
    """Large and repetitive input is paired exactly; a quadratic step would not come to an end."""
    found = find_segments(text)
    assert (len(found.segments), len(found.unpaired)) == (segments, unpaired)


@given(strategies.texts())
def test_segments_are_well_formed(text: str) -> None:
    """They stand in order in one paragraph each, nest or are disjoint, and depth counts nesting."""
    paragraphs = find_paragraphs(text)
    around: list[Segment] = []
    start = -1
    for segment in find_segments(text).segments:
        assert start < segment.start <= segment.inner_start <= segment.inner_end <= segment.end
        assert segment.start < segment.inner_start or segment.continues
        assert segment.closed == (segment.inner_end < segment.end)
        (end,) = (end for first, end in paragraphs if first <= segment.start < end)
        assert segment.end <= end
        assert segment.closed or segment.end == end
        around = [outer for outer in around if outer.end > segment.start]
        assert all(outer.inner_end >= segment.end for outer in around)
        assert segment.depth == len(around)
        around.append(segment)
        start = segment.start


@given(strategies.texts())
def test_every_mark_is_accounted_for(text: str) -> None:
    """A mark bounds one segment, or is unpaired, or could be nothing but apostrophe or measure."""
    found = find_segments(text)
    bounds = [(part.start, part.inner_start) for part in found.segments]
    bounds = [(start, inner) for start, inner in bounds if start < inner]
    bounds += [(part.inner_end, part.end) for part in found.segments if part.closed]
    loose = [(unpaired.mark.start, unpaired.mark.end) for unpaired in found.unpaired]
    plain = [
        (mark.start, mark.end)
        for mark in find_marks(text)
        if mark.roles in ((Role.APOSTROPHE,), (Role.MEASURE,))
    ]
    marks = [(mark.start, mark.end) for mark in find_marks(text)]
    assert Counter(bounds + loose + plain) == Counter(marks)
    assert loose == sorted(loose)


@given(strategies.texts())
def test_a_reason_is_a_role_that_the_mark_can_have(text: str) -> None:
    """What is called unclosed can open, what is called unopened can close, and so on."""
    roles = {
        Reason.APOSTROPHE: Role.APOSTROPHE,
        Reason.MEASURE: Role.MEASURE,
        Reason.UNOPENED: Role.CLOSES,
        Reason.UNCLOSED: Role.OPENS,
    }
    for loose in find_segments(text).unpaired:
        assert roles[loose.reason] in loose.mark.roles


@given(strategies.texts(), strategies.neutral_paragraphs())
def test_a_paragraph_in_front_only_shifts(text: str, front: str) -> None:
    """Pairing is a matter of the paragraph and its neighbours."""
    shift = len(front) + 2
    moved = [
        attrs.evolve(
            segment,
            start=segment.start + shift,
            end=segment.end + shift,
            inner_start=segment.inner_start + shift,
            inner_end=segment.inner_end + shift,
        )
        for segment in find_segments(text).segments
    ]
    assert list(find_segments(f"{front}\n\n{text}").segments) == moved


@given(strategies.texts(), strategies.neutral_paragraphs())
def test_a_paragraph_behind_changes_nothing(text: str, behind: str) -> None:
    """A paragraph without marks says nothing about the marks before it."""
    assert find_segments(f"{text}\n\n{behind}") == find_segments(text)


@given(strategies.clean_news())
def test_straight_and_curly_marks_agree(text: str) -> None:
    """Where sides leave no doubt, shape makes no difference."""
    straight = text.translate(str.maketrans("“”‘’", "\"\"''"))
    assert find_segments(straight).segments == find_segments(text).segments
    assert len(find_segments(text).segments) == text.count("”") + text.count("’")
