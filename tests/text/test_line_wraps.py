"""Line wraps: breaks that only end a line are told from those that end a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edited import edited
from quoteattr.text.line_wraps import find_line_wraps, find_reply_signs

WRAPPED = (
    "The harbour board met on Monday to hear from the engineers who had\n"
    "looked at the old bridge after the storm, and was told that it would\n"
    "have to stay shut until the spring because the piers had moved.\n\n"
    "“We have to wait,” said Ann Lee, who had been sent by the council to\n"
    "speak for the shops in the street.\n"
)


def unwrapped(text: str) -> str:
    """Make the edits that the wraps of a text ask for."""
    return edited(text, find_line_wraps(text))


def test_a_wrapped_line_goes_on() -> None:
    """In a hard-wrapped text only the empty line parts paragraphs."""
    assert unwrapped(WRAPPED).rstrip("\n").split("\n\n") == [
        " ".join(part.splitlines()) for part in WRAPPED.rstrip("\n").split("\n\n")
    ]


def test_a_wrapped_line_may_begin_with_a_name() -> None:
    """Among lines of about one length a capital at the beginning parts nothing."""
    text = (
        "The board of the harbour met on Monday to hear a report by Doctor\n"
        "Lena Fox of the university, who had looked at the bridge with Mayor\n"
        "Ann Lee and told them that it would have to stay shut for a year.\n"
    )
    assert unwrapped(text) == f"{' '.join(text.splitlines())}\n"


def test_lines_that_are_paragraphs_stay() -> None:
    """Long paragraphs of a line each, and short items, are no wrapped lines."""
    paragraphs = [line * 3 for line in WRAPPED.replace("\n", " ").split(". ")]
    for text in ("\n".join(f"{line}." for line in paragraphs), "Bread\nMilk\nTea\nSalt\n"):
        assert unwrapped(text) == text


@pytest.mark.parametrize(
    "headline",
    ["Board defends the bridge it once voted for", "Mayor says “never again” after storm at pier"],
)
def test_a_headline_is_a_paragraph(headline: str) -> None:
    """A preposition at its end, or marks inside of it, do not join it to the line below."""
    text = f"{headline}\nDoctor Lena Fox said that the bridge was safe.\n"
    assert unwrapped(text) == text


@pytest.mark.parametrize(
    "before",
    ["“It is safe,” said Doctor", "The board was led by Ann and", "The board met on Monday with"],
)
def test_a_line_that_breaks_off_goes_on(before: str) -> None:
    """Whatever stands behind a speech, or ends with a word that needs another, is no headline."""
    assert unwrapped(f"{before}\nLena Fox on Monday.\n") == f"{before} Lena Fox on Monday.\n"


def test_a_word_parted_by_a_line_is_whole() -> None:
    """The hyphen at a line's end goes with the break."""
    assert "engineers" in unwrapped(WRAPPED.replace("engineers who", "engi-\nneers who"))


def test_the_signs_of_a_reply_go() -> None:
    """What a mail puts before each line it answers is no part of the words."""
    text = "> It is shut.\n> It stays so.\n"
    edits = find_reply_signs(text)
    assert [text[edit.start : edit.end] for edit in edits] == ["> ", "> "]


@given(st.text(alphabet="ab .,\n“”-", max_size=200))
def test_any_text_has_edits_in_order(text: str) -> None:
    """Edits lie in the text, one behind the other."""
    edits = find_line_wraps(text)
    places = [place for edit in edits for place in (edit.start, edit.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
