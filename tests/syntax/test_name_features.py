"""Name features: where a name can stand, and what is said of each token there."""

from __future__ import annotations

from parses import build
from quoteattr.syntax.name_features import features, read_stretches, reread


def stretches(*sentences: str) -> list[str]:
    """Give the words of every stretch that can hold names."""
    parse = build(*sentences)
    return [" ".join(parse.words[s.start : s.end]) for s in read_stretches(parse)]


def test_links_stand_inside_only() -> None:
    """Linking words belong to a stretch between capitals, at no end of it."""
    found = stretches(
        "of/IN/prep/fell the/DT/det/Bank Bank/NNP/pobj/of of/IN/prep/Bank Oz/NNP/pobj/of "
        "and/CC/cc/fell fell/VBD/ROOT"
    )
    assert found == ["Bank of Oz"]


def test_lower_case_ends_a_stretch() -> None:
    """A word that links no names parts two stretches."""
    assert stretches("Ann/NNP/nsubj/met met/VBD/ROOT Bo/NNP/dobj/met") == ["Ann", "Bo"]


def test_figures_follow_a_name() -> None:
    """A figure behind a capital belongs to the stretch; a figure alone makes none."""
    found = stretches("Agenda/NNP/nsubj/saw 2030/CD/nummod/Agenda saw/VBD/ROOT 40/CD/dobj/saw")
    assert found == ["Agenda 2030"]


def test_the_document_tells_of_a_word_elsewhere() -> None:
    """What another sentence says of the word is among its clues."""
    fell = "Lund/NNP/nsubj/fell fell/VBD/ROOT on/IN/prep/fell ice/NN/pobj/on"
    saw = "we/PRP/nsubj/saw saw/VBD/ROOT Mr/NNP/compound/Lund Lund/NNP/dobj/saw"
    alone, titled = [
        {name for clue in read_stretches(build(*given))[0].clues[0] for name in features(clue)}
        for given in ([fell], [fell, saw])
    ]
    assert "titled=0" in alone
    assert "titled=1" in titled


def test_a_second_look_knows_the_first_reading() -> None:
    """The label of the same word elsewhere is a clue of the second reading, its own is not."""
    parse = build(
        "Lund/NNP/nsubj/fell fell/VBD/ROOT", "he/PRP/nsubj/saw saw/VBD/ROOT Lund/NNP/dobj/saw"
    )
    found = read_stretches(parse)
    again = reread(parse, found, [["O"], ["B-PER"]])
    names = [{n for clue in s.clues[0] for n in features(clue)} for s in again]
    assert "elsewhere=B-PER|1" in names[0]
    assert "elsewhere=|0" in names[1]
