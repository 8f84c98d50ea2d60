"""Speaker names: forms of one name are told from two names."""

from __future__ import annotations

import pytest

from quoteattr import Speaker, SpeakerKind
from quoteattr.matching.speaker_names import (
    SpeakerName,
    compare_speakers,
    given_name_key,
    is_full_name,
    name_of,
)
from versions import person


def read(name: str) -> SpeakerName:
    """Read a person's name."""
    found = name_of(person(name))
    assert found
    return found


def body(name: str) -> SpeakerName | None:
    """Read an organisation's name."""
    return name_of(Speaker(name=name, kind=SpeakerKind.ORGANIZATION))


@pytest.mark.parametrize("name", ["T.R. Holm", "T. R. Holm", "TR Holm", "T R Holm"])
def test_initials(name: str) -> None:
    """Initials that a name begins with are one given name, however they are written."""
    assert read(name) == read("TR Holm")
    assert is_full_name(read(name))


def test_one_initial_is_no_given_name() -> None:
    """A single initial may be anybody's."""
    assert not is_full_name(read("T. Holm"))


@pytest.mark.parametrize(
    ("one", "other", "naming"),
    [
        ("T. Holm", "T.R. Holm", "same"),
        ("T. Holm", "Tom Holm", "same"),
        ("T. Holm", "Ann Holm", "other"),
        ("T.R. Holm", "T.S. Holm", "other"),
        ("Ann H.W. Holm", "Ann Helen Wilma Holm", "same"),
        ("Bill Ross", "William Ross", "same"),
        ("Ross", "Bill Ross Jr.", "same"),
        ("Bill Ross", "Bill Ross Jr.", "same"),
        ("Bill Ross Sr.", "Bill Ross Jr.", "other"),
        ("Bill Ross II", "William Ross III", "other"),
        ("Ross Sr.", "Bill Ross, Jr.", "other"),
        ("Bogusław Wójcik", "Boguslaw Wojcik", "same"),
        ("Søren Bjørn", "Soren Bjorn", "same"),
        ("Bo O\u02bcBrien", "Bo O\u2019Brien", "same"),
        ("Bo O\uff07Brien", "Bo O\u2019Brien", "same"),
    ],
)
def test_persons(one: str, other: str, naming: str) -> None:
    """Initials, short forms, accents, apostrophes may differ; two suffixes are father and son."""
    assert compare_speakers(read(one), read(other)).value == naming
    assert compare_speakers(read(other), read(one)).value == naming


@pytest.mark.parametrize(
    ("one", "other"), [("U.S. Navy", "US Navy"), ("N.A.T.O.", "NATO"), ("J. B. Hall", "JB Hall")]
)
def test_abbreviations(one: str, other: str) -> None:
    """An abbreviation with stops is one word."""
    assert body(one) == body(other)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Bill", "William"),
        ("Tony", "Anthony"),
        ("Bob", "Robert"),
        ("Dick", "Richard"),
        ("Liz", "Elizabeth"),
    ],
)
def test_given_name_keys(short: str, full: str) -> None:
    """A short form has the key of its full form, another name another key."""
    assert given_name_key(read(f"{short} Ross")) == given_name_key(read(f"{full} Ross"))
    assert given_name_key(read(f"{short} Ross")) != given_name_key(read("James Ross"))
