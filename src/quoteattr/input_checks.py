"""What is asked of kinds, a text, a pipeline and a Doc before any work is done on them."""

from __future__ import annotations

import operator
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, SupportsIndex, TypeAlias

import attrs

from quoteattr.errors import ModelNotFoundError, PipelineError
from quoteattr.records import Quote, QuoteKind, check_quotes

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = [
    "ALL_KINDS",
    "Kinds",
    "NoPair",
    "check_coreference",
    "check_count",
    "check_doc",
    "check_kinds",
    "check_model",
    "check_pipeline",
    "check_quotes_of",
    "check_text",
    "check_texts",
    "read_pair",
]

Kinds: TypeAlias = Iterable[QuoteKind | str] | QuoteKind | str

ALL_KINDS = frozenset(QuoteKind)

_PAIR = 2
# Component, the attribute that spaCy says it assigns, and how a Doc shows that it ran.
_NEEDED = (
    ("tagger", "token.tag", "TAG"),
    ("parser", "token.dep", "DEP"),
)


def check_kinds(kinds: Kinds) -> frozenset[QuoteKind]:
    """Read kinds of quotation, or one kind, given as members or by their values.

    Raises:
        TypeError: what is given is neither a kind nor several.
        ValueError: there is no such kind, or none is named; the message names those that there are.

    Examples:
        >>> check_kinds("direct") == check_kinds([QuoteKind.DIRECT])
        True
    """
    several: object = [kinds] if isinstance(kinds, str | QuoteKind) else kinds
    if isinstance(several, bytes) or not isinstance(several, Iterable):
        raise TypeError(f"kinds must be a kind or several, not {type(kinds).__name__}")
    known = ", ".join(kind.value for kind in QuoteKind)
    try:
        found = frozenset(map(QuoteKind, several))
    except ValueError as error:
        raise ValueError(f"{error}; there are {known}") from error
    if not found:
        raise ValueError(f"kinds names no kind; there are {known}")
    return found


def check_model(model: str | os.PathLike[str]) -> str:
    """Read the name of an installed pipeline, or the path of one.

    Raises:
        TypeError: it is neither.
        ModelNotFoundError: it is empty.

    Examples:
        >>> check_model("en_core_web_sm")
        'en_core_web_sm'
    """
    name = str(Path(model).absolute()) if isinstance(model, os.PathLike) else model
    if not isinstance(name, str):
        raise TypeError(f"model must be the name or path of a pipeline, not {type(model).__name__}")
    if not name:
        raise ModelNotFoundError(name, "")
    return name


def check_count(name: str, count: SupportsIndex) -> int:
    """Read an option that counts something.

    Raises:
        TypeError: it is no whole number.
        ValueError: it is below 1.

    Examples:
        >>> check_count("n_process", 2)
        2
    """
    try:
        number = operator.index(count)
    except TypeError as error:
        raise TypeError(f"{name} must be int, not {type(count).__name__}") from error
    if number < 1:
        raise ValueError(f"{name} must be at least 1, not {number}")
    return number


def check_texts(texts: Iterable[Any]) -> Iterator[Any]:
    """Refuse what is no stream of texts, but one text, say.

    Raises:
        TypeError: the message names the type that came.
    """
    if isinstance(texts, str):
        raise TypeError("pipe takes several texts; for one there is extract, or pipe([text])")
    if isinstance(texts, bytes) or not isinstance(texts, Iterable):
        raise TypeError(f"pipe takes an iterable of texts, not {type(texts).__name__}")
    return iter(texts)


def check_text(text: object) -> None:
    """Refuse what is no `str`.

    Raises:
        TypeError: the message names the type that came.

    Examples:
        >>> check_text(b"bytes")
        Traceback (most recent call last):
            ...
        TypeError: text must be str, not bytes
    """
    if isinstance(text, NoPair):
        raise TypeError(text.reason)
    if not isinstance(text, str):
        raise TypeError(f"text must be str, not {type(text).__name__}")


def check_quotes_of(text: str, quotes: Iterable[Quote]) -> list[Quote]:
    """Give the quotations of a text; refuse those of another one.

    Raises:
        TypeError: `text` is no `str`, or what is given are no quotations.
        ValueError: the words of one do not stand in the text where its offsets say.

    Examples:
        >>> check_quotes_of("It rained.", [])
        []
    """
    check_text(text)
    held = list(check_quotes(quotes))
    for quote in held:
        for span in filter(None, (*quote.content, *quote.verbatim, quote.cue, quote.source)):
            if text[span.start : span.end] != span.text:
                raise ValueError(
                    f"the quotations are of another text: {span.text!r:.80} does not stand at "
                    f"{span.start}-{span.end}"
                )
    return held


@attrs.frozen
class NoPair:
    """Stands for the text where a stream of pairs holds none; `check_text` raises the reason."""

    reason: str


def read_pair(pair: object) -> Any:
    """Give a text with what belongs to it; what is no such pair belongs to a `NoPair`.

    Examples:
        >>> read_pair(("It rained.", 7))
        ('It rained.', 7)
        >>> read_pair("It rained.")[0].reason
        'as_tuples needs pairs of a text and what belongs to it, not str'
    """
    if isinstance(pair, tuple | list) and len(pair) == _PAIR:
        return pair
    given = type(pair).__name__
    size = f" of {len(pair)}" if isinstance(pair, tuple | list) else ""
    reason = f"as_tuples needs pairs of a text and what belongs to it, not {given}{size}"
    return NoPair(reason), pair


def check_pipeline(nlp: Language) -> None:
    """Ask whether a pipeline's components assign what quoteattr reads.

    Raises:
        TypeError: it is no pipeline, but the name of one, say.
        PipelineError: tags or dependencies will be missing.
    """
    if not hasattr(nlp, "get_pipe_meta"):
        raise TypeError(
            f"nlp must be a loaded spaCy pipeline, not {type(nlp).__name__}; "
            "one that is installed can be named: QuoteExtractor(model=...)"
        )
    assigned = {name for pipe in nlp.pipe_names for name in nlp.get_pipe_meta(pipe).assigns}
    _complain(component for component, attribute, _ in _NEEDED if attribute not in assigned)


def check_coreference(coreference: object) -> None:
    """Refuse what cannot be called, other than None.

    Raises:
        TypeError: the message names the type that came.
    """
    if coreference is not None and not callable(coreference):
        raise TypeError(f"coreference must be a function, not {type(coreference).__name__}")


def check_doc(doc: Doc) -> None:
    """Ask whether a Doc carries what quoteattr reads.

    Raises:
        TypeError: it is no Doc, but a text, say.
        PipelineError: tags or dependencies are missing.
    """
    if not hasattr(doc, "has_annotation"):
        raise TypeError(f"doc must be a spaCy Doc, not {type(doc).__name__}")
    _complain(component for component, _, mark in _NEEDED if not doc.has_annotation(mark))


def _complain(missing: Iterable[str]) -> None:
    names = list(missing)
    if names:
        raise PipelineError(
            f"the spaCy pipeline lacks {', '.join(names)}; quoteattr needs a tagger and a "
            "parser, as in en_core_web_sm, and comes behind them"
        )
