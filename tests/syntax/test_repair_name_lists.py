"""Lists of full names before a verb, of which the parser took some for put beside the first."""

from __future__ import annotations

import pytest
from hypothesis import given

import strategies
from reading import check_rooted, read


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, Bo Ek and Ida Orr argued that it would fail.",
        "Ann Lee, Bo Ek, and Ida Orr said that it would fail.",
        "“It is late,” said Ann Lee, Bo Ek, and Ida Orr.",
        "Nurse Ann Lee, teacher Bo Ek and driver Ida Orr said it was late.",
    ],
)
def test_listed_names_are_joined_to_one_another(text: str) -> None:
    """The first is the subject, and each of the others hangs on the one before it."""
    parse = read(text)
    lee, ek, orr = map(parse.words.index, ("Lee", "Ek", "Orr"))
    assert parse.deps[lee] == "nsubj"
    assert (parse.deps[ek], parse.heads[ek]) == ("conj", lee)
    assert (parse.deps[orr], parse.heads[orr]) == ("conj", ek)


@given(strategies.news_texts())
def test_every_token_leads_up_to_a_root(text: str) -> None:
    """No head hangs in the air, and none goes round in a circle."""
    check_rooted(read(f"{text}\n\nAnn Lee, Bo Ek and Ida Orr said it was late. {text}"))
