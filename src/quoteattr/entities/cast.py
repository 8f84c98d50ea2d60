"""The cast of a text: everybody and everything that has a name in it, each with a number."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import attrs

from quoteattr.entities.aliases import find_aliases
from quoteattr.entities.given_clusters import Clusters
from quoteattr.entities.label_names import with_label_names
from quoteattr.entities.organizations import NamedBody, bodies_among_persons, find_bodies
from quoteattr.entities.person_names import Name, find_names, letters_end
from quoteattr.entities.persons import Person, find_people, join_people
from quoteattr.entities.shared_titles import shared_titles
from quoteattr.entities.title_features import head_of
from quoteattr.entities.title_sites import Place
from quoteattr.entities.titles import Title, find_titles
from quoteattr.scoring.linear_model import Model
from quoteattr.syntax.capital_runs import find_runs
from quoteattr.syntax.tokens import Parse, TokenRange, tokens_between
from quoteattr.text.segments import Segment

__all__ = ["Cast", "Entity", "build_cast", "quoted_tokens", "with_titles_by"]


@attrs.frozen(kw_only=True, eq=False)
class Entity:
    """Somebody or something with a name.

    Attributes:
        number: its place in the cast.
        label: "PERSON", or what the name finder mostly calls it, "" where it has no label.
        name: the fullest form of the name.
        words: lower-cased words of all its names.
        gender: "m", "f", or "" where nothing tells.
        guessed: whether nothing but a given name tells the gender that may be a family name: Shi.
        spans: (first, behind last) token of each mention by name, in text order.
    """

    number: int
    label: str
    name: str
    words: frozenset[str]
    gender: str
    guessed: bool
    spans: tuple[tuple[int, int], ...]


@attrs.frozen(kw_only=True, eq=False)
class Cast:
    """What one pass over the text finds out for all its quotations.

    Attributes:
        parse: the tokens.
        quoted: by token, whether it stands between quotation marks, or in a turn without any.
        people: the persons named in the text.
        entities: all who have a name: the persons, in the same order, then the others.
        at: the entity that a token's name means.
        titles: each person's titles, in text order.
        title_at: the person that a token's title belongs to, if it is not that of several.
    """

    parse: Parse
    quoted: Sequence[bool]
    people: Sequence[Person]
    entities: Sequence[Entity]
    at: Mapping[int, int]
    titles: Sequence[Sequence[Title]]
    title_at: Mapping[int, int]

    def titles_of(self, number: int) -> Sequence[Title]:
        """Give the titles of an entity or of whoever else has a number, none but a person's."""
        return self.titles[number] if number < len(self.titles) else ()

    def person_at(self, token: int) -> int | None:
        """Give the person whose name a token is part of, None where that is nobody's."""
        number = self.at.get(token)
        return number if number is not None and number < len(self.people) else None


def build_cast(
    parse: Parse,
    segments: Sequence[Segment],
    speaking: Collection[int],
    clusters: Clusters = (),
    spoken: Iterable[tuple[int, int]] = (),
) -> Cast:
    """Find the people, their titles, and the organisations and places of a text.

    Args:
        parse: the text's tokens.
        segments: its quote-marked stretches.
        speaking: the head tokens of the mentions that quotations hang on.
        clusters: tokens that are known to refer to the same.
        spoken: (start, end) offsets of what is somebody's own words without marks.
    """
    quoted = quoted_tokens(parse, segments, spoken)
    runs = list(find_runs(parse))
    among_persons = bodies_among_persons(parse)
    names = with_label_names(parse, find_names(parse, runs, among_persons))
    people = find_people(parse, names, speaking)
    people = join_people(parse, people, [*clusters, *find_aliases(parse, names)])
    at = {
        token: number
        for number, person in enumerate(people)
        for name in person.names
        for token in range(name.start, letters_end(parse, name.end))
    }
    titles = _titles_of(parse, people, quoted)
    offices = frozenset(_offices(parse, titles))
    bodies = find_bodies(parse, at, speaking, offices, among_persons)
    entities = [
        *(_named_person(number, person) for number, person in enumerate(people)),
        *(_named_body(len(people) + number, body) for number, body in enumerate(bodies)),
    ]
    for entity in entities[len(people) :]:
        for start, end in entity.spans:
            for token in range(start, end):
                at.setdefault(token, entity.number)
    return Cast(
        parse=parse,
        quoted=quoted,
        people=people,
        entities=entities,
        at=at,
        titles=titles,
        title_at=_title_at(titles),
    )


def with_titles_by(cast: Cast, model: Model) -> Cast:
    """Give a cast whose people have the titles that a model finds."""
    titles = _titles_of(cast.parse, cast.people, cast.quoted, model)
    return attrs.evolve(cast, titles=titles, title_at=_title_at(titles))


def _named_person(number: int, person: Person) -> Entity:
    return Entity(
        number=number,
        label="PERSON",
        name=person.name,
        words=frozenset(word for name in person.names for word in name.words),
        gender=person.gender,
        guessed=_is_guessed(person),
        spans=tuple((name.start, name.end) for name in person.names),
    )


def _is_guessed(person: Person) -> bool:
    """Tell whether nothing but a given name tells a gender: it may be another's elsewhere."""
    return not any(name.gender for name in person.names)


def _named_body(number: int, body: NamedBody) -> Entity:
    return Entity(
        number=number,
        label=body.label,
        name=body.name,
        words=body.words,
        gender="",
        guessed=False,
        spans=body.spans,
    )


def quoted_tokens(
    parse: Parse, segments: Sequence[Segment], spoken: Iterable[tuple[int, int]] = ()
) -> Sequence[bool]:
    """Tell of each token whether it stands between quotation marks, or is spoken without any."""
    quoted = [False] * len(parse)
    marked = ((one.inner_start, one.inner_end) for one in segments if not one.depth)
    for start, end in (*marked, *spoken):
        first, last = tokens_between(parse, start, end)
        quoted[first:last] = [True] * (last - first)
    return quoted


def _offices(parse: Parse, titles: Iterable[Iterable[Title]]) -> Iterator[str]:
    """Give the letters that head somebody's title: Finance MEC Ann Lee; Bo Ek, OC of a station."""
    for title in itertools.chain.from_iterable(titles):
        word = parse.words[head_of(parse, title.start, title.end)]
        if word.isalpha() and word.isupper():
            yield word


def _title_at(titles: Sequence[Sequence[Title]]) -> dict[int, int]:
    """Give the person that each token of a title belongs to, but for titles of several."""
    holders: dict[int, set[int]] = {}
    for number, of_person in enumerate(titles):
        for title in of_person:
            for token in range(title.start, title.end):
                holders.setdefault(token, set()).add(number)
    return {token: holder for token, (holder, *others) in holders.items() if not others}


def _titles_of(
    parse: Parse, people: Sequence[Person], quoted: Sequence[bool], model: Model | None = None
) -> tuple[tuple[Title, ...], ...]:
    """Give each person's titles, in text order."""
    number_of = {
        (name.start, name.end): number
        for number, person in enumerate(people)
        for name in person.names
        if not name.stands_in
    }
    titles: list[list[Title]] = [[] for _ in people]
    names = [TokenRange(*name) for name in sorted(number_of)]
    found = find_titles(parse, names, quoted, model)
    for title in (*found, *shared_titles(parse, found, names)):
        titles[number_of[title.mention]].append(title)
    for number, person in enumerate(people):
        titles[number] += map(_title_of_office, filter(_is_office, person.names))
    return tuple(tuple(sorted(some, key=lambda title: title.start)) for some in titles)


def _is_office(name: Name) -> bool:
    return name.stands_in == "office"


def _title_of_office(name: Name) -> Title:
    """Make the title that stands for a name before a turn."""
    extent = TokenRange(name.start, name.end)
    return Title(start=name.start, end=name.end, place=Place.PREPOSED, mention=extent)
