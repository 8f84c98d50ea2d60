"""Every model, trained stage by stage; what a later stage sees of an earlier one is out of fold."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from types import MappingProxyType

import attrs

from quoteattr.attribution.attributions import Attribution, attribute
from quoteattr.attribution.cue_reports import Report
from quoteattr.attribution.cues import Cue, find_cues
from quoteattr.attribution.decisions import FAINTEST_CUE, Models, read, read_cues
from quoteattr.attribution.document_evidence import Evidence
from quoteattr.attribution.segment_sources import segment_source_question
from quoteattr.lexicon.reporting_words import stem
from quoteattr.scoring.choice import choose, yes_or_no
from quoteattr.scoring.confidence import confidence_features
from quoteattr.scoring.linear_model import Model
from quoteattr.syntax.grammar import TIME_LABELS
from quoteattr.training.cross_fitting import Recipe, cross_fit
from quoteattr.training.examples import (
    answer,
    content_groups,
    cue_groups,
    cue_source_groups,
    directness_groups,
    is_right,
    reporting_groups,
    scope_groups,
    segment_source_groups,
    speech_groups,
)
from quoteattr.training.fitting import Group
from quoteattr.training.folds import FOLDS
from quoteattr.training.gold import Example

__all__ = ["RECIPES", "Rebuilt", "capitalised_words", "rebuild", "without_names"]

_COMMON = 3
_SHARE = 0.02
_MOSTLY = 0.6
_VALUES = re.compile(r"[=| ]([^=| ]+)")

_Maker = Callable[[Example], Sequence[Group]]
_Progress = Callable[[str], None]


RECIPES: Mapping[str, Recipe] = {
    "cues": Recipe(penalty=3.0, rarest=10, smallest=0.12, counts={"stories": 0.6}),
    "contents": Recipe(penalty=2.0, rarest=8, smallest=0.03, counts={"world": 2.0, "stories": 1.5}),
    "cue_sources": Recipe(penalty=2.0, rarest=6, smallest=0.1, counts={"stories": 0.6}),
    "segment_sources": Recipe(
        penalty=4.0, rarest=6, smallest=0.06, counts={"passages": 0.3, "stories": 0.0}
    ),
    "speech": Recipe(
        penalty=2.0, rarest=5, smallest=0.03, counts={"passages": 0.5, "stories": 0.4}
    ),
    "directness": Recipe(penalty=2.0, rarest=5, smallest=0.03),
    "reporting": Recipe(penalty=16.0, rarest=10, smallest=0.05, counts={"stories": 0.6}),
    "scopes": Recipe(penalty=4.0, rarest=6, smallest=0.03, counts={"polnear": 0.3}),
    "confidence": Recipe(penalty=1.0, rarest=5, smallest=0.01),
}


@attrs.frozen(kw_only=True, eq=False)
class Rebuilt:
    """The models by name, and what their like make of the articles that they did not see."""

    models: Mapping[str, Model]
    attributions: Mapping[str, tuple[Attribution, ...]]


@attrs.frozen(kw_only=True, eq=False)
class _Reading:
    """What the first stages make of an example."""

    reports: tuple[Report, ...]
    evidence: Evidence


@attrs.frozen(kw_only=True, eq=False)
class _Course:
    """Models under training: those of each fold, and those of all articles."""

    examples: Sequence[Example]
    corpora: Mapping[str, str]
    folds: tuple[dict[str, Model], ...]
    whole: dict[str, Model]
    progress: _Progress


def rebuild(
    examples: Sequence[Example],
    progress: _Progress = lambda _: None,
    *,
    corpora: Mapping[str, str] = MappingProxyType({}),
) -> Rebuilt:
    """Train every model, and attribute every article with models that never saw it.

    Args:
        examples: the annotated articles and passages.
        progress: called with a line for each step.
        corpora: names of examples, each with the corpus that it is of, where that matters to how
            much it counts.
    """
    course = _Course(
        examples=examples,
        corpora=corpora,
        folds=tuple({} for _ in range(FOLDS)),
        whole={},
        progress=progress,
    )
    readings = _learn_reports(course)
    _learn_segments(course, readings)
    _learn_scopes(course)
    attributions = {
        example.name: _attribute(example, models) for example, models in _held_out(course)
    }
    _learn(course, "confidence", lambda e: list(_confidence_groups(e, attributions[e.name])))
    names = capitalised_words(examples)
    models = {name: without_names(model, names) for name, model in course.whole.items()}
    return Rebuilt(models=models, attributions=attributions)


def capitalised_words(examples: Sequence[Example]) -> frozenset[str]:
    """List the words that are mostly capitalised inside of sentences, and stems of theirs alone.

    Days and months are none, nor is a word that is also a dependency label ("mark").
    """
    labels = {dep for example in examples for dep in example.parse.deps}
    totals, capitalised = _count_capitals(examples)
    names = {word for word, count in capitalised.items() if count > totals[word] * _MOSTLY}
    stems = {stem(name) for name in names}
    others = {part for word in totals if word not in names for part in (word, stem(word))}
    handles = {word for word in totals if "@" in word}
    return frozenset((names | (stems - others) | handles) - labels - {"i"})


def _count_capitals(examples: Sequence[Example]) -> tuple[Counter[str], Counter[str]]:
    """Count the words inside of sentences, and those of them with a capital that are no date."""
    totals: Counter[str] = Counter()
    capitalised: Counter[str] = Counter()
    for parse in (example.parse for example in examples):
        for first, last in parse.sentences:
            for token in range(first + 1, last):
                totals[parse.lowers[token]] += 1
                dated = parse.labels[token] in TIME_LABELS
                capitalised[parse.lowers[token]] += parse.words[token][0].isupper() and not dated
    return totals, capitalised


def without_names(model: Model, names: Container[str]) -> Model:
    """Leave out the weights of features that name somebody or something."""
    kept = {
        feature: weight
        for feature, weight in model.weights.items()
        if not any(
            part in names
            for word in _VALUES.findall(feature)
            for part in (word, word.rpartition(":")[2])
        )
    }
    return Model(weights=kept, about=model.about)


def _learn_reports(course: _Course) -> dict[str, _Reading]:
    """Learn cues, contents and the sources of cues; read every article out of fold."""
    known = _known_forms(course.examples)
    _learn(course, "cues", lambda e: [group for _, group in cue_groups(e, known)])
    cues = {
        e.name: find_cues(e.parse, e.alignment, models["cues"], threshold=FAINTEST_CUE)
        for e, models in _held_out(course)
    }
    strengths = {
        name: {cue.token: cue.probability for cue in found} for name, found in cues.items()
    }
    _learn(course, "contents", lambda e: list(content_groups(e, strengths[e.name])))
    _learn(course, "cue_sources", lambda e: list(cue_source_groups(e)))
    return {e.name: _read(e, cues[e.name], models) for e, models in _held_out(course)}


def _learn_segments(course: _Course, readings: Mapping[str, _Reading]) -> None:
    """Learn the sources of segments, what is speech, what is direct, and what is reported."""
    _learn(
        course,
        "segment_sources",
        lambda e: list(segment_source_groups(e, readings[e.name].evidence)),
    )
    shares = {
        e.name: _shares(e, readings[e.name].evidence, models["segment_sources"])
        for e, models in _held_out(course)
    }
    _learn(
        course,
        "speech",
        lambda e: list(speech_groups(e, readings[e.name].evidence, shares[e.name])),
    )
    _learn(course, "directness", lambda e: list(directness_groups(e)))
    _learn(
        course,
        "reporting",
        lambda e: list(
            reporting_groups(e, readings[e.name].reports, readings[e.name].evidence.reported)
        ),
    )


def _learn_scopes(course: _Course) -> None:
    """Learn what is said where words stand between marks, from what all other models make of it."""
    unlearned = Model(weights={}, about={})
    models = {
        example.name: _models({**others, "scopes": unlearned})
        for example, others in _held_out(course)
    }
    _learn(
        course,
        "scopes",
        lambda e: list(scope_groups(e, read(e.parse, e.all_segments, models[e.name]))),
    )


def _learn(course: _Course, name: str, make: _Maker) -> None:
    """Fit one model on every fold's training part and on all articles; count what is right."""
    groups = [_weighted(course, name, example, make) for example in course.examples]
    told = functools.partial(_tell, course, name)
    fitted, course.whole[name] = cross_fit(RECIPES[name], groups, progress=told)
    for models, model in zip(course.folds, fitted, strict=True):
        models[name] = model
    told(f"{len(course.whole[name].weights)} weights")


def _tell(course: _Course, name: str, line: str) -> None:
    course.progress(f"{name}, {line}")


def _weighted(course: _Course, name: str, example: Example, make: _Maker) -> Sequence[Group]:
    """Make an example's groups; those of a corpus count as the recipe says."""
    weight = RECIPES[name].counts.get(course.corpora.get(example.name, ""), 1.0)
    if not weight:
        return ()
    groups = make(example)
    return groups if weight == 1 else [attrs.evolve(group, weight=weight) for group in groups]


def _held_out(course: _Course) -> Iterator[tuple[Example, dict[str, Model]]]:
    """Give each article with the models that did not see it."""
    for i, example in enumerate(course.examples):
        yield example, course.folds[i % FOLDS]


def _known_forms(examples: Sequence[Example]) -> frozenset[str]:
    """List the forms, verbs or not, that are cues often enough to be looked at."""
    forms = Counter(
        e.parse.lowers[report.cue]
        for e in examples
        for report in e.reports
        if e.parse.tags[report.cue][:3] != "NNP"
    )
    totals = Counter(word for e in examples for word in e.parse.lowers)
    return frozenset(
        f"form={form}"
        for form, count in forms.items()
        if count >= _COMMON and count / totals[form] > _SHARE
    )


def _read(example: Example, cues: tuple[Cue, ...], models: Mapping[str, Model]) -> _Reading:
    reports, evidence = read_cues(
        example.parse,
        example.alignment,
        example.mentions,
        cues,
        models["contents"],
        models["cue_sources"],
    )
    return _Reading(reports=reports, evidence=evidence)


def _shares(example: Example, evidence: Evidence, model: Model) -> list[float]:
    """Give the probability of each segment's best source."""
    shares = []
    previous = None
    for number in range(len(example.segments)):
        question = segment_source_question(
            example.parse, example.alignment, example.mentions, evidence, number, previous
        )
        choice = choose(question, model)
        previous = choice.best or previous
        shares.append(choice.probability)
    return shares


def _attribute(example: Example, models: Mapping[str, Model]) -> tuple[Attribution, ...]:
    return attribute(example.parse, example.all_segments, _models(models))


def _models(models: Mapping[str, Model]) -> Models:
    return Models(**{field.name: models[field.name] for field in attrs.fields(Models)})


def _confidence_groups(example: Example, attributions: Sequence[Attribution]) -> Iterator[Group]:
    """Ask of every attribution whether its words and source were annotated."""
    for attribution in attributions:
        question = yes_or_no(
            functools.partial(confidence_features, attribution.kind, attribution.links)
        )
        yield answer(question, holds=is_right(example, attribution))
