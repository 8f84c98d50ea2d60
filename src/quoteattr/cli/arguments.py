"""Arguments to files: what the arguments of a command stand for."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import typer

from quoteattr.cli.reports import Report

__all__ = ["arguments_given", "file_names"]


def arguments_given(files: Sequence[str] | None) -> Sequence[str]:
    """Give the arguments, or standard input where there are none.

    Raises:
        BadParameter: there are none, and standard input is a terminal, on which nobody types.
    """
    if not files and sys.stdin.isatty():
        raise typer.BadParameter("give files, or text on standard input")
    return files or ["-"]


def file_names(
    arguments: Sequence[str], report: Report, endings: Sequence[str] = (".txt",)
) -> Iterator[str]:
    """Give the files that the arguments stand for, without listing a large directory first.

    Args:
        arguments: files, directories, patterns, or - for standard input.
        report: is told of an argument that stands for nothing.
        endings: of the files that a directory stands for.
    """
    for argument in arguments:
        if argument == "-" or Path(argument).is_file():
            yield argument
            continue
        found = None
        for found in _expand(argument, report, endings) if argument else ():
            yield found
        if found is None:
            report(argument, _nothing_there(argument, endings))


def _expand(argument: str, report: Report, endings: Sequence[str]) -> Iterator[str]:
    """Give a directory's files, or the files that a pattern fits."""
    if not Path(argument).is_dir():
        found = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207  # may be absolute
        yield from (name for name in found if not Path(name).is_dir())
        return
    for folder, folders, files in os.walk(argument, onerror=lambda error: _unlisted(error, report)):
        folders.sort()
        paths = (Path(folder, file) for file in sorted(files))
        yield from (str(path) for path in paths if path.suffix.lower() in endings)


def _unlisted(error: OSError, report: Report) -> None:
    report(str(error.filename), error.strerror or str(error))


def _nothing_there(argument: str, endings: Sequence[str]) -> str:
    if not argument:
        return "empty file name"
    if Path(argument).is_dir():
        ending = " or ".join(endings)
        return f"no {ending} file in this directory; a pattern names others, as in '*.html'"
    return "no file fits this pattern" if glob.has_magic(argument) else "no such file"
