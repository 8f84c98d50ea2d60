"""Phrase relations: what grammar ties to the head of a noun phrase."""

from __future__ import annotations

import pytest

from parses import build
from quoteattr.speakers.phrase_relations import (
    name_given,
    named_member,
    related_tokens,
    stays_unnamed,
    told_in_clauses,
)
from quoteattr.speakers.references import reference_to
from reading import read


def test_owner_apposition_and_preposition_are_ties() -> None:
    """Each dependent is given with what ties it to the head."""
    parse = build(
        "Ghana/NNP/poss/spokesman 's/POS/case/Ghana spokesman/NN/nsubj/left for/IN/prep/spokesman "
        "trade/NN/pobj/for Lee/NNP/appos/spokesman left/VBD/ROOT"
    )
    ties = set(related_tokens(parse, reference_to(parse, 2, speaks=True)))
    assert {("inside", 2), ("owner", 0), ("for", 4), ("beside", 5), ("first", 0)} <= ties


def test_who_stands_beside_another_person_is_the_noun() -> None:
    """A lawyer for Mr Ek, Jane Doe: she is the lawyer; a ministry in Lima, Peru, is not Peru."""
    words = "lawyer/NN/nsubj/left for/IN/prep/lawyer Ek/NNP/pobj/for Doe/NNP/appos/Ek left/VBD/ROOT"
    for label, beside in (("PERSON", True), ("GPE", False)):
        parse = build(words, Ek=label, Doe=label)
        ties = set(related_tokens(parse, reference_to(parse, 0, speaks=True)))
        assert (("beside", 3) in ties) is beside


def test_the_maker_of_a_text_is_tied_to_it() -> None:
    """In "a letter sent by Lee" Lee made it."""
    parse = build(
        "letter/NN/nsubj/fell sent/VBN/acl/letter by/IN/agent/sent Lee/NNP/pobj/by fell/VBD/ROOT"
    )
    assert ("made by", 3) in set(related_tokens(parse, reference_to(parse, 0, speaks=True)))


def test_who_has_a_text_did_not_make_it() -> None:
    """In "a letter seen by Lee" Lee is tied to it in another way."""
    parse = build(
        "letter/NN/nsubj/fell seen/VBN/acl/letter by/IN/agent/seen Lee/NNP/pobj/by fell/VBD/ROOT"
    )
    ties = dict(related_tokens(parse, reference_to(parse, 0, speaks=True)))
    assert ties["had by"] == 3
    assert "made by" not in ties


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They were tired, according to one of the divers, Ann Lee.", "Lee"),
        ("One of her old lawyers, Ann Lee, left.", "Lee"),
        ("One of the largest banks, Acme Trust, said no.", "Trust"),
        ("Another of the pilots – Maria Diaz – left.", "Diaz"),
        ("One of her lawyers, Ann Lee said, had left.", None),
        ("One of the lawyers, a friend of Ann Lee, left.", None),
        ("Two of the lawyers, Ann Lee and Bo Ek, left.", None),
    ],
)
def test_one_of_several_is_who_is_named_behind(text: str, name: str | None) -> None:
    """Behind a comma or dash a name that does nothing itself is that of the one before it."""
    parse = read(text)
    one = next(t for t, word in enumerate(parse.lowers) if word in ("one", "another", "two"))
    token = named_member(parse, one)
    assert (None if token is None else parse.words[token]) == name


def test_the_next_word_over_a_comma() -> None:
    """A name behind the phrase and a comma is next to it; a full stop parts them."""
    parse = build("chairman/NN/nsubj/left ,/,/punct/chairman Lee/NNP/dep/left left/VBD/ROOT")
    ties = dict(related_tokens(parse, reference_to(parse, 0, speaks=True)))
    assert ties["next behind a mark"] == 2
    parse = build("chairman/NN/ROOT ././punct/chairman", "Lee/NNP/nsubj/left left/VBD/ROOT")
    assert "next behind a mark" not in dict(
        related_tokens(parse, reference_to(parse, 0, speaks=True))
    )


@pytest.mark.parametrize(
    ("text", "word", "tie", "name"),
    [
        ("The lawmaker from Kisumu constituency Ann Lee said no.", "lawmaker", "closing", "Ann"),
        (
            "A spokeswoman for trade chief Ann Lee said no.",
            "spokeswoman",
            "closing behind a role",
            "Ann",
        ),
        ("A lawyer for Gov. Ann Lee said no.", "lawyer", "closing behind a role", "Ann"),
    ],
)
def test_a_name_may_end_a_long_phrase(text: str, word: str, tie: str, name: str) -> None:
    """The name that ends a phrase is tied to its head, and it is told whether a role is nearer."""
    parse = read(text)
    head = parse.words.index(word)
    ties = dict(related_tokens(parse, reference_to(parse, head, speaks=True)))
    assert parse.words[ties[tie]] == name


@pytest.mark.parametrize(
    "text", ["The minister told Ann Lee no.", "A spokesman for Ann Lee said no."]
)
def test_no_name_ends_a_phrase_behind_a_verb_or_a_preposition(text: str) -> None:
    """Whom the minister told, or whom a spokesman speaks for, does not end the phrase."""
    parse = read(text)
    ties = dict(related_tokens(parse, reference_to(parse, 1, speaks=True)))
    assert not any(tie.startswith("closing") for tie in ties)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (("A/DT/det/man man/NN/nsubj/fell called/VBN/acl/man Zed/NNP/oprd/called fell/VBD/ROOT "
         "here/RB/advmod/fell"), 3),
        (("a/DT/det/man man/NN/nsubj/fell surnamed/VBN/acl/man Zed/NNP/oprd/surnamed "
         "fell/VBD/ROOT here/RB/advmod/fell"), 3),
        (("the/DT/det/nurse nurse/NN/nsubj/fell who/WP/nsubj/gave gave/VBD/relcl/nurse "
         "her/PRP$/poss/name name/NN/dobj/gave as/IN/prep/gave Zed/NNP/pobj/as fell/VBD/ROOT"), 7),
        (("the/DT/det/nurse nurse/NN/nsubj/fell who/WP/nsubj/gave gave/VBD/relcl/nurse "
         "her/PRP$/poss/name name/NN/dobj/gave only/RB/advmod/as as/IN/prep/gave "
         "Zed/NNP/pobj/as fell/VBD/ROOT"), 8),
        (("the/DT/det/nurse nurse/NN/nsubj/fell who/WP/nsubj/gave gave/VBD/relcl/nurse "
         "no/DT/det/name name/NN/dobj/gave as/IN/prep/gave Zed/NNP/pobj/as fell/VBD/ROOT"), None),
        (("the/DT/det/nurse nurse/NN/nsubj/fell who/WP/nsubj/gave gave/VBD/relcl/nurse "
         "Bo/NNP/poss/name 's/POS/case/Bo name/NN/dobj/gave as/IN/prep/gave Zed/NNP/pobj/as "
         "fell/VBD/ROOT"), None),
        (("the/DT/det/man man/NN/nsubj/fell who/WP/nsubj/called called/VBD/relcl/man "
         "Zed/NNP/dobj/called fell/VBD/ROOT here/RB/advmod/fell"), None),
        (("the/DT/det/man man/NN/nsubj/fell they/PRP/nsubj/called called/VBD/relcl/man "
         "Zed/NNP/oprd/called fell/VBD/ROOT here/RB/advmod/fell"), 4),
        ("a/DT/det/man man/NN/ROOT called/VBN/acl/man Zed/NNP/oprd/called ././punct/man", 3),
        ("a/DT/det/man man/NN/ROOT called/VBN/acl/man Zed/NNP/oprd/called", 3),
        (("the/DT/det/nurse nurse/NN/ROOT who/WP/nsubj/gave gave/VBD/relcl/nurse "
         "her/PRP$/poss/name name/NN/dobj/gave as/IN/prep/gave Zed/NNP/pobj/as"), 7),
        (("the/DT/det/nurse nurse/NN/ROOT who/WP/nsubj/gave gave/VBD/relcl/nurse "
         "her/PRP$/poss/name name/NN/dobj/gave as/IN/prep/gave"), None),
    ],
)  # fmt: skip
def test_a_clause_tells_the_name(sentence: str, name: int | None) -> None:
    """A name behind “called”, or put for somebody's own name, is the noun's, if no other's."""
    assert name_given(build(sentence), 1) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A clerk, who asked to be identified only as Maria, left.", "Maria"),
        ("A clerk, who identified himself as Tomas Rey, left.", "Tomas"),
        ("A clerk, who identified the thief as Maria, left.", None),
        ("A clerk known as Maria’s friend left.", None),
        ("It was a clerk identified only", None),
    ],
)
def test_somebody_is_known_by_a_name(text: str, name: str | None) -> None:
    """Who is identified or known as somebody is that one, but not the owner of what follows."""
    parse = read(text)
    found = name_given(parse, parse.words.index("clerk"))
    assert (None if found is None else parse.words[found]) == name


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("who/WP/nsubj/saw saw/VBD/relcl/man Zed/NNP/dobj/saw", True),
        ("as/IN/mark/ran Zed/NNP/nsubj/ran ran/VBD/advcl/fell", True),
        ("after/IN/prep/fell seeing/VBG/pcomp/after Zed/NNP/dobj/seeing", True),
        ("in/IN/prep/man notes/NNS/pobj/in on/IN/prep/notes Zed/NNP/pobj/on", True),
        ("of/IN/prep/man Zed/NNP/pobj/of", False),
        ("who/WP/nsubj/is is/VBZ/relcl/man Zed/NNP/attr/is", False),
        ("known/VBN/relcl/man as/IN/prep/known Zed/NNP/pobj/as", False),
    ],
)
def test_who_is_told_of_in_clauses(rest: str, *, told: bool) -> None:
    """A name in a clause of a noun, or deep in its phrase, is another's, but not what it is."""
    parse = build(f"man/NN/nsubj/fell {rest} fell/VBD/ROOT")
    assert (list(parse.words).index("Zed") in told_in_clauses(parse, 0)) is told


@pytest.mark.parametrize(
    ("text", "unnamed"),
    [
        ("An envoy, who spoke on condition of anonymity, said no.", True),
        ("An envoy said on condition of anonymity that it rained.", True),
        ("Speaking on condition of anonymity, an envoy said no.", True),
        ("An envoy who declined to be identified said no.", True),
        ("An envoy, who asked not to be named, said no.", True),
        ("An envoy who did not want to be named said no.", True),
        ("An envoy who did not name the ship said no.", False),
        ("An envoy, who was named in the report, said no.", False),
        ("An envoy said that sources would not be named.", False),
    ],
)
def test_a_clause_may_tell_that_no_name_is_given(text: str, *, unnamed: bool) -> None:
    """Anonymity, or not to be named, is told of a noun in its clauses, not in what it says."""
    parse = read(text)
    assert stays_unnamed(parse, parse.words.index("envoy")) is unnamed


@pytest.mark.parametrize(
    ("sentence", "noun", "name"),
    [
        (
            ("Asked/VBN/advcl/left by/IN/agent/Asked man/NN/pobj/by Zed/NNP/nsubj/left "
            "left/VBD/ROOT"),
            2,
            3,
        ),
        (
            ("Asked/VBN/advcl/left by/IN/agent/Asked Zed/NNP/pobj/by man/NN/nsubj/left "
            "left/VBD/ROOT"),
            3,
            2,
        ),
        (("Zed/NNP/nsubjpass/asked was/VBD/auxpass/asked asked/VBN/ROOT "
         "by/IN/agent/asked man/NN/pobj/by"), 4, 0),
    ],
)  # fmt: skip
def test_who_asks_is_not_who_is_asked(sentence: str, noun: int, name: int) -> None:
    """Whoever is asked by somebody is another, on whichever side the name stands."""
    assert name in told_in_clauses(build(sentence), noun)
