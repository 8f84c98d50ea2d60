"""`quoteattr extract`: the quotations of text files."""

from __future__ import annotations

import collections
import itertools
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from quoteattr.cli.app import app
from quoteattr.cli.arguments import arguments_given, file_names
from quoteattr.cli.endings import quiet_end
from quoteattr.cli.inputs import (
    InputFormat,
    InputOptions,
    read_articles,
)
from quoteattr.cli.options import Encoding, Files, Form, IdField, Jobs, Model, TextField
from quoteattr.cli.outputs import (
    check_errors,
    check_target,
    read_already,
    refuse_inputs,
    target_of,
)
from quoteattr.cli.reading import Told, progress, read_quotations
from quoteattr.cli.reports import reporting
from quoteattr.cli.writers import Format, Found, folder_of, write
from quoteattr.formats.articles import Article
from quoteattr.formats.documents import key
from quoteattr.records import Quote, QuoteKind

__all__ = ["extract"]

_EXAMPLES = (
    "Examples:",
    "quoteattr extract article.txt",
    "quoteattr extract --format jsonl --jobs 4 archive/ > quotes.jsonl",
    "quoteattr extract --format jsonl --output quotes.jsonl --resume articles.jsonl",
    "quoteattr extract --format html --output page.html article.txt",
    "cat article.txt | quoteattr extract --kind direct --kind mixed",
)


@app.command(epilog="\n\n".join(_EXAMPLES))
@quiet_end()
def extract(  # noqa: PLR0913  # one parameter for each option
    *,
    files: Files = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="What to write.")] = Format.TABLE,
    kinds: Annotated[
        list[QuoteKind] | None,
        typer.Option(
            "--kind",
            "-k",
            metavar="KIND",
            help="Kind to look for: direct, mixed or indirect; may be given again. Default: all.",
        ),
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, help="Leave out quotations below this confidence.")
    ] = 0.0,
    jobs: Jobs = 1,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            help="File to write, or for html and brat a directory, which several documents need.",
        ),
    ] = None,
    resume: Annotated[
        bool,
        typer.Option("--resume", help="Go on with the output of an earlier run (jsonl only)."),
    ] = False,
    errors: Annotated[
        Path | None,
        typer.Option(help="File for what could not be read, one JSON object a line."),
    ] = None,
    summary: Annotated[
        bool | None,
        typer.Option(
            "--summary/--no-summary",
            help="Whether to sum up the run on standard error; by default on a terminal.",
        ),
    ] = None,
    source_form: Form = None,
    text_field: TextField = "text",
    id_field: IdField = "id",
    encoding: Encoding = "utf-8",
    model: Model = None,
) -> None:
    """Find the quotations in text files."""
    from quoteattr.extractor import ALL_KINDS, QuoteExtractor  # noqa: PLC0415

    arguments, target = arguments_given(files), target_of(output)
    inputs = InputOptions(
        encoding=encoding, form=source_form, text_field=text_field, id_field=id_field
    )
    folder = folder_of(form, arguments, output, one_text=_one_text(form, inputs, arguments))
    check_errors(errors, arguments, target)
    if folder:
        _refuse_pages(arguments, folder, form)
    done = _made_ready(arguments, None if folder else target, form, resume=resume)
    begun, tally = time.perf_counter(), collections.Counter[str]()
    extractor = QuoteExtractor(model=model, kinds=kinds or ALL_KINDS)
    with reporting(errors) as report:
        with progress(target) as show:
            articles = read_articles(file_names(arguments, report), inputs, report)
            told = Told(report=report, show=show, parts=form in {Format.TABLE, Format.CSV})
            found = read_quotations(extractor, _skipping(articles, done.copy()), jobs, told)
            found = _counted(_sure(found, min_confidence), tally)
            first = list(itertools.islice(found, 1))
            if first or done or not report.count:  # else an earlier result stays as it was
                write(form, itertools.chain(first, found), target, folder=folder)
        tally["errors"] = report.count
        if sys.stderr.isatty() if summary is None else summary:
            print(_summed_up(tally, time.perf_counter() - begun), file=sys.stderr)


# Before any text is read.


def _one_text(form: Format, inputs: InputOptions, arguments: Sequence[str]) -> bool:
    """Tell whether the first argument, if it is a file, holds one text for one file of results.

    With brat the text of a page is written, too.
    """
    page = form is not Format.BRAT and inputs.form_of(arguments[0]) is InputFormat.HTML
    return page or inputs.form_of(arguments[0]) is InputFormat.TEXT


def _made_ready(
    arguments: Sequence[str], target: Path | None, form: Format, *, resume: bool
) -> collections.Counter[str]:
    """Refuse what would lose data; count the documents that an earlier run has written."""
    if resume and (form is not Format.JSONL or target is None):
        raise typer.BadParameter("--resume needs --format jsonl and --output FILE")
    if target is None:
        return collections.Counter()
    refuse_inputs(arguments, target)
    check_target(target)
    lines = form is Format.JSONL and (target.is_file() or not target.exists())
    return read_already(target, resume=resume) if lines else collections.Counter()


def _refuse_pages(arguments: Sequence[str], directory: Path, form: Format) -> None:
    """Refuse a directory in which a page might take the place of an input."""
    if not directory.is_dir():
        return
    paths = [Path(name) for name in file_names(arguments, lambda *_: None)]
    endings = {".html"} if form is Format.HTML else {".ann"}
    if form is Format.BRAT and any(path.suffix != ".txt" for path in paths):
        endings.add(".txt")  # which texts get that stand in no such file
    for path in paths:
        if path.suffix in endings and path.parent.samefile(directory):
            raise typer.BadParameter(f"{path} is an input, and might be overwritten")


# The stream of results.


def _skipping(articles: Iterable[Article], done: collections.Counter[str]) -> Iterator[Article]:
    """Leave out as many articles of an identifier as have been written."""
    for article in articles:
        name = key(article.id)
        if done[name]:
            done[name] -= 1
        else:
            yield article


def _sure(found: Found, least: float) -> Found:
    """Drop what is not certain enough."""
    for article, quotes in found:
        yield article, [quote for quote in quotes if quote.confidence >= least]


def _counted(
    found: Found, tally: collections.Counter[str]
) -> Iterator[tuple[Article, list[Quote]]]:
    """Count texts, words and quotations on the way."""
    before: Article | None = None
    for article, quotes in found:
        if article is not before:
            tally.update(texts=1, words=len(article.text.split()))
        tally["quotations"] += len(quotes)
        before = article
        yield article, quotes


def _summed_up(tally: collections.Counter[str], seconds: float) -> str:
    counts = ", ".join(f"{tally[name]:,} {name}" for name in ("texts", "quotations", "errors"))
    return f"quoteattr: {counts}, {tally['words'] / seconds:,.0f} words a second"
