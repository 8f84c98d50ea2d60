"""Datelines: where and when a report was written."""

from __future__ import annotations

import pytest
from hypothesis import given

import strategies
from quoteattr.syntax.datelines import behind_dateline


@pytest.mark.parametrize(
    "dateline",
    [
        "PARIS (Reuters) - ",
        "ROME, May 3 — ",
        "OSLO, Norway, 6 May 2024 – ",
        "OSLO, Norway, May 6, 2024 /PRNewswire/ -- ",
        "GENEVA/BOGOTÁ, 19 June – ",
        "GOMA, Democratic Republic of Congo — ",
        "GULU, Uganda (IPS)—",
        "Lagos, Nigeria – ",
        "Dhaka, Aug 9: ",
        "New Delhi, 27 August 2024 (UNB): ",
    ],
)
def test_a_place_with_what_parts_it_from_the_sentence(dateline: str) -> None:
    """Country, day, year and agency belong to it, up to a dash, or a colon behind a day."""
    text = f"{dateline}The bridge is shut."
    assert behind_dateline(text, 0, len(text)) == len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee: It is 27 August.",
        "The bridge, Aug 9 and today: shut.",
        "NATO said on May 9 — a Friday — that it was shut.",
    ],
)
def test_other_stretches_before_a_colon_or_dash(text: str) -> None:
    """A name with a colon, or a sentence with a day in it, is none."""
    assert behind_dateline(text, 0, len(text)) == 0


def test_a_place_with_a_colon_before_a_report() -> None:
    """The sentence behind it has to say whose words it reports."""
    report = "Nairobi: Ann Lee announced on Friday that the bridge was shut."
    assert behind_dateline(report, 0, len(report)) == len("Nairobi: ")
    order = "Nairobi: The bridge must be shut."
    assert behind_dateline(order, 0, len(order)) == 0


@given(strategies.texts())
def test_it_ends_within_the_stretch(text: str) -> None:
    """On any text the offset lies between start and end."""
    start = len(text) // 3
    assert start <= behind_dateline(text, start, len(text)) <= len(text)
