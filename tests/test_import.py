"""Importing the package is light."""

from __future__ import annotations

import subprocess
import sys

import pytest

import quoteattr

HEAVY = ("spacy", "textacy", "numpy", "pandas", "pyarrow", "typer", "rich", "thinc")


def run(code: str) -> str:
    """Give what a fresh interpreter prints."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603


def test_import_loads_nothing_heavy() -> None:
    """Neither spaCy nor anything else that takes long comes with the import."""
    loaded = run("import sys, quoteattr; print(*sys.modules)").split()
    assert "quoteattr" in loaded
    assert not set(HEAVY) & set(loaded)


def test_functions_are_not_hidden_by_modules() -> None:
    """A public name stays what it is, whichever module of the package was loaded before."""
    code = "import quoteattr.explanations, quoteattr.pipeline, quoteattr.extractor, quoteattr.cli\n"
    code += "from quoteattr import explain, extract_quotes; print(explain.__name__)"
    assert run(code) == "explain\n"


def test_stages_load_without_spacy() -> None:
    """The stages themselves do not load spaCy; a pipeline does."""
    loaded = run("import sys; from quoteattr import extract_quotes; print(*sys.modules)").split()
    assert "quoteattr.pipeline" in loaded
    assert not {"spacy", "textacy", "thinc"} & set(loaded)


def test_import_leaves_doc_alone() -> None:
    """No extension is set on spaCy's Doc until the component is asked for."""
    assert (
        run(
            "import quoteattr; quoteattr.QuoteExtractor()\n"
            "from spacy.tokens import Doc; print(Doc.has_extension('quotes'))"
        )
        == "False\n"
    )


def test_unknown_name() -> None:
    """A name that is not there is an AttributeError, as in any module."""
    with pytest.raises(AttributeError, match="no attribute 'quotes'"):
        _ = quoteattr.quotes
    assert set(quoteattr.__all__) <= set(dir(quoteattr))


def test_public_names() -> None:
    """Every name of the contract is there, sorted, and importable with a star."""
    assert sorted(quoteattr.__all__) == quoteattr.__all__
    namespace: dict[str, object] = {}
    exec("from quoteattr import *", namespace)  # noqa: S102  # our own line
    assert set(quoteattr.__all__) <= set(namespace)
    assert {"Quote", "QuoteExtractor", "QuoteKind", "Span", "Speaker", "extract_quotes"} <= set(
        namespace
    )
