"""Who said each stretch: numbered annotations to stretches with offsets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quoteattr.corpora.speakers import read_speakers

TEXT = 'The “Nest” was shut. “We left,” said baker Ann Lee. A 6" nail lay there.'
NONE = {"q": 1, "quotation": False, "speaker": None, "type": None, "titles": [], "kind": None}
SAID = {
    "q": 2,
    "quotation": True,
    "speaker": "Ann Lee",
    "type": "person",
    "titles": ["baker"],
    "main_title": "baker",
    "mention": "Ann Lee",
    "kind": "direct",
}


def write(folder: Path, *quotes: dict[str, Any]) -> None:
    """Write an article and what was annotated in it."""
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "a.json").write_text(json.dumps({"article": "a", "quotes": quotes}), encoding="utf-8")


def test_stretches_have_their_speakers(tmp_path: Path) -> None:
    """Every stretch comes in text order, with marks; what is no quotation has no speaker."""
    write(tmp_path, NONE, SAID)
    (article,) = read_speakers(tmp_path, tmp_path)
    first, second = article.stretches
    assert TEXT[first.start : first.end] == "“Nest”"
    assert (first.quotation, first.speaker, first.main_title) == (False, None, None)
    assert TEXT[second.start : second.end] == "“We left,”"
    assert (second.kind, second.speaker, second.speaker_kind) == ("direct", "Ann Lee", "person")
    assert (second.titles, second.main_title, second.mention) == (("baker",), "baker", "Ann Lee")


def test_every_stretch_must_be_annotated(tmp_path: Path) -> None:
    """The article is named."""
    write(tmp_path, NONE)
    with pytest.raises(ValueError, match=r"^a: 1 of 2"):
        list(read_speakers(tmp_path, tmp_path))


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    """The message names the folder."""
    with pytest.raises(FileNotFoundError, match=tmp_path.name):
        list(read_speakers(tmp_path, tmp_path))
