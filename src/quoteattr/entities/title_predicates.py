"""Title predicates: where a clause goes on to say what its subject or object is."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.lexicon.word_lists import marked_words
from quoteattr.syntax.grammar import NOMINAL_SUBJECTS
from quoteattr.syntax.tokens import Parse, TokenRange

__all__ = ["as_starts", "is_denied", "is_succeeded", "predicate_starts"]

_OBJECTS = frozenset({"dobj", "dative"})
_NOUNS = frozenset({"attr", "oprd"})
_GOES_ON = frozenset({"conj", "xcomp", "advcl", "pcomp"})
_NEGATION = frozenset({"neg"})
_HOLDING = marked_words("serving") | marked_words("appointing")
_RELATIVE = frozenset({"who", "that", "which"})


def predicate_starts(parse: Parse, mention: TokenRange) -> Iterator[int]:
    """Give where nouns begin that are said of a mention: she won and is the mayor."""
    for verb in _verbs(parse, mention):
        for child in parse.children[verb]:
            if parse.deps[child] in _NOUNS and parse.tags[child][:2] == "NN":
                yield min([child, *parse.children[child]])


def as_starts(parse: Parse, mention: TokenRange) -> Iterator[int]:
    """Give what follows "as" where it is said of a mention: she agreed to serve as mayor.

    So it is of whose role it tells: in her role as mayor.
    """
    for word in (*_verbs(parse, mention), *_roles(parse, mention)):
        for child in parse.children[word]:
            if parse.lowers[child] == "as" and parse.deps[child] == "prep":
                yield child + 1


def _verbs(parse: Parse, mention: TokenRange) -> list[int]:
    """Give the verbs whose complement tells what a mention is."""
    root = _root(parse, mention)
    if parse.deps[root] in _OBJECTS:
        return [parse.heads[root]]
    verbs = [child for child in parse.children[root] if _is_relative(parse, child)]
    if parse.deps[root] in NOMINAL_SUBJECTS:
        verbs.append(parse.heads[root])
    for verb in verbs:
        verbs += [token for token in _going_on(parse, verb) if token not in verbs]
    return [verb for verb in verbs if not _has(parse, verb, _OBJECTS) or _takes_over(parse, verb)]


def _roles(parse: Parse, mention: TokenRange) -> Iterator[int]:
    """Give the noun for an office that a mention owns: her role; Lee's tenure."""
    root = _root(parse, mention)
    noun = parse.heads[root]
    if parse.deps[root] == "poss" and parse.lowers[noun] in marked_words("tenure"):
        yield noun


def is_succeeded(parse: Parse, mention: TokenRange) -> bool:
    """Tell whether somebody takes over from a mention: Lund, of "she succeeded Lund as mayor"."""
    root = _root(parse, mention)
    return parse.deps[root] in _OBJECTS and _takes_over(parse, parse.heads[root])


def is_denied(parse: Parse, head: int) -> bool:
    """Tell whether a clause denies that its noun tells what somebody is: she is not the mayor.

    So it does of what she does not dream to become.
    """
    verb = parse.heads[head]
    if parse.lowers[verb] == "as":
        verb = parse.heads[verb]
        if parse.lowers[verb] not in _HOLDING:
            return False
    while parse.deps[verb] == "xcomp" and not _has(parse, verb, _NEGATION):
        verb = parse.heads[verb]
    return _has(parse, verb, _NEGATION)


def _takes_over(parse: Parse, verb: int) -> bool:
    """Tell whether the subject of a verb follows its object, and nobody else "with" whom it is."""
    return parse.lowers[verb] in marked_words("succeeding") and not any(
        parse.lowers[child] == "with" for child in parse.children[verb]
    )


def _root(parse: Parse, mention: TokenRange) -> int:
    """Give the token of a mention that hangs on one outside it."""
    outside = (token for token in range(*mention) if parse.heads[token] not in range(*mention))
    return next(outside, mention.end - 1)


def _is_relative(parse: Parse, token: int) -> bool:
    return parse.deps[token] == "relcl" and any(
        parse.deps[child] in NOMINAL_SUBJECTS and parse.lowers[child] in _RELATIVE
        for child in parse.children[token]
    )


def _going_on(parse: Parse, verb: int) -> Iterator[int]:
    """Give the verbs that share a verb's subject: won and is; agreed to serve; after serving."""
    for child in parse.children[verb]:
        below = parse.children[child] if parse.deps[child] == "prep" else ()
        for token in (child, *(one for one in below if parse.deps[one] == "pcomp")):
            verbal = parse.tags[token][:2] == "VB" and parse.deps[token] in _GOES_ON
            if verbal and not _has(parse, token, NOMINAL_SUBJECTS):
                yield token


def _has(parse: Parse, verb: int, deps: frozenset[str]) -> bool:
    return any(parse.deps[child] in deps for child in parse.children[verb])
