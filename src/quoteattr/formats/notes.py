"""Notes: what pages and tables say of a quotation beside its words."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from quoteattr.records import Polarity, Quote

__all__ = ["circumstances", "manner"]


def manner(quote: Quote) -> Iterator[str]:
    """Name the kind, and what the speaker does but assert the words."""
    yield quote.kind.value
    if quote.polarity is not Polarity.ASSERTS:
        yield quote.polarity.value


def circumstances(quote: Quote) -> Iterator[str]:
    """Say to whom, through what, where and when it was said, and who passes it on."""
    for name, span in attrs.asdict(quote.setting, recurse=False).items():
        if span:
            yield f"{name}: {span.text}"
    if quote.relayed_by:
        yield f"relayed by {quote.relayed_by.name}"
