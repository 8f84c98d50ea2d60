"""Continuations: whose a quotation without a source is."""

from __future__ import annotations

from parses import build
from quoteattr.attribution.attributions import Attribution
from quoteattr.records import QuoteKind
from quoteattr.speakers.continuations import continuation_features, nobody_features
from quoteattr.speakers.scenes import Scene
from quoteattr.speakers.trails import Trail
from quoteattr.text.ranges import CharRange

PARSE = build("Lee/NNP/nsubj/left left/VBD/ROOT", "We/PRP/nsubj/wait wait/VBP/ROOT")
SCENE = Scene(parse=PARSE, quoted=[False, False, True, True], told=[0, 1], last=[0])
WORDS = (CharRange(PARSE.starts[2], PARSE.ends[3]),)
QUOTATION = Attribution(
    kind=QuoteKind.DIRECT,
    content=WORDS,
    verbatim=WORDS,
    cue=None,
    source=None,
    follows=None,
    links={},
)


def test_who_spoke_last_and_who_is_followed() -> None:
    """A candidate is named by whether the quotation goes on from it, and by when it spoke."""
    trail = Trail(number=0, label="PERSON")
    trail.met.append(0)
    trail.forms.append("name")
    trail.spoke.append(0)
    followed = continuation_features(SCENE, QUOTATION, 2, trail, 0, 0)
    assert {"followed", "spoke=last|direct", "cue=False|spoke=last"} <= set(followed)
    other = continuation_features(SCENE, QUOTATION, 2, trail, 5, 0)
    assert "other" in other
    assert "followed" not in other


def test_nobody_is_a_candidate_too() -> None:
    """That nobody is meant is named by kind, and by whether something is followed."""
    named = nobody_features(SCENE, QUOTATION, 2, None)
    assert {"nobody", "nobody|direct", "nobody|follows=False"} <= set(named)
