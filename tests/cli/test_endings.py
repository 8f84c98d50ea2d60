"""Endings: the exit code of each way in which a run ends, and what is said of it."""

from __future__ import annotations

import pytest
import typer

from quoteattr.cli import endings
from quoteattr.errors import PipelineError, RecordError


@pytest.fixture(autouse=True)
def _kept_output(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the output of the tests where it is."""
    monkeypatch.setattr(endings, "_drop_output", lambda: None)


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(), 141, ""),
        (
            FileNotFoundError(2, "No such file or directory", "a.txt"),
            1,
            "quoteattr: a.txt: No such file or directory\n",
        ),
        (
            OSError(28, "No space left on device"),
            1,
            "quoteattr: cannot write: No space left on device\n",
        ),
        (RecordError("no field\n  'text'"), 1, "quoteattr: no field 'text'\n"),
    ],
)
def test_every_end_has_its_code(
    error: BaseException, code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """An interruption and a closed pipe are quiet; anything else is told on one line."""
    assert endings.end_of(error) == code
    assert capsys.readouterr() == ("", said)


def test_an_error_of_the_package_is_told_by_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    """One that names the remedy fails like any other."""
    assert endings.end_of(PipelineError("load a tagger")) == endings.FAILED
    assert "load a tagger" in capsys.readouterr().err


def test_a_quiet_end_is_an_exit() -> None:
    """What ends a command becomes an exit with its code; other errors pass through."""
    with pytest.raises(typer.Exit) as caught, endings.quiet_end():
        raise KeyboardInterrupt
    assert caught.value.exit_code == 130
    with pytest.raises(ZeroDivisionError), endings.quiet_end():
        raise ZeroDivisionError
    with endings.quiet_end():
        pass
