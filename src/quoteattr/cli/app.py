"""The program: what holds for every command."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from quoteattr.cli.endings import end_of
from quoteattr.errors import QuoteattrError

__all__ = ["app", "main"]

app = typer.Typer(
    name="quoteattr",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help="Who said what: quotations in English news text with their speakers.",
    epilog="Exit codes: 0 done, 1 failed, 2 wrong usage or some file could not be read (the others "
    "are done), 130 interrupted, 141 the reader of the output has gone.",
)


def main() -> None:
    """Run the command line; standard output is UTF-8 wherever it goes."""
    _open_closed_streams()
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    try:
        try:
            app(prog_name="quoteattr")
        finally:
            sys.stdout.flush()  # here, where a full disk can still be told
    except (KeyboardInterrupt, OSError, QuoteattrError) as error:
        sys.exit(end_of(error))


def _open_closed_streams() -> None:
    """Let a standard stream that whoever started the program has closed lead nowhere."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115


def _print_version(wanted: bool) -> None:  # noqa: FBT001  # typer's signature of a callback
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415

        print(f"quoteattr {version('quoteattr')}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    pass
