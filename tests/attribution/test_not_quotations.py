"""Exclusions: reports that look like speech and are none."""

from __future__ import annotations

import pytest

from parses import build
from quoteattr import extract_quotes
from quoteattr.attribution.content_candidates import Content
from quoteattr.attribution.cue_reports import Report
from quoteattr.attribution.cues import Cue
from quoteattr.attribution.not_quotations import EXCLUSIONS, exclusion_of
from quoteattr.syntax.mentions import Mention, find_mentions
from quoteattr.syntax.tokens import Parse, TokenRange

RAINED = "it/PRP/nsubj/rained rained/VBD/ccomp"
DECLINED = "She/PRP/nsubj/declined declined/VBD/ROOT to/TO/aux/say say/VB/xcomp/declined " + RAINED
STOPPED = (
    "She/PRP/nsubj/stopped stopped/VBD/ROOT short/RB/advmod/stopped of/IN/prep/stopped "
    "saying/VBG/pcomp/of " + RAINED
)
NOR = (
    "He/PRP/nsubj/knew neither/CC/preconj/knew knew/VBD/ROOT nor/CC/cc/knew said/VBD/conj/knew "
    + RAINED
)
NEVER = (
    "She/PRP/nsubj/dared never/RB/neg/dared dared/VBD/ROOT to/TO/aux/say say/VB/xcomp/dared "
    + RAINED
)
WILLING = (
    "She/PRP/nsubj/was was/VBD/ROOT not/RB/neg/was willing/JJ/acomp/was to/TO/aux/say "
    "say/VB/xcomp/willing " + RAINED
)
SAFE = "It/PRP/nsubj/is is/VBZ/ROOT safe/JJ/acomp/is to/TO/aux/say say/VB/xcomp/is " + RAINED
ABOUT = "She/PRP/nsubj/is is/VBZ/ROOT about/JJ/acomp/is to/TO/aux/say say/VB/xcomp/about " + RAINED
ASKED = f"Did/VBD/aux/say he/PRP/nsubj/say say/VB/ROOT {RAINED}"
NEITHER = "Neither/CC/preconj/clerk clerk/NN/nsubj/claimed nor/CC/cc/clerk guard/NN/conj/clerk"
NO_FEWER = (
    "No/DT/det/clerks fewer/JJR/amod/nine than/IN/quantmod/nine nine/CD/nummod/clerks "
    "clerks/NNS/nsubj/claimed"
)
NO_BETTER = "No/DT/det/clerks better/JJR/amod/clerks clerks/NNS/nsubj/claimed"
HESITATED = (
    "She/PRP/nsubj/hesitated never/RB/neg/hesitated hesitated/VBD/ROOT to/TO/aux/say "
    "say/VB/xcomp/hesitated " + RAINED
)
NOT_DECLINED = DECLINED.replace(
    "She/PRP/nsubj/declined", "She/PRP/nsubj/declined never/RB/neg/declined"
)
AFTER = (
    "She/PRP/nsubj/avoided avoided/VBD/ROOT jail/NN/dobj/avoided after/IN/prep/avoided "
    "saying/VBG/pcomp/after " + RAINED
)
CLAIMED = (
    "She/PRP/nsubj/denied denied/VBD/ROOT claims/NNS/dobj/denied it/PRP/nsubj/rained "
    "rained/VBD/acl/claims"
)
MADE = (
    "She/PRP/nsubj/denied denied/VBD/ROOT making/VBG/xcomp/denied claims/NNS/dobj/making "
    "it/PRP/nsubj/rained rained/VBD/acl/claims"
)
LATER = "She/PRP/nsubj/say would/MD/aux/say later/RB/advmod/say say/VB/ROOT " + RAINED
WEPT = (
    "She/PRP/nsubj/wept wept/VBD/ROOT as/IN/mark/rained it/PRP/nsubj/rained rained/VBD/advcl/wept"
)
EXCLUDED = [
    ("wept", WEPT, "circumstance"),
    ("wept", WEPT.replace("as/IN", "that/IN"), None),
    ("wept", WEPT.replace("advcl", "ccomp"), None),
    ("wants", f"He/PRP/nsubj/wants wants/VBZ/ROOT {RAINED}/wants", "state of mind"),
    ("hopes", f"He/PRP/nsubj/hopes hopes/VBZ/ROOT {RAINED}/hopes", "state of mind"),
    ("are", f"They/PRP/nsubj/are are/VBP/ROOT worried/JJ/acomp/are {RAINED}/worried",
     "state of mind"),
    ("fear", f"many/JJ/nsubj/fear fear/NN/ROOT {RAINED}/fear", "state of mind"),
    ("fear", f"the/DT/det/fear fear/NN/ROOT {RAINED}/fear", None),
    ("told", f"He/PRP/nsubj/told told/VBD/ROOT himself/PRP/dobj/told {RAINED}/told",
     "told to oneself"),
    ("said", f"He/PRP/nsubj/said said/VBD/ROOT to/IN/prep/said himself/PRP/pobj/to {RAINED}/said",
     "told to oneself"),
    ("told", f"I/PRP/nsubj/told told/VBD/ROOT Bo/NN/dative/told myself/PRP/dobj/told {RAINED}/told",
     None),
    ("said", f"He/PRP/nsubj/said said/VBD/ROOT himself/PRP/dobj/said {RAINED}/said", None),
    ("says", f"Anyone/NN/ROOT who/WP/nsubj/says says/VBZ/relcl/Anyone {RAINED}/says", "nobody"),
    ("says", f"Friends/NNS/ROOT who/WP/nsubj/says says/VBZ/relcl/Friends {RAINED}/says", None),
    ("said", f"That/DT/nsubj/said said/VBD/ROOT ,/,/punct/said {RAINED}/said", "linking"),
    ("say", f"They/PRP/nsubj/say not/RB/neg/say only/RB/advmod/say say/VBP/ROOT {RAINED}/say",
     None),
    ("shows", f"Experience/NNP/nsubj/shows shows/VBZ/ROOT {RAINED}/shows", None),
    ("say", f"They/PRP/nsubj/say not/RB/neg/say say/VBP/ROOT {RAINED}/say", "negated"),
    ("say", f"{NEVER}/say", "negated"),
    ("say", f"{HESITATED}/say", None),
    ("say", f"{HESITATED.replace('hesitated', 'dared')}/say", "negated"),
    ("said", f"Nobody/NN/nsubj/said said/VBD/ROOT {RAINED}/said", "nobody"),
    ("claimed", f"No/DT/det/one one/NN/nsubj/claimed claimed/VBD/ROOT {RAINED}/claimed", "nobody"),
    ("claimed", f"{NEITHER} claimed/VBD/ROOT {RAINED}/claimed", "nobody"),
    ("claimed", f"{NO_FEWER} claimed/VBD/ROOT {RAINED}/claimed", None),
    ("claimed", f"{NO_BETTER} claimed/VBD/ROOT {RAINED}/claimed", "nobody"),
    ("claimed", f"No/DT/det/10 10/CD/nsubj/claimed claimed/VBD/ROOT {RAINED}/claimed", None),
    ("claimed", f"No/DT/det/Limits Limits/NNPS/nsubj/claimed claimed/VBD/ROOT {RAINED}/claimed",
     None),
    ("say", f"Cynics/NNS/nsubj/say would/MD/aux/say say/VB/ROOT {RAINED}/say", "unspoken"),
    ("say", f"She/PRP/nsubj/say may/MD/aux/say have/VB/aux/say say/VBN/ROOT {RAINED}/say",
     "unspoken"),
    ("said", f"May/MD/aux/said said/VBD/ROOT {RAINED}/said", None),
    ("told", f"She/PRP/nsubj/told 'd/MD/aux/told told/VBD/ROOT Bo/NNP/dobj/told {RAINED}/told",
     None),
    ("say", f"{LATER}/say", None),
    ("say", f"{LATER.replace('would', 'will')}/say", "unspoken"),
    ("say", f"He/PRP/nsubj/knew knew/VBD/ROOT {LATER.replace('ROOT', 'ccomp/knew')}/say",
     "unspoken"),
    ("confirm", f"They/PRP/nsubj/confirm can/MD/aux/confirm confirm/VB/ROOT {RAINED}/confirm",
     None),
    ("argue", f"They/PRP/nsubj/argue can/MD/aux/argue argue/VB/ROOT {RAINED}/argue", "unspoken"),
    ("say", f"{ABOUT}/say", "unspoken"),
    ("say", f"{ABOUT.replace('about', 'able')}/say", None),
    ("shows", f"Experience/NN/nsubj/shows shows/VBZ/ROOT {RAINED}/shows", "evidence"),
    ("shows", f"Footage/NN/nsubj/shows shows/VBZ/ROOT {RAINED}/shows", "evidence"),
    ("say", f"{WILLING}/say", "negated"),
    ("say", f"{WILLING.replace('not/RB/neg', 'now/RB/advmod')}/say", None),
    ("say", f"{SAFE}/say", "own remark"),
    ("say", f"{SAFE.replace('It', 'Bo')}/say", None),
    ("discovered", f"She/PRP/nsubj/discovered discovered/VBD/ROOT {RAINED}/discovered",
     "state of mind"),
    ("shows", f"This/DT/nsubj/shows shows/VBZ/ROOT {RAINED}/shows", "evidence"),
    ("says", f"This/DT/nsubj/says says/VBZ/ROOT {RAINED}/says", None),
    ("suggests", f"trip/NN/nsubj/suggests suggests/VBZ/ROOT {RAINED}/suggests", "evidence"),
    ("suggests", f"polling/NN/nsubj/suggests suggests/VBZ/ROOT {RAINED}/suggests", None),
    ("suggests", f"clerk/NN/nsubj/suggests suggests/VBZ/ROOT {RAINED}/suggests", None),
    ("question", f"The/DT/det/question question/NN/nsubj/is is/VBZ/ROOT {RAINED}/is",
     "open question"),
    ("asked", f"asked/VBN/advcl/left {RAINED}/asked ,/,/punct/left left/VBD/ROOT",
     "open question"),
    ("agreed", f"She/PRP/nsubj/agreed agreed/VBD/ROOT {RAINED}/agreed", None),
    ("say", f"{DECLINED}/say", "declined"),
    ("declined", f"{DECLINED}/say", "declined"),
    ("saying", f"{STOPPED}/saying", "declined"),
    ("stopped", f"{STOPPED}/saying", "declined"),
    ("say", f"{NOT_DECLINED}/say", None),
    ("saying", f"{AFTER}/saying", None),
    ("claims", CLAIMED, "denied"),
    ("claims", MADE, "denied"),
    ("claims", CLAIMED.replace("denied", "heard"), None),
    ("said", f"{NOR}/said", "negated"),
    ("say", f"She/PRP/nsubj/say would/MD/aux/say say/VB/ROOT only/RB/advmod/say {RAINED}/say",
     None),
    ("say", f"She/PRP/nsubj/say would/MD/aux/say say/VB/ROOT only/RB/advmod/rained {RAINED}/say",
     None),
    ("says", f"If/IN/mark/says he/PRP/nsubj/says says/VBZ/ROOT {RAINED}/says", "hypothetical"),
    ("say", f"Did/VBD/aux/say he/PRP/nsubj/say say/VB/ROOT {RAINED}/say ?/./punct/say",
     "questioned"),
    ("say", f"“/``/punct/say {ASKED}/say ?/./punct/say ”/''/punct/say", "questioned"),
    ("noting", f"is/VBZ/ROOT worth/JJ/acomp/is noting/VBG/pcomp/worth {RAINED}/noting",
     "own remark"),
    ("clear", f"She/PRP/nsubj/is is/VBZ/ROOT clear/JJ/acomp/is {RAINED}/clear", None),
    ("said", f"He/PRP/nsubj/said said/VBD/ROOT {RAINED}/said ././punct/said", None),
    ("said", f"He/PRP/nsubj/said said/VBD/ROOT {RAINED}/said ?/./punct/said", None),
    ("said", f"He/PRP/nsubj/said has/VBZ/aux/said said/VBN/ROOT {RAINED}/said", None),
    ("said", f"He/PRP/nsubj/said said/VBD/ROOT not/RB/neg/rained {RAINED}/said", None),
]  # fmt: skip


def reporting(cue: int, content: Content, source: Mention | None) -> Report:
    """Let a likely cue report a content that is surely right, by a source that is."""
    return Report(
        cue=Cue(token=cue, probability=0.9),
        content=content,
        content_share=1.0,
        source=source,
        source_share=1.0,
    )


def report(parse: Parse, cue: str) -> Report:
    """Let the cue report "it rained", with the subject before it as the source."""
    token = list(parse.words).index(cue)
    first = list(parse.words).index("it")
    content = Content(ranges=((first, first + 2),), origin="ccomp", root=first + 1)
    sources = [m for m in find_mentions(parse) if parse.deps[m.head] == "nsubj" and m.head < token]
    return reporting(token, content, sources[-1] if sources else None)


@pytest.mark.parametrize(("cue", "sentence", "rule"), EXCLUDED)
def test_rule(cue: str, sentence: str, rule: str | None) -> None:
    """A report is excluded by the rule that names what it is, a plain one by none."""
    parse = build(sentence)
    assert exclusion_of(parse, report(parse, cue)) == rule


def test_every_rule_is_met() -> None:
    """No rule is without a sentence that it excludes."""
    phrases = {
        "nobody's phrase",
        "standard",
        "empty",
        "object",
        "aside",
        "dateline",
        "heading",
        "addressee",
        "tale",
        "performed",
        "deal",
        "gloss",
        "text made",
        "going on",
        "relative",
        "outlook",
        "another's claim",
        "around modifier",
        "attributive",
    }
    assert {rule for _, _, rule in EXCLUDED} - {None} == {name for name, _ in EXCLUSIONS} - phrases


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("plan/NN/pobj/to", "standard"),
        ("rules/NNS/pobj/to", "standard"),
        ("plans/NNS/pobj/to", None),
        ("research/NN/pobj/to", None),
        ("experts/NNS/pobj/to", None),
        ("the/DT/det/plan plan/NN/pobj/to", None),
    ],
)
def test_what_is_kept_to_says_nothing(words: str, rule: str | None) -> None:
    """“According to plan” reports nothing; a plan with an article may, plans, research, people."""
    rained = "It/PRP/nsubj/rained rained/VBD/ROOT"
    parse = build(f"{rained} according/VBG/prep/rained to/IN/prep/according {words}")
    source = next(m for m in find_mentions(parse) if parse.deps[m.head] == "pobj")
    content = Content(ranges=((0, 2),), origin="before", root=1)
    found = reporting(2, content, source)
    assert exclusion_of(parse, found) == rule


def test_whether_after_an_adjective() -> None:
    """It is unclear whether …: the content itself opens with the doubt."""
    parse = build(
        "She/PRP/nsubj/is is/VBZ/ROOT unclear/JJ/acomp/is whether/IN/mark/rained "
        "it/PRP/nsubj/rained rained/VBD/ccomp/unclear"
    )
    found = report(parse, "unclear")
    assert exclusion_of(parse, found) is None
    content = Content(ranges=((3, 6),), origin="ccomp", root=5)
    doubtful = Report(
        cue=found.cue, content=content, content_share=1.0, source=None, source_share=1.0
    )
    assert exclusion_of(parse, doubtful) == "hypothetical"


def test_a_phrase_needs_a_source() -> None:
    """The film was praised by everybody; the fee was announced: nobody's words are given."""
    parse = build("The/DT/det/fee fee/NN/nsubjpass/announced was/VBD/auxpass/announced "
                  "announced/VBN/ROOT")  # fmt: skip
    fee = Content(ranges=((0, 2),), origin="subject", root=1)
    cue = Cue(token=3, probability=0.9)
    bare = Report(cue=cue, content=fee, content_share=1.0, source=None, source_share=1.0)
    assert exclusion_of(parse, bare) == "nobody's phrase"


@pytest.mark.parametrize(("word", "rule"), [("after", "aside"), ("of", None)])
def test_what_else_was_done_is_no_content(word: str, rule: str | None) -> None:
    """They posed after signing papers; but they spoke of signing papers."""
    parse = build(
        f"They/PRP/nsubj/posed posed/VBD/ROOT {word}/IN/prep/posed signing/VBG/pcomp/{word} "
        "papers/NNS/dobj/signing"
    )
    content = Content(ranges=(TokenRange(3, 5),), origin="prep", root=3)
    (source, *_) = find_mentions(parse)
    found = reporting(1, content, source)
    assert exclusion_of(parse, found) == rule


@pytest.mark.parametrize(
    ("verb", "words", "rule"),
    [
        ("welcomed", "the/DT/det/ruling ruling/NN/dobj/welcomed", "object"),
        ("announced", "the/DT/det/ruling ruling/NN/dobj/announced", None),
        ("announced", "it/PRP/dobj/announced", "empty"),
        ("said", "a/DT/det/prayer prayer/NN/dobj/said", "performed"),
        ("called", "a/DT/det/meeting meeting/NN/dobj/called", "performed"),
    ],
)
def test_what_is_judged_and_what_is_empty(verb: str, words: str, rule: str | None) -> None:
    """Unions welcomed the ruling: nothing of it is theirs; a pronoun alone says nothing."""
    parse = build(f"Ann/NNP/nsubj/{verb} {verb}/VBD/ROOT {words}")
    (ann,) = (mention for mention in find_mentions(parse) if mention.head == 0)
    last = len(parse)
    content = Content(ranges=((2, last),), origin="dobj", root=last - 1)
    cue = Cue(token=1, probability=0.9)
    found = Report(cue=cue, content=content, content_share=1.0, source=ann, source_share=1.0)
    assert exclusion_of(parse, found) == rule


def test_a_reflexive_says_nothing() -> None:
    """He told me so himself: the pronoun only says that it was he."""
    assert extract_quotes("Mr Kovac was misquoted. He told me so himself this morning.") == []


@pytest.mark.parametrize(
    ("label", "entity", "rule"),
    [("LIMA", "GPE", "dateline"), ("May", "DATE", "dateline"), ("Lima", "PERSON", None)],
)
def test_a_place_in_capitals_or_a_day_is_no_speaker(
    label: str, entity: str, rule: str | None
) -> None:
    """LIMA: the pass is shut: what stands before the colon says where and when."""
    parse = build(f"{label}/NNP/ROOT :/:/punct/{label} {RAINED}/{label}", **{label: entity})
    assert exclusion_of(parse, report(parse, ":")) == rule


@pytest.mark.parametrize(("word", "rule"), [("Ann", "addressee"), ("loss", None)])
def test_whom_a_verb_is_about_is_no_content(word: str, rule: str | None) -> None:
    """They accused Ann: a person and nothing of her is not what was said."""
    parse = build(
        f"He/PRP/nsubj/claimed claimed/VBD/ROOT {word}/NN/dobj/claimed",
        **({"Ann": "PERSON"} if word == "Ann" else {}),
    )
    content = Content(ranges=((2, 3),), origin="dobj", root=2)
    found = reporting(1, content, Mention(start=0, end=1, head=0))
    assert exclusion_of(parse, found) == rule


@pytest.mark.parametrize(
    ("preposition", "noun", "rule"),
    [("to", "minister", "addressee"), ("to", "loss", None), ("of", "minister", None)],
)
def test_whom_words_are_meant_for_is_no_content(
    preposition: str, noun: str, rule: str | None
) -> None:
    """He wrote to the minister: who reads it is not what was written."""
    parse = build(
        f"He/PRP/nsubj/wrote wrote/VBD/ROOT {preposition}/IN/prep/wrote "
        f"the/DT/det/{noun} {noun}/NN/pobj/{preposition}"
    )
    content = Content(ranges=((3, 5),), origin="prep:pobj", root=4)
    found = reporting(1, content, Mention(start=0, end=1, head=0))
    assert exclusion_of(parse, found) == rule


def test_a_label_that_opens_the_news_is_no_speaker() -> None:
    """TARAWA: The pass is shut: whatever the word is, it says where, if nobody speaks as I."""
    for word, rule in (("nuts", "dateline"), ("us", None)):
        parse = build(
            f"TARAWA/NNP/ROOT :/:/punct/TARAWA {RAINED}/TARAWA {word}/NNS/dobj/rained "
            "././punct/TARAWA"
        )
        assert exclusion_of(parse, report(parse, ":")) == rule


@pytest.mark.parametrize(("verb", "rule"), [("told", "tale"), ("warned", None)])
def test_what_is_told_of_is_not_told(verb: str, rule: str | None) -> None:
    """They told of a loss: a tale is named; they warned of a loss: that is what they said."""
    parse = build(f"They/PRP/nsubj/{verb} {verb}/VBD/ROOT of/IN/prep/{verb} loss/NN/pobj/of")
    content = Content(ranges=((3, 4),), origin="prep:pobj", root=3)
    found = reporting(1, content, Mention(start=0, end=1, head=0))
    assert exclusion_of(parse, found) == rule


@pytest.mark.parametrize(
    ("hearer", "rule"), [("to/IN/prep/talked Bo/NNP/pobj/to", "tale"), ("for/IN/prep/talked", None)]
)
def test_what_an_interview_is_about(hearer: str, rule: str | None) -> None:
    """They talked to Bo about a loss: to whom is told, what was said is not."""
    parse = build(
        f"They/PRP/nsubj/talked talked/VBD/ROOT {hearer} about/IN/prep/talked loss/NN/pobj/about"
    )
    place = list(parse.words).index("loss")
    content = Content(ranges=((place, place + 1),), origin="prep:pobj", root=place)
    found = reporting(1, content, Mention(start=0, end=1, head=0))
    assert exclusion_of(parse, found) == rule


@pytest.mark.parametrize(
    ("label", "rule"), [("SUBSTITUTION", "heading"), ("GOALKEEPER", None), ("Substitution", None)]
)
def test_a_heading_in_capitals_is_no_speaker(label: str, rule: str | None) -> None:
    """SUBSTITUTION: it rained: in capitals before a colon stands a name or a role, or nobody."""
    parse = build(
        "We/PRP/nsubj/left left/VBD/ROOT ././punct/left",
        "",
        f"{label}/NN/ROOT :/:/punct/{label} {RAINED}/{label}",
    )
    assert exclusion_of(parse, report(parse, ":")) == rule


@pytest.mark.parametrize(
    ("verb", "behind", "origin", "rule"),
    [
        ("agreed/VBD", "to/TO/aux/sell sell/VB/xcomp/{}", "xcomp", "deal"),
        ("offered/VBD", "tea/NN/dobj/{}", "dobj", "deal"),
        ("offered/VBD", "to/TO/aux/sell sell/VB/xcomp/{}", "xcomp", None),
        ("referring/VBG", "to/IN/prep/{} rain/NN/pobj/to", "prep", "gloss"),
        ("referred/VBD", "to/IN/prep/{} rain/NN/pobj/to", "prep", None),
        ("wrote/VBD", "a/DT/det/novel novel/NN/dobj/{}", "dobj", "text made"),
        ("wrote/VBD", "a/DT/det/plea plea/NN/dobj/{}", "dobj", None),
        ("cited/VBD", "a/DT/det/novel novel/NN/dobj/{}", "dobj", "object"),
        ("continued/VBD", "to/TO/aux/rise rise/VB/xcomp/{}", "xcomp", "going on"),
        ("began/VBD", "rising/VBG/xcomp/{}", "xcomp", "going on"),
        ("told/VBD", "a/DT/det/lie lie/NN/dobj/{}", "dobj", None),
    ],
)
def test_what_is_done_is_not_said(verb: str, behind: str, origin: str, rule: str | None) -> None:
    """A deal that is made, a thing that is given or written and a start are no words of anybody."""
    word = verb.partition("/")[0]
    parse = build(f"She/PRP/nsubj/{word} {verb}/ROOT {behind.format(word)}")
    content = Content(ranges=(TokenRange(2, len(parse)),), origin=origin, root=len(parse) - 1)
    assert exclusion_of(parse, reporting(1, content, Mention(start=0, end=1, head=0))) == rule


@pytest.mark.parametrize(
    ("that", "clause", "rule"),
    [("WDT/nsubj/failed", "relcl", "relative"), ("IN/mark/failed", "acl", None)],
)
def test_what_tells_of_a_noun_is_not_said(that: str, clause: str, rule: str | None) -> None:
    """She made claims that failed; but: she made claims that they failed."""
    parse = build(
        "She/PRP/nsubj/made made/VBD/ROOT claims/NNS/dobj/made "
        f"that/{that} failed/VBD/{clause}/claims"
    )
    content = Content(ranges=(TokenRange(4, 5),), origin=clause, root=4)
    assert exclusion_of(parse, reporting(2, content, Mention(start=0, end=1, head=0))) == rule


@pytest.mark.parametrize(("verb", "rule"), [("said", "tale"), ("complained", None)])
def test_what_something_is_said_about_is_not_said(verb: str, rule: str | None) -> None:
    """The things she said about rain: that is what they were about."""
    parse = build(
        f"things/NNS/ROOT she/PRP/nsubj/{verb} {verb}/VBD/relcl/things "
        f"about/IN/prep/{verb} rain/NN/pobj/about"
    )
    content = Content(ranges=(TokenRange(4, 5),), origin="prep:pobj", root=4)
    assert exclusion_of(parse, reporting(2, content, Mention(start=1, end=2, head=1))) == rule


@pytest.mark.parametrize(("clause", "rule"), [("acl/tax", "around modifier"), ("ccomp/fell", None)])
def test_the_clause_around_a_passive_is_not_said(clause: str, rule: str | None) -> None:
    """The tax, reported by Bo, fell: Bo reported the tax, and not that it fell."""
    parse = build(
        "tax/NN/nsubj/fell ,/,/punct/tax "
        f"reported/VBN/{clause} by/IN/agent/reported Bo/NNP/pobj/by ,/,/punct/tax fell/VBD/ROOT"
    )
    content = Content(ranges=(TokenRange(0, 1), TokenRange(6, 7)), origin="around", root=6)
    assert exclusion_of(parse, reporting(2, content, Mention(start=4, end=5, head=4))) == rule


def test_a_participle_before_its_noun_reports_nothing() -> None:
    """Most reported cases are mild: nobody says that they are."""
    parse = build("reported/VBN/amod/cases cases/NNS/nsubj/are are/VBP/ROOT mild/JJ/acomp/are")
    content = Content(ranges=(TokenRange(1, 4),), origin="behind", root=2)
    assert exclusion_of(parse, reporting(0, content, None)) == "attributive"


@pytest.mark.parametrize("root", [5, 8])
@pytest.mark.parametrize(("owner", "rule"), [("clerk/NN", "another's claim"), ("her/PRP$", None)])
def test_who_rejects_a_claim_does_not_make_it(owner: str, rule: str | None, root: int) -> None:
    """What the clerk claims is the clerk's; "her claim" may be one's own."""
    word = owner.partition("/")[0]
    parse = build(
        f"Lee/NNP/nsubj/rejected rejected/VBD/ROOT the/DT/det/{word} {owner}/poss/claim "
        f"'s/POS/case/{word} claim/NN/dobj/rejected that/IN/mark/lied it/PRP/nsubj/lied "
        "lied/VBD/acl/claim"
    )
    content = Content(ranges=(TokenRange(2 if root == 5 else 7, 9),), origin="dobj", root=root)
    assert exclusion_of(parse, reporting(1, content, Mention(start=0, end=1, head=0))) == rule


@pytest.mark.parametrize(("subject", "rule"), [("storm", "outlook"), ("mayor", None)])
def test_a_thing_that_threatens_says_nothing(subject: str, rule: str | None) -> None:
    """The storm threatened to last: it seems that it will; but the mayor threatened to resign."""
    parse = build(
        f"{subject}/NN/nsubj/threatened threatened/VBD/ROOT to/TO/aux/last last/VB/xcomp/threatened"
    )
    content = Content(ranges=(TokenRange(2, 4),), origin="xcomp", root=3)
    assert exclusion_of(parse, reporting(1, content, Mention(start=0, end=1, head=0))) == rule
