"""Role phrases: where they begin and end."""

from __future__ import annotations

import pytest

from quoteattr.entities.role_phrases import read_role
from reading import read


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("the chairman of the board, who", "chairman of the board"),
        ("a renowned chess player from Riga and", "chess player from Riga"),
        ("its head of research in March said", "head of research"),
        ("one of the club's founders said", "one of the club's founders"),
        ("a table", None),
        ("a 34-year-old plumber", "plumber"),
    ],
)
def test_role_phrases_are_tight_and_complete(text: str, role: str | None) -> None:
    """A role runs over its complements and stops before clauses, dates and the next thing."""
    parse = read(text)
    found = read_role(parse, 0, len(parse))
    assert (found and text[parse.starts[found[0]] : parse.ends[found[1] - 1]]) == role
