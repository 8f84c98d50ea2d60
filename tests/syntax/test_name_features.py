"""Name features: where a name can stand, and what is said of each token there."""

from __future__ import annotations

from parses import build
from quoteattr.syntax.name_features import features, read_zones, reread


def test_the_document_tells_of_a_word_elsewhere() -> None:
    """What another sentence says of the word is among its clues."""
    fell = "Lund/NNP/nsubj/fell fell/VBD/ROOT on/IN/prep/fell ice/NN/pobj/on"
    saw = "we/PRP/nsubj/saw saw/VBD/ROOT Mr/NNP/compound/Lund Lund/NNP/dobj/saw"
    alone, titled = [
        {name for clue in read_zones(build(*given))[0].clues[0] for name in features(clue)}
        for given in ([fell], [fell, saw])
    ]
    assert "titled=0" in alone
    assert "titled=1" in titled


def test_a_second_look_knows_the_first_reading() -> None:
    """The label of the same word elsewhere is a clue of the second reading, its own is not."""
    parse = build(
        "Lund/NNP/nsubj/fell fell/VBD/ROOT", "he/PRP/nsubj/saw saw/VBD/ROOT Lund/NNP/dobj/saw"
    )
    found = read_zones(parse)
    again = reread(parse, found, [["O"], ["B-PER"]])
    names = [{n for clue in s.clues[0] for n in features(clue)} for s in again]
    assert "elsewhere=B-PER|1" in names[0]
    assert "elsewhere=|0" in names[1]


def clues_of(place: int, *sentences: str) -> set[str]:
    """Name what is said of a token of the first zone."""
    clues = read_zones(build(*sentences))[0].clues[place]
    return {name for clue in clues for name in features(clue)}


def test_what_a_name_depends_on() -> None:
    """The verb that a run of capitals is the subject of is said of each of its words."""
    fell = "Ann/NNP/compound/Lund Lund/NNP/nsubj/fell fell/VBD/ROOT"
    assert "ruled=nsubj|fell" in clues_of(0, fell) & clues_of(1, fell)


def test_a_role_in_apposition() -> None:
    """A role beside a name is said of the name."""
    given = "Zed/NNP/nsubj/fell ,/,/punct/Zed minister/NN/appos/Zed ,/,/punct/Zed fell/VBD/ROOT"
    assert "beside=apposr" in clues_of(0, given)


def test_the_longest_form_of_a_name() -> None:
    """A word alone is told of the longer name that it ends elsewhere."""
    parse = build("Lund/NNP/nsubj/fell fell/VBD/ROOT", "Bo/NNP/compound/Lund Lund/NNP/ROOT")
    again = reread(parse, read_zones(parse), [["O"], ["B-PER", "I-PER"]])
    assert "form=2|last|PER" in {name for clue in again[0].clues[0] for name in features(clue)}


def test_what_refers_back_to_a_name() -> None:
    """What stands behind a run of capitals and may mean the same is said of its words."""
    met = "the/DT/det/club club/NN/nsubj/met met/VBD/ROOT"
    assert "behind=club|1" in clues_of(0, "Zed/NNP/nsubj/fell fell/VBD/ROOT", met)


def test_names_beside_a_name() -> None:
    """A name in the same list, and the same run of capitals elsewhere, tell of each other."""
    listed = "Bo/NNP/nsubj/fell and/CC/cc/Bo Zed/NNP/conj/Bo fell/VBD/ROOT"
    parse = build(listed, "Zed/NNP/nsubj/fell fell/VBD/ROOT")
    again = reread(parse, read_zones(parse), [["B-PER", "O", "O"], ["B-ORG"]])
    said = {name for clue in again[0].clues[2] for name in features(clue)}
    assert {"left-name=PER|and", "same=ORG|1"} <= said
