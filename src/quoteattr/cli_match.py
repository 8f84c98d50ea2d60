"""What `quoteattr match` does: texts and stored records in, matches out."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from quoteattr.errors import RecordError, TextError
from quoteattr.records import Quote

if TYPE_CHECKING:
    from quoteattr.matching import Matches

__all__ = ["WRITERS", "MatchFormat", "match_documents", "read_documents"]

Report = Callable[[str, str], None]


class MatchFormat(str, enum.Enum):
    """What `match` writes."""

    TABLE = "table"
    JSONL = "jsonl"
    HTML = "html"


def read_documents(
    texts: Iterable[tuple[str, str]], report: Report
) -> Iterator[tuple[str, list[Quote]]]:
    """Give the documents of text files and of JSON Lines files (.jsonl), with their quotations.

    Args:
        texts: pairs of a file's name and what is in it.
        report: is told the name and what is wrong with a text or a line; the others go on.
    """
    from quoteattr.extractor import QuoteExtractor  # noqa: PLC0415  # stored records need none

    extractor = QuoteExtractor()
    for name, text in texts:
        if name.endswith(".jsonl"):
            yield from _read_lines(name, text, report)
            continue
        for result in extractor.pipe([text], on_error="yield"):
            if isinstance(result, TextError):
                report(name, result.reason)
            else:
                yield name, result


def _read_lines(name: str, text: str, report: Report) -> Iterator[tuple[str, list[Quote]]]:
    from quoteattr.formats.export import read_jsonl  # noqa: PLC0415

    for number, line in enumerate(text.split("\n"), 1):
        try:
            yield from read_jsonl([line])
        except RecordError as error:  # noqa: PERF203  # the other lines go on
            report(name, str(error).replace("line 1:", f"line {number}:", 1))


def match_documents(documents: Iterable[tuple[str, list[Quote]]]) -> Matches:
    """Match the quotations and people of documents."""
    from quoteattr.matching import match_quotations  # noqa: PLC0415  # loads numpy

    return match_quotations(documents)


def _write_table(matches: Matches, file: TextIO) -> None:
    from rich.console import Console  # noqa: PLC0415

    from quoteattr.formats.matches import matches_to_table  # noqa: PLC0415

    console = Console(file=file, width=None if file.isatty() else 120)
    console.print(matches_to_table(matches))


def _write_jsonl(matches: Matches, file: TextIO) -> None:
    from quoteattr.formats.matches import write_matches  # noqa: PLC0415

    write_matches(matches, file)


def _write_html(matches: Matches, file: TextIO) -> None:
    from quoteattr.formats.matches import matches_to_html  # noqa: PLC0415

    file.write(matches_to_html(matches))


WRITERS: dict[MatchFormat, Callable[[Matches, TextIO], None]] = {
    MatchFormat.TABLE: _write_table,
    MatchFormat.JSONL: _write_jsonl,
    MatchFormat.HTML: _write_html,
}
