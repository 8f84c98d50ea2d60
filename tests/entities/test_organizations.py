"""Organisations: what their name is, and which names mean one."""

from __future__ import annotations

import pytest

from parses import build
from quoteattr.entities.organizations import bodies_among_persons, body_name, find_bodies
from quoteattr.syntax.tokens import LabelledRange, with_entities
from reading import read


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the Ministry of Fisheries", "Ministry of Fisheries"),
        ("Norway's Fisheries Ministry", "Fisheries Ministry"),
        ("the state-run Zarya news agency", "Zarya"),
        ("the Oslo ministry", "Oslo ministry"),
        ("the iRobot Corp.", "iRobot Corp."),
        ("the 3i Group", "3i Group"),
        ("the ministry", "ministry"),
    ],
)
def test_what_is_no_part_of_the_name(phrase: str, name: str) -> None:
    """Articles, the country that owns a body, and class nouns are left out."""
    parse = read(f"{phrase} said so")
    assert body_name(parse, 0, len(parse) - 2) == name


def test_an_acronym_leads_to_the_full_name() -> None:
    """Letters in brackets behind a name stand for it, whether or not anything is labelled."""
    parse = build(
        "National/NNP/compound/Service Fire/NNP/compound/Service Service/NNP/nsubj/met "
        "(/-LRB-/punct/Service NFS/NNP/appos/Service )/-RRB-/punct/Service met/VBD/ROOT"
    )
    (body,) = find_bodies(parse)
    assert body.name == "National Fire Service"
    assert body.spans == ((0, 3), (4, 5))


def test_the_only_longer_name_is_the_fullest() -> None:
    """A name that ends another one is short for it; a seat of government never is."""
    parse = build(
        "Washington/NNP/compound/Post Post/NNP/nsubj/met met/VBD/ROOT Post/NNP/dobj/met "
        "in/IN/prep/met Washington/NNP/pobj/in ././punct/met"
    )
    spans = [(0, 2), (3, 4), (5, 6)]
    parse = with_entities(parse, [LabelledRange(start=s, end=e, label="ORG") for s, e in spans])
    assert [(body.name, body.spans) for body in find_bodies(parse)] == [
        ("Washington Post", ((0, 2), (3, 4))),
        ("Washington", ((5, 6),)),
    ]


def _names(text: str) -> list[str]:
    return [body.name for body in find_bodies(read(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("West Virginia voted. Virginia said no.", ["West Virginia", "Virginia"]),
        ("Oman Airways lost money. Oman said that it would pay.", ["Oman Airways", "Oman"]),
        ("Arno Airways lost money. Arno said that it would pay.", ["Arno Airways"]),
    ],
)
def test_a_place_is_short_for_nothing(text: str, names: list[str]) -> None:
    """The name of a known place is neither another place's nor that of the firm named after it."""
    assert _names(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The University of Namur shut. The UN said no.", ["University of Namur", "UN"]),
        ("The United Nations met. The UN said no.", ["United Nations"]),
        ("The National Parks Board met. The NPB said no.", ["National Parks Board"]),
        (
            "The National Parks Board met the Northern Ports Board. The NPB said no.",
            ["National Parks Board", "Northern Ports Board", "NPB"],
        ),
    ],
)
def test_letters_without_a_bracket(text: str, names: list[str]) -> None:
    """They stand for the only name with these initials; known ones for what they are known for."""
    assert _names(text) == names


def test_letters_of_a_place() -> None:
    """What is labelled as a place is not short for a body with its initials."""
    parse = build(
        "Leith/NNP/compound/Academy Academy/NNP/nsubj/shut shut/VBD/ROOT in/IN/prep/shut "
        "LA/NNP/pobj/in",
        Leith_Academy="ORG",
        LA="GPE",
    )
    assert [body.name for body in find_bodies(parse)] == ["Leith Academy", "LA"]


def test_a_class_noun_shows_a_body() -> None:
    """A "person" before "news outlet" is a body; one whose full name is in the text owns it."""
    sentence = "The/DT/det/outlet Zarya/NNP/compound/outlet outlet/NN/nsubj/met met/VBD/ROOT"
    assert bodies_among_persons(build(sentence, Zarya="PERSON")) == {0}
    full = "Ana/NNP/compound/Zarya Zarya/NNP/nsubj/wept wept/VBD/ROOT"
    assert bodies_among_persons(build(full, sentence, Ana_Zarya="PERSON")) == frozenset()


def test_a_body_among_persons_is_named() -> None:
    """What is labelled as a person has a place among the bodies once it is shown to be one."""
    parse = build(
        "The/DT/det/outlet Zarya/NNP/compound/outlet outlet/NN/nsubj/met met/VBD/ROOT",
        Zarya="PERSON",
    )
    assert find_bodies(parse) == ()
    (body,) = find_bodies(parse, among_persons=bodies_among_persons(parse))
    assert (body.name, body.label, body.spans) == ("Zarya", "ORG", ((1, 2),))


def test_a_word_shows_a_body() -> None:
    """A longer "person" with a word of firms or clubs in it is a body, unless somebody's name."""
    shut = "/NNP/compound/Betis Betis/NNP/nsubj/shut shut/VBD/ROOT"
    assert bodies_among_persons(build(f"Real{shut}", Real_Betis="PERSON")) == {0}
    assert bodies_among_persons(build(f"Ana{shut}", Ana_Betis="PERSON")) == frozenset()


@pytest.mark.parametrize(
    ("before", "name", "body"),
    [
        ("", "Park Yun", False),
        ("", "Zed Park", False),
        ("", "Zed Bank", True),
        ("minister", "Zed Bank", False),
        ("retailer", "Zed Park", True),
    ],
)
def test_a_family_name_shows_no_body(before: str, name: str, *, body: bool) -> None:
    """Park may be a family name, but for a firm; who has a role before the name is somebody."""
    first, last = name.split()
    role = f"{before}/NN/compound/{last} " if before else ""
    parse = build(
        f"{role}{first}/NNP/compound/{last} {last}/NNP/nsubj/shut shut/VBD/ROOT",
        **{f"{first}_{last}": "PERSON"},
    )
    assert bool(bodies_among_persons(parse)) is body


def test_one_of_several_is_owned() -> None:
    """A Zarya outlet is one of Zarya's, who is somebody; the Zarya outlet has that name."""
    sentence = "{}/DT/det/outlet Zarya/NNP/compound/outlet outlet/NN/nsubj/met met/VBD/ROOT"
    assert bodies_among_persons(build(sentence.format("A"), Zarya="PERSON")) == frozenset()
    assert bodies_among_persons(build(sentence.format("The"), Zarya="PERSON")) == {0}


@pytest.mark.parametrize(
    ("behind", "bodies"),
    [("she/PRP/nsubj/left left/VBD/ROOT", 0), ("it/PRP/nsubj/left left/VBD/ROOT", 1)],
)
def test_whoever_is_called_like_a_seat(behind: str, bodies: int) -> None:
    """A seat's name is no person's unless the text goes on with "she"."""
    parse = build("Sofia/NNP/nsubj/signed signed/VBD/ROOT", behind, Sofia="PERSON")
    assert len(bodies_among_persons(parse)) == bodies


@pytest.mark.parametrize(("word", "bodies"), [("I", 0), ("We", 2)])
def test_whoever_says_i(word: str, bodies: int) -> None:
    """Though a club follows a name, whoever says "I" is somebody."""
    parse = build(
        "Zed/NNP/nsubj/met met/VBD/ROOT",
        "the/DT/det/club club/NN/nsubj/left left/VBD/ROOT",
        f"{word}/PRP/nsubj/won won/VBD/ccomp/said Zed/NNP/nsubj/said said/VBD/ROOT",
    )
    zeds = [LabelledRange(start=at, end=at + 1, label="PERSON") for at in (0, 7)]
    parse = with_entities(parse, zeds)
    assert len(bodies_among_persons(parse)) == bodies


@pytest.mark.parametrize(("role", "label"), [("founder", "ORG"), ("mayor", "GPE")])
def test_what_has_an_executive_is_a_firm(role: str, label: str) -> None:
    """The founder of Zed founded a firm, whatever the label; the mayor of Zed has a town."""
    parse = build(
        f"The/DT/det/{role} {role}/NN/nsubj/left of/IN/prep/{role} Zed/NNP/pobj/of left/VBD/ROOT",
        Zed="GPE",
    )
    assert [body.label for body in find_bodies(parse)] == [label]


def test_a_firm_without_a_label() -> None:
    """Unlabelled capitals that act are an organisation if their last word is one of firms."""
    (body,) = find_bodies(
        build("Zed/NNP/compound/Energy Energy/NNP/nsubj/shut shut/VBD/ROOT it/PRP/dobj/shut")
    )
    assert (body.name, body.label) == ("Zed Energy", "ORG")


def test_a_role_before_a_colon_is_no_name() -> None:
    """Whoever is called by a role in a transcript has no name."""
    parse = build("Analyst/NNP/ROOT :/:/punct/Analyst Why/WRB/advmod/Analyst")
    assert find_bodies(parse, speaking=[0]) == ()


def test_a_name_beside_the_speaker() -> None:
    """Capitals in apposition to whoever speaks are a name without any label."""
    parse = build(
        "the/DT/det/owner owner/NN/nsubj/left ,/,/punct/owner Zed/NNP/compound/Steel "
        "Steel/NNP/appos/owner ,/,/punct/owner left/VBD/ROOT"
    )
    assert [body.name for body in find_bodies(parse, speaking=[1])] == ["Zed Steel"]


def test_two_names_joined_are_no_fuller_form_of_either() -> None:
    """Two bodies that a headline names together stay two, though it has one label."""
    parse = build(
        "Zed/NNP/compound/Steel Steel/NNP/nsubj/merged and/CC/cc/Steel "
        "Ayton/NNP/compound/Port Port/NNP/conj/Steel merged/VBD/ROOT",
        "Zed/NNP/compound/Steel Steel/NNP/nsubj/fell fell/VBD/ROOT",
        "Ayton/NNP/compound/Port Port/NNP/nsubj/fell fell/VBD/ROOT",
    )
    spans = [(0, 5), (6, 8), (9, 11)]
    parse = with_entities(parse, [LabelledRange(start=a, end=b, label="ORG") for a, b in spans])
    assert [body.name for body in find_bodies(parse)] == [
        "Zed Steel and Ayton Port",
        "Zed Steel",
        "Ayton Port",
    ]


@pytest.mark.parametrize(
    ("longer", "word", "name"),
    [
        ("Arno Iron Mines", "Arno", "Arno Iron Mines"),
        ("Ministry of Trade", "Ministry", "Ministry of Trade"),
        ("Senate Finance Committee", "Senate", "Senate"),
        ("UN Refugee Fund", "UN", "UN"),
    ],
)
def test_one_word_may_open_the_fullest_name(longer: str, word: str, name: str) -> None:
    """So does a firm's first word or a noun before "of"; a chamber is not its committee."""
    words = longer.split()
    tags = " ".join(f"{one}/{'IN' if one == 'of' else 'NNP'}/compound/met" for one in words)
    parse = build(f"{tags} met/VBD/ROOT {word}/NNP/dobj/met ././punct/met")
    spans = [(0, len(words)), (len(words) + 1, len(words) + 2)]
    parse = with_entities(parse, [LabelledRange(start=s, end=e, label="ORG") for s, e in spans])
    last = next(body for body in find_bodies(parse) if spans[1] in body.spans)
    assert last.name == name


def test_the_first_word_of_a_firm_is_short_for_it() -> None:
    """What is labelled as a person is a firm where it opens the name of one."""
    parse = build(
        "Zed/NNP/compound/Ferries Ferries/NNP/nsubj/shut shut/VBD/ROOT",
        "Zed/NNP/nsubj/wept wept/VBD/ROOT",
    )
    spans = [
        LabelledRange(start=0, end=2, label="ORG"),
        LabelledRange(start=3, end=4, label="PERSON"),
    ]
    parse = with_entities(parse, spans)
    (body,) = find_bodies(parse, among_persons=bodies_among_persons(parse))
    assert (body.name, body.spans) == ("Zed Ferries", ((0, 2), (3, 4)))
