"""Speaker kinds: whether a speaker is a person, a body, several people, or a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from quoteattr.entities.organizations import FIRM_ENDS
from quoteattr.lexicon.name_words import is_given_name, is_honorific
from quoteattr.lexicon.noun_kinds import (
    is_body,
    is_document,
    is_person_noun,
    is_seat,
    is_singular_role,
)
from quoteattr.lexicon.word_lists import marked_words, read_words
from quoteattr.records import SpeakerKind
from quoteattr.scoring.choice import Question, choose
from quoteattr.scoring.linear_model import Model, load_model
from quoteattr.speakers.ages import tells_age
from quoteattr.speakers.antecedent_features import noun_of
from quoteattr.speakers.trails import Trail
from quoteattr.speakers.walks import Walk

__all__ = ["kind_of", "kind_question"]

_NAMED = (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION, SpeakerKind.GROUP, SpeakerKind.DOCUMENT)
_NAMELESS = (
    SpeakerKind.UNNAMED,
    SpeakerKind.GROUP,
    SpeakerKind.ORGANIZATION,
    SpeakerKind.DOCUMENT,
)
_ROLES = (SpeakerKind.UNNAMED, SpeakerKind.GROUP)
_AUTHORS = frozenset({"PERSON", "ORG"})  # a text that stands for one tells nothing of it
_LONG_NAME = 4


def kind_of(walk: Walk, number: int, model: Model | None = None) -> SpeakerKind:
    """Give the likeliest kind of a speaker, by what the text says of it.

    Somebody without a name is no `PERSON`, nor is whom "it" means; somebody with a name is not
    `UNNAMED`, and several who speak together are a `GROUP`.
    """
    if walk.trails[number].members:
        return SpeakerKind.GROUP
    return choose(kind_question(walk, number), model or load_model("speaker_kinds")).best


def kind_question(walk: Walk, number: int) -> Question[SpeakerKind]:
    """Ask what kind a speaker is of."""
    trail = walk.trails[number]
    told = list(_told(walk, trail))
    kinds = _kinds_of_name(walk, trail) if trail.phrase is None else _kinds_of_phrase(walk, trail)
    return Question(kinds, lambda kind: [f"{kind.value}|{name}" for name in told])


def _kinds_of_name(walk: Walk, trail: Trail) -> Sequence[SpeakerKind]:
    """Give the kinds that somebody with a name can be.

    Mr Mills is a person, and so is a name for one whom "she" means; whom "it" means is none, unless
    "it" may be a person's letter.
    """
    references = [one for one in map(walk.references.get, trail.met) if one]
    pronouns = {reference.pronoun for reference in references}
    human = not pronouns.isdisjoint(("he", "she"))
    if trail.label == "PERSON":
        if human or _has_courtesy(walk, trail):
            return _NAMED[:1]
        human = any(reference.sort == "document" for reference in references)
    return _NAMED if human or "it" not in pronouns else _NAMED[1:]


def _has_courtesy(walk: Walk, trail: Trail) -> bool:
    """Tell whether "Mr" or the like stands before the name, or opens it."""
    lowers, spans = walk.cast.parse.lowers, walk.cast.entities[trail.number].spans
    beside = (word for start, _ in spans for word in lowers[max(start - 1, 0) : start + 1])
    return any(is_honorific(word) and not is_given_name(word) for word in beside)


def _kinds_of_phrase(walk: Walk, trail: Trail) -> Sequence[SpeakerKind]:
    """Give the kinds that somebody without a name can be.

    Who has a role or is so many years old is no body or text, unless the noun is for one.
    """
    reference = walk.references.get(trail.met[0]) if trail.met else None
    word = reference.word if reference else ""
    if word in marked_words("excellency"):
        return _ROLES[:1]
    bodily = reference is not None and reference.sort in ("body", "firm")
    bodily = bodily or is_body(word) or is_document(word)
    human = is_singular_role(word) or (reference is not None and tells_age(reference.modifiers))
    return _ROLES if human and not bodily else _NAMELESS


def _told(walk: Walk, trail: Trail) -> Iterator[str]:
    yield "any"
    yield f"label={trail.label}"
    yield from _told_by_references(walk, trail)
    if trail.phrase is None:
        yield from _told_by_name(walk.cast.entities[trail.number].name, trail)
    else:
        yield from _told_by_phrase(walk, trail)


def _told_by_references(walk: Walk, trail: Trail) -> Iterator[str]:
    for token in trail.met:
        reference = walk.references.get(token)
        if reference is None:
            continue
        if reference.pronoun:
            yield f"pronoun={reference.pronoun}|{trail.label}"
        elif token not in walk.cast.at:
            if reference.sort != "document" or trail.label not in _AUTHORS:
                yield f"noun={noun_of(reference)}"
            yield f"noun={reference.sort}|{reference.plural}|{trail.label}"


def _told_by_name(name: str, trail: Trail) -> Iterator[str]:
    words = name.lower().split()
    for word in words:
        if _tells_kind(word):
            yield f"word={word}"
    yield f"last={words[-1] if _tells_kind(words[-1]) else ''}"
    yield f"ends in {_sort_of(words[-1])}"
    yield f"ends in {_sort_of(words[-1])}|{trail.label}"
    if trail.label != "PERSON":
        for sort in sorted({_sort_of(word) for word in trail.titles} - {"other"}):
            yield f"said to be {sort}|{trail.label}"
    yield f"titled={bool(trail.titles)}|{trail.label}"
    yield f"length={min(len(words), _LONG_NAME)}|{trail.label}"


def _told_by_phrase(walk: Walk, trail: Trail) -> Iterator[str]:
    head = trail.met[0] if trail.met else -1
    reference = walk.references.get(head)
    if reference is None:
        return
    noun = noun_of(reference)
    yield f"head={noun}"
    yield f"ending={noun[-3:]}|{reference.plural}"
    yield f"sort={reference.sort}|{reference.plural}"
    yield f"sort={reference.sort}|{reference.determiner}"
    yield f"first={reference.determiner}"
    yield f"tag={walk.cast.parse.tags[head]}"
    yield f"capital={walk.cast.parse.words[head][0].isupper()}|{reference.sort}"
    for word in reference.modifiers:
        if _tells_kind(word):
            yield f"modifier={word}"


def _sort_of(word: str) -> str:
    """Tell what a word of a name or of what is said of its bearer is for, as the lists know it."""
    if word in FIRM_ENDS or word in read_words("organization_words"):
        return "body"
    return "+".join(sort for sort, tells in _SORTS if tells(word)) or "other"


_SORTS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("text", is_document),
    ("body", is_body),
    ("person", is_person_noun),
    ("seat", is_seat),
)


def _tells_kind(word: str) -> bool:
    """Tell whether a word of a name or before a noun is one for people, bodies or texts."""
    return _sort_of(word) != "other"
