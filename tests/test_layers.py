"""Architecture: each wing imports only what lies below it, and nothing imports an edge."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "quoteattr"

# The modules of records and errors may be imported by all; a wing also imports itself.
EVERYBODY = {"errors", "records"}
WINGS: Mapping[str, set[str]] = {
    "lexicon": set(),
    "text": set(),
    "scoring": set(),
    "syntax": {"text", "lexicon", "scoring"},
    "entities": {"text", "lexicon", "scoring", "syntax"},
    "attribution": {"text", "lexicon", "scoring", "syntax", "entities"},
    "speakers": {"text", "lexicon", "scoring", "syntax", "entities", "attribution"},
    "matching": {"lexicon"},
}
EDGES = {"cli", "corpora", "evaluation", "formats", "integrations", "training"}


def imports(path: Path) -> Iterator[tuple[str, ...]]:
    """Give the dotted parts, behind the package's name, of what a file imports anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        yield from (tuple(name.split(".")[1:]) for name in names if name.startswith("quoteattr."))


def test_wings() -> None:
    """A wing imports only itself, the wings in its row, records and errors."""
    for wing, below in WINGS.items():
        for path in (SOURCE / wing).glob("*.py"):
            outside = {parts[0] for parts in imports(path)} - below - EVERYBODY - {wing}
            assert not outside, f"{wing}/{path.name} imports {outside}"


def test_edges() -> None:
    """Nothing but an edge imports an edge."""
    inner = [*SOURCE.glob("*.py"), *(path for wing in WINGS for path in (SOURCE / wing).glob("*"))]
    for path in inner:
        if path.suffix == ".py" and path.stem not in EDGES | {"__init__", "__main__"}:
            assert not {parts[0] for parts in imports(path)} & EDGES, path.name


def exported(path: Path) -> set[str] | None:
    """Give what a file says that others may import, None where it says nothing."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        if any(isinstance(name, ast.Name) and name.id == "__all__" for name in targets):
            return set(ast.literal_eval(node.value))
    return None


def test_only_what_is_exported_is_imported() -> None:
    """What a module takes from another one stands in that one's `__all__`."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("quoteattr."):
                origin = SOURCE.joinpath(*str(node.module).split(".")[1:]).with_suffix(".py")
                known = exported(origin) if origin.is_file() else None
                assert known is None or {name.name for name in node.names} <= known, path


def test_every_folder_is_a_wing_or_an_edge() -> None:
    """The rows name every folder of the package, and every edge is there."""
    folders = {path.parent.name for path in SOURCE.glob("*/*.py")}
    assert folders <= set(WINGS) | EDGES
    assert {path.stem for path in SOURCE.iterdir()} >= EDGES


def test_no_circles() -> None:
    """No module imports itself by way of others, so each can be read with those below it alone."""
    paths = [path for path in SOURCE.rglob("*.py") if path.stem not in {"__init__", "__main__"}]
    below = {path.relative_to(SOURCE).with_suffix("").parts: set(imports(path)) for path in paths}
    while below:
        free = [name for name, imported in below.items() if not imported & below.keys()]
        assert free, sorted(below)
        for name in free:
            del below[name]
