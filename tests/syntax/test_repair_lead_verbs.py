"""Lead verbs: verbs of saying before their subject at a sentence's start."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import extract_quotes
from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.repair_lead_verbs import restore_lead_verbs
from quoteattr.syntax.tokens import TokenRange


def speaker(text: str) -> tuple[str | None, str | None]:
    """Give the name and the title of the speaker of a text's last quotation."""
    found = extract_quotes(text)[-1].speaker
    return (found.name, found.title) if found else (None, None)


@pytest.mark.parametrize(
    "verb", ["Said", "Says", "Added", "Adds", "Asked", "Asks", "Replied", "Recalled", "Wrote"]
)
@pytest.mark.parametrize(
    ("subject", "named"),
    [
        ("Ines Falk", ("Ines Falk", None)),
        ("mayor Ines Falk", ("Ines Falk", "mayor")),
        ("chief executive Ines Falk", ("Ines Falk", "chief executive")),
        ("Dr. Falk", ("Falk", "Dr.")),
        ("Ines Falk, a nurse who was there", ("Ines Falk", "nurse")),
    ],
)
def test_a_verb_leads(verb: str, subject: str, named: tuple[str, str | None]) -> None:
    """It is part neither of the name nor of the title behind it."""
    assert speaker(f"{verb} {subject}: “We shall rebuild the pier.”") == named


@pytest.mark.parametrize(
    "text",
    [
        "Said Hadi told reporters: “We lost the pier.”",
        "Said Hadi, a pilot, came late.\n\nSaid Hadi: “We lost the pier.”",
        "Ines Falk met Said Hadi. Said Hadi: “We lost the pier.”",
        "Said Hadi: “Who pays?”\n\nInes Falk: “We do.”\n\nSaid Hadi: “We lost the pier.”",
        "“We lost the pier,” said Said Hadi.",
    ],
)
def test_a_given_name(text: str) -> None:
    """Said is a name where another verb follows, where it is one elsewhere, or takes turns."""
    assert speaker(text) == ("Said Hadi", None if "a pilot" not in text else "pilot")


@pytest.mark.parametrize(
    "text",
    [
        "Said Hadi: “We lost the pier.”",
        "Mr Hadi came late.\n\nSaid Hadi: “We lost the pier.”",
        "Mr Hadi came.\n\nSaid Hadi: “No.”\n\nInes Falk: “Oh.”\n\nSaid Hadi: “We lost the pier.”",
    ],
)
def test_a_verb_before_one_name(text: str) -> None:
    """Where nothing shows that Said is a name, or the other stands alone, too, it is the verb."""
    assert speaker(text) == ("Hadi", None)


def test_who_owns_is_not_who_speaks() -> None:
    """What belongs to somebody is the subject, and the verb no part of the title."""
    assert speaker("Said Falk's lawyer, Jonas Ek: “We lost.”") == ("Jonas Ek", "Falk's lawyer")


def test_lead_verbs_take_turns() -> None:
    """Verbs before names that come back open no turns of a transcript."""
    text = "Said Ines Falk: “It is shut.”\n\nAdded Jonas Ek: “For good.”\n\nSaid Ines Falk: “Yes.”"
    names = [quote.speaker and quote.speaker.name for quote in extract_quotes(text)]
    assert names == ["Ines Falk", "Jonas Ek", "Ines Falk"]


@pytest.mark.parametrize(
    "text",
    [
        "Asked Falk whether he would go .",
        "Added Time",
        "Asked on Monday , Falk said : “ No ”",
        "Says Falk is late : “ No ”",
        "Said the mayor : “ No ”",
    ],
)
def test_other_sentences_stay(text: str) -> None:
    """Without marks or a colon, with another finite verb or without a name nothing changes."""
    words = text.split()
    tags = [
        "MD" if word in ("would", "is", "said") else "NNP" if word.istitle() else "IN"
        for word in words
    ]
    columns = Columns(list(tags), ["dep"] * len(words), [0] * len(words))
    restore_lead_verbs(words, columns, [TokenRange(0, len(words))])
    assert columns == (tags, ["dep"] * len(words), [0] * len(words))


WORDS = ["Said", "Ahmed", "Added", "mayor", "of", "’s", ":", "“", "”", ",", "told", "."]


@given(st.lists(st.sampled_from(WORDS), max_size=9))
def test_any_words(words: list[str]) -> None:
    """Whatever stands there, heads lead up to a root."""
    tags = ["NNP" if word.istitle() else "NN" if word.isalpha() else word for word in words]
    heads = [min(token + 1, len(words) - 1) for token in range(len(words))]
    for chain in (heads, [max(token - 1, 0) for token in range(len(words))]):
        columns = Columns(list(tags), ["dep"] * len(words), list(chain))
        restore_lead_verbs(words, columns, [TokenRange(0, len(words))] if words else [])
        for token in range(len(words)):
            above = token
            for _ in words:
                above = columns[2][above]
            assert columns[2][above] == above
