"""Titles: training groups from annotated persons, and the two models fitted to them.

``python -m quoteattr.training.titles POLNEAR/train --world WORLD/train --speakers FOLDER ...``

Whom the references of a text mean is asked of models that never saw the text, as it will be of
texts to come: how far a reference can be trusted is learned with the rest. The other corpora of
who is meant are named as for ``python -m quoteattr.training``.
"""

from __future__ import annotations

import argparse
import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from quoteattr.corpora.world import AnnotatedArticle
from quoteattr.entities.cast import with_titles_by
from quoteattr.entities.title_extents import Named
from quoteattr.entities.title_features import head_of, noun_kind
from quoteattr.entities.title_sites import Site, find_sites
from quoteattr.entities.titles import Title, read_extents, site_beyond
from quoteattr.records import SpeakerKind
from quoteattr.scoring.linear_model import Model
from quoteattr.speakers.best_title import title_features
from quoteattr.speakers.speaker_titles import sites_of_reference, titles_of_speakers
from quoteattr.syntax.tokens import Parse, TokenRange
from quoteattr.training.compared_words import normal_words, word_f1
from quoteattr.training.cross_fitting import Recipe, cross_fit
from quoteattr.training.data_folder import DATA
from quoteattr.training.fitting import Group
from quoteattr.training.folds import FOLDS
from quoteattr.training.parsed_texts import parse_all
from quoteattr.training.speaker_corpora import (
    add_speaker_arguments,
    read_news,
    read_speaker_examples,
    read_us_news,
)
from quoteattr.training.titled_texts import (
    TitledSpeaker,
    TitledText,
    last_token_up_to,
    mentions_by_name,
    read_titled_texts,
    words_of,
)
from quoteattr.training.weight_files import write_weights
from quoteattr.training.who_is_meant import models_without

__all__ = [
    "TITLE_RECIPES",
    "choice_groups",
    "extent_groups",
    "fit_titles",
    "learn_titles",
    "rebuild_titles",
]

TITLE_RECIPES = {
    "title_extents": Recipe(penalty=1.0, rarest=4, smallest=0.03),
    "best_title": Recipe(penalty=4.0, rarest=4, smallest=0.03),
}
_ALIKE = 0.75  # likeness of a phrase to an annotated title from which on it is taken for it
_HALF_ALIKE = 0.5  # the same among what was found of a speaker
_MOST_NEXT = 3
_WEAK = 0.5  # what a place beside a name without annotation counts where no word is for somebody
_UNTOLD = 0.2  # what a role mention counts that nobody annotated as a title
_THINGS = ("other", "document", "-ion", "-ment", "-ity", "-ness", "-ing", "-ism", "-ship", "-al")
_UNTITLED = frozenset({"kin", "person", "people"})


def main() -> None:
    """Train the two models of titles alone."""
    parser = argparse.ArgumentParser(prog="python -m quoteattr.training.titles")
    parser.add_argument("folder", type=Path, help="PolNeAR folder with `text` in it")
    parser.add_argument("--output", type=Path, default=DATA, help="where the weights go")
    add_speaker_arguments(parser)
    arguments = parser.parse_args()
    arguments.texts = arguments.texts or arguments.folder / "text"
    learn_titles(arguments)


def learn_titles(
    arguments: argparse.Namespace, progress: Callable[[str], None] = lambda _: None
) -> None:
    """Learn titles from texts read by models of who is meant that never saw them."""
    examples, _ = read_speaker_examples(arguments, parse_all)
    unseen = models_without(examples, progress)
    news = [*read_news(arguments), *read_us_news(arguments)]
    rebuild_titles(arguments.folder, news, arguments.speakers, arguments.output, unseen)


def rebuild_titles(
    polnear: Path,
    news: Iterable[AnnotatedArticle],
    speakers: Sequence[Path],
    output: Path,
    unseen: Mapping[str, Mapping[str, Model]] | None = None,
) -> None:
    """Fit the models of titles and write their weights.

    Args:
        polnear: folder with `text` in it.
        news: fully annotated news of the world.
        speakers: folders that say who said each marked stretch of PolNeAR.
        output: where the weights go.
        unseen: by name of a text, models of who is meant that were fitted without it.
    """
    texts = read_titled_texts(news, speakers, polnear / "text", unseen=unseen)
    data = f"{len(texts)} texts: world news, PolNeAR, and passages of the package"
    for name, model in fit_titles(texts).items():
        write_weights(output / f"{name}.json", name, TITLE_RECIPES[name], model, data)


def fit_titles(texts: Sequence[TitledText]) -> dict[str, Model]:
    """Fit the model of extents, and on what such models find out of fold that of the best title."""
    asked = [[*extent_groups(text), *reference_groups(text)] for text in texts]
    folds, extents = cross_fit(TITLE_RECIPES["title_extents"], asked)
    chosen = [list(choice_groups(text, folds[number % FOLDS])) for number, text in enumerate(texts)]
    _, best = cross_fit(TITLE_RECIPES["best_title"], chosen)
    return {"title_extents": extents, "best_title": best}


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
        if none:
            return
        place = site_beyond(text.parse, site, list(place.extents())[min(group.right)], named)


def _group(
    text: TitledText,
    site: Site,
    gold: Sequence[tuple[str, ...]],
    named: Named,
) -> Group:
    """Put the extents of a site to choice; the last candidate is that no title stands there."""
    extents, features = read_extents(text.parse, site, named)
    fits = [
        max((word_f1(words_of(text.parse, *extent), one) for one in gold), default=0.0)
        for extent in extents
    ]
    best = max(fits, default=0.0)
    right = frozenset(i for i, fit_ in enumerate(fits) if fit_ == best and best >= _ALIKE)
    return Group([*features, ()], right or frozenset({len(extents)}), text.weight)


def reference_groups(text: TitledText) -> Iterator[Group]:
    """Ask of "the minister" and of "she is the minister" whether and which words are a title."""
    gold = [normal_words(title) for speaker in text.speakers for title in speaker.titles]
    numbers = {_number_of(text, speaker) for speaker in text.speakers}
    for token, number in text.walk.found.items():
        for site in () if text.walk.cast.quoted[token] else sites_of_reference(text.walk, token):
            group = _group(text, site, gold, {})
            told = min(group.right) < len(group.candidates) - 1
            plain = noun_kind(text.parse.lowers[token]) in _UNTITLED
            weight = 1.0 if told else _UNTOLD if plain or number in numbers else 0.0
            if weight:
                yield attrs.evolve(group, weight=weight * text.weight)


def choice_groups(text: TitledText, extents: Model) -> Iterator[Group]:
    """Ask of every quotation of a speaker which title fits best; the last candidate is none."""
    cast = with_titles_by(text.walk.cast, extents)
    walk = attrs.evolve(text.walk, cast=cast)
    for speaker in text.speakers:
        number = _number_of(text, speaker)
        if number is None:
            continue
        [found] = titles_of_speakers(walk, {number: SpeakerKind.PERSON}, extents).values()
        for place, main in speaker.places if found else ():
            token = last_token_up_to(text.parse, place)
            right = _fittest(text.parse, found, [main] if main else [], speaker.titles)
            yield Group(
                [*(list(title_features(text.parse, title, found, token)) for title in found), ()],
                right or frozenset({len(found)}),
                text.weight / len(speaker.places),
            )


def _number_of(text: TitledText, speaker: TitledSpeaker) -> int | None:
    """Give the number of the person whose names in the text are the speaker's."""
    cast = text.walk.cast
    own = mentions_by_name(text, speaker)
    numbers = Counter(cast.at[token] for name in own for token in range(*name) if token in cast.at)
    return next((one for one, _ in numbers.most_common() if one < len(cast.people)), None)


def _fittest(parse: Parse, found: Sequence[Title], *annotated: Sequence[str]) -> frozenset[int]:
    """Number the titles that are annotated, those of the first group that is found at all."""
    for wanted in annotated:
        gold = [normal_words(title) for title in wanted]
        fits = [
            max((word_f1(words_of(parse, title.start, title.end), one) for one in gold), default=0)
            for title in found
        ]
        best = max(fits, default=0)
        if best >= _HALF_ALIKE:
            return frozenset(i for i, fit_ in enumerate(fits) if fit_ == best)
    return frozenset()


if __name__ == "__main__":
    main()
