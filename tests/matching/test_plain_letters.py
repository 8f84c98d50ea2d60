"""Plain letters: words without accents, apostrophes and the endings of owners."""

from __future__ import annotations

import pytest

from quoteattr.matching.plain_letters import without_apostrophes, without_owner

SIGNS = ["'", "\u2019", "\u02bc", "\u2018", "`", "\u00b4", "\uff07"]


@pytest.mark.parametrize("sign", SIGNS)
def test_any_sign_may_be_an_apostrophe(sign: str) -> None:
    """A word in plain letters has none of them, wherever it stood."""
    assert without_apostrophes(f"{sign}Don{sign}t{sign}") == "dont"
    assert without_apostrophes(f"O{sign}Née") == "onee"


@pytest.mark.parametrize("sign", SIGNS)
def test_an_owner_loses_its_ending(sign: str) -> None:
    """In capitals, too; letters behind another ending, or without a sign, stay."""
    assert without_owner(f"Korea{sign}s") == without_owner("Korea") == "Korea"
    assert without_owner(f"KOREA{sign}S") == "KOREA"
    assert without_owner(f"don{sign}t") == f"don{sign}t"
    assert without_owner("Seas") == "Seas"
