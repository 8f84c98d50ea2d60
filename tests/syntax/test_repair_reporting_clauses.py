"""Reporting clauses behind what is said, and what the parser made of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies
from quoteattr.syntax.repair_reporting_clauses import restore_reporting_clauses
from quoteattr.syntax.tokens import Parse
from reading import check_tree, read

TAGS = (
    "NN",
    "NNS",
    "VBZ",
    "VBP",
    "VB",
    "IN",
    ",",
    ".",
    "CD",
    "''",
    "DT",
    "VBD",
    "WRB",
    "VBD",
    "NNP",
    "RB",
    "VBP",
    "NN",
    ":",
    "``",
)
WORDS = (
    "tax",
    "says",
    "warns",
    "warn",
    "of",
    ",",
    "chief",
    ".",
    "5",
    "”",
    "the",
    "asked",
    "why",
    "left",
    "Rangers",
    "forward",
    "goalie",
    "read",
    ":",
    "“",
)


def said(parse: Parse) -> dict[str, list[str]]:
    """Give the words that each root governs, by the root."""
    return {
        word: [f"{parse.words[child]}/{parse.deps[child]}" for child in parse.children[token]]
        for token, word in enumerate(parse.words)
        if parse.deps[token] == "ROOT"
    }


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("“We need rain,” the farm's owner, Mr Gus Noble, said.", "said", "owner"),
        ("“It's late,” the crew's captain, Will Moss, told fans.", "told", "captain"),
        ("Asked if it was safe, the ferry's boss, Kim Yule, replied: “Yes.”", "replied", "boss"),
        ("“I hope,” the crew's captain, Will Moss, has told fans.", "told", "captain"),
        ("They met the farm's owner, Gus Noble, who said it was dry.", "met", "They"),
    ],
)
def test_a_noun_with_a_name_beside_it_is_the_subject(text: str, verb: str, subject: str) -> None:
    """A noun and a name between commas are no object of what stands before the first comma."""
    assert f"{subject}/nsubj" in said(read(text))[verb]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("“We regret it,” said a spokesman in a statement.", "said"),
        ("“We regret it,” said the striker in an interview with Radio Oslo.", "said"),
        ("“We regret it,” said a line in the letter.", "line"),
        ("“We regret it,” said a waiter in the village.", "waiter"),
    ],
)
def test_in_what_text_somebody_says_it_belongs_to_the_verb(text: str, head: str) -> None:
    """A statement tells where it was said, not which spokesman said so."""
    parse = read(text)
    assert parse.words[parse.heads[list(parse.words).index("in")]] == head


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Rangers goalie Igor Petrov said he was tired.", "said"),
        ("“It held,” Penguins forward Cody Larsson said.", "said"),
        ("“It held,” said Flames forward Blake Colter.", "said"),
        ("Lions fullback Hugo Keen made one tackle and left.", "made"),
    ],
)
def test_a_role_between_a_team_and_a_name_is_a_noun(text: str, verb: str) -> None:
    """The name is the subject, and team and role are part of its phrase."""
    parse = read(text)
    name = next(
        t for t, w in enumerate(parse.words) if w in ("Petrov", "Larsson", "Colter", "Keen")
    )
    assert (parse.deps[name], parse.words[parse.heads[name]]) == ("nsubj", verb)
    assert [parse.heads[name - 3], parse.heads[name - 2]] == [name, name]
    assert parse.tags[name - 2] == "NN"


@pytest.mark.parametrize(
    ("headline", "verb", "subject", "clause"),
    [
        ("Tax rise ‘inevitable’, warns central bank chief", "warns", "chief", "rise"),
        ("Rail fares to rise by 5%, confirms minister", "confirms", "minister", "fares"),
        ("Delay ‘cost lives’, claims widow of a driver", "claims", "widow", "lives"),
        ("Ministers misled parliament over dam, court rules", "rules", "court", "misled"),
        ("Doctors to strike in June, union says", "says", "union", "Doctors"),
        ("Dam to burst, minister of water claims", "claims", "minister", "burst"),
        ("Harbour to shut, Petrov reports", "reports", "Petrov", "Harbour"),
    ],
)
def test_who_says_so_is_the_subject(headline: str, verb: str, subject: str, clause: str) -> None:
    """The verb behind the comma is the root, its noun the subject, what stands before a clause."""
    governed = said(read(headline))[verb]
    assert f"{subject}/nsubj" in governed
    assert f"{clause}/ccomp" in governed


@pytest.mark.parametrize(
    ("headline", "root", "noun"),
    [
        ("Minister denies theft, perjury claims", "denies", "claims"),
        ("Mayor held over arson, fraud reports", "held", "reports"),
        ("Dam plan meets legal, cost fears", "meets", "fears"),
    ],
)
def test_what_nobody_says_is_a_noun(headline: str, root: str, noun: str) -> None:
    """A plural noun behind one that cannot speak hangs on the front, however it was read."""
    parse = read(headline)
    assert list(said(parse)) == [root]
    assert parse.deps[list(parse.words).index(noun)] != "ROOT"


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("“Pay your dues by Friday,” read the notice.", "read", "notice"),
        ("“Nobody sleeps here,” added a Leeds baker.", "added", "baker"),
        ("“Sell the boats now,” tweeted club spokesman Ian Orr.", "tweeted", "Orr"),
        (
            "“The catch,” said Ilse Maurer, a broker who is the head of the desk, “is the price.”",
            "said",
            "Maurer",
        ),
    ],
)
def test_a_noun_behind_marks_and_verb_is_the_subject(text: str, verb: str, subject: str) -> None:
    """Whatever the parser made of it, a verb behind marks has the next noun as its subject."""
    parse = read(text)
    token = list(parse.words).index(verb)
    subjects = [child for child in parse.children[token] if parse.deps[child] == "nsubj"]
    assert [parse.words[child] for child in subjects] == [subject]


def test_a_verb_that_joins_another_keeps_its_object() -> None:
    """Of “called it “bad,” denounced the plan” the plan is denounced."""
    words = ["She", "was", "“", "bad", ",", "”", "denounced", "plans"]
    tags = ["PRP", "VBD", "``", "JJ", ",", "''", "VBD", "NNS"]
    deps = ["nsubj", "ROOT", "punct", "acomp", "punct", "punct", "conj", "dobj"]
    columns = (tags, deps, [1, 1, 3, 1, 1, 1, 1, 6])
    assert restore_reporting_clauses(words, columns, [(0, 8)]) == columns


@pytest.mark.parametrize(
    "text",
    [
        "Mayor quits, warns council",
        "Fares to rise, confirms minister.",
        "Storm hits coast, chaos continues",
        "Union says fares rise",
        "Fares to rise, minister",
        "Fares to rise, says the man who knows it",
    ],
)
def test_what_is_no_such_headline_stays(text: str) -> None:
    """Two predicates of one subject, a stop, another verb, no verb, and more than a noun."""
    parse = read(text)
    columns = (list(parse.tags), list(parse.deps), list(parse.heads))
    assert restore_reporting_clauses(parse.words, columns, parse.sentences) == columns


@given(st.lists(st.integers(0, len(TAGS) - 1), min_size=2, max_size=14), st.data())
def test_every_token_still_leads_to_a_root(kinds: list[int], data: st.DataObject) -> None:
    """Whatever the sentence, heads form no circle and a root is its own head."""
    size = len(kinds)
    deps, heads = data.draw(strategies.trees(size, ["dep"]))
    words = [WORDS[kind] for kind in kinds]
    tags = [TAGS[kind] for kind in kinds]
    _, deps, heads = restore_reporting_clauses(words, (tags, deps, heads), [(0, size)])
    check_tree(deps, heads)


def test_an_age_is_the_subject_of_the_verb_behind_it() -> None:
    """Whom the parser takes for a modifier of "said" says it, article and all."""
    parse = read("It fell. “It sounded like the sky tearing,” the 34-year-old said.")
    assert "old/nsubj" in said(parse)["said"]
    old = parse.words.index("old")
    assert parse.words[parse.lefts[old]] == "the"


def test_a_role_before_a_name_is_no_verb() -> None:
    """An officer in front of a name behind the marks is part of the subject."""
    parse = read("“We counted eleven,” said fisheries officer Achieng Odera, standing on the pier.")
    assert "Odera/nsubj" in said(parse)["said"]
    assert parse.tags[parse.words.index("officer")] == "NN"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("A banner read: “Justice for Ines”.", "banner"),
        ("The headline read: “Dam at risk”.", "headline"),
        ("His T-shirt read: “Made in Kisumu”.", "shirt"),
        ("A good read: “The Long Ebb”.", None),
    ],
)
def test_what_a_text_says_is_read(text: str, subject: str | None) -> None:
    """Between a noun and its words “read” is a verb; behind an adjective it is what one reads."""
    parse = read(text)
    verb = parse.words.index("read")
    subjects = [parse.words[c] for c in parse.children[verb] if parse.deps[c] == "nsubj"]
    assert subjects == ([subject] if subject else [])
