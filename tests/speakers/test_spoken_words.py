"""Spoken words: who is named inside which quotation, and who speaks by name next."""

from __future__ import annotations

from quoteattr.attribution.attributions import attribute
from quoteattr.entities.cast import build_cast
from quoteattr.speakers.references import reference_to
from quoteattr.speakers.scenes import Scene
from quoteattr.speakers.spoken_words import SpokenWords, next_speaker, read_spoken_words
from quoteattr.speakers.whereabouts import spoken_words_features
from quoteattr.syntax.tokens import Parse
from quoteattr.text.segments import find_segments
from reading import read

TEXT = """Bo Lund met Ann Lee in Oslo on Monday.

“Bo Lund knows nothing of boats,” she said.

Lund said the ferry was late.
"""


def words_of(text: str) -> tuple[Parse, SpokenWords, dict[str, int]]:
    """Read a text, its spoken words, and the numbers of those who have a name in it."""
    parse = read(text)
    segments = find_segments(text).segments
    attributions = attribute(parse, segments)
    cast = build_cast(parse, segments, [])
    numbers = {entity.name: entity.number for entity in cast.entities}
    return parse, read_spoken_words(cast, attributions), numbers


def test_who_is_named_in_what_hangs_on_a_pronoun() -> None:
    """The words that "she" said name Lund and not Lee; all of them are said by somebody."""
    parse, words, numbers = words_of(TEXT)
    she = parse.lowers.index("she")
    assert words.named[she] == {numbers["Bo Lund"]}
    assert parse.lowers.index("boats") in words.holding
    assert parse.lowers.index("met") not in words.holding


def test_a_quotation_that_goes_on_names_for_its_source() -> None:
    """What a speech names in its second paragraph hangs on the source before the first."""
    parse, words, numbers = words_of(
        "Ann Lee said: “We are tired of waiting for the ferry.\n\n“Bo Lund knows nothing.”\n"
    )
    assert numbers["Bo Lund"] in words.named[parse.lowers.index("lee")]


def test_the_next_who_speaks_by_name() -> None:
    """Behind "she" it is Lund; behind the last source nobody."""
    parse, words, numbers = words_of(TEXT)
    last = len(parse) - 1 - list(reversed(parse.words)).index("Lund")
    assert next_speaker(words, parse.lowers.index("she")) == (last, numbers["Bo Lund"])
    assert next_speaker(words, last) is None


def test_nobody_names_themselves() -> None:
    """A candidate is told by whether the words name it, and by whether it speaks next."""
    parse, words, numbers = words_of(TEXT)
    scene = Scene(parse=parse, quoted=[False] * len(parse), told=[0, 1, 2], words=words)
    she = reference_to(parse, parse.lowers.index("she"), speaks=True)
    lund = set(spoken_words_features(scene, she, numbers["Bo Lund"]))
    assert lund >= {"named in own words", "speaks next|1"}
    assert not set(spoken_words_features(scene, she, numbers["Ann Lee"]))


def test_labels_open_turns() -> None:
    """The labels of a transcript are told, and who is named by one."""
    parse, words, numbers = words_of(
        "MODERATOR: Thank you all for coming.\n\nMAYOR SULLIVAN: Glad to be here.\n"
    )
    assert [parse.words[token] for token in words.labels] == ["MODERATOR", "SULLIVAN"]
    assert words.labelled == {numbers["SULLIVAN"]}


def test_brackets_may_stand_behind_a_label() -> None:
    """What a record adds in brackets parts no label from its colon."""
    _, words, numbers = words_of(
        "Mr Bo Lund (Ayton) (Lab): Is it safe?\n\nMs Ann Lee (Beeford) (Con): It is.\n"
    )
    assert words.labelled == {numbers["Bo Lund"], numbers["Ann Lee"]}
