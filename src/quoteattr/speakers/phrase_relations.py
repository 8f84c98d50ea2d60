"""Phrase relations: how the names and nouns inside and beside a noun phrase stand to its head."""

from __future__ import annotations

from collections.abc import Container, Iterator

from quoteattr.lexicon.name_words import is_title_word
from quoteattr.lexicon.noun_kinds import is_person_noun
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.speakers.references import RELATIVE, Reference
from quoteattr.syntax.grammar import NOMINAL_SUBJECTS, NOUN_TAGS, POSSESSIVE_TAGS
from quoteattr.syntax.tokens import Parse, sentence_of, subtree

__all__ = [
    "agents_of",
    "closing_name",
    "equates",
    "name_given",
    "named_member",
    "related_tokens",
    "stays_unnamed",
    "told_in_clauses",
]

_LINKS = frozenset({"by", "for", "from", "in", "of", "at", "with", "on"})
_TIES = {
    "appos": "beside",
    "poss": "owner",
    "amod": "modifier",
    "compound": "modifier",
    "nmod": "modifier",
    "nummod": "modifier",
}


def related_tokens(parse: Parse, reference: Reference) -> Iterator[tuple[str, int]]:
    """Give tokens that a phrase is tied to by grammar, each with the tie.

    "inside" is the head itself, as in a name; "beside" what stands in apposition; "owner", "of",
    "by", "from" and the like, and "modifier" what belongs to the head; "first" and "last" the
    edges of the phrase as it was found, whatever the parse says of them.
    """
    token = reference.token
    yield "inside", token
    if parse.deps[token] == "appos":
        yield "beside before", parse.heads[token]
    if parse.deps[token] in ("compound", "nmod") and parse.tags[parse.heads[token]][:2] == "NN":
        yield "modified", parse.heads[token]
    for child in parse.children[token]:
        yield from _of_child(parse, child)
    if reference.end - 1 > token:
        yield "last", reference.end - 1
    if reference.start < token:
        yield "first", reference.start
    closing = closing_name(parse, token)
    if closing is not None:
        yield closing
    following = _next_word(parse, reference.end)
    if following is not None:
        yield "next" if following == reference.end else "next behind a mark", following


def closing_name(parse: Parse, head: int) -> tuple[str, int] | None:
    """Find the person's name that ends a long noun phrase, whatever the parse makes of it.

    The lawmaker from Kisumu constituency Ann Lee; but in "a spokeswoman for trade chief Ann Lee"
    "a lawyer for Gov. Ann Lee" and "Ministry of Trade Secretary Ann Lee" a role stands between.
    """
    last = sentence_of(parse, head)[1]
    role = depth = 0
    for token in range(head + 1, min(last, head + _FARTHEST)):
        depth += (parse.words[token] in _OPENERS) - (parse.words[token] in _CLOSERS)
        if parse.labels[token] == "PERSON":
            behind_noun = token > head + 1 and parse.tags[token - 1] in _BEFORE_NAMES
            return ("closing behind a role" if role else "closing", token) if behind_noun else None
        if depth or parse.words[token] in _CLOSERS:
            continue
        if parse.tags[token] not in _INSIDE_TAGS and parse.lowers[token] not in _INSIDE_WORDS:
            return None
        titled = is_title_word(parse.lowers[token]) and parse.tags[token - 1] == "IN"
        role += titled or is_person_noun(parse.lowers[token])
    return None


_FARTHEST = 20
_BEFORE_NAMES = frozenset({*NOUN_TAGS, "-RRB-", "''"})
_OPENERS = frozenset({"(", "“", "-LRB-"})
_CLOSERS = frozenset({")", "”", "-RRB-"})
_INSIDE_TAGS = frozenset({*NOUN_TAGS, "JJ", "DT", "POS", "CD", "HYPH", "CC"})
_INSIDE_WORDS = frozenset({"of", "for", "from", "in", "at", "on", "to"})


def name_given(parse: Parse, token: int) -> int | None:
    """Give the token of the name that a clause about a noun says the bearer has, else None.

    That is Zed in “a man called Zed”, “a nurse who gave only her first name, Zed”, “a woman who
    gave her name only as Zed” and “a clerk who asked to be identified only as Zed”.
    """
    for place in range(token + 1, min(subtree(parse, token).end, len(parse) - 1)):
        behind = place + 1 + (parse.lowers[place + 1] == "only")
        links = parse.lowers[behind : behind + 2]
        if parse.lowers[place] in _NAMES and len(links) > 1 and links[0] in _EQUATES:
            own = any(parse.tags[owner] in POSSESSIVE_TAGS for owner in _owners(parse, place))
            return behind + 1 if own else None
        if parse.lowers[place] in _CALLED and parse.heads[place] == token:
            return None if _calls(parse, place) else place + 1
        if parse.lowers[place] in _MADE_KNOWN:
            return _known_as(parse, place)
    return None


_MADE_KNOWN = frozenset({"identified", "known"})
_REFLEXIVES = frozenset({"herself", "himself"})


def _known_as(parse: Parse, participle: int) -> int | None:
    """Give the name in "identified only as Zed", unless it is an owner's: as Zed's killer."""
    place = participle + 1
    for skipped in (_REFLEXIVES, frozenset({"only"})):
        place += not skipped.isdisjoint(parse.lowers[place : place + 1])
    name = place + 1
    named = parse.lowers[place:name] == ["as"] and parse.labels[name : name + 1] == ["PERSON"]
    owner = parse.tags[name + 1 : name + 2] == ["POS"]
    return name if named and not owner else None


def named_member(parse: Parse, token: int) -> int | None:
    """Give the last token of the name behind one of several: one of the pilots, Ann Lee, said.

    A name that is the subject of a verb is somebody else's.
    """
    link = token + 1
    if parse.lowers[token] not in _MEMBERS or parse.lowers[link : link + 1] != ["of"]:
        return None
    end = sentence_of(parse, token).end - 1
    comma = next((place for place in range(link, end) if parse.words[place] in _ASIDE), end)
    if comma == end or parse.labels[comma + 1] not in _BEARERS:
        return None
    last = parse.entities[parse.entity[comma + 1]].end - 1
    return None if parse.deps[last] in NOMINAL_SUBJECTS else last


_MEMBERS = frozenset({"one", "another"})
_BEARERS = frozenset({"PERSON", "ORG"})
_ASIDE = frozenset({",", "–", "—"})


def _calls(parse: Parse, verb: int) -> bool:
    """Tell whether a noun is who calls somebody so: the man who named Zed."""
    return any(
        parse.deps[child] == "nsubj" and parse.lowers[child] in RELATIVE
        for child in parse.children[verb]
    )


_NAMES = frozenset({"name", "nickname"})
_EQUATES = frozenset({",", "as", "is", "was", ":"})
_CALLED = marked_words("calling")


def told_in_clauses(parse: Parse, noun: int) -> Iterator[int]:
    """Give the words behind a noun in clauses about it, or below the verb whose subject it is.

    Who is named there is not the noun: the man who called Zed late, the man said that Zed was
    late, the man in a letter to Zed. But it may be what it is called: the man they know as Zed.
    Nor is it who was asked by it, or by whom it was: asked by the man, Zed left.
    """
    yield from _counterparts(parse, noun)
    for part in (*_clauses(parse, noun), *_deep_phrases(parse, noun)):
        for token in range(max(noun + 1, parse.lefts[part]), parse.rights[part]):
            name = token
            while parse.deps[name] == "compound":
                name = parse.heads[name]
            if parse.deps[name] != "appos" and not equates(parse, name):
                yield token


def _counterparts(parse: Parse, noun: int) -> Iterator[int]:
    """Give who was asked or told by a noun, and by whom it was: asked by Zed, the man left."""
    if parse.deps[noun] in NOMINAL_SUBJECTS:
        verb = parse.heads[noun]
        for clause in (verb, *_below(parse, verb, {"advcl"})):
            yield from agents_of(parse, clause)
    elif parse.deps[parse.heads[noun]] == "agent":
        verb = parse.heads[parse.heads[noun]]
        yield from _below(parse, verb, NOMINAL_SUBJECTS)
        if parse.deps[verb] == "advcl":
            yield from _below(parse, parse.heads[verb], NOMINAL_SUBJECTS)


def agents_of(parse: Parse, verb: int) -> Iterator[int]:
    """Give by whom something was done: Lee, in “a letter written by Lee”."""
    return (noun for link in _below(parse, verb, {"agent"}) for noun in parse.children[link])


def _below(parse: Parse, token: int, dependencies: Container[str]) -> Iterator[int]:
    return (child for child in parse.children[token] if parse.deps[child] in dependencies)


def equates(parse: Parse, token: int) -> bool:
    """Tell whether a noun says what somebody else is: Zed in “he is Zed” and “known as Zed”."""
    return parse.deps[token] in ("attr", "oprd") or parse.lowers[parse.heads[token]] == "as"


def stays_unnamed(parse: Parse, noun: int) -> bool:
    """Tell whether a clause about a noun, or one with its verb, says that no name is given.

    "An aide who asked not to be named", "an aide said on condition of anonymity".
    """
    verb = parse.heads[noun] if parse.deps[noun] in NOMINAL_SUBJECTS else noun
    parts = (
        child
        for head, deps in ((noun, ("relcl", "acl")), (verb, ("advcl", "prep", "xcomp")))
        for child in parse.children[head]
        if parse.deps[child] in deps
    )
    return any(
        _keeps_name(parse, token)
        for part in parts
        for token in range(parse.lefts[part], parse.rights[part])
    )


def _keeps_name(parse: Parse, token: int) -> bool:
    """Tell whether a word is "anonymity", or "named" with "not" or "declined" above it."""
    if parse.lowers[token] not in marked_words("made-known"):
        return parse.lowers[token] in marked_words("nameless")
    above = parse.heads[token]
    denied = {parse.lowers[child] for verb in (token, above) for child in parse.children[verb]}
    avoided = parse.deps[token] == "xcomp" and parse.stems[above] in marked_words("avoiding")
    return avoided or not marked_words("negation").isdisjoint(denied)


def _clauses(parse: Parse, noun: int) -> Iterator[int]:
    """Give the verbs of relative clauses about a noun, and of clauses below its own verb."""
    yield from (child for child in parse.children[noun] if parse.deps[child] == "relcl")
    for child in parse.children[parse.heads[noun]] if parse.deps[noun] in NOMINAL_SUBJECTS else ():
        if parse.deps[child] in ("ccomp", "advcl"):
            yield child
        elif parse.deps[child] == "prep":
            yield from (verb for verb in parse.children[child] if parse.deps[verb] == "pcomp")


def _deep_phrases(parse: Parse, noun: int) -> Iterator[int]:
    """Give the prepositions inside of phrases behind a noun: to, in “in a letter to Zed”."""
    for preposition in parse.children[noun] if parse.deps[noun] in NOMINAL_SUBJECTS else ():
        for inner in parse.children[preposition]:
            if parse.deps[inner] == "pobj":
                yield from (child for child in parse.children[inner] if parse.deps[child] == "prep")


def _next_word(parse: Parse, token: int) -> int | None:
    """Give the next word of the paragraph, over two marks at most."""
    last = parse.paragraphs[parse.paragraph[token - 1]][1]
    for place in range(token, min(last, token + 3)):
        if parse.words[place][0].isalnum():
            return place
        if parse.words[place] not in _MARKS:
            return None
    return None


_MARKS = frozenset({",", ")", "(", "-RRB-", "-LRB-"})


def _of_child(parse: Parse, child: int) -> Iterator[tuple[str, int]]:
    """Give what a dependent of the head ties to it."""
    dep = parse.deps[child]
    if dep in _TIES:
        yield _TIES[dep], child
    elif dep in ("prep", "agent"):
        yield from _of_preposition(parse, child)
    elif dep in ("acl", "relcl"):
        tie = "had by" if parse.lowers[child] in marked_words("second-hand") else "made by"
        yield from ((tie, maker) for maker in agents_of(parse, child))


def _of_preposition(parse: Parse, preposition: int) -> Iterator[tuple[str, int]]:
    word = parse.lowers[preposition]
    tie = word if word in _LINKS else "prep"
    for inner in parse.children[preposition]:
        if parse.deps[inner] == "pobj":
            yield tie, inner
            yield from (("owner of " + tie, owner) for owner in _owners(parse, inner))
            yield from (("beside", other) for other in _other_persons(parse, inner))


def _other_persons(parse: Parse, name: int) -> Iterator[int]:
    """Give who stands beside a person's name, and so is no other form of it.

    In "a lawyer for Mr Lee, Jane Doe," she is the lawyer.
    """
    if parse.labels[name] == "PERSON":
        for child in parse.children[name]:
            if parse.deps[child] == "appos" and parse.labels[child] == "PERSON":
                yield child


def _owners(parse: Parse, token: int) -> Iterator[int]:
    return (child for child in parse.children[token] if parse.deps[child] == "poss")
