"""What the first stages make of a text, for tests of the stages behind them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from quoteattr.attribution.cues import Cue
from quoteattr.attribution.document_evidence import Evidence, gather_evidence
from quoteattr.syntax.mentions import Mention
from quoteattr.syntax.quoted_tokens import Alignment, align
from quoteattr.syntax.spacy_parser import load_pipeline, parse_texts
from quoteattr.syntax.tokens import Parse
from quoteattr.text.paragraphs import find_paragraphs
from quoteattr.text.segments import find_segments

WITH_A_FOX = pytest.mark.parametrize(
    "name",
    [
        "Sam Fox",
        pytest.param(
            "Al Fox",
            marks=pytest.mark.xfail(strict=True, reason="the name finder leaves Al Fox out"),
        ),
    ],
)
"""Runs a test with a name that is found, and with one that the name finder misses."""


def read(text: str) -> Parse:
    """Parse every paragraph of the text with the default pipeline."""
    job = (text, find_segments(text).segments, find_paragraphs(text))
    return next(parse_texts(load_pipeline(), [job]))


def check_rooted(parse: Parse) -> None:
    """Check that every token leads up to a root: no head goes round in a circle."""
    _check_heads(parse.heads)


def check_tree(deps: Sequence[str], heads: Sequence[int]) -> None:
    """Check that every token leads up to a root, and that roots, which are their own, say so."""
    assert [dep == "ROOT" for dep in deps] == [head == token for token, head in enumerate(heads)]
    _check_heads(heads)


def _check_heads(heads: Sequence[int]) -> None:
    for token in range(len(heads)):
        above, steps = token, 0
        while heads[above] != above:
            above, steps = heads[above], steps + 1
            assert steps <= len(heads)


def said(parse: Parse) -> dict[str, list[str]]:
    """Give the words that each root governs, by the root."""
    return {
        word: [f"{parse.words[child]}/{parse.deps[child]}" for child in parse.children[token]]
        for token, word in enumerate(parse.words)
        if parse.deps[token] == "ROOT"
    }


def laid(parse: Parse) -> Alignment:
    """Lay the segments of the text over its tokens."""
    return align(parse, find_segments(parse.text).segments)


def evidence_of_verbs(parse: Parse, mentions: Sequence[Mention]) -> Evidence:
    """Take every verb for a cue, as likely as not, and gather what the text says of them."""
    verbs = [token for token in range(len(parse)) if parse.tags[token][0] == "V"]
    cues = [Cue(token=token, probability=0.5) for token in verbs]
    return gather_evidence(parse, mentions, cues, {}, {})
