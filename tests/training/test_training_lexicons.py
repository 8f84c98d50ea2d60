"""The command that puts the word lists in order, and the lists as it leaves them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.training.lexicons import FORMS, Form, find_faults, main, put_in_order

DATA = Path(__file__).parents[2] / "src" / "quoteattr" / "data" / "en"
HEADER = "# Entry: a thing\n# Source: here\n# Licence: MIT\n"


@pytest.mark.parametrize("name", FORMS)
def test_a_list_is_what_the_command_writes(name: str) -> None:
    """The committed list is in order, and nothing is wrong with it."""
    text = (DATA / f"{name}.txt").read_text("utf-8")
    assert put_in_order(text, FORMS[name]) == text
    assert list(find_faults(text, FORMS[name])) == []


def test_no_list_is_left_out() -> None:
    """Every list of the package has its form."""
    assert {file.stem for file in DATA.glob("*.txt")} == set(FORMS)


@given(st.lists(st.text(st.characters(exclude_categories=["C"], exclude_characters="#"))))
def test_order_is_final(lines: list[str]) -> None:
    """A list in order stays as it is, whatever its entries are."""
    once = put_in_order(HEADER + "\n".join(lines), Form.WORD)
    assert put_in_order(once, Form.WORD) == once


def test_entries_are_composed_and_there_once() -> None:
    """Accents become one character with their letter; repeated entries and white space go."""
    text = "# Licence: MIT\n\n  zoe f\nZoe\u0308 f\nzo\u00eb f\nabe  m\n"
    assert put_in_order(text, Form.GENDERED) == "# Licence: MIT\nabe m\nzoe f\nzo\u00eb f\n"


def test_names_keep_their_capitals() -> None:
    """A list of names is sorted without regard to case, and left as written."""
    assert put_in_order("Wien\nd'Orsay\nKyiv\n", Form.NAME) == "d'Orsay\nKyiv\nWien\n"


@pytest.mark.parametrize(
    ("entries", "form", "fault"),
    [
        ("nun w", Form.GENDERED, "'nun w' tells no gender"),
        ("health visitor", Form.GENDERED, "'health visitor' tells no gender"),
        ("kim f\nkim u", Form.GENDERED, "'kim' has two entries"),
        ("liz", Form.TABLE, "'liz' says nothing about its word"),
        ("boss", Form.GROUP, "'boss' says nothing about its word"),
    ],
)
def test_entries_of_another_form_are_faults(entries: str, form: Form, fault: str) -> None:
    """Each fault is named with its entry."""
    assert list(find_faults(HEADER + entries, form)) == [fault]


def test_a_header_states_origin_and_licence() -> None:
    """What the header leaves out is a fault each."""
    assert list(find_faults("# Licence: MIT\nzoo\n", Form.WORD)) == [
        "the header has no line '# Source: …'",
        "the header has no line '# Entry: …'",
    ]


def test_the_command_checks_and_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --check nothing is written and the exit status is 1; without, the lists are in order."""
    for name in FORMS:
        (tmp_path / f"{name}.txt").write_text((DATA / f"{name}.txt").read_text("utf-8"), "utf-8")
    file = tmp_path / "praise_words.txt"
    file.write_text(file.read_text("utf-8") + "Able\n", "utf-8")
    before = file.read_text("utf-8")
    monkeypatch.setattr(sys, "argv", ["lexicons", str(tmp_path), "--check"])
    with pytest.raises(SystemExit, match=r"praise_words\.txt: not in order") as caught:
        main()
    assert caught.value.code == "praise_words.txt: not in order"
    assert file.read_text("utf-8") == before
    monkeypatch.setattr(sys, "argv", ["lexicons", str(tmp_path)])
    with pytest.raises(SystemExit) as written:
        main()
    assert written.value.code is None
    assert file.read_text("utf-8").splitlines()[3] == "able"
    assert capsys.readouterr().out == ""
