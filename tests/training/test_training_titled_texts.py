"""Titled texts: which names are whose."""

from __future__ import annotations

from parses import build
from quoteattr.entities.cast import build_cast
from quoteattr.speakers.antecedents import walk_through
from quoteattr.speakers.walks import by_weights
from quoteattr.syntax.tokens import TokenRange
from quoteattr.training.titled_texts import (
    TitledSpeaker,
    TitledText,
    last_token_up_to,
    mentions_by_name,
)

PARSE = build(
    "Ann/NNP/compound/Lee Lee/NNP/nsubj/met met/VBD/ROOT Bo/NNP/compound/Ek Ek/NNP/dobj/met",
    "Lee/NNP/nsubj/left left/VBD/ROOT",
    "Eva/NNP/compound/Lee Lee/NNP/nsubj/met met/VBD/ROOT Ann/NNP/dobj/met",
)


def speaker(*names: str) -> TitledSpeaker:
    """Make somebody with these names and no title."""
    return TitledSpeaker(names=names, titles=())


def test_names_are_whose_they_can_only_be() -> None:
    """A full name and a part that nobody shares are the speaker's; a shared family name is not."""
    spans = [TokenRange(*span) for span in ((0, 2), (3, 5), (5, 6), (7, 9), (10, 11))]
    walk = walk_through(build_cast(PARSE, [], []), [], by_weights())
    text = TitledText(parse=PARSE, walk=walk, names=spans, speakers=())
    assert mentions_by_name(text, speaker("Ann Lee")) == [(0, 2), (10, 11)]
    assert mentions_by_name(text, speaker("Bo Ek")) == [(3, 5)]
    assert mentions_by_name(text, speaker("Lee")) == [(5, 6)]


def test_offsets_lie_in_tokens() -> None:
    """An offset between two tokens is the earlier one's."""
    assert [last_token_up_to(PARSE, place) for place in (0, 2, 3, 4)] == [0, 0, 0, 1]
