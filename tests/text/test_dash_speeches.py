"""Dash speeches: paragraphs that a dash opens in place of a mark, and lists that look alike."""

from __future__ import annotations

import pytest
from hypothesis import given

import strategies
from quoteattr import QuoteKind, extract_quotes
from quoteattr.text.dash_speeches import find_dash_speech, is_dash_speech
from quoteattr.text.paragraphs import find_paragraphs


def speech(text: str) -> tuple[str, str, list[str]] | None:
    """Give the name, the verb and the stretches of a paragraph, None where it is no speech."""
    found = find_dash_speech(text, 0, len(text))
    if found is None:
        return None
    words = [text[slice(*stretch)] for stretch in found.stretches]
    return text[slice(*found.name)], text[slice(*found.verb)], words


@pytest.mark.parametrize("dash", ["– ", "—", "— ", "―\u00a0"])
def test_a_dash_opens_what_somebody_says(dash: str) -> None:
    """Any long dash opens, with a space behind it or none; a comma closes."""
    assert speech(f"{dash}It was late, says Ann Lee.") == ("Ann Lee", "says", ["It was late"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("– Is it over? asks Lee.", ("Lee", "asks", ["Is it over?"])),
        ("– It is late, Ann Lee says, and leaves.", ("Ann Lee", "says", ["It is late"])),
        ("– It was late, she says.", ("she", "says", ["It was late"])),
        ("– We left, Lee told the Star.", ("Lee", "told", ["We left"])),
        ("– It was late. It rained, says Lee.", ("Lee", "says", ["It was late. It rained"])),
        ("– So – in May – it ends, says Lee.", ("Lee", "says", ["So – in May – it ends"])),
    ],
)
def test_the_reporter_comes_in(text: str, found: tuple[str, str, list[str]]) -> None:
    """The verb stands before the name or behind it, and a question needs no comma."""
    assert speech(text) == found


@pytest.mark.parametrize(
    "text", ["– It was late, says Lee. – We left.", "— It was late —said Lee, a nurse—. We left."]
)
def test_a_second_dash_takes_up_again(text: str) -> None:
    """What follows the reporter's words behind a dash is said too."""
    found = speech(text)
    assert found is not None
    assert found[2] == ["It was late", "We left."]


@pytest.mark.parametrize(
    "text",
    [
        "– Two eggs, beaten",
        "– Ann Lee, mayor",
        "– We left, and then the mayor said.",
        "– The mill, which Lee says is old, shuts.",
        "- It was late, says Ann Lee.",
        "It was late – very late, says Ann Lee.",
        "– In the bus, Ann Lee said: “We left.”",
        "– Asked why, Lee told us: it was late.",
        "– After the match, says Lee: “We left.”",
    ],
)
def test_what_a_dash_does_not_open(text: str) -> None:
    """Items, signatures, clauses of their own, hyphens, dashes in a sentence, lead-ins."""
    assert speech(text) is None


@pytest.mark.parametrize(
    ("line", "whether"),
    [
        ("– The pool shuts, says Ann Lee.", True),
        ("– The pool shuts, she says.", True),
        ("– The pool shuts, says the council.", False),
        ("– The pool shuts.", False),
    ],
)
def test_no_item_of_a_list(line: str, whether: bool) -> None:  # noqa: FBT001
    """A name or a pronoun tells a speech among other dashes; elsewhere a noun does, too."""
    assert is_dash_speech(line) == whether
    assert (speech(line) is not None) == ("says" in line)


def test_it_is_direct() -> None:
    """The words are those of the name, between no marks, and nothing else is reported."""
    text = "The mill shuts.\n\n– Nobody asked us, says Ann Lee.\n\n– Who sold it? asks Bo Ek."
    quotes = extract_quotes(text)
    assert [(one.kind, one.content[0].text, one.cue and one.cue.text) for one in quotes] == [
        (QuoteKind.DIRECT, "Nobody asked us", "says"),
        (QuoteKind.DIRECT, "Who sold it?", "asks"),
    ]
    assert [one.speaker and one.speaker.name for one in quotes] == ["Ann Lee", "Bo Ek"]


@given(strategies.texts() | strategies.transcripts())
def test_speeches_slice_back(text: str) -> None:
    """On any text the parts of a speech lie in its paragraph, the words behind the dash."""
    for start, end in find_paragraphs(text):
        found = find_dash_speech(text, start, end)
        if found:
            places = [place for stretch in found.stretches for place in stretch]
            assert start < places[0]
            assert places == sorted(places)
            assert places[-1] <= end
            assert start < found.name[0] < found.name[1] <= end
