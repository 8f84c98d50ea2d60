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
from typing import TYPE_CHECKING, Literal, TextIO

import typer

from quoteattr.cli.arguments import file_names
from quoteattr.cli.endings import complain
from quoteattr.formats.documents import key

if TYPE_CHECKING:
    from rich.table import Table

__all__ = [
    "check_errors",
    "check_target",
    "opened",
    "print_table",
    "read_already",
    "refuse_inputs",
    "resumable",
    "target_of",
    "width_of",
    "writable_folder",
]


def target_of(output: str | None) -> Path | None:
    """Give the file or directory to write; None is standard output, which - names too."""
    return None if output in {None, "-"} else Path(str(output))


def check_target(path: Path) -> None:
    """Ask, before any work is done, whether a file can be put there.

    Raises:
        BadParameter: it cannot.
    """
    folder = Path(os.path.realpath(path)).parent
    if not folder.is_dir():
        raise typer.BadParameter(f"{path}: there is no such directory")
    if path.is_dir():
        raise typer.BadParameter(f"{path}: Is a directory")
    device = path.exists() and not path.is_file()  # others are put in place of what is there
    if not os.access(path if device else folder, os.W_OK):
        raise typer.BadParameter(f"{path}: Permission denied")


def check_errors(errors: Path | None, arguments: Sequence[str], target: Path | None) -> None:
    """Refuse a file for errors that is one of the inputs, or the output.

    Raises:
        BadParameter: one of them would be overwritten.
    """
    if errors is None or (errors.exists() and not errors.is_file()):  # a device holds nothing
        return
    place = os.path.realpath(errors)
    if target is not None and place in {os.path.realpath(target), str(_part_of(target))}:
        raise typer.BadParameter(f"{errors} is the output, and cannot hold the errors too")
    refuse_inputs(arguments, errors)


def refuse_inputs(
    arguments: Sequence[str], target: Path, endings: Sequence[str] = (".txt",)
) -> None:
    """Refuse an output that is one of the inputs.

    Args:
        arguments: what stands for the inputs.
        target: the output.
        endings: of the files that a directory stands for.

    Raises:
        BadParameter: it would be overwritten.
    """
    place = Path(os.path.realpath(target))  # where it will be written
    if not place.is_file():  # a new file, or a device, which holds nothing
        return
    for name in file_names(arguments, lambda *_: None, endings):
        if _is_file(name, place):
            raise typer.BadParameter(f"{target} is an input, and would be overwritten")


def _is_file(name: str, target: Path) -> bool:
    """Tell whether an input is this file; standard input may be one, too."""
    with contextlib.suppress(OSError):  # a dangling link, or what stands in for standard input
        if name != "-":
            return Path(name).samefile(target)
        return os.path.samestat(os.fstat(sys.stdin.fileno()), target.stat())
    return False


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


def writable_folder(output: Path) -> Path:
    """Give the directory for several pages, made where it is not there.

    Raises:
        BadParameter: it cannot be made.
    """
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise typer.BadParameter(f"{output}: {error.strerror}") from error
    return output


def width_of(file: TextIO, otherwise: int) -> int:
    """Give the columns of a terminal, and of what is none as many as told."""
    return shutil.get_terminal_size().columns if file.isatty() else otherwise


def print_table(table: Table, file: TextIO, width: int) -> None:
    """Print a table and send it on its way.

    A pipe that closes raises BrokenPipeError, as for other writers; rich would end the program.
    """
    from rich.console import Console  # noqa: PLC0415  # only those who ask for a table pay

    console = Console(file=file, width=width)
    with console.capture() as printed:
        console.print(table)
    file.write(printed.get())
    file.flush()


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
    opened_part = _open(part, "a")
    try:
        with opened_part as file:
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
        BadParameter: an earlier run did not end, and this one is not to go on with it; or a file
            holds something else than an earlier run would have written.
    """
    part, target = _part_of(path), Path(os.path.realpath(path))
    if not resume:
        if part.exists():
            raise typer.BadParameter(
                f"{part} is left from a run that did not end; go on with --resume, or remove it"
            )
        return collections.Counter()
    if part.exists():
        return _continued(part)
    if not target.is_file():
        return collections.Counter()
    done = collections.Counter(_documents_in(target))
    copy = part.with_name(f".{part.name}.{os.getpid()}")
    shutil.copyfile(target, copy)
    copy.replace(part)  # at once, so that half a copy is never gone on with
    _end_last_line(part)
    return done


def _continued(part: Path) -> collections.Counter[str]:
    """Count the documents of a run that did not end; a last line that was only begun goes."""
    with part.open("rb") as file:
        last = b"".join(collections.deque(file, maxlen=1))
    if not last.endswith(b"\n") and last[: len(_BEGINNING)] == _BEGINNING[: len(last)]:
        os.truncate(part, part.stat().st_size - len(last))
    done = collections.Counter(_documents_in(part))
    _end_last_line(part)
    return done


_BEGINNING = b'{"version": '  # of every line that is written


def _end_last_line(path: Path) -> None:
    """Put the line feed behind the last line that an editor may have left out."""
    with path.open("r+b") as file:
        if file.seek(0, os.SEEK_END):
            file.seek(-1, os.SEEK_END)
            if file.read() != b"\n":
                file.write(b"\n")


def _documents_in(path: Path) -> Iterator[str]:
    """Give the key of the identifier of each document in a file.

    Raises:
        BadParameter: it holds a line that is no document's.
    """
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.isspace():
                continue
            name = _key_in(line)
            if name is None:
                raise typer.BadParameter(
                    f"{path}: line {number} is none that extract --format jsonl writes, so "
                    "--resume cannot go on with this file; mend the line or name another output"
                )
            yield name


def _key_in(line: bytes) -> str | None:
    """Give the key of the identifier in a line of JSON that holds a document's quotations."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return None
    whole = isinstance(data, dict) and {"version", "document", "quotes"} <= data.keys()
    return key(data["document"]) if whole else None
