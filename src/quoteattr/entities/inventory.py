"""What one pass over a text finds out about those who can speak in it."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence

import attrs

from quoteattr.entities.given_clusters import Clusters
from quoteattr.entities.organizations import Bodies, find_bodies
from quoteattr.entities.person_names import LETTERS_BEHIND, find_names
from quoteattr.entities.persons import Person, find_people, join_people
from quoteattr.entities.titles import Title, find_titles
from quoteattr.lexicon.word_lists import read_words
from quoteattr.syntax.capital_runs import find_runs
from quoteattr.syntax.repair_name_labels import set_labels_right
from quoteattr.syntax.tokens import Parse
from quoteattr.text.segments import Segment

__all__ = ["Index", "build_index"]


@attrs.frozen(kw_only=True, eq=False)
class Index:
    """What one pass over the text finds out for all its quotations.

    Attributes:
        parse: the tokens.
        quoted: by token, whether it stands between quotation marks.
        people: the persons named in the text.
        person_at: the person that a token's name means.
        titles: each person's titles, in text order.
        title_at: the person that a token's title belongs to.
        bodies: the organisations.
        texts: by lower-cased noun, where letters, statements and the like are mentioned.
    """

    parse: Parse
    quoted: Sequence[bool]
    people: Sequence[Person]
    person_at: Mapping[int, int]
    titles: Sequence[Sequence[Title]]
    title_at: Mapping[int, int]
    bodies: Bodies
    texts: Mapping[str, Sequence[int]]


def build_index(
    parse: Parse, segments: Sequence[Segment], speaking: Sequence[int], clusters: Clusters = ()
) -> Index:
    """Find the people, their titles and the organisations of a text.

    Args:
        parse: the text's tokens.
        segments: its quote-marked stretches.
        speaking: the head tokens of the mentions that quotations hang on.
        clusters: tokens that are known to refer to the same.
    """
    quoted = _quoted(parse, segments)
    parse, runs = _with_labels_right(parse, quoted)
    people = find_people(parse, find_names(parse, runs, frozenset(speaking)))
    people = join_people(parse, people, clusters)
    person_at = {
        token: number
        for number, person in enumerate(people)
        for name in person.names
        for token in range(name.start, _behind_letters(parse, name.end))
    }
    titles = _titles_of(parse, people, quoted)
    title_at = {
        token: number
        for number, of_person in enumerate(titles)
        for title in of_person
        for token in range(title.start, title.end)
    }
    return Index(
        parse=parse,
        quoted=quoted,
        people=people,
        person_at=person_at,
        titles=titles,
        title_at=title_at,
        bodies=find_bodies(parse, person_at),
        texts=_texts(parse),
    )


def _with_labels_right(
    parse: Parse, quoted: Sequence[bool]
) -> tuple[Parse, Sequence[tuple[int, int]]]:
    """Set the labels right, and give the runs of capitals, which labels bound."""
    runs = list(find_runs(parse))
    right = set_labels_right(parse, runs, quoted)
    return right, runs if right is parse else list(find_runs(right))


def _behind_letters(parse: Parse, end: int) -> int:
    """Step over letters behind a name: Jane Doe KC."""
    while end < len(parse) and parse.words[end] in LETTERS_BEHIND:
        end += 1
    return end


def _texts(parse: Parse) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    documents = read_words("document_heads")
    for token, word in enumerate(parse.lowers):
        if word in documents and parse.tags[token] == "NN":
            found.setdefault(word, []).append(token)
    return found


def _quoted(parse: Parse, segments: Sequence[Segment]) -> Sequence[bool]:
    quoted = [False] * len(parse)
    for segment in segments:
        if segment.depth:
            continue
        first = bisect.bisect_left(parse.starts, segment.inner_start)
        last = bisect.bisect_left(parse.starts, segment.inner_end)
        quoted[first:last] = [True] * (last - first)
    return quoted


def _titles_of(
    parse: Parse, people: Sequence[Person], quoted: Sequence[bool]
) -> tuple[tuple[Title, ...], ...]:
    """Give each person's titles, in text order."""
    number_of = {
        (name.start, name.end): number
        for number, person in enumerate(people)
        for name in person.names
    }
    titles: list[list[Title]] = [[] for _ in people]
    for title in find_titles(parse, sorted(number_of), quoted):
        titles[number_of[title.mention]].append(title)
    return tuple(map(tuple, titles))
