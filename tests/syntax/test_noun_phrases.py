"""Speakers without a name: the noun phrase as it is written, and its kind."""

from __future__ import annotations

import pytest

from quoteattr.records import SpeakerKind
from quoteattr.syntax.mentions import find_mentions
from quoteattr.syntax.noun_phrases import is_one_of_a_people, phrase_referent
from reading import read


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("A nurse, who had waited, wept.", "A nurse", SpeakerKind.UNNAMED),
        (
            "Two people briefed on the matter said so.",
            "Two people briefed on the matter",
            SpeakerKind.GROUP,
        ),
        ("A clerk reached on Thursday said so.", "A clerk", SpeakerKind.UNNAMED),
        ("A clerk contacted by phone late on Sunday wept.", "A clerk", SpeakerKind.UNNAMED),
        (
            "A clerk interviewed by the Tide Post wept.",
            "A clerk interviewed by the Tide Post",
            SpeakerKind.UNNAMED,
        ),
        (
            "A clerk arrested on Thursday said so.",
            "A clerk arrested on Thursday",
            SpeakerKind.UNNAMED,
        ),
        ("The crowd wept.", "The crowd", SpeakerKind.GROUP),
        ("The report warned us.", "The report", SpeakerKind.DOCUMENT),
        (
            "A letter on Friday warned us.",
            "A letter",
            SpeakerKind.DOCUMENT,
        ),
        (
            "A study published on Monday in the journal Tides warned us.",
            "A study published on Monday in the journal Tides",
            SpeakerKind.DOCUMENT,
        ),
        (
            "A report from Friday warned us.",
            "A report",
            SpeakerKind.DOCUMENT,
        ),
        (
            "Reports alleging that she left warned us.",
            "Reports",
            SpeakerKind.DOCUMENT,
        ),
        (
            "A study by the National Tide Institute (NTI) warned us.",
            "A study by the National Tide Institute (NTI)",
            SpeakerKind.DOCUMENT,
        ),
        (
            "A tenant of the “Iron Block” said so.",
            "A tenant of the “Iron Block”",
            SpeakerKind.UNNAMED,
        ),
        ("Banners saying “Sack him” hung there.", "Banners", SpeakerKind.DOCUMENT),
        ("The company agreed.", "The company", SpeakerKind.ORGANIZATION),
        (
            "An essay in the Globe, a tabloid, warned us.",
            "An essay in the Globe",
            SpeakerKind.DOCUMENT,
        ),
    ],
)
def test_the_phrase_and_its_kind(text: str, name: str, kind: SpeakerKind) -> None:
    """What narrows the noun down belongs to the name; relative clauses and appositions do not."""
    parse = read(text)
    referent = phrase_referent(parse, find_mentions(parse)[0])
    assert (referent.name, referent.kind) == (name, kind)


@pytest.mark.parametrize(
    ("text", "token", "people"),
    [
        ("The Swede left.", 1, True),
        ("The young Tongan left.", 2, True),
        ("An Uzbek left.", 1, True),
        ("The Dutch left.", 1, False),
        ("Pole left.", 0, False),
        ("The pole fell.", 1, False),
    ],
)
def test_one_of_a_people(text: str, token: int, people: bool) -> None:  # noqa: FBT001
    """With an article a word for one of a nation, with its capital, is nobody’s name."""
    assert is_one_of_a_people(read(text), token) is people
