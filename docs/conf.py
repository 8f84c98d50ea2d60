"""How Sphinx builds these pages: ``python -m sphinx -W docs docs/_build``."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

project = "quoteattr"
author = "The quoteattr maintainers"
_METADATA = (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
version = release = re.findall(r'^version = "(.+)"', _METADATA, re.MULTILINE)[0]

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
default_role = "code"

myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3

# What is not installed is stood in for, so that its module still has its page.
_EXTRAS = ("numpy", "scipy", "pandas", "pyspark")
autodoc_mock_imports = [name for name in _EXTRAS if importlib.util.find_spec(name) is None]
# The fields of a named tuple would be entries of their own.
autodoc_default_options = {"members": True, "exclude-members": "start, end"}
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_use_rtype = False

html_theme = "furo"
html_title = f"quoteattr {release}"
html_copy_source = False

_SOURCE = Path(__file__).parents[1] / "src" / "quoteattr"
_WINGS = ("text", "lexicon", "scoring", "syntax", "entities", "attribution", "speakers", "matching")
_EDGES = ("cli", "formats", "integrations", "corpora", "training")
_STAGES = Path(__file__).parent / "reference-stages.md"
_OPENING = """# Reference: the stages

For those who read or change quoteattr: every module behind [what you call](reference.md), wing by
wing, in the order in which the wings build on each other. These functions may change between
versions. How they fit together is told in [Architecture](architecture.md).
"""


def stages_page(described: str) -> str:
    """Give the page of all modules that the reference does not describe, read off the tree."""
    return "\n".join([_OPENING, *_sections(set(re.findall(r"automodule:: (\S+)", described)))])


def _sections(described: set[str]) -> Iterator[str]:
    yield from _section("The whole", sorted(_SOURCE.glob("*.py")), described)
    for wing in (*_WINGS, *_EDGES):
        yield from _section(f"{wing}/", sorted((_SOURCE / wing).glob("*.py")), described)


def _section(title: str, paths: list[Path], described: set[str]) -> Iterator[str]:
    names = [_dotted(path) for path in paths if path.stem != "__main__"]
    yield f"## {title}\n"
    for name in sorted(set(names) - described):
        yield f"```{{eval-rst}}\n.. automodule:: {name}\n```\n"


def _dotted(path: Path) -> str:
    parts = path.relative_to(_SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


_STAGES.write_text(
    stages_page((Path(__file__).parent / "reference.md").read_text(encoding="utf-8")),
    encoding="utf-8",
)
