"""Ages that stand for somebody, behind which the parser took a verb for a participle."""

from __future__ import annotations

import pytest
from hypothesis import given

import strategies
from quoteattr.syntax.grammar import ALL_SUBJECTS
from reading import check_rooted, read, said


@pytest.mark.parametrize(
    ("text", "verb", "said"),
    [
        ("The 33-year-old told police he was innocent.", "told", "was"),
        ("In court on Friday, the 33-year-old told jurors he was innocent.", "told", "was"),
        ("The 28-year-old told fans on Instagram she was sorry.", "told", "was"),
        ("“I am happy,” the 12-year-old told reporters.", "told", "am"),
        ("The 28-year-old denied murder but admitted manslaughter.", "denied", None),
    ],
)
def test_an_age_is_the_subject_of_the_verb_behind_it(
    text: str, verb: str, said: str | None
) -> None:
    """What it says hangs on that verb, which has no other subject."""
    parse = read(text)
    token = list(parse.words).index(verb)
    subjects = [child for child in parse.children[token] if parse.deps[child] in ALL_SUBJECTS]
    assert (parse.heads[token], [parse.words[one] for one in subjects]) == (token, ["old"])
    clauses = [parse.words[one] for one in parse.children[token] if parse.deps[one] == "ccomp"]
    assert clauses == ([said] if said else [])


def test_an_age_in_what_others_say_stays_there() -> None:
    """The verb behind it hangs where its object hung."""
    parse = read("Prosecutors said the 33-year-old told police he was innocent.")
    words = list(parse.words)
    assert parse.words[parse.heads[words.index("told")]] == "said"
    assert parse.words[parse.heads[words.index("said")]] == "said"


@pytest.mark.parametrize(
    "text",
    [
        "The 28-year-old accused man said he was innocent.",
        "A 70-year-old retired teacher said he was innocent.",
        "The 28-year-old said he was innocent.",
    ],
)
def test_an_age_may_narrow_a_noun_down(text: str) -> None:
    """Before a noun for one person the word behind it is a participle."""
    parse = read(text)
    assert parse.deps[list(parse.words).index("said")] == "ROOT"


def test_an_age_takes_its_article_along() -> None:
    """Whom the parser takes for a modifier of "said" says it, article and all."""
    parse = read("It fell. “It sounded like the sky tearing,” the 34-year-old said.")
    assert "old/nsubj" in said(parse)["said"]
    old = parse.words.index("old")
    assert parse.words[parse.lefts[old]] == "the"


@given(strategies.news_texts())
def test_every_token_leads_up_to_a_root(text: str) -> None:
    """No head hangs in the air, and none goes round in a circle."""
    check_rooted(read(f"{text} The 33-year-old told police {text}"))
