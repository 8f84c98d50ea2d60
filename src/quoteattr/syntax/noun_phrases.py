"""Noun phrases as they are written: who speaks, where nobody is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from quoteattr.lexicon.noun_kinds import is_body, is_document, is_people_noun, is_singular_role
from quoteattr.lexicon.word_lists import marked_words, read_words
from quoteattr.records import SpeakerKind
from quoteattr.syntax.grammar import CONNECTIVE_TAGS, PLURAL_TAGS
from quoteattr.syntax.mentions import Mention
from quoteattr.syntax.tokens import Parse, TokenRange, chars_of

__all__ = [
    "NamelessSpeaker",
    "article_of",
    "is_one_of_a_people",
    "phrase_of",
    "phrase_referent",
    "phrase_text",
]

_ARTICLES = frozenset({"the", "a", "an"})
_BARE_TAGS = frozenset({"IN", "NN", "RB"})
_WORD_ENDS = frozenset(',;:()[]"“”—–') | {"--", "``", "''"}


@attrs.frozen(kw_only=True)
class NamelessSpeaker:
    """Somebody or something that speaks and has no name.

    Attributes:
        name: the noun phrase as it is written, which stands for the name.
        kind: what sort of speaker it is, by the noun alone.
        phrase: the tokens of the noun phrase.
    """

    name: str
    kind: SpeakerKind
    phrase: TokenRange


def phrase_referent(parse: Parse, mention: Mention) -> NamelessSpeaker:
    """Take the noun phrase as it is written."""
    mention = _narrowed(parse, mention)
    start, end = phrase_of(parse, mention)
    return NamelessSpeaker(
        name=phrase_text(parse, start, end),
        kind=_kind(parse, mention, start),
        phrase=TokenRange(start, end),
    )


def _narrowed(parse: Parse, mention: Mention) -> Mention:
    """Take in what narrows the noun down behind it: two people briefed on the matter."""
    end = mention.end
    for child in parse.children[mention.head]:
        if child >= end and parse.deps[child] in ("acl", "amod") and parse.lefts[child] == end:
            end = parse.rights[child]
    return attrs.evolve(mention, end=end)


def _kind(parse: Parse, mention: Mention, start: int) -> SpeakerKind:
    word = parse.lowers[mention.head]
    for kind, test in _KINDS:
        if test(parse, mention.head, word, parse.lowers[start]):
            return kind
    return SpeakerKind.UNNAMED


_KINDS: tuple[tuple[SpeakerKind, Callable[[Parse, int, str, str], bool]], ...] = (
    (
        SpeakerKind.GROUP,
        lambda _, __, word, first: (
            word in marked_words("quantifier") or first in marked_words("quantifier")
        ),
    ),
    (SpeakerKind.DOCUMENT, lambda _, __, word, ___: is_document(word)),
    (SpeakerKind.GROUP, lambda _, __, word, ___: word in read_words("group_heads")),
    (
        SpeakerKind.GROUP,
        lambda parse, head, word, _: parse.tags[head] in PLURAL_TAGS and not is_singular_role(word),
    ),
    (SpeakerKind.ORGANIZATION, lambda _, __, word, ___: is_body(word)),
)


def phrase_of(parse: Parse, mention: Mention) -> TokenRange:
    """Give the mention's noun phrase without relative clause and apposition behind it."""
    end = _before_clauses(parse, mention.head, mention.end)
    end = next(_inner_appositions(parse, mention.head, end), end)
    end = next(_dates(parse, mention.head, end), end)
    while end > mention.head + 1 and (
        parse.words[end - 1] in _WORD_ENDS or parse.tags[end - 1] in CONNECTIVE_TAGS
    ):
        if parse.words[end - 1] == "”" and "“" in parse.words[mention.start : end]:
            break
        end -= 1
    start = mention.start
    while start < mention.head and not parse.words[start][0].isalnum():
        start += 1
    return TokenRange(start, _around_bracket(parse, mention.head, end))


def _before_clauses(parse: Parse, head: int, end: int) -> int:
    """Give where a phrase ends without relative clause and apposition behind its head."""
    for child in parse.children[head]:
        said = parse.deps[child] in ("relcl", "appos") or _tells(parse, child)
        said = said or _was_reached(parse, child)
        if head < child < end and said:
            end = min(end, max(parse.lefts[child], head + 1))
    return end


def _tells(parse: Parse, token: int) -> bool:
    """Tell whether a participle says what is reported: reports alleging that she left, “left”."""
    clause = any(parse.deps[child] == "ccomp" for child in parse.children[token])
    clause = clause or parse.words[token + 1 : token + 2] == ["“"]
    return clause and parse.tags[token] == "VBG" and parse.deps[token] == "acl"


def _was_reached(parse: Parse, token: int) -> bool:
    """Tell whether a participle says no more than when or how somebody was asked: by phone."""
    told = set(range(parse.lefts[token], parse.rights[token])) - {token}
    bare = all(parse.tags[t] in _BARE_TAGS or parse.labels[t] in ("DATE", "TIME") for t in told)
    asked = parse.deps[token] == "acl" and parse.lowers[token] in marked_words("reached")
    return asked and bare


def _around_bracket(parse: Parse, head: int, end: int) -> int:
    """Give where a phrase ends that takes in the partner of its last bracket, or leaves it out."""
    opened = [token for token in range(head + 1, end) if parse.words[token] in ("(", ")")]
    if not opened or parse.words[opened[-1]] == ")":
        return end
    return end + 1 if parse.words[end : end + 1] == [")"] else opened[-1]


def _dates(parse: Parse, head: int, end: int) -> Iterator[int]:
    """Give where the phrase goes on with when it was: on Friday; but a study published in May."""
    for token in range(head + 1, end):
        dated = parse.labels[token + 1 : token + 2] == ["DATE"]
        told = parse.deps[parse.heads[token]] != "acl"
        if told and dated and parse.lowers[token] in ("on", "in", "at", "from"):
            yield token


def _inner_appositions(parse: Parse, head: int, end: int) -> Iterator[int]:
    """Give where more is said behind a comma inside the phrase: in the Globe, a tabloid."""
    for token in range(head + 2, end):
        if parse.deps[token] in ("appos", "relcl"):
            first = parse.lefts[token]
            if first - 1 > head and parse.words[first - 1] == ",":
                yield first - 1


def phrase_text(parse: Parse, start: int, end: int) -> str:
    """Give the tokens' text on one line."""
    return " ".join(parse.text[slice(*chars_of(parse, start, end))].split())


def article_of(parse: Parse, head: int) -> int:
    """Give the determiner of a noun, or the noun."""
    return next((child for child in parse.children[head] if parse.deps[child] == "det"), head)


def is_one_of_a_people(parse: Parse, token: int) -> bool:
    """Tell whether a word is no name, but means one of a nation: the Swede, the young Swede."""
    article = parse.lowers[article_of(parse, token)]
    capital = parse.words[token][0].isupper()
    return article in _ARTICLES and capital and is_people_noun(parse.lowers[token])
