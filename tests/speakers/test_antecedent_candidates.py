"""Antecedent candidates: whom a reference may mean."""

from __future__ import annotations

import pytest

from quoteattr import extract_quotes
from quoteattr.attribution.attributions import attribute
from quoteattr.entities.cast import build_cast
from quoteattr.scoring.choice import Choice, choose
from quoteattr.scoring.linear_model import load_model
from quoteattr.speakers.antecedents import walk_through
from quoteattr.speakers.resolve import name_of
from quoteattr.speakers.walks import NOBODY, Asked, Walk
from quoteattr.text.segments import find_segments
from reading import WITH_A_FOX, read


def candidates_at(text: str, word: str) -> list[str | None]:
    """Name the candidates of the question that a walk puts about a word."""
    parse, segments = read(text), find_segments(text).segments
    attributions = attribute(parse, segments)
    heads = [attribution.source.head for attribution in attributions if attribution.source]
    asked: list[list[str | None]] = []

    def decide(walk: Walk, one: Asked) -> Choice[int]:
        if one.reference is not None and one.reference.word == word:
            asked.append(
                [None if n == NOBODY else name_of(walk, n) for n in one.question.candidates]
            )
        return choose(one.question, load_model(one.model))

    walk_through(build_cast(parse, segments, heads), attributions, decide)
    assert asked
    return asked[-1]


@WITH_A_FOX
def test_the_last_met_come_first(name: str) -> None:
    """For a pronoun those met last are candidates, nobody at the end; a body is no "he"."""
    text = f"{name} met Bo Ek at Harbour Bank. “It holds,” he said."
    assert candidates_at(text, "he") == ["Bo Ek", name, None]


def test_who_answers_is_not_who_asked() -> None:
    """Who is named as replying is no candidate for who asked, but is where both only speak."""
    text = "“Do you pay rent?” the bailiff {}. “Whom would I pay?” Ann Lee {}."
    assert "Ann Lee" in candidates_at(text.format("said", "said"), "bailiff")
    assert "Ann Lee" not in candidates_at(text.format("asked", "replied"), "bailiff")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Bo Ek said it was a lie. “It is not,” the baker replied.", False),
        ("Bo Ek said it was a lie. It rained. “It is not,” the baker replied.", True),
        ("Bo Ek, a baker, said it was a lie. “It is,” the baker replied.", True),
        ("Bo Ek said it was a lie. Asked why, the baker replied: “It is.”", True),
    ],
)
def test_who_replies_at_once_is_somebody_else(text: str, *, meant: bool) -> None:
    """A noun that replies is not who spoke just before, unless asked, or called so."""
    assert ("Bo Ek" in candidates_at(text, "baker")) == meant


def test_a_spokesman_is_not_who_is_named_soon() -> None:
    """Nobody's name follows for a spokesman, but who is told to be the spokeswoman."""
    text = "“It holds,” a port spokesman said. Bo Ek, {}, wept."
    assert "Bo Ek" not in candidates_at(text.format("the mayor"), "spokesman")
    assert "Bo Ek" in candidates_at(text.format("the port’s spokesperson"), "spokesman")


def test_somebody_named_soon_is_a_candidate() -> None:
    """Who is named for the first time behind a pronoun may be meant by it."""
    assert "Bo Ek" in candidates_at("“It holds,” he said.\n\nBo Ek is the mayor.", "he")


def test_another_of_a_kind_is_not_the_first() -> None:
    """A nurse is not another nurse whose name follows; she may be who is named alone."""
    text = "“It holds,” a nurse said. {} Bo Ek, 40, wept."
    assert "Bo Ek" in candidates_at(text.format("The neighbour,"), "nurse")
    assert "Bo Ek" not in candidates_at(text.format("Another nurse,"), "nurse")


def test_a_role_is_not_that_of_somebody_with_another() -> None:
    """A lawyer is not Judge Ek, named behind; the story's first paragraph may tell of a lawyer."""
    text = "{}“It holds,” {} lawyer said.{}{} Bo Ek said that it rained."
    assert "Bo Ek" not in candidates_at(text.format("", "a", " ", "Judge"), "lawyer")
    assert "Bo Ek" not in candidates_at(
        text.format("It rained.\n\n", "a", "\n\n", "Judge"), "lawyer"
    )
    assert "Bo Ek" in candidates_at(text.format("", "a", "\n\n", "Judge"), "lawyer")
    assert "Bo Ek" in candidates_at(text.format("", "the", " ", "Judge"), "lawyer")
    assert "Bo Ek" in candidates_at(text.format("", "a", " ", "Attorney"), "lawyer")


def test_a_title_reaches_far() -> None:
    """Whose title a noun is may be named much later; somebody without it may not."""
    gap = "\n\nIt rained.\n\nIt snowed.\n\nIt froze.\n\n"
    text = f"“It is late,” the minister said.{gap}Planning Minister Noma Dube laughed at Bo Ek."
    names = candidates_at(text, "minister")
    assert "Noma Dube" in names
    assert "Bo Ek" not in names


def test_a_name_means_who_bears_it() -> None:
    """Somebody with another name is no candidate for a name."""
    text = "Ann Lee of the Harbour Bank (HB) wept. HB said that the bridge holds."
    names = candidates_at(text, "hb")
    assert "Harbour Bank" in names
    assert "Ann Lee" not in names


def test_nobody_reports_of_themselves_by_name() -> None:
    """A noun is no person whom its own report names: the indictment says Bo Ek told …."""
    text = "According to the indictment, Bo Ek told officers that he was armed."
    assert candidates_at(text, "indictment") == [None]


def test_those_ahead_are_of_the_sort_that_is_meant() -> None:
    """Places named before somebody do not keep him from being a candidate for a person's noun."""
    text = "A pilot said that it holds.\n\nParis, Rome, Lima and Cairo slept. Bo Ek is the mayor."
    assert "Bo Ek" in candidates_at(text, "pilot")


def test_what_a_body_is_reaches_far() -> None:
    """A body that was met long ago is a candidate for a noun akin to a word of its name."""
    gap = " ".join(
        f"Dr {name} Lund slept." for name in ("Al", "Bo", "Cy", "Di", "Ed", "Flo", "Gus")
    )
    text = f"Harbour Airways is late. Ann Lee, Jo Park and Ida Ray wept. {gap} The airline said so."
    assert "Harbour Airways" in candidates_at(text, "airline")


def test_what_somebody_calls_his_own_is_somebody_else() -> None:
    """My boss is not who says so."""
    text = "“My boss shouted that it holds, and the roof fell,” Ann Lee said."
    assert "Ann Lee" not in candidates_at(text, "boss")


def test_my_boss_is_not_who_says_so() -> None:
    """What somebody calls “my boss” between marks is not who is named behind them."""
    text = "“My boss came in and shouted ‘Out!’ twice,” seamstress Ida Ray recalled."
    assert "Ida Ray" not in candidates_at(text, "boss")


def test_whom_the_text_names_most_stays_a_candidate() -> None:
    """However many were met since, a noun may mean the person whom the text is about."""
    others = " ".join(f"{name} came." for name in ("Bo Ek", "Cy Orr", "Di Moss", "Ed Kerr"))
    more = " ".join(f"{name} left." for name in ("Flo Voss", "Gus Roth", "Ida Ray", "Jo Park"))
    text = f"Ann Lee sang. Lee wept. Lee left. {others} {more} “No,” the novelist said."
    assert "Ann Lee" in candidates_at(text, "novelist")


def test_who_answers_did_not_ask() -> None:
    """He who replied is not who asked just before, but whoever was asked."""
    text = "Bo Ek wept. Judge Al Lund asked him who had paid.\n\n“Nobody,” he replied."
    found = candidates_at(text, "he")
    assert "Bo Ek" in found
    assert "Al Lund" not in found
    added = candidates_at(text.replace("replied", "added"), "he")
    assert "Al Lund" in added


def test_a_label_between_marks_means_its_bearer() -> None:
    """Who speaks in a turn is not ruled out by the name that stands before it between the marks."""
    text = "Ann Orr met Jonas Falk.\n\n“FALK: Is it late?”\n\n“ORR: It is.”\n\n“FALK: Go.”"
    speakers = [quote.speaker and quote.speaker.name for quote in extract_quotes(text)]
    assert speakers == ["Jonas Falk", "Ann Orr", "Jonas Falk"]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The clerk who called Cy Orr a liar said he was tired.", "clerk", "Cy Orr"),
        ("The baker, who named Cy Orr on Monday, said the shop was shut.", "baker", "Cy Orr"),
        ("The trainer said that Cy Orr told him, “I want to rest.”", "trainer", "Cy Orr"),
        ("The warden wept when Cy Orr left the hall. Orr slept.", "warden", "Cy Orr"),
        ("The nurse had left at noon, Ida Ray said.", "nurse", "Ida Ray"),
        ("The nurse left the ward, according to Ida Ray.", "nurse", "Ida Ray"),
        ("The police in a letter to Ida Ray said the road was shut.", "police", "Ida Ray"),
        ("A clerk who asked not to be named said no. Clerk Cy Orr left.", "clerk", "Cy Orr"),
    ],
)
def test_whom_a_noun_tells_of_and_who_tells_of_it_are_others(
    text: str, word: str, name: str
) -> None:
    """Nobody named in a clause about a noun or below its verb is meant, nor who says its words."""
    assert name not in candidates_at(text, word)


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The winner, who is Cy Orr, said he was tired.", "winner", "Cy Orr"),
        ("The runner, who was listed as Cy Orr, said he was tired.", "runner", "Cy Orr"),
        ("Ida Ray came. The nurse had left at noon, Cy Orr said.", "nurse", "Ida Ray"),
        ("Ida Ray said she was the only nurse in the ward.", "nurse", "Ida Ray"),
        ("Harbour Bank said the bank would pay.", "bank", "Harbour Bank"),
    ],
)
def test_who_may_be_meant_all_the_same(text: str, word: str, name: str) -> None:
    """Who the noun is said to be may be meant; so may others, bodies and whom one calls oneself."""
    assert name in candidates_at(text, word)


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("“He said the road was shut,” Al Moe told Cy Orr.", "he", {"Al Moe", "Cy Orr"}),
        ("“I ran,” Al Moe told Cy Orr. “He said it was shut.”", "he", {"Al Moe", "Cy Orr"}),
        ("Al Moe told Harbour Bank, “They said it was late.”", "they", {"Harbour Bank"}),
    ],
)
def test_who_talk_are_nobody_they_talk_of(text: str, word: str, names: set[str]) -> None:
    """Between marks no third person means who says the words, nor who is told them."""
    assert names.isdisjoint(candidates_at(text, word))


def test_a_reporter_may_put_marks_around_a_clause() -> None:
    """What Moe said “he would pay” is no speech in which he would call himself I."""
    assert "Al Moe" in candidates_at(
        "Al Moe said “he told the court that he would pay for it”.", "he"
    )
