"""Training of who is meant: right answers laid over texts, and models fitted on them."""

from __future__ import annotations

import functools

import pytest

from quoteattr.attribution.attributions import attribute
from quoteattr.corpora.golden_cases import GoldenCase, GoldenQuotation
from quoteattr.corpora.gum import Document, Entity, EntityMention
from quoteattr.corpora.speakers import AnnotatedStretch, SpeakerArticle
from quoteattr.speakers.walks import NOBODY
from quoteattr.text.segments import find_segments
from quoteattr.training.speaker_gold import GoldSpeaker, chain_gold, likeness, name_gold
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


@pytest.mark.parametrize(
    ("name", "wanted", "kind", "alike"),
    [
        ("Lee", "Ann Lee", "person", True),
        ("Ann Lee", "Lee", "person", True),
        ("Bo Lee", "Ann Lee", "person", False),
        ("the Ministry of Trade", "Ministry of Trade", "organization", True),
        ("Trade", "Ministry of Trade", "organization", False),
        ("residents", "local residents", "group", True),
    ],
)
def test_names_that_are_right(name: str, wanted: str, kind: str, *, alike: bool) -> None:
    """A family name will do for a person; for others most words are shared."""
    assert (likeness(name, GoldSpeaker(names=(wanted,), kind=kind)) > 0) is alike


def test_the_same_name_is_likest() -> None:
    """What is written alike, but for articles and titles of courtesy, counts most."""
    speaker = GoldSpeaker(names=("Ann Lee",), kind="person")
    assert likeness("Ms Ann Lee", speaker) > likeness("Lee", speaker) > 0


def test_chains_are_laid_over_tokens() -> None:
    """The head of each mention belongs to its entity."""
    text = "Ann Lee left. She wept."
    mentions = [(0, 7, (4, 7)), (14, 17, (14, 17))]
    entity = Entity(
        id=7,
        type="person",
        mentions=tuple(EntityMention(start=s, end=e, head=h) for s, e, h in mentions),
    )
    parse = read(text)
    gold = chain_gold(parse, Document(name="d", genre="news", text=text, entities=(entity,)))
    assert {parse.words[token] for token in gold.entity} == {"Lee", "She"}
    assert set(gold.entity.values()) == {7}
    assert NOBODY not in gold.entity.values()


def test_a_title_tells_whom_a_noun_means() -> None:
    """Where an annotated title of several words stands, its noun means the bearer."""
    text = "Ann Lee left. The harbour master wept. A master sang. “No,” Lee said."
    start = text.index("“No,”")
    stretch = AnnotatedStretch(
        start=start,
        end=start + 5,
        quotation=True,
        kind="direct",
        speaker="Ann Lee",
        speaker_kind="person",
        titles=("harbour master", "master"),
        main_title="harbour master",
        mention="Lee",
    )
    parse = read(text)
    gold = name_gold(parse, [], SpeakerArticle(name="a", text=text, stretches=(stretch,)))
    assert list(gold.by_token) == [parse.words.index("master")]


def test_models_without_a_text() -> None:
    """Every text gets models, those of one fold the same, those of others not."""
    examples = [example_of(case_of(name)) for name in NAMES]
    unseen = models_without(examples)
    assert set(unseen) == {example.name for example in examples}
    assert len({id(models) for models in unseen.values()}) > 1
