"""Right answers to who is meant, read off annotated texts: chains of mentions, speakers."""

from __future__ import annotations

import collections
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from quoteattr.attribution.attributions import Attribution
from quoteattr.corpora.golden_cases import GoldenCase, GoldenQuotation
from quoteattr.corpora.gum import Document
from quoteattr.corpora.speakers import SpeakerArticle
from quoteattr.corpora.world import AnnotatedArticle, Quotation
from quoteattr.entities.title_features import head_of
from quoteattr.lexicon.noun_kinds import is_singular_role
from quoteattr.lexicon.word_lists import read_groups
from quoteattr.speakers.resolve import name_of
from quoteattr.speakers.walks import NOBODY, Asked, Walk
from quoteattr.syntax.mentions import Mention
from quoteattr.syntax.noun_phrases import phrase_referent
from quoteattr.syntax.tokens import Parse, tokens_between
from quoteattr.training.compared_words import normal_words, word_f1

__all__ = ["ChainGold", "GoldSpeaker", "NameGold", "chain_gold", "likeness", "name_gold"]

_WORD = re.compile(r"[\w'.@&-]+")
_DROPPED = frozenset({"mr", "mrs", "ms", "miss", "sir", "dr", "the", "a", "an"})
_SHARED = 0.6  # of the words, for a name that is right but for a word
_NEAR = 8


@attrs.frozen(kw_only=True)
class GoldSpeaker:
    """A speaker as annotated: the names that are right, and the kind, None where nobody says."""

    names: tuple[str, ...]
    kind: str | None


@attrs.frozen(kw_only=True, eq=False)
class NameGold:
    """Who speaks in a text.

    Attributes:
        by_attribution: the speaker of each attribution that was annotated, None for nobody.
        by_token: the speaker that the source at a token means, or the person whose title it is.
        hints: the tokens of which nothing but a title tells whom they mean.
        unjudged: attributions that are neither right nor wrong: optional ones, and pieces.
        roles: the persons of whom all titles are annotated, each with the words of these.
        known: by trail, the speakers that it was said to be so far.
    """

    by_attribution: Mapping[int, GoldSpeaker | None]
    by_token: Mapping[int, GoldSpeaker | None]
    hints: frozenset[int] = frozenset()
    unjudged: frozenset[int] = frozenset()
    roles: Mapping[GoldSpeaker, frozenset[str]] = attrs.Factory(dict)
    known: dict[int, set[GoldSpeaker]] = attrs.field(factory=dict)

    def right(self, walk: Walk, asked: Asked) -> Sequence[int] | None:
        """Give the right candidates, None where the annotation does not tell."""
        known: Mapping[int, GoldSpeaker | None] = self.by_attribution
        place = asked.attribution
        if asked.reference is not None:
            known, place = self.by_token, asked.reference.token
        if place is None or place not in known:
            return self._not_of_other_roles(walk, asked)
        speaker = known[place]
        if speaker is None:
            told = asked.reference is None or asked.reference.pronoun
            return [NOBODY] if told else None
        return self._named(walk, asked, speaker)

    def _not_of_other_roles(self, walk: Walk, asked: Asked) -> Sequence[int] | None:
        """Give all but the persons with other titles, of whom a role is not told; None where none.

        The first is somebody new.
        """
        reference = asked.reference
        if reference is None or reference.plural or not is_singular_role(reference.word):
            return None
        akin = read_groups("role_kin").get(reference.word, frozenset()) | {reference.word}
        others = [speaker for speaker, words in self.roles.items() if akin.isdisjoint(words)]
        numbers = [number for number in asked.question.candidates if number != NOBODY]
        right = [
            number
            for number in numbers
            if not any(self._likeness(walk, number, speaker) for speaker in others)
        ]
        return [NOBODY, *right] if len(right) < len(numbers) else None

    def note(self, asked: Asked, number: int) -> None:
        """Remember which speaker a trail was said to be."""
        token = asked.reference.token if asked.reference else None
        speaker = (
            self.by_attribution.get(asked.attribution)
            if token is None and asked.attribution is not None
            else self.by_token.get(token if token is not None else -1)
        )
        if speaker is not None:
            self.known.setdefault(number, set()).add(speaker)

    def _named(self, walk: Walk, asked: Asked, speaker: GoldSpeaker) -> Sequence[int] | None:
        """Give the candidates that are like the speaker; of a person, all, those named before."""
        likenesses = {
            number: self._likeness(walk, number, speaker)
            for number in asked.question.candidates
            if number != NOBODY
        }
        likenesses[NOBODY] = _likeness_of_new(walk, asked, speaker, likenesses)
        best = max(likenesses.values())
        if not best:
            return None
        if speaker.kind != "person":
            return [number for number, value in likenesses.items() if value == best]
        right = [number for number, value in likenesses.items() if value]
        return [number for number in right if _has_name(walk, number)] or right

    def _likeness(self, walk: Walk, number: int, speaker: GoldSpeaker) -> float:
        """Tell how like a speaker a trail is, which is the speaker if it was said to be."""
        said = speaker in self.known.get(number, ())
        return 2.0 if said else likeness(name_of(walk, number), speaker)


def _has_name(walk: Walk, number: int) -> bool:
    return number != NOBODY and walk.trails[number].phrase is None


def _likeness_of_new(
    walk: Walk, asked: Asked, speaker: GoldSpeaker, others: Mapping[int, float]
) -> float:
    """Tell how well the noun phrase itself names the speaker."""
    reference = asked.reference
    if reference is None or reference.pronoun:
        return 0.0
    end = max(reference.end, reference.token + 1)
    mention = Mention(start=reference.start, end=end, head=reference.token)
    value = likeness(phrase_referent(walk.cast.parse, mention).name, speaker)
    known = max(others.values(), default=0.0)
    if speaker.kind == "person":
        return 0.0 if known else value
    if speaker.kind in ("unnamed", "group") and not max(value, known):
        return 1.0
    return min(value, 1.5) if known == 2.0 else value  # noqa: PLR2004  # the exact name


def likeness(name: str, speaker: GoldSpeaker) -> float:
    """Tell how like a name is to the annotated ones: 2 for the same, 0 for another's.

    Examples:
        >>> likeness("Lee", GoldSpeaker(names=("Ann Lee",), kind="person")) > 1
        True
        >>> likeness("Bo Ek", GoldSpeaker(names=("Ann Lee",), kind="person"))
        0.0
    """
    words = _words(name)
    best = 0.0
    for other in speaker.names:
        wanted = _words(other)
        if words == wanted:
            return 2.0
        if not words or not wanted:
            continue
        share = word_f1(words, wanted)
        short = words[-1] == wanted[-1] and (set(words) <= set(wanted) or set(wanted) <= set(words))
        if short if speaker.kind == "person" else share >= _SHARED:
            best = max(best, 1 + share / 2)
    return best


def _words(name: str) -> tuple[str, ...]:
    return normal_words(name, _DROPPED) or normal_words(name, ())


def name_gold(
    parse: Parse,
    attributions: Sequence[Attribution],
    annotated: AnnotatedArticle | SpeakerArticle | GoldenCase,
) -> NameGold:
    """Lay the annotated speakers over a text's tokens and over what was found in it."""
    if isinstance(annotated, SpeakerArticle):
        return _gold_of_stretches(parse, attributions, annotated)
    by_attribution: dict[int, GoldSpeaker | None] = {}
    by_token: dict[int, GoldSpeaker | None] = {}
    everything = [span for quotation in annotated.quotations for span in quotation.content]
    unjudged = set(_inside(attributions, everything))
    for quotation in annotated.quotations:
        speaker = _annotated_speaker(quotation)
        for number in _with_words(attributions, quotation.content)[:1]:
            by_attribution[number] = speaker
            if not quotation.optional:
                unjudged.discard(number)
        if quotation.source:
            for token in range(*tokens_between(parse, *quotation.source)):
                by_token.setdefault(token, speaker)
    titled = _title_heads(parse, _titled(annotated))
    return NameGold(
        by_attribution=by_attribution,
        by_token={**titled, **by_token},
        hints=frozenset(titled) - frozenset(by_token),
        unjudged=frozenset(unjudged),
        roles=_roles(annotated),
    )


def _gold_of_stretches(
    parse: Parse, attributions: Sequence[Attribution], annotated: SpeakerArticle
) -> NameGold:
    """Take what was annotated of marked stretches, where the same mention was found."""
    by_attribution: dict[int, GoldSpeaker | None] = {}
    by_token: dict[int, GoldSpeaker | None] = {}
    for stretch in annotated.stretches:
        if not stretch.quotation:
            continue
        name, kind = stretch.speaker, stretch.speaker_kind
        speaker = None if name is None else GoldSpeaker(names=(name,), kind=kind)
        for number, attribution in enumerate(attributions):
            source = attribution.source
            shared = any(s < stretch.end and stretch.start < e for s, e in attribution.verbatim)
            if shared and _same_mention(parse, source, stretch.mention):
                by_attribution[number] = speaker
                if source is not None:
                    by_token[source.head] = speaker
    titled = _title_heads(parse, _titled(annotated))
    return NameGold(
        by_attribution=by_attribution,
        by_token={**titled, **by_token},
        hints=frozenset(titled) - frozenset(by_token),
    )


_Owners = Sequence[tuple[GoldSpeaker, Sequence[str]]]


def _titled(annotated: AnnotatedArticle | SpeakerArticle | GoldenCase) -> _Owners:
    """Give the persons of an article with the titles that are annotated of each."""
    if isinstance(annotated, AnnotatedArticle):
        speakers = [one for one in annotated.speakers if one.kind == "person"]
        return [
            (GoldSpeaker(names=(one.name, *one.alt), kind=one.kind), one.titles) for one in speakers
        ]
    stretches = annotated.stretches if isinstance(annotated, SpeakerArticle) else ()
    return [
        (GoldSpeaker(names=(one.speaker,), kind=one.speaker_kind), one.titles)
        for one in stretches
        if one.speaker is not None and one.speaker_kind == "person"
    ]


def _roles(annotated: AnnotatedArticle | GoldenCase) -> dict[GoldSpeaker, frozenset[str]]:
    """Give the words of the titles of each person, where an article tells all of them."""
    owners = _titled(annotated) if isinstance(annotated, AnnotatedArticle) else ()
    return {
        speaker: frozenset(_WORD.findall(" ".join(titles).lower())) for speaker, titles in owners
    }


def _title_heads(parse: Parse, owners: _Owners) -> dict[int, GoldSpeaker | None]:
    """Give whose each title is, by the token of its noun, where it is one person's alone.

    A single word (senator) may be said of others whom nobody annotated, and tells nothing.
    """
    bearers: dict[str, set[GoldSpeaker]] = {}
    for speaker, titles in owners:
        for title in titles:
            if " " in title:
                bearers.setdefault(title, set()).add(speaker)
    return {
        head: next(iter(speakers))
        for title, speakers in sorted(bearers.items(), key=lambda item: -len(item[0]))
        if len(speakers) == 1
        for head in _heads_of(parse, title)
    }


def _heads_of(parse: Parse, title: str) -> Iterator[int]:
    """Give the token of a title's noun wherever the title stands as it is written."""
    for match in re.finditer(r"(?<!\w)" + re.escape(title) + r"(?!\w)", parse.text):
        tokens = tokens_between(parse, *match.span())
        if tokens[0] < tokens[1]:
            yield head_of(parse, *tokens)


def _annotated_speaker(quotation: Quotation | GoldenQuotation) -> GoldSpeaker | None:
    if isinstance(quotation, GoldenQuotation):
        names, kind = quotation.names, quotation.speaker_kind
        return GoldSpeaker(names=names, kind=kind) if names else None
    speaker = quotation.speaker
    if speaker is None:
        return None
    return GoldSpeaker(names=(speaker.name, *speaker.alt), kind=speaker.kind)


def _same_mention(parse: Parse, source: Mention | None, mention: str | None) -> bool:
    """Tell whether the source that was found is the one that was annotated."""
    if source is None or mention is None:
        return source is None and mention is None
    words = parse.text[parse.starts[source.start] : parse.ends[source.end - 1]].lower()
    return words in mention.lower() or mention.lower() in words


def _with_words(
    attributions: Sequence[Attribution], content: Sequence[tuple[int, int]]
) -> list[int]:
    """Number the attributions that share most of the content, the likest first."""
    wanted = _places(content)
    shares = [
        len((words := _places(attribution.content)) & wanted) / len(words | wanted or {0})
        for attribution in attributions
    ]
    ranked = sorted(range(len(shares)), key=lambda number: -shares[number])
    return [number for number in ranked if shares[number] >= _SHARED]


def _inside(attributions: Sequence[Attribution], content: Sequence[tuple[int, int]]) -> list[int]:
    """Number the attributions that lie mostly in what was annotated."""
    wanted = _places(content)
    return [
        number
        for number, attribution in enumerate(attributions)
        if len((words := _places(attribution.content)) & wanted) >= _SHARED * len(words)
    ]


def _places(content: Iterable[tuple[int, int]]) -> set[int]:
    return {place for start, end in content for place in range(start, end)}


@attrs.frozen(kw_only=True, eq=False)
class ChainGold:
    """Which entity each token that heads a mention belongs to."""

    entity: Mapping[int, int]

    def right(self, walk: Walk, asked: Asked) -> Sequence[int] | None:
        """Give the right candidates, None where the annotation does not tell."""
        reference = asked.reference
        if reference is None or reference.token not in self.entity:
            return None
        wanted = self.entity[reference.token]
        right = [n for n in asked.question.candidates if n != NOBODY and self._is(walk, n, wanted)]
        known_from = reference.token if reference.pronoun else reference.token - _NEAR
        if not right and not self._was_met(wanted, known_from):
            return [NOBODY]
        return right or None

    def note(self, asked: Asked, number: int) -> None:
        """Chains say all there is to say."""

    def _was_met(self, entity: int, place: int) -> bool:
        """Tell whether an entity was met before a token."""
        return any(one == entity and token < place for token, one in self.entity.items())

    def _is(self, walk: Walk, number: int, wanted: int) -> bool:
        """Tell whether most mentions of a trail, names ahead with them, are of an entity."""
        tokens = list(walk.trails[number].met)
        if number < len(walk.cast.entities):
            tokens += [t for span in walk.cast.entities[number].spans for t in range(*span)]
        counts = collections.Counter(self.entity[t] for t in tokens if t in self.entity)
        return counts[wanted] * 2 >= counts.total() > 0 and counts[wanted] > 0


def chain_gold(parse: Parse, document: Document) -> ChainGold:
    """Lay the heads of a document's mentions over its tokens."""
    entity: dict[int, int] = {}
    for one in document.entities:
        for mention in one.mentions:
            first, last = tokens_between(parse, *mention.head)
            for token in range(first, max(first + 1, last)):
                entity.setdefault(token, one.id)
    return ChainGold(entity=entity)
