"""Labels: names before a colon in transcripts, and behind a dash under quotations."""

from __future__ import annotations

import pytest
from hypothesis import given

import strategies
from quoteattr.text.paragraphs import find_paragraphs
from quoteattr.text.segments import find_segments
from quoteattr.text.signatures import find_signatures
from quoteattr.text.turns import find_turns


def turns(text: str) -> list[tuple[str, list[str]]]:
    """Give each turn's label and stretches."""
    return [
        (text[slice(*turn.label)], [text[slice(*stretch)] for stretch in turn.stretches])
        for turn in find_turns(text)
    ]


def signatures(text: str) -> list[tuple[str, str]]:
    """Give each signature's name and what it signs."""
    return [
        (text[slice(*found.name)], text[slice(*found.signed)])
        for found in find_signatures(text, find_segments(text).segments)
    ]


def test_labels_in_capitals_open_turns() -> None:
    """A name in capitals before a colon opens a turn, where more than one paragraph has one."""
    text = "LEE: Is it safe?\n\nORR (laughs): It is."
    assert turns(text) == [("LEE", ["Is it safe?"]), ("ORR (laughs)", ["It is."])]
    assert turns("LEE: Is it safe?\n\nNobody knew.") == []


def test_names_that_take_turns_open_turns() -> None:
    """Names as usually written need three labels, one of them twice."""
    lines = ["Ann Lee: Is it safe?", "Bo Ek: It is.", "Ann Lee: Good."]
    assert [name for name, _ in turns("\n".join(lines))] == ["Ann Lee", "Bo Ek", "Ann Lee"]
    assert turns("\n".join(lines[:2])) == []
    assert turns("Price: 4.\nPlace: Ayton.\nTime: noon.") == []


def test_questions_and_answers() -> None:
    """Q and A are labels like names."""
    text = "Q: Is it safe?\nA: It is.\nQ: Still?"
    assert [name for name, _ in turns(text)] == ["Q", "A", "Q"]


def test_a_turn_runs_on_to_the_next_label() -> None:
    """A paragraph without a label belongs to the turn before, if another turn follows it."""
    text = "LEE: It is safe.\n\nI checked.\n\nORR: Thank you.\n\nThe talks went on."
    assert turns(text) == [("LEE", ["It is safe.", "I checked."]), ("ORR", ["Thank you."])]


def test_many_paragraphs_between_labels_are_no_turn() -> None:
    """Far from the next label the speech is over."""
    text = "LEE: It is safe.\n\n" + "It rained.\n\n" * 5 + "ORR: Thank you."
    assert turns(text)[0] == ("LEE", ["It is safe."])


@pytest.mark.parametrize("text", ["*LEE:* Go.\n\n*ORR:* No.", "[LEE]: Go.\n\n[ORR]: No."])
def test_dressed_labels(text: str) -> None:
    """Stars and brackets around a label are no part of the name or of the words."""
    assert turns(text) == [("LEE", ["Go."]), ("ORR", ["No."])]


@pytest.mark.parametrize("dash", ["—", "–", "-", "--", "―"])
def test_a_name_behind_a_dash_signs(dash: str) -> None:
    """Any dash may stand between a quotation and the name that ends its paragraph."""
    text = f"“A true expert.” {dash} Ann Lee, mayor"
    assert signatures(text) == [("Ann Lee, mayor", "“A true expert.”")]


@pytest.mark.parametrize("name", ["Ann P. Lee", "A. Lee", "@annlee"])
def test_initials_and_handles_sign(name: str) -> None:
    """The point behind an initial ends no sentence, and a handle is a name."""
    assert signatures(f"“A true expert.” — {name}") == [(name, "“A true expert.”")]


def test_what_looks_like_a_label_between_marks_signs_too() -> None:
    """A segment opens its paragraph also where its own words begin like a turn."""
    text = "“Lee: the boat leaks.” — Ann Orr"
    assert signatures(text) == [("Ann Orr", "“Lee: the boat leaks.”")]


def test_a_signature_may_stand_in_a_paragraph_of_its_own() -> None:
    """The line under a quotation signs it."""
    assert signatures("“It works.”\n— Ann Lee\n\nIt rained.") == [("Ann Lee", "“It works.”")]


def test_a_signature_signs_its_whole_paragraph() -> None:
    """What is signed begins with the paragraph, not with the last segment."""
    text = "It rained.\n\n“Yes,” and again: “Yes.” — Ann Lee"
    assert signatures(text) == [("Ann Lee", "“Yes,” and again: “Yes.”")]


@pytest.mark.parametrize(
    "text",
    [
        "“It works” — and it does.",
        "“It works” — Nobody knows. It rains.",
        "He said “It works” — ",
        "It works — Ann Lee",
        "Orr said that “it works.” — Ann Lee",
    ],
)
def test_what_signs_nothing(text: str) -> None:
    """Small letters, sentences, nothing, no marks, or a report before them: no signatures."""
    assert signatures(text) == []


@given(strategies.texts() | strategies.transcripts())
def test_turns_slice_back(text: str) -> None:
    """On any text a turn's parts follow one another, each within a paragraph."""
    paragraphs = find_paragraphs(text)
    for turn in find_turns(text):
        assert turn.colon < 0 or text[turn.colon] in ":."
        assert turn.label[0] < turn.label[1]
        assert text[slice(*turn.label)].strip()
        ends = [turn.colon, *(place for stretch in turn.stretches for place in stretch)]
        assert ends == sorted(ends)
        for stretch in turn.stretches:
            assert any(start <= stretch[0] < stretch[1] <= end for start, end in paragraphs)


@given(strategies.texts() | strategies.transcripts())
def test_signatures_slice_back(text: str) -> None:
    """On any text what is signed ends with a segment, then come a dash and a name."""
    segments = find_segments(text).segments
    for found in find_signatures(text, segments):
        assert found.signed[1] in {segment.end for segment in segments}
        assert found.signed[0] < found.signed[1] <= found.dash < found.name[0] < found.name[1]
        name = text[slice(*found.name)]
        assert name == name.strip()
        assert any(found.name[1] == end for _, end in find_paragraphs(text))


@given(strategies.texts() | strategies.transcripts(), strategies.neutral_paragraphs())
def test_a_paragraph_in_front_only_shifts_turns(text: str, front: str) -> None:
    """What stands in a paragraph before changes no turn."""
    shift = len(front) + 2
    assert [turn.colon for turn in find_turns(f"{front}\n\n{text}")] == [
        turn.colon + shift for turn in find_turns(text)
    ]
