"""Antecedents: a walk through the text that chooses, reference by reference, who is meant."""

from __future__ import annotations

import bisect
import functools
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

import attrs

from quoteattr.attribution.attributions import Attribution
from quoteattr.entities.body_descriptions import description_words
from quoteattr.entities.cast import Cast
from quoteattr.entities.given_clusters import Clusters
from quoteattr.entities.party_letters import party_words
from quoteattr.entities.person_names import joins_courtesies
from quoteattr.entities.title_features import head_of
from quoteattr.lexicon.noun_kinds import is_person_noun
from quoteattr.scoring.choice import Choice, overruled
from quoteattr.speakers.ages import ages_beside
from quoteattr.speakers.antecedent_candidates import (
    about_continuation,
    about_noun,
    about_pronoun,
    tellers_of,
)
from quoteattr.speakers.continuations import who_reacts
from quoteattr.speakers.designations import Designation, designation_at
from quoteattr.speakers.joint_speakers import joined_heads, named_pairs
from quoteattr.speakers.phrase_relations import (
    closing_name,
    name_given,
    named_member,
    related_tokens,
)
from quoteattr.speakers.references import (
    FIRST_PERSON,
    RELATIVE,
    Reference,
    find_references,
    reference_to,
)
from quoteattr.speakers.scenes import Scene
from quoteattr.speakers.spoken_words import read_spoken_words
from quoteattr.speakers.texts import text_authors
from quoteattr.speakers.trails import Trail, in_dateline, reporters_sentences
from quoteattr.speakers.walks import NOBODY, Asked, Decide, Walk
from quoteattr.syntax.grammar import NOUN_TAGS, TIME_LABELS
from quoteattr.syntax.mentions import Mention
from quoteattr.syntax.noun_phrases import phrase_referent
from quoteattr.syntax.tokens import Parse, sentence_of

__all__ = ["walk_through"]

_OPENING = 2  # sentences
_BODIES_AND_PLACES = frozenset({"FAC", "GPE", "LOC", "ORG"})
_SOMEBODY = frozenset({"NORP", "PERSON", "person", "pronoun"})
_TWICE = 2  # times
_DEEPEST = 8  # references resolved one inside the other
_SURE = 0.6  # of a speaker whom nothing but the order of the text tells


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
            words=read_spoken_words(cast, attributions),
            opening=_opening(cast, references, attributions),
        ),
        references=references,
        decide=decide,
        cluster_of={token: number for number, one in enumerate(clusters) for token in one},
        told=dict(_named_clusters(cast, clusters)),
    )
    _enter_names(walk)
    _enter_sources(walk)
    for _, _, step, what in sorted(_steps(walk), key=lambda item: item[:2]):
        step(walk, what)
    for number in range(len(attributions)):
        if number not in walk.speakers:
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
    most = _most_named(cast)
    says = _quotations_by_name(walk)
    for entity in cast.entities:
        titles = frozenset(_title_words(cast, entity.number))
        trail = Trail(
            number=entity.number,
            kind=entity.label or "name",
            words=entity.words,
            titles=titles,
            ages=ages_beside(cast.parse, entity.spans) if entity.label == "PERSON" else set(),
            genders=[entity.gender] if entity.gender and not entity.guessed else [],
            guessed=entity.gender if entity.guessed else "",
            designations=list(_title_designations(cast, entity.number)),
            says=says[entity.number],
            prominence=_prominence(len(entity.spans), most),
        )
        walk.trails.append(trail)
        if entity.number < len(cast.people) and trail.prominence in ("most", "second"):
            walk.prominent.append(entity.number)
        for word in entity.words | titles:
            walk.by_word.setdefault(word, {})[entity.number] = None
        if entity.spans:
            walk.firsts.append((entity.spans[0][1] - 1, entity.number))
    walk.firsts.sort()


def _quotations_by_name(walk: Walk) -> Counter[int]:
    """Count the quotations that hang on the name of each entity, in the whole text."""
    sources = (one.source for one in walk.attributions if one.source)
    return Counter(walk.cast.at[one.head] for one in sources if one.head in walk.cast.at)


def _most_named(cast: Cast) -> list[int]:
    """Give how often the text names the two persons whom it names most, the more often first."""
    times = sorted((len(one.spans) for one in cast.entities if one.label == "PERSON"), reverse=True)
    return times[:2]


def _prominence(times: int, most: Sequence[int]) -> str:
    """Tell how prominent it makes somebody to be named that often."""
    if times > _TWICE and times >= max(most, default=0):
        return "most"
    if times > _TWICE and times >= min(most, default=0):
        return "second"
    return ("never", "once", "twice")[times] if times <= _TWICE else "often"


def _enter_sources(walk: Walk) -> None:
    """Note which quotations hang on each token."""
    for number, attribution in enumerate(walk.attributions):
        if attribution.source:
            walk.speaking.setdefault(attribution.source.head, []).append(number)


def _title_words(cast: Cast, number: int) -> Iterator[str]:
    if number < len(cast.titles):
        for title in cast.titles[number]:
            yield from cast.parse.lowers[title.start : title.end]
        yield from party_words(cast.parse, cast.entities[number].spans)
    else:
        yield from description_words(cast.parse, cast.entities[number].spans)


def _title_designations(cast: Cast, number: int) -> Iterator[Designation]:
    for title in cast.titles_of(number):
        head = head_of(cast.parse, title.start, title.end)
        yield designation_at(cast.parse, title.start, head)


def _steps(walk: Walk) -> Iterator[tuple[int, int, Callable[[Walk, int], None], int]]:
    """Give what happens at each token, in no order: a name, a reference, a quotation."""
    cast = walk.cast
    for token in _name_ends(cast):
        yield token, 0, _meet_name, token
    for start, end in named_pairs(cast):
        yield end - 1, 0, functools.partial(_meet_pair, start=start), end - 1
    for token in walk.references:
        yield token, 1, _resolve, token
    for token, author in text_authors(cast.parse):
        yield max(token, author), 2, functools.partial(_note_text, author=author), token
    for number, attribution in enumerate(walk.attributions):
        if attribution.source is None:
            yield _first_token(walk, attribution), 3, _continue, number


def _name_ends(cast: Cast) -> Iterator[int]:
    """Give the last token of each name that tells of somebody; a dateline tells of nobody."""
    for entity in cast.entities:
        for start, end in entity.spans:
            if not in_dateline(cast.parse, start):
                yield end - 1


def _meet_pair(walk: Walk, token: int, start: int) -> None:
    """Meet two who were named together, as one whom "they" and "the couple" may mean."""
    members = (walk.cast.at[one] for one in (start, token) if one in walk.cast.at)
    walk.meet(walk.take_together(tuple(members), (start, token + 1)), token, "name")


def _meet_name(walk: Walk, token: int) -> None:
    if token not in walk.found:
        walk.meet(walk.cast.at[token], token, "name")


def _note_text(walk: Walk, token: int, author: int) -> None:
    """Note that the letter, statement or the like at a token is somebody's, no longer another's."""
    number = walk.cast.at.get(author, walk.found.get(author))
    if number is not None:
        word = walk.cast.parse.lowers[token]
        for other in walk.by_word.get(word, ()):
            walk.trails[other].texts.discard(word)
        walk.trails[number].texts.add(word)
        walk.by_word.setdefault(word, {})[number] = None


def _resolve(walk: Walk, token: int) -> None:
    """Choose who is meant by the reference at a token, unless that is known."""
    reference = walk.references[token]
    if token in walk.found or token in walk.open or len(walk.open) > _DEEPEST:
        return
    walk.open[token] = None
    _choose_for(walk, reference)
    del walk.open[token]


def _choose_for(walk: Walk, reference: Reference) -> None:
    named = reference.token in walk.cast.at and not _sign_of(reference)
    known = None if named else _known(walk, reference)
    if known == NOBODY or _is_bound(walk, reference):
        return
    if reference.speaks and (heads := joined_heads(walk.cast, reference)):
        walk.settle(reference, _join(walk, reference, heads))
    elif known is not None:
        walk.settle(reference, known)
    elif (bearer := _named_in(walk, reference)) is not None:
        walk.settle(reference, bearer)
    elif not reference.speaks and _brings_in_somebody(reference) and not _leads(walk, reference):
        _resolve_ties(walk, reference)  # those it is tied to are met before it
        walk.settle(reference, _introduce(walk, reference))
    elif reference.pronoun:
        for teller in tellers_of(walk, reference):
            _resolve_at(walk, teller)
        _answer(walk, reference, about_pronoun(walk, reference))
    else:
        _answer(walk, reference, about_noun(walk, reference, _resolve_ties(walk, reference)))


def _known(walk: Walk, reference: Reference) -> int | None:
    """Give whom a cluster or a label tells without a choice, NOBODY for the label "Q"."""
    told = walk.told.get(walk.cluster_of.get(reference.token, -1))
    if told is not None or reference.token not in walk.scene.words.labels:
        return told
    return _labelled(walk, reference)


def _labelled(walk: Walk, reference: Reference) -> int | None:
    """Give who had the same label before, and whom "Q" and "A" stand for; None for others.

    Whoever answers has been quoted before, or else has been named most.
    """
    first = walk.scene.words.labels[reference.token]
    if first in walk.found:
        return walk.found[first]
    sign = _sign_of(reference)
    if not sign:
        return None
    guests = [
        trail
        for trail in walk.trails
        if trail.label == "PERSON" and trail.met and trail.number not in walk.scene.words.labelled
    ]
    guest = max(guests, key=lambda trail: (bool(trail.spoke), len(trail.met)), default=None)
    return NOBODY if guest is None or sign == "q" else guest.number


def _sign_of(reference: Reference) -> str:
    """Give the sign of a question or an answer, which may have a number: q, of Q1."""
    sign = reference.word.rstrip("0123456789")
    return sign if sign in ("q", "a") else ""


def _named_in(walk: Walk, reference: Reference) -> int | None:
    """Give the person whose name a clause about a noun tells, or an office behind a body's name.

    Or the one of several whose name follows.

    Of "he" and "she" it is the one of whom the sentence says that it is about: As for Lee, she ….
    """
    if reference.pronoun:
        return _topic(walk, reference)
    if reference.token in walk.cast.at:
        return _officer_of(walk, reference)
    parse, noun = walk.cast.parse, reference.token
    if (member := named_member(parse, noun)) is not None:
        return walk.cast.at.get(member)
    token = name_given(parse, noun)
    return None if token is None else walk.cast.person_at(token)


def _topic(walk: Walk, reference: Reference) -> int | None:
    """Give the person whom "for" names at the beginning of the sentence, right before "he"."""
    parse, comma = walk.cast.parse, reference.token - 1
    first = sentence_of(parse, reference.token).start
    link = first + (parse.lowers[first] == "as")
    led_in = parse.lowers[link] == "for" and reference.pronoun in ("he", "she")
    if not led_in or parse.words[comma] != "," or "," in parse.words[link:comma]:
        return None
    number = _resolve_at(walk, comma - 1) if link < comma - 1 else None
    return number if number is not None and walk.trails[number].human else None


def _officer_of(walk: Walk, reference: Reference) -> int | None:
    """Give the person whose office a body's name opens: Teachers Union (NUT) President Ann Lee.

    In "the union in a letter to President Ann Lee" she is somebody else.
    """
    cast = walk.cast
    if cast.at[reference.token] < len(cast.people):
        return None
    _, token = closing_name(cast.parse, reference.token) or ("", reference.token)
    office = (place for place in range(reference.token, token) if place not in cast.at)
    if any(cast.parse.tags[place] in _PARTING for place in office):
        return None
    return cast.person_at(token)


_PARTING = frozenset({"CC", "IN", "TO"})


def _answer(walk: Walk, reference: Reference, question: Asked) -> None:
    """Let the weights choose whom a reference means."""
    answer = _answered(walk, reference, walk.decide(walk, question))
    walk.answers[reference.token] = answer
    chosen = answer.best
    if chosen == NOBODY and not reference.pronoun:
        chosen = _introduce(walk, reference)
    if chosen != NOBODY:
        walk.settle(reference, chosen)


def _answered(walk: Walk, reference: Reference, answer: Choice[int]) -> Choice[int]:
    """Let "he", "she" and an age mean whoever reacts: Her mother laughed. “Yes,” she said."""
    numbers = walk.speaking.get(reference.token, ())
    single = reference.pronoun and reference.gender
    if not numbers or not (single or reference.word == "old"):
        return answer
    reacting = _who_reacts(walk, walk.attributions[numbers[0]])
    genders = [] if reacting is None else walk.trails[reacting].genders
    if reacting is None or (reference.gender and genders and reference.gender not in genders):
        return answer
    return overruled(answer, reacting, "who reacts")


def _who_reacts(walk: Walk, attribution: Attribution) -> int | None:
    """Give the person who takes, in the sentence before a quotation, what was said before."""
    subject = who_reacts(walk.scene, attribution, _first_token(walk, attribution))
    number = None if subject is None else _resolve_at(walk, subject)
    return number if number is not None and walk.trails[number].human else None


def _first_token(walk: Walk, attribution: Attribution) -> int:
    starts = walk.cast.parse.starts
    return min(bisect.bisect_left(starts, attribution.content[0][0]), len(starts) - 1)


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
    number = _resolve_at(walk, head)
    if number is None:
        _answer_new(walk, reference_to(parse, head, speaks=reference.speaks))
        number = walk.found.get(head)
    if number is not None:
        walk.settle(reference, number)
    return True


def _answer_new(walk: Walk, reference: Reference) -> None:
    """Resolve a reference that the walk did not plan to: what "who" belongs to."""
    tag = walk.cast.parse.tags[reference.token][:2]
    if reference.token in walk.found or tag not in ("NN", "PR", "DT", "CD"):
        return
    if (bearer := _named_in(walk, reference)) is not None:
        walk.settle(reference, bearer)
    else:
        _answer(walk, reference, about_noun(walk, reference, _resolve_ties(walk, reference)))


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
    head = _above_time(parse, head)
    if parse.lowers[token] in ("who", "whom"):
        head = _whom_it_tells_of(parse, head, token)
    return head if head >= opening else None


def _above_time(parse: Parse, token: int) -> int:
    """Give the noun of which a time is told, else the token: a reply posted on Monday."""
    if parse.labels[token] not in TIME_LABELS:
        return token
    noun = token
    while parse.heads[noun] < noun and (
        parse.labels[noun] in TIME_LABELS or parse.tags[noun] not in NOUN_TAGS
    ):
        noun = parse.heads[noun]
    return noun if parse.tags[noun] in NOUN_TAGS else token


def _whom_it_tells_of(parse: Parse, head: int, token: int) -> int:
    """Give the person or people above the head of a *who*, else above the word before it."""
    nearest = next((t for t in range(token - 1, head, -1) if parse.tags[t] in NOUN_TAGS), head)
    told_of = [_above_thing(parse, head), _above_thing(parse, nearest)]
    return next((noun for noun in told_of if _is_somebody(parse, noun)), head)


def _above_thing(parse: Parse, token: int) -> int:
    """Give whom a place, body or thing tells of, else the token: a surgeon at a clinic in Leeds."""
    noun = token
    while not _is_somebody(parse, noun) and parse.deps[noun] == "pobj":
        link = parse.heads[noun]
        noun = parse.heads[link]
        noun = parse.heads[noun] if parse.deps[noun] == "amod" else noun
        noun = noun if parse.tags[noun] in NOUN_TAGS and noun < link else link - 1
    return noun if _is_somebody(parse, noun) else token


def _is_somebody(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is for a person or people, a name without a label among them."""
    if parse.labels[noun] in _BODIES_AND_PLACES:
        return False
    return parse.noun_kinds[noun] in _SOMEBODY or is_person_noun(parse.lowers[noun])


def _resolve_at(walk: Walk, token: int) -> int | None:
    """Give the trail that a name or a reference at the token means, resolving it if need be."""
    number = walk.cast.at.get(token)
    if number is not None:
        return number
    if token not in walk.found and token in walk.references:
        reference = walk.references[token]
        if reference.word not in FIRST_PERSON | RELATIVE:
            _resolve(walk, token)
    return walk.found.get(token, walk.cast.title_at.get(token))


def _resolve_ties(walk: Walk, reference: Reference) -> dict[int, list[str]]:
    """Resolve what grammar ties to a noun phrase; give, by trail, how it is tied."""
    ties: dict[int, list[str]] = {}
    titled = walk.cast.title_at.get(reference.token)
    if titled is not None and reference.token not in walk.cast.at and reference.sort != "body":
        ties[titled] = ["title"]
    for tie, token in related_tokens(walk.cast.parse, reference):
        number = _resolve_at(walk, token) if token != reference.token else walk.cast.at.get(token)
        if number is not None and not _is_apposed(walk, tie, reference, number):
            ties.setdefault(number, []).append(tie)
    return ties


def _is_apposed(walk: Walk, tie: str, reference: Reference, number: int) -> bool:
    """Tell whether somebody without a name is first met beside a phrase: a friend, a tailor."""
    nameless = number >= len(walk.cast.entities)
    noun = walk.cast.parse.tags[reference.token][:2] == "NN"  # but: one of them, a surgeon
    later = walk.trails[number].met[:1] > [reference.token]
    return tie == "beside" and nameless and noun and later


def _brings_in_somebody(reference: Reference) -> bool:
    """Tell whether a phrase that no quotation hangs on means somebody not met before."""
    if reference.pronoun or reference.determiner in ("the", "this", "that"):
        return False
    return reference.determiner not in ("his", "her", "its", "their", "poss", "both", "these")


def _leads(walk: Walk, reference: Reference) -> bool:
    """Tell whether a phrase of the lead has somebody whom the text will name: A baker has won …."""
    single = reference.sort == "person" and reference.determiner in ("a", "an")
    return single and walk.cast.parse.sentence[reference.token] < walk.scene.opening


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
            kind=reference.sort,
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


def _join(walk: Walk, reference: Reference, heads: Sequence[int]) -> int:
    """Give a trail to several who are taken together, and to Mr and Mrs Lee; else the one's own."""
    parse = walk.cast.parse
    couple = joins_courtesies(parse, heads[0])
    members: dict[int, None] = {}
    for head in heads[couple:]:
        number = _resolve_at(walk, head) if head != reference.token else walk.cast.at.get(head)
        if number is None or (number in members and head not in walk.cast.at):
            number = _introduce(walk, reference_to(parse, head, speaks=False))
            walk.meet(number, head, "noun")
        members[number] = None
    if len(members) == 1 and not couple:
        return next(iter(members))
    last = walk.cast.at.get(heads[-1])
    end = heads[-1] + 1
    while last is not None and end < len(parse) and walk.cast.at.get(end) == last:
        end += 1
    phrase = (heads[0] if couple else reference.start, max(end, heads[-1] + 1))
    return walk.take_together(tuple(members), phrase)


def _continue(walk: Walk, number: int) -> None:
    """Choose whose a quotation is that hangs on no mention of its own."""
    attribution = walk.attributions[number]
    here = _first_token(walk, attribution)
    answer = _ruled(walk, attribution, walk.decide(walk, about_continuation(walk, number, here)))
    walk.continued[number] = answer
    if answer.best != NOBODY:
        walk.note_speaker(number, answer.best, here)


def _ruled(walk: Walk, attribution: Attribution, answer: Choice[int]) -> Choice[int]:
    """A heading is nobody's; who reacts speaks; what goes on from nothing has to be sure."""
    if "heading" in attribution.rules:
        return overruled(answer, NOBODY, "heading")
    reacting = None if attribution.cue else _who_reacts(walk, attribution)
    if reacting is not None:
        return overruled(answer, reacting, "who reacts")
    if attribution.follows is None and answer.best != NOBODY and answer.probability < _SURE:
        return overruled(answer, NOBODY, "a quotation that goes on from none")
    return answer


def _speak_for_oneself(walk: Walk, number: int) -> None:
    """Take the speaker of the words around for who says "I" in them."""
    source = walk.attributions[number].source
    if source is None or walk.references[source.head].word not in FIRST_PERSON:
        return
    place = walk.cast.parse.starts[source.head]
    for other, attribution in enumerate(walk.attributions):
        if other != number and any(start <= place < end for start, end in attribution.content):
            speaker = walk.speakers.get(other)
            if speaker is not None:
                walk.speakers[number] = speaker
                walk.found.setdefault(source.head, speaker)
                return
