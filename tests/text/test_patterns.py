"""Patterns: which characters and words the shared parts match."""

from __future__ import annotations

import re

import pytest

from quoteattr.text.patterns import CAPITAL, LINE_BREAKS, NAME, SMALL, words_of


@pytest.mark.parametrize("character", list("AÉŁÞא山"))
def test_capitals(character: str) -> None:
    """A capital is a letter that is no small one; scripts without capitals have only those."""
    assert re.fullmatch(CAPITAL, character)
    assert not re.fullmatch(f"[{SMALL}]", character)


@pytest.mark.parametrize("character", list("aéßÿ"))
def test_small_letters(character: str) -> None:
    """Small letters with the accents of western Europe are known."""
    assert re.fullmatch(f"[{SMALL}]", character)
    assert not re.fullmatch(CAPITAL, character)


@pytest.mark.parametrize("character", list("1_.’ "))
def test_what_is_no_letter(character: str) -> None:
    """A digit, a stop or an apostrophe is neither small nor a capital."""
    assert not re.fullmatch(CAPITAL, character)
    assert not re.fullmatch(f"[{SMALL}]", character)


@pytest.mark.parametrize("name", ["Ann", "O’Neil", "Al-Amri", "J.D.", "McLEE", "Q"])
def test_names(name: str) -> None:
    """A word with a capital may hold stops, apostrophes and hyphens."""
    assert re.fullmatch(NAME, name)


def test_line_breaks_are_those_of_python() -> None:
    """Each character at which `splitlines` cuts is in the class, and no other is."""
    breaks = {chr(code) for code in range(0x3000) if len(f"a{chr(code)}b".splitlines()) > 1}
    assert set(re.findall(f"[{LINE_BREAKS}]", "".join(map(chr, range(0x3000))))) == breaks


def test_words_of_a_list() -> None:
    """Line breaks part them as spaces do, and each is there once."""
    assert words_of("said told\n  said\n") == {"said", "told"}
