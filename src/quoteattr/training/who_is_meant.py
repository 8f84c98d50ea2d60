"""Weights of who is meant: antecedents, continuations, kinds of speakers, and how sure they are.

Every text is walked through with the right answers, so that what came before a question is right;
figures and the examples of confidence come from models that never saw the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import attrs

from quoteattr.attribution.attributions import Attribution
from quoteattr.entities.cast import Cast, build_cast
from quoteattr.scoring.choice import Choice, choose
from quoteattr.scoring.confidence import confidence, speaker_confidence_features
from quoteattr.scoring.linear_model import Model, load_model
from quoteattr.speakers.antecedents import walk_through
from quoteattr.speakers.resolve import link_of, name_of
from quoteattr.speakers.speaker_kinds import kind_question
from quoteattr.speakers.walks import NOBODY, Asked, Decide, Walk, by_weights
from quoteattr.syntax.tokens import Parse
from quoteattr.text.segments import Segment
from quoteattr.training.cross_fitting import Recipe, cross_fit
from quoteattr.training.fitting import Group
from quoteattr.training.folds import FOLDS, fold_of_name
from quoteattr.training.speaker_gold import ChainGold, NameGold, likeness

__all__ = [
    "SPEAKER_RECIPES",
    "SpeakerExample",
    "learn_who_is_meant",
    "make_speaker_example",
    "models_without",
]

_HINT = 0.7  # what a question counts that nothing but a title answers
_CONTRARY_HINT = 0.5  # the same, where titles tell only whom words do not mean
SPEAKER_RECIPES: Mapping[str, Recipe] = {
    "antecedents_nouns": Recipe(penalty=4.0, rarest=5, smallest=0.04),
    "antecedents_pronouns": Recipe(penalty=4.0, rarest=5, smallest=0.04),
    "continuations": Recipe(penalty=2.0, rarest=5, smallest=0.04),
    "speaker_kinds": Recipe(penalty=1.0, rarest=3, smallest=0.04),
    "speaker_confidence": Recipe(penalty=2.0, rarest=5, smallest=0.01),
}

Models = Mapping[str, Model]
_Groups = dict[str, list[Group]]


@attrs.frozen(kw_only=True, eq=False)
class SpeakerExample:
    """A text with the right answers to who is meant in it.

    Attributes:
        name: names it among all.
        cast: who has a name in it.
        attributions: what was said.
        gold: makes the right answers, anew for each walk.
        weight: how much its questions count.
        complete: every quotation was annotated, so that what was not is wrong.
    """

    name: str
    cast: Cast
    attributions: Sequence[Attribution]
    gold: Callable[[], NameGold | ChainGold]
    weight: float
    complete: bool = False


def make_speaker_example(
    name: str,
    parse: Parse,
    segments: Sequence[Segment],
    attributions: Sequence[Attribution],
    gold: Callable[[], NameGold | ChainGold],
    *,
    weight: float = 1.0,
    complete: bool = False,
) -> SpeakerExample:
    """Find who has a name in a text, and put the right answers beside it."""
    heads = [attribution.source.head for attribution in attributions if attribution.source]
    return SpeakerExample(
        name=name,
        cast=build_cast(parse, segments, heads),
        attributions=attributions,
        gold=gold,
        weight=weight,
        complete=complete,
    )


def learn_who_is_meant(
    examples: Sequence[SpeakerExample], progress: Callable[[str], None] = lambda _: None
) -> dict[str, Model]:
    """Fit every model of who is meant; each says how often it is right out of fold."""
    folds, antecedents = _antecedent_models(examples, progress)
    read = {
        example.name: _read(example, folds[fold_of_name(example.name)])
        for example in examples
        if isinstance(example.gold(), NameGold)
    }
    _, others = _fit_folds(read, progress)
    return {**antecedents, **others}


def models_without(
    examples: Sequence[SpeakerExample], progress: Callable[[str], None] = lambda _: None
) -> dict[str, Models]:
    """Give, by text, the models of whom a reference means that were fitted without its fold."""
    folds, _ = _antecedent_models(examples, progress)
    return {example.name: folds[fold_of_name(example.name)] for example in examples}


def _antecedent_models(
    examples: Sequence[SpeakerExample], progress: Callable[[str], None]
) -> tuple[list[dict[str, Model]], dict[str, Model]]:
    """Fit the models that choose whom words mean, without each fold and on all.

    Few words of a text are annotated. A first round takes the others for somebody new; a second
    one reads them as models of the first do that never saw the text. Both count half.
    """
    plain = {one.name: _answered(one) for one in examples}
    folds, _ = _fit_folds(plain, lambda _: None)
    read = {one.name: _answered(one, folds[fold_of_name(one.name)]) for one in examples}
    asked = {name: _halves(plain[name], read[name]) for name in plain}
    return _fit_folds(asked, progress, read)


def _halves(*rounds: _Groups) -> _Groups:
    """Put the questions of all rounds together, each with its part of the weight."""
    together: _Groups = {}
    for groups in rounds:
        for model, asked in groups.items():
            parts = (attrs.evolve(one, weight=one.weight / len(rounds)) for one in asked)
            together.setdefault(model, []).extend(parts)
    return together


def _fit_folds(
    asked: Mapping[str, _Groups],
    progress: Callable[[str], None],
    counted: Mapping[str, _Groups] | None = None,
) -> tuple[list[dict[str, Model]], dict[str, Model]]:
    """Fit each model without each fold, and on all; count what is right out of fold.

    Args:
        asked: the questions to learn from, by text.
        progress: is told how each model does.
        counted: the questions to count right answers of, by default the same.
    """
    names = list(asked)
    folds: list[dict[str, Model]] = [{} for _ in range(FOLDS)]
    whole: dict[str, Model] = {}
    for model in sorted({model for groups in asked.values() for model in groups}):
        fitted, whole[model] = cross_fit(
            SPEAKER_RECIPES[model],
            _of_model(asked, model, names),
            fold_of=lambda place: fold_of_name(names[place]),
            counted=_of_model(counted or asked, model, names),
        )
        for models, one in zip(folds, fitted, strict=True):
            models[model] = one
        progress(f"{model}, {len(whole[model].weights)} weights, {whole[model].about}")
    return folds, whole


def _of_model(
    asked: Mapping[str, _Groups], model: str, names: Sequence[str]
) -> list[Sequence[Group]]:
    return [asked[name].get(model, []) for name in names]


def _answered(example: SpeakerExample, models: Models | None = None) -> _Groups:
    """Walk through a text with the right answers, and keep every question that has one."""
    groups: _Groups = {}
    walk_through(example.cast, example.attributions, _by_gold(example, groups, models))
    return groups


def _by_gold(example: SpeakerExample, groups: _Groups, models: Models | None) -> Decide:
    """Answer rightly where the annotation tells, elsewhere by models or with somebody new."""
    gold = example.gold()

    def decide(walk: Walk, asked: Asked) -> Choice[int]:
        candidates = list(asked.question.candidates)
        right = gold.right(walk, asked)
        chosen = candidates[-1]
        if right is not None:
            features = [list(asked.question.features(number)) for number in candidates]
            numbers = frozenset(candidates.index(number) for number in right)
            weight = example.weight * _worth(gold, asked)
            groups.setdefault(asked.model, []).append(Group(features, numbers, weight))
            chosen = right[0]
            gold.note(asked, len(walk.trails) if chosen == NOBODY else chosen)
        elif models is not None and asked.model in models:
            return choose(asked.question, models[asked.model])
        others = [(number, 0.0) for number in candidates if number != chosen]
        return Choice(question=asked.question, ranked=[(chosen, 1.0), *others])

    return decide


def _worth(gold: NameGold | ChainGold, asked: Asked) -> float:
    """Give what a question counts, which is less where nothing but titles answers it."""
    reference = asked.reference
    if reference is None or not isinstance(gold, NameGold):
        return 1.0
    if reference.token in gold.hints:
        return _HINT
    return 1.0 if reference.token in gold.by_token else _CONTRARY_HINT


def _read(example: SpeakerExample, models: Models) -> _Groups:
    """Read a text with models that never saw it: kinds of right speakers, and who is right."""
    gold = example.gold()
    walk = walk_through(example.cast, example.attributions, by_weights(models))
    if not isinstance(gold, NameGold):
        return {"speaker_kinds": [], "speaker_confidence": []}
    return {
        "speaker_kinds": list(_kind_groups(example, walk, gold)),
        "speaker_confidence": list(_confidence_groups(example, walk, gold)),
    }


def _is_right(walk: Walk, number: int, gold: NameGold) -> bool:
    """Tell whether the walk found the speaker of an attribution as it was annotated."""
    wanted, speaker = gold.by_attribution.get(number), walk.speakers.get(number)
    if wanted is None:
        return number in gold.by_attribution and speaker is None
    return speaker is not None and likeness(name_of(walk, speaker), wanted) > 0


def _confidence_groups(example: SpeakerExample, walk: Walk, gold: NameGold) -> Iterator[Group]:
    """Give, for each attribution that somebody judged, whether its speaker is right."""
    for number, attribution in enumerate(example.attributions):
        if example.complete and number not in gold.unjudged:
            known = confidence(attribution.kind, attribution.links, load_model("confidence"))
            features = list(speaker_confidence_features(known, link_of(walk, number)))
            right = frozenset({0 if _is_right(walk, number, gold) else 1})
            yield Group([features, ()], right, example.weight)


def _kind_groups(example: SpeakerExample, walk: Walk, gold: NameGold) -> Iterator[Group]:
    """Give, for each speaker that was found, which kind the annotation says it is."""
    seen: set[int] = set()
    for number in range(len(example.attributions)):
        wanted, speaker = gold.by_attribution.get(number), walk.speakers.get(number)
        if wanted is None or speaker is None or speaker in seen:
            continue
        if _is_right(walk, number, gold):
            seen.add(speaker)
            yield from _kind_group(walk, speaker, wanted.kind, example.weight)


def _kind_group(walk: Walk, speaker: int, kind: str | None, weight: float) -> list[Group]:
    if walk.trails[speaker].members:
        return []
    question = kind_question(walk, speaker)
    kinds = [candidate.value for candidate in question.candidates]
    if kind not in kinds:
        return []
    features = [list(question.features(candidate)) for candidate in question.candidates]
    return [Group(features, frozenset({kinds.index(kind)}), weight)]
