"""Alignment: which tokens stand between which marks."""

from __future__ import annotations

from hypothesis import given, settings

import strategies
from parses import build
from quoteattr.syntax.quoted_tokens import align, stands_alone
from quoteattr.syntax.tokens import Parse
from quoteattr.text.segments import find_segments
from reading import laid, read


def tokens(parse: Parse, bounds: tuple[int, int]) -> list[str]:
    """Give the words of a range of tokens."""
    return list(parse.words[slice(*bounds)])


@given(strategies.texts())
@settings(max_examples=50)
def test_every_tokens_segment_holds_it(text: str) -> None:
    """A quoted token lies, at least in part, between the marks of its own outermost segment."""
    parse = read(text)
    alignment = align(parse, find_segments(text).segments)
    for token, number in enumerate(alignment.quoted):
        if number >= 0:
            segment = alignment.segments[number]
            assert segment.depth == 0
            assert parse.ends[token] > segment.inner_start
            assert parse.starts[token] < segment.inner_end


@given(strategies.texts())
@settings(max_examples=50)
def test_no_other_token_stands_between_marks(text: str) -> None:
    """A token outside of every range overlaps no outermost segment's inside."""
    parse = read(text)
    segments = find_segments(text).segments
    alignment = align(parse, segments)
    outside = [token for token, number in enumerate(alignment.quoted) if number < 0]
    for segment in segments:
        if not text[segment.inner_start : segment.inner_end].strip():
            continue
        for token in outside:
            assert (
                segment.depth
                or parse.ends[token] <= segment.inner_start
                or parse.starts[token] >= segment.inner_end
            )


def test_ranges_are_what_stands_between_the_marks() -> None:
    """The marks themselves are outside, the comma before the closing one inside."""
    parse = read("“We lost,” she said, “again.”")
    alignment = laid(parse)
    assert [tokens(parse, bounds) for bounds in alignment.ranges] == [
        ["We", "lost", ","],
        ["again", "."],
    ]
    assert list(alignment.quoted) == [-1, 0, 0, 0, -1, -1, -1, -1, -1, 1, 1, -1]


def test_segments_within_segments_are_kept_apart() -> None:
    """A nested segment takes no number; its tokens belong to the outermost one."""
    parse = read("“He said ‘never’ twice,” she said.")
    alignment = laid(parse)
    assert len(alignment.segments) == 1
    ((segment, bounds),) = alignment.nested
    assert (segment.depth, tokens(parse, bounds)) == (1, ["never"])
    assert {alignment.quoted[token] for token in range(*bounds)} == {0}


def test_segments_without_tokens_are_left_out() -> None:
    """Marks around nothing have no range, and the numbers close up over them."""
    parse = read("“ ” she said, “never.”")
    alignment = laid(parse)
    assert [tokens(parse, bounds) for bounds in alignment.ranges] == [["never", "."]]
    assert max(alignment.quoted) == 0


def test_a_token_around_empty_marks_is_outside() -> None:
    """A segment with nothing between its marks has no token, also where one token spans it."""
    parse = build("1nl0/CD/dep/N“”0 N“”0/NN/ROOT")
    assert not laid(parse).segments


def test_a_token_cut_by_a_mark_is_inside() -> None:
    """Where the tokeniser left a mark in a word, the word counts as quoted."""
    parse = build("pre“war”time/NN/ROOT")
    alignment = laid(parse)
    inside = [
        word for word, number in zip(parse.words, alignment.quoted, strict=True) if not number
    ]
    assert "war" in "".join(inside)


def test_a_segment_alone_in_its_paragraph() -> None:
    """Only the marks may stand beside a segment that fills its paragraph."""
    parse = build(
        "“/``/punct/No No/UH/ROOT ”/''/punct/No",
        "",
        "“/``/punct/said No/UH/ccomp/said ”/''/punct/said Ann/NNP/nsubj/said said/VBD/ROOT",
    )
    alignment = laid(parse)
    assert [stands_alone(parse, alignment, number) for number in range(2)] == [True, False]
