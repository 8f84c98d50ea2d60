"""Checks: what lacks annotation is refused, and what has it from anywhere is not."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from quoteattr import PipelineError, QuoteKind
from quoteattr.input_checks import (
    Kinds,
    check_coreference,
    check_doc,
    check_kinds,
    check_pair,
    check_pipeline,
    check_text,
)


def made_by_hand(**columns: list[str]) -> Doc:
    """Give a Doc of two words with the columns named."""
    return Doc(spacy.blank("en").vocab, words=["She", "left"], **columns)  # type: ignore[arg-type]


def test_doc_made_by_hand() -> None:
    """Whoever set tags and dependencies, they will do; nobody needs entities."""
    check_doc(made_by_hand(tags=["PRP", "VBD"], deps=["nsubj", "ROOT"]))


@pytest.mark.parametrize(
    ("missing", "columns"),
    [
        ("tagger", {"deps": ["nsubj", "ROOT"]}),
        ("parser", {"tags": ["PRP", "VBD"]}),
    ],
)
def test_missing_annotation_is_named(missing: str, columns: dict[str, list[str]]) -> None:
    """The message names the component that did not run, and it alone."""
    with pytest.raises(PipelineError, match=f"lacks {missing};"):
        check_doc(made_by_hand(**columns))


def test_empty_doc() -> None:
    """A Doc without tokens lacks nothing."""
    check_doc(spacy.blank("en")(""))


def test_pipeline() -> None:
    """A blank pipeline lacks everything."""
    with pytest.raises(PipelineError, match="lacks tagger, parser;"):
        check_pipeline(spacy.blank("en"))


def test_the_name_of_a_pipeline_is_none() -> None:
    """The message says where the name of one belongs."""
    with pytest.raises(TypeError, match=r"not str; .*model="):
        check_pipeline("en_core_web_sm")  # type: ignore[arg-type]


def test_str_subclass_is_text() -> None:
    """A subclass of str is text."""

    class Name(str):
        __slots__ = ()

    check_text(Name("x"))


@pytest.mark.parametrize("kinds", ["direct", QuoteKind.DIRECT, ["direct"], {QuoteKind.DIRECT}])
def test_kinds_in_any_form(kinds: Kinds) -> None:
    """One or several, as members or by name, they are a set of members."""
    assert check_kinds(kinds) == {QuoteKind.DIRECT}


def test_an_unknown_kind_is_named() -> None:
    """The message lists those that there are."""
    with pytest.raises(
        ValueError, match="'loud' is not a valid QuoteKind; there are direct, mixed"
    ):
        check_kinds("loud")


@pytest.mark.parametrize("pair", ["It rained.", ("It rained.",), None])
def test_what_is_no_pair_is_refused(pair: object) -> None:
    """The message names what came instead of a text with what belongs to it."""
    with pytest.raises(TypeError, match="as_tuples needs pairs"):
        check_pair(pair)


def test_too_many_are_no_pair() -> None:
    """The message tells how many there are."""
    with pytest.raises(TypeError, match="not tuple of 3"):
        check_pair(("It rained.", 7, None))


def test_a_text_is_no_doc() -> None:
    """The message names the type that came."""
    with pytest.raises(TypeError, match="doc must be a spaCy Doc, not str"):
        check_doc("She left.")  # type: ignore[arg-type]


def test_coreference_is_called() -> None:
    """What cannot be called is refused by its type; there may be none."""
    check_coreference(None)
    check_coreference(list)
    with pytest.raises(TypeError, match="coreference must be a function, not int"):
        check_coreference(3)
