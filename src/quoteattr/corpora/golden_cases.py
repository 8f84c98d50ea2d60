"""Golden cases as texts with speakers: who said what in short passages written for quoteattr.

A case is a title, a text with its spans marked in place, and a line for each record expected of it;
each of the three is closed by a line that holds a full stop alone::

    ⟦q1 “We lost,”⟧ ⟦c1 said⟧ ⟦s1 the minister⟧.
    .
    q1 direct speaker="Jane Doe" kind=person
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from quoteattr.corpora.passages import read_marked
from quoteattr.text.ranges import CharRange

__all__ = ["GoldenCase", "GoldenQuotation", "read_golden_cases"]

_FIELD = re.compile(r'(\w+)=(?:"([^"]*)"|(\w+))')
_STOP = re.compile(r"^\.\n", re.MULTILINE)


@attrs.frozen(kw_only=True)
class GoldenQuotation:
    """A quotation of a case; spans are (start, end) code-point offsets.

    Attributes:
        kind: direct, mixed or indirect.
        content: the words that were said.
        cue, source: what reports them, and whom they hang on; None if there is none.
        names: the speaker's names that are right alike, none where the text does not tell.
        speaker_kind: what kind of speaker it is, None where the case does not say.
        title: the speaker's title, None where there is none or the case does not say.
        optional: the case allows the record without asking for it.
    """

    kind: str
    content: tuple[CharRange, ...]
    cue: CharRange | None
    source: CharRange | None
    names: tuple[str, ...]
    speaker_kind: str | None
    title: str | None = None
    optional: bool = False


@attrs.frozen(kw_only=True)
class GoldenCase:
    """A text and those of its quotations of which the case tells the speaker."""

    name: str
    text: str
    quotations: tuple[GoldenQuotation, ...]


def read_golden_cases(folder: Path) -> Iterator[GoldenCase]:
    """Read the cases of every text file in a folder.

    Raises:
        ValueError: a file ends within a case.
    """
    for path in sorted(folder.glob("*.txt")):
        *parts, rest = _STOP.split(path.read_bytes().decode("utf-8"))
        if rest.strip() or len(parts) % 3:
            raise ValueError(f"{path.name}: the last case is not complete")
        for number, (marked, lines) in enumerate(zip(parts[1::3], parts[2::3], strict=True)):
            text, spans = read_marked(marked.removesuffix("\n"))
            found = _quotations(spans, lines.splitlines())
            yield GoldenCase(name=f"{path.stem}-{number:03}", text=text, quotations=tuple(found))


def _quotations(
    spans: Mapping[str, tuple[CharRange, ...]], lines: Sequence[str]
) -> Iterator[GoldenQuotation]:
    for line in lines:
        fields = {
            name: None if bare == "none" else quoted or bare
            for name, quoted, bare in _FIELD.findall(line)
        }
        if "speaker" in fields:
            label, kinds, *_ = line.removeprefix("may ").split()
            source = fields.get("source") or f"s{label[1:]}"
            yield GoldenQuotation(
                kind=kinds.split("|")[0],
                content=spans[label],
                cue=next(iter(spans.get(f"c{label[1:]}", ())), None),
                source=next(iter(spans.get(source, ())), None),
                names=tuple(names.split("|")) if (names := fields["speaker"]) else (),
                speaker_kind=fields.get("kind"),
                title=fields.get("title"),
                optional=line.startswith("may "),
            )
