"""Build the benchmark corpus from the seed documents: `python benchmarks/corpus.py OUT.jsonl`.

Every document comes as it is, in every style of quotation marks, with Windows line ends, and with
its people and places renamed; the gold moves with the words. One line is one `Text` as JSON;
offsets are (start, end) in code points of that text.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))  # the golden-case reader lives with the tests

from golden import Case, Expectation, core, differences, expected_places, read_cases  # noqa: E402

__all__ = [
    "ROOT",
    "STYLES",
    "Gold",
    "Text",
    "build",
    "checksum",
    "core",
    "differences",
    "line",
    "read",
    "read_cases",
    "rewrite",
]

Offsets = tuple[int, int]
Piece = tuple[int, int, str]

GOLD = ROOT / "seeds" / "gold.txt"
RENAMED = Path(__file__).parent / "renamed.json"


@attrs.frozen
class Style:
    """How marks are written: the outer pair, the inner pair, the apostrophe."""

    opener: str
    closer: str
    inner_opener: str
    inner_closer: str
    apostrophe: str


STYLES: Mapping[str, Style] = {
    "straight": Style('"', '"', "'", "'", "'"),
    "curly": Style("“", "”", "‘", "’", "’"),
    "british": Style("‘", "’", "“", "”", "’"),
    "british-straight": Style("'", "'", '"', '"', "'"),
    "guillemets": Style("«", "»", "‹", "›", "’"),
    "low-high": Style("„", "“", "‚", "‘", "’"),
    "corners": Style("「", "」", "『", "』", "’"),
    "backticks": Style("``", "''", "`", "'", "'"),
}


@attrs.frozen(kw_only=True)
class Gold:
    """One quotation that a text holds.

    Attributes:
        name: its label in the gold.
        kinds: the kinds that will do.
        required: False for what may be reported but need not be.
        content, verbatim: the places of the words, outer marks left out.
        checked: what the gold says something about: "source", "speaker", "title".
        source: the place of the mention, or None.
        speaker, titles: the speaker's name, or None; the titles that will do.
    """

    name: str
    kinds: tuple[str, ...]
    required: bool
    content: tuple[Offsets, ...]
    verbatim: tuple[Offsets, ...]
    checked: tuple[str, ...]
    source: Offsets | None
    speaker: str | None
    titles: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Text:
    """A text of the corpus and every quotation in it."""

    name: str
    text: str
    quotes: tuple[Gold, ...]


def build() -> Iterator[Text]:
    """Give every variant of every seed document."""
    names = json.loads(RENAMED.read_text("utf-8"))
    for case in read_cases(GOLD):
        plain = _text(case)
        yield plain
        yield _rewritten(plain, "crlf", _line_ends(plain.text))
        yield _renamed(plain, names)
        for style in STYLES:
            yield _rewritten(plain, style, restyle(plain.text, STYLES[style]))


def checksum(texts: Iterable[Text]) -> str:
    """Give the SHA-256 of the corpus as it is written."""
    return hashlib.sha256("".join(map(line, texts)).encode()).hexdigest()


def read(path: Path) -> Iterator[Text]:
    """Read what the command wrote."""
    for row in path.read_text("utf-8").split("\n")[:-1]:
        data = json.loads(row)
        quotes = tuple(_gold(quote) for quote in data["quotes"])
        yield Text(name=data["name"], text=data["text"], quotes=quotes)


def _gold(data: Mapping[str, Any]) -> Gold:
    places = {key: tuple(map(tuple, data[key])) for key in ("content", "verbatim")}
    lists = {key: tuple(data[key]) for key in ("kinds", "checked", "titles")}
    source = data["source"] and tuple(data["source"])
    return Gold(**{**data, **places, **lists, "source": source})


def line(text: Text) -> str:
    """Write a text as one line of JSON."""
    return json.dumps(attrs.asdict(text), ensure_ascii=False) + "\n"


def _text(case: Case) -> Text:
    quotes = tuple(_quote(case, expected) for expected in case.expected)
    return Text(name=f"{Path(case.title).stem}/original", text=case.text, quotes=quotes)


def _quote(case: Case, expected: Expectation) -> Gold:
    content, verbatim = expected_places(case.text, expected)
    fields = expected.fields
    label = fields.get("source", f"s{expected.label[1:]}")
    source = case.spans.get(label or "", (None,))[0]
    checked = {"source": source or "source" in fields, "speaker": "speaker" in fields}
    return Gold(
        name=expected.label,
        kinds=expected.kinds,
        required=expected.required,
        content=tuple(content),
        verbatim=tuple(verbatim),
        checked=tuple(
            name for name, holds in (checked | {"title": "title" in fields}).items() if holds
        ),
        source=source,
        speaker=fields.get("speaker"),
        titles=tuple((fields.get("title") or "").split("|")) if fields.get("title") else (),
    )


def rewrite(text: str, pieces: Sequence[Piece]) -> tuple[str, list[int]]:
    """Replace the pieces (start, end, new words); give the text and each offset's new place.

    Pieces are in order and apart. An offset inside a piece goes to the start of the new words.
    """
    new = ""
    places: list[int] = []
    last = 0
    for start, end, words in [*pieces, (len(text), len(text), "")]:
        places += range(len(new), len(new) + start - last)
        new += text[last:start]
        places += [len(new)] * (end - start)
        new += words
        last = end
    return new, [*places, len(new)]


def _rewritten(plain: Text, variant: str, pieces: Sequence[Piece]) -> Text:
    text, places = rewrite(plain.text, pieces)

    def moved(spans: Iterable[Offsets]) -> tuple[Offsets, ...]:
        return tuple((places[start], places[end]) for start, end in spans)

    quotes = tuple(
        attrs.evolve(
            quote,
            content=moved(quote.content),
            verbatim=moved(quote.verbatim),
            source=moved([quote.source])[0] if quote.source else None,
            speaker=_spelled(quote.speaker, variant),
            titles=tuple(_spelled(title, variant) or "" for title in quote.titles),
        )
        for quote in plain.quotes
    )
    document, _ = plain.name.split("/")
    return Text(name=f"{document}/{variant}", text=text, quotes=quotes)


def _spelled(words: str | None, variant: str) -> str | None:
    """Give a name with the variant's apostrophes."""
    if words is None or variant not in STYLES:
        return words
    return re.sub("['’]", STYLES[variant].apostrophe, words)


def _renamed(plain: Text, names: Mapping[str, str]) -> Text:
    """Put other people and places into text and gold."""
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")

    def other(words: str) -> str:
        return pattern.sub(lambda match: names[match.group()], words)

    pieces = [(m.start(), m.end(), names[m.group()]) for m in pattern.finditer(plain.text)]
    moved = _rewritten(plain, "renamed", pieces)
    quotes = tuple(
        attrs.evolve(
            quote,
            speaker=quote.speaker and other(quote.speaker),
            titles=tuple(map(other, quote.titles)),
        )
        for quote in moved.quotes
    )
    return attrs.evolve(moved, quotes=quotes)


def _line_ends(text: str) -> list[Piece]:
    return [(m.start(), m.end(), "\r\n") for m in re.finditer("\n", text)]


def restyle(text: str, style: Style) -> list[Piece]:
    """Give the pieces that write the marks and apostrophes of a text in another style.

    The text has double marks outside and single ones inside, straight or curly. A single mark
    opens where a line or a word starts, if another one closes at the end of a word behind it.
    """
    inner = {place: role for pair in _INNER.finditer(text) for place, role in _roles(pair)}
    return [
        (place, place + 1, getattr(style, inner.get(place) or _role(text, place)))
        for place, character in enumerate(text)
        if character in _MARKS
    ]


_MARKS = "\"“”'’"
_INNER = re.compile(r"(?:(?<=^)|(?<=\s))'(?=\w)[^'\n]*\w'(?=\s|$)", re.MULTILINE)


def _roles(pair: re.Match[str]) -> Iterator[tuple[int, str]]:
    yield pair.start(), "inner_opener"
    yield pair.end() - 1, "inner_closer"


def _role(text: str, place: int) -> str:
    if text[place] in "'’":
        return "apostrophe"
    if text[place] == '"':
        return "closer" if text[place - 1 : place].strip() else "opener"
    return "opener" if text[place] == "“" else "closer"


def main() -> None:
    """Write the corpus, and print its size and checksum."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    texts = list(build())
    parser.parse_args().out.write_text("".join(map(line, texts)), "utf-8")
    quotes = sum(quote.required for text in texts for quote in text.quotes)
    print(f"{len(texts)} texts, {quotes} quotations, SHA-256 {checksum(texts)}")


if __name__ == "__main__":
    main()
