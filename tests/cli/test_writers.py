"""Writers: which results go to a folder, and how the files there are called."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.cli.writers import Format, folder_of, write
from quoteattr.cli.writers import _free_stem as free_stem
from quoteattr.formats import Article


@pytest.mark.parametrize("form", [Format.TABLE, Format.JSONL, Format.CSV])
def test_one_file_holds_all(form: Format) -> None:
    """Tables and lines never go to a folder."""
    assert folder_of(form, ["a", "b"], None, one_text=False) is None


def test_pages_of_several_texts_go_to_a_folder(tmp_path: Path) -> None:
    """One page of one text goes where the output says, unless that is a folder."""
    file = tmp_path / "a.txt"
    file.write_text("x", encoding="utf-8")
    for arguments, output, one_text, folder in (
        ([str(file)], None, True, None),
        (["-"], "page.html", True, None),
        ([str(file)], "pages", False, "pages"),
        ([str(file)], str(tmp_path), True, tmp_path),
        ([str(file)], "pages/", True, "pages"),
        ([str(tmp_path)], "pages", True, "pages"),
        ([str(file), str(file)], "pages", True, "pages"),
    ):
        found = folder_of(Format.HTML, arguments, output, one_text=one_text)
        assert found == (None if folder is None else Path(folder))


@pytest.mark.parametrize("output", [None, "-"])
def test_several_pages_need_a_name(output: str | None) -> None:
    """Standard output cannot hold them."""
    with pytest.raises(typer.BadParameter, match="--output DIRECTORY"):
        folder_of(Format.HTML, ["a", "b"], output, one_text=True)


@pytest.mark.parametrize(
    ("identifier", "stem"),
    [("more/ann.txt", "ann"), ("page.XHTML", "page.XHTML"), ("a b?.html", "a-b"), ("-", "stdin"),
     ("..", "document")],
)  # fmt: skip
def test_a_file_is_called_like_its_document(identifier: str, stem: str) -> None:
    """Without folder and ending, and without what some file system would not take."""
    assert free_stem(Article(id=identifier, text=""), {}) == stem


@given(st.lists(st.text(max_size=12), max_size=12))
def test_no_two_files_have_one_name(identifiers: list[str]) -> None:
    """Names differ though case is not told apart, and none leaves its folder."""
    taken: dict[str, int] = {}
    stems = [free_stem(Article(id=one, text=""), taken) for one in identifiers]
    assert len({stem.casefold() for stem in stems}) == len(stems)
    assert all(stem and "/" not in stem and stem[0] != "." for stem in stems)


@pytest.mark.parametrize("letter", ["a", "é", "报"])
def test_a_long_name_is_cut(letter: str) -> None:
    """A file system takes 255 bytes, with the ending of a part that is being written."""
    stems = [free_stem(Article(id=letter * 300, text=""), taken) for taken in ({}, {letter: 1})]
    assert all(150 < len(stem.encode()) <= 220 for stem in stems)


def test_documents_of_one_name_are_numbered() -> None:
    """Each has a number that no other has, also one in its own name."""
    taken: dict[str, int] = {}
    names = ("a", "a-2", "a", "a", "A")
    stems = [free_stem(Article(id=name, text=""), taken) for name in names]
    assert stems == ["a", "a-2", "a-3", "a-4", "A-5"]


def test_a_text_beside_its_annotations_can_be_encoded(tmp_path: Path) -> None:
    """A lone surrogate in it becomes a replacement character."""
    article = Article(id="a", text="“No\ud800,” he said.")
    write(Format.BRAT, [(article, [])], None, folder=tmp_path)
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "“No\ufffd,” he said."
