"""Joint speakers: who is taken together by "and"."""

from __future__ import annotations

import pytest

from quoteattr.entities.cast import Cast, build_cast
from quoteattr.speakers.joint_speakers import joined_heads, named_pairs
from quoteattr.speakers.references import reference_to
from quoteattr.text.segments import find_segments
from reading import read


def cast_of(text: str) -> Cast:
    """Find who has a name in a text."""
    return build_cast(read(text), find_segments(text).segments, [])


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("The union and the council said no.", "union", ["union", "council"]),
        ("Lena Fox and Bo Ek said no.", "Fox", ["Fox", "Ek"]),
        ("Historians Lena Fox and Bo Ek said no.", "Fox", ["Fox", "Ek"]),
        ("“No,” historians Petra Ivanova and Bo Ek wrote.", "historians", ["Ivanova", "Ek"]),
        ("The union said no.", "union", []),
        ("Founder and director Lena Fox said no.", "Fox", []),
        ("The novelist and former minister said no.", "novelist", []),
        ("The novelist and the minister said no.", "novelist", ["novelist", "minister"]),
        ("They said no.", "They", []),
        ("Mr & Mrs Lund said no.", "Mr", ["Mr", "Lund"]),
        ("“The cellar floods,” said Dr. and Mrs. Pal Varga.", "Varga", ["Dr.", "Varga"]),
        ("Club chair and tax lawyer Lena Fox said no.", "chair", []),
        ("Chad’s former envoy and party leader Lena Fox said no.", "envoy", []),
        ("The mayor and Police Chief Lena Fox said no.", "mayor", ["mayor", "Fox"]),
        ("“No,” the brewery's owner and director said.", "owner", []),
        ("“No,” its owner and director said.", "owner", []),
        ("Its owner and its director said no.", "owner", ["owner", "director"]),
        ("Their king and premier said no.", "king", ["king", "premier"]),
        ("A baker and father of three said no.", "baker", []),
        ("A father and son said no.", "father", ["father", "son"]),
        ("His wife and children said no.", "wife", ["wife", "children"]),
        ("His wife and agent, Lena Fox, said no.", "wife", []),
        ("His wife and his agent, Lena Fox, said no.", "wife", ["wife", "agent"]),
        ("According to the report, Lena Fox and Bo Ek left.", "report", []),
        ("According to Lena Fox and Bo Ek, it fell.", "Fox", ["Fox", "Ek"]),
        ("Chief Ann Dale, Cork and Kerry’s head of traffic, said so.", "Dale", []),
        ("MR LEE: And the date?", "LEE", []),
    ],
)
def test_heads_that_speak_together(text: str, head: str, expected: list[str]) -> None:
    """Two nouns joined by "and" are together; two roles of one person and a pronoun are not."""
    cast = cast_of(text)
    reference = reference_to(cast.parse, cast.parse.words.index(head), speaks=True)
    assert [cast.parse.words[token] for token in joined_heads(cast, reference)] == expected


def test_two_names_side_by_side() -> None:
    """Names of two persons with an "and" between are a pair, one after the other are none."""
    cast = cast_of("Lena Fox and Bo Ek met. Cy Orr, Di Penn left. Mr and Mrs Lund sat.")
    spans = [" ".join(cast.parse.words[start:end]) for start, end in named_pairs(cast)]
    assert spans == ["Lena Fox and Bo Ek", "Mr and Mrs Lund"]
