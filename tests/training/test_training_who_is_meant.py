"""Training of who is meant: models fitted on texts with the right answers."""

from __future__ import annotations

import functools

from quoteattr.attribution.attributions import attribute
from quoteattr.corpora.golden_cases import GoldenCase, GoldenQuotation
from quoteattr.text.segments import find_segments
from quoteattr.training.speaker_gold import name_gold
from quoteattr.training.who_is_meant import (
    SPEAKER_RECIPES,
    SpeakerExample,
    learn_who_is_meant,
    make_speaker_example,
    models_without,
)
from reading import read

NAMES = ["Ann Lee", "Bob Hale", "Cy Orr", "Di Moss", "Ed Kerr", "Flo Voss", "Gus Roth", "Ida Ray"]


def case_of(name: str) -> GoldenCase:
    """Make a passage in which the last of two people is "she" or "he"."""
    text = f"Jo Park met {name}. “It rained,” {name} said."
    start = text.index("It rained,")
    source = text.rindex(name)
    quotation = GoldenQuotation(
        kind="direct",
        content=((start, start + len("It rained,")),),
        cue=None,
        source=(source, source + len(name)),
        names=(name,),
        speaker_kind="person",
    )
    return GoldenCase(name=name, text=text, quotations=(quotation,))


def example_of(case: GoldenCase) -> SpeakerExample:
    """Lay a case over what is found in its text."""
    parse, segments = read(case.text), find_segments(case.text).segments
    attributions = attribute(parse, segments)
    gold = functools.partial(name_gold, parse, attributions, case)
    return make_speaker_example(case.name, parse, segments, attributions, gold, complete=True)


def test_models_learn_from_right_answers() -> None:
    """Each model that has examples is fitted, and says how often it is right out of fold."""
    models = learn_who_is_meant([example_of(case_of(name)) for name in NAMES])
    assert set(models) <= set(SPEAKER_RECIPES)
    assert models["antecedents_nouns"].about["right, out of fold"] > 0.5  # type: ignore[operator]
    assert models["antecedents_nouns"].weights
    assert not any(
        part.lower() in feature.split("|")
        for name in NAMES
        for part in name.split()
        for feature in models["antecedents_nouns"].weights
    )


def test_models_without_a_text() -> None:
    """Every text gets models, those of one fold the same, those of others not."""
    examples = [example_of(case_of(name)) for name in NAMES]
    unseen = models_without(examples)
    assert set(unseen) == {example.name for example in examples}
    assert len({id(models) for models in unseen.values()}) > 1
