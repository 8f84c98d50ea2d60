"""Party letters: what stands behind a name in brackets or between commas."""

from __future__ import annotations

import pytest

from quoteattr.entities.party_letters import party_words
from reading import read


@pytest.mark.parametrize(
    ("behind", "words"),
    [
        (", R-Texas,", ["republican"]),
        (" (D-Ohio)", ["democrat"]),
        (" (Con)", ["conservative", "tory"]),
        (" (Lab, Leeds East)", ["labour"]),
        (", R, ", []),
        (" (r-texas)", []),
        (" (MP)", []),
        (" R-Texas", []),
    ],
)
def test_letters_tell_the_party(behind: str, words: list[str]) -> None:
    """A comma needs a hyphen and a seat behind the letters; a bracket does not."""
    parse = read(f"Ann Lee{behind} left.")
    assert list(party_words(parse, [(0, 2)])) == words
