"""Ages: how old the text says somebody is."""

from __future__ import annotations

import pytest

from quoteattr import extract_quotes
from quoteattr.speakers.ages import age_of, ages_beside, tells_age
from reading import read


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Ann Lee, 34, left.", {"34"}),
        ("Ann Lee (34) left.", {"34"}),
        ("Ann Lee, aged 34, left.", {"34"}),
        ("It was 34-year-old baker Ann Lee.", {"34"}),
        ("Ann Lee, a 34-year-old baker, left.", {"34"}),
        ("Ann Lee, 34", {"34"}),
        ("Ann Lee, 34\nThe shop is shut.", {"34"}),
        ("Ann Lee, 34 years old, left.", {"34"}),
        ("Ann Lee, 34 years on, left.", set()),
        ("Ann Lee,\n\n34", set()),
        ("The 2012 baker Ann Lee left.", set()),
        ("Ann Lee, 2022, oil on canvas.", set()),
        ("Ann Lee 34 left.", set()),
        ("The 34-year-old met Ann Lee.", set()),
        ("Ann Lee", set()),
    ],
)
def test_an_age_stands_beside_a_name(text: str, ages: set[str]) -> None:
    """Behind a comma, in a bracket, or in a phrase that touches the name; a year is none."""
    parse = read(text)
    end = list(parse.words).index("Lee") + 1
    assert ages_beside(parse, [(end - 2, end)]) == ages


def test_an_age_may_be_spelled_out() -> None:
    """No figure is needed to tell that a phrase calls somebody by an age."""
    assert tells_age({"twenty", "-", "year", "old"})
    assert not tells_age({"old", "baker"})


@pytest.mark.parametrize(
    ("words", "age"),
    [({"34", "-", "year", "old"}, "34"), ({"34", "year"}, ""), ({"old", "year"}, "")],
)
def test_an_age_in_a_phrase(words: set[str], age: str) -> None:
    """A number of years is an age where "old" is said."""
    assert age_of(words) == age


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            (
                "Bo Dahl, 70, keeps the gate. His son Wim, 34, fixes nets. The 70-year-old said "
                "the boat had sunk. The 34-year-old said it had not."
            ),
            ["Bo Dahl", "Wim"],
        ),
        (
            (
                "Ken Mura, 34, was held. His former wife, Aya Mori, 33, left. The 33-year-old said "
                "that he was kind."
            ),
            ["Aya Mori"],
        ),
        (
            (
                "Wim Ek, 34, fixes nets. Bo Dahl, 70, keeps the gate. The injured 34-year-old said "
                "the boat had sunk."
            ),
            ["Wim Ek"],
        ),
        ("Bo Dahl, 70, fell. A 34-year-old said that it was late.", ["A 34-year-old"]),
    ],
)
def test_whom_an_age_means(text: str, names: list[str]) -> None:
    """Who was told to be that old, and nobody of whom another age was told."""
    speakers = [quote.speaker for quote in extract_quotes(text)]
    assert [speaker and speaker.name for speaker in speakers] == names
