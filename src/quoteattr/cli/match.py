"""`quoteattr match`: the same words and the same people in several texts."""

from __future__ import annotations

import enum
import itertools
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from quoteattr.cli.app import app
from quoteattr.cli.arguments import arguments_given, file_names
from quoteattr.cli.endings import quiet_end
from quoteattr.cli.inputs import (
    InputFormat,
    InputOptions,
    opened_records,
    passing_over,
    read_articles,
)
from quoteattr.cli.options import Encoding, IdField, Jobs, Model, TextField
from quoteattr.cli.outputs import (
    check_target,
    opened,
    print_table,
    refuse_inputs,
    target_of,
    width_of,
)
from quoteattr.cli.reading import Told, progress, read_quotations
from quoteattr.cli.reports import Report, reporting
from quoteattr.errors import RecordError
from quoteattr.formats.documents import identifier, json_object
from quoteattr.records import Quote

if TYPE_CHECKING:
    from quoteattr.matching import Matches

__all__ = ["match"]

_ENDINGS = (".txt", ".jsonl", ".ndjson")
_WIDTH_OF_FILES = 120


class MatchFormat(str, enum.Enum):
    """What `match` writes."""

    TABLE = "table"
    JSONL = "jsonl"
    HTML = "html"


@app.command(epilog="Example: quoteattr match --format html --output page.html a.txt b.txt")
@quiet_end()
def match(  # noqa: PLR0913  # one parameter for each option
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILES",
            help="Text files, .csv files with a text a row, .html pages, .jsonl files that "
            "`extract --format jsonl` wrote, directories (every .txt and .jsonl file below), glob "
            "patterns, or - for standard input, which is also read when nothing is given.",
        ),
    ] = None,
    *,
    form: Annotated[MatchFormat, typer.Option("--format", "-f", help="What to write.")] = (
        MatchFormat.TABLE
    ),
    output: Annotated[str | None, typer.Option("--output", "-o", help="File to write.")] = None,
    source_form: Annotated[
        InputFormat | None,
        typer.Option(
            "--from",
            help="What the files hold; jsonl is what `extract --format jsonl` wrote. Default: what "
            "their names say.",
        ),
    ] = None,
    jobs: Jobs = 1,
    text_field: TextField = "text",
    id_field: IdField = "id",
    encoding: Encoding = "utf-8",
    model: Model = None,
) -> None:
    """Find the same words and the same people in several texts."""
    from quoteattr.matching import match_quotations  # noqa: PLC0415  # loads numpy

    arguments, target = arguments_given(files), target_of(output)
    inputs = InputOptions(
        encoding=encoding, form=source_form, text_field=text_field, id_field=id_field
    )
    if target is not None:
        refuse_inputs(arguments, target, endings=_ENDINGS)
        check_target(target)
    with reporting() as report, progress(target) as show:
        told = Told(report=report, show=show, parts=False)
        names = file_names(arguments, report, _ENDINGS)
        documents = _read_documents(names, inputs, model, jobs, told)
        first = list(itertools.islice(documents, 1))
        if first or not report.count:  # else an earlier result stays as it was
            matches = match_quotations(itertools.chain(first, documents))
            with opened(target) as file:
                _WRITERS[form](matches, file)


def _read_documents(
    names: Iterable[str], inputs: InputOptions, model: str | None, jobs: int, told: Told
) -> Iterator[tuple[Hashable, list[Quote]]]:
    """Give the quotations that `extract` wrote, and behind them those of all texts."""
    texts, seen = list[str](), set[Hashable]()
    for name in names:
        if inputs.form_of(name) is not InputFormat.JSONL:
            texts.append(name)
            continue
        for document, quotes in _read_lines(name, told.report):
            if _is_new(document, name, seen, told.report):
                yield document, quotes
    articles = (
        article
        for name in texts
        for article in read_articles(iter([name]), inputs, told.report)
        if _is_new(_hashable(article.id), name, seen, told.report)
    )
    if texts:
        from quoteattr.extractor import QuoteExtractor  # noqa: PLC0415  # records need none

        for article, quotes in read_quotations(QuoteExtractor(model=model), articles, jobs, told):
            yield _hashable(article.id), quotes


def _is_new(document: Hashable, name: str, seen: set[Hashable], report: Report) -> bool:
    """Tell whether an identifier was not there before; else report it. It is added to `seen`."""
    if document in seen:
        report(name, f"document {document!r} has been read already")
        return False
    seen.add(document)
    return True


def _read_lines(name: str, report: Report) -> Iterator[tuple[Hashable, list[Quote]]]:
    from quoteattr.formats.json_lines import read_jsonl  # noqa: PLC0415

    with passing_over(name, report), opened_records(name) as file:
        for number, line in enumerate(file, 1):
            try:
                for document, quotes in read_jsonl([line]):
                    yield _hashable(document), quotes
            except RecordError as error:  # noqa: PERF203  # the other lines go on
                if number == 1 and _is_article(line):
                    report(name, "holds articles: run `quoteattr extract --format jsonl` first")
                    return
                why = str(error).removeprefix("line 1: ")
                report(name, f"line {number}: not written by extract --format jsonl: {why}")


def _is_article(line: str) -> bool:
    """Tell whether a line that is no record holds what `extract` reads."""
    try:
        return json_object(line).keys().isdisjoint({"version", "quotes", "match"})
    except RecordError:
        return False


def _hashable(document: Any) -> Hashable:
    """Give an identifier that can be matched: an object or a list as JSON."""
    return identifier(document) if isinstance(document, dict | list) else document


def _write_table(matches: Matches, file: TextIO) -> None:
    from quoteattr.formats.matches import matches_to_table  # noqa: PLC0415

    print_table(matches_to_table(matches), file, width_of(file, _WIDTH_OF_FILES))


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
