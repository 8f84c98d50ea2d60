"""How long Hypothesis looks: `pytest --hypothesis-profile=thorough` for a long search."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("short", max_examples=100, deadline=None, derandomize=True)
settings.register_profile("thorough", max_examples=20_000, deadline=None)
settings.load_profile("short")
