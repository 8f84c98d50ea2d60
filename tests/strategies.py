"""Hypothesis strategies."""

from __future__ import annotations

from hypothesis import strategies as st

from quoteattr import Quote, QuoteKind, Span, Speaker, SpeakerKind

# Records.

ANY = st.characters(exclude_categories=())


def _text(alphabet: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.text(alphabet, max_size=20)


@st.composite
def spans(draw: st.DrawFn, alphabet: st.SearchStrategy[str] = ANY) -> Span:
    """Any span that can be: the text is as long as the offsets say."""
    start = draw(st.integers(min_value=0, max_value=2**40))
    text = draw(_text(alphabet))
    return Span(start=start, end=start + len(text), text=text)


def _several(alphabet: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Span, ...]]:
    return st.lists(spans(alphabet), max_size=3).map(tuple)


def speakers(alphabet: st.SearchStrategy[str] = ANY) -> st.SearchStrategy[Speaker]:
    """Any speaker."""
    return st.builds(
        Speaker,
        name=_text(alphabet),
        kind=st.sampled_from(SpeakerKind),
        title=st.none() | _text(alphabet),
        titles=_several(alphabet),
        mentions=_several(alphabet),
    )


def quotes(alphabet: st.SearchStrategy[str] = ANY) -> st.SearchStrategy[Quote]:
    """Any quotation, of parts that need not fit together."""
    return st.builds(
        Quote,
        kind=st.sampled_from(QuoteKind),
        content=_several(alphabet),
        verbatim=_several(alphabet),
        cue=st.none() | spans(alphabet),
        source=st.none() | spans(alphabet),
        speaker=st.none() | speakers(alphabet),
        confidence=st.floats(min_value=0, max_value=1),
    )


@st.composite
def read_texts(draw: st.DrawFn) -> tuple[str, list[Quote]]:
    """A text with quotations whose every span slices out of it; spans may overlap anyhow."""
    text = draw(st.text(ANY, min_size=1, max_size=80))

    def inside() -> Span:
        start = draw(st.integers(min_value=0, max_value=len(text) - 1))
        end = draw(st.integers(min_value=start + 1, max_value=len(text)))
        return Span(start=start, end=end, text=text[start:end])

    found = []
    for quote in draw(st.lists(quotes(), max_size=4)):
        parts = sorted((inside() for _ in quote.content or [None]), key=lambda part: part.start)
        found.append(
            Quote(
                kind=quote.kind,
                content=tuple(parts),
                cue=quote.cue and inside(),
                source=quote.source and inside(),
                speaker=quote.speaker,
                confidence=quote.confidence,
            )
        )
    return text, found


def documents(
    alphabet: st.SearchStrategy[str] = ANY,
) -> st.SearchStrategy[list[tuple[str, list[Quote]]]]:
    """Named documents with any quotations."""
    document = st.tuples(_text(alphabet), st.lists(quotes(alphabet), max_size=3))
    return st.lists(document, max_size=3)
