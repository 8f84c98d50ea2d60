"""Mentions: which words can be a source, and how far each mention reaches."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import strategies
from parses import build
from quoteattr.syntax.mentions import (
    can_speak,
    find_mentions,
    mention_features,
    sort_of,
)
from quoteattr.syntax.tokens import Parse
from reading import read


def mentions(parse: Parse) -> list[str]:
    """Give the words of every mention."""
    return [" ".join(parse.words[m.start : m.end]) for m in find_mentions(parse)]


@pytest.mark.parametrize(
    ("sentence", "entities", "found"),
    [
        pytest.param(
            "Mayor/NNP/compound/Lee Ann/NNP/compound/Lee Lee/NNP/nsubj/left left/VBD/ROOT",
            {"Ann_Lee": "PERSON"},
            ["Mayor Ann Lee"],
            id="a name takes what stands before it",
        ),
        pytest.param(
            "Ann/NNP/compound/Lee Lee/NNP/nsubj/left ,/,/punct/Lee the/DT/det/mayor "
            "mayor/NN/appos/Lee ,/,/punct/Lee left/VBD/ROOT",
            {"Ann_Lee": "PERSON"},
            ["Ann Lee", "the mayor"],
            id="the role behind a name is a mention of its own",
        ),
        pytest.param(
            "Lee/NNP/nsubj/left of/IN/prep/Lee Ayton/NNP/pobj/of left/VBD/ROOT",
            {"Lee": "PERSON"},
            ["Lee", "Ayton"],
            id="a name ends before a phrase",
        ),
        pytest.param(
            "Kofi/NNP/compound/Danso Addo/NNP/compound/Danso -/HYPH/punct/Danso "
            "Danso/NNP/nsubj/left left/VBD/ROOT",
            {"Kofi_Addo_-_Danso": "PERSON"},
            ["Kofi Addo - Danso"],
            id="a hyphen holds a name together",
        ),
        pytest.param(
            "Mayor/NNP/compound/Ek Bo/NNP/nmod/Ek “/``/punct/Ek Bud/NNP/nmod/Ek ”/''/punct/Ek "
            "Ek/NNP/nsubj/left left/VBD/ROOT",
            {"Bo_“_Bud_”_Ek": "PERSON"},
            ["Mayor Bo “ Bud ” Ek"],
            id="a nickname between marks is within the name",
        ),
        pytest.param(
            "a/DT/det/spokesman spokesman/NN/nsubj/left for/IN/prep/spokesman "
            "the/DT/det/club club/NN/pobj/for left/VBD/ROOT",
            {},
            ["a spokesman for the club", "the club"],
            id="a common noun takes the phrase that narrows it",
        ),
        pytest.param(
            "people/NNS/nsubj/left who/WP/nsubj/saw saw/VBD/relcl/people it/PRP/dobj/saw "
            "left/VBD/ROOT",
            {},
            ["people who saw it", "who", "it"],
            id="a common noun takes its relative clause",
        ),
        pytest.param(
            "Ann/NNP/compound/Lee Lee/NNP/nsubj/left and/CC/cc/Lee Bo/NNP/compound/Ek "
            "Ek/NNP/conj/Lee left/VBD/ROOT",
            {"Ann_Lee": "PERSON", "Bo_Ek": "PERSON"},
            ["Ann Lee and Bo Ek", "Bo Ek"],
            id="two persons joined by and are one mention",
        ),
        pytest.param(
            "Lee/NNP/nsubj/left and/CC/cc/Lee Acme/NNP/conj/Lee left/VBD/ROOT",
            {"Lee": "PERSON", "Acme": "ORG"},
            ["Lee", "Acme"],
            id="a person and a firm are two",
        ),
        pytest.param(
            "the/DT/det/coach coach/NN/nsubj/left Ann/NNP/compound/Lee Lee/NNP/appos/coach "
            "left/VBD/ROOT",
            {"Ann_Lee": "PERSON"},
            ["the coach Ann Lee", "Ann Lee"],
            id="a role takes the name beside it",
        ),
        pytest.param(
            "The/DT/det/House House/NNP/nsubj/sat of/IN/prep/House Lords/NNPS/pobj/of sat/VBD/ROOT",
            {"The_House_of_Lords": "ORG"},
            ["The House of Lords", "Lords"],
            id="an entity is never cut",
        ),
        pytest.param(
            "her/PRP$/poss/aide aide/NN/nsubj/left left/VBD/ROOT",
            {},
            ["her", "her aide"],
            id="possessives are mentions and belong to their noun",
        ),
    ],
)
def test_extent(sentence: str, entities: dict[str, str], found: list[str]) -> None:
    """A mention holds what belongs to its head, and stops where another begins."""
    assert mentions(build(sentence, **entities)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Those/DT/nsubj/left left/VBD/ROOT", ["Those"]),
        ("Two/CD/nsubj/left left/VBD/ROOT", ["Two"]),
        ("Two/CD/nummod/men men/NNS/nsubj/left left/VBD/ROOT", ["Two men"]),
        ("It/PRP/nsubj/was was/VBD/ROOT late/JJ/acomp/was", ["It"]),
    ],
)
def test_words_that_stand_for_a_noun(sentence: str, found: list[str]) -> None:
    """A determiner or number alone is a mention as an argument, not beside its noun."""
    assert mentions(build(sentence)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "“/``/punct/Lee so/RB/advmod/Lee ”/''/punct/Lee Lee/NNP/nsubj/left left/VBD/ROOT",
            ["Lee"],
        ),
        (
            "club/NN/nsubj/left of/IN/prep/club “/``/punct/lies lies/NNS/pobj/of left/VBD/ROOT",
            ["club", "lies"],
        ),
        (
            "team/NN/nsubj/won of/IN/prep/team “/``/punct/x x/NN/pobj/of ”/''/punct/x won/VBD/ROOT",
            ["team of “ x ”", "x"],
        ),
    ],
)
def test_marks_without_a_partner(sentence: str, found: list[str]) -> None:
    """A mention ends before a mark whose partner is not in it, and before what led there."""
    assert mentions(build(sentence)) == found


def test_edges_are_words() -> None:
    """A mark before the first word is no part of the mention."""
    parse = build("“/``/punct/men Old/JJ/amod/men ”/''/punct/men men/NNS/nsubj/left left/VBD/ROOT")
    assert [parse.words[mention.start] for mention in find_mentions(parse)] != ["“"]


@pytest.mark.parametrize(
    ("sentence", "entities", "speaks"),
    [
        pytest.param("so/RB/advmod/left Zorb/NNP/nsubj/left left/VBD/ROOT", {}, True, id="a name"),
        pytest.param("Rain/NNP/nsubj/fell fell/VBD/ROOT", {}, False, id="a first word"),
        pytest.param("Ann/NNP/nsubj/fell fell/VBD/ROOT", {"Ann": "PERSON"}, True, id="a person"),
        pytest.param(
            "all/DT/det/night night/NN/nsubj/fell fell/VBD/ROOT",
            {"all_night": "TIME"},
            False,
            id="a time",
        ),
        pytest.param(
            "four/CD/nsubj/left left/VBD/ROOT", {"four": "ORG"}, True, id="whatever is an entity"
        ),
        pytest.param("she/PRP/nsubj/left left/VBD/ROOT", {}, True, id="a personal pronoun"),
        pytest.param("who/WP/nsubj/left left/VBD/ROOT", {}, True, id="who"),
        pytest.param("it/PRP/nsubj/left left/VBD/ROOT", {}, False, id="it"),
        pytest.param("its/PRP$/poss/left left/VBD/ROOT", {}, False, id="its"),
        pytest.param("which/WDT/nsubj/left left/VBD/ROOT", {}, False, id="which"),
        pytest.param("that/DT/nsubj/left left/VBD/ROOT", {}, False, id="a demonstrative"),
        pytest.param("a/DT/det/woman woman/NN/nsubj/left left/VBD/ROOT", {}, True, id="a noun"),
        pytest.param("the/DT/det/mayors mayors/NNS/nsubj/left left/VBD/ROOT", {}, True, id="roles"),
        pytest.param(
            "the/DT/det/report report/NN/nsubj/left left/VBD/ROOT", {}, True, id="a document"
        ),
        pytest.param("the/DT/det/rain rain/NN/nsubj/left left/VBD/ROOT", {}, False, id="a thing"),
    ],
)
def test_what_can_speak(sentence: str, entities: dict[str, str], speaks: bool) -> None:  # noqa: FBT001
    """Names, persons, bodies, texts and their pronouns can speak; things and "it" cannot."""
    parse = build(sentence, **entities)
    (mention,) = find_mentions(parse)
    assert can_speak(parse, mention) is speaks


@pytest.mark.parametrize(
    ("sentence", "entities", "sort"),
    [
        ("She/PRP/nsubj/left left/VBD/ROOT", {}, "she"),
        ("This/DT/nsubj/left left/VBD/ROOT", {}, "this"),
        ("Lee/NNP/nsubj/left left/VBD/ROOT", {"Lee": "PERSON"}, "PERSON"),
        ("Lee/NNP/nsubj/left left/VBD/ROOT", {}, "NNP"),
        ("the/DT/det/men men/NNS/nsubj/left left/VBD/ROOT", {}, "NNS"),
    ],
)
def test_sort(sentence: str, entities: dict[str, str], sort: str) -> None:
    """A pronoun is a sort of its own; other mentions are sorted by entity, else by tag."""
    parse = build(sentence, **entities)
    (mention,) = find_mentions(parse)
    assert sort_of(parse, mention) == sort


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "The/DT/det/mayor mayor/NN/nsubj/left left/VBD/ROOT",
            {"head=mayor", "determiner=the", "class=person"},
        ),
        ("Lee/NNP/nsubj/left left/VBD/ROOT", {"class=name"}),
        ("Lee/NNP/poss/aide 's/POS/case/Lee aide/NN/ROOT", {"possessive", "class=name"}),
        ("old/JJ/amod/doors doors/NNS/nsubj/left left/VBD/ROOT", {"head=doors", "class=thing"}),
    ],
)
def test_words_of_a_mention(sentence: str, names: set[str]) -> None:
    """Head, its class and determiner are named, but no feature holds a name."""
    parse = build(sentence)
    assert set(mention_features(parse, find_mentions(parse)[0])) == names


@given(strategies.news_texts())
@settings(max_examples=40)
def test_every_mention_holds_its_head(text: str) -> None:
    """Mentions come in the order of their heads, one a head, each inside its own range."""
    parse = read(text)
    found = find_mentions(parse)
    assert [m.head for m in found] == sorted({m.head for m in found})
    for mention in found:
        assert 0 <= mention.start <= mention.head < mention.end <= len(parse)


def test_an_answer_that_comes_is_nobody() -> None:
    """Whose words they are stands behind "from", if anywhere."""
    parse = read("“We will not go,” came the reply from the minister.")
    heads = [parse.words[mention.head] for mention in find_mentions(parse)]
    assert heads == ["We", "minister"]
