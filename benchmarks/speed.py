"""Measure speed, memory and cold start: `python benchmarks/speed.py [--polnear FOLDER]`.

Needs the extra `benchmark`. Without PolNeAR the seed documents are repeated; so are its articles
where they are too few. All contestants work in one process, chunk by chunk in turns that rotate, so
that a slow spell of the machine hits them alike. Memory and cold start are measured in fresh
processes.
"""

from __future__ import annotations

import argparse
import itertools
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

import spacy

import quoteattr
from corpus import ROOT
from polnear import read_articles
from quoteattr import QuoteExtractor
from quoteattr.records import QuoteKind
from quoteattr.syntax.spacy_parser import DEFAULT_PIPELINE
from systems import textacy_from_doc, whole_pipeline

__all__ = ["interleaved", "seed_texts"]

Contestant = Callable[[Sequence[str]], object]

_LIBRARY = Path(quoteattr.__file__).parent.parent
_ARTICLES = 150
_ARTICLES_FOR_PROCESSES = 500
_CHUNK = 15
_STARTS = 5

# Each row: what it is, the faster, the slower, the least ratio. Piped is compared with piped, and
# one by one with one by one. Finding who said what may take as long as the parse that it reads.
_RATIOS = (
    ("all kinds to textacy", "quoteattr", "textacy", 1.5),
    ("all kinds to textacy, one by one", "quoteattr, one by one", "textacy, one by one", 1.5),
    ("all kinds to the bare pipeline", "quoteattr", "bare pipeline", 0.5),
    ("marked kinds to textacy", "quoteattr, direct and mixed", "textacy", 3.3),
)
_LEAST_GAIN_BY_PROCESSES = 1.7
_MOST_IMPORT_SECONDS = 0.15
_MOST_COLD_RATIO = 1.2
_MOST_MEGABYTES = 80

_NOT_BARE = ("ner", "lemmatizer", "attribute_ruler")  # what no parse needs

_MEMORY_BARE = f"""
import resource, sys
import spacy
texts = [open(path, encoding="utf-8", newline="").read() for path in sys.argv[1:]]
for doc in spacy.load({DEFAULT_PIPELINE!r}, exclude={_NOT_BARE}).pipe(texts * 20): pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
_MEMORY_QUOTEATTR = """
import resource, sys
import quoteattr
from quoteattr import QuoteExtractor
texts = [open(path, encoding="utf-8", newline="").read() for path in sys.argv[1:]]
for quotes in QuoteExtractor().pipe(texts * 20): pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
_IMPORT = """
import time
begun = time.perf_counter()
import quoteattr
print(time.perf_counter() - begun)
import sys
assert "spacy" not in sys.modules
"""
_COLD_BARE = f"""
import sys, time
text = open(sys.argv[1], encoding="utf-8", newline="").read()
begun = time.perf_counter()
import spacy
spacy.load({DEFAULT_PIPELINE!r})(text)
print(time.perf_counter() - begun)
"""
_COLD_QUOTEATTR = """
import sys, time
text = open(sys.argv[1], encoding="utf-8", newline="").read()
begun = time.perf_counter()
from quoteattr import extract_quotes
extract_quotes(text)
print(time.perf_counter() - begun)
"""


def seed_paths() -> list[Path]:
    """Give the two seed documents."""
    return sorted((ROOT / "seeds").glob("0*.txt"))


def seed_texts(number: int) -> list[str]:
    """Repeat the seed documents up to the number."""
    return _repeated([path.read_bytes().decode("utf-8") for path in seed_paths()], number)


def _texts(folder: Path | None, number: int) -> list[str]:
    if folder is None:
        return seed_texts(number)
    return _repeated([article.text for article in read_articles(folder)], number)


def _repeated(texts: Sequence[str], number: int) -> list[str]:
    """Repeat texts up to the number, so that processes that share the work end together."""
    return list(itertools.islice(itertools.cycle(texts), number))


def interleaved(contestants: Mapping[str, Contestant], texts: Sequence[str]) -> dict[str, float]:
    """Give the seconds of each contestant over all texts, chunk by chunk in rotating order."""
    seconds: Counter[str] = Counter()
    names = list(contestants)
    for turn, start in enumerate(range(0, len(texts), _CHUNK)):
        chunk = texts[start : start + _CHUNK]
        shift = turn % len(names)
        for name in [*names[shift:], *names[:shift]]:
            begun = time.perf_counter()
            contestants[name](chunk)
            seconds[name] += time.perf_counter() - begun
    return dict(seconds)


def _contestants() -> dict[str, Contestant]:
    bare, whole = spacy.load(DEFAULT_PIPELINE, exclude=_NOT_BARE), whole_pipeline()
    everything = QuoteExtractor()
    marked = QuoteExtractor(kinds={QuoteKind.DIRECT, QuoteKind.MIXED})
    return {
        "bare pipeline": lambda texts: list(bare.pipe(texts)),
        "textacy": lambda texts: [_textacy(doc) for doc in whole.pipe(texts)],
        "textacy, one by one": lambda texts: [_textacy(whole(text)) for text in texts],
        "quoteattr, one by one": lambda texts: [everything.extract(text) for text in texts],
        "quoteattr": lambda texts: list(everything.pipe(texts)),
        "quoteattr, direct and mixed": lambda texts: list(marked.pipe(texts)),
    }


def _textacy(doc: object) -> object:
    """Let textacy work as far as it gets before it raises."""
    try:
        return textacy_from_doc(doc)
    except Exception as error:  # noqa: BLE001  # an odd number of marks among others
        return error


def _report_speed(texts: Sequence[str]) -> Iterator[str]:
    contestants = _contestants()
    interleaved(contestants, texts[:2])
    seconds = interleaved(contestants, texts)
    words = sum(len(text.split()) for text in texts)
    for name, spent in seconds.items():
        yield f"{name:<34}{words / spent:8.0f} words/s"
    for name, faster, slower, least in _RATIOS:
        yield _verdict(name, seconds[slower] / seconds[faster], least=least)


def _report_processes(texts: Sequence[str]) -> Iterator[str]:
    extractor = QuoteExtractor()
    seconds = []
    for number in (1, 2):
        begun = time.perf_counter()
        list(extractor.pipe(texts, n_process=number))
        seconds.append(time.perf_counter() - begun)
    gain = seconds[0] / seconds[1]
    yield _verdict("two processes to one", gain, least=_LEAST_GAIN_BY_PROCESSES)


def _report_starts() -> Iterator[str]:
    bare = _fresh(_COLD_BARE)
    cold = _fresh(_COLD_QUOTEATTR)
    yield _verdict("import, seconds", _fresh(_IMPORT), most=_MOST_IMPORT_SECONDS)
    yield f"{'first quotation from a cold start':<34}{cold:8.2f} s (bare pipeline {bare:.2f} s)"
    yield _verdict("cold start to the bare pipeline", cold / bare, most=_MOST_COLD_RATIO)


def _report_memory() -> Iterator[str]:
    bare, ours = _fresh(_MEMORY_BARE, times=1), _fresh(_MEMORY_QUOTEATTR, times=1)
    yield f"{'peak memory':<34}{ours:8.0f} MB (bare pipeline {bare:.0f} MB)"
    yield _verdict("memory above the bare pipeline, MB", ours - bare, most=_MOST_MEGABYTES)


def _fresh(code: str, *, times: int = _STARTS) -> float:
    """Run code in new processes; give the median of the numbers that they print."""
    command = [sys.executable, "-W", "ignore", "-c", code, *map(str, seed_paths())]
    path = os.pathsep.join([str(_LIBRARY), os.environ.get("PYTHONPATH", "")])
    runs = [
        subprocess.run(  # noqa: S603  # the code above
            command,
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": path},
        )
        for _ in range(times)
    ]
    return median(float(run.stdout) for run in runs)


def _verdict(
    name: str, value: float, *, least: float | None = None, most: float | None = None
) -> str:
    """Say whether a value keeps its bound."""
    if least is not None:
        return f"{name:<34}{value:8.2f} {'ok' if value >= least else 'MISSED'} (at least {least})"
    return f"{name:<34}{value:8.2f} {'ok' if value <= (most or 0) else 'MISSED'} (at most {most})"


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path, metavar="FOLDER")
    folder = parser.parse_args().polnear
    reports = (
        _report_memory(),  # a new process counts as its own the peak of the one that starts it
        _report_starts(),
        _report_speed(_texts(folder, _ARTICLES)),
        _report_processes(_texts(folder, _ARTICLES_FOR_PROCESSES)),
    )
    for line in itertools.chain.from_iterable(reports):
        print(line, flush=True)


if __name__ == "__main__":
    main()
