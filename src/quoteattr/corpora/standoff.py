"""Standoff: annotations as offsets alone, laid over texts that each reader gets by himself.

The package has no word of these articles, only where in them quotations, speakers and titles
stand. `WORLD_NEWS` is about articles of the English Worldwide Newswire data, words with name labels
in columns (Shan, Bauer, Carlson and Manning, "Do 'English' Named Entity Recognizers Work Well on
Global Englishes?", Findings of EMNLP 2023), `US_NEWS` about articles of PolNeAR's training part.
Those were chosen for their many quotations; `WORLD_PAGES` and `US_PAGES` are about others, as they
come.

A file holds an article a line, as JSON: ``article``, ``crc`` (CRC-32 of the text in UTF-8),
``speakers`` with the offsets of ``name``, ``alt`` and ``titles`` and the place of the main title
among those, and ``quotes`` with the offsets of content, cue and source and the place of their
speaker among the speakers. Offsets are code points, (start, end).
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from quoteattr.corpora.named_texts import read_named_texts
from quoteattr.corpora.polnear import read_text
from quoteattr.corpora.world import AnnotatedArticle, AnnotatedSpeaker, Quotation
from quoteattr.text.ranges import CharRange

__all__ = [
    "US_NEWS",
    "US_PAGES",
    "WORLD_NEWS",
    "WORLD_PAGES",
    "as_standoff",
    "compose_articles",
    "read_standoff",
    "read_texts",
]

WORLD_NEWS = Path(__file__).with_suffix("") / "world_news.jsonl"
WORLD_PAGES = WORLD_NEWS.with_name("world_pages.jsonl")
US_NEWS = WORLD_NEWS.with_name("us_news.jsonl")
US_PAGES = WORLD_NEWS.with_name("us_pages.jsonl")


def compose_articles(folder: Path) -> dict[str, str]:
    """Give the text of each article of a folder of labelled words, paragraphs set apart."""
    return {text.name: "\n\n".join(text.text.splitlines()) for text in read_named_texts(folder)}


def read_texts(folder: Path) -> dict[str, str]:
    """Give the text of each file of a folder by its name."""
    return {path.stem: read_text(path) for path in folder.glob("*.txt")}


def read_standoff(path: Path, texts: Mapping[str, str]) -> Iterator[AnnotatedArticle]:
    """Lay the annotations of a file over their texts.

    Args:
        path: the file, `WORLD_NEWS`, `US_NEWS` or another of their form.
        texts: the texts by the names of their articles.

    Raises:
        KeyError: an annotated article is not among the texts.
        ValueError: a text is not the one that was annotated; the article is named.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        yield _article(texts[record["article"]], record)


def as_standoff(article: AnnotatedArticle) -> dict[str, Any]:
    """Give the offsets of an article's annotations, without its words.

    Names and titles are given where they first stand; other names that do not stand in the text
    are left out.

    Raises:
        ValueError: a name or title does not stand in the text.
    """
    numbers = {speaker.id: number for number, speaker in enumerate(article.speakers)}
    return {
        "article": article.name,
        "crc": _crc(article.text),
        "speakers": [_offsets_of(article.text, speaker) for speaker in article.speakers],
        "quotes": [
            {**attrs.asdict(one, recurse=False), "speaker": one.speaker and numbers[one.speaker.id]}
            for one in article.quotations
        ],
    }


def _offsets_of(text: str, speaker: AnnotatedSpeaker) -> dict[str, Any]:
    def place(words: str) -> CharRange:
        start = text.index(words)
        return CharRange(start, start + len(words))

    main = speaker.main_title
    return {
        "name": place(speaker.name),
        "alt": [place(name) for name in speaker.alt if name in text],
        "kind": speaker.kind,
        "titles": [place(title) for title in speaker.titles],
        "main": speaker.titles.index(main) if main is not None else None,
    }


def _article(text: str, record: Mapping[str, Any]) -> AnnotatedArticle:
    name = record["article"]
    if _crc(text) != record["crc"]:
        raise ValueError(f"{name}: the text is not the one that was annotated")
    speakers = [_speaker(text, str(n), data) for n, data in enumerate(record["speakers"])]
    return AnnotatedArticle(
        name=name,
        text=text,
        quotations=tuple(_quotation(speakers, quote) for quote in record["quotes"]),
        speakers=tuple(speakers),
    )


def _speaker(text: str, id_: str, data: Mapping[str, Any]) -> AnnotatedSpeaker:
    titles = tuple(text[slice(*place)] for place in data["titles"])
    return AnnotatedSpeaker(
        id=id_,
        name=text[slice(*data["name"])],
        kind=data["kind"],
        alt=tuple(text[slice(*place)] for place in data["alt"]),
        titles=titles,
        main_title=titles[data["main"]] if data["main"] is not None else None,
    )


def _quotation(speakers: Sequence[AnnotatedSpeaker], data: Mapping[str, Any]) -> Quotation:
    return Quotation(
        kind=data["kind"],
        content=tuple(CharRange(*place) for place in data["content"]),
        cue=CharRange(*data["cue"]) if data["cue"] else None,
        source=CharRange(*data["source"]) if data["source"] else None,
        speaker=speakers[data["speaker"]] if data["speaker"] is not None else None,
        optional=data["optional"],
    )


def _crc(text: str) -> int:
    return zlib.crc32(text.encode())
