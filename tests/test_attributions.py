"""Attributions: what follows what stays linked, and nothing is attributed without words."""

from __future__ import annotations

import attrs

from quoteattr import attributions, extract_quotes


def test_a_chain_stays_linked() -> None:
    """Replacing a draft relinks what follows it, and what follows that."""
    first = attributions._Draft()
    second = attributions._Draft(follows=first)
    third = attributions._Draft(follows=second)
    drafts = [first, second, third]
    attributions._replace(drafts, first, attrs.evolve(first))
    assert drafts[1].follows is drafts[0]
    assert drafts[2].follows is drafts[1]


def test_a_label_without_words() -> None:
    """Every quotation has content, also where a label of a transcript stands alone."""
    text = "ANN LEE: We wait.\n\nBOB HALE: We go.\n\nANN LEE:\n\nBOB HALE: Now."
    for quote in extract_quotes(text):
        assert quote.content
