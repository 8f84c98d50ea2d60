"""The quality gate: figures may only go up.

    python benchmarks/gate.py check                 compare with the floors; exit 1 below one
    python benchmarks/gate.py raise                 lift the floors to the figures reached
    python benchmarks/gate.py predict OUT.jsonl     write the verdict on every case
    python benchmarks/gate.py diff OLD NEW          list gains and losses, case by case

OLD and NEW are files that `predict` wrote, or commits, which are then checked out aside and run.
The cases are the golden cases by phenomenon, the stretches of the seed corpus and the quotations of
the stories, the hard ones too; with
`--polnear FOLDER` also those of a compartment of PolNeAR, dev as a rule, and with `--world FOLDER`,
which may be given twice, those of annotated news of the world. Floors lie in floors.json, each
corpus with the checksum of what it was measured on: a changed corpus fails the gate until its
floors are set anew with `raise --reset`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

import compare
import corpus
import polnear
import world
from corpus import ROOT, differences, read_cases
from quoteattr import extract_quotes

__all__ = ["Result", "gains_and_losses", "lifted", "measure", "shortfalls"]

FLOORS = Path(__file__).parent / "floors.json"
_DIGITS = 4
_FIGURES_HELD = (
    "direct_F1",
    "source_acc",
    "direct_e2e_F1",
    "exact_span_F1",
    "all_P",
    "all_F1",
    "speech_R",
    "speech_source_acc",
)
_WORLD_FIGURES_HELD = (
    "found_R",
    "direct_R",
    "mixed_R",
    "indirect_R",
    "marked_P",
    "indirect_P",
    "name_F1",
    "title_acc",
    "main_acc",
)


@attrs.frozen
class Result:
    """What was measured on a corpus.

    Attributes:
        checksum: SHA-256 of texts and gold.
        figures: the figures that may only go up, 0-1.
        verdicts: for each case, whether it is right.
    """

    checksum: str
    figures: Mapping[str, float]
    verdicts: Mapping[str, bool]


def measure(polnear_folder: Path | None, world_folders: Sequence[Path] = ()) -> dict[str, Result]:
    """Measure every corpus at hand."""
    results = {
        "phenomena": _phenomena(),
        "seeds": _seeds(),
        "stories": _world(world.STORIES),
        "hard stories": _world(world.HARD_STORIES),
    }
    if polnear_folder is not None:
        results[f"polnear {polnear_folder.name}"] = _polnear(polnear_folder)
    return results | {f"world {folder.name}": _world(folder) for folder in world_folders}


def _phenomena() -> Result:
    paths = sorted((ROOT / "tests" / "golden" / "phenomena").glob("*.txt"))
    verdicts = {
        f"{path.stem}: {case.title}": not differences(case, extract_quotes(case.text))
        for path in paths
        for case in read_cases(path)
    }
    share = sum(verdicts.values()) / len(verdicts)
    return Result(_checksum(path.read_bytes() for path in paths), {"right": share}, verdicts)


def _seeds() -> Result:
    texts = list(corpus.build())
    counts: Counter[str] = Counter()
    verdicts: dict[str, bool] = {}
    for text in texts:
        quotes = extract_quotes(text.text)
        counts.update(compare.count(text, quotes))
        verdicts |= compare.verdicts(text, quotes)
    figures = {name: figure(counts) for name, figure in compare.FIGURES.items()}
    return Result(corpus.checksum(texts), figures, verdicts)


def _polnear(folder: Path) -> Result:
    articles = list(polnear.read_articles(folder))
    counts: Counter[str] = Counter()
    verdicts: dict[str, bool] = {}
    for article in articles:
        quotes = extract_quotes(article.text)
        counts.update(polnear.count(article, quotes))
        for (start, end), right in polnear.right_segments(article, quotes).items():
            verdicts[f"{article.name} {start}-{end}"] = right
    figures = polnear.figures(counts)
    held = {name: figures[name] for name in _FIGURES_HELD}
    pinned = (repr(article).encode("utf-8", "surrogatepass") for article in articles)
    return Result(_checksum(pinned), held, verdicts)


def _world(folder: Path) -> Result:
    articles = list(world.read(folder))
    counts: Counter[str] = Counter()
    verdicts: dict[str, bool] = {}
    for article in articles:
        quotes = extract_quotes(article.text)
        counts.update(world.count(article, quotes))
        for name, right in world.right_quotations(article, quotes).items():
            verdicts[f"{article.name} {name}"] = right
    figures = world.figures(counts)
    held = {name: figures[name] for name in _WORLD_FIGURES_HELD}
    pinned = (repr(article).encode("utf-8", "surrogatepass") for article in articles)
    return Result(_checksum(pinned), held, verdicts)


def _checksum(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def shortfalls(floors: Mapping[str, Any], results: Mapping[str, Result]) -> list[str]:
    """Name every corpus that changed and every figure below its floor."""
    found = []
    for name, result in results.items():
        floor = floors.get(name, {"checksum": result.checksum, "figures": {}})
        if floor["checksum"] != result.checksum:
            found.append(f"{name}: the corpus is not the one that the floors were measured on")
            continue
        found += [
            f"{name}: {figure} is {result.figures.get(figure, 0.0):.4f}, floor {least:.4f}"
            for figure, least in floor["figures"].items()
            if round(result.figures.get(figure, 0.0), _DIGITS) < least
        ]
    return found


def lifted(
    floors: Mapping[str, Any], results: Mapping[str, Result], *, reset: bool
) -> dict[str, Any]:
    """Give the floors with every figure that is higher now; `reset` takes the new ones as they are.

    Raises:
        ValueError: a corpus changed and `reset` was not asked for.
    """
    new = dict(floors)
    for name, result in results.items():
        old = floors.get(name, {"checksum": result.checksum, "figures": {}})
        if not reset and old["checksum"] != result.checksum:
            raise ValueError(f"the corpus {name!r} changed; its floors need --reset")
        least = {} if reset else old["figures"]
        new[name] = {
            "checksum": result.checksum,
            "figures": {
                figure: max(round(value, _DIGITS), least.get(figure, 0.0))
                for figure, value in result.figures.items()
            },
        }
    return new


def gains_and_losses(old: Mapping[str, bool], new: Mapping[str, bool]) -> list[str]:
    """List the cases that changed: + right now, - wrong now; only cases that both sides have."""
    return [
        f"{'+' if new[name] else '-'} {name}"
        for name in sorted(old.keys() & new.keys())
        if old[name] != new[name]
    ]


def _verdicts(results: Mapping[str, Result]) -> dict[str, bool]:
    return {
        f"{corpus_name} | {case}": right
        for corpus_name, result in results.items()
        for case, right in result.verdicts.items()
    }


def _load(reference: str, arguments: argparse.Namespace) -> dict[str, bool]:
    """Read a file of verdicts, or run a commit to get them."""
    path = Path(reference)
    if path.is_file():
        return dict(json.loads(line) for line in path.read_text("utf-8").splitlines())
    with tempfile.TemporaryDirectory() as folder:
        return _run_commit(reference, Path(folder), arguments)


def _run_commit(commit: str, folder: Path, arguments: argparse.Namespace) -> dict[str, bool]:
    """Judge a commit's library by the cases of this checkout."""
    tree, out = folder / "tree", folder / "verdicts.jsonl"
    git = ["git", "-C", str(ROOT), "worktree"]
    options = ["--polnear", str(arguments.polnear.resolve())] if arguments.polnear else []
    options += [word for path in arguments.world for word in ("--world", str(path.resolve()))]
    subprocess.run([*git, "add", "--detach", str(tree), commit], check=True)  # noqa: S603
    try:
        subprocess.run(  # noqa: S603  # this very script
            [sys.executable, __file__, "predict", str(out), *options],
            check=True,
            env={**os.environ, "PYTHONPATH": str(tree / "src")},
        )
    finally:
        subprocess.run([*git, "remove", "--force", str(tree)], check=True)  # noqa: S603
    return _load(str(out), arguments)


def _check(arguments: argparse.Namespace) -> int:
    found = shortfalls(_floors(), measure(arguments.polnear, arguments.world))
    print("\n".join(found) or "every figure is at its floor or above")
    return 1 if found else 0


def _raise(arguments: argparse.Namespace) -> int:
    new = lifted(_floors(), measure(arguments.polnear, arguments.world), reset=arguments.reset)
    FLOORS.write_text(json.dumps(new, indent=2) + "\n", "utf-8")
    return 0


def _predict(arguments: argparse.Namespace) -> int:
    lines = map(json.dumps, _verdicts(measure(arguments.polnear, arguments.world)).items())
    arguments.out.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return 0


def _diff(arguments: argparse.Namespace) -> int:
    old = _load(arguments.old, arguments)
    new = _load(arguments.new, arguments)
    changes = gains_and_losses(old, new)
    gains = sum(change.startswith("+") for change in changes)
    print("\n".join([*changes, f"{gains} gained, {len(changes) - gains} lost"]))
    return 0


def _floors() -> dict[str, Any]:
    return json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True)
    handlers: dict[str, Callable[[argparse.Namespace], int]] = {
        "check": _check,
        "raise": _raise,
        "predict": _predict,
        "diff": _diff,
    }
    parsers = {name: commands.add_parser(name) for name in handlers}
    for name, command in parsers.items():
        command.add_argument("--polnear", type=Path, metavar="FOLDER")
        command.add_argument("--world", type=Path, metavar="FOLDER", action="append", default=[])
        command.set_defaults(handler=handlers[name])
    parsers["raise"].add_argument("--reset", action="store_true")
    parsers["predict"].add_argument("out", type=Path)
    parsers["diff"].add_argument("old")
    parsers["diff"].add_argument("new")
    return parser


def main(words: Sequence[str] | None = None) -> int:
    """Run the command that the words ask for."""
    arguments = _parser().parse_args(words)
    return int(arguments.handler(arguments))


if __name__ == "__main__":
    sys.exit(main())
