"""Naming rules: marks that set off a name, and such as do not."""

from __future__ import annotations

import pytest

from parses import build
from quoteattr.attribution.naming_rules import NAMING_RULES, naming_rule
from reading import laid

NAMING = [
    (
        "follows naming word",
        (
            "The/DT/det/novel novel/NN/nsubj/sold “/``/punct/Boats Night/NNP/compound/Boats "
            "Boats/NNPS/appos/novel ”/''/punct/Boats sold/VBD/ROOT"
        ),
    ),
    (
        "follows naming verb",
        (
            "a/DT/det/crane crane/NN/ROOT called/VBN/acl/crane “/``/punct/Greta "
            "Big/NNP/compound/Greta Greta/NNP/oprd/called ”/''/punct/Greta"
        ),
    ),
    (
        "known as",
        (
            "a/DT/det/pass pass/NN/ROOT known/VBN/acl/pass as/IN/prep/known “/``/punct/Needle "
            "the/DT/det/Needle Needle/NNP/pobj/as ”/''/punct/Needle"
        ),
    ),
    (
        "played in",
        (
            "Hale/NNP/ROOT known/VBN/acl/Hale as/IN/prep/known Lear/NNP/pobj/as in/IN/prep/Lear "
            "“/``/punct/Nine Ward/NNP/compound/Nine Nine/NNP/pobj/in ”/''/punct/Nine"
        ),
    ),
    (
        "completes naming word",
        (
            "Our/PRP$/poss/motto motto/NN/nsubj/is is/VBZ/ROOT “/``/punct/ready "
            "Always/RB/advmod/ready ready/JJ/acomp/is ”/''/punct/ready"
        ),
    ),
    (
        "nickname",
        (
            "Jo/NNP/compound/Marsh “/``/punct/Anvil Anvil/NNP/compound/Marsh ”/''/punct/Anvil "
            "Marsh/NNP/nsubj/left left/VBD/ROOT"
        ),
    ),
    (
        "title",
        (
            "They/PRP/nsubj/played often/RB/advmod/played played/VBD/ROOT “/``/punct/played "
            "Home/NNP/dobj/played by/IN/prep/Home the/DT/det/River River/NNP/pobj/by "
            "”/''/punct/played "
            "there/RB/advmod/played together/RB/advmod/played"
        ),
    ),
]
SPOKEN = [
    (
        "Ann/NNP/nsubj/said said/VBD/ROOT “/``/punct/said Never/RB/ccomp/said "
        "again/RB/advmod/Never ”/''/punct/said"
    ),
    (
        "Ann/NNP/nsubj/called called/VBN/ROOT it/PRP/dobj/called “/``/punct/mess a/DT/det/mess "
        "mess/NN/oprd/called ”/''/punct/mess"
    ),
    (
        "The/DT/det/mood mood/NN/nsubj/is is/VBZ/ROOT “/``/punct/bad very/RB/advmod/bad "
        "bad/JJ/acomp/is ”/''/punct/bad"
    ),
    (
        "The/DT/det/game game/NN/nsubj/was was/VBD/ROOT “/``/punct/mess a/DT/det/mess "
        "mess/NN/attr/was ”/''/punct/mess"
    ),
    "“/``/punct/left They/PRP/nsubj/left left/VBD/ROOT ”/''/punct/left",
    (
        "They/PRP/nsubj/sang sang/VBD/ROOT “/``/punct/sang Home/NNP/intj/sang !/./punct/sang "
        "Home/NNP/intj/sang !/./punct/sang ”/''/punct/sang"
    ),
]


@pytest.mark.parametrize(("rule", "sentence"), NAMING)
def test_naming_rule(rule: str, sentence: str) -> None:
    """Each rule knows its own way of naming something, and no other rule is needed for it."""
    parse = build(sentence)
    first, last = laid(parse).ranges[0]
    assert [name for name, applies in NAMING_RULES if applies(parse, first, last)] == [rule]
    assert naming_rule(parse, laid(parse), 0) == rule


def test_every_naming_rule_is_met() -> None:
    """No rule is without a sentence that it knows."""
    assert [rule for rule, _ in NAMING] == [name for name, _ in NAMING_RULES]


@pytest.mark.parametrize("sentence", SPOKEN)
def test_what_names_nothing(sentence: str) -> None:
    """What was said, what somebody calls a thing, and marks without words before are no names."""
    parse = build(sentence)
    assert not naming_rule(parse, laid(parse), 0)


def test_a_day_is_no_surname() -> None:
    """Whoever called Marsh “unfit” Monday, said so on that day, and gave no nickname."""
    parse = build(
        "Ek/NNP/nsubj/called called/VBD/ROOT Marsh/NNP/dobj/called “/``/punct/unfit "
        "unfit/JJ/oprd/called ”/''/punct/unfit Monday/NNP/npadvmod/called",
        Monday="DATE",
    )
    assert not naming_rule(parse, laid(parse), 0)


def test_a_long_stretch_is_no_name() -> None:
    """Behind a naming word a short stretch names it; a long one may be quoted from it."""
    words = " ".join(f"w{n}/NN/dep/novel" for n in range(12))
    parse = build(f"The/DT/det/novel novel/NN/ROOT “/``/punct/novel {words} ”/''/punct/novel")
    assert not naming_rule(parse, laid(parse), 0)


@pytest.mark.parametrize(
    ("noun", "words", "names"),
    [
        ("ferry", "Light/NNP/dep/ferry of/IN/prep/Light Bute/NNP/pobj/of", True),
        ("ferry", "leaks/VBZ/dep/ferry badly/RB/advmod/leaks", False),
        ("film", "2001/CD/dep/film", True),
        ("password", "tulip/NN/dep/password", True),
    ],
)
@pytest.mark.parametrize("verb", ["", "was/VBD/ROOT "])
def test_a_thing_has_a_name_with_capitals(noun: str, words: str, names: bool, verb: str) -> None:  # noqa: FBT001
    """Of a ferry only capitals make a name; a password may be any word; “was” may stand between."""
    dep = "nsubj/was" if verb else "ROOT"
    parse = build(
        f"the/DT/det/{noun} {noun}/NN/{dep} {verb}“/``/punct/{noun} {words} ”/''/punct/{noun}"
    )
    assert bool(naming_rule(parse, laid(parse), 0)) == names
