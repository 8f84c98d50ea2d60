"""Documents: what several texts share is found, whatever their order, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import DocumentError, Quote, extract_quotes, match_quotations
from quoteattr.formats.documents import Document
from strategies import quotes, retold
from versions import person, said, shared

SEEDS = Path(__file__).parents[2] / "seeds"

STATEMENT = "We will rebuild the old bridge over the river, and open it by spring"

# Another report's words for STATEMENT.
VERSIONS = [
    "we will rebuild the old bridge over the river, and open it by spring,",
    "We will rebuild the old bridge [in Rotham] over the river, and open it by spring",
    "[The council] will rebuild the old bridge over the river, and open it by spring.",
    "We will rebuild the old bridge … and open it by spring",
    "We will rebuild the old bridge ... open it by spring",
    "We will rebuild the old bridge over the river — and open it by spring",
    "We will rebuild the old bridge over the river,|and open it by spring",
    "We will rebuild the “old bridge” over the river, and open it by spring",
    "We will repair the old bridge over the river, and open it by spring",
    "We'll rebuild the old bridge over the river and open it by spring",
    "will rebuild the old bridge over the river",
    "the old bridge over the river, and open it by spring",
]

# Other words, though much is alike.
OTHERS = [
    "We will never rebuild the old bridge over the river, nor open it by spring",
    "We will rebuild the old school behind the church, and close it by winter",
    "We will not open it by spring",
    "The river rose over the old bridge, and by spring we will open it",
    "We will",
]


def matches_of(*versions: Quote) -> int:
    """Count the matches of quotations that stand in one document each."""
    return len(match_quotations(enumerate([one] for one in versions)).quotations)


@pytest.mark.parametrize("version", VERSIONS)
def test_versions_match(version: str) -> None:
    """The same words in another style, cut, or with small alterations are the same."""
    for name in ("Ann Lee", "Bo Ek", None):
        assert matches_of(said(STATEMENT, "Ann Lee"), said(version, name)) == 1


@pytest.mark.parametrize("other", OTHERS)
def test_others_do_not(other: str) -> None:
    """A negation, another frame, another order or a phrase that says nothing are not."""
    assert matches_of(said(STATEMENT, "Ann Lee"), said(other, "Ann Lee")) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The colour of labour organisations was grey",
            "the color of labor organizations was gray",
        ),
        (
            "They travelled to the city centre in defence",
            "they traveled to the city center in defense",
        ),
        ("Five per cent of the apples were rotten", "5 percent of the apples were rotten"),
        ("The U.S. economy is heading for trouble", "the US economy is heading for trouble"),
        ("It’s the baker’s own café in the square", "Its the baker's own cafe in the square"),
        ("I’m told that the mill was sold", "I am told that the mill was sold"),
        ("He sent the signed papers to us by e-mail", "he sent the signed papers to us by email"),
        ("some 12,500 tons of barley were burnt", "some 12500 tons of barley were burned"),
    ],
)
def test_spelling(one: str, other: str) -> None:
    """British and American spelling, apostrophes, accents and numerals are one."""
    assert matches_of(said(one), said(other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The flood destroyed 40 homes in the valley",
            "The flood destroyed 60 homes in the valley",
        ),
        ("They met with US troops at the border", "They met with UK troops at the border"),
        ("The mill was sold in March to a neighbour", "The mill was sold in May to a neighbour"),
        ("I told Harris that the money was gone", "I told Webber that the money was gone"),
        ("We are ready to sell the mill now", "We are not ready to sell the mill now"),
    ],
)
def test_contradictions(one: str, other: str) -> None:
    """Another numeral, another name, or a negation makes other words of short ones."""
    assert matches_of(said(one, "Ann Lee"), said(other, "Ann Lee")) == 0


def test_fragments_need_the_speaker() -> None:
    """A few words match with those of the same speaker, and with nobody else's."""
    whole = said("This election was rigged from the start, my friends", "Ann Lee")
    assert matches_of(whole, said("rigged", "Ann Lee")) == 1
    assert matches_of(whole, said("rigged", "Lee")) == 1
    for other in ("Bo Lee", "Bo Ek", None):
        assert matches_of(whole, said("rigged", other)) == 0
    assert matches_of(said("so very rigged", "Ann Lee"), said("so very rigged", "Ann Lee")) == 1


@pytest.mark.parametrize("name", ["Tom Hill", None])
@pytest.mark.parametrize("words", ["Never", "Yes, we have to", "Thank you"])
def test_the_same_few_words_are_no_match(words: str, name: str | None) -> None:
    """What tells nothing is no match though two texts have it letter for letter."""
    assert matches_of(said(words, name), said(words, name)) == 0


@pytest.mark.parametrize(("name", "number"), [("Tom Hill", 1), (None, 0)])
def test_equal_wordings_need_what_others_need(name: str | None, number: int) -> None:
    """Where nobody is named more words must tell, also of equal quotations."""
    words = "We have to wait for rain"
    assert matches_of(said(words, name), said(words, name)) == number


def test_few_words_support_no_person() -> None:
    """Words that match because one name said them do not show that the name is one person’s."""
    for words, number in (("so very rigged", 0), ("The whole thing was rigged from the start", 1)):
        quotes_ = [said(words, person("Tom Hill", title)) for title in ("nurse", "farmer")]
        matches = match_quotations(enumerate([one] for one in quotes_))
        assert (len(matches.quotations), len(matches.persons)) == (1, number)


def test_a_fragment_of_two_quotations_joins_neither() -> None:
    """What may be cut from either of two statements is left alone, and does not tie them."""
    one = said("This election was rigged from the start, my friends", "Ann Lee")
    other = said("Nobody but a fool would say that the lottery was rigged", "Ann Lee")
    assert matches_of(one, other, said("rigged", "Ann Lee")) == 0


def test_indirect_speech_is_not_matched() -> None:
    """Words without marks are the reporter's."""
    assert matches_of(said(STATEMENT), said(STATEMENT, kind="indirect")) == 0


def test_one_document_is_no_match() -> None:
    """The same words twice in one text are in one text."""
    assert match_quotations([("a", [said(STATEMENT), said(STATEMENT)])]).quotations == ()


def test_record() -> None:
    """Occurrences stand in order with the shared words; the fullest version gives the text."""
    part = "… will rebuild the old bridge over the river"
    documents = [("b", [said(part, "Bo Ek")]), ("a", [said(STATEMENT, "Ann Lee")])]
    [match] = match_quotations(documents).quotations
    words = "will rebuild the old bridge over the river"
    assert shared(match) == [("a", [words]), ("b", [words])]
    assert match.text == STATEMENT
    assert [speaker and speaker.name for speaker in match.speakers] == ["Ann Lee", "Bo Ek"]
    assert not match.agree


def test_agreement() -> None:
    """A surname and a text that names nobody do not disagree with the full name."""
    documents = enumerate([said(STATEMENT, name)] for name in ("Ann Lee", "Lee", None))
    [match] = match_quotations(documents).quotations
    assert match.agree


def test_seeds() -> None:
    """The two reports share three quotations and two people; gold by hand."""
    if not SEEDS.exists():
        pytest.skip("the source distribution leaves the seeds out")
    paths = sorted(SEEDS.glob("0*.txt"))
    texts = [path.read_bytes().decode("utf-8") for path in paths]
    cnn, insider = range(2)
    matches = match_quotations((k, extract_quotes(text)) for k, text in enumerate(texts))
    assert [(match.text[:20], shared(match), match.agree) for match in matches.quotations] == [
        (
            "We regard such a wit",
            [
                (cnn, [WITHDRAWAL.format("(and)")]),
                (insider, ["sad and unfortunate"]),
                (insider, [WITHDRAWAL.format("[and]")]),
            ],
            True,
        ),
        (
            "What's the point of ",
            [
                (cnn, ["when sanctions prevent practical cooperation"]),
                (insider, ["when sanctions prevent practical cooperation"]),
            ],
            True,
        ),
        (
            "instructions from th",
            [
                (cnn, ["instructions from the superior authority"]),
                (insider, ["instructions from the superior authority"]),
            ],
            True,
        ),
    ]
    assert [
        (match.name, [(use.title, use.documents) for use in match.titles])
        for match in matches.persons
    ] == [
        (
            "Chad O’Carroll",
            [
                ("analyst and chief executive of the Korea Risk Group", (cnn,)),
                ("founder of NK News and chief executive of the Korea Risk Group", (insider,)),
            ],
        ),
        (
            "Chun Hae-sung",
            [
                ("Vice Minister of Unification", (cnn,)),
                ("South Korea's vice minister of unification", (insider,)),
            ],
        ),
    ]


WITHDRAWAL = (
    "We regard such a withdrawal as very sad and unfortunate {} we hope that the North will return "
    "shortly and hope that the liaison contact office will operate normally as soon as possible"
)


# Bad input.


def test_empty_stream() -> None:
    """Nothing in, nothing out."""
    matches = match_quotations([])
    assert (matches.quotations, matches.persons) == ((), ())


@pytest.mark.parametrize(
    ("documents", "error", "message"),
    [
        ([("a", []), ("a", [])], DocumentError, "document 'a' is there twice"),
        ([(["a"], [])], DocumentError, "cannot be hashed"),
        (["ab"], TypeError, "a pair of id and quotations"),
        ([("a", [], [])], TypeError, "a pair of id and quotations"),
        ([("a", [{"kind": "direct"}])], TypeError, "document 'a' must hold quotations .*dict"),
    ],
)
def test_bad_input(documents: list[object], error: type[Exception], message: str) -> None:
    """What is no document is told by its id."""
    with pytest.raises(error, match=message):
        match_quotations(documents)  # type: ignore[arg-type]


def test_records_of_documents() -> None:
    """A document may come as a record, as it does where it is written."""
    one = said(STATEMENT)
    documents = [Document(id="a", quotes=[one]), ("b", [one])]
    [match] = match_quotations(documents).quotations
    assert [occurrence.document for occurrence in match.occurrences] == ["a", "b"]


def test_ids_of_any_type() -> None:
    """An id may be anything that can be hashed."""
    ids = [(1, "a"), "a", None, 2, 10, frozenset({1})]
    [match] = match_quotations((one, [said(STATEMENT)]) for one in ids).quotations
    assert {occurrence.document for occurrence in match.occurrences} == set(ids)


# Properties.


@given(retold(), st.randoms(use_true_random=False))
def test_order_changes_nothing(documents: list[tuple[int, list[Quote]]], rng: object) -> None:
    """The documents may come in any order, and as an iterator."""
    mixed = list(documents)
    rng.shuffle(mixed)  # type: ignore[attr-defined]
    assert match_quotations(iter(mixed)) == match_quotations(documents)


@given(retold())
def test_shared_words_stand_in_the_quotation(documents: list[tuple[int, list[Quote]]]) -> None:
    """Shared spans lie within stretches between marks, and slice out of them; nothing is lost."""
    for match in match_quotations(documents).quotations:
        assert len({one.document for one in match.occurrences}) > 1
        assert len(match.speakers) == len(match.occurrences)
        for one in match.occurrences:
            assert one.shared
            for span in one.shared:
                assert any(
                    part.start <= span.start < span.end <= part.end
                    and part.text[span.start - part.start : span.end - part.start] == span.text
                    for part in one.quote.verbatim
                )


@given(retold())
def test_each_quotation_is_in_one_match(documents: list[tuple[int, list[Quote]]]) -> None:
    """No occurrence stands in two matches."""
    matches = match_quotations(documents).quotations
    found = [(one.document, one.quote) for match in matches for one in match.occurrences]
    given_ = [(document, quote) for document, some in documents for quote in some]
    assert all(found.count(one) <= given_.count(one) for one in found)


@given(st.lists(st.lists(quotes(), max_size=3), max_size=3))
def test_any_records(some: list[list[Quote]]) -> None:
    """Records whose parts do not fit together raise nothing, and a copy of all is found."""
    match_quotations(enumerate(some))


@given(retold())
def test_words_that_are_there_twice_match(documents: list[tuple[int, list[Quote]]]) -> None:
    """A document and its copy share every quotation of eight words or more."""
    quotes_ = [quote for _, some in documents for quote in some]
    matches = match_quotations([("a", quotes_), ("b", quotes_)]).quotations
    found = {one.quote for match in matches for one in match.occurrences}
    long = {quote for quote in quotes_ if quote.speaker and len(quote.text.split()) > 8}
    assert long <= found


def test_a_title_alone_joins_nobody() -> None:
    """Two people of one name and other titles stay apart."""
    ann = said(STATEMENT, person("Ann Lee", "mayor of Rotham"))
    other = said("I have never heard of any bridge", person("Ann Lee", "judge in Selby"))
    assert match_quotations([(1, [ann]), (2, [other])]).persons == ()
