"""Titled passages written for quoteattr: whose title is what, and what is none.

A line is a passage, with every person's name and every title marked in place::

    ⟦m1 Harbour master⟧ ⟦n1 Ines Falk⟧, a ⟦t1 mother of two⟧, met ⟦n2 Odd Helland⟧.

``n`` is a name, ``t`` a title of its bearer, ``m`` the one that tells best who it is; what belongs
to one person shares a number. What has no bracket is no title of anybody named.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import attrs

from quoteattr.corpora.passages import read_marked
from quoteattr.text.ranges import CharRange

__all__ = ["TITLED", "TitledPassage", "TitledPerson", "read_titled"]

TITLED = Path(__file__).with_suffix("")


@attrs.frozen(kw_only=True)
class TitledPerson:
    """A person of a passage: offsets of the names and the titles, and the main title as written."""

    names: tuple[CharRange, ...]
    titles: tuple[CharRange, ...]
    main_title: str | None


@attrs.frozen(kw_only=True)
class TitledPassage:
    """A passage with the persons that it names."""

    name: str
    text: str
    persons: tuple[TitledPerson, ...]


def read_titled(folder: Path = TITLED) -> Iterator[TitledPassage]:
    """Read the passages of every text file in a folder, by default those of the package.

    Raises:
        ValueError: a bracket is not closed, or closes nothing; the passage is named.

    Examples:
        >>> next(read_titled()).persons[0].main_title
        'Commuter'
    """
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            name = f"{path.stem}-{number}"
            try:
                text, spans = read_marked(line)
            except ValueError as error:
                raise ValueError(f"{name}: {error}") from error
            yield TitledPassage(name=name, text=text, persons=tuple(_persons(text, spans)))


def _persons(text: str, spans: dict[str, tuple[CharRange, ...]]) -> Iterator[TitledPerson]:
    for label, names in spans.items():
        if label[0] == "n":
            main = spans.get("m" + label[1:], ())
            yield TitledPerson(
                names=names,
                titles=(*main, *spans.get("t" + label[1:], ())),
                main_title=text[slice(*main[0])] if main else None,
            )
