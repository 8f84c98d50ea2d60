"""Organisations' names: the fullest form, freed from articles, owners and class nouns."""

from __future__ import annotations

import collections
import itertools
import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence

import attrs

from quoteattr.entities.body_signs import (
    body_openings,
    has_trade_of_firms,
    is_meant_as_body,
    is_short_for_body,
    is_told_of,
    says_i,
)
from quoteattr.entities.person_names import joins_courtesies
from quoteattr.lexicon.name_words import is_given_name, is_honorific, is_title_word
from quoteattr.lexicon.noun_kinds import (
    common_noun_kind,
    is_body,
    is_office_in_letters,
    is_role,
    is_seat,
    is_singular_role,
)
from quoteattr.lexicon.word_lists import marked_words, read_table, read_words
from quoteattr.syntax.name_references import explained_names
from quoteattr.syntax.name_signs import has_capital
from quoteattr.syntax.noun_phrases import is_one_of_a_people
from quoteattr.syntax.tokens import LabelledRange, Parse, lower_before

__all__ = ["FIRM_ENDS", "NamedBody", "bodies_among_persons", "body_name", "find_bodies"]

_ARTICLES = frozenset({"the", "a", "an"})
_JOINING = frozenset({"and", "&"})
_CLASS_NOUNS = marked_words("kind-of-body")
FIRM_ENDS = read_words("firm_ends")
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z&.]{1,7})\)")
_MEDIA = marked_words("kind-of-media")
_NAMESAKES = 50
_CLASS_REACH = 3
_NAMING = frozenset({
    "FAC", "GPE", "ORG", "PRODUCT", "WORK_OF_ART",
})  # fmt: skip
_LABELLED = _NAMING | {"NORP"}
_BRACKETS = frozenset({"(", ")", "-LRB-", "-RRB-"})
_SMALL_WORDS = marked_words("not-in-initials")


@attrs.frozen(kw_only=True, eq=False)
class NamedBody:
    """An organisation, a place, or whatever else has a name and is no person.

    Attributes:
        name: the fullest form in the text, without article and owner.
        label: what the name finder mostly calls it, "" where it has no label.
        words: lower-cased words of all forms of the name.
        spans: (first, behind last) token of each mention, in text order.
    """

    name: str
    label: str
    words: frozenset[str]
    spans: tuple[tuple[int, int], ...]


def find_bodies(
    parse: Parse,
    people: Container[int] = (),
    speaking: Collection[int] = (),
    offices: Container[str] = (),
    among_persons: Container[int] = (),
) -> tuple[NamedBody, ...]:
    """Group the names of organisations and places by what they name, in text order.

    A short form goes to the one longer name that it may stand for, an acronym to the name in
    front of its brackets or the one with these initials.

    Args:
        parse: the text's tokens.
        people: the tokens of persons' names, which name nothing else.
        speaking: heads of mentions that quotations hang on: capitals there are a name, as they
            are where they stand as a subject.
        offices: letters that somebody's title ends with, which name nothing alone.
        among_persons: numbers of the entities labelled as persons that are bodies.
    """
    everything = _without_overlaps(
        [
            *_explained_names(parse, people),
            *_labelled(parse, people, among_persons),
            *_speaking_names(
                parse, people, [*speaking, *_subjects(parse), *_beside(parse, speaking)]
            ),
        ]
    )
    found = [
        (start, end)
        for start, end in everything
        if end > start + 1 or not _is_of_a_person(parse, start, offices)
    ]
    names = [body_name(parse, start, end) for start, end in found]
    full = _full_forms(parse, found, names)
    groups: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        if name and name.lower() not in _ARTICLES:
            groups.setdefault(full[name].lower(), []).append(number)
    return tuple(
        _body(parse, [found[number] for number in group], [names[number] for number in group])
        for group in groups.values()
    )


def _is_of_a_person(parse: Parse, token: int, offices: Container[str]) -> bool:
    """Tell whether a word alone is letters of office, or a courtesy before another: Mr and Mrs."""
    word = parse.words[token]
    return word in offices or is_office_in_letters(word) or joins_courtesies(parse, token)


def bodies_among_persons(parse: Parse) -> frozenset[int]:
    """Number the persons by label that a class noun shows to be bodies: the Star tabloid.

    Whoever bears the name in full elsewhere is a person, and the noun is what he or she owns.
    """
    persons = {
        number: entity for number, entity in enumerate(parse.entities) if entity.label == "PERSON"
    }
    shown = {*_classed_words(parse), *_shown_bodies(parse, persons.values())}
    longer = {
        word
        for entity in persons.values()
        if _words_of(parse, entity) not in shown
        for word in _words_of(parse, entity)
    }
    return frozenset(
        number
        for number, entity in persons.items()
        if (words := _words_of(parse, entity)) in shown and longer.isdisjoint(words)
    )


def _classed_words(parse: Parse) -> Iterator[tuple[str, ...]]:
    """Give the words with a capital that stand at a class noun."""
    for token in range(len(parse) - 1):
        name = parse.tags[token][:3] == "NNP" and parse.words[token][0].isupper()
        if name and _is_classed(parse, token):
            yield (parse.lowers[token],)


def _shown_bodies(parse: Parse, persons: Iterable[LabelledRange]) -> Iterator[tuple[str, ...]]:
    """Give the words of those persons that are called, classed or meant as bodies."""
    persons, firms, openings = list(persons), _firms(parse), body_openings(parse)
    speaking = {_words_of(parse, one) for one in persons if says_i(parse, one.start, one.end)}
    told = {_words_of(parse, one) for one in persons if is_told_of(parse, one.start, one.end)}
    for entity in persons:
        words = _words_of(parse, entity)
        if (
            words in firms
            or _is_called_body(parse, entity)
            or (words not in speaking and is_meant_as_body(parse, entity.start, entity.end))
            or has_trade_of_firms(parse, entity.start, entity.end)
            or is_short_for_body(parse, entity.start, entity.end, openings)
            or (words not in speaking | told and is_seat(" ".join(words)))
            or _is_classed(parse, entity.end - 1)
        ):
            yield words


def _is_called_body(parse: Parse, entity: LabelledRange) -> bool:
    """Tell whether a word shows a name to be a body's, and none a person's: Real Betis."""
    words = _words_of(parse, entity)
    before = lower_before(parse, entity.start)
    firm = before in read_words("firm_roles")
    surnames = read_words("surnames_first") & {words[0], words[0 if firm else -1]}
    return (
        len(words) > 1
        and not read_words("organization_words").isdisjoint({*words} - surnames)
        and not any(is_given_name(word) or is_title_word(word) for word in words)
        and not is_honorific(before)
        and (firm or not is_singular_role(before))
    )


def _firms(parse: Parse) -> frozenset[tuple[str, ...]]:
    """Give the words that come before "AG", "Holdings" and the like in names of bodies."""
    names = [_words_of(parse, entity) for entity in parse.entities if entity.label == "ORG"]
    return frozenset(name[:-1] for name in names if len(name) > 1 and name[-1] in FIRM_ENDS)


def _words_of(parse: Parse, entity: LabelledRange) -> tuple[str, ...]:
    return tuple(parse.lowers[entity.start : entity.end])


def _is_classed(parse: Parse, last: int) -> bool:
    """Tell whether a name modifies a class noun, or stands straight behind one.

    The one of several is somebody's: a Lund company.
    """
    behind = range(last + 1, min(last + 1 + _CLASS_REACH, len(parse)))
    nouns = [
        noun
        for noun in itertools.takewhile(lambda token: parse.tags[token] in ("NN", "NNS"), behind)
        if not any(parse.lowers[child] in ("a", "an") for child in parse.children[noun])
    ]
    if parse.deps[last] == "appos" and parse.heads[last] == last - 1:
        nouns.append(last - 1)
    return any(parse.lowers[noun] in _CLASS_NOUNS and parse.words[noun].islower() for noun in nouns)


def _body(parse: Parse, spans: Sequence[tuple[int, int]], names: Sequence[str]) -> NamedBody:
    labels = collections.Counter(parse.labels[end - 1] for _, end in spans)
    label = labels.most_common(1)[0][0] or _label_by_words(names)
    meant = not label and any(is_meant_as_body(parse, start, end) for start, end in spans)
    if meant or (label == "GPE" and any(_has_executive(parse, start) for start, _ in spans)):
        label = "ORG"
    return NamedBody(
        name=max(names, key=lambda name: (len(name.split()), len(name))),
        label="ORG" if label == "PERSON" else label,
        words=frozenset(word for name in names for word in name.lower().split()),
        spans=tuple(spans),
    )


def _has_executive(parse: Parse, start: int) -> bool:
    """Tell whether somebody leads or owns what a name stands for as a firm: chief executive of Zed.

    A place with the same name has a mayor or a president.
    """
    return (
        start > 1
        and parse.lowers[start - 1] == "of"
        and parse.lowers[start - 2] in marked_words("of-a-firm")
    )


def _label_by_words(names: Iterable[str]) -> str:
    """Give ORG if the last word of a longer name is one of firms or bodies, else ""."""
    ends = {name.lower().split()[-1] for name in names if len(name.split()) > 1}
    return "ORG" if any(end in FIRM_ENDS or is_body(end) for end in ends) else ""


def _without_overlaps(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the spans in text order, of those that overlap the first given."""
    kept: list[tuple[int, int]] = []
    taken: set[int] = set()
    for start, end in spans:
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            kept.append((start, end))
    return sorted(kept)


def _explained_names(parse: Parse, people: Container[int]) -> Iterator[tuple[int, int]]:
    """Give the names whose initials stand in brackets behind them, and these, but no person's."""
    for start, end in explained_names(parse):
        if not any(place in people for place in range(start, end)):
            yield start, end
            yield end + 1, end + 2


def _labelled(
    parse: Parse, people: Container[int], among_persons: Container[int]
) -> Iterator[tuple[int, int]]:
    """Give the labelled names of bodies and places, up to the bracket of an acronym."""
    for number, entity in enumerate(parse.entities):
        named = entity.label in _NAMING or number in among_persons
        if not named or parse.tags[entity.end - 1] == "JJ":
            continue
        if any(token in people for token in range(entity.start, entity.end)):
            continue
        start = entity.start
        for token in range(entity.start, entity.end):
            if parse.words[token] in _BRACKETS:
                if token > start:
                    yield start, token
                start = token + 1
        if entity.end > start:
            yield start, entity.end


def _subjects(parse: Parse) -> Iterator[int]:
    """Give the capitals that act in a sentence of the reporter's."""
    for token, dep in enumerate(parse.deps):
        if dep == "nsubj" and parse.tags[token] == "NNP" and not parse.words[token].isupper():
            yield token


def _beside(parse: Parse, speaking: Iterable[int]) -> Iterator[int]:
    """Give what stands in apposition to those who speak: the owner, Zed Steel, said."""
    for head in speaking:
        yield from (child for child in parse.children[head] if parse.deps[child] == "appos")


def _speaking_names(
    parse: Parse, people: Container[int], speaking: Iterable[int]
) -> Iterator[tuple[int, int]]:
    """Give the capitals at certain heads that have no label."""
    for head in speaking:
        if parse.labels[head] in _LABELLED or head in people or not _is_capital(parse, head):
            continue
        if _is_common(parse, head) or _is_labelling_role(parse, head):
            continue
        start, end = head, head + 1
        while start and parse.heads[start - 1] == head and _is_capital(parse, start - 1):
            start -= 1
        if not any(token in people for token in range(start, end)):
            yield start, end


def _is_common(parse: Parse, token: int) -> bool:
    """Tell whether a word with a capital is a role, a nation or the like: the President."""
    word = parse.lowers[token]
    if word.endswith(("man", "woman", "men", "women")) or is_office_in_letters(parse.words[token]):
        return True
    if is_one_of_a_people(parse, token):
        return True
    return is_title_word(word) or common_noun_kind(word) != "thing"


def _is_labelling_role(parse: Parse, token: int) -> bool:
    """Tell whether a role stands for its bearer before a colon: Analyst: And the debt?"""
    return parse.words[token + 1 : token + 2] == [":"] and is_role(parse.lowers[token])


def _is_capital(parse: Parse, token: int) -> bool:
    return parse.tags[token] in ("NNP", "NNPS") and parse.words[token][0].isupper()


def _full_forms(
    parse: Parse, spans: Sequence[tuple[int, int]], names: Sequence[str]
) -> dict[str, str]:
    """Map each name to the fullest form of the same."""
    distinct = list(dict.fromkeys(name for name in names if name))
    by_word: dict[str, list[str]] = {}
    for name in distinct:
        for word in set(name.lower().split()):
            by_word.setdefault(word, []).append(name)
    couples = {name for name in distinct if _joins_two(by_word, name)}
    single = {
        word: [name for name in names if name not in couples] for word, names in by_word.items()
    }
    firms = {
        name
        for (_, end), name in zip(spans, names, strict=True)
        if parse.labels[end - 1] in ("ORG", "PERSON")
    }
    places = {
        name.lower()
        for (_, end), name in zip(spans, names, strict=True)
        if parse.labels[end - 1] == "GPE"
    }
    explained = {**_short_for(distinct, places), **_explained_in_brackets(parse, spans, names)}
    return {name: _fuller(single, explained.get(name.lower(), name), firms) for name in distinct}


def _explained_in_brackets(
    parse: Parse, spans: Sequence[tuple[int, int]], names: Sequence[str]
) -> dict[str, str]:
    """Map letters in brackets, in lower case, to the name that first stands before them."""
    return {
        match.group(1).lower(): name
        for (_, end), name in zip(reversed(spans), reversed(names), strict=True)
        if name and (match := _ACRONYM.match(parse.text, parse.ends[end - 1] + 1))
    }


def _short_for(names: Iterable[str], places: Container[str]) -> dict[str, str]:
    """Map initials, in lower case, to the only name that has them.

    Those that all readers know stand for no other name, and other letters of places for none.
    """
    known = read_table("known_letters")
    found: dict[str, dict[str, str]] = {}
    for name in names:
        for letters in _initials(name):
            meant = name.lower() in known.get(letters, name.lower()).split("|")
            if meant and (letters in known or letters not in places):
                found.setdefault(letters, {})[name.lower()] = name
    return {
        letters: name for letters, same in found.items() if len(same) == 1 for name in same.values()
    }


def _joins_two(by_word: Mapping[str, Sequence[str]], name: str) -> bool:
    """Tell whether a name is two that the text has elsewhere: Zed Steel and Ayton Port."""
    words = name.lower().split()
    return any(
        word in _JOINING
        and _begins_another(by_word, name, words[:place])
        and _begins_another(by_word, name, words[place + 1 :])
        for place, word in enumerate(words)
    )


def _begins_another(by_word: Mapping[str, Sequence[str]], name: str, words: Sequence[str]) -> bool:
    """Tell whether another name begins with the words."""
    namesakes = by_word.get(words[0], ())[:_NAMESAKES] if words else ()
    return any(
        other != name and other.lower().split()[: len(words)] == words for other in namesakes
    )


def _initials(name: str) -> Iterator[str]:
    words = name.split()
    kept = [word for word in words if word.lower() not in _SMALL_WORDS]
    if len(kept) > 1:
        yield "".join(word[0] for word in words).lower()
        yield "".join(word[0] for word in kept).lower()


def _fuller(by_word: Mapping[str, Sequence[str]], name: str, firms: Container[str]) -> str:
    """Give the only longer name that the name is short for, else the name itself.

    Args:
        by_word: the names by each of their words.
        name: the short name.
        firms: the names that are labelled as organisations somewhere.
    """
    words = name.lower().split()
    if is_seat(name) or name.lower() in read_words("places") or not words:
        return name
    namesakes = [
        other
        for other in by_word.get(words[-1], ())[:_NAMESAKES]
        if len(other.split()) > len(words)
    ]
    longer = [other for other in namesakes if _extends(other.lower().split(), words)]
    if not longer and len(words) == 1 and name in firms and not name.isupper():
        longer = [o for o in namesakes if o in firms and _opens(o.lower().split(), words[0])]
    return longer[0] if len({other.lower() for other in longer}) == 1 else name


def body_name(parse: Parse, start: int, end: int) -> str:
    """Give the name in tokens `start` to `end`, without article, owner and class noun.

    "Kenya's Transport Ministry" gives "Transport Ministry", "the state-run Safari news outlet"
    gives "Safari"; a phrase without a name is given as it stands, without its article.
    """
    if parse.tags[end - 1] == "POS":
        end -= 1
    start = _behind_articles(parse, _behind_owner(parse, start, end), end)
    start, end = _without_class_noun(parse, start, end)
    text = parse.text[parse.starts[start] : parse.ends[end - 1]] if end > start else ""
    return " ".join(text.split())


def _behind_articles(parse: Parse, start: int, end: int) -> int:
    """Step over articles and marks, but not over the last token."""
    while start < end - 1 and (
        parse.lowers[start] in _ARTICLES or not parse.words[start][0].isalnum()
    ):
        start += 1
    return start


def _without_class_noun(parse: Parse, start: int, end: int) -> tuple[int, int]:
    """Give what stands behind a class noun before a capital, else from the first name-like word on.

    A class noun at the end goes, with "news" and the like before it.
    """
    classed = next((token for token in range(start, end) if _is_class_noun(parse, token)), end)
    if classed + 1 < end and has_capital(parse.words[classed + 1]):
        return classed + 1, end
    capitals = [token for token in range(start, end) if _is_of_a_name(parse.words[token])]
    if not capitals:
        return start, end
    between = parse.lowers[capitals[-1] + 1 : end - 1]
    closes = parse.lowers[end - 1] in _CLASS_NOUNS and _MEDIA.issuperset(between)
    return capitals[0], capitals[-1] + 1 if closes else end


def _is_of_a_name(word: str) -> bool:
    """Tell whether a word has a capital or a digit: eBay, 3i."""
    return has_capital(word) or word[0].isdigit()


def _is_class_noun(parse: Parse, token: int) -> bool:
    """Tell whether a token in small letters is a noun for a kind of body: outlet, ministry."""
    lower = parse.lowers[token]
    return parse.words[token].islower() and (lower in _CLASS_NOUNS or is_body(lower))


def _behind_owner(parse: Parse, start: int, end: int) -> int:
    """Step over "South Korea's" where a name follows."""
    for token in range(end - 2, start, -1):
        if parse.tags[token] == "POS":
            owned = any(word[0].isupper() for word in parse.words[token + 1 : end])
            place = parse.labels[token - 1] in ("GPE", "NORP") or (
                " ".join(parse.lowers[start:token]) in read_words("places")
            )
            return token + 1 if owned and place else start
    return start


def _opens(longer: Sequence[str], word: str) -> bool:
    """Tell whether a word alone may stand for the name that it opens.

    So does Arno for Arno Iron Mines, and Ministry for Ministry of Trade, but the Senate is not
    the Senate Finance Committee.
    """
    rest = longer[1:]
    if longer[0] != word:
        return False
    return rest[0] in ("of", "for") if is_body(word) else not any(map(is_body, rest))


def _extends(longer: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether the longer name ends in the words, or begins with enough of them.

    One word is enough where only what tells an organisation follows: Acme of Acme Holdings AG.
    """
    rest = longer[len(words) :]
    enough = len(words) > 1 or FIRM_ENDS.issuperset(rest)
    return list(longer[-len(words) :]) == list(words) or (
        enough and list(longer[: len(words)]) == list(words)
    )
