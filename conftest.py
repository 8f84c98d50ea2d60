"""Runs every example: in the README, in docs/, and in the docstrings of the package."""

from __future__ import annotations

import doctest
import importlib.util
import itertools
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from sybil import Example, Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
OURS = 'quoteattr() { "%s" -m quoteattr "$@"; }\n'


class ConsoleParser(CodeBlockParser):
    """Runs what stands behind "$ " in a shell, and compares what follows with what is printed.

    As in a shell, a command goes on in the lines that begin with "> ".
    """

    language = "console"

    def evaluate(self, example: Example) -> str | None:
        """Give what is wrong, or None."""
        for block in f"\n{example.parsed}".split("\n$ ")[1:]:
            lines = block.split("\n")
            more = list(itertools.takewhile(lambda line: line.startswith("> "), lines[1:]))
            command = "\n".join([lines[0], *(line[2:] for line in more)])
            expected = "\n".join(lines[1 + len(more) :])
            printed = run_in_shell(command, example.namespace["folder"])
            if not doctest.OutputChecker().check_output(f"{expected}\n", f"{printed}\n", OPTIONS):
                return f"$ {command}\nExpected:\n{expected}\nGot:\n{printed}"
        return None


def run_in_shell(command: str, folder: str) -> str:
    """Run a command as a reader would, with the command line of this checkout."""
    done = subprocess.run(  # noqa: S603  # our own examples
        ["bash", "-c", OURS % sys.executable + command],  # noqa: S607
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
    )
    return done.stdout


def lacks(*modules: str) -> bool:
    """Tell whether one of some optional modules is not installed."""
    return any(importlib.util.find_spec(module) is None for module in modules)


def enter(namespace: dict[str, Any]) -> None:
    """Give each page a folder of its own, and what its skips ask for."""
    namespace["folder"] = tempfile.mkdtemp()
    namespace["lacks"] = lacks
    namespace["no_java"] = shutil.which("java") is None


def leave(namespace: dict[str, Any]) -> None:
    """Take the page's folder away."""
    shutil.rmtree(namespace["folder"])


pages = Sybil(
    parsers=[SkipParser(), ConsoleParser(), PythonCodeBlockParser(doctest_optionflags=OPTIONS)],
    patterns=["README.md", "docs/*.md"],
    path=str(Path(__file__).parent),
    setup=enter,
    teardown=leave,
)
docstrings = Sybil(
    parsers=[DocTestParser(OPTIONS)],
    patterns=["src/quoteattr/*.py", "src/quoteattr/*/*.py"],
    path=str(Path(__file__).parent),
    document_types={".py": PythonDocStringDocument},
)
pytest_collect_file = (pages + docstrings).pytest()
