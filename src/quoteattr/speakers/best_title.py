"""Best title: which of a speaker's titles tells best who speaks at a quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoteattr.entities.title_features import head_of, noun_kind
from quoteattr.entities.titles import Place, Title
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.scoring.binned_numbers import probability_bin, size_bin
from quoteattr.scoring.linear_model import Model, load_model, score
from quoteattr.syntax.capital_runs import title_cased
from quoteattr.syntax.tokens import Parse

__all__ = ["best_title", "rank_titles", "title_features"]

_LENGTHS = (1, 2, 3, 4, 6, 8, 11, 15)
_PARAGRAPHS = (0, 1, 2, 4, 8, 16)
_OFFICES = frozenset({"title", "role"})
_PLAIN = frozenset({Place.BEFORE, Place.BEHIND, Place.PREPOSED, Place.BRACKETS})
_FEWEST = (1, 2, 4)


def best_title(
    parse: Parse,
    titles: Sequence[Title],
    token: int,
    model: Model | None = None,
    *,
    required: bool = False,
) -> Title | None:
    """Give the title of a speaker that fits best at a token, None where none does.

    Args:
        parse: the text's tokens.
        titles: what the text applies to the speaker.
        token: where the speaker's words hang: the source's head, or the first of the words.
        model: the weights; the package's where None.
        required: give one where there are any.
    """
    ranked = _ranked(parse, titles, token, model)
    fittest = next((title for fitness, title in ranked if fitness >= 0 or required), None)
    return None if fittest is None else _as_at_name(parse, fittest, titles)


def _as_at_name(parse: Parse, fittest: Title, titles: Sequence[Title]) -> Title:
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
    parse: Parse, titles: Sequence[Title], token: int, model: Model | None = None
) -> list[Title]:
    """Give the titles, the fittest first; of equals the one that stands first in the text."""
    return [title for _, title in _ranked(parse, titles, token, model)]


def _ranked(
    parse: Parse, titles: Sequence[Title], token: int, model: Model | None
) -> list[tuple[float, Title]]:
    weights = model or load_model("best_title")
    scored = [
        (-score(weights, title_features(parse, title, titles, token)), title.start, number)
        for number, title in enumerate(titles)
    ]
    return [(-fitness, titles[number]) for fitness, _, number in sorted(scored)]


def title_features(
    parse: Parse, title: Title, titles: Sequence[Title], token: int
) -> Iterator[str]:
    """Give the names of what speaks for a title of a speaker at a token, and what against.

    Args:
        parse: the text's tokens.
        title: the title in question.
        titles: all of the speaker's.
        token: where the speaker's words hang.
    """
    start, end = title.start, title.end
    place = title.place.value
    head = head_of(parse, start, end)
    kind = noun_kind(parse.lowers[head])
    length = size_bin(end - start, _LENGTHS, "long")
    away = abs(parse.paragraph[start] - parse.paragraph[token])
    side = "before" if start <= token else "behind"
    yield f"place={place}"
    yield f"kind={kind}"
    yield f"place+kind={place}|{kind}"
    if kind[0] != "-" and kind[:5] != "other":
        yield f"head={parse.lowers[head]}"
    yield f"length={length}"
    yield f"place+length={place}|{length}"
    yield f"kind+length={kind}|{min(end - start, 3)}"
    yield f"away={size_bin(away, _PARAGRAPHS, 'far')}"
    yield f"away+side={size_bin(away, _PARAGRAPHS, 'far')}|{side}"
    yield f"probability={probability_bin(title.probability)}"
    yield from _about_share(title, kind)
    yield from _about_clause(parse, title, head)
    inside = title.mention[0] <= token < title.mention[1]
    yield f"at-source={inside}|{place}"
    yield f"former={title.former}"
    yield f"designate={title.designate}"
    yield f"quoted={title.quoted}"
    headline = title_cased(parse, *parse.paragraphs[parse.paragraph[start]])
    yield f"headline={headline}"
    yield f"headline={headline}|{place}|{min(end - start, 3)}"
    yield f"capital={parse.words[head][0].isupper()}|{place}"
    yield f"opens={parse.tags[start]}"
    yield f"has-of={'of' in parse.lowers[start:end]}"
    yield f"has-org={'ORG' in parse.labels[start:end]}"
    nearest = min(abs(other.start - token) for other in titles)
    told = [other.start for other in titles if other.start <= token]
    order = "later" if start > token else "latest" if start == max(told) else "earlier"
    yield f"order={order}|{title.settled}|{len(told) > 1}"
    yield f"order+place={order}|{place}"
    yield f"nearest={abs(start - token) == nearest}"
    alike = [abs(other.start - token) for other in titles if other.place is title.place]
    yield f"nearest-of-place={abs(start - token) == min(alike)}|{len(alike) > 1}"
    yield from _among(parse, title, titles)
    yield from _twins(parse, title, titles, token)


def _about_share(title: Title, kind: str) -> Iterator[str]:
    """Give how likely the words mean the speaker, and whom else they may mean."""
    share = probability_bin(title.share)
    yield f"share={share}|{title.settled}"
    yield f"taken={title.taken}|{share}"
    yield f"taken={title.taken}|{kind}"
    yield f"taken={title.taken}|{title.known}"
    yield f"share+place={share}|{title.place.value}"
    yield f"share+probability={share}|{probability_bin(title.probability)}"
    yield f"known={title.known}|{share}"
    yield f"known+settled={title.known}|{title.settled}"


def _about_clause(parse: Parse, title: Title, head: int) -> Iterator[str]:
    """Give how the title's noun stands in its clause."""
    place, before = title.place.value, title.start - 1
    if title.place in (Place.AS, Place.PREDICATE):
        yield f"verb={place}|{_verb_kind(parse, head)}"
    article = parse.lowers[before] if before >= 0 and parse.tags[before] == "DT" else "none"
    verb = parse.heads[head]
    around = {parse.deps[child] for child in parse.children[verb]} if verb != head else set()
    modal = any(parse.tags[child] == "MD" for child in parse.children[verb])
    yield f"article={place}|{article}"
    yield f"part={place}|{parse.deps[head]}"
    yield f"mood={place}|{modal}|{'neg' in around}"


def _verb_kind(parse: Parse, head: int) -> str:
    """Tell of what sort the verb is that a title hangs on: served as, elected as, saw her as."""
    verb = parse.heads[head]
    if parse.lowers[verb] == "as":
        verb = parse.heads[verb]
    sorts = ("serving", "appointing", "title-copula")
    return next((sort for sort in sorts if parse.lowers[verb] in marked_words(sort)), "other")


def _among(parse: Parse, title: Title, titles: Sequence[Title]) -> Iterator[str]:
    """Give how the title compares with the speaker's others."""
    words = _words(parse, title)
    texts = [_words(parse, other) for other in titles]
    times = sum(text == words for text in texts)
    yield f"times={size_bin(times, _FEWEST, 'many')}"
    yield f"longest={len(words) == max(map(len, texts))}"
    inside = any(words < text for text in texts)
    yield f"inside={inside}"
    holds = any(text < words for text in texts)
    yield f"holds={holds}"
    kinds = {noun_kind(parse.lowers[head_of(parse, *_span(other))]) for other in titles}
    kind = noun_kind(parse.lowers[head_of(parse, *_span(title))])
    places = {other.place for other in titles if other.settled}
    yield f"kind-among={kind}|{bool(_OFFICES & (kinds - {kind}))}"
    yield f"place-among={title.place.value}|{bool(_PLAIN & (places - {title.place}))}"
    yield f"several={title.settled}|{size_bin(len(titles), _FEWEST, 'many')}"
    yield f"single-former={title.former}|{all(other.former for other in titles)}"


def _twins(parse: Parse, title: Title, titles: Sequence[Title], token: int) -> Iterator[str]:
    """Tell whether another office of the same noun stands nearer: chair of this, chair of that."""
    noun, words = _noun(parse, title), _words(parse, title)
    twins = [
        other
        for other in titles
        if other.place is title.place
        and _noun(parse, other) == noun
        and not (words <= _words(parse, other) or _words(parse, other) <= words)
    ]
    first = all(other.start >= title.start for other in titles)
    yield f"first={first}|{bool(twins)}"
    if twins:
        nearest = min(abs(other.start - token) for other in twins)
        yield f"twin-nearer={nearest < abs(title.start - token)}"


def _noun(parse: Parse, title: Title) -> str:
    return parse.lowers[head_of(parse, *_span(title))]


def _span(title: Title) -> tuple[int, int]:
    return title.start, title.end


def _words(parse: Parse, title: Title) -> frozenset[str]:
    return frozenset(parse.lowers[title.start : title.end])
