"""Best title: which of a speaker's titles tells best who speaks at a quotation."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import attrs

from quoteattr.entities.title_features import head_of, noun_kind
from quoteattr.entities.title_sites import Place
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.scoring.binned_numbers import probability_bin, size_bin
from quoteattr.scoring.linear_model import Model, load_model, score
from quoteattr.speakers.speaker_titles import SpeakerTitle
from quoteattr.syntax.capital_runs import title_cased
from quoteattr.syntax.tokens import Parse

__all__ = ["best_title", "rank_titles", "title_features"]

_LENGTHS = (1, 2, 3, 4, 6, 8, 11, 15)
_PARAGRAPHS = (0, 1, 2, 4, 8, 16)
_OFFICES = frozenset({"title", "role"})
_PLAIN = frozenset({Place.BEFORE, Place.BEHIND, Place.PREPOSED, Place.BRACKETS})
_FEWEST = (1, 2, 4)
_WEIGHED = 60  # titles nearest to the words; each is compared with the others
_SURELY = 0.7  # share
_SAID = frozenset({Place.PREDICATE, Place.AS})
_FORMER = marked_words("former")
_STYLES = marked_words("style-of-address") | marked_words("bare-rank") | marked_words("rank-part")


def best_title(
    parse: Parse,
    titles: Sequence[SpeakerTitle],
    token: int,
    model: Model | None = None,
    *,
    required: bool = False,
) -> SpeakerTitle | None:
    """Give the title of a speaker that fits best at a token, None where none does.

    Args:
        parse: the text's tokens.
        titles: what the text applies to the speaker.
        token: where the speaker's words hang: the source's head, or the first of the words.
        model: the weights; the package's where None.
        required: give one where there are any.
    """
    ranked = rank_titles(parse, titles, token, model)
    fit = [title for fitness, title in ranked if fitness >= 0 or required]
    fit = fit or [title for _, title in ranked if _is_single(parse, title)]
    return _as_at_name(parse, _held(parse, fit), titles) if fit else None


def _is_single(parse: Parse, title: SpeakerTitle) -> bool:
    """Tell whether a reference that surely means the speaker is an office of one: their coach."""
    head = parse.lowers[head_of(parse, title.start, title.end)]
    meant = title.place is Place.ALONE and title.share >= _SURELY
    return meant and head in marked_words("single-office") and _is_office(parse, title)


def _held(parse: Parse, fit: Sequence[SpeakerTitle]) -> SpeakerTitle:
    """Give the fittest title, but an office that is held where that is none: Dr; General."""
    if not _gives_way(parse, fit[0]):
        return fit[0]
    return next((title for title in fit if _is_office(parse, title)), fit[0])


def _is_office(parse: Parse, title: SpeakerTitle) -> bool:
    """Tell whether a title is an office that its bearer holds, as the text tells of nobody else."""
    kind = noun_kind(parse.lowers[head_of(parse, title.start, title.end)])
    return kind in _OFFICES and title.settled and not _gives_way(parse, title)


def _gives_way(parse: Parse, title: SpeakerTitle) -> bool:
    """Tell whether a title is a style or rank alone, or an office of which *was* is said."""
    words = parse.lowers[title.start : title.end]
    past = title.former and title.place in _SAID and _FORMER.isdisjoint(words)
    return past or _STYLES.issuperset(words)


def _as_at_name(
    parse: Parse, fittest: SpeakerTitle, titles: Sequence[SpeakerTitle]
) -> SpeakerTitle:
    """Give the same words as they stand at the name, where they do: Prime Minister."""
    words = parse.lowers[fittest.start : fittest.end]
    return next(
        (
            title
            for title in titles
            if title.place is not Place.ALONE and parse.lowers[title.start : title.end] == words
        ),
        fittest,
    )


def rank_titles(
    parse: Parse, titles: Sequence[SpeakerTitle], token: int, model: Model | None = None
) -> list[tuple[float, SpeakerTitle]]:
    """Give the titles near a token with their fitness, the fittest first.

    Of equals the one that stands first in the text comes first.
    """
    weights = model or load_model("best_title")
    seen = _Titles(parse=parse, titles=_nearest(titles, token), token=token)
    scored = [
        (-score(weights, _features(seen, number)), title.start, number)
        for number, title in enumerate(seen.titles)
    ]
    return [(-fitness, seen.titles[number]) for fitness, _, number in sorted(scored)]


def _nearest(titles: Sequence[SpeakerTitle], token: int) -> Sequence[SpeakerTitle]:
    """Give as many titles as are weighed against each other, in the order that they came in."""
    if len(titles) <= _WEIGHED:
        return titles
    near = sorted(range(len(titles)), key=lambda number: abs(titles[number].start - token))
    return [titles[number] for number in sorted(near[:_WEIGHED])]


def title_features(
    parse: Parse, title: SpeakerTitle, titles: Sequence[SpeakerTitle], token: int
) -> list[str]:
    """Give the names of what speaks for a title of a speaker at a token, and what against.

    Args:
        parse: the text's tokens.
        title: the title in question.
        titles: all of the speaker's.
        token: where the speaker's words hang.
    """
    seen = _Titles(parse=parse, titles=titles, token=token)
    return _features(seen, titles.index(title))


@attrs.frozen(kw_only=True, eq=False)
class _Titles:
    """A speaker's titles, with what is asked of all of them to tell about one.

    Attributes:
        parse, titles, token: see `title_features`.
    """

    parse: Parse
    titles: Sequence[SpeakerTitle]
    token: int

    @functools.cached_property
    def words(self) -> Sequence[frozenset[str]]:
        """The words of each."""
        return [frozenset(self.parse.lowers[one.start : one.end]) for one in self.titles]

    @functools.cached_property
    def heads(self) -> Sequence[int]:
        """The token of each one's noun."""
        return [head_of(self.parse, one.start, one.end) for one in self.titles]

    @functools.cached_property
    def kinds(self) -> Sequence[str]:
        """What the noun of each stands for."""
        return [noun_kind(self.parse.lowers[head]) for head in self.heads]

    @functools.cached_property
    def steps(self) -> Sequence[int]:
        """How many tokens each is away."""
        return [abs(one.start - self.token) for one in self.titles]

    @functools.cached_property
    def told(self) -> Sequence[int]:
        """Where those begin that stand before the token."""
        return [one.start for one in self.titles if one.start <= self.token]


def _features(seen: _Titles, number: int) -> list[str]:
    return [
        *_about_itself(seen, number),
        *_about_clause(seen.parse, seen.titles[number], seen.heads[number]),
        *_about_words(seen, number),
        *_about_order(seen, number),
        *_among(seen, number),
        *_twins(seen, number),
    ]


def _about_itself(seen: _Titles, number: int) -> list[str]:
    """Give what the title is, how far away it stands, and how sure it is."""
    parse, title, kind = seen.parse, seen.titles[number], seen.kinds[number]
    start, end, place = title.start, title.end, title.place.value
    length = size_bin(end - start, _LENGTHS, "long")
    away = abs(parse.paragraph[start] - parse.paragraph[seen.token])
    afar = size_bin(away, _PARAGRAPHS, "far")
    probability, share = probability_bin(title.probability), probability_bin(title.share)
    known = kind[0] != "-" and kind[:5] != "other"
    return [
        f"place={place}",
        f"kind={kind}",
        f"place+kind={place}|{kind}",
        *([f"head={parse.lowers[seen.heads[number]]}"] if known else ()),
        f"length={length}",
        f"place+length={place}|{length}",
        f"kind+length={kind}|{min(end - start, 3)}",
        f"away={afar}",
        f"away+side={afar}|{'before' if start <= seen.token else 'behind'}",
        f"probability={probability}",
        f"share={share}|{title.settled}",
        f"taken={title.taken}|{share}",
        f"taken={title.taken}|{kind}",
        f"taken={title.taken}|{title.known}",
        f"share+place={share}|{place}",
        f"share+probability={share}|{probability}",
        f"known={title.known}|{share}",
        f"known+settled={title.known}|{title.settled}",
    ]


def _about_clause(parse: Parse, title: SpeakerTitle, head: int) -> list[str]:
    """Give how the title's noun stands in its clause."""
    place, before = title.place.value, title.start - 1
    told = title.place in _SAID
    article = parse.lowers[before] if before >= 0 and parse.tags[before] == "DT" else "none"
    verb = parse.heads[head]
    around = {parse.deps[child] for child in parse.children[verb]} if verb != head else set()
    modal = any(parse.tags[child] == "MD" for child in parse.children[verb])
    return [
        f"article={place}|{article}",
        f"part={place}|{parse.deps[head]}",
        f"mood={place}|{modal}|{'neg' in around}",
        *([f"verb={place}|{_verb_kind(parse, head)}"] if told else ()),
    ]


def _verb_kind(parse: Parse, head: int) -> str:
    """Tell of what sort the verb is that a title hangs on: served as, elected as, saw her as."""
    verb = parse.heads[head]
    if parse.lowers[verb] == "as":
        verb = parse.heads[verb]
    sorts = ("serving", "appointing", "title-copula")
    return next((sort for sort in sorts if parse.lowers[verb] in marked_words(sort)), "other")


def _about_words(seen: _Titles, number: int) -> list[str]:
    """Give where the title's words stand, and what is among them."""
    parse, title = seen.parse, seen.titles[number]
    start, end, place = title.start, title.end, title.place.value
    inside = title.mention[0] <= seen.token < title.mention[1]
    headline = title_cased(parse, *parse.paragraphs[parse.paragraph[start]])
    return [
        f"at-source={inside}|{place}",
        f"former={title.former}",
        f"designate={title.designate}",
        f"quoted={title.quoted}",
        f"headline={headline}",
        f"headline={headline}|{place}|{min(end - start, 3)}",
        f"capital={parse.words[seen.heads[number]][0].isupper()}|{place}",
        f"opens={parse.tags[start]}",
        f"has-of={'of' in parse.lowers[start:end]}",
        f"has-org={'ORG' in parse.labels[start:end]}",
    ]


def _about_order(seen: _Titles, number: int) -> list[str]:
    """Give whether the title is the latest, and whether it is the nearest."""
    title, told, steps = seen.titles[number], seen.told, seen.steps
    place = title.place.value
    latest = "later" if title.start > seen.token else "earlier"
    order = "latest" if told and title.start == max(told) else latest
    alike = [
        away for away, other in zip(steps, seen.titles, strict=True) if other.place is title.place
    ]
    return [
        f"order={order}|{title.settled}|{len(told) > 1}",
        f"order+place={order}|{place}",
        f"nearest={steps[number] == min(steps)}",
        f"nearest-of-place={steps[number] == min(alike)}|{len(alike) > 1}",
    ]


def _among(seen: _Titles, number: int) -> list[str]:
    """Give how the title compares with the speaker's others."""
    title, words, kind = seen.titles[number], seen.words[number], seen.kinds[number]
    times = sum(text == words for text in seen.words)
    offices = not _OFFICES.isdisjoint({*seen.kinds} - {kind})
    places = {other.place for other in seen.titles if other.settled} - {title.place}
    return [
        f"times={size_bin(times, _FEWEST, 'many')}",
        f"longest={len(words) == max(map(len, seen.words))}",
        f"inside={any(words < text for text in seen.words)}",
        f"holds={any(text < words for text in seen.words)}",
        f"kind-among={kind}|{offices}",
        f"place-among={title.place.value}|{not _PLAIN.isdisjoint(places)}",
        f"several={title.settled}|{size_bin(len(seen.titles), _FEWEST, 'many')}",
        f"single-former={title.former}|{all(other.former for other in seen.titles)}",
    ]


def _twins(seen: _Titles, number: int) -> list[str]:
    """Tell whether another office of the same noun stands nearer: chair of this, chair of that."""
    title, words, lowers = seen.titles[number], seen.words[number], seen.parse.lowers
    noun = lowers[seen.heads[number]]
    twins = [
        away
        for other, text, head, away in zip(
            seen.titles, seen.words, seen.heads, seen.steps, strict=True
        )
        if other.place is title.place
        and lowers[head] == noun
        and not (words <= text or text <= words)
    ]
    first = all(other.start >= title.start for other in seen.titles)
    nearer = [f"twin-nearer={min(twins) < seen.steps[number]}"] if twins else []
    return [f"first={first}|{bool(twins)}", *nearer]
