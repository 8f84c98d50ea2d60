"""Setting phrases: the candidates around a cue, and what grammar forbids."""

from __future__ import annotations

import pytest

from quoteattr.attribution.attributions import attribute, cue_token
from quoteattr.attribution.setting_phrases import (
    contents_by_sentence,
    find_phrases,
    free_tokens,
)
from quoteattr.text.segments import find_segments
from reading import read


def phrases(text: str) -> list[tuple[str, str]]:
    """Give link and words of every candidate of the first attribution."""
    parse = read(text)
    found = find_phrases(parse, attribute(parse, find_segments(text).segments))
    return [
        (phrase.link, text[parse.starts[phrase.tokens[0]] : parse.ends[phrase.tokens[1] - 1]])
        for phrase in found[0]
    ]


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        (
            "“We lost,” Ann Lee told reporters in Ayton on Monday.",
            [("dobj", "reporters"), ("in", "Ayton"), ("on", "Monday")],
        ),
        (
            "“We lost,” Ann Lee said in an interview with the Ayton Post late on Monday.",
            [
                ("in", "an interview with the Ayton Post"),
                ("with", "the Ayton Post"),
                ("on", "late on Monday"),
            ],
        ),
        ("“We lost,” Ann Lee said last week.", [("bare", "last week")]),
        ("“We lost,” Ann Lee said hours later.", [("bare", "hours later")]),
        ("“We lost,” Ann Lee said on a recent day.", [("on", "a recent day")]),
        ("“We lost,” Ann Lee said on Palm Sunday.", [("on", "Palm Sunday")]),
        ("“We lost,” Ann Lee said by e-mail.", [("by", "e-mail")]),
        (
            "“We lost,” the ministry said in an e-mail to Nordic Wire.",
            [("in", "an e-mail to Nordic Wire"), ("to", "Nordic Wire")],
        ),
        ("“We lost,” said Ann Lee, who spoke in Ayton.", [("in", "Ayton")]),
        ("“We lost,” said Ann Lee.", []),
        ("Reached in Ayton, Ann Lee said: “We lost.”", [("in", "Ayton")]),
        (
            "Questioned by police in Ayton, Ann Lee said: “We lost.”",
            [("by", "police"), ("in", "Ayton")],
        ),
        ("Arguing in May that it was late, Ann Lee said: “We lost.”", [("in", "May")]),
        ("The letter, found in May, says: “We lost.”", [("in", "May")]),
        ("In a letter found in May, Ann Lee said: “We lost.”", [("in", "a letter"), ("in", "May")]),
        ("Ann Lee said in a call from Ayton: “We lost.”", [("in", "a call"), ("from", "Ayton")]),
        ("Ann Lee told ABC Radio Darwin she had lost.", [("dobj", "ABC Radio Darwin")]),
        (
            "“We lost,” Ann Lee told BBC Radio 3 on Monday.",
            [("dobj", "BBC Radio 3"), ("on", "Monday")],
        ),
        (
            "“We lost,” Ann Lee told the Council for the Care of Rivers.",
            [("dobj", "the Council for the Care of Rivers")],
        ),
        ("“We lost,” Ann Lee said, to her fans.", [("to", "her fans")]),
    ],
)
def test_candidates(text: str, candidates: list[tuple[str, str]]) -> None:
    """Objects, phrases behind prepositions and time phrases, in text order."""
    assert phrases(text) == candidates


@pytest.mark.parametrize(
    "text",
    [
        "“We lost,” said Ann Lee, who lives in Ayton.",
        "“We lost,” said Ann Lee, a baker in Ayton.",
        "Ann Lee, 45, from Ayton, said: “We lost.”",
        "Ann Lee from the Ayton Post said: “We lost.”",
        "Raised in Ayton in 1961, Ann Lee said: “We lost.”",
        "The club, formed in 1904, said: “We lost.”",
        "Based in Ayton, the club said: “We lost.”",
        "Blamed in May for the fire, Ann Lee said: “We lost.”",
        "Losing ground in Ayton, Ann Lee said: “We lost.”",
        "“We lost,” said Ann Lee, elected in May.",
        "Ann Lee looked at the garden, which she called “a mess”.",
        "“We lost,” Ann Lee said when the polls closed in Ayton.",
        "It was announced that Ann Lee had lost.",
        "“We lost,” said Ann Lee, thanking the players.",
        "“We lost,” Ann Lee said, to hoots.",
        "“We lost,” Ann Lee was quoted as saying by the Ayton Post.",
    ],
)
def test_prohibitions(text: str) -> None:
    """None of these is a circumstance of saying."""
    assert phrases(text) == []


def test_words_of_contents_are_not_free() -> None:
    """The tokens around a cue leave out what is said, and a text without a cue has none."""
    text = "Ann Lee said it rained."
    parse = read(text)
    attributions = attribute(parse, find_segments(text).segments)
    cue = cue_token(parse, attributions[0])
    assert cue is not None
    free = {
        parse.words[token]
        for token in free_tokens(parse, contents_by_sentence(parse, attributions), cue)
    }
    assert free == {"Ann", "Lee", "said", "."}
