"""The page: all of the text, nothing but the text, and nothing that runs."""

from __future__ import annotations

import colorsys
import html.parser
import itertools
import math
import re
from collections import Counter

import attrs
import pytest
from hypothesis import given, settings

from quoteattr import (
    Polarity,
    Quote,
    QuoteKind,
    Setting,
    Span,
    Speaker,
    SpeakerKind,
    extract_quotes,
)
from quoteattr.formats.html import to_html, to_page
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
@settings(max_examples=60)
def test_any_page(read: tuple[str, list[Quote]]) -> None:
    """Whatever the text and however its quotations overlap, the facts below hold of the page."""
    text, quotes = read
    page = to_html(text, quotes, title=text)
    page.encode("utf-8")
    reader = Reader(page)
    shows_the_whole_text(reader, text)
    links_lead_somewhere(reader, quotes)
    holds_only_its_own_elements(reader)


def shows_the_whole_text(reader: Reader, text: str) -> None:
    """Every paragraph stands in the article as it is."""
    expected = [printable(text[start:end]) for start, end in find_paragraphs(text)]
    assert reader.paragraphs == expected


def links_lead_somewhere(reader: Reader, quotes: list[Quote]) -> None:
    """Identifiers are single; each number leads to the list, and each list entry back."""
    assert len(set(reader.ids)) == len(reader.ids)
    shown = {link for link in reader.links if link[:2] in ("#s", "#v")}
    assert shown <= {f"#{name}" for name in reader.ids}
    for number, quote in enumerate(quotes, 1):
        assert f"s{number}" in reader.ids
        assert f"#q{number}" in reader.links
        if quote.content[0].text.strip() == quote.content[0].text:
            assert f"q{number}" in reader.ids


def holds_only_its_own_elements(reader: Reader) -> None:
    """No text makes an element or an attribute."""
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
    "ul",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
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
    "title",
    "scope",
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
    assert page.count("<mark") - to_html("", []).count("<mark") == 3
    assert re.search(r'<mark id="q1"[^>]*><a[^>]*>1</a>He told me, ‘<mark id="q2"', page)
    assert re.search(r'<span class="cue" [^>]*>said</span>', page)


def test_speakers_have_hues_of_their_own() -> None:
    """Twenty speakers have twenty colours; any two of the first eight differ at a glance."""
    quotes = [
        Quote(
            kind=QuoteKind.DIRECT,
            content=(Span(start=i, end=i + 1, text="x"),),
            speaker=Speaker(name=f"Ann {i}", kind=SpeakerKind.PERSON),
        )
        for i in range(20)
    ]
    page = to_html("x" * 20, quotes)
    hues = re.findall(r'<section id="v\d+" style="--hue:([\d.]+)"', page)
    assert len(set(hues)) == 20
    for theme in themes(page):
        saturation, lightness = (int(part.rstrip("%")) / 100 for part in theme["fill"].split())
        labs = [lab(float(hue), saturation, lightness) for hue in hues[:8]]
        assert min(math.dist(one, two) for one, two in itertools.combinations(labs, 2)) > 15


def lab(hue: float, saturation: float, lightness: float) -> tuple[float, float, float]:
    """Give the colour in CIELAB, where a distance of 2.3 can just be seen."""
    linear = linear_rgb(hue, saturation, lightness)
    x, y, z = (
        sum(weight * part for weight, part in zip(weights, linear, strict=True)) / white
        for weights, white in (
            ((0.4124, 0.3576, 0.1805), 0.9505),
            ((0.2126, 0.7152, 0.0722), 1.0),
            ((0.0193, 0.1192, 0.9505), 1.089),
        )
    )
    a, b, c = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z)
    )
    return 116 * b - 16, 500 * (a - b), 200 * (b - c)


def themes(page: str) -> list[dict[str, str]]:
    """Give the variables of the page's themes: light, dark, and paper."""
    found = re.findall(r":root \{(.*?)\}", page, re.DOTALL)
    return [dict(re.findall(r"--(\w+): (.*?);", theme)) for theme in found]


def linear_rgb(hue: float, saturation: float, lightness: float) -> list[float]:
    """Give the linear parts of a colour."""
    return [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colorsys.hls_to_rgb(hue / 360, lightness, saturation)
    ]


def luminance(hue: float, saturation: float, lightness: float) -> float:
    """Give relative luminance as WCAG 2 defines it."""
    linear = linear_rgb(hue, saturation, lightness)
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def grey(code: str) -> float:
    """Give the luminance of a grey such as #1b1b1b or #fff."""
    digits = code * 2 if len(code) == 1 else code[:2]
    return luminance(0, 0, int(digits, 16) / 255)


def contrast(a: float, b: float) -> float:
    """Give the contrast ratio of two luminances."""
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)


def test_contrast() -> None:
    """Text on any speaker's colour and faint text have 7:1, lines on paper 3:1, in each theme."""
    page = to_html("", [])
    assert len(themes(page)) == 3
    for values in themes(page):
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


ANN = Speaker(name="Ann Lee", kind=SpeakerKind.PERSON, title="mayor", entity=1)
BOB = Speaker(name="Bob Hale", kind=SpeakerKind.PERSON, entity=2)
SAID = "Ann Lee said it would “hold” and denied that it rained. “No,” Bob Hale said."


def span(words: str) -> Span:
    """Find words in the text above."""
    start = SAID.index(words)
    return Span(start=start, end=start + len(words), text=words)


def page_of_three() -> str:
    """Give a page with a mixed, an indirect and a direct quotation of two speakers."""
    chair = attrs.evolve(ANN, title="chair")
    quotes = [
        Quote(
            kind=QuoteKind.MIXED,
            content=(span("it would “hold”"),),
            verbatim=(span("hold"),),
            speaker=ANN,
            confidence=0.83,
        ),
        Quote(
            kind=QuoteKind.INDIRECT,
            content=(span("it rained"),),
            speaker=chair,
            polarity=Polarity.DENIES,
        ),
        Quote(
            kind=QuoteKind.DIRECT,
            content=(span("No,"),),
            verbatim=(span("No,"),),
            speaker=BOB,
            setting=Setting(time=span("Ann")),
            relayed_by=ANN,
        ),
    ]
    return to_html(SAID, quotes)


def test_who_says_how_much() -> None:
    """One row for each entity, whatever its titles: name, title under it, and shares."""
    rows = re.findall(r"<tr style.*?</tr>", page_of_three())
    plain = [re.sub(r"<[^>]*>", "|", row) for row in rows]
    assert len(rows) == 2
    assert "|Ann Lee||mayor|" in plain[0]
    assert re.findall(r"\|(\d+%?)\|", plain[0]) == ["2", "5", "83%"]
    assert re.findall(r"\|(\d+%?)\|", plain[1]) == ["1", "1", "17%"]


def test_marked_words_are_told_from_reported_ones() -> None:
    """In a mixed quotation only what stands between marks is filled; percentages are explained."""
    page = page_of_three()
    assert re.search(r'<mark id="q1" class="mixed"', page)
    assert re.search(r'“<span class="verbatim"[^>]*>hold</span>”', page)
    assert "how likely words, source and" in page
    css = page[page.index("<style>") : page.index("</style>")]
    assert re.search(r"mark\.indirect, mark\.mixed \{[^}]*dashed[^}]*background: none", css)


def test_labels_say_all_that_colour_says() -> None:
    """A screen reader hears number, kind, polarity, confidence, speaker and title."""
    page = page_of_three()
    assert 'aria-label="Quotation 1, mixed, 83%, Ann Lee, mayor"' in page
    assert 'aria-label="Quotation 2, indirect, denies, 100%, Ann Lee, mayor"' in page
    assert "time: Ann, relayed by Ann Lee" in page


def test_words_of_many_quotations_take_linear_time() -> None:
    """A speaker with many mentions is not read again for each of the quotations."""
    counted = Counter[str]()

    class Counting(tuple):  # type: ignore[type-arg]
        """Mentions that count how often all of them are looked at."""

        __slots__ = ()

        def __hash__(self) -> int:
            counted["hashed"] += 1
            return super().__hash__()

    ann = attrs.evolve(ANN, mentions=Counting([span("Ann")]))
    quotes = [Quote(kind=QuoteKind.DIRECT, content=(span("No,"),), speaker=ann) for _ in range(50)]
    to_html(SAID, quotes)
    assert counted["hashed"] <= 3


def test_quotations_in_any_form_but_of_no_other_text() -> None:
    """A generator will do; what does not stand in the text is refused."""
    text = "“Go home,” said Ann Lee."
    quotes = extract_quotes(text)
    assert to_html(text, (one for one in quotes)) == to_html(text, quotes)
    with pytest.raises(ValueError, match="of another text"):
        to_html("short", quotes)
    with pytest.raises(TypeError, match="text must be str, not NoneType"):
        to_html(None, quotes)  # type: ignore[arg-type]
