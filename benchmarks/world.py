"""Score quoteattr on annotated news of the world: `python benchmarks/world.py [FOLDER]`.

FOLDER holds `text/*.txt` and `gold/*.json`, or stories as `quoteattr.corpora.stories` reads them.
By default it is `benchmarks/stories`, 60 stories that were written for the purpose and that nothing
was learned from; no more was it from `benchmarks/hard_stories`, 56 that seek what is rare. With
`--offsets FILE` it holds the texts alone, as files or as labelled words, and FILE, one of
`src/quoteattr/corpora/standoff`, where quotations, names and titles stand in them.
Quotations that careful readers differ on may be found or not. What the figures mean stands in
docs/evaluation.md.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from quoteattr.corpora.standoff import compose_articles, read_standoff, read_texts
from quoteattr.corpora.stories import read_stories
from quoteattr.corpora.world import AnnotatedArticle, AnnotatedSpeaker, Quotation, read_world
from quoteattr.records import Quote, QuoteKind, Span, Speaker
from systems import SYSTEMS

__all__ = [
    "HARD_STORIES",
    "STORIES",
    "Match",
    "Matching",
    "count",
    "figures",
    "match",
    "read",
    "right_quotations",
]

STORIES = Path(__file__).with_name("stories")
HARD_STORIES = Path(__file__).with_name("hard_stories")

Offsets = tuple[int, int]

_COVERED = 0.8
_INSIDE = 0.6
_HALF = 0.5
_ALIKE = 0.6
_SAME_KIND, _SAME_NAME, _OPTIONAL = 0.2, 0.01, 0.001
_BINS = 10

_EDGE = frozenset(" \t\r\n\u00a0\u202f\u2009\u2028\u2029\ufeff“”„‟\"'‘’‚‛`´«»‹›「」『』.,;:!?…—–-―")
_WORD = re.compile(r"[\w'.@&-]+")
_OWNER = re.compile(r"'s?$")
_ARTICLES = frozenset({"the", "a", "an"})
_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "dr"})
_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mx"})
_DETERMINERS = frozenset({"one", "some", "his", "her", "their", "its", "my", "our", "this", "that"})
_PRONOUNS = frozenset(
    {"she", "he", "it", "they", "who", "i", "we", "which", "that", "these", "this"}
)
_PRONOUNS |= {"his", "her", "their"}


@attrs.frozen(eq=False)
class Match:
    """An annotated quotation and the predictions that found it: one, or none, or fragments."""

    gold: Quotation
    quotes: tuple[Quote, ...]


@attrs.frozen(eq=False)
class Matching:
    """What became of an article's annotated quotations, and the predictions that are false."""

    matches: tuple[Match, ...]
    false: tuple[Quote, ...]


def read(folder: Path = STORIES, offsets: Path | None = None) -> Iterator[AnnotatedArticle]:
    """Read annotated articles of any form, by default the stories kept here."""
    if offsets:
        labelled = any(folder.glob("*.tsv"))
        return read_standoff(offsets, (compose_articles if labelled else read_texts)(folder))
    return read_world(folder) if (folder / "gold").is_dir() else read_stories(folder)


def match(article: AnnotatedArticle, quotes: Sequence[Quote]) -> Matching:
    """Match predictions with annotated quotations, one to one, the likest first.

    A prediction finds a quotation when it covers 80 % of its content and has 60 % of its own in it,
    and, where there are marks, half of every piece. A mixed quotation is also found by its
    fragments. A prediction left over is false, unless it lies in what is annotated.
    """
    places = [_characters(article.text, _offsets(quote.content)) for quote in quotes]
    golds = [_characters(article.text, gold.content) for gold in article.quotations]
    found: dict[int, tuple[int, ...]] = {}
    used: set[int] = set()
    for _, number, other in sorted(_pairs(article, quotes, golds, places), reverse=True):
        if -number not in found and -other not in used:
            found[-number] = (-other,)
            used.add(-other)
    for number, gold in enumerate(article.quotations):
        if number not in found and gold.kind == "mixed" and len(gold.content) > 1:
            fragments = _fragments(golds[number], places, used)
            found[number] = fragments
            used.update(fragments)
    left = [number for number in range(len(quotes)) if number not in used]
    return Matching(
        tuple(
            Match(gold, tuple(quotes[one] for one in found.get(number, ())))
            for number, gold in enumerate(article.quotations)
        ),
        tuple(
            quotes[number] for number in left if _is_false(article, golds, quotes, places, number)
        ),
    )


def _pairs(
    article: AnnotatedArticle,
    quotes: Sequence[Quote],
    golds: Sequence[set[int]],
    places: Sequence[set[int]],
) -> Iterator[tuple[float, int, int]]:
    """Give likeness and negative numbers of the annotation and the prediction that may match."""
    for number, gold in enumerate(article.quotations):
        pieces = [] if gold.kind == "indirect" else gold.content
        parts = [_characters(article.text, [piece]) for piece in pieces]
        for other, quote in enumerate(quotes):
            if _finds(golds[number], parts, places[other]):
                shared = len(golds[number] & places[other])
                likeness = shared / len(golds[number] | places[other])
                likeness += _SAME_KIND * (quote.kind.value == gold.kind)
                likeness += _SAME_NAME * _name_is_equal(quote.speaker, gold.speaker)
                yield likeness - _OPTIONAL * gold.optional, -number, -other


def _finds(gold: set[int], parts: Sequence[set[int]], place: set[int]) -> bool:
    shared = len(gold & place)
    return (
        shared > 0
        and shared >= _COVERED * len(gold)
        and shared >= _INSIDE * len(place)
        and all(len(part & place) >= _HALF * len(part) for part in parts)
    )


def _fragments(gold: set[int], places: Sequence[set[int]], used: set[int]) -> tuple[int, ...]:
    """Give the unused predictions that lie in the content and cover it together, or none."""
    inside = [
        number
        for number, place in enumerate(places)
        if number not in used and place and len(place & gold) >= _INSIDE * len(place)
    ]
    covered = set().union(*(places[number] for number in inside)) & gold
    return tuple(inside) if len(covered) >= _COVERED * len(gold) else ()


def _is_false(
    article: AnnotatedArticle,
    golds: Sequence[set[int]],
    quotes: Sequence[Quote],
    places: Sequence[set[int]],
    number: int,
) -> bool:
    """Tell whether a prediction is no piece or repeat: marked words lie in none that have marks."""
    is_indirect = quotes[number].kind is QuoteKind.INDIRECT
    counted = [
        place
        for gold, place in zip(article.quotations, golds, strict=True)
        if is_indirect or gold.kind != "indirect"
    ]
    place = places[number]
    return not place or len(place & set().union(*counted)) < _INSIDE * len(place)


def count(article: AnnotatedArticle, quotes: Sequence[Quote]) -> Counter[str]:
    """Count what `figures` needs, in one article."""
    matching = match(article, quotes)
    counts: Counter[str] = Counter(articles=1, words=len(article.text.split()))
    counts.update(f"predicted {_marks(quote)}" for quote in quotes)
    counts.update(f"false {_marks(quote)}" for quote in matching.false)
    for quote in matching.false:
        counts.update(_calibration(quote, right=False))
    for one in matching.matches:
        counts.update(_judge(article, one))
    return counts


def _marks(quote: Quote) -> str:
    return "indirect" if quote.kind is QuoteKind.INDIRECT else "marked"


def _judge(article: AnnotatedArticle, one: Match) -> Iterator[str]:
    """Name what an annotated quotation counts for."""
    gold = one.gold
    status = "optional" if gold.optional else "required"
    yield status
    yield f"{status} {gold.kind}"
    if not one.quotes:
        return
    yield f"{status} found"
    yield f"{status} found {gold.kind}"
    if not gold.optional:
        yield from _judge_found(article, one)


def _judge_found(article: AnnotatedArticle, one: Match) -> Iterator[str]:
    gold, first = one.gold, one.quotes[0]
    is_named = _is_named(one)
    kind = gold.speaker.kind if gold.speaker else None
    for what in ("found", f"by {_reference(article.text, gold)}", f"is {kind}"):
        yield f"{'named' if is_named else 'missed'} {what}"
        yield f"asked {what}"
    if all(_name_is_equal(quote.speaker, gold.speaker) for quote in one.quotes):
        yield "named exactly"
    if all(quote.kind.value == gold.kind for quote in one.quotes):
        yield "right kind"
    if all(_source_is_right(article, quote.source, gold) for quote in one.quotes):
        yield "right source"
    yield from _calibration(first, right=is_named)
    yield from _judge_speaker(gold, first.speaker, is_named=is_named)


def _judge_speaker(gold: Quotation, speaker: Speaker | None, *, is_named: bool) -> Iterator[str]:
    if gold.speaker is None:
        return
    yield "spoken"
    if speaker is not None and speaker.kind.value == gold.speaker.kind:
        yield "right speaker kind"
    if is_named and gold.speaker.kind == "person":
        yield from _judge_title(gold.speaker, speaker)


def _calibration(quote: Quote, *, right: bool) -> Iterator[str]:
    """Count a confidence, and whether it was right, by its bin."""
    if quote.confidence is not None:
        bin_ = min(_BINS - 1, int(quote.confidence * _BINS))
        yield from (f"bin {bin_}", f"confidence {bin_} {quote.confidence!r}")
        if right:
            yield f"right {bin_}"


def _judge_title(gold: AnnotatedSpeaker, speaker: Speaker | None) -> Iterator[str]:
    title = speaker.title if speaker else None
    if not gold.titles:
        yield "untitled"
        if title:
            yield "false title"
        return
    yield "titled"
    if any(_likeness(title, wanted, _ARTICLES | _COURTESY) >= _HALF for wanted in gold.titles):
        yield "right title"
    if _likeness(title, gold.main_title, _ARTICLES | _COURTESY) >= _HALF:
        yield "right main title"


def _is_named(one: Match) -> bool:
    """Tell whether every prediction has the speaker's name, if only in part."""
    return all(_name_is_like(quote.speaker, one.gold.speaker) for quote in one.quotes)


def _name_is_equal(speaker: Speaker | None, gold: AnnotatedSpeaker | None) -> bool:
    """Tell whether the names are the same but for honorifics, articles and possessives."""
    name = speaker.name.strip() if speaker else ""
    if gold is None or not name:
        return gold is None and not name
    named = gold.kind in ("person", "organization")
    dropped = _ARTICLES | _HONORIFICS | (frozenset() if named else _DETERMINERS)
    return any(_words(name, dropped) == _words(one, dropped) for one in (gold.name, *gold.alt))


def _name_is_like(speaker: Speaker | None, gold: AnnotatedSpeaker | None) -> bool:
    """Tell whether the names are equal, or a person's last name is there and nothing false."""
    if _name_is_equal(speaker, gold):
        return True
    if speaker is None or gold is None:
        return False
    dropped = _ARTICLES | _HONORIFICS
    names = (gold.name, *gold.alt)
    if gold.kind != "person" and any(
        _likeness(speaker.name, name, _ARTICLES | _COURTESY) >= _ALIKE for name in names
    ):
        return True
    return gold.kind == "person" and any(
        _is_part(_words(speaker.name, dropped), _words(name, dropped)) for name in names
    )


def _is_part(one: Sequence[str], other: Sequence[str]) -> bool:
    nested = set(one) <= set(other) or set(other) <= set(one)
    return bool(one and other) and one[-1] == other[-1] and nested


def _words(words: str | None, dropped: frozenset[str]) -> list[str]:
    """Give the words of a name in one spelling, without those to drop if others are left."""
    plain = unicodedata.normalize("NFC", words or "").replace("’", "'").replace("\u00ad", "")
    found = [_OWNER.sub("", word).strip(".'-") for word in _WORD.findall(plain.casefold())]
    found = [word for word in found if word]
    return [word for word in found if word not in dropped] or found


def _likeness(one: str | None, other: str | None, dropped: frozenset[str]) -> float:
    """Give the F1 of the words."""
    left, right = _words(one, dropped), _words(other, dropped)
    shared = (Counter(left) & Counter(right)).total()
    return 2 * shared / (len(left) + len(right)) if left and right else 0.0


def _source_is_right(article: AnnotatedArticle, source: Span | None, gold: Quotation) -> bool:
    """Tell whether the mention touches the annotated one, or one that the speaker has elsewhere."""
    if gold.source:
        return source is not None and _touches(source, gold.source)
    others = [
        other.source
        for other in article.quotations
        if other.source and gold.speaker and _speaker_name(other) == gold.speaker.name
    ]
    return source is None or any(_touches(source, place) for place in others)


def _speaker_name(gold: Quotation) -> str | None:
    return gold.speaker.name if gold.speaker else None


def _touches(source: Span, place: Offsets) -> bool:
    return source.start < place[1] and place[0] < source.end


def _reference(text: str, gold: Quotation) -> str:
    """Say how the source refers: by name, by pronoun, by another noun, or not at all."""
    if not gold.source:
        return "none"
    source = text[slice(*gold.source)]
    if source.lower() in _PRONOUNS:
        return "pronoun"
    last = _words(_speaker_name(gold), _ARTICLES | _HONORIFICS)[-1:]
    return "name" if set(last) & set(_words(source, _ARTICLES | _HONORIFICS)) else "noun"


def _offsets(spans: Iterable[Span]) -> list[Offsets]:
    return [(span.start, span.end) for span in spans]


def _characters(text: str, places: Iterable[Offsets]) -> set[int]:
    """Give the positions of the characters, without marks and punctuation at the edges."""
    found: set[int] = set()
    for start, end in places:
        inner = range(start, end)
        kept = [place for place in inner if text[place] not in _EDGE]
        if kept:
            found.update(range(kept[0], kept[-1] + 1))
    return found


_SHARES: Mapping[str, tuple[str, str]] = {
    "found_R": ("required found", "required"),
    "direct_R": ("required found direct", "required direct"),
    "mixed_R": ("required found mixed", "required mixed"),
    "indirect_R": ("required found indirect", "required indirect"),
    "name_acc": ("named found", "asked found"),
    "acc_name": ("named by name", "asked by name"),
    "acc_pronoun": ("named by pronoun", "asked by pronoun"),
    "acc_noun": ("named by noun", "asked by noun"),
    "acc_none": ("named by none", "asked by none"),
    "acc_person": ("named is person", "asked is person"),
    "acc_org": ("named is organization", "asked is organization"),
    "acc_group": ("named is group", "asked is group"),
    "acc_unnamed": ("named is unnamed", "asked is unnamed"),
    "acc_document": ("named is document", "asked is document"),
    "title_acc": ("right title", "titled"),
    "main_acc": ("right main title", "titled"),
    "title_false": ("false title", "untitled"),
    "kind_acc": ("right kind", "asked found"),
    "source_acc": ("right source", "asked found"),
    "speaker_kind_acc": ("right speaker kind", "spoken"),
    "optional_found": ("optional found", "optional"),
}


def figures(counts: Mapping[str, int]) -> dict[str, float]:
    """Turn counts into the figures, 0-1; `ece` and `title_false` are the better the lower."""
    tally = Counter(counts)
    shares = {name: _ratio(tally[part], tally[whole]) for name, (part, whole) in _SHARES.items()}
    return shares | {
        "marked_P": 1 - _ratio(tally["false marked"], tally["predicted marked"]),
        "indirect_P": 1 - _ratio(tally["false indirect"], tally["predicted indirect"]),
        "name_F1": _f1(tally, "named found"),
        "name_F1_strict": _f1(tally, "named exactly"),
        "ece": _calibration_error(tally),
    }


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _f1(tally: Counter[str], right: str) -> float:
    false = tally["false marked"] + tally["false indirect"]
    precision = _ratio(tally[right], tally["asked found"] + false)
    recall = _ratio(tally[right], tally["required"])
    return _ratio(2 * precision * recall, precision + recall)


def _calibration_error(tally: Counter[str]) -> float:
    """Give the expected calibration error over ten bins of confidence."""
    promised: dict[str, float] = defaultdict(float)
    for key, number in tally.items():
        if key.startswith("confidence "):
            _, bin_, confidence = key.split()
            promised[bin_] += number * float(confidence)
    total = sum(tally[f"bin {bin_}"] for bin_ in promised)
    errors = (abs(promise - tally[f"right {bin_}"]) for bin_, promise in promised.items())
    return _ratio(sum(errors), total)


def right_quotations(article: AnnotatedArticle, quotes: Sequence[Quote]) -> dict[str, bool]:
    """Tell of each required quotation whether it is found with the right name."""
    return {
        f"{number} {one.gold.content[0][0]}": bool(one.quotes) and _is_named(one)
        for number, one in enumerate(match(article, quotes).matches)
        if not one.gold.optional
    }


def score(
    articles: Iterable[AnnotatedArticle], system: Callable[[str], Sequence[Quote]]
) -> dict[str, float]:
    """Give every figure for a system; a text that it raises on holds nothing."""
    total: Counter[str] = Counter()
    for article in articles:
        try:
            quotes = system(article.text)
        except Exception:  # noqa: BLE001  # whatever a system raises is a text lost
            quotes = ()
        total.update(count(article, quotes))
    return figures(total)


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=STORIES)
    parser.add_argument("--offsets", type=Path, help="annotations of the folder's texts")
    parser.add_argument("--system", choices=sorted(SYSTEMS), default="quoteattr")
    arguments = parser.parse_args()
    reached = score(read(arguments.folder, arguments.offsets), SYSTEMS[arguments.system])
    print(json.dumps({name: round(value, 4) for name, value in reached.items()}, indent=1))


if __name__ == "__main__":
    main()
