"""Named entities: names as the finder has them, and dates and amounts where no name stands."""

from __future__ import annotations

import attrs

from quoteattr.syntax.named_entities import with_names
from quoteattr.syntax.tokens import with_entities
from reading import read


def labels(text: str) -> dict[str, str]:
    """Give the label of each entity by its words."""
    parse = with_names(with_entities(read(text), []))
    return {
        " ".join(parse.words[entity.start : entity.end]): entity.label for entity in parse.entities
    }


def test_names_and_dates_are_laid_over_the_tokens() -> None:
    """Labels are the words that features use, a place GPE and a person PERSON."""
    found = labels("Mr. Bo Lund of Norway came on Friday with 40 euros.")
    assert found["Bo Lund"] == "PERSON"
    assert found["Norway"] == "GPE"
    assert found["Friday"] == "DATE"
    assert found["40 euros"] == "MONEY"


def test_a_name_outweighs_a_date() -> None:
    """Where a name stands no date is laid; entities never overlap."""
    text = "Mrs. April Lund and the Friday Club met on Monday, May 3, 2021."
    parse = with_names(read(text))
    taken = [token for entity in parse.entities for token in range(entity.start, entity.end)]
    assert len(taken) == len(set(taken))
    assert labels(text)["April Lund"] == "PERSON"


def test_what_was_laid_before_is_gone() -> None:
    """The finder's names take the place of all others."""
    parse = read("Bo Lund left.")
    assert with_names(parse).entities == with_names(with_entities(parse, [])).entities


def test_a_persons_name_ends_in_a_noun() -> None:
    """What the tagger takes for an adverb, since it ends in -ly, is a name in a name."""
    text = "“It will rain,” said Sarah Scully from the Bureau of Meteorology."
    parse = read(text)
    tags = list(parse.tags)
    name = parse.words.index("Scully")
    tags[name] = "RB"
    assert with_names(attrs.evolve(parse, tags=tags)).tags[name] == "NNP"
