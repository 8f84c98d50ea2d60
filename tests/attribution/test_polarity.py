"""Whether a speaker asserts, denies or asks what is reported, or says what would be."""

from __future__ import annotations

import pytest

from quoteattr import extract_quotes


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Councillor Ray Tully said he had seen the file.", "asserts"),
        ("Councillor Ray Tully denied that he had seen the file.", "denies"),
        ("Senator Ilse Marais asked whether the cells had been inspected.", "asks"),
        ("“Where is the file?” asked Senator Ilse Marais.", "asks"),
        ("Senator Ilse Marais wanted to know, asking whether the cells were safe.", "asks"),
        ("The union said it would strike if the talks failed.", "conditional"),
        ("The union said it would strike on Monday.", "asserts"),
        ("“I never saw it,” Ray Tully said, denying any part in it.", "asserts"),
        ("Councillor Ray Tully rejected claims that he had burnt the file.", "denies"),
        ("Councillor Ray Tully rejected the report as “a farce”.", "asserts"),
        ("Councillor Ray Tully rejected the report as a lie that hurt him.", "asserts"),
        ("Councillor Ray Tully dismissed the “absurd” inquiry.", "asserts"),
        ("“It was dark,” she’d told Councillor Ray Tully.", "asserts"),
        ("“It was dark,” she’d say to Councillor Ray Tully.", "conditional"),
        ("“It was dark,” Councillor Ray Tully would later say.", "asserts"),
        ("Senator Ilse Marais asked whether or not the cells were safe.", "asks"),
        ("Whether or not it snows, the ferry will sail, Senator Ilse Marais said.", "asserts"),
        ("Senator Ilse Marais said whether or not it snowed, the ferry would sail.", "asserts"),
        ("Whether the ferry sails depends on the tide, Senator Ilse Marais said.", "asserts"),
    ],
)
def test_polarity(text: str, polarity: str) -> None:
    """The cue, its modal and an if-clause of the content tell the polarity."""
    assert extract_quotes(text)[0].polarity.value == polarity


@pytest.mark.parametrize(
    ("claims", "polarities"),
    [("claims", ["denies"]), ("the union’s claim", ["asserts"])],
)
def test_a_claim_is_not_given_to_the_one_who_denies_it(claims: str, polarities: list[str]) -> None:
    """Somebody denies it, unless it is told whose claim it is: then that one asserts it."""
    quotes = extract_quotes(f"Councillor Ray Tully denied {claims} that the roof had leaked.")
    assert [quote.polarity.value for quote in quotes] == polarities
