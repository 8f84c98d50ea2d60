"""Signatures: names behind a dash, in brackets or on the next line, under quotations."""

from __future__ import annotations

import pytest
from hypothesis import given

import strategies
from quoteattr.text.paragraphs import find_paragraphs
from quoteattr.text.segments import find_segments
from quoteattr.text.signatures import find_signatures


def signatures(text: str) -> list[tuple[str, str]]:
    """Give each signature's name and what it signs."""
    return [
        (text[slice(*found.name)], text[slice(*found.signed)])
        for found in find_signatures(text, find_segments(text).segments)
    ]


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


def test_a_verb_opens_no_signature() -> None:
    """Behind marks on the same line stands a name, or a verb and its subject."""
    assert signatures("“A true expert.” Ann Lee") == [("Ann Lee", "“A true expert.”")]
    assert signatures("“A true expert.” Said Ann Lee") == []


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


def test_who_was_is_no_signature() -> None:
    """A line with a finite verb goes on with the news; what somebody is may be told of a name."""
    for line, signed in (("The case was put off", False), ("Ann Lee, who was there", True)):
        text = f"“It rained.”\n- {line}"
        assert bool(find_signatures(text, find_segments(text).segments)) is signed


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


@pytest.mark.parametrize(
    "text",
    [
        "“A true expert”\nAnn Lee, mayor\n\nIt rained.",
        "“A true expert” (Ann Lee, mayor)",
        "“A true expert” Ann Lee, mayor",
    ],
)
def test_a_name_without_a_dash_signs_a_whole_line(text: str) -> None:
    """On the line below, in brackets or behind the marks, a full name with its role signs."""
    assert signatures(text) == [("Ann Lee, mayor", "“A true expert”")]


@pytest.mark.parametrize(
    "text",
    [
        "“A true expert”\n\nAnn Lee, mayor",
        "“A true expert”\nAnn Lee met him. It rained.",
        "“A true expert” (Ledger)",
        "“A true expert” Ann Lee, mayor, said.",
        "It rained. “A true expert” (Ann Lee)",
        "“A true expert”\nThe town slept",
    ],
)
def test_what_signs_nothing_without_a_dash(text: str) -> None:
    """Another paragraph, a sentence, one word, or a quotation that is no whole line."""
    assert signatures(text) == []


def test_a_subhead_signs_nothing() -> None:
    """Without a role a name on the next line stands alone, or a quotation follows."""
    text = "“A true expert”\nAnn Lee"
    assert signatures(text) == [("Ann Lee", "“A true expert”")]
    assert signatures(f"{text}\n“So good”\nBo Ek")[0] == ("Ann Lee", "“A true expert”")
    assert signatures(f"{text}\n\nIt rained.") == [("Ann Lee", "“A true expert”")]
    assert signatures("“A true expert”\nThe Long Night\nIt rained.") == []
    text = "“A true expert”\nAnn Lee, mayor\nIt rained."
    assert signatures(text) == [("Ann Lee, mayor", "“A true expert”")]


@pytest.mark.parametrize("form", ["{} — {}", "{} ({})", "{} {}"])
def test_the_maker_of_a_work_signs_nothing(form: str) -> None:
    """Capitals without a stop name a work, unless a role stands behind the name."""
    for work in ("“The Long Night”", "“Ayton”", "“Rain on the Pier”"):
        assert signatures(form.format(work, "Ann Lee")) == []
        assert signatures(form.format(work, "Ann Lee, mayor")) != []
    for words in ("“The long night”", "“Rain.”", "“No End?”", "“The Pier is shut”"):
        assert signatures(form.format(words, "Ann Lee")) == [("Ann Lee", words)]


@pytest.mark.parametrize("marks", ["“{}”", "‘{}’", "''{}''", "``{}``", "``{}''"])
def test_the_maker_signs_nothing_whatever_the_marks(marks: str) -> None:
    """Capitals without a stop name a work between marks of two characters, too."""
    work = marks.format("The Long Night")
    assert signatures(f"{work} — Ann Lee") == []
    assert signatures(f"{work} — Ann Lee, mayor") == [("Ann Lee, mayor", work)]


def test_what_is_somebodys_signs_nothing() -> None:
    """A possessive and more than one word behind it tell of a thing; a kinsman may sign."""
    assert signatures("“It is over” – Sunday’s front page of the Ledger") == []
    assert signatures("“It is over” – Ann Lee’s mother") != []
    assert signatures("“It is over” – Ann Lee, the town’s last mayor") != []


def test_names_with_roles_in_brackets_sign_in_one_paragraph() -> None:
    """Behind a stop or a bracket each segment is signed by the full name and role behind it."""
    text = "We asked. “Too slow” (Ann Lee, mayor). “Too dear” (Bo Ek, 34); ‘Fine’ (Mia Orr, nurse)"
    assert signatures(text) == [
        ("Ann Lee, mayor", "“Too slow”"),
        ("Bo Ek, 34", "“Too dear”"),
        ("Mia Orr, nurse", "‘Fine’"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He was in “Hamlet” (Ann Lee, director). It rained.",
        "We left. “Hamlet” (Ann Lee, director) opens on Monday.",
        "We left. “Too slow” (Ann Lee) was all.",
        "We left. “Too slow” (Ledger, May). It rained.",
    ],
)
def test_what_signs_nothing_in_a_paragraph(text: str) -> None:
    """A title in a sentence, a sentence that goes on, a name without a role, or no full name."""
    assert signatures(text) == []
