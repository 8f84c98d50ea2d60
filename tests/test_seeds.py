"""The two seed documents, right to the last row of their gold."""

from __future__ import annotations

from pathlib import Path

import pytest

from golden import Case, differences, read_cases
from quoteattr import extract_quotes

SEEDS = Path(__file__).parent.parent / "seeds"
GOLD = SEEDS / "gold.txt"
CASES = read_cases(GOLD) if GOLD.exists() else []  # the source distribution leaves them out


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_gold_holds_the_document_unaltered(case: Case) -> None:
    """Without its brackets the gold is the document, character by character."""
    assert case.text == (SEEDS / case.title).read_bytes().decode("utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_every_quotation_is_found(case: Case) -> None:
    """Every row of the gold is met, and nothing else is reported."""
    assert differences(case, extract_quotes(case.text)) == []
