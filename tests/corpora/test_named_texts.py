"""Named texts: columns of words and labels to texts and character offsets."""

from __future__ import annotations

from pathlib import Path

from quoteattr.corpora.named_texts import compose, pieces_of, read_named_texts


def test_spaces_stand_where_they_are_usual() -> None:
    """Stops, clitics, marks and hyphens get no space where English writes none."""
    words = ["“", "I", "do", "n't", "go", ",", "”", "Lee", "'s", "co", "-", "pilot", "said", "."]
    assert (
        compose("x", [[(word, "O") for word in words]]).text
        == "“I don't go,” Lee's co-pilot said.\n"
    )


def test_marks_that_open_and_close_alike() -> None:
    """Straight marks open and close in turn, an apostrophe closes a plural, two hyphens a dash."""
    words = "He said ' yes ' to \" no \" -- the workers ' \u2018 day \u2019 in the U . S . - - now"
    assert (
        compose("x", [[(word, "O") for word in words.split()]]).text
        == "He said 'yes' to \"no\" -- the workers' \u2018day\u2019 in the U.S. -- now\n"
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


def test_pieces_hold_all_names() -> None:
    """The pieces of a text are its lines in order, each with the names in it."""
    text = compose("x", [[("Ann", "B-PER"), ("fell", "O")]] * 6)
    pieces = list(pieces_of(text))
    assert "".join(piece.text for piece in pieces) == text.text
    assert [len(piece.names) for piece in pieces] == [2, 3, 1]
    assert {p.text[s:e] for p in pieces for s, e, _ in p.names} == {"Ann"}
