"""Page furniture: which lines are no part of the report."""

from __future__ import annotations

import pytest

from quoteattr import extract_quotes
from quoteattr.text.page_furniture import find_page_furniture, is_furniture
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
    "(c) 2024 Ledger Group",
    "The pier at dawn. (c) Ines Falk/Nordbild",
    "The pier at dawn (c) 2024 Ines Falk",
    "A ship leaves Ayton (Ines Falk via NBD)",
    "A ship leaves Ayton (NBD Photo/Ines Falk).",
    "Reporting by Ines Falk and Jonas Ek in Ayton; Editing by Bo Orr.",
    "Additional reporting by the Ayton bureau.",
    "(Reporting by Ines Falk, who was there.)",
    "The views expressed in this article are those of the author.",
    "The views expressed by our columnists are their own.",
    "Contact:",
    "Start your free trial today.",
    "Get email alerts",
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
# Each begins with words that a line of furniture begins with, too.
NEWS = [
    "Advertisement is a waste, Falk said.",
    "Share this story with the court, Falk told him.",
    "Comments like that hurt, said Falk.",
    "Loading the ship took a day, said Falk.",
    "Listen, Falk said.",
    "Listen: we lost it, Falk said.",
    "Skip to the end, Falk told the actors.",
    "Print it, said Falk.",
    "Search the ship again, Falk ordered.",
    "More: Falk said the port was shut.",
    "More: Is it safe?",
    "More on the storm: Falk said it was over.",
    "Read: Falk said she would not sign.",
    "Read more: Falk said the port was shut.",
    "Watch this: we will win, Falk told them.",
    "See now: it was the wind, Falk said.",
    "Just in: Falk says the port is shut.",
    "Related: the mayor said fares would rise.",
    "Tags: they itch, says Falk!",
    "From the archives: Falk warned of a flood in 1990.",
    "Further reading: none, Falk replied.",
    "Don't miss: it counts, Falk told the keeper.",
    "Learn more: that was all Falk asked.",
    "Photograph: Falk said it was hers.",
    "Falk said she had kept a picture of Jonas Ek.",
    "Falk says the firm owns the copyright.",
    "Copyright law is a mess, Falk said.",
    "Falk said it was late (in a note sent via Ek).",
    "She had found a video from Ayton.",
    "Pictures of the pier, Falk said, were forged.",
    "Photo by photo, Falk told the court, the case fell apart.",
    "By Monday, Falk said, it was over.",
    "By Falk, “it was over.”",
    "From: nobody, Falk replied.",
    "Words: we have enough of them, said Falk.",
    "Reporting by Ines Falk showed that the mine was unsafe.",
    "Reporting from Ayton, Falk said it was late.",
    "Reporting from the front is hard.",
    "Editing by hand takes years, says Falk.",
    "Facebook said on Monday that 3 million people had left.",
    "Twitter said: We closed 3 accounts.",
    "Instagram closed 40 pages that were ‘no longer safe’.",
    "WhatsApp told users on 3 May that it was safe",
    "Call 3 was a mistake, Falk said.",
    "Call @falk what you like, said Ek.",
    "Phone 2 is the better one, says Falk.",
    "Mobile 4G will reach Ayton, the minister promised.",
    "Contact with the ship was lost at 10:14, the coastguard said.",
    "Address 400 people and you will know, said Falk.",
    "Email 30 people, she told him.",
    "Web sales rose 30 per cent, the firm reported.",
    "Follow 3 rules, Falk advised.",
    "Website owners will pay 3 crowns, the minister announced.",
    "Telephone lines to 300 homes were down, said Falk.",
    "Fax 20 of them, Falk told him.",
    "falk@ledger.example was hacked, the paper said.",
    "@falk told us it was late",
    "555 123 4567 was my number, said Falk.",
    "Mobile sales fell in 2016-2019",
    "We use cookies in our kitchen, Falk said.",
    "By signing the treaty the two agree to end the war.",
    "By signing you agree to pay, Falk told them.",
    "Sign up for the army, his father told him.",
    "Subscribe to that and you will lose, Falk warned.",
    "Click here, Falk told the pupils.",
    "Join us on Monday, Falk asked them.",
    "All rights reserved for the rich, said Falk.",
    "To read this book you need a week.",
    "To read the full report took a week, said Falk.",
    "Support independent journalism, Falk urged.",
    "This story was first published in 1990, Falk said.",
    "Have a story ready, Falk told him.",
    "Do you have a story to tell? asked Falk.",
    "The views expressed in the note were mine, Falk admitted.",
    "Your email made me cry, Falk wrote.",
    "Your email made me cry.",
    "Your browser is to blame, said Falk.",
    "Thank you for reading my book, said Falk.",
    "Thank you for reading it to me.",
    "Get a newsletter out, Falk told them.",
    "Not a subscription was sold, said Falk.",
    "Not a single newsletter was sent.",
    "Already subscriptions have halved.",
    "Start with the newsletter, Falk suggested.",
    "Stay off our app, the minister warned.",
    "Support for the Facebook group has grown, said Falk.",
    "Watch our channel, Falk asked them.",
    "Updated rules on May 3 will help, said Falk.",
    "March 3 was cold, Falk said.",
    "Thank you for reading, Falk sighed.",
    "Your browser is to blame, grumbled the clerk.",
    "Sign up for the army, the clerk grins.",
    "Click here? wondered Falk.",
    "Watch our channel, Falk implored them.",
    "Ines Falk, whose 403(c) plan pays for the pier, has vowed to go on.",
    "The board will (a) mend the pier, (b) buy a boat and (c) plant 40 trees.",
    "Is it (a) the pier? (b) the boat? (c) the wind?",
    "(c) a ban on boats in the bay",
    "Support for membership of the league is now so strong that Falk vowed to apply.",
    "Support for US membership fell.",
    "Support for membership is at its lowest since the storm",
    "Watch sales fell today as the firm lost subscriptions.",
    "Start-up after start-up relies on subscriptions",
    "Falk vowed that she would keep just one thing: a picture of Jonas Ek.",
    "Falk vowed to mend the road to the pier (via Ayton).",
    "The boat leaves for Ayton at noon (see picture).",
    "Reporting by the Ledger led to an inquiry, which cleared Falk.",
    "Reporting by the Ledger prompted an inquiry.",
    "Editing by hand takes years.",
    "The views expressed by Ines Falk do not bind the board.",
    "By Monday, the pilot, Ines Falk, had thought again and answered:",
    "Twitter’s answer in full:",
    "Twitter row: Striker dropped from squad",
    "Phone ban: Schools to act next year",
    "Contact lost: Submarine missing since Friday",
]


@pytest.mark.parametrize("line", NEWS)
def test_news_that_begins_like_furniture(line: str) -> None:
    """A sentence of news stays, whatever words it begins with."""
    assert not is_furniture(line)


@pytest.mark.parametrize("line", FURNITURE)
@pytest.mark.parametrize(
    "told", ["{}, Ines Falk said.", "{}, Falk told them.", "{}? asked Falk.", "{}: “We lost.”"]
)
def test_what_is_told_stays(line: str, told: str) -> None:
    """Whatever stands before a reporting clause or before marks is no furniture."""
    assert not is_furniture(told.format(line.rstrip(".")))


@pytest.mark.parametrize(
    "line",
    [
        "Twitter: @falk",
        "Call 01234 567890.",
        "Contact Ines Falk on 01234 567890 or falk@ledger.example.",
        "Phone: +47 22 33 44 55",
        "Follow Ines Falk on Twitter @falk",
        "Website: www.ledger.example/news",
        "news@ledger.example",
        "Address: 3 Pier Street, Ayton",
        "Facebook: Harbour Ledger",
        "Contact us: 01234 567",
    ],
)
def test_contact(line: str) -> None:
    """An address or a number ends the line, or a colon stands behind the word for it."""
    assert is_furniture(line)


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ann Lee", True),
        ("BY ANN LEE", True),
        ("By: Ann Lee", True),
        ("Words:Ann Lee", True),
        ("BYRON BAY", False),
        ("BYRD", False),
        ("BYRON SMITH, mayor of Ayton", False),
    ],
)
def test_a_byline_has_a_word_of_its_own(line: str, *, byline: bool) -> None:
    """A space or a colon parts it from the name; a name may begin with the same letters."""
    assert is_furniture(line) is byline


@pytest.mark.parametrize(
    "line",
    [
        "The pilots’ newsletter. Photograph: Jonas Ek",
        "Sign up for the pilots’ newsletter",
        "It's on. Photo: Bo Ek",
    ],
)
def test_apostrophes_are_no_marks(line: str) -> None:
    """A possessive behind a plural closes nothing."""
    assert is_furniture(line)


@pytest.mark.parametrize("label", ["JOHN KEY", "LEONTYNE PRICE", "PRICE", "MORE"])
def test_surnames_that_are_kickers(label: str) -> None:
    """A word that could head a line is a name behind another, or where it takes turns."""
    text = f"{label}: We will win.\nANN LEE: Will you?\n{label}: Yes, we will"
    assert plain_text(text).text == text
    assert [quote.source and quote.source.text for quote in extract_quotes(text)] == [
        label,
        "ANN LEE",
        label,
    ]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("LEE: Will you win?\n\nPRICE: I will.", ["LEE", "PRICE"]),
        ("KEY: Will you win?\n\nLEE: I will.", ["KEY", "LEE"]),
        ("LEE: Will you win?\n\nWATCH: Port shuts\n\nORR: I will.", ["LEE", "ORR"]),
        ("KEY: Will you win?\n\nPRICE: I will.", []),
    ],
)
def test_a_kicker_asks_or_answers(text: str, sources: list[str]) -> None:
    """A word that could head a line is a name where its question is answered, or it answers one."""
    found = [quote.source and quote.source.text for quote in extract_quotes(text)]
    assert found == sources


def test_a_body_is_no_kicker() -> None:
    """WHO is a body more often than a question, and heads no line alone."""
    text = "WHO: storm is over\n\nIt rained."
    assert plain_text(text).text == text


@pytest.mark.parametrize(
    "labels",
    [("ALERT", "WATCH", "ALERT"), ("READ MORE", "LEE", "READ MORE"), ("WATCH", "LEE", "WATCH")],
)
def test_kickers_take_no_turns(labels: tuple[str, str, str]) -> None:
    """Kickers among themselves, and those of several words, head their lines though they recur."""
    lines = plain_text("\n".join(f"{label}: Port shuts" for label in labels)).text
    assert labels[0] not in lines


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


@pytest.mark.parametrize(
    ("line", "opener", "heads"),
    [
        ("No key", "“", True),
        ("No key.", "“", False),
        ("No key", "", False),
        ("An “ill” wind", "“", False),
    ],
)
def test_a_heading_parts_a_speech(line: str, opener: str, *, heads: bool) -> None:
    """A few words without a stop, between a speech that is open still and its next opener."""
    text = f"“It burned.\n\n{line}\n\n{opener}We ran.”"
    assert bool(find_page_furniture(text)) is heads


@pytest.mark.parametrize("kicker", ["EXCLUSIVE", "READ MORE", "HALF-TIME", "WATCH", "ANALYSIS"])
def test_a_kicker_is_no_speaker(kicker: str) -> None:
    """A word in capitals before a colon says what follows; only the sign in front goes."""
    assert plain_text(f"It rained.\n\n{kicker}: Port shuts").text.strip().startswith("It rained.")
    assert extract_quotes(f"{kicker}: Port shuts\n\n{kicker}: Fog falls") == []


def test_a_dash_lists_beside_another() -> None:
    """The next line with words begins with a dash, too, however many empty ones lie between."""
    assert plain_text("- Two eggs\n\n\n- Salt").text.split() == ["Two", "eggs", "Salt"]
    assert plain_text("Bread\n- Two eggs\nSalt").text == "Bread\n- Two eggs\nSalt"


def test_bullets_are_left_out() -> None:
    """The sign of a list is no part of what it lists, and each item is a paragraph."""
    text = "• “Too slow.” – Ann Lee\n• “Too dear.” – Bo Ek"
    assert [quote.speaker and quote.speaker.name for quote in extract_quotes(text)] == [
        "Ann Lee",
        "Bo Ek",
    ]


def test_a_number_lists_beside_the_next() -> None:
    """A number and a full stop are part of the text unless marks or another such number follow."""
    text = "1. “Too slow.” – Ann Lee\n2. “Too dear.” – Bo Ek"
    names = [quote.speaker and quote.speaker.name for quote in extract_quotes(text)]
    assert names == ["Ann Lee", "Bo Ek"]
    assert plain_text("1. Two eggs\n\n2. Salt").text.split() == ["Two", "eggs", "Salt"]
    assert plain_text("1. Union won.\n5. Union lost.").text == "1. Union won.\n5. Union lost."
    assert plain_text("It rained on May\n12. Boats sank.").text.endswith("12. Boats sank.")


@pytest.mark.parametrize("run", ["1", "12 ", "a.m.", "Sunday"])
def test_a_stamp_is_read_at_once(run: str) -> None:
    """Time grows with the length of a run of digits or days, not with the ways to part it."""
    assert not is_furniture(f"1{run * 11}{'1' * 60}x")
    assert is_furniture(f"1 {run}, 10:14am, 21st May 2024, 5 a.m. GMT")


@pytest.mark.parametrize(
    "clock",
    ["7.15pm:", "7pm:", "18:20", "[18:20]", "**18:20:05**", "6.20pm BST –", "10:05 a.m. ET |"],
)
@pytest.mark.parametrize("entry", ["Ann Lee arrives.", "“Too slow,” says Ann Lee."])
def test_a_time_heads_an_entry(clock: str, entry: str) -> None:
    """The time in front of an entry of a live page is no part of it."""
    assert plain_text(f"{clock} {entry}").text.strip() == entry


@pytest.mark.parametrize("line", ["12:30 trains were late.", "7pm Mass is full.", "3.45 Million."])
def test_a_time_may_be_part_of_a_sentence(line: str) -> None:
    """Before small letters, and an hour or a number alone, it heads nothing."""
    assert plain_text(line).text == line
