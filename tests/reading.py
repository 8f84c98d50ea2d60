"""Parse a text as the pipeline does, for tests of the stages behind the parser."""

from __future__ import annotations

from quoteattr.paragraphs import find_paragraphs
from quoteattr.parsing import Parse, load_pipeline, parse_texts
from quoteattr.segments import find_segments


def read(text: str) -> Parse:
    """Parse every paragraph of the text with the default pipeline."""
    job = (text, find_segments(text).segments, find_paragraphs(text))
    return next(parse_texts(load_pipeline(), [job]))
