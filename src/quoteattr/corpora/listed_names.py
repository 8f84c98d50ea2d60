"""Listed names: which names stand in the passages and stories of the package.

A file holds a block for each text, parted by empty lines: what the text is called, and a line for
each label with the forms that its names have. A form stands for wherever it is written; where only
a part of it is the name, that part is in brackets. What is under the label ``O`` is no name::

    africa_and_west_asia_1-000
    PER: Boniface Kilonzo | Kilonzo
    ORG: Machakos County Government | beat [Kenya] 2-1
    LOC: Kenya | Machakos County
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from quoteattr.corpora.named_texts import NamedText
from quoteattr.corpora.passages import read_passages
from quoteattr.corpora.stories import read_stories
from quoteattr.text.ranges import overlap

__all__ = ["LISTED_NAMES", "mark_names", "read_listed_names", "texts_of_the_package"]

LISTED_NAMES = Path(__file__).with_suffix("")
_BETWEEN_TEXTS = re.compile(r"\n\s*\n")
_BETWEEN_FORMS = " | "
_NO_NAME = "O"


def texts_of_the_package() -> dict[str, str]:
    """Give the texts of all passages and stories by what they are called."""
    return {one.name: one.text for texts in (read_passages(), read_stories()) for one in texts}


def read_listed_names(folder: Path, texts: Mapping[str, str]) -> Iterator[NamedText]:
    """Mark the names of every file of a folder in the texts that they are listed for.

    Raises:
        ValueError: there is no such text, or a form stands nowhere in its text; the text is named.
    """
    for path in sorted(folder.glob("*.txt")):
        for block in _BETWEEN_TEXTS.split(path.read_text(encoding="utf-8").strip()):
            name, *lines = block.splitlines()
            if name not in texts:
                raise ValueError(f"{path.name}: there is no text {name!r}")
            yield mark_names(name, texts[name], lines)


def mark_names(name: str, text: str, lines: Sequence[str]) -> NamedText:
    """Mark the names of a text wherever their forms stand; of two that overlap the longer one.

    Args:
        name: what the text is called.
        text: the text.
        lines: the forms by label.

    Raises:
        ValueError: a form stands nowhere in the text.

    Examples:
        >>> mark_names("x", "Mali beat Peru", ["LOC: Peru", "ORG: [Mali] beat"]).names
        [(0, 4, 'ORG'), (10, 14, 'LOC')]
    """
    names: list[tuple[int, int, str]] = []
    for words, label in sorted(_forms(lines), key=lambda form: -len(form[0])):
        found = [match.span(1) for match in _pattern(words).finditer(text)]
        if not found:
            raise ValueError(f"{name}: {words!r} stands nowhere")
        for span in found:
            if not any(overlap(span, other[:2]) for other in names):
                names.append((*span, label))
    return NamedText(name, text, sorted(one for one in names if one[2] != _NO_NAME))


def _forms(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give each form with its label."""
    for line in lines:
        label, _, forms = line.partition(": ")
        for words in forms.split(_BETWEEN_FORMS):
            yield words.strip(), label


def _pattern(words: str) -> re.Pattern[str]:
    """Find words, over line ends too; the first group is the name: all of them, or a part."""
    before, _, rest = (words if "[" in words else f"[{words}]").partition("[")
    name, _, after = rest.partition("]")
    parts = (before, name, after)
    opened, marked, closed = (r"\s+".join(map(re.escape, part.split(" "))) for part in parts)
    return re.compile(rf"(?<!\w){opened}({marked}){closed}(?!\w)")
