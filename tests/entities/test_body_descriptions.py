"""Body descriptions: what a text says that a body or a text is."""

from __future__ import annotations

import pytest

from quoteattr.entities.body_descriptions import description_words
from reading import read


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Zedcare, an insurer, closed.", "Zedcare", {"insurer"}),
        ("The insurer, Zedcare, closed.", "Zedcare", {"insurer"}),
        ("Zedcare is a travel agency.", "Zedcare", {"travel", "agency"}),
        ("They left the brewery of Zedcare.", "Zedcare", set()),
    ],
)
def test_what_a_body_is_said_to_be(text: str, name: str, words: set[str]) -> None:
    """A noun in apposition, before the name or equated with it tells what it is."""
    parse = read(text)
    token = parse.words.index(name)
    assert description_words(parse, [(token, token + 1)]) == words
