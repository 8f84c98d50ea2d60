"""References: the pronouns and noun phrases of a text that mean somebody, and what they tell."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import attrs

from quoteattr.entities.cast import Cast
from quoteattr.lexicon.noun_kinds import (
    common_noun_kind,
    gender_of_role,
    is_office_in_letters,
    is_singular_role,
)
from quoteattr.lexicon.word_lists import marked_words, read_words
from quoteattr.speakers.designations import Designation, designation_at
from quoteattr.syntax.grammar import NOUN_TAGS, PLURAL_TAGS
from quoteattr.syntax.mentions import Mention
from quoteattr.syntax.noun_phrases import article_of, is_one_of_a_people
from quoteattr.syntax.token_columns import ends_age, telling_word
from quoteattr.syntax.tokens import Parse

__all__ = ["FIRST_PERSON", "PRONOUNS", "RELATIVE", "Reference", "find_references", "reference_to"]

PRONOUNS: Mapping[str, str] = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
    "it": "it", "its": "it", "itself": "it", "this": "it", "that": "it",
    "they": "they", "them": "they", "their": "they", "theirs": "they", "both": "they",
    "these": "they", "those": "they",
}  # fmt: skip
"""Third-person pronouns by their lower-cased form."""
FIRST_PERSON = marked_words("first-person")
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_SPELT = FIRST_PERSON | RELATIVE  # as are US and WHO
_GENDERS = {"he": "m", "she": "f"}
_ATTRIBUTIVE = frozenset({"amod", "compound", "nmod", "npadvmod", "nummod"})
_OLD_BEFORE = 5
_FARTHEST_ARTICLE = 8
_DETERMINERS = marked_words("determiner") | marked_words("indefinite")
_POSSESSIVES = marked_words("possessive")


@attrs.frozen(kw_only=True)
class Reference:
    """Words that mean somebody and are no name.

    Attributes:
        token: their head.
        start, end: first token of the phrase and the one behind its last.
        pronoun: "he", "she", "it", "they", or "" for a noun.
        word: the head in lower case, but for a name that is spelt as a pronoun: US, WHO.
        sort: what the noun is for: "person", "group", "firm", "body", "document", "name", "thing";
            a firm has a trade that a person may have too.
        gender: "m", "f", or "" where it tells none.
        plural: it means several.
        determiner: the article or the like in lower case, "poss" for an owner, "" for none.
        modifiers: lower-cased words between it and the head.
        narrowed: a phrase or clause behind the head says which one.
        speaks: a quotation hangs on it.
        designation: what it calls whom it means.
    """

    token: int
    start: int
    end: int
    pronoun: str
    word: str
    sort: str
    gender: str
    plural: bool
    determiner: str
    modifiers: frozenset[str]
    narrowed: bool
    speaks: bool
    designation: Designation


def find_references(cast: Cast, sources: Collection[Mention]) -> tuple[Reference, ...]:
    """Give the references of a text in its order: those that speak, and those that may.

    Args:
        cast: who has a name.
        sources: the mentions that quotations hang on.
    """
    speaking = {source.head: source for source in sources}
    found = dict(_sources(cast.parse, speaking))
    for token in range(len(cast.parse)):
        if token not in found and _may_mean_somebody(cast, token):
            found[token] = reference_to(cast.parse, token, speaks=False)
    return tuple(found[token] for token in sorted(found))


def _sources(parse: Parse, speaking: Mapping[int, Mention]) -> Iterator[tuple[int, Reference]]:
    for token, source in speaking.items():
        reference = reference_to(parse, token, speaks=True)
        yield (
            token,
            attrs.evolve(
                reference,
                start=min(source.start, reference.start) if not reference.pronoun else token,
                end=max(source.end, token + 1),
            ),
        )
        for child in parse.children[token]:
            if parse.deps[child] == "poss" and parse.lowers[child] in PRONOUNS:
                yield child, reference_to(parse, child, speaks=False)


def _may_mean_somebody(cast: Cast, token: int) -> bool:
    parse = cast.parse
    tag = parse.tags[token]
    if tag in ("PRP", "PRP$"):
        return not cast.quoted[token] and PRONOUNS.get(parse.lowers[token], "") in ("he", "she")
    if tag not in NOUN_TAGS or token in cast.at or token in cast.title_at:
        return False
    if parse.deps[token] in _ATTRIBUTIVE or cast.quoted[token] or _is_nobody(parse, token):
        return False
    return sort_of_noun(parse, token) in ("person", "group", "firm", "body")


def _is_nobody(parse: Parse, token: int) -> bool:
    """Tell whether a noun means nobody: no one, neither driver."""
    return parse.lowers[article_of(parse, token)] in marked_words("nobody")


def sort_of_noun(parse: Parse, token: int) -> str:
    """Tell what a noun is for, as the lists of words say."""
    word, plural = telling_word(parse.lowers, token), _is_plural(parse, token)
    if word in read_words("group_heads"):
        return "group"
    if not plural and word in read_words("firm_roles"):
        return "firm"
    people = parse.labels[token] == "NORP" or is_one_of_a_people(parse, token)
    people = people or is_office_in_letters(parse.words[token])
    kind = "person" if people or word in ("old", "one") else common_noun_kind(word)
    if kind == "person":
        return "group" if plural else "person"
    if kind != "thing":
        return kind
    capital = parse.tags[token][:3] == "NNP" and parse.words[token][0].isupper()
    return "name" if capital else "thing"


def _sort_of_speaker(parse: Parse, token: int) -> str:
    """Tell what a noun is for that speaks: a body, if it is a country or a management."""
    sort = sort_of_noun(parse, token)
    governed = parse.lowers[token] in marked_words("body-that-speaks")
    return "body" if sort == "thing" and governed else sort


def _is_plural(parse: Parse, token: int) -> bool:
    """Tell whether a noun means several; the tagger errs about capitals: THE CLERK."""
    return parse.tags[token] in PLURAL_TAGS and not is_singular_role(parse.lowers[token])


def reference_to(parse: Parse, token: int, *, speaks: bool) -> Reference:
    """Read what the words around a pronoun or a noun tell of whom they mean."""
    named = parse.tags[token][:3] == "NNP" and parse.lowers[token] in _SPELT
    word = parse.words[token] if named else parse.lowers[token]
    if _is_the_two(parse, token):
        word = "both"
    pronoun = PRONOUNS.get(word, "") if parse.tags[token][:2] not in ("NN", "JJ") else ""
    if pronoun:
        return Reference(
            token=token,
            start=token,
            end=token + 1,
            pronoun=pronoun,
            word=word,
            sort="pronoun",
            gender=_GENDERS.get(pronoun, ""),
            plural=pronoun == "they",
            determiner="",
            modifiers=frozenset(),
            narrowed=False,
            speaks=speaks,
            designation=Designation(word),
        )
    start, determiner = _outset(parse, token)
    return Reference(
        token=token,
        start=start,
        end=token + 1,
        pronoun="",
        word=word,
        sort=_sort_of_speaker(parse, token) if speaks else sort_of_noun(parse, token),
        gender=_gender(parse, token),
        plural=_is_plural(parse, token),
        determiner=determiner,
        modifiers=frozenset(parse.lowers[start:token]) - _DETERMINERS,
        narrowed=_is_narrowed(parse, token),
        speaks=speaks,
        designation=designation_at(parse, start, token),
    )


def _is_the_two(parse: Parse, token: int) -> bool:
    """Tell whether a number stands for both of two: the two said so, but not the two of them."""
    counted = parse.tags[token] == "CD" and parse.lowers[token] == "two"
    return counted and article_of(parse, token) < token and not parse.children[token][1:]


def _outset(parse: Parse, token: int) -> tuple[int, str]:
    """Give the first token before the noun that belongs to it, and its determiner."""
    if ends_age(parse.lowers, token):
        before = range(token - _OLD_BEFORE, max(-1, token - _FARTHEST_ARTICLE), -1)
        articles = (place for place in before if parse.lowers[place] in _DETERMINERS)
        article = next(articles, max(0, token - _OLD_BEFORE))
        return article, parse.lowers[article]
    start = min([token, *(c for c in parse.children[token] if parse.deps[c] in _BEFORE)])
    article = article_of(parse, token)
    if article != token:
        return min(start, article), parse.lowers[article]
    owner = _first_below(parse, token, "poss")
    if owner is not None:
        word = parse.lowers[owner]
        return parse.lefts[owner], word if word in _POSSESSIVES else "poss"
    return start, "" if _first_below(parse, token, "nummod") is None else "number"


def _first_below(parse: Parse, token: int, dependency: str) -> int | None:
    """Give the first token that hangs on another in some way."""
    return next((c for c in parse.children[token] if parse.deps[c] == dependency), None)


_BEFORE = frozenset({"amod", "compound", "det", "nmod", "nummod", "predet", "quantmod"})


def _gender(parse: Parse, token: int) -> str:
    word = parse.lowers[token]
    if word.endswith("woman"):
        return "f"
    return gender_of_role(word)


def _is_narrowed(parse: Parse, token: int) -> bool:
    return any(
        child == token + 1 and parse.deps[child] in ("prep", "relcl", "acl")
        for child in parse.children[token]
    )
