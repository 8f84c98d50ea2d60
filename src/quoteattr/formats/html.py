"""HTML pages: a text with its quotations marked, and who says how much; self-contained."""

from __future__ import annotations

import bisect
import html
import itertools
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

import attrs

from quoteattr.formats.notes import circumstances, manner
from quoteattr.formats.page_head import escape, page_head
from quoteattr.input_checks import check_quotes_of
from quoteattr.records import Quote, QuoteKind, Speaker, group_by_speaker
from quoteattr.text.paragraphs import find_paragraphs

__all__ = ["Page", "to_html", "to_page"]


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


def to_page(text: str, quotes: Iterable[Quote], *, title: str = "Quotations") -> Page:
    """Give the page of `to_html` in a form that a notebook shows.

    Examples:
        >>> to_page("No quotations here.", [])._repr_html_()[:15]
        '<iframe sandbox'
    """
    return Page(html=to_html(text, quotes, title=title))


def to_html(text: str, quotes: Iterable[Quote], *, title: str = "Quotations") -> str:
    """Give one self-contained page: the text with its quotations marked, and its speakers.

    The page works without scripts and may load nothing; all that comes from the text is escaped.

    Args:
        text: the text that the quotations were found in.
        quotes: the quotations.
        title: heading of the page.

    Raises:
        TypeError: `text` is no `str`, or what is given are no quotations.
        ValueError: the quotations are of another text.

    Examples:
        >>> page = to_html("No <b>quotations</b> here.", [])
        >>> "No &lt;b&gt;quotations&lt;/b&gt; here." in page
        True
    """
    quotes = check_quotes_of(text, quotes)
    voices = _voices(quotes)
    layers = [layer for voice in voices for item in voice.quotes for layer in _layers(*item, voice)]
    words = _words_of(quotes)
    return _PAGE.format(
        head=page_head(title, "page"),
        title=escape(title),
        summary=_summary(quotes, voices),
        shares="\n".join(_share_row(voice, words) for voice in voices),
        article=_article(text, layers),
        speakers="\n".join(map(_section, voices)),
    )


_PAGE = """{head}<header>
<p class="skip"><a href="#speakers">Go to the speakers</a></p>
<h1>{title}</h1>
<p class="summary">{summary}</p>
<ul class="key" aria-label="How to read this page">
<li><mark class="direct">words between marks</mark> are quoted, in the colour of who says them</li>
<li><mark class="indirect">words with a dashed line</mark> are reported without marks</li>
<li><span class="source">who</span> and <span class="cue">says</span> show what the text
attributes the words by</li>
<li>a number leads to the list of speakers, and back; a percentage says how likely words, source and
speaker are right</li>
</ul>
</header>
<main>
<article>
{article}
</article>
<nav id="speakers" aria-labelledby="speakers-heading">
<h2 id="speakers-heading">Who says how much</h2>
<table>
<thead><tr><th scope="col">Speaker</th><th scope="col">Quotations</th><th scope="col">Words</th>
<th scope="col">Share</th></tr></thead>
<tbody>
{shares}
</tbody>
</table>
<h2>Who says what</h2>
{speakers}
</nav>
</main>
</body>
</html>
"""


# Who speaks.

# Each pair of these differs at a glance, in light and in dark; the first ones differ most.
_HUES = (210, 25, 120, 300, 60, 170, 345, 240)
_GOLDEN_ANGLE = 137.5
_BESIDE = 11  # so that none is one of the eight


@attrs.frozen(kw_only=True, eq=False)
class _Voice:
    """A speaker on the page, with the numbered quotations.

    `place` counts the speakers; `speaker` is None for those whom the text does not name.
    """

    place: int
    speaker: Speaker | None
    quotes: list[tuple[Quote, int]]

    @property
    def name(self) -> str:
        return escape(self.speaker.name) if self.speaker else "No speaker named"

    @property
    def title(self) -> str:
        return escape(self.speaker.title or "") if self.speaker else ""

    @property
    def style(self) -> str:
        """The attributes that colour the speaker."""
        return f'style="--hue:{_hue(self.place)}"' if self.speaker else ""

    @property
    def words(self) -> int:
        return _words_of(quote for quote, _ in self.quotes)


def _voices(quotes: Sequence[Quote]) -> list[_Voice]:
    """Group quotations by who speaks; their numbers count them in the text."""
    numbers = {id(quote): number for number, quote in enumerate(quotes, 1)}
    return [
        _Voice(place=place, speaker=speaker, quotes=[(one, numbers[id(one)]) for one in said])
        for place, (speaker, said) in enumerate(group_by_speaker(quotes).items())
    ]


def _hue(place: int) -> str:
    """Give a speaker's hue in degrees; beyond the eighth they lie a golden angle apart."""
    hue = _HUES[place] if place < len(_HUES) else (place * _GOLDEN_ANGLE + _BESIDE) % 360
    return f"{hue:g}"


def _words_of(quotes: Iterable[Quote]) -> int:
    return sum(len(quote.text.split()) for quote in quotes)


def _summary(quotes: Sequence[Quote], voices: Sequence[_Voice]) -> str:
    """Say in one sentence what the page holds."""
    named = sum(voice.speaker is not None for voice in voices)
    kinds = (
        f"{sum(quote.kind is kind for quote in quotes)} {kind.value}"
        for kind in QuoteKind
        if any(quote.kind is kind for quote in quotes)
    )
    counts = f"{_count(len(quotes), 'quotation')} of {_count(named, 'speaker')}"
    return (
        f"{counts} ({', '.join(kinds)}), {_count(_words_of(quotes), 'word')}."
        if quotes
        else ("No quotations.")
    )


def _share_row(voice: _Voice, words: int) -> str:
    """Give a row of the table of shares: the title stands under the name."""
    share = voice.words / words if words else 0
    title = f"<small>{voice.title}</small>" if voice.title else ""
    look = voice.style or 'class="nobody"'
    return (
        f'<tr {look}><th scope="row"><a href="#v{voice.place + 1}">{voice.name}</a>{title}</th>'
        f"<td>{len(voice.quotes)}</td><td>{voice.words}</td>"
        f'<td class="share"><span style="width:{share:.0%}"></span>{share:.0%}</td></tr>'
    )


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


def _layers(quote: Quote, number: int, voice: _Voice) -> Iterator[_Layer]:
    """Give what lies over the text: the content, the words between marks, source and cue."""
    look = f'class="{quote.kind.value}{"" if quote.speaker else " nobody"}" {voice.style}'
    again = f"<mark {look}>"
    first = _anchor(quote, number, voice, look)
    for span in quote.content:
        yield _Layer(start=span.start, end=span.end, tag="mark", first=first, again=again)
        first = again
    inner = [("verbatim", span) for span in quote.verbatim if quote.kind is QuoteKind.MIXED]
    parts = [*inner, ("source", quote.source), ("cue", quote.cue)]
    for name, part in parts:
        if part:
            again = f'<span class="{name}" {voice.style}>'
            yield _Layer(start=part.start, end=part.end, tag="span", first=again, again=again)


def _anchor(quote: Quote, number: int, voice: _Voice, look: str) -> str:
    """Open a quotation with its number, which leads to the list and says whose it is."""
    who = ", ".join(filter(None, (voice.name, voice.title)))
    label = f"Quotation {number}, {', '.join(_traits(quote))}, {who}"
    return (
        f'<mark id="q{number}" {look}><a class="number" href="#s{number}" '
        f'aria-label="{label}" title="{label}">{number}</a>'
    )


def _traits(quote: Quote) -> Iterator[str]:
    """Say how it is said, and how likely it is right."""
    yield from manner(quote)
    yield f"{quote.confidence:.0%}"


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


def _section(voice: _Voice) -> str:
    title = f"<p>{voice.title}</p>\n" if voice.title else ""
    look = voice.style or 'class="nobody"'
    items = "\n".join(_item(*pair) for pair in voice.quotes)
    return (
        f'<section id="v{voice.place + 1}" {look}>\n<h3>{voice.name}</h3>\n{title}'
        f"<ol>\n{items}\n</ol>\n</section>"
    )


def _item(quote: Quote, number: int) -> str:
    notes = ", ".join([*_traits(quote), *map(escape, circumstances(quote))])
    return (
        f'<li id="s{number}" value="{number}" class="{quote.kind.value}">'
        f'<a href="#q{number}">{escape(quote.text)}</a> <small>{notes}</small></li>'
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
