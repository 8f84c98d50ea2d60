"""Name references: what stands behind a name and may mean its bearer."""

from __future__ import annotations

from parses import build
from quoteattr.syntax.name_references import (
    apposed_noun,
    explained_from,
    explained_tokens,
    reference_behind,
    references_ahead,
    told_of,
)

SHUT = "Zed/NNP/nsubj/shut shut/VBD/ROOT"


def test_a_noun_behind_the_refers() -> None:
    """The next noun behind “the” is told with its distance in sentences."""
    parse = build(SHUT, "the/DT/det/club club/NN/nsubj/met met/VBD/ROOT")
    assert reference_behind(parse, references_ahead(parse), 1) == ("club", "1")


def test_forms_of_a_pronoun_are_one() -> None:
    """His and him are told as he; what is two sentences away is not told."""
    parse = build(f"{SHUT} his/PRP$/poss/shop shop/NN/dobj/shut")
    assert reference_behind(parse, references_ahead(parse), 1) == ("he", "0")
    far = build(SHUT, "rain/NN/nsubj/fell fell/VBD/ROOT", "it/PRP/nsubj/fell fell/VBD/ROOT")
    assert reference_behind(far, references_ahead(far), 1) == ("", "")


def test_what_a_comma_puts_beside() -> None:
    """The head of the phrase behind the comma is told, not the nouns before it."""
    parse = build(
        "Zed/NNP/nsubj/shut ,/,/punct/Zed a/DT/det/firm textile/NN/compound/firm "
        "firm/NN/appos/Zed ,/,/punct/Zed shut/VBD/ROOT"
    )
    assert apposed_noun(parse, 1) == "firm"
    assert apposed_noun(build(f"{SHUT} ,/,/punct/shut so/RB/advmod/shut"), 2) == ""


def test_initials_in_brackets() -> None:
    """A name with its initials in brackets behind it is long, these are short everywhere."""
    parse = build(
        "Fire/NNP/compound/Service Service/NNP/nsubj/met (/-LRB-/punct/Service "
        "FS/NNP/appos/Service )/-RRB-/punct/Service met/VBD/ROOT",
        "FS/NNP/nsubj/met met/VBD/ROOT",
    )
    assert explained_tokens(parse) == {0: "long", 1: "long", 3: "short", 6: "short"}
    assert explained_from(parse, 2, "xs") is None


def test_initials_of_the_beginning() -> None:
    """The last words of a long name need not stand in its acronym."""
    parse = build(
        "Coal/NNP/compound/Board and/CC/cc/Coal Iron/NNP/conj/Coal Ore/NNP/compound/Board "
        "Board/NNP/ROOT for/IN/prep/Board Zed/NNP/pobj/for"
    )
    assert explained_from(parse, 7, "ciob") == 0


def test_whether_anybody_is_a_he() -> None:
    """A text tells whether it has he, it and they in it."""
    assert told_of(build("she/PRP/nsubj/shut shut/VBD/ROOT it/PRP/dobj/shut")) == "heit"


def test_a_sign_for_and_is_no_initial() -> None:
    """An acronym may have "&" where the name has it or “and”."""
    for link in ("&", "and"):
        parse = build(f"Moss/NNP/ROOT {link}/CC/cc/Moss Silver/NNP/conj/Moss fell/VBD/dep/Moss")
        assert explained_from(parse, 3, "m&s") == 0
