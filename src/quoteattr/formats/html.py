"""Quotations to look at: a self-contained HTML page, and a table for the terminal."""

from __future__ import annotations

import bisect
import functools
import html
import importlib.resources
import itertools
import re
from collections import deque
from typing import TYPE_CHECKING

import attrs

from quoteattr.records import Quote, Speaker, group_by_speaker
from quoteattr.text.paragraphs import find_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.table import Table
    from rich.text import Text

    from quoteattr.explanations import Candidate, Explanation

__all__ = [
    "Page",
    "escape",
    "plain_cell",
    "to_explanation",
    "to_html",
    "to_page",
    "to_table",
]


# The page.


@attrs.frozen(kw_only=True)
class Page:
    """A page of HTML that a notebook shows by itself.

    Attributes:
        html: the whole document.
    """

    html: str

    def _repr_html_(self) -> str:
        """Frame the page, so that its styles do not reach the notebook's."""
        # Links in a frame would otherwise lead from the notebook's address.
        page = self.html.replace("<head>", '<head>\n<base href="about:srcdoc">', 1)
        return (
            f'<iframe sandbox title="Quotations" srcdoc="{html.escape(page)}" '
            'style="width:100%;height:40em;border:1px solid #888"></iframe>'
        )


def to_page(text: str, quotes: Sequence[Quote], *, title: str = "Quotations") -> Page:
    """Give the page of `to_html` in a form that a notebook shows.

    Examples:
        >>> to_page("No quotations here.", [])._repr_html_()[:15]
        '<iframe sandbox'
    """
    return Page(html=to_html(text, quotes, title=title))


def to_html(text: str, quotes: Sequence[Quote], *, title: str = "Quotations") -> str:
    """Give one self-contained page: the text with its quotations marked, and its speakers.

    The page works without scripts and may load nothing; all that comes from the text is escaped.

    Args:
        text: the text that the quotations were found in.
        quotes: the quotations.
        title: heading of the page.

    Examples:
        >>> page = to_html("No <b>quotations</b> here.", [])
        >>> "No &lt;b&gt;quotations&lt;/b&gt; here." in page
        True
    """
    numbers = {quote: number for number, quote in enumerate(dict.fromkeys(quotes), 1)}
    groups = group_by_speaker(numbers)
    styles = {speaker: _style(place, speaker) for place, speaker in enumerate(groups)}
    layers = [layer for item in numbers.items() for layer in _layers(*item, styles)]
    sections = [_section(*group, numbers, styles) for group in groups.items()]
    return _PAGE.format(
        css=_css(),
        title=escape(title),
        count=_count(len(numbers), "quotation"),
        article=_article(text, layers),
        speakers="\n".join(sections),
    )


_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="quoteattr">
<title>{title}</title>
<style>
{css}</style>
</head>
<body>
<header>
<h1>{title}</h1>
<p class="key">{count}, coloured by speaker; reported speech without quotation marks has a dashed
line. Each <span class="source" style="--hue:215">source</span> and
<span class="cue">cue</span> is underlined; a number leads to the list of speakers, and back.
<a class="skip" href="#speakers">Go to the speakers</a></p>
</header>
<main>
<article>
{article}
</article>
<nav id="speakers" aria-labelledby="speakers-heading">
<h2 id="speakers-heading">Speakers</h2>
{speakers}
</nav>
</main>
</body>
</html>
"""


@functools.cache
def _css() -> str:
    return importlib.resources.files("quoteattr").joinpath("data/page.css").read_text("utf-8")


# Control characters and lone surrogates have no place in HTML, nor on a terminal.
_UNPRINTABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def escape(text: str) -> str:
    """Make text safe for a page; control characters become replacement characters.

    Examples:
        >>> escape("a < b")
        'a &lt; b'
    """
    return html.escape(_UNPRINTABLE.sub("\ufffd", text))


@attrs.frozen(kw_only=True, eq=False)
class _Layer:
    """A stretch of the text with the element that it stands in.

    `first` opens the element where it begins; where other elements cut it, `again` does.
    """

    start: int
    end: int
    tag: str
    first: str
    again: str


def _style(place: int, speaker: Speaker | None) -> str:
    """Give the attributes that colour a speaker; neighbours' hues lie a golden angle apart."""
    return f'style="--hue:{place * 137.5 % 360:.0f}"' if speaker else ""


def _layers(quote: Quote, number: int, styles: dict[Speaker | None, str]) -> Iterator[_Layer]:
    style = styles[quote.speaker]
    look = f'class="{quote.kind.value}{"" if quote.speaker else " nobody"}" {style}'
    again = f"<mark {look}>"
    first = _anchor(quote, number, look)
    for span in quote.content:
        yield _Layer(start=span.start, end=span.end, tag="mark", first=first, again=again)
        first = again
    for name, part in (("source", quote.source), ("cue", quote.cue)):
        if part:
            again = f'<span class="{name}" {style}>'
            yield _Layer(start=part.start, end=part.end, tag="span", first=again, again=again)


def _anchor(quote: Quote, number: int, look: str) -> str:
    """Open a quotation with its number, which leads to the list."""
    who = escape(quote.speaker.name) if quote.speaker else "no speaker named"
    return (
        f'<mark id="q{number}" {look}><a class="number" href="#s{number}" '
        f'aria-label="Quotation {number}, {who}">{number}</a>'
    )


def _article(text: str, layers: Sequence[_Layer]) -> str:
    """Give the text's paragraphs with every layer's element around its words."""
    cuts = sorted({cut for layer in layers for cut in (layer.start, layer.end)})
    paragraphs = [_runs(start, end, cuts) for start, end in find_paragraphs(text)]
    covers = _covers([start for runs in paragraphs for start, _ in runs], layers)
    return "\n".join(_paragraph(text, runs, covers) for runs in paragraphs)


def _runs(start: int, end: int, cuts: Sequence[int]) -> list[tuple[int, int]]:
    """Cut a paragraph wherever an element begins or ends."""
    inside = cuts[bisect.bisect_right(cuts, start) : bisect.bisect_left(cuts, end)]
    return list(itertools.pairwise([start, *inside, end]))


def _covers(
    starts: Iterable[int], layers: Iterable[_Layer]
) -> Iterator[tuple[list[_Layer], list[_Layer]]]:
    """Give, for the run at each start, the layers over it, outer first, and those new there."""
    waiting = deque(sorted(layers, key=lambda layer: (layer.start, -layer.end)))
    active: list[_Layer] = []
    for start in starts:
        fresh = []
        while waiting and waiting[0].start <= start:
            fresh.append(waiting.popleft())
        active = [layer for layer in active + fresh if layer.end > start]
        yield active, fresh


def _paragraph(
    text: str,
    runs: Sequence[tuple[int, int]],
    covers: Iterator[tuple[list[_Layer], list[_Layer]]],
) -> str:
    parts = ['<p dir="auto">']
    stack: list[_Layer] = []
    for (start, end), (wanted, fresh) in zip(runs, covers, strict=False):
        parts += _switch(stack, wanted, fresh)
        parts.append(escape(text[start:end]))
    parts += _switch(stack, [], [])
    return "".join(parts) + "</p>"


def _switch(
    stack: list[_Layer], wanted: Sequence[_Layer], fresh: Sequence[_Layer]
) -> Iterator[str]:
    """Close and open elements until those in the stack are the ones wanted."""
    while stack and stack != wanted[: len(stack)]:
        yield f"</{stack.pop().tag}>"
    for layer in wanted[len(stack) :]:
        yield layer.first if layer in fresh else layer.again
        stack.append(layer)


def _section(
    speaker: Speaker | None,
    quotes: Sequence[Quote],
    numbers: dict[Quote, int],
    styles: dict[Speaker | None, str],
) -> str:
    name = escape(speaker.name) if speaker else "No speaker named"
    title = f"<p>{escape(speaker.title)}</p>\n" if speaker and speaker.title else ""
    look = styles[speaker] or 'class="nobody"'
    items = "\n".join(_item(quote, numbers[quote]) for quote in quotes)
    return (
        f"<section {look}>\n<h3>{name}</h3>\n{title}<p>{_count(len(quotes), 'quotation')}</p>\n"
        f"<ol>\n{items}\n</ol>\n</section>"
    )


def _item(quote: Quote, number: int) -> str:
    return (
        f'<li id="s{number}" value="{number}"><a href="#q{number}">{escape(quote.text)}</a> '
        f"<small>{quote.kind.value}, {quote.confidence:.0%}</small></li>"
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


# The terminal.

# Marks that turn the direction of writing could make a row show what it does not say.
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def to_table(quotes: Iterable[Quote], *, title: str | None = None) -> Table:
    """Give a rich table with one row for each quotation: who, in which role, which words.

    Args:
        quotes: the quotations of one document.
        title: what stands above the table.

    Examples:
        >>> to_table([]).row_count
        0
    """
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415  # only those who ask for a table pay
    from rich.table import Table  # noqa: PLC0415

    heading = None if title is None else plain_cell(title)
    table = Table(title=heading, title_justify="left", box=SIMPLE_HEAD)
    table.add_column("Speaker", style="bold", max_width=20, overflow="fold")
    table.add_column("Title", max_width=24, overflow="fold")
    table.add_column("Kind", min_width=8)
    table.add_column("Words", overflow="fold")
    for quote in quotes:
        speaker = quote.speaker
        who, role = (speaker.name, speaker.title or "") if speaker else ("–", "")
        table.add_row(*map(plain_cell, (who, role, quote.kind.value, quote.text)))
    return table


def plain_cell(value: str) -> Text:
    """Give plain text without anything that could steer a terminal."""
    from rich.text import Text  # noqa: PLC0415

    return Text(" ".join(_plain(value).split()))


def _plain(value: str) -> str:
    one_line = re.sub(r"[\r\n\v\f\x85\u2028\u2029]", " ", value)
    return _UNPRINTABLE.sub("\ufffd", _DIRECTION.sub("", one_line))


_CANDIDATES_SHOWN = 3
_REASONS_SHOWN = 4


def to_explanation(explanation: Explanation) -> str:
    """Give lines of text: the quotation, the decisions behind it, and who could have said it.

    Below each candidate stand the weightiest reasons for (+) and against (-), in log-odds.

    Examples:
        >>> from quoteattr import explain
        >>> [explanation] = explain("“We lost,” coach Ann Lee told Bo Ek.")
        >>> print(to_explanation(explanation))
        We lost,
          direct, speaker Ann Lee ...
          decided: ...
           ...% coach Ann Lee
        ...
    """
    quote = explanation.quote
    who = f"speaker {quote.speaker.name}" if quote.speaker else "no speaker named"
    decided = ", ".join(f"{name} {probability:.0%}" for name, probability in explanation.decisions)
    lines = [
        f"{quote.kind.value}, {who}, confidence {quote.confidence:.0%}",
        f"decided: {decided or 'by rule'}",
        *([f"rules: {', '.join(explanation.rules)}"] if explanation.rules else []),
        *itertools.chain.from_iterable(
            map(_candidate_lines, explanation.candidates[:_CANDIDATES_SHOWN])
        ),
    ]
    return "\n".join([_plain(quote.text), *(f"  {_plain(line)}" for line in lines)])


def _candidate_lines(candidate: Candidate) -> Iterator[str]:
    name = candidate.mention.text if candidate.mention else "(nobody)"
    yield f"{candidate.probability:>5.0%} {name}"
    reasons = candidate.features[:_REASONS_SHOWN]
    if reasons:
        yield "      " + "  ".join(f"{weight:+.2f} {feature}" for feature, weight in reasons)
