"""Who said what: quotations in news text with their speakers' names and titles.

Examples:
    >>> for quote in extract_quotes("“We have to wait,” said Ann Lee, the mayor of Springfield."):
    ...     print(quote.kind.value, quote.text, quote.speaker.name, sep=" | ")
    direct | We have to wait, | Ann Lee
"""

from quoteattr.errors import (
    ModelNotFoundError,
    PipelineError,
    QuoteattrError,
    RecordError,
    TextError,
)
from quoteattr.extractor import QuoteExtractor, extract_quotes
from quoteattr.records import Quote, QuoteKind, Span, Speaker, SpeakerKind, group_by_speaker

__all__ = [
    "ModelNotFoundError",
    "PipelineError",
    "Quote",
    "QuoteExtractor",
    "QuoteKind",
    "QuoteattrError",
    "RecordError",
    "Span",
    "Speaker",
    "SpeakerKind",
    "TextError",
    "extract_quotes",
    "group_by_speaker",
]
