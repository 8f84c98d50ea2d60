"""`quoteattr schema`: the form of the lines."""

from __future__ import annotations

import json

from quoteattr.cli.app import app
from quoteattr.cli.endings import quiet_end

__all__ = ["schema"]


@app.command()
@quiet_end()
def schema() -> None:
    """Print the JSON Schema of the lines that `extract --format jsonl` writes."""
    from quoteattr.formats.schemas import json_schema  # noqa: PLC0415

    print(json.dumps(json_schema(), indent=2))
