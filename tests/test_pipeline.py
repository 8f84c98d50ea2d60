"""Extraction: the stages in their order, over texts and over Docs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import strategies
from quoteattr.attribution.attributions import attribute
from quoteattr.pipeline import make_quotes, read_doc, read_texts
from quoteattr.records import QuoteKind
from quoteattr.syntax.spacy_parser import load_pipeline
from quoteattr.text.segments import find_segments
from reading import read

ALL = frozenset(QuoteKind)
SAID = "“We have to wait,” said Ann Lee, the mayor of Ayton."
TOLD = "It rained. The club said on Monday that it would move."
FAR = "Rain fell on the roofs all night."


def test_the_empty_batch() -> None:
    """No texts, no lists; a text without words, an empty list."""
    assert list(read_texts(load_pipeline(), [], ALL)) == []
    assert list(read_texts(load_pipeline(), ["", "\n"], ALL)) == [[], []]


def test_texts_of_a_batch_keep_their_places() -> None:
    """Each text gets its own list, in order, with offsets into itself."""
    found = list(read_texts(load_pipeline(), [TOLD, "", SAID], ALL))
    assert [len(quotes) for quotes in found] == [1, 0, 1]
    for text, quotes in zip([TOLD, "", SAID], found, strict=True):
        for span in (span for quote in quotes for span in quote.content):
            assert text[span.start : span.end] == span.text


def test_a_doc_gives_what_its_text_gives() -> None:
    """Where the parse is the same, so are the quotations."""
    text = f"{TOLD}\n\n{FAR}"
    (expected,) = read_texts(load_pipeline(), [text], ALL)
    assert read_doc(load_pipeline()(text), ALL) == expected != []


@pytest.mark.parametrize("kind", QuoteKind)
def test_kinds(kind: QuoteKind) -> None:
    """Only the kinds asked for are given."""
    text = f"{SAID}\n\n{TOLD}\n\nAnn Lee said they were “very good” at it."
    (every,) = read_texts(load_pipeline(), [text], ALL)
    (some,) = read_texts(load_pipeline(), [text], {kind})
    assert some == [quote for quote in every if quote.kind is kind] != []
    assert read_doc(load_pipeline()(text), ()) == []


def test_a_follower_shares_its_speaker() -> None:
    """What goes on behind a cue in marks of its own has the speaker of what came before."""
    text = "“We lost the vote,” said Ann Lee. “Nobody came to help us.”"
    first, second = next(read_texts(load_pipeline(), [text], ALL))
    assert first.speaker is not None
    assert second.speaker is not None
    assert first.speaker.name == second.speaker.name == "Ann Lee"


@given(strategies.articles())
@settings(max_examples=30)
def test_records_are_their_attributions(text: str) -> None:
    """Each record has kind and offsets of its attribution, and they come in text order."""
    parse, segments = read(text), find_segments(text).segments
    made = make_quotes(parse, segments, attribute(parse, segments))
    starts = [one.quote.content[0].start for one in made]
    assert starts == sorted(starts)
    for one in made:
        attribution, quote = one.attribution, one.quote
        assert quote.kind is attribution.kind
        assert tuple((span.start, span.end) for span in quote.content) == attribution.content
        assert tuple((span.start, span.end) for span in quote.verbatim) == attribution.verbatim
        assert (quote.cue is None) is (attribution.cue is None)
        assert (quote.source is None) is (attribution.source is None)
        assert 0 <= quote.confidence <= quote.source_confidence <= 1
