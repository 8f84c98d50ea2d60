"""Parsed texts: what training reads, by the default pipeline."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.syntax.spacy_parser import load_pipeline, parse_texts
from quoteattr.syntax.tokens import Parse
from quoteattr.text.paragraphs import find_paragraphs
from quoteattr.text.segments import find_segments

__all__ = ["parse_all"]


def parse_all(texts: Sequence[str]) -> list[Parse]:
    """Parse texts with the default pipeline."""
    work = [(text, find_segments(text).segments, find_paragraphs(text)) for text in texts]
    return list(parse_texts(load_pipeline(), work))
