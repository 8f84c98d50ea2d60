"""Where results go: standard output, or a file that is put in place when it is complete."""

from __future__ import annotations

import collections
import contextlib
import json
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, TextIO

import typer

from quoteattr.cli.endings import complain
from quoteattr.cli.inputs import file_names

__all__ = [
    "check_target",
    "key",
    "opened",
    "read_already",
    "refuse_inputs",
    "resumable",
    "writable_folder",
]


def key(identifier: Any) -> str:
    """Give an identifier of any JSON type in a form that can be compared."""
    return json.dumps(identifier, sort_keys=True)


def check_target(path: Path) -> None:
    """Ask, before any work is done, whether a file can be put there.

    Raises:
        BadParameter: it cannot.
    """
    folder = Path(os.path.realpath(path)).parent
    if not folder.is_dir():
        raise typer.BadParameter(f"{path}: there is no such directory")
    if not os.access(path if path.exists() else folder, os.W_OK):
        raise typer.BadParameter(f"{path}: Permission denied")


def refuse_inputs(arguments: Sequence[str], target: Path) -> None:
    """Refuse an output that is one of the inputs.

    Raises:
        BadParameter: it would be overwritten.
    """
    if not target.exists():
        return
    for name in file_names(arguments, lambda *_: None):
        if name != "-" and Path(name).samefile(target):
            raise typer.BadParameter(f"{target} is an input, and would be overwritten")


@contextlib.contextmanager
def opened(path: Path | None) -> Iterator[TextIO]:
    """Give standard output, or a file beside the target that takes its place in the end.

    Where the work ends early, the target stays as it was.
    """
    if path is None:
        yield sys.stdout
        return
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():  # a device or a pipe
        with _open(target, "w") as file:
            yield file
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with _open(part, "w") as file:
            yield file
        _put_in_place(part, target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _open(path: Path, mode: Literal["w", "a"]) -> TextIO:
    try:
        return path.open(mode, encoding="utf-8", newline="")
    except OSError as error:
        raise typer.BadParameter(f"{path}: {error.strerror}") from error


def _put_in_place(part: Path, target: Path) -> None:
    if target.exists():
        shutil.copymode(target, part)
    part.replace(target)


def writable_folder(output: Path | None) -> Path:
    """Give the directory that several pages need, made where it is not there.

    Raises:
        BadParameter: none is named, or it cannot be made.
    """
    if output is None:
        raise typer.BadParameter("several documents need a directory: --output DIRECTORY")
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise typer.BadParameter(f"{output}: {error.strerror}") from error
    return output


# Long runs: lines are kept as they come, in a file that a later run goes on with.


def _part_of(path: Path) -> Path:
    target = Path(os.path.realpath(path))
    return target.with_name(f"{target.name}.part")


@contextlib.contextmanager
def resumable(path: Path) -> Iterator[TextIO]:
    """Give the file NAME.part to append lines to, which in the end takes the target's place.

    Where the work ends early, it stays for a run with --resume.
    """
    part = _part_of(path)
    try:
        with _open(part, "a") as file:
            yield file
    except BaseException:
        if part.stat().st_size:
            complain(f"what was read is kept in {part}; go on with --resume")
        else:
            part.unlink()
        raise
    _put_in_place(part, Path(os.path.realpath(path)))


def read_already(path: Path, *, resume: bool) -> collections.Counter[str]:
    """Count the identifiers of the documents that an earlier run wrote, and make ready to go on.

    Raises:
        BadParameter: an earlier run did not end, and this one is not to go on with it.
    """
    part, target = _part_of(path), Path(os.path.realpath(path))
    if not resume:
        if part.exists():
            raise typer.BadParameter(
                f"{part} is left from a run that did not end; go on with --resume, or remove it"
            )
        return collections.Counter()
    if not part.exists():
        if not target.is_file():
            return collections.Counter()
        shutil.copyfile(target, part)
    return _whole_lines(part)


def _whole_lines(part: Path) -> collections.Counter[str]:
    """Count the documents of a file's whole lines, and cut off a line that was not finished."""
    done: collections.Counter[str] = collections.Counter()
    with part.open("r+b") as file:
        end = 0
        for line in file:
            identifier = _identifier(line)
            if identifier is None:
                break
            done[identifier] += 1
            end += len(line)
        file.truncate(end)
    return done


def _identifier(line: bytes) -> str | None:
    if not line.endswith(b"\n"):
        return None
    try:
        return key(json.loads(line)["document"])
    except (ValueError, KeyError, TypeError):
        return None
