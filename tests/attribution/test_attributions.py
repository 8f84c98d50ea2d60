"""Attributions: source, cue and content joined, and parts of one quotation made one."""

from __future__ import annotations

import itertools

import attrs
import pytest
from hypothesis import given, settings

import strategies
from parses import build
from quoteattr import extract_quotes
from quoteattr.attribution.attributions import Attribution, attribute
from quoteattr.attribution.decisions import Models
from quoteattr.records import QuoteKind
from quoteattr.scoring.linear_model import Model
from quoteattr.syntax.tokens import Parse
from quoteattr.text.segments import find_segments
from reading import read

REPORTING = {"form=said": 6.0, "form=added": 6.0, "form=asked": 6.0, "bias": -3.0}
MODELS = Models(
    cues=Model(weights=REPORTING, about={}),
    contents=Model(weights={"origin=ccomp": 6.0, "uncut": 3.0}, about={}),
    cue_sources=Model(weights={"role=nsubj": 6.0}, about={}),
    segment_sources=Model(
        weights={"role=nsubj": 3.0, "governs=direct": 3.0, "cue-sentence=behind|True|sure": 1.0},
        about={},
    ),
    speech=Model(weights={"bias": 2.0}, about={}),
    directness=Model(weights={"clause=True|True": 2.0, "bias": -1.0}, about={}),
    scopes=Model(weights={"report": 1.0}, about={}),
    reporting=Model(weights={"form=clause": 3.0}, about={}),
)


def found(text: str) -> list[tuple[Attribution, str, str | None]]:
    """Attribute a text with the package's models; give content and source in words too."""
    parse = read(text)
    return [
        (one, contents(parse, one), source(parse, one))
        for one in attribute(parse, find_segments(text).segments)
    ]


def contents(parse: Parse, one: Attribution) -> str:
    """Give the words of an attribution, stretches set apart by a bar."""
    return " | ".join(parse.text[start:end] for start, end in one.content)


def source(parse: Parse, one: Attribution) -> str | None:
    """Give the words of its source."""
    mention = one.source
    return mention and parse.text[parse.starts[mention.start] : parse.ends[mention.end - 1]]


def built(*sentences: str) -> tuple[Parse, tuple[Attribution, ...]]:
    """Attribute a text built by hand, with models that know three verbs and subjects."""
    parse = build(*sentences)
    return parse, attribute(parse, find_segments(parse.text).segments, MODELS)


LOST = "“/``/punct/said We/PRP/nsubj/lost lost/VBD/ccomp/said ,/,/punct/said ”/''/punct/said"


def test_marked_words_before_the_cue() -> None:
    """Content, cue and source of the plainest quotation, the marks left out."""
    parse, (one,) = built(f"{LOST} Ann/NNP/nsubj/said said/VBD/ROOT ././punct/said")
    assert (one.kind, contents(parse, one), source(parse, one)) == (
        QuoteKind.DIRECT, "We lost,", "Ann",
    )  # fmt: skip
    assert one.content == one.verbatim
    assert one.cue is not None
    assert parse.text[slice(*one.cue)] == "said"
    assert set(one.links) == {"speech", "whose"}


def test_reported_words_without_marks() -> None:
    """A clause that a cue reports is indirect, and nothing of it verbatim."""
    parse, (one,) = built(
        "Ann/NNP/nsubj/said said/VBD/ROOT that/IN/mark/lost they/PRP/nsubj/lost "
        "lost/VBD/ccomp/said ././punct/said"
    )
    assert (one.kind, contents(parse, one), source(parse, one)) == (
        QuoteKind.INDIRECT, "they lost", "Ann",
    )  # fmt: skip
    assert one.verbatim == ()
    assert set(one.links) == {"cue", "content", "source", "reporting"}


def test_a_clause_with_marked_words_in_it_is_mixed() -> None:
    """A fragment between marks is one with the clause around it."""
    parse, (one,) = built(
        "Ann/NNP/nsubj/said said/VBD/ROOT they/PRP/nsubj/were were/VBD/ccomp/said "
        "“/``/punct/good very/RB/advmod/good good/JJ/acomp/were ”/''/punct/good ././punct/said"
    )
    assert one.kind is QuoteKind.MIXED
    assert contents(parse, one) == "they were “very good”"
    assert [parse.text[slice(*stretch)] for stretch in one.verbatim] == ["very good"]


def test_relayed_speech_has_its_marked_words() -> None:
    """A fragment in what somebody else is said to have said is verbatim in both layers."""
    _, found = built(
        "Ann/NNP/nsubj/said said/VBD/ROOT the/DT/det/mayor mayor/NN/nsubj/added "
        "added/VBD/ccomp/said they/PRP/nsubj/were were/VBD/ccomp/added “/``/punct/good "
        "very/RB/advmod/good good/JJ/acomp/were ”/''/punct/good ././punct/said"
    )
    assert [one.kind for one in found] == [QuoteKind.MIXED, QuoteKind.MIXED]
    assert found[0].verbatim == found[1].verbatim


@pytest.mark.parametrize(
    ("who", "cue", "count"), [("he", "told/VBD", 2), ("I", "told/VBD", 1), ("you", "told/VBD", 1)]
)
def test_a_report_between_marks_is_a_layer_below(who: str, cue: str, count: int) -> None:
    """“He told us they left,” Ann said: his words stand in hers; “I told us” is hers alone."""
    _, found = built(
        f"“/``/punct/said {who}/PRP/nsubj/told {cue}/ccomp/said us/PRP/dobj/told "
        "they/PRP/nsubj/left left/VBD/ccomp/told ,/,/punct/said ”/''/punct/said "
        "Ann/NNP/nsubj/said said/VBD/ROOT ././punct/said"
    )
    assert len(found) == count


def test_a_source_ends_before_the_clause_of_its_cue() -> None:
    """In “a letter saying that …” the letter is the source."""
    models = attrs.evolve(MODELS, cue_sources=Model(weights={"role=acl^": 6.0}, about={}))
    parse = build(
        "A/DT/det/letter letter/NN/nsubj/left said/VBN/acl/letter they/PRP/nsubj/lost "
        "lost/VBD/ccomp/said left/VBD/ROOT ././punct/left"
    )
    (one,) = attribute(parse, (), models)
    assert source(parse, one) == "A letter"


def test_who_is_quoted_is_the_source() -> None:
    """Not the agency that quotes somebody as saying something, in marks or without."""
    marked = found("“It is over,” Lagoon News quoted the envoy as saying.")
    assert [one[1:] for one in marked] == [("It is over,", "the envoy")]
    reported = found("Lagoon News quoted the envoy as saying it was over.")
    assert [one[1:] for one in reported] == [("it was over", "the envoy")]


def test_excluded_reports_are_no_attributions() -> None:
    """Nobody is attributed what was not said."""
    _, found = built(
        "Ann/NNP/nsubj/said has/VBZ/aux/said not/RB/neg/said said/VBN/ROOT they/PRP/nsubj/lost "
        "lost/VBD/ccomp/said ././punct/said"
    )
    assert found == ()


def test_a_cue_in_the_midst_joins_both_parts() -> None:
    """“A,” she said, “b.” is one quotation in two stretches."""
    ((one, words, who),) = found("“We lost the vote,” she said, “because nobody came.”")
    assert words == "We lost the vote, | because nobody came."
    assert (one.kind, one.follows, who) == (QuoteKind.DIRECT, None, "she")
    assert one.verbatim == one.content


def test_a_new_sentence_follows() -> None:
    """“A,” she said. “B.” are two quotations, the second of which follows the first."""
    first, second = found("“We lost the vote,” she said. “Nobody came to help us.”")
    assert (first[1], second[1]) == ("We lost the vote,", "Nobody came to help us.")
    assert (first[0].follows, second[0].follows) == (None, 0)


def test_a_speech_that_runs_on_is_one() -> None:
    """Paragraphs that open and do not close are stretches of one quotation."""
    text = "Ann Lee said: “We lost the vote.\n\n“Nobody came to help.\n\n“We will try again.”"
    ((_, words, who),) = found(text)
    assert words == "We lost the vote. | Nobody came to help. | We will try again."
    assert who == "Ann Lee"


def test_according_to_is_one_cue() -> None:
    """The preposition belongs to the cue that it makes a cue."""
    text = "The vote was lost, according to Ann Lee."
    ((one, words, who),) = found(text)
    assert one.cue is not None
    assert text[slice(*one.cue)] == "according to"
    assert (words, who) == ("The vote was lost", "Ann Lee")


def test_turns_of_a_transcript() -> None:
    """A label gives what stands behind it to the name before the colon."""
    spoken = found("LEE: Is it safe?\n\nORR: It is.")
    assert [(words, who) for _, words, who in spoken] == [("Is it safe?", "LEE"), ("It is.", "ORR")]
    assert {one.kind for one, _, _ in spoken} == {QuoteKind.DIRECT}
    assert [dict(one.links) for one, _, _ in spoken] == [{"label": 1.0}] * 2


def test_signatures_attribute() -> None:
    """A name behind a dash is the source, and its title is no part of it."""
    ((one, words, who),) = found("“We lost the vote and we will try again.” — Ann Lee, mayor")
    assert (words, who) == ("We lost the vote and we will try again.", "Ann Lee")
    assert one.kind is QuoteKind.DIRECT


def test_nothing_said() -> None:
    """A text without words has no attributions."""
    assert found("") == []
    assert found("“”") == []


@pytest.mark.parametrize("models", [None, MODELS])
@given(text=strategies.news_texts() | strategies.transcripts())
@settings(max_examples=40)
def test_attributions_are_sound(text: str, models: Models | None) -> None:
    """On any text contents are there, stretches in order and disjoint, and follows looks back."""
    parse = read(text)
    made = attribute(parse, find_segments(text).segments, models)
    for place, one in enumerate(made):
        assert one.content
        assert (one.verbatim == ()) is (one.kind is QuoteKind.INDIRECT) or "label" in one.links
        for stretches in (one.content, one.verbatim):
            assert all(0 <= start <= end <= len(text) for start, end in stretches)
            assert all(a[1] <= b[0] for a, b in itertools.pairwise(stretches))
        assert one.follows is None or 0 <= one.follows < place
        assert all(0 <= value <= 1 for value in one.links.values())


@given(strategies.news_texts())
@settings(max_examples=40)
def test_no_two_attributions_share_a_marked_stretch_and_kind(text: str) -> None:
    """The same stretch between marks is never direct speech twice."""
    parse = read(text)
    made = attribute(parse, find_segments(text).segments)
    direct = [part for one in made if one.kind is QuoteKind.DIRECT for part in one.verbatim]
    assert len(direct) == len(set(direct))


def test_a_label_without_words() -> None:
    """Every quotation has content, also where a label of a transcript stands alone."""
    text = "ANN LEE: We wait.\n\nBOB HALE: We go.\n\nANN LEE:\n\nBOB HALE: Now."
    quotes = extract_quotes(text)
    assert len(quotes) > 1
    assert all(quote.content for quote in quotes)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said the council had told them: “It is over.”",
        "Ann Lee says the council shouted “It is over” at them.",
    ],
)
def test_whoever_tells_right_before_the_marks_is_their_source(text: str) -> None:
    """Whoever reports that passes the words on."""
    sources = [source for one, _, source in found(text) if one.kind is QuoteKind.DIRECT]
    assert sources == ["the council"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Prosecutors said Ida Ray told a clerk, “I sold the boat.”",
            "Ida Ray told a clerk, “I sold the boat.”",
        ),
        ("“It was late,” Ann Lee said. Bo Ek said the boat sank.", "the boat sank"),
    ],
)
def test_a_content_closes_the_marks_that_it_opens(text: str, content: str) -> None:
    """What is reported ends behind the mark that closes it, else before the stop."""
    assert content in [quote.text for quote in extract_quotes(text)]
