"""Training, PolNeAR: texts and brat standoff to articles with their triples."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotated import NAMES, write_article, write_corpus
from quoteattr.corpora.polnear import AttributedArticle, read_articles


def words(article: AttributedArticle, spans: tuple[tuple[int, int], ...]) -> list[str]:
    """Give the words of some spans."""
    return [article.text[start:end] for start, end in spans]


def test_spans_index_the_text(tmp_path: Path) -> None:
    """Source, cue and content of an event come out as annotated."""
    lines = ["Zoë sat.", "“⟦C We wait⟧,” ⟦V said⟧ ⟦S Ann Lee⟧.", "⟦S Bo⟧ ⟦V said⟧ ⟦C no⟧."]
    write_article(tmp_path, "one", lines)
    (article,) = read_articles(tmp_path)
    found = [
        (words(article, t.source), words(article, t.cue), words(article, t.content))
        for t in article.triples
    ]
    assert found == [(["Ann Lee"], ["said"], ["We wait"]), (["Bo"], ["said"], ["no"])]


def annotate(folder: Path, name: str, annotation: str) -> None:
    """Write annotations by hand over a text that is there."""
    (folder / "attributions" / f"{name}.ann").write_text(annotation, encoding="utf-8")


def test_split_and_repeated_parts(tmp_path: Path) -> None:
    """A span in pieces and several arguments of one role are one part with several spans."""
    write_article(tmp_path, "one", ["We wait, she said, and wait."])
    annotate(
        tmp_path,
        "one_one",
        "T1\tContent 0 7;23 27\tWe wait wait\nT2\tCue 13 17\tsaid\nT3\tContent 19 22\tand\n"
        "E1\tAttribution:T2 Cue:T2 Content:T1 Content2:T3\n",
    )
    (article,) = read_articles(tmp_path)
    (triple,) = article.triples
    assert words(article, triple.content) == ["We wait", "wait", "and"]
    assert (words(article, triple.cue), triple.source) == (["said"], ())


def test_what_is_no_part_of_a_triple(tmp_path: Path) -> None:
    """Other lines, other roles and references to nothing are passed over."""
    write_article(tmp_path, "one", ["We wait."])
    annotate(
        tmp_path,
        "one_one",
        "#1\tNote T1\tsure\nT1\tCue 3 7\twait\nA1\tNested E1\n"
        "E1\tAttribution:T1 Cue:T1 Source:T9 Mood:T1\n",
    )
    (article,) = read_articles(tmp_path)
    (triple,) = article.triples
    assert (words(article, triple.cue), triple.source, triple.content) == (["wait"], (), ())


def test_the_first_annotator_counts(tmp_path: Path) -> None:
    """Of several annotation files the first by name is read; texts without any are left out."""
    write_article(tmp_path, "one", ["⟦S Bo⟧ ⟦V said⟧ ⟦C no⟧."])
    annotate(tmp_path, "one_two", "")
    (tmp_path / "text" / "two.txt").write_text("Nobody read this.", encoding="utf-8")
    (article,) = read_articles(tmp_path)
    assert article.name == "one"
    assert len(article.triples) == 1


def test_line_ends_are_characters(tmp_path: Path) -> None:
    """Offsets count every character of the file: a carriage return is one."""
    write_article(tmp_path, "one", ["It rained."])
    (tmp_path / "text" / "one.txt").write_bytes(b"It rained.\r\nBo said no.")
    annotate(tmp_path, "one_one", "T1\tSource 12 14\tBo\nE1\tAttribution:T1 Source:T1\n")
    (article,) = read_articles(tmp_path)
    assert words(article, article.triples[0].source) == ["Bo"]


def test_articles_come_by_name(tmp_path: Path) -> None:
    """The order is that of the file names, whatever the folder gives."""
    articles = list(read_articles(write_corpus(tmp_path)))
    assert [article.name for article in articles] == [f"article{n}" for n in range(len(NAMES))]
    assert all(len(article.triples) == 10 for article in articles)


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    """The message names where texts were looked for."""
    with pytest.raises(FileNotFoundError, match="text"):
        list(read_articles(tmp_path))
