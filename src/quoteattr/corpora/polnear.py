"""A PolNeAR checkout as articles with their attributions (text plus brat standoff)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import attrs

__all__ = ["AttributedArticle", "Triple", "find_marked_stretches", "read_articles", "read_text"]

_ROLE_NUMBER = re.compile(r"\d+$")
_LINE = re.compile(r"[^\n]+")
_SHORTEST_UNCLOSED = 3


@attrs.frozen(kw_only=True)
class Triple:
    """One annotated attribution: (start, end) code-point offsets of its three parts."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]


@attrs.frozen(kw_only=True)
class AttributedArticle:
    """A text and what was annotated in it.

    Attributes:
        name: how the article is called in its corpus.
        text: the text.
        triples: the attributions.
        doubtful: attributions of which careful readers may think that they are none.
        speech_only: whether beliefs and intentions were left unannotated.
    """

    name: str
    text: str
    triples: tuple[Triple, ...]
    doubtful: tuple[Triple, ...] = ()
    speech_only: bool = False


def read_articles(folder: Path) -> Iterator[AttributedArticle]:
    """Read every annotated article of a folder with `text` and `attributions` in it.

    Where several people annotated an article, the first file by name counts.

    Raises:
        FileNotFoundError: the folder has no `text` in it.
    """
    texts = sorted((folder / "text").glob("*.txt"))
    if not texts:
        raise FileNotFoundError(f"no articles in {folder / 'text'}")
    for path in texts:
        annotations = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if annotations:
            yield AttributedArticle(
                name=path.stem,
                text=read_text(path),
                triples=tuple(_triples(annotations[0])),
            )


def read_text(path: Path) -> str:
    """Read a file with its line ends as they are, which offsets count."""
    return path.read_bytes().decode("utf-8", "replace")


def _triples(path: Path) -> Iterator[Triple]:
    lines = read_text(path).split("\n")
    spans = dict(_span(line) for line in lines if re.match(r"T\d+\t", line))
    for line in lines:
        if re.match(r"E\d+\t", line):
            parts: dict[str, list[tuple[int, int]]] = {"Source": [], "Cue": [], "Content": []}
            for argument in line.split("\t")[1].split():
                role, _, reference = argument.partition(":")
                role = _ROLE_NUMBER.sub("", role)
                if role in parts and reference in spans:
                    parts[role] += spans[reference]
            yield Triple(
                source=tuple(parts["Source"]),
                cue=tuple(parts["Cue"]),
                content=tuple(parts["Content"]),
            )


def _span(line: str) -> tuple[str, list[tuple[int, int]]]:
    name, info = line.split("\t")[:2]
    ranges = info.split(" ", 1)[1].split(";")
    return name, [(int(start), int(end)) for start, end in (part.split() for part in ranges)]


def find_marked_stretches(text: str) -> list[tuple[int, int]]:
    """List the stretches between double marks, marks included, as annotators number them.

    Line by line: curly marks pair by shape, straight ones by turn; an unclosed one runs to the end
    of its line.

    Examples:
        >>> find_marked_stretches("“No,” he said. “It")
        [(0, 5), (15, 18)]
    """
    return [
        stretch
        for line in _LINE.finditer(text)
        for stretch in _marked_in(line.group(), line.start())
    ]


def _marked_in(line: str, offset: int) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for place in range(len(line)):
        role = _role(line, place, is_open=opened is not None)
        if role == "opens" and opened is None:
            opened = place
        elif role == "closes" and opened is not None:
            yield offset + opened, offset + place + 1
            opened = None
    if opened is not None and len(line) - opened >= _SHORTEST_UNCLOSED:
        yield offset + opened, offset + len(line.rstrip())


def _role(line: str, place: int, *, is_open: bool) -> str:
    """Tell what the character does: a straight mark behind a digit stands for inches."""
    roles = {"“": "opens", "”": "closes", '"': "closes" if is_open else "opens"}
    role = roles.get(line[place], "")
    behind_digit = place > 0 and line[place - 1].isdecimal()
    return "" if line[place] == '"' and behind_digit and not is_open else role
