"""Antecedents: pronouns and role phrases in running text."""

from __future__ import annotations

import pytest

from quoteattr.entities.inventory import build_index
from quoteattr.speakers.noun_anaphors import resolve_anaphors
from quoteattr.text.segments import find_segments
from reading import read


def _resolved(text: str) -> dict[str, str]:
    """Give the referents of the text's anaphors, by the anaphor's head word."""
    parse = read(text)
    index = build_index(parse, find_segments(text).segments, [])
    return {
        parse.lowers[token]: referent.name
        for token, referent in resolve_anaphors(index, {}, frozenset()).items()
    }


@pytest.mark.parametrize(
    ("text", "anaphor", "referent"),
    [
        ("Anna Roth called Peter Voss. She wept.", "she", "Anna Roth"),
        ("Anna Roth called Peter Voss. He wept.", "he", "Peter Voss"),
        ("John Hart called Peter Voss. He wept.", "he", "John Hart"),
        ("She wept. Anna Roth had lost.", "she", "Anna Roth"),
        ("Judge Anna Roth sat down. The judge wept.", "judge", "Anna Roth"),
        ("Peter Voss scored. The German striker wept.", "striker", "Peter Voss"),
        ("A surgeon came in. He wept.", "he", "A surgeon"),
        ("Peter Voss came. “John Hart left.” He wept.", "he", "Peter Voss"),
        ("Ifeoluwa Oke lost her bag to Nkem Eze. He laughed. She wept.", "he", "Nkem Eze"),
        ("Ifeoluwa Oke lost her bag to Nkem Eze. He laughed. She wept.", "she", "Ifeoluwa Oke"),
    ],
)
def test_who_is_meant(text: str, anaphor: str, referent: str) -> None:
    """Gender, subject, role and quotation marks decide; without anybody before, the next."""
    assert _resolved(text).get(anaphor) == referent


@pytest.mark.parametrize(
    "text", ["The president of Chile wept.", "Peter Voss met the mayor.", "It rained. He wept."]
)
def test_nobody_is_better_than_somebody_wrong(text: str) -> None:
    """A bare role that nobody holds, the object beside its subject, and nobody at all."""
    assert _resolved(text) == {}
