"""Data folder: where the package keeps its weights and its word lists."""

from __future__ import annotations

from pathlib import Path

__all__ = ["DATA"]

DATA = Path(__file__).parents[1] / "data" / "en"
