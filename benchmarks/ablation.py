"""What each rule and feature buys: `python benchmarks/ablation.py [FOLDER] [--world FOLDER]`.

Switches one named rule, or the features whose names begin alike, off at a time, and counts what is
right without it: golden cases that come out as they should, and, in a FOLDER in the form of
PolNeAR or of annotated world news, what was annotated so. Each text is parsed once, and read again
without a rule only if the rule applies in it.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

import attrs

from corpus import ROOT, differences, read_cases
from quoteattr.attribution import content_limits, naming_rules, not_quotations, relaying_rules
from quoteattr.attribution.attributions import Attribution, attribute
from quoteattr.attribution.decisions import Models, load_models
from quoteattr.corpora.polnear import read_articles
from quoteattr.corpora.world import AnnotatedArticle, read_world
from quoteattr.pipeline import make_quotes
from quoteattr.speakers import prohibitions
from quoteattr.syntax.spacy_parser import load_pipeline, parse_texts
from quoteattr.syntax.tokens import Parse
from quoteattr.text.paragraphs import find_paragraphs
from quoteattr.text.segments import find_segments
from quoteattr.training.examples import is_right
from quoteattr.training.gold import make_example
from world import match, right_quotations

__all__ = ["Case", "rules", "switches", "watched_rules", "without_features", "without_rule"]

TABLES = (
    (not_quotations, "EXCLUSIONS"),
    (naming_rules, "NAMING_RULES"),
    (relaying_rules, "RELAYING_RULES"),
    (content_limits, "EXTENSIONS"),
    (content_limits, "ENDINGS"),
    (prohibitions, "PROHIBITIONS"),
)


@attrs.frozen(eq=False)
class Case:
    """A parsed text, and what counts how much of what was found in it is right."""

    parse: Parse
    right: Callable[[Sequence[Attribution]], int]


def rules() -> list[str]:
    """Name every rule as "TABLE: name"."""
    return [f"{table}: {name}" for module, table in TABLES for name, _ in getattr(module, table)]


@contextlib.contextmanager
def without_rule(rule: str) -> Iterator[None]:
    """Let the stages work without one rule, named as `rules` does."""
    table, _, left_out = rule.partition(": ")
    module = next(module for module, name in TABLES if name == table)
    kept = tuple(row for row in getattr(module, table) if row[0] != left_out)
    with mock.patch.object(module, table, kept):
        yield


@contextlib.contextmanager
def watched_rules() -> Iterator[set[str]]:
    """Let the stages work as they do, and give the set in which the rules that apply are named."""
    applied: set[str] = set()
    with contextlib.ExitStack() as stack:
        for module, table in TABLES:
            rows = tuple(
                (name, _watched(f"{table}: {name}", rule, applied))
                for name, rule in getattr(module, table)
            )
            stack.enter_context(mock.patch.object(module, table, rows))
        yield applied


def _watched(name: str, rule: Callable[..., Any], applied: set[str]) -> Callable[..., Any]:
    """Note the name whenever the rule says anything: True, a place, or another end than before."""

    def watching(*arguments: Any) -> Any:  # whatever the rules of a table take
        said = rule(*arguments)
        if isinstance(said, Iterator):
            said = list(said)
        unchanged = type(said) is int and said == arguments[-1][1]
        if said and not unchanged:
            applied.add(name)
        return said

    return watching


def without_features(models: Models, model: str, prefix: str) -> Models:
    """Leave the features of one model out whose names begin with the prefix."""
    weights = getattr(models, model).weights
    kept = {name: weight for name, weight in weights.items() if not name.startswith(prefix)}
    return attrs.evolve(models, **{model: attrs.evolve(getattr(models, model), weights=kept)})


def switches(models: Models) -> Iterator[tuple[str, str]]:
    """Name every group of features as (model, prefix), the prefix up to its "="."""
    for model in (field.name for field in attrs.fields(Models)):
        names = getattr(models, model).weights
        for prefix in sorted({name.partition("=")[0] for name in names}):
            yield model, f"{prefix}="


def _cases(folder: Path | None, most: int, world: Path | None) -> tuple[list[Case], ...]:
    """Parse the golden cases, the articles of a folder, and those of world news."""
    golden = [
        case
        for part in ("phenomena", "speakers")
        for path in sorted((ROOT / "tests" / "golden" / part).glob("*.txt"))
        for case in read_cases(path)
    ]
    articles = list(itertools.islice(read_articles(folder), most)) if folder else []
    news = list(read_world(world)) if world else []
    texts = [case.text for case in (*golden, *articles, *news)]
    jobs = [(text, find_segments(text).segments, find_paragraphs(text)) for text in texts]
    parses = parse_texts(load_pipeline(), jobs)
    first = [Case(parse, _golden(case, parse)) for case, parse in zip(golden, parses, strict=False)]
    second = [
        Case(parse, _annotated(article, parse))
        for article, parse in zip(articles, parses, strict=False)
    ]
    third = [
        Case(parse, _reported(article, parse)) for article, parse in zip(news, parses, strict=False)
    ]
    return first, second, third


def _golden(case: object, parse: Parse) -> Callable[[Sequence[Attribution]], int]:
    segments = find_segments(parse.text).segments

    def right(found: Sequence[Attribution]) -> int:
        quotes = [made.quote for made in make_quotes(parse, segments, found)]
        return int(not differences(case, quotes))

    return right


def _annotated(article: object, parse: Parse) -> Callable[[Sequence[Attribution]], int]:
    example = make_example(article, parse)
    # What is right counts once, what is wrong costs half: a rule may also keep something out.
    return lambda found: sum(2 if is_right(example, one) else -1 for one in found)


def _reported(article: AnnotatedArticle, parse: Parse) -> Callable[[Sequence[Attribution]], int]:
    segments = find_segments(parse.text).segments

    def right(found: Sequence[Attribution]) -> int:
        quotes = [made.quote for made in make_quotes(parse, segments, found)]
        named = sum(right_quotations(article, quotes).values())
        return 2 * named - len(match(article, quotes).false)

    return right


def _right(case: Case, models: Models) -> int:
    return case.right(attribute(case.parse, find_segments(case.parse.text).segments, models))


def _rows(
    parts: Sequence[Sequence[Case]], only: Sequence[str]
) -> Iterator[tuple[str, Sequence[int]]]:
    """Give what is right with everything, then what is gained without each rule and feature."""
    models = load_models()
    whole, applying = [], []
    for cases in parts:
        for case in cases:
            with watched_rules() as applied:
                whole.append(_right(case, models))
            applying.append(applied)
    ends = list(itertools.accumulate((len(cases) for cases in parts), initial=0))
    flat = [case for cases in parts for case in cases]
    yield "everything", [sum(whole[start:end]) for start, end in itertools.pairwise(ends)]

    def gained(less: Models, rule: str = "") -> list[int]:
        return [
            sum(
                _right(flat[number], less) - whole[number]
                for number in range(start, end)
                if not rule or rule in applying[number]
            )
            for start, end in itertools.pairwise(ends)
        ]

    for rule in rules():
        if not only or any(name in rule for name in only):
            with without_rule(rule):
                yield rule, gained(models, rule)
    for model, prefix in switches(models):
        if any(name in f"{model}: {prefix}" for name in only):
            yield f"{model}: {prefix}", gained(without_features(models, model, prefix))


def main() -> None:
    """Print a table: what is lost without each, and the golden cases and points there are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="articles in the form of PolNeAR")
    parser.add_argument("--articles", type=int, default=40, help="read this many of them")
    parser.add_argument(
        "--only", nargs="*", default=[], help="rules or features (model: prefix) with these names"
    )
    parser.add_argument("--world", type=Path, help="annotated news of the world")
    arguments = parser.parse_args()
    parts = _cases(arguments.folder, arguments.articles, arguments.world)
    rows = _rows(parts, arguments.only)
    _, whole = next(rows)
    columns = zip(("golden cases", "points on PolNeAR", "points on world news"), whole, strict=True)
    print("| without |", " | ".join(f"{name}, of {count}" for name, count in columns), "|")
    print("|---|---|---|---|")
    for name, gains in rows:
        print(f"| {name} |", " | ".join(f"{gain:+d}" for gain in gains), "|", flush=True)


if __name__ == "__main__":
    main()
