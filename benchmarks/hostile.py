"""Measure texts made to hurt: `python benchmarks/hostile.py [stages | whole] [SHAPE ...]`.

Prints seconds a megabyte (a million characters) at two sizes, their ratio, which linear time keeps
near 1, and the peak of memory above the loaded pipeline. `whole` runs everything; `stages` leaves
out spaCy, which takes most of the time: a short stretch is parsed once and its table repeated.
Each figure comes from a fresh process.
"""

from __future__ import annotations

import argparse
import functools
import math
import os
import resource
import subprocess
import sys
import time
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path

import attrs

import quoteattr
from quoteattr import extract_quotes
from quoteattr.attribution.attributions import attribute
from quoteattr.speakers.resolve import resolve_speakers
from quoteattr.syntax.spacy_parser import load_pipeline, parse_texts
from quoteattr.syntax.tokens import Parse
from quoteattr.text.paragraphs import find_paragraphs
from quoteattr.text.segments import find_segments

__all__ = ["SHAPES", "repeated"]

_LIBRARY = Path(quoteattr.__file__).parent.parent
_MEGA = 1_000_000
_SIZES = {"stages": (1.0, 8.0), "whole": (0.25, 2.0)}
_MOST_GROWTH = 1.2
_MOST_MEGABYTES = 300

_NEWS = (
    "“We have to wait,” said Ann Lee, the mayor of Springfield. The club said on Monday that it "
    "would move. Mr Hale, who is the chairman of Acme, told reporters that “nobody knows” the "
    "answer. “Never,” she added. It rained all day, and the roads were closed for hours. "
)

# Each row: the stretch that repeats. Where it ends in a line break, its paragraphs repeat.
SHAPES = {
    "one paragraph": _NEWS,
    "paragraphs": f"{_NEWS.strip()}\n\n",
    "marks": '"',
    "spaced marks": '" ',
    "marked stops": '"." ',
    "nested openers": "“‘a ",
    "one-word paragraphs": "Word\n",
    "marked words": '"Word"\n',
    "no spaces": "word",
    "no spaces, odd characters": "a.b-c'd/e@f",
    "labels": 'LEE: "Is it safe?"\nHALE: It is.\n',
    "signatures": "“A true expert.” — Ann Lee\n",
    "colons": "He said: yes. ",
    "texts that say": "The letter said in a memo that it rained. The memo said in a letter no. ",
    "a speech that runs on": "“We have to wait\n",
    "titles": "Mayor Ann Lee said it was late. ",
    "roles": "actor and ",
    "owners": "the letter’s ",
}


def repeated(unit: str, times: int) -> Parse:
    """Give the table of a text that repeats a stretch, having parsed the stretch once."""
    work = (unit, find_segments(unit).segments, find_paragraphs(unit))
    [one] = parse_texts(load_pipeline(), [work])
    tokens, characters = len(one), len(unit)
    apart = unit.endswith("\n")
    return Parse(
        text=unit * times,
        starts=_shifted(one.starts, characters, times),
        ends=_shifted(one.ends, characters, times),
        heads=_shifted(one.heads, tokens, times),
        children=[
            [child + tokens * time for child in children]
            for time in range(times)
            for children in one.children
        ],
        entities=[
            attrs.evolve(entity, start=entity.start + shift, end=entity.end + shift)
            for shift in range(0, tokens * times, tokens)
            for entity in one.entities
        ],
        entity=[
            number + len(one.entities) * time if number >= 0 else -1
            for time in range(times)
            for number in one.entity
        ],
        sentences=_pairs(one.sentences, tokens, times),
        sentence=_shifted(one.sentence, len(one.sentences), times),
        paragraphs=_pairs(one.paragraphs, tokens, times) if apart else [(0, tokens * times)],
        paragraph=_shifted(one.paragraph, len(one.paragraphs), times)
        if apart
        else [0] * (tokens * times),
        **{
            name: list(getattr(one, name)) * times
            for name in ("words", "lowers", "tags", "deps", "labels")
        },
    )


def _shifted(numbers: Sequence[int], step: int, times: int) -> array[int]:
    """Repeat a column of numbers, each time further on."""
    return array(
        "q", (number + shift for shift in range(0, step * times, step or 1) for number in numbers)
    )


def _pairs(pairs: Sequence[tuple[int, int]], step: int, times: int) -> list[tuple[int, int]]:
    return [
        (start + shift, end + shift)
        for shift in range(0, step * times, step)
        for start, end in pairs
    ]


def _stages(text: str, parse: Parse) -> None:
    segments = find_segments(text).segments
    resolve_speakers(parse, attribute(parse, segments), segments)


def _measure(mode: str, shape: str, size: float) -> None:
    """Print the seconds and the megabytes above the loaded pipeline."""
    unit = SHAPES[shape]
    times = max(1, int(size * _MEGA / len(unit)))
    extract_quotes(_NEWS)
    loaded = _peak()
    work = _work(mode, unit, times)
    begun = time.process_time()
    work()
    print(time.process_time() - begun, _peak() - loaded)


def _work(mode: str, unit: str, times: int) -> Callable[[], object]:
    if mode == "whole":
        return functools.partial(extract_quotes, unit * times)
    return functools.partial(_stages, unit * times, repeated(unit, times))


def _peak() -> float:
    """Give the peak memory of this process in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _fresh(mode: str, shape: str, size: float, limit: float | None) -> tuple[float, float]:
    """Measure in a new process; infinite where it fails or does not end in time."""
    command = [sys.executable, "-W", "ignore", __file__, mode, shape, "--size", str(size)]
    path = os.pathsep.join([str(_LIBRARY), os.environ.get("PYTHONPATH", "")])
    try:
        run = subprocess.run(  # noqa: S603  # this script
            command,
            check=True,
            capture_output=True,
            text=True,
            timeout=limit,
            env={**os.environ, "PYTHONPATH": path},
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
        print(f"{shape}, {size} MB: {type(error).__name__}")
        return math.inf, math.inf
    seconds, megabytes = map(float, run.stdout.split())
    return seconds / size, megabytes


def _report(mode: str, shape: str, sizes: Sequence[float], limit: float | None) -> str:
    rates, peaks = zip(*(_fresh(mode, shape, size, limit) for size in sizes), strict=True)
    growth = rates[-1] / rates[0]
    kept = growth <= _MOST_GROWTH and peaks[-1] <= _MOST_MEGABYTES
    figures = "".join(f"{rate:9.2f}" for rate in rates)
    return f"{shape:<27}{figures}{growth:8.2f}{peaks[-1]:8.0f} MB {'ok' if kept else 'MISSED'}"


def main() -> None:
    """Print every figure, or one where a size is given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mode", choices=_SIZES, nargs="?", default="stages")
    parser.add_argument("shapes", nargs="*", metavar="SHAPE", help=", ".join(SHAPES))
    parser.add_argument("--size", type=float, help="measure one shape here, in megabytes")
    parser.add_argument("--sizes", type=float, nargs=2, help="the two sizes, in megabytes")
    parser.add_argument("--limit", type=float, help="seconds for each figure")
    chosen = parser.parse_args()
    if chosen.size:
        _measure(chosen.mode, chosen.shapes[0], chosen.size)
        return
    sizes = chosen.sizes or _SIZES[chosen.mode]
    heads = "".join(f"{size:>6} MB" for size in sizes)
    print(f"{'seconds a megabyte at':<27}{heads}  growth  memory")
    for shape in chosen.shapes or SHAPES:
        print(_report(chosen.mode, shape, sizes, chosen.limit), flush=True)


if __name__ == "__main__":
    main()
