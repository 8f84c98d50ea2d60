"""The pronouns and role phrases of a text, resolved to referents, and the titles they bring."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import cast

import attrs

from quoteattr.entities.inventory import Index
from quoteattr.entities.persons import kin_of
from quoteattr.entities.titles import Title, title_of_phrase, title_of_predicate
from quoteattr.lexicon.noun_kinds import gender_of_role, is_role, is_title_word
from quoteattr.lexicon.word_lists import read_groups, read_table, read_words
from quoteattr.records import SpeakerKind
from quoteattr.speakers.named_later import find_leads
from quoteattr.speakers.noun_referents import named_person, person_beside
from quoteattr.speakers.pronoun_antecedents import (
    APART,
    GENDERS,
    Anaphor,
    Candidate,
    find_antecedents,
)
from quoteattr.syntax.mentions import Mention
from quoteattr.syntax.noun_phrases import Referent, article_of, phrase_referent
from quoteattr.syntax.tokens import Parse, subtree

__all__ = ["resolve_anaphors", "with_titles_of_anaphors"]

_DEFINITE = frozenset({"the", "this", "that"})
_INDEFINITE = frozenset({"a", "an", "one", "another"})
_PLAIN = frozenset({
    "-", "attorney", "chief", "deputy", "late", "new", "old", "prime", "second", "senior", "then",
    "vice",
})  # fmt: skip
_PAST = frozenset({"ex", "former", "retired"})
_AGE = {"old": 5, "year": 3}  # how far before it "the" stands in "the 34-year-old"
_COMPLEMENTS = (["of"], ["for"], ["at"], ["from"])
_COMING = frozenset({"first", "next", "last", "best", "only"})
_NOUNS = frozenset({"NN", "NNP"})


def resolve_anaphors(
    index: Index, plain: Mapping[int, Referent], speaking: frozenset[int]
) -> dict[int, Referent]:
    """Give the referents of pronouns ("she") and role phrases ("the Danish striker"), by token.

    Args:
        index: the document.
        plain: referents of the sources that are no pronouns, by head token.
        speaking: head tokens of all sources.
    """
    roles = _person_heads(index)
    later = dict(find_leads(index, roles, speaking))
    candidates = [*_named(index, speaking), *_unnamed(index, {**plain, **later}, roles)]
    anaphors = [
        *_pronouns(index, speaking),
        *_epithets(index, speaking),
        *_role_phrases(index, roles, speaking),
        *_owned_roles(index, roles, speaking),
    ]
    found = find_antecedents(index.parse, candidates, anaphors, index.quoted)
    return later | {token: cast("Referent", referent) for token, referent in found.items()}


def with_titles_of_anaphors(index: Index, resolved: Mapping[int, Referent]) -> Index:
    """Add the titles that "she is the mayor" and "the Danish striker" apply to people."""
    more: dict[int, list[Title]] = {}
    for token, referent in resolved.items():
        if referent.person is not None and not index.quoted[token]:
            title = _title_of_anaphor(index.parse, token)
            if title is not None:
                more.setdefault(referent.person, []).append(title)
    titles = [(*of_person, *more.get(number, ())) for number, of_person in enumerate(index.titles)]
    return attrs.evolve(index, titles=titles)


def _title_of_anaphor(parse: Parse, token: int) -> Title | None:
    if parse.lowers[token] in GENDERS:
        subject = parse.deps[token] == "nsubj"
        return title_of_predicate(parse, (token, token + 1)) if subject else None
    return title_of_phrase(parse, min([token, *parse.children[token]]), token)


def _person_heads(index: Index) -> list[int]:
    """Give the nouns for persons that belong to no name."""
    parse = index.parse
    people = read_table("person_heads")
    return [
        token
        for token, word in enumerate(parse.lowers)
        if parse.tags[token] in _NOUNS
        and token not in index.person_at
        and token not in index.title_at
        and (is_role(word) or word in people)
    ]


def _named(index: Index, speaking: frozenset[int]) -> Iterator[Candidate]:
    """Give every mention by name."""
    for number, person in enumerate(index.people):
        referent = named_person(index, number)
        words = frozenset(_title_words(index, number))
        gender = person.gender or next(filter(None, map(gender_of_role, sorted(words))), "")
        called = frozenset(kin_of(index.parse, name) for name in person.names) - {""}
        names = frozenset(_proper_words(index.parse, index.titles[number]))
        for name in person.names:
            yield Candidate(
                token=name.end - 1,
                referent=referent,
                gender=gender,
                words=words,
                names=names,
                called=called,
                speaks=any(token in speaking for token in range(name.start, name.end)),
            )


def _title_words(index: Index, number: int) -> Iterator[str]:
    for title in index.titles[number]:
        yield from index.parse.lowers[title.start : title.end]


def _proper_words(parse: Parse, titles: Iterable[Title]) -> Iterator[str]:
    """Give the words of the titles that name a place or a body."""
    for title in titles:
        for token in range(title.start, title.end):
            if _is_proper(parse, token):
                yield parse.lowers[token]


def _is_proper(parse: Parse, token: int) -> bool:
    word = parse.lowers[token]
    named = parse.tags[token] in ("NNP", "NNPS") and parse.words[token][0].isupper()
    return named and not (is_role(word) or is_title_word(word) or word in _PLAIN)


def _unnamed(
    index: Index, plain: Mapping[int, Referent], heads: Collection[int]
) -> Iterator[Candidate]:
    """Give the mentions of persons without a name: sources, and "a surgeon who ..."."""
    parse = index.parse
    for token in heads:
        article = article_of(parse, token)
        if token not in plain and not _introduced(index, token, article):
            continue
        referent = plain.get(token) or phrase_referent(
            parse, Mention(start=article, end=subtree(parse, token)[1], head=token)
        )
        if referent.kind is SpeakerKind.UNNAMED or referent.person is not None:
            words = frozenset(parse.lowers[article : token + 1])
            named = referent.person is not None
            yield Candidate(
                token=token,
                referent=referent,
                gender=gender_of_role(parse.lowers[token]),
                words=frozenset() if named else words,
                called=words if named else frozenset(),
                speaks=token in plain,
                indefinite=not named,
            )


def _introduced(index: Index, token: int, article: int) -> bool:
    """Tell whether the noun brings in somebody new: "a surgeon", but not "she is a surgeon".

    "The prosecutor" does as the subject of a sentence that nobody with a name stands in.
    """
    parse = index.parse
    if parse.lowers[article] == "the" and parse.deps[token] == "nsubj":
        return not index.quoted[token] and not any(
            place in index.person_at for place in range(*parse.sentences[parse.sentence[token]])
        )
    if parse.lowers[article] not in _INDEFINITE or parse.deps[token] == "attr":
        return False
    return parse.deps[token] != "appos" or parse.heads[token] not in index.person_at


def _pronouns(index: Index, speaking: frozenset[int]) -> Iterator[Anaphor]:
    """Give "he" and "she" outside quotation marks, and those inside that speak."""
    for token, word in enumerate(index.parse.lowers):
        if word in GENDERS and (not index.quoted[token] or token in speaking):
            head = index.parse.heads[token]
            yield Anaphor(
                token=token,
                gender=GENDERS[word],
                owned=index.parse.lowers[head] if index.parse.deps[token] == "poss" else "",
                speaks=token in speaking,
            )


def _epithets(index: Index, speaking: frozenset[int]) -> Iterator[Anaphor]:
    """Give the speakers called by age or nation alone: the 23-year-old, the Dane."""
    parse = index.parse
    for token in speaking:
        aged = parse.lowers[token] in _AGE
        article = token - _AGE[parse.lowers[token]] if aged else article_of(parse, token)
        if article < 0 or parse.lowers[article] != "the" or token in index.person_at:
            continue
        nation = parse.labels[token] == "NORP" and parse.tags[token] in _NOUNS
        man = parse.words[token][0].isupper() and parse.lowers[token].endswith(("man", "woman"))
        if aged or nation or man:
            yield Anaphor(token=token, gender=_gender_of_nation(parse.lowers[token]), speaks=True)


def _gender_of_nation(word: str) -> str:
    return "f" if word.endswith("woman") else "m" if word.endswith("man") else ""


def _role_phrases(
    index: Index, heads: Collection[int], speaking: frozenset[int]
) -> Iterator[Anaphor]:
    """Give the definite role phrases outside quotation marks: the Danish striker."""
    parse = index.parse
    for token in heads:
        article = article_of(parse, token)
        if parse.lowers[article] not in _DEFINITE or index.quoted[token]:
            continue
        descriptive = token in speaking and _is_descriptive(parse, article, token)
        names = range(token + 1 if descriptive else article, token + 2)
        if any(place in index.person_at for place in names):
            continue
        following = parse.lowers[token + 1] if token + 1 < len(parse) else ""
        modifiers = frozenset(parse.lowers[article + 1 : token])
        if following in ("who", "whose", "that") or not modifiers.isdisjoint(_COMING):
            continue
        yield _role_phrase(parse, article, token, speaks=token in speaking)


def _role_phrase(parse: Parse, article: int, token: int, *, speaks: bool) -> Anaphor:
    word = parse.lowers[token]
    before = range(article + 1, token)
    modifiers = frozenset(parse.lowers[place] for place in before)
    narrowed = not modifiers and parse.lowers[token + 1 : token + 2] in _COMPLEMENTS
    serving = word in read_words("serving_roles") and modifiers.isdisjoint(_PAST)
    return Anaphor(
        token=token,
        gender=gender_of_role(word),
        role=word,
        kin=_kin_of_role(word),
        modifiers=modifiers - _PLAIN - _PAST,
        names=frozenset(parse.lowers[place] for place in before if _is_proper(parse, place)),
        apart=modifiers & APART,
        vague=narrowed or not modifiers - _PLAIN,
        epithet=speaks and not (narrowed or serving or _stands_alone(parse, token)),
        serving=serving,
        descriptive=speaks and _is_descriptive(parse, article, token),
        speaks=speaks,
    )


def _stands_alone(parse: Parse, token: int) -> bool:
    """Tell whether the noun is a label (THE WITNESS: ...) or a title that goes with its name."""
    return parse.lowers[token + 1 : token + 2] == [":"] or is_title_word(parse.lowers[token])


def _owned_roles(
    index: Index, heads: Collection[int], speaking: frozenset[int]
) -> Iterator[Anaphor]:
    """Give the roles in somebody's life, which fit only who is known to play them: her son."""
    parse = index.parse
    for token in heads:
        children = parse.children[token]
        owned = any(
            parse.deps[child] == "poss" and parse.lowers[child] != "your" for child in children
        )
        named = person_beside(index, token) is not None
        if owned and not named and token + 1 not in index.person_at and not index.quoted[token]:
            word = parse.lowers[token]
            yield Anaphor(
                token=token,
                gender=gender_of_role(word),
                role=word,
                kin=_kin_of_role(word),
                vague=True,
                speaks=token in speaking,
            )


def _kin_of_role(word: str) -> frozenset[str]:
    return read_groups("role_kin").get(word, frozenset()) | {word}


def _is_descriptive(parse: Parse, article: int, token: int) -> bool:
    """Tell whether a role comes with an age, a past, or a name: the 71-year-old prelate."""
    if parse.lowers[token] in read_words("serving_roles"):
        return False
    return any(
        parse.labels[place] == "NORP"
        or parse.lowers[place] in ("old", "former")
        or _is_proper(parse, place)
        for place in range(article + 1, token)
    )
