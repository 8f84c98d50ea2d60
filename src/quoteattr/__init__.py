"""Who said what: quotations in news text with their speakers' names and titles.

Examples:
    >>> from quoteattr import extract_quotes
    >>> for quote in extract_quotes("“We have to wait,” said Ann Lee, the mayor of Springfield."):
    ...     print(quote.text, quote.speaker.name, quote.speaker.title, sep=" | ")
    We have to wait, | Ann Lee | mayor of Springfield
"""

import importlib
from typing import TYPE_CHECKING, Any

from quoteattr.errors import (
    CoreferenceError,
    DocumentError,
    MissingExtraError,
    ModelNotFoundError,
    PipelineError,
    QuoteattrError,
    RecordError,
    TextError,
)
from quoteattr.records import (
    Polarity,
    Quote,
    QuoteKind,
    Setting,
    Span,
    Speaker,
    SpeakerKind,
    group_by_speaker,
)

if TYPE_CHECKING:
    from quoteattr.extractor import QuoteExtractor, explain, extract_quotes
    from quoteattr.matching.documents import match_quotations
    from quoteattr.matching.matches import Matches, Occurrence, PersonMatch, QuotationMatch

__all__ = [
    "CoreferenceError",
    "DocumentError",
    "Matches",
    "MissingExtraError",
    "ModelNotFoundError",
    "Occurrence",
    "PersonMatch",
    "PipelineError",
    "Polarity",
    "QuotationMatch",
    "Quote",
    "QuoteExtractor",
    "QuoteKind",
    "QuoteattrError",
    "RecordError",
    "Setting",
    "Span",
    "Speaker",
    "SpeakerKind",
    "TextError",
    "explain",
    "extract_quotes",
    "group_by_speaker",
    "match_quotations",
]

# The stages load on first use, so that reading stored records stays light.
_LATER = {
    "Matches": "quoteattr.matching.matches",
    "Occurrence": "quoteattr.matching.matches",
    "PersonMatch": "quoteattr.matching.matches",
    "QuotationMatch": "quoteattr.matching.matches",
    "QuoteExtractor": "quoteattr.extractor",
    "explain": "quoteattr.extractor",
    "extract_quotes": "quoteattr.extractor",
    "match_quotations": "quoteattr.matching.documents",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(_LATER[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted({*globals(), *__all__})
