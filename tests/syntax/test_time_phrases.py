"""Dates, times of day and amounts, told by their words alone."""

from __future__ import annotations

import pytest

from quoteattr.syntax.time_phrases import find_time_phrases
from reading import read


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("It closed on Monday.", {"Monday": "DATE"}),
        ("It closed on March 22, 2019, in Oslo.", {"March 22, 2019": "DATE"}),
        ("It closed on 3 May 2021 at dawn.", {"3 May 2021": "DATE", "dawn": "TIME"}),
        ("It closed late last year.", {"late last year": "DATE"}),
        ("It closed at the end of last week.", {"the end of last week": "DATE"}),
        ("It closed two weeks ago at 10:30 a.m. today.", {
            "two weeks ago": "DATE", "10:30 a.m.": "TIME", "today": "DATE",
        }),
        ("It closed on Tuesday night.", {"Tuesday night": "TIME"}),
        ("Prices rose by 3.5 percent in the 1990s.", {
            "3.5 percent": "PERCENT", "the 1990s": "DATE",
        }),
        ("It cost more than $4 million.", {"more than $4 million": "MONEY"}),
        ("They drove about 20 miles.", {"about 20 miles": "QUANTITY"}),
        ("The 23-year-old came third with 40 points.", {
            "23-year-old": "DATE", "third": "ORDINAL", "40": "CARDINAL",
        }),
    ],
)  # fmt: skip
def test_phrases_and_their_labels(text: str, phrases: dict[str, str]) -> None:
    """The whole phrase is found, with its label."""
    parse = read(text)
    found = {
        text[parse.starts[phrase.start] : parse.ends[phrase.end - 1]]: phrase.label
        for phrase in find_time_phrases(parse)
    }
    assert found == phrases


@pytest.mark.parametrize(
    "text", ["They may march on.", "Theresa May spoke.", "The sun rose over the fall of Troy."]
)
def test_words_that_only_look_like_a_date(text: str) -> None:
    """A verb, a surname and a fall are no months or seasons."""
    assert find_time_phrases(read(text)) == ()


def test_phrases_end_with_their_sentence() -> None:
    """A month that ends a sentence does not take the number that begins the next."""
    text = "It opened in June. 14 people came."
    parse = read(text)
    labels = {
        word: phrase.label
        for phrase in find_time_phrases(parse)
        for word in parse.words[phrase.start : phrase.end]
    }
    assert (labels["June"], labels["14"]) == ("DATE", "CARDINAL")
