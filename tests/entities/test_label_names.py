"""Label names: initials, offices and capitals before a turn that stand for a name."""

from __future__ import annotations

import pytest

from quoteattr.entities.cast import build_cast
from quoteattr.entities.label_names import with_label_names
from quoteattr.entities.person_names import find_names
from quoteattr.syntax.capital_runs import find_runs
from reading import read

INTERVIEW = "Ann Lund met {0}.\n\nAL: Was it late?\n\nBO: It was.\n\nAL: And dark?"
RECORD = (
    "The Minister of Works ({0}): The bridge is shut.\n\nMrs Falk (Ayton): Will the minister "
    "pay?\n\nThe Minister of Works: I will not."
)


def added(text: str) -> list[tuple[str, str, str]]:
    """Give the words, the name and the sort of what stands for names in a text."""
    parse = read(text)
    names = find_names(parse, list(find_runs(parse)))
    return [
        (" ".join(parse.words[name.start : name.end]), " ".join(name.words), name.stands_in)
        for name in with_label_names(parse, names)
        if name not in names
    ]


def named(text: str) -> dict[str, list[str]]:
    """Give the words of each person's mentions, by name."""
    parse = read(text)
    return {
        person.name: [" ".join(parse.words[name.start : name.end]) for name in person.names]
        for person in build_cast(parse, [], []).people
    }


def test_initials_stand_for_a_full_name() -> None:
    """They are a mention of whoever the text has named in full, and not the name itself."""
    assert added(INTERVIEW.format("Bo Orr")) == [
        ("AL", "ann lund", "initials"),
        ("BO", "bo orr", "initials"),
        ("AL", "ann lund", "initials"),
    ]
    assert named(INTERVIEW.format("Bo Orr")) == {
        "Ann Lund": ["Ann Lund", "AL", "AL"],
        "Bo Orr": ["Bo Orr", "BO"],
    }


def test_three_initials_stand_for_a_full_name_anywhere() -> None:
    """No label is needed where a text calls somebody by three letters or more."""
    text = "Maria Ruiz Casas was back. “I am tired,” MRC told Bo Ek. “Rest,” MR said."
    assert ("MRC", "maria ruiz casas", "initials") in added(text)
    assert not any(words == "MR" for words, *_ in added(text))


def test_initials_of_two_stand_for_nobody() -> None:
    """Who of two is meant cannot be told."""
    stand_ins = [name for name in added(INTERVIEW.format("Arne Lie")) if name[2]]
    assert stand_ins == []


def test_particles_may_be_left_out_of_initials() -> None:
    """Jan van Berg is JB or JVB."""
    for initials in ("JB", "JVB"):
        text = f"Ann Lund met Jan van Berg.\n\n{initials}: Was it late?\n\nAL: It was."
        assert (initials, "jan van berg", "initials") in added(text)


@pytest.mark.parametrize("holder", ["Hon. Peni Lund", "Mr Peni Lund", "Peni Lund"])
def test_an_office_stands_for_who_is_named_behind_it(holder: str) -> None:
    """Both times, and its words are a title of the holder; a seat in brackets is nobody."""
    text = RECORD.format(holder)
    offices = [name for name in added(text) if name[2] == "office"]
    assert offices == [("Minister of Works", "peni lund", "office")] * 2
    cast = build_cast(read(text), [], [])
    titles = {
        person.name: [" ".join(cast.parse.words[one.start : one.end]) for one in of_person]
        for person, of_person in zip(cast.people, cast.titles, strict=True)
    }
    assert titles["Peni Lund"].count("Minister of Works") == 2
    assert titles["Falk"] == []


@pytest.mark.parametrize("form", ["{}, {}", "{} ({})"])
@pytest.mark.parametrize(
    ("holder", "name"),
    [
        ("PENI LUND", "peni lund"),
        ("HON PENI LUND", "peni lund"),
        ("SEN. DE LA CRUZ", "de la cruz"),
        ("MR EMEKA OKAFOR", "emeka okafor"),
    ],
)
def test_the_whole_name_of_a_holder_is_taken(form: str, holder: str, name: str) -> None:
    """Behind a comma it ends with the label, in brackets with these."""
    label = form.format("THE MINISTER OF WORKS", holder)
    office, *_ = added(f"{label}: It rained.\n\nTHE WITNESS: It did.")
    assert office == ("MINISTER OF WORKS", name, "office")


def test_an_office_that_nobody_is_named_behind() -> None:
    """A role with a place in brackets stands for no name."""
    assert not [name for name in added(RECORD.format("Ayton")) if name[2] == "office"]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("SEN. DE LA CRUZ", "de la cruz"),
        ("MS. FALK-HANSEN", "falk-hansen"),
        ("CHIEF JUSTICE OKORO", "okoro"),
    ],
)
def test_a_name_behind_a_courtesy_or_rank(label: str, name: str) -> None:
    """What stands behind them in capitals is a name, whatever the name finder takes it for."""
    parse = read(f"{label}: It rained.\n\nTHE WITNESS: It did.")
    names = with_label_names(parse, find_names(parse, list(find_runs(parse))))
    assert [" ".join(one.words) for one in names] == [name]


@pytest.mark.parametrize("label", ["CHIEF JUSTICE", "Hon. Members", "Delegate Update"])
def test_no_name_behind_a_rank(label: str) -> None:
    """An office of two words, members, or a heading."""
    assert added(f"{label}: Was it late?\n\nTHE WITNESS: It was.\n\n{label}: It was.") == []


def test_a_last_name_in_capitals_means_its_bearer() -> None:
    """It does with a hyphen, too."""
    text = "Ann Orr met Bo Lund-Ek.\n\nORR: Was it late?\n\nLUND-EK: It was."
    assert named(text) == {
        "Ann Orr": ["Ann Orr", "ORR"],
        "Bo Lund-Ek": ["Bo Lund - Ek", "LUND - EK"],
    }
