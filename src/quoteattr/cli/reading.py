"""Texts read in batches, in one process or several, with a line that shows how far it is."""

from __future__ import annotations

import contextlib
import itertools
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from quoteattr.cli.reports import Report
from quoteattr.cli.writers import Found
from quoteattr.errors import QuoteattrError, TextError
from quoteattr.formats.articles import Article
from quoteattr.formats.documents import identifier
from quoteattr.formats.printable import one_line
from quoteattr.records import Quote
from quoteattr.text.long_texts import LONGEST_PART

if TYPE_CHECKING:
    from quoteattr.extractor import QuoteExtractor

__all__ = ["Told", "progress", "read_quotations"]

Show = Callable[[Article, int], None]  # takes a text and how many characters of it are read


@contextlib.contextmanager
def progress(target: Path | None) -> Iterator[Show]:
    """Show on standard error how far it is, where a person waits and the screen is free."""
    if not sys.stderr.isatty() or (target is None and sys.stdout.isatty()):
        yield lambda article, end: None  # noqa: ARG005
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress, SpinnerColumn, TextColumn  # noqa: PLC0415

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed:.0f} documents", markup=False),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)

        def show(article: Article, end: int) -> None:
            size = len(article.text)
            far = (
                ""
                if end == size
                else f"{one_line(identifier(article.id))}: {end:,} of {size:,} characters"
            )
            progress.update(task, advance=end == size, description=far)

        yield show


@attrs.frozen(kw_only=True)
class Told:
    """Who is told of what happens on the way, and whether parts of a text are given apart.

    Attributes:
        report: is told of a text that cannot be read.
        show: is told how far it is.
        parts: whether the quotations of a long text are given part by part.
    """

    report: Report
    show: Show
    parts: bool


def read_quotations(
    extractor: QuoteExtractor, articles: Iterable[Article], jobs: int, told: Told
) -> Found:
    """Give the quotations of articles, in order; one process reads a long text part by part.

    A text that cannot be read is told and passed over.

    Args:
        extractor: reads them.
        articles: the texts, taken a batch ahead at most, or two for each process.
        jobs: how many processes share the work.
        told: who is told of what happens on the way.
    """
    for by_parts, some in itertools.groupby(
        articles, key=lambda article: jobs == 1 and len(article.text) > LONGEST_PART
    ):
        if by_parts:
            for article in some:
                yield from _read_long(extractor, article, told)
        else:
            yield from _read_short(extractor, some, jobs, told)


def _read_short(
    extractor: QuoteExtractor, articles: Iterable[Article], jobs: int, told: Told
) -> Found:
    results = extractor.pipe(
        ((article.text, article) for article in articles),
        as_tuples=True,
        n_process=jobs,
        on_error="yield",
    )
    for result, article in results:
        told.show(article, len(article.text))
        if isinstance(result, TextError):
            told.report(article.id, result.reason)
        else:
            yield article, result


def _read_long(extractor: QuoteExtractor, article: Article, told: Told) -> Found:
    held: list[Quote] = []
    try:
        for end, quotes in extractor.extract_parts(article.text):
            told.show(article, end)
            if told.parts:
                yield article, quotes
            held += quotes
    except QuoteattrError as error:
        told.report(article.id, str(error))
        return
    if not told.parts:
        yield article, held
