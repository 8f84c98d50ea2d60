"""Listed names: forms of names to every place where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from quoteattr.corpora.listed_names import (
    LISTED_NAMES,
    mark_names,
    read_listed_names,
    texts_of_the_package,
)
from quoteattr.training.names import LABELS


def _marked(text: str, *lines: str) -> list[tuple[str, str]]:
    return [(text[s:e], label) for s, e, label in mark_names("x", text, lines).names]


def test_a_longer_form_goes_before_a_shorter_one() -> None:
    """A name inside another is none of its own there, but is where it stands alone."""
    text = "Lee Bank lent Lee more."
    assert _marked(text, "PER: Lee", "ORG: Lee Bank") == [("Lee Bank", "ORG"), ("Lee", "PER")]


def test_brackets_tell_one_place_from_others() -> None:
    """A form with words around the name stands for that place alone, and "O" for no name."""
    text = "Mali beat Peru in Peru on 3 May, May said."
    lines = ("ORG: [Mali] beat | beat [Peru]", "LOC: Peru", "PER: May", "O: 3 [May]")
    assert _marked(text, *lines) == [
        ("Mali", "ORG"), ("Peru", "ORG"), ("Peru", "LOC"), ("May", "PER"),
    ]  # fmt: skip


def test_words_are_whole_and_go_over_lines() -> None:
    """A form is no part of a word, and a line may end inside it."""
    assert _marked("Anna met Ann\nLee.", "PER: Ann Lee") == [("Ann\nLee", "PER")]


def test_a_text_may_have_no_names(tmp_path: Path) -> None:
    """A block of a single line says that nothing in the text is a name."""
    (tmp_path / "a.txt").write_text("one\n\ntwo\nPER: Bo\n", encoding="utf-8")
    one, two = read_listed_names(tmp_path, {"one": "He left.", "two": "Bo left."})
    assert (one.name, one.names) == ("one", [])
    assert (two.name, two.names) == ("two", [(0, 2, "PER")])


@pytest.mark.parametrize(
    ("listed", "told"),
    [("two\nPER: Bo\n", r"a\.txt: .*two"), ("one\nPER: Bo\n", "one: 'Bo' stands nowhere")],
)
def test_what_does_not_fit_is_named(tmp_path: Path, listed: str, told: str) -> None:
    """A text that there is not, and a form that is not in its text, are told."""
    (tmp_path / "a.txt").write_text(listed, encoding="utf-8")
    with pytest.raises(ValueError, match=told):
        list(read_listed_names(tmp_path, {"one": "Ann left."}))


def test_the_packages_own() -> None:
    """Every text of the package has its names listed, with labels that the name finder knows."""
    texts = texts_of_the_package()
    found = list(read_listed_names(LISTED_NAMES, texts))
    assert sorted(one.name for one in found) == sorted(texts)
    assert {"B-" + label for one in found for *_, label in one.names} <= set(LABELS)
