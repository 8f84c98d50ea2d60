"""The words that the tokenizer is shown, as they are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.training import common_words as module
from quoteattr.training.common_words import COMMON_WORDS, common_words, main, written

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_list_is_what_the_command_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The committed list is counted in the passages and stories as they are."""
    file = tmp_path / "common_words.txt"
    monkeypatch.setattr(module, "COMMON_WORDS", file)
    main()
    assert file.read_text("utf-8") == written() == COMMON_WORDS.read_text("utf-8")


def test_only_whole_words_in_small_letters_count() -> None:
    """Names, parts of a word with a hyphen or apostrophe, and numbers are left out."""
    assert common_words(["Rain rain re-rain rain's raining 3rain"], least=1) == ["rain", "raining"]


def test_rare_words_are_left_out() -> None:
    """A word must stand often enough, in all texts together."""
    assert common_words(["a b", "b c b"], least=2) == ["b"]
