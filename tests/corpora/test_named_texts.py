"""Named texts: columns of words and labels to texts and character offsets."""

from __future__ import annotations

from pathlib import Path

from quoteattr.corpora.named_texts import compose, read_named_texts


def test_spaces_stand_where_they_are_usual() -> None:
    """Stops, clitics, marks and hyphens get no space where English writes none."""
    words = ["“", "I", "do", "n't", "go", ",", "”", "Lee", "'s", "co", "-", "pilot", "said", "."]
    assert (
        compose("x", [[(word, "O") for word in words]]).text
        == "“I don't go,” Lee's co-pilot said.\n"
    )


def test_names_have_the_offsets_of_their_words() -> None:
    """Each name is what stands at its offsets, over all sentences."""
    one = [("Ann", "B-PER"), ("Lee", "I-PER"), ("and", "O"), ("Bo", "B-PER")]
    text = compose("x", [one, [("Oslo", "B-LOC")]])
    assert [(text.text[start:end], label) for start, end, label in text.names] == [
        ("Ann Lee", "PER"),
        ("Bo", "PER"),
        ("Oslo", "LOC"),
    ]


def test_folders_and_files(tmp_path: Path) -> None:
    """A folder has a text a file; a file has twelve sentences a text."""
    file = tmp_path / "a.tsv"
    file.write_text("Oslo\tB-LOC\n\n" * 13, encoding="utf-8")
    assert [text.name for text in read_named_texts(tmp_path)] == ["a"]
    assert [len(text.names) for text in read_named_texts(file)] == [12, 1]
