"""How right records are, measured against other records of the same documents."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import attrs

from quoteattr.formats.documents import Documents, by_key
from quoteattr.records import Quote, QuoteKind, Span, Speaker, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Figures", "Score", "evaluate", "match_quotes", "same_name", "same_source", "same_title"]


@attrs.frozen(kw_only=True)
class Score:
    """Counts of a search: how many there are, how many were given, how many of those are right.

    `right` counts the gold items found, `confirmed` the predicted items that are right; they
    differ only where the two sides are counted apart, as by kind.

    Examples:
        >>> score = Score(gold=4, predicted=5, right=3, confirmed=3)
        >>> score.recall, score.precision, round(score.f1, 3)
        (0.75, 0.6, 0.667)
    """

    gold: int
    predicted: int
    right: int
    confirmed: int

    @property
    def precision(self) -> float:
        """Share of the predicted that are right (0-1)."""
        return _share(self.confirmed, self.predicted)

    @property
    def recall(self) -> float:
        """Share of the gold that were found (0-1)."""
        return _share(self.right, self.gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall (0-1)."""
        return _share(2 * self.precision * self.recall, self.precision + self.recall)

    def to_dict(self) -> dict[str, Any]:
        """Give counts and figures as plain JSON values."""
        figures = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return {"gold": self.gold, "predicted": self.predicted, **figures}


@attrs.frozen(kw_only=True)
class Figures:
    """What `evaluate` found.

    Attributes:
        documents: how many documents the gold records cover.
        detection: quotations found, whatever their kind.
        by_kind: the same by kind: recall over gold quotations of the kind, precision over
            predicted ones of it.
        named: quotations found with the right speaker, over gold ones that have a speaker and
            predicted ones that name one.
        kind, source, name, title: (right, judged) among the quotations found: kind and source
            over all of them, name over those with a gold speaker, title over those whose gold
            speaker has a title.
        false_title: (given, judged): titles given to speakers who have none in the gold records.
    """

    documents: int
    detection: Score
    by_kind: dict[QuoteKind, Score]
    named: Score
    kind: tuple[int, int]
    source: tuple[int, int]
    name: tuple[int, int]
    title: tuple[int, int]
    false_title: tuple[int, int]

    def to_dict(self) -> dict[str, Any]:
        """Give all figures as plain JSON values."""
        return {
            "documents": self.documents,
            "detection": self.detection.to_dict(),
            **{kind.value: score.to_dict() for kind, score in self.by_kind.items()},
            "named": self.named.to_dict(),
            **{name: _share(*counts) for name, counts in self._accuracies()},
        }

    def table(self) -> str:
        """Give all figures as lines of text."""
        scores = [("all", self.detection)]
        scores += [(kind.value, score) for kind, score in self.by_kind.items()]
        scores.append(("with speaker", self.named))
        lines = [f"{'':14}{'gold':>7}{'found':>7}{'P':>7}{'R':>7}{'F1':>7}"]
        lines += [
            f"{name:14}{score.gold:7}{score.predicted:7}"
            f"{score.precision:7.3f}{score.recall:7.3f}{score.f1:7.3f}"
            for name, score in scores
        ]
        lines += [
            f"{name.replace('_', ' '):20}{_share(right, judged):7.3f}  ({right} of {judged})"
            for name, (right, judged) in self._accuracies()
        ]
        return "\n".join(lines)

    def _accuracies(self) -> list[tuple[str, tuple[int, int]]]:
        return [
            ("kind_accuracy", self.kind),
            ("source_accuracy", self.source),
            ("name_accuracy", self.name),
            ("title_accuracy", self.title),
            ("false_titles", self.false_title),
        ]


def evaluate(gold: Documents, predicted: Documents) -> Figures:
    """Judge predicted records by gold records.

    Documents are matched by their identifiers; one without predictions counts as empty, and
    predictions for documents that the gold records do not cover are left aside.

    Args:
        gold: the right records: documents, or pairs of an identifier and quotations; an identifier
            is any JSON value.
        predicted: the records to judge, given in the same way.

    Raises:
        DocumentError: an identifier stands twice among the gold documents, or the predicted ones.
        TypeError: a document is neither a `Document` nor a pair, or holds what is no quotation.

    Examples:
        >>> from quoteattr import extract_quotes
        >>> quotes = extract_quotes("“We have to wait,” said Ann Lee.")
        >>> figures = evaluate([("a", quotes)], [("a", quotes), ("b", quotes)])
        >>> figures.detection.f1, figures.name
        (1.0, (1, 1))
    """
    right, found = by_key(gold), by_key(predicted)
    counts = Counter(documents=len(right))
    for name, document in right.items():
        counts.update(_count(document.quotes, found[name].quotes if name in found else ()))
    return Figures(
        documents=counts["documents"],
        detection=_score(counts, "quote"),
        by_kind={kind: _score(counts, kind.value) for kind in QuoteKind},
        named=_score(counts, "named"),
        kind=(counts["kind right"], counts["quote right"]),
        source=(counts["source right"], counts["quote right"]),
        name=(counts["name right"], counts["name judged"]),
        title=(counts["title right"], counts["title judged"]),
        false_title=(counts["title false"], counts["title absent"]),
    )


def _score(counts: Counter[str], name: str) -> Score:
    return Score(
        gold=counts[f"{name} gold"],
        predicted=counts[f"{name} predicted"],
        right=counts[f"{name} right"],
        confirmed=counts[f"{name} confirmed"],
    )


def _count(gold: Sequence[Quote], predicted: Sequence[Quote]) -> Iterator[str]:
    """Name everything that one document adds to the counts."""
    for side, quotes in (("gold", gold), ("predicted", predicted)):
        for quote in quotes:
            yield from (f"quote {side}", f"{quote.kind.value} {side}")
            if quote.speaker:
                yield f"named {side}"
    for right, found in match_quotes(gold, predicted):
        yield from ("quote right", "quote confirmed")
        yield from (f"{right.kind.value} right", f"{found.kind.value} confirmed")
        yield from _judge(right, found)


def _judge(right: Quote, found: Quote) -> Iterator[str]:
    """Name what is right about a quotation that was found."""
    if right.kind is found.kind:
        yield "kind right"
    if same_source(right.source, found.source):
        yield "source right"
    if not right.speaker:
        return
    yield "name judged"
    if found.speaker and same_name(right.speaker, found.speaker):
        yield from ("name right", "named right", "named confirmed")
    yield from _judge_title(right.speaker, found.speaker)


def _judge_title(right: Speaker, found: Speaker | None) -> Iterator[str]:
    title = found.title if found else None
    if not right.title:
        yield "title absent"
        if title:
            yield "title false"
        return
    yield "title judged"
    if title and same_title(right, title):
        yield "title right"


# What counts as the same.


def match_quotes(gold: Sequence[Quote], predicted: Sequence[Quote]) -> list[tuple[Quote, Quote]]:
    """Pair the quotations of two readings of one text, each with one other at most.

    A pair shares at least half of the letters and digits of each content; of several possible
    pairs, the one that agrees best is taken first.

    Examples:
        >>> from quoteattr import extract_quotes
        >>> quotes = extract_quotes("“We have to wait,” said Ann Lee.")
        >>> [(right.text, found.text) for right, found in match_quotes(quotes, quotes)]
        [('We have to wait,', 'We have to wait,')]
    """
    theirs = [_positions(quote) for quote in predicted]
    holding: dict[int, list[int]] = {}
    for j, positions in enumerate(theirs):
        for offset in positions:
            holding.setdefault(offset, []).append(j)
    agreement = [
        (-share, i, j)
        for i, own in enumerate(map(_positions, gold))
        for j, common in Counter(j for offset in own for j in holding.get(offset, ())).items()
        if (share := _agreement(common, len(own), len(theirs[j])))
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(agreement):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return [(gold[i], predicted[j]) for i, j in sorted(pairs.items())]


def _positions(quote: Quote) -> frozenset[int]:
    """Give the offsets of the content's letters and digits; marks and spaces weigh nothing."""
    return frozenset(
        offset
        for span in quote.content
        for offset, character in enumerate(span.text, span.start)
        if character.isalnum()
    )


def _agreement(common: int, one: int, other: int) -> float:
    """Give the share of two sizes that is common, or 0 where it is less than half of either."""
    return 2 * common / (one + other) if 2 * common >= max(one, other) else 0.0


_HONORIFIC_LENGTH = 12


def same_source(right: Span | None, found: Span | None) -> bool:
    """Tell whether two mentions are the same: they overlap, and the one found is no whole clause.

    It may be twice as long as the right one, and 12 code points more (an honorific).
    """
    if right is None or found is None:
        return right is found
    common = min(right.end, found.end) - max(right.start, found.start)
    longest = 2 * (right.end - right.start) + _HONORIFIC_LENGTH
    return common > 0 and found.end - found.start <= longest


_WORD = re.compile(r"\w+")
_UNNAMING = frozenset({"mr", "mrs", "ms", "miss", "sir", "dr", "the", "a", "an"})
_NAMES_ALIKE = 0.6
_TITLES_ALIKE = 0.5


def same_name(right: Speaker, found: Speaker) -> bool:
    """Tell whether two speakers bear the same name, but for case, honorifics and articles.

    A person's name may be a longer or shorter form with the same last word; for others three
    fifths of the words must agree.
    """
    a, b = _words(right.name), _words(found.name)
    if not a or not b or a == b:
        return bool(a) and a == b
    if right.kind is SpeakerKind.PERSON:
        return a[-1] == b[-1] and (set(a) <= set(b) or set(b) <= set(a))
    return _alike(a, b) >= _NAMES_ALIKE


def same_title(right: Speaker, title: str) -> bool:
    """Tell whether half of the words of a title agree with one that the right speaker bears."""
    titles = [right.title or "", *(span.text for span in right.titles)]
    return any(_alike(_words(one), _words(title)) >= _TITLES_ALIKE for one in titles)


def _words(name: str) -> list[str]:
    words = _WORD.findall(re.sub(r"['’]s\b", "", name.casefold()))
    return [word for word in words if word not in _UNNAMING] or words


def _alike(a: Sequence[str], b: Sequence[str]) -> float:
    """Give the share of words that two phrases have in common (0-1), repeats counted."""
    common = (Counter(a) & Counter(b)).total()
    return _share(2 * common, len(a) + len(b))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
