"""Learning of settings: passages in, the circumstance of each phrase, weights out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quoteattr.scoring.linear_model import load_model
from quoteattr.training.settings import main, read_setting_passages, setting_groups
from reading import read

MARKED = """\
⟦q1 “We lost,”⟧ ⟦s1 Ann Lee⟧ ⟦c1 told⟧ ⟦a1 reporters⟧ in ⟦p1 Ayton⟧ on ⟦t1 Monday⟧.
---
⟦q1 “We lost,”⟧ ⟦s1 Ann Lee⟧ ⟦c1 said⟧ in ⟦m1 a letter⟧ for good reason.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write two passages."""
    (tmp_path / "own.txt").write_text(MARKED, encoding="utf-8")
    return tmp_path


def test_every_phrase_is_asked_what_it_tells(folder: Path) -> None:
    """The right answer is the marked circumstance; the last answer is none."""
    first, second = read_setting_passages(folder)
    groups = setting_groups(read(first.text), first)
    assert [len(group.candidates) for group in groups] == [3, 3, 2]
    assert [min(group.right) for group in groups] == [0, 1, 0]
    letter, reason = setting_groups(read(second.text), second)
    assert min(letter.right) == 0
    assert min(reason.right) == len(reason.candidates) - 1


def test_the_command_writes_weights(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file says what it was learned from; weights stand one a line."""
    arguments = ["--passages", str(folder), "--output", str(folder)]
    monkeypatch.setattr("sys.argv", ["quoteattr.training.settings", *arguments])
    main()
    data = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    assert data["about"]["trained on"] == "2 passages of the package"
    assert data["about"]["weights"] == len(data["weights"]) > 0


def test_the_package_has_the_weights_of_its_passages() -> None:
    """The weights of the package name as many passages as it has, and how right they are."""
    passages = list(read_setting_passages())
    about = load_model("settings").about
    assert about["trained on"] == f"{len(passages)} passages of the package"
    assert float(str(about["right, out of fold"])) > 0.8
