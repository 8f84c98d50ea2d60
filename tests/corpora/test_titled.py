"""Titled passages: whose title is what."""

from __future__ import annotations

from pathlib import Path

import pytest

from quoteattr.corpora.titled import read_titled


def test_a_passage_and_its_persons(tmp_path: Path) -> None:
    """Each person has the names and titles of one number, the main title first."""
    line = "⟦t1 Dr⟧ ⟦n1 Ann Lee⟧, a ⟦m1 vet⟧, met ⟦n2 Bo Ray⟧.\n"
    (tmp_path / "own.txt").write_text(line, encoding="utf-8")
    [passage] = read_titled(tmp_path)
    ann, bo = passage.persons
    assert passage.text == "Dr Ann Lee, a vet, met Bo Ray."
    assert [passage.text[slice(*span)] for span in ann.titles] == ["vet", "Dr"]
    assert (ann.main_title, bo.main_title, bo.titles) == ("vet", None, ())


def test_a_bracket_too_few_is_named(tmp_path: Path) -> None:
    """The file and the line stand in the error."""
    (tmp_path / "own.txt").write_text("⟦n1 Ann⟧ left.\n⟦n1 Ann left.\n", encoding="utf-8")
    with pytest.raises(ValueError, match="own-2"):
        list(read_titled(tmp_path))


def test_the_packages_own_passages() -> None:
    """Every title there belongs to somebody who is named."""
    passages = list(read_titled())
    assert passages
    assert all(passage.persons and "⟦" not in passage.text for passage in passages)
