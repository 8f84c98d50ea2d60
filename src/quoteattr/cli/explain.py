"""`quoteattr explain`: what decided each quotation."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from quoteattr.cli.app import app
from quoteattr.cli.arguments import arguments_given, file_names
from quoteattr.cli.endings import quiet_end
from quoteattr.cli.inputs import InputOptions, read_articles
from quoteattr.cli.options import Encoding, Files, Form, IdField, Model, TextField
from quoteattr.cli.reports import reporting
from quoteattr.errors import TextError
from quoteattr.formats.documents import identifier
from quoteattr.formats.printable import one_line

if TYPE_CHECKING:
    from quoteattr.explanations import Explanation
    from quoteattr.extractor import QuoteExtractor
    from quoteattr.formats.articles import Article

__all__ = ["explain"]


@app.command(epilog="Example: quoteattr explain article.txt")
@quiet_end()
def explain(
    files: Files = None,
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object a document, with everything.")
    ] = False,
    source_form: Form = None,
    text_field: TextField = "text",
    id_field: IdField = "id",
    encoding: Encoding = "utf-8",
    model: Model = None,
) -> None:
    """Show what decided each quotation: the candidates, and the reasons for and against."""
    from quoteattr.extractor import QuoteExtractor  # noqa: PLC0415

    arguments = arguments_given(files)
    inputs = InputOptions(
        encoding=encoding, form=source_form, text_field=text_field, id_field=id_field
    )
    extractor = QuoteExtractor(model=model)
    show = _show_json if as_json else _show
    with reporting() as report:
        for article in read_articles(file_names(arguments, report), inputs, report):
            found = _explained(extractor, article.text)
            if isinstance(found, TextError):
                report(article.id, found.reason)
            else:
                show(article, found)


def _explained(extractor: QuoteExtractor, text: str) -> list[Explanation] | TextError:
    """Explain a text; whatever goes wrong with it is an error in its place, as for `pipe`."""
    from quoteattr.batches import read_stream  # noqa: PLC0415

    return next(read_stream(lambda texts: [extractor.explain(one) for one in texts], [text], 1))


def _show_json(article: Article, found: Sequence[Explanation]) -> None:
    print(json.dumps({"document": article.id, "quotes": [one.to_dict() for one in found]}))


def _show(article: Article, found: Sequence[Explanation]) -> None:
    """Print the quotations under the name of their document."""
    from quoteattr.formats.terminal import to_explanation  # noqa: PLC0415

    heading = one_line(identifier(article.id))
    print(heading, *(map(to_explanation, found) if found else ["(no quotations)"]), sep="\n\n")
    print()
