"""Parsed texts of training: in the order they were given."""

from __future__ import annotations

from quoteattr.training.parsed_texts import parse_all


def test_every_text_is_parsed_in_order() -> None:
    """One token table a text."""
    texts = ["Ann Lee left.", "It rained."]
    assert [parse.text for parse in parse_all(texts)] == texts
