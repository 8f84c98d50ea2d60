"""Title phrases that stand at a name: roles before it, behind it, and said of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from quoteattr.entities.noun_groups import ADVERBS, DETERMINERS
from quoteattr.entities.title_extents import Named
from quoteattr.entities.title_features import extent_features, head_of, noun_kind
from quoteattr.entities.title_predicates import is_denied, is_succeeded
from quoteattr.entities.title_sites import (
    Place,
    Site,
    find_sites,
    next_site,
    phrase_site,
    previous_site,
)
from quoteattr.lexicon.name_words import is_title_word
from quoteattr.lexicon.noun_kinds import is_person_noun, is_role, is_singular_role
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.scoring.linear_model import Model, load_model, score, softmax
from quoteattr.syntax.capital_runs import title_cased
from quoteattr.syntax.grammar import MARK_TAGS, NOMINAL_SUBJECTS
from quoteattr.syntax.token_columns import ends_age
from quoteattr.syntax.tokens import Parse, TokenRange, lower_before, sentence_of

__all__ = [
    "Title",
    "find_titles",
    "read_extents",
    "site_beyond",
    "title_at",
    "title_of_phrase",
]

_DOUBTFUL = 0.8  # probability that there is no title, from which on none is given
_DOUBTFUL_IN_TIME = 0.95  # the same for a role of which an adverb tells when: is now envoy
_FORMERLY = marked_words("former") | marked_words("former-adverb")
_UNTIL = frozenset({"until", "till", "to"})
_LONGEST_TERM = 6  # tokens
_COMING = marked_words("coming-office")
_CONTINUED = frozenset({Place.BEHIND, Place.BRACKETS, Place.NEXT, Place.PREDICATE, Place.AS})
_NO_TRADES = frozenset({"body", "courtesy", "kin", "rank", "short"})
_BESIDE = frozenset({Place.BEFORE, Place.BARE, Place.BEHIND, Place.PREPOSED})
_ADJECTIVES = frozenset({"JJ", "VBN"})
_SAID = frozenset({Place.PREDICATE, Place.AS})
_PREVIOUS = frozenset({Place.BEFORE, Place.PREPOSED, Place.EARLIER})


@attrs.frozen(kw_only=True)
class Title:
    """A title phrase at a mention.

    Attributes:
        start, end: its first token and the one behind its last.
        place: where it stands relative to the mention.
        mention: (first, behind last) token of the mention whose bearer has the title.
        probability: how likely there is a title at this place.
        former: the office was held once: former, then, late; or said in the past.
        designate: the office is still to come: elect, designate, nominee.
        quoted: it stands between quotation marks.
    """

    start: int
    end: int
    place: Place
    mention: TokenRange
    probability: float = 1.0
    former: bool = False
    designate: bool = False
    quoted: bool = False


def find_titles(
    parse: Parse,
    names: Sequence[tuple[int, int]],
    quoted: Sequence[bool] = (),
    model: Model | None = None,
) -> tuple[Title, ...]:
    """Give the titles that the text puts at names, in text order.

    Args:
        parse: the text's tokens.
        names: (first, behind last) token of every name of a person, in text order.
        quoted: by token, whether it stands between quotation marks; nowhere where empty.
        model: the weights; the package's where None.
    """
    ranges = [TokenRange(*name) for name in names]
    named = {token: name for name in ranges for token in range(*name)}
    weights = model or load_model("title_extents")
    found = [
        title
        for site in find_sites(parse, ranges, named)
        for title in _titles_at(parse, site, named, weights)
    ]
    marked = (_marked(title, quoted) for title in _without_overlaps(_without_others(found)))
    return tuple(sorted(marked, key=lambda title: title.start))


def _marked(title: Title, quoted: Sequence[bool]) -> Title:
    return attrs.evolve(title, quoted=True) if any(quoted[title.start : title.end]) else title


def _without_others(titles: Sequence[Title]) -> list[Title]:
    """Leave out of the roles joined before a name what stands behind another's name.

    Ann Lee, head of the school, and Mayor Bo Orr: she is the head.
    """
    behind = {
        token: title.mention
        for title in titles
        if title.place is Place.BEHIND
        for token in range(title.start, title.end)
    }
    return [
        title
        for title in titles
        if title.place is not Place.EARLIER
        or behind.get(title.start, title.mention) == title.mention
    ]


def _without_overlaps(titles: Sequence[Title]) -> Iterator[Title]:
    """Leave out of the titles at one name those that lie in another."""
    by_name: dict[TokenRange, list[Title]] = {}
    for title in titles:
        by_name.setdefault(title.mention, []).append(title)
    for group in by_name.values():
        kept: list[Title] = []
        for title in sorted(group, key=lambda title: title.start - title.end):
            if not any(one.start <= title.start and title.end <= one.end for one in kept):
                kept.append(title)
        yield from kept


def read_extents(
    parse: Parse, site: Site, named: Named
) -> tuple[list[TokenRange], list[list[str]]]:
    """Give the extents that a title may have at a site, and the features of each."""
    extents = [extent for extent in site.extents() if _is_whole(parse, *extent)]
    return extents, [list(extent_features(parse, site, extent, named)) for extent in extents]


def _is_whole(parse: Parse, start: int, end: int) -> bool:
    """Tell whether every bracket in the tokens has its partner there, and no age is told."""
    if any(ends_age(parse.lowers, token) for token in range(start, end)):
        return False
    depth = 0
    for word in parse.words[start:end]:
        depth += (word in _OPENERS) - (word in _CLOSERS)
        if depth < 0:
            return False
    return depth == 0


_OPENERS = frozenset({"(", "[", "-LRB-"})
_CLOSERS = frozenset({")", "]", "-RRB-"})


def _titles_at(parse: Parse, site: Site, named: Named, model: Model) -> Iterator[Title]:
    """Give the title at a site, if there is one, and those that follow it behind commas."""
    place: Site | None = site
    while place is not None:
        title = _title_at(parse, place, named, model)
        if title is None:
            return
        yield title
        place = site_beyond(parse, site, (title.start, title.end), named)


def site_beyond(parse: Parse, site: Site, title: tuple[int, int], named: Named) -> Site | None:
    """Give where one more title may stand, on the far side of a title at a site."""
    if site.place in _CONTINUED:
        return next_site(parse, site.name, title[1], named)
    if site.place in _PREVIOUS:
        return previous_site(parse, site.name, title[0], named)
    return None


def _title_at(parse: Parse, site: Site, named: Named, model: Model) -> Title | None:
    extents, features = read_extents(parse, site, named)
    if not extents:
        return None
    none, *shares = softmax([0.0, *(score(model, names) for names in features)])
    start, end = _with_joined_role(parse, dict(zip(extents, shares, strict=True)))
    end -= site.place is Place.BEFORE and _is_courtesy_behind(parse, start, end)
    if none > _doubtful(parse, site.place, start, end) and not _is_trade(parse, site, start, end):
        return None
    if site.place in _BESIDE and _is_run_together(parse, start, end):
        return None
    if _is_of_a_name(parse, start, end, named) or _is_of_nobody(parse, site, start, end):
        return None
    return Title(
        start=start,
        end=end,
        place=site.place,
        mention=site.name,
        probability=round(1 - none, 4),
        former=_is_former(parse, site, start, end),
        designate=not _COMING.isdisjoint(parse.lowers[start:end]),
    )


def _is_courtesy_behind(parse: Parse, start: int, end: int) -> bool:
    """Tell whether an office ends with a courtesy in short, or a rank: Minister of Health Dr."""
    word = parse.lowers[end - 1]
    office = any(is_role(parse.lowers[token]) for token in range(start, end - 1))
    return office and is_title_word(f"{word}.") and not is_role(word)


def _with_joined_role(parse: Parse, shares: Mapping[TokenRange, float]) -> TokenRange:
    """Give the likeliest extent, with a role that "and" joins to its end: president and owner.

    A role of another time is another title: the senator and former mayor.
    """
    best = max(shares, key=shares.__getitem__)
    joined = best.end + 1
    apart = _FORMERLY.union(DETERMINERS).intersection(parse.lowers[joined : joined + 1])
    if parse.lowers[best.end : joined] != ["and"] or joined >= len(parse) or apart:
        return best
    noun = head_of(parse, joined, len(parse))
    if not is_singular_role(parse.lowers[best.end - 1]) or not is_singular_role(parse.lowers[noun]):
        return best
    longer = [one for one in shares if one.start == best.start and one.end > noun]
    return max(longer, key=shares.__getitem__, default=best)


def _doubtful(parse: Parse, place: Place, start: int, end: int) -> float:
    """Give the probability of no title from which on none is given."""
    timed = place is Place.PREDICATE and lower_before(parse, start) in ADVERBS
    return _DOUBTFUL_IN_TIME if timed and is_role(_head_word(parse, start, end)) else _DOUBTFUL


def _is_trade(parse: Parse, site: Site, start: int, end: int) -> bool:
    """Tell whether a noun that the weights may not know stands before who speaks.

    “It broke,” said guide Ann Lee; said the guide, Ann Lee; guide Ann Lee said.
    """
    noun = end == start + 1 and parse.tags[start] in ("NN", "NNP") and parse.words[start].islower()
    if not noun or noun_kind(parse.lowers[start]) in _NO_TRADES:
        return False
    preposed = site.place is Place.PREPOSED and lower_before(parse, start) in ("a", "the")
    subject = start if preposed else site.name.end - 1
    verb, before = parse.heads[subject], start - 1 - preposed
    speaks = parse.deps[subject] in NOMINAL_SUBJECTS and parse.reporting[verb] == "say"
    opens = parse.tags[before] in MARK_TAGS and verb == site.name.end
    return speaks and (preposed or site.place is Place.BEFORE) and (before == verb or opens)


def _head_word(parse: Parse, start: int, end: int) -> str:
    return parse.lowers[head_of(parse, start, end)]


def _is_of_a_name(parse: Parse, start: int, end: int, named: Named) -> bool:
    """Tell whether words are a name, or tell one from others: as Ann Lee; the elder Lee; her aunt.

    So does Her Excellency, and Di in Di Marco, though not in DI Lee. Some church has elders, too,
    but not straight behind an article before a name.
    """
    comparing = parse.lowers[start:end] in _COMPARING and lower_before(parse, start) == "the"
    head = head_of(parse, start, end)
    akin = parse.tags[max(0, start - 1)] == "PRP$" and parse.lowers[head] in marked_words("kin")
    excellent = parse.lowers[start] in marked_words("excellency")
    particle = parse.lowers[head] in _PARTICLES and not parse.words[head].isupper()
    return comparing or akin or excellent or particle or head in named


def _is_of_nobody(parse: Parse, site: Site, start: int, end: int) -> bool:
    """Tell whether the words are no role of who has the name, as the clause around them tells."""
    denied = site.place in _SAID and is_denied(parse, head_of(parse, start, end))
    return denied or _is_no_role(parse, site, start, end) or _acts_itself(parse, site, start, end)


def _is_no_role(parse: Parse, site: Site, start: int, end: int) -> bool:
    """Tell whether words before a name are no role: Leeds-based Lee; the caucus and Mayor Lee."""
    last = end - 1
    if site.place is Place.EARLIER:
        nouns = (_head_word(parse, start, end), parse.lowers[last])
        return all(noun_kind(noun) == "body" for noun in nouns)
    quality = parse.tags[last] in _ADJECTIVES and parse.words[last].islower()
    return site.place is Place.BEFORE and quality and not is_person_noun(parse.words[last])


def _acts_itself(parse: Parse, site: Site, start: int, end: int) -> bool:
    """Tell whether who stands behind a name does something: asked by Lee, the officer said."""
    head = head_of(parse, start, end)
    verb = parse.heads[head]
    acts = site.place is Place.BEHIND and parse.deps[head] in NOMINAL_SUBJECTS and verb == end
    return acts and parse.deps[site.name.end - 1] == "pobj"


_PARTICLES = marked_words("joining-particle")
_COMPARING = (["elder"], ["younger"])


def _is_run_together(parse: Parse, start: int, end: int) -> bool:
    """Tell whether a headline, where verbs have capitals, has no role there: Court Praises Lee."""
    word = _head_word(parse, start, end)
    known = is_person_noun(word) or is_title_word(word)
    return not known and title_cased(parse, *sentence_of(parse, start))


def _is_former(parse: Parse, site: Site, start: int, end: int) -> bool:
    before = start - 1 - (lower_before(parse, start) in DETERMINERS)
    first = max(before, sentence_of(parse, start).start)
    past = not _FORMERLY.isdisjoint(parse.lowers[first:end])
    was = site.place is Place.PREDICATE and "was" in parse.lowers[start - 2 : start]
    left = site.place is Place.AS and is_succeeded(parse, site.name)
    return past or was or left or _is_over(parse, end)


def _is_over(parse: Parse, end: int) -> bool:
    """Tell whether the words behind a title say when the office ended: mayor from 2011 to 2014."""
    behind = parse.lowers[end : end + _LONGEST_TERM]
    dated = parse.labels[end + 1 : end + 2] == ["DATE"]
    return dated and (
        behind[0] in ("until", "till") or (behind[0] == "from" and not _UNTIL.isdisjoint(behind))
    )


def title_at(parse: Parse, site: Site, model: Model | None = None) -> Title | None:
    """Give the title at a site in a reference: minister, of "the minister"; a document is none.

    Args:
        parse: the text's tokens.
        site: where it may stand.
        model: the weights; the package's where None.
    """
    title = _title_at(parse, site, {}, model or load_model("title_extents"))
    written = title and noun_kind(_head_word(parse, title.start, title.end)) == "document"
    return None if written else title


def title_of_phrase(parse: Parse, start: int, head: int) -> Title | None:
    """Give the title that a noun phrase for somebody is, up to and with its head noun."""
    return title_at(parse, phrase_site(parse, TokenRange(start, head + 1)))
