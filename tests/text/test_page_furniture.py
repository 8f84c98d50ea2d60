"""Page furniture: which lines are no part of the report."""

from __future__ import annotations

import pytest

from quoteattr import extract_quotes
from quoteattr.text.page_furniture import is_furniture
from quoteattr.text.plain_text import plain_text

FURNITURE = [
    "Advertisement",
    "Story continues below advertisement",
    "Read more: Port shuts in storm",
    "READ ALSO: ‘We lost,’ says Falk",
    "More on this story: Falk named pilot of the year",
    "By Ines Falk, Staff Reporter",
    "Photograph: Jonas Ek/Nordbild",
    "The pier at dawn on Monday. Image: Ines Falk",
    "A ship (File photo)",
    "Share on Facebook",
    "Facebook Twitter WhatsApp",
    "(Reporting by Ines Falk; Editing by Jonas Ek)",
    "Email: news@ledger.example",
    "Published: 3 May 2024, 10:14 am",
    "We use cookies to give you a better experience.",
    "Sign up for our newsletter",
    "Harbour Ledger | 14 June 2023 | 7",
    "Get the week's best harbour stories in your inbox. Subscribe to our free newsletter here.",
    "Want more from the valley? Our newsletter arrives each Friday.",
    "Never miss a match: turn on push notifications in our app",
    "Join our WhatsApp channel for news as it happens",
    "Already a subscriber? Log in",
    "Article continues after advertisement",
    "Advertisement - Scroll to continue",
    "This advertisement has not loaded yet, but your article continues below.",
    "Support independent journalism with a small gift",
    "© 2024 Ledger Group",
    "— LNA",
]
REPORT = [
    "Photographs were taken at the pier.",
    "By Monday the port was shut.",
    "Share prices fell on Monday.",
    "“Read more,” she said.",
    "Falk said: read the small print.",
    "Ines Falk",
    "The court rose",
    "— Ines Falk",
    "The picture was clear: Falk had won.",
    "She may 30 times say no.",
    "The newsletter was stopped in May.",
    "Get out, he told the crowd, and leave the app alone.",
    "The story continues.",
    "Support for the app grew.",
    "Join the queue, the minister told them.",
    "- - -",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    """Credits, links, bylines, buttons, notices, stamps."""
    assert is_furniture(line)


@pytest.mark.parametrize("line", REPORT)
def test_no_furniture(line: str) -> None:
    """Sentences that begin alike, names and headings stay."""
    assert not is_furniture(line)


@pytest.mark.parametrize("line", FURNITURE)
def test_a_speech_runs_on_past_it(line: str) -> None:
    """What stands between two paragraphs of a speech parts it no more."""
    text = f"Pilot Ines Falk said: “It was cold.\n\n{line}\n\n“We had no coats.”"
    (quote,) = extract_quotes(text)
    assert [span.text for span in quote.content] == ["It was cold.", "We had no coats."]


@pytest.mark.parametrize("kicker", ["EXCLUSIVE", "READ MORE", "HALF-TIME", "WATCH", "ANALYSIS"])
def test_a_kicker_is_no_speaker(kicker: str) -> None:
    """A word in capitals before a colon says what follows; only the sign in front goes."""
    assert plain_text(f"It rained.\n\n{kicker}: Port shuts").text.strip().startswith("It rained.")
    assert extract_quotes(f"{kicker}: Port shuts\n\n{kicker}: Fog falls") == []


def test_bullets_are_left_out() -> None:
    """The sign of a list is no part of what it lists, and each item is a paragraph."""
    text = "• “Too slow.” – Ann Lee\n• “Too dear.” – Bo Ek"
    assert [quote.speaker and quote.speaker.name for quote in extract_quotes(text)] == [
        "Ann Lee",
        "Bo Ek",
    ]
