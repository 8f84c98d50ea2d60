"""Architecture: each module imports only from rows above its own."""

from __future__ import annotations

import ast
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "quoteattr"

LAYERS = (
    {"errors"},
    {"records", "lexicons", "paragraphs"},
    {"marks", "schemas", "streams", "checks"},
    {"segments"},
    {"labels"},
    {"parsing", "ranking"},
    {"alignment", "mentions"},
    {"cues"},
    {"sources", "contents"},
    {"reports"},
    {"speech"},
    {"attributions"},
    {"titles"},
    {"speakers"},
    {"extract"},
    {"extractor"},
    {"__init__"},
)
EDGES = {"cli", "evaluation", "export", "integrations", "render", "spacy_component", "training"}


def imports(path: Path) -> set[str]:
    """Give the modules of the package that a file imports anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("quoteattr."):
            found.add((node.module or "").split(".")[1])
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        found |= {name.split(".")[1] for name in names if name.startswith("quoteattr.")}
    return found


def test_layers() -> None:
    """No module imports one of its own row or of a lower one; nothing imports an edge."""
    row = {module: number for number, layer in enumerate(LAYERS) for module in layer}
    for path in SOURCE.glob("*.py"):
        if path.stem in EDGES | {"__main__"}:
            continue
        assert path.stem in row, f"{path.stem} has no place in the layers"
        for module in imports(path):
            assert row.get(module, 99) < row[path.stem], f"{path.stem} imports {module}"


def test_edges_exist() -> None:
    """The list of edges names what is there."""
    there = {path.stem for path in SOURCE.iterdir()}
    assert there >= EDGES
