"""Corpora of who is meant: folders that a command names become examples."""

from __future__ import annotations

import argparse
from pathlib import Path

from quoteattr.training.speaker_corpora import add_speaker_arguments, read_speaker_examples
from reading import read

CASE = 'T\n.\n⟦q1 “No,”⟧ ⟦s1 Ann Lee⟧ ⟦c1 said⟧.\n.\nq1 direct speaker="Ann Lee"\n.\n'


def test_cases_become_examples(tmp_path: Path) -> None:
    """A folder of cases is read, parsed, attributed; without folders there is nothing."""
    (tmp_path / "a.txt").write_text(CASE, encoding="utf-8")
    parser = argparse.ArgumentParser()
    add_speaker_arguments(parser)
    arguments = parser.parse_args(["--cases", str(tmp_path)])
    (example,), data = read_speaker_examples(arguments, lambda texts: list(map(read, texts)))
    assert data == "1 golden cases"
    assert [entity.name for entity in example.cast.entities] == ["Ann Lee"]
    assert read_speaker_examples(parser.parse_args([]), lambda _: []) == ([], "")
