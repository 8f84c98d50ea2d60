"""Speech: which marked words are somebody's, and which only name something."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import strategies
from parses import build
from quoteattr.attribution.cues import Cue
from quoteattr.attribution.document_evidence import Evidence, gather_evidence
from quoteattr.attribution.explicit_sources import Sign
from quoteattr.attribution.naming_rules import naming_rule
from quoteattr.attribution.quoted_segments import Marked, SegmentModels, read_segments
from quoteattr.scoring.linear_model import Model
from quoteattr.syntax.mentions import Mention, find_mentions
from quoteattr.syntax.tokens import Parse
from reading import evidence_of_verbs, laid, read

NOTHING = Model(weights={}, about={})
SUBJECTS = Model(weights={"role=nsubj": 4.0, "governs=direct": 4.0}, about={})
SPEECH = Model(weights={"bias": 1.0}, about={})
SILENCE = Model(weights={"bias": -1.0}, about={})
DIRECT = Model(weights={"clause=True|True": 1.0}, about={})


VERY_BAD = (
    "The/DT/det/mood mood/NN/nsubj/is is/VBZ/ROOT “/``/punct/bad very/RB/advmod/bad "
    "bad/JJ/acomp/is ”/''/punct/bad"
)


def gathered(parse: Parse, *cues: str) -> Evidence:
    """Gather the evidence of some sure cues, named by their words."""
    found = [Cue(token=list(parse.words).index(word), probability=0.99) for word in cues]
    return gather_evidence(parse, find_mentions(parse), found, {}, {})


def marked(
    parse: Parse, *cues: str, speech: Model = SPEECH, signed: dict[int, Sign] | None = None
) -> list[Marked]:
    """Read the segments with models that like subjects and finite clauses."""
    evidence = gathered(parse, *cues)
    models = SegmentModels(SUBJECTS, speech, DIRECT)
    found = read_segments(parse, laid(parse), find_mentions(parse), evidence, signed or {}, models)
    return list(found)


@pytest.mark.parametrize(("stop", "spoken"), [(" !/./punct/Defeat", True), ("", False)])
def test_a_heading_is_nobodys(stop: str, spoken: bool) -> None:  # noqa: FBT001
    """A paragraph of marked words without a stop does not go on from what was said before."""
    parse = build(
        "“/``/punct/said Home/RB/advmod/said !/./punct/said ”/''/punct/said Ann/NNP/nsubj/said "
        "said/VBD/ROOT ././punct/said",
        "",
        f"“/``/punct/Defeat Defeat/NN/ROOT{stop} ”/''/punct/Defeat",
    )
    _, heading = marked(parse, "said")
    assert (heading.source is not None) == spoken


LOST = (
    "“/``/punct/said We/PRP/nsubj/lost lost/VBD/ccomp/said ,/,/punct/said ”/''/punct/said "
    "Ann/NNP/nsubj/said said/VBD/ROOT ././punct/said"
)


def test_a_segment_takes_the_best_source_and_its_cue() -> None:
    """The mention that stands with the cue beside the marks is the source."""
    parse = build(LOST)
    (found,) = marked(parse, "said")
    assert found.source is not None
    assert parse.words[found.source.head] == "Ann"
    assert parse.words[found.cue] == "said"
    assert found.direct


def test_what_is_no_speech_is_left_out() -> None:
    """Where the model finds it unlikely that anybody said the words, nothing is read."""
    assert marked(build(LOST), "said", speech=SILENCE) == []


def test_a_fragment_is_not_direct() -> None:
    """Without a clause between the marks the words are a part of somebody else's sentence."""
    (found,) = marked(build(VERY_BAD))
    assert not found.direct


def test_words_that_narrow_a_noun_are_not_direct() -> None:
    """“Late” trains: no clause, whatever the model thinks, since the noun stands outside."""
    parse = build(
        "“/``/punct/came Really/RB/advmod/late late/JJ/amod/trains ”/''/punct/came "
        "trains/NNS/nsubj/came came/VBD/ROOT"
    )
    models = SegmentModels(SUBJECTS, SPEECH, SPEECH)
    (found,) = read_segments(parse, laid(parse), find_mentions(parse), gathered(parse), {}, models)
    assert not found.direct


@pytest.mark.parametrize(
    ("subject", "negation", "behind", "said"),
    [
        ("Ann/NNP/nsubj/say", "", "", True),
        ("Nobody/NN/nsubj/say", "", "", False),
        ("Ann/NNP/nsubj/say", "not/RB/neg/say", "", False),
        ("Ann/NNP/nsubj/say", "not/RB/neg/say", ":/:/punct/say", True),
    ],
)
def test_words_that_were_not_said(subject: str, negation: str, behind: str, *, said: bool) -> None:
    """Nobody says “we lost”, and she does not say “we lost”; behind a colon she does."""
    parse = build(
        f"{subject} {negation} say/VB/ROOT {behind} “/``/punct/lost we/PRP/nsubj/lost "
        "lost/VBD/ccomp/say ”/''/punct/lost"
    )
    assert bool(marked(parse, "say")) is said


def test_marks_in_a_clause_about_the_subject_are_not_what_it_says() -> None:
    """Lee, who keeps a “lucky” stone, said: the stone is not lucky because Lee says so."""
    parse = build(
        "Lee/NNP/nsubj/said who/WP/nsubj/keeps keeps/VBZ/relcl/Lee “/``/punct/lucky "
        "lucky/JJ/amod/stones ”/''/punct/lucky stones/NNS/dobj/keeps said/VBD/ROOT"
    )
    assert marked(parse, "said") == []


@pytest.mark.parametrize(("link", "sources"), [("and", ["fans", "fans"]), ("but", ["fans", "Lee"])])
def test_segments_that_and_joins_have_one_source(link: str, sources: list[str]) -> None:
    """They shouted “No!” and “Shame!”, whoever speaks in the sentence behind."""
    parse = build(
        "fans/NNS/nsubj/shouted shouted/VBD/ROOT “/``/punct/No No/UH/dobj/shouted !/./punct/No "
        f"”/''/punct/No {link}/CC/cc/shouted “/``/punct/Shame Shame/NN/dobj/said !/./punct/Shame "
        "”/''/punct/Shame Lee/NNP/nsubj/said said/VBD/ROOT so/RB/advmod/said ././punct/said"
    )
    found = [one.source for one in marked(parse, "shouted", "said")]
    assert [parse.words[source.head] for source in found if source] == sources


def test_a_pull_quote_is_nobodys() -> None:
    """A paragraph that only repeats marked words from elsewhere says nothing anew."""
    we_lost = "“/``/punct/lost We/PRP/nsubj/lost all/RB/advmod/lost lost/VBD/{} it/PRP/dobj/lost "
    parse = build(
        we_lost.format("ccomp/said") + "”/''/punct/said Ann/NNP/nsubj/said said/VBD/ROOT",
        "",
        we_lost.format("ROOT") + "”/''/punct/lost",
    )
    assert [one.number for one in marked(parse, "said")] == [0]


def test_a_signature_outweighs_the_models() -> None:
    """What a label says is taken as sure, whatever the models think."""
    parse = build(LOST)
    source = Mention(start=1, end=2, head=1)
    (found,) = marked(
        parse, "said", speech=SILENCE, signed={0: Sign(source=source, token=7, rule="turn")}
    )
    assert (found.source, found.cue, found.speech, found.share) == (source, 7, 1.0, 1.0)


def test_a_speech_that_runs_on_has_one_source() -> None:
    """Paragraphs that open anew share the source that only one of them names."""
    parse = build(
        "Ann/NNP/nsubj/said said/VBD/ROOT :/:/punct/said “/``/punct/said We/PRP/nsubj/lost "
        "lost/VBD/ccomp/said ././punct/said",
        "",
        "“/``/punct/go It/PRP/nsubj/go will/MD/aux/go go/VB/ROOT on/RP/prt/go ././punct/go "
        "”/''/punct/go",
    )
    one, two = marked(parse, "said")
    assert one.source is not None
    assert one.source == two.source
    assert one.speech == two.speech
    assert one.direct
    assert two.direct


def test_a_paragraph_with_another_source_begins_a_new_speech() -> None:
    """Even where the marks run on, a cue of one's own with another source counts."""
    parse = build(
        "Ann/NNP/nsubj/said said/VBD/ROOT :/:/punct/said “/``/punct/said We/PRP/nsubj/lost "
        "lost/VBD/ccomp/said ././punct/said",
        "",
        "“/``/punct/replied It/PRP/nsubj/is is/VBZ/ccomp/replied over/RP/prt/is ,/,/punct/replied "
        "”/''/punct/replied Bo/NNP/nsubj/replied replied/VBD/ROOT ././punct/replied",
    )
    one, two = marked(parse, "said", "replied")
    assert [m.source and parse.words[m.source.head] for m in (one, two)] == ["Ann", "Bo"]


@given(strategies.news_texts())
@settings(max_examples=25)
def test_any_segment_can_be_read(text: str) -> None:
    """On any text segments come in order, each once; a name is among them only if it runs on."""
    parse = read(text)
    alignment = laid(parse)
    mentions = find_mentions(parse)
    evidence = evidence_of_verbs(parse, mentions)
    models = SegmentModels(SUBJECTS, SPEECH, DIRECT)
    found = read_segments(parse, alignment, mentions, evidence, {}, models)
    numbers = [one.number for one in found]
    assert numbers == sorted(set(numbers))
    for one in found:
        assert 0 <= one.share <= 1
        assert 0.5 <= one.speech <= 1
        assert -1 <= one.cue < len(parse)
        runs_on = any(part.continues for part in alignment.segments[one.number : one.number + 2])
        assert runs_on or not naming_rule(parse, alignment, one.number)


@pytest.mark.parametrize(
    ("cue", "clause", "direct"),
    [
        ("said", "“/``/punct/rained it/PRP/nsubj/rained", True),
        ("said", "it/PRP/nsubj/rained “/``/punct/rained", False),
        ("left", "“/``/punct/rained it/PRP/nsubj/rained", False),
    ],
)
def test_a_whole_clause_is_direct(cue: str, clause: str, *, direct: bool) -> None:
    """All that a reporting word governs, with its subject, stands between the marks."""
    parse = build(
        f"He/PRP/nsubj/{cue} {cue}/VBD/ROOT {clause} rained/VBD/ccomp/{cue} ”/''/punct/rained"
    )
    models = SegmentModels(SUBJECTS, SPEECH, NOTHING)
    evidence = gathered(parse, cue)
    (found,) = read_segments(parse, laid(parse), find_mentions(parse), evidence, {}, models)
    assert found.direct is direct
