"""Outputs: a file is in place when it is complete, or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer

from quoteattr.cli.outputs import check_target, opened, read_already, resumable


def test_permissions_are_kept(tmp_path: Path) -> None:
    """The new file may be read by whoever could read the old one."""
    target = tmp_path / "a"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    with opened(target) as file:
        file.write("new")
        assert target.read_text(encoding="utf-8") == "old"
    assert target.read_text(encoding="utf-8") == "new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What the link leads to is replaced."""
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with opened(tmp_path / "link") as file:
        file.write("new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "new"


def test_target_without_directory(tmp_path: Path) -> None:
    """A directory that is not there is wrong usage."""
    with pytest.raises(typer.BadParameter, match="no such directory"):
        check_target(tmp_path / "no" / "where")


def test_a_run_that_ends_early_keeps_its_lines(tmp_path: Path) -> None:
    """Whole lines are counted by identifier, as often as they are there; half a line goes."""
    target = tmp_path / "a.jsonl"
    with pytest.raises(KeyboardInterrupt), resumable(target) as file:  # noqa: PT012
        file.writelines(json.dumps({"document": name}) + "\n" for name in (7, "7", 7))
        file.write('{"document": "8"')
        raise KeyboardInterrupt
    assert not target.exists()
    with pytest.raises(typer.BadParameter, match="--resume"):
        read_already(target, resume=False)
    assert read_already(target, resume=True) == {"7": 2, '"7"': 1}
    with resumable(target) as file:
        file.write("last\n")
    assert target.read_text(encoding="utf-8").split("\n")[2:] == ['{"document": 7}', "last", ""]


def test_a_run_without_a_line_leaves_nothing(tmp_path: Path) -> None:
    """An empty part is no reason to ask for --resume."""
    with pytest.raises(KeyboardInterrupt), resumable(tmp_path / "a.jsonl"):
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []
