"""Matches to look at and to keep: a self-contained HTML page, a table, and JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterator
from typing import TYPE_CHECKING, Any, TextIO

from quoteattr.formats.page_head import escape, page_head
from quoteattr.formats.schemas import object_schema, schema_of
from quoteattr.formats.terminal import plain_cell
from quoteattr.matching.differences import Side, find_differences
from quoteattr.matching.matches import Matches, Occurrence, PersonMatch, QuotationMatch
from quoteattr.records import Quote, Speaker

if TYPE_CHECKING:
    from rich.table import Table

__all__ = [
    "MATCHES_VERSION",
    "matches_schema",
    "matches_to_html",
    "matches_to_table",
    "write_matches",
]

MATCHES_VERSION = 3  # lines used to bear the number of the documents' schema, 1 or 2

_LONGEST_LEFT_OUT = 12  # words; of more only the number is shown


def write_matches(matches: Matches, file: TextIO) -> None:
    r"""Write one JSON object a line, as `matches_schema` says: the quotations, then the people.

    Args:
        matches: what `match_quotations` gave; an id that JSON does not know becomes a string.
        file: a text file opened for writing, in UTF-8.

    Examples:
        >>> import io
        >>> file = io.StringIO()
        >>> write_matches(Matches(), file)
        >>> file.getvalue()
        ''
    """
    for kind, records in (("quotation", matches.quotations), ("person", matches.persons)):
        for record in records:
            line = {"version": MATCHES_VERSION, "match": kind, **record.to_dict()}
            file.write(json.dumps(line, allow_nan=False, default=str) + "\n")


def matches_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a line that `write_matches` writes.

    Examples:
        >>> matches_schema()["oneOf"]
        [{'$ref': '#/$defs/QuotationMatch'}, {'$ref': '#/$defs/PersonMatch'}]
    """
    records: dict[str, Any] = {}
    lines = [schema_of(record, records) for record in (QuotationMatch, PersonMatch)]
    for kind, name in (("quotation", "QuotationMatch"), ("person", "PersonMatch")):
        own = {"version": {"const": MATCHES_VERSION}, "match": {"const": kind}}
        records[name] = object_schema(own | records[name]["properties"])
    appearance = {"document": {}, "speaker": {"$ref": "#/$defs/Speaker"}}
    records["PersonMatch"]["properties"]["speakers"]["items"] = object_schema(appearance)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:quoteattr:match:{MATCHES_VERSION}",
        "title": "The same words, or the same person, in several documents",
        "oneOf": lines,
        "$defs": records,
    }


# The table.


def matches_to_table(matches: Matches) -> Table:
    """Give a rich table with a row for each occurrence, and the people below.

    Examples:
        >>> matches_to_table(Matches()).row_count
        0
    """
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415  # only those who ask for a table pay
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=SIMPLE_HEAD)
    table.add_column("Shared", overflow="fold")
    table.add_column("Speaker", style="bold", max_width=24, overflow="fold")
    table.add_column("Document", max_width=30, overflow="fold")
    table.add_column("Version", overflow="fold")
    for match in matches.quotations:
        for number, row in enumerate(map(_quotation_row, match.occurrences)):
            first = "" if match.agree or number else " (speakers differ)"
            table.add_row(*map(plain_cell, (row[0], row[1] + first, *row[2:])))
        table.add_section()
    for person in matches.persons:
        for number, (document, speaker) in enumerate(person.speakers):
            name = "" if number else person.name
            row = ("", name, str(document), speaker.title or "")
            table.add_row(*map(plain_cell, row))
        table.add_section()
    return table


def _quotation_row(occurrence: Occurrence) -> tuple[str, str, str, str]:
    quote = occurrence.quote
    shared = " … ".join(span.text for span in occurrence.shared)
    version = " … ".join(span.text for span in quote.verbatim)
    return shared, quote.speaker.name if quote.speaker else "–", str(occurrence.document), version


# The page.


def matches_to_html(matches: Matches, *, title: str = "Quotations across texts") -> str:
    """Give one self-contained page: every quotation with its versions side by side.

    Words that a version alone has are marked, and so are those that it leaves out. The page works
    without scripts and may load nothing; all that comes from the texts is escaped.

    Args:
        matches: what `match_quotations` gave.
        title: heading of the page.

    Examples:
        >>> "<h1>Quotations across texts</h1>" in matches_to_html(Matches())
        True
    """
    quotations = "\n".join(map(_quotation, matches.quotations))
    persons = "\n".join(map(_person, matches.persons))
    return _PAGE.format(
        head=page_head(title, "matches"),
        title=escape(title),
        quotations=quotations or "<p>No quotation is in more than one text.</p>",
        persons=f"<dl>\n{persons}\n</dl>" if persons else "<p>Nobody is in more than one text.</p>",
    )


_PAGE = """{head}<header>
<h1>{title}</h1>
<p class="key">Each version is held against the fullest one: it has
<ins>words of its own</ins>, and leaves out <del>others</del>.</p>
</header>
<main>
<h2>The same words</h2>
{quotations}
<h2>The same people</h2>
{persons}
</main>
</body>
</html>
"""


def _quotation(match: QuotationMatch) -> str:
    full = next(one.quote for one in match.occurrences if _text(one.quote) == match.text)
    versions = "\n".join(_version(one, full) for one in match.occurrences)
    differ = "" if match.agree else '<p class="differ">The texts name different speakers.</p>\n'
    documents = len({occurrence.document for occurrence in match.occurrences})
    return (
        f'<section>\n<blockquote dir="auto">{escape(match.text)}</blockquote>\n'
        f'<p class="who">In {documents} texts</p>\n{differ}'
        f'<ul class="versions">\n{versions}\n</ul>\n</section>'
    )


def _text(quote: Quote) -> str:
    return " ".join(span.text for span in quote.verbatim)


def _version(occurrence: Occurrence, full: Quote) -> str:
    words = " ".join(_stretches(occurrence.quote, full))
    return (
        f"<li><h3>{_id(occurrence.document)}</h3>\n"
        f'<p class="who">{_who(occurrence.quote.speaker)}</p>\n<p dir="auto">{words}</p></li>'
    )


def _stretches(quote: Quote, full: Quote) -> Iterator[str]:
    for side, words in find_differences(quote, full):
        number = len(words.split())
        if side is Side.LEFT_OUT:
            short = words if number <= _LONGEST_LEFT_OUT else f"[{number} words]"
            yield f"<del>{escape(short)}</del>"
        else:
            yield f"<ins>{escape(words)}</ins>" if side is Side.OWN else escape(words)


def _who(speaker: Speaker | None) -> str:
    if speaker is None:
        return "no speaker named"
    return escape(", ".join(part for part in (speaker.name, speaker.title) if part))


def _id(document: Hashable) -> str:
    return escape(str(document))


def _person(person: PersonMatch) -> str:
    titles = [
        f"<dd>{escape(use.title)} <small>{', '.join(map(_id, use.documents))}</small></dd>"
        for use in person.titles
    ]
    untitled: list[Any] = [_id(document) for document, one in person.speakers if not one.title]
    if untitled:
        titles.append(f"<dd><small>without a title: {', '.join(untitled)}</small></dd>")
    return "\n".join([f"<dt>{escape(person.name)}</dt>", *titles])
