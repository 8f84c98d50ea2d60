"""Files to articles: what each file holds, read one after the other, and what cannot be read."""

from __future__ import annotations

import codecs
import contextlib
import enum
import io
import itertools
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

import attrs
import typer

from quoteattr.cli.reports import Report
from quoteattr.errors import RecordError
from quoteattr.formats.articles import (
    Article,
    articles_from_csv,
    articles_from_jsonl,
    text_of_html,
)

__all__ = [
    "InputFormat",
    "InputOptions",
    "check_encoding",
    "opened_records",
    "passing_over",
    "read_articles",
]


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


def check_encoding(encoding: str) -> str:
    """Give the encoding's name for options.

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


@attrs.frozen(kw_only=True)
class InputOptions:
    """How files are to be read.

    Attributes:
        encoding: of the files; UTF-8 may begin with a byte-order mark.
        form: what all files hold; None leaves it to their names.
        text_field: field or column with the text.
        id_field: field or column with the identifier.
    """

    encoding: str = attrs.field(default="utf-8", converter=check_encoding)
    form: InputFormat | None = None
    text_field: str = "text"
    id_field: str = "id"

    def form_of(self, name: str) -> InputFormat:
        """Give what a file of this name holds."""
        return self.form or _BY_SUFFIX.get(Path(name).suffix.lower(), InputFormat.TEXT)


def read_articles(names: Iterator[str], options: InputOptions, report: Report) -> Iterator[Article]:
    """Read one file after the other; what cannot be read is told at once and passed over."""
    for name in names:
        with passing_over(name, report):
            yield from _READERS[options.form_of(name)](name, options, report)


@contextlib.contextmanager
def passing_over(name: str, report: Report) -> Iterator[None]:
    """Tell what is wrong with a file, and go on behind it."""
    try:
        yield
    except UnicodeDecodeError as error:
        report(name, _not_decoded(error))
    except (UnicodeError, RecordError) as error:
        report(name, str(error))
    except OSError as error:
        report(name, error.strerror or str(error))


def _read_bytes(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()


def _read_text(name: str, options: InputOptions, _: Report) -> Iterator[Article]:
    content = _read_bytes(name)
    _check_bytes(content, options.encoding)
    yield Article(id=name, text=content.decode(options.encoding))


def _read_html(name: str, options: InputOptions, _: Report) -> Iterator[Article]:
    content = _read_bytes(name)
    declared = options.encoding == "utf-8-sig"  # a page says itself how it is encoded
    text = text_of_html(content if declared else content.decode(options.encoding))
    yield Article(id=name, text=text, extracted=True)


def _read_jsonl(name: str, options: InputOptions, report: Report) -> Iterator[Article]:
    with _opened(name, options) as file:
        yield from articles_from_jsonl(
            _decoded_lines(file, name, options, report),
            name=name,
            text_field=options.text_field,
            id_field=options.id_field,
            on_error=lambda error: report(name, str(error)),
        )


def _decoded_lines(
    lines: Iterable[str], name: str, options: InputOptions, report: Report
) -> Iterator[str]:
    """Give lines; where one holds bytes of another encoding, tell so and give a blank one."""
    for number, line in enumerate(lines, 1):
        wrong = _wrong_bytes(line, options)
        if wrong:
            report(name, f"line {number}: {wrong}")
        yield "" if wrong else line


def _read_csv(name: str, options: InputOptions, report: Report) -> Iterator[Article]:
    with _opened(name, options) as file:
        for article in articles_from_csv(
            file,
            name=name,
            text_field=options.text_field,
            id_field=options.id_field,
            on_error=lambda error: report(name, str(error)),
        ):
            cells = itertools.chain.from_iterable(article.metadata.items())
            wrong = _wrong_bytes("\n".join([article.id, article.text, *cells]), options)
            if wrong:
                report(article.id, wrong)
            else:
                yield article


@contextlib.contextmanager
def _opened(name: str, options: InputOptions) -> Iterator[TextIO]:
    """Open a file of lines; bytes of another encoding become lone surrogates, each in its place."""
    with _opened_bytes(name) as raw:
        _check_bytes(raw.peek(_LOOKED_AT), options.encoding)
        file = io.TextIOWrapper(raw, options.encoding, errors="surrogateescape", newline="")
        yield file
        file.detach()


@contextlib.contextmanager
def _opened_bytes(name: str) -> Iterator[io.BufferedReader]:
    if name != "-":
        with Path(name).open("rb") as file:
            yield file
        return
    given = sys.stdin.buffer
    if isinstance(given, io.BufferedReader):
        yield given
    else:  # whatever stands in for it
        yield io.BufferedReader(io.BytesIO(given.read()))


@contextlib.contextmanager
def opened_records(name: str) -> Iterator[TextIO]:
    """Open a file of lines that `extract` wrote, or standard input.

    Raises:
        OSError: it cannot be read.
    """
    with _opened_bytes(name) as raw:
        file = io.TextIOWrapper(raw, "utf-8-sig", errors="surrogateescape", newline="\n")
        yield file
        file.detach()


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


def _narrow_encoding(content: bytes) -> str:
    """Name UTF-8 where the bytes are that, else what western Windows writes."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


_UNDECODED = re.compile("[\udc80-\udcff]")


def _wrong_bytes(text: str, options: InputOptions) -> str | None:
    """Say what is wrong with a text in which bytes could not be decoded, if that is so."""
    if not _UNDECODED.search(text):
        return None
    codec = options.encoding.removesuffix("-sig")
    try:
        text.encode(codec, "surrogateescape").decode(codec)
    except UnicodeDecodeError as error:
        return _not_decoded(error)
    return None


def _not_decoded(error: UnicodeDecodeError) -> str:
    """Say what is wrong with the bytes and what may help."""
    byte = error.object[error.start]
    name = "UTF-8" if error.encoding == "utf-8" else error.encoding.upper()
    tries = _wide_encoding(error.object) or _narrow_encoding(error.object)
    return (
        f"not {name} text (byte 0x{byte:02x} at offset {error.start}); "
        f"name its encoding, as in --encoding {tries}"
    )
