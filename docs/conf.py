"""How Sphinx builds these pages: ``python -m sphinx -W docs docs/_build``."""

from __future__ import annotations

import importlib.util
import re
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
autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_use_rtype = False

html_theme = "furo"
html_title = f"quoteattr {release}"
html_copy_source = False
