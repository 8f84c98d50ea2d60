"""Title sites: where beside a name a title may stand, whatever the words there are."""

from __future__ import annotations

import enum
import re
from collections.abc import Collection, Iterator, Sequence

import attrs

from quoteattr.entities.noun_groups import ADVERBS, glued
from quoteattr.entities.ranks import (
    behind_patron,
    courtesies_start,
    ends_sentence,
    has_office_before,
    prolongs_role,
    rank_start,
)
from quoteattr.entities.title_extents import (
    Named,
    ends_behind,
    group_end,
    opening,
    runs_into_neighbour,
    starts_before,
    starts_within,
)
from quoteattr.entities.title_predicates import as_starts, predicate_starts
from quoteattr.lexicon.name_words import is_rank
from quoteattr.lexicon.noun_kinds import letters_kind
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.syntax.grammar import FINITE_TAGS, NOMINAL_SUBJECTS
from quoteattr.syntax.name_signs import has_capital
from quoteattr.syntax.tokens import Parse, TokenRange, ancestors, lower_before, sentence_of

__all__ = [
    "Place",
    "Site",
    "find_sites",
    "next_site",
    "phrase_site",
    "previous_site",
    "said_sites",
]


class Place(enum.Enum):
    """Where a title stands relative to the name."""

    BEFORE = "before"  # Finance Minister Jane Doe
    PREPOSED = "preposed"  # the finance minister, Jane Doe,
    BEHIND = "behind"  # Jane Doe, the finance minister,
    BARE = "bare"  # Jane Doe former finance minister
    BRACKETS = "brackets"  # Jane Doe (finance minister)
    EARLIER = "earlier"  # finance minister and party leader Jane Doe
    NEXT = "next"  # Jane Doe, a lawyer and the finance minister
    PREDICATE = "predicate"  # Jane Doe is the finance minister
    AS = "as"  # Jane Doe as finance minister
    SEAT = "seat"  # Jane Doe (R-Ky.)
    AFFILIATION = "affiliation"  # Jane Doe of Acme
    OWNER = "owner"  # Acme's Jane Doe
    LETTERS = "letters"  # Jane Doe MP
    BYLINE = "byline"  # Jane Doe, and on the next line: Finance Minister
    ALONE = "alone"  # the minister


@attrs.frozen(kw_only=True)
class Site:
    """A place where a title may stand.

    Attributes:
        place: where it is relative to the name.
        name: the tokens of the name, or of the phrase itself.
        starts, ends: the tokens that the title may begin with, and those that may follow it.
    """

    place: Place
    name: TokenRange
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def extents(self) -> Iterator[TokenRange]:
        """Give every extent that the title may have."""
        for start in self.starts:
            yield from (TokenRange(start, end) for end in self.ends if start < end)


_COMMAS = frozenset(",—–-") | {"--"}
_COPULAS = marked_words("title-copula")
_APPOINTED = marked_words("appointing")
_PREDICATIVE = _COPULAS | _APPOINTED | {"as"}
_BEFORE_PREDICATE = _PREDICATIVE | ADVERBS | marked_words("serving")
_VERBS = frozenset({"VBN", "VBD", "VBZ", "VBG"})
_ENDS_PHRASE = frozenset({*FINITE_TAGS, "."})
_OF = frozenset({"of", "from", "at", "with", "for"})
_TITLES = frozenset({"office", "calling"})  # what letters stand for that are no mere honour
_LEADING_IN = frozenset({"advcl", "npadvmod", "pcomp", "prep"})
_CLAUSAL = frozenset({"acl", "advcl"})  # Jane Doe, appearing for the town
_WAYS = frozenset({"after", "before", "during", "through", "via", "without"})
_SEAT = re.compile(
    r"\s*[,(]\s*((?:[A-Z]{1,2}|[A-Z][a-z]{1,3})[-–][A-Z][A-Za-z. ]{0,12}?)\s*(?=[,)])"
)
_FAR = 26
_LONGEST_COPULA = 6
_LONGEST_INSERTION = 12
_LONGEST_LINE = 14
_LONGEST_ASIDE = 8
_LONGEST_SEAT = 10


def find_sites(parse: Parse, names: Sequence[TokenRange], named: Named) -> Iterator[Site]:
    """Give the places beside each name where a title of its bearer may stand.

    Args:
        parse: the text's tokens.
        names: every name of a person, in text order.
        named: the same by token; no title of one person ends at another's name.
    """
    for name in names:
        yield from _before(parse, name, named)
        yield from _preposed(parse, name, named)
        yield from _behind(parse, name, named)


def phrase_site(parse: Parse, phrase: TokenRange) -> Site:
    """Give the site of a noun phrase that is itself a title: the finance minister.

    Args:
        parse: the text's tokens.
        phrase: its tokens up to the head noun.
    """
    head = phrase.end - 1
    limit = parse.paragraphs[parse.paragraph[head]][1]
    owning = (child for child in parse.children[head] if parse.tags[child] == "POS")
    limit = min([limit, *owning])
    first = min(opening(parse, phrase.start, head + 1), head)
    return Site(
        place=Place.ALONE,
        name=phrase,
        starts=starts_within(parse, first, head + 1),
        ends=ends_behind(parse, head, limit, {}),
    )


def predicate_site(parse: Parse, name: TokenRange, token: int, named: Named) -> Site | None:
    """Give the site behind "is", "became", "served as", "was elected", which `token` begins."""
    end = min(_paragraph_end(parse, name.start), token + _LONGEST_COPULA)
    predicative = False
    while token < end and _leads_to_predicate(parse, token):
        predicative = predicative or parse.lowers[token] in _PREDICATIVE
        token += 1
    if not predicative or _is_verb(parse, token):
        return None
    place = Place.AS if parse.lowers[token - 1] == "as" else Place.PREDICATE
    return _site_from(parse, place, name, token, named)


def next_site(parse: Parse, name: TokenRange, end: int, named: Named) -> Site | None:
    """Give the site of one more title behind the comma or "and" that follows a title's end."""
    limit = _paragraph_end(parse, name.start)
    token = end
    while token < limit and parse.lowers[token] in (",", "and", "&"):
        token += 1
    return _site_from(parse, Place.NEXT, name, token, named) if end < token < limit else None


def previous_site(parse: Parse, name: TokenRange, start: int, named: Named) -> Site | None:
    """Give the site of one more title in front of the comma or "and" before a title's start."""
    first = parse.paragraphs[parse.paragraph[name.start]][0]
    token = start
    while token > first and parse.lowers[token - 1] in (",", "and", "&"):
        token -= 1
    starts = starts_before(parse, token, first, named) if first < token < start else ()
    if not starts or _is_where(parse, starts[0], first):
        return None
    return Site(place=Place.EARLIER, name=name, starts=starts, ends=(token,))


def said_sites(parse: Parse, mention: TokenRange, named: Named) -> Iterator[Site]:
    """Give the sites of what the mention's clause says it is, right behind it or farther on."""
    near = predicate_site(parse, mention, mention.end, named)
    if near is not None:
        yield near
    yield from _far_predicates(parse, mention, named, {near.starts[0]} if near else set())


def _far_predicates(
    parse: Parse, mention: TokenRange, named: Named, known: Collection[int]
) -> Iterator[Site]:
    """Give those farther on, but for the known: She led the bank, and is now the mayor."""
    for place, starts in (
        (Place.PREDICATE, predicate_starts(parse, mention)),
        (Place.AS, as_starts(parse, mention)),
    ):
        for start in starts:
            site = _site_from(parse, place, mention, start, named)
            if site is not None and site.starts[0] not in known:
                yield site


def _is_verb(parse: Parse, token: int) -> bool:
    """Tell whether what follows "is" is a form of a verb and no part of a noun phrase: is going."""
    verbal = parse.tags[token : token + 1] in (["VBG"], ["VBN"])
    return verbal and parse.deps[token] not in ("amod", "compound", "pobj", "attr")


def _leads_to_predicate(parse: Parse, token: int) -> bool:
    if parse.lowers[token] in _BEFORE_PREDICATE:
        return parse.tags[token] != "POS"
    return parse.tags[token] in _VERBS and "as" in parse.lowers[token + 1 : token + 3]


# --- before the name ---------------------------------------------------------------------------


def _before(parse: Parse, name: TokenRange, named: Named) -> Iterator[Site]:
    """Give the site straight before a name, or one a part: press secretary Rear Adm. Jane Doe.

    A lawyer named Jane Doe is a lawyer, but no lawyer for Gov. Jane Doe is she.
    """
    first = behind_patron(parse, name.start, _sentence_start(parse, name.start))
    end = courtesies_start(parse, name.start, named)
    end -= end > first and parse.lowers[end - 1] in marked_words("calling")
    if end > first and parse.tags[end - 1] == "POS":
        starts = starts_before(parse, end - 1, first, named)
        if starts:
            yield Site(place=Place.OWNER, name=name, starts=starts, ends=(end - 1,))
        return
    while end > first and not ends_sentence(parse, end):
        rank = rank_start(parse, end, first)
        apart = rank < end and has_office_before(parse, rank, end, first, named)
        starts = starts_before(parse, end, rank if apart else first, named)
        if starts:
            yield Site(place=Place.BEFORE, name=name, starts=starts, ends=(end,))
        if rank == end or prolongs_role(parse, rank, end):
            return
        end = courtesies_start(parse, rank, named)


def _sentence_start(parse: Parse, token: int) -> int:
    """Give where the sentence of a token starts, or its paragraph where a short title parts it."""
    start = sentence_of(parse, token).start
    parted = is_rank(lower_before(parse, start).removesuffix("."))
    return parse.paragraphs[parse.paragraph[token]][0] if parted else start


def _preposed(parse: Parse, name: TokenRange, named: Named) -> Iterator[Site]:
    """Give the sites in front of a comma: The foreign minister, Jane Doe, said."""
    first = parse.paragraphs[parse.paragraph[name.start]][0]
    start = courtesies_start(parse, name.start, named)
    rank = rank_start(parse, start, first) if start > first else start
    for comma in {start - 1, courtesies_start(parse, rank, named) - 1}:
        if comma > first and parse.words[comma] in _COMMAS and not glued(parse, comma):
            starts = starts_before(parse, comma, first, named)
            if starts and not _is_where(parse, starts[0], first):
                yield Site(place=Place.PREPOSED, name=name, starts=starts, ends=(comma,))


def _is_where(parse: Parse, start: int, first: int) -> bool:
    """Tell whether a phrase says where, or how: At Leeds Crown Court, Jane Doe said.

    Through an interpreter, Jane Doe said.
    """
    before = start - 1 - (parse.tags[max(start - 1, 0)] == "DT")
    if before < first:
        return False
    opens = before == sentence_of(parse, start).start
    return parse.lowers[before] in ("at", "in") or (opens and parse.lowers[before] in _WAYS)


# --- behind the name ---------------------------------------------------------------------------


def _paragraph_end(parse: Parse, token: int) -> int:
    return parse.paragraphs[parse.paragraph[token]][1]


def _behind(parse: Parse, name: TokenRange, named: Named) -> Iterator[Site]:
    token = _letters_end(parse, name)
    start = name.end + (parse.words[name.end : name.end + 1] == [","])
    if any(letters_kind(word) in _TITLES for word in parse.words[start:token]):
        yield Site(place=Place.LETTERS, name=name, starts=(start,), ends=(token,))
        if start > name.end and parse.lowers[token : token + 1] in (["for"], ["of"]):
            token = name.end
    seat = _seat(parse, name)
    token = _behind_seat(parse, seat) if seat else token
    sites = [seat, _byline(parse, name, token, named)]
    for place in dict.fromkeys([token, _behind_aside(parse, token)]):
        sites += (
            site(parse, name, place, named) for site in (_apposition, _affiliation, _predicate)
        )
    found = [site for site in sites if site is not None]
    yield from found
    yield from _far_predicates(parse, name, named, {site.starts[0] for site in found})


def _letters_end(parse: Parse, name: TokenRange) -> int:
    """Step over letters of office or honour: Jane Doe MP; Jane Doe, OBE."""
    end = _paragraph_end(parse, name.start)
    token = start = name.end + (parse.words[name.end : name.end + 1] == [","])
    while token < end and _is_letters(parse.words[token]):
        token += 1
    return token if token > start else name.end


def _is_letters(word: str) -> bool:
    """Tell whether a word is letters behind names, which but for "Esq." have two capitals: PhD."""
    kind = letters_kind(word)
    return kind != "" and word[0].isupper() and (kind == "courtesy" or has_capital(word[1:]))


def _seat(parse: Parse, name: TokenRange) -> Site | None:
    """Give the site of a party and a seat: Jane Doe (R-Ky.); Jane Doe, D-Calif., said."""
    match = _SEAT.match(parse.text, parse.ends[name.end - 1])
    if match is None:
        return None
    near = range(name.end, min(name.end + _LONGEST_SEAT, len(parse)))
    start, end = match.span(1)
    inside = [token for token in near if start <= parse.starts[token] and parse.ends[token] <= end]
    if not inside:
        return None
    return Site(place=Place.SEAT, name=name, starts=(inside[0],), ends=(inside[-1] + 1,))


def _behind_seat(parse: Parse, seat: Site) -> int:
    """Step over the bracket that closes a seat."""
    end = seat.ends[0]
    return end + (parse.words[end : end + 1] == [")"])


def _behind_aside(parse: Parse, token: int) -> int:
    """Step over what a short bracket adds to a name: Jane Doe (35), a lawyer."""
    if parse.words[token : token + 1] != ["("]:
        return token
    inside = parse.words[token + 1 : token + _LONGEST_ASIDE]
    return token + inside.index(")") + 2 if ")" in inside else token


def _apposition(parse: Parse, name: TokenRange, token: int, named: Named) -> Site | None:
    """Give the site behind a comma or in brackets: Jane Doe, 34, the mayor; Jane Doe (coach)."""
    end = _paragraph_end(parse, name.start)
    token = _behind_origin(parse, token, end)
    if token + 1 >= end:
        return None
    if parse.tags[token] in ("NN", "JJ") and _depends_on_nothing_behind(parse, name):
        return _site_from(parse, Place.BARE, name, token, named)
    if parse.words[token] not in _COMMAS | {"("} or glued(parse, token):
        return None
    if parse.lowers[token + 1] == "and":  # the next of a list
        return None
    place = Place.BRACKETS if parse.words[token] == "(" else Place.BEHIND
    site = _site_from(parse, place, name, _behind_age(parse, token + 1, end), named)
    return None if site is None or _is_of_the_clause(parse, name, site.ends[0] - 1) else site


def _is_of_the_clause(parse: Parse, name: TokenRange, noun: int) -> bool:
    """Tell whether a noun is the subject of a clause that a name leads in: With Doe, the mayor won.

    In "With Doe, the mayor, we won" a comma closes what is said of Doe.
    """
    verb = parse.heads[noun]
    if parse.deps[noun] not in NOMINAL_SUBJECTS or "," in parse.words[noun:verb] or verb < noun:
        return False
    path = (name.end - 1, *ancestors(parse, name.end - 1))
    return any(
        parse.heads[step] == verb != step and parse.deps[step] in _LEADING_IN for step in path
    )


def _depends_on_nothing_behind(parse: Parse, name: TokenRange) -> bool:
    """Tell whether the name modifies no noun right behind it, as in "the Doe campaign"."""
    heads = (parse.heads[token] for token in range(*name))
    return not any(
        name.end <= head < name.end + 4 and parse.tags[head][:2] != "VB" for head in heads
    )


def _behind_origin(parse: Parse, token: int, end: int) -> int:
    """Step over "of Springfield" in front of a comma."""
    start = token
    if token >= end or parse.lowers[token] not in _OF:
        return start
    token += 1
    while token < end and (
        parse.words[token][0].isupper() or parse.lowers[token] in ("the", "of", "for", "and")
    ):
        token += 1
    return token if token < end and parse.words[token] in (",", "(") else start


def _behind_age(parse: Parse, token: int, end: int) -> int:
    """Step over "34," or "aged 34,"."""
    start = token + (parse.lowers[token] in ("aged", "age"))
    if start + 2 < end and parse.words[start].isdigit() and parse.words[start + 1] == ",":
        return start + 2
    return token


def _affiliation(parse: Parse, name: TokenRange, token: int, named: Named) -> Site | None:
    """Give the site of where somebody is from, no address: Jane Doe of the University of Leeds."""
    end = _paragraph_end(parse, name.start)
    token += token < end and parse.words[token] == ","
    if token + 1 >= end or parse.lowers[token] not in _OF:
        return None
    first = opening(parse, token + 1, end)
    if first >= end or not parse.words[first][0].isupper():
        return None
    site = _site_from(parse, Place.AFFILIATION, name, first, named)
    street = site is not None and parse.lowers[site.ends[0] - 1] in marked_words("street")
    return None if street else site


def _predicate(parse: Parse, name: TokenRange, token: int, named: Named) -> Site | None:
    """Give the site of what a name is said to be: Jane Doe, a lawyer, was appointed minister."""
    end = _paragraph_end(parse, name.start)
    if token < end and parse.words[token] == ",":
        inserted = parse.words[token + 1 : min(token + _LONGEST_INSERTION, end)]
        if parse.lowers[token + 1 : token + 2] == ["who"]:
            token += 1
        elif "," in inserted:
            token += inserted.index(",") + 2
        else:
            return None
    token += token < end and parse.lowers[token] == "who"
    return predicate_site(parse, name, token, named)


def _byline(parse: Parse, name: TokenRange, token: int, named: Named) -> Site | None:
    """Give the next line where the name has a line for itself, but for "By"."""
    first, end = parse.paragraphs[parse.paragraph[name.start]]
    if token < end or end >= len(parse) or name.start - first > 1:
        return None
    last = parse.paragraphs[parse.paragraph[end]][1]
    if last - end > _LONGEST_LINE or any(tag in _ENDS_PHRASE for tag in parse.tags[end:last]):
        return None
    return _site_from(parse, Place.BYLINE, name, end, named)


def _site_from(
    parse: Parse, place: Place, name: TokenRange, token: int, named: Named
) -> Site | None:
    """Give the site of a noun phrase that begins at the token, None where none does."""
    if token >= len(parse):
        return None
    limit = min(_paragraph_end(parse, token), token + _FAR)
    first = opening(parse, token, limit)
    core = group_end(parse, first, limit, named)
    doing = parse.tags[first : first + 1] == ["VBG"] and parse.deps[first] in _CLAUSAL
    if core <= first or doing or runs_into_neighbour(parse, first, limit, named):
        return None
    return Site(
        place=place,
        name=name,
        starts=starts_within(parse, first, core),
        ends=ends_behind(parse, core - 1, limit, named),
    )
