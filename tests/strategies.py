"""Hypothesis strategies: odd text, text built like news, and records."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from quoteattr import Polarity, Quote, QuoteKind, Setting, Span, Speaker, SpeakerKind

__all__ = [
    "articles",
    "clean_news",
    "documents",
    "json_values",
    "neutral_paragraphs",
    "neutral_sentences",
    "news_texts",
    "quotes",
    "quoting_texts",
    "read_texts",
    "retold",
    "settings",
    "spans",
    "speakers",
    "texts",
    "transcripts",
    "trees",
]

MARKS = [
    *"\"'`\u00b4\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u2039\u203a\u00ab\u00bb",
    *"\u300c\u300d\u300e\u300f\u301d\u301e\u301f\uff02\uff07\u275b\u275c\u275d\u275e\u02bc",
    "``",
    "''",
    "\u2018\u2018",
    "\u2019\u2019",
    "'''",
    "\"'",
    "\u2019\u201d",
]
_STYLES = [
    ("\u201c", "\u201d"),
    ("\u2018", "\u2019"),
    ('"', '"'),
    ("'", "'"),
    ("\u00ab", "\u00bb"),
    ("\u00bb", "\u00ab"),
    ("\u2039", "\u203a"),
    ("\u201e", "\u201c"),
    ("\u201a", "\u2018"),
    ("\u300c", "\u300d"),
    ("``", "''"),
    ("`", "'"),
    ("\u201c", '"'),
    ("\u201d", "\u201d"),
]
_BREAKS = ["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u2028", "\u2029", "\x85", "\v", " \n \n"]
_SPACES = [" ", " ", " ", "", "\u00a0", "\u202f", "\u200b", "\t", "  ", "\u2009"]
_WORDS = [
    *("the", "a", "players", "plan", "he", "she", "workers", "goal", "mayor", "who", "told", "was"),
    *("Mr", "Ruiz", "James", "U.S.", "U.S.'s", "O’Brien", "don't", "it’s", "players'", "nothin'"),
    *("'em", "’90s", "‘90s", "rock", "’n’", "6'", '2"', "5'10\"", "4½", "1990s", "2016", "$6"),
    *("cafe\u0301", "na\u0308ive", "\U0001f600", "\u05e9\u05dc\u05d5\u05dd", "\u0645\u0631\u062d"),
    *("\u200eleft", "\u202eright", "\ud800", "\udfff", "\0", "&quot;", "&#8217;", "<p>", "</b>"),
]
_STOPS = [",", ".", "?", "!", ":", ";", "...", "\u2026", "\u2014", " -- ", ")", "("]
_LABELLED = [
    *("LEE:", "ORR (aside):", "Q:", "Ann Lee:", "“BO EK:”", "*LEE:*", "So: yes", " It rained."),
    *(" — Ann Lee", "— Bo Ek, mayor", "—", "“Yes.”", '"No,"', " said ", "\n", "\n\n", "\r"),
]
_CLEAN = ["plan", "the", "mayor", "we", "need", "more", "time", "law", "money", "will", "not", "it"]


def texts() -> st.SearchStrategy[str]:
    """Any text whatever: every code point, lone surrogates and NUL among them."""
    return st.one_of(
        st.text(st.characters(exclude_categories=())),
        st.text(st.sampled_from([*"\"'\u2018\u2019\u201c\u201d 6s.,\n", "a", "B"])),
        news_texts(),
    )


def news_texts() -> st.SearchStrategy[str]:
    """Paragraphs of words, stops and marks of every style, well paired and not."""
    pieces = st.lists(st.one_of(_words(), _marked(), st.sampled_from(MARKS)), max_size=8)
    paragraph = st.lists(pieces, max_size=3).map(lambda parts: "".join(map("".join, parts)))
    broken = st.tuples(paragraph, st.sampled_from(_BREAKS)).map("".join)
    return st.lists(broken, max_size=5).map("".join)


def _words() -> st.SearchStrategy[str]:
    word = st.one_of(st.sampled_from(_WORDS), st.sampled_from(_STOPS))
    return st.lists(st.tuples(word, st.sampled_from(_SPACES)).map("".join), max_size=6).map("".join)


def _marked() -> st.SearchStrategy[str]:
    """Words between the marks of one style, some of them in marks again."""
    return st.recursive(
        _words(),
        lambda inner: st.tuples(st.sampled_from(_STYLES), st.lists(inner, max_size=3)).map(
            lambda parts: parts[0][0] + "".join(parts[1]) + parts[0][1]
        ),
        max_leaves=6,
    )


def neutral_paragraphs() -> st.SearchStrategy[str]:
    """One paragraph without marks."""
    return st.lists(st.sampled_from(_CLEAN), min_size=1, max_size=9).map(
        lambda words: " ".join(words).capitalize() + "."
    )


def clean_news() -> st.SearchStrategy[str]:
    """Paragraphs in curly marks whose straight counterparts leave no doubt either.

    Openers stand behind a space, closers behind a stop, and no word takes an apostrophe.
    """
    words = st.lists(st.sampled_from(_CLEAN), min_size=1, max_size=5).map(" ".join)
    nested = st.tuples(words, words).map(lambda said: f"{said[0]} \u2018{said[1]}.\u2019")
    double = st.tuples(st.one_of(words, nested), st.sampled_from(",.?!")).map(
        lambda said: f"\u201c{said[0]}{said[1]}\u201d"
    )
    single = words.map(lambda said: f"\u2018{said},\u2019")
    paragraph = st.lists(st.one_of(words, double, single), min_size=1, max_size=6).map(" ".join)
    return st.lists(paragraph, max_size=4).map("\n\n".join)


# Articles: whole sentences that report, so that every stage has work.

_WHO = [
    *("Ann Lee", "Bob Hale", "Mr Hale", "Ms Lee", "Lee", "she", "he", "they", "the mayor"),
    *("Mayor Ann Lee", "Bob Hale, the chairman of Acme,", "the company", "Acme", "a spokesman"),
    *(
        "the club\u2019s owner",
        "Zo\u00eb O\u2019Hara",
        "residents",
        "a letter from Lee",
        "who",
        "I",
    ),
]
_SAYS = ["said", "told reporters", "says", "announced", "asked", "wrote in a letter", "was quoted"]
_CLAUSES = [
    *("the road is closed", "nobody knows", "we have to wait", "it would move", "never", "he left"),
    *("I did not see it", "the plan by Bob Hale was \u2018dead\u2019", "prices rose 5%", "yes", ""),
]
_PATTERNS = [
    "{open}{clause},{close} {says} {who}.",
    "{open}{clause},{close} {who} {says}, {open}{clause}.{close}",
    "{who} {says} that {clause}.",
    "{who} {says} {open}{clause}{close} to the press.",
    "{who} {says}: {open}{clause}.{close}",
    "According to {who}, {clause}.",
    "{clause}, {who} {says}.",
    "{open}{clause}. {clause}",
    "{open}{clause}.{close}",
    "{open}{clause}.{close} \u2014 {who}",
    "{who}: {clause}.",
    "LEE: {clause}?",
    "HALE: {open}{clause}{close}",
    "{who} did not say when {clause}.",
    "{who} {says} {who} {says} {clause}, {says} that {clause}.",
    "{clause}.",
]
_NEUTRAL = [
    "Rain fell on the roofs all night.",
    "The roads were wet and the fields were green.",
    "Snow lay on the hills.",
]


@st.composite
def _sentences(draw: st.DrawFn) -> str:
    opener, closer = draw(st.sampled_from(_STYLES))
    lists = {"who": _WHO, "says": _SAYS, "clause": _CLAUSES}
    sentence = draw(st.sampled_from(_PATTERNS)).replace("{open}", opener)
    sentence = sentence.replace("{close}", closer)
    for name, words in lists.items():
        while f"{{{name}}}" in sentence:
            sentence = sentence.replace(f"{{{name}}}", draw(st.sampled_from(words)), 1)
    return sentence[:1].upper() + sentence[1:]


def articles() -> st.SearchStrategy[str]:
    """Paragraphs of sentences that report, by names, pronouns, roles and labels."""
    paragraph = st.lists(_sentences(), min_size=1, max_size=3).map(" ".join)
    broken = st.tuples(paragraph, st.sampled_from(_BREAKS)).map("".join)
    return st.lists(broken, max_size=4).map("".join)


def neutral_sentences() -> st.SearchStrategy[str]:
    """One paragraph without names, pronouns, marks and reporting words."""
    return st.sampled_from(_NEUTRAL)


def transcripts() -> st.SearchStrategy[str]:
    """Labels, signatures, words and breaks in any order."""
    return st.lists(st.sampled_from(_LABELLED), max_size=14).map("".join)


@st.composite
def trees(draw: st.DrawFn, size: int, labels: Sequence[str]) -> tuple[list[str], list[int]]:
    """Give the dependencies and heads of any tree of so many tokens; a root is its own head."""
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    for place, token in enumerate(order):
        heads[token] = order[draw(st.integers(0, place - 1))] if place else token
    label = st.sampled_from(labels)
    return ["ROOT" if head == token else draw(label) for token, head in enumerate(heads)], heads


@st.composite
def quoting_texts(draw: st.DrawFn) -> str:
    """Plain quotations in any style of marks, with anything at all around each paragraph."""
    paragraphs = []
    for _ in range(draw(st.integers(min_value=1, max_value=3))):
        opener, closer = draw(st.sampled_from(_STYLES[:3]))
        who = draw(st.sampled_from(_WHO[:4]))
        clause = draw(st.sampled_from(["We have to wait", "The road is closed", "Nobody knows"]))
        said = draw(st.sampled_from(["said", "told reporters"]))
        sentence = f"{opener}{clause},{closer} {who} {said}."
        paragraphs += [sentence, draw(st.text(st.characters(exclude_categories=()), max_size=12))]
    return "\n\n".join(paragraphs)


# Records.

ANY = st.characters(exclude_categories=())


def _text(alphabet: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.text(alphabet, max_size=20)


@st.composite
def spans(draw: st.DrawFn, alphabet: st.SearchStrategy[str] = ANY) -> Span:
    """Any span that can be: the text is as long as the offsets say."""
    start = draw(st.integers(min_value=0, max_value=2**40))
    text = draw(_text(alphabet))
    return Span(start=start, end=start + len(text), text=text)


def _several(
    alphabet: st.SearchStrategy[str], least: int = 0
) -> st.SearchStrategy[tuple[Span, ...]]:
    return st.lists(spans(alphabet), min_size=least, max_size=3).map(tuple)


def speakers(alphabet: st.SearchStrategy[str] = ANY) -> st.SearchStrategy[Speaker]:
    """Any speaker; a group may have members, who have none."""
    alone = _speakers(alphabet, st.just(()))
    return alone | _speakers(alphabet, st.lists(alone, max_size=2).map(tuple))


def _speakers(
    alphabet: st.SearchStrategy[str], members: st.SearchStrategy[tuple[Speaker, ...]]
) -> st.SearchStrategy[Speaker]:
    return st.builds(
        Speaker,
        name=_text(alphabet),
        kind=st.sampled_from(SpeakerKind),
        title=st.none() | _text(alphabet),
        titles=_several(alphabet),
        mentions=_several(alphabet),
        members=members,
        entity=st.none() | st.integers(min_value=0, max_value=99),
    )


def settings(alphabet: st.SearchStrategy[str] = ANY) -> st.SearchStrategy[Setting]:
    """Any setting, mostly with gaps."""
    span = st.none() | spans(alphabet)
    return st.builds(Setting, addressee=span, medium=span, place=span, time=span)


def quotes(alphabet: st.SearchStrategy[str] = ANY) -> st.SearchStrategy[Quote]:
    """Any quotation, of parts that need not fit together."""
    return st.builds(
        Quote,
        kind=st.sampled_from(QuoteKind),
        content=_several(alphabet, least=1),
        verbatim=_several(alphabet),
        cue=st.none() | spans(alphabet),
        source=st.none() | spans(alphabet),
        speaker=st.none() | speakers(alphabet),
        confidence=st.floats(min_value=0, max_value=1),
        source_confidence=st.floats(min_value=0, max_value=1),
        setting=settings(alphabet),
        relayed_by=st.none() | speakers(alphabet),
        polarity=st.sampled_from(Polarity),
    )


@st.composite
def read_texts(draw: st.DrawFn) -> tuple[str, list[Quote]]:
    """A text with quotations whose every span slices out of it; spans may overlap anyhow."""
    text = draw(st.text(ANY, min_size=1, max_size=80))

    def inside() -> Span:
        start = draw(st.integers(min_value=0, max_value=len(text) - 1))
        end = draw(st.integers(min_value=start + 1, max_value=len(text)))
        return Span(start=start, end=end, text=text[start:end])

    found = []
    for quote in draw(st.lists(quotes(), max_size=4)):
        parts = sorted((inside() for _ in quote.content or [None]), key=lambda part: part.start)
        found.append(
            Quote(
                kind=quote.kind,
                content=tuple(parts),
                cue=quote.cue and inside(),
                source=quote.source and inside(),
                speaker=quote.speaker,
                confidence=quote.confidence,
            )
        )
    return text, found


def documents(
    alphabet: st.SearchStrategy[str] = ANY,
) -> st.SearchStrategy[list[tuple[str, list[Quote]]]]:
    """Named documents with any quotations."""
    document = st.tuples(_text(alphabet), st.lists(quotes(alphabet), max_size=3))
    return st.lists(document, max_size=3)


# Documents that retell each other.

_SPOKEN = [
    "We will rebuild the old bridge over the river and open it by spring",
    "Nobody told us that the mill had been sold to the bank last year",
    "We are not going to wait for the harvest to be counted again",
    "It was 5 degrees colder than the 20 years before in the valley",
    "rigged",
    "the old bridge",
    "a sad and bitter day",
    "we have to wait",
]
_TELLERS = ["Ann Lee", "Lee", "Bo Ek", "Ann B. Lee", None]


@st.composite
def _versions(draw: st.DrawFn) -> Quote:
    """Somebody's words, cut at either end, altered, or parted."""
    words = draw(st.sampled_from(_SPOKEN)).split()
    start = draw(st.integers(min_value=0, max_value=len(words) - 1))
    end = draw(st.integers(min_value=start + 1, max_value=len(words)))
    kept = words[start:end] if draw(st.booleans()) else words
    for _ in range(draw(st.integers(min_value=0, max_value=2))):
        place = draw(st.integers(min_value=0, max_value=len(kept)))
        more = draw(st.sampled_from(["…", "[sic]", "not", "7", "Webber", "truly", "|"]))
        kept = [*kept[:place], more, *kept[place:]]
    parts, spans, offset = " ".join(kept).split("|"), [], 1
    for part in parts:
        spans.append(Span(start=offset, end=offset + len(part), text=part))
        offset += len(part) + 5
    name = draw(st.sampled_from(_TELLERS))
    title = draw(st.sampled_from([None, "mayor", "mayor of Rotham", "judge in Selby"]))
    return Quote(
        kind=QuoteKind.DIRECT,
        content=tuple(spans),
        verbatim=tuple(spans),
        speaker=name and Speaker(name=name, kind=SpeakerKind.PERSON, title=title),
    )


def retold() -> st.SearchStrategy[list[tuple[int, list[Quote]]]]:
    """Numbered documents that have words and people in common."""
    return st.lists(st.lists(_versions(), max_size=4), max_size=6).map(
        lambda some: list(enumerate(some))
    )


def json_values() -> st.SearchStrategy[object]:
    """Any JSON value that comes back as it was."""
    plain = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | _text(ANY)
    return st.recursive(
        plain,
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(_text(ANY), inner, max_size=2),
        max_leaves=4,
    )
