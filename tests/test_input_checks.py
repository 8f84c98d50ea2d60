"""Checks: what lacks annotation is refused, and what has it from anywhere is not."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from quoteattr import PipelineError, Quote, QuoteKind, Span
from quoteattr.input_checks import (
    Kinds,
    check_coreference,
    check_count,
    check_doc,
    check_kinds,
    check_model,
    check_pipeline,
    check_quotes_of,
    check_text,
    check_texts,
    read_pair,
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


@pytest.mark.parametrize("kinds", [None, 5, b"direct"])
def test_what_is_no_kind_is_refused(kinds: Any) -> None:
    """The message names the type that came."""
    with pytest.raises(TypeError, match=f"kinds must be .*, not {type(kinds).__name__}"):
        check_kinds(kinds)


def test_no_kind_at_all() -> None:
    """Whoever asks for none would get nothing from any text."""
    with pytest.raises(ValueError, match="kinds names no kind; there are direct, mixed"):
        check_kinds([])


def test_a_path_of_a_pipeline_stays_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is kept from its root on, so that it is no name, and the same in other processes."""
    monkeypatch.chdir(tmp_path)
    assert check_model(Path("nlp")) == str(tmp_path / "nlp")


@pytest.mark.parametrize("count", [1, True, np.int64(1)])
def test_whole_numbers_count(count: Any) -> None:
    """Whatever stands for a whole number will do."""
    assert check_count("n_process", count) == 1


def test_what_counts_nothing_is_refused() -> None:
    """The message names the option."""
    with pytest.raises(TypeError, match="batch_size must be int, not float"):
        check_count("batch_size", 1.0)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="n_process must be at least 1, not 0"):
        check_count("n_process", 0)


def test_texts_are_taken_one_by_one() -> None:
    """Nothing is taken of a stream before it is asked for."""
    assert next(check_texts(itertools.count())) == 0


@pytest.mark.parametrize(
    ("pair", "name"),
    [
        ("It rained.", "str"),
        (("It rained.",), "tuple of 1"),
        (["It rained.", 7, None], "list of 3"),
        (None, "NoneType"),
    ],
)
def test_what_is_no_pair_is_no_text(pair: object, name: str) -> None:
    """It belongs to what is no text; the message names what came."""
    text, context = read_pair(pair)
    assert context is pair
    with pytest.raises(TypeError, match=f"as_tuples needs pairs .*, not {name}$"):
        check_text(text)


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


def test_quotations_of_another_text_are_refused() -> None:
    """Whatever span does not slice out of the text tells so; any iterable of quotations will do."""
    said, cue = Span(start=1, end=3, text="No"), Span(start=6, end=10, text="said")
    quote = Quote(kind=QuoteKind.DIRECT, content=(said,), cue=cue)
    assert check_quotes_of("“No,” said", (one for one in [quote])) == [quote]
    for text in ("“No,” Bob", "short", ""):
        with pytest.raises(ValueError, match=r"another text: '(No|said)' does not stand at"):
            check_quotes_of(text, [quote])
    with pytest.raises(TypeError, match="text must be str, not NoneType"):
        check_quotes_of(None, [])  # type: ignore[arg-type]
