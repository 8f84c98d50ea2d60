"""Options: what says how to read files is the same for all commands that read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import typer

import quoteattr.cli

if TYPE_CHECKING:
    import click

SHARED = ("--from", "--text-field", "--id-field", "--encoding", "--model")


def options(command: str) -> dict[str, click.Parameter]:
    """Give the options of a command by name."""
    group = typer.main.get_command(quoteattr.cli.app)
    found = group.commands[command]  # type: ignore[attr-defined]
    return {name: one for one in found.params for name in one.opts}


@pytest.mark.parametrize("command", ["explain", "match"])
def test_commands_that_read_files_share_options(command: str) -> None:
    """Whatever `extract` can be told of its files, the others can be told, in the same words."""
    ours, theirs = options(command), options("extract")
    for name in SHARED:
        assert ours[name].default == theirs[name].default
        if (command, name) != ("match", "--from"):  # which adds what a file of records is
            assert ours[name].help == theirs[name].help  # type: ignore[attr-defined]


def test_commands_that_read_many_texts_share_the_work_alike() -> None:
    """`match` takes as many processes as `extract`, and one unless it is told otherwise."""
    ours, theirs = options("match")["--jobs"], options("extract")["--jobs"]
    assert ours.default == theirs.default == 1
    assert ours.opts == theirs.opts == ["--jobs", "-j"]
