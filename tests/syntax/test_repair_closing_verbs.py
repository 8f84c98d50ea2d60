"""Present verbs behind closing marks, which the parser took for plural nouns."""

from __future__ import annotations

import pytest

from reading import read


@pytest.mark.parametrize(
    ("text", "noun", "verb"),
    [
        ("“It is hard,” Tora Falk grins.", "Falk", "grins"),
        ("“Annie yells a lot,” Leetia shrugs. “She always did.”", "Leetia", "shrugs"),
        ("“It was late,” the mayor jokes, and laughs.", "mayor", "jokes"),
    ],
)
def test_somebody_behind_marks_does_something(text: str, noun: str, verb: str) -> None:
    """The word before the pause is the verb of the sentence, and its subject the noun."""
    parse = read(text)
    token = parse.words.index(verb)
    assert parse.tags[token] == "VBZ"
    assert parse.heads[token] == token
    subject = parse.words.index(noun)
    assert (parse.deps[subject], parse.heads[subject]) == ("nsubj", token)


@pytest.mark.parametrize(
    ("text", "plural"),
    [
        ("“It was late,” said the Leeds fans.", "fans"),
        ("“It was late,” the Leeds players said.", "players"),
        ("She liked “The Tide”, his Leeds songs.", "songs"),
    ],
)
def test_other_plural_nouns(text: str, plural: str) -> None:
    """A noun for people, or one without a comma inside the marks, stays a noun."""
    parse = read(text)
    assert parse.tags[parse.words.index(plural)] != "VBZ"


@pytest.mark.parametrize(
    ("text", "noun", "verb", "tag"),
    [
        ("“Pay by noon,” the lease states.", "lease", "states", "VBZ"),
        ("“It acted as though nobody saw,” the ruling read.", "ruling", "read", "VBD"),
        ("“It is over,” the club claims.", "club", "claims", "VBZ"),
    ],
)
def test_a_text_or_body_behind_marks_says_so(text: str, noun: str, verb: str, tag: str) -> None:
    """Behind a noun for a text or a body, the plural of a word of saying is its verb."""
    parse = read(text)
    token, subject = parse.words.index(verb), parse.words.index(noun)
    assert (parse.tags[token], parse.heads[token]) == (tag, token)
    assert (parse.deps[subject], parse.heads[subject]) == ("nsubj", token)
