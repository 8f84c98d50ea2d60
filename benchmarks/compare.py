"""Compare quoteattr with textacy on the seed corpus: `python benchmarks/compare.py`.

Needs the extra `benchmark`. Prints, for each system: how many texts it raised on; precision,
recall and F1 of the stretches between marks; and of the stretches found, the shares with the right
source mention, speaker's name and title. `name e2e` is the F1 of stretches found with the right
name. `indirect` is the share of the indirect quotations found, which textacy does not attempt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from corpus import Gold, Offsets, Text, build, core
from quoteattr.records import Quote, QuoteKind
from systems import SYSTEMS

__all__ = ["FIGURES", "Stretch", "count", "run", "stretches", "table", "verdicts"]

_ALIKE = 0.8


@attrs.frozen
class Stretch:
    """Words between marks of a gold quotation, and the predicted quotation that has them."""

    place: Offsets
    gold: Gold
    quote: Quote | None


def stretches(text: Text, quotes: Sequence[Quote]) -> list[Stretch]:
    """Give every stretch that must be found, with the quotation that has it."""
    return [
        Stretch(place, gold, _holder(text.text, place, quotes))
        for gold in text.quotes
        if gold.required
        for place in gold.verbatim
    ]


def _holder(text: str, place: Offsets, quotes: Iterable[Quote]) -> Quote | None:
    """Give the quotation that has a stretch: of the layers of relayed speech, the innermost."""
    holding = (
        quote
        for quote in quotes
        for span in quote.verbatim
        if _likeness(core(text, place), core(text, (span.start, span.end))) >= _ALIKE
    )
    return min(holding, key=lambda quote: len(quote.text), default=None)


def count(text: Text, quotes: Sequence[Quote]) -> Iterator[str]:
    """Count, in one text, what `FIGURES` divides."""
    for stretch in stretches(text, quotes):
        yield "gold"
        yield from (f"gold {what}" for what in stretch.gold.checked)
        if stretch.quote is not None:
            yield "found"
            yield from (f"found {what}" for what in stretch.gold.checked)
            yield from (f"right {what}" for what in stretch.gold.checked if _RIGHT[what](stretch))
    yield from ("predicted" for _ in _judged(text, quotes))
    for gold in text.quotes:
        if gold.required and gold.kinds == ("indirect",):
            yield "indirect gold"
            if any(_has_content(text.text, gold, quote) for quote in quotes):
                yield "indirect found"


def _judged(text: Text, quotes: Iterable[Quote]) -> Iterator[Offsets]:
    """Give the predicted stretches, but for those that may be reported or left out."""
    required = _cores(text, needed=True)
    optional = _cores(text, needed=False)
    predicted = {
        core(text.text, (span.start, span.end)) for quote in quotes for span in quote.verbatim
    }
    for place in sorted(predicted):
        if _among(place, required) or not _among(place, optional):
            yield place


def _cores(text: Text, *, needed: bool) -> list[Offsets]:
    return [
        core(text.text, place)
        for gold in text.quotes
        if gold.required is needed
        for place in gold.verbatim
    ]


def _among(place: Offsets, others: Iterable[Offsets]) -> bool:
    return any(_likeness(place, other) >= _ALIKE for other in others)


def _has_content(text: str, gold: Gold, quote: Quote) -> bool:
    """Tell whether an indirect quotation has nearly the content of the gold."""
    return quote.kind is QuoteKind.INDIRECT and any(
        _likeness(place, core(text, (span.start, span.end))) >= _ALIKE
        for place in gold.content
        for span in quote.content
    )


def _source_is_right(stretch: Stretch) -> bool:
    source = stretch.quote and stretch.quote.source
    gold = stretch.gold.source
    if source is None or gold is None:
        return source is None and gold is None
    return source.start < gold[1] and gold[0] < source.end


def _speaker_is_right(stretch: Stretch) -> bool:
    speaker = stretch.quote and stretch.quote.speaker
    return (speaker.name if speaker else None) == stretch.gold.speaker


def _title_is_right(stretch: Stretch) -> bool:
    speaker = stretch.quote and stretch.quote.speaker
    title = speaker.title if speaker else None
    return title in stretch.gold.titles if stretch.gold.titles else title is None


_RIGHT: Mapping[str, Callable[[Stretch], bool]] = {
    "source": _source_is_right,
    "speaker": _speaker_is_right,
    "title": _title_is_right,
}


def verdicts(text: Text, quotes: Sequence[Quote]) -> dict[str, bool]:
    """Tell of each stretch whether it is found and everything checked about it is right."""
    return {
        f"{text.name} {stretch.gold.name}@{stretch.place[0]}": stretch.quote is not None
        and all(_RIGHT[what](stretch) for what in stretch.gold.checked)
        for stretch in stretches(text, quotes)
    }


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _f1(counts: Counter[str], right: str, gold: str) -> float:
    precision = _ratio(counts[right], counts["predicted"])
    recall = _ratio(counts[right], counts[gold])
    return 2 * precision * recall / (precision + recall or 1)


FIGURES: Mapping[str, Callable[[Counter[str]], float]] = {
    "precision": lambda counts: _ratio(counts["found"], counts["predicted"]),
    "recall": lambda counts: _ratio(counts["found"], counts["gold"]),
    "F1": lambda counts: _f1(counts, "found", "gold"),
    "source": lambda counts: _ratio(counts["right source"], counts["found source"]),
    "name": lambda counts: _ratio(counts["right speaker"], counts["found speaker"]),
    "title": lambda counts: _ratio(counts["right title"], counts["found title"]),
    "name e2e": lambda counts: _f1(counts, "right speaker", "gold speaker"),
    "indirect": lambda counts: _ratio(counts["indirect found"], counts["indirect gold"]),
}


def run(system: Callable[[str], Sequence[Quote]], texts: Iterable[Text]) -> Counter[str]:
    """Add up the counts of a system over the texts; a text that it raises on holds nothing."""
    counts: Counter[str] = Counter()
    for text in texts:
        try:
            quotes = system(text.text)
        except Exception:  # noqa: BLE001  # whatever a system raises is a text lost
            counts["raised"] += 1
            quotes = ()
        counts.update(count(text, quotes))
    return counts


def table(results: Mapping[str, Counter[str]]) -> str:
    """Lay the figures of the systems side by side."""
    rows = [["", *results]]
    rows.append(["raised", *(str(counts["raised"]) for counts in results.values())])
    for name, figure in FIGURES.items():
        rows.append([name, *(f"{figure(counts):.3f}" for counts in results.values())])
    return "\n".join("".join(cell.ljust(12) for cell in row).rstrip() for row in rows)


def _likeness(left: Offsets, right: Offsets) -> float:
    """Give intersection over union."""
    shared = max(0, min(left[1], right[1]) - max(left[0], right[0]))
    return shared / (left[1] - left[0] + right[1] - right[0] - shared or 1)


def main() -> None:
    """Print the table."""
    texts = list(build())
    print(f"{len(texts)} texts")
    print(table({name: run(system, texts) for name, system in SYSTEMS.items()}))


if __name__ == "__main__":
    main()
