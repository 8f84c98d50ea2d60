"""Signs: labels, lead-in lines and signatures, and which segments and turns they sign."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import strategies
from parses import build
from quoteattr.attribution.explicit_sources import Sign, Signs, find_signs
from quoteattr.syntax.mentions import find_mentions
from quoteattr.syntax.quoted_tokens import align
from quoteattr.syntax.tokens import Parse
from quoteattr.text.segments import find_segments
from reading import read

LOST = "“/``/punct/lost We/PRP/nsubj/lost lost/VBD/ROOT ././punct/lost ”/''/punct/lost"
FROM = "From/IN/ROOT Mayor/NNP/compound/Lee Lee/NNP/pobj/From :/:/punct/From"


def signs(parse: Parse) -> Signs:
    """Find the signs of a parse."""
    return find_signs(parse, align(parse, find_segments(parse.text).segments), find_mentions(parse))


def words(parse: Parse, sign: Sign) -> tuple[str, str]:
    """Give the words of a sign's source, and the token that says so."""
    source = parse.text[parse.starts[sign.source.start] : parse.ends[sign.source.end - 1]]
    return source, parse.words[sign.token]


def signed(parse: Parse) -> dict[int, tuple[str, str]]:
    """Give the source and the sign of each signed segment."""
    return {number: words(parse, sign) for number, sign in signs(parse).segments.items()}


def turns(parse: Parse) -> list[tuple[str, str]]:
    """Give the source and the words of each turn without marks."""
    return [
        (words(parse, sign)[0], " ".join(parse.text[slice(*part)] for part in turn.stretches))
        for turn, sign in signs(parse).turns
    ]


def test_a_line_that_leads_in() -> None:
    """A name and a colon alone in a paragraph sign the segment that opens the next one."""
    assert signed(build(FROM, "", LOST)) == {0: ("Mayor Lee", ":")}


LEADS = {
    "two": "From/IN/ROOT Bo/NNP/pobj/From and/CC/cc/Bo from/IN/prep/From Ek/NNP/pobj/from",
    "office": (
        "By/IN/ROOT Ek/NNP/pobj/By ,/,/punct/Ek head/NN/appos/Ek of/IN/prep/head Oslo/NNP/pobj/of"
    ),
    "office in front": (
        "From/IN/ROOT head/NN/pobj/From of/IN/prep/head Oslo/NNP/pobj/of Ek/NNP/appos/Oslo"
    ),
    "to somebody": (
        "Note/NN/ROOT from/IN/prep/Note Ek/NNP/pobj/from to/IN/prep/Note Moe/NNP/pobj/to"
    ),
    "place": "Ek/NNP/ROOT ,/,/punct/Ek Oslo/NNP/appos/Ek in/IN/prep/Ek Norway/NNP/pobj/in",
    "of": "The/DT/det/words words/NNS/ROOT of/IN/prep/words Ek/NNP/pobj/of",
}


@pytest.mark.parametrize("line", LEADS.values(), ids=LEADS)
def test_the_last_name_leads_in(line: str) -> None:
    """Where the line names several, the last counts that is not placed behind another."""
    root = next(word.split("/")[0] for word in line.split() if word.endswith("/ROOT"))
    table = build(f"{line} :/:/punct/{root}", "", LOST)
    assert signed(table) == {0: ("Ek", ":")}


def test_a_day_does_not_lead_in() -> None:
    """A line with a day and no other name says when it was said, not by whom."""
    table = build("On/IN/ROOT Monday/NNP/pobj/On :/:/punct/On", "", LOST, Monday="DATE")
    assert signed(table) == {}


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param((FROM, LOST), id="one paragraph"),
        pytest.param((FROM.replace(":/:", "./."), "", LOST), id="no colon"),
        pytest.param((FROM, "", "So/RB/ROOT it/PRP/nsubj/So went/VBD/dep/So", "", LOST), id="far"),
        pytest.param((FROM, "", f"They/PRP/nsubj/said said/VBD/ROOT {LOST}"), id="not at the edge"),
        pytest.param(("From/IN/ROOT her/PRP/pobj/From :/:/punct/From", "", LOST), id="no name"),
        pytest.param(
            ("Lee/NNP/nsubj/wrote wrote/VBD/ROOT :/:/punct/wrote", "", LOST), id="a sentence"
        ),
        pytest.param(
            ("From/IN/ROOT " + "old/JJ/amod/Lee " * 12 + FROM.partition(" ")[2], "", LOST),
            id="long",
        ),
    ],
)
def test_what_does_not_lead_in(sentences: tuple[str, ...]) -> None:
    """A long line, a sentence, or one without name or colon signs nothing; nor does one far off."""
    assert signed(build(*sentences)) == {}


def test_turns_without_marks() -> None:
    """Each label signs what stands behind it up to the next."""
    parse = read("LEE: Is it safe?\n\nORR: It is.\n\nWe looked.\n\nLEE: Good.")
    assert turns(parse) == [("LEE", "Is it safe?"), ("ORR", "It is. We looked."), ("LEE", "Good.")]
    assert [words(parse, sign)[1] for _, sign in signs(parse).turns] == [":"] * 3
    assert signed(parse) == {}


def test_turns_with_marks() -> None:
    """Where marks set the words apart, the label signs the segments, and the turn is no more."""
    parse = read("LEE: “Is it safe?”\n\nORR: “It is.” He nods. “We looked.”")
    assert signed(parse) == {0: ("LEE", ":"), 1: ("ORR", ":"), 2: ("ORR", ":")}
    assert turns(parse) == []


def test_marked_words_in_a_turn() -> None:
    """A turn that holds few marked words is the speaker's own, and does not sign them."""
    parse = read("LEE: Have you seen “Boats” in the theatre by the river?\n\nORR: I have not.")
    assert [who for who, _ in turns(parse)] == ["LEE", "ORR"]
    assert signed(parse) == {}


def test_a_label_without_words_is_no_turn() -> None:
    """Nothing is said in an empty turn."""
    assert [who for who, _ in turns(read("LEE:\n\nORR: It is.\n\nLEE: Good."))] == ["ORR", "LEE"]


def test_signatures() -> None:
    """A name behind a dash signs every segment of the paragraph that it closes, no other."""
    parse = read("“Boats” won.\n\n“We lost.” And: “Nobody came.” — Ann Lee, mayor")
    assert signed(parse) == {1: ("Ann Lee", "—"), 2: ("Ann Lee", "—")}


def test_a_label_outweighs_a_lead_in() -> None:
    """In a turn with marks a line with a colon does not change who speaks."""
    lead = "From Mayor Ann Lee:\n\n“We lost.”"
    assert signed(read(f"Notes.\n\n{lead}"))[0][0].endswith("Ann Lee")
    parse = read(f"ORR: “We have a statement and will read it.”\n\n{lead}\n\nEK: “Thanks.”")
    assert [who for who, _ in signed(parse).values()] == ["ORR", "ORR", "EK"]


def test_a_signature_outweighs_a_label() -> None:
    """Words read out in a turn are those of whose name stands below them."""
    parse = read("ORR: “We lost.” — Ann Lee\n\nEK: “Nobody came to help us.”")
    assert signed(parse) == {0: ("Ann Lee", "—"), 1: ("EK", ":")}


def test_nothing_is_signed() -> None:
    """Without words, or without labels, lines and dashes, there are no signs."""
    for text in ("", "“”", "Ann Lee said: “We lost.”"):
        found = signs(read(text))
        assert (found.segments, found.turns) == ({}, ())


@given(strategies.transcripts())
@settings(max_examples=40)
def test_signs_are_sound(text: str) -> None:
    """On any transcript sources are tokens in order, and only segments that exist are signed."""
    parse = read(text)
    alignment = align(parse, find_segments(text).segments)
    found = find_signs(parse, alignment, find_mentions(parse))
    assert set(found.segments) <= set(range(len(alignment.segments)))
    assert all(turn.stretches for turn, _ in found.turns)
    for sign in [*found.segments.values(), *(sign for _, sign in found.turns)]:
        assert 0 <= sign.source.start <= sign.source.head < sign.source.end <= len(parse)
        assert 0 <= sign.token < len(parse)


def test_a_dash_speech_has_the_subject_of_its_verb_for_a_source() -> None:
    """The verb is the sign, and of what stands behind it only the subject is the source."""
    parse = read("It rained.\n\n– The pier is shut, says mayor Ann Lee to the Star.")
    ((turn, sign),) = signs(parse).turns
    assert words(parse, sign) == ("mayor Ann Lee", "says")
    assert parse.text[slice(*turn.stretches[0])] == "The pier is shut"


def test_headings_sign_nothing() -> None:
    """Labels in capitals that name nobody open no turns; names and roles do."""
    assert turns(read("TRY: Lund goes over.\n\nCONVERSION: It is wide.")) == []
    spoken = turns(read("JUDGE: It is over.\n\nMORALES: The clerk has left."))
    assert [label for label, _ in spoken] == ["JUDGE", "MORALES"]
