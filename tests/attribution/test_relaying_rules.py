"""Relaying rules: whose words they are where one source passes them on for another."""

from __future__ import annotations

import pytest

from quoteattr.attribution.decisions import load_models
from quoteattr.attribution.decisions import read as decide
from quoteattr.attribution.relaying_rules import RELAYING_RULES, Passing
from quoteattr.text.segments import find_segments
from reading import read

RELAYED = [
    (
        "reported inside",
        "The council described the plan as “a disgrace”, sources said.",
        "council",
        "said",
    ),
    (
        "speaks before according to",
        "The council said on Friday, according to the Herald: “It is over.”",
        "council",
        "according",
    ),
    (
        "tells right before the marks",
        "Ann Lee said the council had told them: “It is over.”",
        "council",
        "said",
    ),
    (
        "says in a relative clause",
        "Ann Lee said the baker who called the tax “a theft” had moved away.",
        "who",
        "said",
    ),
    (
        "says what another did",
        "Acme broke the law by charging “outrageous” prices, a court ruled.",
        "court",
        "broke",
    ),
    (
        "owns the claim",
        "Ann Lee dismissed the baker's claim that the tax was “a theft”.",
        "baker",
        "dismissed",
    ),
    (
        "says what is recalled",
        "“It is over,” Ann Lee recalled the baker saying.",
        "baker",
        "recalled",
    ),
]


def applying(text: str, speaker: str, relay: str) -> list[str]:
    """Name the rules by which the first marked words are the speaker's, not the relayer's."""
    parse = read(text)
    reading = decide(parse, find_segments(text).segments, load_models())
    [mention] = [one for one in reading.mentions if parse.words[one.head] == speaker]
    token = list(parse.words).index(relay)
    passing = Passing(parse, reading.evidence, reading.alignment.ranges[0], token)
    return [name for name, applies in RELAYING_RULES if applies(passing, mention)]


@pytest.mark.parametrize(("rule", "text", "speaker", "relay"), RELAYED)
def test_relaying_rule(rule: str, text: str, speaker: str, relay: str) -> None:
    """Each rule knows its own way of passing words on."""
    assert applying(text, speaker, relay) == [rule]


def test_who_says_marked_words_before_according_to() -> None:
    """What the council says stays its own where “according to” stands behind the marks."""
    text = "The council said that the pier was shut and “a ruin”, according to the Herald."
    assert applying(text, "council", "according") == ["speaks before according to"]


def test_every_relaying_rule_is_met() -> None:
    """No rule is without a sentence that it knows."""
    assert [rule for rule, *_ in RELAYED] == [name for name, _ in RELAYING_RULES]


@pytest.mark.parametrize(
    ("text", "speaker", "relay"),
    [
        ("The Herald said on Friday: “It is over.” The council wept.", "council", "said"),
        ("Ann Lee said the council had told them on Monday that: “It is over.”", "Lee", "told"),
        (
            "The council said the pier was shut, and it is “a ruin”, according to Orr.",
            "council",
            "according",
        ),
        (
            "Before Lee warned the crew, the boat was “left to sink”, according to Orr.",
            "Lee",
            "according",
        ),
        ("Ann Lee complained of what she called “a theft”.", "she", "complained"),
        ("Ann Lee issued a letter that called the tax “a theft”.", "that", "issued"),
        ("Ann Lee said the baker had called the tax “a theft”.", "baker", "said"),
        ("“It is over,” Ann Lee told the baker saying grace.", "baker", "told"),
    ],
)
def test_who_relays_nothing(text: str, speaker: str, relay: str) -> None:
    """Whoever only stands in the text, and whoever reports the report, is not put first."""
    assert applying(text, speaker, relay) == []
