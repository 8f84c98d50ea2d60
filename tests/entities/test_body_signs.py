"""Body signs: what refers back to a name and shows its bearer to be no person."""

from __future__ import annotations

import pytest

from parses import build
from quoteattr.entities.body_signs import (
    body_openings,
    has_trade_of_firms,
    is_meant_as_body,
    is_short_for_body,
    is_told_of,
    says_i,
)
from reading import read

SHUT = "Zed/NNP/nsubj/shut shut/VBD/ROOT"


@pytest.mark.parametrize(
    ("sentences", "body"),
    [
        ([SHUT, "the/DT/det/club club/NN/nsubj/wept wept/VBD/ROOT"], True),
        ([(f"{SHUT} as/IN/mark/left its/PRP$/poss/founder founder/NN/nsubj/left "
          "left/VBD/advcl/shut")], True),
        ([f"{SHUT} its/PRP$/poss/shops shops/NNS/dobj/shut"], True),
        ([SHUT, "the/DT/det/police police/NNS/nsubj/wept wept/VBD/ROOT"], False),
        ([SHUT, "he/PRP/nsubj/left left/VBD/ROOT the/DT/det/club club/NN/nsubj/left"], False),
        (["Ann/NNP/nsubj/shut shut/VBD/ROOT", "the/DT/det/club club/NN/nsubj/wept wept/VBD/ROOT"],
         False),
    ],
)  # fmt: skip
def test_what_shows_a_body(sentences: list[str], *, body: bool) -> None:
    """A club, "its founder", "its shops" behind a name do; police, "he", a given name do not."""
    assert is_meant_as_body(build(*sentences), 0, 1) is body


def test_another_organisation_may_be_meant() -> None:
    """Where the text names an organisation, the noun need not mean the name."""
    club = "the/DT/det/club club/NN/nsubj/beat beat/VBD/ROOT Oz/NNP/dobj/beat"
    assert not is_meant_as_body(build(SHUT, club, Oz="ORG"), 0, 1)


TRADE = "Wool/NN/compound/exporter exporter/NN/compound/Fells"


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        (f"{TRADE} Zed/NNP/compound/Fells Fells/NNP/nsubj/shut shut/VBD/ROOT", True),
        (f"{TRADE} Ann/NNP/compound/Fells Fells/NNP/nsubj/shut shut/VBD/ROOT", False),
        ((f"{TRADE} Ann/NNP/compound/Fells Fells/NNP/nsubj/shut shut/VBD/ROOT "
          "its/PRP$/poss/shops shops/NNS/dobj/shut"), True),
        ((f"{TRADE} Zed/NNP/compound/Fells Fells/NNP/nsubj/shut ,/,/punct/Fells "
          "45/CD/appos/Fells ,/,/punct/Fells shut/VBD/ROOT"), False),
        (f"{TRADE} Zed/NNP/compound/Fells Fells/NNP/nsubj/shut shut/VBD/ROOT he/PRP/nsubj/shut",
         False),
    ],
)  # fmt: skip
def test_what_a_trade_shows(sentence: str, *, body: bool) -> None:
    """A trade of firms before a name does, but for a given name, an age, or "he" behind it."""
    assert has_trade_of_firms(build(sentence), 2, 4) is body


def test_a_trade_that_people_ply_shows_no_body() -> None:
    """A film producer is somebody."""
    parse = build(
        "film/NN/compound/producer producer/NN/compound/Fells Zed/NNP/compound/Fells "
        "Fells/NNP/nsubj/shut shut/VBD/ROOT"
    )
    assert not has_trade_of_firms(parse, 2, 4)


@pytest.mark.parametrize(
    ("name", "before", "short"),
    [("Ferries", "", True), ("Foundation", "", False), ("Ferries", "Mr/NNP/compound/Zed ", False)],
)
def test_a_word_that_opens_the_name_of_a_firm(name: str, before: str, *, short: bool) -> None:
    """It stands for it alone; not where a courtesy is before it, nor for a foundation."""
    full = f"Zed/NNP/compound/{name} {name}/NNP/nsubj/shut shut/VBD/ROOT"
    parse = build(full, f"{before}Zed/NNP/nsubj/wept wept/VBD/ROOT", **{f"Zed_{name}": "ORG"})
    start = 3 + bool(before)
    assert is_short_for_body(parse, start, start + 1, body_openings(parse)) is short


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sofia, 12, hid.", True),
        ("Sofia hid. She wept.", True),
        ("Sofia, a baker, hid.", True),
        ("Sofia signed the treaty. The treaty holds.", False),
    ],
)
def test_who_is_told_of(text: str, *, told: bool) -> None:
    """An age, a person's noun or a pronoun shows somebody; a treaty does not."""
    assert is_told_of(read(text), 0, 1) is told


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Zed said, “I am glad.”", True),
        ("Zed said, “We are glad.”", False),
        ("Zed left. “I am glad,” Oz said.", False),
    ],
)
def test_who_says_i(text: str, *, says: bool) -> None:
    """Whoever is the subject of the sentence with the word does."""
    assert says_i(read(text), 0, 1) is says
