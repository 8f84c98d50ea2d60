"""Confidence: the decisions behind an attribution as one probability."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quoteattr.records import QuoteKind
from quoteattr.scoring.confidence import confidence, confidence_features
from quoteattr.scoring.linear_model import Model, load_model

LINKS = st.dictionaries(
    st.sampled_from(["speech", "whose", "cue", "content", "source", "label"]),
    st.floats(min_value=0, max_value=1),
)
KINDS = st.sampled_from(QuoteKind)


@given(KINDS, LINKS)
def test_it_is_a_probability(kind: QuoteKind, links: dict[str, float]) -> None:
    """Whatever the decisions were, the confidence lies between 0 and 1."""
    assert 0 <= confidence(kind, links, load_model("confidence")) <= 1


@given(KINDS, LINKS)
def test_every_link_and_the_kind_are_named(kind: QuoteKind, links: dict[str, float]) -> None:
    """One feature a link gives its height, others the kind and the weakest link."""
    names = list(confidence_features(kind, links))
    assert f"kind={kind.value}" in names
    for link in links:
        assert sum(name.startswith(f"{link}>") for name in names) == 1
    assert sum(name.startswith("weakest>") for name in names) == 1


def test_the_weakest_link_is_the_lowest() -> None:
    """The height of the chain is that of its lowest link; without links it is sure."""
    low = set(confidence_features(QuoteKind.DIRECT, {"speech": 0.95, "whose": 0.55}))
    assert {"speech>0.92", "whose>0.5", "weakest>0.5", "direct|weakest>0.5"} <= low
    assert "weakest>0.99" in set(confidence_features(QuoteKind.DIRECT, {}))


@given(st.floats(min_value=0, max_value=1), st.floats(min_value=0, max_value=1))
def test_heights_keep_their_order(one: float, two: float) -> None:
    """A likelier decision never stands on a lower step."""
    low, high = (
        [n for n in confidence_features(QuoteKind.DIRECT, {"cue": p}) if n.startswith("cue>")]
        for p in sorted((one, two))
    )
    assert low <= high


def test_the_model_decides() -> None:
    """A link that the model weighs raises the confidence; without weights it is even."""
    links = {"speech": 0.95}
    assert confidence(QuoteKind.DIRECT, links, Model(weights={}, about={})) == 0.5
    sure = Model(weights={"speech>0.92": 2.0}, about={})
    assert confidence(QuoteKind.DIRECT, links, sure) > 0.8
