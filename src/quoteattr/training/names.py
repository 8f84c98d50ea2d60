"""Names: labelled texts to the weights of the name finder.

``python -m quoteattr.training.names NAMES`` learns from ``NAMES/world/train``,
``NAMES/ewt/dev.tsv`` and the names listed for the package's own passages and stories; with
``--measure`` it tells how right the package's weights are instead.
"""

from __future__ import annotations

import argparse
import bisect
import functools
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from quoteattr.corpora.listed_names import (
    LISTED_NAMES,
    read_listed_names,
    texts_of_the_package,
)
from quoteattr.corpora.named_texts import NamedText, pieces_of, read_named_texts
from quoteattr.lexicon.word_lists import read_table
from quoteattr.scoring.linear_model import Model
from quoteattr.scoring.sequence_model import (
    OUTSIDE,
    SequenceModel,
    label_chains,
    rows_of,
    score_rows,
    write_sequence_model,
)
from quoteattr.syntax.name_features import (
    Clue,
    NameZone,
    features,
    join_clues,
    read_zones,
    reread,
)
from quoteattr.syntax.name_finder import NAME_LABELS, find_names
from quoteattr.syntax.name_likeness import Likeness, letter_groups, likeness_by
from quoteattr.syntax.name_signs import has_capital
from quoteattr.syntax.tokens import Parse
from quoteattr.training.chain_fitting import Chain, Search, fit_chains
from quoteattr.training.cross_fitting import Recipe, fit_model
from quoteattr.training.data_folder import DATA
from quoteattr.training.fitting import Group
from quoteattr.training.folds import fold_of_name, folds
from quoteattr.training.parsed_texts import parse_all
from quoteattr.training.weight_files import made_now, write_weights

__all__ = [
    "LABELS",
    "NamedParse",
    "measure_names",
    "parse_named_texts",
    "short_examples",
    "train_names",
]


LABELS = (OUTSIDE, *(begun + label for label in NAME_LABELS for begun in ("B-", "I-")))
_FOLDS = 3
_WORD_FOLDS = 2
_CUT_TOO = 3
_WEB_WEIGHT = 3.0
_NAMING_SHARE = 0.05
_SHORT = 2
_LETTERS = Recipe(penalty=1.0, rarest=8, smallest=0.05)
_LEARNED = (("world/train", False), ("ewt/dev.tsv", True))
_MEASURED = (("world/dev", False), ("ewt/test.tsv", True))
_WORDS = frozenset({
    "apposed", "behind", "between", "governor", "head", "left", "left-name", "right",
    "right-name", "ruled",
})  # fmt: skip
_SEARCHES = {
    "names_first": Search(sparsity=2.0, smallest=0.07, hidden=0.5),
    "fold": Search(sparsity=1.0, smallest=0, hidden=0.5),
    "names": Search(sparsity=0.8, smallest=0.06, hidden=0.5),
}

_Progress = Callable[[str], None]


@attrs.frozen(eq=False)
class NamedParse:
    """A text's token table and names.

    Attributes:
        text: the text with its names.
        parse: its token table.
        coarse: whether only persons, organisations and places were labelled, so that a token
            outside them may be any other name, and a place may be a building.
    """

    text: NamedText
    parse: Parse
    coarse: bool


def parse_named_texts(texts: Sequence[NamedText], *, coarse: bool) -> list[NamedParse]:
    """Parse labelled texts with the package's pipeline."""
    parses = parse_all([text.text for text in texts])
    return [NamedParse(text, parse, coarse) for text, parse in zip(texts, parses, strict=True)]


def short_examples(examples: Sequence[NamedParse]) -> list[NamedParse]:
    """Cut every third text into short ones, in which little is known of a word from elsewhere."""
    pieces = [piece for example in examples[::_CUT_TOO] for piece in pieces_of(example.text)]
    return parse_named_texts(pieces, coarse=False)


def train_names(
    examples: Sequence[NamedParse], progress: _Progress, about: Mapping[str, object] | None = None
) -> dict[str, SequenceModel]:
    """Fit the first reading, and the second one on first readings by models that saw other texts.

    Returns:
        The models by the names of their files.
    """
    naming = naming_words(examples)
    alike = likeness_of_others(examples)
    found = [read_zones(example.parse, alike) for example in examples]
    fit = functools.partial(_fit, naming=naming, progress=progress, about=about or {})
    models = {"names_first": fit("names_first", examples, found)}
    again = _second_readings(examples, found, functools.partial(fit, "fold"))
    models["names"] = fit("names", examples, again)
    return models


def _second_readings(
    examples: Sequence[NamedParse],
    found: Sequence[Sequence[NameZone]],
    fit_fold: Callable[[Sequence[NamedParse], Sequence[Sequence[NameZone]]], SequenceModel],
) -> list[list[NameZone]]:
    """Add to the zones of each text what a first reading by a model of other texts says."""
    again: list[list[NameZone]] = [[] for _ in examples]
    numbers = range(len(examples))
    for rest, held in folds(numbers, _FOLDS, lambda i: fold_of_name(examples[i].text.name, _FOLDS)):
        model = fit_fold([examples[i] for i in rest], [found[i] for i in rest])
        for i in held:
            labels = [_label_zone(model, zone) for zone in found[i]]
            more = reread(examples[i].parse, found[i], labels)
            again[i] = [join_clues(*pair) for pair in zip(found[i], more, strict=True)]
    return again


def _label_zone(model: SequenceModel, zone: NameZone) -> list[str]:
    """Give the best label of each token of a zone: B-PER, I-PER, O and so on."""
    groups = [
        [row for clue in clues for row in rows_of(model, features(clue))] for clues in zone.clues
    ]
    return label_chains(model, score_rows(model, groups), [len(groups)])[0]


def _fit(
    name: str,
    examples: Sequence[NamedParse],
    found: Sequence[Sequence[NameZone]],
    *,
    naming: frozenset[str],
    progress: _Progress,
    about: Mapping[str, object],
) -> SequenceModel:
    chains = [
        chain
        for example, zones in zip(examples, found, strict=True)
        for chain in _chains(example, zones, naming)
    ]
    search = _SEARCHES[name]
    model = fit_chains(chains, LABELS, search, {**about, **attrs.asdict(search)})
    progress(f"{name}: {len(chains)} chains, {len(model.rows)} features")
    return model


def _chains(
    example: NamedParse, zones: Sequence[NameZone], naming: frozenset[str]
) -> Iterator[Chain]:
    labels = token_labels(example)
    for zone in zones:
        given = _begun(labels[zone.start : zone.end])
        yield Chain(
            features=[
                [name for clue in clues for name in _nameless(clue, naming)] for clues in zone.clues
            ],
            allowed=[_allowed(label, coarse=example.coarse) for label in given],
            document=example.text.name,
            weight=_WEB_WEIGHT if example.coarse else 1.0,
        )


def token_labels(example: NamedParse) -> list[str]:
    """Give each token's label: B-PER where a person's name begins, I-PER where it goes on, or O."""
    parse = example.parse
    labels = [OUTSIDE] * len(parse)
    for start, end, label in example.text.names:
        token = first = bisect.bisect_right(parse.ends, start)
        while token < len(parse) and parse.starts[token] < end:
            labels[token] = ("B-" if token == first else "I-") + label
            token += 1
    return labels


def _begun(labels: Sequence[str]) -> list[str]:
    """Let a name that began before the zone begin in it."""
    found: list[str] = []
    for label in labels:
        begins = label.startswith("I-") and (not found or found[-1][2:] != label[2:])
        found.append("B-" + label[2:] if begins else label)
    return found


@functools.cache
def _allowed(label: str, *, coarse: bool) -> frozenset[str]:
    """Give the labels that a token can have whose label in the text is this."""
    if not coarse:
        return frozenset({label})
    if label == OUTSIDE:
        other = {begun + name for name in ("NORP", "PRODUCT", "MISC") for begun in ("B-", "I-")}
        return frozenset({OUTSIDE, *other})
    return frozenset({label, label.replace("LOC", "FAC")})


def fit_letters(examples: Sequence[NamedParse], fold: int | None = None) -> Model:
    """Fit how the words of persons' names are built, against other words with a capital.

    Args:
        examples: the labelled texts; the list of given names is learned from too.
        fold: the part of all words that is left out, none if None.
    """
    named, totals = Counter[str](), Counter[str]()
    for example in examples:
        for word, label in zip(example.parse.words, token_labels(example), strict=True):
            if word.isalpha() and has_capital(word) and len(word) > 1:
                totals[word.lower()] += 1
                named[word.lower()] += label.endswith("PER")
    given = Counter(dict.fromkeys(read_table("given_names"), 1))
    named, totals = named + given, totals + given
    groups = [
        Group([letter_groups(word), ()], frozenset({int(named[word] < count / 2)}))
        for word, count in sorted(totals.items())
        if fold_of_name(word, _WORD_FOLDS) != fold
    ]
    about = {
        "model": "logistic regression over words",
        "features": "groups of letters, $ and ^ at the edges; see quoteattr.syntax.name_likeness",
    }
    return attrs.evolve(fit_model(_LETTERS, groups), about=about)


def likeness_of_others(examples: Sequence[NamedParse]) -> Likeness:
    """Tell how far a word is built like a person's name by a model that did not see the word."""
    alike = [likeness_by(fit_letters(examples, fold)) for fold in range(_WORD_FOLDS)]
    return lambda word: alike[fold_of_name(word.lower(), _WORD_FOLDS)](word)


def naming_words(examples: Sequence[NamedParse]) -> frozenset[str]:
    """List the words that stand in persons' names; no weight may rest on one of them."""
    named: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    for example in examples:
        labels = token_labels(example)
        totals.update(example.parse.lowers)
        named.update(
            word
            for word, label in zip(example.parse.lowers, labels, strict=True)
            if label.endswith("PER")
        )
    return frozenset(
        word
        for word, count in named.items()
        if count > _NAMING_SHARE * totals[word] and len(word) > _SHORT
    )


@functools.lru_cache(maxsize=1 << 20)
def _nameless(clue: Clue, naming: frozenset[str]) -> tuple[str, ...]:
    """Name what the clue says, without the features about words of persons' names."""
    return tuple(name for name in features(clue) if not _names(name, naming))


def _names(feature: str, naming: frozenset[str]) -> bool:
    """Tell whether the feature is about a word that stands in persons' names."""
    kind, _, value = feature.partition("=")
    if kind not in _WORDS and not kind.endswith((":w", ":W")):
        return False
    return not naming.isdisjoint(value.split("|"))


def measure_names(examples: Sequence[NamedParse]) -> dict[str, dict[str, float]]:
    """Compare what the name finder finds with the labels: precision, recall and F1 by label.

    A name is right when both ends and the label are.
    """
    found: Counter[str] = Counter()
    given: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for example in examples:
        parse = example.parse
        spans = {
            (parse.starts[name.start], parse.ends[name.end - 1], name.label)
            for name in find_names(parse)
        }
        gold = set(example.text.names)
        found.update(label for _, _, label in spans)
        given.update(label for _, _, label in gold)
        right.update(label for _, _, label in spans & gold)
    return {
        label: {
            "P": right[label] / max(1, found[label]),
            "R": right[label] / given[label],
            "F1": 2 * right[label] / (found[label] + given[label]),
            "names": given[label],
        }
        for label in NAME_LABELS
        if given[label]
    }


def main() -> None:
    """Train on a folder of labelled texts and write the weights, or measure them."""
    parser = argparse.ArgumentParser(prog="python -m quoteattr.training.names", description=__doc__)
    parser.add_argument("folder", type=Path, help="folder with `world` and `ewt` in it")
    parser.add_argument("--output", type=Path, default=DATA, help="where the weights go")
    parser.add_argument("--measure", action="store_true", help="only measure the weights")
    arguments = parser.parse_args()
    if arguments.measure:
        for part, coarse in _MEASURED:
            _print_figures(part, _read(arguments.folder, part, coarse=coarse))
        return
    world, web = (_read(arguments.folder, part, coarse=coarse) for part, coarse in _LEARNED)
    listed = read_listed_names(LISTED_NAMES, texts_of_the_package())
    own = parse_named_texts(list(listed), coarse=False)
    told = (
        f"names in {len(world)} articles of world news, in EWT dev (UNER), and in {len(own)} "
        "passages and stories of the package"
    )
    _write([*world, *web, *short_examples(world), *own], arguments.output, told)


def _write(examples: Sequence[NamedParse], folder: Path, told: str) -> None:
    write_weights(
        folder / "name_letters.json", "name letters", _LETTERS, fit_letters(examples), told
    )
    about = {
        "model": "linear-chain conditional random field",
        "trained on": told,
        **made_now(),
        "features": "kind=value, or kind=value|value; see quoteattr.syntax.name_features",
    }
    for name, model in train_names(examples, _report, about).items():
        path = folder / f"{name}.json"
        path.write_text(write_sequence_model(model), encoding="utf-8")


def _read(folder: Path, part: str, *, coarse: bool) -> list[NamedParse]:
    return parse_named_texts(list(read_named_texts(folder / part)), coarse=coarse)


def _print_figures(part: str, examples: Sequence[NamedParse]) -> None:
    for label, figures in measure_names(examples).items():
        line = " ".join(f"{name} {value:.3f}" for name, value in figures.items())
        sys.stdout.write(f"{part} {label} {line}\n")


def _report(line: str) -> None:
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {line}\n")


if __name__ == "__main__":
    main()
