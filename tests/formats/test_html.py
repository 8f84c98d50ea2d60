"""The page and the table: all of the text, nothing but the text, and nothing that runs."""

from __future__ import annotations

import colorsys
import html.parser
import io
import re

from hypothesis import given
from rich.console import Console

from quoteattr import Quote, QuoteKind, Span, Speaker, SpeakerKind
from quoteattr.formats.html import to_html, to_page, to_table
from quoteattr.text.paragraphs import find_paragraphs
from strategies import read_texts

ATTACK = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&amp;\x1b[31m"
VOID = {"meta"}


class Reader(html.parser.HTMLParser):
    """Collects elements, identifiers, links and the article's text; checks that tags nest."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.paragraphs: list[str] = []
        self.in_number = False
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that opens."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        values = dict(attrs)
        self.ids += [values["id"] or ""] if "id" in values else []
        self.links += [values["href"] or ""] if "href" in values else []
        self.in_number = values.get("class") == "number"
        if tag == "p" and "article" in self.open:
            self.paragraphs.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Check that the innermost element closes."""
        assert self.open.pop() == tag
        self.in_number = False

    def handle_data(self, data: str) -> None:
        """Note the article's text."""
        if "article" in self.open and "p" in self.open and not self.in_number:
            self.paragraphs[-1] += data


def printable(text: str) -> str:
    """Give a text with what HTML cannot hold replaced."""
    return re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "\ufffd", text)


@given(read_texts())
def test_page_shows_the_whole_text(read: tuple[str, list[Quote]]) -> None:
    """Every paragraph stands in the article as it is, however its quotations overlap."""
    text, quotes = read
    reader = Reader(to_html(text, quotes))
    expected = [printable(text[start:end]) for start, end in find_paragraphs(text)]
    assert reader.paragraphs == expected


@given(read_texts())
def test_links_lead_somewhere(read: tuple[str, list[Quote]]) -> None:
    """Identifiers are single; each number leads to the list, and each list entry back."""
    text, quotes = read
    reader = Reader(to_html(text, quotes))
    assert len(set(reader.ids)) == len(reader.ids)
    shown = {link for link in reader.links if link.startswith("#s")}
    assert shown <= {f"#{name}" for name in reader.ids}
    for number, quote in enumerate(dict.fromkeys(quotes), 1):
        assert f"s{number}" in reader.ids
        assert f"#q{number}" in reader.links
        if quote.content[0].text.strip() == quote.content[0].text:
            assert f"q{number}" in reader.ids


@given(read_texts())
def test_page_holds_only_its_own_elements(read: tuple[str, list[Quote]]) -> None:
    """No text makes an element or an attribute, and the page can be encoded."""
    text, quotes = read
    page = to_html(text, quotes, title=text)
    page.encode("utf-8")
    reader = Reader(page)
    assert reader.tags <= OWN_TAGS
    assert reader.attributes <= OWN_ATTRIBUTES


OWN_TAGS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "header",
    "h1",
    "p",
    "span",
    "a",
    "main",
    "article",
    "mark",
    "nav",
    "h2",
    "section",
    "h3",
    "ol",
    "li",
    "small",
}
OWN_ATTRIBUTES = {
    "lang",
    "charset",
    "http-equiv",
    "content",
    "name",
    "id",
    "class",
    "style",
    "href",
    "aria-label",
    "aria-labelledby",
    "dir",
    "value",
}


def hostile() -> tuple[str, Quote]:
    """Give a text and a quotation in which every part is an attack."""
    text = f"“{ATTACK}” said {ATTACK}."
    words = Span(start=1, end=1 + len(ATTACK), text=ATTACK)
    who = Span(start=len(ATTACK) + 8, end=2 * len(ATTACK) + 8, text=ATTACK)
    speaker = Speaker(name=ATTACK, kind=SpeakerKind.PERSON, title=ATTACK, mentions=(who,))
    return text, Quote(kind=QuoteKind.DIRECT, content=(words,), source=who, speaker=speaker)


def test_hostile_names_and_quotes() -> None:
    """An attack in text, name, title and heading stays text."""
    text, quote = hostile()
    page = to_html(text, [quote], title=ATTACK)
    reader = Reader(page)
    assert reader.tags <= OWN_TAGS
    assert reader.attributes <= OWN_ATTRIBUTES
    assert "\x1b" not in page
    assert reader.paragraphs == [printable(text)]


def test_hostile_in_a_notebook() -> None:
    """The frame holds the page in one escaped attribute, and nothing else."""
    text, quote = hostile()
    frame = to_page(text, [quote])._repr_html_()
    assert re.fullmatch(
        r'<iframe sandbox title="Quotations" srcdoc="[^"<>]*" style="[^"]*">.*', frame
    )


def test_nothing_is_loaded() -> None:
    """The page names no address, and forbids the browser to load or to run anything."""
    text, quote = hostile()
    page = to_html(text, [quote])
    assert "default-src 'none'" in page
    assert not re.search(r"https?:|url\(|@import", page)


def test_split_and_nested() -> None:
    """The number stands where a split quotation begins; an inner one nests in the outer."""
    text = "“He told me, ‘Go,’ and,” Ruiz said, “I went.”"
    outer = (Span(start=1, end=22, text=text[1:22]), Span(start=37, end=44, text=text[37:44]))
    inner = Span(start=14, end=17, text=text[14:17])
    page = to_html(
        text,
        [
            Quote(kind=QuoteKind.DIRECT, content=outer, cue=Span(start=30, end=34, text="said")),
            Quote(kind=QuoteKind.DIRECT, content=(inner,)),
        ],
    )
    assert page.count('id="q1"') == page.count('id="q2"') == 1
    assert page.count("<mark") == 3
    assert re.search(r'<mark id="q1"[^>]*><a[^>]*>1</a>He told me, ‘<mark id="q2"', page)
    assert re.search(r'<span class="cue" [^>]*>said</span>', page)


def test_speakers_have_hues_of_their_own() -> None:
    """Twenty speakers have twenty colours."""
    quotes = [
        Quote(
            kind=QuoteKind.DIRECT,
            content=(Span(start=i, end=i + 1, text="x"),),
            speaker=Speaker(name=f"Ann {i}", kind=SpeakerKind.PERSON),
        )
        for i in range(20)
    ]
    page = to_html("x" * 20, quotes)
    assert len(set(re.findall(r"<section style=\"--hue:(\d+)\"", page))) == 20


def luminance(hue: float, saturation: float, lightness: float) -> float:
    """Give relative luminance as WCAG 2 defines it."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colorsys.hls_to_rgb(hue / 360, lightness, saturation)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def grey(code: str) -> float:
    """Give the luminance of a grey such as #1b1b1b or #fff."""
    digits = code * 2 if len(code) == 1 else code[:2]
    return luminance(0, 0, int(digits, 16) / 255)


def contrast(a: float, b: float) -> float:
    """Give the contrast ratio of two luminances."""
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)


def test_contrast() -> None:
    """Text on any speaker's colour has 7:1, faint text 7:1, lines on paper 3:1; light and dark."""
    page = to_html("", [])
    themes = re.findall(r":root \{(.*?)\}", page, re.DOTALL)
    assert len(themes) == 2
    for theme in themes:
        values = dict(re.findall(r"--(\w+): (.*?);", theme))
        ink, paper, faint = (
            grey(values[name].removeprefix("#")[:2].ljust(2, values[name][-1]))
            for name in ("ink", "paper", "faint")
        )
        assert contrast(ink, paper) >= 7
        assert contrast(faint, paper) >= 7
        for hue in range(360):
            fill, edge = (
                luminance(hue, *(int(part.rstrip("%")) / 100 for part in values[name].split()))
                for name in ("fill", "edge")
            )
            assert contrast(ink, fill) >= 7
            assert contrast(edge, paper) >= 3


def shown(quotes: list[Quote], title: str | None = None) -> str:
    """Give what the table prints to a file."""
    file = io.StringIO()
    Console(file=file, width=100, force_terminal=True).print(to_table(quotes, title=title))
    return file.getvalue()


def test_table_cannot_steer_the_terminal() -> None:
    """Escape sequences and markup of the text are shown, not obeyed; directions are left out."""
    evil = "a\x1b]0;x\x07b[red]c\u202edef"
    words = Span(start=0, end=len(evil), text=evil)
    speaker = Speaker(name=evil, kind=SpeakerKind.PERSON, title=evil)
    quote = Quote(kind=QuoteKind.DIRECT, content=(words,), speaker=speaker)
    printed = shown([quote], title=evil)
    assert "[red]c" in printed
    assert not re.search("\x1b(?!\\[[0-9;]*m)|\x07|\u202e", printed)


def test_table_rows() -> None:
    """A row names speaker, title, kind and words; a dash stands for nobody."""
    words = Span(start=0, end=2, text="No")
    ann = Speaker(name="Ann Lee", kind=SpeakerKind.PERSON, title="mayor")
    quotes = [
        Quote(kind=QuoteKind.MIXED, content=(words,), speaker=ann),
        Quote(kind=QuoteKind.DIRECT, content=(words,)),
    ]
    plain = re.sub("\x1b\\[[0-9;]*m", "", shown(quotes))
    assert re.search(r"Ann Lee +mayor +mixed +No", plain)
    assert re.search(r"– +direct +No", plain)
