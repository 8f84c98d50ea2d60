"""Turn labels: names and roles that speak, and headings that look alike."""

from __future__ import annotations

import pytest

from quoteattr.attribution.turn_labels import names_somebody, spoken_turns
from quoteattr.text.turns import find_turns
from reading import read


def labels(text: str) -> list[str]:
    """Give the labels of the turns that somebody speaks."""
    return [text[slice(*turn.label)] for turn in spoken_turns(read(text), find_turns(text))]


@pytest.mark.parametrize(
    "text",
    [
        "GOAL: Lund heads it in\nKICK-OFF: They start again\nRED CARD: A late tackle",
        "WICKET: Caught behind\nDRINKS: The umpires call a break\nWICKET: Gone first ball",
        "Goal: Lund, 14 minutes\nGoal: Falk, 20 minutes\nYellow card: Lund",
        "GOALKEEPERS: Bo Ek (Lund)\nDEFENDERS: Al Orr (Lund), Jo Falk (Ystad)",
    ],
)
def test_headings_of_a_ticker(text: str) -> None:
    """Where most labels name nobody and nobody talks behind them, none opens a turn."""
    assert labels(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("GOALKEEPER: It went in.\nREFEREE: It did.", ["GOALKEEPER", "REFEREE"]),
        ("MR. LEE: It went in.\nMORALES: It did.", ["MR. LEE", "MORALES"]),
        ("GOAL: Who saw it?\nRED CARD: I did.", ["GOAL", "RED CARD"]),
        ("Q: Was it late?\nA: It was.", ["Q", "A"]),
    ],
)
def test_somebody_speaks(text: str, found: list[str]) -> None:
    """Roles, courtesies and names speak; so does whoever says I or asks, whatever the label."""
    assert labels(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("LIMA: The port was shut.\n\nQUITO: Rain closed two schools.", []),
        ("LIMA: The port was shut. “We ran,” said Bo Ek.\n\nQUITO: Ann Lee sang “My Way”.", []),
        ("LIMA: “We ran.”\n\nQUITO: Police said no.", ["LIMA", "QUITO"]),
        ("FRANCE: We cannot wait.\n\nPERU: You can.", ["FRANCE", "PERU"]),
        (
            "FRANCE: The pact holds.\n\nPERU: It is dead.\n\nFRANCE: It holds.",
            ["FRANCE", "PERU", "FRANCE"],
        ),
        ("PERU COACH: It went in.\n\nFRANCE COACH: It did.", ["PERU COACH", "FRANCE COACH"]),
    ],
)
def test_datelines(text: str, found: list[str]) -> None:
    """Places that open a line once each, and under which nobody talks, tell where, not who."""
    assert labels(text) == found


def test_only_labels_are_judged() -> None:
    """A post in a ticker stays."""
    text = "TRY: Lund goes over\n\nLATE TRY: Falk too\n\nDrive safely! — Ann Lee (@lee) May 3, 2024"
    assert labels(text) == ["Ann Lee"]


@pytest.mark.parametrize(
    ("label", "whether"), [("SEN. LUND", True), ("THE COURT", True), ("RED CARD", False)]
)
def test_who_is_named(label: str, whether: bool) -> None:  # noqa: FBT001
    """A courtesy or a word for people tells somebody."""
    parse = read(f"{label}: It rained.")
    assert names_somebody(parse, 0, list(parse.words).index(":")) == whether
