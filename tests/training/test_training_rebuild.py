"""Training, rebuild: all models from a few articles, twice the same, and of some use."""

from __future__ import annotations

import attrs
import pytest

from annotated import NAMES, write_corpus
from quoteattr.attribution.attributions import attribute
from quoteattr.attribution.decisions import Models
from quoteattr.corpora.polnear import read_articles
from quoteattr.records import QuoteKind
from quoteattr.text.segments import find_segments
from quoteattr.training.folds import FOLDS
from quoteattr.training.gold import Example, make_example
from quoteattr.training.parsed_texts import parse_all
from quoteattr.training.rebuild import RECIPES, Rebuilt, rebuild
from reading import read

DECIDING = [field.name for field in attrs.fields(Models)]


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> list[Example]:
    """Parse the made-up corpus."""
    articles = list(read_articles(write_corpus(tmp_path_factory.mktemp("corpus"))))
    parses = parse_all([article.text for article in articles])
    return [make_example(one, parse) for one, parse in zip(articles, parses, strict=True)]


@pytest.fixture(scope="module")
def rebuilt(examples: list[Example]) -> Rebuilt:
    """Train on it once for all tests."""
    return rebuild(examples)


def test_every_recipe_gives_a_model(rebuilt: Rebuilt) -> None:
    """All models that decide, and the confidence, have weights."""
    assert set(rebuilt.models) == set(RECIPES) == {*DECIDING, "confidence"}
    assert all(model.weights for model in rebuilt.models.values())


def test_the_same_twice(examples: list[Example], rebuilt: Rebuilt) -> None:
    """Training has no chance in it: the same articles give the same weights and readings."""
    again = rebuild(examples)
    for name, model in rebuilt.models.items():
        assert again.models[name].weights == model.weights
    assert again.attributions == rebuilt.attributions


def test_every_article_is_read_by_models_that_did_not_see_it(
    examples: list[Example], rebuilt: Rebuilt
) -> None:
    """The readings out of fold cover all articles, and find most of what was annotated."""
    assert list(rebuilt.attributions) == [example.name for example in examples]
    annotated = sum(len(example.reports) for example in examples)
    assert sum(map(len, rebuilt.attributions.values())) > annotated / 2


def test_progress_is_told(examples: list[Example]) -> None:
    """A line for every fold of every model, and one for the whole."""
    lines: list[str] = []
    rebuild(examples[:FOLDS], lines.append)
    assert len(lines) == len(RECIPES) * (FOLDS + 1)
    assert lines[0] == f"cues, fold 1 of {FOLDS}"


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        ("“We have to wait,” said Kit Dean.", QuoteKind.DIRECT, "We have to wait,"),
        ("Kit Dean said that the road was closed.", QuoteKind.INDIRECT, "the road was closed"),
        ("It rained all day, Kit Dean said on Monday.", QuoteKind.INDIRECT, "It rained all day"),
    ],
)
def test_a_sentence_of_the_same_pattern(
    rebuilt: Rebuilt, text: str, kind: QuoteKind, content: str
) -> None:
    """The models attribute what is built like their corpus, to a name that is not in it."""
    assert not any("Dean" in name for name in NAMES)
    parse = read(text)
    models = Models(**{name: rebuilt.models[name] for name in DECIDING})
    (found,) = attribute(parse, find_segments(text).segments, models)
    assert (found.kind, [text[slice(*stretch)] for stretch in found.content]) == (kind, [content])
    assert found.source is not None
    assert " ".join(parse.words[found.source.start : found.source.end]) == "Kit Dean"


def test_nothing_is_said_where_nothing_was(rebuilt: Rebuilt) -> None:
    """A name between marks, as in the corpus, is nobody's words."""
    text = "A house called “The Nest” stood there."
    models = Models(**{name: rebuilt.models[name] for name in DECIDING})
    assert attribute(read(text), find_segments(text).segments, models) == ()
