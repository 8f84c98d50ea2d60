"""Rebuild the package's weights: ``python -m quoteattr.training POLNEAR/data/train``.

The package's own passages and stories are learned from too, and annotated news of the world where
``--world`` names it, from which titles are learned as well. Who is meant is learned last, from what
the package then finds, where ``--gum``, ``--world``, ``--speakers`` or ``--cases`` names texts with
speakers.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from quoteattr.attribution.decisions import load_models
from quoteattr.corpora.passages import PASSAGES, read_passages
from quoteattr.corpora.polnear import AttributedArticle, read_articles
from quoteattr.corpora.stories import read_stories
from quoteattr.corpora.world import as_article
from quoteattr.pipeline import make_quotes
from quoteattr.records import Quote
from quoteattr.scoring.linear_model import load_model
from quoteattr.training.data_folder import DATA
from quoteattr.training.gold import Example, make_example
from quoteattr.training.parsed_texts import parse_all
from quoteattr.training.rebuild import RECIPES, Rebuilt, rebuild
from quoteattr.training.speaker_corpora import (
    add_speaker_arguments,
    read_news,
    read_pages,
    read_speaker_examples,
)
from quoteattr.training.titles import learn_titles
from quoteattr.training.weight_files import write_weights
from quoteattr.training.who_is_meant import SPEAKER_RECIPES, learn_who_is_meant


def main() -> None:
    """Train on the folders given and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m quoteattr.training", description=__doc__)
    parser.add_argument(
        "folder", type=Path, nargs="?", help="folder with `text` and `attributions` in it"
    )
    parser.add_argument(
        "--passages", type=Path, default=PASSAGES, help="folder of passages with marked quotations"
    )
    parser.add_argument("--output", type=Path, default=DATA, help="where the weights go")
    parser.add_argument(
        "--predictions", type=Path, help="also write what was found out of fold, as JSON Lines"
    )
    add_speaker_arguments(parser)
    arguments = parser.parse_args()
    if arguments.folder is not None:
        _learn_attribution(arguments)
        _forget_models()
        if arguments.world:
            learn_titles(arguments, _report)
            _forget_models()
    _learn_speakers(arguments)


def _forget_models() -> None:
    """Let what was just written be read next."""
    load_model.cache_clear()
    load_models.cache_clear()


def _learn_speakers(arguments: argparse.Namespace) -> None:
    """Learn who is meant from what the package's own weights find."""
    examples, data = read_speaker_examples(arguments, parse_all)
    for name, model in learn_who_is_meant(examples, _report).items() if examples else ():
        write_weights(arguments.output / f"{name}.json", name, SPEAKER_RECIPES[name], model, data)


def _learn_attribution(arguments: argparse.Namespace) -> None:
    articles = list(read_articles(arguments.folder))
    passages = list(read_passages(arguments.passages))
    news = [*read_news(arguments), *read_pages(arguments)]
    world = list(map(as_article, news))
    stories = [as_article(story) for story in read_stories(arguments.stories)]
    examples = _examples([*articles, *world, *passages, *stories])
    named = {"polnear": articles, "world": world, "passages": passages, "stories": stories}
    corpora = {one.name: corpus for corpus, texts in named.items() for one in texts}
    rebuilt = rebuild(examples, _report, corpora=corpora)
    data = (
        f"PolNeAR, training part, {len(articles)} articles; {len(world)} articles of the world; "
        f"{len(passages)} passages; {len(stories)} stories"
    )
    for name, model in rebuilt.models.items():
        write_weights(arguments.output / f"{name}.json", name, RECIPES[name], model, data)
    if arguments.predictions:
        _write_predictions(arguments.predictions, rebuilt, examples)


def _report(line: str) -> None:
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {line}\n")


def _examples(articles: Sequence[AttributedArticle]) -> list[Example]:
    parses = parse_all([article.text for article in articles])
    examples = [
        make_example(article, parse) for article, parse in zip(articles, parses, strict=True)
    ]
    _report(f"parsed {len(examples)} texts")
    return examples


def _write_predictions(path: Path, rebuilt: Rebuilt, examples: list[Example]) -> None:
    """Write what models that never saw an article find in it, an article a line."""
    with path.open("w", encoding="utf-8") as file:
        for example in examples:
            found = rebuilt.attributions[example.name]
            made = make_quotes(example.parse, example.all_segments, found)
            line = {"article": example.name, "quotes": [_plain(one.quote) for one in made]}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _plain(quote: Quote) -> dict[str, object]:
    """Give a quotation by its offsets alone, with its speaker's name, kind and title."""
    speaker = quote.speaker
    return {
        "kind": quote.kind.value,
        "segments": [(span.start, span.end) for span in quote.content],
        "verbatim": [(span.start, span.end) for span in quote.verbatim or quote.content],
        "source": quote.source and (quote.source.start, quote.source.end),
        "speaker": speaker
        and {"name": speaker.name, "kind": speaker.kind.value, "title": speaker.title},
        "confidence": quote.confidence,
    }


if __name__ == "__main__":
    main()
