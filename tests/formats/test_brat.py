"""brat standoff: well formed, and its offsets slice back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from quoteattr import Quote, QuoteKind, Span, Speaker, SpeakerKind
from quoteattr.formats.brat import to_brat
from strategies import read_texts

Documents = list[tuple[str, list[Quote]]]

WORDS = Span(start=1, end=8, text="Go home")
ANN = Speaker(name="Ann Lee", kind=SpeakerKind.PERSON, title="mayor")
QUOTE = Quote(kind=QuoteKind.DIRECT, content=(WORDS,), verbatim=(WORDS,), speaker=ANN)


def read_standoff(annotations: str) -> dict[str, tuple[str, list[tuple[int, int]], str]]:
    """Read the text-bound lines of standoff: label, offsets and words by identifier."""
    bound = {}
    for line in annotations.split("\n"):
        if line.startswith("T"):
            name, where, words = line.split("\t")
            label, offsets = where.split(" ", 1)
            pairs = [tuple(map(int, pair.split())) for pair in offsets.split(";")]
            bound[name] = (label, pairs, words)
    return bound


@given(read_texts())
def test_brat_offsets_slice_back(read: tuple[str, list[Quote]]) -> None:
    """Every line is well formed, and its offsets give its words; no words lie across a line."""
    text, found = read
    annotations = to_brat(text, found)
    assert annotations == "" or annotations.endswith("\n")
    for line in annotations.removesuffix("\n").split("\n"):
        assert re.match(r"(T\d+\t(Source|Cue|Content|Attribution) [\d ;]+\t.|[EA#]\d+\t|$)", line)
    for _, pairs, words in read_standoff(annotations).values():
        sliced = " ".join(text[start:end] for start, end in pairs)
        assert re.sub("[\ud800-\udfff]", "\ufffd", sliced) == words
        assert "\n" not in words


def test_brat_roles() -> None:
    """An event joins the four parts of an attribution."""
    text = "“Go home\nnow,” said Ann."
    quote = Quote(
        kind=QuoteKind.MIXED,
        content=(Span(start=1, end=13, text=text[1:13]),),
        cue=Span(start=15, end=19, text="said"),
        source=Span(start=20, end=23, text="Ann"),
        speaker=Speaker(name="Ann\tLee", kind=SpeakerKind.PERSON, title="mayor"),
    )
    assert to_brat(text, [quote]).split("\n") == [
        "T1\tSource 20 23\tAnn",
        "T2\tCue 15 19\tsaid",
        "T3\tContent 1 8;9 13\tGo home now,",
        "T4\tAttribution 15 19\tsaid",
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
        "A1\tKind E1 mixed",
        "#1\tAnnotatorNotes E1\tAnn Lee, mayor",
        "",
    ]


def test_brat_without_cue() -> None:
    """Without a cue the event stands on the content."""
    annotations = to_brat("“Go home”", [QUOTE])
    assert "T2\tAttribution 1 8\tGo home" in annotations
    assert "E1\tAttribution:T2 Content:T1" in annotations


def test_split_quotation_has_all_its_pieces() -> None:
    """The offsets of a quotation that its cue splits name every stretch."""
    text = "“Go,” she said, “home,” now."
    parts = (Span(start=1, end=4, text="Go,"), Span(start=17, end=22, text="home,"))
    annotations = to_brat(text, [Quote(kind=QuoteKind.DIRECT, content=parts, verbatim=parts)])
    assert "T1\tContent 1 4;17 22\tGo, home,\n" in annotations


def test_quotations_of_another_text_are_refused() -> None:
    """Offsets that mean something else would be annotated."""
    with pytest.raises(ValueError, match="of another text: 'Go home' does not stand at 1-8"):
        to_brat("short", [QUOTE])
