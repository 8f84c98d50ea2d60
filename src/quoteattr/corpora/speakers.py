"""Who said each quote-marked stretch of PolNeAR articles: names, kinds, titles, mentions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from quoteattr.corpora.polnear import find_marked_stretches, read_text

__all__ = ["AnnotatedStretch", "SpeakerArticle", "read_speakers"]


@attrs.frozen(kw_only=True)
class AnnotatedStretch:
    """A stretch between double marks and who said it.

    Attributes:
        start, end: code-point offsets, marks included.
        quotation: whether anybody's words stand there; titles of works and scare quotes are none.
        kind: direct or mixed; None for what is no quotation.
        speaker: the fullest name in the article, without titles; None where the text does not tell.
        speaker_kind: person, organization, group, unnamed or document.
        titles: every role that the article gives the speaker, verbatim.
        main_title: the one that says best what the speaker is.
        mention: the words that it hangs on, verbatim; None if it has none of its own.
    """

    start: int
    end: int
    quotation: bool
    kind: str | None
    speaker: str | None
    speaker_kind: str | None
    titles: tuple[str, ...]
    main_title: str | None
    mention: str | None


@attrs.frozen(kw_only=True)
class SpeakerArticle:
    """A text and all its stretches between marks, in text order."""

    name: str
    text: str
    stretches: tuple[AnnotatedStretch, ...]


def read_speakers(folder: Path, texts: Path) -> Iterator[SpeakerArticle]:
    """Read every annotated article of a folder, by name, with its text from the folder `texts`.

    Raises:
        FileNotFoundError: the folder has no annotations in it.
        ValueError: stretches were annotated that the text does not have; the article is named.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise FileNotFoundError(f"no annotations in {folder}")
    for path in paths:
        text = read_text(texts / f"{path.stem}.txt")
        quotes = json.loads(path.read_text(encoding="utf-8"))["quotes"]
        places = find_marked_stretches(text)
        if [quote["q"] for quote in quotes] != list(range(1, len(places) + 1)):
            raise ValueError(f"{path.stem}: {len(quotes)} of {len(places)} stretches annotated")
        stretches = map(_stretch, places, quotes)
        yield SpeakerArticle(name=path.stem, text=text, stretches=tuple(stretches))


def _stretch(place: tuple[int, int], quote: Mapping[str, Any]) -> AnnotatedStretch:
    return AnnotatedStretch(
        start=place[0],
        end=place[1],
        quotation=quote["quotation"],
        kind=quote.get("kind"),
        speaker=quote.get("speaker"),
        speaker_kind=quote.get("type"),
        titles=tuple(quote.get("titles") or ()),
        main_title=quote.get("main_title"),
        mention=quote.get("mention"),
    )
