"""Whereabouts: how far off a candidate was met."""

from __future__ import annotations

import pytest

from parses import build
from quoteattr.speakers.references import Reference, reference_to
from quoteattr.speakers.scenes import Scene
from quoteattr.speakers.trails import Trail
from quoteattr.speakers.whereabouts import (
    governs,
    step_of,
    whereabouts_features,
    whereabouts_of,
)

PARSE = build(
    "Lee/NNP/nsubj/left left/VBD/ROOT ././punct/left",
    "She/PRP/nsubj/wept wept/VBD/ROOT ././punct/wept",
)
SCENE = Scene(parse=PARSE, quoted=[False] * len(PARSE), told=[0, 1])


def features_of(reference: Reference, met: int, spoke: list[int]) -> set[str]:
    """Name what speaks for somebody who was met at a token and spoke at some."""
    trail = Trail(number=0, kind="PERSON", forms=["name"])
    trail.met.append(met)
    trail.spoke.extend(spoke)
    at = whereabouts_of(SCENE, reference, trail, 9)
    return set(whereabouts_features(SCENE, reference, trail, at))


@pytest.mark.parametrize(("number", "step"), [(-1, 0), (0, 0), (4, 3), (5, 5), (99, 15)])
def test_far_is_far(number: int, step: int) -> None:
    """Numbers are rounded down to a few steps."""
    assert step_of(number) == step


def test_distance_rank_and_role() -> None:
    """Somebody met a sentence before as its subject, many others since."""
    named = features_of(reference_to(PARSE, 3, speaks=False), 0, [])
    assert {"sentences=1", "rank=5", "role=main subject", "both subjects"} <= named
    assert "same clause" not in named


def test_one_clause() -> None:
    """Somebody met in the very clause is in the same sentence, too."""
    named = features_of(reference_to(PARSE, 3, speaks=False), 4, [])
    assert {"sentences=same", "same clause"} <= named


def test_who_speaks_and_who_spoke() -> None:
    """Of a reference that speaks, it is named whether the candidate ever did."""
    she = reference_to(PARSE, 3, speaks=True)
    assert "speaks, never spoke" in features_of(she, 0, [])
    assert {"speaks|spoke=once", "spoke when met|1"} <= features_of(she, 0, [0])


GOVERNED = build(
    "Lee/NNP/nsubj/praised praised/VBD/ROOT the/DT/det/work work/NN/dobj/praised "
    "of/IN/prep/work a/DT/det/judge judge/NN/pobj/of who/WP/nsubj/met met/VBD/relcl/judge "
    "some/DT/det/guard guard/NN/dobj/met ././punct/praised"
)


@pytest.mark.parametrize(
    ("met", "token", "expected"), [(0, 6, "near"), (0, 10, "far"), (6, 10, "no")]
)
def test_who_is_the_subject_of_a_noun(met: int, token: int, expected: str) -> None:
    """The subject of the noun's own clause, of one around it, or of none."""
    trail = Trail(number=0, kind="PERSON", forms=["name"])
    trail.met.append(met)
    assert governs(GOVERNED, trail, reference_to(GOVERNED, token, speaks=False)) == expected
