"""Weights of settings: ``python -m quoteattr.training.settings``, learned from our own passages."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

from quoteattr.attribution.attributions import Attribution
from quoteattr.attribution.setting_phrases import Phrase, find_phrases
from quoteattr.attribution.settings import allowed, phrase_features
from quoteattr.corpora.passages import PASSAGES, read_marked
from quoteattr.records import QuoteKind
from quoteattr.scoring.linear_model import Model
from quoteattr.syntax.mentions import Mention
from quoteattr.syntax.tokens import Parse, tokens_between
from quoteattr.text.ranges import CharRange
from quoteattr.training.cross_fitting import Recipe, cross_fit
from quoteattr.training.data_folder import DATA
from quoteattr.training.fitting import Group
from quoteattr.training.parsed_texts import parse_all
from quoteattr.training.weight_files import write_weights

__all__ = ["SETTINGS", "Passage", "learn_settings", "read_setting_passages", "setting_groups"]

SETTINGS = PASSAGES.with_name("settings")

_BETWEEN = re.compile(r"^---\n", re.MULTILINE)
_LABELS = {"a": "addressee", "m": "medium", "p": "place", "t": "time"}
_OVERLAP = 0.5
_FOLDS = 10
_RECIPE = Recipe(penalty=1.0, rarest=1, smallest=0.01)


@attrs.frozen(kw_only=True)
class Passage:
    """A passage with one quotation, and the spans of each circumstance that it tells."""

    text: str
    spans: dict[str, tuple[CharRange, ...]]


def read_setting_passages(folder: Path = SETTINGS) -> Iterator[Passage]:
    """Read the passages of every text file in a folder, by default those of the package.

    They are marked as the others are, and the quotation's circumstances with ``a`` (addressee),
    ``m`` (medium), ``p`` (place) and ``t`` (time).
    """
    for path in sorted(folder.glob("*.txt")):
        for marked in _BETWEEN.split(path.read_text(encoding="utf-8")):
            text, spans = read_marked(marked.strip())
            yield Passage(text=text, spans=spans)


def setting_groups(parse: Parse, passage: Passage) -> list[Group]:
    """Ask of every phrase of a passage which circumstance it tells, the last answer being none."""
    attribution = _attribution(parse, passage)
    (phrases,) = find_phrases(parse, [attribution])
    return [_group(parse, attribution, phrase, passage) for phrase in phrases]


def _group(parse: Parse, attribution: Attribution, phrase: Phrase, passage: Passage) -> Group:
    features = list(phrase_features(parse, attribution, phrase))
    names = allowed(parse, phrase)
    right = [i for i, name in enumerate(names) if _tells(parse, phrase, passage, name)]
    candidates: list[Sequence[str]] = [
        [f"{name}|{feature}" for feature in features] for name in names
    ]
    return Group([*candidates, ()], frozenset(right or [len(names)]))


def _tells(parse: Parse, phrase: Phrase, passage: Passage, name: str) -> bool:
    """Tell whether a phrase shares half of its words with one marked as that circumstance."""
    ours = set(range(*phrase.tokens))
    return any(
        _LABELS.get(label[0]) == name and _overlap(parse, ours, span) >= _OVERLAP
        for label, spans in passage.spans.items()
        for span in spans
    )


def _overlap(parse: Parse, ours: set[int], span: CharRange) -> float:
    theirs = set(range(*tokens_between(parse, *span)))
    return len(ours & theirs) / len(ours | theirs)


def _attribution(parse: Parse, passage: Passage) -> Attribution:
    """Make the attribution that the passage marks."""
    spans = passage.spans
    source = spans.get("s1")
    return Attribution(
        kind=QuoteKind.INDIRECT,
        content=spans["q1"],
        verbatim=(),
        cue=spans["c1"][0] if "c1" in spans else None,
        source=_mention(parse, source[0]) if source else None,
        follows=None,
        links={},
    )


def _mention(parse: Parse, span: CharRange) -> Mention:
    """Make a mention of marked words; only where they stand is looked at."""
    start, end = tokens_between(parse, *span)
    return Mention(start=start, end=end, head=end - 1)


def learn_settings(parses: Sequence[Parse], passages: Sequence[Passage]) -> Model:
    """Fit the weights on all passages; count what is right on those that were left out."""
    groups = [
        setting_groups(parse, passage) for parse, passage in zip(parses, passages, strict=True)
    ]
    _, model = cross_fit(_RECIPE, groups, count=_FOLDS)
    about = {
        "model": "conditional logistic regression: which circumstance a phrase tells",
        "features": "circumstance|name=value; see attribution/settings.py",
    }
    return attrs.evolve(model, about={**about, **model.about})


def main() -> None:
    """Learn from a folder of passages and write the weights, one a line."""
    parser = argparse.ArgumentParser(
        prog="python -m quoteattr.training.settings", description=__doc__
    )
    parser.add_argument("--passages", type=Path, default=SETTINGS, help="folder of passages")
    parser.add_argument("--output", type=Path, default=DATA, help="where the weights go")
    arguments = parser.parse_args()
    passages = list(read_setting_passages(arguments.passages))
    model = learn_settings(parse_all([passage.text for passage in passages]), passages)
    data = f"{len(passages)} passages of the package"
    write_weights(arguments.output / "settings.json", "settings", _RECIPE, model, data)


if __name__ == "__main__":
    main()
