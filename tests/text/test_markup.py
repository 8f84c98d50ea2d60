"""Markup: what is plainly a tag, a link or emphasis goes, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edited import edited
from quoteattr.text.markup import find_markup

WORDS = st.text(alphabet="abc def,.’“”", min_size=1).filter(lambda text: not text.isspace())


def bare(text: str) -> str:
    """Take the markup out."""
    return edited(text, find_markup(text))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("<p>It <b>rained</b>.</p>", "\n\nIt rained.\n\n"),
        ('<a href="/x">Ann</a> left.<br/>Bo stayed.', "Ann left.\n\nBo stayed."),
        ("Ann<script>var q = '<b>';</script> left.", "Ann\n\n left."),
        ("İ Ann<STYLE>b {}</Style> left<!-- now -->.", "İ Ann\n\n left\n\n."),
        ("<q cite='/x'>No,</Q> said Ann.", "“No,” said Ann."),
        ("Ann<!-- “No,” she said. --> left.", "Ann\n\n left."),
        ("[Ann Lee](https://a.b/c_(d)) left.", "Ann Lee left."),
        ("![a boat](boat.png) Ann left.", " Ann left."),
        ("**“No,”** said _Ann_.", "“No,” said Ann."),
        ("## The harbour\nIt is shut.", "The harbour\nIt is shut."),
        ("It is shut.\n* * *\nBo left.", "It is shut.\n\nBo left."),
    ],
)
def test_markup_is_left_out(text: str, read: str) -> None:
    """Tags of blocks end a paragraph, q quotes; of others, links and emphasis the words stay."""
    assert bare(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "Costs < 5 and > 3 are low.",
        "The <untold> story",
        "2 * 3 * 4 is 24.",
        "snake_case_names stay",
        "It is shut [see page 3] (again).",
        "the #1 team",
        "<!-- this never ends",
        "<ſcript>No</script",
        "<quote>No</quote>",
        "\\*no emphasis\\*",
    ],
)
def test_what_only_looks_like_markup_stays(text: str) -> None:
    """Signs with another use are part of the text."""
    assert bare(text) == text


@given(WORDS, st.sampled_from(["b", "EM", "span class='x'", 'a href="y"']))
def test_an_inline_tag_is_gone(words: str, tag: str) -> None:
    """What stands between two tags is read without them."""
    assert bare(f"<{tag}>{words}</{tag.split(maxsplit=1)[0]}>") == words


@given(WORDS, st.sampled_from(["p", "DIV", "li", "h2 id='x'"]))
def test_a_block_stands_alone(words: str, tag: str) -> None:
    """What stands between two tags of blocks is a paragraph."""
    assert bare(f"<{tag}>{words}</{tag.split(maxsplit=1)[0]}>") == f"\n\n{words}\n\n"


@given(st.text(alphabet="ab <>/pi[]()!*_#-\n", max_size=60))
def test_any_text_has_edits_apart(text: str) -> None:
    """Edits lie in the text, in order; where there is none of these signs there is no edit."""
    edits = find_markup(text)
    places = [place for edit in edits for place in (edit.start, edit.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
    assert find_markup("".join(sign for sign in text if sign in "ab pi\n")) == []
