"""Name notes: what a document says of each word with a capital."""

from __future__ import annotations

from parses import build
from quoteattr.syntax.name_notes import NOTES, read_notes

SAW = (
    "we/PRP/nsubj/saw saw/VBD/ROOT Mr/NNP/compound/Lund Lund/NNP/dobj/saw in/IN/prep/saw "
    "Oz/NNP/pobj/in"
)


def notes_of(word: str, *sentences: str) -> dict[str, str]:
    """Give how often each note holds of a word."""
    return dict(zip(NOTES, read_notes(build(*sentences)).words[word], strict=True))


def test_notes_are_counted_by_word() -> None:
    """A title before a word, a preposition, and a verb beside it count, up to three times."""
    lund = notes_of("lund", SAW, SAW)
    assert lund["titled"] == "2"
    assert lund["inside"] == "2"
    assert lund["place"] == "0"
    assert notes_of("oz", *[SAW] * 5)["place"] == "3"


def test_headlines_tell_nothing_of_their_words() -> None:
    """Where nearly all words have a capital, none of them is noted."""
    notes = read_notes(
        build("Oz/NNP/compound/Bank Bank/NNP/nsubj/Fell Fell/VBD/ROOT Hard/RB/x/Fell")
    )
    assert notes.manners == ["titled"]
    assert notes.words == {}
