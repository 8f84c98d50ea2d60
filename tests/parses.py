"""Parses built by hand, so that a test says which tree a rule meets."""

from __future__ import annotations

from quoteattr.syntax.spacy_parser import load_pipeline, parse_doc
from quoteattr.syntax.tokens import LabelledRange, Parse, with_entities

__all__ = ["build"]

_BREAK = "\n\n/_SP/dep"
_OPENING, _CLOSING = set("“(\n"), set(",.?!:;”)\n")


def build(*sentences: str, **entities: str) -> Parse:
    """Build a Parse of sentences such as "She/PRP/nsubj/wept wept/VBD/ROOT ././punct/wept".

    Args:
        sentences: the tokens of each: word, tag, dependency, and the first word in the sentence
            that is spelled as the token's head; a root names none. "" is a paragraph break.
        entities: labels of the entities, by their words with low lines for spaces; the table has
            no others, whatever the name finder would say.
    """
    from spacy.tokens import Doc  # noqa: PLC0415  # a test of names alone loads no spaCy

    rows: list[list[str]] = []
    heads: list[int] = []
    for sentence in sentences:
        tokens = [part.split("/") for part in sentence.split() or [_BREAK]]
        words = [token[0] for token in tokens]
        heads += [len(rows) + (words.index(t[3]) if t[3:] else i) for i, t in enumerate(tokens)]
        rows += tokens
    words, tags, deps = ([row[column] for row in rows] for column in range(3))
    spaces = [
        one[0] not in _OPENING and two[0] not in _CLOSING
        for one, two in zip(words, [*words[1:], "\n"], strict=True)
    ]
    vocab = load_pipeline().vocab
    table = parse_doc(Doc(vocab, words, spaces, tags=tags, deps=deps, heads=heads))
    return with_entities(table, [_entity(table, *entity) for entity in entities.items()])


def _entity(table: Parse, phrase: str, label: str) -> LabelledRange:
    parts = phrase.split("_")
    places = range(len(table))
    start = next(i for i in places if list(table.words[i : i + len(parts)]) == parts)
    return LabelledRange(start=start, end=start + len(parts), label=label)
