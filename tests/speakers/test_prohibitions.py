"""Prohibitions: whom grammar keeps a reference from meaning."""

from __future__ import annotations

import attrs
import pytest

from parses import build
from quoteattr import extract_quotes
from quoteattr.speakers.prohibitions import (
    doubts_about,
    is_forbidden,
    is_forbidden_ahead,
    is_outside,
    is_owner,
)
from quoteattr.speakers.references import reference_to
from quoteattr.speakers.trails import Trail

KINDS = ("GPE", "ORG")


def trail(label: str, *met: int, plural: bool = False) -> Trail:
    """Make somebody who was met at these tokens."""
    kind = label.removeprefix("a ")
    phrase = None if kind == label else (0, 1)
    made = Trail(number=0, kind=kind, phrase=phrase, plural=plural)
    made.met.extend(met)
    return made


PARSE = build("Lee/NNP/nsubj/told told/VBD/ROOT him/PRP/dobj/told ././punct/told")


def test_arguments_of_one_verb_are_two() -> None:
    """In "Lee told him" he is not Lee."""
    assert is_forbidden(PARSE, reference_to(PARSE, 2, speaks=False), trail("PERSON", 0))
    other = build("Lee/NNP/nsubj/left left/VBD/ROOT", "He/PRP/nsubj/wept wept/VBD/ROOT")
    assert not is_forbidden(other, reference_to(other, 2, speaks=False), trail("PERSON", 0))


def test_who_is_written_to_does_not_write() -> None:
    """In "In a letter to Lee and Ek, he wrote" he is neither; in one about them he may be."""
    marked = (
        "In/IN/prep/wrote a/DT/det/letter letter/NN/pobj/In {0}/IN/prep/letter Lee/NNP/pobj/{0} "
        "and/CC/cc/Lee Ek/NNP/conj/Lee he/PRP/nsubj/wrote wrote/VBD/ROOT"
    )
    for link, forbidden in (("to", True), ("with", True), ("about", False)):
        parse = build(marked.format(link))
        he = reference_to(parse, 7, speaks=True)
        for addressed in (4, 6):
            assert is_forbidden(parse, he, trail("PERSON", addressed)) == forbidden


def test_who_passes_it_on_does_not_say_it() -> None:
    """In "According to Lee, the clerk said" the clerk is not Lee; with "left" he may be."""
    marked = (
        "According/VBG/prep/{0} to/IN/prep/According Lee/NNP/pobj/to ,/,/punct/{0} "
        "the/DT/det/clerk clerk/NN/nsubj/{0} {0}/VBD/ROOT"
    )
    for verb, forbidden in (("said", True), ("left", False)):
        parse = build(marked.format(verb))
        clerk = reference_to(parse, 5, speaks=True)
        assert is_forbidden(parse, clerk, trail("PERSON", 2)) == forbidden


def test_a_reflexive_is_its_subject() -> None:
    """In "Lee told himself" he is."""
    parse = build("Lee/NNP/nsubj/told told/VBD/ROOT himself/PRP/dobj/told")
    assert not is_forbidden(parse, reference_to(parse, 2, speaks=False), trail("PERSON", 0))


def test_he_is_one_human() -> None:
    """Neither a body nor several are he; it may be both."""
    parse = build("Acme/NNP/nsubj/left left/VBD/ROOT", "He/PRP/nsubj/wept wept/VBD/ROOT")
    he = reference_to(parse, 2, speaks=False)
    assert is_forbidden(parse, he, trail("ORG", 0))
    assert is_forbidden(parse, he, trail("a person", 0, plural=True))
    parse = build("Acme/NNP/nsubj/left left/VBD/ROOT", "It/PRP/nsubj/fell fell/VBD/ROOT")
    assert not is_forbidden(parse, reference_to(parse, 2, speaks=False), trail("ORG", 0))


def test_an_owner_is_not_what_it_owns() -> None:
    """His son is not he."""
    parse = build("his/PRP$/poss/son son/NN/nsubj/left left/VBD/ROOT")
    assert is_forbidden(parse, reference_to(parse, 1, speaks=False), trail("PERSON", 0))


def test_a_man_is_not_she() -> None:
    """Somebody told to be a man is she only where the text says that too."""
    parse = build("Lee/NNP/nsubj/left left/VBD/ROOT", "She/PRP/nsubj/wept wept/VBD/ROOT")
    she, man = reference_to(parse, 2, speaks=False), trail("PERSON", 0)
    man.genders.append("m")
    assert is_forbidden(parse, she, man)
    man.genders.append("f")
    assert not is_forbidden(parse, she, man)


def test_a_given_name_forbids_no_pronoun() -> None:
    """Somebody of whom only a given name tells a gender may be he or she, but no grandson."""
    parse = build(
        "Dali/NNP/nsubj/left left/VBD/ROOT",
        "He/PRP/nsubj/wept wept/VBD/ROOT",
        "grandson/NN/nsubj/wept wept/VBD/ROOT",
    )
    he, grandson = (reference_to(parse, at, speaks=False) for at in (2, 4))
    person = trail("PERSON", 0)
    person.genders.append("f")
    assert is_forbidden(parse, he, person)
    named = attrs.evolve(person, guessed="m")
    assert not is_forbidden(parse, he, named)
    guessed = attrs.evolve(person, genders=[], guessed="f")
    assert not is_forbidden(parse, he, guessed)
    assert is_forbidden(parse, grandson, guessed)


def test_a_letter_stands_for_who_wrote_it() -> None:
    """The letter and "it" may be a woman whose letter the text told of, another text may not."""
    parse = build(
        "Lee/NNP/nsubj/wrote wrote/VBD/ROOT",
        "The/DT/det/letter letter/NN/nsubj/asked asked/VBD/ROOT",
        "The/DT/det/report report/NN/nsubj/asked asked/VBD/ROOT",
        "It/PRP/nsubj/asked asked/VBD/ROOT",
    )
    letter, report, it = (reference_to(parse, at, speaks=True) for at in (3, 6, 8))
    writer = attrs.evolve(trail("PERSON", 0), guessed="f")
    assert all(is_forbidden(parse, one, writer) for one in (letter, report, it))
    writer.texts.add("letter")
    assert not is_forbidden(parse, letter, writer)
    assert is_forbidden(parse, report, writer)
    assert not is_forbidden(parse, it, writer)


def test_a_grandson_is_not_a_woman() -> None:
    """A noun that tells a gender means nobody of the other one."""
    parse = build("Lee/NNP/nsubj/left left/VBD/ROOT", "grandson/NN/nsubj/wept wept/VBD/ROOT")
    grandson, woman = reference_to(parse, 2, speaks=False), trail("PERSON", 0)
    woman.genders.append("f")
    assert is_forbidden(parse, grandson, woman)
    assert not is_forbidden(parse, grandson, trail("PERSON", 0))


def test_a_deputy_is_not_the_one_deputised_for() -> None:
    """The deputy mayor is not the mayor, unless the text called the mayor deputy."""
    parse = build(
        "Lee/NNP/nsubj/left left/VBD/ROOT",
        "The/DT/det/mayor deputy/JJ/amod/mayor mayor/NN/nsubj/wept wept/VBD/ROOT",
    )
    deputy, mayor = reference_to(parse, 4, speaks=False), trail("PERSON", 0)
    mayor.called.add("mayor")
    assert is_forbidden(parse, deputy, mayor)
    mayor.called.add("deputy")
    assert not is_forbidden(parse, deputy, mayor)


def test_a_spokesman_is_not_whom_he_speaks_for() -> None:
    """What stands behind "for" is another; what stands beside the noun is not."""
    parse = build("a/DT/det/spokesman spokesman/NN/ROOT")
    spokesman = reference_to(parse, 1, speaks=False)
    assert is_outside(spokesman, ["for", "last"], trail("ORG"))
    assert not is_outside(spokesman, ["beside", "of"], trail("ORG"))


def test_the_noun_that_ends_a_phrase_is_not_its_head() -> None:
    """A person close to the larger company is not that company; a name may be misparsed."""
    parse = build(
        "a/DT/det/person person/NN/ROOT close/JJ/amod/person to/IN/prep/close "
        "the/DT/det/company company/NN/pobj/to"
    )
    person = reference_to(parse, 1, speaks=True)
    assert is_outside(person, ["last"], trail("a body"))
    assert not is_outside(person, ["last"], trail("PERSON"))


def test_who_is_spoken_of_around_a_clause_does_not_speak_in_it() -> None:
    """In "Lee, she said, won" she is not Lee; in "Lee, when she spoke, won" she may be."""
    lee = trail("PERSON", 0)
    said = build(
        "Lee/NNP/nsubj/won ,/,/punct/won she/PRP/nsubj/said said/VBD/parataxis/won "
        ",/,/punct/won won/VBD/ROOT ././punct/won"
    )
    assert is_forbidden(said, reference_to(said, 2, speaks=True), lee)
    spoke = build(
        "Lee/NNP/nsubj/won ,/,/punct/won when/WRB/advmod/said she/PRP/nsubj/said "
        "said/VBD/advcl/won ,/,/punct/won won/VBD/ROOT ././punct/won"
    )
    assert not is_forbidden(spoke, reference_to(spoke, 3, speaks=False), lee)


def test_a_crowd_is_nobody_in_particular() -> None:
    """Neither officials nor a union nor "it" are somebody of whom a gender is known."""
    man = trail("PERSON", 0)
    man.genders.append("m")
    for word, tag in (("officials", "NNS"), ("union", "NN"), ("crowd", "NN"), ("It", "PRP")):
        parse = build("Lee/NNP/nsubj/left left/VBD/ROOT", f"{word}/{tag}/nsubj/fell fell/VBD/ROOT")
        reference = reference_to(parse, 2, speaks=True)
        assert is_forbidden(parse, reference, man)
        assert not is_forbidden(parse, reference, trail("ORG", 0))


def test_another_is_somebody_new() -> None:
    """Another witness was not met before; the witness may have been."""
    for article, forbidden in (("Another", True), ("The", False)):
        parse = build(
            "Lee/NNP/nsubj/left left/VBD/ROOT",
            f"{article}/DT/det/witness witness/NN/nsubj/wept wept/VBD/ROOT",
        )
        reference = reference_to(parse, 3, speaks=True)
        assert is_forbidden(parse, reference, trail("PERSON", 0)) == forbidden


def test_officials_of_a_body_are_not_the_body() -> None:
    """Club officials are not the club, though a club president's name may end the phrase."""
    parse = build("club/NN/compound/officials officials/NNS/ROOT")
    officials = reference_to(parse, 1, speaks=True)
    assert is_outside(officials, ["modifier"], trail("ORG"))
    assert not is_outside(officials, ["of", "closing"], trail("ORG"))


def test_his_valet_is_not_he() -> None:
    """Whom "his" means is not whom it owns, with a name or without, unless he was called so."""
    parse = build(
        "Lee/NNP/nsubj/left left/VBD/ROOT", "his/PRP$/poss/valet valet/NN/nsubj/wept wept/VBD/ROOT"
    )
    valet, named = reference_to(parse, 3, speaks=True), trail("PERSON", 0)
    master = attrs.evolve(named, kind="person", phrase=(0, 1))
    assert is_owner(valet, ["owner"], master)
    assert is_owner(valet, ["owner"], named)
    assert not is_owner(valet, ["beside"], master)
    master.called.add("valet")
    assert not is_owner(valet, ["owner"], master)


def test_of_an_excellency_nobody_is_the_owner() -> None:
    """Her Excellency may be the one whom "her" was taken for."""
    parse = build(
        "Lee/NNP/nsubj/left left/VBD/ROOT",
        "Her/PRP$/poss/Excellency Excellency/NNP/nsubj/wept wept/VBD/ROOT",
    )
    excellency = reference_to(parse, 3, speaks=True)
    assert not is_owner(excellency, ["owner"], trail("PERSON", 0))


def test_who_is_heard_is_not_who_hears() -> None:
    """In "Lee heard the nurse say so" the nurse who speaks is not Lee; in "as the nurse" she is."""
    heard = build(
        "Lee/NNP/nsubj/heard heard/VBD/ROOT the/DT/det/nurse nurse/NN/nsubj/say say/VB/ccomp/heard"
    )
    posed = build(
        "Lee/NNP/nsubj/spoke spoke/VBD/ROOT as/IN/prep/spoke the/DT/det/nurse nurse/NN/pobj/as"
    )
    assert is_forbidden(heard, reference_to(heard, 3, speaks=True), trail("PERSON", 0))
    assert not is_forbidden(heard, reference_to(heard, 3, speaks=False), trail("PERSON", 0))
    assert not is_forbidden(posed, reference_to(posed, 4, speaks=True), trail("PERSON", 0))


def test_an_army_is_not_its_country() -> None:
    """The Kenyan army is not Kenya; the Acme company is Acme."""
    parse = build("the/DT/det/army Kenyan/JJ/amod/army army/NN/nsubj/left left/VBD/ROOT")
    army = reference_to(parse, 2, speaks=True)
    assert is_outside(army, ["modifier"], trail("GPE"))
    assert not is_outside(army, ["modifier"], trail("ORG"))
    kenya, firm = (Trail(number=0, kind=label, words=frozenset({"kenya"})) for label in KINDS)
    assert is_forbidden(parse, army, kenya)
    assert not is_forbidden(parse, army, firm)


@pytest.mark.parametrize(("article", "outside"), [("A", True), ("The", False)])
def test_one_panel_of_a_body_is_not_the_body(article: str, *, outside: bool) -> None:
    """A UN panel is one of several that the UN has; the Acme firm may be Acme."""
    parse = build(f"{article}/DT/det/panel UN/NNP/compound/panel panel/NN/nsubj/sat sat/VBD/ROOT")
    assert is_outside(reference_to(parse, 2, speaks=True), ["modifier"], trail("ORG")) is outside


def test_an_agency_of_the_un_is_not_the_un() -> None:
    """Unions of states have agencies and embassies; an office is only a part of its firm."""
    union, firm = trail("ORG"), trail("ORG")
    union.words, firm.words = frozenset({"un"}), frozenset({"acme"})
    parse = build("the/DT/det/agency UN/NNP/compound/agency agency/NN/nsubj/left left/VBD/ROOT")
    agency = reference_to(parse, 2, speaks=True)
    assert is_outside(agency, ["modifier"], union)
    assert not is_outside(agency, ["modifier"], firm)
    parse = build("the/DT/det/office Acme/NNP/compound/office office/NN/nsubj/left left/VBD/ROOT")
    assert is_outside(reference_to(parse, 2, speaks=True), ["modifier"], firm)


def test_who_is_of_the_opposition_is_no_minister() -> None:
    """A deputy or an opposition leader is not who holds the office, nor one like it."""
    parse = build("opposition/NN/compound/leader leader/NN/nsubj/left left/VBD/ROOT ././punct/left")
    leader = reference_to(parse, 1, speaks=False)
    holder = Trail(number=0, kind="PERSON", titles=frozenset({"prime", "minister"}))
    assert is_forbidden(parse, leader, holder)
    assert not is_forbidden(parse, leader, trail("PERSON"))


def told_as(*words: str) -> Trail:
    """Make a person of whom a title was told, by its words."""
    return Trail(number=0, kind="PERSON", plural=False, titles=frozenset(words))


def test_one_office_is_not_another() -> None:
    """The governor is hardly the forestry minister, unless he was; a leader may be either."""
    parse = build(
        "The/DT/det/governor governor/NN/nsubj/wept wept/VBD/ROOT",
        "The/DT/det/governor former/JJ/amod/governor governor/NN/nsubj/wept wept/VBD/ROOT",
        "The/DT/det/leader leader/NN/nsubj/wept wept/VBD/ROOT",
    )
    governor, former, leader = (reference_to(parse, at, speaks=True) for at in (1, 5, 8))
    minister = told_as("forestry", "minister")
    assert doubts_about(parse, governor, minister) == ["another office"]
    assert not is_forbidden(parse, governor, minister)
    assert not doubts_about(parse, former, minister)
    assert not doubts_about(parse, leader, minister)
    assert not doubts_about(parse, governor, told_as("deputy", "governor"))


def test_a_trade_is_a_person_only_where_that_was_told() -> None:
    """The operator is a firm rather than the mayor; but it may be somebody told to be one."""
    parse = build(
        "Acme/NNP/nsubj/left left/VBD/ROOT",
        "The/DT/det/operator operator/NN/nsubj/wept wept/VBD/ROOT",
    )
    operator = reference_to(parse, 3, speaks=True)
    assert operator.sort == "firm"
    assert is_forbidden(parse, operator, told_as("mayor"))
    assert not is_forbidden(parse, operator, told_as("crane", "operator"))
    assert not is_forbidden(parse, operator, trail("ORG", 0))


def test_one_kind_of_body_is_not_another() -> None:
    """The company is hardly a ministry; a bank with a union in its name may be the lender."""
    parse = build(
        "Acme/NNP/nsubj/left left/VBD/ROOT",
        "The/DT/det/company company/NN/nsubj/wept wept/VBD/ROOT",
        "The/DT/det/lender lender/NN/nsubj/wept wept/VBD/ROOT",
        "The/DT/det/agency agency/NN/nsubj/wept wept/VBD/ROOT",
    )
    company, lender, agency = (reference_to(parse, at, speaks=True) for at in (3, 6, 9))
    ministry = Trail(number=0, kind="ORG", plural=False, words=frozenset({"works", "ministry"}))
    bank = Trail(number=0, kind="ORG", plural=False, words=frozenset({"straits", "union", "bank"}))
    assert doubts_about(parse, company, ministry) == ["another body"]
    assert not is_forbidden(parse, company, ministry)
    assert not doubts_about(parse, lender, bank)
    assert not doubts_about(parse, agency, ministry)
    ministry.called.add("company")
    assert not doubts_about(parse, company, ministry)


def test_a_ministry_has_its_kind_in_its_name() -> None:
    """The ministry is hardly a body whose name says nothing of it, but for acronyms."""
    parse = build(
        "Acme/NNP/nsubj/left left/VBD/ROOT",
        "The/DT/det/ministry ministry/NN/nsubj/wept wept/VBD/ROOT",
    )
    ministry = reference_to(parse, 3, speaks=True)
    for words, label, doubtful in (
        ({"acme", "seating"}, "ORG", True),
        ({"mofa"}, "ORG", False),
        ({"works", "ministry"}, "ORG", False),
        ({"new", "zealand"}, "GPE", False),
    ):
        body = Trail(number=0, kind=label, plural=False, words=frozenset(words))
        assert bool(doubts_about(parse, ministry, body)) is doubtful


def test_a_body_is_nobody_with_a_role() -> None:
    """The club is not a club treasurer of whom no name is told."""
    parse = build(
        "A/DT/det/treasurer treasurer/NN/nsubj/left left/VBD/ROOT",
        "The/DT/det/club club/NN/nsubj/wept wept/VBD/ROOT",
    )
    club = reference_to(parse, 4, speaks=True)
    assert is_forbidden(parse, club, trail("a person", 1))
    assert not is_forbidden(parse, club, trail("a body", 1))


def test_it_is_no_person_without_a_name() -> None:
    """The clerk is not "it"; a company may be."""
    parse = build(
        "The/DT/det/clerk clerk/NN/nsubj/read read/VBD/ROOT", "It/PRP/nsubj/fell fell/VBD/ROOT"
    )
    it = reference_to(parse, 3, speaks=True)
    assert is_forbidden(parse, it, trail("a person", 1))
    assert not is_forbidden(parse, it, trail("a body", 1))


def test_a_body_called_after_somebody_is_not_that_person() -> None:
    """The Lee government is not Lee, though it may be a body whose name stands beside it."""
    parse = build(
        "The/DT/det/government Lee/NNP/compound/government government/NN/nsubj/fell fell/VBD/ROOT"
    )
    government = reference_to(parse, 2, speaks=True)
    assert is_outside(government, ["modifier"], trail("PERSON"))
    assert not is_outside(government, ["beside"], trail("PERSON"))
    assert not is_outside(government, ["modifier"], trail("ORG"))


def test_a_text_is_not_whom_it_is_sent_to() -> None:
    """A report to the committee is not the committee; one by the committee may be."""
    parse = build("A/DT/det/report report/NN/nsubj/fell fell/VBD/ROOT")
    report = reference_to(parse, 1, speaks=True)
    assert is_outside(report, ["last", "to"], trail("a body"))
    assert is_outside(report, ["last"], trail("ORG"))
    assert not is_outside(report, ["last", "by"], trail("ORG"))
    assert not is_outside(report, ["owner"], trail("ORG"))


def test_who_is_asked_is_not_who_asks() -> None:
    """In "asked by Lee if she knew, she said so" she is not Lee; "asked about Lee" she may be."""
    words = (
        "Asked/VBN/advcl/said {}/Asked Lee/NNP/pobj/{} if/IN/mark/knew he/PRP/nsubj/knew "
        "knew/VBD/advcl/Asked ,/,/punct/said she/PRP/nsubj/said said/VBD/ROOT"
    )
    by = build(words.format("by/IN/agent", "by"))
    for token in (4, 7):
        assert is_forbidden(by, reference_to(by, token, speaks=False), trail("PERSON", 2))
    about = build(words.format("about/IN/prep", "about"))
    assert not is_forbidden(about, reference_to(about, 7, speaks=True), trail("PERSON", 2))


def test_a_spokesman_has_no_name() -> None:
    """A spokesman is nobody of whom that was not told."""
    parse = build(
        "Lee/NNP/nsubj/left left/VBD/ROOT",
        "A/DT/det/spokesman spokesman/NN/nsubj/wept wept/VBD/ROOT",
    )
    voice, lee = reference_to(parse, 3, speaks=True), trail("PERSON", 0)
    assert is_forbidden(parse, voice, lee)
    lee.called.add("spokesperson")
    assert not is_forbidden(parse, voice, lee)


@pytest.mark.parametrize(
    ("titles", "forbidden"),
    [
        ({"goalkeeper"}, True),
        ({"apprentice"}, True),
        ({"politician"}, False),
        ({"goalkeeper", "mayor"}, False),
        (set(), False),
    ],
)
def test_an_office_is_not_held_by_whom_only_a_trade_is_told(
    titles: set[str], *, forbidden: bool
) -> None:
    """The mayor is no goalkeeper, but may be a politician, and anybody of whom nothing is told."""
    parse = build("The/DT/det/mayor mayor/NN/nsubj/said said/VBD/ROOT")
    mayor = reference_to(parse, 1, speaks=True)
    known = Trail(number=0, kind="PERSON", titles=frozenset(titles))
    assert is_forbidden(parse, mayor, known) == forbidden
    assert is_forbidden_ahead(parse, mayor, known) == forbidden


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The justice minister said courts were fair.", "Former prime minister Rosa Kral said no."),
        ("The Smith campaign said it would win.", "The Jones campaign called that “a joke.”"),
        ("Goalkeeper Ivan Petrov said he was calm.", "The mayor said the town would pray."),
    ],
)
def test_who_is_called_otherwise_is_another(first: str, second: str) -> None:
    """Offices and bodies with one noun are told apart by what narrows it."""
    speakers = [quote.speaker for quote in extract_quotes(f"{first} {second}")]
    assert len({speaker.entity for speaker in speakers if speaker}) == len(speakers)
