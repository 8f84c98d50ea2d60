"""How the command line ends: its exit codes, and one line for whatever went wrong."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

import typer

from quoteattr.errors import QuoteattrError
from quoteattr.formats.printable import one_line

__all__ = ["FAILED", "UNREADABLE", "complain", "end_of", "quiet_end"]

FAILED, UNREADABLE, INTERRUPTED, PIPE_CLOSED = 1, 2, 130, 141


def complain(message: str) -> None:
    """Say on one line of standard error what is wrong."""
    print(f"quoteattr: {one_line(message)}", file=sys.stderr)


@contextlib.contextmanager
def quiet_end() -> Iterator[None]:
    """End a command in one line, or in none, where somebody pulls the plug."""
    try:
        yield
        sys.stdout.flush()
    except (KeyboardInterrupt, OSError, QuoteattrError) as error:
        raise typer.Exit(end_of(error)) from error


def end_of(error: BaseException) -> int:
    """Say what is to be said of an error that ends the program, and give the exit code."""
    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED
    if isinstance(error, BrokenPipeError):
        _drop_output()
        return PIPE_CLOSED
    if isinstance(error, OSError):
        _drop_output()
        where = f"{error.filename}: " if error.filename else "cannot write: "
        complain(f"{where}{error.strerror or error}")
        return FAILED
    complain(" ".join(str(error).split()))
    return FAILED


def _drop_output() -> None:
    """Let what is left go nowhere; else the interpreter would try, and fail, once more."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
