"""Title features: named facts about an extent, without anybody's name."""

from __future__ import annotations

import pytest

from quoteattr.entities.title_features import extent_features, head_of, noun_kind
from quoteattr.entities.title_sites import Place, find_sites
from quoteattr.syntax.tokens import TokenRange
from reading import read


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("wife", "kin"), ("gen.", "short"),
        ("mr", "courtesy"), ("minister", "title"), ("surgeon", "role"), ("surgeons", "roles"),
        ("witness", "person"), ("villagers", "people"), ("ministry", "body"),
        ("report", "document"), ("jigglers", "-ers"), ("tables", "others"),
    ],
)  # fmt: skip
def test_kinds_of_nouns(word: str, kind: str) -> None:
    """The lexicon tells the kind; the ending does where it knows nothing."""
    assert noun_kind(word) == kind


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("chairman of the board", "chairman"),
        ("director, Coast Hospital", "director"),
        ("retired shop clerk", "clerk"),
        ("former Ohio governor", "governor"),
        ("former managing director", "director"),
        ("former acting governor", "governor"),
    ],
)
def test_the_head_ends_the_first_noun_group(text: str, head: str) -> None:
    """A preposition or a comma ends the group; a participle before its noun does not."""
    parse = read(text)
    assert parse.words[head_of(parse, 0, len(parse))] == head


def test_features_tell_place_kind_and_neighbourhood() -> None:
    """They say where the title stands, what its head is, and what is around it."""
    parse = read("Jane Doe, a surgeon from Riga, left.")
    name = TokenRange(0, 2)
    named = {0: name, 1: name}
    [site] = [s for s in find_sites(parse, [name], named) if s.place is Place.BEHIND]
    surgeon = parse.words.index("surgeon")
    found = set(extent_features(parse, site, TokenRange(surgeon, surgeon + 1), named))
    assert {"place=behind", "kind=role", "before=a", "follows=from", "length=1"} <= found


def test_no_name_is_a_feature() -> None:
    """What names somebody or something appears in no feature."""
    parse = read("Trade Minister Jane Doe, head of Wexford Ltd, left.")
    name = TokenRange(2, 4)
    named = {2: name, 3: name}
    features = {
        feature
        for site in find_sites(parse, [name], named)
        for extent in site.extents()
        for feature in extent_features(parse, site, extent, named)
    }
    assert features
    assert not any("jane" in one.lower() or "wexford" in one.lower() for one in features)
