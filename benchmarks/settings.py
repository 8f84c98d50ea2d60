"""Settings, relays and polarity on marked passages: ``python benchmarks/settings.py FILE…``.

The files are golden cases. A circumstance counts as found where it shares half of its words or
more with the marked one; a quotation that is not found at all misses all of its circumstances.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from golden import Case, Expectation, expected_setting, paired, read_cases, will_do
from quoteattr import extract_quotes
from quoteattr.records import Quote, Span

BLIND = Path(__file__).parents[1] / "tests" / "golden" / "settings" / "blind.txt"
OVERLAP = 0.5


def main() -> None:
    """Print precision, recall and F1 of each circumstance, of relays, and polarity."""
    verbose = "--errors" in sys.argv
    files = [Path(name) for name in sys.argv[1:] if name != "--errors"] or [BLIND]
    counts: Counter[tuple[str, str]] = Counter()
    for case in (case for file in files for case in read_cases(file)):
        for name, verdict, words in judged(case, extract_quotes(case.text)):
            counts[name, verdict] += 1
            if verbose and verdict != "right":
                print(f"{verdict:7} {name:10} {words!r} in {case.title!r}: {case.text!r}")
    print(f"{'':12}{'P':>8}{'R':>8}{'F1':>8}{'right':>8}")
    for name in dict.fromkeys(name for name, _ in counts):
        right, false, missed = (counts[name, v] for v in ("right", "false", "missed"))
        precision, recall = right / max(1, right + false), right / max(1, right + missed)
        f1 = 2 * right / max(1, 2 * right + false + missed)
        print(f"{name:12}{precision:8.3f}{recall:8.3f}{f1:8.3f}{right:8}")


def judged(case: Case, quotes: Sequence[Quote]) -> Iterator[tuple[str, str, str]]:
    """Give each circumstance, relay and polarity with its verdict and its words."""
    pairs = paired(case, quotes)
    for expected in case.expected:
        quote = pairs.get(expected.label)
        if not expected.required:
            continue
        for name, place in (expected_setting(case, expected) or {}).items():
            span = getattr(quote.setting, name) if quote else None
            marked = (
                Span(start=place[0], end=place[1], text=case.text[slice(*place)]) if place else None
            )
            yield from compared(name, span, marked)
        yield from relay(expected, quote)
        if "polarity" in expected.fields:
            value = quote and quote.polarity.value
            verdict = "right" if value == expected.fields["polarity"] else "false"
            yield "polarity", verdict, str(value)


def compared(name: str, found: Span | None, marked: Span | None) -> Iterator[tuple[str, str, str]]:
    """Compare a found circumstance with the marked one."""
    if found and marked and overlap(found, marked) >= OVERLAP:
        yield name, "right", found.text
        return
    if found:
        yield name, "false", found.text
    if marked:
        yield name, "missed", marked.text


def relay(expected: Expectation, quote: Quote | None) -> Iterator[tuple[str, str, str]]:
    """Compare who passes the words on, which nobody does where the case names nobody."""
    found = quote.relayed_by.name if quote and quote.relayed_by else None
    wanted = expected.fields.get("relayed")
    if found and will_do(found, wanted):
        yield "relayed_by", "right", found
    else:
        yield from [("relayed_by", "false", found)] if found else []
        yield from [("relayed_by", "missed", wanted)] if wanted else []


def overlap(left: Span, right: Span) -> float:
    """Give the share of words that both spans have among those that either has."""
    ours, theirs = words_of(left), words_of(right)
    return len(ours & theirs) / len(ours | theirs)


def words_of(span: Span) -> set[int]:
    """Give the place of every word of a span."""
    starts = [i for i, c in enumerate(span.text) if not c.isspace()]
    return {span.start + i for i in starts if i == 0 or span.text[i - 1].isspace()}


if __name__ == "__main__":
    main()
