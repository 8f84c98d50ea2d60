"""Corpora of who is meant: folders that a command names become examples."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from quoteattr.training.speaker_corpora import (
    add_speaker_arguments,
    read_news,
    read_pages,
    read_speaker_examples,
    read_us_news,
    read_us_pages,
)
from reading import read

CASE = 'T\n.\n⟦q1 “No,”⟧ ⟦s1 Ann Lee⟧ ⟦c1 said⟧.\n.\nq1 direct speaker="Ann Lee"\n.\n'


def test_cases_become_examples(tmp_path: Path) -> None:
    """Cases and stories are read, parsed, attributed; without folders there is nothing."""
    parser = argparse.ArgumentParser()
    add_speaker_arguments(parser)
    folders = [tmp_path / "cases", tmp_path / "stories", tmp_path / "roles"]
    for folder in folders:
        folder.mkdir()
        (folder / f"{folder.name}.txt").write_text(CASE, encoding="utf-8")
    cases, stories, roles = map(str, folders)
    arguments = parser.parse_args(["--cases", cases, "--stories", stories, "--roles", roles])
    examples, data = read_speaker_examples(arguments, lambda texts: list(map(read, texts)))
    assert data == "1 golden cases; 1 stories; 1 stories dense with roles"
    for example in examples:
        assert [entity.name for entity in example.cast.entities] == ["Ann Lee"]
    case, story, roles_story = examples
    assert case.weight > story.weight == roles_story.weight
    assert story.complete
    assert not case.complete
    assert read_speaker_examples(parser.parse_args([]), lambda _: []) == ([], "")


def test_news_of_both_folders_is_read(tmp_path: Path) -> None:
    """Articles with their records stand beside those that the package has offsets for."""
    for part in ("text", "gold"):
        (tmp_path / part).mkdir()
    (tmp_path / "text" / "ice.txt").write_text("Ice.\n", encoding="utf-8")
    (tmp_path / "gold" / "ice.json").write_text('{"speakers": [], "quotes": []}', encoding="utf-8")
    parser = argparse.ArgumentParser()
    add_speaker_arguments(parser)
    assert [one.text for one in read_news(parser.parse_args(["--world", str(tmp_path)]))] == [
        "Ice.\n"
    ]
    assert not list(read_news(parser.parse_args([])))
    assert not list(read_pages(parser.parse_args(["--world", str(tmp_path)])))
    for reading in (read_news, read_pages):
        with pytest.raises(KeyError):
            list(reading(parser.parse_args(["--labelled", str(tmp_path)])))
    for reading in (read_us_news, read_us_pages):
        assert not list(reading(parser.parse_args([])))
        with pytest.raises(KeyError):
            list(reading(parser.parse_args(["--texts", str(tmp_path)])))
