"""`quoteattr match`: the same words and the same people in several texts."""

from __future__ import annotations

import enum
import functools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from quoteattr.cli.app import app
from quoteattr.cli.endings import UNREADABLE, complain, quiet_end
from quoteattr.cli.inputs import Reading, Report, check_encoding, file_names, read_articles
from quoteattr.cli.outputs import check_target, opened, refuse_inputs
from quoteattr.errors import RecordError, TextError
from quoteattr.records import Quote

if TYPE_CHECKING:
    from quoteattr.extractor import QuoteExtractor
    from quoteattr.matching import Matches

__all__ = ["match"]


class MatchFormat(str, enum.Enum):
    """What `match` writes."""

    TABLE = "table"
    JSONL = "jsonl"
    HTML = "html"


@app.command(epilog="Example: quoteattr match --format html --output page.html a.txt b.txt")
@quiet_end()
def match(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILES", help="As for extract, but .jsonl files are those that it wrote."
        ),
    ] = None,
    *,
    form: Annotated[MatchFormat, typer.Option("--format", "-f", help="What to write.")] = (
        MatchFormat.TABLE
    ),
    output: Annotated[Path | None, typer.Option("--output", "-o", help="File to write.")] = None,
    encoding: Annotated[str, typer.Option(help="Encoding of the files.")] = "utf-8",
) -> None:
    """Find the same words and the same people in several texts."""
    from quoteattr.matching import match_quotations  # noqa: PLC0415  # loads numpy

    reading = Reading(encoding=check_encoding(encoding))
    problems: list[str] = []

    def report(name: object, message: str) -> None:
        problems.append(message)
        complain(f"{name}: {message}")

    arguments = files or ["-"]
    if output is not None:
        refuse_inputs(arguments, output)
        check_target(output)
    matches = match_quotations(_read_documents(file_names(arguments, report), reading, report))
    with opened(output) as file:
        _WRITERS[form](matches, file)
    if problems:
        raise typer.Exit(UNREADABLE)


def _read_documents(
    names: Iterator[str], reading: Reading, report: Report
) -> Iterator[tuple[Any, list[Quote]]]:
    """Give the quotations of texts, and of the JSON Lines files that `extract` wrote."""
    for name in names:
        if name.endswith(".jsonl"):
            yield from _read_lines(name, report)
        else:
            yield from _read_texts(name, reading, report)


def _read_texts(name: str, reading: Reading, report: Report) -> Iterator[tuple[Any, list[Quote]]]:
    extractor = _extractor()
    for article in read_articles(iter([name]), reading, report):
        for result in extractor.pipe([article.text], on_error="yield"):
            if isinstance(result, TextError):
                report(article.id, result.reason)
            else:
                yield article.id, result


@functools.cache
def _extractor() -> QuoteExtractor:
    from quoteattr.extractor import QuoteExtractor  # noqa: PLC0415  # stored records need none

    return QuoteExtractor()


def _read_lines(name: str, report: Report) -> Iterator[tuple[Any, list[Quote]]]:
    from quoteattr.formats.json_lines import read_jsonl  # noqa: PLC0415

    with Path(name).open(encoding="utf-8-sig", errors="surrogateescape", newline="\n") as file:
        for number, line in enumerate(file, 1):
            try:
                yield from read_jsonl([line])
            except RecordError as error:  # noqa: PERF203  # the other lines go on
                report(name, str(error).replace("line 1:", f"line {number}:", 1))


def _write_table(matches: Matches, file: TextIO) -> None:
    from rich.console import Console  # noqa: PLC0415

    from quoteattr.formats.matches import matches_to_table  # noqa: PLC0415

    console = Console(file=file, width=None if file.isatty() else 120)
    with console.capture() as printed:  # else rich ends the program where a pipe closes
        console.print(matches_to_table(matches))
    file.write(printed.get())


def _write_jsonl(matches: Matches, file: TextIO) -> None:
    from quoteattr.formats.matches import write_matches  # noqa: PLC0415

    write_matches(matches, file)


def _write_html(matches: Matches, file: TextIO) -> None:
    from quoteattr.formats.matches import matches_to_html  # noqa: PLC0415

    file.write(matches_to_html(matches))


_WRITERS: dict[MatchFormat, Callable[[Matches, TextIO], None]] = {
    MatchFormat.TABLE: _write_table,
    MatchFormat.JSONL: _write_jsonl,
    MatchFormat.HTML: _write_html,
}
