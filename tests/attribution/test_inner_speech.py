"""Speech inside of quotations: marks within marks, and reports inside of reports."""

from __future__ import annotations

import pytest

from quoteattr.attribution.decisions import load_models
from quoteattr.attribution.decisions import read as decide
from quoteattr.attribution.inner_speech import InnerSpeech, marked_inside, reported_inside
from quoteattr.syntax.tokens import Parse
from quoteattr.text.ranges import CharRange
from quoteattr.text.segments import find_segments
from reading import read


def in_words(parse: Parse, one: InnerSpeech) -> tuple[str, str, str]:
    """Give content, cue and source as words."""
    words = parse.text[slice(*one.content)]
    return words, parse.words[one.cue], parse.words[one.source.head]


def marked(text: str) -> list[tuple[str, str, str]]:
    """Find what stands in marks within marks."""
    parse = read(text)
    reading = decide(parse, find_segments(text).segments, load_models())
    return [in_words(parse, one) for one in marked_inside(reading)]


def reported(text: str, content: str, taken: tuple[int, ...] = ()) -> list[tuple[str, str, str]]:
    """Find what is reported inside of a stretch of the text."""
    parse = read(text)
    reading = decide(parse, find_segments(text).segments, load_models())
    start = text.index(content)
    contents = [CharRange(start, start + len(content))]
    return [in_words(parse, one) for one in reported_inside(reading, contents, taken)]


def test_marks_within_marks_have_a_source_beside_them() -> None:
    """The verb next to the inner marks tells whose words they are."""
    text = "“The guard told me, ‘Go home,’ and I went,” said Ann Lee."
    assert marked(text) == [("Go home,", "told", "guard")]


@pytest.mark.parametrize(
    "text",
    [
        "“People say, ‘No way.’ I wait,” said Ann Lee.",
        "“It is a ‘no’ from me,” said Ann Lee.",
        "“The guard told me ‘Home by the River’ was out of print,” said Ann Lee.",
    ],
)
def test_marks_within_marks_may_be_nobodys(text: str) -> None:
    """What people say, a word set off, and the title of a book, is nobody's speech."""
    assert marked(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“The coach called it ‘a gift’ twice,” said Bo Ek.", ("a gift", "called", "coach")),
        ("“The coach praised her as ‘a star’ then,” said Bo Ek.", ("a star", "praised", "coach")),
        ("“The coach said I was ‘too slow’ then,” said Bo Ek.", ("too slow", "said", "coach")),
        ("“‘Run faster,’ the coach told us, so I ran,” said Bo Ek.",
         ("Run faster,", "told", "coach")),
        ("“The coach said to us, ‘Run faster,’ so I ran,” said Bo Ek.",
         ("Run faster,", "said", "coach")),
    ],
)  # fmt: skip
def test_marks_within_marks_hang_on_their_verb(text: str, found: tuple[str, str, str]) -> None:
    """They are what it reports, or only somebody spoken to stands between, or who speaks."""
    assert marked(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "“The coach told me about ‘the accident’ later,” said Bo Ek.",
        "“The coach said the term ‘foul’ was wrong,” said Bo Ek.",
        "“The coach wrote the ‘closed’ notice in a hurry,” said Bo Ek.",
        "“The coach wrote ‘closed’ notices in a hurry,” said Bo Ek.",
        "“She was nicknamed ‘the wall’ and told everybody so,” said Bo Ek.",
    ],
)
def test_marks_within_marks_may_stand_beside_a_verb(text: str) -> None:
    """What is talked about, a word that is discussed or set off, is not what the verb reports."""
    assert marked(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody told us, ‘Stop here,’ so I drove on,” said Bo Ek.",
        "“Neither guard said, ‘Stop here,’ so I drove on,” said Bo Ek.",
        "“The guard never said, ‘Stop here,’ so I drove on,” said Bo Ek.",
    ],
)
def test_marks_within_marks_that_nobody_said(text: str) -> None:
    """Whose source is nobody, or whose verb is negated, has not been said."""
    assert marked(text) == []


def test_a_report_inside_of_a_report() -> None:
    """A verb with a subject and a clause of its own reports what somebody else said."""
    text = "The paper wrote that the mayor had said the bridge was safe."
    content = "the mayor had said the bridge was safe"
    assert reported(text, content) == [("the bridge was safe", "said", "mayor")]
    assert reported(text, content, (text.index("said"),)) == []


@pytest.mark.parametrize(
    "verb", ["the mayor did not say", "the mayor may say", "no mayor said", "neither mayor said"]
)
def test_what_was_not_said_is_no_report(verb: str) -> None:
    """A verb that is negated or merely possible, or has nobody for a subject, reports nothing."""
    content = f"{verb} the bridge was safe"
    assert reported(f"The paper wrote that {content}.", content) == []


def test_what_is_asked_is_no_report() -> None:
    """Whether somebody said it is what the speaker asks."""
    asked = "Has the mayor said that the bridge was safe?"
    assert reported(f"“{asked}” the clerk asked.", asked) == []
    told = "The mayor has said that the bridge was safe."
    assert reported(f"“{told}” It rained.", told) == [("the bridge was safe", "said", "mayor")]
