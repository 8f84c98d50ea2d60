"""Marks: what each can be, from its shape and its neighbours."""

from __future__ import annotations

import pytest
from hypothesis import given

import strategies
from quoteattr.text.marks import Family, Role, find_marks

OP, CL, AP, ME = Role.OPENS, Role.CLOSES, Role.APOSTROPHE, Role.MEASURE


def roles(text: str) -> list[tuple[Role, ...]]:
    """Give each mark's possible roles."""
    return [mark.roles for mark in find_marks(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It’s, it's, it‘s, it`s, it´s, it′s and itʼs",
        "don’t y'all c'mon ma'am o'clock fo’c’sle",
        "O’Brien, O'Brien, d’Artagnan, Hawaiʻi",
        "the 1990's, an F-16's wings, the U.S.'s vote, 50%’s worth, (sic)'s",
    ],
)
def test_a_mark_inside_a_word_is_an_apostrophe(text: str) -> None:
    """Between a letter or digit and a letter, and before 's, a single mark can be nothing else."""
    assert set(roles(text)) == {(AP,)}


@pytest.mark.parametrize(
    "text",
    [
        "in the '90s",
        "in the ‘90s",
        "in the ’90s",
        "mid-’90s",
        "class of '08.",
        "get 'em",
        "get ‘em",
        "’twas",
        "'Til",
        "rock 'n",
        "she ’s",
    ],
)
def test_clipped_words_rather_take_an_apostrophe(text: str) -> None:
    """A mark that stands for a word's lost beginning opens only where nothing else can."""
    assert roles(text) == [(AP, OP)]


@pytest.mark.parametrize("text", ["players’ union", "James' car", "nothin' doing", "U.S.’ vote"])
def test_a_possessive_before_its_noun_is_an_apostrophe(text: str) -> None:
    """A mark behind an s or a clipped word, before a word it may own, closes only if it must."""
    assert roles(text) == [(AP, CL)]


@pytest.mark.parametrize("text", ["the players’.", "James’, he", "workers' and", "doin’"])
def test_a_possessive_without_noun_rather_closes(text: str) -> None:
    """Behind an s, but before a stop or a word that nothing owns, a mark rather closes."""
    assert roles(text) == [(CL, AP)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6' long", [(ME, CL)]),
        ('6" long', [(ME, CL)]),
        ("6’ 2”", [(ME, CL), (ME, CL)]),
        ("5'10\" tall", [(ME,), (ME, CL)]),
        ("6′ 2″", [(ME, CL), (ME, CL)]),
        ('4½" 3/4" 2.5"', [(ME, CL)] * 3),
        ('in 2016" and $6" and 1,500"', [(CL,)] * 3),
    ],
)
def test_a_short_number_before_a_mark_makes_it_a_measure(
    text: str, expected: list[tuple[Role, ...]]
) -> None:
    """Feet and inches have short numbers; years, prices and thousands measure nothing."""
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Go"', [(OP,), (CL,)]),
        ('("Go")', [(OP,), (CL,)]),
        ('--"Go"--', [(OP,), (CL,)]),
        ('"I was—"', [(OP,), (CL,)]),
        ('said:"Go."Then', [(OP,), (CL, OP)]),
        ('a " b', [(CL, OP)]),
        ('"...and so on..."', [(OP,), (CL,)]),
        ('<b>"Go"</b>', [(OP,), (CL,)]),
        ('he said"[laughs]', [(CL,)]),
    ],
)
def test_a_straight_mark_goes_by_its_sides(text: str, expected: list[tuple[Role, ...]]) -> None:
    """It opens behind space, bracket or dash, closes before space or stop, else is undecided."""
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Go”", [(OP,), (CL,)]),
        ("“Go“ he", [(OP,), (CL, OP)]),
        ("”Go”", [(CL, OP), (CL,)]),
        ("„Go“ ‚Go‘", [(OP,), (CL, OP), (OP,), (CL,)]),
        ("«Go» »Go«", [(OP,), (CL,), (CL, OP), (CL, OP)]),
        ("« Go » he", [(OP,), (CL, OP)]),
        ("他「你好」他『好』", [(OP,), (CL,), (OP,), (CL,)]),
        ("〝Go〞 ❝Go❞ ❛Go❜ ‟Go” ‛Go’", [(OP,), (CL,)] * 5),
        ("＂Go＂ ＇Go＇", [(OP,), (CL,)] * 2),
    ],
)
def test_a_shaped_mark_may_face_the_wrong_way(text: str, expected: list[tuple[Role, ...]]) -> None:
    """Shape comes first; where the neighbours contradict it, both roles are left open."""
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "slices"),
    [
        ("``Go''", ["``", "''"]),
        ("‘‘Go’’", ["‘‘", "’’"]),
        ("'''Go,' he said.''", ["''", "'", "'", "''"]),
        ("''He said 'go.'''", ["''", "'", "'", "''"]),
    ],
)
def test_two_single_marks_are_one_double_mark(text: str, slices: list[str]) -> None:
    """Of three equal marks, the outer two are the double one."""
    marks = find_marks(text)
    assert [text[mark.start : mark.end] for mark in marks] == slices
    assert [mark.family for mark in marks] == [
        Family.DOUBLE if len(mark) == 2 else Family.SINGLE for mark in slices
    ]


def test_adjacent_marks_share_their_neighbours() -> None:
    """Marks that stand together all open or all close."""
    assert roles("\"'Go,'\"") == [(OP,), (OP,), (CL,), (CL,)]
    assert roles("‘“Go,”’ he") == [(OP,), (OP,), (CL,), (CL,)]


@pytest.mark.parametrize("unseen", ["\u200b", "\u200e", "\ufeff", "\u2060"])
def test_what_cannot_be_seen_does_not_separate(unseen: str) -> None:
    """Format characters between a mark and a letter leave the mark's role as it is."""
    assert roles(f'"{unseen}Go{unseen}" he') == [(OP,), (CL,)]


def test_a_combining_accent_belongs_to_its_letter() -> None:
    """An accent before a mark does not hide the letter under it."""
    assert roles("cafe\u0301's") == [(AP,)]


@given(strategies.texts())
def test_marks_are_in_order_and_complete(text: str) -> None:
    """Marks do not overlap, slice to one mark each, and none is left out."""
    behind, between = 0, ""
    for mark in find_marks(text):
        assert behind <= mark.start < mark.end <= mark.start + 2
        assert len(set(text[mark.start : mark.end])) == 1
        assert mark.roles
        assert mark.role is mark.roles[0]
        between += text[behind : mark.start]
        behind = mark.end
    singles = {mark for mark in strategies.MARKS if len(mark) == 1}
    assert not singles.intersection(between + text[behind:])
