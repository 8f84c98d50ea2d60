"""`quoteattr schema`: the form of the lines."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from quoteattr.cli.app import app
from quoteattr.cli.endings import quiet_end

__all__ = ["schema"]


@app.command()
@quiet_end()
def schema(
    *,
    matches: Annotated[
        bool, typer.Option("--matches", help="Of the lines that `match --format jsonl` writes.")
    ] = False,
) -> None:
    """Print the JSON Schema of the lines that `extract --format jsonl` writes."""
    from quoteattr.formats.matches import matches_schema  # noqa: PLC0415
    from quoteattr.formats.schemas import json_schema  # noqa: PLC0415

    print(json.dumps(matches_schema() if matches else json_schema(), indent=2))
