"""Source mentions to what they refer to: a person, an organisation, or somebody without a name."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from quoteattr.entities.inventory import Index
from quoteattr.entities.organizations import FIRM_ENDS, Bodies, body_name, fullest_name
from quoteattr.lexicon.noun_kinds import (
    is_body,
    is_document,
    is_person_noun,
    is_role,
    is_title_word,
)
from quoteattr.records import SpeakerKind
from quoteattr.syntax.mentions import Mention
from quoteattr.syntax.noun_phrases import Referent, phrase_of, phrase_referent, phrase_text
from quoteattr.syntax.tokens import Parse, subtree

__all__ = ["find_referent", "named_person", "person_beside", "text_owner"]

_DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their", "our", "my"})
_ARTICLES = frozenset({"the", "a", "an"})
_PEOPLE = frozenset({"people", "men", "women", "children", "old"})
_MOUTHPIECES = frozenset({
    "office", "account", "page", "feed", "profile", "blog", "website", "camp",
})  # fmt: skip
_GENERIC_BODIES = frozenset({
    "airline", "association", "bank", "charity", "club", "company", "firm", "group", "magazine",
    "maker", "manufacturer", "newspaper", "organisation", "organization", "outlet", "paper",
    "retailer", "start-up", "startup", "supplier",
})  # fmt: skip
_PLACES = frozenset({
    "town", "city", "village", "country", "county", "state", "province", "island", "borough",
})  # fmt: skip
_ARGUMENTS = frozenset({"nsubj", "pobj", "ROOT", "nsubjpass"})
_BEFORE = frozenset({
    "amod", "case", "compound", "det", "nmod", "nummod", "poss", "punct", "quantmod",
})  # fmt: skip
_LONGEST = 12
_MOST_OWNERS = 3
_ISSUES = frozenset({
    "filed", "issued", "mailed", "published", "posted", "released", "sent", "submitted", "tweeted",
    "wrote",
})  # fmt: skip
_TEXTS = 3
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})


_Rule = Callable[[Index, Mention], Referent | None]

# --- the rules, first match wins ---------------------------------------------------------------


def find_referent(index: Index, mention: Mention) -> Referent:
    """Give what a mention that is no pronoun refers to."""
    return _apply(_RULES, index, mention)


def _apply(rules: Iterable[_Rule], index: Index, mention: Mention) -> Referent:
    mention = _widened(index.parse, mention)
    for rule in rules:
        referent = rule(index, mention)
        if referent is not None:
            return referent
    return phrase_referent(index.parse, mention)


def _widened(parse: Parse, mention: Mention) -> Mention:
    """Take in what stands before the head and is cut off by a hyphen: the front-runner."""
    start = mention.start
    for child in parse.children[mention.head]:
        if child < start and parse.deps[child] in _BEFORE and mention.head - child < _LONGEST:
            start = min(start, subtree(parse, child)[0])
    return attrs.evolve(mention, start=start)


def named_person(index: Index, number: int) -> Referent:
    """Give the person with this number in the index."""
    return Referent(name=index.people[number].name, kind=SpeakerKind.PERSON, person=number)


def _several(index: Index, mention: Mention) -> Referent | None:
    """Take several together: Jane Doe and John Smith; Doe and other critics."""
    parse = index.parse
    holder = index.title_at.get(mention.head)
    for child in parse.children[mention.head]:
        if holder is not None and index.title_at.get(child) == holder:
            return named_person(index, holder)
        first = subtree(parse, child)[0]
        joined = parse.lowers[first - 1] in ("and", "or") and first > mention.head
        if parse.deps[child] == "conj" and joined and _is_noun(parse, child):
            if parse.deps[mention.head] not in _ARGUMENTS or first - mention.end > 1:
                return None
            end = max(child + 1, min(mention.end, _end_of_name(parse, child)))
            return Referent(
                name=phrase_text(parse, mention.start, end),
                kind=SpeakerKind.GROUP,
                phrase=(mention.start, end),
            )
    return None


def _is_noun(parse: Parse, token: int) -> bool:
    return parse.tags[token] in ("NN", "NNS", "NNP", "NNPS", "PRP")


def _end_of_name(parse: Parse, head: int) -> int:
    end = head + 1
    while end < len(parse) and parse.heads[end] == head and parse.tags[end] in ("NNP", "POS"):
        end += 1
    return end


def _named(index: Index, mention: Mention) -> Referent | None:
    """Take the person whose name the head is part of, or who is named with the head as title."""
    number = index.person_at.get(mention.head)
    titled = index.title_at.get(mention.head)
    last = index.person_at.get(mention.end - 1)
    if last is not None and (titled == last or _titled_at_end(index, mention)):
        return named_person(index, last)
    if number is not None:
        return named_person(index, number)
    parse = index.parse
    behind = parse.words[mention.start : mention.end]
    owner = any(parse.tags[token] == "POS" for token in range(mention.start, mention.head))
    if mention.start in index.person_at and "," in behind and not owner:
        return named_person(index, index.person_at[mention.start])
    return None


def _titled_at_end(index: Index, mention: Mention) -> bool:
    """Tell whether the mention ends in a role and a name, whatever the parse made its head."""
    token = mention.end - 1
    while token > mention.start and token in index.person_at:
        token -= 1
    return token > mention.start and is_role(index.parse.lowers[token])


def _apposed(index: Index, mention: Mention) -> Referent | None:
    """Take the person named beside the role: the minister, Jane Doe; my brother Joe."""
    parse = index.parse
    number = index.title_at.get(mention.head)
    word = parse.lowers[mention.head]
    if number is not None and (is_role(word) or is_title_word(word)):
        return named_person(index, number)
    beside = person_beside(index, mention.head)
    return _apposed_body(index, mention) if beside is None else named_person(index, beside)


def person_beside(index: Index, head: int) -> int | None:
    """Give the number of the person named in apposition to a noun: his equal, Ann Lee."""
    parse = index.parse
    named = (
        index.person_at[child]
        for child in parse.children[head]
        if parse.deps[child] == "appos" and child in index.person_at
    )
    return next(named, None)


def _apposed_body(index: Index, mention: Mention) -> Referent | None:
    """Take the organisation named beside a role or a body: the plant's owner, Acme Steel."""
    parse = index.parse
    word = parse.lowers[mention.head]
    if not (is_role(word) or (is_body(word) and parse.words[mention.head].islower())):
        return None
    for child in parse.children[mention.head]:
        if parse.deps[child] == "appos" and parse.labels[child] == "ORG" and child > mention.head:
            first, end = subtree(parse, child)[0], subtree(parse, child)[1]
            last = next((i for i in range(child, end) if parse.words[i] in (",", "(")), end)
            name = fullest_name(index.bodies, body_name(parse, first, last))
            return Referent(name=name, kind=SpeakerKind.ORGANIZATION, phrase=(first, last))
    return None


def _one_of_them(index: Index, mention: Mention) -> Referent | None:
    """Take what "one of them" is told to be behind a comma: one of them, a nurse, said."""
    parse = index.parse
    if parse.lowers[mention.head] != "one":
        return None
    for child in parse.children[mention.head]:
        if parse.deps[child] == "appos" and is_person_noun(parse.lowers[child]):
            first = subtree(parse, child)[0]
            inner = Mention(start=first, end=subtree(parse, child)[1], head=child)
            return phrase_referent(index.parse, inner)
    return None


def text_owner(parse: Parse, mention: Mention) -> Iterator[int]:
    """Give the nouns and pronouns that a text or an office is said to be of: Doe's letter."""
    heads = [mention.head]
    if parse.lowers[mention.head] == "one":
        heads += [
            inner
            for child in parse.children[mention.head]
            for inner in parse.children[child]
            if parse.lowers[child] == "of"
        ]
    head = heads[-1]
    word = parse.lowers[head]
    said = is_document(word) or word in _MOUTHPIECES
    thing = said or not (is_person_noun(word) or word in _PEOPLE or is_body(word))
    if not thing or parse.tags[head][:3] == "NNP":
        return
    for child in parse.children[head]:
        if parse.deps[child] == "poss":
            yield child
        elif said and parse.lowers[child] in ("by", "from"):
            yield from parse.children[child]


def _owned_text(index: Index, mention: Mention) -> Referent | None:
    """Take the author of a text or the owner of an office: Doe's letter, a statement by Doe."""
    for owner in text_owner(index.parse, mention):
        if index.parse.tags[owner] != "PRP$":
            return _owner(index, owner)
    return None


def _text_again(index: Index, mention: Mention) -> Referent | None:
    """Take the author of a text named before: Doe wrote in a letter ... The letter said."""
    parse = index.parse
    tokens = index.texts.get(parse.lowers[mention.head], ())
    if parse.lowers[mention.start] not in ("the", "this", "that") or _is_named(parse, mention):
        return None
    place = bisect.bisect_left(tokens, mention.head)
    for token in reversed(tokens[max(0, place - _TEXTS) : place]):
        for author in _authors(parse, token):
            if parse.tags[author] not in ("PRP", "PRP$", "WP", "WDT"):
                return _owner(index, author)
    return None


def _is_named(parse: Parse, mention: Mention) -> bool:
    return any(parse.words[token][0].isupper() for token in range(mention.start + 1, mention.end))


def _authors(parse: Parse, token: int) -> Iterator[int]:
    """Give whoever owns the text, or is the subject of saying in it or of sending it."""
    yield from text_owner(parse, Mention(start=token, end=token + 1, head=token))
    link = parse.heads[token]
    if parse.lowers[link] == "in" and parse.deps[token] == "pobj":
        verb = parse.heads[link]
    elif parse.deps[token] == "dobj" and parse.lowers[link] in _ISSUES:
        verb = link
    else:
        return
    for child in parse.children[verb]:
        if parse.deps[child] == "nsubj":
            yield child


def _owner(index: Index, head: int) -> Referent | None:
    """Give whom a noun means that owns or wrote something; a text in turn means its owner."""
    mention = _bare(index.parse, head)
    for _ in range(_MOST_OWNERS):
        owner = next(text_owner(index.parse, mention), None)
        if owner is None or index.parse.tags[owner] == "PRP$":
            break
        mention = _bare(index.parse, owner)
    return _apply(_PLAIN_RULES, index, mention)


def _bare(parse: Parse, head: int) -> Mention:
    return Mention(start=min([head, *parse.children[head]]), end=head + 1, head=head)


def _body(index: Index, mention: Mention) -> Referent | None:
    """Take an organisation by name, or a seat that stands for a government."""
    parse = index.parse
    start, end = phrase_of(parse, mention)
    word = parse.lowers[mention.head]
    end = min(end, _name_end(parse, mention.head, end))
    capital = parse.words[mention.head][0].isupper()
    label = parse.labels[mention.head]
    owner = any(
        parse.words[token][0].isupper()
        for token in range(start, mention.head)
        if parse.lowers[token] not in _ARTICLES
    )
    if (
        (is_person_noun(word) and not is_body(word))
        or parse.tags[mention.head][:2] not in ("NN", "CD")
        or label == "CARDINAL"
        or not (
            (capital and (label not in ("PERSON", "NORP") or is_body(word)))
            or (capital and _classed(parse, start, mention.head))
            or (capital and _shortens_firm(index.bodies, parse.words[mention.head]))
            or (is_body(word) and owner and parse.tags[mention.head] not in _PLURAL_TAGS)
        )
    ):
        return None
    if parse.tags[mention.head] == "NNPS" and label in ("", "NORP") and not owner:
        return None
    apposed = _apposed_name(parse, mention.head)
    name = body_name(parse, *apposed) if apposed else body_name(parse, start, end)
    return Referent(
        name=fullest_name(index.bodies, name), kind=SpeakerKind.ORGANIZATION, phrase=(start, end)
    )


def _shortens_firm(bodies: Bodies, word: str) -> bool:
    """Tell whether a word is short for a firm: Acme for Acme Holdings AG."""
    return fullest_name(bodies, word).lower().split()[-1] in FIRM_ENDS


def _classed(parse: Parse, start: int, head: int) -> bool:
    """Tell whether a class noun stands before a name: the tabloid Morning Star."""
    return any(
        parse.words[token].islower() and is_body(parse.lowers[token])
        for token in range(start, head)
    )


def _apposed_name(parse: Parse, head: int) -> tuple[int, int] | None:
    """Give the name straight behind a class noun: the newspaper Morning Star."""
    for child in parse.children[head]:
        first = subtree(parse, child)[0]
        if parse.deps[child] != "appos" or not parse.words[first][0].isupper():
            continue
        acronym = first == child == head + 2 and parse.words[child].isupper()
        if first == head + 1 or acronym:
            return first, child + 1
    return None


def _name_end(parse: Parse, head: int, end: int) -> int:
    """Give the end of the entity that the head stands in or is followed by."""
    stop = head + 1
    label = parse.labels[head] or (parse.labels[stop] if stop < end else "")
    while label and stop < end and parse.labels[stop] == label:
        stop += 1
    return stop


def _body_again(index: Index, mention: Mention) -> Referent | None:
    """Take the organisation that "the ministry" or "the company" was named as before."""
    parse = index.parse
    word = parse.lowers[mention.head]
    if not is_body(word) or parse.lowers[mention.start] not in _DEFINITE - {"his", "her", "my"}:
        return None
    if mention.head - mention.start > 1:
        return None
    name = _last_before(index.bodies.mentions.get(word, ()), mention.head)
    if not name and word in _GENERIC_BODIES:
        name = _last_before(index.bodies.latest, mention.head)
    if not name:
        return None
    return Referent(
        name=fullest_name(index.bodies, name),
        kind=SpeakerKind.ORGANIZATION,
        phrase=(mention.start, mention.end),
    )


def _last_before(mentions: Sequence[tuple[int, str]], token: int) -> str:
    """Give the name mentioned last before the token, or ""."""
    place = bisect.bisect_left(mentions, (token, ""))
    return mentions[place - 1][1] if place else ""


def _place_again(index: Index, mention: Mention) -> Referent | None:
    """Take the place that "the town" or "the country" was named as before."""
    parse = index.parse
    if parse.lowers[mention.head] not in _PLACES or parse.lowers[mention.start] != "the":
        return None
    name = _last_before(index.bodies.places, mention.head)
    if not name or mention.head - mention.start > 1:
        return None
    return Referent(
        name=name,
        kind=SpeakerKind.ORGANIZATION,
        phrase=(mention.start, mention.end),
    )


_PLAIN_RULES: tuple[_Rule, ...] = (_several, _named, _apposed, _body, _body_again, _place_again)
_RULES: tuple[_Rule, ...] = (
    _several,
    _named,
    _apposed,
    _one_of_them,
    _owned_text,
    _text_again,
    _body,
    _body_again,
    _place_again,
)
