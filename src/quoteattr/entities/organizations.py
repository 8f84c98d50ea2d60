"""Organisations' names: the fullest form, freed from articles, owners and class nouns."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence

import attrs

from quoteattr.lexicon.noun_kinds import is_body, is_seat
from quoteattr.syntax.tokens import Parse

__all__ = ["FIRM_ENDS", "Bodies", "body_name", "find_bodies", "fullest_name"]

_ARTICLES = frozenset({"the", "a", "an"})
_CLASS_NOUNS = frozenset({
    "agency", "airline", "bank", "broadcaster", "channel", "company", "daily", "firm", "journal",
    "magazine", "network", "newspaper", "outlet", "paper", "publication", "site", "station",
    "tabloid", "website", "weekly",
})  # fmt: skip
FIRM_ENDS = frozenset({
    "ab", "ag", "airlines", "airways", "asa", "bancorp", "bros", "co", "co.", "corp", "corp.",
    "energy", "entertainment", "foods", "gmbh", "group", "holding", "holdings", "homes", "inc",
    "inc.", "industries", "international", "kg", "laboratories", "limited", "llc", "llp", "ltd",
    "ltd.", "motor", "motors", "nv", "partners", "pharma", "pharmaceuticals", "plc", "resources",
    "sa", "se", "solutions", "spa", "steel", "stores", "systems", "technologies", "telecom",
})  # fmt: skip
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z&.]{1,7})\)")
_MEDIA = frozenset({"media", "news", "press", "tech"})
_NAMESAKES = 50
_SMALL_WORDS = frozenset({"of", "the", "for", "and", "&", "in", "on", "to", "de"})


@attrs.frozen(kw_only=True, eq=False)
class Bodies:
    """The organisations named in a text.

    Attributes:
        names: distinct names without article and owner, in text order.
        full: full names by lower-cased acronym.
        by_word: names by each of their lower-cased words.
        mentions: (token, name) of each mention, in text order, by each of the name's words.
        latest: (token, name) of each mention, in text order.
        places: (token, name) of each mention of a place, in text order.
    """

    names: Sequence[str]
    full: Mapping[str, str]
    by_word: Mapping[str, Sequence[str]]
    mentions: Mapping[str, Sequence[tuple[int, str]]]
    latest: Sequence[tuple[int, str]]
    places: Sequence[tuple[int, str]]


def find_bodies(parse: Parse, people: Container[int] = ()) -> Bodies:
    """Collect the organisations that the recogniser finds, but for the tokens of people's names."""
    latest = [(token, name) for token, name in _named_bodies(parse) if token not in people]
    names = dict.fromkeys(name for _, name in latest)
    by_word: dict[str, list[str]] = {}
    for name in names:
        for word in set(name.lower().split()):
            by_word.setdefault(word, []).append(name)
    mentions: dict[str, list[tuple[int, str]]] = {}
    for token, name in latest:
        for word in set(name.lower().split()):
            mentions.setdefault(word, []).append((token, name))
    full = dict(_explained(parse, latest))
    for acronym, name in _initials(names):
        if acronym in by_word:
            full.setdefault(acronym, name)
    return Bodies(
        names=tuple(names),
        full=full,
        by_word=by_word,
        mentions=mentions,
        latest=latest,
        places=list(_places(parse)),
    )


def _named_bodies(parse: Parse) -> Iterator[tuple[int, str]]:
    for entity in parse.entities:
        if entity.label == "ORG":
            inside = range(entity.start, entity.end)
            end = next((token for token in inside if parse.words[token] == "("), entity.end)
            name = body_name(parse, entity.start, end) if end > entity.start else ""
            if name and name.lower() not in _ARTICLES:
                yield end - 1, name


def _explained(parse: Parse, latest: Sequence[tuple[int, str]]) -> Iterator[tuple[str, str]]:
    """Give the acronyms that stand in brackets behind a name."""
    for token, name in reversed(latest):
        match = _ACRONYM.match(parse.text, parse.ends[token] + 1)
        if match:
            yield match.group(1).lower(), name


def _places(parse: Parse) -> Iterator[tuple[int, str]]:
    for entity in parse.entities:
        if entity.label == "GPE":
            yield entity.end - 1, " ".join(parse.words[entity.start : entity.end])


def _initials(names: Mapping[str, None]) -> Iterator[tuple[str, str]]:
    for name in names:
        words = name.split()
        if len(words) > 1:
            yield "".join(word[0] for word in words).lower(), name
            kept = [word for word in words if word.lower() not in _SMALL_WORDS]
            yield "".join(word[0] for word in kept).lower(), name


def body_name(parse: Parse, start: int, end: int) -> str:
    """Give the name in tokens `start` to `end`, without article, owner and class noun.

    "South Korea's Unification Ministry" gives "Unification Ministry", "the state-run Meari news
    outlet" gives "Meari"; a phrase without a name is given as it stands, without its article.
    """
    if parse.tags[end - 1] == "POS":
        end -= 1
    start = _behind_owner(parse, start, end)
    while start < end - 1 and (
        parse.lowers[start] in _ARTICLES or not parse.words[start][0].isalnum()
    ):
        start += 1
    capitals = [token for token in range(start, end) if parse.words[token][0].isupper()]
    classed = [
        token
        for token in range(start, end)
        if parse.words[token].islower()
        and (parse.lowers[token] in _CLASS_NOUNS or is_body(parse.lowers[token]))
    ]
    if classed and classed[0] + 1 < end and parse.words[classed[0] + 1][0].isupper():
        start = classed[0] + 1
    elif capitals:
        start = capitals[0]
        between = parse.lowers[capitals[-1] + 1 : end - 1]
        if parse.lowers[end - 1] in _CLASS_NOUNS and _MEDIA.issuperset(between):
            end = capitals[-1] + 1
    return (
        " ".join(parse.text[parse.starts[start] : parse.ends[end - 1]].split())
        if end > start
        else ""
    )


def _behind_owner(parse: Parse, start: int, end: int) -> int:
    """Step over "South Korea's" where a name follows."""
    for token in range(end - 2, start, -1):
        if parse.tags[token] == "POS":
            owned = any(word[0].isupper() for word in parse.words[token + 1 : end])
            place = parse.labels[token - 1] in ("GPE", "LOC", "NORP")
            return token + 1 if owned and place else start
    return start


def fullest_name(bodies: Bodies, name: str) -> str:
    """Give the fullest name in the text that the name is short for, else the name itself."""
    if name.lower() in bodies.full:
        return bodies.full[name.lower()]
    words = name.lower().split()
    if is_seat(name) or not words:
        return name
    longer = [
        other
        for other in bodies.by_word.get(words[-1], ())[:_NAMESAKES]
        if len(other.split()) > len(words) and _extends(other.lower().split(), words)
    ]
    return longer[0] if len({other.lower() for other in longer}) == 1 else name


def _extends(longer: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether the longer name ends in the words, or begins with enough of them.

    One word is enough where only what tells an organisation follows: Acme of Acme Holdings AG.
    """
    rest = longer[len(words) :]
    enough = len(words) > 1 or FIRM_ENDS.issuperset(rest)
    return list(longer[-len(words) :]) == list(words) or (
        enough and list(longer[: len(words)]) == list(words)
    )
