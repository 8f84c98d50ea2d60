"""Texts: whose letters, statements and reports a text tells of."""

from __future__ import annotations

import pytest

from parses import build
from quoteattr.speakers.texts import text_authors


@pytest.mark.parametrize(
    ("sentence", "author"),
    [
        ("Lee/NNP/poss/letter 's/POS/case/Lee letter/NN/nsubj/fell fell/VBD/ROOT", "Lee"),
        ("letter/NN/nsubj/fell from/IN/prep/letter Lee/NNP/pobj/from fell/VBD/ROOT", "Lee"),
        ("Lee/NNP/nsubj/wrote wrote/VBD/ROOT in/IN/prep/wrote letter/NN/pobj/in", "Lee"),
        ("Lee/NNP/nsubj/sent sent/VBD/ROOT letter/NN/dobj/sent", "Lee"),
        ("Lee/NNP/nsubj/sent sent/VBD/ROOT table/NN/dobj/sent", None),
        ("letter/NN/ROOT sent/VBN/acl/letter by/IN/agent/sent Lee/NNP/pobj/by", "Lee"),
        ("letter/NN/ROOT seen/VBN/acl/letter by/IN/agent/seen Lee/NNP/pobj/by", None),
    ],
)
def test_who_made_a_text(sentence: str, author: str | None) -> None:
    """Owners, senders and whoever says something in it, not who saw it; a table is no text."""
    parse = build(sentence)
    assert [parse.words[maker] for _, maker in text_authors(parse)] == ([author] if author else [])
