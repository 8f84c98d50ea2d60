"""Features of a title: what speaks for an extent at its site, and what against."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

from quoteattr.entities.noun_groups import ADVERBS, DETERMINERS
from quoteattr.entities.ranks import is_rank_apart
from quoteattr.entities.title_extents import Named
from quoteattr.entities.title_sites import Place, Site
from quoteattr.lexicon.name_words import is_honorific, is_title_word
from quoteattr.lexicon.noun_kinds import (
    is_body,
    is_document,
    is_person_noun,
    is_role,
    is_singular_role,
)
from quoteattr.lexicon.word_lists import marked_words, read_table, read_words
from quoteattr.scoring.binned_numbers import size_bin
from quoteattr.syntax.grammar import NOUN_TAGS
from quoteattr.syntax.tokens import Parse, TokenRange, lower_before

__all__ = ["extent_features", "head_of", "noun_kind"]

_KIN = marked_words("kin") | marked_words("kin-in-title")
_PAST = marked_words("former") | marked_words("former-in-title")
_ENDINGS = (
    "president", "woman", "person", "man", "ologist", "ist", "ian", "ster", "eer", "er", "or",
    "ee", "ant", "ent", "ive", "ess", "ion", "ment", "ity", "ness", "ing", "ism", "ship", "al",
)  # fmt: skip
_LABELS = {
    "ORG": "org", "FAC": "org", "GPE": "place", "PERSON": "person",
    "DATE": "date", "TIME": "date", "NORP": "people", "CARDINAL": "number", "ORDINAL": "number",
}  # fmt: skip
_LENGTHS = (1, 2, 3, 4, 6, 8, 11, 15)
_PREPOSITIONS = frozenset({"IN", "TO"})
_PARTICIPLES = frozenset({"VBG", "VBN"})
_GROUP_ENDS = frozenset({"IN", "TO", ",", "-LRB-", "RB", "VBG"})


def extent_features(parse: Parse, site: Site, extent: TokenRange, named: Named) -> Iterator[str]:
    """Give the names of what is true of a title of this extent at the site.

    Args:
        parse: the text's tokens.
        site: where the title may stand.
        extent: its (first, behind last) token.
        named: by token, the name of a person that it belongs to.
    """
    place = site.place.value
    start, end = extent
    head = head_of(parse, start, end)
    yield f"place={place}"
    yield from _about_head(parse, place, head)
    yield from _about_front(parse, place, start, head)
    yield from _about_back(parse, place, site, end, named)
    yield from _about_phrase(parse, place, start, end, named)
    yield from _about_tie(parse, site, start, head, end)


def head_of(parse: Parse, start: int, end: int) -> int:
    """Give the head noun: the last of the first noun group.

    A preposition, comma, bracket or adverb ends it, or a participle that is no part of it.
    """
    token = start
    while token < end and (token == start or not _ends_group(parse, token)):
        token += 1
    while token > start + 1 and parse.tags[token - 1] not in NOUN_TAGS:
        token -= 1
    return token - 1 if token > start else start


def _ends_group(parse: Parse, token: int) -> bool:
    attributive = parse.tags[token] == "VBG" and parse.deps[token] in ("amod", "compound")
    return parse.tags[token] in _GROUP_ENDS and not attributive


@functools.lru_cache(maxsize=1 << 14)
def noun_kind(word: str) -> str:
    """Name what the lower-cased noun stands for, as the lexicon knows it or its ending tells.

    Examples:
        >>> noun_kind("surgeon"), noun_kind("wife"), noun_kind("haggler"), noun_kind("table")
        ('role', 'kin', '-er', 'other')
    """
    for name, holds in _KINDS:
        if holds(word):
            return name
    return _ending(word)


_KINDS = (
    ("kin", lambda word: word in _KIN or word.rpartition("-")[2] in _KIN),
    ("short", lambda word: is_title_word(word) and (word.endswith(".") or not word.isalpha())),
    ("courtesy", is_honorific),
    ("rank", lambda word: is_title_word(word) and not is_role(word)),
    ("title", lambda word: is_title_word(word) and is_role(word)),
    ("role", is_singular_role),
    ("roles", is_role),
    ("person", lambda word: word in read_table("person_heads")),
    ("people", is_person_noun),
    ("body", is_body),
    ("document", is_document),
)


def _ending(word: str) -> str:
    stem = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    plural = "s" if stem != word else ""
    return next((f"-{end}{plural}" for end in _ENDINGS if stem.endswith(end)), "other" + plural)


def _about_head(parse: Parse, place: str, head: int) -> Iterator[str]:
    word = parse.lowers[head]
    kind = noun_kind(word)
    known = kind[0] != "-" and kind[:5] != "other"
    shape = "capital" if parse.words[head][0].isupper() else "lower"
    label = _LABELS.get(parse.labels[head], "none")
    yield f"kind={kind}"
    yield f"place+kind={place}|{kind}"
    yield f"place+tag={place}|{parse.tags[head]}|{shape}"
    yield f"kind+tag={kind}|{parse.tags[head]}"
    yield f"place+label={place}|{label}"
    yield f"known={known}|{shape}|{label}"
    if known:
        yield f"head={word}"


def _about_front(parse: Parse, place: str, start: int, head: int) -> Iterator[str]:
    before = _front_class(parse, start - 1) if start else "edge"
    first = _word_class(parse, start)
    yield f"before={before}"
    yield f"place+before={place}|{before}"
    yield f"before+first={before}|{first}"
    yield f"first={first}"
    yield f"place+first={place}|{first}"
    yield f"single={start == head}|{first}|{before}"
    sentence = parse.sentences[parse.sentence[start]][0]
    yield f"opens={place}|{start == sentence}"
    if start:
        yield f"cuts={parse.entity[start] == parse.entity[start - 1] != -1}|{place}"
        same = parse.words[start][0].isupper() == parse.words[start - 1][0].isupper()
        yield f"case={before}|{same}"
        together = _linked(parse, start - 1, start)
        yield f"cut-tie={together}|{before}"
        kind = noun_kind(parse.lowers[head])
        yield f"before+kind={before}|{kind}"


def _linked(parse: Parse, left: int, right: int) -> str:
    """Tell how the words on either side of an edge hang together."""
    if parse.heads[left] == right:
        return "down:" + parse.deps[left]
    if parse.heads[right] == left:
        return "up:" + parse.deps[right]
    if parse.heads[left] == parse.heads[right]:
        return "sisters"
    return "none"


def _front_class(parse: Parse, token: int) -> str:
    word = parse.lowers[token]
    if word in DETERMINERS:
        return "own" if parse.tags[token] == "PRP$" else word
    if word in ("and", "&", "or", ",", "of", "for", "as", "is", "was", "'s", "’s"):
        return word
    return _word_class(parse, token)


def _word_class(parse: Parse, token: int) -> str:
    """Name the class of a word at an edge of a title: what it is, else its tag and label."""
    known = _known_class(parse.lowers[token])
    if known:
        return known
    label = _LABELS.get(parse.labels[token], "")
    capital = "C" if parse.words[token][0].isupper() else ""
    return f"{parse.tags[token]}{capital}{':' + label if label else ''}"


@functools.lru_cache(maxsize=1 << 14)
def _known_class(word: str) -> str:
    return next((name for name, holds in _CLASSES if holds(word)), "")


_CLASSES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("past", lambda word: word in _PAST),
    ("praise", lambda word: word in read_words("praise_words")),
    ("age", lambda word: "year-old" in word or word == "old"),
    ("adverb", lambda word: word in ADVERBS),
    ("courtesy", is_honorific),
    ("title", is_title_word),
    ("role", is_role),
    ("person", lambda word: word in read_table("person_heads")),
    ("body", is_body),
)


def _about_back(parse: Parse, place: str, site: Site, end: int, named: Named) -> Iterator[str]:
    last = _word_class(parse, end - 1)
    follows = _follower(parse, end, site, named)
    yield f"last={last}"
    yield f"follows={follows}"
    yield f"place+follows={place}|{follows}"
    yield f"last+follows={last}|{follows}"
    if end < len(parse) and site.ends[-1:] != (end,):
        yield f"back-tie={_linked(parse, end - 1, end)}|{follows}"
        kind = noun_kind(parse.lowers[end - 1])
        yield f"last-kind+follows={kind}|{follows}"
    longest = size_bin(sum(other > end for other in site.ends), (0, 1, 2, 4), "more")
    yield f"left-over={place}|{longest}"


def _follower(parse: Parse, end: int, site: Site, named: Named) -> str:
    """Name what stands behind a title."""
    if end >= len(parse) or parse.paragraph[end] != parse.paragraph[end - 1]:
        return "end"
    if end <= site.name[0] and all(_is_rank(parse, token) for token in range(end, site.name[0])):
        return "rank" if end < site.name[0] else "name"
    if end in named:
        return "other-name"
    word, tag = parse.lowers[end], parse.tags[end]
    if tag == "IN" or word in ("and", "&", "to", "who"):
        dated = parse.labels[end + 1 : end + 2] in (["DATE"], ["TIME"])
        return word + ("+date" if dated else "")
    return {",": ",+" + _after_comma(parse, end + 1, named)}.get(word, tag)


def _is_rank(parse: Parse, token: int) -> bool:
    word = parse.lowers[token]
    return word == "." or is_title_word(word) or is_honorific(word)


def _after_comma(parse: Parse, token: int, named: Named) -> str:
    if token >= len(parse):
        return "end"
    if token in named:
        return "name"
    return parse.tags[token] if parse.tags[token][:2] != "NN" else "noun"


def _about_phrase(parse: Parse, place: str, start: int, end: int, named: Named) -> Iterator[str]:
    length = size_bin(end - start, _LENGTHS, "long")
    yield f"length={length}"
    yield f"place+length={place}|{length}"
    labels, words, lowers = parse.labels[start:end], parse.words[start:end], parse.lowers[start:end]
    for name, holds in (
        ("date", "DATE" in labels or "TIME" in labels),
        ("org", "ORG" in labels),
        ("person", not named.keys().isdisjoint(range(start, end))),
        ("verb", not _PARTICIPLES.isdisjoint(parse.tags[start:end])),
        ("comma", "," in words),
        ("marks", "“" in words),
        ("bracket", ("(" in words) != (")" in words)),
        ("and", "and" in lowers or "&" in lowers),
        ("article", parse.tags[start] == "DT"),
        ("rank-behind", _has_rank_behind(parse, start, end)),
    ):
        if holds:
            yield f"has={name}"
            yield f"place+has={place}|{name}"
    yield from _joints(parse, place, start, end)


def _has_rank_behind(parse: Parse, start: int, end: int) -> bool:
    """Tell whether a rank follows a whole role: press secretary Rear Adm., mayor Councillor."""
    return any(map(is_rank_apart, parse.lowers[start : end - 1], parse.lowers[start + 1 : end]))


def _joints(parse: Parse, place: str, start: int, end: int) -> Iterator[str]:
    """Give what links the parts of the title: prepositions and "and"."""
    links = [token for token in range(start + 1, end) if parse.tags[token] in _PREPOSITIONS]
    yield f"links={min(len(links), 3)}"
    for number, token in enumerate(links[:3]):
        head = noun_kind(parse.lowers[token - 1])
        yield f"link={parse.lowers[token]}|{number > 0}"
        yield f"link-place={parse.lowers[token]}|{place}"
        yield f"link-head={parse.lowers[token]}|{head}"
        label = _LABELS.get(parse.labels[token + 1], "none") if token + 1 < end else "none"
        yield f"link-label={parse.lowers[token]}|{label}"
    for token in range(start + 1, end - 1):
        if parse.lowers[token] in ("and", "&", ","):
            left = noun_kind(parse.lowers[token - 1])
            right = _word_class(parse, token + 1)
            yield f"joint={parse.lowers[token]}|{left}|{right}"
            yield f"joint-left={parse.lowers[token]}|{left}"
            yield f"joint-right={parse.lowers[token]}|{right}"


def _about_tie(parse: Parse, site: Site, start: int, head: int, end: int) -> Iterator[str]:
    """Give how the title's head and the name hang together in the tree."""
    place = site.place.value
    own = range(*site.name)
    tie = "none"
    for token in own:
        if parse.heads[token] == head:
            tie = "name-" + parse.deps[token]
        elif parse.heads[head] == token and head not in own:
            tie = "head-" + parse.deps[head]
    yield f"tie={place}|{tie}"
    yield f"tie+known={tie}|{is_person_noun(parse.lowers[head])}"
    yield f"tie+article={tie}|{lower_before(parse, start) in DETERMINERS}"
    yield f"tie+kind={tie}|{noun_kind(parse.lowers[head])}"
    inside = range(start, end)
    closed = sum(
        parse.heads[token] not in inside and parse.heads[token] != token for token in inside
    )
    yield f"roots={place}|{min(closed, 3)}"
    if site.place in (Place.PREPOSED, Place.BEFORE):
        behind = site.name[1]
        closing = "end" if behind >= len(parse) else parse.tags[behind]
        yield f"closing={place}|{closing}"
    if site.place in (Place.PREDICATE, Place.AS):
        apart = size_bin(max(0, start - site.name[1]), (1, 2, 4, 8, 16), "far")
        yield f"apart={place}|{apart}"
        yield f"verb={lower_before(parse, start)}"
        yield f"article={place}|{parse.tags[start - 1]}"
