"""Files to articles: what the arguments of a command stand for, read one after the other."""

from __future__ import annotations

import codecs
import contextlib
import enum
import glob
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TextIO

import attrs
import typer

from quoteattr.errors import RecordError
from quoteattr.formats.articles import (
    Article,
    articles_from_csv,
    articles_from_jsonl,
    text_of_html,
)

__all__ = ["InputFormat", "Reading", "Report", "check_encoding", "file_names", "read_articles"]

Report = Callable[[Any, str], None]  # takes the identifier of a text and what is wrong with it


class InputFormat(str, enum.Enum):
    """What a file holds."""

    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"


_BY_SUFFIX = {
    ".jsonl": InputFormat.JSONL,
    ".ndjson": InputFormat.JSONL,
    ".csv": InputFormat.CSV,
    ".html": InputFormat.HTML,
    ".htm": InputFormat.HTML,
    ".xhtml": InputFormat.HTML,
}


@attrs.frozen(kw_only=True)
class Reading:
    """How files are to be read.

    Attributes:
        encoding: of the files; UTF-8 may begin with a byte-order mark.
        form: what all files hold; None leaves it to their names.
        text_field: field or column with the text.
        id_field: field or column with the identifier.
    """

    encoding: str = "utf-8"
    form: InputFormat | None = None
    text_field: str = "text"
    id_field: str = "id"

    def form_of(self, name: str) -> InputFormat:
        """Give what a file of this name holds."""
        return self.form or _BY_SUFFIX.get(Path(name).suffix.lower(), InputFormat.TEXT)


def check_encoding(encoding: str) -> str:
    """Give the encoding's name for reading.

    Raises:
        BadParameter: there is none of that name, or it is none of text.
    """
    try:
        codec = codecs.lookup(encoding)
    except LookupError as error:
        raise typer.BadParameter(f"there is no encoding {encoding!r}") from error
    if not getattr(codec, "_is_text_encoding", True):
        raise typer.BadParameter(f"{encoding!r} is no encoding of text")
    return "utf-8-sig" if codec.name == "utf-8" else codec.name


def read_articles(names: Iterator[str], reading: Reading, report: Report) -> Iterator[Article]:
    """Read one file after the other; what cannot be read is told at once and passed over."""
    for name in names:
        with _passing_over(name, report):
            yield from _READERS[reading.form_of(name)](name, reading, report)


@contextlib.contextmanager
def _passing_over(name: str, report: Report) -> Iterator[None]:
    try:
        yield
    except UnicodeDecodeError as error:
        report(name, _not_decoded(error))
    except RecordError as error:
        report(name, str(error))
    except OSError as error:
        report(name, error.strerror or str(error))


def _read_bytes(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()


def _read_text(name: str, reading: Reading, _: Report) -> Iterator[Article]:
    content = _read_bytes(name)
    _check_bytes(content, reading.encoding)
    yield Article(id=name, text=content.decode(reading.encoding))


def _read_html(name: str, reading: Reading, _: Report) -> Iterator[Article]:
    content = _read_bytes(name)
    declared = reading.encoding == "utf-8-sig"  # a page says itself how it is encoded
    text = text_of_html(content if declared else content.decode(reading.encoding))
    yield Article(id=name, text=text, extracted=True)


def _read_jsonl(name: str, reading: Reading, report: Report) -> Iterator[Article]:
    with _opened(name, reading) as file:
        yield from articles_from_jsonl(
            file,
            name=name,
            text_field=reading.text_field,
            id_field=reading.id_field,
            on_error=lambda error: report(name, str(error)),
        )


def _read_csv(name: str, reading: Reading, report: Report) -> Iterator[Article]:
    with _opened(name, reading) as file:
        yield from articles_from_csv(
            file,
            name=name,
            text_field=reading.text_field,
            id_field=reading.id_field,
            on_error=lambda error: report(name, str(error)),
        )


@contextlib.contextmanager
def _opened(name: str, reading: Reading) -> Iterator[TextIO]:
    if name == "-":
        yield io.TextIOWrapper(sys.stdin.buffer, encoding=reading.encoding, newline="")
        return
    with Path(name).open(encoding=reading.encoding, newline="") as file:
        yield file


_READERS = {
    InputFormat.TEXT: _read_text,
    InputFormat.HTML: _read_html,
    InputFormat.JSONL: _read_jsonl,
    InputFormat.CSV: _read_csv,
}

# What the bytes show.

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MANY = 4  # one byte in four
_LOOKED_AT = 4096


def _check_bytes(content: bytes, encoding: str) -> None:
    """Refuse what would decode to nonsense without an error."""
    guess = _wide_encoding(content)
    if guess and not encoding.startswith(("utf-16", "utf-32")):
        raise RecordError(f"looks like UTF-16; try --encoding {guess}")


def _wide_encoding(content: bytes) -> str | None:
    """Name the encoding of two bytes a character that the bytes show, if any."""
    if content.startswith(_WIDE_MARKS):
        return "utf-16"
    head = content[:_LOOKED_AT]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * _MANY < len(head) or not head:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _not_decoded(error: UnicodeDecodeError) -> str:
    """Say what is wrong with the bytes and what may help."""
    byte = error.object[error.start]
    name = "UTF-8" if error.encoding == "utf-8" else error.encoding.upper()
    tries = _wide_encoding(error.object) or "cp1252"
    return (
        f"not {name} text (byte 0x{byte:02x} at offset {error.start}); "
        f"name its encoding, as in --encoding {tries}"
    )


# What the arguments stand for.


def file_names(arguments: Sequence[str], report: Report) -> Iterator[str]:
    """Give the files that the arguments stand for, without listing a large directory first."""
    for argument in arguments:
        if argument == "-" or Path(argument).is_file():
            yield argument
            continue
        found = None
        for found in _expand(argument):
            yield found
        if found is None:
            report(argument, _nothing_there(argument))


def _expand(argument: str) -> Iterator[str]:
    """Give a directory's text files, or the files that a pattern fits."""
    if not Path(argument).is_dir():
        yield from sorted(glob.glob(argument, recursive=True))  # noqa: PTH207  # may be absolute
        return
    for folder, folders, files in os.walk(argument):
        folders.sort()
        yield from (str(Path(folder, file)) for file in sorted(files) if file.endswith(".txt"))


def _nothing_there(argument: str) -> str:
    if Path(argument).is_dir():
        return "no .txt file in this directory"
    return "no file fits this pattern" if glob.has_magic(argument) else "no such file"
