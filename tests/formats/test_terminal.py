"""The table for the terminal: who says what at a glance, and nothing that steers it."""

from __future__ import annotations

import io
import re

from rich.console import Console

from quoteattr import Polarity, Quote, QuoteKind, Setting, Span, Speaker, SpeakerKind
from quoteattr.formats.terminal import to_table


def shown(quotes: list[Quote], title: str | None = None) -> str:
    """Give what the table prints to a file."""
    file = io.StringIO()
    Console(file=file, width=100, force_terminal=True).print(to_table(quotes, title=title))
    return file.getvalue()


def test_table_cannot_steer_the_terminal() -> None:
    """Escape sequences and markup of the text are shown, not obeyed; directions are left out."""
    evil = "a\x1b]0;x\x07b[red]c\u202edef"
    words = Span(start=0, end=len(evil), text=evil)
    speaker = Speaker(name=evil, kind=SpeakerKind.PERSON, title=evil)
    quote = Quote(kind=QuoteKind.DIRECT, content=(words,), speaker=speaker)
    printed = shown([quote], title=evil)
    assert "[red]c" in printed
    assert not re.search("\x1b(?!\\[[0-9;]*m)|\x07|\u202e", printed)


def plain(quotes: list[Quote], width: int = 120) -> list[str]:
    """Give the lines of the table without colours."""
    file = io.StringIO()
    Console(file=file, width=width).print(to_table(quotes, width=width))
    return [line.strip() for line in file.getvalue().splitlines()]


WORDS = Span(start=0, end=2, text="No")
ANN = Speaker(name="Ann Lee", kind=SpeakerKind.PERSON, title="mayor of Springfield", entity=1)
CUE = Span(start=5, end=11, text="denied")
QUOTES = [
    Quote(kind=QuoteKind.DIRECT, content=(WORDS,), speaker=ANN, cue=CUE),
    Quote(kind=QuoteKind.INDIRECT, content=(WORDS,), speaker=ANN, polarity=Polarity.DENIES),
    Quote(
        kind=QuoteKind.MIXED,
        content=(WORDS,),
        confidence=0.5,
        setting=Setting(time=Span(start=20, end=26, text="Friday")),
    ),
]


def test_table_rows() -> None:
    """Name over title, kind over cue, direct words in marks, circumstances; a dash is nobody."""
    lines = plain(QUOTES)
    assert re.search(r"Ann Lee +direct +“No” +100%", lines[3])
    assert re.search(r"mayor of Springfield +denied", lines[4])
    assert re.fullmatch(r"indirect, denies +No +100%", lines[5])
    assert re.search(r"– +mixed +No +50%", lines[6])
    assert lines[7] == "time: Friday"


def test_narrow_terminal() -> None:
    """Below 100 columns the words have the room that name and title had."""
    text = "word " * 30
    long = Quote(kind=QuoteKind.INDIRECT, content=(Span(start=0, end=150, text=text),), speaker=ANN)
    lines = plain([long], width=80)
    assert re.fullmatch(r"indirect +Ann Lee, mayor of Springfield +100%", lines[3])
    assert len([line for line in lines if "word" in line]) == 3
