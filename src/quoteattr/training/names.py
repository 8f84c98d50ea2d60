"""Names: labelled texts to the weights of the name finder.

``python -m quoteattr.training.names NAMES`` learns from ``NAMES/world/train`` and
``NAMES/ewt/dev.tsv``; with ``--measure`` it tells how right the package's weights are instead.
"""

from __future__ import annotations

import argparse
import bisect
import datetime as dt
import functools
import json
import sys
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

import attrs

from quoteattr.corpora.named_texts import NamedText, read_named_texts
from quoteattr.scoring.sequence_model import OUTSIDE, SequenceModel
from quoteattr.syntax.name_features import Stretch, features, read_stretches, reread
from quoteattr.syntax.name_finder import NAME_LABELS, find_names, label_stretch
from quoteattr.syntax.spacy_parser import DEFAULT_PIPELINE, load_pipeline, parse_texts
from quoteattr.syntax.tokens import Parse
from quoteattr.text.paragraphs import find_paragraphs
from quoteattr.text.segments import find_segments
from quoteattr.training.chain_fitting import Chain, Search, fit_chains

__all__ = ["LABELS", "NamedParse", "measure_names", "parse_named_texts", "train_names"]

LABELS = (OUTSIDE, *(begun + label for label in NAME_LABELS for begun in ("B-", "I-")))
_DATA = Path(__file__).parents[1] / "data" / "en"
_FOLDS = 2
_WEB_WEIGHT = 2.0
_NAMING_SHARE = 0.05
_SHORT = 2
_WORDS = frozenset({"head", "governor", "left", "right", "between"})
_SEARCHES = {
    "names_first": Search(sparsity=1.5),
    "fold": Search(sparsity=0.8),
    "names": Search(sparsity=0.8),
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
    given = [(t.text, find_segments(t.text).segments, find_paragraphs(t.text)) for t in texts]
    parses = parse_texts(load_pipeline(), given, entities=False)
    return [NamedParse(text, parse, coarse) for text, parse in zip(texts, parses, strict=True)]


def train_names(
    examples: Sequence[NamedParse], progress: _Progress, about: Mapping[str, object] | None = None
) -> dict[str, SequenceModel]:
    """Fit the first reading, and the second one on first readings by models that saw other texts.

    Returns:
        The models by the names of their files.
    """
    naming = naming_words(examples)
    found = [read_stretches(example.parse) for example in examples]
    fit = functools.partial(_fit, naming=naming, progress=progress, about=about or {})
    models = {"names_first": fit("names_first", examples, found)}
    again: list[list[Stretch]] = [[] for _ in examples]
    for fold in range(_FOLDS):
        held = [i for i, example in enumerate(examples) if _fold(example) == fold]
        rest = [i for i, example in enumerate(examples) if _fold(example) != fold]
        model = fit("fold", [examples[i] for i in rest], [found[i] for i in rest])
        for i in held:
            labels = [label_stretch(model, stretch) for stretch in found[i]]
            again[i] = reread(examples[i].parse, found[i], labels)
    models["names"] = fit("names", examples, again)
    return models


def _fold(example: NamedParse) -> int:
    return zlib.crc32(example.text.name.encode()) % _FOLDS


def _fit(
    name: str,
    examples: Sequence[NamedParse],
    found: Sequence[Sequence[Stretch]],
    *,
    naming: frozenset[str],
    progress: _Progress,
    about: Mapping[str, object],
) -> SequenceModel:
    chains = [
        chain
        for example, stretches in zip(examples, found, strict=True)
        for chain in _chains(example, stretches, naming)
    ]
    search = _SEARCHES[name]
    model = fit_chains(chains, LABELS, search, {**about, **attrs.asdict(search)})
    progress(f"{name}: {len(chains)} chains, {len(model.rows)} features")
    return model


def _chains(
    example: NamedParse, stretches: Sequence[Stretch], naming: frozenset[str]
) -> Iterator[Chain]:
    labels = token_labels(example)
    for stretch in stretches:
        given = _begun(labels[stretch.start : stretch.end])
        yield Chain(
            features=[
                [name for clue in clues for name in features(clue) if not _names(name, naming)]
                for clues in stretch.clues
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
    """Let a name that began before the stretch begin in it."""
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


def write_sequence_model(path: Path, model: SequenceModel) -> None:
    """Write the model as JSON, one feature a line."""
    table = {
        name: {
            label: round(float(weight), 2)
            for label, weight in zip(model.labels, model.weights[row], strict=True)
            if weight
        }
        for name, row in model.rows.items()
    }
    steps = {
        before: {
            label: round(float(weight), 2)
            for label, weight in zip(model.labels, model.transitions[row], strict=True)
            if weight and weight > -100  # noqa: PLR2004
        }
        for row, before in enumerate(model.labels)
    }
    parts = [
        f'"about":{json.dumps(dict(model.about), ensure_ascii=False, indent=1)}',
        f'"labels":{json.dumps(model.labels)}',
        f'"transitions":{{\n{_lines(steps)}\n}}',
        f'"weights":{{\n{_lines(table)}\n}}',
    ]
    path.write_text("{" + ",\n".join(parts) + "}\n", encoding="utf-8")


def _lines(table: Mapping[str, Mapping[str, float]]) -> str:
    return ",\n".join(
        f"{json.dumps(key, ensure_ascii=False)}:{json.dumps(row, separators=(',', ':'))}"
        for key, row in table.items()
    )


def main() -> None:
    """Train on a folder of labelled texts and write the weights, or measure them."""
    parser = argparse.ArgumentParser(prog="python -m quoteattr.training.names", description=__doc__)
    parser.add_argument("folder", type=Path, help="folder with `world` and `ewt` in it")
    parser.add_argument("--output", type=Path, default=_DATA, help="where the weights go")
    parser.add_argument("--measure", action="store_true", help="only measure the weights")
    arguments = parser.parse_args()
    if arguments.measure:
        for part, coarse in (("world/dev", False), ("ewt/test.tsv", True)):
            _print_figures(part, _read(arguments.folder, part, coarse=coarse))
        return
    world = _read(arguments.folder, "world/train", coarse=False)
    web = _read(arguments.folder, "ewt/dev.tsv", coarse=True)
    about = {
        "model": "linear-chain conditional random field",
        "trained on": f"names in {len(world)} articles of world news, and EWT dev (UNER)",
        "date": dt.datetime.now(tz=dt.timezone.utc).date().isoformat(),
        "pipeline": f"{DEFAULT_PIPELINE} {version(DEFAULT_PIPELINE.replace('_', '-'))}",
        "features": "kind=value, or kind=value|value; see quoteattr.syntax.name_features",
    }
    for name, model in train_names([*world, *web], _report, about).items():
        write_sequence_model(arguments.output / f"{name}.json", model)


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
