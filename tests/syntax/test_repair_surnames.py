"""Surnames that look like common words, and what the tagger made of them."""

from __future__ import annotations

import pytest
from hypothesis import given

import strategies
from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.repair_surnames import restore_surnames
from quoteattr.syntax.tokens import TokenRange
from reading import check_rooted, read


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Columnist George Will is back. “He is weak,” Will urged.", "Will"),
        ("The club chose Al From. “We lost,” From said.", "From"),
        ("Jack Early came second. Informed of it, Early described it as “news”.", "Early"),
    ],
)
def test_a_surname_before_a_verb(text: str, word: str) -> None:
    """A surname that is also a small word is the subject of the finite verb behind it."""
    parse = read(text)
    last = max(token for token, known in enumerate(parse.words) if known == word)
    assert (parse.tags[last], parse.deps[last]) == ("NNP", "nsubj")
    assert parse.heads[last] == last + 1
    assert last in parse.children[last + 1]


def test_a_word_stays_where_nobody_has_it_for_a_name() -> None:
    """Without a full name in the text a word keeps its tag."""
    parse = read("Will he come? From here it looks bad.")
    assert not {"Will", "From"} & {
        w for w, t in zip(parse.words, parse.tags, strict=True) if t == "NNP"
    }


def test_a_word_that_is_no_subject_stays() -> None:
    """The auxiliary “Will” before a pronoun is no name, though one of the text's people has it."""
    words = ["Ann", "Will", "left", "Will", "she", "return"]
    tags = ["NNP", "NNP", "VBD", "MD", "PRP", "VB"]
    deps = ["compound", "nsubj", "ROOT", "aux", "nsubj", "ROOT"]
    restore_surnames(
        words, Columns(tags, deps, [1, 2, 2, 5, 5, 5]), [TokenRange(0, 3), TokenRange(3, 6)]
    )
    assert (tags[3], deps[3]) == ("MD", "aux")


def test_a_word_that_ends_a_sentence_stays() -> None:
    """The verb that opens the next sentence has no subject in this one."""
    words = ["Ann", "Will", "left", "Will", "agreed"]
    tags, deps = ["NNP", "NNP", "VBD", "MD", "VBD"], ["compound", "nsubj", "ROOT", "ROOT", "ROOT"]
    sentences = [TokenRange(0, 3), TokenRange(3, 4), TokenRange(4, 5)]
    restore_surnames(words, Columns(tags, deps, [1, 2, 2, 3, 4]), sentences)
    assert (tags[3], deps[3]) == ("MD", "ROOT")


def test_a_verb_below_its_subject_takes_its_place() -> None:
    """Where the verb hung on the name, it hangs on what the name hung on, or is a root."""
    words, tags = ["Ann", "From", "left", "From", "agreed"], ["NNP", "NNP", "VBD", "IN", "VBD"]
    deps, heads = ["compound", "nsubj", "ROOT", "ROOT", "pcomp"], [1, 2, 2, 3, 3]
    restore_surnames(words, Columns(tags, deps, heads), [TokenRange(0, 3), TokenRange(3, 5)])
    assert (deps[3:], heads[3:]) == (["nsubj", "ROOT"], [4, 4])


@given(strategies.news_texts())
def test_every_token_leads_up_to_a_root(text: str) -> None:
    """No head hangs in the air, and none goes round in a circle."""
    check_rooted(read(f"George Will slept. {text} Will said {text}"))


@pytest.mark.parametrize(
    ("words", "tags", "right"),
    [
        (["then", "WHO", "warned", "them"], ["RB", "WP", "VBD", "PRP"], "NNP"),
        (["The", "US", "left"], ["DT", "PRP", "VBD"], "NNP"),
        (["THEN", "WHO", "WARNED"], ["RB", "WP", "VBD"], "WP"),
        (["then", "who", "warned"], ["RB", "WP", "VBD"], "WP"),
    ],
)
def test_letters_that_spell_a_pronoun(words: list[str], tags: list[str], right: str) -> None:
    """A pronoun in capitals among small letters is an acronym; in a shouted line it is none."""
    deps, heads = ["dep"] * len(words), [len(words) - 1] * len(words)
    restore_surnames(words, Columns(tags, deps, heads), [TokenRange(0, len(words))])
    assert tags[1] == right


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        (["Karim", "Said", "his", "brother", "watched"], "NNP"),
        (["Karim", "Said", "His", "Brother", "Watched"], "VBD"),
    ],
)
def test_a_verb_with_a_capital_behind_a_given_name(words: list[str], tag: str) -> None:
    """It is a surname, and the next verb has it for a subject, unless all words have capitals."""
    tags, heads = ["NNP", "VBD", "PRP$", "NN", "VBD"], [1, 4, 3, 1, 4]
    deps = ["nsubj", "parataxis", "poss", "appos", "ROOT"]
    restore_surnames(words, Columns(tags, deps, heads), [TokenRange(0, len(words))])
    assert tags[1] == tag
    assert (deps[:2] == ["compound", "nsubj"] and heads[1] == len(words) - 1) is (tag == "NNP")


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("“It is late,” Will Parker said.", "NNP"),
        ("Will Parker said that it was late.", "NNP"),
        ("Will Parker win the vote this time?", "MD"),
        ("The mayor asked: “Will Parker win the vote?”", "MD"),
    ],
)
def test_an_auxiliary_before_a_name(text: str, tag: str) -> None:
    """With a capital inside a sentence it is a given name, at the opening it may ask."""
    parse = read(text)
    assert parse.tags[parse.words.index("Will")] == tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [("Petrenko: “We will not sign”", "NNP"), ("Fishers: “We will not sign”", "NNS")],
)
def test_a_rare_word_before_a_quoted_line_is_a_name(text: str, tag: str) -> None:
    """A noun for a role, a body or a text, or a common word, stays one."""
    assert read(text).tags[0] == tag
