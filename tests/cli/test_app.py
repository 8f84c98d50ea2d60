"""The program: its version, its help, and its ends."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

import pytest
from typer.testing import CliRunner

import quoteattr.cli
from quoteattr.cli.app import main


def test_the_version_is_that_of_the_installation() -> None:
    """It is shown on one line, and nothing else is done."""
    result = CliRunner().invoke(quoteattr.cli.app, ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"quoteattr {version('quoteattr')}\n")


def test_every_command_is_listed() -> None:
    """Without arguments the help shows, with all commands and what the exit codes mean."""
    shown = CliRunner().invoke(quoteattr.cli.app, []).output
    for command in ("extract", "explain", "evaluate", "match", "schema"):
        assert command in shown
    assert "Exit codes" in shown


@pytest.mark.parametrize(("arguments", "code"), [(["--version"], 0), (["no-such"], 2)])
def test_the_program_ends_with_its_code(
    arguments: list[str], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wrong usage is 2."""
    monkeypatch.setattr(sys, "argv", ["quoteattr", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    assert (ended.value.code or 0) == code


@pytest.mark.parametrize("stream", ["0<&-", "1>&-", "2>&-"])
def test_a_closed_stream_is_no_error(stream: str) -> None:
    """Whoever starts the program without a standard stream gets no traceback."""
    command = f'"{sys.executable}" -m quoteattr schema {stream}'
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)  # noqa: S603, S607
    assert done.returncode == 0
    assert done.stderr == b""
