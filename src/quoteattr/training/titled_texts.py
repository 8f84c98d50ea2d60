"""Titled texts: annotated persons with their titles, laid over the tokens of their texts."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from quoteattr.attribution.attributions import attribute
from quoteattr.corpora.speakers import AnnotatedStretch, SpeakerArticle, read_speakers
from quoteattr.corpora.titled import TITLED, TitledPassage, read_titled
from quoteattr.corpora.world import AnnotatedArticle
from quoteattr.entities.cast import build_cast
from quoteattr.entities.person_names import find_names
from quoteattr.scoring.linear_model import Model
from quoteattr.speakers.antecedents import walk_through
from quoteattr.speakers.walks import Walk, by_weights
from quoteattr.syntax.capital_runs import find_runs
from quoteattr.syntax.tokens import Parse, TokenRange
from quoteattr.text.ranges import overlap
from quoteattr.text.segments import find_segments
from quoteattr.training.compared_words import normal_words
from quoteattr.training.parsed_texts import parse_all

__all__ = [
    "TitledSpeaker",
    "TitledText",
    "last_token_up_to",
    "mentions_by_name",
    "read_titled_texts",
    "words_of",
]


@attrs.frozen(kw_only=True)
class TitledSpeaker:
    """A person of an annotated text.

    Attributes:
        names: forms of the name, the fullest first.
        titles: all that the text applies to the person, as written.
        places: code-point offset at which each of the person's quotations hangs, and the title
            that fits best there, or None.
    """

    names: tuple[str, ...]
    titles: tuple[str, ...]
    places: tuple[tuple[int, str | None], ...] = ()


@attrs.frozen(kw_only=True, eq=False)
class TitledText:
    """A parsed text with its annotated persons.

    Attributes:
        parse: the tokens.
        names: (first, behind last) token of every name of a person.
        speakers: the annotated persons.
        walk: whom its references mean, by models that never saw the text where there are some.
        weight: how much an example of it counts.
    """

    parse: Parse
    names: Sequence[TokenRange]
    speakers: Sequence[TitledSpeaker]
    walk: Walk
    weight: float = 1.0


def mentions_by_name(text: TitledText, speaker: TitledSpeaker) -> list[TokenRange]:
    """Give the names in the text that are the speaker's, in full or a part nobody else shares."""
    forms = [normal_words(name) for name in speaker.names]
    spoken = [(span, words_of(text.parse, *span)) for span in text.names]
    own = [(span, words) for span, words in spoken if _is_part_of_any(words, forms)]
    others = {words for _, words in spoken if not _is_part_of_any(words, forms)}
    rivals = [words for words in others if len(words) > 1]
    return [span for span, words in own if words in forms or not _is_part_of_any(words, rivals)]


def _is_part_of_any(words: Sequence[str], forms: Iterable[Sequence[str]]) -> bool:
    return any(_is_part(words, form) for form in forms)


def _is_part(words: Sequence[str], form: Sequence[str]) -> bool:
    """Tell whether words are some of a name's, with its first or its last."""
    return (
        bool(words) and set(words) <= set(form) and (words[-1] == form[-1] or words[0] == form[0])
    )


def words_of(parse: Parse, start: int, end: int) -> tuple[str, ...]:
    """Give the words of some tokens as they are compared."""
    return normal_words(parse.text[parse.starts[start] : parse.ends[end - 1]])


def _with_names(
    parse: Parse, names: Sequence[TokenRange], speakers: Sequence[TitledSpeaker]
) -> list[TokenRange]:
    """Put the annotated names, in full or by their last word, in the place of what was found."""
    own = sorted(
        {
            span
            for speaker in speakers
            for name in speaker.names
            for span in _occurrences(parse, name)
        },
        key=lambda span: (span[0] - span[1], span[0]),
    )
    kept: list[TokenRange] = []
    for start, end in [*own, *names]:
        if not any(overlap((start, end), other) for other in kept):
            kept.append(TokenRange(start, end))
    return sorted(kept)


def _occurrences(parse: Parse, name: str) -> Iterator[TokenRange]:
    words = name.split()
    shorter = {" ".join(words[-length:]) for length in range(1, len(words) + 1)}
    for form in shorter:
        for match in re.finditer(r"(?<!\w)" + re.escape(form) + r"(?!\w)", parse.text):
            start = bisect.bisect_left(parse.starts, match.start())
            end = bisect.bisect_left(parse.starts, match.end())
            capital = start < len(parse) and parse.words[start][0].isupper()
            if start < end and capital and parse.starts[start] == match.start():
                yield TokenRange(start, end)


def last_token_up_to(parse: Parse, place: int) -> int:
    """Give the last token that begins at or before a code-point offset."""
    return max(0, bisect.bisect_right(parse.starts, place) - 1)


# --- corpora -----------------------------------------------------------------------------------


def read_titled_texts(
    news: Iterable[AnnotatedArticle] = (),
    speakers: Sequence[Path] = (),
    texts: Path | None = None,
    passages: Path = TITLED,
    unseen: Mapping[str, Mapping[str, Model]] | None = None,
) -> list[TitledText]:
    """Read and parse all that is annotated with titles.

    Args:
        news: fully annotated news of the world.
        speakers: folders that say who said each marked stretch of PolNeAR.
        texts: the folder of PolNeAR's texts, for those.
        passages: folder of passages with titles marked in place.
        unseen: by name of a text, models of who is meant that were fitted without it; those of
            the package for the rest.
    """
    found = [
        *map(_of_world, news),
        *(_of_polnear(one) for folder in speakers if texts for one in read_speakers(folder, texts)),
        *(_of_passage(passage) for passage in read_titled(passages)),
    ]
    return [
        _titled_text(parse, persons, (unseen or {}).get(name, {}))
        for parse, (name, _, persons) in zip(
            parse_all([text for _, text, _ in found]), found, strict=True
        )
    ]


def _titled_text(
    parse: Parse, persons: Sequence[TitledSpeaker], models: Mapping[str, Model]
) -> TitledText:
    segments = find_segments(parse.text).segments
    attributions = attribute(parse, segments)
    heads = [attribution.source.head for attribution in attributions if attribution.source]
    cast = build_cast(parse, segments, heads)
    names = [TokenRange(name.start, name.end) for name in find_names(parse, list(find_runs(parse)))]
    return TitledText(
        parse=parse,
        names=_with_names(parse, names, persons),
        speakers=persons,
        walk=walk_through(cast, attributions, by_weights(models)),
    )


_Persons = tuple[str, str, list[TitledSpeaker]]  # name and text with them


def _of_world(article: AnnotatedArticle) -> _Persons:
    places: dict[str, list[int]] = {}
    for quotation in article.quotations:
        if quotation.speaker is not None and not quotation.optional:
            start = (quotation.source or quotation.content[0])[0]
            places.setdefault(quotation.speaker.id, []).append(start)
    return (
        article.name,
        article.text,
        [
            TitledSpeaker(
                names=(speaker.name, *speaker.alt),
                titles=speaker.titles,
                places=tuple((place, speaker.main_title) for place in places.get(speaker.id, ())),
            )
            for speaker in article.speakers
            if speaker.kind == "person"
        ],
    )


def _of_polnear(article: SpeakerArticle) -> _Persons:
    stretches: dict[str, list[AnnotatedStretch]] = {}
    for stretch in article.stretches:
        if stretch.speaker is not None and stretch.speaker_kind == "person":
            stretches.setdefault(stretch.speaker, []).append(stretch)
    return (
        article.name,
        article.text,
        [
            TitledSpeaker(
                names=(name,),
                titles=tuple(dict.fromkeys(title for one in own for title in one.titles)),
                places=tuple((_place(article.text, one), one.main_title) for one in own),
            )
            for name, own in stretches.items()
        ],
    )


def _place(text: str, stretch: AnnotatedStretch) -> int:
    """Give where the mention that a stretch hangs on stands nearest to it."""
    if stretch.mention is None:
        return stretch.start
    found = (match.start() for match in re.finditer(re.escape(stretch.mention), text))
    return min(found, key=lambda place: abs(place - stretch.start), default=stretch.start)


def _of_passage(passage: TitledPassage) -> _Persons:
    text = passage.text
    return (
        passage.name,
        text,
        [
            TitledSpeaker(
                names=tuple(text[slice(*name)] for name in person.names),
                titles=tuple(text[slice(*title)] for title in person.titles),
                places=((person.names[-1][0], person.main_title),),
            )
            for person in passage.persons
        ],
    )
