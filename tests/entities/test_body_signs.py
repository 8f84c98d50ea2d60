"""Body signs: what refers back to a name and shows its bearer to be no person."""

from __future__ import annotations

import pytest

from parses import build
from quoteattr.entities.body_signs import is_meant_as_body

SHUT = "Zed/NNP/nsubj/shut shut/VBD/ROOT"


@pytest.mark.parametrize(
    ("sentences", "body"),
    [
        ([SHUT, "the/DT/det/club club/NN/nsubj/wept wept/VBD/ROOT"], True),
        ([(f"{SHUT} as/IN/mark/left its/PRP$/poss/founder founder/NN/nsubj/left "
          "left/VBD/advcl/shut")], True),
        ([SHUT, "the/DT/det/police police/NNS/nsubj/wept wept/VBD/ROOT"], False),
        ([SHUT, "he/PRP/nsubj/left left/VBD/ROOT the/DT/det/club club/NN/nsubj/left"], False),
        (["Ann/NNP/nsubj/shut shut/VBD/ROOT", "the/DT/det/club club/NN/nsubj/wept wept/VBD/ROOT"],
         False),
    ],
)  # fmt: skip
def test_what_shows_a_body(sentences: list[str], *, body: bool) -> None:
    """A club or "its founder" behind a name does; police, "he" or a given name do not."""
    assert is_meant_as_body(build(*sentences), 0, 1) is body


def test_another_organisation_may_be_meant() -> None:
    """Where the text names an organisation, the noun need not mean the name."""
    club = "the/DT/det/club club/NN/nsubj/beat beat/VBD/ROOT Oz/NNP/dobj/beat"
    assert not is_meant_as_body(build(SHUT, club, Oz="ORG"), 0, 1)
