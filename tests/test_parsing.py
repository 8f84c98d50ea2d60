"""Parsing: a table of tokens whose columns hang together, whatever the text and the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

import strategies
from quoteattr.paragraphs import find_paragraphs
from quoteattr.parsing import Parse, load_pipeline, parse_doc, parse_texts
from quoteattr.segments import find_segments

if TYPE_CHECKING:
    from collections.abc import Iterator


def parse(*texts: str, nlp: Any = None) -> list[Parse]:
    """Parse whole texts."""
    work = [(text, find_segments(text).segments, find_paragraphs(text)) for text in texts]
    return list(parse_texts(nlp or load_pipeline(), work))


@given(strategies.texts())
@settings(max_examples=60)
def test_columns_hang_together(text: str) -> None:
    """Tokens lie in order; sentences, paragraphs and heads cover each other as they should."""
    [table] = parse(text)
    assert all(table.starts[i] < table.ends[i] for i in range(len(table)))
    assert all(table.ends[i] <= table.starts[i + 1] for i in range(len(table) - 1))
    for bounds, numbers in (
        (table.sentences, table.sentence),
        (table.paragraphs, table.paragraph),
    ):
        covered = [number for number, (start, end) in enumerate(bounds) for _ in range(start, end)]
        assert covered == list(numbers)
    for token, head in enumerate(table.heads):
        assert (head == token) == (table.deps[token] == "ROOT")
        assert head == token or token in table.children[head]
        assert table.sentence[head] == table.sentence[token]
    assert sum(map(len, table.children)) + list(table.deps).count("ROOT") == len(table)


def doc_of(words: list[str], heads: list[int], deps: list[str]) -> Any:
    """Build a Doc by hand."""
    from spacy.tokens import Doc  # noqa: PLC0415

    tags = ["_SP" if word.isspace() else "NN" for word in words]
    vocab = load_pipeline().vocab
    return Doc(vocab, words=words, heads=heads, deps=deps, tags=tags)


def test_heads_climb_over_white_space() -> None:
    """What hangs on white space hangs on what that hung on."""
    table = parse_doc(doc_of(["one", "\n", "\t", "two"], [0, 0, 1, 2], ["ROOT", "dep", "dep", "x"]))
    assert (list(table.words), list(table.heads)) == (["one", "two"], [0, 0])
    assert list(table.deps) == ["ROOT", "x"]


def test_what_hangs_on_white_space_alone_is_a_root() -> None:
    """A token without a head says so by its label, so that every walk upwards ends."""
    table = parse_doc(doc_of(["\n", "one", "two"], [0, 0, 0], ["ROOT", "nsubj", "dep"]))
    assert (list(table.heads), list(table.deps)) == ([0, 1], ["ROOT", "ROOT"])


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b \u2028", " \t\r\n "])
def test_nothing_to_parse(text: str) -> None:
    """A text without a visible character has a table without words, or with that character."""
    [table] = parse(text)
    assert "".join(table.words).strip() == "".join(text.split())


class Spy:
    """Passes texts on to the pipeline, and notes the size of each batch."""

    def __init__(self) -> None:
        """Start without a batch."""
        self.nlp = load_pipeline()
        self.batches: list[list[int]] = []

    def pipe(self, texts: Any, **options: Any) -> Iterator[Any]:
        """Parse a batch."""
        texts = list(texts)
        self.batches.append([len(text) for text, _ in texts])
        return self.nlp.pipe(texts, **options)


def test_batches_are_bounded_by_characters() -> None:
    """Memory for a batch is bounded, however long the paragraphs are; none is parsed whole."""
    spy = Spy()
    texts = ["It rained. " * 4000, "Short.\n\n" * 150]
    tables = parse(*texts, nlp=spy)
    assert all(sum(batch) <= 30_000 and len(batch) <= 64 for batch in spy.batches)
    assert sum(map(sum, spy.batches)) >= 43_000
    assert [len(table.paragraphs) for table in tables] == [1, 150]
    for text, table in zip(texts, tables, strict=True):
        assert "".join(table.words) == "".join(text.split())


def test_equal_words_are_one_object() -> None:
    """A long text holds each of its words once."""
    [table] = parse("It rained and it rained.\n\nIt rained again.")
    for column in (table.words, table.tags, table.deps, table.labels):
        assert len(set(map(id, column))) == len(set(column))


def test_every_character_may_stand_anywhere() -> None:
    """Wide characters, lone surrogates and NUL keep their places beside marks of any width."""
    text = "``\U0001f600 we\ud800 lost\0,'' she \u4e2d said. \u2018\u2018No.\u2019\u2019"
    [table] = parse(text)
    written = [text[start:end] for start, end in zip(table.starts, table.ends, strict=True)]
    assert written[:2] == ["`", "\U0001f600"]
    assert "".join(written).count("\ud800") == 1
    assert table.words[0] == "\u201c"
