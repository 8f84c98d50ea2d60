"""The command line: parse the arguments, call the library, print."""

from __future__ import annotations

import codecs
import contextlib
import enum
import glob
import io
import itertools
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from quoteattr.cli_match import WRITERS, MatchFormat, match_documents, read_documents
from quoteattr.errors import QuoteattrError, TextError
from quoteattr.records import Quote, QuoteKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = ["app", "main"]

Document = tuple[str, str, list[Quote]]  # name, text, quotations

DONE, FAILED, UNREADABLE, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141

app = typer.Typer(
    name="quoteattr",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help="Who said what: quotations in English news text with their speakers.",
    epilog="Exit codes: 0 done, 1 failed, 2 wrong usage or some file could not be read (the others "
    "are done), 130 interrupted, 141 the reader of the output has gone.",
)


class Format(str, enum.Enum):
    """What `extract` writes."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"
    BRAT = "brat"


def main() -> None:
    """Run the command line; standard output is UTF-8 wherever it goes."""
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    app(prog_name="quoteattr")


@contextlib.contextmanager
def _quiet_end() -> Iterator[None]:
    """End in one line, or in none, where somebody pulls the plug."""
    try:
        yield
        sys.stdout.flush()
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        with contextlib.suppress(OSError, ValueError):  # else the interpreter flushes once more
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(PIPE_CLOSED) from None
    except QuoteattrError as error:
        _complain(str(error))
        raise typer.Exit(FAILED) from error


def _complain(message: str) -> None:
    print(f"quoteattr: {message}", file=sys.stderr)


def _print_version(wanted: bool) -> None:  # noqa: FBT001  # typer's signature of a callback
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415

        print(f"quoteattr {version('quoteattr')}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    pass


# extract


_EXAMPLES = (
    "Examples:",
    "quoteattr extract article.txt",
    "quoteattr extract --format jsonl --jobs 4 archive/ > quotes.jsonl",
    "quoteattr extract --format html --output page.html article.txt",
    "cat article.txt | quoteattr extract --kind direct --kind mixed",
)


@app.command(epilog="\n\n".join(_EXAMPLES))
@_quiet_end()
def extract(  # noqa: PLR0913  # one parameter for each option
    *,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILES",
            help="Text files, directories (every .txt file below), glob patterns, or - for "
            "standard input, which is also read when nothing is given.",
        ),
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="What to write.")] = Format.TABLE,
    kinds: Annotated[
        list[QuoteKind] | None,
        typer.Option("--kind", "-k", help="Kinds to look for; may be given again. Default: all."),
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, help="Leave out quotations below this confidence.")
    ] = 0.0,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to use.")] = 1,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="File to write, or for html and brat a directory, which several documents need.",
        ),
    ] = None,
    encoding: Annotated[str, typer.Option(help="Encoding of the files.")] = "utf-8",
    model: Annotated[
        str | None, typer.Option(help="Installed spaCy pipeline to use in place of the own one.")
    ] = None,
) -> None:
    """Find the quotations in text files."""
    from quoteattr.extractor import ALL_KINDS, QuoteExtractor  # noqa: PLC0415

    if not files and sys.stdin.isatty():
        raise typer.BadParameter("give files, or text on standard input")
    _check_encoding(encoding)
    problems: list[str] = []
    texts = _read_texts(files or ["-"], encoding, problems)
    extractor = QuoteExtractor(model=model, kinds=kinds or ALL_KINDS)
    results = extractor.pipe(
        ((text, (name, text)) for name, text in texts),
        as_tuples=True,
        n_process=jobs,
        on_error="yield",
    )
    documents = _keep(results, min_confidence, problems)
    with _progress(files or []) as track:
        _WRITERS[form](track(documents), output)
    if problems:
        raise typer.Exit(UNREADABLE)


def _check_encoding(encoding: str) -> None:
    try:
        codecs.lookup(encoding)
    except LookupError as error:
        raise typer.BadParameter(f"there is no encoding {encoding!r}") from error


def _read_texts(
    arguments: Sequence[str], encoding: str, problems: list[str]
) -> Iterator[tuple[str, str]]:
    """Read one file after the other; what cannot be read is told at once and passed over."""
    for name in _names(arguments, problems):
        try:
            text = _read_bytes(name).decode(encoding)
        except UnicodeDecodeError as error:  # noqa: PERF203  # each file has its own
            _report(problems, name, _not_decoded(error))
        except OSError as error:
            _report(problems, name, error.strerror or str(error))
        else:
            yield name, text


def _read_bytes(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()


def _report(problems: list[str], name: str, message: str) -> None:
    problems.append(name)
    _complain(f"{name}: {message}")


def _not_decoded(error: UnicodeDecodeError) -> str:
    """Say what is wrong with the bytes and what may help."""
    byte = error.object[error.start]
    return (
        f"not {error.encoding.upper()} text (byte 0x{byte:02x} at offset {error.start}); "
        "name its encoding, as in --encoding cp1252"
    )


def _names(arguments: Sequence[str], problems: list[str]) -> Iterator[str]:
    """Give the files that the arguments stand for, without listing a large directory first."""
    for argument in arguments:
        if argument == "-" or Path(argument).is_file():
            yield argument
            continue
        found = None
        for found in _expand(argument):
            yield found
        if found is None:
            _report(problems, argument, _nothing_there(argument))


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


def _keep(
    results: Iterable[tuple[list[Quote] | TextError, tuple[str, str]]],
    min_confidence: float,
    problems: list[str],
) -> Iterator[Document]:
    """Drop what is not certain enough; tell what could not be read."""
    for result, (name, text) in results:
        if isinstance(result, TextError):
            _report(problems, name, result.reason)
        else:
            yield name, text, [quote for quote in result if quote.confidence >= min_confidence]


@contextlib.contextmanager
def _progress(arguments: Sequence[str]) -> Iterator[Callable[[Iterable[Document]], Any]]:
    """Show progress on standard error, where a person waits for many files."""
    many = len(arguments) > 1 or any(Path(argument).is_dir() for argument in arguments)
    if not many or not sys.stderr.isatty() or sys.stdout.isatty():
        yield iter
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn  # noqa: PLC0415

    columns = (SpinnerColumn(), MofNCompleteColumn(), "documents")
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        total = None if any(not Path(name).is_file() for name in arguments) else len(arguments)
        yield lambda documents: progress.track(documents, total=total)


# One writer for each format.


def _write_tables(documents: Iterable[Document], output: Path | None) -> None:
    from rich.console import Console  # noqa: PLC0415

    from quoteattr.formats.html import to_table  # noqa: PLC0415

    with _opened(output) as file:
        console = Console(file=file, width=None if file.isatty() else 100)
        for name, _, quotes in documents:
            console.print(to_table(quotes, title=name))


def _write_jsonl(documents: Iterable[Document], output: Path | None) -> None:
    from quoteattr.formats.export import write_jsonl  # noqa: PLC0415

    with _opened(output) as file:
        write_jsonl(((name, quotes) for name, _, quotes in documents), file)


def _write_csv(documents: Iterable[Document], output: Path | None) -> None:
    from quoteattr.formats.export import write_csv  # noqa: PLC0415

    with _opened(output) as file:
        write_csv(((name, quotes) for name, _, quotes in documents), file)


def _write_html(documents: Iterable[Document], output: Path | None) -> None:
    from quoteattr.formats.html import to_html  # noqa: PLC0415

    pages = ((name, to_html(text, quotes, title=_title(name))) for name, text, quotes in documents)
    _write_each(pages, output, ".html")


def _write_brat(documents: Iterable[Document], output: Path | None) -> None:
    from quoteattr.formats.export import to_brat  # noqa: PLC0415

    annotations = ((name, to_brat(text, quotes)) for name, text, quotes in documents)
    _write_each(annotations, output, ".ann")


_WRITERS: dict[Format, Callable[[Iterable[Document], Path | None], None]] = {
    Format.TABLE: _write_tables,
    Format.JSONL: _write_jsonl,
    Format.CSV: _write_csv,
    Format.HTML: _write_html,
    Format.BRAT: _write_brat,
}


def _title(name: str) -> str:
    return "Quotations" if name == "-" else Path(name).name


@contextlib.contextmanager
def _opened(output: Path | None) -> Iterator[TextIO]:
    """Give the file to write, or standard output."""
    if output is None:
        yield sys.stdout
        return
    with _writable(output) as file:
        yield file


def _writable(path: Path) -> TextIO:
    try:
        return path.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise typer.BadParameter(f"{path}: {error.strerror}") from error


def _write_each(documents: Iterable[tuple[str, str]], output: Path | None, suffix: str) -> None:
    """Write one file for each document, or the only document where `output` says."""
    stream = iter(documents)
    first = list(itertools.islice(stream, 2))
    if len(first) > 1 or (output and output.is_dir()):
        _write_into(itertools.chain(first, stream), _directory(output), suffix)
        return
    for _, content in first:
        with _opened(output) as file:
            file.write(content)


def _write_into(documents: Iterable[tuple[str, str]], directory: Path, suffix: str) -> None:
    taken: set[str] = set()
    for name, content in documents:
        stem = _free_stem(name, taken)
        taken.add(stem)
        with _writable(directory / f"{stem}{suffix}") as file:
            file.write(content)


def _directory(output: Path | None) -> Path:
    if output is None:
        raise typer.BadParameter("several documents need a directory: --output DIRECTORY")
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise typer.BadParameter(f"{output}: {error.strerror}") from error
    return output


def _free_stem(name: str, taken: set[str]) -> str:
    """Name a file after its document, with a number where that name is taken."""
    stem = "stdin" if name == "-" else Path(name).stem
    number = 1
    free = stem
    while free in taken:
        number += 1
        free = f"{stem}-{number}"
    return free


# The other commands.


@app.command(epilog="Example: quoteattr explain article.txt")
@_quiet_end()
def explain(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILES", help="As for extract.")
    ] = None,
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object a document, with everything.")
    ] = False,
    encoding: Annotated[str, typer.Option(help="Encoding of the files.")] = "utf-8",
) -> None:
    """Show what decided each quotation: the candidates, and the reasons for and against."""
    from quoteattr.extractor import explain as account_for  # noqa: PLC0415
    from quoteattr.formats.html import to_explanation  # noqa: PLC0415

    _check_encoding(encoding)
    problems: list[str] = []
    for name, text in _read_texts(files or ["-"], encoding, problems):
        found = account_for(text)
        if as_json:
            print(json.dumps({"document": name, "quotes": [one.to_dict() for one in found]}))
        else:
            print(*map(to_explanation, found), sep="\n\n", end="\n\n" if found else "")
    if problems:
        raise typer.Exit(UNREADABLE)


@app.command(epilog="Example: quoteattr evaluate gold.jsonl predicted.jsonl")
@_quiet_end()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="JSON Lines file with the right records.")],
    predicted: Annotated[Path, typer.Argument(help="JSON Lines file with the records to judge.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Judge the records in one JSON Lines file by those in another.

    Documents are matched by name. Figures: detection by kind, then source, name and title of the
    quotations found.
    """
    from quoteattr.evaluation import evaluate as judge  # noqa: PLC0415
    from quoteattr.formats.export import read_jsonl  # noqa: PLC0415

    with _readable(gold) as right, _readable(predicted) as found:
        figures = judge(read_jsonl(right), read_jsonl(found))
    print(json.dumps(figures.to_dict(), indent=2) if as_json else figures.table())


def _readable(path: Path) -> TextIO:
    try:
        return path.open(encoding="utf-8", errors="surrogateescape", newline="\n")
    except OSError as error:
        raise typer.BadParameter(f"{path}: {error.strerror}") from error


@app.command(epilog="Example: quoteattr match --format html --output page.html a.txt b.txt")
@_quiet_end()
def match(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILES", help="As for extract; also .jsonl files that it wrote."),
    ] = None,
    *,
    form: Annotated[MatchFormat, typer.Option("--format", "-f", help="What to write.")] = (
        MatchFormat.TABLE
    ),
    output: Annotated[Path | None, typer.Option("--output", "-o", help="File to write.")] = None,
    encoding: Annotated[str, typer.Option(help="Encoding of the files.")] = "utf-8",
) -> None:
    """Find the same words and the same people in several texts."""
    _check_encoding(encoding)
    problems: list[str] = []
    texts = _read_texts(files or ["-"], encoding, problems)
    documents = read_documents(texts, lambda name, message: _report(problems, name, message))
    matches = match_documents(documents)
    with _opened(output) as file:
        WRITERS[form](matches, file)
    if problems:
        raise typer.Exit(UNREADABLE)


@app.command()
@_quiet_end()
def schema() -> None:
    """Print the JSON Schema of the lines that `extract --format jsonl` writes."""
    from quoteattr.formats.schemas import json_schema  # noqa: PLC0415

    print(json.dumps(json_schema(), indent=2))
