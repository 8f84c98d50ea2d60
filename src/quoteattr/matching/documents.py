"""Documents: quotations of many texts in, what these have in common out.

The flow: every quotation's marked words are read as a wording; equal wordings are one. Pairs that
share shingles are compared; what is the same beyond doubt makes components. A part that is too
short to tell by itself joins the one component that holds it, and none where several do. The
components with occurrences in more than one document are the matches.
"""

from __future__ import annotations

import itertools
import operator
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, runtime_checkable

import attrs

from quoteattr.errors import DocumentError
from quoteattr.matching.bounds import Bounds
from quoteattr.matching.comparison import (
    FRAGMENT_WORDS,
    Link,
    Wording,
    compare,
    part_first,
    read_wording,
    shared_words,
)
from quoteattr.matching.components import join, join_all, roots_of
from quoteattr.matching.fragments import fragment_targets, same_fragments
from quoteattr.matching.matches import Matches, Occurrence, PersonMatch, QuotationMatch
from quoteattr.matching.numbered_words import number_words
from quoteattr.matching.people import Appearance, match_persons
from quoteattr.matching.quoted_words import read_quoted_words
from quoteattr.matching.shared_shingles import pairs_sharing_shingles
from quoteattr.matching.speaker_names import Naming, SpeakerName, compare_speakers
from quoteattr.records import Quote, Span, Speaker

__all__ = [
    "Entry",
    "are_same_words",
    "build_match",
    "match_quotations",
    "only_targets",
    "sort_key",
]


@runtime_checkable
class _Document(Protocol):
    """What `quoteattr.formats.documents.Document` has of a document."""

    @property
    def id(self) -> Any: ...

    @property
    def quotes(self) -> Sequence[Quote]: ...


Documents = Iterable[_Document | tuple[Hashable, Iterable[Quote]]]


@attrs.frozen
class Entry:
    """A quotation of a document that has marked words.

    Attributes:
        document: the document's id.
        quote: the quotation.
        wording: its marked words.
    """

    document: Hashable
    quote: Quote
    wording: Wording


@attrs.frozen(eq=False)
class _Collection:
    """The quotations of all documents, in an order that does not depend on how they came.

    Attributes:
        documents: the document of each quotation.
        quotes: each quotation.
        numbers: the number of its wording; -1 where it has none.
    """

    documents: list[Hashable]
    quotes: list[Quote]
    numbers: list[int]


def match_quotations(documents: Documents) -> Matches:
    """Find the same words and the same people in several documents.

    Words between marks are matched: as a whole, in part, and with small alterations (brackets,
    ellipses, capitals, dashes, marks, British or American spelling, a few words changed). Indirect
    speech is not. The result is exact and the same in any order of the documents.

    Args:
        documents: pairs of an id and the quotations of that document, or records of a document
            (`quoteattr.formats.documents.Document`); read once, one by one.

    Returns:
        The quotations and the people that are in more than one document.

    Raises:
        DocumentError: an id stands twice, or cannot be hashed.
        TypeError: a document is neither, or holds something other than quotations.

    Examples:
        >>> from quoteattr import Quote, QuoteKind, Span
        >>> def said(words):
        ...     span = Span(start=1, end=1 + len(words), text=words)
        ...     return Quote(kind=QuoteKind.DIRECT, content=(span,), verbatim=(span,))
        >>> one = said("We will rebuild the old bridge (and) open it by spring")
        >>> other = said("we will rebuild the old bridge [and] open it by spring,")
        >>> [match] = match_quotations([("a", [one]), ("b", [other])]).quotations
        >>> [occurrence.document for occurrence in match.occurrences]
        ['a', 'b']
    """
    collection, wordings = _read(documents)
    roots = _components(wordings)
    groups = _across(collection, wordings, roots)
    matches = sorted(_build_matches(collection, wordings, groups.values()), key=_by_size)
    support = {  # the speaker is part of what makes a fragment match
        number: roots[number]
        for number, wording in enumerate(wordings)
        if roots[number] in groups and len(wording.flags) >= FRAGMENT_WORDS
    }
    del wordings  # what is not needed makes room for the people
    return Matches(quotations=tuple(matches), persons=_persons(collection, support))


def _read(documents: Documents) -> tuple[_Collection, list[Wording]]:
    """Give the quotations, and the different wordings in the order of their numbers."""
    found = _by_document(documents)
    collection = _Collection([], [], [])
    wordings: dict[Wording, int] = {}
    for document in _sorted(found):
        for quote in found.pop(document):
            wording = read_wording(quote)
            collection.documents.append(document)
            collection.quotes.append(quote)
            collection.numbers.append(
                -1 if wording is None else wordings.setdefault(wording, len(wordings))
            )
    return collection, list(wordings)


def _by_document(documents: Documents) -> dict[Hashable, list[Quote]]:
    """Read the stream."""
    found: dict[Hashable, list[Quote]] = {}
    for item in documents:
        document, quotes = _pair(item)
        if _is_taken(document, found):
            raise DocumentError(f"document {document!r} is there twice")
        found[document] = [_checked(quote, document) for quote in quotes]
    return found


def _pair(item: object) -> tuple[Hashable, Iterable[Quote]]:
    if isinstance(item, _Document):
        return item.id, item.quotes
    if not isinstance(item, Sequence) or isinstance(item, str) or len(item) != 2:  # noqa: PLR2004
        raise TypeError(f"a document must be a pair of id and quotations, not {item!r:.80}")
    return item[0], item[1]


def _is_taken(document: Hashable, found: Mapping[Hashable, object]) -> bool:
    try:
        return document in found
    except TypeError as error:
        raise DocumentError(f"document id {document!r} cannot be hashed") from error


def _checked(quote: object, document: Hashable) -> Quote:
    if not isinstance(quote, Quote):
        name = type(quote).__name__
        raise TypeError(f"document {document!r} must hold quotations (Quote), not {name}")
    return quote


def _sorted(ids: Iterable[Hashable]) -> list[Hashable]:
    """Sort ids of any types; numbers and strings among themselves as usual."""
    return sorted(ids, key=sort_key)


def sort_key(document: Hashable) -> tuple[str, float, str]:
    """Give the key by which ids of any type are sorted."""
    number = document if isinstance(document, int | float) else 0
    return type(document).__qualname__, number, "" if number else repr(document)


def _components(wordings: Sequence[Wording]) -> list[int]:
    """Give for each wording the component of those that are the same words."""
    parents = list(range(len(wordings)))
    for pair in same_fragments(wordings):
        join(parents, *pair)
    parts = _join_alike(wordings, parents)
    roots = roots_of(parents)
    targets = [(part, roots[whole]) for part, whole in parts]
    held = only_targets(roots, [*targets, *fragment_targets(wordings, roots)])
    return join_all(len(wordings), [*enumerate(roots), *held])


def _join_alike(wordings: Sequence[Wording], parents: list[int]) -> list[tuple[int, int]]:
    """Join what is the same beyond doubt; give the pairs of a part and a wording that holds it."""
    numbered = number_words(wordings)
    may_match = Bounds.of(wordings, numbered).may_match
    parts = []
    for one, other in pairs_sharing_shingles(numbered, parents, may_match):
        link, _ = compare(wordings[one], wordings[other])
        if link is Link.CORE:
            join(parents, one, other)
        elif link is Link.PART:
            first = part_first(wordings[one], wordings[other])
            parts.append((one, other) if first else (other, one))
    return parts


def only_targets(roots: Sequence[int], targets: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the components that lead to exactly one other by their parts, each with that one.

    Args:
        roots: the component of each wording.
        targets: pairs of a wording that is a part and a component that holds it.

    Examples:
        >>> only_targets([0, 1, 2, 3], [(2, 0), (3, 0), (3, 1)])
        [(2, 0)]
    """
    found: defaultdict[int, set[int]] = defaultdict(set)
    for part, component in targets:
        if component != roots[part]:
            found[roots[part]].add(component)
    return [(root, min(targets)) for root, targets in found.items() if len(targets) == 1]


def _across(
    collection: _Collection, wordings: Sequence[Wording], roots: Sequence[int]
) -> dict[int, list[int]]:
    """Give the components in several documents, each with the numbers of its quotations."""
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for number, wording in enumerate(collection.numbers):
        if wording >= 0:
            groups[roots[wording]].append(number)
    documents, numbers = collection.documents, collection.numbers
    return {
        root: group
        for root, group in groups.items()
        if any(documents[number] != documents[group[0]] for number in group)
        and are_same_words([wordings[number] for number in {numbers[one] for one in group}])
    }


def are_same_words(wordings: Sequence[Wording]) -> bool:
    """Tell whether a component is a match: of one wording alone only where it is long enough."""
    return len(wordings) > 1 or shared_words(wordings[0], wordings[0]) is not None


# The record of a match.


def _build_matches(
    collection: _Collection, wordings: Sequence[Wording], groups: Iterable[Sequence[int]]
) -> Iterator[QuotationMatch]:
    for group in groups:
        yield build_match(
            [
                Entry(
                    collection.documents[number],
                    collection.quotes[number],
                    wordings[collection.numbers[number]],
                )
                for number in group
            ]
        )


def build_match(group: Sequence[Entry]) -> QuotationMatch:
    """Make the record of the quotations that are the same words, in the order of documents."""
    wordings = Counter(entry.wording for entry in group)
    shares = _shares(sorted(wordings, key=_by_fullness))
    fullest = min(group, key=lambda entry: _by_fullness(entry.wording))
    if wordings[fullest.wording] > 1:
        shares[fullest.wording] = set(range(len(fullest.wording.flags)))
    return QuotationMatch(
        occurrences=tuple(_occurrence(entry, shares[entry.wording]) for entry in group),
        text=" ".join(span.text for span in fullest.quote.verbatim),
        speakers=tuple(entry.quote.speaker for entry in group),
        agree=_agree({wording.speaker for wording in wordings}),
    )


def _by_fullness(wording: Wording) -> tuple[int, str, bytes, str]:
    return -len(wording.flags), wording.text, wording.flags, repr(wording.speaker)


def _shares(wordings: Sequence[Wording]) -> dict[Wording, set[int]]:
    """Give the numbers of the words that each wording shares, the fullest wording first.

    Each is held against the fullest other one that it shares words with; the fullest one has all
    that others share with it.
    """
    shares: dict[Wording, set[int]] = {wording: set() for wording in wordings}
    for wording in wordings[::-1]:
        if wording is wordings[0] and shares[wording]:
            continue
        for fuller in wordings:
            both = None if fuller is wording else shared_words(fuller, wording)
            if both:
                shares[wording] = both[1]
                if fuller is wordings[0]:
                    shares[fuller] |= both[0]
                break
    return shares


def _occurrence(entry: Entry, share: set[int]) -> Occurrence:
    spans, first = [], 0
    for span in entry.quote.verbatim:
        words = read_quoted_words([span])
        inside = [word for number, word in enumerate(words, first) if number in share]
        first += len(words)
        if inside:
            start, end = inside[0].start, inside[-1].end
            text = span.text[start - span.start : end - span.start]
            spans.append(Span(start=start, end=end, text=text))
    return Occurrence(document=entry.document, quote=entry.quote, shared=tuple(spans))


def _agree(names: set[SpeakerName | None]) -> bool:
    """Tell whether no two names are two speakers'."""
    named = sorted((name for name in names if name), key=repr)
    return all(
        compare_speakers(one, other) is not Naming.OTHER
        for place, one in enumerate(named)
        for other in named[place + 1 :]
    )


def _by_size(match: QuotationMatch) -> tuple[int, int, str, tuple[str, float, str]]:
    documents = {occurrence.document for occurrence in match.occurrences}
    first = sort_key(match.occurrences[0].document)
    return -len(documents), -len(match.occurrences), match.text, first


# The people.


def _persons(collection: _Collection, support: Mapping[int, int]) -> tuple[PersonMatch, ...]:
    """Match the speakers; `support` gives the match of each wording that supports a person."""
    rows = zip(collection.documents, collection.quotes, collection.numbers, strict=True)
    appearances = (
        Appearance(document, speaker, quotations)
        for document, some in itertools.groupby(rows, key=operator.itemgetter(0))
        for speaker, quotations in _said(some, support).items()
    )
    return match_persons(appearances)


def _said(
    rows: Iterable[tuple[Hashable, Quote, int]], support: Mapping[int, int]
) -> dict[Speaker, tuple[int, ...]]:
    """Give the speakers of a document, each with the matches of what he said."""
    said: dict[Speaker, tuple[int, ...]] = {}
    for _, quote, wording in rows:
        mine = (support[wording],) if wording in support else ()
        for speaker in _everybody(quote.speaker):
            said[speaker] = said.get(speaker, ()) + mine
    return said


def _everybody(speaker: Speaker | None) -> tuple[Speaker, ...]:
    """Give a speaker with those who speak together."""
    return () if speaker is None else (speaker, *speaker.members)
