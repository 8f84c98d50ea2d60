"""Annotations laid over tokens: which token, mention and stretch each part of a triple is."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quoteattr.corpora.polnear import AttributedArticle, Triple
from quoteattr.syntax.mentions import Mention, find_mentions
from quoteattr.syntax.quoted_tokens import Alignment, align
from quoteattr.syntax.tokens import Parse, tokens_between
from quoteattr.text.ranges import overlap
from quoteattr.text.segments import Segment, find_segments

__all__ = ["Example", "GoldReport", "GoldSegment", "make_example", "right_mentions"]

_OPEN_MARKS = ("``", "''", ",", ".", ":")


@attrs.frozen(kw_only=True)
class GoldReport:
    """An annotated cue: its head token, the tokens and offsets of its content, and its source.

    It is doubtful where careful readers may think that nothing is reported.
    """

    cue: int
    content: frozenset[int]
    source: tuple[tuple[int, int], ...]
    spans: tuple[tuple[int, int], ...]
    doubtful: bool = False


@attrs.frozen(kw_only=True)
class GoldSegment:
    """What was annotated of an outermost segment; `source` is empty where none was marked."""

    attributed: bool
    source: tuple[tuple[int, int], ...]
    doubtful: bool = False


@attrs.frozen(kw_only=True, eq=False)
class Example:
    """An article, parsed, with its annotations by token; of speech alone, or of beliefs too.

    `contents` are those of all annotations, of which `reports` have only those with a cue.
    """

    name: str
    parse: Parse
    alignment: Alignment
    all_segments: tuple[Segment, ...]
    mentions: tuple[Mention, ...]
    reports: tuple[GoldReport, ...]
    segments: tuple[GoldSegment, ...]
    contents: tuple[frozenset[int], ...]
    speech_only: bool = False


def make_example(article: AttributedArticle, parse: Parse) -> Example:
    """Lay an article's annotations over its parse."""
    segments = find_segments(article.text).segments
    alignment = align(parse, segments)
    reports = [
        _report(parse, triple, doubtful=doubtful)
        for doubtful, triples in ((False, article.triples), (True, article.doubtful))
        for triple in triples
    ]
    return Example(
        name=article.name,
        parse=parse,
        alignment=alignment,
        all_segments=segments,
        mentions=find_mentions(parse),
        reports=tuple(report for report in reports if report),
        segments=tuple(
            _segment((segment.start, segment.end), article) for segment in alignment.segments
        ),
        contents=tuple(_content(parse, triple) for triple in (*article.triples, *article.doubtful)),
        speech_only=article.speech_only,
    )


def _report(parse: Parse, triple: Triple, *, doubtful: bool) -> GoldReport | None:
    cue = _head(parse, triple.cue[0]) if triple.cue else None
    if cue is None:
        return None
    return GoldReport(
        cue=cue,
        content=_content(parse, triple),
        source=triple.source,
        spans=triple.content,
        doubtful=doubtful,
    )


def _content(parse: Parse, triple: Triple) -> frozenset[int]:
    return frozenset(
        token for span in triple.content for token in _inner(parse, _tokens(parse, span))
    )


def _tokens(parse: Parse, span: tuple[int, int]) -> range:
    return range(*tokens_between(parse, *span))


def _inner(parse: Parse, tokens: range) -> range:
    """Leave marks and punctuation at the edges out."""
    start, stop = tokens.start, tokens.stop
    while start < stop and not parse.words[start][0].isalnum():
        start += 1
    while stop > start and not parse.words[stop - 1][-1].isalnum():
        stop -= 1
    return range(start, stop)


def _head(parse: Parse, span: tuple[int, int]) -> int | None:
    """Give the token of the span that hangs on something outside of it."""
    tokens = _tokens(parse, span)
    heads = [
        token for token in tokens if parse.heads[token] not in tokens or parse.heads[token] == token
    ]
    plain = [token for token in heads if parse.tags[token] not in _OPEN_MARKS]
    return next(iter((*plain, *heads, *tokens)), None)


def _segment(span: tuple[int, int], article: AttributedArticle) -> GoldSegment:
    """Attribute a segment to the triple that covers most of it, if that is half of it."""
    triples = (*article.triples, *article.doubtful)
    covers = [sum(overlap(span, part) for part in triple.content) for triple in triples]
    best = max(range(len(covers)), key=covers.__getitem__, default=-1)
    if best < 0 or covers[best] < (span[1] - span[0]) / 2:
        return GoldSegment(attributed=False, source=())
    doubtful = best >= len(article.triples)
    return GoldSegment(attributed=True, source=triples[best].source, doubtful=doubtful)


def right_mentions(
    parse: Parse, candidates: Sequence[Mention], source: Sequence[tuple[int, int]]
) -> frozenset[int]:
    """Give the number of the candidate that an annotated source means, if there is one.

    The mention with the source's own head wins; then the one that overlaps it most.
    """
    tokens = {token for span in source for token in _tokens(parse, span)}
    head = _head(parse, source[0])
    fits = [_fit(parse, mention, tokens, head) for mention in candidates]
    best = max(range(len(fits)), key=fits.__getitem__, default=-1)
    if best < 0 or fits[best] <= 0:
        return frozenset()
    if head is not None and parse.tags[head][0] == "V" and fits[best] < 1:
        return frozenset()
    return frozenset({best})


def _fit(parse: Parse, mention: Mention, tokens: set[int], head: int | None) -> float:
    own = set(range(mention.start, mention.end))
    fit = len(own & tokens) / len(own | tokens)
    beside = parse.deps[mention.head] == "appos" and parse.heads[mention.head] in tokens
    if mention.head not in tokens or beside:
        fit *= 0.3
    return fit + (mention.head == head)
