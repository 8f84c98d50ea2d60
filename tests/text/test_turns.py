"""Turns: names before a colon in transcripts, records and posts."""

from __future__ import annotations

import pytest
from hypothesis import given

import strategies
from quoteattr.text.paragraphs import find_paragraphs
from quoteattr.text.turns import find_turns


def turns(text: str) -> list[tuple[str, list[str]]]:
    """Give each turn's label and stretches."""
    return [
        (text[slice(*turn.label)], [text[slice(*stretch)] for stretch in turn.stretches])
        for turn in find_turns(text)
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


def test_a_dateline_asks_nothing() -> None:
    """A label in front of Q and A, under which nobody speaks again, opens no turn."""
    text = "LIMA: Ann Lee runs a school.\n\nQ: Is it safe?\n\nA: It is."
    assert [name for name, _ in turns(text)] == ["Q", "A"]


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


@given(strategies.texts() | strategies.transcripts(), strategies.neutral_paragraphs())
def test_a_paragraph_in_front_only_shifts_turns(text: str, front: str) -> None:
    """What stands in a paragraph before changes no turn."""
    shift = len(front) + 2
    assert [turn.colon for turn in find_turns(f"{front}\n\n{text}")] == [
        turn.colon + shift for turn in find_turns(text)
    ]


def test_a_later_label_may_be_the_last_name() -> None:
    """Who was named in full with a role is called by the last name afterwards."""
    lines = ["Ann Lee (host): Is it safe?", "Bo Ek, miner: It is.", "Lee: Good.", "Ek: Yes."]
    names = [name for name, _ in turns("\n".join(lines))]
    assert names == ["Ann Lee (host)", "Bo Ek, miner", "Lee", "Ek"]


def test_a_record_of_parliament() -> None:
    """Members in capitals before a full stop take turns, whatever stands in brackets between."""
    text = "Mr. LEE (during the reading). I object.\nThe CHAIR. Is there objection?"
    assert turns(text) == [("Mr. LEE", ["I object."]), ("The CHAIR", ["Is there objection?"])]
    assert turns("Mr. LEE. I object.") == []
    assert turns("The QX. 5 strain spreads.\nThe QX. 5 strain is here.") == []


@pytest.mark.parametrize("name", ["McCONNELL", "O'BRIEN", "O’BRIEN", "DeLAURO", "VELÁZQUEZ"])
def test_a_member_with_a_small_letter_or_an_accent(name: str) -> None:
    """What opens a name in small letters, an apostrophe or an accent is part of the label."""
    text = f"Mr. {name}. I object.\nThe CHAIR. Is there objection?"
    assert turns(text) == [
        (f"Mr. {name}", ["I object."]),
        ("The CHAIR", ["Is there objection?"]),
    ]


@pytest.mark.parametrize(
    "text",
    ["Ann Lee @annlee · Mar 3\nDrive safely!", "Drive safely! — Ann Lee (@annlee) March 3, 2024"],
)
def test_a_post_has_name_and_handle(text: str) -> None:
    """An embedded post stands under a line with both, or before both."""
    assert turns(text) == [("Ann Lee", ["Drive safely!"])]


@pytest.mark.parametrize("place", ["in Ayton", "| Ledger", "· Chief Reporter"])
def test_a_byline_with_a_handle_heads_no_post(place: str) -> None:
    """Behind the handle of a post stands when it was sent."""
    assert turns(f"Ann Lee (@annlee) {place}\nThe pier is shut.") == []
    assert turns("Ann Lee @annlee · 2h\nThe pier is shut.") == [("Ann Lee", ["The pier is shut."])]


@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\n \n"])
def test_an_empty_line_parts_a_header_from_a_post(gap: str) -> None:
    """However it is written, nothing behind it is posted."""
    assert turns(f"Ann Lee @annlee · Mar 3{gap}Drive safely!") == []


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_post_signed_on_a_line_of_its_own(gap: str) -> None:
    """A body's name and handle under a post sign the lines above up to the next empty one."""
    text = f"It rained.\n\nThe pier is shut.\nStay away.{gap}— Port of Ayton (@ayton) May 3, 2024"
    assert turns(text) == [("Port of Ayton", ["The pier is shut.", "Stay away."])]
    assert turns("— Ann Lee (@annlee) March 3, 2024") == []
    assert turns("“Go.”\n— Ann Lee (@annlee) March 3, 2024") == []


def test_a_dash_speech_is_a_turn() -> None:
    """Its label is the name behind the verb."""
    assert turns("– It was late, says Ann Lee. – We left.") == [
        ("Ann Lee", ["It was late", "We left."])
    ]


def test_labels_in_capitals_are_of_one_kind() -> None:
    """Where labels in capitals take turns, others before a colon open none."""
    text = "Lee: pier shuts\n\nORR: Is it?\n\nMcCOY: It is.\n\nORR: Oh."
    assert [label for label, _ in turns(text)] == ["ORR", "McCOY", "ORR"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Bo Ek met the Star.\n\nStar: Is it over?\n\nBo Ek: It is.", ["Star", "Bo Ek"]),
        ("Bo Ek met the Star.\n\nQ: Is it over?\n\nA: It is.", ["Q", "A"]),
        ("It rained.\n\nStar: Is it over?\n\nBo Ek: It is.", []),
        ("Bo Ek met the Star.\n\nStar: It is over.\n\nBo Ek: It is.", []),
    ],
)
def test_a_question_and_its_answer(text: str, labels: list[str]) -> None:
    """Whom the text names answers a question under another label; without a question, no turn."""
    assert [label for label, _ in turns(text)] == labels


@pytest.mark.parametrize("aside", ["(CROSSTALK)", "[END TAPE]", "(Laughter and applause.)"])
def test_what_the_record_adds_in_brackets_nobody_says(aside: str) -> None:
    """A paragraph in brackets between two labels is no part of the turn."""
    text = f"LEE: It is safe.\n\n{aside}\n\nI checked.\n\nORR: Thank you."
    assert turns(text)[0] == ("LEE", ["It is safe.", "I checked."])


def test_a_verb_of_saying_is_no_label() -> None:
    """A verb in front of its subject opens no turn; Said is a name where it comes back alone."""
    lines = ["Said Ann Lee: “Go.”", "Added Bo Ek: “No.”", "Said Ann Lee: “Why?”"]
    assert turns("\n".join(lines)) == []
    lines = ["Said Ek: Go.", "Ann Lee: No.", "Said Ek: Why?"]
    assert [name for name, _ in turns("\n".join(lines))] == ["Said Ek", "Ann Lee", "Said Ek"]
    assert turns("\n".join(["Bo Ek left.", *lines])) == []


def test_a_long_name_in_capitals_is_read_at_once() -> None:
    """Time grows with the length of a run of capitals, not with the ways to part it."""
    assert turns(f"The {'OFFICE OF HARBOURS AND LIGHTHOUSES ' * 9}said no.") == []
    text = "Mrs. LEE-FOX of New Ayton. I object.\nThe VICE CHAIR. Is there objection?"
    assert [label for label, _ in turns(text)] == ["Mrs. LEE-FOX of New Ayton", "The VICE CHAIR"]


@pytest.mark.parametrize(
    ("label", "other"),
    [
        ("Mr Bo Ek (Ayton) (Lab)", "The Minister of Works (Mrs Ann Lee)"),
        (
            "Hon. Bo Ek (Parliamentary Secretary to the Minister of Works, Lib.)",
            "Some hon. members",
        ),
        ("Senator EK (Ayton)", "Senator LEE (Beeford—Minister for Works)"),
        ("Hon. (Dr.) Bo Ek", "Hon. Speaker"),
    ],
)
def test_members_of_a_parliament_take_the_floor(label: str, other: str) -> None:
    """Two labels are enough where courtesies or articles open them, whatever brackets add."""
    assert turns(f"{label}: Is it safe?\n\n{other}: Oh!") == [
        (label, ["Is it safe?"]),
        (other, ["Oh!"]),
    ]


@pytest.mark.parametrize(
    "text", ["Mr Ek: 34 per cent\nMs Lee: 22 per cent", "The place: Ayton.\nThe time: Noon."]
)
def test_what_a_list_tells_of_members_is_no_turn(text: str) -> None:
    """Sentences stand behind the labels of a parliament's record, and a courtesy before a name."""
    assert turns(text) == []


def test_questions_and_answers_may_be_numbered() -> None:
    """Behind Q and A a number is no part of the label; behind other words it makes none."""
    text = "Q 1: Where is it?\n\nA 1: In Lublin.\n\nQ.2: Is it big?\n\nA2: Very."
    assert [text[slice(*turn.label)] for turn in find_turns(text)] == ["Q", "A", "Q", "A"]
    assert find_turns("Part 1: Lublin\n\nPart 2: Gdynia\n\nPart 1: Lublin") == ()


def test_a_name_whose_initials_take_turns_is_a_label() -> None:
    """Who is called by letters later on has a turn under the full name, too."""
    text = (
        "The Lublin Post: Is it late?\n\nJane Nowak: It is.\n\nTLP: How late?\n\n"
        "JN: Very.\n\nTLP: Why?\n\nNote: This is an excerpt."
    )
    labels = [text[slice(*turn.label)] for turn in find_turns(text)]
    assert labels == ["The Lublin Post", "Jane Nowak", "TLP", "JN", "TLP"]
