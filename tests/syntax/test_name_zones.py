"""Name zones: where a name can stand."""

from __future__ import annotations

from parses import build
from quoteattr.syntax.name_zones import find_zones


def zones(*sentences: str) -> list[str]:
    """Give the words of every zone that can hold names."""
    parse = build(*sentences)
    return [" ".join(parse.words[s.start : s.end]) for s in find_zones(parse)]


def test_links_stand_inside_only() -> None:
    """Linking words belong to a zone between capitals, at no end of it."""
    found = zones(
        "of/IN/prep/fell the/DT/det/Bank Bank/NNP/pobj/of of/IN/prep/Bank Oz/NNP/pobj/of "
        "and/CC/cc/fell fell/VBD/ROOT"
    )
    assert found == ["Bank of Oz"]


def test_lower_case_ends_a_stretch() -> None:
    """A word that links no names parts two zones."""
    assert zones("Ann/NNP/nsubj/met met/VBD/ROOT Bo/NNP/dobj/met") == ["Ann", "Bo"]


def test_figures_follow_a_name() -> None:
    """A figure behind a capital belongs to the zone; a figure alone makes none."""
    found = zones("Agenda/NNP/nsubj/saw 2030/CD/nummod/Agenda saw/VBD/ROOT 40/CD/dobj/saw")
    assert found == ["Agenda 2030"]


def test_a_function_word_alone_is_no_zone() -> None:
    """An article that opens a sentence begins no name, but the WHO may be one."""
    assert zones("The/DT/det/club club/NN/nsubj/met met/VBD/ROOT WHO/NNP/dobj/met") == ["WHO"]
