"""Put small faults into a copy, and see which test notices: `python benchmarks/mutations.py`.

Prints each fault with the first test that failed, or SURVIVED. A fault is a line of the source that
is changed; the tests run in a copy, and the checkout stays as it is. Without names every fault is
tried against the tests of its row; `--all` tries the whole suite where those pass. Exit 1 if one
survived.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import attrs

__all__ = ["FAULTS", "Fault", "put_in"]

ROOT = Path(__file__).parents[1]
_COPIED = (
    "src",
    "tests",
    "docs",
    "benchmarks",
    "seeds",
    "pyproject.toml",
    "README.md",
    "conftest.py",
)
_FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)


@attrs.frozen
class Fault:
    """A small fault.

    Attributes:
        name: what it would do to a user.
        file: the module, below src/quoteattr.
        right: the words as they are, once in the file.
        wrong: what stands in their place.
        tests: the test files that ought to notice.
    """

    name: str
    file: str
    right: str
    wrong: str
    tests: str


FAULTS = (
    Fault(
        "end of a split quotation from its first span (tables)",
        "formats/csv_tables.py",
        "content[-1].end if",
        "content[0].end if",
        "tests/formats/test_csv_tables.py",
    ),
    Fault(
        "only the first stretch of a split quotation (brat)",
        "formats/brat.py",
        '"Content": quote.content,',
        '"Content": quote.content[:1],',
        "tests/formats/test_brat.py",
    ),
    Fault(
        "cue of a later part of a long text not moved",
        "moved_records.py",
        "cue=quote.cue and move.whole(quote.cue)",
        "cue=quote.cue",
        "tests/test_moved_records.py tests/test_extractor.py",
    ),
    Fault(
        "speakers of later parts keep their numbers",
        "moved_records.py",
        "speaker.entity + move.entities",
        "speaker.entity",
        "tests/test_moved_records.py",
    ),
    Fault(
        "a third page of one name takes the place of the second",
        "cli/writers.py",
        "        number += 1\n",
        "        number = 2\n        taken.discard(f'{stem}-2'.casefold())\n",
        "tests/cli/test_extract.py",
    ),
    Fault(
        "pages named after upper case take the place of others",
        "cli/writers.py",
        "while free.casefold() in taken",
        "while free in taken",
        "tests/cli/test_extract.py",
    ),
    Fault(
        "an earlier result is emptied where no input is there",
        "cli/extract.py",
        "if first or done or not report.count:",
        "if True:",
        "tests/cli/test_extract.py",
    ),
    Fault(
        "an output that is an input is overwritten",
        "cli/outputs.py",
        "if _is_file(name, place):",
        "if False:",
        "tests/cli/test_extract.py",
    ),
    Fault(
        "half a line stays before the next",
        "cli/outputs.py",
        "        os.truncate(part, part.stat().st_size - len(last))\n",
        "        pass\n",
        "tests/cli/test_outputs.py",
    ),
    Fault(
        "a text is skipped for another of its identifier",
        "cli/extract.py",
        "            done[name] -= 1\n",
        "            pass\n",
        "tests/cli/test_extract.py",
    ),
    Fault(
        "metadata of JSON Lines is left out",
        "formats/json_lines.py",
        '"metadata": dict(document.metadata)',
        '"metadata": {}',
        "tests/formats/test_json_lines.py",
    ),
    Fault(
        "speakers of one name are one entry",
        "formats/json_lines.py",
        "(speaker.entity, speaker.name, speaker.kind), []",
        "(speaker.name, speaker.kind), []",
        "tests/formats/test_json_lines.py",
    ),
    Fault(
        "the title of the first quotation for all (JSON Lines)",
        "formats/json_lines.py",
        "attrs.evolve(speakers[number], title=title)",
        "attrs.evolve(speakers[number], title=None)",
        "tests/formats/test_json_lines.py",
    ),
    Fault(
        "a text is given up where its process died once",
        "batches.py",
        "        if work.deaths < _DEATHS:\n",
        "        if work.deaths < 1:\n",
        "tests/test_batches.py",
    ),
    Fault(
        "one person under two titles is two people",
        "records.py",
        "key = who and (who.entity, who.name)",
        "key = who",
        "tests/test_records.py tests/formats/test_html.py",
    ),
    Fault(
        "names reach the page as markup",
        "formats/page_head.py",
        "return html.escape(printable(text))",
        "return printable(text)",
        "tests/formats/test_html.py",
    ),
    Fault(
        "escape sequences reach the terminal",
        "formats/printable.py",
        "return printable(_DIRECTION",
        "return (_DIRECTION",
        "tests/formats/test_printable.py",
    ),
    Fault(
        "UTF-16 is read as another encoding",
        "cli/inputs.py",
        "    _check_bytes(content, options.encoding)\n",
        "",
        "tests/cli/test_extract.py",
    ),
    Fault(
        "a hard-wrapped line ends a paragraph",
        "text/line_wraps.py",
        "_LONG_LINE = 110",
        "_LONG_LINE = 11",
        "tests/text/test_line_wraps.py",
    ),
    Fault(
        "marks are parsed",
        "syntax/readable_copy.py",
        "        if _WORDLIKE.search(text, start, end)\n",
        "",
        "tests/syntax/test_spacy_parser.py",
    ),
)


def put_in(fault: Fault, source: Path) -> None:
    """Change the line.

    Raises:
        ValueError: the right words are not there once; the row has to follow the code.
    """
    path = source / "src" / "quoteattr" / fault.file
    text = path.read_text(encoding="utf-8")
    if text.count(fault.right) != 1:
        raise ValueError(f"{fault.file} has {text.count(fault.right)} times: {fault.right!r}")
    path.write_text(text.replace(fault.right, fault.wrong), encoding="utf-8")


def _noticed(fault: Fault, tests: Sequence[str]) -> str | None:
    """Give the first test that fails with the fault in."""
    with tempfile.TemporaryDirectory() as folder:
        for name in _COPIED:
            path = ROOT / name
            if path.is_dir():
                ignored = shutil.ignore_patterns("__pycache__")
                shutil.copytree(path, Path(folder, name), ignore=ignored)
            elif path.exists():
                shutil.copy(path, folder)
        put_in(fault, Path(folder))
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
        done = subprocess.run(  # noqa: S603  # our own tests
            [*command, *tests],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(Path(folder, "src"))},
            capture_output=True,
            text=True,
            check=False,
        )
    failed = _FAILED.search(done.stdout)
    return failed[1] if failed else None


def main() -> None:
    """Try the faults."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", help="only faults whose name or file has such a word")
    parser.add_argument("--all", action="store_true", help="the whole suite where the row's pass")
    arguments = parser.parse_args()
    survived = 0
    for fault in FAULTS:
        if arguments.words and not any(
            word in f"{fault.name} {fault.file}" for word in arguments.words
        ):
            continue
        noticed = _noticed(fault, fault.tests.split())
        if noticed is None and arguments.all:
            noticed = _noticed(fault, ["tests"])
        survived += noticed is None
        print(f"{fault.name:<62} {noticed or 'SURVIVED'}", flush=True)
    sys.exit(bool(survived))


if __name__ == "__main__":
    main()
