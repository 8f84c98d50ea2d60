"""Errors: one root, and they survive a process boundary."""

from __future__ import annotations

import pickle

import pytest

from quoteattr import (
    CoreferenceError,
    DocumentError,
    MissingExtraError,
    ModelNotFoundError,
    PipelineError,
    QuoteattrError,
    RecordError,
    TextError,
    errors,
)

ALL = [
    ModelNotFoundError("en_x", "pip install en-x"),
    PipelineError("the spaCy pipeline lacks ner"),
    RecordError("line 3: no JSON"),
    MissingExtraError("trafilatura", "html"),
    TextError(3, "TypeError: text must be str, not int"),
    CoreferenceError("(0, 9) is no span of a text of 5 characters"),
    DocumentError("document 'a' is there twice"),
]


@pytest.mark.parametrize("error", ALL)
def test_one_root(error: Exception) -> None:
    """Every error can be caught as a QuoteattrError."""
    assert isinstance(error, QuoteattrError)


@pytest.mark.parametrize("error", ALL)
def test_pickle(error: Exception) -> None:
    """Type, message and fields come back."""
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own bytes
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


def test_none_forgotten() -> None:
    """The list above holds every error of the module but the root."""
    assert {type(error).__name__ for error in ALL} | {"QuoteattrError"} == set(errors.__all__)


def test_messages() -> None:
    """A missing model names the remedy, a bad text its place."""
    assert "pip install en-x" in str(ALL[0])
    assert str(ALL[4]).startswith("text 3: ")
