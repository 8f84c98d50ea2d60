"""Continuations: whose a quotation without a source is."""

from __future__ import annotations

import attrs
import pytest

from parses import build
from quoteattr.attribution.attributions import Attribution
from quoteattr.records import QuoteKind
from quoteattr.speakers.continuations import continuation_features, nobody_features, who_reacts
from quoteattr.speakers.scenes import Scene
from quoteattr.speakers.spoken_words import SpokenWords
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
    trail = Trail(number=0, kind="PERSON")
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


@pytest.mark.parametrize(
    ("words", "voice"),
    [
        ("I/PRP/nsubj/won won/VBD/ROOT", "i"),
        ("We/PRP/nsubj/won won/VBD/ROOT", "we"),
        ("They/PRP/nsubj/won won/VBD/ROOT", "neither"),
    ],
)
def test_in_whose_voice_the_words_are(words: str, voice: str) -> None:
    """That words speak of "I" or "we" is named with what a candidate is, and for nobody."""
    parse = build("Lee/NNP/nsubj/came came/VBD/ROOT", words)
    scene = Scene(parse=parse, quoted=[False] * len(parse), told=[0, 1])
    said = attrs.evolve(QUOTATION, content=(CharRange(parse.starts[2], parse.ends[3]),))
    trail = Trail(number=0, kind="PERSON")
    assert f"voice={voice}|label=PERSON" in continuation_features(scene, said, 2, trail, None, 0)
    assert f"nobody|voice={voice}" in nobody_features(scene, said, 2, None)


@pytest.mark.parametrize(
    ("line", "subject"),
    [
        ("Lee/NNP/nsubj/shook shook/VBD/ROOT her/PRP$/poss/head head/NN/dobj/shook", 0),
        ("Lee/NNP/nsubj/agreed agreed/VBD/ROOT", 0),
        ("Lee/NNP/nsubj/was was/VBD/ROOT less/RBR/advmod/kind kind/JJ/acomp/was", 0),
        ("Lee/NNP/nsubj/paid paid/VBD/ROOT tribute/NN/dobj/paid", 0),
        ("Lee/NNP/nsubj/scored scored/VBD/ROOT more/JJR/amod/goals goals/NNS/dobj/scored", None),
        ("Lee/NNP/nsubj/asked asked/VBD/ROOT him/PRP/dobj/asked", None),
    ],
)
def test_a_line_of_a_reaction_brings_in_who_speaks(line: str, subject: int | None) -> None:
    """Its subject says the paragraph of words behind it, whatever the line reports."""
    parse = build(line, "", "We/PRP/nsubj/wait wait/VBP/ROOT ././punct/wait")
    here = parse.paragraphs[1].start
    words = (CharRange(parse.starts[here], parse.ends[here + 1]),)
    scene = Scene(parse=parse, quoted=[False] * len(parse), told=[0, 1])
    said = attrs.evolve(QUOTATION, content=words, verbatim=words)
    assert who_reacts(scene, said, here) == subject


def test_only_a_paragraph_of_its_own_goes_on_from_a_reaction() -> None:
    """What stands behind words that are said does not."""
    parse = build("Lee/NNP/nsubj/nodded nodded/VBD/ROOT", "", "We/PRP/nsubj/wait wait/VBP/ROOT")
    scene = Scene(parse=parse, quoted=[False] * len(parse), told=[0, 1])
    words = (CharRange(parse.starts[2], parse.ends[3]),)
    said = attrs.evolve(QUOTATION, content=words, verbatim=words)
    assert who_reacts(scene, said, 2) == 0
    spoken = attrs.evolve(scene, words=SpokenWords(holding={1: [0]}))
    assert who_reacts(spoken, said, 2) is None
