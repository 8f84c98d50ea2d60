"""News of the world with every quotation annotated: texts, and records of who said what in them.

A folder holds `text/NAME.txt` and `gold/NAME.json`. A record gives strings that stand verbatim in a
paragraph, numbered from 1 over the lines that are not blank; here they become offsets.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from quoteattr.corpora.polnear import AttributedArticle, Triple
from quoteattr.text.ranges import CharRange

__all__ = ["AnnotatedArticle", "AnnotatedSpeaker", "Quotation", "as_article", "read_world"]

_LINE = re.compile(r"[^\n]+")


@attrs.frozen(kw_only=True)
class AnnotatedSpeaker:
    """Who speaks in an article.

    Attributes:
        id: the speaker's key in its article.
        name: the fullest name, without titles; the noun phrase of somebody unnamed.
        alt: other names that are right too.
        kind: person, organization, group, unnamed or document.
        titles: every role that the article gives, verbatim.
        main_title: the one of them that says best what the speaker is; None if there is none.
    """

    id: str
    name: str
    kind: str
    alt: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    main_title: str | None = None


@attrs.frozen(kw_only=True)
class Quotation:
    """An annotated quotation; spans are (start, end) code-point offsets in the article.

    Attributes:
        kind: direct, mixed or indirect.
        content: the words that were said, without outer marks.
        cue, source: what reports them, and whom they hang on; None if there is none.
        speaker: None where the text does not tell.
        optional: careful readers differ on whether it is a quotation.
    """

    kind: str
    content: tuple[CharRange, ...]
    cue: CharRange | None
    source: CharRange | None
    speaker: AnnotatedSpeaker | None
    optional: bool


@attrs.frozen(kw_only=True)
class AnnotatedArticle:
    """A text, its quotations in the order of the file, and its speakers."""

    name: str
    text: str
    quotations: tuple[Quotation, ...]
    speakers: tuple[AnnotatedSpeaker, ...]


def read_world(folder: Path) -> Iterator[AnnotatedArticle]:
    """Read every annotated article of a folder, by name.

    Raises:
        FileNotFoundError: the folder has no annotations in it.
        ValueError: a string is not where its record says; article and quotation are named.
    """
    paths = sorted((folder / "gold").glob("*.json"))
    if not paths:
        raise FileNotFoundError(f"no annotations in {folder / 'gold'}")
    for path in paths:
        text = (folder / "text" / f"{path.stem}.txt").read_bytes().decode("utf-8")
        yield _article(path.stem, text, json.loads(path.read_text(encoding="utf-8")))


def as_article(annotated: AnnotatedArticle) -> AttributedArticle:
    """Give the attributions alone, as other corpora have them.

    Contents come as they were annotated: outer marks are left out.
    """
    kept, doubtful = (
        tuple(_triple(one) for one in annotated.quotations if one.optional is optional)
        for optional in (False, True)
    )
    return AttributedArticle(
        name=annotated.name,
        text=annotated.text,
        triples=kept,
        doubtful=doubtful,
        speech_only=True,
    )


def _triple(quotation: Quotation) -> Triple:
    return Triple(
        source=(quotation.source,) if quotation.source else (),
        cue=(quotation.cue,) if quotation.cue else (),
        content=quotation.content,
    )


def _article(name: str, text: str, record: Mapping[str, Any]) -> AnnotatedArticle:
    speakers = {speaker["id"]: _speaker(speaker) for speaker in record["speakers"]}
    paragraphs = [CharRange(*line.span()) for line in _LINE.finditer(text) if line.group().strip()]
    quotations: list[Quotation] = []
    try:
        quotations.extend(
            _quotation(text, paragraphs, quote, speakers) for quote in record["quotes"]
        )
    except (ValueError, LookupError) as error:
        raise ValueError(f"{name}: quotation {len(quotations) + 1}: {error}") from error
    return AnnotatedArticle(
        name=name, text=text, quotations=tuple(quotations), speakers=tuple(speakers.values())
    )


def _speaker(data: Mapping[str, Any]) -> AnnotatedSpeaker:
    return AnnotatedSpeaker(
        id=data["id"],
        name=data["name"],
        kind=data["kind"],
        alt=tuple(data.get("alt", ())),
        titles=tuple(data.get("titles", ())),
        main_title=data.get("main_title") or None,
    )


def _quotation(
    text: str,
    paragraphs: Sequence[CharRange],
    quote: Mapping[str, Any],
    speakers: Mapping[str, AnnotatedSpeaker],
) -> Quotation:
    numbers = quote.get("ps") or [quote["p"]] * len(quote["content"])
    wanted = quote.get("nth", {})
    nths = _listed(wanted.get("content"), len(numbers))
    content = [
        _occurrence(text, paragraphs[number - 1], words, nth)
        for number, words, nth in zip(numbers, quote["content"], nths, strict=True)
    ]
    near = [paragraphs[number - 1] for number in dict.fromkeys([quote["p"], *numbers])]
    before = [paragraph for paragraph in reversed(paragraphs) if paragraph[0] < near[0][0]]
    cue, source = (
        _part(text, [*near, *before], quote.get(part), wanted.get(part) or 1)
        for part in ("cue", "source")
    )
    return Quotation(
        kind=quote["kind"],
        content=tuple(content),
        cue=cue,
        source=source,
        speaker=speakers[quote["speaker"]] if quote["speaker"] is not None else None,
        optional=bool(quote.get("optional")),
    )


def _listed(nths: int | Sequence[int] | None, count: int) -> list[int]:
    """Say of each string of a content which of its occurrences is meant, the first by default."""
    given = [nths] if isinstance(nths, int) else list(nths or ())
    return [nth or 1 for nth in given[:count]] + [1] * (count - len(given))


def _part(text: str, places: Sequence[CharRange], words: str | None, nth: int) -> CharRange | None:
    """Find a cue or a source in the first of the places that has it."""
    if not words:
        return None
    for place in places:
        if words in text[slice(*place)]:
            return _occurrence(text, place, words, nth)
    raise ValueError(f"no paragraph has {words!r}")


def _occurrence(text: str, place: CharRange, words: str, nth: int) -> CharRange:
    """Give the nth occurrence, counted from 1, of words in a paragraph."""
    found = [match.start() for match in re.finditer(re.escape(words), text[slice(*place)])]
    if not words or len(found) < nth:
        raise ValueError(f"occurrence {nth} of {words!r} is not in its paragraph")
    start = place[0] + found[nth - 1]
    return CharRange(start, start + len(words))
