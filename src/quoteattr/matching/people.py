"""People: the same person under one full name in several documents.

A surname alone joins nobody. Two people of one full name are one where a title names the same body,
or where the same quotation is theirs. Whoever has only a bare role (*mayor*) or no title joins the
one person that nothing speaks against, and none where there are several.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

import attrs

from quoteattr.matching.components import join, roots_of
from quoteattr.matching.matches import PersonMatch, TitleUse
from quoteattr.matching.speaker_names import (
    SpeakerName,
    given_name_key,
    is_full_name,
    name_of,
    same_person,
)
from quoteattr.matching.title_comparison import (
    Standing,
    TitleWords,
    compare_titles,
    name_one_body,
    read_title,
)
from quoteattr.records import Speaker

__all__ = ["Appearance", "match_persons"]

_NAME, _ROLE, _BODY = range(3)
_Facts = tuple[set[SpeakerName], set[TitleWords]]
_Support = tuple[SpeakerName, TitleWords | None]  # a name with one title, or in one quotation


@attrs.frozen
class Appearance:
    """A speaker in one document.

    Attributes:
        document: the document's id.
        speaker: the speaker as the document has it.
        quotations: what other documents also quote of him, by the numbers of the matches.
    """

    document: Hashable
    speaker: Speaker
    quotations: tuple[int, ...] = ()


@attrs.frozen
class _Profile:
    """What is known of a person: the name, and the titles by their words."""

    name: SpeakerName
    titles: frozenset[TitleWords]

    @property
    def knowledge(self) -> int:
        """How much is known: a role somewhere, a bare role, or the name alone."""
        if any(title.bodies for title in self.titles):
            return _BODY
        return _ROLE if self.titles else _NAME


def match_persons(appearances: Iterable[Appearance]) -> tuple[PersonMatch, ...]:
    """Find the people who are in several documents.

    Args:
        appearances: the speakers of all documents, in the order of these.

    Examples:
        >>> from quoteattr.records import SpeakerKind
        >>> def mayor(name, title):
        ...     return Speaker(name=name, kind=SpeakerKind.PERSON, title=title)
        >>> some = [Appearance("a", mayor("Ann Lee", "mayor of Springfield"))]
        >>> some.append(Appearance("b", mayor("Ann Lee", "Springfield mayor")))
        >>> [match.support for match in match_persons(some)]
        [('title', 'organization')]
    """
    groups: defaultdict[tuple[str, str], list[Appearance]] = defaultdict(list)
    for appearance in appearances:
        name = name_of(appearance.speaker)
        if name and is_full_name(name):
            groups[name.words[-1], given_name_key(name)].append(appearance)
    found = [
        _person(people)
        for group in groups.values()
        if _is_across(group)
        for people in _same_people(group)
        if _is_across(people)
    ]
    return tuple(sorted(found, key=_by_documents))


def _is_across(people: Sequence[Appearance]) -> bool:
    return any(one.document != people[0].document for one in people)


def _by_documents(match: PersonMatch) -> tuple[int, str, str]:
    return -len({document for document, _ in match.speakers}), match.name, repr(match.titles)


def _profile(appearance: Appearance) -> _Profile:
    speaker = appearance.speaker
    titles = map(read_title, _titles(speaker))
    return _Profile(
        name_of(speaker) or SpeakerName(speaker.kind, ()),
        frozenset(title for title in titles if title.roles or title.bodies),
    )


def _titles(speaker: Speaker) -> list[str]:
    """Give the different titles of a speaker, the best one first."""
    best = [speaker.title] if speaker.title else []
    return list(dict.fromkeys([*best, *(span.text for span in speaker.titles)]))


def _same_people(appearances: Sequence[Appearance]) -> Iterator[list[Appearance]]:
    """Sort the appearances under names that may be forms of one into people."""
    profiles = [_profile(appearance) for appearance in appearances]
    parents = list(range(len(appearances)))
    for pair in itertools.chain(
        _within_documents(appearances, profiles),
        _by_titles(profiles),
        _by_quotations(appearances, profiles),
    ):
        join(parents, *pair)
    for knowledge in (_ROLE, _NAME):
        for pair in list(_by_elimination(profiles, roots_of(parents), knowledge)):
            join(parents, *pair)
    people: defaultdict[int, list[Appearance]] = defaultdict(list)
    for appearance, root in zip(appearances, roots_of(parents), strict=True):
        people[root].append(appearance)
    yield from people.values()


def _within_documents(
    appearances: Sequence[Appearance], profiles: Sequence[_Profile]
) -> Iterator[tuple[int, int]]:
    """Give the pairs that are one speaker of one document, whose title changed meanwhile."""
    first: dict[tuple[Hashable, object, SpeakerName], int] = {}
    for number, (appearance, profile) in enumerate(zip(appearances, profiles, strict=True)):
        speaker = appearance.speaker
        entity = speaker.mentions if speaker.entity is None else speaker.entity
        yield first.setdefault((appearance.document, entity, profile.name), number), number


def _by_titles(profiles: Sequence[_Profile]) -> Iterator[tuple[int, int]]:
    """Give the pairs whose titles name the same body."""
    by_body: defaultdict[str, dict[_Support, int]] = defaultdict(dict)
    for number, profile in enumerate(profiles):
        for title in profile.titles:
            for body in title.bodies or title.common:
                yield by_body[body].setdefault((profile.name, title), number), number
    for found in by_body.values():
        yield from _supported(found)


def _by_quotations(
    appearances: Sequence[Appearance], profiles: Sequence[_Profile]
) -> Iterator[tuple[int, int]]:
    """Give the pairs that share a quotation."""
    by_quotation: defaultdict[int, dict[_Support, int]] = defaultdict(dict)
    for number, appearance in enumerate(appearances):
        name = profiles[number].name
        for quotation in set(appearance.quotations):
            yield by_quotation[quotation].setdefault((name, None), number), number
    for found in by_quotation.values():
        yield from _supported(found)


def _supported(found: Mapping[_Support, int]) -> Iterator[tuple[int, int]]:
    """Give the pairs that are one person’s, except of a name that may be either of two people’s."""
    partners = {one: [other for other in found if _is_support(one, other)] for one in found}
    clear = {
        one
        for one, others in partners.items()
        if all(same_person(*pair) for pair in itertools.combinations({n for n, _ in others}, 2))
    }
    for one in clear:
        yield from ((found[one], found[other]) for other in partners[one] if other in clear)


def _is_support(one: _Support, other: _Support) -> bool:
    """Tell whether names that may be forms of one share a body, or stand with one quotation."""
    (our_name, ours), (their_name, theirs) = one, other
    bodies = ours is None or theirs is None or name_one_body(ours, theirs)
    return bodies and same_person(our_name, their_name)


def _by_elimination(
    profiles: Sequence[_Profile], roots: Sequence[int], knowledge: int
) -> Iterator[tuple[int, int]]:
    """Give those of whom so little is known the one person that they can be.

    The candidates are those of whom more is known; where there are none, the others.
    """
    people = _people(profiles, roots)
    alike = _alike(people, knowledge)
    known = {root: some for root, some in people.items() if _knowledge(some) > knowledge}
    if not known:
        known = {numbers[0]: some for some, numbers in alike.items()}
        yield from (pair for numbers in alike.values() for pair in itertools.pairwise(numbers))
    for target, fitting in _only_fitting(alike, known).items():
        if _can_be_one(fitting):
            yield from ((number, target) for one in fitting for number in alike[one])


def _people(profiles: Sequence[_Profile], roots: Sequence[int]) -> dict[int, frozenset[_Profile]]:
    """Give by its root what is known of each person so far."""
    people: defaultdict[int, set[_Profile]] = defaultdict(set)
    for profile, root in zip(profiles, roots, strict=True):
        people[root].add(profile)
    return {root: frozenset(some) for root, some in people.items()}


def _alike(
    people: Mapping[int, frozenset[_Profile]], knowledge: int
) -> dict[frozenset[_Profile], list[int]]:
    """Put those together of whom so much is known, and the very same."""
    alike: defaultdict[frozenset[_Profile], list[int]] = defaultdict(list)
    for root, some in people.items():
        if _knowledge(some) == knowledge:
            alike[some].append(root)
    return alike


def _can_be_one(people: Iterable[Iterable[_Profile]]) -> bool:
    """Tell whether the names of several people may all be forms of one."""
    names = [{profile.name for profile in some} for some in people]
    return all(_may_be_forms(*pair) for pair in itertools.combinations(names, 2))


def _knowledge(some: Iterable[_Profile]) -> int:
    return max(profile.knowledge for profile in some)


def _only_fitting(
    alike: Mapping[frozenset[_Profile], Sequence[int]], known: Mapping[int, Iterable[_Profile]]
) -> dict[int, list[frozenset[_Profile]]]:
    """Give for each person who is known those who can be nobody else."""
    found: defaultdict[int, list[frozenset[_Profile]]] = defaultdict(list)
    facts = {root: _facts(some) for root, some in known.items()}
    for some, numbers in alike.items():
        ours = _facts(some)
        fitting = [
            root for root, theirs in facts.items() if root != numbers[0] and _fits(ours, theirs)
        ]
        if len(fitting) == 1:
            found[fitting[0]].append(some)
    return found


def _facts(some: Iterable[_Profile]) -> _Facts:
    """Give all names and all titles of a person."""
    profiles = list(some)
    return (
        {profile.name for profile in profiles},
        {title for profile in profiles for title in profile.titles},
    )


def _fits(ours: _Facts, theirs: _Facts) -> bool:
    """Tell whether neither the names nor the titles speak against one person.

    Without titles a suffix (*Jr.*) on one side alone does.
    """
    (our_names, our_titles), (their_names, their_titles) = ours, theirs
    if not _may_be_forms(our_names, their_names):
        return False
    if not our_titles or not their_titles:
        return len({name.suffix for name in our_names | their_names}) == 1
    pairs = itertools.product(our_titles, their_titles)
    return any(compare_titles(*pair) is not Standing.APART for pair in pairs)


def _may_be_forms(ours: Iterable[SpeakerName], theirs: Iterable[SpeakerName]) -> bool:
    return all(same_person(*pair) for pair in itertools.product(ours, theirs))


# The record.


def _person(people: Sequence[Appearance]) -> PersonMatch:
    named = [name for one in people if (name := name_of(one.speaker))]
    fullest = max(range(len(people)), key=lambda number: (_fullness(named[number]), -number))
    return PersonMatch(
        name=people[fullest].speaker.name,
        titles=_title_uses(people),
        speakers=tuple((one.document, one.speaker) for one in people),
        support=_support(people),
    )


def _fullness(name: SpeakerName) -> int:
    return len(name.words) + bool(name.suffix)


def _title_uses(people: Iterable[Appearance]) -> tuple[TitleUse, ...]:
    """Give every title with its documents, in the order of these."""
    forms: dict[str, str] = {}
    documents: defaultdict[str, dict[Hashable, None]] = defaultdict(dict)
    for one in people:
        for title in _titles(one.speaker):
            form = " ".join(title.replace("\u2019", "'").casefold().split())
            forms.setdefault(form, title)
            documents[form][one.document] = None
    return tuple(
        TitleUse(title=title, documents=tuple(documents[form])) for form, title in forms.items()
    )


def _support(people: Sequence[Appearance]) -> tuple[str, ...]:
    """Give what at least two of the documents have in common besides the name."""
    titles = [(one.document, read_title(title)) for one in people for title in _titles(one.speaker)]
    roles = ((document, role) for document, title in titles for role in title.roles)
    quotations = ((one.document, number) for one in people for number in one.quotations)
    found = {
        "title": _is_shared(roles),
        "organization": _share_body(titles),
        "quotation": _is_shared(quotations),
    }
    return tuple(name for name, is_shared in found.items() if is_shared)


def _is_shared(facts: Iterable[tuple[Hashable, object]]) -> bool:
    first: dict[object, Hashable] = {}
    return any(first.setdefault(fact, document) != document for document, fact in facts)


def _share_body(titles: Iterable[tuple[Hashable, TitleWords]]) -> bool:
    documents: defaultdict[TitleWords, set[Hashable]] = defaultdict(set)
    for document, title in titles:
        documents[title].add(document)
    return any(
        name_one_body(one, other) and len(documents[one] | documents[other]) > 1
        for one, other in itertools.combinations_with_replacement(documents, 2)
    )
