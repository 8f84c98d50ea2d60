"""Sentence hints: where sentences begin behind a full stop, as far as that is sure."""

from __future__ import annotations

import pytest
from hypothesis import given

import strategies
from quoteattr.syntax.sentence_hints import find_hints, give_hints, short_titles
from quoteattr.syntax.spacy_parser import load_pipeline
from reading import read


def word_at(text: str, offset: int) -> str:
    """Give the word that begins at an offset."""
    return text[offset:].partition(" ")[0].strip(".")


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("It fell at 3 a.m. The dog left.", [("The", True)]),
        ("It fell at 11 p.m. Friday.", []),
        ("It fell, said Insp. Lee.", [("Lee", False)]),
        ("It fell, said Lee Esq. The dog left.", []),
        ("Governor K.V. Rao left.", [("Rao", False)]),
        ("He left the U.S. Officials wept.", []),
        ("In B.C. Officials wept.", []),
        ("He met Mayor K.V. The dog left.", []),
    ],
)
def test_a_full_stop_that_ends_a_sentence_or_not(text: str, hints: list[tuple[str, bool]]) -> None:
    """Hours may end one; short titles, and initials between two names, end none."""
    found = [(word_at(text, offset), begins) for offset, begins in find_hints(text)]
    assert found == hints


def test_letters_behind_a_name_are_no_short_titles() -> None:
    """“Esq.” and “Jr.” may end a sentence."""
    assert {"Insp.", "Smt.", "Mr."} <= short_titles()
    assert {"Esq.", "Jr."}.isdisjoint(short_titles())


@given(strategies.texts())
def test_hints_stand_at_the_starts_of_words(text: str) -> None:
    """On any text a hint's offset is that of a word behind white space."""
    for offset, _ in find_hints(text):
        assert text[offset].isalpha()
        assert text[offset - 1].isspace()


def test_a_post_on_x_ends_with_a_full_stop() -> None:
    """The stop behind the name of the platform is none of an initial; that of “X. Lee” is."""
    nlp = load_pipeline()
    for text, stops in (("He wrote so on X. “We know.”", 2), ("He told X. Lee so.", 1)):
        doc = give_hints(nlp.make_doc(text), text)
        assert doc.text == text
        assert [token.text for token in doc].count(".") == stops


def test_hints_are_set_on_a_doc() -> None:
    """Only the words in question are told to begin a sentence or not."""
    text = "It fell, said Insp. Lee."
    doc = give_hints(load_pipeline().make_doc(text), text)
    told = [token.text for token in doc if token.is_sent_start is False]
    assert told == ["Lee"]


@pytest.mark.parametrize("title", ["Insp.", "Const.", "Det.-Sgt.", "Atty."])
def test_a_short_title_opens_a_sentence(title: str) -> None:
    """A title that the pipeline does not know belongs to the name behind it."""
    parse = read(f"A fire broke out on Sunday. {title} Ann Greely said the car was stolen.")
    start = parse.words.index(title)
    name = parse.words.index("Greely")
    assert parse.heads[start] == name
    assert len(parse.sentences) == 2
