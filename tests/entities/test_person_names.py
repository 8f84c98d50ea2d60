"""Persons' names: where they begin and end among titles, courtesies and letters."""

from __future__ import annotations

import pytest

from parses import build
from quoteattr.entities.person_names import Name, find_names, joins_courtesies, letters_end
from quoteattr.syntax.capital_runs import find_runs
from quoteattr.syntax.tokens import LabelledRange, Parse, with_entities
from reading import read


def named(parse: Parse) -> list[str]:
    """Give the words of each name, as written."""
    return [" ".join(parse.words[name.start : name.end]) for name in found(parse)]


def found(parse: Parse) -> tuple[Name, ...]:
    """Find the names of a table."""
    return find_names(parse, list(find_runs(parse)))


LEFT = "left/VBD/ROOT ././punct/left"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Rabbi/NNP/compound/Lund Bo/NNP/compound/Lund Lund/NNP/nsubj/left", "Bo Lund"),
        ("Mr./NNP/compound/Lund Lund/NNP/nsubj/left", "Lund"),
        ("Bo/NNP/compound/Lund Lund/NNP/nsubj/left MP/NNP/appos/Lund", "Bo Lund"),
        ("Bo/NNP/compound/Lund Lund/NNP/nsubj/left Jr./NNP/appos/Lund", "Bo Lund Jr."),
        ("Bo/NNP/compound/Lund Lund/NNP/nsubj/left SC/NNP/appos/Lund", "Bo Lund"),
        ("Bo/NNP/compound/Lund Lund/NNP/nsubj/left FRCP/NNP/appos/Lund", "Bo Lund"),
        ("Bo/NNP/compound/Lund Lund/NNP/nsubj/left PhD./NNP/appos/Lund", "Bo Lund"),
        ("Aung/NNP/compound/San San/NNP/nsubj/left", "Aung San"),
        ("AUNG/NNP/compound/SAN SAN/NNP/nsubj/left", "AUNG SAN"),
        ("Husband/NNP/compound/Sean Sean/NNP/nsubj/left", "Sean"),
        ("Baby/NNP/compound/Lund Lund/NNP/nsubj/left", "Baby Lund"),
        ("Tenant/NNP/compound/Lund Bo/NNP/compound/Lund Lund/NNP/nsubj/left", "Bo Lund"),
    ],
)
def test_titles_and_letters_are_no_part_of_a_name(words: str, name: str) -> None:
    """A title or courtesy before it and letters behind it go; a suffix is its own."""
    labelled = "_".join(part.split("/")[0] for part in words.split())
    assert named(build(f"{words} {LEFT}", **{labelled: "PERSON"})) == [name]


def test_a_courtesy_makes_a_name() -> None:
    """What stands behind Mrs is a name without any label, and a woman’s."""
    parse = build(f"Mrs./NNP/compound/Lund Lund/NNP/nsubj/left {LEFT}")
    assert named(parse) == ["Lund"]
    assert [name.gender for name in found(parse)] == ["f"]


@pytest.mark.parametrize("label", ["", "PERSON"])
@pytest.mark.parametrize(
    ("before", "word", "names"),
    [
        ("Mrs/NNP/compound/", "Fisher", ["Fisher"]),
        ("Mr/NNP/compound/", "Speaker", []),
        ("The/DT/det/", "Fisher", []),
    ],
)
def test_a_role_behind_a_courtesy_is_a_name(
    before: str, word: str, names: list[str], label: str
) -> None:
    """Mrs Fisher is called so; Mr Speaker is spoken to by an office, and the fisher is nobody."""
    labels = {word: label} if label else {}
    assert named(build(f"{before}{word} {word}/NNP/nsubj/left {LEFT}", **labels)) == names


@pytest.mark.parametrize("determiner", ["A", "An", "Another", "This"])
def test_one_of_a_people_is_no_name(determiner: str) -> None:
    """Behind any determiner a word that ends in “man” names nobody, though it is labelled."""
    words = f"{determiner}/DT/det/Englishman Englishman/NNP/nsubj/left"
    assert named(build(f"{words} {LEFT}", Englishman="PERSON")) == []


@pytest.mark.parametrize(
    ("role", "given", "gender"),
    [
        ("Alderman", "Fiona", ""),
        ("Alderman", "Zed", "m"),
        ("Alderman", "Cho", "m"),
        ("brother", "Joan", "m"),
    ],
)
def test_a_womans_name_outweighs_a_mans_title(role: str, given: str, gender: str) -> None:
    """A title that mostly men have tells nothing before a woman's given name; a kinsman's does."""
    lund = f"{role}/NN/compound/Lund {given}/NNP/compound/Lund Lund/NNP/nsubj/left"
    parse = build(f"{lund} {LEFT}", **{f"{given}_Lund": "PERSON"})
    assert [name.gender for name in found(parse)] == [gender]


def test_a_name_is_known_again() -> None:
    """A part of a name that stands elsewhere is the name again, whatever its label."""
    parse = build(
        f"Ann/NNP/compound/Zarya Zarya/NNP/nsubj/left {LEFT}",
        f"Zarya/NNP/nsubj/left {LEFT}",
        Ann_Zarya="PERSON",
    )
    assert named(parse) == ["Ann Zarya", "Zarya"]


def test_others_are_no_persons() -> None:
    """What is shown to be a body is no person’s name."""
    parse = build(f"Zarya/NNP/nsubj/left {LEFT}", Zarya="PERSON")
    assert [name.words for name in found(parse)] == [("zarya",)]
    assert find_names(parse, list(find_runs(parse)), others={0}) == ()


def test_a_role_is_no_name() -> None:
    """A role alone, though labelled, names nobody."""
    assert named(build(f"Director/NNP/nsubj/left {LEFT}", Director="PERSON")) == []


def test_a_label_of_a_turn_is_a_name() -> None:
    """Capitals that begin with a given name, before the colon of a turn, are a person’s name."""
    words = "JAKE/NNP/compound/LUND LUND/NNP/nsubj/left :/:/punct/left"
    parse = build(f"{words} Bo/NNP/nsubj/left {LEFT}", JAKE_LUND="GPE")
    assert named(parse) == ["JAKE LUND"]


def test_a_full_name_is_known_again() -> None:
    """A person’s full name is the person’s, whatever its label elsewhere."""
    parse = build(
        f"Ann/NNP/compound/Zarya Zarya/NNP/nsubj/left {LEFT}",
        f"Zarya/NNP/nsubj/left {LEFT}",
        f"ANN/NNP/compound/ZARYA ZARYA/NNP/nsubj/left {LEFT}",
        Ann_Zarya="PERSON",
        ANN_ZARYA="GPE",
    )
    assert named(parse) == ["Ann Zarya", "Zarya", "ANN ZARYA"]


@pytest.mark.parametrize(
    ("full", "label", "names"),
    [
        ("Zarya Lund", "GPE", ["Zarya Lund"]),
        ("Zarya Lund", "", ["Zarya Lund", "Zarya"]),
        ("Ann Zarya", "GPE", ["Ann Zarya", "Zarya"]),
    ],
)
def test_a_country_is_nobody_with_that_given_name(full: str, label: str, names: list[str]) -> None:
    """A word with the label of something else means a person by a last name only."""
    given, last = full.split()
    parse = build(
        f"{given}/NNP/compound/{last} {last}/NNP/nsubj/left {LEFT}",
        f"So/RB/advmod/left ,/,/punct/left Zarya/NNP/nsubj/left {LEFT}",
        **{f"{given}_{last}": "PERSON"},
    )
    again = parse.words.index("Zarya", 4)
    other = LabelledRange(start=again, end=again + 1, label=label)
    entities = [*parse.entities, other] if label else parse.entities
    assert named(with_entities(parse, entities)) == names


@pytest.mark.parametrize(
    ("before", "label", "name"),
    [
        ("the/DT/det/van van/NNP/dobj/left", "van_Ann_Lee", "Ann Lee"),
        ("old/JJ/amod/bin bin/NNP/dobj/left", "Ann_Lee", "Ann Lee"),
        ("when/WRB/advmod/left van/NNP/compound/Lee", "van_Ann_Lee", "van Ann Lee"),
    ],
)
def test_a_van_is_no_particle(before: str, label: str, name: str) -> None:
    """Behind a determiner or an adjective a particle before a full name is a thing."""
    words = f"{before} Ann/NNP/compound/Lee Lee/NNP/nsubj/left"
    assert named(build(f"{words} {LEFT}", **{label: "PERSON"})) == [name]


def test_a_particle_may_have_an_article() -> None:
    """In “the van Dam case” the particle belongs to the name."""
    words = "the/DT/det/case van/NNP/compound/Dam Dam/NNP/compound/case case/NN/dobj/left"
    assert named(build(f"{words} {LEFT}", van_Dam="PERSON")) == ["van Dam"]


def test_a_seat_in_brackets_is_nobody() -> None:
    """A party and a state that the name finder takes for a person name nobody."""
    parse = build(
        "Ann/NNP/compound/Lee Lee/NNP/nsubj/left (/-LRB-/punct/Lee R-Tex/NNP/appos/Lee "
        f")/-RRB-/punct/Lee {LEFT}",
        **{"Ann_Lee": "PERSON", "R-Tex": "PERSON"},
    )
    assert named(parse) == ["Ann Lee"]


def test_a_headline_behind_a_colon_names_nobody_new() -> None:
    """What a headline runs together is no name where it repeats one, behind a colon, too."""
    parse = build(
        "Poll/NN/dep/Burns :/:/punct/Poll Ann/NNP/compound/Lee Lee/NNP/compound/Burns "
        "Burns/NNP/ROOT Voters/NNPS/dep/Burns",
        "",
        f"Ann/NNP/compound/Lee Lee/NNP/nsubj/left {LEFT}",
        Ann_Lee_Burns="PERSON",
        Ann_Lee="PERSON",
    )
    assert named(parse)[-1] == "Ann Lee"
    assert "Ann Lee Burns" not in named(parse)


def test_a_role_may_be_the_second_word_of_a_title() -> None:
    """In "Nobel Laureate Bo Erik Lund" the first word is no given name, and both are no name."""
    words = "Nobel/NNP/compound/Lund Laureate/NNP/compound/Lund Bo/NNP/compound/Lund"
    parse = build(f"{words} Lund/NNP/nsubj/left {LEFT}", Nobel_Laureate_Bo_Lund="PERSON")
    assert named(parse) == ["Bo Lund"]


def test_letters_of_an_office_are_no_initials() -> None:
    """OC Lund is Bo Lund, whose given name has another letter; B and JR are no office."""
    for letters, name in (("OC", "Lund"), ("B", "B Lund"), ("JR", "JR Lund")):
        parse = build(
            f"Bo/NNP/compound/Lund Lund/NNP/nsubj/left {LEFT}",
            f"{letters}/NNP/compound/Lund Lund/NNP/nsubj/left {LEFT}",
            Bo_Lund="PERSON",
            **{f"{letters}_Lund": "PERSON"},
        )
        assert named(parse) == ["Bo Lund", name]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("SP/NNP/compound/Lund Bo/NNP/compound/Lund Lund/NNP/nsubj/left", ["Bo Lund"]),
        ("SP/NNP/compound/Lund Lund/NNP/nsubj/left", ["SP Lund"]),
        ("the/DT/det/PM PM/NNP/nsubj/left", []),
        ("X/NNP/nsubj/left", []),
        ("Don/NNP/compound/Lund Lund/NNP/nsubj/left", ["Don Lund"]),
        ("Don/NNP/compound/Lund Bo/NNP/compound/Lund Lund/NNP/nsubj/left", ["Bo Lund"]),
    ],
)
def test_letters_and_courtesies_that_may_be_names(words: str, names: list[str]) -> None:
    """An office in letters is no name, but two letters may be initials, and Don a given name."""
    parts = [part.split("/") for part in words.split()]
    labelled = "_".join(word for word, tag, *_ in parts if tag != "DT")
    assert named(build(f"{words} {LEFT}", **{labelled: "PERSON"})) == names


@pytest.mark.parametrize(
    ("words", "label", "name"),
    [
        ("Tan/NNP/compound/Ling Wei/NNP/compound/Ling Ling/NNP/nsubj/left", "Wei_Ling",
         "Tan Wei Ling"),
        ("Tan/NNP/compound/Ling Wei/NNP/compound/Ling Ling/NNP/nsubj/left", "Tan_Wei_Ling",
         "Tan Wei Ling"),
        ("Tan/NNP/compound/Lund Sri/NNP/compound/Lund Lund/NNP/nsubj/left", "Lund", "Lund"),
        ("Tan/NNP/compound/Lund Sri/NNP/compound/Lund Bo/NNP/compound/Lund Lund/NNP/nsubj/left",
         "Tan_Sri_Bo_Lund", "Bo Lund"),
        ("Mr/NNP/compound/Lund Bo/NNP/compound/Lund Lund/NNP/nsubj/left", "Bo_Lund", "Bo Lund"),
    ],
)  # fmt: skip
def test_a_family_name_that_may_be_a_courtesy(words: str, label: str, name: str) -> None:
    """Tan is a courtesy before Sri, and a family name before a given name."""
    assert named(build(f"{words} {LEFT}", **{label: "PERSON"})) == [name]


@pytest.mark.parametrize(
    ("words", "label", "name"),
    [
        ("Sultan/NNP/compound/Rimi Al/NNP/compound/Rimi Rimi/NNP/nsubj/left", "Al_Rimi",
         "Sultan Al Rimi"),
        ("Sultan/NNP/compound/Rimi Said/NNP/compound/Rimi Rimi/NNP/nsubj/left", "Said_Rimi",
         "Said Rimi"),
        ("Minister/NNP/compound/Rimi Al/NNP/compound/Rimi Rimi/NNP/nsubj/left", "Al_Rimi",
         "Al Rimi"),
    ],
)  # fmt: skip
def test_a_title_before_a_particle_may_be_a_given_name(words: str, label: str, name: str) -> None:
    """Sultan is a given name before Al, a title before a given name; Minister is a title always."""
    assert named(build(f"{words} {LEFT}", **{label: "PERSON"})) == [name]


@pytest.mark.parametrize(("given", "names"), [("", ["Ann Zarya", "Zarya"]), ("Bo", ["Bo Zarya"])])
def test_a_headline_may_give_a_last_name_in_full(given: str, names: list[str]) -> None:
    """Where all has capitals a full name stays if the text has its last word alone."""
    full = f"{given}/NNP/compound/Zarya " if given else ""
    parse = build(
        "Latest/JJS/amod/Words Words/NNS/ROOT From/IN/prep/Words Ann/NNP/compound/Zarya "
        "Zarya/NNP/pobj/From",
        "",
        f"{full}Zarya/NNP/nsubj/left {LEFT}",
        **{"Ann_Zarya": "PERSON", f"{given}_Zarya".strip("_"): "PERSON"},
    )
    assert named(parse)[-len(names) :] == names
    assert ("Ann Zarya" in named(parse)) == (not given)


@pytest.mark.parametrize(
    ("before", "letters", "names"),
    [
        ("", "KC", ["Ross KC"]),
        ("", "MP", ["Ross"]),
        ("Mr/NNP/compound/Ross ", "KC", ["Ross"]),
        ("Ann/NNP/compound/Ross Ross/NNP/nsubj/left left/VBD/ROOT ././punct/left ", "KC",
         ["Ann Ross", "Ross"]),
    ],
)  # fmt: skip
def test_letters_behind_a_given_name_are_a_family_name(
    before: str, letters: str, names: list[str]
) -> None:
    """A calling goes on with a given name, unless it is a last name in the text, or behind Mr."""
    words = f"{before}Ross/NNP/compound/{letters} {letters}/NNP/nsubj/left {LEFT}"
    labels = {"Ann_Ross": "PERSON"} if "Ann" in before else {}
    assert named(build(words, **labels, **{f"Ross_{letters}": "PERSON"})) == names


def test_a_surname_with_letters_behind_is_known_again() -> None:
    """A label that covers a known surname and letters of a calling takes the name from nobody."""
    again = f"Lund/NNP/compound/SC SC/NNP/nsubj/left {LEFT}"
    parse = build(
        f"Bo/NNP/compound/Lund Lund/NNP/nsubj/left {LEFT}", again, Bo_Lund="PERSON", Lund_SC="ORG"
    )
    assert named(parse) == ["Bo Lund", "Lund"]


@pytest.mark.parametrize(
    ("text", "end"), [("Bo Lund KC left.", 3), ("Bo Lund Kc left.", 2), ("Bo Lund left.", 2)]
)
def test_letters_behind_a_name_are_stepped_over(text: str, end: int) -> None:
    """Letters in capitals belong to who bears the name before them."""
    assert letters_end(read(text), 2) == end


@pytest.mark.parametrize(
    ("text", "couple"),
    [
        ("Mr and Mrs Lund left.", True),
        ("Dr. & Mrs. Lund left.", True),
        ("Rev and Mrs Lund left.", True),
        ("Mayor and Mrs Lund left.", False),
        ("Mr Lund and Bo left.", False),
        ("Mr and", False),
    ],
)
def test_courtesies_that_share_a_name(text: str, *, couple: bool) -> None:
    """Two courtesies around “and” are a couple; an office may be somebody else's."""
    parse = read(text)
    assert joins_courtesies(parse, 0) is couple
    assert not joins_courtesies(parse, -1)


def test_the_courtesies_of_a_couple_tell_no_gender() -> None:
    """Who is called by the name behind Mr and Mrs may be either."""
    assert [name.gender for name in found(read("We met Mr and Mrs Bo Lund."))] == [""]
