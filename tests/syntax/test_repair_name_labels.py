"""Recognition: labels that the words around a name set right."""

from __future__ import annotations

import pytest

from parses import build
from quoteattr.syntax.capital_runs import find_runs
from quoteattr.syntax.repair_name_labels import set_labels_right
from quoteattr.syntax.tokens import Parse

SACKED = "Rovina/NNP/nsubj/sacked sacked/VBD/ROOT their/PRP$/poss/coach coach/NN/dobj/sacked"
HIRED = "Rovina/NNP/nsubj/hired hired/VBD/ROOT staff/NN/dobj/hired"
FIRM = "The/DT/det/firm firm/NN/nsubj/grew grew/VBD/ROOT"
LOST = "Rovina/NNP/nsubj/lost lost/VBD/ROOT"
FULL = "Ann/NNP/compound/Rovina Rovina/NNP/nsubj/lost lost/VBD/ROOT"
CITY = "Rovina/NNP/nsubj/raised raised/VBD/ROOT its/PRP$/poss/rates rates/NNS/dobj/raised"
MAYOR = "mayor/NN/compound/Kalt Toro/NNP/compound/Kalt Kalt/NNP/nsubj/lost lost/VBD/ROOT"
RIVER = "river/NN/compound/Kalt Toro/NNP/compound/Kalt Kalt/NNP/nsubj/rose rose/VBD/ROOT"


def _labels(parse: Parse, word: str) -> list[str]:
    """Give the label of the word wherever it stands, as the entities have it too."""
    told = set_labels_right(parse, list(find_runs(parse)), [False] * len(parse))
    places = [token for token, other in enumerate(told.words) if other == word]
    for place in places:
        number = told.entity[place]
        assert (told.entities[number].label if number >= 0 else "") == told.labels[place]
    return [told.labels[place] for place in places]


@pytest.mark.parametrize(
    ("sentences", "label", "expected"),
    [
        ([SACKED, LOST], "PERSON", ["ORG", "ORG"]),
        ([HIRED, FIRM], "PERSON", ["ORG"]),
        ([CITY], "PERSON", ["ORG"]),
        ([CITY], "GPE", ["GPE"]),
        ([LOST], "PERSON", ["PERSON"]),
        ([SACKED, FULL], "PERSON", ["PERSON", ""]),
    ],
)
def test_a_body_is_told_by_what_is_said_of_it(
    sentences: list[str], label: str, expected: list[str]
) -> None:
    """What sacks "their coach" or is called "The firm" next is a body, if nobody's surname."""
    assert _labels(build(*sentences, Rovina=label), "Rovina") == expected


@pytest.mark.parametrize(("sentence", "expected"), [(MAYOR, "PERSON"), (RIVER, "ORG")])
def test_a_name_behind_a_role_is_a_persons(sentence: str, expected: str) -> None:
    """Two names behind a role are a person's, whatever the recogniser calls them."""
    assert _labels(build(sentence, Toro_Kalt="ORG"), "Kalt") == [expected]


def test_labels_stay_where_nothing_tells() -> None:
    """The text is given back as it is where no rule applies."""
    parse = build(LOST, Rovina="PERSON")
    assert set_labels_right(parse, list(find_runs(parse)), [False] * len(parse)) is parse
