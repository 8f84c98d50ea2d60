"""Texts with the right answers to who is meant, read from the folders that a command names."""

from __future__ import annotations

import argparse
import collections
import functools
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from quoteattr.attribution.attributions import attribute
from quoteattr.corpora.golden_cases import GoldenCase, read_golden_cases
from quoteattr.corpora.gum import Document, read_documents
from quoteattr.corpora.speakers import SpeakerArticle, read_speakers
from quoteattr.corpora.standoff import (
    US_NEWS,
    US_PAGES,
    WORLD_NEWS,
    WORLD_PAGES,
    compose_articles,
    read_standoff,
    read_texts,
)
from quoteattr.corpora.stories import (
    ROLES,
    STORIES,
    Story,
    read_role_stories,
    read_stories,
)
from quoteattr.corpora.world import AnnotatedArticle, read_world
from quoteattr.syntax.tokens import Parse
from quoteattr.text.segments import find_segments
from quoteattr.training.speaker_gold import chain_gold, name_gold
from quoteattr.training.who_is_meant import SpeakerExample, make_speaker_example

__all__ = [
    "add_speaker_arguments",
    "examples_of",
    "read_news",
    "read_pages",
    "read_speaker_examples",
    "read_us_news",
    "read_us_pages",
]

Annotated = Document | AnnotatedArticle | SpeakerArticle | GoldenCase

_GENRES = frozenset({"bio", "interview", "news"})
_NAMES = {
    Document: "GUM documents",
    AnnotatedArticle: "annotated articles of news",
    SpeakerArticle: "PolNeAR articles with speakers",
    Story: "stories",
    GoldenCase: "golden cases",
}
_WEIGHTS = {Document: 0.3, Story: 0.35, GoldenCase: 2.0}  # of a question; one of an article is 1


def add_speaker_arguments(parser: argparse.ArgumentParser) -> None:
    """Let a command be told where texts with speakers are."""
    parser.add_argument("--gum", type=Path, help="folder of GUM documents with their entities")
    parser.add_argument("--world", type=Path, help="folder of annotated news, `text` and `gold`")
    parser.add_argument(
        "--labelled",
        type=Path,
        help="folder of labelled words of the news that the package's offsets are about",
    )
    parser.add_argument(
        "--speakers", type=Path, nargs="*", default=[], help="folders of who said marked stretches"
    )
    parser.add_argument("--texts", type=Path, help="folder of the texts that --speakers is about")
    parser.add_argument("--cases", type=Path, nargs="*", default=[], help="folders of golden cases")
    parser.add_argument(
        "--stories", type=Path, default=STORIES, help="folder of stories with marked quotations"
    )
    parser.add_argument(
        "--roles", type=Path, default=ROLES, help="folder of stories that are dense with roles"
    )


def read_speaker_examples(
    arguments: argparse.Namespace, parse_all: Callable[[Sequence[str]], list[Parse]]
) -> tuple[list[SpeakerExample], str]:
    """Read what the arguments name, and the stories; give the examples, and what they are.

    Where nothing else is named, there are no examples.
    """
    annotated = list(_annotated(arguments))
    if annotated:
        annotated += [*read_stories(arguments.stories), *read_role_stories(arguments.roles)]
    parses = parse_all([one.text for one in annotated]) if annotated else []
    counts = collections.Counter(map(_name, annotated))
    data = "; ".join(f"{count} {name}" for name, count in counts.items())
    return list(examples_of(annotated, parses)), data


def _name(one: Annotated) -> str:
    dense = isinstance(one, Story) and one.of_roles
    return _NAMES[type(one)] + " dense with roles" * dense


def read_news(arguments: argparse.Namespace) -> Iterator[AnnotatedArticle]:
    """Read the annotated news of the world that a command names."""
    if arguments.world:
        yield from read_world(arguments.world)
    if arguments.labelled:
        yield from read_standoff(WORLD_NEWS, compose_articles(arguments.labelled))


def read_pages(arguments: argparse.Namespace) -> Iterator[AnnotatedArticle]:
    """Read the articles of the world that nobody chose."""
    if arguments.labelled:
        yield from read_standoff(WORLD_PAGES, compose_articles(arguments.labelled))


def read_us_pages(arguments: argparse.Namespace) -> Iterator[AnnotatedArticle]:
    """Read the articles of PolNeAR that nobody chose, if its texts are named."""
    if arguments.texts:
        yield from read_standoff(US_PAGES, read_texts(arguments.texts))


def read_us_news(arguments: argparse.Namespace) -> Iterator[AnnotatedArticle]:
    """Read the annotated articles of PolNeAR that were chosen, if its texts are named."""
    if arguments.texts:
        yield from read_standoff(US_NEWS, read_texts(arguments.texts))


def _annotated(arguments: argparse.Namespace) -> Iterator[Annotated]:
    if arguments.gum:
        documents = read_documents(arguments.gum)
        yield from (document for document in documents if document.genre in _GENRES)
    yield from read_news(arguments)
    yield from read_pages(arguments)
    yield from read_us_news(arguments)
    yield from read_us_pages(arguments)
    for folder in arguments.speakers:
        yield from read_speakers(folder, arguments.texts)
    for folder in arguments.cases:
        yield from read_golden_cases(folder)


def examples_of(
    annotated: Sequence[Annotated], parses: Sequence[Parse]
) -> Iterator[SpeakerExample]:
    """Attribute each text, and lay its annotations over it."""
    for one, parse in zip(annotated, parses, strict=True):
        segments = find_segments(one.text).segments
        attributions = attribute(parse, segments)
        yield make_speaker_example(
            one.name,
            parse,
            segments,
            attributions,
            functools.partial(chain_gold, parse, one)
            if isinstance(one, Document)
            else functools.partial(name_gold, parse, attributions, one),
            weight=_WEIGHTS.get(type(one), 1.0),
            complete=isinstance(one, AnnotatedArticle),
        )
