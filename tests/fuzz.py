"""Search for what breaks marks, segments and readers: `python tests/fuzz.py TARGET [OPTIONS]`.

Needs `pip install atheris`. Targets: see `TARGETS`. Options are libFuzzer's, for instance
`-max_total_time=600` or a folder that keeps the inputs that reached new code. A find is written
to a file `crash-...` and belongs, shrunk, in the tests of the module that it broke.
"""

from __future__ import annotations

import contextlib
import io
import json
import math
import sys
from typing import Any

import atheris

with atheris.instrument_imports(include=["quoteattr"]):
    from quoteattr.errors import RecordError
    from quoteattr.formats import read_jsonl, write_jsonl
    from quoteattr.formats.schemas import SCHEMA_VERSION
    from quoteattr.records import Quote, QuoteKind, Span, Speaker, SpeakerKind
    from quoteattr.text.marks import find_marks
    from quoteattr.text.paragraphs import find_paragraphs
    from quoteattr.text.segments import find_segments
    from quoteattr.text.signatures import find_signatures
    from quoteattr.text.turns import find_turns

__all__ = ["TARGETS"]

_WORDS = Span(start=1, end=8, text="Go home")
_LEE = Span(start=15, end=18, text="Lee")
QUOTE = Quote(
    kind=QuoteKind.DIRECT,
    content=(_WORDS,),
    verbatim=(_WORDS,),
    cue=Span(start=10, end=14, text="said"),
    source=_LEE,
    speaker=Speaker(
        name="Ann Lee", kind=SpeakerKind.PERSON, title="mayor", titles=(_LEE,), mentions=(_LEE,)
    ),
    confidence=0.9,
)
# What stands where something else belongs.
ODD = (
    *(None, True, 0, -1, 2**70, 0.5, -0.5, math.inf, math.nan, "", "direct", "person", "\ud800"),
    *([], {}, [[]], [None], {"": None}, {"start": 0, "end": 0, "text": ""}),
)


def _text(data: bytes) -> str:
    """Read bytes as code points, a few marks and breaks far more often than others."""
    common = "\"'“”‘’`´«»„‚ \n\r.,:—-6sSaBé\u0301\u200b\ud800\0"
    return "".join(
        common[byte % len(common)] if byte < 128 else chr(byte * 97 % 0x3100) for byte in data
    )


def _damaged(value: Any, source: atheris.FuzzedDataProvider) -> Any:
    """Give a JSON value with parts left out, renamed or replaced."""
    if source.ConsumeIntInRange(0, 15) == 0:
        return source.PickValueInList(list(ODD)) if source.ConsumeBool() else _invented(source)
    if isinstance(value, list):
        times = source.PickValueInList([1, 1, 1, 0, 2])
        return [_damaged(part, source) for part in value * times]
    if not isinstance(value, dict):
        return value
    return {
        name if source.ConsumeIntInRange(0, 31) else _invented(source): _damaged(part, source)
        for name, part in value.items()
        if source.ConsumeIntInRange(0, 31)
    }


def _invented(source: atheris.FuzzedDataProvider) -> str:
    return str(source.ConsumeUnicode(source.ConsumeIntInRange(0, 8)))


def _ordered(bounds: list[tuple[int, int]], length: int) -> bool:
    edges = [0, *(edge for pair in bounds for edge in pair), length]
    return edges == sorted(edges)


def segments(data: bytes) -> None:
    """Marks, paragraphs and segments are in order, inside the text, and nest."""
    text = _text(data)
    marks = find_marks(text)
    assert _ordered([(mark.start, mark.end) for mark in marks], len(text))
    assert _ordered(list(find_paragraphs(text)), len(text))
    found = find_segments(text, marks)
    enclosing: list[int] = []
    for segment in found.segments:
        assert segment.start < segment.inner_start <= segment.inner_end <= segment.end <= len(text)
        enclosing = enclosing[: segment.depth]
        assert len(enclosing) == segment.depth
        assert not enclosing or segment.end <= enclosing[-1]
        enclosing.append(segment.end)


def labels(data: bytes) -> None:
    """Labels and signatures lie inside the text."""
    text = _text(data)
    for turn in find_turns(text):
        assert text[turn.colon] == ":"
        assert _ordered([turn.label, *turn.stretches], len(text))
    for signature in find_signatures(text, find_segments(text).segments):
        assert signature.dash < signature.name[0] < signature.name[1] <= len(text)


def lines(data: bytes) -> None:
    """A line is refused with a RecordError, or written again as it was read."""
    line = {"version": SCHEMA_VERSION, "document": "a.txt", "quotes": [QUOTE.to_dict()]}
    text = json.dumps(_damaged(line, atheris.FuzzedDataProvider(data)))
    try:
        documents = list(read_jsonl([text]))
    except RecordError:
        return
    file = io.StringIO()
    write_jsonl(documents, file)
    assert list(read_jsonl(file.getvalue().split("\n"))) == documents


def records(data: bytes) -> None:
    """A dict is refused with a RecordError, or comes back as it was."""
    try:
        quote = Quote.from_dict(_damaged(QUOTE.to_dict(), atheris.FuzzedDataProvider(data)))
    except RecordError:
        return
    assert Quote.from_dict(quote.to_dict()) == quote
    hash(quote)


def raw(data: bytes) -> None:
    """A line of any characters is refused with a RecordError or read."""
    with contextlib.suppress(RecordError):
        list(read_jsonl([data.decode("utf-8", "replace")]))


TARGETS = {target.__name__: target for target in (segments, labels, lines, records, raw)}


def main() -> None:
    """Run one target until libFuzzer ends."""
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        raise SystemExit(f"{__doc__}\nTargets: {', '.join(TARGETS)}")
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
