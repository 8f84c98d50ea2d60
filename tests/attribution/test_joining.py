"""Drafts: which segments and reports are one quotation, and which reports are none."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import attrs
import pytest
from hypothesis import given, settings

import strategies
from parses import build
from quoteattr import extract_quotes
from quoteattr.attribution.content_candidates import Content
from quoteattr.attribution.cue_reports import Report
from quoteattr.attribution.cues import Cue
from quoteattr.attribution.decisions import Models, Reading, load_models, read
from quoteattr.attribution.document_evidence import gather_evidence
from quoteattr.attribution.explicit_sources import Sign, Signs
from quoteattr.attribution.joining import _LEAST, Draft, draft_quotations, splits
from quoteattr.attribution.quoted_segments import Marked
from quoteattr.scoring.linear_model import Model
from quoteattr.syntax.mentions import Mention, find_mentions
from quoteattr.syntax.quoted_tokens import align
from quoteattr.syntax.tokens import Parse, TokenRange
from quoteattr.text.segments import find_segments
from quoteattr.text.turns import Turn
from reading import read as parse_text

WIDE = {"report": 1.0}
NOTHING = Model(weights={}, about={})
LOST = "“/``/punct/said We/PRP/nsubj/lost lost/VBD/ccomp/said ,/,/punct/said ”/''/punct/said"
BOTH = (
    "Ann/NNP/nsubj/said said/VBD/ROOT it/PRP/nsubj/was was/VBD/ccomp/said “/``/punct/bad "
    "bad/JJ/acomp/was ”/''/punct/bad and/CC/cc/bad “/``/punct/wrong wrong/JJ/conj/bad "
    "”/''/punct/wrong ././punct/said"
)
CLAUSE = "Ann/NNP/nsubj/{0} {0}/VBD/ROOT they/PRP/nsubj/lost lost/VBD/ccomp/{0} ././punct/{0}"
PHRASE = "Ann/NNP/nsubj/{0} {0}/VBD/ROOT a/DT/det/loss loss/NN/dobj/{0} ././punct/{0}"


def place(parse: Parse, word: str) -> int:
    """Give the first token with this word."""
    return list(parse.words).index(word)


def mention(parse: Parse, word: str | None) -> Mention | None:
    """Give the mention of one word."""
    return (word and Mention(start=(at := place(parse, word)), end=at + 1, head=at)) or None


def marked(parse: Parse, number: int, cue: str, source: str | None, *, direct: bool) -> Marked:
    """Make a segment that is somebody's words; cue "" is none."""
    return Marked(
        number=number,
        source=mention(parse, source),
        cue=place(parse, cue) if cue else -1,
        direct=direct,
        speech=1.0,
        share=1.0,
    )


def report(
    parse: Parse, cue: str, source: str | None, first: str, last: str, *, probability: float = 0.9
) -> Report:
    """Let a cue report the words from one to another."""
    start = place(parse, first)
    return Report(
        cue=Cue(token=place(parse, cue), probability=probability),
        content=Content(
            ranges=(TokenRange(start, place(parse, last) + 1),), origin="ccomp", root=start
        ),
        content_share=1.0,
        source=mention(parse, source),
        source_share=1.0,
    )


def reading(
    parse: Parse,
    segments: Sequence[Marked] = (),
    reports: Sequence[Report] = (),
    *,
    reporting: float = 0.99,
    scopes: Mapping[str, float] = MappingProxyType({}),
) -> Reading:
    """Make a reading in which every report is a quotation with the same probability."""
    mentions = find_mentions(parse)
    bias = Model(weights={"bias": math.log(reporting / (1 - reporting))}, about={})
    models = {field.name: NOTHING for field in attrs.fields(Models)}
    return Reading(
        parse=parse,
        alignment=align(parse, find_segments(parse.text).segments),
        mentions=mentions,
        evidence=gather_evidence(parse, mentions, (), {}, {}),
        reports=reports,
        signs=Signs(segments={}, turns=()),
        marked=segments,
        models=Models(
            **{**models, "reporting": bias, "scopes": Model(weights=dict(scopes), about={})}
        ),
    )


def numbers(drafts: Sequence[Draft]) -> list[list[int]]:
    """Give the numbers of the segments of each draft."""
    return [[one.number for one in draft.marked] for draft in drafts]


@pytest.mark.parametrize(
    ("stop", "joined", "follows"),
    [(",", [[0, 1]], [None]), ("–", [[0, 1]], [None]), (".", [[0], [1]], [None, 0])],
)
def test_a_cue_between_two_halves(
    stop: str, joined: list[list[int]], follows: list[int | None]
) -> None:
    """“A,” she said, “b.” is one draft; behind a full stop the second follows the first."""
    came = "“/``/punct/said nobody/NN/nsubj/came came/VBD/ccomp/said ././punct/said ”/''/punct/said"
    parse = build(f"{LOST} Ann/NNP/nsubj/said said/VBD/ROOT {stop}/,/punct/said {came}")
    halves = [marked(parse, number, "said", "Ann", direct=True) for number in (0, 1)]
    made = reading(parse, halves)
    drafts = draft_quotations(made)
    assert numbers(drafts) == joined
    assert [draft.follows for draft in drafts] == follows
    assert splits(made, *halves) is (len(joined) == 1)


@pytest.mark.parametrize(("verb", "joined"), [("shrugging", [[0, 1]]), ("adding", [[0], [1]])])
def test_what_was_done_meanwhile_splits_nothing(verb: str, joined: list[list[int]]) -> None:
    """“A,” she said, shrugging, “b”: one quotation; but two where she said it, adding “b”."""
    parse = build(
        "“/``/punct/said Go/VB/ccomp/said ,/,/punct/said ”/''/punct/said she/PRP/nsubj/said "
        f"said/VBD/ROOT ,/,/punct/said {verb}/VBG/advcl/said ,/,/punct/{verb} "
        f"“/``/punct/{verb} now/RB/dep/{verb} ”/''/punct/{verb}"
    )
    halves = [
        marked(parse, 0, "said", "she", direct=True),
        marked(parse, 1, verb, "she", direct=True),
    ]
    assert numbers(draft_quotations(reading(parse, halves))) == joined


def test_a_cue_does_not_split_over_a_sentences_end() -> None:
    """“We lost,” Ann said. Bo, “mad”, came: a comma before the second is not enough."""
    mad = "Bo/NNP/nsubj/came ,/,/punct/Bo “/``/punct/mad mad/JJ/amod/Bo ”/''/punct/mad"
    parse = build(
        f"{LOST} Ann/NNP/nsubj/said said/VBD/ROOT ././punct/said",
        f"{mad} came/VBD/ROOT ././punct/came",
    )
    halves = [marked(parse, number, "said", "Ann", direct=True) for number in (0, 1)]
    assert not splits(reading(parse, halves), *halves)


@pytest.mark.parametrize(
    ("direct", "second", "joined"),
    [
        (False, "said", [[0, 1]]),
        (True, "said", [[0], [1]]),
        (False, "", [[0], [1]]),
    ],
)
def test_fragments_in_one_sentence(*, direct: bool, second: str, joined: list[list[int]]) -> None:
    """Fragments under one cue are one draft; whole clauses, or another cue, part them."""
    parse = build(BOTH)
    parts = [
        marked(parse, 0, "said", "Ann", direct=direct),
        marked(parse, 1, second, "Ann", direct=direct),
    ]
    assert numbers(draft_quotations(reading(parse, parts))) == joined


def test_fragments_in_two_sentences() -> None:
    """A cue does not join fragments that stand in different sentences."""
    one = "Ann/NNP/nsubj/said said/VBD/ROOT “/``/punct/bad bad/JJ/acomp/said ”/''/punct/bad"
    two = "It/PRP/nsubj/was was/VBD/ROOT “/``/punct/sad sad/JJ/acomp/was ”/''/punct/sad"
    parse = build(f"{one} ././punct/said", f"{two} ././punct/was")
    parts = [marked(parse, number, "said", "Ann", direct=False) for number in (0, 1)]
    assert numbers(draft_quotations(reading(parse, parts))) == [[0], [1]]


@pytest.mark.parametrize(
    ("cue", "source", "joined"),
    [("", "Bo", [[0, 1]]), ("said", "Ann", [[0, 1]]), ("said", "Bo", [[0], [1]])],
)
def test_a_speech_that_runs_on(cue: str, source: str, joined: list[list[int]]) -> None:
    """The next paragraph of a speech belongs to it, unless a cue gives it to somebody else."""
    parse = build(
        "Ann/NNP/nsubj/said said/VBD/ROOT Bo/NNP/dobj/said :/:/punct/said “/``/punct/said "
        "We/PRP/nsubj/lost lost/VBD/ccomp/said ././punct/said",
        "",
        "“/``/punct/came Nobody/NN/nsubj/came came/VBD/ROOT ././punct/came ”/''/punct/came",
    )
    parts = [
        marked(parse, 0, "", "Ann", direct=True),
        marked(parse, 1, cue, source, direct=True),
    ]
    made = reading(parse, parts)
    assert made.alignment.segments[1].continues
    assert numbers(draft_quotations(made)) == joined


def test_a_speech_that_runs_on_without_an_opening_mark() -> None:
    """What only a closing mark ends goes on, whoever its own cue names: *he*, mostly."""
    parse = build(
        "Ann/NNP/nsubj/said said/VBD/ROOT Bo/NNP/dobj/said :/:/punct/said “/``/punct/said "
        "We/PRP/nsubj/lost lost/VBD/ccomp/said ././punct/said",
        "",
        "Nobody/NN/nsubj/came whatsoever/RB/advmod/Nobody ever/RB/advmod/came "
        "came/VBD/ROOT ././punct/came "
        "”/''/punct/came",
    )
    parts = [
        marked(parse, 0, "said", "Ann", direct=True),
        marked(parse, 1, "said", "Bo", direct=True),
    ]
    assert numbers(draft_quotations(reading(parse, parts))) == [[0, 1]]


@pytest.mark.parametrize(
    ("cue", "source", "follows"),
    [("", "Ann", 0), ("", "Bo", None), ("", None, None), ("added", "Ann", None)],
)
def test_follow_ons_share_a_speaker(cue: str, source: str | None, follows: int | None) -> None:
    """A segment without a cue of its own follows the one before if they have one source."""
    parse = build(
        f"{LOST} Ann/NNP/nsubj/said said/VBD/ROOT ././punct/said",
        "“/``/punct/came Nobody/NN/nsubj/came came/VBD/ROOT ././punct/came ”/''/punct/came",
        "Bo/NNP/nsubj/added added/VBD/ROOT ././punct/added",
    )
    parts = [
        marked(parse, 0, "said", "Ann", direct=True),
        marked(parse, 1, cue, source, direct=True),
    ]
    first, second = draft_quotations(reading(parse, parts))
    assert (first.follows, second.follows) == (None, follows)


def test_a_report_widens_the_fragments_in_it() -> None:
    """The clause around marked words joins their draft, with its words outside of the marks."""
    parse = build(BOTH)
    parts = [marked(parse, number, "said", "Ann", direct=False) for number in (0, 1)]
    whole = report(parse, "said", "Ann", "it", "wrong")
    (draft,) = draft_quotations(reading(parse, parts, [whole], scopes=WIDE))
    assert draft.report is whole
    assert draft.marked == tuple(parts)


def test_one_clause_around_two_fragments_is_one_draft() -> None:
    """Though each hangs on a cue of its own, the words that are said are the same."""
    parse = build(BOTH)
    parts = [
        marked(parse, number, cue, "Ann", direct=False) for number, cue in ((0, "said"), (1, "was"))
    ]
    whole = report(parse, "said", "Ann", "it", "wrong")
    (draft,) = draft_quotations(reading(parse, parts, [whole], scopes=WIDE))
    assert draft.marked == tuple(parts)


@pytest.mark.parametrize(("reporting", "wide"), [(0.95, True), (0.15, False)])
def test_the_weights_choose_what_is_said(*, reporting: float, wide: bool) -> None:
    """“full” refunds: the phrase joins the words in marks where its features weigh more."""
    parse = build(
        "Ann/NNP/nsubj/promised promised/VBD/ROOT “/``/punct/refunds full/JJ/amod/refunds "
        "”/''/punct/refunds refunds/NNS/dobj/promised ././punct/promised"
    )
    phrase = report(parse, "promised", "Ann", "full", "refunds")
    parts = [marked(parse, 0, "promised", "Ann", direct=False)]
    weights = {"marks": 1.0, "report|reporting=9|phrase": 2.0}
    made = reading(parse, parts, [phrase], reporting=reporting, scopes=weights)
    (draft,) = draft_quotations(made)
    assert (draft.report is phrase) is wide
    assert (draft.content is phrase.content) is wide


def test_a_clause_that_no_cue_reports_may_be_said() -> None:
    """The clause around marked words may be what is said; then it has no report."""
    parse = build(
        "It/PRP/nsubj/was was/VBD/ROOT “/``/punct/bad bad/JJ/acomp/was ”/''/punct/bad ././punct/was"
    )
    parts = [marked(parse, 0, "", None, direct=False)]
    (draft,) = draft_quotations(reading(parse, parts, scopes={"clause": 1.0}))
    assert draft.report is None
    assert draft.content is not None
    assert [parse.words[token] for token in draft.content.tokens] == ["It", "was", "“", "bad"]


def test_a_clause_that_is_all_between_marks_widens_nothing() -> None:
    """A report that ends where the marks do has no words to add to a fragment."""
    parse = build(f"{LOST} Ann/NNP/nsubj/said said/VBD/ROOT ././punct/said")
    parts = [marked(parse, 0, "said", "Ann", direct=False)]
    same = report(parse, "said", "Ann", "We", ",")
    (draft,) = draft_quotations(reading(parse, parts, [same], scopes=WIDE))
    assert draft.report is None


@pytest.mark.parametrize(
    ("rest", "last", "count"),
    [
        pytest.param("this/DT/det/vote vote/NN/dobj/said", "vote", 1, id="a phrase"),
        pytest.param("this/DT/nsubj/fell fell/VBD/ccomp/said", "fell", 2, id="a clause"),
    ],
)
def test_what_a_cue_beside_its_segment_reports(rest: str, last: str, count: int) -> None:
    """A cue of marked words reports a clause besides, but not a mere phrase."""
    parse = build(f"{LOST} Ann/NNP/nsubj/said said/VBD/ROOT {rest} ././punct/said")
    parts = [marked(parse, 0, "said", "Ann", direct=True)]
    besides = report(parse, "said", "Ann", "this", last)
    drafts = draft_quotations(reading(parse, parts, [besides]))
    assert [draft.report for draft in drafts] == [None, besides][:count]


def test_the_likeliest_report_widens() -> None:
    """A draft takes one report; the next that holds its fragment is dropped."""
    parse = build(BOTH)
    parts = [marked(parse, 0, "said", "Ann", direct=False)]
    reports = [report(parse, "said", "Ann", "it", "wrong", probability=p) for p in (0.5, 0.9)]
    (draft,) = draft_quotations(reading(parse, parts, reports, scopes=WIDE))
    assert draft.report is reports[1]


@pytest.mark.parametrize(("source", "count"), [("Ann", 1), (None, 1), ("Bo", 2)])
def test_whose_report_widens(source: str | None, count: int) -> None:
    """Another cue's report widens a draft of the same source, or where one has none."""
    parse = build(BOTH, "Bo/NNP/nsubj/added added/VBD/ROOT ././punct/added")
    parts = [marked(parse, 0, "said", "Ann", direct=False)]
    whole = report(parse, "added", source, "it", "wrong")
    drafts = draft_quotations(reading(parse, parts, [whole], scopes=WIDE))
    assert len(drafts) == count
    assert drafts[-1].report is whole


def test_words_that_a_draft_has_are_not_reported_again() -> None:
    """A report of marked words, for another source, says nothing new; nor does one twice."""
    parse = build(
        f"{LOST} Ann/NNP/nsubj/said said/VBD/ROOT ././punct/said",
        CLAUSE.format("added").replace("Ann", "Bo"),
    )
    parts = [marked(parse, 0, "said", "Ann", direct=True)]
    again = report(parse, "added", "Bo", "We", "lost")
    assert numbers(draft_quotations(reading(parse, parts, [again]))) == [[0]]
    clause = report(parse, "added", "Bo", "they", ".", probability=0.9)
    clause = attrs.evolve(clause, content=attrs.evolve(clause.content, ranges=((10, 12),)))
    weaker = attrs.evolve(clause, cue=Cue(token=place(parse, "said"), probability=0.5))
    drafts = draft_quotations(reading(parse, (), [weaker, clause]))
    assert [draft.report for draft in drafts] == [clause]


def test_a_report_within_a_report_is_a_layer_below() -> None:
    """What somebody is said to have said is a quotation too, though another holds its words."""
    parse = build(
        "Ann/NNP/nsubj/said said/VBD/ROOT Bo/NNP/nsubj/added added/VBD/ccomp/said "
        "they/PRP/nsubj/lost lost/VBD/ccomp/added all/DT/det/games four/CD/nummod/games "
        "games/NNS/dobj/lost ././punct/said"
    )
    outer = report(parse, "said", "Ann", "Bo", "games", probability=0.9)
    inner = report(parse, "added", "Bo", "they", "games", probability=0.8)
    drafts = draft_quotations(reading(parse, (), [inner, outer]))
    assert [draft.report for draft in drafts] == [outer, inner]


@pytest.mark.parametrize(("source", "count"), [(None, 2), ("court", 1)])
def test_whoever_speaks_in_what_nobody_reports_is_a_layer_below(
    source: str | None, count: int
) -> None:
    """Nobody is said to report what the court heard; the words in it are Bo's, with his cue."""
    parse = build(
        "The/DT/det/court court/NN/nsubj/heard heard/VBD/ROOT Bo/NNP/nsubj/called "
        "called/VBD/ccomp/heard it/PRP/dobj/called “/``/punct/bad bad/JJ/oprd/called "
        "”/''/punct/bad ././punct/heard"
    )
    inner = marked(parse, 0, "called", source or "Bo", direct=False)
    outer = report(parse, "heard", source, "Bo", "bad")
    drafts = draft_quotations(reading(parse, [inner], [outer], scopes=WIDE))
    assert len(drafts) == count
    assert drafts[-1].report is outer


def test_a_report_between_marks_is_a_layer_below() -> None:
    """What the quoted words themselves report is a quotation beside the one that holds it."""
    parse = build(
        "Ann/NNP/nsubj/said said/VBD/ROOT :/:/punct/said “/``/punct/added Here/RB/advmod/added "
        "Bo/NNP/nsubj/added added/VBD/ccomp/said they/PRP/nsubj/lost lost/VBD/ccomp/added "
        "././punct/added ”/''/punct/added"
    )
    whole = marked(parse, 0, "said", "Ann", direct=True)
    inner = report(parse, "added", "Bo", "they", "lost")
    first, second = draft_quotations(reading(parse, [whole], [inner]))
    assert (first.marked, first.report) == ((whole,), None)
    assert (second.marked, second.report) == ((), inner)


@pytest.mark.parametrize(
    ("sentence", "cue", "last", "sort"),
    [
        pytest.param(CLAUSE, "said", "lost", (True, True), id="clause of a listed word"),
        pytest.param(PHRASE, "said", "loss", (True, False), id="phrase of a listed word"),
        pytest.param(CLAUSE, "zorbed", "lost", (False, True), id="clause of another word"),
        pytest.param(PHRASE, "zorbed", "loss", (False, False), id="phrase of another word"),
        pytest.param(CLAUSE, "according", "lost", (True, True), id="according to is listed"),
    ],
)
def test_the_least_probability(sentence: str, cue: str, last: str, sort: tuple[bool, bool]) -> None:
    """Without marks a report must be as likely as its cue and its form ask for."""
    least = _LEAST[sort]
    parse = build(sentence.format(cue))
    one = report(parse, cue, "Ann", parse.words[2], last)
    assert draft_quotations(reading(parse, (), [one], reporting=least - 0.01)) == []
    (draft,) = draft_quotations(reading(parse, (), [one], reporting=least + 0.01))
    assert draft.report is one
    assert draft.reporting is not None
    assert draft.reporting.probability_of(candidate=True) == pytest.approx(least + 0.01)


def test_doubtful_reports_must_be_likelier() -> None:
    """More is asked of a cue that no list has, and of a content that is no clause."""
    assert 0 < _LEAST[True, True] < _LEAST[True, False] < _LEAST[False, False] < 1
    assert _LEAST[True, True] < _LEAST[False, True] < _LEAST[False, False]


def test_excluded_reports_are_dropped() -> None:
    """What was not said is no quotation, however likely its cue."""
    parse = build(CLAUSE.format("said").replace("said/VBD", "never/RB/neg/said said/VBD"))
    one = report(parse, "said", "Ann", "they", "lost")
    assert draft_quotations(reading(parse, (), [one])) == []


def test_what_a_sign_says_is_not_reported() -> None:
    """The colon behind a label makes a turn, which stands for itself: it is no cue as well."""
    parse = build("ANN/NNP/ROOT :/:/punct/ANN We/PRP/nsubj/lost lost/VBD/ROOT")
    one = report(parse, ":", "ANN", "We", "lost")
    made = reading(parse, (), [one])
    assert [draft.report for draft in draft_quotations(made)] == [one]
    sign = Sign(source=Mention(start=0, end=1, head=0), token=1, rule="turn")
    turn = Turn(label=(0, 3), colon=3, stretches=((5, len(parse.text)),))
    for signs in (
        Signs(segments={}, turns=((turn, sign),)),
        Signs(segments={0: sign}, turns=()),
    ):
        assert draft_quotations(attrs.evolve(made, signs=signs)) == []


@given(strategies.news_texts() | strategies.transcripts())
@settings(max_examples=40)
def test_every_segment_is_drafted_once(text: str) -> None:
    """On any text each segment is in one draft, in order; a draft follows an earlier one."""
    made = read(parse_text(text), find_segments(text).segments, load_models())
    drafts = draft_quotations(made)
    assert [one for draft in drafts for one in draft.marked] == list(made.marked)
    assert all(draft.marked or draft.report for draft in drafts)
    for number, draft in enumerate(drafts):
        assert draft.follows is None or draft.follows == number - 1
    taken = [id(draft.report) for draft in drafts if draft.report]
    assert len(taken) == len(set(taken))


def test_a_second_cue_reports_anew() -> None:
    """It was “bad”, adding “wrong”: a cue between the two that reports the later parts them."""
    parse = build(
        "Ann/NNP/nsubj/said said/VBD/ROOT it/PRP/nsubj/was was/VBD/ccomp/said “/``/punct/bad "
        "bad/JJ/acomp/was ”/''/punct/bad ,/,/punct/said adding/VBG/advcl/said “/``/punct/wrong "
        "wrong/JJ/dobj/adding ”/''/punct/wrong"
    )
    segments = [marked(parse, number, "said", "Ann", direct=False) for number in (0, 1)]
    anew = report(parse, "adding", "Ann", "wrong", "wrong")
    assert numbers(draft_quotations(reading(parse, segments))) == [[0, 1]]
    assert numbers(draft_quotations(reading(parse, segments, [anew]))) == [[0], [1]]


def test_a_phrase_around_a_title_is_nothing() -> None:
    """She wrote the column “Notes”: marks that are nobody’s words make a mere phrase nobody’s."""
    parse = build(
        "Ann/NNP/nsubj/wrote wrote/VBD/ROOT the/DT/det/column column/NN/dobj/wrote "
        "“/``/punct/Notes Notes/NNS/appos/column ”/''/punct/Notes"
    )
    assert (
        draft_quotations(reading(parse, (), [report(parse, "wrote", "Ann", "the", "Notes")])) == []
    )


@pytest.mark.parametrize(("stop", "joined"), [(";", [[0, 1]]), (",", [[0], [1]])])
def test_a_semicolon_takes_up_again_behind_a_gesture(stop: str, joined: list[list[int]]) -> None:
    """“A,” she said, pointing at it; “b.”: over a semicolon the participle reports nothing."""
    came = "“/``/punct/said nobody/NN/nsubj/came came/VBD/ccomp/said ././punct/said ”/''/punct/said"
    parse = build(
        f"{LOST} Ann/NNP/nsubj/said said/VBD/ROOT ,/,/punct/said pointing/VBG/advcl/said "
        f"at/IN/prep/pointing it/PRP/pobj/at {stop}/:/punct/said {came}"
    )
    halves = [
        marked(parse, 0, "said", "Ann", direct=True),
        marked(parse, 1, "pointing", "Ann", direct=False),
    ]
    pointing = report(parse, "pointing", "Ann", "at", "came")
    drafts = draft_quotations(reading(parse, halves, [pointing]))
    assert numbers(drafts) == joined
    assert drafts[0].report is None
    assert drafts[0].marked[-1].cue == place(parse, "said")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ida Ray said the boat was safe, as first reported by Reuters.", "Ida Ray"),
        ("The boat was safe, as first reported by Reuters.", "Reuters"),
    ],
)
def test_where_it_was_read_is_not_who_said_it(text: str, source: str) -> None:
    """Words that somebody says stay theirs, whoever reported it; without anybody they do not."""
    assert [quote.source and quote.source.text for quote in extract_quotes(text)] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "“Everybody tells me that,” Ann Lee said on Monday.",
        "“People ask me that,” he said with a smile.",
        "“She told us that,” Bo Ek said, “and we believed her.”",
    ],
)
def test_words_do_not_report_who_says_them(text: str) -> None:
    """A verb between marks reports nothing that holds the cue of these very words."""
    assert [quote.kind.value for quote in extract_quotes(text)] == ["direct"]
