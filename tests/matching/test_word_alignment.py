"""Word alignment: gaps, brackets and ellipses are bridged, contradictions are not."""

from __future__ import annotations

import pytest
from hypothesis import given

from quoteattr import Quote
from quoteattr.matching.comparison import compare, read_wording
from quoteattr.matching.word_alignment import Alignment, align_words
from strategies import retold
from versions import said


def aligned(one: str, other: str) -> Alignment:
    """Align two quotations."""
    ours, theirs = read_wording(said(one)), read_wording(said(other))
    assert ours
    assert theirs
    return align_words(ours.words, ours.flags, theirs.words, theirs.flags)


@pytest.mark.parametrize(
    ("one", "other", "shared", "altered"),
    [
        ("we lost it all last night", "we lost it all last night", 6, 0),
        ("we lost it all last night", "we lost nearly it all last night", 6, 1),
        ("we lost it all last night", "we lost [the game] all last night", 5, 1),
        ("we lost it all last night", "we [all] lost it all last night", 6, 0),
        ("we lost it and never came back there", "we lost it … came back there", 6, 1),
        ("we lost it|all last night", "we lost it by a mile and all last night", 6, 1),
        (
            "we lost it|all|of us|last night",
            "we lost it yes all well of us and so last night",
            8,
            3,
        ),
        (
            "we lost it … as I told you",
            "we lost it by one [very bad and very late] goal as I told you",
            7,
            1,
        ),
        ("we lost the e-mail last night", "we lost the email last night", 5, 0),
        ("then we lost it in March last year", "then we lost it in May last year", 5, 0),
        ("we lost 5 games and the cup", "we lost 7 games and the cup", 4, 0),
        ("we have not lost the cup", "we have lost the cup", 3, 0),
        ("once I told Harris the cup was lost", "once I told Webber the cup was lost", 4, 0),
    ],
)
def test_alignment(one: str, other: str, shared: int, altered: int) -> None:
    """So many words are shared, and so many altered among them."""
    found = aligned(one, other)
    assert (len(found.pairs), found.altered) == (shared, altered)


@pytest.mark.parametrize("mark", [" ", "|"])
def test_long_texts(mark: str) -> None:
    """Versions of a running text are aligned throughout, wherever marks part it."""
    lines = [
        f"and then they put the {k}th box on a cart and took it to the mill" for k in range(60)
    ]
    changed = [line.replace("mill", "barn") if k % 9 == 4 else line for k, line in enumerate(lines)]
    found = aligned(mark.join(lines), mark.join(changed))
    assert (len(found.pairs), found.altered) == (60 * 17 - 7, 7)


@given(retold())
def test_either_way_alike(documents: list[tuple[int, list[Quote]]]) -> None:
    """Which quotation comes first changes nothing; pairs are of equal words, in order."""
    read = [read_wording(quote) for _, some in documents for quote in some]
    wordings = [wording for wording in read if wording]
    for one in wordings[:4]:
        for other in wordings[:4]:
            link, alignment = compare(one, other)
            back_link, back = compare(other, one)
            assert link is back_link
            if one != other:
                assert back.pairs == tuple((j, i) for i, j in alignment.pairs)
            assert all(one.words[i] == other.words[j] for i, j in alignment.pairs)
            assert list(alignment.pairs) == sorted(set(alignment.pairs))
