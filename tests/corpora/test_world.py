"""World: records with strings from numbered paragraphs to quotations with offsets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quoteattr.corpora.world import AnnotatedArticle, as_article, read_world

TEXT = """Port shuts

\t
Harbour master Ines Falk spoke first. She said ice was ice:

“It is 😀 cold.

“It stays cold,” she said.
"""
SPEAKERS = [
    {
        "id": "s1",
        "name": "Ines Falk",
        "kind": "person",
        "titles": ["Harbour master"],
        "main_title": "Harbour master",
    },
    {"id": "s2", "name": "Port", "kind": "organization", "alt": ["the Port"], "titles": []},
]


def read(folder: Path, *quotes: dict[str, Any]) -> AnnotatedArticle:
    """Write an article with these quotations and read it."""
    for part in ("text", "gold"):
        (folder / part).mkdir()
    (folder / "text" / "ice.txt").write_text(TEXT, encoding="utf-8")
    record = {"article": "ice", "speakers": SPEAKERS, "quotes": quotes}
    (folder / "gold" / "ice.json").write_text(json.dumps(record), encoding="utf-8")
    (article,) = read_world(folder)
    return article


def quote(p: int, *content: str, **fields: Any) -> dict[str, Any]:
    """Make a quotation of the file."""
    plain = {"kind": "direct", "cue": None, "source": None, "speaker": "s1"}
    return {**plain, "p": p, "content": list(content), **fields}


def words(spans: tuple[tuple[int, int], ...]) -> list[str]:
    """Give the words of spans of the text."""
    return [TEXT[start:end] for start, end in spans]


def test_paragraphs_are_lines_that_are_not_blank(tmp_path: Path) -> None:
    """A quotation over two paragraphs has a span in each, and a line that leads in has its cue."""
    speech = quote(3, "It is 😀 cold.", "It stays cold,", ps=[3, 4], cue="said", source="she")
    (quotation,) = read(tmp_path, speech).quotations
    assert words(quotation.content) == ["It is 😀 cold.", "It stays cold,"]
    assert quotation.source is not None
    assert quotation.source[0] == TEXT.rindex("she")


def test_a_source_may_stand_in_an_earlier_paragraph(tmp_path: Path) -> None:
    """The nearest paragraph before that has the words counts."""
    (quotation,) = read(tmp_path, quote(3, "It is 😀 cold.", source="She", cue="said")).quotations
    assert quotation.source == (TEXT.index("She"), TEXT.index("She") + 3)


def test_the_nth_occurrence_counts(tmp_path: Path) -> None:
    """Where words occur twice, the number tells which ones are meant."""
    (quotation,) = read(tmp_path, quote(2, "ice", nth={"content": [2]}, kind="mixed")).quotations
    assert quotation.content[0][0] == TEXT.rindex("ice")


def test_speakers_and_titles(tmp_path: Path) -> None:
    """A quotation has its speaker with titles, or none; an article has all of them."""
    article = read(tmp_path, quote(2, "ice was ice"), quote(2, "spoke", speaker=None))
    first, second = article.quotations
    assert first.speaker is not None
    assert (first.speaker.main_title, first.speaker.titles) == (
        "Harbour master",
        ("Harbour master",),
    )
    assert second.speaker is None
    assert [one.alt for one in article.speakers] == [(), ("the Port",)]


def test_the_attributions_alone(tmp_path: Path) -> None:
    """Optional quotations are flagged, and left out on demand."""
    sure = quote(2, "ice was ice", cue="said", source="She", kind="indirect")
    annotated = read(tmp_path, sure, quote(1, "Port shuts", optional=True))
    assert [quotation.optional for quotation in annotated.quotations] == [False, True]
    assert len(as_article(annotated).triples) == 2
    (triple,) = as_article(annotated, optional=False).triples
    assert [words(part) for part in (triple.source, triple.cue, triple.content)] == [
        ["She"],
        ["said"],
        ["ice was ice"],
    ]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (quote(2, "fog"), "fog"),
        (quote(9, "ice"), "quotation 1"),
        (quote(2, "ice", speaker="s9"), "s9"),
        (quote(2, "ice", cue="sang"), "sang"),
        (quote(1, "Port", nth={"content": [2]}), "occurrence 2"),
    ],
)
def test_a_wrong_record_is_refused(tmp_path: Path, wrong: dict[str, Any], message: str) -> None:
    """The article and what is wrong are named."""
    with pytest.raises(ValueError, match=rf"^ice: .*{message}"):
        read(tmp_path, wrong)


def test_a_folder_without_annotations_is_refused(tmp_path: Path) -> None:
    """The message names where they were looked for."""
    with pytest.raises(FileNotFoundError, match="gold"):
        list(read_world(tmp_path))
