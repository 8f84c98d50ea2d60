"""Excerpts: which paragraphs are parsed where only marked words count."""

from __future__ import annotations

import pytest
from hypothesis import given

import strategies
from quoteattr.syntax.paragraphs_to_parse import find_excerpts
from quoteattr.text.paragraphs import find_paragraphs
from quoteattr.text.segments import find_segments

FAR = "It rained all day."


def excerpts(*paragraphs: str) -> list[str]:
    """Give the paragraphs that are to be parsed."""
    text = "\n\n".join(paragraphs)
    return [text[start:end] for start, end in find_excerpts(text, find_segments(text).segments)]


def test_no_marks_nothing_to_parse() -> None:
    """Without marks and labels no paragraph counts, whoever is named."""
    assert excerpts() == []
    assert excerpts(FAR, "Ann Lee left.", "Lee came back.") == []


def test_marks_and_what_leads_in() -> None:
    """A paragraph with marks counts, and so does the one before it."""
    lead, said, follow = "He had an answer.", "“We have to wait,” he said.", "Then he left."
    assert excerpts(FAR, lead, said, follow) == [lead, said]
    assert excerpts(said, follow) == [said]


def test_labels() -> None:
    """The turns of a transcript count, marked or not."""
    turns = ["LEE: Is it safe?", "ORR: It is."]
    assert excerpts(FAR, FAR, *turns, FAR) == [FAR, *turns]


@pytest.mark.parametrize("said", ["“No,” said Lee.", "Lee’s “no” was heard."])
def test_the_first_full_name(said: str) -> None:
    """Of the paragraphs that name in full who stands beside the marks, the first counts."""
    short, full, again = "Lee came.", "The mayor, Ann Lee, met us.", "Ann Lee left."
    assert excerpts(short, full, again, FAR, FAR, said) == [full, FAR, said]


@pytest.mark.parametrize("titled", ["Mayor Lee Quits", "Mr. Lee came.", "The Lee bridge fell."])
def test_a_title_is_no_given_name(titled: str) -> None:
    """A paragraph with a title or an article before the name counts only where none has it all."""
    full, said = "The mayor, Ann Lee, met us.", "“No,” said Lee."
    assert excerpts(titled, FAR, full, FAR, FAR, said) == [full, FAR, said]
    assert excerpts(titled, FAR, FAR, said) == [titled, FAR, said]


def test_names_between_marks_are_not_sought() -> None:
    """Whom the quotation itself names need not be known."""
    full, said = "Ann Lee left.", "“Ask Lee,” he said."
    assert excerpts(full, FAR, FAR, said) == [FAR, said]


def test_owners_are_names() -> None:
    """A name is found where it owns something, too."""
    full = "Ann Lee's house burned."
    assert excerpts(full, FAR, FAR, "“No,” said Lee.") == [full, FAR, "“No,” said Lee."]


@given(strategies.articles())
def test_excerpts_are_paragraphs(text: str) -> None:
    """Excerpts are whole paragraphs in order, and every segment stands in one."""
    segments = find_segments(text).segments
    found = find_excerpts(text, segments)
    assert list(found) == sorted(set(found) & set(find_paragraphs(text)))
    for segment in segments:
        assert any(start <= segment.start < end for start, end in found)
