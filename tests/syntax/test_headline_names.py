"""Headline names: what the text names elsewhere in full is cut out of a headline's name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import extract_quotes
from quoteattr.syntax.headline_names import cut_headline_names
from quoteattr.syntax.name_finder import find_names
from quoteattr.syntax.tokens import LabelledRange, Parse
from reading import read

STORY = "Mayor Bo Ekman met Vera Lind on Monday."


def cut(headline: str, story: str = STORY, label: str = "ORG") -> list[str]:
    """Give the names that are left of a headline which is one name, and how each is labelled."""
    parse = read(f"{headline}\n\n{story}")
    end = parse.sentences[0][1]
    below = [name for name in find_names(parse) if name.start >= end]
    whole = LabelledRange(start=0, end=end, label=label)
    found = cut_headline_names(parse, [whole, *below])
    assert [name for name in found if name.start >= end] == below
    return [f"{name.label} {words(parse, name)}" for name in found if name.end <= end]


def words(parse: Parse, name: LabelledRange) -> str:
    """Give the words of a name."""
    return " ".join(parse.words[name.start : name.end])


@pytest.mark.parametrize(
    ("headline", "names"),
    [
        ("Bo Ekman Slams Vera Lind Over Taxes", ["Bo Ekman", "Vera Lind"]),
        ("Ekman Slams Vera Lind Over Taxes", ["Ekman", "Vera Lind"]),
        ("Parliament Session Hears Bo Ekman", ["Bo Ekman"]),
    ],
)
def test_persons_are_cut_out(headline: str, names: list[str]) -> None:
    """Those named in full below are persons, and so is who goes by the family name."""
    assert cut(headline) == [f"PER {name}" for name in names]


@pytest.mark.parametrize(
    "headline",
    [
        "Mohammed Bo Ekman Hassan",
        "Ekman Foundation Opens Office",
        "Other Words Fill Lines",
    ],
)
def test_other_names_stay(headline: str) -> None:
    """A longer name of somebody, one with a family name alone, and one without persons stay."""
    assert cut(headline, label="PER") == [f"PER {headline}"]


def test_who_a_headline_names_speaks_below() -> None:
    """The family name means the person, whatever the headline makes of her."""
    text = f"Bo Ekman Slams Vera Lind Over Taxes\n\n{STORY} “It is too high,” Lind said."
    [quote] = extract_quotes(text)
    assert quote.speaker is not None
    assert quote.speaker.name == "Vera Lind"


@given(st.lists(st.sampled_from(["Bo", "Ekman", "Vera", "Lind", "Slams", "Tax"]), min_size=3))
def test_names_are_parts_of_what_they_were(headline: list[str]) -> None:
    """In any headline names stay within the one that they are cut out of, in order and apart."""
    parse = read(f"{' '.join(headline)}\n\n{STORY}")
    whole = [LabelledRange(start=0, end=parse.sentences[0][1], label="ORG")]
    below = [name for name in find_names(parse) if name.start >= whole[0].end]
    found = cut_headline_names(parse, [*whole, *below])
    places = [place for name in found for place in (name.start, name.end)]
    assert places == sorted(places)
    assert all(name.start < name.end for name in found)
