"""Differences: what one version of a quotation has otherwise than another."""

from __future__ import annotations

import pytest

from quoteattr.matching.differences import Side, find_differences
from versions import said


@pytest.mark.parametrize(
    ("quote", "full", "differences"),
    [
        (
            "We lost|the old bridge",
            "We lost, and sadly so, the old bridge",
            [
                (Side.BOTH, "We lost"),
                (Side.LEFT_OUT, "and sadly so,"),
                (Side.BOTH, "the old bridge"),
            ],
        ),
        (
            "This old house|will stand",
            "This old house, they say, will stand",
            [
                (Side.BOTH, "This old house"),
                (Side.LEFT_OUT, "they say,"),
                (Side.BOTH, "will stand"),
            ],
        ),
        ("We lost badly.", "We lost.", [(Side.BOTH, "We lost"), (Side.OWN, "badly.")]),
    ],
)
def test_stretches_keep_what_both_have(
    quote: str, full: str, differences: list[tuple[Side, str]]
) -> None:
    """Between two stretches as much may have been left out as between an ellipsis and a word."""
    assert find_differences(said(quote), said(full)) == differences
