"""The word lists: well-formed, documented, and read once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quoteattr.lexicon.word_lists import read_groups, read_table, read_words
from quoteattr.training.lexicons import FORMS, Form

SOURCES = Path(__file__).parents[2] / "src" / "quoteattr"
DATA = SOURCES / "data" / "en"
LISTS = sorted(DATA.glob("*.txt"))
GENDERED = ("given_names", "honorifics", "person_heads", "role_heads")


@pytest.mark.parametrize("file", LISTS, ids=lambda file: file.stem)
def test_the_readme_names_every_list(file: Path) -> None:
    """Each list has its row in the README beside it, which says what its header says."""
    entry = file.read_text("utf-8").splitlines()[0].removeprefix("# Entry: ")
    assert f"| {file.name} | {entry} |" in (DATA / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", GENDERED)
def test_genders_are_letters_or_nothing(name: str) -> None:
    """What stands behind a word of these lists is m, f, u or nothing."""
    assert set(read_table(name).values()) <= {"m", "f", "u", ""}


def test_tables_are_read_once_and_cannot_be_changed() -> None:
    """The same object comes back, and it takes no assignment."""
    table = read_table("honorifics")
    assert table is read_table("honorifics")
    with pytest.raises(TypeError):
        table["mr."] = "f"  # type: ignore[index]


def test_groups_join_the_lines_that_hold_a_word() -> None:
    """A word in two groups of a list has the words of both."""
    kin = read_groups("role_kin")
    assert {"striker", "manager"} <= kin["star"] | kin["boss"]
    assert all(word in group for word, group in kin.items())


def test_entries_with_spaces_are_kept_whole() -> None:
    """A list read as words keeps an entry of two words as one."""
    assert "downing street" in read_words("seats")


@pytest.mark.parametrize("other", ["function_words", "organization_words"])
def test_given_names_are_no_words_that_speak_against_a_person(other: str) -> None:
    """A word that begins a sentence or tells an organisation is in its own list only."""
    assert read_words(other).isdisjoint(read_table("given_names"))


def test_organization_words_are_no_roles() -> None:
    """A word of an organisation's name would hide the role of the person it stands before."""
    assert read_words("organization_words").isdisjoint(read_table("role_heads"))


def test_every_mark_is_asked_for() -> None:
    """The marks of words and the marks that the code asks for are the same."""
    asked = {
        mark
        for file in SOURCES.rglob("*.py")
        if file.name != "word_lists.py"
        for mark in re.findall(r'marked_words\(\s*"([^"]+)"', file.read_text("utf-8"))
    }
    marks = {mark for marks in read_table("marked_words").values() for mark in marks.split()}
    assert marks == asked


@pytest.mark.parametrize(
    ("reader", "forms"),
    [
        ("read_table", {Form.GENDERED, Form.TABLE}),
        ("read_words", {Form.WORD, Form.NAME}),
        ("read_groups", {Form.GROUP}),
    ],
)
def test_each_list_is_read_as_what_it_is(reader: str, forms: set[Form]) -> None:
    """A list of phrases read as a table would give their first words: l, of l cpl."""
    code = "".join(file.read_text("utf-8") for file in SOURCES.rglob("*.py"))
    assert {FORMS[name] for name in re.findall(rf'\b{reader}\(\s*"([^"]+)"', code)} <= forms


def test_every_list_is_read() -> None:
    """No list lies in the package that no module names."""
    code = "".join(file.read_text("utf-8") for file in SOURCES.rglob("*.py"))
    assert [file.stem for file in LISTS if code.count(f'"{file.stem}"') < 2] == []
