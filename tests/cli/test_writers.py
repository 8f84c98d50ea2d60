"""Writers: which results go to a folder, and how the files there are called."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.cli.writers import Format, goes_to_folder
from quoteattr.cli.writers import _free_stem as free_stem
from quoteattr.formats import Article


@pytest.mark.parametrize("form", [Format.TABLE, Format.JSONL, Format.CSV])
def test_one_file_holds_all(form: Format) -> None:
    """Tables and lines never go to a folder."""
    assert not goes_to_folder(form, ["a", "b"], None, one_text=False)


def test_pages_of_several_texts_go_to_a_folder(tmp_path: Path) -> None:
    """One page of one text goes where the output says, unless that is a folder."""
    file = tmp_path / "a.txt"
    file.write_text("x", encoding="utf-8")
    for arguments, output, one_text, folder in (
        ([str(file)], None, True, False),
        (["-"], "page.html", True, False),
        ([str(file)], None, False, True),
        ([str(file)], str(tmp_path), True, True),
        ([str(file)], "pages/", True, True),
        ([str(tmp_path)], None, True, True),
        ([str(file), str(file)], None, True, True),
    ):
        assert goes_to_folder(Format.HTML, arguments, output, one_text=one_text) == folder


@pytest.mark.parametrize(
    ("identifier", "stem"),
    [("more/ann.txt", "ann"), ("page.XHTML", "page.XHTML"), ("a b?.html", "a-b"), ("-", "stdin"),
     ("..", "document")],
)  # fmt: skip
def test_a_file_is_called_like_its_document(identifier: str, stem: str) -> None:
    """Without folder and ending, and without what some file system would not take."""
    assert free_stem(Article(id=identifier, text=""), set()) == stem


@given(st.lists(st.text(max_size=12), max_size=12))
def test_no_two_files_have_one_name(identifiers: list[str]) -> None:
    """Names differ though case is not told apart, and none leaves its folder."""
    taken: set[str] = set()
    stems = [free_stem(Article(id=one, text=""), taken) for one in identifiers]
    assert len({stem.casefold() for stem in stems}) == len(stems)
    assert all(stem and "/" not in stem and stem[0] != "." for stem in stems)
