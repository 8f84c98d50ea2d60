"""Explicit sources: turns, lead-in lines and signatures that say whose words a segment holds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import attrs

from quoteattr.attribution.turn_labels import spoken_turns
from quoteattr.syntax.grammar import FINITE_TAGS, NOMINAL_SUBJECTS, TIME_LABELS
from quoteattr.syntax.mentions import Mention, between, mention_of
from quoteattr.syntax.quoted_tokens import Alignment
from quoteattr.syntax.tokens import Parse, ancestors, token_at, tokens_between
from quoteattr.text.ranges import overlap
from quoteattr.text.signatures import find_signatures
from quoteattr.text.turns import Turn, find_turns

__all__ = ["Sign", "Signs", "find_signs"]

_LONGEST_LEAD = 14  # tokens
_BY_WHOM = frozenset({"by", "from"})


@attrs.frozen(kw_only=True)
class Sign:
    """Whose words they are, and what says so.

    Attributes:
        source: whose words they are.
        token: the colon, the dash or the verb that says so.
        rule: what kind of sign it is: a "turn", a "dash speech", a "lead-in line", a "signature".
    """

    source: Mention
    token: int
    rule: str


@attrs.frozen(kw_only=True, eq=False)
class Signs:
    """The signs of a text.

    Attributes:
        segments: the sign of each signed segment, by its number.
        turns: the turns of a transcript that stand without marks, each with its sign.
    """

    segments: dict[int, Sign]
    turns: tuple[tuple[Turn, Sign], ...]


def find_signs(parse: Parse, alignment: Alignment, mentions: Sequence[Mention]) -> Signs:
    """Find the segments and turns that are signed; a label outweighs a lead-in line."""
    turns = spoken_turns(parse, find_turns(parse.text)) if len(parse) else ()
    marked = {turn: _is_marked(alignment, turn) for turn in turns}
    signed = dict(_led(parse, alignment, mentions))
    for turn in filter(marked.get, turns):
        sign = _sign_of_turn(parse, turn)
        signed.update(dict.fromkeys(_touched(alignment, turn), sign))
    for signature in find_signatures(parse.text, alignment.segments):
        sign = _sign(parse, signature.name, signature.dash, "signature")
        signed.update(dict.fromkeys(_within(alignment, *signature.signed), sign))
    spoken = (turn for turn in turns if turn.stretches and not marked[turn])
    return Signs(
        segments=signed,
        turns=tuple((turn, _sign_of_turn(parse, turn)) for turn in spoken),
    )


def _sign_of_turn(parse: Parse, turn: Turn) -> Sign:
    """Make the sign of a turn; where a verb stands beside the name, its subject is the source."""
    if turn.verb is None:
        return _sign(parse, turn.label, turn.colon, "turn")
    sign = _sign(parse, turn.label, turn.verb[0], "dash speech")
    first, last = tokens_between(parse, *turn.label)
    for token in parse.children[sign.token]:
        if parse.deps[token] in NOMINAL_SUBJECTS and first <= token < last:
            source = attrs.evolve(mention_of(parse, token), start=first)
            return attrs.evolve(sign, source=source)
    return sign


def _touched(alignment: Alignment, turn: Turn) -> Iterator[int]:
    for start, end in turn.stretches:
        yield from _within(alignment, start, end)


def _within(alignment: Alignment, start: int, end: int) -> range:
    """Number the segments that share characters with a stretch of text."""
    first = bisect_right(alignment.segments, start, key=lambda segment: segment.end)
    last = bisect_left(alignment.segments, end, key=lambda segment: segment.start)
    return range(first, last)


def _is_marked(alignment: Alignment, turn: Turn) -> bool:
    """Tell whether most of what is said in the turn stands between marks."""
    inside = 0
    for stretch in turn.stretches:
        for number in _within(alignment, *stretch):
            segment = alignment.segments[number]
            inside += overlap(stretch, (segment.start, segment.end))
    return inside * 2 > sum(end - start for start, end in turn.stretches)


def _led(
    parse: Parse, alignment: Alignment, mentions: Sequence[Mention]
) -> Iterator[tuple[int, Sign]]:
    """Sign the segments that open a paragraph behind a line like "From Archbishop Prates:"."""
    for number, (first, _) in enumerate(alignment.ranges):
        paragraph = parse.paragraph[first]
        if not paragraph or first > parse.paragraphs[paragraph][0] + 1:
            continue
        start, end = parse.paragraphs[paragraph - 1]
        if _is_lead(parse, start, end):
            source = _who_leads(parse, between(mentions, start, end))
            if source is not None:
                yield number, Sign(source=source, token=end - 1, rule="lead-in line")


def _who_leads(parse: Parse, mentions: Sequence[Mention]) -> Mention | None:
    """Give the last name of a line that no other one governs, and no word but "from" or "by".

    Statement by Ann Lee, mayor of Springfield; a letter from her to President Orr. Where there is
    none, the first name: the words of Ann Lee.
    """
    names = [
        mention
        for mention in mentions
        if parse.tags[mention.head][:3] == "NNP" and parse.labels[mention.head] not in TIME_LABELS
    ]
    free = [
        name
        for name in names
        if parse.deps[name.head] != "pobj" or parse.lowers[parse.heads[name.head]] in _BY_WHOM
    ]
    heads = {name.head for name in free}
    first = [name for name in free if heads.isdisjoint(ancestors(parse, name.head))]
    return next(iter([*reversed(first), *names]), None)


def _is_lead(parse: Parse, start: int, end: int) -> bool:
    """Tell whether a paragraph is a short line without a verb that ends in a colon."""
    if not 1 < end - start <= _LONGEST_LEAD or parse.words[end - 1] != ":":
        return False
    return not any(parse.tags[token] in FINITE_TAGS for token in range(start, end))


def _sign(parse: Parse, name: tuple[int, int], sign: int, rule: str) -> Sign:
    """Make the mention that a label or signature names; what follows a comma is its title."""
    first = token_at(parse, name[0])
    last = max(first + 1, tokens_between(parse, *name).end)
    end = next(
        (token for token in range(first + 1, last) if parse.words[token] in (",", "(")), last
    )
    source = Mention(start=first, end=end, head=end - 1)
    token = token_at(parse, sign) if sign >= 0 else -1
    return Sign(source=source, token=token, rule=rule)
