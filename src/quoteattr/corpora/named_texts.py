"""Named texts: columns of words and name labels to texts with the names that stand in them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

__all__ = ["NamedText", "compose", "pieces_of", "read_named_texts"]

_TOGETHER = 12
_PIECES = (2, 3, 4, 5)
_CLOSING = frozenset({*",.;:!?)]}%”’»", "...", "n't", "n’t"})
_OPENING = frozenset({*"([{“‘«$£€#@"})
_APOSTROPHES = frozenset({"'", "’"})
_CLITICS = frozenset({"s", "t", "re", "ve", "ll", "m", "d", "S"})
_STRAIGHT = frozenset({'"', "'"})
_JOINING = frozenset({"-", "/", "\N{NON-BREAKING HYPHEN}"})
_BEGINS, _GOES_ON = "B-", "I-"


@attrs.frozen
class NamedText:
    """A text and its names.

    Attributes:
        name: what the text is called.
        text: its sentences, one a line.
        names: (start, end, label) of each name, in characters; labels as in the columns: PER, ORG,
            LOC and, where they were asked for, FAC, NORP, PRODUCT, MISC.
    """

    name: str
    text: str
    names: Sequence[tuple[int, int, str]]


def read_named_texts(path: Path) -> Iterator[NamedText]:
    """Read ``word<tab>label`` lines with an empty line behind each sentence.

    Args:
        path: a folder with a file for each text, or one file, whose texts are not told apart and
            of which twelve sentences are given as a text.
    """
    if path.is_dir():
        for file in sorted(path.glob("*.tsv")):
            yield compose(file.stem, _sentences(file))
        return
    sentences = _sentences(path)
    for first in range(0, len(sentences), _TOGETHER):
        yield compose(f"{path.stem} {first}", sentences[first : first + _TOGETHER])


def _sentences(path: Path) -> list[list[tuple[str, str]]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    groups = itertools.groupby(lines, lambda line: bool(line.strip()))
    return [[_split(line) for line in group] for filled, group in groups if filled]


def _split(line: str) -> tuple[str, str]:
    word, _, label = line.rpartition("\t")
    return word, label


def compose(name: str, sentences: Sequence[Sequence[tuple[str, str]]]) -> NamedText:
    r"""Set words with their labels as a text, with spaces as they are usual.

    Examples:
        >>> compose("x", [[("Dr", "O"), ("Lee", "B-PER"), ("’", "O"), ("s", "O"), ("(", "O")]])
        NamedText(name='x', text='Dr Lee’s (\n', names=[(3, 6, 'PER')])
    """
    text = ""
    names: list[tuple[int, int, str]] = []
    for sentence in sentences:
        spaces = _spaces([word for word, _ in sentence])
        for (word, label), space in zip(sentence, spaces, strict=True):
            text += " " * space
            start, end = len(text), len(text) + len(word)
            text += word
            if label.startswith(_BEGINS):
                names.append((start, end, label[2:]))
            elif label.startswith(_GOES_ON):
                names[-1] = (names[-1][0], end, label[2:])
        text += "\n"
    return NamedText(name, text, names)


def pieces_of(text: NamedText) -> Iterator[NamedText]:
    r"""Cut a text into texts of two to five lines with the same name.

    Examples:
        >>> text = NamedText("x", "Ann\nmet\nBo\n", [(0, 3, "PER"), (8, 10, "PER")])
        >>> [(piece.text, piece.names) for piece in pieces_of(text)]
        [('Ann\nmet\n', [(0, 3, 'PER')]), ('Bo\n', [(0, 2, 'PER')])]
    """
    lines = iter(text.text.splitlines(keepends=True))
    start = 0
    for size in itertools.cycle(_PIECES):
        piece = "".join(itertools.islice(lines, size))
        if not piece:
            return
        end = start + len(piece)
        names = [
            (first - start, last - start, label)
            for first, last, label in text.names
            if start <= first < end
        ]
        yield NamedText(text.name, piece, names)
        start = end


def _spaces(words: Sequence[str]) -> list[bool]:
    """Tell of each word whether a space stands before it."""
    found = []
    glued = True
    opened: dict[str, bool] = {}
    for place, word in enumerate(words):
        joins = _joins(words, place)
        mark = word in _STRAIGHT and not joins
        shuts = mark and (opened.get(word, False) or _is_possessive(words, place))
        closes = word in _CLOSING or _is_clitic(word) or shuts or _goes_on(words, place)
        found.append(not (glued or joins or closes))
        glued = joins or word in _OPENING or (mark and not shuts)
        if mark:
            opened[word] = not shuts
    return found


def _joins(words: Sequence[str], place: int) -> bool:
    """Tell whether a word has a space on neither side: the hyphen in three words, Lee ’ s."""
    before, word, after = _around(words, place)
    if word in _APOSTROPHES:
        return after in _CLITICS
    return word in _JOINING and bool(before and after) and word not in (before, after)


def _goes_on(words: Sequence[str], place: int) -> bool:
    """Tell whether a word has no space before it: the second of two hyphens, S in U . S ."""
    before, word, _ = _around(words, place)
    if before == word:
        return word in _JOINING
    return before == "." and _is_initial(word) and place > 1 and _is_initial(words[place - 2])


def _around(words: Sequence[str], place: int) -> tuple[str, str, str]:
    """Give a word between its neighbours, "" where there is none."""
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    return before, words[place], after


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()


def _is_possessive(words: Sequence[str], place: int) -> bool:
    """Tell whether an apostrophe stands behind a plural: the workers ' pay."""
    before, word, _ = _around(words, place)
    return word == "'" and before.endswith("s")


def _is_clitic(word: str) -> bool:
    return word[:1] in _APOSTROPHES and word[1:] in _CLITICS
