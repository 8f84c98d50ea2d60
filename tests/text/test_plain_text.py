"""Plain text: what is left out of a text, and where each plain character lies in it."""

from __future__ import annotations

import pytest
from hypothesis import given

import strategies
from quoteattr import extract_quotes
from quoteattr.text.plain_text import plain_text


@pytest.mark.parametrize(
    ("given_text", "plain"),
    [
        ("&ldquo;Go,&rdquo; said Ann.", "“Go,” said Ann."),
        ("&#8220;Go&#x2019;s&#8221;", "“Go’s”"),
        ("Pike &amp; Sons, &amp;quot;Go&amp;quot;", 'Pike & Sons, "Go"'),
        ("â€œIt isnâ€™t,â€\x9d said ZoÃ«.", "“It isn’t,” said Zoë."),
        ("\ufeffA\u200bnn\u00ad Lee", "Ann Lee"),
        ("**Ann Lee** said *no*", "Ann Lee said no"),
        ("said [Ann Lee](https://a.example/ann)", "said Ann Lee"),
        ("said <a href='/x'>Ann <b>Lee</b></a>.", "said Ann Lee."),
        ("> We are\n> told.", "We are\ntold."),
        ("“It is\nnot safe,” she said.", "“It is not safe,” she said."),
        ("Colonel Hard-\ning left.", "Colonel Harding left."),
        ("The well-\nknown well-known man", "The well-known well-known man"),
    ],
)
def test_what_is_no_word_goes(given_text: str, plain: str) -> None:
    """Codes, markup, signs of replying and wraps are read as a reader does."""
    assert plain_text(given_text).text == plain


@pytest.mark.parametrize(
    "text",
    ["Pike & Sons; AT&T", "3 < 5 and 7 > 6", "a_b_c 2*3*4", "Ann Lee.\nBo Ek.", "x <3 y", "R&B;"],
)
def test_what_is_plain_stays(text: str) -> None:
    """Signs that mean something else are left, and a plain text costs no table."""
    plain = plain_text(text)
    assert plain.text == text
    assert not plain.starts


@given(strategies.texts())
def test_every_plain_stretch_has_a_place(text: str) -> None:
    """Places follow one another in the text as given, within it, and what was kept is the same."""
    plain = plain_text(text)
    places = [plain.source_span(place, place + 1) for place in range(len(plain.text))]
    for (start, end), character in zip(places, plain.text, strict=True):
        assert 0 <= start < end <= len(text)
        if end - start == 1 and text[start].isalnum():
            assert text[start] == character
    assert places == sorted(places)


def test_a_sentence_parted_by_a_page_is_one() -> None:
    """A stretch is parted where lines with words were left out inside it."""
    text = "“We lost half\n\nLedger | 14 June 2023 | 7\n\nof it,” said Ann Lee."
    plain = plain_text(text)
    assert plain.text == "“We lost half of it,” said Ann Lee."
    spans = plain.source_spans(1, plain.text.index(",") + 1)
    assert [text[slice(*span)] for span in spans] == ["We lost half", "of it,"]


@pytest.mark.parametrize("front", ["\ufeff", "\u200b", "\u200b\ufeff\u2060"])
def test_unseen_characters_in_front_only_shift(front: str) -> None:
    """Invisible characters before a text change offsets and nothing else."""
    text = "“We have to wait,” said Ann Lee, the mayor. “Nobody knows.”"
    alone, shifted = extract_quotes(text), extract_quotes(front + text)
    assert [(quote.kind, quote.text, quote.confidence) for quote in alone] == [
        (quote.kind, quote.text, quote.confidence) for quote in shifted
    ]
    starts = [quote.content[0].start - len(front) for quote in shifted]
    assert starts == [quote.content[0].start for quote in alone]


def test_a_tag_that_quotes_is_a_mark() -> None:
    """The words between two such tags are direct, and offsets leave the tags out."""
    text = "<p><q>The pier is shut,</q> said Ana Pires.</p>"
    (quote,) = extract_quotes(text)
    assert (quote.kind.value, quote.text) == ("direct", "The pier is shut,")
    assert text[quote.content[0].start : quote.content[0].end] == quote.text


def test_offsets_are_those_of_the_text_as_given() -> None:
    """Every span slices back, and names are read without markup."""
    text = "<p>“We will <em>rebuild</em>,” said <b>Ana</b> Pires.</p>"
    (quote,) = extract_quotes(text)
    assert quote.text == "We will <em>rebuild</em>,"
    assert text[quote.content[0].start : quote.content[0].end] == quote.text
    assert quote.speaker is not None
    assert quote.speaker.name == "Ana Pires"
    assert quote.source is not None
    assert quote.source.text == "Ana</b> Pires"


@pytest.mark.parametrize("front", ["", "<p>One &amp; two.</p>\n\n"])
def test_a_part_and_its_place(front: str) -> None:
    """A part of a plain text knows its stretch of the given one, both ways."""
    plain = plain_text(f"{front}We <b>lost</b> it.")
    start = plain.text.index("We")
    part = plain.part(start, len(plain.text))
    assert (part.given, part.text) == ("We <b>lost</b> it.", "We lost it.")
    assert part.source_span(3, 7) == (6, 10)
    assert part.plain_span(6, 10) == (3, 7)
    first, last = part.plain_span(3, 6)
    assert first == last
    assert plain.part(0, len(plain.text)) is plain


@pytest.mark.parametrize("text", ["Advertisement", "Advertisement\n\nShare on Facebook", "\ufeff"])
def test_nothing_of_a_text_may_be_left(text: str) -> None:
    """Where all was left out, every stretch of the given text is empty in the plain one."""
    plain = plain_text(text)
    assert plain.text == ""
    assert plain.plain_span(0, len(text)) == (0, 0)
