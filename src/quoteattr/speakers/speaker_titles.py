"""Titles of speakers: all that the text says of each, at the name and in its references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import attrs

from quoteattr.entities.cast import Cast
from quoteattr.entities.title_extents import opening
from quoteattr.entities.title_features import head_of, noun_kind
from quoteattr.entities.title_sites import Place, Site, phrase_site, said_sites
from quoteattr.entities.titles import Title, title_at, title_of_phrase
from quoteattr.lexicon.noun_kinds import is_singular_role
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.records import SpeakerKind
from quoteattr.scoring.linear_model import Model
from quoteattr.speakers.walks import Walk
from quoteattr.syntax.grammar import NOUN_TAGS
from quoteattr.syntax.noun_phrases import is_one_of_a_people
from quoteattr.syntax.tokens import Parse, TokenRange

__all__ = ["SpeakerTitle", "at_name", "sites_of_reference", "titles_of_speakers"]

_LIKELY = 0.1  # share from which on a reference may mean somebody whom it was not settled on


_Taken = Literal["own", "named", "new"]
_Known = Literal["own", "other", "both", ""]


@attrs.frozen(kw_only=True)
class SpeakerTitle(Title):
    """A title phrase as one of a speaker's, at the name or in what may refer to it.

    Attributes:
        share: how likely its words mean the speaker.
        taken: whom they were taken for: "own" for the speaker, "named" for another by name, "new"
            for the rest.
        known: of words in a reference, whose name the text puts them at: the speaker's "own",
            an "other", or "both"; "" for nobody's.
    """

    share: float = 1.0
    taken: _Taken = "own"
    known: _Known = ""

    @property
    def settled(self) -> bool:
        """Whether its words were taken to mean the speaker."""
        return self.taken == "own"


def at_name(title: Title) -> SpeakerTitle:
    """Give a title that stands at a speaker's name as one of the speaker's."""
    return SpeakerTitle(**attrs.asdict(title, recurse=False))


def titles_of_speakers(
    walk: Walk, kinds: Mapping[int, SpeakerKind], model: Model | None = None
) -> dict[int, list[SpeakerTitle]]:
    """Give the titles of each speaker, in text order: at the name, and in what refers to it.

    Args:
        walk: whom the references of the text mean.
        kinds: the kind of each speaker asked about, by its number.
        model: the weights of extents for references; the package's where None.
    """
    titles = {
        number: list(map(at_name, _titles_at_name(walk, number, kind)))
        for number, kind in kinds.items()
    }
    for number, title in _titles_in_references(walk, model):
        if number in titles:
            titles[number].append(title)
    return {
        number: sorted(found, key=lambda title: title.start) for number, found in titles.items()
    }


def _titles_at_name(walk: Walk, number: int, kind: SpeakerKind) -> Iterable[Title]:
    """Give the titles that stand at a name, or in the phrase that stands for one."""
    trail = walk.trails[number]
    if kind is SpeakerKind.UNNAMED and trail.phrase:
        return _own_title(walk.cast.parse, *trail.phrase)
    if trail.members:
        return _titles_of_all(walk, trail.members)
    return walk.cast.titles_of(number)


def _titles_of_all(walk: Walk, members: Sequence[int]) -> Iterator[Title]:
    """Give the titles that several who speak together share: the historians Ann Lee and Bo Ek."""
    first, *others = map(walk.cast.titles_of, members)
    shared = [{(title.start, title.end) for title in titles} for titles in others]
    return (one for one in first if all((one.start, one.end) in spans for spans in shared))


def _titles_in_references(walk: Walk, model: Model | None) -> Iterator[tuple[int, SpeakerTitle]]:
    """Give the titles in the reporter's references to people, each with whose it is."""
    held = _titles_by_word(walk.cast)
    for token in walk.found.keys() & walk.references.keys():
        bearers = dict(_bearers(walk, token)) if not walk.cast.quoted[token] else {}
        for title in _titles_of_reference(walk, token, model) if bearers else ():
            for number, share in bearers.items():
                taken = _taken_for(walk, token, number)
                known = _holders(held, _words(walk.cast.parse, title), number)
                yield number, attrs.evolve(at_name(title), share=share, taken=taken, known=known)


def _taken_for(walk: Walk, token: int, number: int) -> _Taken:
    """Tell whether a reference was taken for a person, for another by name, or for neither."""
    found = walk.found[token]
    if found == number:
        return "own"
    return "named" if found < len(walk.cast.people) else "new"


_HeldTitles = Mapping[str, Sequence[tuple[int, frozenset[str]]]]


def _titles_by_word(cast: Cast) -> _HeldTitles:
    """Index the titles at names, each as its person and its words, by every word in them."""
    held: dict[str, list[tuple[int, frozenset[str]]]] = {}
    for person, titles in enumerate(cast.titles):
        for title in titles:
            words = _words(cast.parse, title)
            for word in words:
                held.setdefault(word, []).append((person, words))
    return held


def _holders(held: _HeldTitles, words: frozenset[str], number: int) -> _Known:
    """Tell at whose names the text puts the words of a title: "own", "other", "both", or ""."""
    with_rarest = min((held.get(word, ()) for word in words), key=len)
    holders: set[_Known] = {
        "own" if person == number else "other" for person, others in with_rarest if words <= others
    }
    return "both" if len(holders) > 1 else next(iter(holders), "")


def _words(parse: Parse, title: Title) -> frozenset[str]:
    return frozenset(parse.lowers[title.start : title.end])


def _bearers(walk: Walk, token: int) -> Iterator[tuple[int, float]]:
    """Give the people whom a reference may mean, with how likely each is.

    What was taken for another may still mean somebody named.
    """
    answer, found = walk.answers.get(token), walk.found[token]
    ranked = answer.ranked if answer else [(found, 1.0)]
    reference = walk.references[token]
    person = reference.sort == "person"
    for number, share in ranked:
        named = 0 <= number < len(walk.cast.people)
        if named and (number == found or (person and share >= _LIKELY)):
            yield number, share


def _titles_of_reference(walk: Walk, token: int, model: Model | None) -> Iterator[Title]:
    """Read the titles in "she is the mayor" and in "the Danish striker"."""
    for site in sites_of_reference(walk, token):
        title = title_at(walk.cast.parse, site, model)
        if title:
            yield title


def sites_of_reference(walk: Walk, token: int) -> Iterator[Site]:
    """Give where a title may stand in a reference: "she is the mayor", "the Danish striker".

    "The Dane" is no title.
    """
    parse, reference = walk.cast.parse, walk.references.get(token)
    if reference is None or token in walk.cast.at or token in walk.cast.title_at:
        return
    if is_one_of_a_people(parse, token):
        return
    if reference.pronoun:
        if parse.tags[token] in ("PRP", "PRP$"):
            yield from said_sites(parse, TokenRange(token, token + 1), {})
        return
    start = reference.start
    named = any(walk.cast.at.get(place) == walk.found[token] for place in range(start, token))
    if named or reference.plural or walk.trails[walk.found[token]].members:
        return
    yield phrase_site(parse, TokenRange(start, token + 1))
    yield from said_sites(parse, TokenRange(start, token + 1), {})


def _own_title(parse: Parse, start: int, end: int) -> Iterator[Title]:
    """Give the role that a speaker without a name is called by: no kin, no mere person.

    Where the weights see no role in the phrase, as of *a source at the port*, all of it is one.
    """
    first = opening(parse, start, end)
    head = head_of(parse, first, end)
    word = parse.lowers[head]
    mere = word in marked_words("mere-person") and (first, end) == (head, head + 1)
    group = {word, *parse.lowers[first:head], *parse.lowers[head + 1 : head + 2]}
    nobody = not group.isdisjoint(marked_words("some-person")) or is_one_of_a_people(parse, head)
    letters = parse.words[head].isupper() and not is_singular_role(word)
    if mere or nobody or letters or noun_kind(word) == "kin":
        return
    title = title_of_phrase(parse, start, head)
    if title is None and parse.tags[head] in NOUN_TAGS:
        whole = TokenRange(start, end)
        title = Title(start=first, end=end, place=Place.ALONE, mention=whole)
    if title is not None:
        yield title
