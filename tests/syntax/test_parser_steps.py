"""Parser steps: the same parses as the parser's own loop gives."""

from __future__ import annotations

from typing import Any

import spacy
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.syntax.parser_steps import last_parser, take_steps
from quoteattr.syntax.spacy_parser import load_pipeline

WORDS = st.sampled_from(
    [
        "Lee",
        "said",
        "“",
        "No",
        ",",
        "”",
        "Wanjikũ",
        "that",
        "it",
        "rained",
        "on",
        "2,000",
        "\n",
        ".",
    ]
)
TEXTS = st.lists(st.lists(WORDS, max_size=15).map(" ".join), max_size=6)


def _read(docs: list[Any]) -> list[list[tuple[int, str, bool]]]:
    """Give head, label and beginning of a sentence of each token."""
    return [[(token.head.i, token.dep_, token.is_sent_start) for token in doc] for doc in docs]


@given(TEXTS)
def test_the_parses_are_the_parsers_own(texts: list[str]) -> None:
    """Whatever the texts, empty ones among them, every arc and every sentence is the same."""
    nlp = load_pipeline()
    found = last_parser(nlp, ())
    assert found is not None
    name, parser = found
    docs = [nlp.make_doc(text) for text in texts]
    ours = list(nlp.pipe(docs, disable=[name]))
    take_steps(parser, ours)
    assert _read(ours) == _read(list(nlp.pipe(texts)))


def test_only_a_plain_parser_at_the_end_is_found() -> None:
    """Nothing that runs may wait for the parse."""
    nlp = spacy.blank("en")
    assert last_parser(nlp, ()) is None
    parser = nlp.add_pipe("parser")
    assert last_parser(nlp, ()) == ("parser", parser)
    assert last_parser(nlp, ("parser",)) is None
    nlp.add_pipe("sentencizer")
    assert last_parser(nlp, ()) is None
    assert last_parser(nlp, ("sentencizer",)) == ("parser", parser)


def test_a_beam_takes_steps_of_its_own() -> None:
    """Where several readings are kept side by side, steps of one would lose the others."""
    nlp = spacy.blank("en")
    nlp.add_pipe("beam_parser")
    assert last_parser(nlp, ()) is None
