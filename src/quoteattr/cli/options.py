"""Options that several commands have: which files to read, how, and with which model."""

from __future__ import annotations

from typing import Annotated

import typer

from quoteattr.cli.inputs import InputFormat

__all__ = ["Encoding", "Files", "Form", "IdField", "Jobs", "Model", "TextField"]

Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILES",
        help="Text files, .jsonl and .csv files with a text a line, .html pages, directories "
        "(every .txt file below), glob patterns, or - for standard input, which is also read "
        "when nothing is given.",
    ),
]
Form = Annotated[
    InputFormat | None,
    typer.Option("--from", help="What the files hold. Default: what their names say."),
]
TextField = Annotated[str, typer.Option(help="Field or column with the text.")]
IdField = Annotated[str, typer.Option(help="Field or column with the identifier.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to use.")]
Encoding = Annotated[str, typer.Option(help="Encoding of the files.")]
Model = Annotated[
    str | None, typer.Option(help="Installed spaCy pipeline to use instead of the default.")
]
