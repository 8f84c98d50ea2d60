"""Headlines with a reporting clause behind the last comma."""

from __future__ import annotations

import copy

import pytest

from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.repair_headlines import restore_headlines
from reading import read, said


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
    columns = Columns(list(parse.tags), list(parse.deps), list(parse.heads))
    before = copy.deepcopy(columns)
    restore_headlines(parse.words, columns, parse.sentences)
    assert columns == before
