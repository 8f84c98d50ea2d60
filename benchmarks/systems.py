"""The systems that the benchmarks compare, each a function from text to quotations."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from quoteattr.records import Quote, QuoteKind, Span, Speaker, SpeakerKind
from quoteattr.syntax.spacy_parser import DEFAULT_PIPELINE

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["SYSTEMS", "textacy_from_doc", "whole_pipeline"]


def quoteattr_quotes(text: str) -> Sequence[Quote]:
    """Run quoteattr as a user does."""
    from quoteattr import extract_quotes  # noqa: PLC0415  # textacy can be measured without it

    return extract_quotes(text)


def textacy_quotes(text: str) -> Sequence[Quote]:
    """Run textacy's `direct_quotations` on the whole text.

    Raises:
        ValueError: textacy found an odd number of quotation marks.
    """
    return textacy_from_doc(whole_pipeline()(text))


def textacy_from_doc(doc: Doc) -> Sequence[Quote]:
    """Put what textacy finds in a parsed text into records."""
    from textacy.extract.triples import direct_quotations  # noqa: PLC0415  # slow to import

    return [
        _record(doc, content.start, content.end, speaker, cue)
        for speaker, cue, content in direct_quotations(doc)
    ]


@functools.cache
def whole_pipeline() -> Language:
    """Load the pipeline with every component, as textacy needs it."""
    import spacy  # noqa: PLC0415  # slow to import

    return spacy.load(DEFAULT_PIPELINE)


def _record(doc: Doc, first: int, behind: int, speaker: Sequence, cue: Sequence) -> Quote:
    """Take the outer marks off the content; tokens of one mention become one span."""
    inside = _span(doc.text, doc[first + 1 : behind - 1])
    source = _span(doc.text, speaker)
    return Quote(
        kind=QuoteKind.DIRECT,
        content=(inside,),
        verbatim=(inside,),
        cue=_span(doc.text, cue),
        source=source,
        speaker=Speaker(name=source.text, kind=SpeakerKind.PERSON),
    )


def _span(text: str, tokens: Sequence) -> Span:
    start = tokens[0].idx
    end = tokens[-1].idx + len(tokens[-1])
    return Span(start=start, end=end, text=text[start:end])


SYSTEMS: Mapping[str, Callable[[str], Sequence[Quote]]] = {
    "quoteattr": quoteattr_quotes,
    "textacy": textacy_quotes,
}
