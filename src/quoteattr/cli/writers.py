"""One writer for each format that `extract` gives."""

from __future__ import annotations

import enum
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO, TypeAlias

import typer

from quoteattr.cli.outputs import (
    opened,
    print_table,
    resumable,
    target_of,
    width_of,
    writable_folder,
)
from quoteattr.formats.articles import Article
from quoteattr.formats.brat import to_brat
from quoteattr.formats.csv_tables import write_csv
from quoteattr.formats.documents import Document, encodable, identifier
from quoteattr.formats.html import to_html
from quoteattr.formats.json_lines import document_line
from quoteattr.records import Quote

__all__ = ["Format", "Found", "Target", "document_of", "folder_of", "write"]

Found: TypeAlias = Iterable[tuple[Article, list[Quote]]]
Target: TypeAlias = Path | None

_WIDTH_OF_FILES = 100


class Format(str, enum.Enum):
    """What `extract` writes."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"
    BRAT = "brat"


def document_of(article: Article, quotes: list[Quote]) -> Document:
    """Give the quotations with what belongs to their text."""
    text = article.text if article.extracted else None
    return Document(id=article.id, quotes=quotes, metadata=article.metadata, text=text)


def _write_tables(found: Found, output: Target) -> None:
    """Print tables; of a long text one for each part, under one heading."""
    from quoteattr.formats.terminal import to_table  # noqa: PLC0415

    before: Article | None = None
    with opened(output) as file:
        width = width_of(file, _WIDTH_OF_FILES)
        for article, quotes in found:
            title = None if article is before else identifier(article.id)
            print_table(to_table(quotes, title=title, width=width), file, width)
            before = article


def _write_jsonl(found: Found, output: Target) -> None:
    """Write lines, each at once; into a file that a later run can go on with."""
    device = output is not None and output.exists() and not output.is_file()
    with opened(output) if output is None or device else resumable(output) as file:
        for article, quotes in found:
            file.write(document_line(document_of(article, quotes)))
            file.flush()


def _write_csv(found: Found, output: Target) -> None:
    with opened(output) as file:
        write_csv(_flushing(found, file), file)


def _flushing(found: Found, file: TextIO) -> Iterator[Document]:
    for article, quotes in found:
        yield document_of(article, quotes)
        file.flush()


Writer: TypeAlias = Callable[[Found, Target], None]
_WRITERS: dict[Format, Writer] = {
    Format.TABLE: _write_tables,
    Format.JSONL: _write_jsonl,
    Format.CSV: _write_csv,
}


# Formats in which each document has a page of its own.


def _html_page(article: Article, quotes: list[Quote]) -> dict[str, str]:
    return {".html": to_html(article.text, quotes, title=_heading(article))}


def _heading(article: Article) -> str:
    """Give the identifier as it is, so that two pages of one file name can be told apart."""
    return "Quotations" if article.id == "-" else identifier(article.id)


def _brat_page(article: Article, quotes: list[Quote]) -> dict[str, str]:
    """Give annotations; where the text stands in no file of its own, the text beside them."""
    return {".ann": to_brat(article.text, quotes), **_own_text(article)}


def _own_text(article: Article) -> dict[str, str]:
    own_file = not article.extracted and str(article.id).endswith(".txt")
    return {} if own_file and Path(article.id).is_file() else {".txt": encodable(article.text)}


_PAGE_ENDINGS = frozenset({".html", ".htm", ".ann"})

PageWriter: TypeAlias = Callable[[Article, list[Quote]], dict[str, str]]  # contents by ending
_PAGES: dict[Format, PageWriter] = {Format.HTML: _html_page, Format.BRAT: _brat_page}


def folder_of(
    form: Format, arguments: Sequence[str], output: str | None, *, one_text: bool
) -> Path | None:
    """Give the directory in which each document has a file of its own; None where one file does.

    There is one where the output is a directory or ends with a slash, and wherever the arguments
    are not one file with one text; so the arguments alone decide.

    Raises:
        BadParameter: there has to be one, and none is named.
    """
    if form not in _PAGES:
        return None
    target = target_of(output)
    named = output is not None and (Path(output).is_dir() or output.endswith(("/", os.sep)))
    one_file = len(arguments) == 1 and (arguments[0] == "-" or Path(arguments[0]).is_file())
    if one_file and one_text and not named:
        return None
    if target is None:
        raise typer.BadParameter("several files are written: name --output DIRECTORY")
    if not named and target.suffix in _PAGE_ENDINGS:
        raise typer.BadParameter(f"several files are written: {target} is no directory")
    return target


def write(form: Format, found: Found, output: Target, *, folder: Path | None) -> None:
    """Write what was found, into one file or into a directory with a file for each document."""
    if form in _WRITERS:
        _WRITERS[form](found, output)
        return
    pages = ((article, _PAGES[form](article, quotes)) for article, quotes in found)
    if folder:
        _write_into(pages, writable_folder(folder))
        return
    for _, files in pages:
        with opened(output) as file:
            file.write(next(iter(files.values())))


def _write_into(contents: Iterable[tuple[Article, dict[str, str]]], directory: Path) -> None:
    taken: dict[str, int] = {}
    for article, files in contents:
        stem = _free_stem(article, taken)
        for suffix, content in files.items():
            with opened(directory / f"{stem}{suffix}") as file:
                file.write(content)


_LONGEST_NAME = 200  # bytes; file systems take 255, endings included


def _free_stem(article: Article, taken: dict[str, int]) -> str:
    """Name a file after its document, with a number where that name is taken.

    The dictionary, which is changed in place, holds the last number of each name.
    """
    name = "stdin" if article.id == "-" else Path(identifier(article.id)).name
    name = re.sub(r"\.(txt|x?html?)$", "", name)
    short = re.sub(r"[^\w.-]+", "-", name).encode()[:_LONGEST_NAME].decode(errors="ignore")
    free = stem = short.strip(".-") or "document"
    number = taken.get(stem.casefold(), 0)  # some file systems do not tell case apart
    while free.casefold() in taken:
        number += 1
        free = f"{stem}-{number}"
    taken[stem.casefold()] = number
    taken[free.casefold()] = max(taken.get(free.casefold(), 0), 1)
    return free
