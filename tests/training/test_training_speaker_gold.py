"""Right answers to who is meant: names that are right, and annotations laid over tokens."""

from __future__ import annotations

import attrs
import pytest

from quoteattr.attribution.attributions import Attribution, attribute
from quoteattr.corpora.golden_cases import GoldenCase, GoldenQuotation
from quoteattr.corpora.gum import Document, Entity, EntityMention
from quoteattr.corpora.speakers import AnnotatedStretch, SpeakerArticle
from quoteattr.speakers.walks import NOBODY
from quoteattr.syntax.tokens import Parse
from quoteattr.text.segments import find_segments
from quoteattr.training.speaker_gold import GoldSpeaker, chain_gold, likeness, name_gold
from reading import read

TEXT = "“It rained,” Ann Lee said. “It snowed,” the mayor said."


@pytest.fixture(scope="module")
def found() -> tuple[Parse, tuple[Attribution, ...]]:
    """Read the text."""
    parse = read(TEXT)
    return parse, attribute(parse, find_segments(TEXT).segments)


def quotation(words: str, source: str, name: str | None) -> GoldenQuotation:
    """Annotate words of the text."""
    start, at = TEXT.index(words), TEXT.index(source)
    return GoldenQuotation(
        kind="direct",
        content=((start, start + len(words)),),
        cue=None,
        source=(at, at + len(source)),
        names=() if name is None else (name,),
        speaker_kind=None if name is None else "person",
    )


RAINED = quotation("It rained,", "Ann Lee", "Ann Lee")
SNOWED = quotation("It snowed,", "the mayor", None)


def test_speakers_are_laid_over_what_was_found(
    found: tuple[Parse, tuple[Attribution, ...]],
) -> None:
    """Each attribution and each token of its source has the annotated speaker, or nobody."""
    parse, attributions = found
    gold = name_gold(
        parse, attributions, GoldenCase(name="a", text=TEXT, quotations=(RAINED, SNOWED))
    )
    lee = GoldSpeaker(names=("Ann Lee",), kind="person")
    assert gold.by_attribution == {0: lee, 1: None}
    told = {parse.words[token]: speaker for token, speaker in gold.by_token.items()}
    assert told == {"Ann": lee, "Lee": lee, "the": None, "mayor": None}
    assert gold.unjudged == frozenset()


def test_what_may_be_a_quotation_is_not_judged(
    found: tuple[Parse, tuple[Attribution, ...]],
) -> None:
    """An optional one has a speaker, but whether it was found says nothing."""
    optional = attrs.evolve(SNOWED, optional=True)
    case = GoldenCase(name="a", text=TEXT, quotations=(RAINED, optional))
    gold = name_gold(*found, case)
    assert gold.unjudged == {1}
    assert set(gold.by_attribution) == {0, 1}


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
