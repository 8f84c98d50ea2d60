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


def test_a_report_inside_of_a_report() -> None:
    """A verb with a subject and a clause of its own reports what somebody else said."""
    text = "The paper wrote that the mayor had said the bridge was safe."
    content = "the mayor had said the bridge was safe"
    assert reported(text, content) == [("the bridge was safe", "said", "mayor")]
    assert reported(text, content, (text.index("said"),)) == []


@pytest.mark.parametrize("verb", ["did not say", "may say"])
def test_what_was_not_said_is_no_report(verb: str) -> None:
    """A verb that is negated or merely possible reports nothing."""
    content = f"the mayor {verb} the bridge was safe"
    assert reported(f"The paper wrote that {content}.", content) == []
