"""Training, the passages: texts with brackets for what is attributed."""

from __future__ import annotations

from pathlib import Path

import pytest

from quoteattr.corpora.passages import read_marked, read_passages


def test_marked_text_loses_its_brackets() -> None:
    """Spans nest, come in pieces, and index the text without brackets."""
    text, spans = read_marked("⟦q1 A ⟦q2 b⟧⟧, ⟦s1 she⟧ said, ⟦q1 c⟧.")
    assert text == "A b, she said, c."
    assert {label: [text[s:e] for s, e in found] for label, found in spans.items()} == {
        "q1": ["A b", "c"],
        "q2": ["b"],
        "s1": ["she"],
    }


@pytest.mark.parametrize(
    ("marked", "message"),
    [("⟦q1 A", "⟦q1 is not closed"), ("⟦q1 A⟧ b⟧", "closes nothing behind 'A b'")],
)
def test_brackets_that_do_not_match(marked: str, message: str) -> None:
    """A bracket too much or too little is an error that says where."""
    with pytest.raises(ValueError, match=message):
        read_marked(marked)


def test_a_file_of_passages(tmp_path: Path) -> None:
    """A line of dashes parts passages; each is an article with its triples, the shortest first."""
    (tmp_path / "own.txt").write_text(
        "⟦q1 “No,”⟧ ⟦s1 ⟦s2 Ann⟧⟧ ⟦c1 said⟧. ⟦q2 “Never.”⟧\n---\nIt rained.\n\nIt snowed.\n",
        encoding="utf-8",
    )
    first, second = read_passages(tmp_path)
    assert (first.name, first.text) == ("own-000", "“No,” Ann said. “Never.”")
    parts = [
        [[first.text[s:e] for s, e in spans] for spans in (one.source, one.cue, one.content)]
        for one in first.triples
    ]
    assert parts == [[["Ann"], ["said"], ["“No,”"]], [["Ann"], [], ["“Never.”"]]]
    assert (second.text, second.triples) == ("It rained.\n\nIt snowed.", ())


def test_an_error_names_the_passage(tmp_path: Path) -> None:
    """What is wrong in one of many passages can be found."""
    (tmp_path / "own.txt").write_text("It rained.\n---\n⟦q1 A\n", encoding="utf-8")
    with pytest.raises(ValueError, match="own-001: ⟦q1 is not closed"):
        list(read_passages(tmp_path))


def test_the_passages_of_the_package() -> None:
    """Every attribution has a content, and every passage a name of its own."""
    passages = list(read_passages())
    assert len({passage.name for passage in passages}) == len(passages) > 0
    for passage in passages:
        assert passage.text
        assert all(triple.content for triple in passage.triples)
        assert "⟦" not in passage.text
