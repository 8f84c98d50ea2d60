"""Titles of speakers: at the name, and in what refers to it."""

from __future__ import annotations

import attrs

from quoteattr import extract_quotes
from quoteattr.attribution.attributions import attribute
from quoteattr.entities.cast import build_cast
from quoteattr.records import SpeakerKind
from quoteattr.speakers.antecedents import walk_through
from quoteattr.speakers.speaker_titles import sites_of_reference, titles_of_speakers
from quoteattr.speakers.walks import Walk, by_weights
from quoteattr.text.segments import find_segments
from reading import read


def _walk(text: str) -> Walk:
    parse, segments = read(text), find_segments(text).segments
    attributions = attribute(parse, segments)
    heads = [one.source.head for one in attributions if one.source]
    return walk_through(build_cast(parse, segments, heads), attributions, by_weights())


def test_titles_at_the_name_and_in_references() -> None:
    """What a name and what a pronoun’s clause tell are titles of one person, in text order."""
    walk = _walk("Mayor Ann Lee left. She is a lawyer. “It rains,” Lee said.")
    [found] = titles_of_speakers(walk, {0: SpeakerKind.PERSON}).values()
    words = walk.cast.parse.words
    assert [words[title.start] for title in found if title.settled] == ["Mayor", "lawyer"]


def test_a_name_is_no_reference() -> None:
    """Only pronouns and noun phrases have sites of their own."""
    walk = _walk("Mayor Ann Lee left. She is a lawyer.")
    she = walk.cast.parse.words.index("She")
    assert len(list(sites_of_reference(walk, she))) == 1
    assert list(sites_of_reference(walk, 1)) == []


def test_a_reference_begins_with_its_own_words() -> None:
    """What hangs on a noun from farther away, as the marks before it may, is no part of it."""
    walk = _walk("“The pier is full,” the cabinet secretary for ports, beside Lena Ek, said.")
    parse = walk.cast.parse
    sites = [site for token in walk.references for site in sites_of_reference(walk, token)]
    assert [parse.words[site.name.start] for site in sites] == ["the"]


def test_a_reference_begins_with_the_whole_name_of_its_owner() -> None:
    """The chief of South Ruria's army is no chief of Ruria's."""
    walk = _walk("Ann Lee spoke. South Ruria's army chief left on Friday, and so did the judge.")
    parse = walk.cast.parse
    token = parse.words.index("chief")
    [site] = sites_of_reference(walk, token)
    assert parse.words[site.name.start] == "South"


def test_whose_role_it_is_has_the_title() -> None:
    """A role that a pronoun owns is that of whom the pronoun means."""
    walk = _walk("Ann Lee left. In her role as mayor of Riga, she wept.")
    parse = walk.cast.parse
    [site] = sites_of_reference(walk, parse.words.index("her"))
    assert parse.words[site.starts[0]] == "mayor"


def test_what_was_taken_for_another_may_be_a_title() -> None:
    """Everybody by name whom a noun for a person means with a fair chance has its title."""
    walk = _walk("Ann Lee met Bo Ek. The harbour master wept. “It rains,” Lee said. Ek left.")
    token = walk.cast.parse.words.index("master")
    answer = walk.answers[token]
    walk.answers[token] = attrs.evolve(answer, ranked=[(0, 0.6), (1, 0.4)])
    walk.found[token] = 0
    found = titles_of_speakers(walk, {0: SpeakerKind.PERSON, 1: SpeakerKind.PERSON})
    assert [[title.taken for title in found[number]] for number in (0, 1)] == [["own"], ["named"]]


def test_who_speak_together_have_a_title_each() -> None:
    """The first of two roles is no title of both, but of the member it stands for."""
    (quote,) = extract_quotes("The Danish rector and the Irish coach said that it was late.")
    speaker = quote.speaker
    assert speaker is not None
    assert speaker.title is None
    assert [member.title for member in speaker.members] == ["Danish rector", "Irish coach"]
    (quote,) = extract_quotes("The historians Ann Lee and Bo Ek said that it was late.")
    assert quote.speaker is not None
    assert quote.speaker.members[0].title == "historians"
