"""Best title: which of several tells who speaks."""

from __future__ import annotations

import attrs
import pytest

from quoteattr.entities.titles import find_titles
from quoteattr.scoring.linear_model import Model
from quoteattr.speakers.best_title import best_title, rank_titles, title_features
from quoteattr.speakers.speaker_titles import SpeakerTitle, at_name
from quoteattr.syntax.tokens import Parse
from reading import read


def _titles(text: str) -> tuple[Parse, tuple[SpeakerTitle, ...]]:
    parse = read(text)
    names = [(token, token + 2) for token in range(len(parse)) if parse.words[token] == "Jane"]
    return parse, tuple(map(at_name, find_titles(parse, names)))


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("Gov. Jane Doe, the head of the state bank, left.", "head of the state bank"),
        ("Mayor Jane Doe, a former teacher, left.", "Mayor"),
        ("Sen. Jane Doe (R-Ky.) left.", "Sen."),
        ("Hon. Jane Doe, minister for fisheries, left.", "minister for fisheries"),
        ("Hon. Jane Doe left.", "Hon."),
        ("Jane Doe, who is a doctor and was mayor of Leeds from 2011 to 2014, left.", "doctor"),
        ("Navy spokeswoman Rear Adm. Jane Doe said no.", "Navy spokeswoman"),
        ("Gen. Jane Doe said no.", "Gen."),
    ],
)
def test_the_fittest_title(text: str, best: str) -> None:
    """The office says more than a rank, a seat, a style of address, or what somebody once was."""
    parse, titles = _titles(text)
    found = best_title(parse, titles, 0)
    assert found is not None
    assert parse.text[parse.starts[found.start] : parse.ends[found.end - 1]] == best


def test_no_titles_no_best_title() -> None:
    """None where the text gives none."""
    parse, titles = _titles("Jane Doe left.")
    assert best_title(parse, titles, 0) is None


def test_the_ranking_keeps_every_title() -> None:
    """The first of equals stands first, and the weights decide the rest."""
    parse, titles = _titles("Mayor Jane Doe left. Jane Doe, a former teacher, wept.")
    ranked = rank_titles(parse, titles, 0, Model(weights={}, about={}))
    assert [title for _, title in ranked] == list(titles)
    former = Model(weights={"former=True": 1.0}, about={})
    assert rank_titles(parse, titles, 0, former)[0][1].former


def test_of_very_many_titles_the_nearest_are_weighed() -> None:
    """A book in which the mayor is the mayor on each page costs no more than its length."""
    parse, titles = _titles("Mayor Jane Doe left. " * 200)
    ranked = rank_titles(parse, titles, len(parse) - 1)
    assert len(titles) == 200
    assert {title for _, title in ranked} < set(titles[100:])


def test_features_tell_distance_and_company() -> None:
    """How far a title stands from the words, and whether another says the same and more."""
    parse, titles = _titles("Mayor Jane Doe left.\n\nJane Doe, mayor of Riga, wept.")
    found = set(title_features(parse, titles[0], titles, len(parse) - 1))
    assert {"away=1", "inside=True", "place=before"} <= found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Jane Doe served as mayor.", "serving"),
        ("Jane Doe was elected as mayor.", "appointing"),
        ("Jane Doe is the mayor.", "title-copula"),
    ],
)
def test_the_verb_of_a_title_is_named(text: str, kind: str) -> None:
    """Of what is said of somebody it is named what sort of verb says it."""
    parse, titles = _titles(text)
    [title] = titles
    assert f"verb={title.place.value}|{kind}" in set(title_features(parse, title, titles, 0))


def test_whom_the_words_were_taken_for_is_named() -> None:
    """Words that were taken for another by name speak less for a speaker than those for nobody."""
    parse, titles = _titles("Mayor Jane Doe left.")
    other = attrs.evolve(titles[0], taken="named", share=0.2)
    assert "taken=named|title" in set(title_features(parse, other, [other], 0))
