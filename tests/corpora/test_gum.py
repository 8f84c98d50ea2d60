"""GUM: JSON files to documents with entities and their mentions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quoteattr.corpora.gum import EntityMention, read_documents

TEXT = "The old baker 😀 slept. She snored."


def write(folder: Path, mentions: list[dict[str, object]]) -> None:
    """Write a document with one entity."""
    data = {
        "id": "a",
        "genre": "news",
        "text": TEXT,
        "entities": [{"type": "person", "mentions": mentions}],
    }
    (folder / "a.json").write_text(json.dumps(data), encoding="utf-8")


def test_mentions_index_the_text(tmp_path: Path) -> None:
    """Mentions come in text order, with offsets in code points of phrase and head."""
    she = {"start": 23, "end": 26, "head": [23, 26]}
    write(tmp_path, [she, {"start": 0, "end": 13, "head": [8, 13]}])
    (document,) = read_documents(tmp_path)
    (entity,) = document.entities
    assert (document.genre, entity.id, entity.type) == ("news", 0, "person")
    assert [TEXT[m.start : m.end] for m in entity.mentions] == ["The old baker", "She"]
    assert entity.mentions[0] == EntityMention(start=0, end=13, head=(8, 13))


def test_a_mention_outside_the_text_is_refused(tmp_path: Path) -> None:
    """The document is named."""
    write(tmp_path, [{"start": 0, "end": 99, "head": [0, 1]}])
    with pytest.raises(ValueError, match=r"^a: "):
        list(read_documents(tmp_path))


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    """The message names the folder."""
    with pytest.raises(FileNotFoundError, match=tmp_path.name):
        list(read_documents(tmp_path))
