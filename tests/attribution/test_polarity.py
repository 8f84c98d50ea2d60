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
    ],
)
def test_polarity(text: str, polarity: str) -> None:
    """The cue, its modal and an if-clause of the content tell the polarity."""
    assert extract_quotes(text)[0].polarity.value == polarity
