"""Antecedents: a walk through the text that chooses, reference by reference, who is meant."""

from __future__ import annotations

import bisect
import functools
import itertools
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

import attrs

from quoteattr.attribution.attributions import Attribution
from quoteattr.entities.cast import Cast
from quoteattr.entities.given_clusters import Clusters
from quoteattr.scoring.choice import Choice, Question, choose, overruled
from quoteattr.scoring.linear_model import Model, load_model
from quoteattr.speakers.antecedent_features import (
    Scene,
    ahead_features,
    match_of,
    new_features,
    noun_features,
    pronoun_features,
)
from quoteattr.speakers.continuations import continuation_features, nobody_features
from quoteattr.speakers.phrase_relations import related_tokens
from quoteattr.speakers.prohibitions import is_forbidden, is_outside
from quoteattr.speakers.references import (
    FIRST_PERSON,
    RELATIVE,
    Reference,
    find_references,
    reference_to,
)
from quoteattr.speakers.texts import text_authors
from quoteattr.speakers.trails import Trail, reporters_sentences
from quoteattr.syntax.mentions import Mention
from quoteattr.syntax.noun_phrases import phrase_referent
from quoteattr.syntax.tokens import Parse

__all__ = ["NOBODY", "Asked", "Decide", "Walk", "by_weights", "walk_through"]

NOBODY = -1
"""The candidate that stands for somebody new, or for nobody that the text tells of."""
_REACH = 8
_FARTHEST = 40
_MATCHING = 4
_OPENING = 2  # sentences
_AHEAD = 3
_FAR_AHEAD = 2
_DEEPEST = 8
_SURE = 0.6  # of a speaker whom nothing but the order of the text tells


@attrs.frozen(kw_only=True, eq=False)
class Asked:
    """The question who is meant.

    Attributes:
        model: name of the model that weighs the features.
        reference: the words that mean somebody, None for a quotation that hangs on none.
        attribution: number of the quotation, None where no quotation hangs on the words.
        question: the candidates, numbers of trails or NOBODY, and the features of each.
    """

    model: str
    reference: Reference | None
    attribution: int | None
    question: Question[int]


Decide = Callable[["Walk", Asked], Choice[int]]


@attrs.frozen(kw_only=True, eq=False)
class Walk:
    """Where a walk through a text stands.

    Attributes:
        cast: who has a name in the text.
        attributions: what was said.
        scene: what features are made of.
        trails: all who were met or have a name, by number.
        met: numbers of the trails, the one met last at the end.
        found: the trail that each reference means, by its head token.
        answers: how each was chosen.
        speakers: the trail of each attribution's speaker, as far as the walk came.
        by_word: numbers of trails by words of their names, titles and phrases.
        references: by head token.
        decide: answers a question.
        cluster_of: the number of the given cluster that a token is in.
        told: the trail of each given cluster, as soon as it is known.
        joint: the trail of those who were taken together, by their numbers.
    """

    cast: Cast
    attributions: Sequence[Attribution]
    scene: Scene
    references: Mapping[int, Reference]
    decide: Decide
    cluster_of: Mapping[int, int]
    told: dict[int, int]
    trails: list[Trail] = attrs.field(factory=list)
    met: dict[int, None] = attrs.field(factory=dict)
    found: dict[int, int] = attrs.field(factory=dict)
    answers: dict[int, Choice[int]] = attrs.field(factory=dict)
    continued: dict[int, Choice[int]] = attrs.field(factory=dict)
    speakers: dict[int, int] = attrs.field(factory=dict)
    by_word: dict[str, dict[int, None]] = attrs.field(factory=dict)
    firsts: list[tuple[int, int]] = attrs.field(factory=list)
    speaking: dict[int, list[int]] = attrs.field(factory=dict)
    open: dict[int, None] = attrs.field(factory=dict)
    joint: dict[tuple[int, ...], int] = attrs.field(factory=dict)


def by_weights(models: Mapping[str, Model] | None = None) -> Decide:
    """Give what answers questions by learned weights, those of the package by default."""

    def decide(_: Walk, asked: Asked) -> Choice[int]:
        model = (models or {}).get(asked.model) or load_model(asked.model)
        return choose(asked.question, model)

    return decide


def walk_through(
    cast: Cast, attributions: Sequence[Attribution], decide: Decide, clusters: Clusters = ()
) -> Walk:
    """Resolve the references of a text and the speakers of its quotations, in text order.

    Args:
        cast: who has a name.
        attributions: what was said, each with the mention that it hangs on.
        decide: answers each question.
        clusters: tokens that are known to refer to the same, which outweighs all but names.
    """
    parse = cast.parse
    sources = [attribution.source for attribution in attributions if attribution.source]
    references = {reference.token: reference for reference in find_references(cast, sources)}
    walk = Walk(
        cast=cast,
        attributions=attributions,
        scene=Scene(
            parse=parse,
            quoted=cast.quoted,
            told=reporters_sentences(parse, cast.quoted),
            opening=_opening(cast, references, attributions),
        ),
        references=references,
        decide=decide,
        cluster_of={token: number for number, one in enumerate(clusters) for token in one},
        told=dict(_named_clusters(cast, clusters)),
    )
    _enter_names(walk)
    for number, attribution in enumerate(attributions):
        if attribution.source:
            walk.speaking.setdefault(attribution.source.head, []).append(number)
    for _, _, step, what in sorted(_steps(walk), key=lambda item: item[:2]):
        step(walk, what)
    for number, attribution in enumerate(attributions):
        if number not in walk.speakers and attribution.source is not None:
            _speak_for_oneself(walk, number)
    return walk


def _opening(cast: Cast, references: Collection[int], attributions: Sequence[Attribution]) -> int:
    """Give the sentence behind the headline and what follows: the first that tell of anybody."""
    parse = cast.parse
    named = (start for entity in cast.entities for start, _ in entity.spans)
    said = (bisect.bisect_left(parse.starts, one.content[0][0]) for one in attributions)
    first = min((*named, *references, *said), default=0)
    return (parse.sentence[first] if first < len(parse) else 0) + _OPENING


def _named_clusters(cast: Cast, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Give the entity of each cluster that a name is in."""
    for number, cluster in enumerate(clusters):
        named = next((token for token in cluster if token in cast.at), None)
        if named is not None:
            yield number, cast.at[named]


def _enter_names(walk: Walk) -> None:
    """Give a trail to everybody who has a name."""
    cast = walk.cast
    for entity in cast.entities:
        titles = frozenset(_title_words(cast, entity.number))
        trail = Trail(
            number=entity.number,
            label=entity.label or "name",
            words=entity.words,
            titles=titles,
            genders=[entity.gender] if entity.gender else [],
        )
        walk.trails.append(trail)
        for word in entity.words | titles:
            walk.by_word.setdefault(word, {})[entity.number] = None
        if entity.spans:
            walk.firsts.append((entity.spans[0][1] - 1, entity.number))
    walk.firsts.sort()


def _title_words(cast: Cast, number: int) -> Iterator[str]:
    if number < len(cast.titles):
        for title in cast.titles[number]:
            yield from cast.parse.lowers[title.start : title.end]


def _steps(walk: Walk) -> Iterator[tuple[int, int, Callable[[Walk, int], None], int]]:
    """Give what happens at each token, in no order: a name, a reference, a quotation."""
    cast = walk.cast
    for entity in cast.entities:
        for _, end in entity.spans:
            yield end - 1, 0, _meet_name, end - 1
    for start, end in _pairs(cast):
        yield end - 1, 0, functools.partial(_meet_pair, start=start), end - 1
    for token in walk.references:
        yield token, 1, _resolve, token
    for token, author in text_authors(cast.parse):
        yield max(token, author), 2, functools.partial(_note_text, author=author), token
    for number, attribution in enumerate(walk.attributions):
        if attribution.source is None:
            place = bisect.bisect_left(cast.parse.starts, attribution.content[0][0])
            yield min(place, len(cast.parse) - 1), 3, _continue, number


def _pairs(cast: Cast) -> Iterator[tuple[int, int]]:
    """Give the (first, behind last) token of two persons' names that one "and" joins."""
    spans = sorted(span for person in cast.entities[: len(cast.people)] for span in person.spans)
    for (start, end), (following, last) in itertools.pairwise(spans):
        joined = following == end + 1 and cast.parse.lowers[end] == "and"
        if joined and cast.at[end - 1] != cast.at[following] and not cast.quoted[end]:
            yield start, last


def _meet_pair(walk: Walk, token: int, start: int) -> None:
    """Meet two who were named together, as one whom "they" and "the couple" may mean."""
    members = (walk.cast.at[start], walk.cast.at[token])
    _meet(walk, _joint(walk, members, (start, token + 1)), token, "name")


def _joint(walk: Walk, members: tuple[int, ...], phrase: tuple[int, int]) -> int:
    """Give the trail of several who are taken together, a new one if they never were."""
    known = walk.joint.get(members)
    if known is None:
        known = walk.joint[members] = len(walk.trails)
        trail = Trail(number=known, label="together", phrase=phrase, members=members, plural=True)
        walk.trails.append(trail)
    return known


def _meet_name(walk: Walk, token: int) -> None:
    if token not in walk.found:
        _meet(walk, walk.cast.at[token], token, "name")


def _note_text(walk: Walk, token: int, author: int) -> None:
    """Note that the letter, statement or the like at a token is somebody's."""
    number = walk.cast.at.get(author, walk.found.get(author))
    if number is not None:
        word = walk.cast.parse.lowers[token]
        walk.trails[number].texts.add(word)
        walk.by_word.setdefault(word, {})[number] = None


def _meet(walk: Walk, number: int, token: int, form: str) -> None:
    trail = walk.trails[number]
    trail.met.append(token)
    trail.forms.append(form)
    walk.met.pop(number, None)
    walk.met[number] = None


# --- references --------------------------------------------------------------------------------


def _resolve(walk: Walk, token: int) -> None:
    """Choose who is meant by the reference at a token, unless that is known."""
    reference = walk.references[token]
    if token in walk.found or token in walk.open or len(walk.open) > _DEEPEST:
        return
    walk.open[token] = None
    _choose_for(walk, reference)
    del walk.open[token]


def _choose_for(walk: Walk, reference: Reference) -> None:
    token = reference.token
    told = walk.told.get(walk.cluster_of.get(token, -1))
    if told is not None and token not in walk.cast.at:
        _settle(walk, reference, told)
        return
    if _is_bound(walk, reference):
        return
    if reference.speaks and (together := _together(walk, reference)):
        _settle(walk, reference, _join(walk, reference, together))
        return
    if not reference.speaks and _brings_in_somebody(reference):
        _ties(walk, reference)  # those it is tied to are met before it
        _settle(walk, reference, _introduce(walk, reference))
        return
    question = (
        _about_pronoun(walk, reference) if reference.pronoun else _about_noun(walk, reference)
    )
    answer = walk.decide(walk, question)
    walk.answers[token] = answer
    chosen = answer.best
    if chosen == NOBODY and not reference.pronoun:
        chosen = _introduce(walk, reference)
    if chosen != NOBODY:
        _settle(walk, reference, chosen)


def _is_bound(walk: Walk, reference: Reference) -> bool:
    """Resolve what grammar alone tells: a relative pronoun; leave "I" to the end."""
    parse = walk.cast.parse
    if reference.word in FIRST_PERSON:
        return True
    if parse.tags[reference.token] not in ("WP", "WDT", "WP$"):
        return False
    head = _antecedent_of_relative(parse, reference.token)
    if head is None:
        return True
    number = _at(walk, head)
    if number is None:
        walk_reference = reference_to(parse, head, speaks=reference.speaks)
        _answer_new(walk, walk_reference)
        number = walk.found.get(head)
    if number is not None:
        _settle(walk, reference, number)
    return True


def _answer_new(walk: Walk, reference: Reference) -> None:
    """Resolve a reference that the walk did not plan to: what "who" belongs to."""
    if reference.token in walk.found:
        return
    if walk.cast.parse.tags[reference.token][:2] not in ("NN", "PR", "DT", "CD"):
        return
    question = _about_noun(walk, reference)
    answer = walk.decide(walk, question)
    walk.answers[reference.token] = answer
    chosen = answer.best if answer.best != NOBODY else _introduce(walk, reference)
    _settle(walk, reference, chosen)


def _antecedent_of_relative(parse: Parse, token: int) -> int | None:
    """Give the noun of the same paragraph that a relative pronoun belongs to."""
    opening = parse.paragraphs[parse.paragraph[token]][0]
    verb = parse.heads[token]
    while parse.deps[verb] != "relcl" and parse.heads[verb] != verb and parse.heads[verb] < verb:
        verb = parse.heads[verb]
    head = parse.heads[verb] if parse.deps[verb] == "relcl" else token - 1
    if head >= token or head < opening:
        head = token - 1
    while head > opening and not parse.words[head][0].isalnum():
        head -= 1
    return head if head >= opening else None


def _at(walk: Walk, token: int) -> int | None:
    """Give the trail that a name or a reference at the token means, resolving it if need be."""
    number = walk.cast.at.get(token)
    if number is not None:
        return number
    if token not in walk.found and token in walk.references:
        reference = walk.references[token]
        if reference.word not in FIRST_PERSON | RELATIVE:
            _resolve(walk, token)
    return walk.found.get(token, walk.cast.title_at.get(token))


def _settle(walk: Walk, reference: Reference, number: int) -> None:
    """Note whom a reference means, and what it tells of them."""
    trail = walk.trails[number]
    walk.found[reference.token] = number
    if reference.token in walk.cluster_of:
        walk.told.setdefault(walk.cluster_of[reference.token], number)
    if reference.gender and (not trail.genders or trail.genders[0] != reference.gender):
        trail.genders.append(reference.gender)
    if not reference.pronoun and reference.token not in walk.cast.at:
        told = {reference.word, *reference.modifiers}
        trail.called.update(told)
        for word in told:
            walk.by_word.setdefault(word, {})[number] = None
    named = reference.token in walk.cast.at
    _meet(
        walk,
        number,
        reference.token,
        "name" if named else "pronoun" if reference.pronoun else "noun",
    )
    for attribution in walk.speaking.get(reference.token, ()):
        _speak(walk, attribution, number, reference.token)


def _speak(walk: Walk, attribution: int, number: int, token: int) -> None:
    walk.speakers[attribution] = number
    walk.trails[number].spoke.append(token)
    if walk.scene.last[-1:] != [number]:
        walk.scene.last.append(number)


def _brings_in_somebody(reference: Reference) -> bool:
    """Tell whether a phrase that no quotation hangs on means somebody not met before."""
    if reference.pronoun or reference.determiner in ("the", "this", "that"):
        return False
    return reference.determiner not in ("his", "her", "its", "their", "poss", "both", "these")


def _introduce(walk: Walk, reference: Reference) -> int:
    """Give a trail to somebody without a name."""
    parse = walk.cast.parse
    mention = Mention(start=reference.start, end=reference.end, head=reference.token)
    if reference.end == reference.token + 1:
        mention = attrs.evolve(mention, end=max(reference.end, _phrase_end(parse, reference)))
    referent = phrase_referent(parse, mention)
    number = len(walk.trails)
    walk.trails.append(
        Trail(
            number=number,
            label=f"a {reference.sort}" + (" several" if reference.plural else ""),
            phrase=referent.phrase,
            plural=reference.plural,
            genders=[reference.gender] if reference.gender else [],
        )
    )
    return number


def _phrase_end(parse: Parse, reference: Reference) -> int:
    end = reference.token + 1
    for child in parse.children[reference.token]:
        if child == end and parse.deps[child] in ("prep", "acl"):
            end = parse.rights[child]
    return end


def _together(walk: Walk, reference: Reference) -> list[int]:
    """Give the heads of those that a source takes together: Ann Lee and Bo Ek."""
    parse = walk.cast.parse
    heads = [reference.token]
    if parse.deps[reference.token] not in _ARGUMENTS or reference.pronoun:
        return []
    title = walk.cast.title_at.get(reference.token)
    while True:
        following = [
            child
            for child in parse.children[heads[-1]]
            if parse.deps[child] == "conj" and child > heads[-1] and _is_noun(parse, child)
        ]
        if not following:
            break
        heads.append(following[0])
    if len(heads) == 1 or (title is not None and walk.cast.title_at.get(heads[-1]) == title):
        return []
    first = parse.lefts[heads[-1]]
    first = min([first, *range(first, heads[-1])])
    between = parse.lowers[heads[-2] + 1 : heads[-1]]
    if "and" not in between and "or" not in between:
        return []
    numbers = {walk.cast.at.get(head) for head in heads}
    if len(numbers) == 1 and None not in numbers:
        return []
    if (
        heads[1:] == heads[-1:]
        and first - heads[0] > _FAR_CONJUNCT
        and walk.cast.at.get(heads[1]) is None
    ):
        return []
    return heads


_ARGUMENTS = frozenset({"nsubj", "pobj", "ROOT", "nsubjpass"})
_FAR_CONJUNCT = 12


def _is_noun(parse: Parse, token: int) -> bool:
    return parse.tags[token] in ("NN", "NNS", "NNP", "NNPS", "PRP")


def _join(walk: Walk, reference: Reference, heads: Sequence[int]) -> int:
    """Give a trail to several who are taken together."""
    parse = walk.cast.parse
    members = []
    for head in heads:
        number = _at(walk, head) if head != reference.token else walk.cast.at.get(head)
        if number is None:
            number = _introduce(walk, reference_to(parse, head, speaks=False))
            _meet(walk, number, head, "noun")
        members.append(number)
    last = walk.cast.at.get(heads[-1])
    end = heads[-1] + 1
    while last is not None and end < len(parse) and walk.cast.at.get(end) == last:
        end += 1
    phrase = (reference.start, max(end, heads[-1] + 1))
    return _joint(walk, tuple(dict.fromkeys(members)), phrase)


# --- candidates --------------------------------------------------------------------------------


def _about_pronoun(walk: Walk, reference: Reference) -> Asked:
    """Put the question whom a pronoun means: those met last, and those named next."""
    scene = walk.scene
    near = list(
        itertools.islice(
            (
                walk.trails[number]
                for number in _latest(walk, _FARTHEST)
                if not is_forbidden(scene.parse, reference, walk.trails[number])
            ),
            _REACH,
        )
    )
    suited = sum(_may_be(reference, trail) for trail in near)
    candidates = [trail.number for trail in near]
    features: list[Sequence[str]] = [
        pronoun_features(scene, reference, trail, rank, suited) for rank, trail in enumerate(near)
    ]
    for rank, (token, number) in enumerate(_coming(walk, reference)):
        if not is_forbidden(scene.parse, reference, walk.trails[number]):
            candidates.append(number)
            features.append(ahead_features(scene, reference, walk.trails[number], token, rank))
    candidates.append(NOBODY)
    features.append(list(new_features(scene, reference, (), ())))
    return _question(walk, "pronouns", reference, candidates, features)


def _may_be(reference: Reference, trail: Trail) -> bool:
    human = trail.label in ("PERSON", "a person")
    if reference.gender:
        agrees = not trail.genders or reference.gender == trail.genders[0]
        return human and agrees
    return not human


def _latest(walk: Walk, most: int) -> Iterator[int]:
    for _, number in zip(range(most), reversed(walk.met), strict=False):
        yield number


def _coming(walk: Walk, reference: Reference) -> Iterator[tuple[int, int]]:
    """Give the (token, trail) of those who are named for the first time soon behind the words."""
    parse, token = walk.cast.parse, reference.token
    place = bisect.bisect_right(walk.firsts, (token, len(walk.trails)))
    for first, number in walk.firsts[place : place + _AHEAD]:
        if parse.paragraph[first] - parse.paragraph[token] > _FAR_AHEAD:
            return
        if not walk.trails[number].met and not _clashes(reference, walk.trails[number]):
            yield first, number


def _clashes(reference: Reference, trail: Trail) -> bool:
    """Tell whether a name or title says another gender than the reference."""
    return bool(reference.gender and trail.genders and reference.gender != trail.genders[0])


def _ties(walk: Walk, reference: Reference) -> dict[int, list[str]]:
    """Give, by trail, how grammar ties it to a noun phrase."""
    ties: dict[int, list[str]] = {}
    titled = walk.cast.title_at.get(reference.token)
    if titled is not None and reference.token not in walk.cast.at:
        ties[titled] = ["title"]
    for tie, token in related_tokens(walk.cast.parse, reference):
        number = _at(walk, token) if token != reference.token else walk.cast.at.get(token)
        if number is not None:
            ties.setdefault(number, []).append(tie)
    return ties


def _about_noun(walk: Walk, reference: Reference) -> Asked:
    """Put the question whom a noun phrase means."""
    scene = walk.scene
    ties = _ties(walk, reference)
    near = dict.fromkeys(_latest(walk, _REACH))
    ranks = {number: rank for rank, number in enumerate(near)}
    matching = list(walk.by_word.get(reference.word, ()))[-_MATCHING:]
    met = [number for number in matching if walk.trails[number].met]
    near.update(dict.fromkeys(met))
    candidates = [
        number
        for number in {**dict.fromkeys(ties), **near}
        if not _bears_another_name(walk, reference, number)
        and (
            not is_outside(reference, ties[number])
            if number in ties
            else not is_forbidden(scene.parse, reference, walk.trails[number])
        )
    ]
    features: list[Sequence[str]] = [
        noun_features(
            scene, reference, walk.trails[number], ranks.get(number, _REACH), ties.get(number, ())
        )
        for number in candidates
    ]
    ways = {match_of(reference, walk.trails[number]) for number in candidates}
    for rank, (token, number) in enumerate(_coming(walk, reference)):
        if number not in ties and not _bears_another_name(walk, reference, number):
            candidates.append(number)
            features.append(ahead_features(scene, reference, walk.trails[number], token, rank))
    candidates.append(NOBODY)
    tied = [tie for several in ties.values() for tie in several]
    features.append(list(new_features(scene, reference, ways, tied)))
    return _question(walk, "nouns", reference, candidates, features)


def _bears_another_name(walk: Walk, reference: Reference, number: int) -> bool:
    """Tell whether a reference is a name, and not that of an entity that has one."""
    bearer = walk.cast.at.get(reference.token) if reference.sort == "name" else None
    return bearer not in (None, number) and bool(walk.trails[number].words)


def _question(
    walk: Walk,
    name: str,
    reference: Reference,
    candidates: Sequence[int],
    features: Sequence[Sequence[str]],
) -> Asked:
    numbers = walk.speaking.get(reference.token)
    return Asked(
        model=f"antecedents_{name}",
        reference=reference,
        attribution=numbers[0] if numbers else None,
        question=_question_of(candidates, features),
    )


def _question_of(candidates: Sequence[int], features: Sequence[Sequence[str]]) -> Question[int]:
    """Keep the features as they are now: the walk goes on."""
    return Question(candidates, dict(zip(candidates, features, strict=True)).__getitem__)


# --- quotations that hang on nothing of their own ----------------------------------------------


def _continue(walk: Walk, number: int) -> None:
    """Choose whose a quotation is that hangs on no mention of its own."""
    attribution = walk.attributions[number]
    scene = walk.scene
    parse = scene.parse
    here = bisect.bisect_left(parse.starts, attribution.content[0][0])
    here = min(here, len(parse) - 1)
    followed = None if attribution.follows is None else walk.speakers.get(attribution.follows)
    candidates = list(
        dict.fromkeys(
            [
                *([followed] if followed is not None else []),
                *reversed(scene.last[-3:]),
                *_latest(walk, 5),
            ]
        )
    )
    features = [
        continuation_features(scene, attribution, here, walk.trails[candidate], followed, rank)
        for rank, candidate in enumerate(candidates)
    ]
    candidates.append(NOBODY)
    features.append(nobody_features(scene, attribution, here, followed))
    question = Asked(
        model="continuations",
        reference=None,
        attribution=number,
        question=_question_of(candidates, features),
    )
    answer = walk.decide(walk, question)
    if "heading" in attribution.rules:
        answer = overruled(answer, NOBODY, "heading")
    elif attribution.follows is None and answer.best != NOBODY and answer.probability < _SURE:
        answer = overruled(answer, NOBODY, "a quotation that goes on from none")
    walk.continued[number] = answer
    if answer.best != NOBODY:
        _speak(walk, number, answer.best, here)


def _speak_for_oneself(walk: Walk, number: int) -> None:
    """Take the speaker of the words around for who says "I" in them."""
    source = walk.attributions[number].source
    if source is None or walk.cast.parse.lowers[source.head] not in FIRST_PERSON:
        return
    place = walk.cast.parse.starts[source.head]
    for other, attribution in enumerate(walk.attributions):
        if other != number and any(start <= place < end for start, end in attribution.content):
            speaker = walk.speakers.get(other)
            if speaker is not None:
                walk.speakers[number] = speaker
                walk.found.setdefault(source.head, speaker)
                return
