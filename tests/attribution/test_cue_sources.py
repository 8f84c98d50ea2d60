"""Sources of cues: who stands with a cue, and what speaks for each."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import strategies
from parses import build
from quoteattr import extract_quotes
from quoteattr.attribution.cue_sources import (
    cue_candidates,
    cue_source_features,
    no_cue_source_features,
    relations,
)
from quoteattr.attribution.cues import stem
from quoteattr.syntax.mentions import Mention, find_mentions
from quoteattr.syntax.quoted_tokens import align
from quoteattr.syntax.tokens import Parse
from quoteattr.text.segments import find_segments
from reading import read

LEFT = "Ann/NNP/nsubj/left left/VBD/ROOT ././punct/left"


def words(parse: Parse, mentions: tuple[Mention, ...]) -> list[str]:
    """Give the words of mentions."""
    return [" ".join(parse.words[m.start : m.end]) for m in mentions]


def roles(sentence: str, cue: str) -> dict[str, str]:
    """Give the roles of nouns beside a cue, by their words."""
    parse = build(sentence)
    found = relations(parse, list(parse.words).index(cue))
    return {parse.words[token]: role for token, role in found.items()}


@pytest.mark.parametrize(
    ("sentence", "cue", "noun", "role"),
    [
        ("Ann/NNP/nsubj/said said/VBD/ROOT it/PRP/dobj/said", "said", "Ann", "nsubj"),
        (
            "it/PRP/nsubjpass/said said/VBN/ROOT by/IN/agent/said Ann/NNP/pobj/by",
            "said", "Ann", "by:pobj",
        ),
        ("according/VBG/ROOT to/IN/prep/according Ann/NNP/pobj/to", "according", "Ann", "to:pobj"),
        ("her/PRP$/poss/claim claim/NN/ROOT", "claim", "her", "poss"),
        (
            "Ann/NNP/nsubj/left left/VBD/ROOT saying/VBG/advcl/left so/RB/advmod/saying",
            "saying", "Ann", "advcl>nsubj",
        ),
        (
            "Ann/NNP/nsubj/refused refused/VBD/ROOT to/TO/aux/say say/VB/xcomp/refused",
            "say", "Ann", "xcomp>nsubj",
        ),
        (
            "Ann/NNP/nsubj/rose rose/VBD/ROOT and/CC/cc/rose said/VBD/conj/rose",
            "said", "Ann", "conj>nsubj",
        ),
        (
            "men/NNS/nsubj/left who/WP/nsubj/said said/VBD/relcl/men left/VBD/ROOT",
            "said", "men", "relcl^",
        ),
        (
            "men/NNS/nsubj/left saying/VBG/acl/men so/RB/advmod/saying left/VBD/ROOT",
            "saying", "men", "acl^",
        ),
        (
            "Ann/NNP/nsubj/went went/VBD/ROOT try/VB/xcomp/went to/TO/aux/say say/VB/xcomp/try",
            "say", "Ann", "xcomp>xcomp>nsubj",
        ),
    ],
)  # fmt: skip
def test_relations(sentence: str, cue: str, noun: str, role: str) -> None:
    """Subjects, agents and owners stand with a cue; one without a subject inherits one."""
    assert roles(sentence, cue)[noun] == role


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        (
            (
                "Ann/NNP/nsubjpass/quoted quoted/VBN/ROOT by/IN/agent/quoted Bo/NNP/pobj/by "
                "as/IN/prep/quoted saying/VBG/pcomp/as"
            ),
            "saying",
        ),
        (
            (
                "Ann/NNP/nsubjpass/asked asked/VBN/ROOT by/IN/agent/asked Bo/NNP/pobj/by "
                "to/TO/aux/say say/VB/xcomp/asked"
            ),
            "say",
        ),
    ],
)
def test_an_agent_above_does_not_speak(sentence: str, cue: str) -> None:
    """Whom somebody quotes as saying, or asks to say, is the subject alone."""
    assert set(roles(sentence, cue)) == {"Ann"}


def test_an_object_is_quoted_as_saying() -> None:
    """The subject of "quoted him as saying" is him who is quoted, not who quotes."""
    found = roles(
        "Bo/NNP/nsubj/quoted quoted/VBD/ROOT him/PRP/dobj/quoted as/IN/prep/quoted "
        "saying/VBG/pcomp/as",
        "saying",
    )
    assert found == {"him": "nsubj"}


@pytest.mark.parametrize(
    ("blamed", "link", "speaker"),
    [
        ("him/PRP", "for", "him"),
        ("the/DT/det/clerk clerk/NN", "of", "clerk"),
        ("headlines/NNS", "for", "Bo"),
        ("him/PRP", "by", "Bo"),
    ],
)
def test_who_is_blamed_for_saying_so_says_it(blamed: str, link: str, speaker: str) -> None:
    """But whoever makes headlines for it, or shocks somebody by it, says it himself."""
    sentence = (
        f"Bo/NNP/nsubj/mocked mocked/VBD/ROOT {blamed}/dobj/mocked {link}/IN/prep/mocked "
        f"saying/VBG/pcomp/{link} so/RB/advmod/saying"
    )
    found = [word for word, role in roles(sentence, "saying").items() if role.endswith("nsubj")]
    assert found == [speaker]


@pytest.mark.parametrize(("before", "found"), [("Ann", "beside"), ("often", None)])
def test_a_noun_right_before_a_participle(before: str, found: str | None) -> None:
    """In "footage of Ann saying" the noun beside may speak, whatever the participle hangs on."""
    tag = "NNP/pobj/of" if before == "Ann" else "RB/advmod/saying"
    sentence = (
        f"Bo/NNP/nsubj/shows shows/VBZ/ROOT footage/NN/dobj/shows of/IN/prep/footage "
        f"{before}/{tag} saying/VBG/xcomp/shows"
    )
    assert roles(sentence, "saying").get(before) == found


def test_a_subject_of_its_own_ends_the_search() -> None:
    """A complement clause with its own subject takes none from the verb above."""
    found = roles("Ann/NNP/nsubj/knew knew/VBD/ROOT Bo/NNP/nsubj/said said/VBD/ccomp/knew", "said")
    assert found == {"Bo": "nsubj"}


def test_inheritance_has_an_end() -> None:
    """A chain of infinitives is climbed a few steps, not without limit."""
    verbs = ["to/TO/aux/v0 v0/VB/xcomp/began"]
    verbs += [f"to/TO/aux/v{n} v{n}/VB/xcomp/v{n - 1}" for n in range(1, 6)]
    sentence = "Ann/NNP/nsubj/began began/VBD/ROOT " + " ".join(verbs)
    assert "Ann" in roles(sentence, "v2")
    assert "Ann" not in roles(sentence, "v5")


def test_candidates_of_a_cue() -> None:
    """They stand in the cue's sentence or the one before, in its paragraph; never the cue."""
    parse = build(
        "Cy/NNP/nsubj/sang sang/VBD/ROOT", LEFT, "His/PRP$/poss/claim claim/NN/ROOT", "", LEFT
    )
    cue = list(parse.words).index("claim")
    assert words(parse, cue_candidates(parse, find_mentions(parse), cue)) == ["Ann", "His"]


def test_candidates_stop_at_the_paragraph() -> None:
    """The first sentence of a paragraph has no sentence before."""
    parse = build(LEFT, "", "Bo/NNP/nsubj/said said/VBD/ROOT so/RB/advmod/said")
    assert words(parse, cue_candidates(parse, find_mentions(parse), 4)) == ["Bo"]


def test_roles_and_places_are_named() -> None:
    """A cue's candidate is described by its role, its place, and whether it is reported itself."""
    parse = build("Ann/NNP/nsubj/said said/VBD/ROOT Bo/NNP/nsubj/left left/VBD/ccomp/said")
    alignment = align(parse, ())
    ann, bo = find_mentions(parse)
    found = relations(parse, 1)
    names = set(cue_source_features(parse, alignment, 1, [(2, 4)], found, ann))
    assert {"role=nsubj", "distance=before1", f"touches+cue={stem('said')}"} <= names
    assert "in-content" not in names
    assert "in-content" in set(cue_source_features(parse, alignment, 1, [(2, 4)], found, bo))


KINDS = ("role=", "distance=")


@given(strategies.news_texts())
@settings(max_examples=25)
def test_every_candidate_can_be_described(text: str) -> None:
    """On any text every candidate of every cue has one role and one place, and nobody has none."""
    parse = read(text)
    alignment = align(parse, find_segments(text).segments)
    mentions = find_mentions(parse)
    for cue in (token for token in range(len(parse)) if parse.tags[token][0] == "V"):
        found = relations(parse, cue)
        assert cue not in found
        for mention in cue_candidates(parse, mentions, cue):
            assert mention.head != cue
            names = list(cue_source_features(parse, alignment, cue, [], found, mention))
            assert [sum(name.startswith(kind) for name in names) for kind in KINDS] == [1, 1]
        assert "none" in set(no_cue_source_features(parse, cue, found))


@pytest.mark.parametrize(
    ("sentence", "cue", "agent"),
    [
        (
            (
                "It/PRP/nsubjpass/called was/VBD/auxpass/called called/VBN/ROOT “/``/punct/bad "
                "bad/JJ/oprd/called ”/''/punct/bad by/IN/prep/bad Ann/NNP/pobj/by"
            ),
            "called",
            "by:pobj",
        ),
        (
            (
                "It/PRP/nsubjpass/seen was/VBD/auxpass/seen seen/VBN/ROOT as/IN/prep/seen "
                "“/``/punct/bad bad/JJ/amod/as ”/''/punct/bad by/IN/prep/as Ann/NNP/pobj/by"
            ),
            "seen",
            "by:pobj",
        ),
        (
            (
                "Bo/NNP/nsubjpass/told was/VBD/auxpass/told told/VBN/ROOT to/TO/aux/go "
                "“/``/punct/go go/VB/xcomp/told ”/''/punct/go by/IN/prep/go Ann/NNP/pobj/by"
            ),
            "told",
            "by:pobj",
        ),
        (
            (
                "He/PRP/nsubj/called had/VBD/aux/called called/VBN/ROOT it/PRP/dobj/called "
                "“/``/punct/loved loved/VBN/oprd/called ”/''/punct/loved by/IN/agent/loved "
                "Ann/NNP/pobj/by"
            ),
            "called",
            None,
        ),
    ],
)
def test_by_that_the_parse_hangs_between_the_marks(
    sentence: str, cue: str, agent: str | None
) -> None:
    """It was called “bad” by Ann: a passive's agent may hang on the marked words, no active's."""
    assert roles(sentence, cue).get("Ann") == agent


@pytest.mark.parametrize("text", ["The plan was called “a joke” by", "It was dubbed “a joke” by\n"])
def test_by_may_end_a_text(text: str) -> None:
    """Behind a "by" that ends the text stands nobody, and the marked words are found."""
    assert [quote.text for quote in extract_quotes(text)] == ["a joke"]
