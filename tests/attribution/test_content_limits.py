"""Boundaries: where the reporter takes over again, and where one content becomes two."""

from __future__ import annotations

import pytest

from parses import build
from quoteattr.attribution.content_candidates import Content
from quoteattr.attribution.content_limits import (
    ENDINGS,
    around_inserted_clause,
    before_own_words,
    bound,
    to_closing_mark,
)
from quoteattr.syntax.tokens import Parse, TokenRange
from reading import laid

SAID = "She/PRP/nsubj/said said/VBD/ROOT it/PRP/nsubj/rained rained/VBD/ccomp/said "
ENDED = [
    (
        (
            "She/PRP/nsubj/left left/VBD/ROOT “/``/punct/it it/PRP/dobj/left ,/,/punct/it "
            "”/''/punct/it "
            "which/WDT/nsubj/rained rained/VBD/relcl/it"
        ),
        {},
        "it",
    ),
    (SAID + "and/CC/cc/said urged/VBD/conj/said us/PRP/dobj/urged", {5: 0.9}, "it rained"),
    (
        SAID + "but/CC/cc/rained did/VBD/aux/say not/RB/neg/say say/VB/conj/rained why/WRB/dep/say",
        {},
        "it rained",
    ),
    (SAID + ",/,/punct/said adding/VBG/advcl/said more/JJR/dobj/adding", {5: 0.9}, "it rained"),
    (
        SAID + ",/,/punct/said while/IN/mark/warned Bo/NNP/nsubj/warned warned/VBD/advcl/said",
        {7: 0.9},
        "it rained",
    ),
    (
        SAID + ",/,/punct/said but/CC/cc/said Bo/NNP/nsubj/warned warned/VBD/conj/said",
        {7: 0.9},
        "it rained",
    ),
    (
        (
            "She/PRP/nsubj/said said/VBD/ROOT it/PRP/nsubj/rained “/``/punct/rained "
            "rained/VBD/ccomp/said ”/''/punct/rained ,/,/punct/rained in/IN/prep/rained "
            "remarks/NNS/pobj/in"
        ),
        {},
        "it “ rained",
    ),
    (SAID + "according/VBG/prep/said to/IN/prep/according Bo/NNP/pobj/to", {4: 0.9}, "it rained"),
    (
        (
            "Fans/NNS/nsubjpass/told told/VBN/ROOT “/``/punct/rained it/PRP/nsubj/rained "
            "rained/VBD/ccomp/told ”/''/punct/rained by/IN/prep/rained Ann/NNP/pobj/by"
        ),
        {},
        "it rained",
    ),
]


def ended(parse: Parse, strength: dict[int, float]) -> list[str]:
    """Give the contents of "said" or "left" that began as all the words behind it."""
    content = Content(ranges=((2, len(parse)),), origin="behind", root=3)
    return [
        " ".join(parse.words[slice(*part.ranges[-1])])
        for part in bound(parse, strength, 1, content)
    ]


@pytest.mark.parametrize(("sentence", "strength", "content"), ENDED)
def test_an_ending(sentence: str, strength: dict[int, float], content: str) -> None:
    """A content ends before what the reporter says again."""
    assert ended(build(sentence), strength) == [content]


TOLD_HOW = "Rain/NN/ROOT ,/,/punct/Rain in/IN/prep/Rain remarks/NNS/pobj/in"


def test_every_rule_ends_something() -> None:
    """No rule is without a sentence that it cuts."""
    used = {
        rule.__name__
        for _, rule in ENDINGS
        for sentence, strength, _ in [*ENDED, (TOLD_HOW, {}, "")]
        for parse in [build(sentence)]
        if list(rule(parse, strength, 1, (2, len(parse))))
    }
    assert used == {rule.__name__ for _, rule in ENDINGS}


@pytest.mark.parametrize(
    ("behind", "content"),
    [
        (".", "the “ fair"),
        ("close", "the “ fair , ” whose day rained . close"),
    ],
)
def test_a_clause_may_go_on_behind_a_relative_one(behind: str, content: str) -> None:
    """She said the “fair,” whose day rained, would close: the relative clause ends nothing."""
    parse = build(
        "She/PRP/nsubj/said said/VBD/ROOT the/DT/det/fair “/``/punct/fair fair/NN/dobj/said "
        ",/,/punct/fair ”/''/punct/fair whose/WP$/poss/day day/NN/nsubj/rained "
        f"rained/VBD/relcl/fair ././punct/said {behind}/VB/dep/said"
    )
    assert ended(parse, {}) == [content]


def test_a_subject_of_its_own_goes_on() -> None:
    """She said it rained and he wept: both clauses are hers."""
    parse = build(SAID + "and/CC/cc/rained he/PRP/nsubj/wept wept/VBD/conj/rained")
    assert ended(parse, {}) == ["it rained and he wept"]


WEPT = "and/CC/cc/rained that/IN/mark/wept he/PRP/nsubj/wept wept/VBD/conj/rained"


def test_a_second_that_goes_on() -> None:
    """She said it rained and that he wept: one content."""
    assert ended(build(SAID + WEPT), {}) == ["it rained and that he wept"]


def test_a_second_that_behind_marks_begins_another_content() -> None:
    """She said it “rained,” and that he wept: two contents, in order."""
    marked = SAID + ",/,/punct/rained ”/''/punct/rained "
    assert ended(build(marked + WEPT), {}) == ["it rained", "he wept"]


def test_a_second_that_goes_on_behind_marks_without_a_comma_inside() -> None:
    """She said it “rained” and that he wept: one content."""
    marked = SAID + "”/''/punct/rained "
    assert ended(build(marked + WEPT), {}) == ["it rained ” and that he wept"]


def test_a_content_before_its_cue_stays() -> None:
    """Rules look only behind the cue."""
    parse = build("It/PRP/nsubj/rained rained/VBD/ccomp/said he/PRP/nsubj/said said/VBD/ROOT")
    content = Content(ranges=((0, 2),), origin="before", root=1)
    assert bound(parse, {3: 0.9}, 3, content) == (content,)


@pytest.mark.parametrize(("first", "stops"), [("was", True), ("a", False)])
def test_marks_that_go_on_end_a_content(first: str, *, stops: bool) -> None:
    """A content goes on to the mark that closes what opened in it; not one that began inside."""
    parse = build(
        "It/PRP/nsubj/said said/VBD/ROOT rain/NN/nsubj/was was/VBD/ccomp/said “/``/punct/loss "
        "a/DT/det/loss loss/NN/attr/was ././punct/said",
        "A/DT/det/rout rout/NN/ROOT ././punct/rout ”/''/punct/rout",
    )
    words = list(parse.words)
    stretch = TokenRange(words.index(first), words.index("loss") + 1)
    content = Content(ranges=(stretch,), origin="ccomp", root=3)
    closed = to_closing_mark(parse, laid(parse), 1, content)
    assert (closed.ranges[0].end == words.index("rout") + 1) is stops


@pytest.mark.parametrize(
    ("told", "first", "start", "content"),
    [
        ("rained/VBD/ccomp/said", "Go", 2, "it rained"),
        ("rained/VBD/ccomp/said", "Go", 6, "it rained"),
        ("rained/VBD/ccomp/said", "go", 2, "it rained : “ go"),
        ("was/VBD/ccomp/said", "Go", 2, "it was : “ Go"),
        ("was/VBD/ccomp/said", "Go", 6, "Go"),
    ],
)
def test_a_clause_ends_where_the_same_is_said_in_so_many_words(
    told: str, first: str, start: int, content: str
) -> None:
    """Whether the marked words or all were taken for it; not a clause that lacks what follows."""
    it = f"it/PRP/nsubj/{told[:3]}" if told[:3] == "was" else "it/PRP/nsubj/rained"
    parse = build(
        f"She/PRP/nsubj/said said/VBD/ROOT {it} {told} :/:/punct/said “/``/punct/said "
        f"{first}/VB/dep/said ”/''/punct/said"
    )
    given = Content(ranges=(TokenRange(start, 7),), origin="behind", root=3)
    found = before_own_words(parse, laid(parse), 1, given)
    assert " ".join(parse.words[slice(*found.ranges[-1])]) == content


def test_according_to_rules_ends_nothing() -> None:
    """What bare things name is no source, so the content goes on."""
    parse = build(
        SAID + "according/VBG/prep/rained to/IN/prep/according rules/NNS/pobj/to ././punct/said"
    )
    assert ended(parse, {4: 0.9}) == ["it rained according to rules"]


@pytest.mark.parametrize(
    ("verb", "content"),
    [("adding", "it rained"), ("flying", "it rained before flying home")],
)
def test_what_came_before_a_deed_is_told_too(verb: str, content: str) -> None:
    """Before adding more the reporter takes over; before flying home nobody does."""
    parse = build(SAID + f"before/IN/prep/rained {verb}/VBG/pcomp/before home/RB/advmod/{verb}")
    assert ended(parse, {5: 0.9}) == [content]


SHE_SAID = ",/,/punct/was she/PRP/nsubj/said said/VBD/parataxis/was ,/,/punct/was "
MARKED = "“/``/punct/was {0}/JJ/acomp/was ”/''/punct/was"


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("It/PRP/nsubj/was was/VBD/ROOT " + SHE_SAID + MARKED.format("wet"), ["It was", "wet"]),
        ("It/PRP/nsubj/was was/VBD/ROOT " + SHE_SAID + MARKED.format("Wet"), ["Wet"]),
        ("Yes/UH/intj/was was/VBD/ROOT " + SHE_SAID + MARKED.format("wet"), ["wet"]),
    ],
)
def test_marked_words_complete_a_clause(sentence: str, content: list[str]) -> None:
    """A clause with a subject before the cue's own belongs to words that go on with it."""
    parse = build(sentence)
    alignment = laid(parse)
    start, end = alignment.ranges[0]
    told = Content(ranges=(TokenRange(start, end),), origin="behind,", root=start)
    cue = list(parse.words).index("said")
    found = around_inserted_clause(parse, alignment, {}, cue, told)
    assert [" ".join(parse.words[slice(*part)]) for part in found.ranges] == content


@pytest.mark.parametrize(
    "clause",
    [
        "and/CC/cc/rained Bo/NNP/nsubj/warned warned/VBD/conj/rained",
        "while/IN/mark/warn Bo/NNP/nsubj/warn would/MD/aux/warn warn/VB/advcl/said",
    ],
)
def test_what_is_said_to_be_said_goes_on(clause: str) -> None:
    """A report in the tense of what is told, or with an auxiliary, is told, too."""
    parse = build(SAID + ",/,/punct/rained " + clause + " ././punct/said")
    verb = next(token for token, word in enumerate(parse.words) if word.startswith("warn"))
    assert ended(parse, {verb: 0.9}) == [" ".join(parse.words[2:-1])]


INSERTED = (
    "Fares/NNS/nsubj/rise will/MD/aux/rise rise/VB/{rise} ,/,/punct/said "
    "she/PRP/nsubj/said said/VBD/{said} ,/,/punct/said and/CC/cc/rise "
    "Bo/NNP/nsubj/told told/VBD/conj/rise us/PRP/dobj/told why/WRB/advmod/told"
)


@pytest.mark.parametrize(
    ("rise", "said"), [("ROOT", "parataxis/rise"), ("ccomp/said", "ROOT")], ids=["beside", "below"]
)
@pytest.mark.parametrize(("probability", "count"), [(0.9, 1), (0.2, 2)])
def test_another_speaker_takes_over_behind_an_inserted_clause(
    rise: str, said: str, probability: float, count: int
) -> None:
    """Fares will rise, she said, and Bo told us why: what Bo told is none of her words."""
    parse = build(INSERTED.format(rise=rise, said=said))
    content = Content(ranges=(TokenRange(0, 3), TokenRange(8, 12)), origin="around", root=2)
    (found,) = bound(parse, {9: probability}, 5, content)
    assert found.ranges == content.ranges[:count]


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("in/IN/prep/said a/DT/det/letter letter/NN/pobj/in", 1),
        ("speaking/VBG/advcl/said on/IN/prep/speaking anonymity/NN/pobj/on", 1),
        ("in/IN/prep/said the/DT/det/end end/NN/pobj/in", 2),
    ],
)
def test_how_it_was_said_is_not_what_was_said(told: str, count: int) -> None:
    """Fares will rise, she said, in a letter: the letter is none of her words."""
    parse = build(
        "Fares/NNS/nsubj/rise will/MD/aux/rise rise/VB/ccomp/said ,/,/punct/said "
        f"she/PRP/nsubj/said said/VBD/ROOT ,/,/punct/said {told} ././punct/said"
    )
    content = Content(
        ranges=(TokenRange(0, 3), TokenRange(7, len(parse) - 1)), origin="around", root=2
    )
    (found,) = bound(parse, {}, 5, content)
    assert found.ranges == content.ranges[:count]
