"""`quoteattr evaluate`: records judged by other records."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quoteattr.cli.app import app
from quoteattr.cli.endings import quiet_end
from quoteattr.cli.outputs import key
from quoteattr.errors import RecordError

if TYPE_CHECKING:
    from quoteattr.records import Quote

__all__ = ["evaluate"]


@app.command(epilog="Example: quoteattr evaluate gold.jsonl predicted.jsonl")
@quiet_end()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="JSON Lines file with the right records.")],
    predicted: Annotated[Path, typer.Argument(help="JSON Lines file with the records to judge.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Judge the records in one JSON Lines file by those in another.

    Documents are matched by their identifiers. Figures: detection by kind, then source, name and
    title of the quotations found.
    """
    from quoteattr.evaluation import evaluate as judge  # noqa: PLC0415

    right, found = _records(gold), _records(predicted)
    if right and found and not right.keys() & found.keys():
        raise RecordError(f"{gold} and {predicted} have no document in common")
    figures = judge(right.items(), found.items())
    print(json.dumps(figures.to_dict(), indent=2) if as_json else figures.table())


def _records(path: Path) -> dict[str, list[Quote]]:
    """Give the quotations of each document by its identifier, written as JSON."""
    from quoteattr.formats.json_lines import read_jsonl  # noqa: PLC0415

    try:
        with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="\n") as file:
            return {key(name): quotes for name, quotes in read_jsonl(file)}
    except OSError as error:
        raise typer.BadParameter(f"{path}: {error.strerror}") from error
    except RecordError as error:
        raise RecordError(f"{path}: {error}") from error
