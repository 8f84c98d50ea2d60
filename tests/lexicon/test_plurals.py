"""Plurals: what a noun may be the plural of, by its ending."""

from __future__ import annotations

import pytest

from quoteattr.lexicon.plurals import singulars


@pytest.mark.parametrize(
    ("word", "nouns"),
    [
        ("reports", ["reports", "report"]),
        ("replies", ["replies", "reply"]),
        ("speeches", ["speeches", "speech"]),
        ("wishes", ["wishes", "wish"]),
        ("bosses", ["bosses", "boss"]),
        ("faxes", ["faxes", "fax"]),
        ("spokeswomen", ["spokeswomen", "spokeswoman"]),
        ("boss", ["boss"]),
        ("report", ["report"]),
        ("", [""]),
    ],
)
def test_the_noun_itself_comes_first(word: str, nouns: list[str]) -> None:
    """Behind it comes the one whose plural it would be; a double s is no plural."""
    assert list(singulars(word)) == nouns
