"""Weights of settings: ``python -m quoteattr.training.settings``, learned from our own passages."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

import attrs

from quoteattr.attribution.attributions import Attribution
from quoteattr.attribution.setting_phrases import Phrase, find_phrases
from quoteattr.attribution.settings import allowed, phrase_features
from quoteattr.corpora.passages import PASSAGES, read_marked
from quoteattr.records import QuoteKind
from quoteattr.scoring.linear_model import Model
from quoteattr.syntax.mentions import Mention
from quoteattr.syntax.spacy_parser import DEFAULT_PIPELINE, load_pipeline, parse_texts
from quoteattr.syntax.tokens import Parse, tokens_between
from quoteattr.text.paragraphs import find_paragraphs
from quoteattr.text.ranges import CharRange, Offsets
from quoteattr.text.segments import find_segments
from quoteattr.training.fitting import Group, count_right, fit

__all__ = ["SETTINGS", "Passage", "learn_settings", "read_setting_passages", "setting_groups"]

SETTINGS = PASSAGES.with_name("settings")

_BETWEEN = re.compile(r"^---\n", re.MULTILINE)
_LABELS = {"a": "addressee", "m": "medium", "p": "place", "t": "time"}
_OVERLAP = 0.5
_FOLDS = 10
_PENALTY, _RAREST = 1.0, 1
_DATA = Path(__file__).parents[1] / "data" / "en"


@attrs.frozen(kw_only=True)
class Passage:
    """A passage with one quotation, and the spans of each circumstance that it tells."""

    text: str
    spans: dict[str, tuple[Offsets, ...]]


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


def _overlap(parse: Parse, ours: set[int], span: Offsets) -> float:
    theirs = set(range(*tokens_between(parse, *span)))
    return len(ours & theirs) / len(ours | theirs)


def _attribution(parse: Parse, passage: Passage) -> Attribution:
    """Make the attribution that the passage marks."""
    spans = passage.spans
    source = spans.get("s1")
    return Attribution(
        kind=QuoteKind.INDIRECT,
        content=tuple(CharRange(*span) for span in spans["q1"]),
        verbatim=(),
        cue=CharRange(*spans["c1"][0]) if "c1" in spans else None,
        source=_mention(parse, source[0]) if source else None,
        follows=None,
        links={},
    )


def _mention(parse: Parse, span: Offsets) -> Mention:
    """Make a mention of marked words; only where they stand is looked at."""
    start, end = tokens_between(parse, *span)
    return Mention(start=start, end=end, head=end - 1)


def learn_settings(parses: Sequence[Parse], passages: Sequence[Passage]) -> Model:
    """Fit the weights on all passages; count what is right on those that were left out."""
    groups = [
        setting_groups(parse, passage) for parse, passage in zip(parses, passages, strict=True)
    ]
    right = 0
    for fold in range(_FOLDS):
        rest = [group for i, part in enumerate(groups) if i % _FOLDS != fold for group in part]
        held_out = [group for part in groups[fold::_FOLDS] for group in part]
        right += count_right(held_out, fit(rest, penalty=_PENALTY, rarest=_RAREST))
    asked = [group for part in groups for group in part]
    about = {
        "model": "conditional logistic regression: which circumstance a phrase tells",
        "trained on": f"{len(passages)} passages of the package",
        "features": "circumstance|name=value; see attribution/settings.py",
        "penalty": _PENALTY,
        "rarest feature": _RAREST,
        "decisions": len(asked),
        "right, out of fold": round(right / max(1, len(asked)), 4),
    }
    return Model(weights=fit(asked, penalty=_PENALTY, rarest=_RAREST), about=about)


def main() -> None:
    """Learn from a folder of passages and write the weights, one a line."""
    parser = argparse.ArgumentParser(
        prog="python -m quoteattr.training.settings", description=__doc__
    )
    parser.add_argument("--passages", type=Path, default=SETTINGS, help="folder of passages")
    parser.add_argument("--output", type=Path, default=_DATA, help="where the weights go")
    arguments = parser.parse_args()
    passages = list(read_setting_passages(arguments.passages))
    jobs = [
        (passage.text, find_segments(passage.text).segments, find_paragraphs(passage.text))
        for passage in passages
    ]
    model = learn_settings(list(parse_texts(load_pipeline(), jobs)), passages)
    _write(arguments.output / "settings.json", model)


def _write(path: Path, model: Model) -> None:
    about = {
        **model.about,
        "date": dt.datetime.now(tz=dt.timezone.utc).date().isoformat(),
        "pipeline": f"{DEFAULT_PIPELINE} {version(DEFAULT_PIPELINE.replace('_', '-'))}",
        "weights": len(model.weights),
    }
    head = json.dumps(about, ensure_ascii=False, indent=1)
    lines = [
        f"{json.dumps(name, ensure_ascii=False)}:{weight:g}"
        for name, weight in sorted(model.weights.items())
    ]
    path.write_text(
        '{"about":' + head + ',\n"weights":{\n' + ",\n".join(lines) + "\n}}\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
