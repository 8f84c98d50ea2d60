"""Setting phrases: the words around a cue that may tell to whom, how, where or when it was said.

A candidate is an object of the cue, a phrase behind a preposition, or a time phrase, outside of
all content. Which circumstance a candidate tells, if any, is not decided here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import attrs

from quoteattr.attribution.attributions import Attribution
from quoteattr.syntax.grammar import PREMODIFIERS, TIME_LABELS
from quoteattr.syntax.time_phrases import find_time_phrases
from quoteattr.syntax.tokens import (
    Entity,
    Parse,
    TokenRange,
    ancestors,
    roots_of,
    sentence_of,
    subtree,
    token_at,
    tokens_between,
)

__all__ = ["Phrase", "cue_token", "find_phrases"]

_PREPOSITIONS = frozenset({
    "aboard", "at", "before", "by", "during", "for", "from", "in", "inside", "into", "near", "on",
    "outside", "over", "through", "to", "via", "with",
})  # fmt: skip
_OBJECTS = frozenset({"dobj", "dative", "nsubjpass"})
_PARTS = frozenset({"of", "with", "to", "between"})
_EDGES = frozenset({"early", "late", "later", "earlier"})


@attrs.frozen(kw_only=True)
class Phrase:
    """Words that may tell a circumstance of an act of saying.

    Attributes:
        tokens: the words, without the preposition.
        head: the noun that the rest depends on.
        link: the preposition, the dependency of an object, "bare" for a time phrase without one.
        holder: the token that the phrase hangs on.
        path: the tokens from the holder up to the cue, without it; None where none leads there.
        dated: whether it is a time phrase.
    """

    tokens: TokenRange
    head: int
    link: str
    holder: int
    path: tuple[int, ...] | None
    dated: bool


def cue_token(parse: Parse, attribution: Attribution) -> int | None:
    """Give the token of an attribution's cue, None where there is none."""
    return None if attribution.cue is None else token_at(parse, attribution.cue[0])


def find_phrases(
    parse: Parse, attributions: Sequence[Attribution]
) -> tuple[tuple[Phrase, ...], ...]:
    """Find for each attribution the phrases in its cue's sentence that may tell a circumstance.

    Words of contents are no candidates, but for a cue that stands in a content itself.
    """
    cues = [cue_token(parse, attribution) for attribution in attributions]
    others = frozenset(cue for cue in cues if cue is not None)
    dates = [phrase for phrase in find_time_phrases(parse) if _is_date(parse, phrase)]
    dated = {token: phrase for phrase in dates for token in range(phrase.start, phrase.end)}
    contents = [_tokens_of(parse, attribution) for attribution in attributions]
    return tuple(
        ()
        if cue is None
        else tuple(
            phrase
            for phrase in _phrases_of(parse, cue, others, _free(parse, cue, contents), dated)
            if attribution.source is None or phrase.head != attribution.source.head
        )
        for cue, attribution in zip(cues, attributions, strict=True)
    )


def _tokens_of(parse: Parse, attribution: Attribution) -> frozenset[int]:
    ranges = (tokens_between(parse, *chars) for chars in attribution.content)
    return frozenset(token for start, end in ranges for token in range(start, end))


def _free(parse: Parse, cue: int, contents: Sequence[frozenset[int]]) -> frozenset[int]:
    """Give the tokens of the sentence that stand in the same contents as the cue."""
    around = [tokens for tokens in contents if cue in tokens]
    free = set(range(*sentence_of(parse, cue)))
    for tokens in contents:
        free -= set() if cue in tokens else tokens
    return frozenset(free.intersection(*around))


def _phrases_of(
    parse: Parse,
    cue: int,
    cues: Collection[int],
    free: Collection[int],
    dated: Mapping[int, Entity],
) -> tuple[Phrase, ...]:
    found: dict[TokenRange, Phrase] = {}
    for head, link, holder in _links(parse, sorted(free), dated):
        tokens = _extent(parse, head, free, dated.get(head))
        path = _path(parse, holder, cue)
        if tokens and _belongs(parse, path, holder, cue, cues):
            phrase = Phrase(
                tokens=tokens,
                head=head,
                link=link,
                holder=holder,
                path=path,
                dated=head in dated,
            )
            found.setdefault(tokens, phrase)
    return tuple(found[tokens] for tokens in sorted(found))


def _links(
    parse: Parse, free: Sequence[int], dated: Mapping[int, Entity]
) -> Iterator[tuple[int, str, int]]:
    """Give each noun that a preposition, a verb or nothing ties to a clause: its tie and holder."""
    linked: set[int] = set()
    for token in free:
        if parse.lowers[token] in _PREPOSITIONS and parse.tags[token] in ("IN", "TO", "RP"):
            for child in parse.children[token]:
                if parse.deps[child] in ("pobj", "pcomp") and child > token:
                    linked.add(child)
                    yield child, parse.lowers[token], parse.heads[token]
        elif parse.deps[token] in _OBJECTS and parse.tags[token] not in ("IN", "TO"):
            linked.add(token)
            yield token, parse.deps[token], parse.heads[token]
    for phrase in dict.fromkeys(dated[token] for token in free if token in dated):
        head = _root(parse, phrase)
        if not linked.intersection(range(phrase.start, phrase.end)):
            yield head, "bare", parse.heads[head]


def _root(parse: Parse, phrase: Entity) -> int:
    """Give the token of a time phrase that the others hang on."""
    return roots_of(parse, phrase.start, phrase.end)[0]


def _is_date(parse: Parse, phrase: Entity) -> bool:
    """Tell whether a time phrase stands for itself: not in an annual report, the Daily Anchor."""
    root = _root(parse, phrase)
    named = any(
        parse.deps[child] == "compound" and not phrase.start <= child < phrase.end
        for child in parse.children[root]
    )
    return phrase.label in TIME_LABELS and parse.deps[root] not in PREMODIFIERS and not named


def _path(parse: Parse, holder: int, cue: int) -> tuple[int, ...] | None:
    """Give the tokens from the holder up to the cue, None where no way leads there."""
    chain = [holder, *ancestors(parse, holder)]
    return tuple(chain[: chain.index(cue)]) if cue in chain else None


def _belongs(
    parse: Parse, path: tuple[int, ...] | None, holder: int, cue: int, cues: Collection[int]
) -> bool:
    """Tell whether the phrase hangs on this cue, or on no cue and stands nearest to this one."""
    if path is not None:
        return not any(token in cues for token in path)
    chain = [holder, *ancestors(parse, holder)]
    if any(token in cues for token in chain):
        return False
    return cue == min(cues, key=lambda other: (abs(other - holder), other))


def _extent(
    parse: Parse, head: int, free: Collection[int], date: Entity | None
) -> TokenRange | None:
    """Give the words of a phrase around its head: a whole date, or the noun and its own phrases."""
    if date is not None:
        start = date.start
        if start > 1 and parse.lowers[start - 2] in _EDGES and start - 2 in free:
            start -= 2
        return TokenRange(start, date.end)
    start, end = _noun_start(parse, head), _noun_end(parse, head)
    tokens = [token for token in range(start, end) if token in free]
    while tokens and not parse.words[tokens[-1]][0].isalnum():
        tokens.pop()
    return TokenRange(tokens[0], tokens[-1] + 1) if head in tokens else None


def _noun_start(parse: Parse, head: int) -> int:
    """Go left over what stands before the noun and hangs on it."""
    start = head
    while start > 0 and head in (parse.heads[start - 1], *ancestors(parse, start - 1)):
        start -= 1
    while start < head and not parse.words[start][0].isalnum():
        start += 1
    return start


def _noun_end(parse: Parse, head: int) -> int:
    """Go right over a name's rest, a joined noun, a larger place, and phrases such as "of"."""
    end = head + 1
    if parse.entity[head] >= 0:
        end = max(end, parse.entities[parse.entity[head]].end)
    for child in parse.children[head]:
        first, last = subtree(parse, child)
        if child < end:
            end = max(end, last) if child > head else end
        elif first == end and parse.deps[child] == "prep" and parse.lowers[child] in _PARTS:
            end = _object_end(parse, child)
        elif _is_joined(parse, head, child) and first <= end + 1:
            end = _noun_end(parse, child)
        elif parse.deps[child] not in ("cc", "punct"):
            break
    return end


def _object_end(parse: Parse, preposition: int) -> int:
    nouns = [child for child in parse.children[preposition] if parse.deps[child] == "pobj"]
    return _noun_end(parse, nouns[0]) if nouns else preposition + 1


def _is_joined(parse: Parse, head: int, child: int) -> bool:
    """Tell whether another noun is joined, or a larger place named behind a comma."""
    if parse.deps[child] == "conj":
        return parse.tags[child][0] == "N"
    comma = parse.words[child - 1] == "," or parse.words[subtree(parse, child)[0] - 1] == ","
    names = parse.tags[head] == "NNP" == parse.tags[child]
    place = parse.labels[child] in ("GPE", "LOC", "") and parse.labels[head] in ("GPE", "LOC", "")
    return comma and names and place and parse.deps[child] in ("appos", "npadvmod", "nmod")
