"""Notes: kind and polarity, and the circumstances that a quotation has."""

from __future__ import annotations

import attrs

from quoteattr.formats.notes import circumstances, manner
from quoteattr.records import Polarity, Setting, Span, Speaker, SpeakerKind
from versions import said

QUOTE = said("It is over", "Ann Lee")


def test_that_words_are_asserted_is_not_said() -> None:
    """Only what else the speaker does with them is."""
    assert list(manner(QUOTE)) == ["direct"]
    assert list(manner(attrs.evolve(QUOTE, polarity=Polarity.DENIES))) == ["direct", "denies"]


def test_circumstances_come_in_the_order_of_the_record() -> None:
    """What the text does not tell is left out, and who passes the words on stands last."""
    assert list(circumstances(QUOTE)) == []
    spans = {
        name: Span(start=place, end=place + len(name), text=name)
        for place, name in ((0, "Monday"), (10, "reporters"))
    }
    setting = Setting(time=spans["Monday"], addressee=spans["reporters"])
    relayed = Speaker(name="Bo Ek", kind=SpeakerKind.PERSON)
    quote = attrs.evolve(QUOTE, setting=setting, relayed_by=relayed)
    assert list(circumstances(quote)) == [
        "addressee: reporters",
        "time: Monday",
        "relayed by Bo Ek",
    ]
