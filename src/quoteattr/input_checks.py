"""What is asked of kinds, a text, a pipeline and a Doc before any work is done on them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

from quoteattr.errors import PipelineError
from quoteattr.records import QuoteKind

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = [
    "ALL_KINDS",
    "Kinds",
    "check_coreference",
    "check_doc",
    "check_kinds",
    "check_pair",
    "check_pipeline",
    "check_text",
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
        ValueError: there is no such kind; the message names those that there are.

    Examples:
        >>> check_kinds("direct") == check_kinds([QuoteKind.DIRECT])
        True
    """
    several = [kinds] if isinstance(kinds, str | QuoteKind) else kinds
    try:
        return frozenset(map(QuoteKind, several))
    except ValueError as error:
        known = ", ".join(kind.value for kind in QuoteKind)
        raise ValueError(f"{error}; there are {known}") from error


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
    if not isinstance(text, str):
        raise TypeError(f"text must be str, not {type(text).__name__}")


def check_pair(pair: object) -> Any:
    """Give a text with what belongs to it; refuse what is no such pair.

    Raises:
        TypeError: it is a text alone, say, or has more than two parts.

    Examples:
        >>> check_pair(("It rained.", 7))
        ('It rained.', 7)
    """
    if isinstance(pair, tuple | list) and len(pair) == _PAIR:
        return pair
    size = f" of {len(pair)}" if isinstance(pair, tuple | list) else ""
    raise TypeError(
        f"as_tuples needs pairs of a text and what belongs to it, not {type(pair).__name__}{size}"
    )


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
