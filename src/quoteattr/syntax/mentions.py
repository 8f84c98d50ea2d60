"""Mentions: the noun phrases, names and pronouns that words could be attributed to."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Sequence

import attrs

from quoteattr.lexicon.noun_kinds import common_noun_kind
from quoteattr.syntax.grammar import (
    CONNECTIVE_TAGS,
    MARK_TAGS,
    NOMINAL_SUBJECTS,
    NOUN_TAGS,
    POSSESSIVE_TAGS,
    PREMODIFIERS,
    PROFORM_TAGS,
)
from quoteattr.syntax.token_columns import ends_age
from quoteattr.syntax.tokens import Parse, sentence_of

__all__ = [
    "Mention",
    "between",
    "can_speak",
    "find_mentions",
    "leads_to_speaker",
    "mention_features",
    "mention_of",
    "sort_of",
]

# heads of mentions
_MENTION_TAGS = frozenset({*NOUN_TAGS, "PRP", "WDT", "WP"})
# heads of mentions without a noun: the first, two
_STANDALONE_TAGS = frozenset({"CD", "DT", "JJ", "JJR", "JJS"})
# mentions that nothing narrows down
_UNEXTENDED_TAGS = frozenset({"NNP", "NNPS", "PRP", "WDT", "WP", *POSSESSIVE_TAGS})
# words and punctuation that end no phrase
_LINKING_TAGS = frozenset({*CONNECTIVE_TAGS, ",", ":"})
# places of a mention without a noun
_ARGUMENTS = frozenset({*NOMINAL_SUBJECTS, "appos", "attr", "conj", "dep", "dobj", "pobj", "poss"})
# what stands before its noun, articles and owners among it
_LEADING = frozenset({*PREMODIFIERS, "advmod", "case", "det", "poss", "predet"})
# what narrows a noun down behind it
_NARROWING = frozenset({"acl", "amod", "prep", "relcl"})

_COMING = frozenset({"came", "comes"})
_LONGEST = 14  # tokens on either side of the head
_WITHIN_NAMES = frozenset({"HYPH", *MARK_TAGS})  # Ann “Nan” Orr-Lee


@attrs.frozen(kw_only=True)
class Mention:
    """Words that refer: tokens start up to, not including, end, with their syntactic head."""

    start: int
    end: int
    head: int


def find_mentions(parse: Parse) -> tuple[Mention, ...]:
    """Find every noun phrase, name and pronoun that can be a source, ordered by head.

    A name comes with its honorific and without what stands behind it; a common noun comes with
    the phrases that narrow it down ("a spokesman for the club").
    """
    return tuple(mention_of(parse, head) for head in range(len(parse)) if _can_head(parse, head))


def mention_of(parse: Parse, head: int) -> Mention:
    """Give the mention of which a noun is the head."""
    return Mention(
        start=_behind_marks(parse, _start(parse, head), head),
        end=_before_marks(parse, head, _end(parse, head)),
        head=head,
    )


def between(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """Give the mentions, ordered by head, whose heads are tokens from `start` up to `end`."""
    first = bisect_left(mentions, start, key=lambda mention: mention.head)
    last = bisect_left(mentions, end, key=lambda mention: mention.head)
    return mentions[first:last]


def can_speak(parse: Parse, mention: Mention) -> bool:
    """Tell whether the mention is a name, a personal pronoun, or a noun for one that speaks.

    One word that begins a sentence is a name only if it is an entity: its capital tells nothing.
    """
    sort = parse.noun_kinds[mention.head]
    if sort != "name":
        return sort not in ("it", "proform", "time", "thing")
    begins = mention.start == sentence_of(parse, mention.head)[0]
    alone = begins and mention.end == mention.start + 1
    return not alone or common_noun_kind(parse.lowers[mention.head]) != "thing"


def leads_to_speaker(parse: Parse, token: int) -> bool:
    """Tell whether a token is the *per* before who or what says it: as per the ministry.

    It opens the sentence, or stands behind a comma or *as*: not in $3 per day. Before a single
    noun it counts: per head.
    """
    if parse.lowers[token] != "per" or parse.tags[token] != "IN" or parse.labels[token]:
        return False
    opens = token == sentence_of(parse, token).start
    if not opens and parse.lowers[token - 1] not in (",", "as"):
        return False
    nouns = [child for child in parse.children[token] if parse.deps[child] == "pobj"]
    named = parse.labels[token + 1 : token + 3] == ["PERSON", "PERSON"]  # Per Arne Vik
    counts = named or any(noun == token + 1 and parse.tags[noun] == "NN" for noun in nouns)
    return not counts and any(can_speak(parse, mention_of(parse, noun)) for noun in nouns)


def sort_of(parse: Parse, mention: Mention) -> str:
    """Give the sort of a mention: its own word for a pronoun, else its entity label or tag."""
    head = mention.head
    tag = parse.tags[head]
    if tag in PROFORM_TAGS:
        return parse.lowers[head]
    return tag if ends_age(parse.lowers, head) else parse.labels[head] or tag


def mention_features(parse: Parse, mention: Mention) -> tuple[str, ...]:
    """Name what the mention's own words say of it; a name is not named itself."""
    head, start = mention.head, mention.start
    determined = start < head and parse.tags[start] in ("DT", "PRP$", "CD")
    return _own_features(
        "" if parse.tags[head][:3] == "NNP" else parse.lowers[head],
        parse.noun_kinds[head],
        parse.lowers[start] if determined else "",
        parse.tags[mention.end - 1] == "POS" or parse.deps[head] == "poss",
    )


# A mention is a candidate for many cues and segments, and most nouns occur again.
@functools.lru_cache(maxsize=1 << 14)
def _own_features(noun: str, kind: str, determiner: str, possessive: bool) -> tuple[str, ...]:  # noqa: FBT001
    return (
        *([f"head={noun}"] if noun else ()),
        f"class={kind}",
        *([f"determiner={determiner}"] if determiner else ()),
        *(["possessive"] if possessive else ()),
    )


def _can_head(parse: Parse, token: int) -> bool:
    tag, dep = parse.tags[token], parse.deps[token]
    if tag in POSSESSIVE_TAGS:
        return True
    if dep in NOMINAL_SUBJECTS and _is_coming_answer(parse, token):
        return False
    if tag in _MENTION_TAGS:
        return dep not in PREMODIFIERS or parse.tags[parse.heads[token]] not in _MENTION_TAGS
    return tag in _STANDALONE_TAGS and dep in _ARGUMENTS


def _is_coming_answer(parse: Parse, token: int) -> bool:
    """Tell whether a subject is a noun of saying that comes: came the answer from Lee."""
    verb = parse.heads[token]
    return parse.lowers[verb] in _COMING and bool(parse.reporting[token])


def _start(parse: Parse, head: int) -> int:
    """Go left over the words that belong to the noun, as long as they touch: the 34-year-old."""
    start = head
    aged = ends_age(parse.lowers, head)
    for child in reversed(parse.children[head]):
        if child > head or parse.tags[child] in _WITHIN_NAMES:
            continue
        edge = parse.lefts[child]
        leads = parse.deps[child] in _LEADING or (aged and parse.deps[child] == "npadvmod")
        if not leads or head - edge > _LONGEST:
            break
        start = edge
    while start < head and not parse.words[start][0].isalnum():
        start += 1
    return start


def _end(parse: Parse, head: int) -> int:
    """Go right over an entity's rest, what narrows a noun down, and a name beside it."""
    end = _entity_end(parse, head)
    named = parse.tags[head] in _UNEXTENDED_TAGS
    for child in parse.children[head]:
        if child < end or parse.deps[child] in ("punct", "cc"):
            continue
        edge = _sister(parse, child, end) if named else _reach(parse, child, end)
        if edge == end or edge - head > _LONGEST:
            break
        end = edge
    return end


def _behind_marks(parse: Parse, start: int, head: int) -> int:
    """Give where a phrase starts that leaves out marks without a partner in it."""
    closer = -1
    for token in range(head - 1, start - 1, -1):
        if parse.words[token] == "“" and closer < 0:
            return token + 1
        if parse.words[token] in ("“", "”"):
            closer = token if parse.words[token] == "”" else -1
    return start if closer < 0 else closer + 1


def _before_marks(parse: Parse, head: int, end: int) -> int:
    """Give where a phrase ends that leaves out marks without a partner, and links to nothing."""
    opener = -1
    for token in range(head + 1, end):
        if parse.words[token] == "”" and opener < 0:
            opener = token
            break
        if parse.words[token] in ("“", "”"):
            opener = token if parse.words[token] == "“" else -1
    end = end if opener < 0 else opener
    while end > head + 1 and parse.tags[end - 1] in _LINKING_TAGS:
        end -= 1
    return end


def _reach(parse: Parse, child: int, end: int) -> int:
    """Give the end of a phrase or name that directly follows a common noun, else `end`."""
    start = parse.lefts[child]
    if start == end and parse.deps[child] in _NARROWING:
        return parse.rights[child]
    beside = start == end or (start == end + 1 and parse.words[end] == ",")
    named = parse.tags[child] in ("NNP", "NNPS") or parse.labels[child] == "PERSON"
    if beside and parse.deps[child] == "appos" and named:
        return _entity_end(parse, child)
    return end


def _entity_end(parse: Parse, token: int) -> int:
    """Give the end of the entity that the token is in, without punctuation, or its own end."""
    end = token + 1
    if parse.entity[token] >= 0:
        end = max(end, parse.entities[parse.entity[token]].end)
    while end > token + 1 and not parse.words[end - 1][0].isalnum():
        end -= 1
    return end


def _sister(parse: Parse, child: int, end: int) -> int:
    """Give the end of an "of" phrase, or of a second name behind "and", else `end`."""
    body = parse.lowers[child] == "of" and parse.labels[end - 1] != "PERSON"
    if body and child == end and parse.deps[child] == "prep":
        return parse.rights[child]
    joined = child == end + 1 or parse.lefts[child] == end + 1
    if not joined or parse.deps[child] != "conj" or parse.tags[end] != "CC":
        return end
    if parse.labels[child] == "PERSON" == parse.labels[end - 1]:
        return _entity_end(parse, child)
    return end
