"""Golden cases: passages read with the speakers that they tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from quoteattr.corpora.golden_cases import read_golden_cases

CASE = """A title
.
⟦q1 “No,”⟧ ⟦s1 the mayor⟧ ⟦c1 said⟧. ⟦q2 “Yes.”⟧
.
q1 direct speaker="Ann Lee|Lee" kind=person
q2 direct
.
"""


def test_speakers_and_spans_of_a_case(tmp_path: Path) -> None:
    """A quotation whose speaker is told has names, kind, source and cue; others are left out."""
    (tmp_path / "a.txt").write_text(CASE, encoding="utf-8")
    (case,) = read_golden_cases(tmp_path)
    (quotation,) = case.quotations
    assert (quotation.names, quotation.speaker_kind, quotation.kind) == (
        ("Ann Lee", "Lee"),
        "person",
        "direct",
    )
    assert quotation.source
    assert quotation.cue
    assert case.text[slice(*quotation.source)] == "the mayor"
    assert case.text[slice(*quotation.cue)] == "said"


def test_half_a_case_is_an_error(tmp_path: Path) -> None:
    """A file that ends within a case is named."""
    (tmp_path / "a.txt").write_text(CASE + "Half\n.\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.txt"):
        list(read_golden_cases(tmp_path))
