"""Title predicates: what a clause says that its subject or object is."""

from __future__ import annotations

import pytest

from quoteattr.entities.title_predicates import (
    as_starts,
    is_denied,
    is_succeeded,
    predicate_starts,
)
from quoteattr.syntax.tokens import TokenRange
from reading import read


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Doe resigned in May and is the mayor of Riga.", "the"),
        ("Doe left.", None),
    ],
)
def test_a_verb_farther_on_says_what_the_subject_is(text: str, noun: str | None) -> None:
    """The verbs that share a subject say what it is."""
    parse = read(text)
    starts = list(predicate_starts(parse, TokenRange(0, 1)))
    assert [parse.words[start] for start in starts] == ([noun] if noun else [])


def test_as_is_said_of_the_subject_or_of_the_object() -> None:
    """Whoever agrees to serve as mayor is the mayor, and not whoever sees somebody as one."""
    served = read("Doe agreed to serve as mayor.")
    assert [served.words[start] for start in as_starts(served, TokenRange(0, 1))] == ["mayor"]
    saw = read("Doe described Roe as mayor.")
    assert list(as_starts(saw, TokenRange(0, 1))) == []
    roe = saw.words.index("Roe")
    assert list(as_starts(saw, TokenRange(roe, roe + 1))) in ([], [saw.words.index("mayor")])


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("Doe succeeded Roe as mayor of Riga.", True),
        ("Doe, who replaced Roe as mayor, left.", True),
        ("Doe replaced Roe with Poe as mayor.", False),
        ("Doe praised Roe as mayor.", False),
    ],
)
def test_whoever_succeeds_somebody_has_the_office(text: str, *, follows: bool) -> None:
    """What follows "as" is said of the one who takes over; the other one had it."""
    parse = read(text)
    roe = parse.words.index("Roe")
    starts = list(as_starts(parse, TokenRange(0, 1)))
    assert [parse.words[start] for start in starts] == (["mayor"] if follows else [])
    assert is_succeeded(parse, TokenRange(roe, roe + 1)) is follows


@pytest.mark.parametrize(("noun", "found"), [("role", ["mayor"]), ("letter", [])])
def test_as_is_said_of_whose_role_it_is(noun: str, found: list[str]) -> None:
    """A role as mayor is its owner's, and no letter is."""
    parse = read(f"She spoke in her {noun} as mayor.")
    assert [parse.words[start] for start in as_starts(parse, TokenRange(3, 4))] == found


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Doe is not the mayor.", True),
        ("Doe does not dream to become the mayor.", True),
        ("Doe was never elected as mayor.", True),
        ("Doe is the mayor.", False),
        ("Doe did not pay rent as mayor.", False),
    ],
)
def test_a_clause_may_deny_a_role(text: str, *, denied: bool) -> None:
    """The verb of the role, or the one it hangs on, is negated; another verb does not matter."""
    parse = read(text)
    assert is_denied(parse, parse.words.index("mayor")) is denied
