"""Architecture: the modules have an order, in which imports only look back."""

from __future__ import annotations

import ast
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "quoteattr"

ORDER = (
    *("errors", "lexicons", "records", "schemas", "streams", "checks"),
    *("marks", "paragraphs", "parts", "segments", "labels", "excerpts"),
    *("surnames", "reporting_clauses", "nouns", "parsing"),
    *("ranking", "bins", "confidence", "alignment", "mentions"),
    *(
        "cues",
        "contents",
        "extents",
        "boundaries",
        "cue_sources",
        "reports",
        "evidence",
        "signs",
        "segment_sources",
        "speech",
        "exclusions",
    ),
    *("readings", "drafts", "attributions"),
    *(
        "coreference",
        "organizations",
        "runs",
        "recognition",
        "names",
        "people",
        "roles",
        "titles",
        "index",
    ),
    *("phrases", "referents", "leads", "antecedents", "anaphors", "speakers"),
    *("extract", "extractor", "explanations", "__init__"),
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
    """A module imports only modules before it in the order; nothing imports an edge."""
    inner = [path for path in SOURCE.glob("*.py") if path.stem not in EDGES | {"__main__"}]
    assert sorted(path.stem for path in inner) == sorted(ORDER)
    for path in inner:
        late = imports(path) - set(ORDER[: ORDER.index(path.stem)])
        assert not late, f"{path.stem} imports {late}"


def test_edges_exist() -> None:
    """The list of edges names what is there."""
    assert {path.stem for path in SOURCE.iterdir()} >= EDGES
