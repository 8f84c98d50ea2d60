"""Reports: what could not be read, told on standard error, counted, and kept in a file."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TextIO

import attrs
import typer

from quoteattr.cli.endings import UNREADABLE, complain
from quoteattr.formats.documents import identifier

__all__ = ["Report", "Reporter", "reporting"]

Report = Callable[[Any, str], None]  # takes the identifier of a text and what is wrong with it


@attrs.define
class Reporter:
    """Tells what could not be read, in one line each.

    Attributes:
        file: gets the same as one JSON object a line.
        count: how often something was told.
    """

    file: TextIO | None = None
    count: int = 0

    def __call__(self, name: Any, message: str) -> None:
        """Tell what is wrong with a text, or with a file or an argument."""
        self.count += 1
        complain(f"{identifier(name) or repr(name)}: {message}")
        if self.file:
            self.file.write(json.dumps({"document": name, "error": message}) + "\n")
            self.file.flush()


@contextlib.contextmanager
def reporting(errors: Path | None = None) -> Iterator[Reporter]:
    """Give who tells what could not be read; the command ends with the code for that, if need be.

    Args:
        errors: a file to be written.

    Raises:
        BadParameter: the file cannot be written.
    """
    with contextlib.ExitStack() as stack:
        try:
            file = stack.enter_context(errors.open("w", encoding="utf-8")) if errors else None
        except OSError as error:
            raise typer.BadParameter(f"{errors}: {error.strerror}") from error
        report = Reporter(file)
        yield report
    if report.count:
        raise typer.Exit(UNREADABLE)
