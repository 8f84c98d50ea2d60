"""Titles: training groups from annotated speakers, and the models fitted to them."""

from __future__ import annotations

import bisect
import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from quoteattr.entities.title_extents import Named
from quoteattr.entities.title_features import head_of, noun_kind
from quoteattr.entities.title_sites import Place, Site, find_sites, next_site, phrase_site
from quoteattr.entities.titles import find_titles, read_extents
from quoteattr.lexicon.noun_kinds import is_person_noun
from quoteattr.scoring.linear_model import Model
from quoteattr.speakers.best_title import title_features
from quoteattr.syntax.tokens import Parse, TokenRange
from quoteattr.training.fitting import Group, fit

__all__ = [
    "FOLDS",
    "AnnotatedSpeaker",
    "TitledText",
    "choice_groups",
    "extent_groups",
    "fit_titles",
    "mentions_by_name",
    "with_names",
]

FOLDS = 5
_DROPPED = frozenset({"mr", "mrs", "ms", "miss", "mx", "the", "a", "an"})
_ALIKE = 0.75
_CONTINUED = frozenset({Place.BEHIND, Place.BRACKETS, Place.NEXT, Place.PREDICATE})
_MOST_NEXT = 3
_WEAK = 0.5  # what a place beside a name without annotation counts where no word is for somebody
_THINGS = ("other", "document", "-ion", "-ment", "-ity", "-ness", "-ing", "-ism", "-ship", "-al")
_UNTITLED = frozenset({"kin", "person", "people"})
_DEFINED = frozenset({"the", "this", "his", "her", "a", "an"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@attrs.frozen(kw_only=True)
class AnnotatedSpeaker:
    """A person of an annotated text.

    Attributes:
        names: forms of the name, the fullest first.
        titles: all that the text applies to the person, as written.
        main_title: the one that fits best, or None.
        places: code-point offsets at which the person's quotations hang.
    """

    names: tuple[str, ...]
    titles: tuple[str, ...]
    main_title: str | None
    places: tuple[int, ...] = ()


@attrs.frozen(kw_only=True, eq=False)
class TitledText:
    """A parsed text with its annotated persons.

    Attributes:
        parse: the tokens.
        quoted: by token, whether it stands between marks.
        names: (first, behind last) token of every name of a person.
        speakers: the annotated persons.
        weight: how much an example of it counts.
    """

    parse: Parse
    quoted: Sequence[bool]
    names: Sequence[TokenRange]
    speakers: Sequence[AnnotatedSpeaker]
    weight: float = 1.0


def normal_words(phrase: str | None) -> tuple[str, ...]:
    """Give the words of a title or name as they are compared.

    Examples:
        >>> normal_words("the Club’s Head")
        ('club', 'head')
    """
    plain = unicodedata.normalize("NFC", phrase or "").replace("’", "'").casefold()
    words = (re.sub(r"'s?$", "", word).strip(".'-") for word in re.findall(r"[\w'.@&-]+", plain))
    return tuple(word for word in words if word and word not in _DROPPED)


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Give the shared words of two phrases as an F1."""
    shared = sum((Counter(one) & Counter(other)).values())
    return 2 * shared / (len(one) + len(other)) if one and other else 0.0


def mentions_by_name(text: TitledText, speaker: AnnotatedSpeaker) -> list[TokenRange]:
    """Give the names in the text that are the speaker's, in full or a part nobody else shares."""
    forms = [normal_words(name) for name in speaker.names]
    spoken = [(span, _words(text.parse, *span)) for span in text.names]
    rivals = {
        words
        for _, words in spoken
        if len(words) > 1 and not any(_is_part(words, form) for form in forms)
    }
    return [
        span
        for span, words in spoken
        if words
        and any(_is_part(words, form) for form in forms)
        and (words in forms or not any(_is_part(words, rival) for rival in rivals))
    ]


def _is_part(words: Sequence[str], form: Sequence[str]) -> bool:
    return (
        bool(words) and set(words) <= set(form) and (words[-1] == form[-1] or words[0] == form[0])
    )


def _words(parse: Parse, start: int, end: int) -> tuple[str, ...]:
    return normal_words(parse.text[parse.starts[start] : parse.ends[end - 1]])


def with_names(
    parse: Parse, names: Sequence[TokenRange], speakers: Sequence[AnnotatedSpeaker]
) -> list[TokenRange]:
    """Put the annotated names, in full or by their last word, in the place of what was found."""
    own = sorted(
        {
            span
            for speaker in speakers
            for name in speaker.names
            for span in _occurrences(parse, name)
        },
        key=lambda span: (span[0] - span[1], span[0]),
    )
    kept: list[TokenRange] = []
    for start, end in [*own, *names]:
        if not any(start < other[1] and other[0] < end for other in kept):
            kept.append(TokenRange(start, end))
    return sorted(kept)


def _occurrences(parse: Parse, name: str) -> Iterator[TokenRange]:
    words = name.split()
    shorter = {" ".join(words[-length:]) for length in range(1, len(words) + 1)}
    for form in shorter:
        for match in re.finditer(r"(?<!\w)" + re.escape(form) + r"(?!\w)", parse.text):
            start = bisect.bisect_left(parse.starts, match.start())
            end = bisect.bisect_left(parse.starts, match.end())
            capital = start < len(parse) and parse.words[start][0].isupper()
            if start < end and capital and parse.starts[start] == match.start():
                yield TokenRange(start, end)


def extent_groups(text: TitledText) -> Iterator[Group]:
    """Ask of every place beside a name of an annotated speaker which title stands there, if any."""
    named = {token: name for name in text.names for token in range(*name)}
    sites: dict[TokenRange, list[Site]] = {}
    for site in find_sites(text.parse, text.names, named):
        sites.setdefault(site.name, []).append(site)
    for speaker in text.speakers:
        gold = [normal_words(title) for title in speaker.titles]
        for name in mentions_by_name(text, speaker):
            for site in sites.pop(name, ()):
                yield from _groups_at(text, site, gold, named)
    for site in itertools.chain.from_iterable(sites.values()):
        if not _is_apposition(text.parse, site) and not any(
            _may_be_somebody(text.parse, *extent) for extent in site.extents()
        ):
            yield attrs.evolve(_group(text, site, (), named), weight=_WEAK * text.weight)


def _is_apposition(parse: Parse, site: Site) -> bool:
    return any(
        parse.deps[token] == "appos" and site.name[0] <= parse.heads[token] < site.name[1]
        for token in range(site.starts[0], site.ends[-1])
    )


def _may_be_somebody(parse: Parse, start: int, end: int) -> bool:
    """Tell whether a phrase beside a name that nobody annotated may be a title at all."""
    kind = noun_kind(parse.lowers[head_of(parse, start, end)])
    return not kind.startswith(_THINGS)


def _groups_at(
    text: TitledText,
    site: Site,
    gold: Sequence[tuple[str, ...]],
    named: Named,
) -> Iterator[Group]:
    place: Site | None = site
    for _ in range(_MOST_NEXT):
        if place is None:
            return
        group = _group(text, place, gold, named)
        yield group
        none = min(group.right) == len(group.candidates) - 1
        if none or site.place not in _CONTINUED:
            return
        end = list(place.extents())[min(group.right)][1]
        place = next_site(text.parse, site.name, end, named)


def _group(
    text: TitledText,
    site: Site,
    gold: Sequence[tuple[str, ...]],
    named: Named,
) -> Group:
    """Put the extents of a site to choice; the last candidate is that no title stands there."""
    extents, features = read_extents(text.parse, site, named)
    fits = [
        max((likeness(_words(text.parse, *extent), one) for one in gold), default=0.0)
        for extent in extents
    ]
    best = max(fits, default=0.0)
    right = frozenset(i for i, fit_ in enumerate(fits) if fit_ == best and best >= _ALIKE)
    return Group([*features, ()], right or frozenset({len(extents)}), text.weight)


def phrase_groups(text: TitledText) -> Iterator[Group]:
    """Ask of noun phrases for somebody, "the minister", whether and which words are a title."""
    gold = [normal_words(title) for speaker in text.speakers for title in speaker.titles]
    named = {token: name for name in text.names for token in range(*name)}
    for token in range(1, len(text.parse)):
        if _is_phrase_for_somebody(text.parse, token, named):
            site = phrase_site(text.parse, _phrase(text.parse, token))
            group = _group(text, site, gold, named)
            plain = noun_kind(text.parse.lowers[token]) in _UNTITLED
            if min(group.right) < len(group.candidates) - 1 or plain:
                yield group


def _phrase(parse: Parse, head: int) -> TokenRange:
    return TokenRange(min([head, *parse.children[head]]), head + 1)


def _is_phrase_for_somebody(parse: Parse, token: int, named: Named) -> bool:
    if parse.tags[token] not in ("NN", "NNP") or token in named:
        return False
    first = min([token, *parse.children[token]])
    defined = first < token and parse.lowers[first] in _DEFINED
    return defined and parse.deps[token] in _SUBJECTS and is_person_noun(parse.lowers[token])


def choice_groups(text: TitledText, extents: Model) -> Iterator[Group]:
    """Ask of every quotation of a speaker with titles which one fits best."""
    titles = find_titles(text.parse, text.names, text.quoted, extents)
    for speaker in text.speakers:
        own = set(mentions_by_name(text, speaker))
        found = [title for title in titles if title.mention in own]
        main = normal_words(speaker.main_title)
        fits = [likeness(_words(text.parse, title.start, title.end), main) for title in found]
        best = max(fits, default=0.0)
        if best < _ALIKE or len(set(fits)) == 1:
            continue
        right = frozenset(i for i, fit_ in enumerate(fits) if fit_ == best)
        for token in _tokens(text.parse, speaker.places):
            yield Group(
                [list(title_features(text.parse, title, found, token)) for title in found],
                right,
                text.weight / len(speaker.places),
            )


def _tokens(parse: Parse, places: Sequence[int]) -> Iterator[int]:
    token = 0
    for place in sorted(places):
        while token + 1 < len(parse) and parse.starts[token + 1] <= place:
            token += 1
        yield token


def fit_titles(
    texts: Sequence[TitledText], penalties: tuple[float, float] = (2.0, 2.0)
) -> tuple[Model, Model]:
    """Fit the model of extents, and on what such models find out of fold that of the best title."""
    groups = [list(extent_groups(text)) for text in texts]
    folds = [
        _fit([g for j, one in enumerate(groups) if j % FOLDS != fold for g in one], penalties[0])
        for fold in range(FOLDS)
    ]
    chosen = [
        group
        for number, text in enumerate(texts)
        for group in choice_groups(text, folds[number % FOLDS])
    ]
    extents = _fit([group for one in groups for group in one], penalties[0])
    return extents, _fit(chosen, penalties[1])


def _fit(groups: Sequence[Group], penalty: float) -> Model:
    return Model(weights=fit(groups, penalty=penalty, rarest=4, smallest=0.03), about={})
