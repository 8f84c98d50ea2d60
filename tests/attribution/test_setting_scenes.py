"""Setting scenes: sentences beside a quotation that tell when, where and to whom somebody spoke."""

from __future__ import annotations

import pytest

from quoteattr import extract_quotes
from quoteattr.attribution.attributions import attribute
from quoteattr.attribution.setting_scenes import set_scenes
from quoteattr.attribution.settings import CIRCUMSTANCES, find_settings
from quoteattr.text.segments import find_segments
from reading import read

BEFORE = "Ann Lee spoke to reporters in Oslo on Sunday. “We lost,” she said."
BEHIND = "Ann Lee said: “We lost.” She was speaking in Oslo on Sunday."


def told(text: str) -> dict[str, str]:
    """Give the words of each circumstance of a text's first quotation."""
    setting = extract_quotes(text)[0].setting
    spans = {name: getattr(setting, name) for name in CIRCUMSTANCES}
    return {name: span.text for name, span in spans.items() if span}


@pytest.mark.parametrize("spoke", ["spoke", "did not only speak", "would later speak"])
def test_a_scene_tells_where_its_speaker_spoke(spoke: str) -> None:
    """It stands right before the quotation or right behind it."""
    before = BEFORE.replace("spoke", spoke)
    assert told(before) == {"addressee": "reporters", "place": "Oslo", "time": "Sunday"}
    assert told(BEHIND) == {"place": "Oslo", "time": "Sunday"}


@pytest.mark.parametrize(
    "text",
    [
        BEFORE.replace("Ann Lee", "Bo Ek").replace("she said", "Ann Lee said"),
        BEFORE.replace("reporters", "her lawyer"),
        BEFORE.replace(". “", ". It rained all day. “"),
        BEFORE.replace("spoke to", "met"),
        BEFORE.replace("spoke", "will speak"),
        BEFORE.replace("spoke", "did not speak"),
        BEHIND.replace("” She", "”\n\nShe"),
    ],
    ids=[
        "another person",
        "another talk",
        "a sentence between",
        "no speech",
        "to come",
        "negated",
        "a new paragraph",
    ],
)
def test_other_sentences_are_no_scenes(text: str) -> None:
    """Of another speaker, in private, farther off, of no speech or none yet, in a new paragraph."""
    assert told(text) == {}


def test_nobody_known_has_no_scene() -> None:
    """Without a speaker it is not known who spoke."""
    parse = read(BEFORE)
    attributions = attribute(parse, find_segments(BEFORE).segments)
    found = find_settings(parse, attributions)
    assert set_scenes(parse, attributions, [None], found) == found
