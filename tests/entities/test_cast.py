"""The cast: everybody with a name, each with a number and mentions in the text."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from quoteattr.entities.cast import Cast, build_cast, quoted_tokens
from quoteattr.text.segments import find_segments
from reading import read
from strategies import news_texts


def cast_of(text: str) -> Cast:
    """Build the cast of a text in which nobody is known to speak."""
    return build_cast(read(text), find_segments(text).segments, [])


def test_every_name_has_one_entity_and_its_tokens() -> None:
    """Persons come first, a token of a name means its entity, and titles go to their persons."""
    cast = cast_of("Mayor Lena Fox met Bo Ek in Oslo. Fox smiled.")
    assert [entity.name for entity in cast.entities[:2]] == ["Lena Fox", "Bo Ek"]
    fox = cast.entities[0]
    assert [cast.parse.words[start:end] for start, end in fox.spans] == [["Lena", "Fox"], ["Fox"]]
    assert all(cast.at[token] == 0 for start, end in fox.spans for token in range(start, end))
    assert cast.title_at[0] == 0


def test_what_stands_between_marks_is_quoted() -> None:
    """The tokens between the outer marks, and no others."""
    text = "“It ‘holds’ well,” Lena Fox said."
    parse = read(text)
    quoted = quoted_tokens(parse, find_segments(text).segments)
    inside = [word for word, within in zip(parse.words, quoted, strict=True) if within]
    assert inside[0] == "It"
    assert "Lena" not in inside
    assert "holds" in inside


@given(news_texts() | st.text(max_size=80))
def test_mentions_lie_in_the_text_and_are_disjoint(text: str) -> None:
    """In any text the spans of one entity are tokens of it, in order, without overlap."""
    cast = cast_of(text)
    assert [entity.number for entity in cast.entities] == list(range(len(cast.entities)))
    for entity in cast.entities:
        assert entity.name
        assert all(0 <= start < end <= len(cast.parse) for start, end in entity.spans)
        assert all(one[1] <= two[0] for one, two in itertools.pairwise(entity.spans))


def test_letters_of_an_office_name_nothing_alone() -> None:
    """Where letters head somebody's title, "the MEC" is the office and no body."""
    text = "The MEC said no. Finance MEC Noma Dube left. The SABC said yes."
    parse = read(text)
    heads = [place for place, dep in enumerate(parse.deps) if dep == "nsubj"]
    names = [entity.name for entity in build_cast(parse, [], heads).entities]
    assert "Noma Dube" in names
    assert "SABC" in names
    assert "MEC" not in names


def test_what_is_spoken_without_marks_is_quoted() -> None:
    """The words of a turn are its speaker's own, too."""
    text = "LEE: It holds."
    parse = read(text)
    quoted = quoted_tokens(parse, (), [(5, len(text))])
    inside = [word for word, within in zip(parse.words, quoted, strict=True) if within]
    assert inside == ["It", "holds", "."]
