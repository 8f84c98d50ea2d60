"""`quoteattr evaluate`: records judged by other records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from quoteattr.cli.app import app
from quoteattr.cli.endings import quiet_end
from quoteattr.cli.inputs import opened_records
from quoteattr.errors import DocumentError, RecordError
from quoteattr.formats.documents import by_key

if TYPE_CHECKING:
    from quoteattr.formats.documents import Document

__all__ = ["evaluate"]


@app.command(epilog="Example: quoteattr evaluate gold.jsonl predicted.jsonl")
@quiet_end()
def evaluate(
    gold: Annotated[str, typer.Argument(help="JSON Lines file with the right records.")],
    predicted: Annotated[
        str, typer.Argument(help="JSON Lines file with the records to judge, or - for input.")
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Judge the records in one JSON Lines file by those in another.

    Both are files that `extract --format jsonl` writes. Documents are matched by their identifiers.
    Figures: detection by kind, then source, name and title of the quotations found.
    """
    from quoteattr.evaluation import evaluate as judge  # noqa: PLC0415

    if gold == predicted == "-":
        raise typer.BadParameter("standard input can be read only once")
    right, found = _documents(gold), _documents(predicted)
    if right and found and not right.keys() & found.keys():
        raise RecordError(f"{gold} and {predicted} have no document in common")
    figures = judge(right.values(), found.values())
    print(json.dumps(figures.to_dict(), indent=2) if as_json else figures.table())


def _documents(name: str) -> dict[str, Document]:
    """Give the documents of a file, each by the key of its identifier."""
    from quoteattr.formats.json_lines import read_documents  # noqa: PLC0415

    try:
        with opened_records(name) as file:
            return by_key(read_documents(file))
    except OSError as error:
        raise typer.BadParameter(f"{name}: {error.strerror}") from error
    except (DocumentError, RecordError) as error:
        raise type(error)(f"{name}: {error}") from error
