"""Surnames that look like common words, and what the tagger made of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.syntax.repair_surnames import restore_surnames
from reading import read


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Columnist George Will is back. “He is weak,” Will urged.", "Will"),
        ("The club chose Al From. “We lost,” From said.", "From"),
        ("Jack Early came second. Informed of it, Early described it as “news”.", "Early"),
    ],
)
def test_a_surname_before_a_verb(text: str, word: str) -> None:
    """A surname that is also a small word is the subject of the finite verb behind it."""
    parse = read(text)
    last = max(token for token, known in enumerate(parse.words) if known == word)
    assert (parse.tags[last], parse.deps[last]) == ("NNP", "nsubj")
    assert parse.heads[last] == last + 1
    assert last in parse.children[last + 1]


def test_a_word_stays_where_nobody_has_it_for_a_name() -> None:
    """Without a full name in the text a word keeps its tag."""
    parse = read("Will he come? From here it looks bad.")
    assert not {"Will", "From"} & {
        w for w, t in zip(parse.words, parse.tags, strict=True) if t == "NNP"
    }


def test_a_word_that_is_no_subject_stays() -> None:
    """The auxiliary “Will” before a pronoun is no name, though one of the text's people has it."""
    tags, deps, _ = restore_surnames(
        ["Ann", "Will", "left", "Will", "she", "return"],
        ["NNP", "NNP", "VBD", "MD", "PRP", "VB"],
        ["compound", "nsubj", "ROOT", "aux", "nsubj", "ROOT"],
        [1, 2, 2, 5, 5, 5],
    )
    assert (tags[3], deps[3]) == ("MD", "aux")


def test_a_verb_below_its_subject_takes_its_place() -> None:
    """Where the verb hung on the name, it hangs on what the name hung on, or is a root."""
    _, deps, heads = restore_surnames(
        ["Ann", "From", "left", "From", "agreed"],
        ["NNP", "NNP", "VBD", "IN", "VBD"],
        ["compound", "nsubj", "ROOT", "ROOT", "pcomp"],
        [1, 2, 2, 3, 3],
    )
    assert (deps[3:], heads[3:]) == (["nsubj", "ROOT"], [4, 4])


_TOKENS = st.lists(
    st.tuples(
        st.sampled_from(["Ann", "Will", "said", "left", "he"]),
        st.sampled_from(["NNP", "MD", "VBD", "NN", "IN"]),
        st.sampled_from(["nsubj", "aux", "prep", "compound", "ccomp"]),
        st.integers(0, 9),
    ),
    max_size=10,
)


@given(_TOKENS)
def test_the_tokens_stay_a_forest(tokens: list[tuple[str, str, str, int]]) -> None:
    """Going up from any token ends at a root, whatever was restored."""
    words, tags, deps, places = ([column[i] for column in tokens] for i in range(4))
    heads = [min(place, token) for token, place in enumerate(places)]
    _, _, found = restore_surnames(words, tags, deps, heads)
    for token in range(len(found)):
        place = token
        for _ in found:
            place = found[place]
        assert found[place] == place


@pytest.mark.parametrize(
    ("words", "tags", "right"),
    [
        (["then", "WHO", "warned", "them"], ["RB", "WP", "VBD", "PRP"], "NNP"),
        (["The", "US", "left"], ["DT", "PRP", "VBD"], "NNP"),
        (["THEN", "WHO", "WARNED"], ["RB", "WP", "VBD"], "WP"),
        (["then", "who", "warned"], ["RB", "WP", "VBD"], "WP"),
    ],
)
def test_letters_that_spell_a_pronoun(words: list[str], tags: list[str], right: str) -> None:
    """A pronoun in capitals among small letters is an acronym; in a shouted line it is none."""
    deps, heads = ["dep"] * len(words), [len(words) - 1] * len(words)
    assert restore_surnames(words, tags, deps, heads)[0][1] == right


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        (["Karim", "Said", "his", "brother", "watched"], "NNP"),
        (["Karim", "Said", "His", "Brother", "Watched"], "VBD"),
    ],
)
def test_a_verb_with_a_capital_behind_a_given_name(words: list[str], tag: str) -> None:
    """It is a surname, and the next verb has it for a subject, unless all words have capitals."""
    tags, deps, heads = restore_surnames(
        words,
        ["NNP", "VBD", "PRP$", "NN", "VBD"],
        ["nsubj", "parataxis", "poss", "appos", "ROOT"],
        [1, 4, 3, 1, 4],
    )
    assert tags[1] == tag
    assert (deps[:2] == ["compound", "nsubj"] and heads[1] == len(words) - 1) is (tag == "NNP")
