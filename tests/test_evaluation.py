"""Evaluation: figures counted by hand on small readings."""

from __future__ import annotations

import pytest
from hypothesis import given

from quoteattr import DocumentError, Quote, QuoteKind, Span, Speaker, SpeakerKind
from quoteattr.evaluation import evaluate, match_quotes, same_name, same_source, same_title
from quoteattr.formats import Document
from strategies import quotes, read_texts

TEXT = "“Rates will fall,” said Ms Ann Lee, the mayor. “We wait,” he said. Bob said it rained."


def span(words: str) -> Span:
    """Give the span of words in the text."""
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words), text=words)


def person(name: str, title: str | None = None) -> Speaker:
    """Give a person."""
    return Speaker(name=name, kind=SpeakerKind.PERSON, title=title)


FALL = Quote(
    kind=QuoteKind.DIRECT,
    content=(span("Rates will fall,"),),
    source=span("Ms Ann Lee"),
    speaker=person("Ann Lee", "mayor"),
)
WAIT = Quote(
    kind=QuoteKind.DIRECT, content=(span("We wait,"),), source=span("he"), speaker=person("Bob")
)
RAIN = Quote(kind=QuoteKind.INDIRECT, content=(span("it rained"),), source=span("Bob"))


def test_itself() -> None:
    """A reading judged by itself is right in everything."""
    figures = evaluate([("a", [FALL, WAIT, RAIN])], [("a", [FALL, WAIT, RAIN])])
    assert figures.documents == 1
    assert figures.detection.f1 == figures.named.f1 == 1.0
    assert figures.kind == figures.source == (3, 3)
    assert (figures.name, figures.title, figures.false_title) == ((2, 2), (1, 1), (0, 1))


def test_counted_by_hand() -> None:
    """One wrongly named, one of another kind without speaker, one missed, one invented."""
    wrong = Quote(
        kind=QuoteKind.DIRECT,
        content=(span("will fall"),),
        source=span("Bob"),
        speaker=person("Bob", "doctor"),
    )
    mixed = Quote(kind=QuoteKind.MIXED, content=WAIT.content, source=span("he"))
    extra = Quote(kind=QuoteKind.DIRECT, content=(span("said Ms Ann Lee"),))
    figures = evaluate([("a", [FALL, WAIT, RAIN])], [("a", [wrong, mixed, extra])])
    assert figures.detection.recall == pytest.approx(2 / 3)
    assert figures.detection.precision == pytest.approx(2 / 3)
    assert figures.by_kind[QuoteKind.DIRECT].recall == 1.0
    assert figures.by_kind[QuoteKind.DIRECT].precision == 0.5
    assert figures.by_kind[QuoteKind.MIXED].precision == 1.0
    assert figures.by_kind[QuoteKind.INDIRECT].f1 == 0.0
    assert (figures.kind, figures.source, figures.name) == ((1, 2), (1, 2), (0, 2))
    assert (figures.title, figures.false_title) == ((0, 1), (0, 1))
    assert figures.named.f1 == 0.0


def test_documents_by_name() -> None:
    """A document without predictions counts as empty, one without gold is left aside."""
    figures = evaluate([("a", [FALL]), ("b", [WAIT])], [("b", [WAIT]), ("c", [RAIN])])
    assert figures.documents == 2
    assert figures.detection.precision == 1.0
    assert figures.detection.recall == 0.5


def test_nothing() -> None:
    """Without documents every figure is 0, and the table can be printed."""
    figures = evaluate([], [])
    assert figures.detection.f1 == 0.0
    assert "name accuracy" in figures.table()
    assert figures.to_dict()["name_accuracy"] == 0.0


@given(read_texts(), read_texts())
def test_bounds(one: tuple[str, list[Quote]], other: tuple[str, list[Quote]]) -> None:
    """Whatever is compared, figures lie between 0 and 1, and no quotation is paired twice."""
    figures = evaluate([("a", one[1])], [("a", other[1])])
    for score in (figures.detection, figures.named, *figures.by_kind.values()):
        assert 0 <= score.f1 <= 1
        assert score.right <= score.gold
        assert score.confirmed <= score.predicted
    pairs = match_quotes(one[1], other[1])
    assert len({id(right) for right, _ in pairs}) == len(pairs) == len({id(b) for _, b in pairs})


@given(quotes())
def test_marks_weigh_nothing(quote: Quote) -> None:
    """A quotation pairs with itself whenever it holds a letter or a digit."""
    letters = any(character.isalnum() for part in quote.content for character in part.text)
    assert match_quotes([quote], [quote]) == ([(quote, quote)] if letters else [])


def test_best_pair_first() -> None:
    """Of two candidates, the one that agrees best is taken."""
    longer = Quote(kind=QuoteKind.DIRECT, content=(span("Rates will fall,” said Ms"),))
    assert match_quotes([FALL], [longer, FALL]) == [(FALL, FALL)]


def test_pairs_come_in_the_order_of_the_gold() -> None:
    """Each pairs with what has most of its letters, if that is half of either."""
    whole = Quote(kind=QuoteKind.DIRECT, content=(span(TEXT),))
    part = Quote(kind=QuoteKind.DIRECT, content=(span("will fall"),))
    found = [whole, RAIN, part, WAIT]
    assert match_quotes([FALL, WAIT, RAIN], found) == [(FALL, part), (WAIT, WAIT), (RAIN, RAIN)]


@pytest.mark.parametrize(
    ("right", "found", "same"),
    [
        ("Ann Lee", "Ann Lee", True),
        ("Ann Lee", "Ms Ann Lee", True),
        ("Ann Lee", "Lee", True),
        ("Ann Lee", "Ann", False),
        ("Ann Lee", "Bob Lee", False),
        ("Ann Lee", "", False),
        ("Mr A", "Mr A", True),
        ("Mr A", "Mr B", False),
    ],
)
def test_names_of_persons(right: str, found: str, same: bool) -> None:  # noqa: FBT001
    """A person's name may be longer or shorter with the same last word."""
    assert same_name(person(right), person(found)) is same


def test_names_of_bodies() -> None:
    """For others three fifths of the words must agree."""
    club = Speaker(name="the Springfield Chess Club", kind=SpeakerKind.ORGANIZATION)
    assert same_name(club, person("Springfield Club"))
    assert not same_name(club, person("the Springfield Council of Towns"))


def test_titles() -> None:
    """Half of the words must agree with any title that the right speaker bears."""
    ann = Speaker(
        name="Ann Lee", kind=SpeakerKind.PERSON, title="mayor of Ayton", titles=(span("mayor"),)
    )
    assert same_title(ann, "the mayor")
    assert same_title(ann, "Mayor of Ayton")
    assert not same_title(ann, "doctor")


def test_sources() -> None:
    """A mention overlaps and is no whole clause; no mention is right only for none."""
    assert same_source(span("Ann Lee"), span("Ms Ann Lee"))
    assert same_source(None, None)
    assert not same_source(None, span("he"))
    assert not same_source(span("Bob"), span("he"))
    assert not same_source(span("Ann"), span("said Ms Ann Lee, the mayor"))


def test_documents_in_any_form() -> None:
    """Documents and pairs do, and an identifier may be any JSON value."""
    one, other = {"n": 1, "m": 2}, {"m": 2, "n": 1}
    gold = [Document(id=one, quotes=[FALL]), Document(id=[3], quotes=[WAIT])]
    figures = evaluate(gold, [(other, [FALL]), ([3], [WAIT])])
    assert (figures.documents, figures.detection.f1) == (2, 1.0)


def test_a_document_twice_is_refused() -> None:
    """On either side, since nobody could say which one counts."""
    for sides in (([("a", []), ("a", [])], []), ([], [(1, []), (1, [])])):
        with pytest.raises(DocumentError, match="is there twice"):
            evaluate(*sides)
