"""`quoteattr explain`: what decided each quotation."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from quoteattr.cli.app import app
from quoteattr.cli.endings import UNREADABLE, complain, quiet_end
from quoteattr.cli.inputs import Reading, check_encoding, file_names, read_articles

__all__ = ["explain"]


@app.command(epilog="Example: quoteattr explain article.txt")
@quiet_end()
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
    from quoteattr.formats.terminal import to_explanation  # noqa: PLC0415

    reading = Reading(encoding=check_encoding(encoding))
    problems: list[str] = []

    def report(name: object, message: str) -> None:
        problems.append(message)
        complain(f"{name}: {message}")

    for article in read_articles(file_names(files or ["-"], report), reading, report):
        found = account_for(article.text)
        if as_json:
            print(json.dumps({"document": article.id, "quotes": [one.to_dict() for one in found]}))
        else:
            print(*map(to_explanation, found), sep="\n\n", end="\n\n" if found else "")
    if problems:
        raise typer.Exit(UNREADABLE)
