"""Words with a hyphen that the parser took for several nouns side by side."""

from __future__ import annotations

import pytest
from hypothesis import given

import strategies
from quoteattr.syntax.grammar import SUBJECTS
from reading import check_rooted, read


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("“It is late,” the vice-president said.", "president"),
        ("The ex-president said he was innocent.", "president"),
        ("The firm's co-founder said on Monday that it was over.", "founder"),
        ("The vice-chancellor of the university said fees would rise.", "chancellor"),
        ("The state-run agency said prices rose.", "agency"),
    ],
)
def test_a_verb_has_one_subject(text: str, subject: str) -> None:
    """The noun behind the hyphen is the subject; what stands before it narrows it down."""
    parse = read(text)
    verb = list(parse.words).index("said")
    found = [token for token in parse.children[verb] if parse.deps[token] in SUBJECTS]
    assert [parse.words[token] for token in found] == [subject]


def test_the_article_goes_with_the_noun() -> None:
    """What hung on the word before the hyphen hangs on the noun."""
    parse = read("“It is late,” the vice-president said.")
    noun = list(parse.words).index("president")
    assert (parse.lefts[noun], parse.rights[noun]) == (noun - 3, noun + 1)


def test_a_dash_between_words_joins_nothing() -> None:
    """With spaces around it a hyphen is a dash, and both its sides stay as they were parsed."""
    parse = read("The vice - president said no.")
    assert parse.tags[2] != "HYPH"


def test_a_hyphen_that_hangs_as_punctuation_is_none_of_the_words() -> None:
    """The hyphen of a name is tagged as one, though the tagger took it for a part of the name."""
    parse = read("Sheikh Naim al-Qassir said the party would not disarm.")
    hyphen = parse.words.index("-")
    assert (parse.tags[hyphen], parse.deps[hyphen]) == ("HYPH", "punct")


@given(strategies.news_texts())
def test_every_token_leads_up_to_a_root(text: str) -> None:
    """No head hangs in the air, and none goes round in a circle."""
    check_rooted(read(text))
