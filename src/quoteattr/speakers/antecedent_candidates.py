"""Antecedent candidates: whom a reference may mean, each with what speaks for it."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator, Mapping, Sequence

import attrs

from quoteattr.attribution.attributions import Attribution, cue_token
from quoteattr.lexicon.noun_kinds import is_role
from quoteattr.lexicon.word_lists import marked_words, read_groups
from quoteattr.records import QuoteKind
from quoteattr.scoring.choice import Question
from quoteattr.speakers.ages import age_asked
from quoteattr.speakers.antecedent_features import (
    ahead_features,
    best_way,
    new_features,
    noun_features,
    pronoun_features,
    way_of,
)
from quoteattr.speakers.continuations import continuation_features, nobody_features
from quoteattr.speakers.phrase_relations import equates, stays_unnamed, told_in_clauses
from quoteattr.speakers.prohibitions import (
    is_forbidden,
    is_forbidden_ahead,
    is_outside,
    is_owner,
)
from quoteattr.speakers.references import Reference
from quoteattr.speakers.trails import Trail, is_told_of
from quoteattr.speakers.walks import NOBODY, Asked, Walk
from quoteattr.syntax.tokens import Parse, token_at

__all__ = ["about_continuation", "about_noun", "about_pronoun", "tellers_of"]

_REACH = 8  # trails
_FARTHEST = 40  # trails, among which those that grammar forbids are not counted
_MATCHING = 4  # trails that share the noun
_AHEAD = 3  # trails
_FAR_AHEAD = 2  # paragraphs
_SPOKE_LAST = 3  # trails
_MET_LAST = 5  # trails, for a quotation without a source

_INDEFINITE = frozenset({"a", "an", "number"})
_MINE = frozenset({"my", "our"})

Ties = Mapping[int, Sequence[str]]


def about_pronoun(walk: Walk, reference: Reference) -> Asked:
    """Put the question whom a pronoun means: those met last, and those named next."""
    scene = walk.scene
    others = {_who_was_answered(walk, reference), *_who_talk(walk, reference)}
    met = (walk.trails[number] for number in walk.latest(_FARTHEST) if number not in others)
    allowed = (trail for trail in met if not is_forbidden(scene.parse, reference, trail))
    near = list(itertools.islice(allowed, _REACH))
    suited = sum(_may_be(reference, trail) for trail in near)
    options: dict[int, Sequence[str]] = {
        trail.number: pronoun_features(scene, reference, trail, rank, suited)
        for rank, trail in enumerate(near)
    }
    for rank, (token, number) in enumerate(_coming(walk, reference)):
        trail = walk.trails[number]
        if number not in others and not is_forbidden(scene.parse, reference, trail):
            options[number] = ahead_features(scene, reference, trail, token, rank)
    options[NOBODY] = list(new_features(scene, reference, "none", ()))
    return _question(walk, "pronouns", reference, options)


def _who_talk(walk: Walk, reference: Reference) -> Iterator[int]:
    """Give the person whose own words a pronoun stands in, and who is told them.

    In “She lied,” Lee told the club, “and they paid,” neither is Lee she nor the club they.
    """
    for one in _own_words_around(walk, reference.token):
        teller = walk.known_at(one.source.head) if one.source else None
        if teller is not None and walk.trails[teller].human:
            yield teller
        cue = cue_token(walk.cast.parse, one)
        for child in () if cue is None else walk.cast.parse.children[cue]:
            told = walk.known_at(child) if walk.cast.parse.deps[child] in _HEARERS else None
            if told is not None:
                yield told


_HEARERS = frozenset({"dative", "dobj"})


def tellers_of(walk: Walk, reference: Reference) -> list[int]:
    """Give the pronouns for those of another gender whose own words hold a pronoun: he, of hers."""
    around = _own_words_around(walk, reference.token)
    tellers = [one.source.head for one in around if one.source]
    others = {"he", "she"} - {reference.pronoun}
    return [token for token in tellers if walk.cast.parse.lowers[token] in others]


def _own_words_around(walk: Walk, token: int) -> Iterator[Attribution]:
    """Give the quotations that tell whose and to whom the marked words are that hold a token.

    But what Lee said “he would pay” may be the reporter's way to put it.
    """
    around = walk.scene.words.holding.get(token, ()) if walk.cast.quoted[token] else ()
    for number in around:
        one = walk.attributions[number]
        own = one.kind is QuoteKind.DIRECT and not _is_clause_behind_cue(walk.cast.parse, one)
        while one.source is None and one.follows is not None:
            one = walk.attributions[one.follows]
        if own:
            yield one


def _is_clause_behind_cue(parse: Parse, one: Attribution) -> bool:
    """Tell whether no comma, colon or stop parts the words from the cue before them."""
    start = one.content[0][0]
    if one.cue is None or start < one.cue.end:
        return False
    return {",", ":", "."}.isdisjoint(parse.text[one.cue.end : start])


def _who_was_answered(walk: Walk, reference: Reference) -> int:
    """Give who asked what somebody answers, -1 for nobody: “Yes,” he, or the lawyer, replied."""
    number = min(walk.speaking.get(reference.token, [0])) - 1
    answered = _is_answered(walk, number) or _is_retorted(walk, reference, number)
    return walk.speakers.get(number, -1) if answered else -1


def _who_answers(walk: Walk, reference: Reference) -> int:
    """Give who by name answers what somebody asked, -1 for nobody: “Yes,” Ann Lee replied."""
    number = max(walk.speaking.get(reference.token, [-1]))
    source = walk.attributions[number + 1].source if _is_answered(walk, number) else None
    return walk.cast.at.get(source.head, -1) if source else -1


def _is_answered(walk: Walk, number: int) -> bool:
    """Tell whether a quotation is asked, and the one behind it replied."""
    if not 0 <= number < len(walk.attributions) - 1:
        return False
    asked, answered = (_cue_stem(walk, one) for one in (number, number + 1))
    return asked in marked_words("asking") and answered in marked_words("answering")


def _is_retorted(walk: Walk, reference: Reference, number: int) -> bool:
    """Tell whether a noun replies in the sentence behind a quotation, and nobody asked it there.

    Lee called it a lie. The minister replied; but not: Asked why, the minister replied.
    """
    parse = walk.cast.parse
    if reference.pronoun or number < 0:
        return False
    before, verb = walk.attributions[number], parse.heads[reference.token]
    last = max(token_at(parse, before.content[-1][1] - 1), cue_token(parse, before) or 0)
    asked = any(parse.deps[child] == "advcl" for child in parse.children[verb])
    replied = _cue_stem(walk, number + 1) in marked_words("answering")
    return replied and not asked and parse.sentence[reference.token] - parse.sentence[last] <= 1


def _cue_stem(walk: Walk, number: int) -> str:
    """Give the stem of the word that reports a quotation, "" where none does."""
    token = cue_token(walk.cast.parse, walk.attributions[number])
    return "" if token is None else walk.cast.parse.stems[token]


def _may_be(reference: Reference, trail: Trail) -> bool:
    """Tell whether somebody is of the sort and gender that a pronoun means."""
    human = trail.human
    if not reference.gender:
        return not human
    gender = trail.genders[0] if trail.genders else trail.guessed
    return human and gender in ("", reference.gender)


def _coming(walk: Walk, reference: Reference) -> Iterator[tuple[int, int]]:
    """Give the (token, trail) of those who are named for the first time soon behind the words."""
    parse, token = walk.cast.parse, reference.token
    place = bisect.bisect_right(walk.firsts, (token, len(walk.trails)))
    ahead = itertools.islice(walk.firsts, place, None)
    near = itertools.takewhile(
        lambda first: parse.paragraph[first[0]] - parse.paragraph[token] <= _FAR_AHEAD, ahead
    )
    answerer = _who_answers(walk, reference)
    suited = (
        first for first in near if first[1] != answerer and _suits(reference, walk.trails[first[1]])
    )
    for first, number in itertools.islice(suited, _AHEAD):
        if not walk.trails[number].met and not _clashes(reference, walk.trails[number]):
            yield first, number


def _suits(reference: Reference, trail: Trail) -> bool:
    """Tell whether a name is one of the sort that a pronoun or noun is for, if that is told."""
    if reference.gender or reference.sort == "person":
        return trail.human or trail.label == "name"
    if reference.sort == "document" and reference.determiner in _INDEFINITE:
        return False
    return reference.sort not in ("body", "document") or not trail.human


def _coming_with_titles(
    walk: Walk, reference: Reference, matching: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Give those who are named soon behind a noun, and those named later whose title it is."""
    soon = list(_coming(walk, reference))
    yield from soon
    for number in matching:
        trail = walk.trails[number]
        titled = reference.word in trail.titles and not trail.met
        spans = walk.cast.entities[number].spans if titled else ()
        if spans and number not in dict(soon).values() and not _clashes(reference, trail):
            yield spans[0][1] - 1, number


def _clashes(reference: Reference, trail: Trail) -> bool:
    """Tell whether a name or title says another gender than the reference.

    A given name alone says it of a noun.
    """
    told = trail.genders[0] if trail.genders else "" if reference.pronoun else trail.guessed
    return bool(reference.gender and told) and reference.gender != told


def about_noun(walk: Walk, reference: Reference, ties: Ties) -> Asked:
    """Put the question whom a noun phrase means.

    Args:
        walk: where the walk stands.
        reference: the noun phrase.
        ties: by trail, how grammar ties it to the phrase.
    """
    scene, apart = walk.scene, _apart(walk, reference)
    asker = _who_was_answered(walk, reference) if reference.sort == "person" else NOBODY
    matching = [*_akin(walk, reference), *list(walk.by_word.get(reference.word, ()))[-_MATCHING:]]
    ranks = {number: rank for rank, number in enumerate(walk.latest(_REACH))}
    met = [number for number in (*matching, *walk.prominent) if walk.trails[number].met]
    aged = list(_of_that_age(walk, reference))
    options: dict[int, Sequence[str]] = {
        number: noun_features(
            scene, reference, walk.trails[number], ranks.get(number, _REACH), ties.get(number, ())
        )
        for number in dict.fromkeys(aged or [*ties, *ranks, *met])
        if _may_mean(walk, reference, ties, number, apart)
        and (number != asker or is_told_of(walk.trails[number], {reference.word}))
    }
    if aged and options:
        return _question(walk, "nouns", reference, options)
    best = best_way(way_of(reference, walk.trails[number]) for number in options)
    for rank, (token, number) in enumerate(_coming_with_titles(walk, reference, matching)):
        trail = walk.trails[number]
        another = _is_another(scene.parse, reference, token)
        another = another or _has_another_role(scene.parse, reference, trail, token)
        another = another or is_forbidden_ahead(scene.parse, reference, trail)
        if number not in ties and not (another or _is_apart(walk, reference, (), trail, apart)):
            options[number] = ahead_features(scene, reference, trail, token, rank)
    tied = [tie for several in ties.values() for tie in several]
    options[NOBODY] = list(new_features(scene, reference, best, tied))
    return _question(walk, "nouns", reference, options)


def _of_that_age(walk: Walk, reference: Reference) -> Iterator[int]:
    """Give those met before of whom the age was told by which a noun with "the" calls somebody."""
    age = age_asked(reference) if reference.determiner == "the" else ""
    for trail in walk.trails if age else ():
        if trail.met and age in trail.ages:
            yield trail.number


def _is_another(parse: Parse, reference: Reference, name: int) -> bool:
    """Tell whether a name stands beside another of the kind: a nurse; another nurse, Ann Lee."""
    noun = parse.heads[name] if parse.deps[name] == "appos" else name
    beside = (noun, *(child for child in parse.children[noun] if parse.deps[child] == "appos"))
    return any(
        parse.lowers[token] == reference.word and parse.lowers[child] in marked_words("another")
        for token in beside
        for child in parse.children[token]
    )


def _has_another_role(parse: Parse, reference: Reference, trail: Trail, name: int) -> bool:
    """Tell whether a role is not that of somebody named behind it: a lawyer; then Judge Lee.

    Only a story's first paragraph may tell of an owner, to whom the next gives name and office.
    """
    indefinite = reference.determiner in _INDEFINITE and is_role(reference.word)
    lead = parse.paragraph[reference.token] == 0 != parse.paragraph[name]
    akin = read_groups("role_kin").get(reference.word, frozenset()) | {reference.word}
    told = any(is_role(word) for word in trail.titles) and not is_told_of(trail, akin)
    return indefinite and told and not lead


def _akin(walk: Walk, reference: Reference) -> Sequence[int]:
    """Give the bodies and texts met last, a word of whose name or title is akin to the noun."""
    numbers = {
        number
        for word in read_groups("body_kin").get(reference.word, ())
        for number in walk.by_word.get(word, ())
        if not walk.trails[number].human and walk.trails[number].phrase is None
    }
    return sorted(numbers, key=lambda number: walk.trails[number].met[-1:])[-_MATCHING:]


@attrs.frozen(kw_only=True, eq=False)
class _Apart:
    """Who is not meant by a noun, for what the text says of them around it.

    Attributes:
        speakers: those whose words it stands in.
        told: persons whom it tells of by name, or all where it says that it tells no name, unless
            grammar ties them to it, too.
    """

    speakers: frozenset[int]
    told: frozenset[int]


def _apart(walk: Walk, reference: Reference) -> _Apart:
    """Find out who says the words of a noun, and of whom it tells by name.

    Neither the lawyer who said that Ann Lee had left nor the senator who called her a liar is Lee.
    """
    cast, token = walk.cast, reference.token
    clauses = (cast.at.get(place) for place in told_in_clauses(cast.parse, token))
    told = {*walk.scene.words.named.get(token, ()), *clauses} if reference.sort != "name" else set()
    people = frozenset(range(len(cast.people)))
    return _Apart(
        speakers=frozenset(_speakers_around(walk, reference)),
        told=people if stays_unnamed(cast.parse, token) else people & told,
    )


def _speakers_around(walk: Walk, reference: Reference) -> Iterator[int]:
    """Give those whose words a noun stands in, and who cannot be meant by it.

    In “The doctor lied” the doctor is not whoever says this, nor is my boss I. Without marks it
    is no person who says so by name, unless Lee says that she is the doctor; but the bank said that
    the bank would pay.
    """
    cast, token = walk.cast, reference.token
    people = range(0 if equates(cast.parse, token) else len(cast.people))
    marked = reference.determiner in _MINE or cast.quoted[token]
    for number in walk.scene.words.holding.get(token, ()):
        source = walk.attributions[number].source
        if source is None or source.head == token:  # a label between the marks of its own turn
            continue
        named = cast.at.get(source.head)
        if named is not None and (marked or named in people):
            yield named
        if marked and source.head in walk.found:
            yield walk.found[source.head]


def _may_mean(walk: Walk, reference: Reference, ties: Ties, number: int, apart: _Apart) -> bool:
    """Tell whether grammar leaves it open that a noun phrase means somebody."""
    trail = walk.trails[number]
    if _is_apart(walk, reference, ties.get(number, ()), trail, apart):
        return False
    if number in ties:
        outside = is_outside(reference, ties[number], trail)
        return not (outside or is_owner(reference, ties[number], trail))
    return not is_forbidden(walk.scene.parse, reference, trail)


def _is_apart(
    walk: Walk, reference: Reference, ties: Sequence[str], trail: Trail, apart: _Apart
) -> bool:
    """Tell whether a name, or what is said around a noun, rules somebody out."""
    sure = {*ties} <= {"last"} or reference.sort == "document"
    told = trail.number in apart.speakers or (sure and trail.number in apart.told)
    return told or _bears_another_name(walk, reference, trail.number)


def _bears_another_name(walk: Walk, reference: Reference, number: int) -> bool:
    """Tell whether a reference is a name, and not that of an entity that has one.

    Who has a label in an interview is nobody else's: MODERATOR is not LEE.
    """
    words = walk.scene.words
    if number in words.labelled and reference.token in words.labels:
        return walk.cast.at.get(reference.token) != number
    bearer = walk.cast.at.get(reference.token) if reference.sort == "name" else None
    return bearer not in (None, number) and bool(walk.trails[number].words)


def about_continuation(walk: Walk, number: int, here: int) -> Asked:
    """Put the question whose a quotation is that hangs on no mention of its own.

    Args:
        walk: where the walk stands.
        number: the quotation's.
        here: its first token.
    """
    scene, attribution = walk.scene, walk.attributions[number]
    followed = None if attribution.follows is None else walk.speakers.get(attribution.follows)
    spoke = [*([] if followed is None else [followed]), *reversed(scene.last[-_SPOKE_LAST:])]
    options: dict[int, Sequence[str]] = {
        candidate: continuation_features(
            scene, attribution, here, walk.trails[candidate], followed, rank
        )
        for rank, candidate in enumerate(dict.fromkeys([*spoke, *walk.latest(_MET_LAST)]))
    }
    options[NOBODY] = nobody_features(scene, attribution, here, followed)
    return Asked(
        model="continuations", reference=None, attribution=number, question=_question_of(options)
    )


def _question(
    walk: Walk, name: str, reference: Reference, options: Mapping[int, Sequence[str]]
) -> Asked:
    numbers = walk.speaking.get(reference.token)
    return Asked(
        model=f"antecedents_{name}",
        reference=reference,
        attribution=numbers[0] if numbers else None,
        question=_question_of(options),
    )


def _question_of(options: Mapping[int, Sequence[str]]) -> Question[int]:
    """Keep the features as they are now: the walk goes on."""
    return Question(list(options), options.__getitem__)
