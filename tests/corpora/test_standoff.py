"""Standoff: offsets laid over texts that the package does not hold."""

from __future__ import annotations

import json
from pathlib import Path

import attrs
import pytest

from quoteattr.corpora.standoff import as_standoff, compose_articles, read_standoff, read_texts
from quoteattr.corpora.world import AnnotatedArticle, AnnotatedSpeaker, Quotation

TEXT = "“It is 😀 cold,” said harbour master Ines Falk.\n\nThe port shut, it was said.\n"
FALK = AnnotatedSpeaker(
    id="0",
    name="Ines Falk",
    kind="person",
    alt=("Falk",),
    titles=("harbour master",),
    main_title="harbour master",
)


def span(words: str) -> tuple[int, int]:
    """Give where words of the text stand first."""
    return TEXT.index(words), TEXT.index(words) + len(words)


ARTICLE = AnnotatedArticle(
    name="ice",
    text=TEXT,
    quotations=(
        Quotation(
            kind="direct",
            content=(span("It is 😀 cold,"),),
            cue=span("said"),
            source=span("harbour master Ines Falk"),
            speaker=FALK,
            optional=False,
        ),
        Quotation(
            kind="indirect",
            content=(span("The port shut"),),
            cue=None,
            source=None,
            speaker=None,
            optional=True,
        ),
    ),
    speakers=(FALK,),
)


def write(folder: Path, article: AnnotatedArticle) -> Path:
    """Write an article's annotations as a file of the folder."""
    path = folder / "some.jsonl"
    path.write_text(json.dumps(as_standoff(article)) + "\n", encoding="utf-8")
    return path


def test_annotations_come_back_as_they_were(tmp_path: Path) -> None:
    """What is written as offsets and laid over its text again is the article."""
    path = write(tmp_path, ARTICLE)
    assert list(read_standoff(path, {"ice": TEXT})) == [ARTICLE]


def test_no_word_of_the_text_is_written() -> None:
    """The record has the names of its fields and of the article, and numbers."""
    written = json.dumps(as_standoff(ARTICLE))
    assert not [word for word in ("Ines", "cold", "harbour", "said") if word in written]


def test_other_names_that_the_text_lacks_are_left_out(tmp_path: Path) -> None:
    """A name that nobody can point at has no offsets."""
    speaker = attrs.evolve(FALK, alt=("Falk", "Captain Falk"))
    path = write(tmp_path, attrs.evolve(ARTICLE, speakers=(speaker,), quotations=()))
    (article,) = read_standoff(path, {"ice": TEXT})
    assert article.speakers == (FALK,)


def test_another_text_is_told(tmp_path: Path) -> None:
    """Offsets are laid over no text but the one that was annotated."""
    path = write(tmp_path, ARTICLE)
    with pytest.raises(ValueError, match="ice: the text is not the one that was annotated"):
        list(read_standoff(path, {"ice": TEXT + "."}))


def test_articles_are_composed_by_paragraphs(tmp_path: Path) -> None:
    """Each group of lines becomes a paragraph, set apart by an empty line."""
    (tmp_path / "ice.tsv").write_text("Ice\tO\n.\tO\n\nOslo\tB-LOC\n", encoding="utf-8")
    assert compose_articles(tmp_path) == {"ice": "Ice.\n\nOslo"}


def test_texts_are_read_by_the_names_of_their_files(tmp_path: Path) -> None:
    """Line ends stay as they are, since offsets count them."""
    (tmp_path / "ice.txt").write_bytes("Ice 😀\r\n".encode())
    assert read_texts(tmp_path) == {"ice": "Ice 😀\r\n"}
