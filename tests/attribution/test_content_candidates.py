"""Contents: the stretches that a cue may report."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings

import strategies
from parses import build
from quoteattr.attribution.content_candidates import Content, find_contents, next_pause, trim
from quoteattr.syntax.tokens import Parse
from reading import laid, read

SAID_THAT = (
    "She/PRP/nsubj/said said/VBD/ROOT that/IN/mark/rained it/PRP/nsubj/rained "
    "rained/VBD/ccomp/said after/IN/prep/rained noon/NN/pobj/after ././punct/said"
)
IN_FRONT = (
    "It/PRP/nsubj/rained rained/VBD/ccomp/said ,/,/punct/said Ann/NNP/nsubj/said "
    "said/VBD/ROOT on/IN/prep/said Monday/NNP/pobj/on ././punct/said"
)
AROUND = (
    "It/PRP/nsubj/rains ,/,/punct/rains he/PRP/nsubj/said said/VBD/parataxis/rains "
    ",/,/punct/rains always/RB/advmod/rains rains/VBZ/ROOT ././punct/rains"
)
CLAIMED = (
    "Her/PRP$/poss/claim claim/NN/nsubj/was that/IN/mark/rained it/PRP/nsubj/rained "
    "rained/VBD/acl/claim was/VBD/ROOT false/JJ/acomp/was"
)
INSISTED = (
    "As/IN/mark/said she/PRP/nsubj/said said/VBD/advcl/left it/PRP/nsubj/rained "
    "rained/VBD/ccomp/said ,/,/punct/left Bo/NNP/nsubj/left left/VBD/ROOT"
)
WHILE = (
    "While/IN/mark/rained ,/,/punct/rained according/VBG/prep/rained to/IN/prep/according "
    "Bo/NNP/pobj/to ,/,/punct/rained it/PRP/nsubj/rained rained/VBD/advcl/shone "
    ",/,/punct/shone it/PRP/nsubj/shone shone/VBD/ROOT"
)


def contents(parse: Parse, cue: str) -> dict[str, Content]:
    """Give the candidates by their words, stretches set apart by a bar."""
    token = list(parse.words).index(cue)
    return {
        " | ".join(" ".join(parse.words[start:end]) for start, end in content.ranges): content
        for content in find_contents(parse, laid(parse), token)
    }


def test_the_complementiser_is_left_out() -> None:
    """A clause the cue governs is offered without "that" and the final stop."""
    found = contents(build(SAID_THAT), "said")
    assert found["it rained after noon"].origin == "ccomp"
    assert not any(words.startswith("that") or words.endswith(".") for words in found)


@pytest.mark.parametrize(
    "parsed",
    [
        "that/IN/dobj/slept Riga/NNP/nsubj/slept slept/VBD/relcl/post",
        "that/WDT/nsubj/slept Riga/NNP/nsubj/slept slept/VBD/ccomp/said",
    ],
)
def test_that_before_a_subject_is_the_complementiser(parsed: str) -> None:
    """So it is where the parser took it for an object: said in a post that Riga slept."""
    parse = build(
        "She/PRP/nsubj/said said/VBD/ROOT in/IN/prep/said a/DT/det/post post/NN/pobj/in "
        f"{parsed} ././punct/said"
    )
    assert "Riga slept" in contents(parse, "said")
    assert "that Riga slept" not in contents(parse, "said")


def test_a_tail_may_be_cut_off() -> None:
    """A clause is also offered without its last phrase, which might belong to the cue."""
    found = contents(build(SAID_THAT), "said")
    assert found["it rained"].cut == ("prep", "after", 5)
    assert found["it rained after noon"].cut is None


def test_whole_candidates_come_before_cut_ones() -> None:
    """The order is whole ones first, and what is cut never hides what is whole."""
    cut = [bool(content.cut) for content in contents(build(SAID_THAT), "said").values()]
    assert cut == sorted(cut)
    assert True in cut


@pytest.mark.parametrize("mark", [",", "–"])
def test_behind_an_inserted_clause_the_sentence_goes_on(mark: str) -> None:
    """What stands behind it is offered with what stands before, though it hangs on the cue."""
    parse = build(
        f"It/PRP/nsubj/rained rained/VBD/ccomp/said {mark}/,/punct/said Ann/NNP/nsubj/said "
        f"said/VBD/ROOT {mark}/,/punct/said until/IN/prep/said noon/NN/pobj/until ././punct/said"
    )
    found = contents(parse, "said")
    assert found["It rained | until noon"].origin == "around"
    assert "It rained" in found


def test_a_hyphen_in_a_word_ends_no_clause() -> None:
    """A dash stands free: – Ann said after re-election – but not re-election."""
    parse = read("It rained – Ann said after her re-election – until noon.")
    token = list(parse.words).index("said")
    assert parse.words[next_pause(parse, token, len(parse), {"-", "–"})] == "–"


def test_a_comma_in_a_date_ends_no_clause() -> None:
    """Said on Monday, July 18, in Riga: the date belongs to the clause of the cue."""
    parse = build(
        "It/PRP/nsubj/rained rained/VBD/ccomp/said ,/,/punct/said Ann/NNP/nsubj/said "
        "said/VBD/ROOT Monday/NNP/npadvmod/said ,/,/punct/Monday July/NNP/appos/Monday "
        ",/,/punct/said in/IN/prep/said Riga/NNP/pobj/in ././punct/said",
        **{"Monday_,_July": "DATE"},
    )
    assert "It rained | in Riga" in contents(parse, "said")


def test_a_clause_may_stand_in_front() -> None:
    """The sentence before the cue's clause is offered, without the comma between."""
    found = contents(build(IN_FRONT), "said")
    assert "It rained" in found


@pytest.mark.parametrize(
    ("cue", "noun", "speaks"),
    [("informed", "bank", True), ("informed", "roof", False), ("praised", "bank", False)],
)
def test_who_informs_is_no_content(cue: str, noun: str, *, speaks: bool) -> None:
    """It rained, informed the bank: who can say it says it, though the parse has an object."""
    parse = build(
        f"It/PRP/nsubj/rained rained/VBD/ccomp/{cue} ,/,/punct/{cue} {cue}/VBD/ROOT "
        f"the/DT/det/{noun} {noun}/NN/dobj/{cue} ././punct/{cue}"
    )
    found = contents(parse, cue)
    assert "It rained" in found
    assert (f"the {noun}" not in found) is speaks


def test_a_parenthesis_leaves_both_sides() -> None:
    """A cue put into a sentence may report the words on both sides of it."""
    assert "It | always rains" in contents(build(AROUND), "said")


def test_a_clause_may_begin_at_its_subject() -> None:
    """What stands before the subject of a clause may belong to the cue: "said Monday it …"."""
    parse = build(
        "He/PRP/nsubj/said said/VBD/ROOT Monday/NNP/npadvmod/rained it/PRP/nsubj/rained "
        "rained/VBD/ccomp/said ././punct/said",
        Monday="DATE",
    )
    assert contents(parse, "said")["it rained"].headed == "npadvmod:monday"


@pytest.mark.parametrize(
    ("text", "cue", "words", "origin"),
    [
        (
            (
                "He/PRP/nsubj/wrote wrote/VBD/ROOT to/IN/prep/wrote us/PRP/pobj/to "
                "that/WDT/mark/rained it/PRP/nsubj/rained rained/VBD/relcl/us ././punct/wrote"
            ),
            "wrote",
            "it rained",
            "behind that",
        ),
    ],
)
def test_a_clause_that_the_parse_tore_apart(text: str, cue: str, words: str, origin: str) -> None:
    """What follows "that" is offered as a whole."""
    parse = build(text)
    assert contents(parse, cue)[words].origin == origin


def test_the_object_of_a_preposition() -> None:
    """A noun reports what its preposition governs: "the accusation of theft"."""
    parse = build(
        "the/DT/det/accusation accusation/NN/nsubj/hurt of/IN/prep/accusation "
        "theft/NN/pobj/of hurt/VBD/ROOT"
    )
    assert contents(parse, "accusation")["theft"].origin == "prep:pobj"


def test_what_a_preposition_behind_the_object_governs() -> None:
    """In “accused him of theft” the theft is offered although it hangs on him."""
    parse = build(
        "Ann/NNP/nsubj/accused accused/VBD/ROOT him/PRP/dobj/accused of/IN/prep/him "
        "theft/NN/pobj/of"
    )
    assert contents(parse, "accused")["theft"].origin == "dobj>of:pobj"


def test_what_a_colon_opens() -> None:
    """Behind a colon the content may run on to the end of the paragraph, and no further."""
    parse = build(
        "She/PRP/nsubj/said said/VBD/ROOT :/:/punct/said Go/VB/dep/said ././punct/said",
        "Stay/VB/ROOT ././punct/Stay",
        "",
        "Nobody/NN/nsubj/went went/VBD/ROOT",
    )
    found = contents(parse, "said")
    assert found["Go . Stay"].origin == "colon"
    assert not any("Nobody" in words for words in found)


def test_the_noun_before_a_relative_clause() -> None:
    """A cue in a relative clause may report the noun that it hangs on, alone or as a whole."""
    parse = build(
        "Today/NN/npadvmod/failed the/DT/det/plan plan/NN/nsubj/failed he/PRP/nsubj/announced "
        "announced/VBD/relcl/plan for/IN/prep/plan peace/NN/pobj/for failed/VBD/ROOT"
    )
    found = contents(parse, "announced")
    assert found["the plan"].origin == "antecedent"
    assert found["the plan | for peace"].origin == "head-relcl"


def test_segments_near_the_cue() -> None:
    """Marked words in the cue's sentence are offered, the marks left out."""
    parse = build(
        "“/``/punct/said Never/RB/ccomp/said ,/,/punct/said ”/''/punct/said he/PRP/nsubj/said "
        "said/VBD/ROOT ././punct/said"
    )
    assert "Never" in contents(parse, "said")


@given(strategies.news_texts())
@settings(max_examples=40)
def test_candidates_are_sound_for_every_word_of_any_text(text: str) -> None:
    """Stretches are sorted, disjoint, not empty, without the cue, and each choice is there once."""
    parse = read(text)
    alignment = laid(parse)
    for cue in range(len(parse)):
        found = [content.ranges for content in find_contents(parse, alignment, cue)]
        assert len(found) == len(set(found))
        for ranges in found:
            assert ranges
            assert all(0 <= start < end <= len(parse) for start, end in ranges)
            assert all(one[1] <= two[0] for one, two in itertools.pairwise(ranges))
            assert not any(start <= cue < end for start, end in ranges)


def test_brackets_hold_what_is_said_in_them() -> None:
    """The plan (“a gift”, according to Moss) passed: nothing outside the brackets is offered."""
    parse = build(
        "The/DT/det/plan plan/NN/nsubj/passed (/-LRB-/punct/gift a/DT/det/gift gift/NN/appos/plan "
        ",/,/punct/gift according/VBG/prep/gift to/IN/prep/according Moss/NNP/pobj/to "
        ")/-RRB-/punct/plan passed/VBD/ROOT"
    )
    found = contents(parse, "according")
    assert "a gift" in found
    assert not any("plan" in words or "passed" in words for words in found)


def test_what_according_to_governs_is_no_content() -> None:
    """The source of “according to” is not offered, however the parse goes on from it."""
    parse = build(
        "According/VBG/ROOT to/IN/prep/According Ann/NNP/pobj/to ,/,/punct/Ann it/PRP/appos/Ann "
        "rained/VBD/acl/it ././punct/According"
    )
    assert {content.ranges[0].start for content in contents(parse, "According").values()} == {4}


@pytest.mark.parametrize(("behind", "starts"), [(",", {7}), ("so", {4, 7})])
def test_what_stands_beside_the_source_is_no_content(behind: str, starts: set[int]) -> None:
    """According to Ann, a vet, it rained; but what no comma ends may have a verb of its own."""
    parse = build(
        "According/VBG/prep/rained to/IN/prep/According Ann/NNP/pobj/to ,/,/punct/Ann "
        f"a/DT/det/vet vet/NN/appos/Ann {behind}/,/punct/Ann it/PRP/nsubj/rained "
        "rained/VBD/ROOT ././punct/rained"
    )
    found = {content.ranges[0].start for content in contents(parse, "According").values()}
    assert found & {4, 7} == starts


def test_by_whom_it_was_said_is_no_content() -> None:
    """No candidate of “was accused by Lee of lying” holds “by Lee”."""
    parse = build(
        "She/PRP/nsubjpass/accused was/VBD/auxpass/accused accused/VBN/ROOT by/IN/agent/accused "
        "Lee/NNP/pobj/by of/IN/prep/accused lying/VBG/pcomp/of ././punct/accused"
    )
    found = contents(parse, "accused")
    assert found
    assert not [words for words in found if "Lee" in words]


def test_the_verb_of_a_noun_begins_no_content() -> None:
    """Of “the verdict was called a disgrace”, the verdict does not report its own clause."""
    parse = build(
        "The/DT/det/verdict verdict/NN/nsubjpass/called was/VBD/auxpass/called called/VBN/ROOT "
        "a/DT/det/disgrace disgrace/NN/oprd/called ././punct/called"
    )
    assert not any(words.startswith(("was", "called")) for words in contents(parse, "verdict"))


TRIMMED = [
    ("that/IN/mark/fell it/PRP/nsubj/fell fell/VBD/ROOT", "it fell"),
    ("that/DT/nsubj/hurt hurt/VBD/ROOT ././punct/hurt", "that hurt"),
    ("that/WDT/nsubj/hurt hurt/VBD/ROOT", "that hurt"),
    ("that/IN/nsubj/hurt falling/VBG/csubj/hurt hurt/VBD/ROOT", "falling hurt"),
    ("That/DT/det/dam dam/NN/nsubj/leaks leaks/VBZ/ROOT", "That dam leaks"),
    ("that/IN/mark/leaks that/DT/det/dam dam/NN/nsubj/leaks leaks/VBZ/ROOT", "that dam leaks"),
    ("that/DT/det/pilot pilot/NN/compound/Ek Ek/NNP/nsubj/fell fell/VBD/ROOT", "pilot Ek fell"),
    ("we/PRP/nsubj/saw saw/VBD/ROOT that/DT/dobj/saw", "we saw that"),
    ("and/CC/cc/fell that/IN/mark/fell it/PRP/nsubj/fell fell/VBD/ROOT", "it fell"),
    (
        "Neither/CC/preconj/Ek Ek/NNP/nsubj/fell nor/CC/cc/Ek Moe/NNP/conj/Ek fell/VBD/ROOT",
        "Neither Ek nor Moe fell",
    ),
]


@pytest.mark.parametrize(("words", "trimmed"), TRIMMED)
def test_conjunctions_are_cut_off(words: str, trimmed: str) -> None:
    """What joins clauses is cut off; a pronoun, an article and the first of a pair are not."""
    parse = build(words)
    start, end = trim(parse, 0, len(parse))
    assert " ".join(parse.words[start:end]) == trimmed


def test_what_somebody_does_when_asked_is_no_content() -> None:
    """Asked by residents about it, Lee left: that Lee left is not what the residents asked."""
    parse = build(
        "Asked/VBN/advcl/left by/IN/agent/Asked residents/NNS/pobj/by about/IN/prep/Asked "
        "it/PRP/pobj/about ,/,/punct/left Lee/NNP/nsubj/left left/VBD/ROOT ././punct/left"
    )
    found = contents(parse, "Asked")
    assert "it" in found
    assert not any("left" in words for words in found)


def test_a_clause_between_marks_reports_nothing_outside_of_them() -> None:
    """“They say so,” he said: that he said it is not what they say."""
    parse = build(
        "“/``/punct/said They/PRP/nsubj/say say/VBP/ccomp/said so/RB/advmod/say ,/,/punct/said "
        "”/''/punct/said he/PRP/nsubj/said said/VBD/ROOT ././punct/said"
    )
    assert not any("said" in words for words in contents(parse, "say"))


@pytest.mark.parametrize(
    ("words", "cue", "outer"),
    [(CLAIMED, "claim", "was"), (INSISTED, "said", "left"), (WHILE, "according", "shone")],
)
def test_the_clause_around_that_of_a_cue_is_no_content(words: str, cue: str, outer: str) -> None:
    """Her claim that it rained was false; as she said it rained, Bo left; while, …, it shone."""
    found = contents(build(words), cue)
    assert "it rained" in found
    assert not any(outer in behind.split() for behind in found if behind.startswith("it rained"))


def test_the_clause_behind_according_to_may_open_with_another() -> None:
    """According to Bo, as it rained, it shone: all of that is what Bo says."""
    parse = build(
        "According/VBG/prep/shone to/IN/prep/According Bo/NNP/pobj/to ,/,/punct/shone "
        "as/IN/mark/rained it/PRP/nsubj/rained rained/VBD/advcl/shone ,/,/punct/shone "
        "it/PRP/nsubj/shone shone/VBD/ROOT"
    )
    assert "as it rained , it shone" in contents(parse, "According")
