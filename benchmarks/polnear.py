"""Score quoteattr on a folder of PolNeAR: `python benchmarks/polnear.py FOLDER`.

FOLDER is a compartment (train, dev or test): it holds `text/*.txt` and `attributions/*.ann`.
PolNeAR comes from github.com/networkdynamics/PolNeAR and is not kept here. What the figures mean
stands in docs/evaluation.md.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from quoteattr.corpora.polnear import AttributedArticle, Triple, find_marked_stretches, read_text
from quoteattr.records import Quote, QuoteKind, Span

__all__ = [
    "Marked",
    "Prediction",
    "count",
    "figures",
    "find_marked",
    "read_articles",
    "right_segments",
    "score",
]

Offsets = tuple[int, int]

_COVERED = 0.8
_ALIKE = 0.8
_HALF = 0.5

_EDGE = "“”\"'‘’ \n\t.,;:!?…—–-"
_MARKS = frozenset("“”\"'‘’")
_COLON_AT_END = re.compile(r":\s*$")

_REPORTING_WORDS = frozenset(
    [
        "say",
        "says",
        "said",
        "saying",
        "tell",
        "tells",
        "told",
        "telling",
        "according",
        "add",
        "adds",
        "added",
        "adding",
        "write",
        "writes",
        "wrote",
        "writing",
        "written",
        "ask",
        "asks",
        "asked",
        "asking",
        "call",
        "calls",
        "called",
        "calling",
        "tweet",
        "tweets",
        "tweeted",
        "tweeting",
        "reply",
        "replies",
        "replied",
        "respond",
        "responds",
        "responded",
        "responding",
        "note",
        "notes",
        "noted",
        "noting",
        "state",
        "states",
        "stated",
        "stating",
        "report",
        "reports",
        "reported",
        "reporting",
        "deny",
        "denies",
        "denied",
        "denying",
        "urge",
        "urges",
        "urged",
        "urging",
        "statement",
        "interview",
    ]
)
_REPORTING_STEMS = (
    "announc",
    "argu",
    "claim",
    "explain",
    "declar",
    "insist",
    "suggest",
    "warn",
    "acknowledg",
    "admit",
    "continu",
    "conclud",
    "describ",
    "accus",
    "promis",
    "assert",
    "contend",
    "maintain",
    "predict",
    "recall",
    "comment",
    "remark",
    "question",
    "confirm",
    "recount",
    "joke",
    "quip",
    "observ",
    "express",
    "complain",
    "vow",
    "pledg",
)


@attrs.frozen
class Marked:
    """A stretch between marks, marks included, and the attribution that half of it belongs to."""

    start: int
    end: int
    triple: Triple | None


@attrs.frozen
class Prediction:
    """What a system found in an article, and the seconds that it took."""

    quotes: tuple[Quote, ...] = ()
    seconds: float = 0.0


def read_articles(folder: Path) -> Iterator[AttributedArticle]:
    """Read the articles of a compartment that some annotator has worked on, by name.

    The figures are defined on standoff read in file order: where an attribution refers to a span
    that only a later line defines, that span does not count (0.2 % of dev's attributions).
    """
    for path in sorted((folder / "text").glob("*.txt")):
        annotations = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if annotations:
            triples = tuple(_read_triples(read_text(annotations[0])))
            yield AttributedArticle(name=path.stem, text=read_text(path), triples=triples)


def _read_triples(standoff: str) -> Iterator[Triple]:
    """Read brat standoff: T lines are spans, E lines join them."""
    spans: dict[str, tuple[Offsets, ...]] = {}
    for line in standoff.split("\n"):
        name, *fields = line.split("\t")
        if name.startswith("T") and fields:
            pieces = fields[0].split(" ", 1)[1].split(";")
            spans[name] = tuple(_offsets(piece) for piece in pieces)
        elif name.startswith("E") and fields:
            yield _join(fields[0], spans)


def _offsets(piece: str) -> Offsets:
    start, end = map(int, piece.split())
    return start, end


def _join(arguments: str, spans: Mapping[str, tuple[Offsets, ...]]) -> Triple:
    roles: dict[str, tuple[Offsets, ...]] = {"source": (), "cue": (), "content": ()}
    for argument in arguments.split():
        role, _, name = argument.partition(":")
        role = role.rstrip("0123456789").lower()
        if role in roles:
            roles[role] += spans.get(name, ())
    return Triple(**roles)


def find_marked(article: AttributedArticle) -> list[Marked]:
    """List the stretches between double marks, line by line, each with its triple."""
    return [
        Marked(start, end, _owner(article.triples, start, end))
        for start, end in find_marked_stretches(article.text)
    ]


def _owner(triples: Iterable[Triple], start: int, end: int) -> Triple | None:
    """Give the attribution whose content covers most of the stretch, if that is half of it."""
    shares = [(_shared([(start, end)], one.content), one) for one in triples]
    most, owner = max(shares, key=lambda share: share[0], default=(0, None))
    return owner if most and most >= _HALF * (end - start) else None


def score(
    articles: Iterable[AttributedArticle], predictions: Mapping[str, Prediction]
) -> dict[str, float]:
    """Give every figure for a system's predictions, by article name."""
    total: Counter[str] = Counter()
    seconds = 0.0
    for article in articles:
        prediction = predictions.get(article.name)
        total["missing"] += prediction is None
        prediction = prediction or Prediction()
        total += count(article, prediction.quotes)
        seconds += prediction.seconds
    return figures(total) | {"words_per_s": total["words"] / seconds if seconds else 0.0}


def count(article: AttributedArticle, quotes: Sequence[Quote]) -> Counter[str]:
    """Count what `figures` needs, in one article."""
    counts = Counter(words=len(article.text.split()))
    marked = find_marked(article)
    counts.update(_count_direct(article.text, marked, quotes))
    counts.update(_count_exact(article.text, marked, quotes))
    counts.update(_count_all(article, quotes))
    return counts


def figures(counts: Mapping[str, int]) -> dict[str, float]:
    """Turn counts into the figures, 0-1."""
    tally = Counter(counts)
    direct = _rates(tally["direct found"], tally["direct predicted"], tally["direct gold"])
    end_to_end = _rates(tally["direct source"], tally["direct predicted"], tally["direct gold"])
    exact = _rates(tally["exact found"], tally["exact predicted"], tally["direct gold"])
    precision = _ratio(tally["all matched"], tally["all predicted"])
    recall = _ratio(tally["all found"], tally["all gold"])
    return {
        "direct_P": direct[0],
        "direct_R": direct[1],
        "direct_F1": direct[2],
        "source_acc": _ratio(tally["direct source"], tally["direct found"]),
        "direct_e2e_F1": end_to_end[2],
        "exact_span_F1": exact[2],
        "all_P": precision,
        "all_R": recall,
        "all_F1": _harmonic(precision, recall),
        "all_source_acc": _ratio(tally["all source"], tally["all found"]),
        "speech_R": _ratio(tally["speech found"], tally["speech gold"]),
        "speech_source_acc": _ratio(tally["speech source"], tally["speech found"]),
        "missing": tally["missing"],
    }


def _rates(found: int, predicted: int, gold: int) -> tuple[float, float, float]:
    """Give precision, recall and F1."""
    precision, recall = _ratio(found, predicted), _ratio(found, gold)
    return precision, recall, _harmonic(precision, recall)


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _harmonic(precision: float, recall: float) -> float:
    total = precision + recall
    return 2 * precision * recall / total if total else 0.0


def right_segments(article: AttributedArticle, quotes: Sequence[Quote]) -> dict[Offsets, bool]:
    """Tell of each attributed stretch between marks whether it is found with its source."""
    return {
        (one.start, one.end): quote is not None and _source_is_right(quote, one.triple)
        for one in find_marked(article)
        if one.triple
        for quote in [_covering(article.text, one, quotes)]
    }


def _count_direct(text: str, marked: Sequence[Marked], quotes: Sequence[Quote]) -> Iterator[str]:
    """Count stretches between marks that one prediction covers, and those with the right source."""
    for one in marked:
        quote = _covering(text, one, quotes)
        if one.triple:
            yield "direct gold"
        if quote is not None:
            yield "direct predicted"
        if quote is not None and one.triple:
            yield "direct found"
            if _source_is_right(quote, one.triple):
                yield "direct source"


def _covering(text: str, marked: Marked, quotes: Sequence[Quote]) -> Quote | None:
    """Give the shortest quotation that covers most of the stretch; indirect ones do not count."""
    core = _core(text, (marked.start, marked.end))
    length = core[1] - core[0] or 1
    covering = [
        quote
        for quote in quotes
        if quote.kind is not QuoteKind.INDIRECT
        and _shared([core], _places(quote.content)) / length >= _COVERED
    ]
    return min(covering, key=lambda quote: _length(_places(quote.content)), default=None)


def _count_exact(text: str, marked: Sequence[Marked], quotes: Sequence[Quote]) -> Iterator[str]:
    """Count attributed stretches whose very words are predicted, each prediction used once."""
    predicted = [_core(text, place) for place in _verbatim_places(text, quotes)]
    yield from ("exact predicted" for _ in predicted)
    for one in marked:
        core = _core(text, (one.start, one.end))
        likeness = [_likeness(core, place) for place in predicted]
        best = max(likeness, default=0.0)
        if one.triple and best >= _ALIKE:
            del predicted[likeness.index(best)]
            yield "exact found"


def _verbatim_places(text: str, quotes: Sequence[Quote]) -> Iterator[Offsets]:
    """Give the verbatim stretches that have a mark at or next to an edge or inside."""
    for quote in quotes:
        if quote.kind is not QuoteKind.INDIRECT:
            for start, end in _places(quote.verbatim or quote.content):
                if _MARKS & set(text[max(0, start - 1) : end + 1]):
                    yield start, end


def _count_all(article: AttributedArticle, quotes: Sequence[Quote]) -> Iterator[str]:
    """Count attributions whose content predictions cover, and predictions that belong to one."""
    longest_first = sorted(quotes, key=lambda quote: -_length(_places(quote.content)))
    matched: set[int] = set()
    yield from ("all predicted" for _ in quotes)
    for triple in article.triples:
        if not triple.content:
            continue
        kinds = ("all", "speech") if _is_speech(article.text, triple) else ("all",)
        yield from (f"{kind} gold" for kind in kinds)
        inside = _inside(triple, longest_first)
        matched |= {id(quote) for quote in inside}
        covered = sum(_shared(_places(quote.content), triple.content) for quote in inside)
        if covered >= _HALF * _length(triple.content):
            yield from (f"{kind} found" for kind in kinds)
            if any(_source_is_right(quote, triple) for quote in inside):
                yield from (f"{kind} source" for kind in kinds)
    yield from ("all matched" for _ in matched)


def _inside(triple: Triple, longest_first: Sequence[Quote]) -> list[Quote]:
    """Give the predictions at least half inside the content that do not repeat a longer one."""
    inside: list[Quote] = []
    said: list[Offsets] = []
    for quote in longest_first:
        places = _places(quote.content)
        half = _HALF * (_length(places) or 1)
        if _shared(places, triple.content) >= half > _shared(places, said):
            inside.append(quote)
            said += places
    return inside


def _is_speech(text: str, triple: Triple) -> bool:
    """Tell whether the cue holds a reporting word or ends in a colon."""
    cue = " ".join(text[start:end] for start, end in triple.cue)
    words = re.findall(r"\w+", cue.lower())
    return bool(_COLON_AT_END.search(cue)) or any(
        word in _REPORTING_WORDS or word.startswith(_REPORTING_STEMS) for word in words
    )


def _source_is_right(quote: Quote, triple: Triple | None) -> bool:
    """Tell whether the mention touches the annotated source and is not far longer; none is none."""
    gold = triple.source if triple else ()
    source = quote.source
    if source is None or not gold:
        return source is None and not gold
    touches = _shared([(source.start, source.end)], gold) > 0
    return touches and source.end - source.start <= 2 * _length(gold) + 12


def _places(spans: Iterable[Span]) -> list[Offsets]:
    return [(span.start, span.end) for span in spans]


def _length(places: Iterable[Offsets]) -> int:
    return sum(end - start for start, end in places)


def _shared(left: Sequence[Offsets], right: Sequence[Offsets]) -> int:
    """Count the characters that two lists of places share."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in left for b in right)


def _likeness(left: Offsets, right: Offsets) -> float:
    """Give intersection over union."""
    shared = _shared([left], [right])
    return shared / (_length([left, right]) - shared or 1)


def _core(text: str, place: Offsets) -> Offsets:
    """Take marks, punctuation and white space off both edges."""
    start, end = place
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _predict(article: AttributedArticle) -> Prediction:
    from quoteattr import extract_quotes  # noqa: PLC0415  # scoring itself needs no model

    begun = time.perf_counter()
    quotes = tuple(extract_quotes(article.text))
    return Prediction(quotes, time.perf_counter() - begun)


def main() -> None:
    """Print the figures as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    articles = list(read_articles(parser.parse_args().folder))
    predictions = {article.name: _predict(article) for article in articles}
    rounded = {name: round(value, 3) for name, value in score(articles, predictions).items()}
    print(json.dumps(rounded, indent=2))


if __name__ == "__main__":
    main()
