"""Every model, trained stage by stage; what a later stage sees of an earlier one is out of fold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs

from quoteattr.attributions import FAINT_REPORT, FAINTEST_CUE
from quoteattr.cues import Cue, cue_features, is_candidate
from quoteattr.ranking import Model, logistic, score
from quoteattr.reports import Report, find_reports, reported_tokens
from quoteattr.sources import Evidence, gather_evidence
from quoteattr.speech import rank_segment_sources
from quoteattr.training.examples import (
    content_groups,
    cue_groups,
    cue_source_groups,
    directness_groups,
    reporting_groups,
    segment_source_groups,
    speech_groups,
)
from quoteattr.training.fitting import Group, fit
from quoteattr.training.gold import Example

__all__ = ["FOLDS", "Reading", "read_example", "rebuild"]

FOLDS = 5
_COMMON = 3
_SHARE = 0.02

_Groups = Mapping[str, Sequence[Group]]


@attrs.frozen(kw_only=True)
class Recipe:
    """How a model is fitted: the penalty, and which features are too rare or too light to keep."""

    penalty: float
    rarest: int
    smallest: float


RECIPES = {
    "cues": Recipe(penalty=3.0, rarest=6, smallest=0.08),
    "contents": Recipe(penalty=2.0, rarest=6, smallest=0.06),
    "cue_sources": Recipe(penalty=2.0, rarest=6, smallest=0.06),
    "segment_sources": Recipe(penalty=1.5, rarest=5, smallest=0.03),
    "speech": Recipe(penalty=2.0, rarest=5, smallest=0.03),
    "directness": Recipe(penalty=2.0, rarest=5, smallest=0.03),
    "reporting": Recipe(penalty=3.0, rarest=5, smallest=0.03),
}


@attrs.frozen(kw_only=True, eq=False)
class Reading:
    """What the first stages make of an example."""

    cues: tuple[Cue, ...]
    reports: tuple[Report, ...]
    evidence: Evidence


def rebuild(
    examples: Sequence[Example], progress: Callable[[str], None] = lambda _: None
) -> dict[str, Model]:
    """Train every model.

    Args:
        examples: the annotated articles.
        progress: called with a line for each step.

    Returns:
        The models by name.
    """
    known = _known_forms(examples)
    first = {
        "cues": _by_article(examples, lambda e: [g for _, g in cue_groups(e, known)]),
        "cue_sources": _by_article(examples, lambda e: list(cue_source_groups(e))),
    }
    progress("features of cues and their sources")
    readings = _cross_read(examples, first, known, progress)
    strengths = {name: reading.evidence.strength for name, reading in readings.items()}
    models = _first_models(examples, first, strengths)
    progress("cues, contents and their sources")
    later = {
        "segment_sources": _by_article(
            examples, lambda e: list(segment_source_groups(e, readings[e.name].evidence))
        )
    }
    shares = _cross_shares(examples, later["segment_sources"], readings)
    progress("sources of segments, out of fold")
    later["speech"] = _by_article(
        examples, lambda e: list(speech_groups(e, readings[e.name].evidence, shares[e.name]))
    )
    later["directness"] = _by_article(examples, lambda e: list(directness_groups(e)))
    later["reporting"] = _by_article(
        examples, lambda e: list(reporting_groups(e, readings[e.name].reports))
    )
    for name, groups in later.items():
        models[name] = _fit(name, groups.values())
        progress(name)
    return models


def _known_forms(examples: Sequence[Example]) -> frozenset[str]:
    """List the forms, verbs or not, that are cues often enough to be looked at."""
    forms = Counter(e.parse.lowers[report.cue] for e in examples for report in e.reports)
    totals = Counter(word for e in examples for word in e.parse.lowers)
    return frozenset(
        f"form={form}"
        for form, count in forms.items()
        if count >= _COMMON and count / totals[form] > _SHARE
    )


def _by_article(
    examples: Sequence[Example], make: Callable[[Example], Sequence[Group]]
) -> dict[str, Sequence[Group]]:
    return {example.name: make(example) for example in examples}


def _fit(name: str, groups: Iterable[Sequence[Group]]) -> Model:
    recipe = RECIPES[name]
    weights = fit(
        [group for part in groups for group in part],
        penalty=recipe.penalty,
        rarest=recipe.rarest,
        smallest=recipe.smallest,
    )
    return Model(weights=weights, about={})


def _first_models(
    examples: Sequence[Example],
    groups: Mapping[str, _Groups],
    strengths: Mapping[str, Mapping[int, float]],
) -> dict[str, Model]:
    """Fit the models of the first stages on the examples."""
    names = [example.name for example in examples]
    models = {
        model: _fit(model, [parts[name] for name in names]) for model, parts in groups.items()
    }
    contents = [list(content_groups(e, strengths.get(e.name, {}))) for e in examples]
    models["contents"] = _fit("contents", contents)
    return models


def _cross_read(
    examples: Sequence[Example],
    groups: Mapping[str, _Groups],
    known: frozenset[str],
    progress: Callable[[str], None],
) -> dict[str, Reading]:
    """Read every example with models that were not trained on it."""
    cues = {}
    for fold in range(FOLDS):
        rest, held = _split(examples, fold)
        model = _fit("cues", [groups["cues"][example.name] for example in rest])
        cues.update({example.name: _cues(example, model, known) for example in held})
        progress(f"cues out of fold {fold + 1}")
    strengths = {
        name: {cue.token: cue.probability for cue in found} for name, found in cues.items()
    }
    readings = {}
    for fold in range(FOLDS):
        rest, held = _split(examples, fold)
        sources = _fit("cue_sources", [groups["cue_sources"][e.name] for e in rest])
        contents = _fit(
            "contents", [list(content_groups(e, strengths[e.name])) for e in rest]
        )
        readings.update({e.name: _read(e, cues[e.name], contents, sources) for e in held})
        progress(f"reports out of fold {fold + 1}")
    return readings


def _split(examples: Sequence[Example], fold: int) -> tuple[list[Example], list[Example]]:
    rest = [example for i, example in enumerate(examples) if i % FOLDS != fold]
    return rest, list(examples[fold::FOLDS])


def _cues(example: Example, model: Model, known: frozenset[str]) -> tuple[Cue, ...]:
    found = []
    for token in range(len(example.parse)):
        if is_candidate(example.parse, token, known):
            features = cue_features(example.parse, example.alignment, token)
            probability = logistic(score(model, features))
            if probability >= FAINTEST_CUE:
                found.append(Cue(token=token, probability=probability))
    return tuple(found)


def _read(
    example: Example, cues: tuple[Cue, ...], contents: Model, sources: Model
) -> Reading:
    reports = find_reports(
        example.parse,
        example.alignment,
        example.mentions,
        cues,
        contents,
        sources,
        threshold=FAINT_REPORT,
    )
    evidence = gather_evidence(
        example.parse, example.mentions, cues, reported_tokens(reports)
    )
    return Reading(cues=cues, reports=reports, evidence=evidence)


def read_example(example: Example, models: Mapping[str, Model]) -> Reading:
    """Read an example that the models were not trained on."""
    cues = _cues(example, models["cues"], frozenset(models["cues"].weights))
    return _read(example, cues, models["contents"], models["cue_sources"])


def _cross_shares(
    examples: Sequence[Example], groups: _Groups, readings: Mapping[str, Reading]
) -> dict[str, list[float]]:
    """Give the probability of each segment's best source, by models not trained on it."""
    shares = {}
    for fold in range(FOLDS):
        rest, held = _split(examples, fold)
        model = _fit("segment_sources", [groups[example.name] for example in rest])
        for example in held:
            shares[example.name] = _shares(example, readings[example.name].evidence, model)
    return shares


def _shares(example: Example, evidence: Evidence, model: Model) -> list[float]:
    shares = []
    previous = None
    for number in range(len(example.segments)):
        source, share = rank_segment_sources(
            example.parse,
            example.alignment,
            example.mentions,
            evidence,
            number,
            previous,
            model,
        )[0]
        previous = source or previous
        shares.append(share)
    return shares
