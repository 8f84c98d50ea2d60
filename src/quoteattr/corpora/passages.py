"""Annotated passages written for quoteattr: what a corpus of one year's politics lacks.

A file holds passages, parted by a line ``---``, with every attribution marked in place::

    ⟦q1 “We lost the keys,”⟧ ⟦c1 said⟧ ⟦s1 harbour master Ines Falk⟧.

``q`` is the content, ``c`` the cue, ``s`` the source; parts of one attribution share a number.
Brackets nest. What has no bracket is no quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from quoteattr.corpora.polnear import AttributedArticle, Triple
from quoteattr.text.ranges import CharRange

__all__ = ["PASSAGES", "read_marked", "read_passages"]

PASSAGES = Path(__file__).with_suffix("")

_BETWEEN = re.compile(r"^---\n", re.MULTILINE)
_BRACKET = re.compile(r"⟦([a-z]\d+) |⟧")


def read_passages(folder: Path = PASSAGES) -> Iterator[AttributedArticle]:
    """Read the passages of every text file in a folder, by default those of the package.

    Raises:
        ValueError: a bracket is not closed, or closes nothing; the passage is named.
    """
    for path in sorted(folder.glob("*.txt")):
        for number, marked in enumerate(_BETWEEN.split(path.read_text(encoding="utf-8"))):
            name = f"{path.stem}-{number:03}"
            try:
                text, spans = read_marked(marked.strip())
            except ValueError as error:
                raise ValueError(f"{name}: {error}") from error
            yield AttributedArticle(name=name, text=text, triples=tuple(_triples(spans)))


def read_marked(marked: str) -> tuple[str, dict[str, tuple[CharRange, ...]]]:
    """Take the brackets out of a text; give the text, and code-point offsets by label.

    Raises:
        ValueError: a bracket is not closed, or closes nothing.

    Examples:
        >>> text, spans = read_marked("⟦q1 No⟧, ⟦s1 he⟧ ⟦c1 said⟧.")
        >>> text, spans["c1"]
        ('No, he said.', (CharRange(start=7, end=11),))
    """
    text = ""
    last = 0
    stack: list[tuple[str, int]] = []
    spans: dict[str, tuple[CharRange, ...]] = {}
    for bracket in _BRACKET.finditer(marked):
        text += marked[last : bracket.start()]
        last = bracket.end()
        if bracket[1]:
            stack.append((bracket[1], len(text)))
            continue
        if not stack:
            raise ValueError(f"a bracket closes nothing behind {text[-20:]!r}")
        label, start = stack.pop()
        spans[label] = (*spans.get(label, ()), CharRange(start, len(text)))
    if stack:
        raise ValueError(f"⟦{stack[-1][0]} is not closed")
    return text + marked[last:], spans


def _size(spans: Sequence[CharRange]) -> int:
    return sum(end - start for start, end in spans)


def _triples(spans: dict[str, tuple[CharRange, ...]]) -> Iterator[Triple]:
    """Make a triple of the parts that share a number, the innermost of relayed speech first."""
    for label, content in sorted(spans.items(), key=lambda entry: _size(entry[1])):
        if label[0] == "q":
            number = label[1:]
            yield Triple(
                source=spans.get(f"s{number}", ()),
                cue=spans.get(f"c{number}", ()),
                content=content,
            )
