"""Runs of capitals, and headlines, where capitals tell nothing."""

from __future__ import annotations

import pytest

from quoteattr.syntax.capital_runs import find_runs, title_cased
from reading import read


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (
            "Then Dries van der Meer met Ann-Marie Roe.",
            ["Dries van der Meer", "Ann-Marie Roe"],
        ),
        ("The dig of Mahmoud el-Sherif ended.", ["Mahmoud el-Sherif"]),
        ("She met Robert “Bob” Hale there.", ["Robert “Bob” Hale"]),
        ("it rained.", []),
    ],
)
def test_particles_hyphens_and_nicknames_join_a_run(text: str, runs: list[str]) -> None:
    """A run goes on over what may stand inside a name."""
    parse = read(text)
    found = [text[parse.starts[start] : parse.ends[end - 1]] for start, end in find_runs(parse)]
    assert found == runs


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Mayor Fox Opens Bridge After Delay", True),
        ("Mayor Lena Fox opened Tower Bridge Monday.", False),
        ("The bridge is open.", False),
        ("Lena Fox", False),
    ],
)
def test_a_headline_has_capitals_throughout(text: str, headline: bool) -> None:  # noqa: FBT001
    """Nearly every long word of a headline has a capital, and no verb is written small."""
    parse = read(text)
    assert title_cased(parse, 0, len(parse)) is headline
